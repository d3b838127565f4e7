"""The pairs of years that occur, latest test first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL, rijen
from tests.queries.schetsen import TWEE_VAN_ALLES

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


def test_de_laatste_toets_eerst_en_dan_het_laatste_jaar(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """a: 3 from 2013 to 2016, then 2 wait; b: 1 from 2014 to 2016, then 2 wait; c: 1 from 2014 to 2015, then 1."""
    assert rijen(verzonnen(TWEE_VAN_ALLES).vraag("periodes", kader="fk", verloop=False)) == [
        ("2014-2016", 2014, 2016, 1, 1),
        ("2013-2016", 2013, 2016, 3, 1),
        ("2014-2015", 2014, 2015, 1, 1),
        ("2016-", 2016, None, 4, 1),
        ("2015-", 2015, None, 1, 1),
    ]
