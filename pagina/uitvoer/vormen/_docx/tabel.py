"""A real table: one header row that is repeated, the first column names the row, no merged and no empty cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from pagina.uitvoer.inhoud.tabel import Kolom, Meld, Tabel, Waarde
from pagina.uitvoer.vormen._docx.cel import GETALLEN, STREEP, gedrukt, merk
from pagina.uitvoer.vormen._docx.knoop import alinea, knoop, run

#: Width of the text on an A4 page in mm, upright and on its side.
STAAND, LIGGEND = 160, 267
#: More columns than this do not fit on an upright page.
HOOGSTENS_STAAND = 8

#: Millimetres that stay free in a cell, and a little for a font that is wider than Arial.
_RAND = 2.35
#: How wide a letter of Arial is, in thousandths of its size; a letter that stands nowhere here is a _GEWOON one.
_BREEDTES = {
    letter: breed
    for letters, breed in (("ijl'|", 222), ("ftIr .,:;/-()!‘’", 320), ("ckszvxyJ", 500), ("ABEKPSVXYwCDHNRU", 715),
                           ("GOQ&m", 810), ("MW%✓✗◐→", 920))
    for letter in letters
}  # fmt: skip
_GEWOON, _VET = 556, 1.08
#: A thousandth of the letters of a table in mm: they are 8,5 points.
_DUIZENDSTE = 8.5 * 25.4 / 72 / 1000
#: A cell with more than this (in mm) runs over several lines; with less, over no more than so many.
_LANG, _REGELS = 66.0, 5
_TWIPS = 1440 / 25.4
_OPMELDEN = 100

Rij = tuple[Waarde, ...]


def is_breed(kolommen: Sequence[Kolom], rijen: Sequence[Rij]) -> bool:
    """Whether the table asks for a page on its side."""
    return len(kolommen) > HOOGSTENS_STAAND or sum(krap for krap, _ in _ruimte(kolommen, rijen)) > STAAND


def passend(tabel: Tabel, rijen: Sequence[Rij]) -> tuple[Tabel, list[Rij]]:
    """The table as far as it can be read on a page on its side: its first columns, in practice all of them.

    A table of each oordeel has some 25 columns, the ones a letter needs in front; a wider page could not be pasted.
    """
    ruimte = accumulate(krap for krap, _ in _ruimte(tabel.kolommen, rijen))
    aantal = max(1, sum(geheel <= LIGGEND for geheel in ruimte))
    return replace(tabel, kolommen=tabel.kolommen[:aantal]), [rij[:aantal] for rij in rijen]


def bouw(tabel: Tabel, rijen: Sequence[Rij], breedte_mm: int, meld: Meld) -> Any:  # noqa: ANN401 - lxml has no types
    """The element of the table, `breedte_mm` wide."""
    breedtes = breedtes_in_mm(tabel.kolommen, rijen, breedte_mm)
    uitleg = "; ".join(f"{kolom.kop}: {kolom.omschrijving}" for kolom in tabel.kolommen)
    element = kader("Cijfertabel", breedtes, tabel.titel, uitleg)
    stijlen = ["Tabelgetal" if kolom.soort in GETALLEN else "Tabeltekst" for kolom in tabel.kolommen]
    koppen = ["Tabelkopgetal" if kolom.soort in GETALLEN else "Tabelkop" for kolom in tabel.kolommen]
    kop = [alinea(stijl, run(kolom.kop)) for stijl, kolom in zip(koppen, tabel.kolommen, strict=True)]
    element.append(regel(kop, breedtes, kop=True))
    for nr, rij in enumerate(rijen, 1):
        cellen = zip(stijlen, tabel.kolommen, rij, strict=True)
        element.append(regel([alinea(stijl, *_tekst(kolom, cel)) for stijl, kolom, cel in cellen], breedtes))
        if nr % _OPMELDEN == 0 or nr == len(rijen):
            meld(nr)
    return element


def kader(stijl: str, breedtes: Sequence[float], titel: str, uitleg: str) -> Any:  # noqa: ANN401
    """A table without rows: as wide as the text, with a title and words for who cannot see it."""
    look = {"w:val": "06A0", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "1", "w:lastColumn": "0"}
    opmaak = knoop(
        "w:tblPr",
        None,
        knoop("w:tblStyle", {"w:val": stijl}),
        knoop("w:tblW", {"w:w": "5000", "w:type": "pct"}),
        knoop("w:tblLook", look | {"w:noHBand": "1", "w:noVBand": "1"}),
        knoop("w:tblCaption", {"w:val": titel}),
        knoop("w:tblDescription", {"w:val": uitleg}),
    )
    rooster = knoop("w:tblGrid", None, *(knoop("w:gridCol", {"w:w": _twips(mm)}) for mm in breedtes))
    return knoop("w:tbl", None, opmaak, rooster)


def regel(inhoud: Sequence[Any], breedtes: Sequence[float], *, kop: bool = False) -> Any:  # noqa: ANN401
    """A row of cells, each a paragraph or a list of them; it stays on one page, the head comes back on every page."""
    cellen = (
        knoop(
            "w:tc",
            None,
            knoop("w:tcPr", None, knoop("w:tcW", {"w:w": _twips(mm), "w:type": "dxa"})),
            *(deel if isinstance(deel, list) else [deel]),
        )
        for deel, mm in zip(inhoud, breedtes, strict=True)
    )
    herhaald = [knoop("w:tblHeader")] if kop else []
    return knoop("w:tr", None, knoop("w:trPr", None, knoop("w:cantSplit"), *herhaald), *cellen)


def breedtes_in_mm(kolommen: Sequence[Kolom], rijen: Sequence[Rij], geheel: int) -> list[float]:
    """How wide each column is: its longest word fits where there is room, the rest goes to who has most to say."""
    ruimte = _ruimte(kolommen, rijen)
    krap = sum(k for k, _ in ruimte)
    wens = sum(ruim - k for k, ruim in ruimte)
    if krap >= geheel:
        return [geheel * k / krap for k, _ in ruimte]
    if krap + wens <= geheel:
        return [geheel * ruim / (krap + wens) for _, ruim in ruimte]
    return [k + (ruim - k) * (geheel - krap) / wens for k, ruim in ruimte]


def _ruimte(kolommen: Sequence[Kolom], rijen: Sequence[Rij]) -> list[tuple[float, float]]:
    """Per column the least and the wished width."""
    ruimte = []
    for plek, kolom in enumerate(kolommen):
        teksten = [gedrukt(kolom, rij[plek]) or STREEP for rij in rijen]
        maten = [*map(_maat, teksten), tuple(_VET * mm for mm in _maat(kolom.kop))]
        langst = min(max(geheel for _, geheel in maten), _LANG)
        krap = max(min(max(woord for woord, _ in maten), _LANG), langst / _REGELS)
        ruimte.append((krap + _RAND, max(krap, langst) + _RAND))
    return ruimte


def _maat(tekst: str) -> tuple[float, float]:
    """How wide its longest word is, and all of it on one line."""
    woorden = re.split(r"\s|(?<=[-/])", tekst)
    return max(map(_breed, woorden)), _breed(tekst)


def _breed(tekst: str) -> float:
    return sum(_BREEDTES.get(letter, _GEWOON) for letter in tekst) * _DUIZENDSTE


def _tekst(kolom: Kolom, waarde: Waarde) -> list[Any]:
    """The runs of a cell. A sign gets a font of its own: few text fonts have it."""
    beeld = merk(kolom, waarde)
    if beeld:
        return [run(beeld.teken, "Teken"), run(f" {beeld.woord}")]
    return [run(gedrukt(kolom, waarde) or STREEP)]


def _twips(mm: float) -> str:
    return str(round(mm * _TWIPS))
