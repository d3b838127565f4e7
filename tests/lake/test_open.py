"""Opening a file beside the lake: as it was asked, and whatever its name."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from data.lake import lake


def test_een_bestand_met_een_vreemde_naam(tmp_path: Path) -> None:
    bestand = tmp_path / "van 't {huis} $1.duckdb"
    with duckdb.connect(bestand) as con:
        con.execute("create table t as select 1 as a")
    with duckdb.connect() as con:
        lake._koppel(con, str(bestand), "anders", "read_only")
        assert con.execute("from anders.t").fetchall() == [(1,)]
        with pytest.raises(duckdb.InvalidInputException, match="read-only"):
            con.execute("create table anders.u as select 1")
