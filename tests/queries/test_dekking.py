"""Coverage, from the rapporten's own words: 2 of 21, 1 of 4, 1 of 6."""

from __future__ import annotations

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL, rijen


def test_dekking(bron: Bron) -> None:
    kolommen = ("kader_id", "aantal_gemeenten", "hier", "gemeenten_hier", "genoemd", "jaar_van", "jaar_tot")
    assert rijen(bron.vraag("dekking"), *kolommen) == [
        # named: Alkmaar, Leeuwarden, Zwolle, and by inference Delft, Lelystad, Maastricht
        (BELEID, 21, 2, "Alkmaar, Leeuwarden", 6, 2013, 2014),
        (CASUS, 4, 1, "Zwolle", 4, 2013, 2014),
        (STELSEL, 6, 1, "Den Helder", 1, 2016, 2017),
    ]
