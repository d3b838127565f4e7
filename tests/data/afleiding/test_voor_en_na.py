"""data/afleiding/voor_en_na.sql: both sides of a step, for the small set (test_cel.py has what is rare)."""

from __future__ import annotations

from typing import Any

import duckdb

Con = duckdb.DuckDBPyConnection
VRAAG = """
    select i.indicator_id, v.kant, m.meting_id, u.uitkomst
    from opslag.voor_en_na('proef', $gemeente, $periode, false, $begrippen) as v
    inner join opslag.indicator as i using (indicator_nr)
    inner join opslag.meting as m on v.meting_nr = m.meting_nr
    left join opslag.uitkomst as u on v.gedrukt.uitkomst_nr = u.uitkomst_nr
    order by 1, 2 desc
"""
STAPPEN = [
    ("i1", "van", "m1", "verbeterpunt"), ("i1", "naar", "m2", "voldoet"),
    ("i2", "van", "m1", "voldoet"), ("i2", "naar", "m2", "niet_beoordeeld"),
]  # fmt: skip


def vraag(
    con: Con, periode: str, *, gemeente: str = "FG0001", begrippen: list[int] | None = None
) -> list[tuple[Any, ...]]:
    return con.execute(VRAAG, {"gemeente": gemeente, "periode": periode, "begrippen": begrippen}).fetchall()


def test_beide_kanten_van_een_stap(proef: Con) -> None:
    assert vraag(proef, "2013-2014") == STAPPEN
    assert vraag(proef, "2013-2014", gemeente="FG0002") == []


def test_zonder_latere_toets_is_er_een_kant(proef: Con) -> None:
    """Of i2 the ✓ of m1 still counts: m2 printed an empty cell."""
    assert vraag(proef, "2014-") == [("i1", "van", "m2", "voldoet"), ("i2", "van", "m1", "voldoet")]


def test_alleen_de_gevraagde_begrippen(proef: Con) -> None:
    ((i2,),) = proef.execute("select begrip_nr from opslag.indicator where indicator_id = 'i2'").fetchall()
    assert vraag(proef, "2013-2014", begrippen=[i2]) == STAPPEN[2:]
    assert vraag(proef, "2013-2014", begrippen=[]) == []
