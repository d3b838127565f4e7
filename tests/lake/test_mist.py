"""Which leveringen publishing would lose."""

from __future__ import annotations

import duckdb

from data.sql import sql


def test_wat_het_lake_kent_en_het_bestand_niet() -> None:
    with duckdb.connect() as con:
        con.execute("attach ':memory:' as lake; attach ':memory:' as nieuw")
        con.execute("create schema lake.openbaar; create schema nieuw.opslag")
        con.execute("create table lake.openbaar.levering as select unnest(['c', 'a', 'b']) as levering_id")
        con.execute("create table nieuw.opslag.levering as select unnest(['b', 'd']) as levering_id")
        vraag = sql("lake/mist").format(schema="openbaar", bestand="nieuw")
        assert con.execute(vraag).fetchall() == [("a",), ("c",)]
