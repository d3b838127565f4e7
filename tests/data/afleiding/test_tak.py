"""tak.sql on small lineages, worked out by hand from docs/methode.md section 3: what branches say together."""

from __future__ import annotations

from tests.data.afleiding.afgeleid import Afgeleid, rijen
from tests.orakel import schets

#: Every pair of a begin of A and a test after it.
PAREN = """
    create temp table paren as
    select b.begin_nr, s.schakel_nr
    from begin b join opslag.aanpak a using (aanpak_nr)
    join schakel s on s.schakel_nr > b.begin_nr and s.schakel_nr < b.einde_nr
    where a.aanpak_id = 'A'
"""


def takken(metingen: str, opvolging: str) -> list[tuple[str, int, int]]:
    """Of the tests of A: the meting that speaks, how late it comes for its branch, and how many branches there are."""
    afgeleid = Afgeleid(schets(metingen, opvolging=opvolging))
    afgeleid.con.execute(PAREN)
    vraag = "select m.meting_id, rang, takken from takken('paren') join opslag.meting m using (meting_nr) order by all"
    return [(str(meting), int(rang), int(aantal)) for meting, rang, aantal in rijen(afgeleid, vraag)]


def test_takken_van_een_splitsing() -> None:
    """A into B and C, C into D: two branches, and something is known of one."""
    assert takken("A 2012 X\nB 2014 V", "A>B A>C C>D") == [("B 2014-12-31 K.1", 1, 2)]


def test_op_een_tak_telt_wie_het_laatst_was() -> None:
    """B in June, then D, which took over from B, in September of the same peiljaar; C has nothing."""
    assert takken("A 2012 X\nB 2014-06-30 V\nD 2014-09-30 X", "A>B A>C B>D") == [
        ("B 2014-06-30 K.1", 1, 2), ("D 2014-09-30 K.1", 2, 2),
    ]  # fmt: skip


def test_wat_voor_het_begin_was_spreekt_niet() -> None:
    """B was seen before A was: only what came after A counts."""
    assert takken("B 2011 V\nA 2012 X\nB 2014 X", "A>B") == [("B 2014-12-31 K.1", 1, 1)]


def test_een_eigen_toets_is_een_tak() -> None:
    assert takken("A 2012 X\nA 2013 V", "A>B") == [("A 2013-12-31 K.1", 1, 1)]


UITKOMST = """
    select o.begrip_nr, u.uitkomst_nr
    from uitkomst_van_takken('kandidaten', 'tak') u join oorsprong o using (oordeel_nr) order by all
"""


def test_voldoet_naast_een_tak_zonder_oordeel_is_onbekend() -> None:
    """b1: B says voldoet and C nothing, so nothing is known; b2: B says verbeterpunt, which is enough."""
    afgeleid = Afgeleid(schets("A 2012 XX\nB 2014 VX", opvolging="A>B A>C"))
    afgeleid.con.execute(PAREN)
    afgeleid.con.execute("create temp table tak as from takken('paren')")
    afgeleid.con.execute(
        "create temp table kandidaten as select oordeel_nr, begrip_nr, begin_nr, schakel_nr"
        " from oorsprong join paren using (begin_nr)"
    )
    assert [uitkomst for _, uitkomst in rijen(afgeleid, UITKOMST)] == [2]
