"""How many random examples a test tries: few in an ordinary run, as many more as VERBETERPUNTEN_VOORBEELDEN says.

What is tried is the same every time; another VERBETERPUNTEN_ZAAD (a number) gives other examples.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

#: Times the ordinary number: 50 goes fifty times as far.
KEER = int(os.environ.get("VERBETERPUNTEN_VOORBEELDEN", "1"))
#: The number that `make duurtest` gives; `Eigenschap.lang` is what is tried then.
DUURTEST = 20
_ZAAD = os.environ.get("VERBETERPUNTEN_ZAAD")

Toets = Callable[..., None]


def voorbeelden(gewoon: int) -> int:
    """The number of examples of a test that tries `gewoon` of them in an ordinary run."""
    return gewoon * KEER


@dataclass
class Eigenschap:
    """A property tried on random examples: of which part, on how many in a long run, and on how many just now."""

    deel: str
    lang: int
    geteld: int = 0


#: Every property by the name of its test, as soon as the module of the test is there.
EIGENSCHAPPEN: dict[str, Eigenschap] = {}


def eigenschap(deel: str, *, gewoon: int, lang: int, **gegeven: Any) -> Callable[[Toets], Toets]:  # noqa: ANN401
    """Try a test on random examples, of these strategies by name, and hold that it really saw as many.

    `gewoon` in an ordinary run; in a long one, which is then the only kind that runs it, `lang`.
    """
    aantal = gewoon if KEER == 1 else lang * KEER // DUURTEST

    def maak(toets: Toets) -> Toets:
        eigen = EIGENSCHAPPEN[f"{toets.__module__}::{toets.__name__}"] = Eigenschap(deel, lang)

        @wraps(toets)
        def tel(*args: object, **waarden: object) -> None:
            eigen.geteld += 1
            toets(*args, **waarden)

        keuze = settings(
            max_examples=aantal,
            deadline=None,
            derandomize=_ZAAD is None,
            database=None,
            phases=(Phase.explicit, Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        probeer = keuze(given(**gegeven)(tel))
        if _ZAAD is not None:
            probeer = seed(int(_ZAAD))(probeer)

        @wraps(probeer)
        def draai(*args: object, **waarden: object) -> None:
            eigen.geteld = 0
            probeer(*args, **waarden)
            assert eigen.geteld >= aantal, f"{eigen.geteld} voorbeelden in plaats van {aantal}"

        # of a fixture that is large, a finding shows only the beginning
        kalm: Toets = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")(draai)
        lang_of_kort: Toets = pytest.mark.duur(kalm) if KEER > 1 else kalm
        return lang_of_kort

    return maak
