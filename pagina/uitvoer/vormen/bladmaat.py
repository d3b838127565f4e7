"""How wide the columns and how high the rows of a spreadsheet are, and over how many pages it is printed. Pure.

One measure for both formats: a column of n characters of Arial 10 (Liberation Sans is as wide) is 7n + 5 pixels in
Excel. Neither Excel nor LibreOffice makes each row of a foreign file as high as its text, so that is reckoned here.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Literal

from pagina.uitvoer.inhoud.tabel import Kolom, Rij, Soort, Tabel, Waarde

LETTER, PUNTEN = "Arial", 10
#: Characters of a column of figures at least, and of one of text at least and at most.
_SMAL, _SMAL_TEKST, _BREED = 10, 10, 40
#: Rows by which the width of a column of text is chosen: enough to know it, few enough to hold.
_PROEF = 200
#: Points that a line takes, by what it is; and air under the last one.
_REGEL, _REGEL_TITEL, _LUCHT = 13.0, 19.0, 2.0
#: Points that Excel lets a row be high, and of how many lines of letters a text is measured: more than go into that.
_HOOGSTENS, _LANGST = 409.0, 70
#: What a row of figures can be high, where it is more than one line.
HOOGTES = tuple(min(aantal * _REGEL + _LUCHT, _HOOGSTENS) for aantal in range(2, 33))
#: How wide signs are in Arial, against the size of the letter; others as a digit, beyond Latin as the letter is high.
_WIJDTES = {
    teken: wijdte
    for wijdte, tekens in (
        (0.22, "ijl'‘’"),
        (0.28, "ftI .,:;/!|[]"),
        (0.34, "r()-“”"),
        (0.5, "ckszvxyJ"),
        (0.61, "FTZ"),
        (0.67, "ABEKPSVXY&"),
        (0.73, "wCDHNRU"),
        (0.78, "GOQ"),
        (0.84, "mM"),
        (0.95, "W%"),
        (1.02, "@—…"),
    )
    for teken in tekens
}
_CIJFER, _LATIJN = 0.56, 0x2FF
#: Against plain ones: bold letters, and those of a title. Some air besides, for each program breaks lines otherwise.
_DIKTE, _RUIM = {"kop": 1.07, "kolomkop": 1.07, "tekstkop": 1.07, "titel": 1.5}, 1.03
#: Pixels of a letter, of a column that hold no text, and of the indent before text, which keeps it off a figure.
_LETTERMAAT, _RAND, _INSPRINGEN = PUNTEN * 96 / 72, 6, 9
#: Lines in which a head is put where that takes no column wider than this.
_KOPREGELS, _KOPBREED = 3, 18
#: To go on one page a column of text may become as narrow as this, and a row as high as so many lines.
_LEESBAAR, _REGELS = 13, 3
#: Centimetres between the margins of a page, how small it may be printed (9 of 10 points), and how much wider than
#: Excel LibreOffice makes the columns of an XLSX.
_BLADZIJDE, _KLEINST, _REK = 28.1, 0.9, 1.07
#: Types whose cells are words.
WOORDEN: frozenset[Soort] = frozenset({"tekst", "keuze"})


def breedtes(tabel: Tabel) -> tuple[tuple[int, ...], Iterator[Rij]]:
    """How wide each column of figures is, in characters, and the rows: the first ones were read to know it."""
    rijen = iter(tabel.rijen())
    proef = list(islice(rijen, _PROEF))
    breed = tuple(_breedte(kolom, [rij[nr] for rij in proef]) for nr, kolom in enumerate(tabel.kolommen))
    return _op_een_bladzijde(tabel.kolommen, breed, proef), chain(proef, rijen)


def _op_een_bladzijde(kolommen: Sequence[Kolom], breed: tuple[int, ...], proef: Sequence[Rij]) -> tuple[int, ...]:
    """The same with narrower columns of text, where the table then goes on one page and its rows stay low."""
    smal = tuple(_smal(kolom, tekens) for kolom, tekens in zip(kolommen, breed, strict=True))
    hoogst = _hoog(_REGELS, _REGEL)
    if bladzijden(smal) > 1 or any((rij_hoogte(rij, smal) or 0.0) > hoogst for rij in proef):
        return breed
    while bladzijden(breed) > 1:
        teveel = max(range(len(breed)), key=lambda nr: breed[nr] - smal[nr])
        breed = (*breed[:teveel], breed[teveel] - 1, *breed[teveel + 1 :])
    return breed


def _smal(kolom: Kolom, tekens: int) -> int:
    """How narrow a column may become that has so many characters."""
    return min(tekens, max(_LEESBAAR, _kop(kolom))) if kolom.soort in WOORDEN else tekens


def kopstijl(kolom: Kolom) -> Literal["kolomkop", "tekstkop"]:
    """How the head of a column looks: over text it stands where the text does."""
    return "tekstkop" if kolom.soort in WOORDEN else "kolomkop"


def _breedte(kolom: Kolom, waarden: Sequence[Waarde]) -> int:
    """Never narrower than the longest word of the head, which breaks between words only."""
    stijl, smal = kopstijl(kolom), _kop(kolom)
    if stijl == "kolomkop":
        past = (breed for breed in range(_SMAL, _KOPBREED) if regels(kolom.kop, breed, stijl) <= _KOPREGELS)
        return min(max(smal, next(past, _KOPBREED)), _BREED)
    langst = max((_tekens(str(waarde)[: 2 * _BREED], "tekst") for waarde in waarden if waarde is not None), default=0)
    return min(max(_SMAL_TEKST, smal, langst), _BREED)


def _kop(kolom: Kolom) -> int:
    """Characters that the longest word of a head takes."""
    return max((_tekens(woord, kopstijl(kolom)) for woord in kolom.kop.split()), default=0)


def _tekens(tekst: str, stijl: str) -> int:
    """Characters that a column must be wide to show a text on one line."""
    pixels = _wijdte(tekst) * _LETTERMAAT * _RUIM * _DIKTE.get(stijl, 1.0) + _leeg(stijl)
    return math.ceil((pixels - 5) / 7)


def _leeg(stijl: str) -> int:
    """Pixels of a column in which a text cannot stand."""
    return _RAND + (0 if stijl == "kolomkop" else _INSPRINGEN)


def centimeters(tekens: int) -> float:
    """How wide a column of so many characters is."""
    return (7 * tekens + 5) / 96 * 2.54


def hoogte(cellen: Iterable[tuple[str, int]], stijl: str = "tekst") -> float:
    """How many points high a row is that shows each text wrapped in its column of so many characters."""
    meest = max((regels(tekst, tekens, stijl) for tekst, tekens in cellen), default=1)
    return _hoog(meest, _REGEL_TITEL if stijl == "titel" else _REGEL)


def kop_hoogte(kolommen: Sequence[Kolom], breed: Sequence[int]) -> float:
    """As `hoogte`, of the row of heads."""
    alle = zip(kolommen, breed, strict=True)
    return max(hoogte([(kolom.kop, tekens)], kopstijl(kolom)) for kolom, tekens in alle)


def rij_hoogte(rij: Rij, breed: Sequence[int]) -> float | None:
    """As `hoogte`, of a row of figures; None where one line is enough, which every program makes of itself."""
    meest = max(
        (
            regels(waarde, tekens)
            for waarde, tekens in zip(rij, breed, strict=True)
            if isinstance(waarde, str) and (len(waarde) > tekens // 2 or "\n" in waarde)
        ),
        default=1,
    )
    return _hoog(meest, _REGEL) if meest > 1 else None


def _hoog(aantal: int, regel: float) -> float:
    return min(aantal * regel + _LUCHT, _HOOGSTENS)


def regels(tekst: str, tekens: int, stijl: str = "tekst") -> int:
    """Lines that a text takes in a column of so many characters; a word that is too long is broken."""
    ruimte = (7 * tekens + 5 - _leeg(stijl)) / (_LETTERMAAT * _RUIM * _DIKTE.get(stijl, 1.0))
    # a text without end is as high as a row can be, and need not be measured
    return sum(_regels(deel, ruimte) for deel in tekst[: _LANGST * tekens].split("\n"))


def _regels(tekst: str, ruimte: float) -> int:
    aantal, vol = 1, 0.0
    for woord in tekst.split(" "):
        breed = _wijdte(woord)
        if vol and vol + _WIJDTES[" "] + breed > ruimte:
            aantal, vol = aantal + 1, 0.0
        if breed > ruimte:
            # a program breaks a long word where it can, and leaves the lines less than full
            meer = math.ceil(1.2 * breed / ruimte) - 1
            aantal, vol = aantal + meer, ruimte / 2
        else:
            vol += (_WIJDTES[" "] if vol else 0.0) + breed
    return aantal


@functools.lru_cache(maxsize=4096)
def _wijdte(woord: str) -> float:
    """How wide a word is, against the size of the letter."""
    return sum(_WIJDTES.get(teken) or _anders(teken) for teken in woord)


def _anders(teken: str) -> float:
    if ord(teken) > _LATIJN:
        return 1.0
    return 0.73 if teken.isupper() else _CIJFER


def bladzijden(tekens: Sequence[int]) -> int:
    """Pages beside each other that the figures take in legible letters, the first column on each of them."""
    eerste, *rest = (centimeters(breed) for breed in tekens)
    ruimte = _BLADZIJDE / (_KLEINST * _REK)
    aantal, vol = 1, eerste
    for breed in rest:
        if vol + breed > ruimte:
            aantal, vol = aantal + 1, eerste
        vol += breed
    return aantal
