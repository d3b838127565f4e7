"""Tables as CSV in two dialects, the same bytes every time.

`excel-nl` opens with a double click in a Dutch Excel; `rfc4180` is for programs. The first line is the header,
nothing stands above it; where the numbers come from stands in columns at the end, so that it survives sorting,
filtering and pasting.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class Dialect:
    """How one kind of reader wants its file."""

    scheiding: str
    decimaal: str
    codering: str


DIALECTEN: Mapping[str, Dialect] = {
    "excel-nl": Dialect(scheiding=";", decimaal=",", codering="utf-8-sig"),
    "rfc4180": Dialect(scheiding=",", decimaal=".", codering="utf-8"),
}

# What a spreadsheet may run (OWASP, "CSV injection"): = + - @ at the start, their full-width forms too, also behind
# blanks, quotes or signs without width; and a cell that begins with a tab or a line break.
_LOZE = r"\s\"'\u200b\u200c\u200d\u2060\ufeff"
_FORMULE = re.compile(rf"[{_LOZE}]*[=+\-@＝＋－＠]")
_BEGINT_VREEMD = re.compile(r"[\t\r\n]")
# A file opened in the other dialect breaks at the other separator, and what stands behind that becomes a cell of its
# own. A bare minus stays as it is there: "€ 100,-" and a line that opens with "- " are no formulas.
_BINNENIN = re.compile(r"([;,\t\n][ \"']*)([=+@]|-(?=[\w(]))")
_ONGELDIG = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def csv_bytes(frame: pd.DataFrame, dialect: str, herkomst: Mapping[str, object]) -> bytes:
    """The table as a CSV file, with `herkomst` as constant columns at the end.

    Nothing known is an empty cell, true and false are ja and nee, dates are ISO, whole numbers have no decimals.
    Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.

    Args:
        frame: the table as it is on the screen; its index is not written.
        dialect: `excel-nl` or `rfc4180`.
        herkomst: what every row says of its origin (datasetversie, methodeversie, …).
    """
    if dialect not in DIALECTEN:
        raise ValueError(f"onbekend dialect: {dialect!r}; kies uit {', '.join(DIALECTEN)}")
    vorm = DIALECTEN[dialect]
    namen = [*(str(naam) for naam in frame.columns), *herkomst]
    if dubbel := sorted({naam for naam in namen if namen.count(naam) > 1}):
        raise ValueError(f"kolommen die twee keer voorkomen: {', '.join(dubbel)}")
    kolommen = [_kolom(frame.iloc[:, nr], vorm) for nr in range(frame.shape[1])]
    vast = [_cel(waarde, vorm) for waarde in herkomst.values()]
    tekst = io.StringIO(newline="")
    schrijver = csv.writer(tekst, delimiter=vorm.scheiding, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    schrijver.writerow([_tekst(naam) for naam in namen])
    schrijver.writerows([*rij, *vast] for rij in _rijen(kolommen, len(frame)))
    return tekst.getvalue().encode(vorm.codering)


def csv_naam(delen: Iterable[str], *, datasetversie: str, dialect: str) -> str:
    """A name that every file system takes: 'opvolging-ggsr-beleid-2013-2014_3f9a1c_excel-nl.csv'."""
    if dialect not in DIALECTEN:
        raise ValueError(f"onbekend dialect: {dialect!r}; kies uit {', '.join(DIALECTEN)}")
    kop = _slak("-".join(delen))[:80].strip("-") or "tabel"
    return "_".join([kop, _slak(datasetversie) or "onbekend", dialect]) + ".csv"


def _slak(tekst: str) -> str:
    kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")


def _rijen(kolommen: list[list[str]], aantal: int) -> Iterable[tuple[str, ...]]:
    return zip(*kolommen, strict=True) if kolommen else ((),) * aantal


def _kolom(reeks: pd.Series[Any], vorm: Dialect) -> list[str]:
    """One column as text. A column of dates without any time of day is written as dates."""
    if pd.api.types.is_datetime64_any_dtype(reeks.dtype):
        momenten = reeks.dropna()
        als_dag = bool((momenten == momenten.dt.normalize()).all()) and momenten.dt.tz is None
        schrijf: Callable[[Any], str] = (lambda m: m.date().isoformat()) if als_dag else _moment
        return ["" if pd.isna(moment) else schrijf(moment) for moment in reeks]
    return [_cel(waarde, vorm) for waarde in reeks.tolist()]


def _moment(moment: dt.datetime) -> str:
    return moment.isoformat(sep="T", timespec="seconds")


def _cel(waarde: object, vorm: Dialect) -> str:
    """One cell as text; what kind it is decides, never what it looks like."""
    if isinstance(waarde, str):
        return _tekst(waarde)
    if isinstance(waarde, list | tuple | set | frozenset):
        delen = sorted(waarde, key=str) if isinstance(waarde, set | frozenset) else waarde
        return _tekst(" | ".join(str(deel) for deel in delen))
    if waarde is None or bool(pd.isna(waarde)):  # type: ignore[call-overload]
        return ""
    if isinstance(waarde, dt.date):
        return _moment(waarde) if isinstance(waarde, dt.datetime) else waarde.isoformat()
    return _getal_of_naam(waarde.item() if hasattr(waarde, "item") else waarde, vorm)


def _getal_of_naam(waarde: object, vorm: Dialect) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, int):
        return str(waarde)
    if isinstance(waarde, float | Decimal):
        return _breuk(Decimal(repr(waarde)) if isinstance(waarde, float) else waarde, vorm)
    return _tekst(str(waarde))


def _breuk(getal: Decimal, vorm: Dialect) -> str:
    """A number in full, never 1e-07 and never 2013.0; infinite is not known."""
    if not getal.is_finite():
        return ""
    tekst = format(getal, "f")
    tekst = tekst.rstrip("0").rstrip(".") if "." in tekst else tekst
    return "0" if tekst == "-0" else tekst.replace(".", vorm.decimaal)


def _tekst(tekst: str) -> str:
    """Text made harmless, with one kind of line break."""
    schoon = _ONGELDIG.sub("", tekst).replace("\r\n", "\n")
    begin = _FORMULE.match(schoon) or _BEGINT_VREEMD.match(schoon)
    kop = "'" + begin.group() if begin else ""
    rest = schoon[begin.end() :] if begin else schoon
    return (kop + _BINNENIN.sub(r"\1'\2", rest)).replace("\r", "\n")
