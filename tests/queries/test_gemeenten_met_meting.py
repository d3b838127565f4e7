"""Of which gemeenten there is a meting, under a kader or at all."""

from __future__ import annotations

import pytest

from queries import Bron
from tests.queries.hulp import ALKMAAR, BELEID, CASUS, DEN_HELDER, LEEUWARDEN, STELSEL, ZWOLLE, rijen

A = (ALKMAAR, "Alkmaar", "Noord-Holland")
D = (DEN_HELDER, "Den Helder", "Noord-Holland")
L = (LEEUWARDEN, "Leeuwarden", "Fryslân")
Z = (ZWOLLE, "Zwolle", "Overijssel")


@pytest.mark.parametrize(
    ("kader", "verwacht"), [(None, [A, D, L, Z]), (BELEID, [A, L]), (CASUS, [Z]), (STELSEL, [D]), ("geen-kader", [])]
)
def test_gemeenten(bron: Bron, kader: str | None, verwacht: list[tuple[str, str, str]]) -> None:
    assert rijen(bron.vraag("gemeenten_met_meting", kader=kader)) == verwacht
