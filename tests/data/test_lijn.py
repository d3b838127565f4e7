"""data/lijn.sql on small lineages, worked out by hand from docs/methode.md sections 1 to 3."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.data.afgeleid import Afgeleid
from tests.orakel import schets

SAMENVOEGING = schets("A 2013 X\nB 2013 V\nC 2014 V", opvolging="A>C B>C", einden="A=2013 B=2013")


def rijen(afgeleid: Afgeleid, vraag: str) -> list[tuple[Any, ...]]:
    return afgeleid.con.execute(vraag).fetchall()


def test_de_lijn_is_transitief_en_heeft_zichzelf() -> None:
    afgeleid = Afgeleid(schets("A 2013 X", opvolging="A>B A>C B>D C>D D>E"))
    vraag = (
        "select a.aanpak_id, string_agg(l.aanpak_id, '' order by l.aanpak_id) from opslag.lijn"
        " join opslag.aanpak a using (aanpak_nr) join opslag.aanpak l on l.aanpak_nr = lid_nr group by all order by 1"
    )
    assert rijen(afgeleid, vraag) == [("A", "ABCDE"), ("B", "BDE"), ("C", "CDE"), ("D", "DE"), ("E", "E")]


def test_een_meting_gaat_voor_een_einde() -> None:
    """A was seen after its end, so it lives; B ended on the day of its meting; C was never seen."""
    afgeleid = Afgeleid(schets("A 2014 X\nB 2013 X", einden="A=2013 B=2013 C=2012"))
    vraag = "select aanpak_id, blad, v.einde from opslag.leven v join opslag.aanpak using (aanpak_nr) order by 1"
    assert rijen(afgeleid, vraag) == [
        ("A", True, None), ("B", True, date(2013, 12, 31)), ("C", True, date(2012, 12, 31)),
    ]  # fmt: skip


NAAST = (
    "select meting_id, naast from opslag.lijn_meting join opslag.meting m using (meting_nr)"
    " where opslag.lijn_meting.aanpak_nr = lid_nr order by 1"
)


def test_naast_is_wie_na_zijn_opvolger_is_gemeten() -> None:
    """A before C's meting speaks for the line; on the day of C's meting, and after it, for itself alone."""
    afgeleid = Afgeleid(schets("A 2012 X\nA 2014 X\nA 2015 X\nC 2014 V", opvolging="A>C"))
    assert rijen(afgeleid, NAAST) == [
        ("A 2012-12-31 K.1", False), ("A 2014-12-31 K.1", True), ("A 2015-12-31 K.1", True),
        ("C 2014-12-31 K.1", False),
    ]  # fmt: skip


def test_naast_is_ook_wie_geen_levende_opvolger_heeft() -> None:
    afgeleid = Afgeleid(schets("A 2012 X\nA 2014 X", opvolging="A>C", einden="C=2013"))
    assert rijen(afgeleid, NAAST) == [("A 2012-12-31 K.1", False), ("A 2014-12-31 K.1", True)]


TOETSEN = (
    "select a.aanpak_id, t.moment, t.jaar, t.eigen_meting_nr is not null, s.aanpak_naar, s.bewijs_nr"
    " from opslag.toets t join opslag.toets_samen s using (toets_nr)"
    " join opslag.aanpak a using (aanpak_nr) order by all"
)


def test_toetsen_van_een_samenvoeging() -> None:
    """A and B meet their own test, and that of C together; C its own."""
    assert rijen(Afgeleid(SAMENVOEGING), TOETSEN) == [
        ("A", date(2013, 12, 31), 2013, True, "A", 5),
        ("A", date(2014, 12, 31), 2014, False, "C", 5),
        ("B", date(2013, 12, 31), 2013, True, "B", 5),
        ("B", date(2014, 12, 31), 2014, False, "C", 5),
        ("C", date(2014, 12, 31), 2014, True, "C", 5),
    ]


def test_een_gezamenlijke_toets_is_van_een_peiljaar() -> None:
    """B in June and C in December 2014 are one test for A, as weak as the weaker; C of 2015 is the next."""
    metingen = "A 2012 X\nB 2014-06-30 V bewijs=mondelinge_rapportage\nC 2014-12-31 V\nC 2015 V"
    afgeleid = Afgeleid(schets(metingen, opvolging="A>B A>C"))
    van_a = [rij[1:] for rij in rijen(afgeleid, TOETSEN) if rij[0] == "A"]
    assert van_a[1] == (date(2014, 6, 30), 2014, False, "B + C", 1)
    keten = (
        "select stap, t.moment from keten join opslag.toets t using (toets_nr) join opslag.meting m using (meting_nr)"
        " where m.meting_id = 'A 2012-12-31 K.1' order by 1"
    )
    assert rijen(afgeleid, keten) == [(1, date(2014, 6, 30)), (2, date(2015, 12, 31))]


def test_takken_van_een_splitsing() -> None:
    """A into B and C, C into D: two paths; each with the metingen that speak for it, null where none does."""
    afgeleid = Afgeleid(schets("A 2012 X\nB 2014 V", opvolging="A>B A>C C>D"))
    vraag = (
        "select len(tak), diepte, m.meting_id from tak_meting left join opslag.meting m using (meting_nr)"
        " join opslag.toets t using (toets_nr) where t.moment = '2014-12-31' order by all nulls first"
    )
    assert rijen(afgeleid, vraag) == [
        (2, 1, "A 2012-12-31 K.1"), (2, 2, "B 2014-12-31 K.1"),
        (3, 1, "A 2012-12-31 K.1"), (3, 2, None), (3, 3, None),
    ]  # fmt: skip


def test_een_lijn_leeft_zolang_een_tak_leeft() -> None:
    afgeleid = Afgeleid(schets("A 2012 X\nE 2012 X", opvolging="A>B A>C", einden="B=2013 E=2013"))
    vraag = "select aanpak_id, leeft from lijn_leeft join opslag.aanpak using (aanpak_nr) order by 1"
    assert rijen(afgeleid, vraag) == [("A", True), ("B", False), ("C", True), ("E", False)]
