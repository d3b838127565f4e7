"""What day it is for the reader: in the Netherlands, wherever the server stands."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def vandaag() -> dt.date:
    """Today, in the Netherlands."""
    return dt.datetime.now(NEDERLAND).date()
