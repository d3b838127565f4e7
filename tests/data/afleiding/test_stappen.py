"""data/afleiding/stappen.sql: the rows of steps and courses with what is known at both ends, one for one."""

from __future__ import annotations

from datetime import date

from tests.data.afleiding.afgeleid import Afgeleid, rijen
from tests.orakel import schets

#: A's verbeterpunt is passed over in 2014, and picked up in 2015.
OVERGESLAGEN = schets("A 2013 X\nA 2014 .\nA 2015 V")


def test_een_overgenomen_stap_begint_waar_zij_is_overgeslagen() -> None:
    vraag = (
        "select jaar_van, jaar_naar, moment_van, overgenomen, uitkomst_van_nr, uitkomst_naar_nr, status_nr,"
        " was_verbeterpunt, bewijs_van_nr, bewijs_naar_nr from opvolging_rij order by all nulls last"
    )
    assert rijen(Afgeleid(OVERGESLAGEN), vraag) == [
        (2013, 2014, date(2013, 12, 31), False, 2, 4, 6, True, 5, 5),
        (2014, 2015, date(2014, 12, 31), True, 2, 1, 1, True, 5, 5),
        (2015, None, date(2015, 12, 31), False, 1, None, 7, False, 5, None),
    ]


def test_een_verloop_gaat_van_de_eerste_naar_de_laatste() -> None:
    vraag = (
        "select jaar_van, jaar_naar, moment_van, overgenomen, uitkomst_van_nr, uitkomst_naar_nr, status_nr"
        " from verloop_rij"
    )
    assert rijen(Afgeleid(OVERGESLAGEN), vraag) == [(2013, 2015, date(2013, 12, 31), False, 2, 1, 1)]


def test_er_valt_geen_rij_weg() -> None:
    afgeleid = Afgeleid(schets("A 2012 XV\nB 2014 .X\nC 2014 V.\nC 2015 VV", opvolging="A>B A>C"))
    for smal, breed in (("stap", "opvolging_rij"), ("loop", "verloop_rij")):
        telling = f"select (select count(*) from {smal}), count(*) from {breed}"
        (aantallen,) = rijen(afgeleid, telling)
        assert aantallen[0] == aantallen[1] > 0
