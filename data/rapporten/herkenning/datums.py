"""Dutch dates as print has them, read as (partial) dates of a levering."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
#: First and last month of a season, as we read it.
SEIZOENEN = {"voorjaar": (3, 5), "lente": (3, 5), "zomer": (6, 8), "najaar": (9, 11), "herfst": (9, 11)}

_MAAND = "|".join(MAANDEN)
_JAAR = r"(?:19|20)\d{2}"
#: 25 november 2014, november 2014, 25-11-2014 (also with points or slashes), 2014-11-25.
DATUM = (
    rf"(?:(?P<dag>\d{{1,2}})(?:e)?\s+)?(?P<maand>{_MAAND})\s+(?P<jaar>{_JAAR})"
    rf"|(?P<dag2>\d{{1,2}})[-/.](?P<maand2>\d{{1,2}})[-/.](?P<jaar2>{_JAAR})"
    rf"|(?P<jaar3>{_JAAR})-(?P<maand3>\d{{2}})-(?P<dag3>\d{{2}})"
)
_DATUM = re.compile(rf"(?<![\w-])(?:{DATUM})(?![\w-])", re.IGNORECASE)
_JAARTAL = re.compile(rf"(?<![\d.,-])({_JAAR})(?![\d-]|[.,]\d)")

_AFGEKORT = "jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec"
_GETYPT = re.compile(
    rf"(?:(?P<dag>[0-9]{{1,2}})e?[ ])?(?P<naam>{_MAAND}|(?:{_AFGEKORT})\b\.?)[ ](?P<jaar>[12][0-9]{{3}})"
    r"|(?:(?P<dag2>[0-9]{1,2})(?P<streep>[-/.]))?(?P<maand>[0-9]{1,2})(?(streep)(?P=streep)|[-/])"
    r"(?P<jaar2>[12][0-9]{3})",
    re.IGNORECASE,
)


def _punt(naam: str) -> str:
    """The pattern of a month or season, with or without its year; the groups begin with `naam`."""
    voor = r"(?:(?:het|de|begin|eind(?:e)?|\d{1,2})\s+)?"
    return rf"{voor}(?P<{naam}s>{'|'.join(SEIZOENEN)}|{_MAAND})(?:\s+(?:van\s+)?(?P<{naam}j>{_JAAR}))?"


_PERIODE = re.compile(rf"\b{_punt('a')}\s*(?:tot\s+en\s+met|t/m|tot|en|–|-)\s*{_punt('b')}(?!\w)", re.IGNORECASE)
_ENKEL = re.compile(rf"\b(?:in|gedurende)\s+{_punt('a')}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Periode:
    """A period by its first and last month (YYYY-MM); `gelezen` tells that a season was read as months."""

    van: str
    tot: str
    gelezen: bool


def datum(tekst: str) -> str | None:
    """The first date in a text as YYYY-MM-DD, or YYYY-MM where no day is printed; None when there is none."""
    return next(datums(tekst), None)


def datums(tekst: str) -> Iterator[str]:
    """Every date in a text that exists, in order."""
    for gevonden in _DATUM.finditer(tekst):
        delen = gevonden.groupdict()
        maand = MAANDEN.index(delen["maand"].lower()) + 1 if delen["maand"] else 0
        maand = maand or int(delen["maand2"] or delen["maand3"])
        jaar = int(delen["jaar"] or delen["jaar2"] or delen["jaar3"])
        dag = delen["dag"] or delen["dag2"] or delen["dag3"]
        if not 1 <= maand <= 12:
            continue
        if dag is None:
            yield f"{jaar:04d}-{maand:02d}"
        elif 1 <= int(dag) <= monthrange(jaar, maand)[1]:
            yield date(jaar, maand, int(dag)).isoformat()


def maand_in_woorden(maand: str) -> str:
    """A month (YYYY-MM) in Dutch words: juni 2015."""
    return f"{MAANDEN[int(maand[5:]) - 1]} {maand[:4]}"


def alleen_datum(regel: str) -> str | None:
    """The date of a line that says nothing else: "Juni 2015", "Utrecht, september 2014", "Datum: 1-6-2015"."""
    kaal = re.sub(r"^(?:datum|publicatiedatum|uitgave|versie van)\s*:?\s*", "", regel.strip(), flags=re.IGNORECASE)
    kaal = re.sub(r"^[A-Z'’][\w'’ -]{1,30},\s*", "", kaal)
    if not re.fullmatch(DATUM, kaal.rstrip(" ."), re.IGNORECASE):
        return None
    return datum(kaal)


def getypte_datum(tekst: str) -> str:
    """What somebody typed as a day, month or year, as a levering writes it (2016-07-01, 2016-07, 2016).

    1 juli 2016, 1 jul. 2016, 1-7-2016 (also with points or slashes; the day comes first), juli 2016, 7-2016 and 2016
    are read. What is anything else, or does not exist, comes back as it is: nothing is guessed.
    """
    kaal = " ".join(tekst.split())
    gevonden = _GETYPT.fullmatch(kaal)
    if gevonden is None:
        return kaal
    if gevonden["naam"]:
        begin = gevonden["naam"].lower().replace("mrt", "maart")[:3]
        maand = [naam[:3] for naam in MAANDEN].index(begin) + 1
    else:
        maand = int(gevonden["maand"])
    jaar = int(gevonden["jaar"] or gevonden["jaar2"])
    dag = gevonden["dag"] or gevonden["dag2"]
    if not 1 <= maand <= 12 or not 1 <= int(dag or 1) <= monthrange(jaar, maand)[1]:
        return kaal
    return f"{jaar:04d}-{maand:02d}" + (f"-{int(dag):02d}" if dag else "")


def jaren(tekst: str) -> list[int]:
    """The years that a text names, in order of appearance, dates included."""
    return [int(jaar) for jaar in _JAARTAL.findall(tekst)] + [
        int(gevonden[:4]) for gevonden in datums(tekst) if re.search(rf"[-/.]{gevonden[:4]}", tekst)
    ]


def periode(tekst: str) -> Periode | None:
    """The period that a text names from one month or season to another ("najaar 2013 tot en met voorjaar 2014")."""
    gevonden = _PERIODE.search(tekst)
    if gevonden is None or not gevonden["bj"]:
        return None
    van = _maand(gevonden["as"], gevonden["aj"] or gevonden["bj"], begin=True)
    return _als_periode(van, _maand(gevonden["bs"], gevonden["bj"], begin=False), gevonden["as"], gevonden["bs"])


def enkele_periode(tekst: str) -> Periode | None:
    """The month or season that a text names by itself ("in het najaar van 2016")."""
    gevonden = _ENKEL.search(tekst)
    if gevonden is None or not gevonden["aj"]:
        return None
    naam, jaar = gevonden["as"], gevonden["aj"]
    return _als_periode(_maand(naam, jaar, begin=True), _maand(naam, jaar, begin=False), naam)


def _als_periode(van: str, tot: str, *namen: str) -> Periode | None:
    """A period that does not end before it begins."""
    return Periode(van, tot, any(naam.lower() in SEIZOENEN for naam in namen)) if van <= tot else None


def _maand(naam: str, jaar: str, *, begin: bool) -> str:
    """A month or the first or last month of a season, as YYYY-MM."""
    klein = naam.lower()
    maand = SEIZOENEN[klein][0 if begin else 1] if klein in SEIZOENEN else MAANDEN.index(klein) + 1
    return f"{jaar}-{maand:02d}"
