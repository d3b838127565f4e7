"""A table of the letter with all around it: its caption and number, its page, and the lines under it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.document import Document

from pagina.beeld import zinnen
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Meld
from pagina.uitvoer.vormen._docx import delen, huis, maat
from pagina.uitvoer.vormen._docx.cel import STREEP_UITLEG, gedrukt
from pagina.uitvoer.vormen._docx.indeling import Deeltabel
from pagina.uitvoer.vormen._docx.knoop import alinea, run
from pagina.uitvoer.vormen._docx.noten import Noten
from pagina.uitvoer.vormen._docx.tabel import bouw


class Tabellen:
    """The tables of one letter, numbered as they are put in it."""

    def __init__(self, document: Document, stuk: Stuk, noten: Noten, meld: Meld) -> None:
        """Take the letter that they stand in."""
        self._document, self._stuk, self._noten, self._meld = document, stuk, noten, meld
        self._nr = self._gedaan = 0

    def zet(self, deel: Deeltabel, *, kop: str = "") -> None:
        """Put a table at the end, on a page on its side where it is wide; the first brings the sources."""
        liggend, gedaan = deel.breed, self._gedaan
        self._nr += 1
        if liggend:
            huis.sluit_sectie(self._document, liggend=False)
        noten = self._noten.verwijs(self._stuk.noten if self._nr == 1 else ())
        bijschrift = delen.bijschrift("Tabel", self._nr, deel.tabel.titel, self._stuk.herkomst)
        breedte = maat.LIGGEND if liggend else maat.STAAND
        huis.erbij(
            self._document,
            *([alinea("Heading2", run(kop))] if kop else []),
            alinea("Tabelbijschrift", *bijschrift, *noten),
            bouw(deel.tabel, deel.rijen, breedte, lambda rijen: self._meld(gedaan + rijen)),
            alinea("Tabelnoot", *self._eronder(deel)),
        )
        self._gedaan += len(deel.rijen)
        if liggend:
            huis.sluit_sectie(self._document, liggend=True)

    def _eronder(self, deel: Deeltabel) -> Iterator[Any]:
        """What the dash and the short heads mean, which columns are left out, and how to find these figures back."""
        kolommen = deel.tabel.kolommen
        if any(gedrukt(kolom, cel) is None for rij in deel.rijen for kolom, cel in zip(kolommen, rij, strict=True)):
            yield run(f"{STREEP_UITLEG} ")
        if deel.verkort:
            paren = zinnen.opsomming(f"‘{kort}’ is ‘{voluit}’" for kort, voluit in deel.verkort)
            yield run(f"In de kop: {paren}. ")
        if deel.weg:
            namen = zinnen.genoemd(kolom.kop for kolom in deel.weg)
            aantal = zinnen.meervoud(len(deel.weg), "staat de kolom", "staan de kolommen")
            yield run(f"Alleen in de ODS, XLSX en CSV van dezelfde keuze {aantal} {namen}. ")
        nummer = f"exportnummer {self._stuk.herkomst.exportnummer}"
        link = delen.weblink(self._document, self._stuk.herkomst)
        if link is None:
            yield run(f"{zinnen.hoofd(nummer)}.")
        else:
            yield link
            yield run(f", {nummer}.")
