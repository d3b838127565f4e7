"""What is known now of one gemeente, with the text on which it rests."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import ALKMAAR, LEEUWARDEN, ZWOLLE, rijen
from tests.queries.schetsen import FUSIES, GEMELD


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


def test_wat_de_gemeente_zegt_staat_ernaast(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    stand = verzonnen(GEMELD).vraag("gemeente_stand", gemeente="FG0001")
    assert rijen(stand, "indicator_id", "open", "gemeld", "gemeld_in", "gemeld_rapport", "gemeld_op") == [
        ("b1", True, True, "r2", "De reactie van Een", "2021-05"),
        ("b2", True, False, None, None, None),
    ]
