"""The oordelen of one rapport: Alkmaar printed six indicatoren twice, Zwolle thirty-three, Den Helder none."""

from __future__ import annotations

from collections import Counter

import pytest

from queries import Bron
from tests.queries.hulp import R_ALKMAAR, R_DEN_HELDER, R_LEEUWARDEN, R_ZWOLLE, rijen


@pytest.mark.parametrize(
    ("rapport", "verwacht"),
    [
        (R_ALKMAAR, {(2013, "verbeterpunt"): 6, (2014, "verbeterpunt"): 5, (2014, "niet_beoordeeld"): 1}),
        # two aanpakken with 10 ✗ and 2 ✓ in 2013, the wijkteams 6 ✓ in 2014
        (R_LEEUWARDEN, {(2013, "verbeterpunt"): 10, (2013, "voldoet"): 2, (2014, "voldoet"): 6}),
        (R_ZWOLLE, {(2013, "voldoet"): 22, (2013, "verbeterpunt"): 10, (2013, "gemengd"): 1}),
        (R_DEN_HELDER, {}),
        ("geen-rapport", {}),
    ],
)
def test_uitkomsten(bron: Bron, rapport: str, verwacht: dict[tuple[int, str], int]) -> None:
    antwoord = bron.vraag("rapport_oordelen", rapport=rapport)
    assert Counter(rijen(antwoord, "peiljaar", "uitkomst")) == verwacht


def test_volgorde_van_het_kader_en_dan_van_de_jaren(bron: Bron) -> None:
    antwoord = bron.vraag("rapport_oordelen", rapport=R_ALKMAAR)
    assert rijen(antwoord, "indicator_id", "peiljaar")[:4] == [
        ("beleid-beleid-en-visie", 2013),
        ("beleid-beleid-en-visie", 2014),
        ("beleid-gezamenlijke-doelen", 2013),
        ("beleid-gezamenlijke-doelen", 2014),
    ]
