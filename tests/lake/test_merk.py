"""What a snapshot says of itself, and what is no publication."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb

from data.lake import lake
from data.lake.lake import Publicatie
from data.sql import sql
from tests.lake.boedel import gepubliceerd


def test_een_snapshot_zegt_wat_erin_staat(nieuw_lake: Callable[[], str], tmp_path: Path) -> None:
    """The latest first; a snapshot that upkeep made is none."""
    waar = nieuw_lake()
    with duckdb.connect() as con:
        lake.open_lake(con, waar, f"data_path '{tmp_path}'")
        for nummer, door in enumerate((lake.MAKER, "onderhoud", lake.MAKER)):
            con.execute(f"begin; create table lake.main.t{nummer} as select 1")
            inhoud = f'{{"openbaar": "v{nummer}", "alles": "d\'a", "bouwwijze": "zo"}}'
            con.execute(sql("lake/merk"), {"door": door, "kort": "kort", "inhoud": inhoud})
            con.execute("commit")
        assert lake.laatste_snapshot(con) == 3
    assert gepubliceerd(waar) == [Publicatie(3, "v2", "d'a", "zo"), Publicatie(1, "v0", "d'a", "zo")]
