"""data/afleiding/stand.sql on small cases, worked out by hand from docs/methode.md section 6."""

from __future__ import annotations

import pytest

from tests.data.afleiding.afgeleid import Afgeleid
from tests.orakel import schets

# aanpak, uitkomst, peiljaar, open, sinds
Rij = tuple[str, str, int, bool | None, int | None]


@pytest.mark.parametrize(
    ("metingen", "opvolging", "einden", "verwacht"),
    [
        ("A 2013 X\nA 2014 V", "", "", [("A", "voldoet", 2014, False, None)]),
        ("A 2013 X\nA 2014 -", "", "", [("A", "verbeterpunt", 2013, True, 2013)]),
        ("A 2012 X\nA 2013 X\nA 2014 M", "", "", [("A", "gemengd", 2014, True, 2012)]),
        ("A 2012 X\nA 2013 V\nA 2014 X", "", "", [("A", "verbeterpunt", 2014, True, 2014)]),
        ("A 2013 -", "", "", []),
        ("A 2013 X", "A>B", "", [("B", "verbeterpunt", 2013, True, 2013)]),
        ("A 2013 X\nB 2014 V", "A>B", "", [("B", "voldoet", 2014, False, None)]),
        ("A 2012 V\nB 2013 X", "A>C B>C", "", [("C", "gemengd", 2013, True, 2013)]),
        ("A 2013 V", "A>C B>C", "", [("C", "niet_beoordeeld", 2013, None, None)]),
        ("A 2013 X", "A>C B>C", "", [("C", "verbeterpunt", 2013, True, 2013)]),
        (
            "A 2013 X\nB 2014 V", "A>B A>C", "",
            [("B", "voldoet", 2014, False, None), ("C", "verbeterpunt", 2013, True, 2013)],
        ),
        ("A 2013 X", "", "A=2014", [("A", "verbeterpunt", 2013, True, 2013)]),
        ("A 2013 X", "A>B A>C", "B=2014", [("C", "verbeterpunt", 2013, True, 2013)]),
        ("A 2013 X", "A>B A>C", "B=2014 C=2015", [("C", "verbeterpunt", 2013, True, 2013)]),
        ("A 2013 X", "A>B A>C", "B=2014 C=2014", [("C", "verbeterpunt", 2013, True, 2013)]),
    ],
    ids=["laatste", "leeg", "sinds", "tussendoor goed", "niets", "opvolger erft", "opvolger weet", "samen",
         "half onbekend", "onbekend naast X", "splitsing", "einde", "een eind leeft", "laatste einde",
         "einde op een dag"],
)  # fmt: skip
def test_stand(metingen: str, opvolging: str, einden: str, verwacht: list[Rij]) -> None:
    rijen = Afgeleid(schets(metingen, opvolging=opvolging, einden=einden)).stand().elements()
    assert sorted((rij[1], rij[3], rij[4], rij[8], rij[9]) for rij in rijen) == verwacht


def test_bewijs_is_het_zwakste_van_wat_telt() -> None:
    """What ran into C was told of A and tested, later, at B: both are why C is said to do well."""
    metingen = "A 2012 V bewijs=mondelinge_rapportage\nB 2013 V"
    ((_, aanpak, _, uitkomst, peiljaar, _, bewijs, *_),) = Afgeleid(schets(metingen, opvolging="A>C B>C")).stand()
    assert (aanpak, uitkomst, peiljaar, bewijs) == ("C", "voldoet", 2013, "mondelinge_rapportage")


def test_wat_naast_de_opvolger_is_gevonden_is_een_eigen_einde() -> None:
    """A was seen again after C had been: it lives beside C, and has a stand of its own."""
    rijen = Afgeleid(schets("A 2012 X\nC 2013 V\nA 2014 X", opvolging="A>C")).stand().elements()
    assert sorted((rij[1], rij[3], rij[4]) for rij in rijen) == [("A", "verbeterpunt", 2014), ("C", "voldoet", 2013)]


def test_een_indicator_die_de_nieuwste_editie_niet_heeft() -> None:
    wereld = schets("A 2013 XX editie=K.1\nA 2014 V editie=K.2", edities={"K.1": "b1 b2", "K.2": "b1"})
    rijen = {rij[2]: (rij[3], rij[4], rij[10]) for rij in Afgeleid(wereld).stand().elements()}
    assert rijen == {"b1": ("voldoet", 2014, False), "b2": ("verbeterpunt", 2013, True)}


def test_leeft() -> None:
    afgeleid = Afgeleid(schets("A 2013 X\nB 2013 X", einden="A=2014"))
    vraag = "select aanpak_id, leeft from opslag.stand join opslag.aanpak using (aanpak_nr) order by 1"
    assert afgeleid.con.execute(vraag).fetchall() == [("A", False), ("B", True)]
