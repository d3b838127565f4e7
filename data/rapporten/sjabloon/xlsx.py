"""The template as an Excel workbook, by openpyxl."""

from __future__ import annotations

import io
import re
import zipfile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.rapporten.sjabloon import BLAD, TEKENS, UITLEG, UITLEGBLAD, VASTE_KOLOMMEN, Rooster

_BREEDTEN = (16, 18, 26, 48)
_BREED_TEKEN, _BREED_TOELICHTING, _BREED_UITLEG = 9, 44, 110
_VLAK = PatternFill("solid", fgColor="E8EDF3")
_IN_TE_VULLEN = PatternFill("solid", fgColor="FFF9E0")
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_VAST = b"2000-01-01T00:00:00Z"


def schrijf(rooster: Rooster) -> bytes:
    """The workbook: the sheet to fill in, with lists to choose a sign from, and a sheet that explains."""
    map_ = Workbook()
    blad = map_.active
    blad.title = BLAD
    _vul(blad, rooster)
    _kies_tekens(blad, rooster)
    uitleg = map_.create_sheet(UITLEGBLAD)
    uitleg.column_dimensions["A"].width = _BREED_UITLEG
    for nummer, zin in enumerate(UITLEG, 1):
        cel = uitleg.cell(nummer, 1, zin)
        cel.alignment = Alignment(wrap_text=True, vertical="top")
        cel.font = Font(bold=nummer == 1)
    uit = io.BytesIO()
    map_.save(uit)
    return _zonder_moment(uit.getvalue())


def _vul(blad: Worksheet, rooster: Rooster) -> None:
    for nummer, rij in enumerate(rooster.rijen):
        for kolom, tekst in enumerate(rij):
            cel = blad.cell(nummer + 1, kolom + 1)
            cel.alignment = Alignment(wrap_text=True, vertical="top")
            _zet(cel, tekst)
            if nummer == rooster.kop or (nummer < rooster.kop and tekst):
                cel.font = Font(bold=True)
                cel.fill = _VLAK
    for nummer in range(1, rooster.kop - 2):
        blad.cell(nummer + 1, 2).fill = _IN_TE_VULLEN
    for nummer in (rooster.kop - 2, rooster.kop - 1):
        for kolom in rooster.tekenkolommen:
            blad.cell(nummer + 1, kolom + 1).fill = _IN_TE_VULLEN
            blad.merge_cells(start_row=nummer + 1, end_row=nummer + 1, start_column=kolom + 1, end_column=kolom + 2)
    breedten = (*_BREEDTEN, *(_BREED_TEKEN, _BREED_TOELICHTING) * len(rooster.tekenkolommen))
    for kolom, breed in enumerate(breedten, 1):
        blad.column_dimensions[get_column_letter(kolom)].width = breed
    blad.freeze_panes = blad.cell(rooster.kop + 2, len(VASTE_KOLOMMEN) + 1)


def _zet(cel: Cell, tekst: str) -> None:
    """Put text in a cell: text, whatever it begins with."""
    if tekst:
        cel.value = tekst
        cel.data_type = "s"
        cel.quotePrefix = tekst.startswith(("=", "+", "-", "@"))


def _kies_tekens(blad: Worksheet, rooster: Rooster) -> None:
    """A list to choose from in each cell for a sign. Another text is possible after a warning: two signs, for one."""
    keuze = DataValidation(type="list", formula1=f'"{",".join(TEKENS)}"', allow_blank=True, errorStyle="warning")
    keuze.errorTitle, keuze.error = "Ander teken", "Kies ✓, X of leeg. Toch iets anders laten staan?"
    keuze.promptTitle, keuze.prompt = "Teken", "✓ = voldoet, X = verbeterpunt, leeg = afgedrukt zonder oordeel"
    keuze.showErrorMessage = keuze.showInputMessage = True
    laatste = len(rooster.rijen)
    for kolom in rooster.tekenkolommen if laatste > rooster.kop + 1 else ():
        letter = get_column_letter(kolom + 1)
        keuze.add(f"{letter}{rooster.kop + 2}:{letter}{laatste}")
    blad.add_data_validation(keuze)


def _zonder_moment(inhoud: bytes) -> bytes:
    """The workbook with a fixed moment in its properties: openpyxl puts the clock there."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for deel in oud.infolist():
            tekst = oud.read(deel)
            nieuw.writestr(
                deel, _MOMENT.sub(rb"\g<1>" + _VAST, tekst) if deel.filename == "docProps/core.xml" else tekst
            )
    return uit.getvalue()
