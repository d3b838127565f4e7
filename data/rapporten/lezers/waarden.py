"""Values of a spreadsheet as a Dutch reader sees them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def als_tekst(waarde: object) -> str:
    """A number without needless decimals (2013, 0,5), a date as 25 november 2014, yes and no as WAAR and ONWAAR."""
    if isinstance(waarde, bool):
        return "WAAR" if waarde else "ONWAAR"
    if isinstance(waarde, int | float | Decimal):
        return getal(waarde)
    if isinstance(waarde, dt.date):
        return datum(waarde)
    return str(waarde).strip()


def getal(waarde: float | Decimal) -> str:
    """A number in full with a decimal comma; 2013.0 is 2013."""
    exact = Decimal(repr(waarde)) if isinstance(waarde, float) else Decimal(waarde)
    if not exact.is_finite():
        return ""
    tekst = format(exact, "f")
    tekst = tekst.rstrip("0").rstrip(".") if "." in tekst else tekst
    return tekst.replace(".", ",")


def datum(dag: dt.date) -> str:
    """A day as reports print it: 25 november 2014."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"
