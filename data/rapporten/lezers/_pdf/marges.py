"""Running heads and feet, and bare page numbers: what recurs on pages and is no part of the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from data.rapporten.lezers._pdf.koppen import kopstukken
from data.rapporten.lezers._pdf.vorm import Bladzijde, Regel, regels

#: The part of the page's height, above and below, where running heads and feet stand.
_RAND = 0.12
#: On how many pages a text recurs at one height before it is a running head.
_MINST = 3
#: No more lines than this belong to a head or a foot.
_MEEST_REGELS = 4
_GETAL = re.compile(r"\d+")
_BLADNUMMER = re.compile(r"\W*(?:(?:pagina|blad|p\.)\s*)?(\d{1,4})(?:\s*(?:van|/|-)\s*\d{1,4})?\W*", re.IGNORECASE)

#: What a browser prints around a page: when and from where it was printed.
_BROWSER = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AP]\.?M\.?)?(?: .*)?"
    r"|(?:file|https?)://\S+(?: .*)?|about:blank(?: .*)?",
    re.IGNORECASE,
)

_Kant = tuple[Regel, bool]


def zonder_marges(bladen: Sequence[Bladzijde]) -> None:
    """Takes running heads, running feet and page numbers off the pages. A line that holds a sign stays."""
    kanten = [_kandidaten(blad) for blad in bladen]
    vrij = [[regel for regel, boven_tabel in kant if not boven_tabel] for kant in kanten]
    weg = _loop(vrij) | _loop_boven_tabel(kanten) | _nummers(bladen, vrij) | _browser(kanten)
    for blad, kant in zip(bladen, kanten, strict=True):
        eraf = {id(woord) for regel, _ in kant if id(regel) in weg for woord in regel.woorden}
        if eraf:
            blad.woorden = [woord for woord in blad.woorden if id(woord) not in eraf]


def _kandidaten(blad: Bladzijde) -> list[_Kant]:
    """The first and last lines of a page that stand in its margin, and whether a table follows at once."""
    rand = _RAND * blad.hoogte
    boven = regels(woord for woord in blad.woorden if woord.onder <= rand)[:_MEEST_REGELS]
    onder = regels(woord for woord in blad.woorden if woord.boven >= blad.hoogte - rand)[-_MEEST_REGELS:]
    return [
        (regel, _boven_tabel(blad, regel, [lijn.plek for lijn in blad.liggend]))
        for regel in (*boven, *onder)
        if not any(woord.is_teken for woord in regel.woorden) and not kopstukken(regel) and not _in_tabel(blad, regel)
    ]


def _in_tabel(blad: Bladzijde, regel: Regel) -> bool:
    """Whether the line stands between the standing rules of a table."""
    return any(
        staand.van - 1 <= regel.boven and regel.onder <= staand.tot + 1 and staand.tot - staand.van > 12
        for staand in blad.staand
    )


def _boven_tabel(blad: Bladzijde, regel: Regel, lijnen: Sequence[float]) -> bool:
    """Whether a table follows at once: then it may be the theme that the rows belong to."""
    ruimte = 3.5 * regel.grootte
    onder = [w for w in blad.woorden if regel.onder - 1 < w.boven < regel.onder + ruimte]
    return any(kopstukken(volgende) for volgende in regels(onder)) or (
        sum(1 for lijn in lijnen if 0 <= lijn - regel.onder < ruimte) > 0 and len(blad.staand) > 1 and bool(onder)
    )


def _loop(kanten: Sequence[Sequence[Regel]]) -> set[int]:
    """The lines whose text (numbers aside) stands at one height on several pages."""
    plekken: dict[tuple[str, int], set[int]] = defaultdict(set)
    for nummer, regels_ in enumerate(kanten):
        for regel in regels_:
            for sleutel in _sleutels(regel):
                plekken[sleutel].add(nummer)
    return {
        id(regel)
        for regels_ in kanten
        for regel in regels_
        if any(len(plekken[sleutel]) >= _MINST for sleutel in _sleutels(regel))
    }


def _loop_boven_tabel(kanten: Sequence[Sequence[_Kant]]) -> set[int]:
    """The lines right above a table that stand so on most pages, on one at least with no table under them.

    A theme recurs above its tables only.
    """
    plekken: dict[tuple[str, int], set[int]] = defaultdict(set)
    los: set[tuple[str, int]] = set()
    for nummer, kant in enumerate(kanten):
        for regel, boven_tabel in kant:
            for sleutel in _sleutels(regel):
                plekken[sleutel].add(nummer)
                if not boven_tabel:
                    los.add(sleutel)
    vaak = {s for s in los if len(plekken[s]) >= max(_MINST, 0.6 * len(kanten))}
    return {id(regel) for kant in kanten for regel, _ in kant if vaak.intersection(_sleutels(regel))}


def _browser(kanten: Sequence[Sequence[_Kant]]) -> set[int]:
    """The lines that a browser adds; the page number and title that stand on them with them."""
    return {id(regel) for kant in kanten for regel, _ in kant if _BROWSER.fullmatch(regel.tekst)}


def _sleutels(regel: Regel) -> list[tuple[str, int]]:
    """The text without its numbers, with its height; twice, so that a height on the edge of two is found in one."""
    tekst = _GETAL.sub("#", regel.tekst.casefold())
    return [(tekst, round(regel.boven / 6)), (tekst, round((regel.boven + 3) / 6) + 1_000_000)]


def _nummers(bladen: Sequence[Bladzijde], kanten: Sequence[Sequence[Regel]]) -> set[int]:
    """The lines that are a number only, and run with the pages."""
    getallen = [
        (int(treffer[1]) - blad.nummer, regel)
        for blad, regels_ in zip(bladen, kanten, strict=True)
        for regel in regels_
        if (treffer := _BLADNUMMER.fullmatch(regel.tekst))
    ]
    telling = Counter(verschil for verschil, _ in getallen)
    return {id(regel) for verschil, regel in getallen if telling[verschil] >= 2}
