"""The data dictionary: of every column of a query or view its head, what it means, and what its cells hold. Pure.

It stands in kolommen.csv beside this file, one row per column name: `vraag` empty holds everywhere, a row with a
`vraag` (a query or a view) stands in its place there. `lijst` names the words of a column in lijsten.py; with soort
tekst a cell may hold several of them, with a plus in between.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from data.gebouwd.kopie import KopieKolom, past
from data.levering.vorm import vorm
from pagina.uitvoer.inhoud.lijsten import LIJSTEN
from pagina.uitvoer.inhoud.tabel import Kolom, Soort, Waarde

PAD = Path(__file__).with_name("kolommen.csv")
#: Between codes in one cell, and between the parts of a list.
EN, OF = " + ", " | "
# Numbers that mean something within one database only, places in an order, a pair of years that stands in two columns
# beside it, and the clock of a build.
_HULP = re.compile(r".*_nr|.*_volgorde|periode|gebouwd_op")
# What is no value for a cell: lists of records, and the outline of a gemeente on the map.
_GEEN_CEL = frozenset({("gemeente_aanpakken", "overgenomen_van"), ("onderwerp_verloop", "metingen"), ("grenzen",) * 2})

#: The columns of a query that leaves the house in another order than its own: what the page shows is what the file has.
VOLGORDE: Mapping[str, tuple[str, ...]] = {
    "opvolging_tabel": (
        "gemeente", "aanpak_van", "thema", "indicator", "jaar_van", "uitkomst_van", "jaar_naar", "uitkomst_naar",
        "status", "aanpak_naar", "bewijs_van", "bewijs_naar", "toelichting_van", "toelichting_naar", "rapport_van",
        "vindplaats_van", "rapport_naar", "vindplaats_naar", "onderwerp", "kader", "gemeente_code", "provincie",
        "was_verbeterpunt", "overgenomen", "niet_meer_in_kader",
    ),
}  # fmt: skip


@cache
def _woordenboek() -> dict[tuple[str, str], dict[str, str]]:
    with PAD.open(encoding="utf-8", newline="") as bestand:
        return {(rij["vraag"], rij["kolom"]): rij for rij in csv.DictReader(bestand)}


def _rij(vraag: str, naam: str) -> dict[str, str]:
    boek = _woordenboek()
    if (vraag, naam) not in boek and ("", naam) not in boek:
        raise KeyError(f"de kolom ‘{naam}’ van ‘{vraag}’ staat niet in {PAD.name}; zet haar erin")
    return boek.get((vraag, naam)) or boek["", naam]


def gaat_mee(vraag: str, naam: str) -> bool:
    """Whether a column of a query or view leaves the house: not what only serves the database or a page."""
    return _HULP.fullmatch(naam) is None and (vraag, naam) not in _GEEN_CEL


@cache
def kolom(vraag: str, naam: str) -> Kolom:
    """What a column of a query or view is and means. Raises KeyError for a column that the dictionary does not have."""
    rij = _rij(vraag, naam)
    if rij["soort"] not in get_args(Soort):
        raise ValueError(f"{PAD.name}: de kolom ‘{naam}’ heeft een onbekende soort: {rij['soort']!r}")
    woorden = dict(LIJSTEN[rij["lijst"]].values()) if rij["soort"] == "keuze" else {}
    return Kolom(naam, rij["kop"], rij["omschrijving"], cast("Soort", rij["soort"]), rij["eenheid"], woorden)


def koppen(vraag: str) -> dict[str, str]:
    """The columns of a query in VOLGORDE with their heads, as a page shows them."""
    return {naam: kolom(vraag, naam).kop for naam in VOLGORDE[vraag]}


@cache
def zetter(vraag: str, naam: str) -> Callable[[Any], Waarde]:
    """What makes a cell of a value of this column that is known (never None): codes become words.

    Raises KeyError, when called, for a code that its list does not have.
    """
    rij = _rij(vraag, naam)
    lijst = LIJSTEN[rij["lijst"]] if rij["lijst"] else None
    if lijst is None:
        return _ZETTERS[rij["soort"]]
    woord = {code: woord.woord for code, woord in lijst.items()}
    if rij["soort"] == "keuze":
        return woord.__getitem__
    return lambda codes: EN.join(woord[code] for code in codes.split(EN))


def kopie_kolom(vraag: str, naam: str, soort: str) -> KopieKolom | None:
    """The same for the database that writes a file itself; None where it cannot, for a column of this type."""
    rij = _rij(vraag, naam)
    lijst = LIJSTEN[rij["lijst"]] if rij["lijst"] else {}
    maak = {"keuze": "woord", "tekst": "woorden"}[rij["soort"]] if lijst else _MAKERS[rij["soort"]]
    if maak == "tekst":
        maak = "delen" if soort == "VARCHAR[]" else "code" if naam in _codes() else maak
    woorden = {code: woord.woord for code, woord in lijst.items()}
    return KopieKolom(naam, kolom(vraag, naam).kop, maak, woorden) if past(maak, soort) else None


@cache
def _codes() -> frozenset[str]:
    """The columns that a build takes only in a form without a sign that a spreadsheet would run."""
    return frozenset(rij["kolom"] for rij in vorm() if rij["soort"] in {"id", "gemeente_code"})


def _getal(waarde: Any) -> Waarde:  # noqa: ANN401 - whatever pandas holds
    """Whole numbers whole: a column with gaps comes out of pandas as 2013.0."""
    heel = int(waarde)
    return heel if heel == waarde else Decimal(repr(float(waarde)))


def _dag(waarde: dt.date) -> Waarde:
    return waarde.date() if isinstance(waarde, dt.datetime) else waarde


def _tekst(waarde: Any) -> Waarde:  # noqa: ANN401 - whatever pandas holds
    if isinstance(waarde, str):
        return waarde
    return OF.join(str(deel) for deel in waarde)


_MAKERS = {"tekst": "tekst", "getal": "getal", "jaar": "getal", "procent": "getal", "datum": "dag", "janee": "janee"}
_ZETTERS: Mapping[str, Callable[[Any], Waarde]] = {
    "tekst": _tekst, "getal": _getal, "jaar": _getal, "procent": _getal, "datum": _dag, "janee": bool,
}  # fmt: skip
