"""Boundaries as lines that a browser draws: degrees onto a small grid of whole numbers. Pure."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

#: The longest side of a map, in units of its grid: finer than a screen shows, and few enough digits to send.
MAAT = 1000
#: White around the land, so that a ring around a gemeente at the edge is seen whole.
RAND = 8
#: A boundary needs three points to enclose anything.
MINSTE_PUNTEN = 3

Graad = tuple[float, float]
Punt = tuple[int, int]


@dataclass(frozen=True)
class Vlak:
    """One gemeente on the map: its outline as an SVG path, and where its middle is."""

    pad: str
    midden: Punt


@dataclass(frozen=True)
class Kaartvorm:
    """A whole country: how large the drawing is, and the outline of each gemeente by its code."""

    breedte: int
    hoogte: int
    vlakken: dict[str, Vlak]


def kaartvorm(grenzen: Mapping[str, Sequence[str]]) -> Kaartvorm:
    """The drawing of these gemeenten; of each the boundaries as GeoJSON, several where it took over another."""
    ringen = {code: [ring for tekst in teksten for ring in _ringen(tekst)] for code, teksten in grenzen.items()}
    graden = [graad for lijst in ringen.values() for ring in lijst for graad in ring]
    if not graden:
        return Kaartvorm(0, 0, {})
    plaats, breedte, hoogte = _projectie(graden)
    return Kaartvorm(
        breedte, hoogte, {code: _vlak([[plaats(g) for g in ring] for ring in lijst]) for code, lijst in ringen.items()}
    )


def _ringen(tekst: str) -> Iterator[list[Graad]]:
    """Every ring of a Polygon or MultiPolygon, holes too, without its closing point. The build checked the form."""
    meetkunde = json.loads(tekst)
    vlakken = [meetkunde["coordinates"]] if meetkunde["type"] == "Polygon" else meetkunde["coordinates"]
    for vlak in vlakken:
        for ring in vlak:
            yield [(float(lon), float(lat)) for lon, lat in ring[:-1]]


def _projectie(graden: Sequence[Graad]) -> tuple[Callable[[Graad], Punt], int, int]:
    """From degrees to the grid, north up, and the width and height of the drawing.

    Equirectangular, with degrees of longitude shortened as they are at the middle of the land: true enough for a
    country of this size, and no gemeente looks wider than it is.
    """
    lonnen, latten = zip(*graden, strict=True)
    west, oost, zuid, noord = min(lonnen), max(lonnen), min(latten), max(latten)
    korter = math.cos(math.radians((zuid + noord) / 2))
    langste = max((oost - west) * korter, noord - zuid) or 1.0
    schaal = MAAT / langste

    def plaats(graad: Graad) -> Punt:
        return RAND + round((graad[0] - west) * korter * schaal), RAND + round((noord - graad[1]) * schaal)

    breedte, hoogte = plaats((oost, zuid))
    return plaats, breedte + RAND, hoogte + RAND


def _vlak(ringen: Sequence[Sequence[Punt]]) -> Vlak:
    """The path through these rings; what shrinks to less than a triangle goes, unless nothing else is left."""
    kaal = [_zonder_herhaling(ring) for ring in ringen]
    zichtbaar = [ring for ring in kaal if len(set(ring)) >= MINSTE_PUNTEN]
    if not zichtbaar:
        x, y = kaal[0][0]
        zichtbaar = [[(x, y - 2), (x + 2, y), (x, y + 2), (x - 2, y)]]
    grootste = max(zichtbaar, key=lambda ring: abs(_dubbele_oppervlakte(ring)))
    return Vlak("".join(_pad(ring) for ring in zichtbaar), _midden(grootste))


def _zonder_herhaling(ring: Sequence[Punt]) -> list[Punt]:
    """The points of a ring without those that fell on the one before."""
    return [punt for nr, punt in enumerate(ring) if punt != ring[nr - 1]] or list(ring[:1])


def _pad(ring: Sequence[Punt]) -> str:
    """A closed line: its first point, then each step from the last one, which takes fewer digits."""
    stappen = "".join(f"{x2 - x1} {y2 - y1} " for (x1, y1), (x2, y2) in pairwise(ring))
    return f"M{ring[0][0]} {ring[0][1]}l{stappen.strip().replace(' -', '-')}z"


def _zijden(ring: Sequence[Punt]) -> Iterator[tuple[Punt, Punt]]:
    return pairwise([*ring, ring[0]])


def _dubbele_oppervlakte(ring: Sequence[Punt]) -> int:
    """Twice the area, with a sign for the way round."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in _zijden(ring))


def _midden(ring: Sequence[Punt]) -> Punt:
    """The point on which a ring would balance; of one without area the middle of its points."""
    dubbel = _dubbele_oppervlakte(ring)
    if not dubbel:
        return round(sum(x for x, _ in ring) / len(ring)), round(sum(y for _, y in ring) / len(ring))
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in _zijden(ring)) / (3 * dubbel)
    y = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in _zijden(ring)) / (3 * dubbel)
    return round(x), round(y)
