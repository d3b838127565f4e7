"""Tables without standing rules: columns that only line up under a row of heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from data.rapporten.lezers._pdf.breuken import met_breuken, reikwijdte
from data.rapporten.lezers._pdf.gangen import GANG, HAAR, OP_KANT, SPATIE, Gang, knip, loop, vaste_kanten
from data.rapporten.lezers._pdf.koppen import ankers, hele_kop, kopstukken
from data.rapporten.lezers._pdf.raster import celtekst
from data.rapporten.lezers._pdf.rijen import regelafstand, rijen
from data.rapporten.lezers._pdf.tekens import VINKJES
from data.rapporten.lezers._pdf.vorm import Lijn, Omtrek, Regel, Woord, regels

#: A text begins no further than this from the edge of its column, in points.
_INSPRING = 9.0


@dataclass(frozen=True, slots=True)
class Indeling:
    """How a table parts: the ways that stay free between columns, where each begins, which ones hold indicators."""

    gangen: list[list[Gang]]
    grenzen: list[float]
    ankers: list[int] | None
    #: where each column begins by its head
    linkerkanten: tuple[float, ...]
    #: which of those its texts keep to
    vast: Sequence[float | None]


@dataclass(slots=True)
class Kolomtabel:
    """A table found by its heads: the words it took, its rows, and how it parts (for the next page)."""

    omtrek: Omtrek
    rijen: list[list[str]]
    indeling: Indeling
    woorden: set[int]


@dataclass(frozen=True, slots=True)
class Hulp:
    """What is drawn on the page and may part rows or columns: flat rules, and the places of standing edges."""

    liggend: tuple[Lijn, ...] = ()
    staand: tuple[float, ...] = ()
    #: gets the lines of which it cannot be seen whether they begin a row
    onzeker: list[str] = field(default_factory=list)

    def hoogtes(self, woorden: Sequence[Regel]) -> list[float]:
        """The heights of the rules that run through most of these lines' width."""
        return self._over(min(r.x0 for r in woorden), max(r.x1 for r in woorden))

    def over(self, omtrek: Omtrek) -> list[float]:
        """The heights of the rules, and of the edges of filled boxes, through most of the width of this box."""
        return [hoogte for hoogte in self._over(omtrek.x0, omtrek.x1) if omtrek.boven <= hoogte <= omtrek.onder]

    def _over(self, x0: float, x1: float) -> list[float]:
        breed = 0.6 * (x1 - x0)
        return [lijn.plek for lijn in self.liggend if min(lijn.tot, x1) - max(lijn.van, x0) >= breed]


def kolomtabellen(woorden: Sequence[Woord], hulp: Hulp) -> list[Kolomtabel]:
    """The tables without standing rules among these words, from top to bottom."""
    lijst = regels(woorden)
    koppen = [nummer for nummer, regel in enumerate(lijst) if kopstukken(regel)]
    tabellen = []
    for plek, nummer in enumerate(koppen):
        tot = hele_kop(lijst, koppen[plek + 1])[1] if plek + 1 < len(koppen) else len(lijst)
        tabel = _tabel(lijst, nummer, tot, hulp)
        if tabel is not None:
            tabellen.append(tabel)
    return tabellen


def vervolg(woorden: Sequence[Woord], vorige: Kolomtabel, hulp: Hulp) -> Kolomtabel | None:
    """The rest of a table that the page before began, where no head is repeated; None when nothing lines up."""
    lijst = regels(woorden)
    kop = next((nummer for nummer, regel in enumerate(lijst) if kopstukken(regel)), None)
    tot = len(lijst) if kop is None else hele_kop(lijst, kop)[1]
    oud = vorige.indeling
    lijst = [knip(regel, oud.linkerkanten) for regel in lijst]
    vast = vaste_kanten(lijst[:tot], oud.linkerkanten, oud.vast)
    eind, gangen = loop(lijst[:tot], 0, oud.gangen, vast)
    grenzen = _grenzen(gangen, lijst[:eind], hulp)
    eind = _staart(lijst, 0, eind, grenzen)
    if not eind or not _sluit_aan(lijst[:eind], grenzen):
        return None
    return _bouw([], lijst[:eind], Indeling(gangen, grenzen, oud.ankers, oud.linkerkanten, vast), hulp)


def _sluit_aan(romp: Sequence[Regel], grenzen: list[float]) -> bool:
    """Whether these lines go on with the columns: texts begin where columns do, or a sentence goes on."""
    begin = [stuk.x0 for regel in romp for stuk in regel.stukken(GANG)]
    if _loopt_in_kolom(romp, grenzen):
        return True
    op_grens = any(-1 <= x - grens < _INSPRING for x in begin for grens in grenzen)
    return op_grens or romp[0].tekst[:1].islower()


def _loopt_in_kolom(romp: Sequence[Regel], grenzen: list[float]) -> bool:
    """Whether the first text fills the first column, line after line: a row with nothing in its other columns."""
    blok = [romp[0]]
    for regel in romp[1:]:
        if regel.boven - blok[-1].onder > 0.6 * regel.grootte or not grenzen:
            break
        blok.append(regel)
    vol = all(
        een.x1 + 0.28 * een.grootte + (twee.woorden[0].x1 - twee.woorden[0].x0) > grenzen[0] - 2 * _INSPRING
        for een, twee in pairwise(blok)
    )
    return len(blok) > 1 and all(regel.x1 < grenzen[0] for regel in blok) and vol and not blok[0].vet


def _tabel(lijst: list[Regel], nummer: int, tot: int, hulp: Hulp) -> Kolomtabel | None:
    stukken, begin, na = hele_kop(lijst, nummer)
    lijst = [*lijst[:na], *(knip(regel, [stuk.x0 for stuk in stukken[1:]]) for regel in lijst[na:])]
    gangen = [[(een.x1, twee.x0)] for een, twee in pairwise(stukken)]
    kanten = tuple(stuk.x0 for stuk in stukken[1:])
    vast = vaste_kanten(lijst[nummer + 1 : tot], kanten)
    eind, gangen = loop(lijst[:tot], nummer + 1, gangen, vast)
    grenzen = _grenzen(gangen, lijst[nummer + 1 : eind], hulp)
    kop_tot = max(na, kop_tot_regel(lijst[nummer:eind], grenzen, hulp) + nummer)
    eind = _staart(lijst, kop_tot, eind, grenzen)
    if kop_tot >= eind < len(lijst):
        return None
    tabel = _bouw(
        lijst[begin:kop_tot], lijst[kop_tot:eind], Indeling(gangen, grenzen, ankers(stukken), kanten, vast), hulp
    )
    return tabel if _zeker(tabel) else None


def _zeker(tabel: Kolomtabel) -> bool:
    """Whether no sign stands in the text of the first column: then two columns would be read as one."""
    eerste = [
        woord for rij in tabel.rijen[1:] for regel in rij[0].splitlines() if " " in regel for woord in regel.split()
    ]
    return not any(woord[0] in VINKJES or woord == "X" for woord in eerste)


def kop_tot_regel(lijst: Sequence[Regel], grenzen: list[float], hulp: Hulp) -> int:
    """How many lines the head has: they stand close together, look alike and have no sign."""
    kolommen: list[list[Woord]] = [[] for _ in range(len(grenzen) + 1)]
    for regel in lijst:
        for woord in regel.woorden:
            kolommen[_kolom(woord, grenzen)].append(woord)
    afstand = regelafstand([regels(kolom) for kolom in kolommen])
    hoogtes = hulp.hoogtes(lijst)
    for nummer, (boven, onder) in enumerate(pairwise(lijst), start=1):
        ver = onder.onder - boven.onder > max(1.12 * afstand, 1.3 * onder.grootte) + 0.6
        lijn = any(boven.onder - 2 <= hoogte <= onder.boven + 4 for hoogte in hoogtes)
        teken = any(woord.is_teken for woord in onder.woorden)
        if ver or lijn or teken or (boven.vet and not onder.vet):
            return nummer
    return len(lijst)


def _grenzen(gangen: list[list[Gang]], romp: Sequence[Regel], hulp: Hulp) -> list[float]:
    """Where each column begins: at an edge that is drawn, else at the way after which most texts begin."""
    begin = [stuk.x0 for regel in romp for stuk in regel.stukken(GANG)]
    af = []
    for gang in gangen:
        getekend = [x for x in hulp.staand for van, tot in gang if van - 1 <= x <= tot + 1]
        if getekend:
            af.append(getekend[0])
            continue
        beste = max(gang, key=lambda deel: (sum(1 for x in begin if -0.5 <= x - deel[1] <= 2), deel[1] - deel[0]))
        af.append(beste[1] - 0.5)
    return af


def _staart(lijst: list[Regel], van: int, eind: int, grenzen: list[float]) -> int:
    """The table's end without a line under it that is a heading: of the next table, or of what else follows."""
    romp = [regel for regel in lijst[van:eind] if _kolommen(regel, grenzen) != {0}]
    while eind > van and _kolommen(lijst[eind - 1], grenzen) == {0}:
        laatste = lijst[eind - 1]
        eerder = lijst[eind - 2] if eind - 2 >= van else None
        ver = eerder is None or laatste.onder - eerder.onder > 1.6 * laatste.grootte
        anders = bool(romp) and (laatste.vet > romp[-1].vet or laatste.grootte > 1.08 * romp[-1].grootte)
        if not (ver and (eind < len(lijst) or anders)):
            break
        eind -= 1
    return eind


def _kolommen(regel: Regel, grenzen: list[float]) -> set[int]:
    return {_kolom(woord, grenzen) for woord in regel.woorden}


def _kolom(woord: Woord, grenzen: Sequence[float]) -> int:
    return sum(1 for grens in grenzen if woord.x0 >= grens - 1)


def _bouw(kop: Sequence[Regel], romp: Sequence[Regel], indeling: Indeling, hulp: Hulp) -> Kolomtabel:
    """The table of these lines. A line across the columns stands whole in the first one."""
    grenzen = indeling.grenzen
    kolommen: list[list[Woord]] = [[] for _ in range(len(grenzen) + 1)]
    for regel in romp:
        heel = _dwars(regel, indeling)
        for woord in regel.woorden:
            kolommen[0 if heel else _kolom(woord, grenzen)].append(woord)
    kopwoorden = [woord for regel in kop for woord in regel.woorden]
    koppen = [[woord for woord in kopwoorden if _kolom(woord, grenzen) == k] for k in range(len(kolommen))]
    rechts = _reikt(koppen, kolommen, indeling)
    koprij = [celtekst(cel, tot) for cel, tot in zip(koppen, rechts, strict=True)]
    rest = [
        [met_breuken(cel, tot) for cel, tot in zip(rij, rechts, strict=True)]
        for rij in rijen(kolommen, lijnen=hulp.hoogtes([*kop, *romp]), ankers=indeling.ankers, onzeker=hulp.onzeker)
    ]
    alle = [*kop, *romp]
    omtrek = Omtrek(
        min(regel.x0 for regel in alle), alle[0].boven, max(regel.x1 for regel in alle), max(r.onder for r in alle)
    )
    woorden = {id(woord.uit or woord) for regel in alle for woord in regel.woorden}
    return Kolomtabel(omtrek, [koprij, *rest] if kop else rest, indeling, woorden)


def _reikt(
    koppen: Sequence[Sequence[Woord]], kolommen: Sequence[Sequence[Woord]], indeling: Indeling
) -> list[float | None]:
    """How far the lines of each column may reach: up to the next one where they touch, else as far as lines go."""
    raakt = [any(tot - van <= 2 * HAAR for van, tot in gang) for gang in indeling.gangen]
    return [
        indeling.grenzen[nummer] + 0.5
        if nummer < len(raakt) and raakt[nummer]
        else reikwijdte(regels([*koppen[nummer], *kolom]))
        for nummer, kolom in enumerate(kolommen)
    ]


def _dwars(regel: Regel, indeling: Indeling) -> bool:
    """Whether the line runs on over the edge of a column: by a word, or with no more than a space there."""
    grenzen = indeling.grenzen
    if any(woord.x0 < grens - 1 and woord.x1 > grens + 1 for woord in regel.woorden for grens in grenzen):
        return True
    raken = [tot - 0.5 for gang in indeling.gangen for van, tot in gang if tot - van <= 2 * HAAR]
    return any(
        _kolom(een, grenzen) != _kolom(twee, grenzen)
        and twee.x0 - een.x1 < SPATIE * een.grootte
        and not any(abs(twee.x0 - grens) <= 2 * OP_KANT for grens in raken)
        for een, twee in pairwise(regel.woorden)
    )
