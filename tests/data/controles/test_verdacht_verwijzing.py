"""data/controles/verdacht_verwijzing.sql: a name of something that is nowhere brings its row in."""

from __future__ import annotations

from tests.data.bouwdoos import Doos
from tests.data.controles.verdachten import verdacht


def test_wat_nergens_staat(doos: Doos) -> None:
    doos.zet("feiten/metingen", 2, "ronde_id", "r9")
    assert verdacht(doos, "metingen") == [1]


def test_wat_in_een_andere_tabel_staat(doos: Doos) -> None:
    """o1 is an onderwerp, and no ronde."""
    doos.zet("feiten/metingen", 3, "ronde_id", "o1")
    assert verdacht(doos, "metingen") == [2]
