"""Before and after behind one cell, read off data/leveringen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, LEEUWARDEN, R_ALKMAAR, R_LEEUWARDEN, R_ZWOLLE, oordelen, rijen
from tests.queries.schetsen import DRIE_KEER_IN_EEN_JAAR, EDITIES, FUSIES, GESPLITST, KADER, VERTELD_EN_GETOETST

HELPENDE, IT, VIG = "Helpende Hand in de Wijk", "Interventieteam Gezinnen", "Voorwaardelijke Interventie Gezinnen"
ALKMAAR_CEL = {
    "kader": BELEID,
    "kolom": "alkmaar-helpende-hand",
    "eenheid": "aanpak",
    "verloop": False,
    "bewijzen": None,
}
#: The cell of aanpak a on b1, of a fictional kader.
CEL_VAN_A = {
    "kader": "fk", "indicator": "b1", "kolom": "a", "eenheid": "aanpak", "verloop": False, "bewijzen": None,
}  # fmt: skip
KOLOMMEN = ("stap", "kant", "aanpak", "peiljaar", "uitkomst", "teken_gedrukt", "bewijs", "rapport_id")


def test_voor_en_na(bron: Bron) -> None:
    antwoord = bron.vraag("cel", **ALKMAAR_CEL, indicator="beleid-doorzettingsmacht", periode="2013-2014")
    assert rijen(antwoord, *KOLOMMEN) == [
        (1, "van", HELPENDE, 2013, "verbeterpunt", "X", "volledige_toets", R_ALKMAAR),
        (1, "naar", HELPENDE, 2014, "verbeterpunt", "X", "hertoets_verbeterpunten", R_ALKMAAR),
    ]
    assert rijen(antwoord, "vindplaats", "dekking", "gepubliceerd") == [
        (f"Uitkomsten verbeterpunten, tabel Toeleiding, rij 3, kolom {jaar}", "selectie", "2015-06")
        for jaar in (2013, 2014)
    ]
    # this rapport prints it under another thema than the kader
    assert rijen(antwoord, "thema", "thema_gedrukt", "ander_thema") == [("De aanpak", "Toeleiding", "Toeleiding")] * 2
    assert str(antwoord.loc[0, "toelichting"]).startswith("De gezinscoach kan geen besluiten nemen")
    assert str(antwoord.loc[1, "bezoek_op"]).startswith("2014-11-25")


def test_lege_cel_en_wat_daarna_overbleef(bron: Bron) -> None:
    doelen = {**ALKMAAR_CEL, "indicator": "beleid-gezamenlijke-doelen"}
    toen = bron.vraag("cel", **doelen, periode="2013-2014")
    assert rijen(toen, "kant", "uitkomst", "status", "overgenomen") == [
        ("van", "verbeterpunt", "niet_beoordeeld", False),
        ("naar", "niet_beoordeeld", "niet_beoordeeld", False),
    ]
    # carried: still the X of 2013, and nothing after it
    nu = bron.vraag("cel", **doelen, periode="2014-")
    assert rijen(nu, "kant", "peiljaar", "uitkomst", "status", "overgenomen") == [
        ("van", 2013, "verbeterpunt", "nog_niet_hertoetst", True)
    ]


def test_gemeente_toont_beide_aanpakken(bron: Bron) -> None:
    # opschaling: IT X → ✓ opgepakt, VIG ✓ → ✓ behouden; both end at the wijkteams
    antwoord = bron.vraag(
        "cel", kader=BELEID, indicator="beleid-opschaling", kolom=LEEUWARDEN, eenheid="gemeente", periode="2013-2014",
        verloop=False, bewijzen=None,
    )  # fmt: skip
    naar = ("naar", "Sociale Wijkteams", 2014, "voldoet", "✓", "mondelinge_rapportage", R_LEEUWARDEN)
    assert rijen(antwoord, *KOLOMMEN) == [
        (1, "van", IT, 2013, "verbeterpunt", "X", "volledige_toets", R_LEEUWARDEN),
        (1, *naar),
        (2, "van", VIG, 2013, "voldoet", "✓", "volledige_toets", R_LEEUWARDEN),
        (2, *naar),
    ]
    assert list(antwoord["status"]) == ["opgepakt", "opgepakt", "behouden", "behouden"]


def test_gemengde_cel(bron: Bron) -> None:
    antwoord = bron.vraag(
        "cel", kader=CASUS, indicator="casus-niet-loslaten", kolom="zwolle-bijzondere-doelgroepen", eenheid="aanpak",
        periode="2013-", verloop=True, bewijzen=None,
    )  # fmt: skip
    assert rijen(antwoord, *KOLOMMEN) == [
        (1, "van", "Bijzondere Doelgroepen", 2013, "gemengd", "✓ X", "casusonderzoek", R_ZWOLLE)
    ]


def test_een_lidwoord_maakt_geen_ander_thema(bron: Bron) -> None:
    antwoord = bron.vraag(
        "cel", kader=BELEID, indicator="beleid-doorzettingsmacht", kolom=LEEUWARDEN, eenheid="gemeente",
        periode="2013-2014", verloop=False, bewijzen=None,
    )  # fmt: skip
    assert set(rijen(antwoord, "thema", "thema_gedrukt", "ander_thema")) == {("De aanpak", "Aanpak", None)}


@pytest.mark.parametrize(
    ("bewijzen", "telt"),
    [
        (None, {"Aanpak A", "Aanpak B"}),
        (["mondelinge_rapportage"], {"Aanpak A"}),
        (["hertoets_verbeterpunten", "volledige_toets"], {"Aanpak B"}),
        # the bewijs of what was found first is not what is chosen
        (["volledige_toets"], set()),
    ],
)
def test_waarvoor_een_cel_staat_bij_gekozen_bewijs(
    verzonnen: Callable[[Mapping[str, str]], Bron], bewijzen: list[str] | None, telt: set[str]
) -> None:
    """All that is known stays; what the filter leaves out of the cell is told apart."""
    for verloop in (False, True):
        antwoord = verzonnen(VERTELD_EN_GETOETST).vraag(
            "cel", kader="fk", indicator="b1", kolom="FG0001", eenheid="gemeente", periode="2013-2014",
            verloop=verloop, bewijzen=bewijzen,
        )  # fmt: skip
        assert rijen(antwoord, "aanpak", "kant", "telt_mee") == [
            (aanpak, kant, aanpak in telt) for aanpak in ("Aanpak A", "Aanpak B") for kant in ("van", "naar")
        ]


def test_onbekende_cel_is_leeg(bron: Bron) -> None:
    assert bron.vraag("cel", **ALKMAAR_CEL, indicator="beleid-opschaling", periode="2013-2014").empty
    assert bron.vraag("cel", **ALKMAAR_CEL, indicator="beleid-doorzettingsmacht", periode="2013-2015").empty


def test_niet_gedrukt(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """b of 2014 printed no row for b1: that is told, with the rapport of the meting."""
    antwoord = verzonnen(FUSIES).vraag("cel", **CEL_VAN_A, periode="2013-2014")
    assert rijen(antwoord, "kant", "aanpak", "uitkomst", "rapport_id", "rapport", "gepubliceerd") == [
        ("van", "Aanpak A", "verbeterpunt", "r1", "Een verzonnen rapport", "2020"),
        ("naar", "Aanpak B", "niet_gedrukt", "r1", "Een verzonnen rapport", "2020"),
    ]


def test_over_edities_heen(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """The cell is found by either name of the begrip."""
    for indicator in ("oud-1", "nieuw-1"):
        antwoord = verzonnen(EDITIES).vraag(
            "cel",
            kader="fk",
            indicator=indicator,
            kolom="a",
            eenheid="aanpak",
            periode="2015-2016",
            verloop=False,
            bewijzen=None,
        )
        assert rijen(antwoord, "kant", "peiljaar", "uitkomst") == [
            ("van", 2015, "verbeterpunt"),
            ("naar", 2016, "voldoet"),
        ]


def test_wat_een_tak_eerder_liet_zien(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """a (X 2013) split into b and c. b ✓ in 2014, c unseen: unknown. c ✓ in 2015: with b's of 2014 picked up."""
    bron = verzonnen(
        KADER
        | {
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B\nc|FG0001|Aanpak C",
            "aanpak_opvolging": "van|naar\na|b\na|c",
        }
        | oordelen("a 2013-06-01 ed b1=X", "b 2014-06-01 ed b1=V", "c 2015-06-01 ed b1=V")
    )
    cel = {"kader": "fk", "indicator": "b1", "kolom": "a", "eenheid": "aanpak", "verloop": False, "bewijzen": None}
    eerst = bron.vraag("cel", **cel, periode="2013-2014")
    assert rijen(eerst, "kant", "aanpak", "status") == [
        ("van", "Aanpak A", "niet_beoordeeld"),
        ("naar", "Aanpak B", "niet_beoordeeld"),
    ]
    toen = bron.vraag("cel", **cel, periode="2014-2015")
    assert rijen(toen, "kant", "aanpak", "peiljaar", "status") == [
        ("van", "Aanpak A", 2013, "opgepakt"),
        ("naar", "Aanpak B", 2014, "opgepakt"),
        ("naar", "Aanpak C", 2015, "opgepakt"),
    ]


def test_de_metingen_van_een_toets_op_volgorde_van_tijd_en_naam(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(GESPLITST).vraag("cel", **CEL_VAN_A, periode="2013-2015")
    assert list(antwoord["aanpak"]) == ["Aanpak A", "Aanpak C", "Aanpak A2", "Aanpak B"]


def test_twee_stappen_van_een_jaar_op_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(DRIE_KEER_IN_EEN_JAAR).vraag("cel", **CEL_VAN_A, periode="2013-2013")
    assert rijen(antwoord, "stap", "kant", "uitkomst", "status") == [
        (1, "van", "verbeterpunt", "niet_opgepakt"),
        (1, "naar", "verbeterpunt", "niet_opgepakt"),
        (2, "van", "verbeterpunt", "opgepakt"),
        (2, "naar", "voldoet", "opgepakt"),
    ]
