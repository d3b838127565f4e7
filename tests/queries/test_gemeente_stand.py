"""What is known now of one gemeente, with the text on which it rests."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from queries import Bron
from tests.queries.hulp import ALKMAAR, LEEUWARDEN, ZWOLLE, oordelen, rijen
from tests.queries.schetsen import FUSIES, GEMELD, KADER, TWEE_VAN_ALLES
from tests.queries.test_agenda import SCHETS


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


def test_wat_is_aangekondigd_hoort_bij_een_aanpak(
    verzonnen: Callable[[Mapping[str, str]], Bron],
) -> None:
    """p1 announces follow-up on b1 of a until March 2021; p3, on b2, is closed. See the sketch of test_agenda.py."""
    stand = verzonnen(SCHETS).vraag("gemeente_stand", gemeente="FG0001")
    assert rijen(stand, "aanpak", "indicator_id", "via_soort", "uiterlijk") == [
        ("Aanpak A", "b1", "aanbeveling", pd.Timestamp(2021, 3, 31)),
        ("Aanpak A", "b2", None, None),
        ("Aanpak B", "b1", None, None),
        ("Aanpak B", "b2", None, None),
    ]


def test_volgorde(bron: Bron, verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """By kader and aanpak, then in the order of the kader; what stands in one place there, or has one name, by id."""
    themas = bron.vraag("gemeente_stand", gemeente=ALKMAAR)["thema"]
    assert list(dict.fromkeys(themas)) == ["Toeleiding", "De aanpak", "Samenwerking"]
    stand = verzonnen(TWEE_VAN_ALLES).vraag("gemeente_stand", gemeente="FG0001")
    assert rijen(stand, "kader_id", "aanpak_id", "indicator_id", "sinds") == [
        ("fk", "a", "b3", 2013),
        ("fk", "a", "b1", None),
        ("fk", "a", "b2", 2013),
        ("fk", "b", "b1", 2014),
        ("fk", "b", "b2", 2016),
        ("gk", "a", "c1", 2013),
    ]
