"""What the audit trail says of leveringen: before, after, and after being stopped anywhere between."""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from data.__main__ import main
from data.aanvaarding.vastleggen import alles_versie
from data.aanvaarding.wijzigen import maak_openbaar, schrijf_levering, trek_in
from data.fouten import LeveringGeweigerd, LogboekDicht
from data.instellingen import PRODUCT
from data.levering import controlegetallen
from data.levering.controlegetallen import BESTAND
from data.levering.leveringen import koppen
from data.logboek import logboek, verantwoorden
from data.logboek.logboek import Gebeurtenis, Wie, lees
from data.logboek.verantwoorden import lees_bijgewerkt
from data.slot import alleen
from tests.data.winkeldoos import Winkeldoos, vervolg
from tests.hoeveel import voorbeelden

#: What every store in these tests begins with: a levering from before there was an audit trail.
VROEGER = ("aanvaard", "feiten", "een tester", "")


#: What `vervolg` is about: its aanpak and with it its gemeente, and the names of both, stand in other leveringen.
OVER_VERVOLG = {
    "gemeenten": ["Proefstad"],
    "rapporten": [{"uitgever": "STJ", "gepubliceerd": "2017", "kaders": ["Proefkader"]}],
}


def regels() -> list[tuple[str, str, str, str]]:
    """Soort, waarover, door and rol of every line."""
    return [(r.wat.soort, r.wat.waarover, r.wat.door, r.wat.rol) for r in lees().regels]


def _som(map_: Path) -> str:
    return hashlib.sha256((map_ / BESTAND).read_bytes()).hexdigest()


def test_een_aanvaarding_staat_er_met_voornemen_en_uitkomst(winkel: Winkeldoos) -> None:
    with winkel.zonder_bouwen():
        map_ = schrijf_levering(vervolg(), door=" Piet Puk ", wie=Wie("", "redacteur"))
    assert regels() == [
        VROEGER,
        ("voornemen", "vervolg", "Piet Puk", "redacteur"),
        ("aanvaard", "vervolg", "Piet Puk", "redacteur"),
    ]
    vroeger, voornemen, uitkomst = (regel.wat.gegevens for regel in lees().regels)
    moment = "2026-03-01T10:00:00+00:00"
    assert uitkomst == {
        "levering": "vervolg", "controlegetal": _som(map_), "concept": False, "moment": moment, **OVER_VERVOLG,
        "datasetversie": alles_versie(), "datasetversie_met_concept": alles_versie(),
    }  # fmt: skip
    assert moment in (map_ / "aanvaarding.csv").read_text(encoding="utf-8")
    assert voornemen == {"wat": "aanvaard", **uitkomst}
    assert vroeger["controlegetal"] == _som(winkel.map / "feiten")
    assert vroeger["aanvaard_om"] == "2026-01-02T10:00:00+01:00"
    assert vroeger["gemeenten"] == ["Proefstad"]
    assert "datasetversie" not in vroeger  # what it was then, nobody wrote down


def test_vervangen_intrekken_en_openbaar_maken_heten_zo(winkel: Winkeldoos) -> None:
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(concept="ja"), door="a")
        openbaar = maak_openbaar("vervolg", door="b", wie=Wie("", "beheerder"))
        nieuw = vervolg("vervolg-2", vervangt=openbaar.name, reden="een typefout")
        schrijf_levering(nieuw, door="c")
        intrekking = trek_in("vervolg-2", reden="toch niet", door="d")
    uitkomsten = [r.wat for r in lees().regels[1:] if r.wat.soort != "voornemen"]
    assert [(w.soort, w.waarover, w.door, w.gegevens["levering"], w.gegevens.get("reden")) for w in uitkomsten] == [
        ("aanvaard", "vervolg", "a", "vervolg", None),
        ("openbaar gemaakt", "vervolg", "b", "vervolg-openbaar", "openbaar gemaakt"),
        ("vervangen", "vervolg-openbaar", "c", "vervolg-2", "een typefout"),
        ("ingetrokken", "vervolg-2", "d", intrekking.name, "toch niet"),
    ]
    assert [w.gegevens["concept"] for w in uitkomsten] == [True, False, False, False]
    # the last one delivers nothing: it is about what it takes back
    assert all(OVER_VERVOLG.items() <= w.gegevens.items() for w in uitkomsten)
    assert lees_bijgewerkt()[1] == []


def test_wie_is_aangemeld_staat_er_zoals_de_aanmelding_hem_kent(winkel: Winkeldoos) -> None:
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="Piet Puk", wie=Wie("p.puk@inspectie.example", "redacteur"))
    assert regels()[1:] == [(s, "vervolg", "p.puk@inspectie.example", "redacteur") for s in ("voornemen", "aanvaard")]
    assert lees().regels[-1].wat.gegevens["naam"] == "Piet Puk"


def test_wat_geweigerd_wordt_staat_er_niet(winkel: Winkeldoos) -> None:
    with pytest.raises(LeveringGeweigerd):
        schrijf_levering(vervolg(uitkomst="onzin"), door="a")
    assert regels() == [VROEGER]


def test_een_concept_verandert_alleen_de_versie_waarin_het_telt(winkel: Winkeldoos) -> None:
    ervoor = alles_versie()
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(concept="ja"), door="a")
        met_concept = alles_versie()
        trek_in("vervolg", reden="nee", door="b")
    erin, eruit = (r.wat.gegevens for r in lees().regels if r.wat.soort in {"aanvaard", "ingetrokken"} and r.nummer > 1)
    assert met_concept != ervoor
    assert (erin["datasetversie"], erin["datasetversie_met_concept"]) == (ervoor, met_concept)
    assert (eruit["datasetversie"], eruit["datasetversie_met_concept"]) == (ervoor, ervoor)  # it left no trace


# --- what a levering is about, of lines from before it was written down -----------------------------------------------


def _als_vroeger(soort: str, levering: str, **gegevens: str) -> None:
    """Write the line of a levering as it was before it told what the levering is about."""
    kop = {"levering": levering, **gegevens}
    logboek.schrijf(Gebeurtenis(soort, gegevens.get("vervangt", levering), "a", "", kop))


def test_een_oude_regel_vertelt_waarover_zij_gaat_zolang_de_levering_er_is(winkel: Winkeldoos) -> None:
    with winkel.zonder_bouwen():
        map_ = schrijf_levering(vervolg(), door="a")
        terug = trek_in("vervolg", reden="r", door="b")
    logboek.bestand().unlink()
    _als_vroeger("aanvaard", "feiten", controlegetal=_som(winkel.map / "feiten"))
    _als_vroeger("aanvaard", "vervolg", controlegetal=_som(map_))
    _als_vroeger("ingetrokken", terug.name, controlegetal=_som(terug), vervangt="vervolg")
    ervoor = logboek.bestand().read_bytes()
    boek, tegen = lees_bijgewerkt()
    assert (boek.breuk, tegen) == (None, [])
    gegevens = [regel.wat.gegevens for regel in boek.regels]
    assert OVER_VERVOLG.items() <= gegevens[1].items()
    assert OVER_VERVOLG.items() <= gegevens[2].items()  # taken back, and still named
    assert not any("datasetversie" in deel for deel in gegevens)
    assert logboek.bestand().read_bytes() == ervoor  # only ever added to
    shutil.rmtree(map_)
    gegevens = [regel.wat.gegevens for regel in lees_bijgewerkt()[0].regels]
    assert gegevens[0]["gemeenten"] == ["Proefstad"]
    assert not any("gemeenten" in deel for deel in gegevens[1:])


def test_een_naam_die_later_van_een_andere_levering_is_vertelt_niets(winkel: Winkeldoos) -> None:
    """What did not go through left its id to the next; of the first nothing is known."""
    _als_vroeger("niet doorgegaan", "vervolg", controlegetal="ab" * 32)
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="b")
    eerst, *_, laatst = (regel.wat.gegevens for regel in lees_bijgewerkt()[0].regels)
    assert "gemeenten" not in eerst
    assert laatst["gemeenten"] == ["Proefstad"]


def test_wat_is_opgeschreven_blijft_als_de_levering_weg_is(winkel: Winkeldoos) -> None:
    with winkel.zonder_bouwen():
        shutil.rmtree(schrijf_levering(vervolg(), door="a"))
    assert OVER_VERVOLG.items() <= lees_bijgewerkt()[0].regels[-1].wat.gegevens.items()


class _Gestopt(BaseException):
    """The machine stops here: nothing that follows is carried out."""


def _stop(*_: object, **__: object) -> None:
    raise _Gestopt


def test_gestopt_voor_zij_er_staat_is_niet_doorgegaan(winkel: Winkeldoos, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the voornemen and the name: the trail names a levering that never came, and says so."""
    with winkel.zonder_bouwen(), monkeypatch.context() as stop:
        stop.setattr(Path, "rename", _stop)
        with pytest.raises(_Gestopt):
            schrijf_levering(vervolg(), door="a", wie=Wie("", "redacteur"))
    assert regels() == [VROEGER, ("voornemen", "vervolg", "a", "redacteur")]
    assert not (winkel.map / "vervolg").exists()
    assert lees_bijgewerkt()[1] == []
    assert regels()[2:] == [("niet doorgegaan", "vervolg", "a", "redacteur")]
    gegevens = lees().regels[2].wat.gegevens
    assert OVER_VERVOLG.items() <= gegevens.items()
    assert not {"datasetversie", "datasetversie_met_concept"} & gegevens.keys()  # nothing came of it
    with winkel.zonder_bouwen():  # and then it can come
        schrijf_levering(vervolg(), door="a", wie=Wie("", "redacteur"))
    assert [soort for soort, *_ in regels()[3:]] == ["voornemen", "aanvaard"]


@pytest.mark.parametrize("plek", ["map_naar_schijf", "verantwoorden.gedaan"])
def test_gestopt_nadat_zij_er_staat_is_gebeurd(winkel: Winkeldoos, monkeypatch: pytest.MonkeyPatch, plek: str) -> None:
    """Between the name and the outcome: it counts, and the next to change the store adds that it came, by whom."""
    with winkel.zonder_bouwen(), monkeypatch.context() as stop:
        stop.setattr(f"data.aanvaarding.vastleggen.{plek}", _stop)
        with pytest.raises(_Gestopt):
            schrijf_levering(vervolg(), door="a", wie=Wie("", "redacteur"))
    assert (winkel.map / "vervolg" / "levering.csv").is_file()
    assert [soort for soort, *_ in regels()] == ["aanvaard", "voornemen"]
    with winkel.zonder_bouwen():
        trek_in("vervolg", reden="nee", door="b")
    assert regels()[2:] == [
        ("aanvaard", "vervolg", "a", "redacteur"),
        ("voornemen", "vervolg", "b", ""),
        ("ingetrokken", "vervolg", "b", ""),
    ]
    assert lees().regels[2].wat.gegevens["controlegetal"] == _som(winkel.map / "vervolg")


def test_een_verloren_uitkomst_wordt_niet_twee_keer_aangevuld(winkel: Winkeldoos) -> None:
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="a")
    ervoor = logboek.bestand().read_bytes()
    lees_bijgewerkt()
    verantwoorden.werk_bij(koppen([winkel.map]))
    assert logboek.bestand().read_bytes() == ervoor


@pytest.fixture
def dicht(winkel: Winkeldoos, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A store with two leveringen, of which the audit trail cannot be written any more from `doe()` on."""
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="a")

    def vol(*_: object) -> None:
        raise LogboekDicht("Er is niets gedaan, want de schijf is vol.")

    return lambda: monkeypatch.setattr(logboek, "schrijf", vol)


@pytest.mark.parametrize("wat", ["aanvaarden", "intrekken"])
def test_wat_niet_in_het_logboek_kan_gebeurt_niet(
    winkel: Winkeldoos, dicht: Callable[[], None], wat: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ervoor, verteld = winkel.bestanden(), regels()
    dicht()
    with winkel.zonder_bouwen():
        if wat == "aanvaarden":
            with pytest.raises(LogboekDicht):
                schrijf_levering(vervolg("nog-een", vervangt="vervolg", reden="r"), door="b")
        else:
            assert main(["trek-in", "vervolg", "--reden", "r", "--door", "b"]) == 1
            assert capsys.readouterr().err == "Er is niets gedaan, want de schijf is vol.\n"
    assert winkel.bestanden() == ervoor
    assert winkel.mappen() == ["feiten", "kader", "vervolg"]
    assert regels() == verteld


def test_de_schijf_loopt_vol_na_het_voornemen(winkel: Winkeldoos, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it came in, and the trail names it; the outcome follows when there is room."""
    echt = logboek.schrijf

    def vol(wat: Gebeurtenis) -> None:
        if wat.soort == "aanvaard" and wat.waarover == "vervolg":
            raise LogboekDicht("vol")
        echt(wat)

    with winkel.zonder_bouwen(), monkeypatch.context() as kapot:
        kapot.setattr(logboek, "schrijf", vol)
        assert schrijf_levering(vervolg(), door="a").is_dir()
    assert [soort for soort, *_ in regels()] == ["aanvaard", "voornemen"]
    lees_bijgewerkt()
    assert [soort for soort, *_ in regels()] == ["aanvaard", "voornemen", "aanvaard"]


def test_een_opdracht_staat_er_met_de_naam_die_zij_noemt(
    winkel: Winkeldoos, capsys: pytest.CaptureFixture[str]
) -> None:
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="a")
        assert main(["trek-in", "vervolg", "--reden", "r", "--door", "Jan"]) == 0
    assert regels()[-1] == ("ingetrokken", "vervolg", "Jan", "opdracht")
    capsys.readouterr()
    assert main(["logboek", "--laatste", "1"]) == 0
    (regel, *_) = capsys.readouterr().out.splitlines()
    assert (
        " ingetrokken: vervolg; Jan (opdracht); gemeente Proefstad; rapport STJ, Proefkader, 2017; levering " in regel
    )
    assert f"datasetversie {alles_versie()}" in regel


AAN_HET_WERK = """
import sys
from data.aanvaarding import vastleggen, wijzigen
from data.bouw import bouwen
from data.aanvaarding.wijzigen import schrijf_levering, trek_in
from tests.data.winkeldoos import vervolg

bouwen.NASLAG = ()
vastleggen._houdt = lambda *_: None
wijzigen.maak_huidig = lambda *_: None
print("klaar", flush=True)
sys.stdin.readline()
for nummer in range(1000):
    schrijf_levering(vervolg(f"v-{sys.argv[1]}-{nummer}"), door="i")
    trek_in(f"v-{sys.argv[1]}-{nummer}", reden="r", door="i")
"""


@pytest.mark.duur
def test_gedood_op_willekeurige_momenten_blijft_het_logboek_waar(winkel: Winkeldoos) -> None:
    """kill -9 while leveringen come and go: none is there without its line, and no line tells of one that is not."""
    toeval, pijp = random.Random(7), subprocess.PIPE
    for ronde in range(voorbeelden(5)):
        opdracht = [sys.executable, "-c", AAN_HET_WERK, str(ronde)]
        with subprocess.Popen(opdracht, cwd=PRODUCT, stdin=pijp, stdout=pijp, text=True) as proces:
            assert proces.stdin is not None
            assert proces.stdout is not None
            proces.stdout.readline()
            proces.stdin.write("\n")
            proces.stdin.flush()
            time.sleep(toeval.uniform(0.02, 0.9))  # the moment is the example
            proces.kill()
    boek, tegen = lees_bijgewerkt()
    verteld = [r.wat.gegevens["levering"] for r in boek.regels if r.wat.soort in logboek.VAN_LEVERING]
    assert sorted(verteld) == sorted(pad.parent.name for pad in winkel.map.glob("*/aanvaarding.csv"))
    assert (boek.breuk, tegen) == (None, [])


# --- the store beside the trail ---------------------------------------------------------------------------------------


def test_een_levering_die_met_haar_controlegetallen_is_veranderd(
    winkel: Winkeldoos, capsys: pytest.CaptureFixture[str]
) -> None:
    """The build holds what agrees with itself; the trail remembers what was accepted."""
    with winkel.zonder_bouwen():
        map_ = schrijf_levering(vervolg(), door="a")
    winkel.zet("vervolg/oordelen", 2, "vindplaats", "tabel 9")
    controlegetallen.schrijf(map_)
    assert winkel.fouten() == []
    assert main(["logboek"]) == 1
    assert capsys.readouterr().err == "Levering ‘vervolg’ is veranderd sinds het logboek haar noemde.\n"


@pytest.mark.parametrize("weg", ["map", "controlegetallen"])
def test_een_levering_die_weg_is_of_haar_controlegetallen(winkel: Winkeldoos, weg: str) -> None:
    with winkel.zonder_bouwen():
        map_ = schrijf_levering(vervolg(), door="a")
    if weg == "map":
        shutil.rmtree(map_)
        zin = "Levering ‘vervolg’ staat in het logboek, maar niet meer tussen de leveringen."
    else:
        for naam in (BESTAND, "aanvaarding.csv"):  # as if it came with the product
            (map_ / naam).unlink()
        zin = "Levering ‘vervolg’ is veranderd sinds het logboek haar noemde."
    assert lees_bijgewerkt()[1] == [zin]


def test_een_intrekking_zonder_controlegetallen_wordt_geweigerd(winkel: Winkeldoos) -> None:
    """It has no original; that it was accepted says its aanvaarding.csv."""
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="a")
        map_ = trek_in("vervolg", reden="r", door="b")
    (map_ / BESTAND).unlink()
    assert [f.bestand for f in winkel.fouten()] == [f"leveringen/{map_.name}/{BESTAND}"]


def test_de_kop_en_de_aanvaarding_staan_onder_het_controlegetal(winkel: Winkeldoos) -> None:
    """Every file of a levering is under its checksums, its own head too: who, when, why, whether it is public."""
    with winkel.zonder_bouwen():
        map_ = schrijf_levering(vervolg(), door="a")
    gedekt = {regel.split("  ", 1)[1] for regel in (map_ / BESTAND).read_text(encoding="utf-8").splitlines()}
    assert gedekt == {pad.name for pad in map_.iterdir()} - {BESTAND}
    assert {"levering.csv", "aanvaarding.csv", "oordelen.csv", "metingen.csv", "rapporten.csv"} <= gedekt
    for naam, kolom, waarde in (("levering", "toelichting", "anders"), ("aanvaarding", "aanvaard_door", "ander")):
        winkel.zet(f"vervolg/{naam}", 2, kolom, waarde)
    assert [(f.bestand, f.mis) for f in winkel.fouten()] == [
        ("leveringen/vervolg/aanvaarding.csv", "het bestand is na aanvaarding veranderd"),
        ("leveringen/vervolg/levering.csv", "het bestand is na aanvaarding veranderd"),
    ]


def test_lezen_terwijl_iemand_aan_het_werk_is_oordeelt_niet(winkel: Winkeldoos) -> None:
    """A voornemen whose levering is on its way in is no voornemen that did not go through."""
    logboek.schrijf(Gebeurtenis("voornemen", "straks", "a", "", {"wat": "aanvaard", "levering": "straks"}))
    with alleen(winkel.map, wacht=False):
        boek, tegen = lees_bijgewerkt()
    assert [regel.wat.soort for regel in boek.regels] == ["voornemen"]
    assert tegen == []
