"""The statements that copy a schema: every table that is there, and nothing of what was there before."""

from __future__ import annotations

import duckdb

from data.lake.lake import kopieer
from data.sql import sql


def test_elke_tabel_en_niets_anders() -> None:
    with duckdb.connect() as con:
        con.execute("attach ':memory:' as van; attach ':memory:' as naar")
        con.execute("""create schema van.opslag; create schema naar.s; create table naar.s.oud as select 1""")
        con.execute("""create table van.opslag."met ""haak" as select 3 as a union all select 1 union all select 2""")
        con.execute("create table van.opslag.leeg (a utinyint, b varchar[]); create view van.opslag.blik as select 9")
        con.execute("create table van.main.elders as select 1")
        kopieer(con, "van.opslag", "naar.s")
        tabellen = "select table_name from duckdb_tables() where database_name = 'naar' order by all"
        assert con.execute(tabellen).fetchall() == [("leeg",), ('met "haak',)]
        assert con.execute('from naar.s."met ""haak"').fetchall() == [(3,), (1,), (2,)]
        soorten = "select data_type from duckdb_columns() where database_name = 'naar' and table_name = 'leeg'"
        assert con.execute(soorten).fetchall() == [("UTINYINT",), ("VARCHAR[]",)]


def test_zonder_tabellen_wordt_het_schema_leeg() -> None:
    with duckdb.connect() as con:
        con.execute("create schema s; create table s.oud as select 1")
        kopieer(con, "nergens.opslag", "memory.s")
        assert con.execute("select count(*) from duckdb_tables()").fetchall() == [(0,)]
        (opdrachten,) = con.execute(sql("lake/kopie"), {"van": "nergens.opslag", "naar": "memory.s"}).fetchall()
        assert opdrachten == ("drop schema if exists memory.s cascade; create schema memory.s;",)
