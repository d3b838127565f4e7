"""data/bouw/aantallen.sql: what a build says that it holds."""

from __future__ import annotations

import duckdb

from data.sql import sql


def test_aantallen_van_de_kleine_set(proef: duckdb.DuckDBPyConnection) -> None:
    """4 oordelen of 6 printed rows (m1 is printed twice), of which 3 are known; the lines run on in one course each."""
    assert proef.execute(sql("bouw/aantallen")).fetchall() == [
        ("rapporten", 2),
        ("metingen", 2),
        ("oordelen", 4),
        ("opvolging", 4),
        ("verloop", 2),
        ("stand", 2),
        ("bevindingen", 3),
        ("actiepunten", 1),
    ]


def test_elk_zicht_wordt_zelf_geteld(geleverd: duckdb.DuckDBPyConnection) -> None:
    aantallen = dict(geleverd.execute(sql("bouw/aantallen")).fetchall())
    aantallen.pop("rapporten")
    assert aantallen == {
        zicht: geleverd.execute(f"select count(*) from {zicht}").fetchall()[0][0] for zicht in aantallen
    }
