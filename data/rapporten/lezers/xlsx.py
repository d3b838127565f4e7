"""Excel workbooks (XLSX), by openpyxl, one row at a time."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers.pakket import BESCHADIGD, KAPOT, bekijk, weiger_entiteiten
from data.rapporten.lezers.symbolen import als_gedrukt
from data.rapporten.lezers.waarden import als_tekst
from data.rapporten.lezers.werkmap import Blad

Iets = Any  # openpyxl ships no types

_FORMULE = re.compile(rb"<(?:\w+:)?f[ />]")
_STUK = 256 * 1024
#: A whole cell in a symbol font is one sign; text in such a font would be no text.
_LANGSTE_TEKEN = 3


def bladen(pad: Path) -> Iterator[tuple[Blad, int]]:
    """The sheets in order, each with how many there are. Raises Onleesbaar for a damaged or hostile workbook."""
    with bekijk(pad) as pakket:
        weiger_entiteiten(pakket)
        met_formules = _heeft_formules(pakket)
    try:
        # as open files: by a path openpyxl looks at the name
        with pad.open("rb") as een, pad.open("rb") as twee, warnings.catch_warnings():
            # about parts of the workbook that it leaves out, such as drawings
            warnings.simplefilter("ignore")
            yield from _bladen(een, twee if met_formules else None)
    except (*KAPOT, InvalidFileException, SyntaxError) as fout:
        raise Onleesbaar(BESCHADIGD) from fout


def _heeft_formules(pakket: zipfile.ZipFile) -> bool:
    """Whether any sheet holds a formula: only then a second look is needed, at what the formulas are."""
    for naam in pakket.namelist():
        if naam.startswith("xl/worksheets/") and naam.endswith(".xml"):
            vorig = b""
            with pakket.open(naam) as deel:
                while stuk := deel.read(_STUK):
                    if _FORMULE.search(vorig[-20:] + stuk):
                        return True
                    vorig = stuk
    return False


def _bladen(bron: IO[bytes], nogmaals: IO[bytes] | None) -> Iterator[tuple[Blad, int]]:
    # uitkomsten: what the formulas gave when the workbook was saved; nothing is computed here
    uitkomsten = load_workbook(bron, read_only=True, data_only=True, keep_links=False, rich_text=True)
    formules = load_workbook(nogmaals, read_only=True, keep_links=False) if nogmaals else None
    try:
        totaal = len(uitkomsten.worksheets)
        for blad in uitkomsten.worksheets:
            zonder: list[str] = []
            rijen = _rijen(blad, None if formules is None else formules[blad.title], zonder)
            yield Blad(blad.title, rijen, verborgen=blad.sheet_state != "visible", zonder_uitkomst=zonder), totaal
    finally:
        uitkomsten.close()
        if formules is not None:
            formules.close()


def _rijen(blad: Iets, formules: Iets | None, zonder: list[str]) -> Iterator[list[tuple[int, str]]]:
    """The filled cells of each row; the names of cells with a formula but no outcome go into `zonder`."""
    # the size that a sheet gives itself may be anything
    blad.reset_dimensions()
    if formules is None:
        for rij in blad.iter_rows():
            yield _gevuld(rij)
        return
    formules.reset_dimensions()
    for rij, bron in zip(blad.iter_rows(), formules.iter_rows(), strict=True):
        zonder += [
            _celnaam(cel) for cel, uit in zip(bron, rij, strict=True) if cel.data_type == "f" and uit.value is None
        ]
        yield _gevuld(rij)


def _gevuld(rij: tuple[Iets, ...]) -> list[tuple[int, str]]:
    cellen = ((kolom, _tekst(cel)) for kolom, cel in enumerate(rij) if cel.value is not None)
    return [(kolom, inhoud) for kolom, inhoud in cellen if inhoud]


def _celnaam(cel: Iets) -> str:
    return f"{get_column_letter(cel.column)}{cel.row}"


def _tekst(cel: Iets) -> str:
    waarde = cel.value
    if isinstance(waarde, CellRichText):
        return "".join(_stuk(deel) for deel in waarde).strip()
    if isinstance(waarde, str):
        kort = len(waarde.strip()) <= _LANGSTE_TEKEN
        return als_gedrukt(waarde, (cel.font.name or "") if kort else "").strip()
    return als_tekst(waarde)


def _stuk(deel: Iets) -> str:
    """A part of a cell in a style of its own."""
    if isinstance(deel, str):
        return als_gedrukt(deel)
    return als_gedrukt(deel.text or "", getattr(deel.font, "rFont", None) or "")
