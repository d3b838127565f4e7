"""The onderwerpen that the indicatoren of a kader were mapped to, by name."""

from __future__ import annotations

import pytest

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL


@pytest.mark.parametrize(
    ("kader", "verwacht"),
    [
        # 10 indicatoren: two on beleid-en-visie, three on doorzettingsmacht, five on one each
        (
            BELEID,
            [
                "beleid-en-visie", "beschikbaarheid", "doorzettingsmacht-en-opschaling", "duur-en-vervolg",
                "informatiedeling", "niet-loslaten", "samenwerkingsafspraken",
            ],
        ),
        ("geen-kader", []),
    ],
)  # fmt: skip
def test_onderwerpen(bron: Bron, kader: str, verwacht: list[str]) -> None:
    antwoord = bron.vraag("onderwerpen", kader=kader)
    assert sorted(antwoord["onderwerp_id"]) == verwacht
    assert list(antwoord["onderwerp"]) == sorted(antwoord["onderwerp"])


def test_aantal_per_kader(bron: Bron) -> None:
    # of the 18: casus misses beleid-en-visie, veiligheid-kinderen, toerusting. stelsel has betrokkenheid, analyse,
    # veiligheid, eigen kracht, maatwerk, regie, plan, evaluatie, niet loslaten, duur
    assert len(bron.vraag("onderwerpen", kader=CASUS)) == 15
    assert len(bron.vraag("onderwerpen", kader=STELSEL)) == 10
