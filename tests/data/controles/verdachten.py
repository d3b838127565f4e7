"""What of a table is looked at when it counts as large."""

from __future__ import annotations

import duckdb
import pytest

from data.bouw import ruw
from data.levering.leveringen import zoek
from data.sql import voer_uit
from tests.data.bouwdoos import Doos


def verdacht(doos: Doos, tabel: str) -> list[int]:
    """The rows of a table that the controles look at, where every table is large."""
    with pytest.MonkeyPatch.context() as monkeypatch, duckdb.connect() as con:
        monkeypatch.setattr(ruw, "KLEINE_TABEL", 0)
        voer_uit(con, "schema", "afleiding/macros")
        ruw.laad_ruw(con, zoek([doos.map])[0], doos.database.parent)
        return [rij for (rij,) in con.table(f"ruw.verdacht_{tabel}").project("rij").order("rij").fetchall()]
