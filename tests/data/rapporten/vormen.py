"""One report in other forms: a Document written as DOCX, ODT, PDF or XLSX, and blocks of lines set at their places."""

from __future__ import annotations

import html
import io
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import openpyxl
from odfdo import Cell, Paragraph, Table
from odfdo import Document as Odf
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from data.rapporten.document import Alinea, Document, Tabel
from data.rapporten.oordelen.tekenplaats import opent_cel
from tests.data.rapporten import pdfmaker

#: Figures above the line, which the fonts of every PDF reader lack.
_GEWONE_CIJFERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SMAL = ParagraphStyle("smal", parent=pdfmaker.GEWOON, fontSize=7.5, leading=9)


def als_docx(document: Document) -> bytes:
    """The report as a Word document: a paragraph per paragraph, a ruled table per table."""
    woord = docx.Document()
    for blok in document.blokken:
        if isinstance(blok, Alinea):
            woord.add_paragraph("\n".join(blok.regels))
            continue
        tabel = woord.add_table(rows=len(blok.rijen), cols=len(blok.rijen[0]))
        for rij, cellen in zip(tabel.rows, blok.rijen, strict=True):
            for cel, tekst in zip(rij.cells, cellen, strict=True):
                cel.text = tekst
    uit = io.BytesIO()
    woord.save(uit)
    return uit.getvalue()


def als_odt(document: Document) -> bytes:
    """The report as an OpenDocument text."""
    tekst = Odf("text")
    tekst.body.clear()
    for nummer, blok in enumerate(document.blokken):
        if isinstance(blok, Alinea):
            tekst.body.append(Paragraph("\n".join(blok.regels)))
            continue
        tabel = Table(f"Tabel{nummer}", width=len(blok.rijen[0]), height=len(blok.rijen))
        for y, cellen in enumerate(blok.rijen):
            for x, inhoud in enumerate(cellen):
                cel = Cell()
                cel.append(Paragraph(inhoud))
                tabel.set_cell((x, y), cel)
        tekst.body.append(tabel)
    uit = io.BytesIO()
    tekst.save(uit)
    return uit.getvalue()


def als_xlsx(document: Document) -> bytes:
    """The report as one sheet, everything below each other."""
    map_ = openpyxl.Workbook()
    blad = map_.active
    assert blad is not None
    for blok in document.blokken:
        for rij in [[regel] for regel in blok.regels] if isinstance(blok, Alinea) else blok.rijen:
            blad.append(list(rij))
    uit = io.BytesIO()
    map_.save(uit)
    return uit.getvalue()


def als_pdf(document: Document, *, opmaak: str = "raster", breekt: bool = True, liggend: bool = False) -> bytes:
    """The report as a PDF over as many pages as it takes; rows may run on overleaf."""
    delen: list[Flowable] = []
    maat = landscape(A4) if liggend else A4
    for blok in document.blokken:
        if isinstance(blok, Alinea):
            delen += [pdfmaker.alinea(_pdf(regel)) for regel in blok.regels] + [pdfmaker.wit()]
            continue
        rijen = [[_pdf(cel) for cel in rij] for rij in blok.rijen]
        breed = [(maat[0] - 150) / len(rijen[0])] * len(rijen[0])
        tabel = pdfmaker.tabel(rijen, breed, opmaak, stijl=_SMAL, breekt=breekt)
        # a head is repeated on each page, with the theme above it; a table with none or with more repeats nothing
        koppen = [nummer for nummer, rij in enumerate(rijen) if {"Indicator", "Indicatoren"} & set(rij)]
        tabel.repeatRows = koppen[0] + 1 if len(koppen) == 1 and koppen[0] < 2 else 0
        delen += [tabel, pdfmaker.wit()]
    return _naar_bytes(lambda uit: pdfmaker.maak(uit, delen, maat=maat))


def _pdf(tekst: str) -> str:
    return html.escape(tekst.translate(_GEWONE_CIJFERS), quote=False)


def _naar_bytes(maak: Callable[[Path], object]) -> bytes:
    """What a maker of files writes."""
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "rapport.pdf"
        maak(pad)
        return pad.read_bytes()


def als_kolommen_pdf(document: Document, *, begint: Callable[[str], bool], eindigt: Callable[[str], bool]) -> bytes:
    """A text layer put back where it stood: the cells of a row beside each other, no lines drawn, an empty cell absent.

    `begint` tells the head of a table (its words over the columns), `eindigt` the first block after the tables.
    """
    uit = io.BytesIO()
    vel = _Vel(Canvas(uit, pagesize=A4))
    tabel = False
    rij: list[Sequence[str]] = []
    for blok in document.blokken:
        assert isinstance(blok, Alinea)
        plat = " ".join(blok.tekst.split())
        if begint(plat) or eindigt(plat):
            vel.rij(rij)
            rij, tabel = [], begint(plat)
            vel.rij([[woord] for woord in plat.split()]) if tabel else vel.tekst(blok.regels)
        elif not tabel:
            vel.tekst(blok.regels)
        elif opent_cel(blok.regels[0]):
            rij.append(blok.regels)
        else:
            rij = vel.nieuwe_rij(rij, blok.regels)
    vel.rij(rij)
    vel.vel.save()
    return uit.getvalue()


class _Vel:
    """Pages on which lines are set at their places."""

    X, HOOG, LAAG, REGEL = (50, 190, 380), 800, 60, 9

    def __init__(self, vel: Canvas) -> None:
        self.vel = vel
        self.y = self.HOOG
        self._schrift()

    def _schrift(self) -> None:
        self.vel.setFont("Helvetica", 7)

    def _ruimte(self, regels: int) -> None:
        if self.y - regels * self.REGEL < self.LAAG:
            self.vel.showPage()
            self._schrift()
            self.y = self.HOOG

    def tekst(self, regels: Sequence[str]) -> None:
        """Lines of running text."""
        self._ruimte(len(regels))
        for regel in regels:
            self.vel.drawString(self.X[0], self.y, regel.strip())
            self.y -= self.REGEL
        self.y -= self.REGEL

    def rij(self, cellen: Sequence[Sequence[str]]) -> None:
        """The cells of a row beside each other; what is missing at the end is not there."""
        hoogte = max((len(cel) for cel in cellen), default=0)
        if not hoogte:
            return
        self._ruimte(hoogte)
        for x, cel in zip(self.X, cellen, strict=False):
            for nummer, regel in enumerate(cel):
                self.vel.drawString(x, self.y - nummer * self.REGEL, regel.strip())
        self.y -= (hoogte + 1) * self.REGEL

    def nieuwe_rij(self, rij: Sequence[Sequence[str]], indicator: Sequence[str]) -> list[Sequence[str]]:
        """Set the row before, and begin one with this indicator."""
        self.rij(rij)
        return [indicator]


def zonder_regels(document: Document) -> Document:
    """The same with each paragraph on one line, as a word processor holds it."""
    blokken = [Alinea((blok.tekst,), blok.pagina) if isinstance(blok, Alinea) else blok for blok in document.blokken]
    return Document(document.vorm, tuple(blokken))


def vervang(document: Document, tekens: dict[str, str]) -> Document:
    """The same with other signs."""
    tabel = str.maketrans(tekens)
    blokken = [
        Alinea(tuple(regel.translate(tabel) for regel in blok.regels), blok.pagina)
        if isinstance(blok, Alinea)
        else Tabel(tuple(tuple(cel.translate(tabel) for cel in rij) for rij in blok.rijen), blok.pagina)
        for blok in document.blokken
    ]
    return Document(document.vorm, tuple(blokken))


def verleng(document: Document, *, keer: int) -> Document:
    """The same with the text of each verdict so many times, its sign once."""
    blokken = [
        blok
        if isinstance(blok, Alinea)
        else Tabel(tuple(tuple(_langer(cel, keer) for cel in rij) for rij in blok.rijen), blok.pagina)
        for blok in document.blokken
    ]
    return Document(document.vorm, tuple(blokken))


def _langer(cel: str, keer: int) -> str:
    teken, _, tekst = cel.partition(" ")
    return f"{teken} {' '.join([tekst] * keer)}" if len(teken) == 1 and tekst else cel
