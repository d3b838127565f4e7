"""data/afleiding/aangekondigd.sql: which follow-up a rapport announces for the indicator of a verbeterpunt."""

from __future__ import annotations

from pathlib import Path

import duckdb

VRAAG = """
    select g.gemeente, i.kort, a.soort, a.opvolging_verwacht_van, a.opvolging_verwacht_tot, s.open
    from opslag.aangekondigd as a
    inner join opslag.stand as s using (aanpak_nr, begrip_nr)
    inner join opslag.aanpak as p using (aanpak_nr)
    inner join opslag.gemeente as g on p.gemeente_nr = g.gemeente_nr
    inner join opslag.indicator as i on s.indicator_nr = i.indicator_nr
    order by all
"""


def test_in_zwolle_geldt_de_zomer_van_2015_voor_wat_een_aanbeveling_noemt(geleverd_bestand: Path) -> None:
    with duckdb.connect(geleverd_bestand, read_only=True) as con:
        rijen = con.execute(VRAAG).fetchall()
    assert {rij[0] for rij in rijen} == {"Zwolle"}
    assert {rij[2:5] for rij in rijen} == {("aanbeveling", "2015-06", "2015-08")}
    # not of "niet loslaten" and "opschalen en afschalen", which no recommendation names
    assert sum(rij[5] for rij in rijen) == 9
