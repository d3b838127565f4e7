"""Two tables beside each other: which cells changed, which rows came and went, wherever they stand. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pagina.uitvoer.inhoud.tabel import Kolom, Tabel, Waarde

#: A row by what identifies it, and which of several alike it is.
Sleutel = tuple[tuple[str, ...], int]
# what tells of a row, not which row it is; and what a later meting decides
_ZEGT_IETS = re.compile(
    r".*(_naar|naar_.*|toelichting.*|vindplaats.*|opmerking|basis|bron|tekst|uitleg|rapport.*)|reden"
)
_IS_CODE = re.compile(r".*_(id|code)")


@dataclass(frozen=True)
class Blad:
    """A table as text: heads and rows."""

    koppen: tuple[str, ...]
    rijen: list[tuple[str, ...]]

    def in_kolommen(self, koppen: Sequence[str]) -> Blad:
        """The same rows in these columns; empty where it lacks one."""
        plek = {kop: nr for nr, kop in enumerate(self.koppen)}
        nrs = [plek.get(kop) for kop in koppen]
        return Blad(tuple(koppen), [tuple("" if nr is None else rij[nr] for nr in nrs) for rij in self.rijen])


@dataclass(frozen=True)
class Verandering:
    """One difference. `kolom` empty: a whole row came (`van` empty) or went (`naar` empty)."""

    sleutel: Sleutel
    rij: str
    kolom: str
    van: str
    naar: str

    @property
    def plek(self) -> tuple[Sleutel, str]:
        """Which cell, or which row."""
        return self.sleutel, self.kolom

    @property
    def zin(self) -> str:
        """The difference for a reader."""
        if self.kolom:
            return f"{self.rij}; {self.kolom}: {self.van or '(leeg)'} → {self.naar or '(leeg)'}"
        return f"{self.rij}: deze rij is {'erbij gekomen' if self.naar else 'weg'}"


def als_tekst(waarde: Waarde) -> str:
    """A value as it is compared and shown; nothing known is empty."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Decimal | float):
        return f"{Decimal(str(waarde)).normalize():f}"
    return waarde.isoformat() if isinstance(waarde, dt.date) else str(waarde).replace("\r\n", "\n")


def van_tabel(tabel: Tabel) -> Blad:
    """A table as text."""
    return Blad(
        tuple(kolom.kop for kolom in tabel.kolommen),
        [tuple(als_tekst(waarde) for waarde in rij) for rij in tabel.rijen()],
    )


@dataclass(frozen=True)
class Herkenning:
    """By which columns a row is known, and which of its columns say for a reader which it is."""

    sleutel: tuple[int, ...]
    toon: tuple[int, ...]


def herkenning(kolommen: Sequence[Kolom], *bladen: Blad) -> Herkenning:
    """How a row is known in each of these tables: by as few columns as tell all rows apart, codes first.

    The tables have exactly these columns. Where no columns tell the rows apart, all that may are taken.
    """
    mogelijk = sorted((nr for nr, kolom in enumerate(kolommen) if kolom.soort not in {"getal", "procent"}),
                      key=lambda nr: (_rang(kolommen[nr]), nr))  # fmt: skip
    gekozen: list[int] = []
    for nr in mogelijk:
        if _uniek(gekozen, bladen):
            break
        gekozen.append(nr)
    for nr in list(reversed(gekozen)):
        zonder = [ander for ander in gekozen if ander != nr]
        if _uniek(zonder, bladen):
            gekozen = zonder
    plek = {kolom.naam: nr for nr, kolom in enumerate(kolommen)}
    # a reader knows a gemeente by its name, not by its code
    toon = [plek.get(re.sub("_(id|code)$", "", kolommen[nr].naam), nr) for nr in sorted(gekozen)]
    return Herkenning(tuple(sorted(gekozen)), tuple(dict.fromkeys(toon)))


def vergelijk(oud: Blad, nieuw: Blad, rij: Herkenning) -> list[Verandering]:
    """What differs, in the order of the old table and then of what is new. Both have the same columns."""
    voor, na = dict(_op_sleutel(oud, rij.sleutel)), dict(_op_sleutel(nieuw, rij.sleutel))
    gevonden: list[Verandering] = []
    for plek in dict.fromkeys([*voor, *na]):
        van, naar = voor.get(plek), na.get(plek)
        naam = _naam(oud.koppen, van or naar or (), rij.toon)
        if van is None or naar is None:
            gevonden.append(Verandering(plek, naam, "", _in_een(van), _in_een(naar)))
            continue
        for kop, cel_van, cel_naar in zip(oud.koppen, van, naar, strict=True):
            if cel_van != cel_naar:
                gevonden.append(Verandering(plek, naam, kop, cel_van, cel_naar))
    return gevonden


def _rang(kolom: Kolom) -> int:
    """How well a column tells which row it is: 0 best."""
    if _ZEGT_IETS.fullmatch(kolom.naam):
        return 4
    if _IS_CODE.fullmatch(kolom.naam):
        return 0
    return {"jaar": 1, "tekst": 1, "datum": 2}.get(kolom.soort, 3)


def _uniek(kolommen: Sequence[int], bladen: Sequence[Blad]) -> bool:
    return all(len({tuple(rij[nr] for nr in kolommen) for rij in blad.rijen}) == len(blad.rijen) for blad in bladen)


def _op_sleutel(blad: Blad, sleutel: Sequence[int]) -> Iterator[tuple[Sleutel, tuple[str, ...]]]:
    """The rows by what they are; of several alike the first is 0."""
    keren: Counter[tuple[str, ...]] = Counter()
    for rij in blad.rijen:
        eigen = tuple(rij[nr] for nr in sleutel)
        yield (eigen, keren[eigen]), rij
        keren[eigen] += 1


def _naam(koppen: Sequence[str], rij: Sequence[str], toon: Sequence[int]) -> str:
    """A row for a reader: 'Gemeente Alkmaar, Indicator …'."""
    return ", ".join(f"{koppen[nr]} {rij[nr]}" for nr in toon if rij[nr]) or "de enige rij"


def _in_een(rij: Sequence[str] | None) -> str:
    return "" if rij is None else " | ".join(rij) or "(leeg)"
