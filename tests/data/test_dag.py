"""A day is read in one way: as the product writes it."""

from __future__ import annotations

from datetime import date

import pytest

from data.dag import lees_dag


@pytest.mark.parametrize(
    ("tekst", "dag"), [("2026-01-01", date(2026, 1, 1)), ("2024-02-29", date(2024, 2, 29)), ("0001-01-01", date.min)]
)
def test_een_dag(tekst: str, dag: date) -> None:
    assert lees_dag(tekst) == dag


@pytest.mark.parametrize(
    "tekst",
    [
        *("", "2026-1-1", "20261101", "2026-W01-1", "2026W011", "2026-001", "2026-02-29", "2026-13-01", "0000-01-01"),
        *("2026-01-01 ", " 2026-01-01", "2026-01-01\n", "2026/01/01", "01-01-2026", "2026-01-01T00:00", "٢٠٢٦-٠١-٠١"),
    ],
)
def test_geen_dag(tekst: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        lees_dag(tekst)
