"""How wide the columns of a table are on a page. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from pagina.uitvoer.inhoud.tabel import Kolom, Rij
from pagina.uitvoer.vormen._docx.cel import STREEP, gedrukt

#: Width of the text on an A4 page in mm, upright and on its side.
STAAND, LIGGEND = 160, 267
#: More columns than this do not fit on an upright page.
HOOGSTENS_STAAND = 14

#: Millimetres that stay free in a cell, and a little for a font that is wider than Arial.
_RAND = 2.35
#: How wide a letter of Arial is, in thousandths of its size; a letter that stands nowhere here is a _GEWOON one.
_BREEDTES = {
    letter: breed
    for letters, breed in (("ijl'|", 222), ("ftIr .,:;/-()!‘’\u00ad", 333), ("ckszvxyJ", 500),
                           ("ABEKPSVXYwCDHNRU", 715), ("GOQ&m", 810), ("MW%✓✗◐→", 920))
    for letter in letters
}  # fmt: skip
_GEWOON, _VET = 556, 1.08
#: A thousandth of the letters of a table in mm: they are 8,5 points.
_DUIZENDSTE = 8.5 * 25.4 / 72 / 1000
#: A cell with more than this (in mm) runs over several lines; with less, over no more than so many.
_LANG, _REGELS = 66.0, 5


def is_breed(kolommen: Sequence[Kolom], rijen: Sequence[Rij]) -> bool:
    """Whether the table asks for a page on its side."""
    return len(kolommen) > HOOGSTENS_STAAND or sum(krap for krap, _ in _ruimte(kolommen, rijen)) > STAAND


def hoeveel(kolommen: Sequence[Kolom], rijen: Sequence[Rij]) -> int:
    """How many of the columns, from the first on, can be read on a page on its side; one at least.

    A wider page could not be pasted into a letter.
    """
    ruimte = accumulate(krap for krap, _ in _ruimte(kolommen, rijen))
    return max(1, sum(geheel <= LIGGEND for geheel in ruimte))


def breedtes_in_mm(kolommen: Sequence[Kolom], rijen: Sequence[Rij], geheel: int) -> list[float]:
    """How wide each column is: its longest word fits where there is room, the rest goes to who has most to say."""
    ruimte = _ruimte(kolommen, rijen)
    krap = sum(k for k, _ in ruimte)
    wens = sum(ruim - k for k, ruim in ruimte)
    if krap >= geheel:
        return [geheel * k / krap for k, _ in ruimte]
    if krap + wens <= geheel:
        return [geheel * ruim / (krap + wens) for _, ruim in ruimte]
    return [k + (ruim - k) * (geheel - krap) / wens for k, ruim in ruimte]


def _ruimte(kolommen: Sequence[Kolom], rijen: Sequence[Rij]) -> list[tuple[float, float]]:
    """Per column the least and the wished width."""
    ruimte = []
    for plek, kolom in enumerate(kolommen):
        teksten = [gedrukt(kolom, rij[plek]) or STREEP for rij in rijen]
        maten = [*map(_maat, teksten), tuple(_VET * mm for mm in _maat(kolom.kop))]
        langst = min(max(geheel for _, geheel in maten), _LANG)
        krap = max(min(max(woord for woord, _ in maten), _LANG), langst / _REGELS)
        ruimte.append((krap + _RAND, max(krap, langst) + _RAND))
    return ruimte


def _maat(tekst: str) -> tuple[float, float]:
    """How wide its longest word is, and all of it on one line."""
    woorden = re.split(r"\s|(?<=[-/\u00ad])", tekst)
    return max(map(_breed, woorden)), _breed(tekst)


def _breed(tekst: str) -> float:
    return sum(_BREEDTES.get(letter, _GEWOON) for letter in tekst) * _DUIZENDSTE
