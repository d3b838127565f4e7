"""Old datasetversies: found among the leveringen that are here, made again with their old figures, in order."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data.aanvaarding import vastleggen
from data.aanvaarding.wijzigen import maak_openbaar, schrijf_levering, trek_in
from data.bouw.versies import bouw_versie, reeks, versie_op
from data.fouten import OnbekendeVersie
from data.gebouwd.openen import open_lezend
from data.levering.leveringen import datasetversie, van_kracht, zoek
from queries import Bron
from tests.data.winkeldoos import Winkeldoos, vervolg


@dataclass(frozen=True)
class Geschiedenis:
    """A store in which much happened, and the datasetversie after each event: of what is public, and of everything."""

    winkel: Winkeldoos
    openbaar: dict[str, str] = field(default_factory=dict)
    alles: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def op(self, dag: int, uur: int, wat: str) -> Iterator[None]:
        """An event on a day of March 2026; its datasetversies are taken while nothing later exists."""
        with pytest.MonkeyPatch.context() as omgeving:
            omgeving.setattr(vastleggen, "nu", lambda: datetime(2026, 3, dag, uur, tzinfo=UTC))
            yield
        self.openbaar[wat] = versie(self.winkel.map)
        self.alles[wat] = versie(self.winkel.map, concept=True)


def versie(map_: Path, *, concept: bool = False) -> str:
    """The datasetversie over all that is in a folder."""
    return datasetversie(van_kracht(zoek([map_])[0], None, concept=concept)[0])


@pytest.fixture(scope="module")
def wereld(tmp_path_factory: pytest.TempPathFactory, proef_bestand: Path) -> Iterator[Geschiedenis]:
    """Two acceptances on one day, a concept that is taken back, one that becomes public, and a withdrawal."""
    with pytest.MonkeyPatch.context() as omgeving:
        na = Geschiedenis(Winkeldoos(tmp_path_factory.mktemp("versies"), omgeving, proef_bestand))
        concept = {"vervangt": "beter", "reden": "nader bekeken", "concept": "ja"}
        with na.op(1, 9, "begin"):
            pass
        with na.winkel.zonder_bouwen():
            # the ids of this day run against the order of acceptance
            with na.op(1, 10, "eerste"):
                schrijf_levering(vervolg("z-eerste", uitkomst="verbeterpunt"), door="i")
            with na.op(1, 11, "verbeterd"):
                schrijf_levering(vervolg("beter", vervangt="z-eerste", reden="verkeerd gelezen"), door="i")
            with na.op(5, 9, "concept"):
                schrijf_levering(vervolg("geheim", uitkomst="verbeterpunt", **concept), door="i")
            with na.op(6, 9, "concept terug"):
                trek_in("geheim", reden="toch niet", door="i")
            with na.op(7, 9, "openbaar"):
                schrijf_levering(vervolg("alsnog", uitkomst="verbeterpunt", **concept), door="i")
                maak_openbaar("alsnog", door="i")
            with na.op(8, 9, "ingetrokken"):
                trek_in("alsnog-openbaar", reden="rapport ingetrokken", door="i")
        # a fault in the last levering, which changes no datasetversie
        (na.winkel.map / "alsnog-openbaar-ingetrokken" / "onzin.csv").write_text("onzin\n", encoding="utf-8")
        yield na


def _stand(bestand: Path) -> tuple[str, int, date, bool]:
    """What a database says of i2 at the approach that was tested again, and what it says of itself."""
    with open_lezend(bestand) as con:
        uitkomst, peiljaar = con.execute("select uitkomst, peiljaar from stand where indicator_id = 'i2'").fetchall()[0]
        dag, concept = con.execute("select kennisdatum, bevat_concept from dataset").fetchall()[0]
    return uitkomst, peiljaar, dag if type(dag) is date else dag.date(), concept


def _stappen(wereld: Geschiedenis, van: str, naar: str, *, concept: bool = False) -> list[tuple[str, list[str]]]:
    versies = wereld.alles if concept else wereld.openbaar
    stappen = reeks(versies[van], versies[naar], concept=concept)
    return [(stap.versie, [lev.id for lev in stap.leveringen]) for stap in stappen]


# --- made again ------------------------------------------------------------------------------------------------------


def test_een_oude_versie_geeft_haar_oude_cijfers(wereld: Geschiedenis) -> None:
    """The fault in the last levering does not stand in the way of what was there before it."""
    toen = wereld.openbaar["eerste"]
    bestand = bouw_versie(toen)
    # replaced an hour later, on the same day
    assert _stand(bestand) == ("verbeterpunt", 2016, date(2026, 3, 1), False)
    assert bestand.name.startswith(f"kennis-2026-03-01-{toen}-")
    nummer = bestand.stat().st_ino
    assert bouw_versie(toen) == bouw_versie(toen, concept=True) == bestand
    assert bestand.stat().st_ino == nummer


def test_een_versie_met_concept_alleen_voor_wie_erom_vraagt(wereld: Geschiedenis) -> None:
    toen = wereld.alles["concept"]
    with pytest.raises(OnbekendeVersie):
        bouw_versie(toen)
    assert _stand(bouw_versie(toen, concept=True)) == ("verbeterpunt", 2016, date(2026, 3, 5), True)


def test_een_oude_versie_zegt_wat_er_toen_gold(wereld: Geschiedenis) -> None:
    """Known is also what was replaced an hour before; in force is what stood in its place."""
    gekend = Bron(bouw_versie(wereld.openbaar["verbeterd"])).vraag("leveringen")
    stand = dict(zip(gekend["levering_id"], gekend["van_kracht"], strict=True))
    assert stand == {"beter": True, "feiten": True, "kader": True, "z-eerste": False}


def test_wat_er_al_staat_wordt_niet_gemaakt(wereld: Geschiedenis) -> None:
    bestand = bouw_versie(wereld.openbaar["begin"])
    assert bestand.name.startswith("verbeterpunten-eerst-")
    # printed in 2013 before the follow-up of 2016
    assert _stand(bestand) == ("voldoet", 2013, date(2026, 1, 2), False)


@pytest.mark.usefixtures("wereld")
def test_een_onbekende_versie() -> None:
    with pytest.raises(OnbekendeVersie) as fout:
        bouw_versie("0123456789ab", concept=True)
    assert str(fout.value) == (
        "Datasetversie 0123456789ab is niet te maken van de leveringen die hier zijn. Kijk of de versie goed is "
        "overgenomen, of alle leveringen van toen er nog onveranderd staan, en of zij gegevens meetelt die niet "
        "openbaar zijn."
    )


def test_een_versie_die_niet_meer_mag(wereld: Geschiedenis) -> None:
    with pytest.raises(
        OnbekendeVersie, match=r"is hier bekend, maar haar leveringen doorstaan de controles van nu niet: "
    ):
        bouw_versie(wereld.openbaar["ingetrokken"])


# --- one after another -----------------------------------------------------------------------------------------------


def test_de_versies_verschillen_zoals_het_verhaal_zegt(wereld: Geschiedenis) -> None:
    begin, eerste, verbeterd, concept, terug, openbaar, ingetrokken = wereld.openbaar.values()
    assert verbeterd == concept == terug
    assert len({begin, eerste, verbeterd, openbaar, ingetrokken}) == 5
    assert wereld.alles["concept"] not in wereld.openbaar.values()
    assert wereld.alles["concept terug"] == terug


def test_de_reeks_noemt_de_levering_van_elke_stap(wereld: Geschiedenis) -> None:
    na = wereld.openbaar
    assert _stappen(wereld, "begin", "ingetrokken") == [
        (na["eerste"], ["z-eerste"]),
        (na["verbeterd"], ["beter"]),
        (na["openbaar"], ["alsnog-openbaar"]),
        (na["ingetrokken"], ["alsnog-openbaar-ingetrokken"]),
    ]
    (stap,) = reeks(na["eerste"], na["verbeterd"])
    (levering,) = stap.leveringen
    assert (levering.aanvaard_op, levering.vervangt, levering.reden) == (
        date(2026, 3, 1), "z-eerste", "verkeerd gelezen",
    )  # fmt: skip
    assert reeks(na["eerste"], na["eerste"]) == []


def test_de_reeks_met_concept(wereld: Geschiedenis) -> None:
    na = wereld.alles
    stappen = _stappen(wereld, "verbeterd", "openbaar", concept=True)
    # the clock stood still: that it is public counts as a second after the concept
    tussen = stappen[2][0]
    assert tussen not in na.values()
    assert stappen == [
        (na["concept"], ["geheim"]),
        (na["concept terug"], ["geheim-ingetrokken"]),
        (tussen, ["alsnog"]),
        (na["openbaar"], ["alsnog-openbaar"]),
    ]
    # what a concept changed goes back with it, to a version that was there before
    assert _stappen(wereld, "concept", "concept terug", concept=True) == [(na["verbeterd"], ["geheim-ingetrokken"])]


def test_de_reeks_loopt_niet_terug(wereld: Geschiedenis) -> None:
    with pytest.raises(OnbekendeVersie, match=r"^Datasetversie \w+ kwam niet na \w+, of is niet te maken"):
        reeks(wereld.openbaar["verbeterd"], wereld.openbaar["eerste"])
    with pytest.raises(OnbekendeVersie, match=r"^Datasetversie 0123456789ab is niet te maken"):
        reeks("0123456789ab", wereld.openbaar["eerste"])


def test_de_versie_van_een_dag(wereld: Geschiedenis) -> None:
    dagen = {1: "begin", 2: "verbeterd", 5: "concept", 8: "ingetrokken"}
    assert versie_op(date(2026, 2, 28)) == wereld.openbaar[dagen.pop(1)]
    for dag, wat in dagen.items():
        assert versie_op(date(2026, 3, dag)) == wereld.openbaar[wat]
        assert versie_op(date(2026, 3, dag), concept=True) == wereld.alles[wat]


def test_wat_met_het_product_meekwam_telt_vanaf_de_dag_dat_het_er_was(wereld: Geschiedenis, tmp_path: Path) -> None:
    """A list accepted elsewhere in February, installed here after the acceptances of March."""
    winkel = tmp_path / "leveringen"
    shutil.copytree(wereld.winkel.map, winkel)
    lijst = winkel / "lijst"
    lijst.mkdir()
    kop = "levering_id,formaat,aanvaard_op,vervangt,reden,concept,fictief,toelichting"
    (lijst / "levering.csv").write_text(f"{kop}\nlijst,1,2026-02-01,,,nee,ja,\n", encoding="utf-8")
    nu = versie(winkel)
    (stap,) = reeks(wereld.openbaar["ingetrokken"], nu, mappen=[winkel])
    assert (stap.versie, [lev.id for lev in stap.leveringen]) == (nu, ["lijst"])
    eerder = reeks(wereld.openbaar["eerste"], wereld.openbaar["verbeterd"], mappen=[winkel])
    assert [lev.id for lev in eerder[0].leveringen] == ["beter"]
