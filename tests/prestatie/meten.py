"""Timing: every engine in turn, so often as time allows, and what the figures come to."""

from __future__ import annotations

import gc
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from statistics import median
from types import FrameType

from tests.prestatie.gegevens import Bron
from tests.prestatie.motor import MATRIX, OPVOLGING, Antwoord, Motor, TeLang, eerste_verschil, op_volgorde, vingerafdruk

#: What took longer than so many seconds the first time is timed so many times at most. The first time is the one of
#: which the answer is checked; it counts only where it is the only one.
VAAK = ((90.0, 1), (20.0, 3))
#: What takes longer than so many times the product, and longer than so many seconds, is cut off.
GEDULD, MINSTENS = 30.0, 60.0


class Verschil(AssertionError):
    """Two engines answer the same question differently."""


@dataclass
class Gemeten:
    """Seconds that an engine took, in the order of the rounds. Where it was cut off: it takes longer than that."""

    naam: str
    seconden: list[float] = field(default_factory=list)
    afgebroken: bool = False

    @property
    def mediaan(self) -> float:
        """The figure that counts."""
        return median(self.seconden)


@dataclass
class Gecontroleerd:
    """What the first time gave: rows of the answers, and seconds per engine; None where it was cut off."""

    rijen: dict[str, int]
    eerste: dict[str, float | None]
    geduld: float


def controleer(motoren: Sequence[Motor], bron: Bron) -> Gecontroleerd:
    """Ask every engine once, the product first. Raises Verschil, with rows that differ, where answers are not alike.

    One is loaded at a time: pandas on texts takes more than half of 23 GB for ten million oordelen.
    """
    goed: Antwoord | None = None
    uit = Gecontroleerd({}, {}, float("inf"))
    for motor in motoren:
        with motor:
            motor.laad(bron)
            duur = uit.eerste[motor.naam] = _eerste(motor, uit.geduld)
            if duur is None:
                continue
            ruw = motor.antwoord()
            motor.ruim()
        antwoord = Antwoord(op_volgorde(ruw.opvolging, OPVOLGING), op_volgorde(ruw.matrix, MATRIX))
        del ruw
        if goed is None:
            goed, uit.geduld = antwoord, max(MINSTENS, GEDULD * duur)
        for links, rechts in ((goed.opvolging, antwoord.opvolging), (goed.matrix, antwoord.matrix)):
            if vingerafdruk(links) != vingerafdruk(rechts):
                raise Verschil(f"{motoren[0].naam} (links) en {motor.naam} (rechts)\n{eerste_verschil(links, rechts)}")
    assert goed is not None, "nobody was asked"
    uit.rijen = {"opvolging": goed.opvolging.num_rows, "matrix": goed.matrix.num_rows}
    return uit


def meet(motoren: Sequence[Motor], bron: Bron, rondes: int, eerder: Gecontroleerd) -> list[Gemeten]:
    """Each engine once per round, so that what else the machine does is shared by all; the slow ones fewer times."""
    gemeten, over = [], []
    for motor in motoren:
        eerste = eerder.eerste.get(motor.naam, 0.0)
        gemeten.append(Gemeten(motor.naam, afgebroken=eerste is None))
        keer = rondes if motor is motoren[0] else hoe_vaak(eerder.geduld if eerste is None else eerste, rondes)
        if keer == 1 < rondes or eerste is None:
            gemeten[-1].seconden.append(eerder.geduld if eerste is None else eerste)
            keer = 0
        over.append(keer)
    with ExitStack() as stapel:
        for motor, keer in zip(motoren, over, strict=True):
            if keer:
                stapel.enter_context(motor).laad(bron)
        for ronde in range(rondes):
            for motor, uitslag, keer in zip(motoren, gemeten, over, strict=True):
                if ronde < keer:
                    uitslag.seconden.append(_duur(motor))
                    motor.ruim()
    return gemeten


def hoe_vaak(seconden: float, rondes: int) -> int:
    """How often to time what took so long the first time; 1: that first time is all there is."""
    return next((min(keer, rondes) for meer, keer in VAAK if seconden > meer), rondes)


def _eerste(motor: Motor, geduld: float) -> float | None:
    """Seconds; None where it took longer than `geduld`."""
    try:
        with hoogstens(geduld):
            return _duur(motor)
    except TeLang:
        return None


def _duur(motor: Motor) -> float:
    gc.collect()
    begin = time.perf_counter()
    motor.vraag()
    return time.perf_counter() - begin


@contextmanager
def hoogstens(seconden: float) -> Iterator[None]:
    """Raise TeLang in what takes longer, as soon as it comes back to Python."""

    def breek_af(nummer: int, plek: FrameType | None) -> None:
        raise TeLang(f"langer dan {seconden:.0f} s")

    vorige = signal.signal(signal.SIGALRM, breek_af)
    signal.setitimer(signal.ITIMER_REAL, 0 if seconden == float("inf") else seconden)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, vorige)


def belasting() -> list[float]:
    """How busy the machine is: processes that want to run, over the last 1, 5 and 15 minutes."""
    return [round(getal, 2) for getal in os.getloadavg()]
