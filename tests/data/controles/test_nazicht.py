"""data/controles/nazicht.sql: each promise is kept by a build, and found out when it is broken."""

from __future__ import annotations

import duckdb
import pytest

from data.bouw.maken import TELLING, VIEWS, leid_af
from data.sql import sql, voer_uit


@pytest.fixture
def con(ruw: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The small set at the end of a build, its raw cells still there."""
    voer_uit(ruw, "bouw/laden")
    leid_af(ruw)
    voer_uit(ruw, *TELLING, *VIEWS)
    return ruw


def test_een_goede_bouw_breekt_niets(con: duckdb.DuckDBPyConnection) -> None:
    assert con.execute(sql("controles/nazicht")).fetchall() == []


@pytest.mark.parametrize(
    ("breuk", "belofte"),
    [
        ("delete from opslag.oordeel where uitkomst_nr = 4", "elke regel met een indicator, meting en rapport"),
        ("delete from opslag.telling where not verloop and oordeel_nr = 1",
         "elke bekende uitkomst heeft een opvolging"),
        ("insert into opslag.telling from opslag.telling where not verloop and status_nr <> 6 limit 1",
         "elke bekende uitkomst heeft precies één laatste rij"),
        ("update opslag.telling set uitkomst_van_nr = 99 where not verloop",
         "de woorden verliezen geen rij van de opvolging"),
        ("update opslag.telling set status_nr = 99 where verloop", "de woorden verliezen geen rij van het verloop"),
        ("delete from opslag.stand_in_woorden where indicator_id = 'i1'", "de woorden verliezen geen rij van de stand"),
        ("insert into opslag.stand from opslag.stand limit 1", "de stand noemt elke aanpak en indicator één keer"),
        ("delete from opslag.bevinding where bevinding_nr = 1", "alle bevindingen komen terug"),
    ],
)  # fmt: skip
def test_een_gebroken_belofte_komt_uit(con: duckdb.DuckDBPyConnection, breuk: str, belofte: str) -> None:
    con.execute(breuk)
    gebroken = [naam for naam, aantal in con.execute(sql("controles/nazicht")).fetchall() if aantal]
    assert any(naam.startswith(belofte) for naam in gebroken), gebroken


def test_elke_belofte_heeft_hier_haar_breuk() -> None:
    """As many promises in the file as are broken above."""
    breuken = test_een_gebroken_belofte_komt_uit.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert sql("controles/nazicht").count("union all") + 1 == len(breuken)
