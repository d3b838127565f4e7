"""Promises with a date: Den Helder's plan, first half of 2018, in a rapport of March 2017."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import rijen
from tests.queries.schetsen import KADER


def _toezeggingen(bron: Bron, dag: str, gemeenten: list[str] | None = None) -> list[tuple[object, ...]]:
    antwoord = bron.vraag("agenda_toezeggingen", peildatum=dt.date.fromisoformat(dag), gemeenten=gemeenten)
    return rijen(antwoord, "gemeente", "opvolging_verwacht_tot", "voorbij")


def test_alleen_met_een_datum_en_pas_als_het_rapport_er_is(bron: Bron) -> None:
    # Leeuwarden's toezegging has no date
    assert _toezeggingen(bron, "2017-03-30") == []
    assert _toezeggingen(bron, "2017-03-31") == [("Den Helder", "2018-06", False)]
    assert _toezeggingen(bron, "2018-06-30") == [("Den Helder", "2018-06", False)]
    assert _toezeggingen(bron, "2018-07-01") == [("Den Helder", "2018-06", True)]
    assert _toezeggingen(bron, "2018-07-01", ["GM0361"]) == []


#: Of Een and Twee, in a rapport of 2020: t1 from a month on, without an end; t4 without any date; p1 is no toezegging.
SCHETS = KADER | {
    "bevindingen": """
        bevinding_id|rapport_id|gemeente_code|soort|titel|tekst|vindplaats|opvolging_verwacht_van|opvolging_verwacht_tot|stand
        t1|r1|FG0001|toezegging|een|x|p. 1|2021-02||
        t5|r1|FG0002|toezegging|vijf|x|p. 1|2021-01|2021-06|
        t2|r1|FG0002|toezegging|twee|x|p. 1||2021-06|
        t3|r1|FG0001|toezegging|drie|x|p. 1||2021-06|
        t6|r1|FG0002|toezegging|zes|x|p. 1||2021-03|
        t4|r1|FG0001|toezegging|vier|x|p. 1|||
        p1|r1|FG0001|aanbeveling|punt|x|p. 1|2021-02|2021-06|open
    """,
}


def test_het_eerste_eerst_en_zonder_einde_achteraan(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(SCHETS).vraag("agenda_toezeggingen", peildatum=dt.date(2021, 5, 1), gemeenten=None)
    assert rijen(antwoord, "titel", "gemeente", "opvolging_verwacht_tot", "voorbij") == [
        ("zes", "Twee", "2021-03", True),
        ("drie", "Een", "2021-06", False),
        ("twee", "Twee", "2021-06", False),
        ("vijf", "Twee", "2021-06", False),
        ("een", "Een", None, False),
    ]
