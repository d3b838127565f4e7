"""A page as blocks in reading order: its tables, and the running text above, between and under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.rapporten.document import Alinea, Blok, Tabel
from data.rapporten.lezers._pdf.alineas import alineas
from data.rapporten.lezers._pdf.breuken import met_breuken
from data.rapporten.lezers._pdf.kolommen import Hulp, Kolomtabel, kolomtabellen, kop_tot_regel, vervolg
from data.rapporten.lezers._pdf.koppen import kopstukken
from data.rapporten.lezers._pdf.raster import Raster, celtekst, een, rasters, voortzetting
from data.rapporten.lezers._pdf.rijen import rijen
from data.rapporten.lezers._pdf.vorm import Bladzijde, Lijn, Omtrek, Regel, Woord, regels

#: A filled box lower than this is a highlighted word, not a row.
_RIJHOOG = 8.0
#: A table with no more ruled rows than this (a head and all else) has no rules between its rows.
_ZONDER_LIJNEN = 2
#: Fewer lines than this under a head may be part of it.
_LANG = 3


@dataclass(frozen=True, slots=True)
class Open:
    """What may go on overleaf: a table without standing rules at the foot of a page, the columns of a ruled one."""

    tabel: Kolomtabel | None
    xs: tuple[float, ...]


def blokken(blad: Bladzijde, vorige: Open | None) -> tuple[list[Blok], Open]:
    """The blocks of a page, and what may go on overleaf; `vorige` is that of the page before."""
    gevonden: list[tuple[Omtrek, Tabel]] = []
    over = list(blad.woorden)
    xs = vorige.xs if vorige else ()
    verder = voortzetting(blad, xs)
    for raster in rasters(blad) or ([verder] if verder else []):
        binnen = [woord for woord in over if raster.omtrek.bevat(woord)]
        gedraaid = [woord for woord in blad.gedraaid if raster.omtrek.bevat(woord)]
        inhoud = rasterrijen(raster.zonder_open_kolommen(binnen), binnen, gedraaid, _hulp(blad))
        if inhoud and (gevulde_kolommen(inhoud) > 1 or raster.zelfde_kolommen(xs)):
            gevonden.append((raster.omtrek, Tabel(inhoud, blad.nummer)))
            weg = {id(woord) for woord in (*binnen, *gedraaid)}
            over = [woord for woord in over if id(woord) not in weg]
            blad.gedraaid = [woord for woord in blad.gedraaid if id(woord) not in weg]
            xs = tuple(raster.xs)
    vrij, laatste = _vrije_tabellen(blad, over, [omtrek for omtrek, _ in gevonden], vorige.tabel if vorige else None)
    for tabel in vrij:
        gevonden.append((tabel.omtrek, Tabel(tuple(tuple(rij) for rij in tabel.rijen), blad.nummer)))
        over = [woord for woord in over if id(woord) not in tabel.woorden]
    gevonden.sort(key=lambda paar: paar[0].boven)
    return _op_volgorde(gevonden, over, blad), Open(laatste, xs)


def gevulde_kolommen(rijen_: Sequence[Sequence[str]]) -> int:
    """How many columns have text."""
    return sum(1 for kolom in zip(*rijen_, strict=True) if any(kolom))


def rasterrijen(
    raster: Raster, woorden: Sequence[Woord], gedraaid: Sequence[Woord], hulp: Hulp
) -> tuple[tuple[str, ...], ...]:
    """The rows of a ruled table, with the words that stand in it."""
    cellen: dict[tuple[int, int], list[Woord]] = {}
    for woord in raster.geknipt(woorden):
        cellen.setdefault(raster.vak(woord), []).append(woord)
    reikt = raster.reikt(cellen)
    zijwaarts: dict[tuple[int, int], list[str]] = {}
    for woord in gedraaid:
        zijwaarts.setdefault(raster.vak(woord), []).append(woord.tekst)
    af: list[tuple[str, ...]] = []
    for rij in range(raster.rijen):
        kolommen = [cellen.get((rij, kolom), []) for kolom in range(raster.kolommen)]
        delen = _meer_rijen(kolommen, raster, rij, hulp)
        if len(delen) > 1:
            af += [tuple(met_breuken(cel, reikt.get((rij, kolom))) for kolom, cel in enumerate(deel)) for deel in delen]
        else:
            af.append(
                tuple(
                    celtekst(cel, reikt.get((rij, kolom))) or " ".join(zijwaarts.get((rij, kolom), []))
                    for kolom, cel in enumerate(kolommen)
                )
            )
    return tuple(af)


def _meer_rijen(kolommen: Sequence[Sequence[Woord]], raster: Raster, rij: int, hulp: Hulp) -> list[list[list[Regel]]]:
    """The rows in one ruled row that holds several; none when it is one row. `hulp.onzeker` gets doubtful lines."""
    onzeker = hulp.onzeker
    hoogtes = [y for y in hulp.over(raster.omtrek) if raster.ys[rij] + _RIJHOOG < y < raster.ys[rij + 1] - _RIJHOOG]
    kop = _kop(kolommen, raster.xs[1:-1])
    rest = [[woord for woord in kolom if id(woord) not in kop] for kolom in kolommen]
    mogelijk: list[str] = []
    delen = rijen(rest, lijnen=hoogtes, onzeker=mogelijk)
    if (hoogtes and len(delen) > 1) or _zijn_rijen(delen) or (raster.rijen <= _ZONDER_LIJNEN and _zinnen(delen)):
        onzeker += mogelijk
    else:
        if raster.rijen <= _ZONDER_LIJNEN:
            onzeker += [deel[0][0].tekst for deel in delen[1:] if deel[0] and not deel[0][0].tekst[0].islower()]
        delen = [[regels(kolom) for kolom in rest]] if kop else []
    return [[regels(w for w in kolom if id(w) in kop) for kolom in kolommen], *delen] if kop else delen


def _zijn_rijen(delen: Sequence[Sequence[Sequence[Regel]]]) -> bool:
    """Whether several have a sign at the head of a cell; or the first ends a row of the page before, and one has."""
    tekens = [any(cel and cel[0].woorden[0].is_teken for cel in deel[1:]) for deel in delen]
    return sum(tekens) > 1 or (sum(tekens) == 1 and len(delen) > 1 and not tekens[0] and not delen[0][0])


def _zinnen(delen: Sequence[Sequence[Sequence[Regel]]]) -> bool:
    """Whether each begins a sentence of its own in the first column, after one that ended."""
    eerste = [deel[0] for deel in delen]
    return len(delen) > 1 and all(
        voor and na and voor[-1].tekst[-1] in ".?!" and not na[0].tekst[0].islower() for voor, na in pairwise(eerste)
    )


def _kop(kolommen: Sequence[Sequence[Woord]], grenzen: list[float]) -> set[int]:
    """The words of a head above other text: no rule is drawn under it where a row goes on overleaf."""
    lijst = regels(woord for kolom in kolommen for woord in kolom)
    if len(lijst) < _LANG or not kopstukken(lijst[0]):
        return set()
    aantal = kop_tot_regel(lijst, grenzen, Hulp())
    if len(lijst) - aantal < _LANG:
        return set()
    return {id(woord) for regel in lijst[:aantal] for woord in regel.woorden}


def _vrije_tabellen(
    blad: Bladzijde, woorden: list[Woord], omtrekken: Sequence[Omtrek], vorige: Kolomtabel | None
) -> tuple[list[Kolomtabel], Kolomtabel | None]:
    """The tables without standing rules, strip by strip between the ruled ones; and the one at the foot of the page."""
    hulp = _hulp(blad)
    tabellen: list[Kolomtabel] = []
    stroken = _stroken(woorden, omtrekken)
    if vorige is not None and stroken[0]:
        verder = vervolg(stroken[0], vorige, hulp)
        if verder is not None:
            tabellen.append(verder)
            stroken[0] = [woord for woord in stroken[0] if id(woord) not in verder.woorden]
    for strook in stroken:
        tabellen += kolomtabellen(strook, hulp)
    laatste = max(tabellen, key=lambda tabel: tabel.omtrek.onder, default=None)
    if laatste is None:
        return [], None
    onderaan = all(woord.onder <= laatste.omtrek.onder + 1 for woord in woorden) and all(
        omtrek.onder <= laatste.omtrek.onder for omtrek in omtrekken
    )
    return tabellen, laatste if onderaan else None


def _hulp(blad: Bladzijde) -> Hulp:
    """Rules and the edges of filled boxes, as a help in parting rows and columns."""
    vlakken = [vlak for vlak in blad.vlakken if vlak.onder - vlak.boven >= _RIJHOOG]
    randen = [Lijn(hoogte, vlak.x0, vlak.x1) for vlak in vlakken for hoogte in (vlak.boven, vlak.onder)]
    staand = [lijn.plek for lijn in een(blad.staand) if lijn.tot - lijn.van >= _RIJHOOG]
    return Hulp(
        liggend=tuple(een([*blad.liggend, *randen])),
        staand=(*staand, *(vlak.x0 for vlak in vlakken)),
        onzeker=blad.onzeker,
    )


def _stroken(woorden: Sequence[Woord], omtrekken: Sequence[Omtrek]) -> list[list[Woord]]:
    """The words above, between and under these boxes."""
    grenzen = sorted((omtrek.boven + omtrek.onder) / 2 for omtrek in omtrekken)
    stroken: list[list[Woord]] = [[] for _ in range(len(grenzen) + 1)]
    for woord in woorden:
        stroken[sum(1 for grens in grenzen if woord.midden > grens)].append(woord)
    return stroken


def _op_volgorde(tabellen: Sequence[tuple[Omtrek, Tabel]], woorden: Sequence[Woord], blad: Bladzijde) -> list[Blok]:
    af: list[Blok] = []
    for nummer, strook in enumerate(_stroken(woorden, [omtrek for omtrek, _ in tabellen])):
        if nummer:
            af.append(tabellen[nummer - 1][1])
        af += [Alinea(tuple(regel.tekst for regel in alinea), blad.nummer) for alinea in alineas(strook)]
    if blad.gedraaid:
        af.append(Alinea((" ".join(woord.tekst for woord in blad.gedraaid),), blad.nummer))
    return af
