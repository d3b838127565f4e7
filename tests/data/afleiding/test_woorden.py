"""data/afleiding/woorden.sql: what stands in numbers elsewhere, once, with its words."""

from __future__ import annotations

import duckdb

from tests.data.bouwdoos import Doos

Con = duckdb.DuckDBPyConnection


def test_elke_indicator_staat_er_een_keer_met_zijn_woorden(proef: Con) -> None:
    """i2 stands in the first edition of its kader only."""
    vraag = "select indicator_id, kader_id, niet_meer_in_kader from opslag.indicator_in_woorden order by all"
    assert proef.execute(vraag).fetchall() == [
        ("i1", "proef", False), ("i2", "proef", True), ("j1", "proef", False), ("j2", "proef", False),
        ("k1", "ander", False),
    ]  # fmt: skip


def test_een_begrip_van_nu_staat_in_de_nieuwste_editie(proef: Con) -> None:
    vraag = """
        select distinct i.indicator_id from opslag.begrip_nu as b inner join opslag.indicator as i using (begrip_nr)
        order by all
    """
    assert [indicator for (indicator,) in proef.execute(vraag).fetchall()] == ["i1", "j1", "j2", "k1"]


def test_een_gemeente_met_wat_erin_opging(proef: Con) -> None:
    """FG0003 merged into FG0001."""
    vraag = "select gemeente_code, omvat_code from opslag.omvat_in_woorden order by all"
    assert proef.execute(vraag).fetchall() == [
        ("FG0001", "FG0001"), ("FG0001", "FG0003"), ("FG0002", "FG0002"), ("FG0003", "FG0003"),
    ]  # fmt: skip


def test_de_nummers_van_de_stand_zijn_die_van_haar_woorden(proef: Con) -> None:
    """The uitkomst of i2 is that of m1: m2 printed an empty cell, so that a later test came to nothing."""
    vraag = """
        select s.indicator_id, g.gemeente_code, a.aanpak_id, m.meting_id, r.rapport_id, s.later_niet_beoordeeld
        from opslag.stand_in_woorden as s
        inner join opslag.gemeente as g using (gemeente_nr)
        inner join opslag.aanpak as a using (aanpak_nr)
        inner join opslag.meting as m using (meting_nr)
        inner join opslag.rapport as r on s.rapport_nr = r.rapport_nr
        order by 1
    """
    assert proef.execute(vraag).fetchall() == [
        ("i1", "FG0001", "nieuw", "m2", "rap-2", False),
        ("i2", "FG0001", "nieuw", "m1", "rap-1", True),
    ]


def test_wat_gemeld_is_noemt_het_rapport_van_de_reactie(doos: Doos) -> None:
    """The later verdict on i1 is a verbeterpunt here, and the reactie in rap-2 speaks of it."""
    doos.zet("feiten/oordelen", 6, "teken_gedrukt", "X")
    doos.zet("feiten/oordelen", 6, "uitkomst", "verbeterpunt")
    vraag = """
        select s.indicator_id, s.gemeld, s.gemeld_in, r.rapport_id
        from opslag.stand_in_woorden as s left join opslag.rapport as r on s.gemeld_nr = r.rapport_nr order by 1
    """
    with doos.bouw() as con:
        assert con.execute(vraag).fetchall() == [("i1", True, "rap-2", "rap-2"), ("i2", False, None, None)]


WAAROVER = """
    select b.bevinding_id, w.indicatoren, w.themas, w.kader_ids, w.kader
    from opslag.bevinding_in_woorden as w inner join opslag.bevinding as b using (bevinding_nr) order by 1
"""


def test_waarover_een_bevinding_gaat(proef: Con) -> None:
    """Only b1 names an indicator; all three stand in rapporten that print metingen under proef."""
    assert proef.execute(WAAROVER).fetchall() == [
        ("b1", ["i1"], ["Thema een"], ["proef"], "Proefkader"),
        ("b2", [], [], ["proef"], "Proefkader"),
        ("b3", [], [], ["proef"], "Proefkader"),
    ]


def test_een_bevinding_van_een_aanpak_die_het_rapport_niet_mat_heeft_geen_kader(doos: Doos) -> None:
    """rap-1 prints the meting of oud alone; b1 names nieuw here, and two indicatoren of one thema."""
    doos.zet("feiten/bevindingen", 2, "aanpak_id", "nieuw")
    doos.erbij("feiten/bevinding_indicator", bevinding_id="b1", indicator_id="i2")
    with doos.bouw() as con:
        assert con.execute(WAAROVER).fetchall()[0] == ("b1", ["i1", "i2"], ["Thema een"], [], None)
