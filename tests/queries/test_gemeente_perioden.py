"""The pairs of years of one gemeente."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import ALKMAAR, BELEID, CASUS, DEN_HELDER, LEEUWARDEN, ZWOLLE, rijen
from tests.queries.schetsen import FUSIES, TWEE_VAN_ALLES

KOLOMMEN = ("kader_id", "periode", "jaar_van", "jaar_naar", "verbeterpunten", "stappen")


def test_per_gemeente(bron: Bron) -> None:
    # Alkmaar after 2014: 5 found again and 1 carried over the empty cell
    assert rijen(bron.vraag("gemeente_perioden", gemeente=ALKMAAR), *KOLOMMEN) == [
        (BELEID, "2013-2014", 2013, 2014, 6, 6),
        (BELEID, "2014-", 2014, None, 6, 6),
    ]
    assert rijen(bron.vraag("gemeente_perioden", gemeente=LEEUWARDEN), *KOLOMMEN) == [
        (BELEID, "2013-2014", 2013, 2014, 10, 12),
        (BELEID, "2014-", 2014, None, 0, 6),
    ]
    assert rijen(bron.vraag("gemeente_perioden", gemeente=ZWOLLE), *KOLOMMEN) == [(CASUS, "2013-", 2013, None, 11, 33)]
    assert bron.vraag("gemeente_perioden", gemeente=DEN_HELDER).empty


def test_wat_opging_telt_mee(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """FG0002 has a (of FG0001) and b: b1 of a is skipped in 2014 and met in 2016, b2 of b in 2016."""
    assert rijen(verzonnen(FUSIES).vraag("gemeente_perioden", gemeente="FG0002"), *KOLOMMEN[1:]) == [
        ("2014-2016", 2014, 2016, 2, 2),
        ("2013-2014", 2013, 2014, 1, 1),
    ]


def test_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Of a and b, by kader, the latest test first, and then the latest year: as periodes.sql."""
    assert rijen(verzonnen(TWEE_VAN_ALLES).vraag("gemeente_perioden", gemeente="FG0001"), *KOLOMMEN) == [
        ("fk", "2014-2016", 2014, 2016, 1, 1),
        ("fk", "2013-2016", 2013, 2016, 3, 3),
        ("fk", "2016-", 2016, None, 4, 5),  # a's ✓ on b1 waits too
        ("gk", "2013-", 2013, None, 1, 1),
    ]
