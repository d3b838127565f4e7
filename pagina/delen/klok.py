"""What day it is for the reader: in the Netherlands, wherever the server stands."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from data.dag import lees_dag
from pagina.beeld import zinnen

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def vandaag() -> dt.date:
    """Today, in the Netherlands."""
    return dt.datetime.now(NEDERLAND).date()


def dag(moment: dt.datetime) -> dt.date:
    """The day of a moment, in the Netherlands."""
    return moment.astimezone(NEDERLAND).date()


def lees(tekst: str) -> dt.date | None:
    """The day that a text of the form 2026-01-01 names; None for any other text."""
    try:
        return lees_dag(tekst)
    except ValueError:
        return None


def moment(om: str, dag_: str) -> str:
    """A moment in words, to the minute and in Dutch time; its day alone (as '2014-11-25') where no moment is known."""
    if om:
        try:
            lokaal = dt.datetime.fromisoformat(om).astimezone(NEDERLAND)
        except ValueError:
            return om
        return f"{zinnen.datum(lokaal.date())}, {lokaal:%H.%M} uur"
    try:
        return zinnen.deeldatum(dag_)
    except (KeyError, ValueError):
        return dag_
