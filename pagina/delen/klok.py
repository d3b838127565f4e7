"""What day it is for the reader: in the Netherlands, wherever the server stands."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def vandaag() -> dt.date:
    """Today, in the Netherlands."""
    return dt.datetime.now(NEDERLAND).date()


def dag(moment: dt.datetime) -> dt.date:
    """The day of a moment, in the Netherlands."""
    return moment.astimezone(NEDERLAND).date()
