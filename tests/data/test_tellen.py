"""data/tellen.sql: what several rows of one cell come to, and what is counted (tests/queries counts more)."""

from __future__ import annotations

from collections import Counter
from itertools import combinations_with_replacement

import duckdb
import pytest

from tests.orakel import cel, eenheid

VAN_VERBETERPUNT = (
    "opgepakt", "deels_opgepakt", "niet_opgepakt", "niet_beoordeeld", "nog_niet_hertoetst", "vervallen",
)  # fmt: skip
VAN_VOLDOET = ("behouden", "teruggevallen", "niet_beoordeeld", "nog_niet_hertoetst", "vervallen")

Con = duckdb.DuckDBPyConnection


def samen(con: Con, statussen: tuple[str, ...], verbeterpunten: int) -> str:
    aantal = Counter(statussen)
    geteld = [verbeterpunten, *(aantal[s] for s in ("opgepakt", "deels_opgepakt", "niet_opgepakt", "teruggevallen"))]
    getallen = ", ".join(map(str, geteld))
    vraag = f"select opslag.status_samen({getallen}, '{min(statussen)}', '{max(statussen)}')"
    return str(con.execute(vraag).fetchall()[0][0])


def test_status_van_een_cel_met_verbeterpunten(proef: Con) -> None:
    """Every set of up to three rows, as the oracle puts them together."""
    for n in (1, 2, 3):
        for statussen in combinations_with_replacement(VAN_VERBETERPUNT, n):
            assert samen(proef, statussen, n) == eenheid(statussen), statussen


def test_status_van_een_cel_zonder_verbeterpunt(proef: Con) -> None:
    for n in (1, 2, 3):
        for statussen in combinations_with_replacement(VAN_VOLDOET, n):
            assert samen(proef, statussen, 0) == cel(statussen), statussen


@pytest.mark.parametrize(("van", "naar", "periode"), [("2013", "2014", "2013-2014"), ("2013", "null", "2013-")])
def test_periode(proef: Con, van: str, naar: str, periode: str) -> None:
    assert proef.execute(f"select opslag.periode({van}, {naar})").fetchall() == [(periode,)]


def test_geteld(proef: Con) -> None:
    """Five verbeterpunten, of which two opgepakt (one told), and one voldoet that was kept."""
    vraag = """
        select unnest(opslag.geteld(status, was, verteld)) from (values
            ('opgepakt', true, true), ('opgepakt', true, false), ('niet_opgepakt', true, false),
            ('niet_beoordeeld', true, false), ('vervallen', true, false), ('behouden', false, false)
        ) as t (status, was, verteld)
    """
    antwoord = proef.execute(vraag)
    namen = [kolom[0] for kolom in antwoord.description]
    assert {naam: n for naam, n in zip(namen, antwoord.fetchall()[0], strict=True) if n} == {
        "vastgesteld": 5, "beoordeeld": 3, "opgepakt": 2, "verteld": 1, "getoetst": 1, "niet_opgepakt": 1,
        "niet_beoordeeld": 1, "vervallen": 1, "behouden": 1,
    }  # fmt: skip


SELECTIE = "select kolom, indicator_id, periode, status from {}('proef', {}, '{}', false) order by all"
ALLES = "null, null, null, null, null, null"


def test_selectie_van_de_kleine_set(proef: Con) -> None:
    """The old approach's two oordelen, what the empty cell left behind, and the new approach's own.

    i1 stands in two editions and is called by the newest, j1.
    """
    assert proef.execute(SELECTIE.format("selectie", ALLES, "aanpak")).fetchall() == [
        ("Nieuwe aanpak", "j1", "2014-", "nog_niet_hertoetst"),
        ("Oude aanpak", "i2", "2013-2014", "niet_beoordeeld"),
        ("Oude aanpak", "i2", "2014-", "nog_niet_hertoetst"),
        ("Oude aanpak", "j1", "2013-2014", "opgepakt"),
    ]


@pytest.mark.parametrize(
    ("keuze", "aantal"),
    [
        ("['t1'], null, null, null, null, null", 4),
        ("['t2'], null, null, null, null, null", 2),
        ("['t1b'], null, null, null, null, null", 0),
        ("null, ['o1'], null, null, null, null", 4),
        ("null, null, ['FG0001'], null, null, null", 4),
        ("null, null, ['FG0003'], null, null, null", 0),
        ("null, null, null, ['Proefland'], null, null", 4),
        ("null, null, null, null, '2013-2014', null", 2),
        ("null, null, null, null, '2014-', null", 2),
        ("null, null, null, null, null, ['hertoets_verbeterpunten']", 2),
        ("null, null, null, null, null, ['volledige_toets']", 0),
    ],
)
def test_een_filter(proef: Con, keuze: str, aantal: int) -> None:
    for naam in ("selectie", "cellen"):
        assert len(proef.execute(SELECTIE.format(naam, keuze, "gemeente")).fetchall()) == aantal
