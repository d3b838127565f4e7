"""data/controles/verdacht_lijst.sql: a word that is not in the list of its column brings its row in."""

from __future__ import annotations

from tests.data.bouwdoos import Doos
from tests.data.controles.verdachten import verdacht


def test_een_woord_uit_een_andere_lijst(doos: Doos) -> None:
    """'voldoet' is a word, but no dekking."""
    doos.zet("feiten/metingen", 2, "dekking", "voldoet")
    assert verdacht(doos, "metingen") == [1]
