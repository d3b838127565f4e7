"""Metingen behind a selection that print only some rows of their kader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from queries import Bron
from tests.queries.hulp import ALKMAAR, ALLES, BELEID, CASUS, LEEUWARDEN, STELSEL, ZWOLLE, rijen
from tests.queries.schetsen import FUSIES, SPLITSING_VERTELD

ALKMAAR_2 = [
    ("Alkmaar", "Helpende Hand in de Wijk", 2013, "volledige_toets"),
    ("Alkmaar", "Helpende Hand in de Wijk", 2014, "hertoets_verbeterpunten"),
]
LEEUWARDEN_3 = [
    ("Leeuwarden", "Interventieteam Gezinnen", 2013, "volledige_toets"),
    ("Leeuwarden", "Voorwaardelijke Interventie Gezinnen", 2013, "volledige_toets"),
    ("Leeuwarden", "Sociale Wijkteams", 2014, "mondelinge_rapportage"),
]


@pytest.mark.parametrize(
    ("kader", "gemeenten", "verwacht"),
    [
        (BELEID, None, ALKMAAR_2 + LEEUWARDEN_3),
        (BELEID, [ALKMAAR], ALKMAAR_2),
        (BELEID, [LEEUWARDEN, ZWOLLE], LEEUWARDEN_3),
        (BELEID, [], []),
        (CASUS, None, []),  # Zwolle prints the whole kader
        (STELSEL, None, []),  # Den Helder prints a selection, but no share rests on it
    ],
)
def test_waarschuwing(
    bron: Bron, kader: str, gemeenten: list[str] | None, verwacht: list[tuple[str, str, int, str]]
) -> None:
    assert rijen(bron.vraag("selectie_waarschuwing", **ALLES | {"kader": kader, "gemeenten": gemeenten})) == verwacht


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        ({"periode": "2013-2014"}, ALKMAAR_2 + LEEUWARDEN_3),
        # what goes on from 2014: the doelen of Alkmaar still rest on its meting of 2013
        ({"periode": "2014-"}, [*ALKMAAR_2, LEEUWARDEN_3[2]]),
        ({"themas": ["beleid-continu"], "periode": "2013-2014"}, LEEUWARDEN_3),
        ({"provincies": ["Noord-Holland"]}, ALKMAAR_2),
        ({"bewijzen": ["mondelinge_rapportage"]}, LEEUWARDEN_3),
        ({"onderwerpen": ["niet-loslaten"]}, ALKMAAR_2),
        ({"periode": "1999-2000"}, []),
    ],
)
def test_alleen_wat_is_gekozen(bron: Bron, keuze: dict[str, Any], verwacht: list[tuple[str, str, int, str]]) -> None:
    assert rijen(bron.vraag("selectie_waarschuwing", **ALLES | keuze)) == verwacht


@pytest.mark.parametrize(
    ("gemeente", "gewaarschuwd"),
    [("FG0001", True), ("FG0002", True), ("FG0003", True), ("FG0004", False)],
)
def test_toets_in_de_gemeente_waarin_zij_opging(
    verzonnen: Callable[[Mapping[str, str]], Bron], gemeente: str, *, gewaarschuwd: bool
) -> None:
    """a of FG0001 and b of FG0002 were tested by c's meting in FG0003, a selectie: their shares rest on it too."""
    antwoord = verzonnen(FUSIES).vraag("selectie_waarschuwing", **ALLES | {"kader": "fk", "gemeenten": [gemeente]})
    assert rijen(antwoord, "gemeente", "aanpak") == ([("Drie", "Aanpak C")] if gewaarschuwd else [])


def test_een_tak_van_voor_de_toets(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """What was tested at c in 2021 rests on what b printed, as a selectie, in 2020."""
    antwoord = verzonnen(SPLITSING_VERTELD).vraag(
        "selectie_waarschuwing", **ALLES | {"kader": "fk", "periode": "2020-2021"}
    )
    assert rijen(antwoord) == [("Een", "Aanpak B", 2020, "mondelinge_rapportage")]
