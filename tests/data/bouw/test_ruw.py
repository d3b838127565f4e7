"""data/bouw/ruw.sql: the raw cells live beside the database, never in it."""

from __future__ import annotations

import duckdb
import pytest

from data.levering.vorm import tabellen


def test_ruw_staat_niet_in_wat_gebouwd_is(proef: duckdb.DuckDBPyConnection) -> None:
    schemas = proef.execute("select distinct schema_name from duckdb_tables()").fetchall()
    assert schemas == [("opslag",)]
    assert proef.execute("select count(*) from duckdb_databases() where database_name = 'ruw'").fetchall() == [(0,)]


def test_elke_tabel_met_haar_kolommen_en_haar_rijen(ruw: duckdb.DuckDBPyConnection) -> None:
    """Tables that no levering holds are there, empty."""
    for tabel, kolommen in tabellen().items():
        assert ruw.table(f"ruw.{tabel}").columns == ["rij", *kolommen]
    assert ruw.execute("select rij, meting_id from ruw.metingen").fetchall() == [(1, "m1"), (2, "m2")]


def test_van_elk_bestand_de_levering_en_de_eerste_rij(ruw: duckdb.DuckDBPyConnection) -> None:
    """Two leveringen have a levering.csv: facts before kader, for leveringen go by id."""
    vraag = "select rij, levering_id from ruw.bestand where tabel = '{}' order by rij"
    assert ruw.execute(vraag.format("levering")).fetchall() == [(1, "feiten"), (2, "kader")]
    assert ruw.execute(vraag.format("rapporten")).fetchall() == [(1, "feiten")]


@pytest.mark.parametrize(
    ("namen", "heeft"),
    [(["a.x"], True), (["a.y"], False), (["a.x", "a.y"], False), (["b.y"], True), ([], True)],
)
def test_heeft(ruw: duckdb.DuckDBPyConnection, namen: list[str], heeft: bool) -> None:  # noqa: FBT001
    assert ruw.execute("select ruw.heeft(['a.y'])").fetchall() == [(True,)]
    ruw.execute("insert into ruw.ontbreekt values ('a.y')")
    assert ruw.execute(f"select ruw.heeft({namen}::varchar[])").fetchall() == [(heeft,)]
