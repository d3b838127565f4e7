"""The heads of a table: which line is one, and which columns it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.rapporten.lezers._pdf.vorm import Regel, maak_regel

_KOPWOORD = re.compile(
    r"(?:thema|criteri(?:a|um)|indicator(?:en)?|bevinding(?:en)?|norm(?:en)?|oordeel|oordelen|beoordeling|uitkomst(?:en)?"
    r"|toelichting|score|resultaat|resultaten|aspect(?:en)?|verbeterpunt(?:en)?)\b",
    re.IGNORECASE,
)
_NUMMER = re.compile(r"(?:nrs?|no|vnr|volgnr|ind|crit|toel|opm)\.", re.IGNORECASE)
_JAAR = re.compile(r"(?:[A-Z]\w+ )?(?:19|20)\d\d(?=$| [A-Z(\d/–-])")
#: A gap between two heads, in times the size of the letters.
KOPKIER = 0.7
#: Between the head of one column and the next less will do where the next opens with a year or a word of heads.
_NAUW = 0.4
#: A head says no more than this.
_LANG = 70
#: Two heads that overlap, or nearly, are one.
_LOS = 0.42


def kopstukken(regel: Regel) -> list[Regel]:
    """The heads on this line, one for each column; none when it is no row of heads."""
    stukken: list[Regel] = []
    for stuk in regel.stukken(KOPKIER):
        begin = 0
        for nummer in range(1, len(stuk.woorden)):
            voor, woord = stuk.woorden[nummer - 1], stuk.woorden[nummer]
            if woord.x0 - voor.x1 > _NAUW * woord.grootte and _kopachtig(woord.tekst):
                stukken.append(maak_regel(stuk.woorden[begin:nummer]))
                begin = nummer
        stukken.append(maak_regel(stuk.woorden[begin:]))
    if len(stukken) < 2 or any(_geen_kop(stuk) for stuk in stukken):
        return []
    kop = sum(1 for stuk in stukken if _kopachtig(stuk.tekst))
    return stukken if kop >= 2 else []


def hele_kop(lijst: Sequence[Regel], nummer: int) -> tuple[list[Regel], int, int]:
    """The heads of all columns, also those that stand a little higher or lower; the first line and the one after."""
    stukken = kopstukken(lijst[nummer])
    begin, na = nummer, nummer + 1
    for ander in (nummer + 1, nummer + 2, nummer - 1, nummer - 2):
        if not 0 <= ander < len(lijst) or kopstukken(lijst[ander]):
            continue
        regel = lijst[ander]
        dichtbij = abs(regel.boven - lijst[nummer].boven) < 1.8 * regel.grootte * abs(ander - nummer)
        erbij = [stuk for stuk in regel.stukken(KOPKIER) if _kopachtig(stuk.tekst)]
        # a year above the name that stands on the line of the other heads takes the place of that name
        anders = [stuk for stuk in stukken if _kopachtig(stuk.tekst)]
        if dichtbij and erbij and all(_vrij(stuk, anders) for stuk in erbij):
            vrij = [stuk for stuk in erbij if _vrij(stuk, stukken)]
            stukken = sorted((*stukken, *vrij), key=lambda stuk: stuk.x0)
            begin, na = min(begin, ander), max(na, ander + 1)
    return stukken, begin, na


def _vrij(stuk: Regel, stukken: Sequence[Regel]) -> bool:
    kier = _LOS * stuk.grootte
    return all(stuk.x1 < ander.x0 - kier or stuk.x0 > ander.x1 + kier for ander in stukken)


def ankers(stukken: Sequence[Regel]) -> list[int] | None:
    """The columns up to the one that is headed Indicator; None when no head says so."""
    for nummer, stuk in enumerate(stukken[:-1]):
        if re.match(r"indicator|norm", stuk.tekst, re.IGNORECASE):
            return list(range(nummer + 1))
    return None


def _geen_kop(stuk: Regel) -> bool:
    """Whether this can be no head: too long, a sign, or part of a sentence."""
    tekst = stuk.tekst
    zin = tekst[-1] in ".,;" and not _NUMMER.fullmatch(tekst)
    return len(tekst) > _LANG or stuk.woorden[0].is_teken or tekst[0].islower() or zin


def _kopachtig(tekst: str) -> bool:
    """Whether a head may begin so: a word that heads have, or a year that stands alone or before a name."""
    return bool(_KOPWOORD.match(tekst) or _JAAR.match(tekst))
