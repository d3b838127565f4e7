"""The table of faults adds up what tests recorded."""

from __future__ import annotations

from tests.fouten.tafel import tabel


def test_rijen_van_een_fout_worden_opgeteld() -> None:
    assert tabel([("kill", 100, 90, 0), ("schijf vol", 1, 1, 0), ("kill", 4, 3, 1)]) == [
        "fout       | geprobeerd | op het moment zelf | verloren",
        "-------------------------------------------------------",
        "kill       |        104 |                 93 |        1",
        "schijf vol |          1 |                  1 |        0",
        "samen      |        105 |                 94 |        1",
    ]
