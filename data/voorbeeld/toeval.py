"""Chance that comes out the same every time: one stream of its own for every purpose."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def dobbel(*waarvoor: object) -> Random:
    """A stream of chance named by what it is for; a text as seed gives the same stream on every machine."""
    return Random(" ".join(map(str, waarvoor)))  # noqa: S311 (examples, no secrets)


def kies(stroom: Random, keuzen: Sequence[T]) -> T:
    """One of the choices, each as likely. Quicker than `Random.choice`, and the same in every Python."""
    return keuzen[int(stroom.random() * len(keuzen))]


def schud(stroom: Random, waarden: Sequence[T]) -> list[T]:
    """The values in another order."""
    geschud = list(waarden)
    for i in range(len(geschud) - 1, 0, -1):
        j = int(stroom.random() * (i + 1))
        geschud[i], geschud[j] = geschud[j], geschud[i]
    return geschud
