"""What is known now of one gemeente, with the text on which it rests."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import ALKMAAR, LEEUWARDEN, ZWOLLE, oordelen, rijen
from tests.queries.schetsen import FUSIES, GEMELD, KADER


def test_alkmaar_zes_open_sinds_2013(bron: Bron) -> None:
    stand = bron.vraag("gemeente_stand", gemeente=ALKMAAR)
    assert rijen(stand, "open", "sinds") == [(True, 2013)] * 6
    # the doelen were last known in 2013: the cell of 2014 is empty
    per_jaar = {str(r["indicator_id"]): (r["peiljaar"], r["later_niet_beoordeeld"]) for _, r in stand.iterrows()}
    assert per_jaar.pop("beleid-gezamenlijke-doelen") == (2013, True)
    assert set(per_jaar.values()) == {(2014, False)}
    visie = stand[stand["indicator_id"] == "beleid-beleid-en-visie"].iloc[0]
    assert visie["toelichting"].startswith("Ongewijzigd:")
    assert visie["vindplaats"].endswith("rij 1, kolom 2014")
    assert str(visie["bezoek_op"])[:10] == "2014-11-25"
    anders = stand[stand["ander_thema"].notna()]
    assert rijen(anders, "indicator_id", "thema", "ander_thema") == [
        (indicator, "De aanpak", "Toeleiding") for indicator in ("beleid-doorzettingsmacht", "beleid-niet-loslaten")
    ]


def test_leeuwarden_niets_open_zwolle_elf(bron: Bron) -> None:
    assert (
        rijen(bron.vraag("gemeente_stand", gemeente=LEEUWARDEN), "aanpak", "open", "bewijs")
        == [("Sociale Wijkteams", False, "mondelinge_rapportage")] * 6
    )
    assert list(bron.vraag("gemeente_stand", gemeente=ZWOLLE)["open"]).count(True) == 11


def test_een_lijn_telt_bij_haar_laatste_gemeente(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    bron = verzonnen(FUSIES)
    assert bron.vraag("gemeente_stand", gemeente="FG0001").empty
    assert rijen(bron.vraag("gemeente_stand", gemeente="FG0003"), "aanpak", "indicator_id", "open") == [
        ("Aanpak C", "b1", False),
        ("Aanpak C", "b2", True),
        ("Aanpak D", "b1", True),
    ]


def test_op_welke_metingen_het_rust(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """b1 of C is X of A and V of B together; b2 is that of A alone, and b3 its own."""
    bron = verzonnen(
        KADER
        | {
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B\nc|FG0001|Aanpak C",
            "aanpak_opvolging": "van|naar\na|c\nb|c",
        }
        | oordelen("a 2013-06-01 ed b1=X b2=X b3=X", "b 2014-06-01 ed b1=V", "c 2016-06-01 ed b3=X")
    )
    assert rijen(bron.vraag("gemeente_stand", gemeente="FG0001"), "indicator_id", "uitkomst", "metingen") == [
        ("b1", "gemengd", "a-2013-06-01 + b-2014-06-01"),
        ("b2", "verbeterpunt", "a-2013-06-01"),
        ("b3", "verbeterpunt", "c-2016-06-01"),
    ]


def test_wat_de_gemeente_zegt_staat_ernaast(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    stand = verzonnen(GEMELD).vraag("gemeente_stand", gemeente="FG0001")
    assert rijen(stand, "indicator_id", "open", "gemeld", "gemeld_in", "gemeld_rapport", "gemeld_op") == [
        ("b1", True, True, "r2", "De reactie van Een", "2021-05"),
        ("b2", True, False, None, None, None),
    ]
