"""Verbeterpunten per thema and status, told apart from tested, by hand from the table at the top of test_totalen.py."""

from __future__ import annotations

from typing import Any

import pytest

from queries import Bron
from tests.queries.hulp import ALKMAAR, ALLES, CASUS, LEEUWARDEN, rijen

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
