"""Tables that are drawn with rules: which boxes the rules make, and what stands in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from data.rapporten.lezers._pdf.breuken import met_breuken
from data.rapporten.lezers._pdf.vorm import Bladzijde, Lijn, Omtrek, Woord, regels

#: Rules closer than this are one rule (drawn twice, or the two sides of a gap between cells).
_ZELFDE = 3.9
#: The white between a rule and a text is no more than this, where it can be measured.
_RUIMTE = 8.0
#: How much of a side must be drawn for it to part two boxes.
_GENOEG = 0.6
#: More columns or rows than this on one page is a drawing or a map.
_MEEST_KOLOMMEN = 60
_MEEST_RIJEN = 400


@dataclass(slots=True)
class Raster:
    """The rules that hang together as one table: where columns and rows part, and which boxes are one."""

    omtrek: Omtrek
    xs: list[float]
    ys: list[float]
    #: for each box (row, column) the first box of the cell that it is part of
    cel: dict[tuple[int, int], tuple[int, int]]

    @property
    def kolommen(self) -> int:
        """The number of columns."""
        return len(self.xs) - 1

    @property
    def rijen(self) -> int:
        """The number of rows."""
        return len(self.ys) - 1

    def zelfde_kolommen(self, xs: Sequence[float]) -> bool:
        """Whether its columns part where those of another table do: then it goes on with that one."""
        return len(xs) == len(self.xs) and all(abs(een - twee) < _ZELFDE for een, twee in zip(xs, self.xs, strict=True))

    def geknipt(self, woorden: Iterable[Woord]) -> list[Woord]:
        """The words with those cut that run through a rule between columns because two texts touch there."""
        return [deel for woord in woorden for deel in (self._knip(woord) if woord.naden else [woord])]

    def _knip(self, woord: Woord) -> list[Woord]:
        for x in self.xs[1:-1]:
            if woord.x0 < x - 1 and woord.x1 > x + 1:
                delen = woord.knip(x - 1, x + _RUIMTE)
                if len(delen) > 1:
                    return delen
        return [woord]

    def zonder_open_kolommen(self, woorden: Sequence[Woord]) -> Raster:
        """The raster with cells parted where rows leave out the rules between columns, but texts keep to them."""
        cel = dict(self.cel)
        for rij in range(self.rijen):
            for kolom in range(1, self.kolommen):
                eerste = cel[rij, kolom]
                if eerste[0] == rij and eerste[1] < kolom and self._texten_apart(rij, kolom, woorden):
                    cel.update({vak: (rij, kolom) for vak, van in cel.items() if van == eerste and vak[1] >= kolom})
        return Raster(self.omtrek, self.xs, self.ys, cel)

    def _texten_apart(self, rij: int, kolom: int, woorden: Sequence[Woord]) -> bool:
        """Whether texts stand at both sides of a column's edge in this row, and none comes near to it."""
        x, (van, tot) = self.xs[kolom], (self.ys[rij], self.ys[rij + 1])
        binnen = [w for w in woorden if van <= w.midden <= tot and self.xs[0] <= w.x0 and w.x1 <= self.xs[-1] + 1]
        links, rechts = [w for w in binnen if w.x0 < x - 1], [w for w in binnen if w.x0 >= x - 1]
        if not links or not rechts or any(w.x1 > x + 1 for w in links):
            return False
        begin = min(w.x0 for w in rechts)
        # texts of the column on the right begin at its edge, and there is more than a space before them
        over = [
            w
            for w in rechts
            for v in links
            if abs(w.midden - v.midden) < 0.4 * w.grootte and w.x0 - v.x1 < 0.4 * w.grootte
        ]
        return begin - x <= _RUIMTE + 4 and not over

    def reikt(self, cellen: dict[tuple[int, int], list[Woord]]) -> dict[tuple[int, int], float]:
        """How far the lines of each cell may reach: up to its right edge, less the white that its column has left."""
        wit = [_RUIMTE] * self.kolommen
        for (_, kolom), woorden in cellen.items():
            wit[kolom] = min([wit[kolom], *(woord.x0 - self.xs[kolom] for woord in woorden)])
        laatste: dict[tuple[int, int], int] = {}
        for (_, kolom), eerste in self.cel.items():
            laatste[eerste] = max(laatste.get(eerste, 0), kolom)
        return {vak: self.xs[kolom + 1] - max(wit[vak[1]], 0.0) for vak, kolom in laatste.items()}

    def vak(self, woord: Woord) -> tuple[int, int]:
        """The cell in which the middle of the word lies."""
        rij = _vak_van(self.ys, woord.midden)
        return self.cel[rij, _vak_van(self.xs, (woord.x0 + woord.x1) / 2)]


def rasters(blad: Bladzijde) -> list[Raster]:
    """The ruled tables of a page, from top to bottom: of two columns or more, each with rules that cross."""
    liggend, staand = een(blad.liggend), een(blad.staand)
    if len(liggend) > 4 * _MEEST_RIJEN or len(staand) > 4 * _MEEST_RIJEN:
        return []
    gevonden = [_raster(lig, sta) for lig, sta in _samen(liggend, staand)]
    delen = [deel for raster in gevonden if raster is not None for deel in _los(raster)]
    return sorted(delen, key=lambda raster: raster.omtrek.boven)


def voortzetting(blad: Bladzijde, xs: Sequence[float]) -> Raster | None:
    """A table of the page before that goes on here with only its standing rules; None when they are not there."""
    staand = een(blad.staand)
    binnen = [lijn for x in xs[1:-1] for lijn in staand if abs(lijn.plek - x) <= _ZELFDE]
    if not binnen or len(binnen) != len(xs) - 2:
        return None
    ys = [min(lijn.van for lijn in binnen), max(lijn.tot for lijn in binnen)]
    cel = {(0, kolom): (0, kolom) for kolom in range(len(xs) - 1)}
    return Raster(Omtrek(xs[0], ys[0], xs[-1], ys[1]), list(xs), ys, cel)


def een(lijnen: Iterable[Lijn]) -> list[Lijn]:
    """The rules with those on one height taken together: drawn twice, or in pieces that touch."""
    af: list[Lijn] = []
    for groep in _op_hoogte(lijnen):
        plek = sum(lijn.plek for lijn in groep) / len(groep)
        vorig: Lijn | None = None
        for lijn in sorted(groep, key=lambda lijn: lijn.van):
            if vorig is not None and lijn.van <= vorig.tot + _ZELFDE:
                vorig.tot = max(vorig.tot, lijn.tot)
            else:
                vorig = Lijn(plek, lijn.van, lijn.tot)
                af.append(vorig)
    return af


def celtekst(woorden: Iterable[Woord], rechts: float | None = None) -> str:
    """What stands in a cell, line by line as printed; `rechts` is how far its lines may reach."""
    return met_breuken(regels(woorden), rechts)


def _op_hoogte(lijnen: Iterable[Lijn]) -> list[list[Lijn]]:
    groepen: list[list[Lijn]] = []
    for lijn in sorted(lijnen, key=lambda lijn: lijn.plek):
        if groepen and lijn.plek - groepen[-1][0].plek <= _ZELFDE:
            groepen[-1].append(lijn)
        else:
            groepen.append([lijn])
    return groepen


def _samen(liggend: list[Lijn], staand: list[Lijn]) -> list[tuple[list[Lijn], list[Lijn]]]:
    """Groups of rules that touch each other, crossing."""
    groepen: list[tuple[list[Lijn], list[Lijn]]] = []
    for lijn in staand:
        kruist = [lig for lig in liggend if _kruisen(lig, lijn)]
        if not kruist:
            continue
        nieuw = (kruist, [lijn])
        rest = []
        for groep in groepen:
            if any(lig is ander for lig in nieuw[0] for ander in groep[0]):
                nieuw = (_erbij(groep[0], nieuw[0]), groep[1] + nieuw[1])
            else:
                rest.append(groep)
        groepen = [*rest, nieuw]
    return groepen


def _erbij(oud: list[Lijn], nieuw: list[Lijn]) -> list[Lijn]:
    bekend = {id(lijn) for lijn in oud}
    return oud + [lijn for lijn in nieuw if id(lijn) not in bekend]


def _kruisen(lig: Lijn, sta: Lijn) -> bool:
    return lig.van - _ZELFDE <= sta.plek <= lig.tot + _ZELFDE and sta.van - _ZELFDE <= lig.plek <= sta.tot + _ZELFDE


def _raster(liggend: list[Lijn], staand: list[Lijn]) -> Raster | None:
    """The boxes that these rules make; an open side (no rule at the left of the table, say) counts as drawn."""
    xs = _plekken([*(lijn.plek for lijn in staand), *(x for lijn in liggend for x in (lijn.van, lijn.tot))])
    ys = _plekken([*(lijn.plek for lijn in liggend), *(y for lijn in staand for y in (lijn.van, lijn.tot))])
    if not (3 <= len(xs) <= _MEEST_KOLOMMEN and 2 <= len(ys) <= _MEEST_RIJEN):
        return None
    leider = {vak: vak for vak in product(range(len(ys) - 1), range(len(xs) - 1))}
    _samengevoegd(leider, liggend, staand, (xs, ys))
    omtrek = Omtrek(xs[0], ys[0], xs[-1], ys[-1])
    return Raster(omtrek, xs, ys, _rechthoeken(leider))


def _samengevoegd(
    leider: dict[tuple[int, int], tuple[int, int]],
    liggend: list[Lijn],
    staand: list[Lijn],
    grenzen: tuple[list[float], list[float]],
) -> None:
    """Takes boxes together that no rule parts."""
    xs, ys = grenzen
    for rij, (boven, onder) in enumerate(pairwise(ys)):
        for kolom, x in enumerate(xs[1:-1]):
            if not _getekend(staand, x, boven, onder):
                _voeg(leider, (rij, kolom), (rij, kolom + 1))
    for kolom, (links, rechts) in enumerate(pairwise(xs)):
        for rij, y in enumerate(ys[1:-1]):
            if not _getekend(liggend, y, links, rechts):
                _voeg(leider, (rij, kolom), (rij + 1, kolom))


def _los(raster: Raster) -> list[Raster]:
    """The raster in parts where the columns change: two tables that touch."""
    delen: list[tuple[int, int, set[int]]] = []
    for rij in range(raster.rijen):
        deelt = {k for k in range(1, raster.kolommen) if raster.cel[rij, k - 1] != raster.cel[rij, k]}
        hangt = any(raster.cel[rij, k][0] < rij for k in range(raster.kolommen))
        if delen and (hangt or deelt <= delen[-1][2] or delen[-1][2] <= deelt):
            delen[-1] = (delen[-1][0], rij + 1, delen[-1][2] | deelt)
        else:
            delen.append((rij, rij + 1, deelt))
    return [_deel(raster, van, tot, [0, *sorted(deelt), raster.kolommen]) for van, tot, deelt in delen if deelt]


def _deel(raster: Raster, van: int, tot: int, kolommen: list[int]) -> Raster:
    """The rows from `van` up to `tot`, with only the columns that part there."""
    xs, ys = [raster.xs[k] for k in kolommen], raster.ys[van : tot + 1]
    nieuw = {oud: nummer for nummer, begin in enumerate(kolommen[:-1]) for oud in range(begin, kolommen[nummer + 1])}
    cel = {}
    for rij in range(van, tot):
        for nummer, begin in enumerate(kolommen[:-1]):
            eerste = raster.cel[rij, begin]
            cel[rij - van, nummer] = (max(eerste[0] - van, 0), nieuw[eerste[1]])
    return Raster(Omtrek(xs[0], ys[0], xs[-1], ys[-1]), xs, ys, cel)


def _plekken(getallen: list[float]) -> list[float]:
    """The places, those within a hair's breadth as one."""
    af: list[float] = []
    for getal in sorted(getallen):
        if not af or getal - af[-1] > 2 * _ZELFDE:
            af.append(getal)
    return af


def _getekend(lijnen: list[Lijn], plek: float, van: float, tot: float) -> bool:
    """Whether rules at this place cover most of the way from `van` to `tot`."""
    bedekt = sum(
        max(0.0, min(lijn.tot, tot) - max(lijn.van, van)) for lijn in lijnen if abs(lijn.plek - plek) <= 2 * _ZELFDE
    )
    return bedekt >= _GENOEG * (tot - van)


def _voeg(leider: dict[tuple[int, int], tuple[int, int]], een: tuple[int, int], twee: tuple[int, int]) -> None:
    een, twee = _top(leider, een), _top(leider, twee)
    leider[max(een, twee)] = min(een, twee)


def _top(leider: dict[tuple[int, int], tuple[int, int]], vak: tuple[int, int]) -> tuple[int, int]:
    while leider[vak] != vak:
        vak = leider[vak]
    return vak


def _rechthoeken(leider: dict[tuple[int, int], tuple[int, int]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Each box with the first box of its cell. What is no rectangle is no cell: its boxes stay apart."""
    groepen: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for vak in leider:
        groepen.setdefault(_top(leider, vak), []).append(vak)
    cel: dict[tuple[int, int], tuple[int, int]] = {}
    for vakken in groepen.values():
        rijen, kolommen = {rij for rij, _ in vakken}, {kolom for _, kolom in vakken}
        heel = len(vakken) == len(rijen) * len(kolommen)
        eerste = (min(rijen), min(kolommen))
        for vak in vakken:
            cel[vak] = eerste if heel else vak
    return cel


def _vak_van(grenzen: list[float], plek: float) -> int:
    for nummer, grens in enumerate(grenzen[1:-1]):
        if plek < grens:
            return nummer
    return len(grenzen) - 2
