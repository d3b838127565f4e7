"""A report as it stands on paper, whatever file it came in: paragraphs and tables, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from data.rapporten.woorden import voeg_regels


@dataclass(frozen=True)
class Plek:
    """Where a text stands in a Document: a block, and in a Tabel its row and column too (all from 0)."""

    blok: int
    rij: int | None = None
    kolom: int | None = None


@dataclass(frozen=True)
class Alinea:
    """A block of running text, line by line as printed; `pagina` from 1, None where the file has no pages."""

    regels: tuple[str, ...]
    pagina: int | None = None

    @property
    def tekst(self) -> str:
        """The lines as one text, words broken at a line end made whole."""
        return voeg_regels(self.regels)


@dataclass(frozen=True)
class Tabel:
    """A printed table, as much of it as stands on one page.

    `rijen` are of equal length. A cell's text may hold line breaks, as printed. A merged cell has its text in the first
    place it covers; the other places are empty, as an empty cell is.
    """

    rijen: tuple[tuple[str, ...], ...]
    pagina: int | None = None


Blok = Alinea | Tabel


@dataclass(frozen=True)
class Document:
    """A whole report. `vorm` says what file it was, in Dutch ("PDF", "Word-document", "tekstbestand", …).

    `opmerkingen` are Dutch sentences about the reading itself, for the editor ("Bladzijde 3 is een afbeelding.").
    """

    vorm: str
    blokken: tuple[Blok, ...]
    opmerkingen: tuple[str, ...] = ()

    def teksten(self) -> Iterator[tuple[Plek, str]]:
        """Every text with its place: paragraphs whole, tables cell by cell."""
        for nummer, blok in enumerate(self.blokken):
            if isinstance(blok, Alinea):
                yield Plek(nummer), blok.tekst
            else:
                for rij, cellen in enumerate(blok.rijen):
                    for kolom, tekst in enumerate(cellen):
                        yield Plek(nummer, rij, kolom), tekst

    def als_json(self) -> dict[str, Any]:
        """The document as what JSON can hold; `uit_json` turns it back."""
        blokken = [
            {"pagina": blok.pagina, "regels": list(blok.regels)}
            if isinstance(blok, Alinea)
            else {"pagina": blok.pagina, "rijen": [list(rij) for rij in blok.rijen]}
            for blok in self.blokken
        ]
        return {"vorm": self.vorm, "blokken": blokken, "opmerkingen": list(self.opmerkingen)}

    @classmethod
    def uit_json(cls, inhoud: dict[str, Any]) -> Document:
        """The document that `als_json` wrote."""
        blokken: list[Blok] = [
            Alinea(tuple(blok["regels"]), blok["pagina"])
            if "regels" in blok
            else Tabel(tuple(tuple(rij) for rij in blok["rijen"]), blok["pagina"])
            for blok in inhoud["blokken"]
        ]
        return cls(str(inhoud["vorm"]), tuple(blokken), tuple(inhoud.get("opmerkingen", ())))
