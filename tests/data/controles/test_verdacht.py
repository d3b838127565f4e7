"""data/controles/verdacht.sql: of a large table only the rows in which something may be wrong, whole."""

from __future__ import annotations

from tests.data.bouwdoos import Doos
from tests.data.controles.verdachten import verdacht


def test_van_een_goed_bestand_wordt_niets_bekeken(doos: Doos) -> None:
    assert [verdacht(doos, tabel) for tabel in ("metingen", "oordelen", "bevindingen", "levering")] == [[], [], [], []]


def test_een_rij_met_twee_fouten_staat_er_een_keer(doos: Doos) -> None:
    doos.zet("feiten/metingen", 3, "basis", "")
    doos.zet("feiten/metingen", 3, "dekking", "half")
    assert verdacht(doos, "metingen") == [2]
