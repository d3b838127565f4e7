"""The grid of both maps: which row and column is what, and what each cell says. Pure; `celkeuze` draws it.

A group of rows opens with a heading row that has no cells, so row numbers in the map are not row numbers in the data:
a `Kaartwijzer` translates, for the page, for the picture in a file, and for whoever reads the map aloud. It is made
for 342 gemeenten × 60 indicatoren: a cell is a number, and what many cells say alike is written once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd

from pagina.beeld.figuren.basis import TEKENBREEDTE, regels

#: More columns than this: symbols without words, and column names that stand upright.
WOORDEN_TOT = 12
#: More cells than this: colour only (the word is in the hover, in celkeuze's line and in the table beside it).
TEKENS_TOT = 6_000
_SMALSTE_WOORD, _SMALSTE_TEKEN = 98, 24
_RAND = 6
#: The number of a place without a cell.
GEEN_VAK = -1

Nummers = np.ndarray[Any, np.dtype[np.int16]]
#: A chip of a legend: text, fill, colour of the text, and whether it is hatched.
Blokje = tuple[str, str, str, bool]


@dataclass(frozen=True)
class Rij:
    """A row of the map; `sleutel` is None for the heading of a group. `naam` is said aloud, `uitleg` is it in full."""

    sleutel: str | None
    label: str
    naam: str
    groep: str
    uitleg: str = ""


@dataclass(frozen=True)
class Kolom:
    """A column of the map; `groep` is empty where columns have no heading of their own."""

    sleutel: str
    label: str
    naam: str
    groep: str = ""
    groep_naam: str = ""

    @property
    def gemeente(self) -> str:
        """The name over a column that has one, else its own: in the status map that of its gemeente."""
        return self.groep_naam or self.label


@dataclass(frozen=True)
class Vak:
    """What cells that are alike say.

    `code`: which colour; `woord`: said aloud; `regels`: what the mouse finds, the most important first; `teksten`: what
    stands in the cell where there is room for words, and where there is not; `arcering`: hatched, since it, or a part
    of it, was told and not tested.
    """

    code: int
    woord: str
    teksten: tuple[str, str]
    regels: tuple[str, ...]
    arcering: bool = False


@dataclass(frozen=True)
class Kaartwijzer:
    """What stands where in a map. `nummers[rij, kolom]` is a place in `vakken`, GEEN_VAK where there is no cell."""

    rijen: tuple[Rij, ...]
    kolommen: tuple[Kolom, ...]
    nummers: Nummers
    vakken: tuple[Vak, ...]

    @property
    def met_woorden(self) -> bool:
        """Whether the cells are wide enough for words."""
        return len(self.kolommen) <= WOORDEN_TOT

    @cached_property
    def aantal_vakken(self) -> int:
        """How many cells there are."""
        return int(np.count_nonzero(self.nummers != GEEN_VAK))

    @property
    def met_tekst(self) -> bool:
        """Whether anything stands in the cells."""
        return self.aantal_vakken <= TEKENS_TOT

    @property
    def omvang(self) -> int:
        """Bytes of memory that it takes, on the wide side."""
        return self.nummers.nbytes + 1_000 * (len(self.rijen) + len(self.kolommen) + len(self.vakken))

    @cached_property
    def per_code(self) -> dict[int, int]:
        """How many cells have each code that occurs."""
        uit: dict[int, int] = {}
        for vak, n in zip(self.vakken, np.bincount(self.nummers[self.nummers >= 0].ravel()).tolist(), strict=True):
            uit[vak.code] = uit.get(vak.code, 0) + n
        return uit

    @cached_property
    def codes(self) -> tuple[tuple[int | None, ...], ...]:
        """The code of each cell, None where there is no cell."""
        code_van = [vak.code for vak in self.vakken]
        return tuple(
            tuple(None if nummer == GEEN_VAK else code_van[nummer] for nummer in rij) for rij in self.nummers.tolist()
        )

    @cached_property
    def labelbreedte(self) -> int:
        """Pixels left of the cells: enough for every label in two lines, where that can be."""
        breedte = _labelbreedte([rij.label for rij in self.rijen if rij.sleutel is not None])
        labels = (regels(rij.label, 40 if rij.sleutel is None else breedte, hoogstens=2) for rij in self.rijen)
        breedste = max((len(regel) for label in labels for regel in label), default=8)
        return round(breedste * TEKENBREEDTE) + 3 * _RAND

    @property
    def smalste(self) -> int:
        """Pixels below which the map scrolls sideways instead of shrinking further."""
        vak = max(_SMALSTE_WOORD, round(self.naambreedte * 6.4)) if self.met_woorden else _SMALSTE_TEKEN
        return self.labelbreedte + vak * len(self.kolommen) + _RAND

    @property
    def naambreedte(self) -> int:
        """Characters on a line of a column's name: the longest word, but at least some thirteen."""
        return max([13, *(len(woord) for kolom in self.kolommen for woord in kolom.label.split())])

    @property
    def beslag(self) -> float:
        """The part of the width that the cells take: one column alone would be as wide as the page."""
        return 0.5 if len(self.kolommen) == 1 else 1.0

    def op(self, rij: int, kolom: int) -> tuple[str, str] | None:
        """The keys (row, column) of a chosen cell; None where there is no cell."""
        if not (0 <= rij < len(self.rijen) and 0 <= kolom < len(self.kolommen)):
            return None
        sleutel = self.rijen[rij].sleutel
        if sleutel is None or self.nummers[rij, kolom] == GEEN_VAK:
            return None
        return sleutel, self.kolommen[kolom].sleutel

    def plek(self, rij_sleutel: str, kolom_sleutel: str) -> tuple[int, int] | None:
        """Where a cell stands in the map; None when it is not in it (any more)."""
        rij = next((nr for nr, rij in enumerate(self.rijen) if rij.sleutel == rij_sleutel), None)
        kolom = next((nr for nr, kolom in enumerate(self.kolommen) if kolom.sleutel == kolom_sleutel), None)
        if rij is None or kolom is None or self.nummers[rij, kolom] == GEEN_VAK:
            return None
        return rij, kolom

    def vak(self, rij: int, kolom: int) -> Vak | None:
        """What a cell says; None where there is none."""
        nummer = int(self.nummers[rij, kolom])
        return None if nummer == GEEN_VAK else self.vakken[nummer]

    def zin(self, rij: int, kolom: int) -> str:
        """A cell said aloud: 'Alkmaar, Helpende Hand in de Wijk, Doorzettingsmacht: niet opgepakt'."""
        vak = self.vak(rij, kolom)
        return f"{self.kolommen[kolom].naam}, {self.rijen[rij].naam}: {'geen vak' if vak is None else vak.woord}"


def _labelbreedte(labels: Sequence[str]) -> int:
    """The narrowest width at which every label takes two lines, between 20 and 34 characters."""
    for breedte in range(20, 34):
        if all(len(regels(label, breedte)) <= 2 for label in labels):
            return breedte
    return 34


def met_koppen(rijen: Iterable[Rij]) -> tuple[Rij, ...]:
    """The rows with a heading row before each group that has a name."""
    uit: list[Rij] = []
    for groep, leden in groupby(rijen, key=lambda rij: rij.groep):
        uit += [Rij(None, groep, groep, groep)] if groep else []
        uit += leden
    return tuple(uit)


def vul(
    rijen: Sequence[Rij], kolommen: Sequence[Kolom], plekken: tuple[pd.Series[Any], pd.Series[Any]], nummers: Nummers
) -> Nummers:
    """The grid in which the cell of each pair of keys (row, column) holds its number."""
    op_rij = {rij.sleutel: nr for nr, rij in enumerate(rijen) if rij.sleutel is not None}
    op_kolom = {kolom.sleutel: nr for nr, kolom in enumerate(kolommen)}
    raster = np.full((len(rijen), len(kolommen)), GEEN_VAK, dtype=np.int16)
    raster[plekken[0].map(op_rij).to_numpy(dtype=int), plekken[1].map(op_kolom).to_numpy(dtype=int)] = nummers
    return raster


def unieke(frame: pd.DataFrame) -> tuple[pd.DataFrame, Nummers]:
    """The different rows of a frame, and for each of its rows the number of the one that it is."""
    if frame.empty:
        return frame, np.empty(0, dtype=np.int16)
    nummers = frame.groupby(list(frame), sort=False, dropna=False).ngroup().to_numpy().astype(np.int16)
    return frame.drop_duplicates(), nummers
