"""What the store knows for a voorstel: a levering that is put right counts as not there yet."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from data.rapporten.bekend import Bekend
from data.rapporten.voorstel.model import Voorstel

P = ParamSpec("P")
R = TypeVar("R")


def zonder_wat_wordt_verbeterd(functie: Callable[P, R]) -> Callable[P, R]:
    """The same function, for which what is known leaves out the levering that its voorstel puts right.

    Otherwise the rows that are put right would stand in their own way: as another rapport, as metingen that are there.
    """
    los = cast("Callable[..., R]", functie)

    @wraps(functie)
    def met_kennis(*args: object, **benoemd: object) -> R:
        eigen = next((w.kop["correctie"] for w in [*args, *benoemd.values()] if isinstance(w, Voorstel)), "")

        def kennis(waarde: object) -> object:
            return waarde.zonder(eigen) if isinstance(waarde, Bekend) else waarde

        return los(*map(kennis, args), **{naam: kennis(waarde) for naam, waarde in benoemd.items()})

    return cast("Callable[P, R]", met_kennis)
