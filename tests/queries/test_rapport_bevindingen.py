"""What a rapport says in words, counted by hand in its bevindingen.csv."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import R_ALKMAAR, R_DEN_HELDER, R_LEEUWARDEN, R_ZWOLLE, rijen
from tests.queries.schetsen import TWEE_VAN_ALLES


@pytest.mark.parametrize(
    ("rapport", "verwacht"),
    [
        (R_ALKMAAR, {"reactie": 1, "risico": 1}),
        (R_LEEUWARDEN, {"reactie": 4, "toezegging": 1}),
        (
            R_ZWOLLE,
            {
                "kan_beter": 8,
                "aanbeveling": 7,
                "reactie": 4,
                "sterk_punt": 3,
                "risico": 2,
                "verklaring": 2,
                "oordeel": 1,
            },
        ),
        (
            R_DEN_HELDER,
            {
                "risico": 10,
                "verklaring": 9,
                "verbeterpunt": 4,
                "kans": 3,
                "oordeel": 1,
                "sterk_punt": 1,
                "toezegging": 1,
            },
        ),
        ("geen-rapport", {}),
    ],
)
def test_soorten(bron: Bron, rapport: str, verwacht: dict[str, int]) -> None:
    assert Counter(bron.vraag("rapport_bevindingen", rapport=rapport)["soort"]) == verwacht


def test_een_bevinding_voluit(bron: Bron) -> None:
    antwoord = bron.vraag("rapport_bevindingen", rapport=R_DEN_HELDER)
    (toezegging,) = rijen(antwoord[antwoord["soort"] == "toezegging"], "gemeente", "voor_wie", "pagina", "stand")
    assert toezegging == ("Den Helder", "gemeente Den Helder", 31, None)
    data = antwoord[antwoord["soort"] == "verbeterpunt"]
    assert set(rijen(data, "opvolging_verwacht_van", "opvolging_verwacht_tot", "stand")) == {
        ("2018-01", "2018-06", "open")
    }


def test_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("rapport_bevindingen", rapport="r1")
    assert list(antwoord["titel"]) == ["Doe iets", "Doe meer", "Doe dit", "Let op"]
