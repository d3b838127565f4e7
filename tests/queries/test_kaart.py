"""What is known of each gemeente: by hand from data/leveringen and data/rondes, and from a sketch of every kind.

The sketch (kader fk, 2013 → 2014; X a verbeterpunt, V voldoet, - an empty cell):

    FG0001 Opgegaan     into Blijft, 2015      b1 X → X, b2 X → V
    FG0002 Blijft                              b1 X → V          with Opgegaan: 3 vastgesteld, 3 beoordeeld, 2 opgepakt
    FG0003 Twijfel                             b1 X → -          tested again, nothing assessed
    FG0004 Wacht                               b1 X, b2 V        in 2013 only: 1 waits
    FG0005 Eerder                              b1 X → V          in 2012 → 2013; its ✓ of 2013 is no verbeterpunt
    FG0006 Goed                                b1 V → V          no verbeterpunt
    FG0007 Woorden                             measured, no verdict
    FG0008 Deelnemer                           took part in the round of the kader
    FG0009 Leeg                                nothing
    FG0010 Grenzeloos                          b1 X → V, b2 X → X; another aanpak b3 X, not tested again. No boundary
    FG0011 Verdwenen    ended, not merged      b1 X → X          not on the map, but its meting is not lost
    FG0012 Gestopt                             b1 X              the aanpak ended in 2013
    FG0013 Weg          ended, no meting       no row
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import pytest

from queries import Bron
from tests.queries.hulp import ALLES, BELEID, CASUS, STELSEL, oordelen, rijen
from tests.queries.schetsen import KADER

NAMEN = (
    "Opgegaan", "Blijft", "Twijfel", "Wacht", "Eerder", "Goed", "Woorden", "Deelnemer", "Leeg", "Grenzeloos",
    "Verdwenen", "Gestopt", "Weg",
)  # fmt: skip
CODES = {naam: f"FG{nummer:04}" for nummer, naam in enumerate(NAMEN, start=1)}
EINDE = {"Opgegaan": "2015-01-01", "Verdwenen": "2015-06-01", "Weg": "2015-06-01"}
GRENS = '{"type":"Polygon","coordinates":[[[4.0,52.0],[4.5,52.0],[4.5,52.5],[4.0,52.0]]]}'
SCHETS = (
    KADER
    | {
        "gemeenten": "\n".join(
            ["gemeente_code|gemeente|geldig_tot"]
            + [f"{code}|{naam}|{EINDE.get(naam, '')}" for naam, code in CODES.items()]
        ),
        "gebiedswijzigingen": "van|naar|datum|soort\nFG0001|FG0002|2015-01-01|opgegaan_in\n"
        "FG0011|FG0002|2015-06-01|deel_naar",
        "grenzen": "\n".join(
            ["gemeente_code|jaar|grens|bron"]
            + [f"{code}|2020|{GRENS}|verzonnen" for naam, code in CODES.items() if naam not in {"Blijft", "Grenzeloos"}]
        ),
        "onderzoeksrondes": "ronde_id|ronde|kader_id|jaar_van|jaar_tot|aantal_gemeenten|bron\n"
        "r|Ronde|fk|2013|2014|12|x",
        "ronde_deelname": "ronde_id|gemeente_code|aanpak|bron\nr|FG0008||x\nr|FG0004|Aanpak d|x",
        "aanpakken": "aanpak_id|gemeente_code|aanpak|einde\n"
        + "\n".join(
            f"{letter}|{CODES[naam]}|Aanpak {letter}|{'2013-12-31' if naam == 'Gestopt' else ''}"
            for letter, naam in zip(
                "abcdefghijk",
                ("Opgegaan", "Blijft", "Twijfel", "Wacht", "Eerder", "Goed", "Woorden", "Grenzeloos", "Grenzeloos",
                 "Verdwenen", "Gestopt"),
                strict=True,
            )
        ),
    }
    | oordelen(
        "a 2013-03-01 ed b1=X b2=X", "a 2014-03-01 ed b1=X b2=V",
        "b 2013-06-01 ed b1=X", "b 2014-06-01 ed b1=V bewijs=mondelinge_rapportage",
        "c 2013-06-01 ed b1=X", "c 2014-06-01 ed b1=-",
        "d 2013-06-01 ed b1=X b2=V",
        "e 2012-06-01 ed b1=X", "e 2013-06-01 ed b1=V",
        "f 2013-06-01 ed b1=V", "f 2014-06-01 ed b1=V",
        "g 2013-06-01 ed",
        "h 2013-06-01 ed b1=X b2=X", "h 2014-06-01 ed b1=V b2=X",
        "i 2013-06-01 ed b3=X",
        "j 2013-06-01 ed b1=X", "j 2014-06-01 ed b1=X",
        "k 2013-06-01 ed b1=X",
    )
)  # fmt: skip
TELLING = ("vastgesteld", "indicatoren", "beoordeeld", "opgepakt", "verteld", "getoetst", "wacht")
NIETS = (None,) * len(TELLING)


def kaart(bron: Bron, kader: str, periode: str | None, **keuze: str) -> pd.DataFrame:
    return bron.vraag("kaart", **ALLES | {"kader": kader, "periode": periode} | keuze)


@pytest.fixture(scope="session")
def schets(verzonnen: Callable[[Mapping[str, str]], Bron]) -> Bron:
    return verzonnen(SCHETS)


@pytest.mark.parametrize(
    ("kader", "periode", "verwacht"),
    [
        # Zwolle took part in beleid, but that factsheet is not here; the other three are named with it
        (
            BELEID, "2013-2014",
            [("Alkmaar", "beoordeeld"), ("Delft", "deelgenomen"), ("Leeuwarden", "beoordeeld"),
             ("Lelystad", "deelgenomen"), ("Maastricht", "deelgenomen"), ("Zwolle", "deelgenomen")],
        ),
        # after 2014: Alkmaar's six wait; Leeuwarden's six ✓ are no verbeterpunten
        (
            BELEID, "2014-",
            [("Alkmaar", "nog_niet_hertoetst"), ("Delft", "deelgenomen"), ("Leeuwarden", "geen_verbeterpunt"),
             ("Lelystad", "deelgenomen"), ("Maastricht", "deelgenomen"), ("Zwolle", "deelgenomen")],
        ),
        (
            CASUS, "2013-",
            [("Delft", "deelgenomen"), ("Lelystad", "deelgenomen"), ("Maastricht", "deelgenomen"),
             ("Zwolle", "nog_niet_hertoetst")],
        ),
        (STELSEL, None, [("Den Helder", "zonder_oordelen")]),
        # a pair of years that nobody has: measured, but not then
        (
            BELEID, "2010-2011",
            [("Alkmaar", "andere_periode"), ("Delft", "deelgenomen"), ("Leeuwarden", "andere_periode"),
             ("Lelystad", "deelgenomen"), ("Maastricht", "deelgenomen"), ("Zwolle", "deelgenomen")],
        ),
    ],
)  # fmt: skip
def test_de_soorten_van_de_vier_rapporten(
    bron: Bron, kader: str, periode: str | None, verwacht: list[tuple[str, str]]
) -> None:
    antwoord = kaart(bron, kader, periode)
    assert len(antwoord) == 342
    assert antwoord["op_kaart"].all()
    assert rijen(antwoord[antwoord["soort"] != "geen_rapport"], "gemeente", "soort") == verwacht


def test_de_cijfers_van_de_vier_rapporten(bron: Bron) -> None:
    """Leeuwarden 10 of 10, all told; Alkmaar 0 of 5, with one cell empty. No figure is no zero."""
    antwoord = kaart(bron, BELEID, "2013-2014").set_index("gemeente")
    assert rijen(antwoord.loc[["Leeuwarden", "Alkmaar", "Zwolle", "Utrecht"]], *TELLING) == [
        (10, 6, 10, 10, 10, 0, None), (6, 6, 5, 0, 0, 0, None), NIETS, NIETS,
    ]  # fmt: skip
    per_indicator = kaart(bron, BELEID, "2013-2014", eenheid="gemeente").set_index("gemeente")
    assert rijen(per_indicator.loc[["Leeuwarden"]], *TELLING) == [(6, 6, 6, 6, 6, 0, None)]
    assert antwoord.loc["Alkmaar", "peiljaren"] == "2013, 2014"
    assert antwoord.loc["Zwolle", "rondes"] == "GGSR op beleidsniveau"


def test_elke_soort_in_de_schets(schets: Bron) -> None:
    antwoord = kaart(schets, "fk", "2013-2014")
    fictief = antwoord[antwoord["fictief"]]
    assert rijen(fictief, "gemeente", "op_kaart", "soort", *TELLING) == [
        ("Blijft", True, "beoordeeld", 3, 2, 3, 2, 1, 1, None),  # on the map with the boundary of Opgegaan; b1 twice
        ("Deelnemer", True, "deelgenomen", *NIETS),
        ("Eerder", True, "andere_periode", *NIETS[:-1], 0),  # its ✓ of 2013 waits, but is no verbeterpunt
        ("Gestopt", True, "vervallen", *NIETS[:-1], 0),
        ("Goed", True, "geen_verbeterpunt", 0, 0, 0, 0, 0, 0, None),
        ("Grenzeloos", False, "beoordeeld", 2, 2, 2, 1, 0, 1, 1),
        ("Leeg", True, "geen_rapport", *NIETS),
        ("Twijfel", True, "niet_beoordeeld", 1, 1, 0, 0, 0, 0, None),
        ("Verdwenen", False, "beoordeeld", 1, 1, 1, 0, 0, 0, None),
        ("Wacht", True, "nog_niet_hertoetst", *NIETS[:-1], 1),
        ("Woorden", True, "zonder_oordelen", *NIETS),
    ]  # fmt: skip
    per_naam = fictief.set_index("gemeente")
    assert per_naam.loc["Gestopt", "wacht_niet_meer"] == 1
    assert per_naam.loc["Eerder", "peiljaren"] == "2012, 2013"


def test_wat_wacht_telt_niet_dubbel_in_zijn_eigen_periode(schets: Bron) -> None:
    antwoord = kaart(schets, "fk", "2013-").set_index("gemeente")
    namen = ["Wacht", "Grenzeloos", "Gestopt", "Blijft", "Eerder"]
    assert rijen(antwoord.loc[namen], "soort", "vastgesteld", "nog_niet_hertoetst", "vervallen", "wacht") == [
        ("nog_niet_hertoetst", 1, 1, 0, None),
        ("nog_niet_hertoetst", 1, 1, 0, None),
        ("vervallen", 1, 0, 1, None),
        ("andere_periode", None, None, None, None),
        ("geen_verbeterpunt", 0, 0, 0, None),
    ]


@pytest.mark.parametrize("eenheid", ["aanpak", "gemeente"])
def test_de_cijfers_zijn_die_van_opvolging_gefilterd_op_de_gemeente(schets: Bron, eenheid: str) -> None:
    """For every gemeente and period, mergers included; where the filter finds nothing the map has no figure."""
    telling = ["vastgesteld", "beoordeeld", "opgepakt", "verteld", "getoetst", "deels_opgepakt", "niet_opgepakt",
               "niet_beoordeeld", "nog_niet_hertoetst", "vervallen", "indicatoren"]  # fmt: skip
    gezien = 0
    for periode in schets.vraag("periodes", kader="fk", verloop=False)["periode"]:
        keuze = ALLES | {"kader": "fk", "periode": periode, "eenheid": eenheid}
        antwoord = kaart(schets, "fk", periode, eenheid=eenheid)
        for rij in antwoord[antwoord["fictief"]].to_dict("records"):
            (totaal,) = schets.vraag("totalen", **keuze | {"gemeenten": [rij["gemeente_code"]]}).to_dict("records")
            if totaal["cellen"]:
                assert [rij[naam] for naam in telling] == [totaal[naam] for naam in telling], (periode, rij["gemeente"])
                gezien += 1
            else:
                assert all(pd.isna(rij[naam]) for naam in telling), (periode, rij["gemeente"])
    assert gezien > 10


def test_deelname_onder_een_ander_kader_telt_niet(schets: Bron) -> None:
    antwoord = kaart(schets, BELEID, "2013-2014")
    assert set(antwoord[antwoord["fictief"]]["soort"]) == {"geen_rapport"}


def test_wat_samenging_staat_er_een_keer(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Een and Twee, both with a boundary, measured in 2013 and in the round, are one; of Twee no verdict is known."""
    bron = verzonnen(
        KADER
        | {
            "gemeenten": "gemeente_code|gemeente|geldig_tot\nFG0001|Een|2015-01-01\nFG0002|Twee|\n"
            "FG0003|Twee|\nFG0004|Vier|2026-11-22",
            "gebiedswijzigingen": "van|naar|datum|soort\nFG0001|FG0002|2015-01-01|opgegaan_in",
            "grenzen": "gemeente_code|jaar|grens|bron\n"
            + "\n".join(f"{code}|2014|{GRENS}|verzonnen" for code in ("FG0001", "FG0002", "FG0003", "FG0004")),
            "onderzoeksrondes": "ronde_id|ronde|kader_id|jaar_van|jaar_tot|aantal_gemeenten|bron\n"
            "r|Ronde|fk|2013|2013|2|x",
            "ronde_deelname": "ronde_id|gemeente_code|aanpak|bron\nr|FG0001||x\nr|FG0002||x",
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0002|Aanpak B",
        }
        | oordelen("a 2013-06-01 ed b1=V", "b 2013-06-01 ed")
    )
    antwoord = kaart(bron, "fk", "2010-2011")
    # Vier ended on the very day as of which this is known
    assert rijen(antwoord[antwoord["fictief"]], "gemeente_code", "op_kaart", "soort", "peiljaren", "rondes") == [
        ("FG0002", True, "andere_periode", "2013", "Ronde"),
        ("FG0003", True, "geen_rapport", None, None),
    ]
