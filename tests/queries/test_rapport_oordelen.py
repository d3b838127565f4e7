"""The oordelen of one rapport: Alkmaar printed six indicatoren twice, Zwolle thirty-three, Den Helder none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import R_ALKMAAR, R_DEN_HELDER, R_LEEUWARDEN, R_ZWOLLE, rijen
from tests.queries.schetsen import FUSIES, TWEE_VAN_ALLES


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


def test_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """By kader, gemeente and the place in the kader, then by year, day and name; what is left alike by id."""
    antwoord = verzonnen(FUSIES).vraag("rapport_oordelen", rapport="r1")
    assert rijen(antwoord, "gemeente", "indicator_id", "aanpak") == [
        ("Drie", "b1", "Aanpak C"),
        ("Drie", "b1", "Aanpak D"),
        ("Drie", "b2", "Aanpak C"),
        ("Een", "b1", "Aanpak A"),
        ("Twee", "b2", "Aanpak B"),
        ("Vier", "b1", "Aanpak E"),
    ]
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("rapport_oordelen", rapport="r1")
    assert rijen(antwoord, "indicator_id", "gemeente_code", "peiljaar", "uitkomst") == [
        ("c1", "FG0001", 2013, "verbeterpunt"),
        ("b3", "FG0001", 2013, "verbeterpunt"),
        ("b3", "FG0001", 2016, "verbeterpunt"),
        ("b1", "FG0001", 2013, "verbeterpunt"),
        ("b1", "FG0001", 2014, "verbeterpunt"),
        ("b1", "FG0002", 2014, "verbeterpunt"),
        ("b1", "FG0002", 2015, "verbeterpunt"),
        ("b1", "FG0001", 2016, "verbeterpunt"),  # b, in March
        ("b1", "FG0001", 2016, "voldoet"),  # a, in June
        ("b2", "FG0001", 2013, "verbeterpunt"),
        ("b2", "FG0001", 2016, "verbeterpunt"),
        ("b2", "FG0001", 2016, "verbeterpunt"),
    ]
