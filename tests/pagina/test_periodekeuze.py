"""With which pair of years Overzicht opens a kader, and that the others stand beside it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote_plus

import pytest

from pagina.beeld.telling import opent_met
from tests.pagina.conftest import Open, waarden


def paar(jaar_van: int, jaar_naar: int | None, gemeenten: int) -> dict[str, int | None]:
    return {"jaar_van": jaar_van, "jaar_naar": jaar_naar, "gemeenten_met_verbeterpunt": gemeenten}


@pytest.mark.parametrize(
    ("gemeenten", "eerst"),
    [
        ({(2025, 2026): 1, (2024, 2025): 6}, 2024),  # one small rapport leaves the picture as it is
        ({(2025, 2026): 3, (2024, 2025): 6}, 2024),  # half is not most
        ({(2025, 2026): 4, (2024, 2025): 6}, 2025),
        ({(2025, 2026): 1, (2024, 2025): 2}, 2024),
        ({(2025, 2026): 1, (2024, 2026): 4, (2024, 2025): 6}, 2024),  # of two pairs that end in one year
        ({(2023, 2024): 20, (2013, 2014): 21}, 2023),  # an old round that was a little larger does not stay in front
        ({(2025, 2026): 0, (2024, 2025): 1}, 2024),
        ({(2025, 2026): 0, (2024, 2025): 0}, 2025),  # no verbeterpunt at all: the latest test
        ({(2025, 2026): 1, (2024, None): 9}, 2025),  # what waits for a test does not come before a test
        ({(2025, None): 1, (2024, None): 9}, 2024),
    ],
)
def test_de_nieuwste_periode_met_de_meeste_gemeenten(gemeenten: dict[tuple[int, int | None], int], eerst: int) -> None:
    paren = [paar(van, naar, aantal) for (van, naar), aantal in gemeenten.items()]
    gekozen = opent_met(paren)
    assert gekozen is not None
    assert gekozen["jaar_van"] == eerst
    assert gekozen is next(rij for rij in paren if rij["jaar_van"] == eerst)


def test_zonder_periodes_is_er_niets_te_kiezen() -> None:
    assert opent_met([]) is None


def test_een_klein_rapport_schuift_de_andere_gemeenten_niet_weg(open_pagina: Open, kleine_hertoets_map: Path) -> None:
    """2014 → 2015: a ✓ ✗, b ✗, c ✓ ✓ and an empty cell. 2015 → 2016: of a alone its ✗, now ✓."""
    app = open_pagina("overzicht", map_=kleine_hertoets_map)

    def weg(jaren: str) -> str:
        return f"[{jaren}](opvolging?kader=Verzonnen+kader&periode={quote_plus(jaren)})"

    assert waarden(app.markdown)[1].splitlines() == [
        "- **Verzonnen kader**, 2014 → 2015: Zes verbeterpunten, waarvan drie opgepakt (alle drie opnieuw getoetst); "
        "twee niet opgepakt; één is wel hertoetst maar niet beoordeeld. Samen gaan zij over drie verschillende "
        "indicatoren; een indicator telt bij elke aanpak apart.",
        f"    - Nieuwer, bij minder gemeenten: {weg('2015 → 2016')}, één verbeterpunt bij één gemeente.",
        f"    - Ook: {weg('2015 → nog geen hertoets')}, twee verbeterpunten bij twee gemeenten.",
    ]
    assert [(tegel.label, tegel.value) for tegel in app.metric][::2] == [("Vastgesteld", "6"), ("Opgepakt", "3")]
    (periode,) = (lijst for lijst in app.selectbox if lijst.label == "Periode")
    assert periode.value == "2014-2015"
    naar_opvolging = f"[Bekijk de opvolging van Verzonnen kader]({weg('2014 → 2015').partition('(')[2]}"
    assert any(zin.startswith(naar_opvolging) for zin in waarden(app.markdown))
