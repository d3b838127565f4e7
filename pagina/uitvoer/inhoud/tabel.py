"""A table on its way out: columns that say what they mean, rows in Python's own types. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import BinaryIO, Literal

from data.gebouwd.kopie import KopieVorm

#: What one cell may hold. None is not known: an empty cell, never zero.
Waarde = str | int | Decimal | dt.date | bool | None
Rij = tuple[Waarde, ...]
#: What a column holds: text, a whole number, a year (a number without a point), a whole percentage, a day, yes or no,
#: or one of a fixed list of words.
Soort = Literal["tekst", "getal", "jaar", "procent", "datum", "janee", "keuze"]
#: Called with the number of rows that are written, now and then.
Meld = Callable[[int], None]


def zwijg(_gedaan: int) -> None:
    """For who does not want to hear how far it is."""


@dataclass(frozen=True)
class Kolom:
    """One column: `naam` is the query's, `kop` the reader's; `woorden` holds each allowed word with its meaning."""

    naam: str
    kop: str
    omschrijving: str
    soort: Soort
    eenheid: str = ""
    woorden: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Tabel:
    """Rows under their columns. `rijen` begins anew at each call and holds no more than a part in memory at a time.

    `kopie` writes the same rows as CSV at the speed of the database: heads, form, file. Only a large table has it.
    """

    naam: str
    titel: str
    kolommen: tuple[Kolom, ...]
    aantal: int
    rijen: Callable[[], Iterator[Rij]]
    kopie: Callable[[Sequence[str], KopieVorm, BinaryIO], None] | None = None


def tabel(naam: str, titel: str, kolommen: Iterable[Kolom], rijen: Iterable[Rij]) -> Tabel:
    """A table of rows that are all at hand. Raises ValueError where a row does not fit the columns."""
    kolommen, vast = tuple(kolommen), tuple(rijen)
    scheef = next((nr for nr, rij in enumerate(vast) if len(rij) != len(kolommen)), None)
    if scheef is not None:
        raise ValueError(f"rij {scheef} van ‘{naam}’ heeft {len(vast[scheef])} cellen, geen {len(kolommen)}")
    return Tabel(naam, titel, kolommen, len(vast), lambda: iter(vast))
