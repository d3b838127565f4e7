"""A page of a PDF as words, rules and filled boxes, by pdfium.

One library for letters and lines: pdfium reads a page of text in some 10 ms, and puts both in the same measure.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as ruw

from data.rapporten.lezers._pdf.ligging import Ligging
from data.rapporten.lezers._pdf.lijnen import teken_lijnen
from data.rapporten.lezers._pdf.tekens import ONBEKEND, teken, tekentabel
from data.rapporten.lezers._pdf.vorm import Bladzijde, Woord

_VET = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
#: pdfium's own mark for a hyphen that ends a line; the word goes on without a space.
_STREEPJE_AAN_EIND = "\x02"
_WOORD = re.compile(r"[^\s\x02]+\x02?|\x02")
#: Letters, figures and signs of plain text: what needs no second look.
_GEWOON = re.compile(r"[\x02!-~\xa1-\u024f\u2010-\u2027\u20ac]+")

#: A font of which the letters are lower than this (in times their size) does not tell how high they stand: then each
#: letter has a box of its own height, and lines cannot be measured.
_HOOG = 0.895
#: How far such letters reach above and below their line.
_STOK = 0.75
_STAART = 0.25


@dataclass(slots=True)
class _Letters:
    """How a run of letters looks: the name of its font, whether bold, how far turned (0 upright, 90, 180, 270)."""

    font: str
    vet: bool
    beeld: bool
    hoek: int
    grootte: float
    #: where "above" is, as long as the letters are high; None where the PDF tells how high its letters stand
    omhoog: tuple[float, float] | None


_Vak = tuple[float, float, float, float]


def lees_bladzijde(document: pdfium.PdfDocument, nummer: int) -> Bladzijde:
    """The page (`nummer` from 1). Raises PdfiumError when it cannot be read."""
    bladzijde = document[nummer - 1]
    tekst = bladzijde.get_textpage()
    try:
        ligging = Ligging.van(bladzijde)
        blad = Bladzijde(nummer, ligging.breedte, ligging.hoogte)
        blad.tekens = tekst.count_chars()
        for woord, hoek in _Lezer(tekst, ligging).woorden():
            (blad.gedraaid if hoek else blad.woorden).append(woord)
        teken_lijnen(bladzijde, ligging, blad)
    finally:
        tekst.close()
        bladzijde.close()
    return blad


class _Lezer:
    """Takes the words off one page."""

    def __init__(self, tekst: pdfium.PdfTextPage, ligging: Ligging) -> None:
        self._tekst = tekst.raw
        self._ligging = ligging
        self._aantal = tekst.count_chars()
        self._gezien: dict[int, _Letters] = {}
        self._rect = ruw.FS_RECTF()

    def woorden(self) -> Iterator[tuple[Woord, int]]:
        """The words of the page in the order of the file, each with its turn in degrees."""
        codes = [ruw.FPDFText_GetUnicode(self._tekst, plaats) for plaats in range(self._aantal)]
        geheel = "".join(chr(code) if code else ONBEKEND for code in codes)
        for vondst in _WOORD.finditer(geheel):
            van, tot = vondst.span()
            eerste, laatste = self._letters(van), self._letters(tot - 1)
            gewoon = eerste is not None and eerste is laatste and not eerste.beeld and _GEWOON.fullmatch(vondst[0])
            if eerste is not None and gewoon and not self._fout(van):
                tekst = vondst[0].replace(_STREEPJE_AAN_EIND, "-")
                yield self._woord(tekst, self._vak(van, eerste), self._vak(tot - 1, laatste), eerste), eerste.hoek
            else:
                yield from self._per_letter(codes, van, tot)

    def _per_letter(self, codes: list[int], van: int, tot: int) -> Iterator[tuple[Woord, int]]:
        """A word of mixed make, or with signs: letter by letter, parted where text passes into pictures."""
        tekst, begin, vorig = "", van, self._letters(van)
        eerst = vorig
        naden: list[tuple[int, float]] = []
        for plaats in range(van, tot):
            letters = self._letters(plaats) or vorig
            if letters is None:
                continue
            code = ord("-") if chr(codes[plaats]) == _STREEPJE_AAN_EIND else codes[plaats]
            letter = teken(code, letters.font, fout=self._fout(plaats))
            los = vorig is not None and (vorig.beeld or letters.beeld or vorig.hoek != letters.hoek)
            if tekst and vorig is not None and (los or letter == " "):
                yield (
                    self._woord(tekst, self._vak(begin, eerst), self._vak(plaats - 1, vorig), vorig, naden=naden),
                    vorig.hoek,
                )
                tekst, naden = "", []
            if not tekst:
                begin, eerst = plaats, letters
            elif letters is not vorig:
                naden.append((len(tekst), self._ligging.vak(*self._vak(plaats, letters))[0]))
            vorig = letters
            tekst += letter.strip()
        if tekst and vorig is not None:
            yield self._woord(tekst, self._vak(begin, eerst), self._vak(tot - 1, vorig), vorig, naden=naden), vorig.hoek

    def _woord(
        self, tekst: str, van: _Vak, tot: _Vak, letters: _Letters, *, naden: Sequence[tuple[int, float]] = ()
    ) -> Woord:
        x0, boven, x1, onder = self._ligging.vak(
            min(van[0], tot[0]), min(van[1], tot[1]), max(van[2], tot[2]), max(van[3], tot[3])
        )
        return Woord(tekst, x0, x1, boven, onder, letters.grootte, letters.vet, tuple(naden))

    def _vak(self, plaats: int, letters: _Letters | None) -> _Vak:
        """The box of a letter, in the measure of the PDF; as high as its font."""
        rect = self._rect
        ruw.FPDFText_GetLooseCharBox(self._tekst, plaats, rect)
        if letters is None or letters.omhoog is None:
            return rect.left, rect.bottom, rect.right, rect.top
        x, y = ctypes.c_double(), ctypes.c_double()
        ruw.FPDFText_GetCharOrigin(self._tekst, plaats, x, y)
        op_x, op_y = letters.omhoog
        if abs(op_y) < abs(op_x):
            onder, boven = x.value - _STAART * op_x, x.value + _STOK * op_x
            return min(onder, boven), rect.bottom, max(onder, boven), rect.top
        onder, boven = y.value - _STAART * op_y, y.value + _STOK * op_y
        return rect.left, min(onder, boven), rect.right, max(onder, boven)

    def _fout(self, plaats: int) -> bool:
        """Whether the PDF does not tell which letter this is."""
        return bool(ruw.FPDFText_HasUnicodeMapError(self._tekst, plaats) > 0)

    def _omhoog(self, plaats: int) -> tuple[float, float]:
        """Which way is up for the letters, as long as their size on the page, in points."""
        matrix = ruw.FS_MATRIX()
        ruw.FPDFText_GetMatrix(self._tekst, plaats, matrix)
        grootte = float(ruw.FPDFText_GetFontSize(self._tekst, plaats))
        return grootte * matrix.c, grootte * matrix.d

    def _letters(self, plaats: int) -> _Letters | None:
        """How the letter looks; None for one that pdfium put in."""
        deel = ruw.FPDFText_GetTextObject(self._tekst, plaats)
        if not deel:
            return None
        adres = ctypes.addressof(deel.contents)
        letters = self._gezien.get(adres)
        if letters is None:
            letters = self._gezien[adres] = self._kijk(plaats, deel)
        return letters

    def _kijk(self, plaats: int, deel: ruw.FPDF_PAGEOBJECT) -> _Letters:
        font = _fontnaam(deel)
        # pdfium tells the turn clockwise, as a page's own turn is
        hoek = round(math.degrees(ruw.FPDFText_GetCharAngle(self._tekst, plaats)) + self._ligging.draai) % 360
        omhoog = self._omhoog(plaats)
        return _Letters(
            font,
            vet=bool(_VET.search(font)) or ruw.FPDFText_GetFontWeight(self._tekst, plaats) >= 600,
            beeld=tekentabel(font) is not None,
            hoek=hoek,
            grootte=max(math.hypot(*omhoog), 1.0),
            omhoog=None if _hoogte(deel) >= _HOOG else omhoog,
        )


def _hoogte(deel: ruw.FPDF_PAGEOBJECT) -> float:
    """How high the font says that its letters stand, in times their size; too little when it does not say."""
    font = ruw.FPDFTextObj_GetFont(deel)
    stok, staart = ctypes.c_float(), ctypes.c_float()
    ruw.FPDFFont_GetAscent(font, 1.0, stok)
    ruw.FPDFFont_GetDescent(font, 1.0, staart)
    return float(stok.value - staart.value)


def _fontnaam(deel: ruw.FPDF_PAGEOBJECT) -> str:
    font = ruw.FPDFTextObj_GetFont(deel)
    if not font:
        return ""
    buffer = ctypes.create_string_buffer(128)
    ruw.FPDFFont_GetBaseFontName(font, buffer, 128)
    return buffer.value.decode("utf-8", "replace")
