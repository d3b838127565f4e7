"""The three kaders of the rapporten and what is known under each."""

from __future__ import annotations

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL, rijen


def test_kaders(bron: Bron) -> None:
    # beleid: Alkmaar 6 × 2 + Leeuwarden 6 × 3 oordelen, 2 + 3 metingen; casus: Zwolle 33; Den Helder prints none
    antwoord = rijen(bron.vraag("kaders"), "kader_id", "niveau", "oordelen", "metingen", "gemeenten")
    assert [rij for rij in antwoord if rij[0] in {BELEID, CASUS, STELSEL}] == [
        (BELEID, "beleid", 30, 5, 2),
        (CASUS, "casus", 33, 1, 1),
        (STELSEL, "stelsel", 0, 1, 1),
    ]
