"""The real reports, where they are at hand, read to exactly the shipped verdicts."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from data.rapporten.bekend import bekend
from data.rapporten.gelezen import Cel, Soort, Tabellen
from data.rapporten.herkenning.koppelen import Kaderkennis
from data.rapporten.lezers.tekst import lees
from data.rapporten.oordelen.tabellen import lees_tabellen

WORTEL = Path(__file__).parents[3]
BRONNEN = WORTEL.parent / "shared" / "bronnen"
pytestmark = pytest.mark.skipif(not BRONNEN.is_dir(), reason="de echte rapporten zijn hier niet")

#: the shipped meting of a column, by its year and the name in its head
METINGEN = {
    ("alkmaar-2015", 2013, ""): "alkmaar-helpende-hand-2013-ggsr-beleid",
    ("alkmaar-2015", 2014, ""): "alkmaar-helpende-hand-2014-ggsr-beleid",
    ("leeuwarden-2015", 2013, "Interventieteam Gezinnen"): "leeuwarden-interventieteam-2013-ggsr-beleid",
    (
        "leeuwarden-2015",
        2013,
        "Voorwaardelijke Interventie Gezinnen",
    ): "leeuwarden-voorwaardelijke-interventie-2013-ggsr-beleid",
    ("leeuwarden-2015", 2014, ""): "leeuwarden-sociale-wijkteams-2014-ggsr-beleid",
    ("zwolle-2014", None, ""): "zwolle-bijzondere-doelgroepen-2013-ggsr-casus",
}


@cache
def kennis() -> Kaderkennis:
    return Kaderkennis.uit(bekend())


@cache
def gelezen(begin: str) -> Tabellen:
    (pad,) = BRONNEN.glob(f"{begin}_*.txt")
    return lees_tabellen(lees(pad, lambda _gedaan, _totaal: None), kennis())


def geleverd(levering: str) -> list[dict[str, str]]:
    with (WORTEL / "data" / "leveringen" / levering / "oordelen.csv").open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def sleutel(cel: Cel, levering: str) -> tuple[str, str]:
    koppeling = kennis().indicator(cel.indicator_gedrukt)
    assert koppeling is not None
    return METINGEN[levering, cel.kolom.peiljaar, cel.kolom.aanpak], koppeling.indicator_id


@pytest.mark.parametrize(
    ("begin", "levering", "aantal"),
    [
        ("000", "alkmaar-2015", 12),
        ("001", "alkmaar-2015", 12),
        ("002", "zwolle-2014", 33),
        ("004", "leeuwarden-2015", 18),
    ],
)
def test_elk_oordeel_zoals_geleverd(begin: str, levering: str, aantal: int) -> None:
    cellen = gelezen(begin).cellen
    assert len(cellen) == aantal
    uit_rapport = {sleutel(cel, levering): (cel.lezing.uitkomst, cel.lezing.teken_gedrukt) for cel in cellen}
    verwacht = {
        (rij["meting_id"], rij["indicator_id"]): (rij["uitkomst"], rij["teken_gedrukt"]) for rij in geleverd(levering)
    }
    assert uit_rapport == verwacht


@pytest.mark.parametrize(
    ("begin", "levering"), [("000", "alkmaar-2015"), ("002", "zwolle-2014"), ("004", "leeuwarden-2015")]
)
def test_thema_zoals_geleverd(begin: str, levering: str) -> None:
    themas = {sleutel(cel, levering): cel.thema_gedrukt for cel in gelezen(begin).cellen}
    assert themas == {(rij["meting_id"], rij["indicator_id"]): rij["thema_gedrukt"] for rij in geleverd(levering)}


@pytest.mark.parametrize(("begin", "levering"), [("000", "alkmaar-2015"), ("004", "leeuwarden-2015")])
def test_vindplaats_zoals_geleverd(begin: str, levering: str) -> None:
    plaatsen = {sleutel(cel, levering): cel.vindplaats for cel in gelezen(begin).cellen}
    assert plaatsen == {(rij["meting_id"], rij["indicator_id"]): rij["vindplaats"] for rij in geleverd(levering)}


@pytest.mark.parametrize("begin", ["000", "001"])
def test_lege_cel_van_alkmaar(begin: str) -> None:
    leeg = [cel for cel in gelezen(begin).cellen if cel.lezing.uitkomst == "niet_beoordeeld"]
    assert len(leeg) == 1
    assert leeg[0].kolom.peiljaar == 2014
    assert {Soort.LEGE_CEL, Soort.KOLOM_ONZEKER} <= {twijfel.soort for twijfel in leeg[0].lezing.twijfels}


def test_zwolle_teken_en_tekst() -> None:
    """The five cells of the design: escalation, no analysis, no formal evaluation, one party, closed too early."""
    tegen = {
        sleutel(cel, "zwolle-2014")[1]
        for cel in gelezen("002").cellen
        if Soort.TEKEN_EN_TEKST in {twijfel.soort for twijfel in cel.lezing.twijfels}
    }
    assert tegen == {
        "casus-stagnatie-opheffen",
        "casus-probleemanalyse-met-gezin",
        "casus-evaluatie-met-gezin",
        "casus-afspraken-nakomen",
        "casus-duur",
    }


def test_zwolle_gemengde_cel_en_criteria() -> None:
    cellen = gelezen("002").cellen
    gemengd = [cel for cel in cellen if cel.lezing.uitkomst == "gemengd"]
    assert [cel.lezing.teken_gedrukt for cel in gemengd] == ["✓ X"]
    assert [twijfel.soort for twijfel in gemengd[0].lezing.twijfels] == [Soort.TWEE_TEKENS]
    assert len({cel.criterium_gedrukt for cel in cellen}) == 12


def test_leeuwarden_let_op() -> None:
    apart = [cel for cel in gelezen("004").cellen if cel.lezing.opmerking]
    assert len(apart) == 1
    assert apart[0].lezing.opmerking.startswith("LET OP")
    assert "LET OP" not in apart[0].lezing.toelichting


def test_den_helder_heeft_geen_oordelen() -> None:
    tabellen = gelezen("003")
    assert tabellen.cellen == ()
    assert tabellen.twijfels == ()
    per_thema = Counter(regel.thema_gedrukt for regel in tabellen.kaderregels)
    assert per_thema == {"Toeleiding en toegang": 6, "In Zorg": 7, "Borgen van samenhang in het lokale stelsel": 3}
    assert len({regel.criterium_gedrukt for regel in tabellen.kaderregels}) == 6
    ids = {
        koppeling.indicator_id for r in tabellen.kaderregels if (koppeling := kennis().indicator(r.indicator_gedrukt))
    }
    assert len(ids) == 16
