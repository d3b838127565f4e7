"""data/afleiding/lijn.sql on small lineages, worked out by hand from docs/methode.md sections 1 and 2."""

from __future__ import annotations

from datetime import date

from tests.data.afleiding.afgeleid import Afgeleid, rijen
from tests.orakel import schets


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


def test_een_lijn_leeft_zolang_een_tak_leeft() -> None:
    afgeleid = Afgeleid(schets("A 2012 X\nE 2012 X", opvolging="A>B A>C", einden="B=2013 E=2013"))
    vraag = "select aanpak_id, leeft from lijn_leeft join opslag.aanpak using (aanpak_nr) order by 1"
    assert rijen(afgeleid, vraag) == [("A", True), ("B", False), ("C", True), ("E", False)]
