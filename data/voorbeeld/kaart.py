"""The map of a country that does not exist: a hexagon per gemeente, in provincies that hang together."""

from __future__ import annotations

import heapq
import json
import math
from collections.abc import Iterable, Sequence
from random import Random

#: A hexagon's place in the grid: column and row, along axes that are 60 degrees apart.
Plek = tuple[int, int]

BUREN = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))
#: Corners around a middle, clockwise as the boundaries of real gemeenten run, in half widths and quarter heights:
#: whole numbers, so that neighbours share their corners exactly.
HOEKEN = ((0, 2), (1, 1), (1, -1), (0, -2), (-1, -1), (-1, 1), (0, 2))
HALVE_BREEDTE = math.sqrt(3) / 2
#: In the sea west of the Netherlands; degrees of latitude, and how much longer these are than those of longitude.
MIDDEN_LON, MIDDEN_LAT = 3.5, 53.0
BREEDTE, HOOGTE, GROOTSTE_ZESHOEK = 1.75, 1.9, 0.2
VERKORTING = math.cos(math.radians(MIDDEN_LAT))


def groei_land(aantal: int, stroom: Random) -> list[Plek]:
    """So many places that hang together, with a coast that bends."""
    bocht = stroom.random() * math.tau

    def afstand(plek: Plek) -> float:
        x, y = HALVE_BREEDTE * (2 * plek[0] + plek[1]), 1.5 * plek[1]
        hoek = math.atan2(y, x)
        kust = 1 + 0.2 * math.sin(3 * hoek + bocht) + 0.1 * math.sin(5 * hoek - 2 * bocht)
        # rounded, so that the last bit of a machine's sine decides nothing
        return round(math.hypot(x, y) / kust, 6)

    land: list[Plek] = []
    rand = [(0.0, (0, 0))]
    gezien = {(0, 0)}
    while len(land) < aantal:
        _, plek = heapq.heappop(rand)
        land.append(plek)
        for buur in _buren(plek):
            if buur not in gezien:
                gezien.add(buur)
                heapq.heappush(rand, (afstand(buur), buur))
    return land


def verdeel(land: Sequence[Plek], aantal: int) -> dict[Plek, int]:
    """The provincie of each place, as a number from 0: each hangs together and they are much of a size."""
    kernen = _ver_uiteen(land, aantal)
    vrij = set(land)
    deel: dict[Plek, int] = {}
    randen = [[(0, kern)] for kern in kernen]
    omvang = [(0, nummer) for nummer in range(len(kernen))]
    heapq.heapify(omvang)
    while omvang:
        tel, nummer = heapq.heappop(omvang)
        rand = randen[nummer]
        while rand and rand[0][1] not in vrij:
            heapq.heappop(rand)
        if not rand:
            continue
        plek = heapq.heappop(rand)[1]
        vrij.remove(plek)
        deel[plek] = nummer
        for buur in _buren(plek):
            if buur in vrij:
                heapq.heappush(rand, (_stappen(kernen[nummer], buur), buur))
        heapq.heappush(omvang, (tel + 1, nummer))
    return deel


def grenzen(land: Sequence[Plek]) -> Iterable[str]:
    """The boundary of each place in turn, as GeoJSON: hexagons that look regular at this latitude."""
    if not land:
        return
    kolommen = [2 * q + r for q, r in land]
    rijen = [3 * r for _, r in land]
    breed = (max(kolommen) - min(kolommen) + 2) * HALVE_BREEDTE
    hoog = (max(rijen) - min(rijen) + 4) / 2
    maat = min(BREEDTE / breed, HOOGTE / hoog, GROOTSTE_ZESHOEK)
    midden_x, midden_y = (max(kolommen) + min(kolommen)) / 2, (max(rijen) + min(rijen)) / 2
    for x, y in zip(kolommen, rijen, strict=True):
        ring = [
            [
                round(MIDDEN_LON + (x + dx - midden_x) * HALVE_BREEDTE * maat / VERKORTING, 5),
                round(MIDDEN_LAT + (y + dy - midden_y) / 2 * maat, 5),
            ]
            for dx, dy in HOEKEN
        ]
        yield json.dumps({"type": "Polygon", "coordinates": [ring]}, separators=(",", ":"))


def _buren(plek: Plek) -> list[Plek]:
    return [(plek[0] + q, plek[1] + r) for q, r in BUREN]


def _stappen(een: Plek, ander: Plek) -> int:
    """How many hexagons two places lie apart."""
    q, r = een[0] - ander[0], een[1] - ander[1]
    return max(abs(q), abs(r), abs(q + r))


def _ver_uiteen(land: Sequence[Plek], aantal: int) -> list[Plek]:
    """Places that lie far apart: each is the one farthest from those before it."""
    if not land:
        return []
    kernen = [max(land, key=lambda plek: (_stappen(land[0], plek), plek))]
    afstand = {plek: _stappen(kernen[0], plek) for plek in land}
    while len(kernen) < aantal:
        kernen.append(max(land, key=lambda plek: (afstand[plek], plek)))
        afstand = {plek: min(ver, _stappen(kernen[-1], plek)) for plek, ver in afstand.items()}
    return kernen
