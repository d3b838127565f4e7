"""data/controles/verdacht_vorm.sql: a cell that is empty, blank or not of its kind brings its row in."""

from __future__ import annotations

import pytest

from tests.data.bouwdoos import Doos
from tests.data.controles.verdachten import verdacht


@pytest.mark.parametrize(
    ("kolom", "waarde"),
    [("basis", ""), ("basis", "  "), ("meting_id", "M2"), ("bezoek_op", "2013-02-30"), ("peiljaar", "1850")],
)
def test_een_cel_die_niet_is_zoals_zij_hoort(doos: Doos, kolom: str, waarde: str) -> None:
    doos.zet("feiten/metingen", 3, kolom, waarde)
    assert verdacht(doos, "metingen") == [2]


def test_wat_leeg_mag_zijn_mag_leeg_zijn(doos: Doos) -> None:
    doos.zet("feiten/metingen", 3, "ronde_id", "")
    doos.zet("feiten/metingen", 3, "opmerking", "  ")
    assert verdacht(doos, "metingen") == []
