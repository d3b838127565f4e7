"""data/afleiding/tellen.sql: what several rows of one cell come to, and what is counted (tests/queries counts more)."""

from __future__ import annotations

from itertools import combinations_with_replacement

import duckdb
import pytest

from queries.loper import SELECTIE
from tests.orakel import cel, eenheid

VAN_VERBETERPUNT = (
    "opgepakt", "deels_opgepakt", "niet_opgepakt", "niet_beoordeeld", "nog_niet_hertoetst", "vervallen",
)  # fmt: skip
VAN_VOLDOET = ("behouden", "teruggevallen", "niet_beoordeeld", "nog_niet_hertoetst", "vervallen")

Con = duckdb.DuckDBPyConnection


def samen(con: Con, rijen: list[tuple[str, bool]]) -> str:
    """What rows of one cell come to: status and was_verbeterpunt of each."""
    waarden = ", ".join(f"('{status}', {was})" for status, was in rijen)
    vraag = f"""
        select s.status from opslag.status as s where s.status_nr = (
            select status_samen(t.status_nr, r.was)
            from (values {waarden}) as r (status, was) inner join opslag.status as t using (status)
        )
    """
    return str(con.execute(vraag).fetchall()[0][0])


def test_status_van_een_cel_met_verbeterpunten(proef: Con) -> None:
    """Every set of up to three rows, as the oracle puts them together; what was no verbeterpunt has no say."""
    for n in (1, 2, 3):
        for statussen in combinations_with_replacement(VAN_VERBETERPUNT, n):
            rijen = [(status, True) for status in statussen]
            assert samen(proef, rijen) == eenheid(statussen), statussen
            assert samen(proef, [*rijen, *((status, False) for status in VAN_VOLDOET)]) == eenheid(statussen), statussen


def test_status_van_een_cel_zonder_verbeterpunt(proef: Con) -> None:
    for n in (1, 2, 3):
        for statussen in combinations_with_replacement(VAN_VOLDOET, n):
            assert samen(proef, [(status, False) for status in statussen]) == cel(statussen), statussen


@pytest.mark.parametrize(("van", "naar", "periode"), [("2013", "2014", "2013-2014"), ("2013", "null", "2013-")])
def test_periode(proef: Con, van: str, naar: str, periode: str) -> None:
    assert proef.execute(f"select opslag.periode({van}, {naar})").fetchall() == [(periode,)]


@pytest.mark.parametrize(
    ("van", "naar", "periode", "erin"),
    [
        ("2013", "2014", "2013-2014", True),
        ("2013", "2014", "2013-2015", False),
        ("2013", "2014", "2013-", False),
        ("2013", "null", "2013-", True),
        ("2013", "null", "2013-2014", False),
        # what is written in another way is another text, and finds nothing
        ("2013", "2014", "02013-2014", False),
        ("2013", "2014", "2013-2014-2015", False),
        ("2013", "null", "2013-geen", False),
    ],
)
def test_in_periode(proef: Con, van: str, naar: str, periode: str, erin: bool) -> None:  # noqa: FBT001
    vraag = f"select coalesce(opslag.in_periode({van}, {naar}, ?), false)"
    assert proef.execute(vraag, [periode]).fetchall() == [(erin,)]


def test_geteld(proef: Con) -> None:
    """Five verbeterpunten, two of them opgepakt (one told) and one found before; four times a voldoet that was kept."""
    vraag = """
        select unnest(opslag.geteld(status_nr, was, verteld, eerder, n)) from (values
            ('opgepakt', true, true, false, 1), ('opgepakt', true, false, false, 1),
            ('niet_opgepakt', true, false, false, 1), ('niet_beoordeeld', true, false, true, 1),
            ('vervallen', true, false, false, 1), ('behouden', false, false, true, 4)
        ) as t (status, was, verteld, eerder, n)
        inner join opslag.status using (status)
    """
    antwoord = proef.execute(vraag)
    namen = [kolom[0] for kolom in antwoord.description]
    assert {naam: n for naam, n in zip(namen, antwoord.fetchall()[0], strict=True) if n} == {
        "vastgesteld": 5, "beoordeeld": 3, "opgepakt": 2, "verteld": 1, "getoetst": 1, "niet_opgepakt": 1,
        "niet_beoordeeld": 1, "vervallen": 1, "behouden": 4, "eerder_vastgesteld": 1,
    }  # fmt: skip


EENHEDEN = """
    select i.indicator_id, opslag.periode(e.jaar_van, e.jaar_naar), s.status
    from opslag.eenheden(opslag.selectie('proef'{}), {}, '{}', false) as e
    inner join opslag.begrip_naam as i using (begrip_nr)
    inner join opslag.status as s using (status_nr)
    order by all
"""


@pytest.mark.parametrize("eenheid_", ["aanpak", "gemeente"])
def test_eenheden_van_de_kleine_set(proef: Con, eenheid_: str) -> None:
    """The old approach's two oordelen, what the empty cell left behind, and the new approach's own.

    i1 stands in two editions and is called by the newest, j1. No two of them share a gemeente, indicator and period.
    """
    assert proef.execute(EENHEDEN.format("", "null", eenheid_)).fetchall() == [
        ("i2", "2013-2014", "niet_beoordeeld"),
        ("i2", "2014-", "nog_niet_hertoetst"),
        ("j1", "2013-2014", "opgepakt"),
        ("j1", "2014-", "nog_niet_hertoetst"),
    ]


CELLEN = (
    "select kolom, indicator_id, periode, status from cellen(opslag.selectie('proef'{}), {}, '{}', false) order by all"
)


def test_cellen_van_de_kleine_set(proef: Con) -> None:
    assert proef.execute(CELLEN.format("", "null", "aanpak")).fetchall() == [
        ("Nieuwe aanpak", "j1", "2014-", "nog_niet_hertoetst"),
        ("Oude aanpak", "i2", "2013-2014", "niet_beoordeeld"),
        ("Oude aanpak", "i2", "2014-", "nog_niet_hertoetst"),
        ("Oude aanpak", "j1", "2013-2014", "opgepakt"),
    ]


@pytest.mark.parametrize(
    ("keuze", "periode", "aantal"),
    [
        (", themas := ['t1']", "null", 4),
        (", themas := ['t2']", "null", 2),
        (", themas := ['t1b']", "null", 0),
        (", onderwerpen := ['o1']", "null", 4),
        (", gemeenten := ['FG0001']", "null", 4),
        (", gemeenten := ['FG0003']", "null", 0),
        (", provincies := ['Proefland']", "null", 4),
        ("", "'2013-2014'", 2),
        ("", "'2014-'", 2),
        (", bewijzen := ['hertoets_verbeterpunten']", "null", 2),
        (", bewijzen := ['volledige_toets']", "null", 0),
    ],
)
def test_een_filter(proef: Con, keuze: str, periode: str, aantal: int) -> None:
    for vraag in (EENHEDEN, CELLEN):
        for eenheid_ in ("aanpak", "gemeente"):
            assert len(proef.execute(vraag.format(keuze, periode, eenheid_)).fetchall()) == aantal


def test_een_selectie_heeft_de_namen_die_een_vraag_geeft(proef: Con) -> None:
    """Else a filter that a reader chose would be bound and never looked at."""
    (selectie,) = proef.execute("select opslag.selectie('proef')").fetchall()[0]
    assert selectie == dict.fromkeys(SELECTIE) | {"kader": "proef"}
