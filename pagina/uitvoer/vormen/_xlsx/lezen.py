"""An XLSX file read back, also when a spreadsheet program has saved it since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from pagina.uitvoer.inhoud.tabel import Waarde
from pagina.uitvoer.vormen.bladen import CIJFERS, TEKST


def eigenschappen(pad: Path) -> dict[str, object]:
    """The custom properties of the file, by their names."""
    with _open(pad) as boek:
        return {eigen.name: eigen.value for eigen in boek.custom_doc_props.props}


def lees_cijfers(pad: Path) -> list[list[Waarde]]:
    """The rows of the sheet of figures, the head first. Raises KeyError where it is not there."""
    with _open(pad) as boek:
        return _rijen(boek[CIJFERS])


def lees_tekst(pad: Path) -> list[Waarde]:
    """What the cells of the sheet of words hold, row by row; nothing where there is no such sheet."""
    with _open(pad) as boek:
        if TEKST not in boek.sheetnames:
            return []
        return [waarde for rij in boek[TEKST].iter_rows() for cel in rij if (waarde := _waarde(cel)) is not None]


@contextmanager
def _open(pad: Path) -> Iterator[Workbook]:
    """The file, whatever its name ends in."""
    with pad.open("rb") as bestand:
        boek = load_workbook(bestand, read_only=True, data_only=True)
        try:
            yield boek
        finally:
            boek.close()


def _rijen(blad: ReadOnlyWorksheet) -> list[list[Waarde]]:
    """The rows as wide as the head; a sheet's empty rest is left out."""
    rijen = [[_waarde(cel) for cel in rij] for rij in blad.iter_rows()]
    while rijen and not any(waarde is not None for waarde in rijen[-1]):
        rijen.pop()
    kop = rijen[0] if rijen else []
    breed = max((nr for nr, waarde in enumerate(kop, 1) if waarde is not None), default=0)
    return [(rij + [None] * breed)[:breed] for rij in rijen]


def _waarde(cel: ReadOnlyCell) -> Waarde:
    waarde = cel.value
    if isinstance(waarde, bool) or waarde is None:
        return waarde
    if isinstance(waarde, dt.datetime):
        return waarde.date()
    if isinstance(waarde, int | float):
        getal = Decimal(repr(waarde))
        getal = getal.scaleb(2) if "%" in str(cel.number_format) else getal
        return int(getal) if getal == getal.to_integral_value() else getal
    # Excel and XlsxWriter write a text that looks like an escape as an escape
    return unescape(str(waarde)) or None
