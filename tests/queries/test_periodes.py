"""The pairs of years that occur, latest test first."""

from __future__ import annotations

import pytest

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL, rijen

#: 2013 → 2014: 6 X in Alkmaar, 5 + 5 in Leeuwarden. After 2014: Alkmaar's 5 X and the carried one
STAP = [("2013-2014", 2013, 2014, 16, 2), ("2014-", 2014, None, 6, 1)]


@pytest.mark.parametrize(
    ("kader", "verloop", "verwacht"),
    [
        (BELEID, False, STAP),
        (BELEID, True, STAP[:1]),
        (CASUS, False, [("2013-", 2013, None, 11, 1)]),
        (CASUS, True, [("2013-", 2013, None, 11, 1)]),
        (STELSEL, False, []),
    ],
)
def test_periodes(bron: Bron, kader: str, verloop: bool, verwacht: list[tuple[object, ...]]) -> None:  # noqa: FBT001
    assert rijen(bron.vraag("periodes", kader=kader, verloop=verloop)) == verwacht
