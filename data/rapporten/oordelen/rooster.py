"""A printed table as rows of cells with their places, whatever it came from, and what reading it needs of a kader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from data.rapporten.document import Plek, Tabel
from data.rapporten.gelezen import Soort, Twijfel
from data.rapporten.oordelen.opmaak import zonder_opmaak
from data.rapporten.woorden import voeg_regels


class Gelijkenis(Protocol):
    """How much a text is like the best indicator of a kader, 0 to 100."""

    @property
    def score(self) -> float:
        """The likeness."""


class Kader(Protocol):
    """What reading a table asks of a kader (koppelen.Kaderkennis answers it)."""

    def indicator(self, tekst: str) -> Gelijkenis | None:
        """The best match for a text."""

    def is_indicator(self, tekst: str) -> bool:
        """Whether a text is an indicator of the kader, near enough."""

    def thema(self, tekst: str) -> str | None:
        """The thema that a text is the name of."""

    def criterium(self, tekst: str) -> str | None:
        """The criterium that a text is."""


@lru_cache(maxsize=4096)
def _op_een_regel(tekst: str) -> str:
    return voeg_regels(zonder_opmaak(tekst).split("\n"))


@dataclass(frozen=True)
class Vak:
    """One cell of a table: its text (line breaks kept) and its place."""

    tekst: str
    plek: Plek

    @property
    def plat(self) -> str:
        """The text on one line, as printed."""
        return _op_een_regel(self.tekst)

    @property
    def leeg(self) -> bool:
        """Whether nothing is printed here."""
        return not zonder_opmaak(self.tekst)


@dataclass(frozen=True)
class Rij:
    """One row of a table, with the doubts that hold for each verdict in it. `vast`: no cell of it can be missing."""

    vakken: tuple[Vak, ...]
    pagina: int | None = None
    twijfels: tuple[Twijfel, ...] = ()
    vast: bool = True

    @property
    def plek(self) -> Plek:
        """The place of the row: that of its first cell."""
        return self.vakken[0].plek

    @property
    def gevuld(self) -> list[int]:
        """The columns in which something is printed."""
        return [kolom for kolom, vak in enumerate(self.vakken) if not vak.leeg]

    def tekst(self, kolom: int | None) -> str:
        """The text of a column on one line; empty where the row has no such column."""
        return self.vakken[kolom].plat if kolom is not None and kolom < len(self.vakken) else ""

    def met(self, *twijfels: Twijfel) -> Rij:
        """The same row with more doubts."""
        return replace(self, twijfels=(*self.twijfels, *twijfels))


def rijen_van(tabel: Tabel, blok: int, *, vast: bool) -> Iterator[Rij]:
    """The rows of a printed table, empty ones left out."""
    for nummer, cellen in enumerate(tabel.rijen):
        vakken = tuple(Vak(tekst, Plek(blok, nummer, kolom)) for kolom, tekst in enumerate(cellen))
        if any(not vak.leeg for vak in vakken):
            yield Rij(vakken, tabel.pagina, vast=vast)


def twijfel(soort: Soort, zin: str, plek: Plek | None) -> Twijfel:
    """A doubt at its place."""
    return Twijfel(soort, zin, plek)
