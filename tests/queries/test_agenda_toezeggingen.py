"""Promises with a date: Den Helder's plan, first half of 2018, in a rapport of March 2017."""

from __future__ import annotations

import datetime as dt

from queries import Bron
from tests.queries.hulp import rijen


def _toezeggingen(bron: Bron, dag: str, gemeenten: list[str] | None = None) -> list[tuple[object, ...]]:
    antwoord = bron.vraag("agenda_toezeggingen", peildatum=dt.date.fromisoformat(dag), gemeenten=gemeenten)
    return rijen(antwoord, "gemeente", "opvolging_verwacht_tot", "voorbij")


def test_alleen_met_een_datum_en_pas_als_het_rapport_er_is(bron: Bron) -> None:
    # Leeuwarden's toezegging has no date
    assert _toezeggingen(bron, "2017-03-30") == []
    assert _toezeggingen(bron, "2018-06-30") == [("Den Helder", "2018-06", False)]
    assert _toezeggingen(bron, "2018-07-01") == [("Den Helder", "2018-06", True)]
    assert _toezeggingen(bron, "2018-07-01", ["GM0361"]) == []
