"""The public contract: the columns that others rely on, by docs/contract.md, in a built database."""

from __future__ import annotations

import pytest

from queries import Bron
from tests.contract import CONTRACT


@pytest.mark.parametrize("view", CONTRACT)
def test_view_heeft_de_beloofde_kolommen(bron: Bron, view: str) -> None:
    kolommen = bron._con.cursor().table(view).columns
    assert set(CONTRACT[view].split()) - set(kolommen) == set()
    assert len(set(kolommen)) == len(kolommen)


# counted by hand in data/leveringen: 12 + 18 + 33 oordelen; 63 - 1 empty cell known, each a row, and 1 more for the
# empty cell's carried X; 18 + 33 courses; 6 + 6 + 33 indicatoren; 2 + 5 + 27 + 29 bevindingen, of which
# 7 + 4 actiepunten
AANTALLEN = {
    "oordelen": 63, "opvolging": 63, "verloop": 51, "stand": 45, "bevindingen": 63, "actiepunten": 11, "dataset": 1,
}  # fmt: skip


@pytest.mark.parametrize(("view", "aantal"), AANTALLEN.items())
def test_view_heeft_alle_rijen(bron: Bron, view: str, aantal: int) -> None:
    assert len(bron._con.cursor().table(view).df()) == aantal
