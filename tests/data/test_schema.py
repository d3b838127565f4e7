"""data/schema.sql: codes as small integers, their lists in the order that counts, and nothing else in it yet."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from data.sql import voer_uit
from tests.orakel.wereld import BEWIJZEN

LIJSTEN = {
    "uitkomst": ["voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld"],
    "status": [
        "opgepakt", "deels_opgepakt", "niet_opgepakt", "behouden", "teruggevallen",
        "niet_beoordeeld", "nog_niet_hertoetst", "vervallen",
    ],
    "bewijs": list(BEWIJZEN),
    "dekking": ["heel_kader", "selectie"],
}  # fmt: skip


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as verbinding:
        voer_uit(verbinding, "schema")
        yield verbinding


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_de_lijsten(con: duckdb.DuckDBPyConnection, lijst: str) -> None:
    """Numbered from 1; bewijs from weakest to strongest, as the least of several is what is said."""
    rijen = con.execute(f"select {lijst}_nr, {lijst} from opslag.{lijst} order by 1").fetchall()
    assert rijen == list(enumerate(LIJSTEN[lijst], start=1))


def test_verder_is_alles_leeg(con: duckdb.DuckDBPyConnection) -> None:
    tabellen = [naam for (naam,) in con.execute("select table_name from duckdb_tables()").fetchall()]
    assert len(tabellen) == 29
    for tabel in set(tabellen) - set(LIJSTEN):
        assert con.execute(f"select count(*) from opslag.{tabel}").fetchall() == [(0,)]


def test_geen_opsomming(proef: duckdb.DuckDBPyConnection) -> None:
    """DuckLake, which later carries these tables, refuses ENUM; nor is there one in what is derived."""
    soorten = {soort for (soort,) in proef.execute("select distinct data_type from duckdb_columns()").fetchall()}
    assert not {soort for soort in soorten if soort.startswith("ENUM")}
    codes = proef.execute(
        "select distinct data_type from duckdb_columns() where schema_name = 'opslag' and table_name <> 'toets_samen'"
        " and regexp_matches(column_name, '^(uitkomst|status|bewijs|dekking)(_van|_naar)?_nr$')"
    ).fetchall()
    assert codes == [("UTINYINT",)]
