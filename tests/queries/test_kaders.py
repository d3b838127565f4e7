"""The three kaders of the rapporten and what is known under each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL, rijen
from tests.queries.schetsen import TWEE_VAN_ALLES


def test_kaders(bron: Bron) -> None:
    # beleid: Alkmaar 6 × 2 + Leeuwarden 6 × 3 oordelen, 2 + 3 metingen; casus: Zwolle 33; Den Helder prints none
    assert rijen(bron.vraag("kaders"), "kader_id", "niveau", "oordelen", "metingen", "gemeenten") == [
        (BELEID, "beleid", 30, 5, 2),
        (CASUS, "casus", 33, 1, 1),
        (STELSEL, "stelsel", 0, 1, 1),
    ]


def test_wie_niets_heeft_staat_er_met_nul(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Most gemeenten first, then most oordelen, then by id: fk has 6 metingen of Een and the other Een."""
    antwoord = rijen(verzonnen(TWEE_VAN_ALLES).vraag("kaders"), "kader_id", "oordelen", "metingen", "gemeenten")
    assert antwoord == [
        ("fk", 11, 6, 2),  # a 3 + 3, b 1 + 2, c 1 + 1
        ("gk", 1, 1, 1),
        ("ak", 0, 1, 1),  # a meting without a verdict
        (BELEID, 0, 0, 0),
        (CASUS, 0, 0, 0),
        (STELSEL, 0, 0, 0),
        ("zk", 0, 0, 0),
    ]
