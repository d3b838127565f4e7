"""keten.sql on small lineages, worked out by hand from docs/methode.md section 3: what follows on what."""

from __future__ import annotations

from tests.data.afleiding.afgeleid import Afgeleid, rijen
from tests.orakel import Wereld, schets

#: Per meting and klas that its editie holds: the tests after it up to the end of its course, as aanpak and moment.
KETENS = """
    select m.meting_id, string_agg(strftime(t.moment, '%Y-%m'), ' ' order by s.schakel_nr)
    from begin b join opslag.meting m using (meting_nr)
    join schakel s on s.schakel_nr > b.begin_nr and s.schakel_nr <= b.einde_nr
    left join opslag.toets t using (toets_nr)
    group by m.meting_id, b.klas_nr order by all
"""


def ketens(wereld: Wereld) -> list[tuple[str, str | None]]:
    return [(meting, keten) for meting, keten in rijen(Afgeleid(wereld), KETENS)]


def test_een_lijn_is_een_keten() -> None:
    assert ketens(schets("A 2012 X\nC 2013 V\nC 2014 V", opvolging="A>C")) == [
        ("A 2012-12-31 K.1", "2013-12 2014-12"),
        ("C 2013-12-31 K.1", "2014-12"),
        ("C 2014-12-31 K.1", None),
    ]


def test_een_gezamenlijke_toets_gaat_voorbij_aan_wat_erin_valt() -> None:
    """B in June and C in December are one test for A; C of 2015 comes after it. For B and C each is its own."""
    metingen = "A 2012 X\nB 2014-06-30 V\nC 2014-12-31 V\nC 2015 V"
    assert ketens(schets(metingen, opvolging="A>B A>C"))[0] == ("A 2012-12-31 K.1", "2014-06 2015-12")


def test_een_toets_die_het_begrip_niet_heeft_telt_niet() -> None:
    """Edition K.2 dropped b2: what is known of b2 has no test in 2014, and meets one again in 2015."""
    edities = {"K.1": "b1 b2", "K.2": "b1"}
    metingen = "A 2013 XX editie=K.1\nA 2014 V editie=K.2\nA 2015 XX editie=K.1"
    assert ketens(schets(metingen, edities=edities)) == [
        ("A 2013-12-31 K.1", "2014-12 2015-12"), ("A 2013-12-31 K.1", "2015-12"),
        ("A 2014-12-31 K.2", "2015-12"),
        ("A 2015-12-31 K.1", None), ("A 2015-12-31 K.1", None),
    ]  # fmt: skip


def test_waar_een_toets_een_eigen_meting_inhaalt_heeft_elke_meting_haar_eigen_keten() -> None:
    """A's joint test of 2014 runs from B in June to C in December, past A's own meting of September."""
    metingen = "A 2012 X\nB 2014-06-30 V\nA 2014-09-30 X\nC 2014-12-31 V\nC 2015 V"
    van_a = [keten for keten in ketens(schets(metingen, opvolging="A>B A>C")) if keten[0].startswith("A")]
    assert van_a == [("A 2012-12-31 K.1", "2014-06 2015-12"), ("A 2014-09-30 K.1", "2014-12 2015-12")]
