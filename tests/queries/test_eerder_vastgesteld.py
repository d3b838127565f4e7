"""What counts from a year whose meting passed it over: every query that counts it says so, and the heatmap marks it.

Kader fk, X a verbeterpunt, V voldoet, - an empty cell; a and b in gemeente Een, c in Twee; b's 2016 was told:

              2013  2014  2016
    a   b1     X     -     V      its X of 2013 goes on from 2014, and is opgepakt in 2016
    a   b2     X     X     X      found in 2014
    a   b3     V     -     X      its ✓ of 2013 goes on from 2014: teruggevallen
    b   b1     ·     X     X      found in 2014
    c   b1 b2  X     -            both go on from 2014, and wait
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from queries import Bron
from tests.queries.hulp import ALLES, oordelen, rijen
from tests.queries.schetsen import KADER

SCHETS = (
    KADER
    | {"aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B\nc|FG0002|Aanpak C"}
    | oordelen(
        "a 2013-06-01 ed b1=X b2=X b3=V",
        "a 2014-06-01 ed b1=- b2=X b3=-",
        "a 2016-06-01 ed b1=V b2=X b3=X",
        "b 2014-06-01 ed b1=X",
        "b 2016-06-01 ed b1=X bewijs=mondelinge_rapportage",
        "c 2013-06-01 ed b1=X b2=X",
        "c 2014-06-01 ed b1=- b2=-",
    )
)
GETOETST = {"bewijzen": ["volledige_toets"]}


@pytest.fixture
def schets(verzonnen: Callable[[Mapping[str, str]], Bron]) -> Bron:
    return verzonnen(SCHETS)


def vraag(schets: Bron, naam: str, *kolommen: str, **keuze: object) -> list[tuple[Any, ...]]:
    return rijen(schets.vraag(naam, **ALLES | {"kader": "fk"} | keuze), *kolommen)


@pytest.mark.parametrize(
    ("keuze", "vastgesteld", "eerder"),
    [
        ({"periode": "2014-2016"}, 3, 1),
        # one cell of a's X of 2013 and b's of 2014: something was found in 2014
        ({"periode": "2014-2016", "eenheid": "gemeente"}, 2, 0),
        ({"periode": "2014-2016", "eenheid": "gemeente", **GETOETST}, 2, 1),  # without b's, a's alone is left
        ({"periode": "2014-2016", **GETOETST}, 2, 1),
        ({"periode": "2014-"}, 2, 2),
        ({"periode": "2014-", "eenheid": "gemeente"}, 2, 2),
        ({"periode": "2014-", "gemeenten": ["FG0001"]}, 0, 0),
        ({"periode": "2013-2014"}, 4, 0),
        ({"periode": "2013-2016", "verloop": True}, 2, 0),  # a course starts where it was found
        ({"periode": "1900-1901"}, 0, 0),
    ],
)
def test_totalen(schets: Bron, keuze: dict[str, object], vastgesteld: int, eerder: int) -> None:
    assert vraag(schets, "totalen", "vastgesteld", "eerder_vastgesteld", **keuze) == [(vastgesteld, eerder)]


def test_per_groep(schets: Bron) -> None:
    samen = ("vastgesteld", "eerder_vastgesteld")
    assert vraag(schets, "cijfers", "groep_id", *samen, periode="2014-2016", per="indicator") == [
        ("b1", 2, 1),
        ("b2", 1, 0),
    ]
    assert vraag(schets, "cijfers", "groep_id", *samen, per="gemeente") == [("FG0001", 8, 1), ("FG0002", 4, 2)]
    assert vraag(schets, "aandeel_per_gemeente", "kolom", *samen, periode="2014-2016") == [("Een", 3, 1)]
    assert vraag(schets, "aandeel_per_periode", "indicator_id", "kolom", *samen) == [
        ("b1", "2013-2014", 2, 0),
        ("b1", "2014-2016", 2, 1),
        ("b1", "2014-", 1, 1),
        ("b1", "2016-", 1, 0),
        ("b2", "2013-2014", 2, 0),
        ("b2", "2014-2016", 1, 0),
        ("b2", "2014-", 1, 1),
        ("b2", "2016-", 1, 0),
        ("b3", "2016-", 1, 0),
    ]


def test_de_kaart_ook_van_wat_wacht(schets: Bron) -> None:
    kolommen = ("gemeente", "eerder_vastgesteld", "wacht", "wacht_eerder_vastgesteld")
    kaart = vraag(schets, "kaart", *kolommen, periode="2014-2016")
    assert {rij[0]: rij[1:] for rij in kaart if rij[0] in {"Een", "Twee"}} == {
        "Een": (1, None, None),
        "Twee": (None, 2, 2),
    }


def test_de_voorvertoning(schets: Bron) -> None:
    gevonden = vraag(schets, "voorvertoning", "gemeente", "periode", "eerder_vastgesteld")
    assert [rij for rij in gevonden if rij[2]] == [("Een", "2014-2016", 1), ("Twee", "2014-", 2)]


@pytest.mark.parametrize(
    ("eenheid", "eerder"), [("aanpak", {("a", "b1"), ("a", "b3")}), ("gemeente", {("FG0001", "b3")})]
)
def test_de_vakken(schets: Bron, eenheid: str, eerder: set[tuple[str, str]]) -> None:
    keuze = {"eenheid": eenheid, "periode": "2014-2016"}
    cellen = vraag(schets, "cellen", "kolom_id", "indicator_id", "overgenomen", **keuze)
    assert {(kolom, indicator) for kolom, indicator, overgenomen in cellen if overgenomen} == eerder
    kolommen = dict(vraag(schets, "heatmap_kolommen", "kolom_nr", "kolom_id", **keuze))
    begrippen = dict(vraag(schets, "heatmap_rijen", "begrip_nr", "indicator_id", **keuze))
    vakken = vraag(schets, "heatmap", "kolom_nr", "begrip_nr", "overgenomen", **keuze)
    assert {(kolommen[k], begrippen[b]) for k, b, overgenomen in vakken if overgenomen} == eerder
    assert len(vakken) == len(cellen)
