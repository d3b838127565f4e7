"""Timing: every engine in turn, and what the figures come to."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.prestatie.motor import MATRIX, OPVOLGING, Antwoord, Motor, eerste_verschil, op_volgorde, vingerafdruk


class Verschil(AssertionError):
    """Two engines answer the same question differently."""


@dataclass
class Gemeten:
    """Seconds that an engine took, in the order of the rounds."""

    naam: str
    seconden: list[float] = field(default_factory=list)

    @property
    def mediaan(self) -> float:
        """The figure that counts."""
        return median(self.seconden)


def controleer(motoren: Sequence[Motor]) -> dict[str, int]:
    """Ask every engine once. Rows of the answers when all are the same; else Verschil, with rows that differ."""
    goed: Antwoord | None = None
    for motor in motoren:
        motor.vraag()
        ruw = motor.antwoord()
        motor.ruim()
        antwoord = Antwoord(op_volgorde(ruw.opvolging, OPVOLGING), op_volgorde(ruw.matrix, MATRIX))
        goed = goed or antwoord
        for links, rechts in ((goed.opvolging, antwoord.opvolging), (goed.matrix, antwoord.matrix)):
            if vingerafdruk(links) != vingerafdruk(rechts):
                raise Verschil(f"{motoren[0].naam} (links) en {motor.naam} (rechts)\n{eerste_verschil(links, rechts)}")
    assert goed is not None, "nobody was asked"
    return {"opvolging": goed.opvolging.num_rows, "matrix": goed.matrix.num_rows}


def meet(motoren: Sequence[Motor], rondes: int) -> list[Gemeten]:
    """Each engine once per round, so that what else the machine does is shared by all."""
    gemeten = [Gemeten(motor.naam) for motor in motoren]
    for _ in range(rondes):
        for motor, uitslag in zip(motoren, gemeten, strict=True):
            gc.collect()
            begin = time.perf_counter()
            motor.vraag()
            uitslag.seconden.append(time.perf_counter() - begin)
            motor.ruim()
    return gemeten


def belasting() -> list[float]:
    """How busy the machine is: processes that want to run, over the last 1, 5 and 15 minutes."""
    return [round(getal, 2) for getal in os.getloadavg()]
