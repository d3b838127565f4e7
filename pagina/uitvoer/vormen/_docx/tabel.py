"""A real table: one header row that is repeated, the first column names the row, no merged and no empty cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pagina.uitvoer.inhoud.tabel import Kolom, Meld, Rij, Tabel, Waarde
from pagina.uitvoer.vormen._docx.cel import GETALLEN, STREEP, gedrukt, merk
from pagina.uitvoer.vormen._docx.knoop import alinea, kaal, knoop, run
from pagina.uitvoer.vormen._docx.maat import breedtes_in_mm

_TWIPS = 1440 / 25.4
_OPMELDEN = 100


def bouw(tabel: Tabel, rijen: Sequence[Rij], breedte_mm: int, meld: Meld) -> Any:  # noqa: ANN401 - lxml has no types
    """The element of the table, `breedte_mm` wide."""
    breedtes = breedtes_in_mm(tabel.kolommen, rijen, breedte_mm)
    uitleg = "; ".join(f"{kaal(kolom.kop)}: {kolom.omschrijving}" for kolom in tabel.kolommen)
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
        # the widths are ours: Word would give a column with a long word more, and push the last ones off the page
        knoop("w:tblLayout", {"w:type": "fixed"}),
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


def _tekst(kolom: Kolom, waarde: Waarde) -> list[Any]:
    """The runs of a cell. A sign gets a font of its own: few text fonts have it."""
    beeld = merk(kolom, waarde)
    if beeld:
        return [run(beeld.teken, "Teken"), run(f" {beeld.woord}")]
    return [run(gedrukt(kolom, waarde) or STREEP)]


def _twips(mm: float) -> str:
    return str(round(mm * _TWIPS))
