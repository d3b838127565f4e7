"""What a picture is made of, in points from its top left corner. Pure: what is drawn, not how."""

from __future__ import annotations

from dataclasses import dataclass, field

Plek = tuple[float, float]
#: Left, top, width, height.
Vak = tuple[float, float, float, float]

INKT, ZACHT, LIJN = "#000000", "#454c55", "#8a94a0"


@dataclass(frozen=True)
class Letters:
    """A line of text from its place on the baseline; `rechtop` climbs from there. `naam` is its id in an SVG."""

    plek: Plek
    tekst: str
    punt: float
    vet: bool = False
    kleur: str = INKT
    midden: bool = False
    rechtop: bool = False
    naam: str = ""


@dataclass(frozen=True)
class Vlak:
    """Rectangles of one colour; a `rand` is a thin line around them."""

    vakken: tuple[Vak, ...]
    kleur: str
    rand: str = ""
    naam: str = ""


@dataclass(frozen=True)
class Arcering:
    """Slanting lines over rectangles, on one grid for the whole picture: told by the gemeente, and not tested.

    `open`: the width and height that stay without lines in the middle of each, for what stands there.
    """

    vakken: tuple[Vak, ...]
    open: Plek
    naam: str = ""


@dataclass(frozen=True)
class Tekens:
    """One sign at several places, each the middle of the sign."""

    teken: str
    punt: float
    plekken: tuple[Plek, ...]
    naam: str = ""


@dataclass(frozen=True)
class Streep:
    """A thin line from left to right."""

    van: Plek
    breedte: float
    kleur: str = LIJN


Merk = Letters | Vlak | Arcering | Tekens | Streep


@dataclass
class Vel:
    """A picture as it grows downward: `y` is how far it is."""

    breedte: float
    y: float = 0.0
    merken: list[Merk] = field(default_factory=list)
