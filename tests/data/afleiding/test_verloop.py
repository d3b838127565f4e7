"""data/afleiding/verloop.sql on small cases, worked out by hand from docs/methode.md section 5."""

from __future__ import annotations

import pytest

from tests.data.afleiding.afgeleid import Afgeleid
from tests.orakel import schets

# aanpak, jaar_van, jaar_naar, uitkomst_naar, status
Rij = tuple[str, int, int | None, str | None, str]


@pytest.mark.parametrize(
    ("metingen", "opvolging", "verwacht"),
    [
        ("A 2013 X\nA 2014 X\nA 2015 V", "", [("A", 2013, 2015, "voldoet", "opgepakt")]),
        ("A 2013 V\nA 2014 X\nA 2015 M", "", [("A", 2013, 2015, "gemengd", "teruggevallen")]),
        ("A 2013 X\nA 2014 V\nA 2015 -", "", [("A", 2013, 2014, "voldoet", "opgepakt")]),
        ("A 2012 -\nA 2013 X\nA 2014 V", "", [("A", 2013, 2014, "voldoet", "opgepakt")]),
        ("A 2013 X\nA 2014 -\nA 2015 .", "", [("A", 2013, 2015, "niet_beoordeeld", "niet_beoordeeld")]),
        ("A 2013 X", "", [("A", 2013, None, None, "nog_niet_hertoetst")]),
        ("A 2013 -", "", []),
        ("A 2013 X\nB 2014 V", "A>B", [("A", 2013, 2014, "voldoet", "opgepakt")]),
        (
            "A 2013 X\nB 2013 V\nC 2014 V",
            "A>C B>C",
            [("A", 2013, 2014, "voldoet", "opgepakt"), ("B", 2013, 2014, "voldoet", "behouden")],
        ),
        ("A 2013 X\nB 2014 V", "A>B A>C", [("A", 2013, 2014, "niet_beoordeeld", "niet_beoordeeld")]),
        ("A 2013 X\nB 2014 V\nC 2015 X", "A>B A>C", [("A", 2013, 2015, "gemengd", "deels_opgepakt")]),
        ("A 2013 X\nB 2014 V\nB 2015 -", "A>B", [("A", 2013, 2014, "voldoet", "opgepakt")]),
        (
            "A 2013 X\nB 2014 V\nB 2015 -\nB 2016 -\nB 2017 -\nB 2018 -",
            "A>B",
            [("A", 2013, 2014, "voldoet", "opgepakt")],
        ),
    ],
    ids=["eerste en laatste", "terug", "leeg telt niet", "leeg begint niet", "alleen leeg", "geen toets", "onbekend",
         "opvolger", "samen", "tak onbekend", "takken samen", "daarna leeg", "daarna lang leeg"],
)  # fmt: skip
def test_verloop(metingen: str, opvolging: str, verwacht: list[Rij]) -> None:
    rijen = Afgeleid(schets(metingen, opvolging=opvolging)).verloop().elements()
    assert sorted((rij[1], rij[5], rij[6], rij[9], rij[10]) for rij in rijen) == verwacht


def test_zonder_levende_tak_is_het_vervallen() -> None:
    rijen = list(Afgeleid(schets("A 2013 X", einden="A=2014")).verloop().elements())
    assert [(rij[5], rij[6], rij[10]) for rij in rijen] == [(2013, None, "vervallen")]


def test_ook_wat_alleen_door_het_einde_van_een_tak_bekend_wordt_telt() -> None:
    # in 2014 nobody knows of C; in 2016 C is no more, so that B speaks alone; 2017 adds nothing
    wereld = schets("A 2013 X\nB 2014 V\nB 2016 -\nB 2017 -", opvolging="A>B A>C", einden="C=2015")
    rijen = list(Afgeleid(wereld).verloop().elements())
    assert [(rij[1], rij[5], rij[6], rij[9], rij[10]) for rij in rijen] == [("A", 2013, 2016, "voldoet", "opgepakt")]
