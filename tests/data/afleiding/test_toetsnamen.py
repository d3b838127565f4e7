"""data/afleiding/toetsnamen.sql: the aanpakken and rapporten behind a test, each once, in order."""

from __future__ import annotations

from tests.data.afleiding.afgeleid import Afgeleid, rijen
from tests.orakel import schets

NAMEN = (
    "select a.aanpak_id, t.jaar, s.aanpak_naar from opslag.toets t join opslag.toets_samen s using (toets_nr)"
    " join opslag.aanpak a using (aanpak_nr) order by a.aanpak_id, t.moment"
)


def test_een_toets_noemt_ieder_een_keer() -> None:
    """B twice and C once in 2014 are one test for A."""
    afgeleid = Afgeleid(schets("A 2012 X\nC 2014-06-30 V\nB 2014-07-31 V\nB 2014-12-31 V", opvolging="A>B A>C"))
    assert rijen(afgeleid, NAMEN)[:2] == [("A", 2012, "A"), ("A", 2014, "B + C")]


def test_elke_toets_heeft_een_naam() -> None:
    afgeleid = Afgeleid(schets("A 2013 X\nB 2013 V\nC 2014 V", opvolging="A>C B>C"))
    telling = "select (select count(*) from opslag.toets), count(*), count(distinct toets_nr) from opslag.toets_samen"
    assert rijen(afgeleid, telling) == [(5, 5, 5)]
