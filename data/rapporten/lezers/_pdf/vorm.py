"""What stands on a page, in points from its top left corner: words, rules and filled boxes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from data.rapporten.lezers._pdf.tekens import VINKJES


@dataclass(slots=True)
class Woord:
    """A word and the box it stands in; `grootte` is the size of its letters in points."""

    tekst: str
    x0: float
    x1: float
    boven: float
    onder: float
    grootte: float
    vet: bool = False
    #: where the file draws a part of the word by itself: the number of letters before it, and its left edge
    naden: tuple[tuple[int, float], ...] = ()
    #: the word of the page that this one was cut off
    uit: Woord | None = None

    def knip(self, van: float, tot: float) -> list[Woord]:
        """The word in two where a part of it begins from `van` up to `tot`: texts of two columns that touch."""
        for aantal, x in self.naden:
            if van <= x <= tot and 0 < aantal < len(self.tekst):
                voor = replace(self, tekst=self.tekst[:aantal], x1=x, naden=(), uit=self)
                return [voor, replace(self, tekst=self.tekst[aantal:], x0=x, naden=(), uit=self)]
        return [self]

    @property
    def midden(self) -> float:
        """The height of its middle."""
        return (self.boven + self.onder) / 2

    @property
    def is_teken(self) -> bool:
        """Whether the word opens with a sign that may be a verdict."""
        return self.tekst[:1] in VINKJES or self.tekst in ("X", "x")


@dataclass(slots=True, frozen=True)
class Omtrek:
    """A box on the page."""

    x0: float
    boven: float
    x1: float
    onder: float

    def bevat(self, woord: Woord) -> bool:
        """Whether the middle of the word lies in it."""
        return self.x0 <= (woord.x0 + woord.x1) / 2 <= self.x1 and self.boven <= woord.midden <= self.onder


@dataclass(slots=True)
class Lijn:
    """A rule from `van` to `tot`; `plek` is its height when it lies flat, its distance from the left when it stands."""

    plek: float
    van: float
    tot: float


@dataclass(slots=True)
class Bladzijde:
    """A page as it is drawn: words, words that stand on their side, flat and standing rules, filled boxes."""

    nummer: int
    breedte: float
    hoogte: float
    woorden: list[Woord] = field(default_factory=list)
    gedraaid: list[Woord] = field(default_factory=list)
    liggend: list[Lijn] = field(default_factory=list)
    staand: list[Lijn] = field(default_factory=list)
    vlakken: list[Omtrek] = field(default_factory=list)
    tekens: int = 0
    #: lines of tables of which it cannot be seen whether they begin a row
    onzeker: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Regel:
    """Words on one line, from left to right."""

    woorden: list[Woord]
    boven: float
    onder: float
    x0: float
    x1: float
    #: the size of most of its letters
    grootte: float

    @property
    def vet(self) -> bool:
        """Whether all of it is bold (a bullet aside)."""
        return all(woord.vet for woord in self.woorden if woord.tekst not in BOLTEKST)

    @property
    def tekst(self) -> str:
        """Its words with single spaces."""
        return " ".join(woord.tekst for woord in self.woorden)

    def stukken(self, wijdte: float) -> list[Regel]:
        """The line split where the gap between two words is over `wijdte` times the size of the letters."""
        begin, stukken = 0, []
        for nummer, (vorig, woord) in enumerate(pairwise(self.woorden), start=1):
            if woord.x0 - vorig.x1 > wijdte * max(woord.grootte, vorig.grootte):
                stukken.append(maak_regel(self.woorden[begin:nummer]))
                begin = nummer
        return [*stukken, maak_regel(self.woorden[begin:])] if begin else [self]


BOLTEKST = frozenset({"•", "-", "–", "●", "▪", "■", "◦", "o"})


def maak_regel(woorden: list[Woord]) -> Regel:
    """A line of words that stand in order."""
    langste = eerste = woorden[0]
    boven, onder, x1 = eerste.boven, eerste.onder, eerste.x1
    for woord in woorden:
        boven, onder, x1 = min(boven, woord.boven), max(onder, woord.onder), max(x1, woord.x1)
        if len(woord.tekst) > len(langste.tekst):
            langste = woord
    return Regel(woorden, boven, onder, eerste.x0, x1, langste.grootte)


def regels(woorden: Iterable[Woord]) -> list[Regel]:
    """The words as lines from top to bottom: on one line is what overlaps for more than half of its height."""
    groepen: list[list[Woord]] = []
    boven = onder = 0.0
    for woord in sorted(woorden, key=lambda w: (w.midden, w.x0)):
        overlap = min(onder, woord.onder) - max(boven, woord.boven)
        if groepen and overlap > 0.5 * min(onder - boven, woord.onder - woord.boven):
            groepen[-1].append(woord)
            if woord.onder - woord.boven > onder - boven:
                boven, onder = woord.boven, woord.onder
        else:
            groepen.append([woord])
            boven, onder = woord.boven, woord.onder
    lijst = [maak_regel(sorted(groep, key=lambda w: w.x0)) for groep in groepen]
    return sorted(lijst, key=lambda regel: regel.boven)
