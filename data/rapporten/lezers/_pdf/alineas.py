"""Running text in reading order: columns after each other, lines taken together as paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from data.rapporten.lezers._pdf.rijen import regelafstand
from data.rapporten.lezers._pdf.tekens import BOLLEN
from data.rapporten.lezers._pdf.vorm import Regel, Woord, maak_regel, regels

#: A gap of this many times the size of the letters may be the way between two columns.
_GANG = 1.0
#: Two columns of running text stand beside each other for at least this many lines.
_MINST = 3
#: A block of text is at least this wide, in times the size of the letters; page numbers of a contents list are not.
_BLOK = 5.0
_NUMMER = re.compile(r"(?:\d{1,2}[.)]|[a-z][.)])$")
#: Lines further apart than this many times the usual distance are two paragraphs.
_WIT = 1.25


def alineas(woorden: Iterable[Woord]) -> list[list[Regel]]:
    """The words as paragraphs in reading order, each a list of lines."""
    return [alinea for blok in _blokken(list(woorden), 0) for alinea in _alineas(blok)]


def _blokken(woorden: list[Woord], diepte: int) -> list[list[Regel]]:
    """The words as blocks of lines of one column: what runs over the whole width by itself, then left before right."""
    lijst = regels(woorden)
    gang = _gang(lijst) if diepte < 6 else None
    if gang is None:
        return [lijst] if lijst else []
    x, van, tot = gang
    midden = [woord for regel in lijst[van:tot] for woord in regel.woorden]
    af = _blokken([w for regel in lijst[:van] for w in regel.woorden], diepte + 1)
    for strook in _stroken(midden, x):
        af += _blokken([w for w in strook if w.x0 < x], diepte + 1)
        af += _blokken([w for w in strook if w.x0 >= x], diepte + 1)
    return af + _blokken([w for regel in lijst[tot:] for w in regel.woorden], diepte + 1)


def _gang(lijst: Sequence[Regel]) -> tuple[float, int, int] | None:
    """A way between two columns: its place, and the lines from and up to which it stays free."""
    beginnen: Counter[int] = Counter()
    for regel in lijst:
        for stuk in _stukken(regel)[1:]:
            beginnen[round(stuk.x0 / 2)] += 1
    for plek, _ in beginnen.most_common(3):
        x = plek * 2 - 1.5
        dwars = [_dwars(regel, x) for regel in lijst]
        beste = max(_reeksen(dwars), key=lambda reeks: reeks[1] - reeks[0], default=(0, 0))
        van, tot = beste
        midden = [woord for regel in lijst[van:tot] for woord in regel.woorden]
        links, rechts = regels(w for w in midden if w.x0 < x), regels(w for w in midden if w.x0 >= x)
        if min(len(links), len(rechts)) >= _MINST and _breed(links) and _breed(rechts):
            return x, van, tot
    return None


def _stukken(regel: Regel) -> list[Regel]:
    """The line in pieces with wide gaps; a bullet or number belongs to what follows it."""
    stukken = regel.stukken(_GANG)
    if len(stukken) > 1 and is_bol(stukken[0].tekst):
        stukken = [maak_regel([*stukken[0].woorden, *stukken[1].woorden]), *stukken[2:]]
    return stukken


def is_bol(tekst: str) -> bool:
    """Whether the text is a bullet or the number of an item."""
    return tekst in BOLLEN or bool(_NUMMER.match(tekst))


def _dwars(regel: Regel, x: float) -> bool:
    """Whether the line runs through x, or leaves no more than a space there."""
    links = [woord for woord in regel.woorden if woord.x0 < x]
    rechts = [woord for woord in regel.woorden if woord.x0 >= x]
    if any(woord.x1 > x + 0.5 for woord in links):
        return True
    return bool(links) and bool(rechts) and rechts[0].x0 - links[-1].x1 < 0.6 * regel.grootte


def _reeksen(dwars: Sequence[bool]) -> list[tuple[int, int]]:
    """The runs of lines that keep the way free."""
    af: list[tuple[int, int]] = []
    begin = None
    for nummer, dicht in enumerate([*dwars, True]):
        if dicht and begin is not None:
            af.append((begin, nummer))
            begin = None
        elif not dicht and begin is None:
            begin = nummer
    return af


def _breed(kolom: Sequence[Regel]) -> bool:
    breedtes = sorted(regel.x1 - regel.x0 for regel in kolom)
    return breedtes[len(breedtes) // 2] >= _BLOK * kolom[0].grootte


def _stroken(woorden: list[Woord], x: float) -> list[list[Woord]]:
    """The words in strips to be read one after the other.

    Running text is one strip: the left column, then the right. Cells of a table (a sign opens a text in the right one)
    are read row by row: a strip ends where a gap runs through both columns.
    """
    links, rechts = regels(w for w in woorden if w.x0 < x), regels(w for w in woorden if w.x0 >= x)
    if not any(regel.woorden[0].is_teken for regel in rechts):
        return [woorden]
    kier = 1.15 * regelafstand([links, rechts])
    stroken: list[list[Woord]] = []
    onder = float("-inf")
    for regel in sorted((*links, *rechts), key=lambda regel: regel.boven):
        if not stroken or regel.onder - onder > kier:
            stroken.append([])
        stroken[-1].extend(regel.woorden)
        onder = max(onder, regel.onder)
    return stroken


def _alineas(blok: Sequence[Regel]) -> list[list[Regel]]:
    """The lines of one column as paragraphs: parted by a gap, by other letters, by a bullet."""
    afstand = regelafstand([blok])
    af: list[list[Regel]] = []
    for regel in blok:
        vorig = af[-1][-1] if af else None
        if vorig is None or _nieuw(vorig, regel, afstand):
            af.append([])
        af[-1].append(regel)
    return af


def _nieuw(vorig: Regel, regel: Regel, afstand: float) -> bool:
    ver = regel.onder - vorig.onder > max(_WIT * afstand, 1.1 * max(regel.grootte, vorig.grootte))
    anders = abs(regel.grootte - vorig.grootte) > 0.08 * max(regel.grootte, vorig.grootte) or regel.vet != vorig.vet
    return ver or anders or is_bol(regel.woorden[0].tekst)
