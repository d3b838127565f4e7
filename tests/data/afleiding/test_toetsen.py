"""data/afleiding/toetsen.sql on small lineages, worked out by hand from docs/methode.md section 3."""

from __future__ import annotations

from datetime import date

from tests.data.afleiding.afgeleid import Afgeleid, rijen
from tests.orakel import schets

TOETSEN = (
    "select a.aanpak_id, t.moment, t.laatste, t.jaar, t.eigen_meting_nr is not null, t.bewijs_nr"
    " from opslag.toets t join opslag.aanpak a using (aanpak_nr) order by all"
)
METINGEN = (
    "select a.aanpak_id, t.moment, m.meting_id from opslag.toets t join opslag.toets_meting using (toets_nr)"
    " join opslag.meting m using (meting_nr) join opslag.aanpak a on a.aanpak_nr = t.aanpak_nr order by all"
)


def test_toetsen_van_een_samenvoeging() -> None:
    """A and B meet their own test, and that of C together; C its own."""
    afgeleid = Afgeleid(schets("A 2013 X\nB 2013 V\nC 2014 V", opvolging="A>C B>C", einden="A=2013 B=2013"))
    eerst, later = date(2013, 12, 31), date(2014, 12, 31)
    assert rijen(afgeleid, TOETSEN) == [
        ("A", eerst, eerst, 2013, True, 5),
        ("A", later, later, 2014, False, 5),
        ("B", eerst, eerst, 2013, True, 5),
        ("B", later, later, 2014, False, 5),
        ("C", later, later, 2014, True, 5),
    ]


def test_een_gezamenlijke_toets_is_van_een_peiljaar() -> None:
    """B in June and C in December 2014 are one test for A, as weak as the weaker; C of 2015 is another."""
    metingen = "A 2012 X\nB 2014-06-30 V bewijs=mondelinge_rapportage\nC 2014-12-31 V\nC 2015 V"
    afgeleid = Afgeleid(schets(metingen, opvolging="A>B A>C"))
    van_a = [rij[1:] for rij in rijen(afgeleid, TOETSEN) if rij[0] == "A"]
    assert van_a[1] == (date(2014, 6, 30), date(2014, 12, 31), 2014, False, 1)
    in_juni = [meting for aanpak, moment, meting in rijen(afgeleid, METINGEN) if (aanpak, moment) == ("A", van_a[1][0])]
    assert in_juni == ["B 2014-06-30 K.1", "C 2014-12-31 K.1"]


def test_een_eigen_toets_is_die_ene_meting() -> None:
    """On the day that A was measured itself, C does not count for A."""
    afgeleid = Afgeleid(schets("A 2012 X\nA 2014 X\nC 2014 V", opvolging="A>C"))
    assert [rij for rij in rijen(afgeleid, METINGEN) if rij[0] == "A"] == [
        ("A", date(2012, 12, 31), "A 2012-12-31 K.1"), ("A", date(2014, 12, 31), "A 2014-12-31 K.1"),
    ]  # fmt: skip
