"""The rules and filled boxes of a page, out of the paths that a PDF draws."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as ruw

from data.rapporten.lezers._pdf.ligging import Ligging
from data.rapporten.lezers._pdf.vorm import Bladzijde, Lijn, Omtrek

#: A box that is thinner is a rule.
_DUN = 3.0
#: A rule that is shorter is part of a drawing (a check mark, a logo).
_KORT = 5.0
#: More than this is a drawing or a map, not a table.
_MEEST_PADEN = 6_000
_MEEST_STUKKEN = 400

_Punt = tuple[float, float]
_Matrix = tuple[float, float, float, float, float, float]
_GEEN: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def teken_lijnen(bladzijde: pdfium.PdfPage, ligging: Ligging, blad: Bladzijde) -> None:
    """Adds the rules and filled boxes of the page to `blad`. A page that is a drawing gets none."""
    for aantal, pad in enumerate(_paden(bladzijde)):
        if aantal >= _MEEST_PADEN:
            blad.liggend.clear()
            blad.staand.clear()
            blad.vlakken.clear()
            return
        _teken(pad, ligging, blad)


def _paden(bladzijde: pdfium.PdfPage) -> Iterator[pdfium.PdfObject]:
    yield from bladzijde.get_objects(filter=[ruw.FPDF_PAGEOBJ_PATH], max_depth=6)


def _teken(pad: pdfium.PdfObject, ligging: Ligging, blad: Bladzijde) -> None:
    """One path: its straight strokes as rules, its fill as a rule when thin and as a box otherwise."""
    if not 2 <= ruw.FPDFPath_CountSegments(pad.raw) <= _MEEST_STUKKEN:
        return
    vulling, streek = ctypes.c_int(), ctypes.c_int()
    ruw.FPDFPath_GetDrawMode(pad.raw, vulling, streek)
    gevuld = vulling.value != ruw.FPDF_FILLMODE_NONE
    for punten, recht in _delen(pad, ligging):
        if streek.value:
            for van, tot in pairwise(punten):
                _streek(van, tot, blad)
        if gevuld and recht:
            _vulling(pad, punten, blad)


def _delen(pad: pdfium.PdfObject, ligging: Ligging) -> Iterator[tuple[list[_Punt], bool]]:
    """The parts of a path: their corners as the reader sees them, and whether all is straight."""
    matrix = _plaatsing(pad)
    x, y = ctypes.c_float(), ctypes.c_float()
    punten: list[_Punt] = []
    recht = True
    for nummer in range(ruw.FPDFPath_CountSegments(pad.raw)):
        stuk = ruw.FPDFPath_GetPathSegment(pad.raw, nummer)
        soort = ruw.FPDFPathSegment_GetType(stuk)
        ruw.FPDFPathSegment_GetPoint(stuk, x, y)
        if soort == ruw.FPDF_SEGMENT_MOVETO and punten:
            yield punten, recht
            punten, recht = [], True
        recht = recht and soort != ruw.FPDF_SEGMENT_BEZIERTO
        punten.append(ligging.punt(*_verplaats(matrix, x.value, y.value)))
        if ruw.FPDFPathSegment_GetClose(stuk):
            punten.append(punten[0])
    if punten:
        yield punten, recht


def _plaatsing(pad: pdfium.PdfObject) -> _Matrix:
    """Where the path's own measure lies on the page: its matrix, and that of every form it stands in."""
    matrix = _GEEN
    deel: pdfium.PdfObject | None = pad
    while deel is not None:
        matrix = _na(matrix, deel.get_matrix().get())
        deel = deel.container
    return matrix


def _na(eerst: _Matrix, dan: _Matrix) -> _Matrix:
    a, b, c, d, e, f = eerst
    x0, y0 = _verplaats(dan, e, f)
    return (
        a * dan[0] + b * dan[2], a * dan[1] + b * dan[3],
        c * dan[0] + d * dan[2], c * dan[1] + d * dan[3],
        x0, y0,
    )  # fmt: skip


def _verplaats(matrix: _Matrix, x: float, y: float) -> _Punt:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _streek(van: _Punt, tot: _Punt, blad: Bladzijde) -> None:
    breed, hoog = abs(van[0] - tot[0]), abs(van[1] - tot[1])
    if hoog < 1 and breed >= _KORT:
        blad.liggend.append(Lijn((van[1] + tot[1]) / 2, min(van[0], tot[0]), max(van[0], tot[0])))
    elif breed < 1 and hoog >= _KORT:
        blad.staand.append(Lijn((van[0] + tot[0]) / 2, min(van[1], tot[1]), max(van[1], tot[1])))


def _vulling(pad: pdfium.PdfObject, punten: list[_Punt], blad: Bladzijde) -> None:
    x0, x1 = min(p[0] for p in punten), max(p[0] for p in punten)
    boven, onder = min(p[1] for p in punten), max(p[1] for p in punten)
    if onder - boven <= _DUN:
        if x1 - x0 >= _KORT:
            blad.liggend.append(Lijn((boven + onder) / 2, x0, x1))
    elif x1 - x0 <= _DUN:
        blad.staand.append(Lijn((x0 + x1) / 2, boven, onder))
    elif not _wit(pad) and (x1 - x0 < 0.98 * blad.breedte or onder - boven < 0.5 * blad.hoogte):
        blad.vlakken.append(Omtrek(x0, boven, x1, onder))


def _wit(pad: pdfium.PdfObject) -> bool:
    """Whether the fill cannot be seen on paper."""
    rood, groen, blauw, dekking = (ctypes.c_uint() for _ in range(4))
    if not ruw.FPDFPageObj_GetFillColor(pad.raw, rood, groen, blauw, dekking):
        return False
    return dekking.value < 8 or min(rood.value, groen.value, blauw.value) >= 250
