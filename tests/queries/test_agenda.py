"""The Agenda: 6 of Alkmaar and 11 of Zwolle since 2013, 7 actiepunten of Zwolle, 4 of Den Helder; and a sketch."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from queries import Bron
from tests.queries.hulp import oordelen, rijen
from tests.queries.schetsen import GEMELD, KADER, TWEE_VAN_ALLES
from tests.queries.test_open_nu import SAMENGEGAAN

Verzonnen = Callable[[Mapping[str, str]], Bron]
ALLES: dict[str, Any] = dict.fromkeys(("soorten", "gemeenten", "kaders", "themas", "onderwerpen"))

#: a: b1 X, X (open since 2013); b2 ✓, X (since 2015). b: b1 X, ended without successor. The rapport came out in 2020:
#: p1 announces follow-up on b1 of a; p3 did so on b2, and is closed.
SCHETS = (
    KADER
    | {
        "aanpakken": "aanpak_id|gemeente_code|aanpak|einde\na|FG0001|Aanpak A|\nb|FG0001|Aanpak B|2015",
        "bevindingen": """
            bevinding_id|rapport_id|gemeente_code|aanpak_id|soort|titel|tekst|vindplaats|opvolging_verwacht_van|opvolging_verwacht_tot|stand
            p1|r1|FG0001|a|aanbeveling|een|x|p. 1|2021-01|2021-03|open
            p2|r1|FG0001||verbeterpunt|twee|x|p. 1|||gemeld
            p3|r1|FG0001|a|aanbeveling|drie|x|p. 1|2020|2020|opgepakt
            p4|r1|FG0001||aanbeveling|vier|x|p. 1|||vervallen
            p5|r1|FG0001||aanbeveling|vijf|x|p. 1|2021-06||open
            p6|r1|FG0001|a|risico|zes|x|p. 1|||
        """,
        "bevinding_indicator": "bevinding_id|indicator_id\np1|b1\np3|b2\np6|b2",
    }
    | oordelen("a 2013-06-30 ed b1=X b2=V", "a 2015-06-30 ed b1=X b2=X", "b 2013-06-30 ed b1=X b2=V")
)


def agenda(bron: Bron, dag: str, **keuze: object) -> pd.DataFrame:
    return bron.vraag("agenda", peildatum=dt.date.fromisoformat(dag), **{**ALLES, **keuze})


def termijnen(antwoord: pd.DataFrame) -> Counter[tuple[object, ...]]:
    return Counter(rijen(antwoord, "soort", "gemeente", "sinds", "termijn"))


def test_vier_rapporten_in_november_2026(bron: Bron) -> None:
    antwoord = agenda(bron, "2026-11-22")
    assert termijnen(antwoord) == {
        ("verbeterpunt", "Alkmaar", 2013, "geen_datum"): 6,
        # of the 11: the recommendations of Zwolle name probleemanalyse, leefgebieden, plan, regisseur (2), netwerk (3)
        # and evaluatie; none names niet loslaten or opschalen en afschalen
        ("verbeterpunt", "Zwolle", 2013, "over_tijd"): 9,
        ("verbeterpunt", "Zwolle", 2013, "geen_datum"): 2,
        ("actiepunt", "Zwolle", 2014, "over_tijd"): 7,
        ("actiepunt", "Den Helder", 2017, "over_tijd"): 4,
    }
    # until the end of August 2015 and of June 2018; from the last day of 2013, September 2014 and March 2017
    assert set(rijen(antwoord[antwoord["termijn"] == "over_tijd"], "gemeente", "maanden_over")) == {
        ("Zwolle", 134),
        ("Den Helder", 100),
    }
    assert set(rijen(antwoord, "soort", "gemeente", "jaren_open")) == {
        ("verbeterpunt", "Alkmaar", 12),
        ("verbeterpunt", "Zwolle", 12),
        ("actiepunt", "Zwolle", 12),
        ("actiepunt", "Den Helder", 9),
    }
    assert antwoord["vanaf"].is_monotonic_increasing
    assert not antwoord["later"].any()


def test_den_helder_is_in_maart_2018_nog_niet_over_tijd(bron: Bron) -> None:
    helder = agenda(bron, "2018-03-01", gemeenten=["GM0400"])
    assert rijen(helder, "termijn", "maanden_over") == [("loopt", None)] * 4
    # nor on the very last day
    assert rijen(agenda(bron, "2018-06-30", gemeenten=["GM0400"]), "termijn", "maanden_over") == [("loopt", None)] * 4
    assert rijen(agenda(bron, "2018-07-01", gemeenten=["GM0400"]), "termijn", "maanden_over") == [("over_tijd", 0)] * 4


def test_wat_later_is_vastgesteld_is_gemerkt(bron: Bron) -> None:
    assert agenda(bron, "2013-12-30")["later"].all()
    # found in 2013, so known on the last day of it
    assert Counter(rijen(agenda(bron, "2013-12-31"), "soort", "later")) == {
        ("verbeterpunt", False): 17,
        ("actiepunt", True): 11,
    }
    half = agenda(bron, "2014-09-29")
    assert Counter(rijen(half, "soort", "later")) == {("verbeterpunt", False): 17, ("actiepunt", True): 11}


def test_standen_en_termijnen_apart(verzonnen: Verzonnen) -> None:
    antwoord = agenda(verzonnen(SCHETS), "2021-04-01")
    assert rijen(antwoord, "soort", "aanpak", "wat", "stand", "sinds", "jaren_open", "termijn", "maanden_over") == [
        ("verbeterpunt", "Aanpak A", "Een", "open", 2013, 7, "over_tijd", 0),
        ("verbeterpunt", "Aanpak B", "Een", "gestopt", 2013, 7, "geen_datum", None),
        ("verbeterpunt", "Aanpak A", "Twee", "open", 2015, 5, "geen_datum", None),
        ("actiepunt", "Aanpak A", "een", "open", 2020, 0, "over_tijd", 0),
        ("actiepunt", None, "twee", "gemeld", 2020, 0, "geen_datum", None),
        ("actiepunt", "Aanpak A", "drie", "opgepakt", 2020, None, None, None),
        ("actiepunt", None, "vier", "vervallen", 2020, None, None, None),
        ("actiepunt", None, "vijf", "open", 2020, 0, "geen_einddatum", None),
    ]
    assert rijen(antwoord, "via", "via_soort") == [("een", "aanbeveling"), *[(None, None)] * 7]


def test_een_aankondiging_in_een_eerder_rapport_telt_niet(verzonnen: Verzonnen) -> None:
    # the verdict of 2015 stands in r2; what r1 announced for b1 was before that
    later = {naam: SCHETS[naam].replace("a-2015-06-30|b1|r1", "a-2015-06-30|b1|r2") for naam in ("oordelen",)}
    later["meting_rapport"] = f"{SCHETS['meting_rapport']}\na-2015-06-30|r2"
    later["rapporten"] = f"{SCHETS['rapporten']}\nr2|Een later rapport"
    antwoord = agenda(verzonnen(SCHETS | later), "2021-04-01", soorten=["verbeterpunt"])
    assert set(antwoord["termijn"]) == {"geen_datum"}


def test_onbekende_stand_heeft_geen_leeftijd(verzonnen: Verzonnen) -> None:
    bron = verzonnen(SAMENGEGAAN)
    assert rijen(agenda(bron, "2015-06-01"), "wat", "stand", "sinds", "jaren_open") == [
        ("Een", "open", 2013, 1),
        ("Drie", "open", 2014, 0),
        ("Twee", "onbekend", None, None),
    ]
    # Twee was last seen on 1 June 2013
    assert rijen(agenda(bron, "2014-01-01"), "wat", "later") == [("Een", False), ("Drie", True), ("Twee", False)]
    assert agenda(bron, "2013-05-31")["later"].all()


def test_wie_er_nu_is_na_een_herindeling(verzonnen: Verzonnen) -> None:
    bron = verzonnen(
        KADER
        | {
            "gebiedswijzigingen": "van|naar|datum|soort\nFG0001|FG0002|2015-01-01|opgegaan_in\n"
            "FG0002|FG0003|2016-01-01|opgegaan_in\nFG0001|FG0004|2015-01-01|deel_naar",
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A",
        }
        | oordelen("a 2013-06-30 ed b1=X")
    )
    assert rijen(agenda(bron, "2020-01-01", gemeenten=["FG0003"]), "gemeente", "gemeente_nu") == [("Een", "Drie")]
    assert rijen(agenda(verzonnen(SCHETS), "2021-04-01"), "gemeente", "gemeente_nu") == [("Een", None)] * 8
    assert agenda(bron, "2020-01-01", gemeenten=["FG0004"]).empty


def test_filters(bron: Bron) -> None:
    dag = "2026-11-22"
    assert len(agenda(bron, dag, soorten=["actiepunt"])) == 11
    # an actiepunt belongs to the kader of the research behind its rapport
    assert Counter(rijen(agenda(bron, dag, kaders=["ggsr-casus"]), "soort")) == {
        ("verbeterpunt",): 11,
        ("actiepunt",): 7,
    }
    # samenwerking: Alkmaar 2; Zwolle regisseur and erkend; and actiepunten 4 and 6 by their indicatoren
    assert Counter(rijen(agenda(bron, dag, themas=["Samenwerking"]), "soort", "gemeente")) == {
        ("verbeterpunt", "Alkmaar"): 2,
        ("verbeterpunt", "Zwolle"): 2,
        ("actiepunt", "Zwolle"): 2,
    }
    assert set(agenda(bron, dag, onderwerpen=["regie"])["onderwerp_id"]) == {"regie"}


def test_wat_gemeld_is_staat_nog_open(verzonnen: Verzonnen) -> None:
    antwoord = agenda(verzonnen(GEMELD), "2022-01-01")
    assert rijen(antwoord, "soort", "gemeente", "wat", "stand", "gemeld", "gemeld_in", "gemeld_rapport") == [
        ("verbeterpunt", "Een", "Een", "open", True, "r2", "De reactie van Een"),
        ("verbeterpunt", "Een", "Twee", "open", False, None, None),
        ("verbeterpunt", "Twee", "Een", "open", False, None, None),
        ("actiepunt", "Een", "Doe iets", "gemeld", True, "r2", "De reactie van Een"),
        ("actiepunt", "Een", "Doe meer", "open", False, None, None),
    ]
    # how long it is open does not change by what is told
    assert rijen(antwoord, "sinds", "jaren_open") == [(2019, 2)] * 3 + [(2020, 1)] * 2


def test_wat_over_twee_gemeenten_is_verdeeld(verzonnen: Verzonnen) -> None:
    bron = verzonnen(
        KADER
        | {
            "gebiedswijzigingen": "van|naar|datum|soort\nFG0001|FG0002|2015-01-01|opgegaan_in\n"
            "FG0001|FG0003|2015-01-01|opgegaan_in",
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A",
        }
        | oordelen("a 2013-06-30 ed b1=X")
    )
    assert rijen(agenda(bron, "2020-01-01"), "gemeente", "gemeente_nu") == [("Een", "Drie en Twee")]


def test_volgorde(verzonnen: Verzonnen) -> None:
    """Longest open first; then verbeterpunten before actiepunten, and by gemeente, kader and id."""
    assert rijen(agenda(verzonnen(TWEE_VAN_ALLES), "2017-01-01"), "sinds", "gemeente_code", "kader", "punt_id") == [
        (2013, "FG0001", "Tweede kader", "a~c1"),
        (2013, "FG0001", "Verzonnen kader", "a~b2"),
        (2013, "FG0001", "Verzonnen kader", "a~b3"),
        (2014, "FG0001", "Verzonnen kader", "b~b1"),
        (2014, "FG0002", "Verzonnen kader", "c~b1"),
        (2016, "FG0001", "Verzonnen kader", "b~b2"),
        # the rapport is about FG0001 under two kaders
        (2016, "FG0001", "Tweede kader + Verzonnen kader", "p1"),
        (2016, "FG0001", "Tweede kader + Verzonnen kader", "p2"),
        (2016, "FG0002", "Verzonnen kader", "p3"),
    ]
