"""Makes PDFs of fictional reports, with tables in every make-up that reports come in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from data.rapporten.document import Alinea, Document, Tabel
from data.rapporten.lezers.pdf import lees

Rijen = Sequence[Sequence[str]]

#: By name what rules and boxes a table has.
OPMAAK: dict[str, list[tuple[Any, ...]]] = {
    "raster": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "kaal": [],
    "liggend": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)],
    "drie lijnen": [
        ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
        ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
    ],
    "zebra": [("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.white, colors.lightgrey])],
    "gekleurde kop": [("BACKGROUND", (0, 0), (-1, 0), colors.lightblue)],
    "zonder buitenrand": [("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "staand": [
        ("LINEAFTER", (0, 0), (-2, -1), 0.5, colors.black),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
    ],
    "doos": [("BOX", (0, 0), (-1, -1), 0.5, colors.black), ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)],
}
GEWOON = ParagraphStyle("gewoon", fontName="Helvetica", fontSize=9, leading=11)
KOP = ParagraphStyle("kop", parent=GEWOON, fontName="Helvetica-Bold")
TITEL = ParagraphStyle("titel", parent=KOP, fontSize=13, leading=16, spaceBefore=8, spaceAfter=4)


def alinea(tekst: str, stijl: ParagraphStyle = GEWOON) -> Paragraph:
    """A paragraph; ✓ and ✗ in the picture font that every PDF reader has."""
    for teken in "✓✗":
        tekst = tekst.replace(teken, f'<font name="ZapfDingbats">{teken}</font>')
    return Paragraph(tekst.replace("\n", "<br/>"), stijl)


def tabel(
    rijen: Rijen,
    breedtes: Sequence[float],
    opmaak: str = "raster",
    *,
    extra: Sequence[tuple[Any, ...]] = (),
    stijl: ParagraphStyle = GEWOON,
    breekt: bool = False,
) -> Table:
    """A table with its head repeated on each page; `breekt` lets a row run on overleaf."""
    vet = ParagraphStyle("vet", parent=stijl, fontName="Helvetica-Bold")
    cellen = [[alinea(cel, stijl if nummer else vet) for cel in rij] for nummer, rij in enumerate(rijen)]
    randen = [("VALIGN", (0, 0), (-1, -1), "TOP"), *OPMAAK[opmaak], *extra]
    return Table(cellen, colWidths=list(breedtes), repeatRows=1, style=randen, splitInRow=int(breekt))


def maak(
    pad: Path,
    delen: Sequence[Flowable],
    *,
    maat: tuple[float, float] = A4,
    rand: Callable[[Canvas, Any], None] | None = None,
) -> Path:
    """The PDF with these parts; `rand` draws heads and feet."""
    document = SimpleDocTemplate(str(pad), pagesize=maat)
    opties = {"onFirstPage": rand, "onLaterPages": rand} if rand else {}
    document.build(list(delen), **opties)
    return pad


def wit(hoogte: float = 8) -> Spacer:
    """White between two parts."""
    return Spacer(1, hoogte)


def gelezen(pad: Path) -> Document:
    """The PDF as read."""
    return lees(pad, lambda _nummer, _aantal: None)


def tabellen(document: Document) -> list[list[tuple[str, ...]]]:
    """The rows of each table, without what a line break adds."""
    return [
        [tuple(glad(cel) for cel in rij) for rij in blok.rijen] for blok in document.blokken if isinstance(blok, Tabel)
    ]


def alineas(document: Document) -> list[str]:
    """The texts of the paragraphs."""
    return [glad(blok.tekst) for blok in document.blokken if isinstance(blok, Alinea)]


def glad(tekst: str) -> str:
    """The text with single spaces."""
    return re.sub(r"\s+", " ", tekst).strip()
