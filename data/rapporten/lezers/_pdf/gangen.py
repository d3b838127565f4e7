"""The ways between columns that no rule parts: what each line leaves free of them, and how far that goes on."""

from __future__ import annotations

from collections.abc import Sequence

from data.rapporten.lezers._pdf.koppen import KOPKIER
from data.rapporten.lezers._pdf.vorm import Regel, maak_regel

#: A way between two columns is at least this wide, in times the size of the letters.
GANG = 0.42
#: A gap narrower than this is a space between two words.
SPATIE = 0.38
#: A text that begins this near the left edge of its column begins at it.
OP_KANT = 1.0
#: So many lines must begin at the edge of a column before it may touch the column before it.
_MINST_OP_KANT = 3
#: And so many must touch, within a text; one is enough where a sign stands at the edge.
_MINST_RAKEN = 2
#: The width of a way where columns touch.
HAAR = 0.02

Gang = tuple[float, float]


def loop(
    lijst: list[Regel], van: int, gangen: list[list[Gang]], vast: Sequence[float | None]
) -> tuple[int, list[list[Gang]]]:
    """How far the columns go on, and the ways between them that stay free.

    `vast` are the edges that texts keep to (see `vaste_kanten`). One line across the columns does not end them when the
    next one keeps to them again: a theme heading.
    """
    for nummer in range(van, len(lijst)):
        nieuw = _krimp(gangen, lijst[nummer], vast)
        if nieuw is None:
            verder = nummer + 1 < len(lijst) and len(lijst[nummer].stukken(KOPKIER)) == 1
            volgende = lijst[nummer + 1] if verder else None
            if volgende is None or len(volgende.stukken(KOPKIER)) < 2 or _krimp(gangen, volgende, vast) is None:
                return nummer, gangen
            continue
        gangen = nieuw
    return len(lijst), gangen


def vaste_kanten(
    romp: Sequence[Regel], kanten: Sequence[float], eerder: Sequence[float | None] = ()
) -> list[float | None]:
    """The left edges of columns that texts keep to exactly, line after line, while the column before touches them.

    An edge is None where texts begin elsewhere too (signs in the middle of their column, say), or nothing touches.
    `eerder` are the edges of the same table on the page before.
    """
    af: list[float | None] = []
    for kant, tot in zip(kanten, (*kanten[1:], float("inf")), strict=True):
        binnen = _tot_lopende_tekst(romp, kant)
        eerste = [
            min((w.x0 for w in regel.woorden if kant - OP_KANT <= w.x0 < tot - OP_KANT), default=None)
            for regel in binnen
        ]
        begin = [x for x in eerste if x is not None]
        op_kant = sum(1 for x in begin if x - kant <= OP_KANT)
        raken = sum(
            _raakt_in_tekst(regel, kant, naast)
            for regel, naast in zip(binnen, zip([None, *binnen], [*binnen[1:], None], strict=False), strict=False)
        )
        genoeg = kant in eerder or raken >= _MINST_RAKEN
        vast = op_kant >= _MINST_OP_KANT and op_kant >= 0.7 * len(begin) and genoeg
        af.append(kant if vast else None)
    return af


def _tot_lopende_tekst(romp: Sequence[Regel], kant: float) -> list[Regel]:
    """The lines that leave this edge free, up to where two lines after each other run over it."""
    af: list[Regel] = []
    dwars = False
    for regel in romp:
        if _dwars_over(regel, kant):
            if dwars:
                break
            dwars = True
        else:
            dwars = False
            af.append(regel)
    return af


def _raakt_in_tekst(regel: Regel, kant: float, naast: tuple[Regel | None, Regel | None]) -> int:
    """How surely a line touches the edge: 1 where it goes on with the line above, 2 with that under it too, or a sign.

    `naast` are the lines above and under it.
    """
    if _wit_voor(regel, kant) >= GANG * regel.grootte:
        return 0
    if any(woord.is_teken and abs(woord.x0 - kant) <= OP_KANT for woord in regel.woorden):
        return 2
    boven, onder = naast
    dicht = 0.6 * regel.grootte
    if boven is None or regel.boven - boven.onder >= dicht:
        return 0
    return 2 if onder is not None and onder.boven - regel.onder < dicht else 1


def _wit_voor(regel: Regel, kant: float) -> float:
    """The white between this edge, where a text begins or nothing stands, and the word before it; endless without."""
    voor = max((woord.x1 for woord in regel.woorden if woord.x0 < kant - OP_KANT), default=None)
    na = min((woord.x0 for woord in regel.woorden if woord.x0 >= kant - OP_KANT), default=kant)
    return kant - voor if voor is not None and na <= kant + OP_KANT else float("inf")


def _krimp(gangen: list[list[Gang]], regel: Regel, vast: Sequence[float | None]) -> list[list[Gang]] | None:
    """What the line leaves free of each way; None when it closes one. A way may be a hair where a text begins at it."""
    smal = GANG * regel.grootte
    af = []
    for gang, kant in zip(gangen, vast, strict=True):
        vrij = gang
        for woord in regel.woorden:
            vrij = [deel for van, tot in vrij for deel in ((van, min(tot, woord.x0)), (max(van, woord.x1), tot))]
            vrij = [(van, tot) for van, tot in dict.fromkeys(vrij) if tot - van >= smal]
        if not vrij and kant is not None and _raakt(regel, kant):
            vrij = [(kant - HAAR, kant)]
        if not vrij:
            return None
        af.append(vrij)
    return af


def knip(regel: Regel, kanten: Sequence[float]) -> Regel:
    """The line with words cut that run over the left edge of a column, where the file draws a text of its own there."""
    if not any(woord.naden for woord in regel.woorden):
        return regel
    woorden = regel.woorden
    for kant in kanten:
        woorden = [deel for woord in woorden for deel in woord.knip(kant - OP_KANT, kant + OP_KANT)]
    return maak_regel(woorden)


def _raakt(regel: Regel, kant: float) -> bool:
    """Whether no word runs over this edge, and one begins at it or the line leaves it free."""
    na = min((woord.x0 for woord in regel.woorden if woord.x0 >= kant - OP_KANT), default=None)
    voor = max((woord.x1 for woord in regel.woorden if woord.x0 < kant - OP_KANT), default=None)
    los = na is None or voor is None or na - voor > SPATIE * regel.grootte or na <= kant + OP_KANT
    return los and not _dwars_over(regel, kant)


def _dwars_over(regel: Regel, kant: float) -> bool:
    return any(woord.x0 < kant - OP_KANT and woord.x1 > kant + OP_KANT for woord in regel.woorden)
