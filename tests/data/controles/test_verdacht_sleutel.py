"""data/controles/verdacht_sleutel.sql: rows that share their key come in together."""

from __future__ import annotations

from tests.data.bouwdoos import Doos
from tests.data.controles.verdachten import verdacht


def test_beide_rijen(doos: Doos) -> None:
    """Which of them is the second is not known yet."""
    doos.zet("feiten/metingen", 3, "meting_id", "m1")
    assert verdacht(doos, "metingen") == [1, 2]


def test_een_sleutel_van_meer_kolommen(doos: Doos) -> None:
    """What is printed in two rapporten shares two of its three columns, and is no double."""
    assert verdacht(doos, "oordelen") == []
    doos.zet("feiten/oordelen", 4, "rapport_id", "rap-1")
    assert verdacht(doos, "oordelen") == [1, 3]
