"""data/controles/cellen_tabel.sql: the cells of one table, each in a row of its own."""

from __future__ import annotations

import duckdb


def test_elke_cel_met_haar_rij(ruw: duckdb.DuckDBPyConnection) -> None:
    """An empty cell is there too; the number of the row is no cell."""
    vraag = "select rij, kolom, waarde from ruw.cel where tabel = 'themas' and rij in (1, 4) order by all"
    assert ruw.execute(vraag).fetchall() == [
        (1, "editie_id", "proef-1"), (1, "omschrijving", None), (1, "thema", "Thema een"), (1, "thema_id", "t1"),
        (1, "volgorde", "1"), (4, "editie_id", "ander-1"), (4, "omschrijving", None), (4, "thema", "Thema drie"),
        (4, "thema_id", "t3"), (4, "volgorde", "1"),
    ]  # fmt: skip
