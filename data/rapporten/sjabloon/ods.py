"""The template as an OpenDocument spreadsheet, by odfdo."""

from __future__ import annotations

import datetime as dt
import io

from odfdo import Cell, Column, Document, Element, Paragraph, Row, Style, Table

from data.rapporten.sjabloon import BLAD, TEKENS, UITLEG, UITLEGBLAD, VASTE_KOLOMMEN, Rooster

_BREEDTEN = ("3cm", "3.5cm", "5cm", "9cm")
_BREED_TEKEN, _BREED_TOELICHTING, _BREED_UITLEG = "2cm", "8cm", "20cm"
_KEUZE = "tekenkeuze"
_VAST = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - no moment at all, only the same one every time


def schrijf(rooster: Rooster) -> bytes:
    """The workbook: the sheet to fill in, with lists to choose a sign from, and a sheet that explains."""
    document = Document("spreadsheet")
    document.body.clear()
    document.body.append(_keuze())
    document.body.append(_blad(document, rooster))
    uitleg = Table(UITLEGBLAD)
    uitleg.append(Column(style=_breedte(document, _BREED_UITLEG)))
    gewoon, vet = _cel_stijl(document, "gewoon"), _cel_stijl(document, "vet", vet=True)
    for nummer, zin in enumerate(UITLEG):
        rij = Row()
        rij.append(_cel(zin, gewoon if nummer else vet))
        uitleg.append(rij)
    document.body.append(uitleg)
    document.meta.creation_date = _VAST
    document.meta.date = _VAST
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def _blad(document: Document, rooster: Rooster) -> Table:
    """Rows are put together first and appended last: odfdo looks through the whole table for each cell that it sets."""
    blad = Table(BLAD)
    breedten = (*_BREEDTEN, *(_BREED_TEKEN, _BREED_TOELICHTING) * len(rooster.tekenkolommen))
    for breed in breedten:
        blad.append(Column(style=_breedte(document, breed)))
    gewoon, vet = _cel_stijl(document, "gewoon"), _cel_stijl(document, "vet", vet=True)
    for nummer, cellen in enumerate(rooster.rijen):
        rij = Row()
        for kolom, tekst in enumerate(cellen):
            cel = _cel(tekst, vet if nummer <= rooster.kop else gewoon)
            if nummer > rooster.kop and kolom in rooster.tekenkolommen:
                cel.set_attribute("table:content-validation-name", _KEUZE)
            rij.append(cel)
        blad.append(rij)
    return blad


def _cel(tekst: str, stijl: str) -> Cell:
    """A cell with text, never a formula."""
    cel = Cell(style=stijl)
    if tekst:
        cel.set_attribute("office:value-type", "string")
        cel.append(Paragraph(tekst))
    return cel


def _keuze() -> Element:
    """The list of signs to choose from. Another text is possible after a warning: two signs, for one."""
    lijst = ";".join(f'"{teken}"' for teken in TEKENS)
    keuze = Element.from_tag("table:content-validation")
    for naam, tekst in (
        ("table:name", _KEUZE),
        ("table:condition", f"of:cell-content-is-in-list({lijst})"),
        ("table:allow-empty-cell", "true"),
        ("table:display-list", "unsorted"),
        ("table:base-cell-address", f"{BLAD}.{chr(ord('A') + len(VASTE_KOLOMMEN))}1"),
    ):
        keuze.set_attribute(naam, tekst)
    melding = Element.from_tag("table:error-message")
    melding.set_attribute("table:display", "true")
    melding.set_attribute("table:message-type", "warning")
    melding.append(Paragraph("Kies ✓, X of leeg. Toch iets anders laten staan?"))
    keuze.append(melding)
    keuzes = Element.from_tag("table:content-validations")
    keuzes.append(keuze)
    return keuzes


def _breedte(document: Document, breed: str) -> str:
    """The name of a column style of this width, in the document from now on."""
    naam = f"kolom-{breed.replace('.', '-')}"
    if document.get_style("table-column", naam) is None:
        stijl = Style("table-column", name=naam)
        stijl.set_properties({"style:column-width": breed}, area="table-column")
        document.insert_style(stijl, automatic=True)
    return naam


def _cel_stijl(document: Document, naam: str, *, vet: bool = False) -> str:
    """The name of a cell style: text over several lines, bold if asked; in the document from now on."""
    if document.get_style("table-cell", naam) is None:
        stijl = Style("table-cell", name=naam)
        stijl.set_properties({"fo:wrap-option": "wrap", "style:vertical-align": "top"}, area="table-cell")
        if vet:
            stijl.set_properties({"fo:font-weight": "bold"}, area="text")
        document.insert_style(stijl, automatic=True)
    return naam
