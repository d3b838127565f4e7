"""Boundary changes between what a selection compares: those of the two factsheets, and fictional ones day by day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from queries import Bron
from tests.queries.hulp import ALKMAAR, ALLES, CASUS, LEEUWARDEN, oordelen, rijen
from tests.queries.schetsen import FUSIES, KADER

IN_2014 = {"periode": "2013-2014"}
# measured at the end of 2013 and on 25 and 13 November 2014; both rapporten came out in June 2015
IN_ALKMAAR = [
    ("Alkmaar", "2015-01-01", "opgegaan_in", "Graft-De Rijp", "erbij"),
    ("Alkmaar", "2015-01-01", "opgegaan_in", "Schermer", "erbij"),
]
IN_LEEUWARDEN = [("Leeuwarden", "2014-01-01", "deel_naar", "Boarnsterhim", "erbij")]


def grenzen(bron: Bron, **keuze: object) -> list[tuple[Any, ...]]:
    """Gemeente, day, kind, the other gemeente and direction of each row."""
    antwoord = bron.vraag("selectie_grenzen", **ALLES | keuze)
    antwoord["datum"] = antwoord["datum"].astype(str)
    return rijen(antwoord, "gemeente", "datum", "soort", "ander", "richting")


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        (IN_2014, IN_ALKMAAR + IN_LEEUWARDEN),
        (IN_2014 | {"gemeenten": [ALKMAAR]}, IN_ALKMAAR),
        (IN_2014 | {"themas": ["beleid-continu"]}, IN_LEEUWARDEN),
        ({"periode": "2014-"}, IN_ALKMAAR),  # found in 2013 and 2014, printed in 2015
        ({"periode": "2014-", "gemeenten": [LEEUWARDEN]}, []),  # no verbeterpunt is left
        ({"kader": CASUS}, []),
    ],
)
def test_grenzen(bron: Bron, keuze: dict[str, Any], verwacht: list[tuple[Any, ...]]) -> None:
    assert grenzen(bron, **keuze) == verwacht


def test_de_opmerking_gaat_mee(bron: Bron) -> None:
    antwoord = bron.vraag("selectie_grenzen", **ALLES | IN_2014 | {"gemeenten": [LEEUWARDEN]})
    ((code, opmerking),) = rijen(antwoord, "gemeente_code", "opmerking")
    assert code == LEEUWARDEN
    assert opmerking.startswith("Alleen het deel dat naar Leeuwarden ging")


def test_fusies(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # all in a rapport of 2020. Een, first measured in June 2013, went into Twee in 2014; Twee, first measured in June
    # 2014, into Drie in 2015. Drie and Vier were first measured in 2016, after all changes
    bron = verzonnen(FUSIES)
    een = ("Een", "2014-01-01", "opgegaan_in", "Twee", "weg")
    twee = ("Twee", "2015-01-01", "opgegaan_in", "Drie", "weg")
    assert grenzen(bron, kader="fk") == [een, twee]
    assert grenzen(bron, kader="fk", gemeenten=["FG0003"]) == [een, twee]  # with what merged into Drie
    assert grenzen(bron, kader="fk", gemeenten=["FG0001"]) == [een]
    assert grenzen(bron, kader="fk", gemeenten=["FG0004"]) == []


def test_de_dagen_waartussen(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """After the first visit, and up to the last day of the month in which the last rapport came out."""
    op = ["2014-06-01", "2014-06-02", "2015-03-01", "2015-12-31", "2016-01-01"]
    schets = KADER | {
        "rapporten": "rapport_id|titel|gepubliceerd\nr1|Een verzonnen rapport|2015-12",
        "gebiedswijzigingen": "\n".join(["van|naar|datum|soort", *(f"FG0002|FG0001|{dag}|deel_naar" for dag in op)]),
        "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A",
    }
    bron = verzonnen(schets | oordelen("a 2014-06-01 ed b1=X", "a 2015-03-01 ed b1=X"))
    assert grenzen(bron, kader="fk") == [("Een", dag, "deel_naar", "Twee", "erbij") for dag in op[1:4]]


def test_van_de_eerste_meting_tot_het_laatste_rapport(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """b1 was found in 2013 and b2 in 2015, the one printed in 2014 and the other in 2016: what lies between counts."""
    schets = (
        KADER
        | {
            "rapporten": "rapport_id|titel|gepubliceerd\nr1|Het eerste|2014-12\nr2|Het tweede|2016-06",
            "gebiedswijzigingen": "van|naar|datum|soort\nFG0002|FG0001|2014-06-01|deel_naar\n"
            "FG0001|FG0003|2016-01-01|deel_naar\nFG0002|FG0001|2016-07-01|deel_naar",
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B",
        }
        | oordelen("a 2013-06-01 ed b1=X", "b 2015-06-01 ed b2=X")
    )
    for tabel in ("meting_rapport", "oordelen"):
        regels = schets[tabel].splitlines()
        schets[tabel] = "\n".join(r.replace("|r1", "|r2") if r.startswith("b-") else r for r in regels)
    assert grenzen(verzonnen(schets), kader="fk") == [
        ("Een", "2014-06-01", "deel_naar", "Twee", "erbij"),
        ("Een", "2016-01-01", "deel_naar", "Drie", "weg"),
    ]


def test_het_rapport_van_de_toets_telt_en_geen_ander(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Een: X in r1 of 2014, ✓ in r2 of 2016. Of Drie only a ✓ was found at those times; Vier is in a later rapport."""
    schets = KADER | {
        "rapporten": "rapport_id|titel|gepubliceerd\nr1|Het eerste|2014-12\nr2|Het tweede|2016-06\nr3|Van Vier|2020",
        "gebiedswijzigingen": "van|naar|datum|soort\nFG0002|FG0001|2016-01-01|deel_naar\n"
        "FG0004|FG0003|2016-01-01|deel_naar\nFG0002|FG0001|2016-07-01|deel_naar",
        "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nc|FG0003|Aanpak C\nd|FG0004|Aanpak D",
    }
    toen, nu = ("a 2013-06-01 ed b1=X", "c 2013-06-01 ed b1=V"), ("a 2015-06-01 ed b1=V", "c 2015-06-01 ed b1=V")
    schets |= oordelen(*toen, *nu, "d 2019-06-01 ed b1=X")
    for tabel in ("meting_rapport", "oordelen"):
        for jaar, rapport in (("-2015-", "|r2"), ("-2019-", "|r3")):
            regels = schets[tabel].splitlines()
            schets[tabel] = "\n".join(r.replace("|r1", rapport) if jaar in r else r for r in regels)
    assert grenzen(verzonnen(schets), kader="fk", periode="2013-2015") == [
        ("Een", "2016-01-01", "deel_naar", "Twee", "erbij")
    ]
