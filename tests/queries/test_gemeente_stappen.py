"""Before and after in one gemeente, read off data/leveringen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import ALKMAAR, BELEID, LEEUWARDEN, R_LEEUWARDEN, rijen
from tests.queries.schetsen import DRIE_KEER_IN_EEN_JAAR, EDITIES, FUSIES, GESPLITST, TWEE_VAN_ALLES

KOLOMMEN = ("stap", "kant", "indicator_id", "aanpak", "peiljaar", "uitkomst", "status")


def test_alkmaar_voor_en_na(bron: Bron) -> None:
    antwoord = bron.vraag("gemeente_stappen", gemeente=ALKMAAR, kader=BELEID, periode="2013-2014")
    assert len(antwoord) == 12  # six steps of two sides
    doelen = antwoord[antwoord["indicator_id"] == "beleid-gezamenlijke-doelen"]
    assert rijen(doelen, "kant", "peiljaar", "uitkomst", "status", "toelichting")[1] == (
        "naar", 2014, "niet_beoordeeld", "niet_beoordeeld", None,
    )  # fmt: skip
    macht = antwoord[antwoord["indicator_id"] == "beleid-doorzettingsmacht"]
    assert rijen(macht, "kant", "vindplaats") == [
        ("van", "Uitkomsten verbeterpunten, tabel Toeleiding, rij 3, kolom 2013"),
        ("naar", "Uitkomsten verbeterpunten, tabel Toeleiding, rij 3, kolom 2014"),
    ]
    assert list(antwoord["status"]).count("niet_opgepakt") == 10
    anders = antwoord[antwoord["ander_thema"].notna()]
    assert set(rijen(anders, "indicator_id", "thema", "ander_thema")) == {
        (indicator, "De aanpak", "Toeleiding") for indicator in ("beleid-doorzettingsmacht", "beleid-niet-loslaten")
    }
    assert len(anders) == 4


def test_wat_overgenomen_is_en_geen_latere_toets_heeft(bron: Bron) -> None:
    antwoord = bron.vraag("gemeente_stappen", gemeente=ALKMAAR, kader=BELEID, periode="2014-")
    assert set(antwoord["kant"]) == {"van"}
    doelen = antwoord[antwoord["indicator_id"] == "beleid-gezamenlijke-doelen"]
    assert rijen(doelen, "peiljaar", "jaar_van", "overgenomen") == [(2013, 2014, True)]
    assert antwoord["overgenomen"].sum() == 1


def test_twee_aanpakken_blijven_twee_stappen(bron: Bron) -> None:
    antwoord = bron.vraag("gemeente_stappen", gemeente=LEEUWARDEN, kader=BELEID, periode="2013-2014")
    opschaling = antwoord[antwoord["indicator_id"] == "beleid-opschaling"]
    assert rijen(opschaling, "kant", "aanpak", "uitkomst", "status", "rapport_id") == [
        ("van", "Interventieteam Gezinnen", "verbeterpunt", "opgepakt", R_LEEUWARDEN),
        ("naar", "Sociale Wijkteams", "voldoet", "opgepakt", R_LEEUWARDEN),
        ("van", "Voorwaardelijke Interventie Gezinnen", "voldoet", "behouden", R_LEEUWARDEN),
        ("naar", "Sociale Wijkteams", "voldoet", "behouden", R_LEEUWARDEN),
    ]
    assert antwoord["stap"].nunique() == 12


def test_over_een_fusie_heen(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """On the page of FG0003 the step of a (FG0001) that c met in 2016; b of 2014 printed no row."""
    bron = verzonnen(FUSIES)
    toen = bron.vraag("gemeente_stappen", gemeente="FG0003", kader="fk", periode="2013-2014")
    assert rijen(toen, *KOLOMMEN) == [
        (1, "van", "b1", "Aanpak A", 2013, "verbeterpunt", "niet_beoordeeld"),
        (1, "naar", "b1", "Aanpak B", 2014, "niet_gedrukt", "niet_beoordeeld"),
    ]
    # also of what was not printed: the rapport of the meting
    assert rijen(toen, "rapport_id", "rapport") == [("r1", "Een verzonnen rapport")] * 2
    nu = bron.vraag("gemeente_stappen", gemeente="FG0003", kader="fk", periode="2014-2016")
    assert rijen(nu, *KOLOMMEN) == [
        (1, "van", "b1", "Aanpak A", 2013, "verbeterpunt", "opgepakt"),
        (1, "naar", "b1", "Aanpak C", 2016, "voldoet", "opgepakt"),
        (2, "van", "b2", "Aanpak B", 2014, "verbeterpunt", "niet_opgepakt"),
        (2, "naar", "b2", "Aanpak C", 2016, "verbeterpunt", "niet_opgepakt"),
    ]


def test_over_edities(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(EDITIES).vraag("gemeente_stappen", gemeente="FG0001", kader="fk", periode="2015-2016")
    # a's indicator stands under another thema (t-oud) than b's, which comes first (t-nieuw)
    assert rijen(antwoord, "aanpak", "peiljaar", "uitkomst") == [
        ("Aanpak B", 2015, "verbeterpunt"),
        ("Aanpak B", 2016, "verbeterpunt"),
        ("Aanpak A", 2015, "verbeterpunt"),
        ("Aanpak A", 2016, "voldoet"),
    ]


def test_volgorde(bron: Bron, verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """In the order of the kader; what stands in one place there, or has one name, by id."""
    alkmaar = bron.vraag("gemeente_stappen", gemeente="GM0361", kader="ggsr-beleid", periode="2013-2014")
    assert list(dict.fromkeys(alkmaar["thema"])) == ["Toeleiding", "De aanpak", "Samenwerking"]
    wacht = verzonnen(TWEE_VAN_ALLES).vraag("gemeente_stappen", gemeente="FG0001", kader="fk", periode="2016-")
    assert rijen(wacht, "stap", "indicator_id", "meting_id") == [
        (1, "b3", "a-2016-06-01"),
        (2, "b1", "a-2016-06-01"),
        (3, "b1", "b-2016-03-01"),
        (4, "b2", "a-2016-06-01"),
        (5, "b2", "b-2016-03-01"),
    ]


def test_de_metingen_van_een_toets_op_volgorde_van_tijd_en_naam(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(GESPLITST).vraag("gemeente_stappen", gemeente="FG0001", kader="fk", periode="2013-2015")
    assert rijen(antwoord, "kant", "aanpak") == [
        ("van", "Aanpak A"),
        ("naar", "Aanpak C"),
        ("naar", "Aanpak A2"),
        ("naar", "Aanpak B"),
    ]


def test_twee_stappen_van_een_jaar_op_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    bron = verzonnen(DRIE_KEER_IN_EEN_JAAR)
    antwoord = bron.vraag("gemeente_stappen", gemeente="FG0001", kader="fk", periode="2013-2013")
    assert rijen(antwoord, "stap", "indicator_id", "meting_id")[:4] == [
        (1, "b1", "a-2013-02-01"),
        (1, "b1", "a-2013-06-01"),
        (2, "b1", "a-2013-06-01"),
        (2, "b1", "a-2013-11-01"),
    ]
