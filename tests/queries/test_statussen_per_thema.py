"""Verbeterpunten per thema and status, told apart from tested, by hand from the table at the top of test_totalen.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from queries import Bron
from tests.queries.hulp import ALKMAAR, ALLES, CASUS, LEEUWARDEN, oordelen, rijen
from tests.queries.schetsen import GEDEELD_THEMA, KADER, TWEE_VAN_ALLES

# Alkmaar was tested again, Leeuwarden told it
PER_AANPAK = [
    ("Toeleiding", "niet_beoordeeld", False, 1),
    ("Toeleiding", "niet_opgepakt", False, 1),
    ("De aanpak", "niet_opgepakt", False, 2),
    ("De aanpak", "opgepakt", True, 2),
    ("Samenwerking", "niet_opgepakt", False, 2),
    ("Samenwerking", "opgepakt", True, 4),
    ("Continu", "opgepakt", True, 4),
]
ZWOLLE = [("Gezin centraal", 3), ("De aanpak", 5), ("Samenwerking", 2), ("Continu", 1)]


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        ({}, PER_AANPAK),
        ({"verloop": True}, PER_AANPAK),
        ({"gemeenten": [ALKMAAR]}, [*PER_AANPAK[:3], PER_AANPAK[4]]),
        (
            {"gemeenten": [LEEUWARDEN], "eenheid": "gemeente"},
            [
                ("De aanpak", "opgepakt", True, 1),
                ("Samenwerking", "opgepakt", True, 3),
                ("Continu", "opgepakt", True, 2),
            ],
        ),
        ({"themas": ["beleid-continu"]}, PER_AANPAK[-1:]),
        ({"bewijzen": ["mondelinge_rapportage"]}, [PER_AANPAK[3], PER_AANPAK[5], PER_AANPAK[6]]),
        (
            {"kader": CASUS, "periode": "2013-"},
            [(thema, "nog_niet_hertoetst", False, aantal) for thema, aantal in ZWOLLE],
        ),
        ({"gemeenten": []}, []),
    ],
)
def test_statussen(bron: Bron, keuze: dict[str, Any], verwacht: list[tuple[str, str, bool, int]]) -> None:
    antwoord = bron.vraag("statussen_per_thema", **{**ALLES, "periode": "2013-2014", **keuze})
    assert rijen(antwoord, "thema", "status", "verteld", "aantal") == verwacht


def test_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """In the order of the kader, of two editions by the first place; then by id; told after tested."""
    antwoord = verzonnen(GEDEELD_THEMA).vraag("statussen_per_thema", **ALLES | {"kader": "fk", "periode": None})
    assert list(dict.fromkeys(antwoord["thema_id"])) == ["t-nieuw", "t-elders"]
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("statussen_per_thema", **ALLES | {"kader": "fk", "periode": None})
    assert list(dict.fromkeys(antwoord["thema_id"])) == ["s", "t"]
    schets = KADER | {"aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0002|Aanpak B"}
    vonden = ("a 2013-06-01 ed b1=X", "a 2014-06-01 ed b1=V bewijs=mondelinge_rapportage")
    bron = verzonnen(schets | oordelen(*vonden, "b 2013-06-01 ed b1=X", "b 2014-06-01 ed b1=V"))
    antwoord = bron.vraag("statussen_per_thema", **ALLES | {"kader": "fk", "periode": "2013-2014"})
    assert rijen(antwoord, "status", "verteld") == [("opgepakt", False), ("opgepakt", True)]
