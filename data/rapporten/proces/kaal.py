"""Dataclasses to what JSON can hold and back, every value checked: it may come from a process that went wrong."""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
#: Turns plain values into a value of one kind, or raises OnjuisteVorm.
Omzetter = Callable[[object], object]


class OnjuisteVorm(ValueError):
    """What was to be turned back has not the form that it should have."""


def naar_kaal(waarde: object) -> object:
    """A dataclass, and all in it, as dicts, lists and plain values."""
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {veld.name: naar_kaal(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, tuple | list):
        return [naar_kaal(deel) for deel in waarde]
    if isinstance(waarde, dict):
        return [[naar_kaal(sleutel), naar_kaal(deel)] for sleutel, deel in waarde.items()]
    return waarde.value if isinstance(waarde, StrEnum) else waarde


def uit_kaal(soort: type[T], inhoud: object) -> T:
    """The dataclass of this kind that `naar_kaal` was given. Raises OnjuisteVorm where anything in it is not so."""
    return cast("T", _omzetter(cast("Hashable", soort))(inhoud))


@cache
def _omzetter(soort: Hashable) -> Omzetter:
    """What turns plain values into this kind: plain, a StrEnum, a dataclass, a tuple, a dict, or one of several."""
    bron, delen = get_origin(soort), get_args(soort)
    if bron in {Union, types.UnionType}:
        return _een_van([_omzetter(deel) for deel in delen])
    if bron is tuple:
        return _reeks([_omzetter(deel) for deel in delen if deel is not Ellipsis], vast=Ellipsis not in delen)
    if bron is dict:
        paren = _reeks([_reeks([_omzetter(deel) for deel in delen], vast=True)], vast=False)
        return lambda inhoud: dict(cast("tuple[tuple[object, object], ...]", paren(inhoud)))
    if isinstance(soort, type) and is_dataclass(soort):
        return _klasse(soort)
    if isinstance(soort, type) and issubclass(soort, StrEnum):
        return _keuze(soort)
    return _enkel(soort)


def _enkel(soort: object) -> Omzetter:
    """A plain value, of exactly this kind: True is no number."""

    def zet_om(inhoud: object) -> object:
        if type(inhoud) is not soort:
            raise OnjuisteVorm(f"{type(inhoud).__name__} in plaats van {soort}")
        return inhoud

    return zet_om


def _keuze(soort: type[StrEnum]) -> Omzetter:
    """One of the values of an enumeration."""
    bekend = {lid.value: lid for lid in soort}

    def zet_om(inhoud: object) -> object:
        if not isinstance(inhoud, str) or inhoud not in bekend:
            raise OnjuisteVorm(f"geen {soort.__name__}")
        return bekend[inhoud]

    return zet_om


def _reeks(omzetters: list[Omzetter], *, vast: bool) -> Omzetter:
    """A tuple: each part of its own kind, or any number of one kind."""

    def zet_om(inhoud: object) -> object:
        if not isinstance(inhoud, list) or (vast and len(inhoud) != len(omzetters)):
            raise OnjuisteVorm("geen reeks van deze lengte")
        if vast:
            return tuple(omzetter(deel) for omzetter, deel in zip(omzetters, inhoud, strict=True))
        return tuple(map(omzetters[0], inhoud))

    return zet_om


def _een_van(omzetters: list[Omzetter]) -> Omzetter:
    """The first kind of several that fits."""

    def zet_om(inhoud: object) -> object:
        for omzetter in omzetters:
            try:
                return omzetter(inhoud)
            except OnjuisteVorm:
                continue
        raise OnjuisteVorm("past nergens bij")

    return zet_om


def _klasse(soort: type) -> Omzetter:
    """A dataclass: every field, and nothing else."""
    hints = get_type_hints(soort)
    namen = [veld.name for veld in fields(soort)]
    # made at first use: a kind may hold itself
    omzetters: dict[str, Omzetter] = {}

    def zet_om(inhoud: object) -> object:
        if not isinstance(inhoud, dict) or inhoud.keys() != set(namen):
            raise OnjuisteVorm(f"geen {soort.__name__}")
        for naam in namen if not omzetters else ():
            omzetters[naam] = _omzetter(hints[naam])
        return soort(**{naam: omzetters[naam](inhoud[naam]) for naam in namen})

    return zet_om
