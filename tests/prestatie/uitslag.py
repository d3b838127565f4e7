"""What a part of the benchmark found: goals and figures, and where all of them are kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.prestatie.gegevens import WORTEL

UITVOER = WORTEL / "build" / "benchmark.json"
GEHAALD = {True: "gehaald", False: "niet gehaald", None: "niet gemeten"}


@dataclass(frozen=True)
class Doel:
    """A goal with its figure; `gehaald` is None where this run cannot tell."""

    naam: str
    doel: str
    getal: float | None
    gehaald: bool | None


@dataclass(frozen=True)
class Uitslag:
    """What was found: the goals, and all figures as they go into the JSON."""

    doelen: list[Doel] = field(default_factory=list)
    cijfers: dict[str, Any] = field(default_factory=dict)


def eerder() -> dict[str, Any]:
    """What earlier runs kept."""
    alles: dict[str, Any] = json.loads(UITVOER.read_text(encoding="utf-8")) if UITVOER.exists() else {}
    return alles


def bewaar(alles: dict[str, Any]) -> None:
    """Keep what was found, in place of what earlier runs kept."""
    UITVOER.parent.mkdir(parents=True, exist_ok=True)
    UITVOER.write_text(json.dumps(alles, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def voeg_toe(deel: str, maat: str, uitslag: Uitslag) -> None:
    """Put what a part found at a size beside what is kept of the others."""
    alles = eerder()
    cijfers = {"doelen": [asdict(doel) for doel in uitslag.doelen], **uitslag.cijfers}
    alles.setdefault("delen", {}).setdefault(deel, {})[maat] = cijfers
    bewaar(alles)


def als_regels(doelen: Sequence[Doel]) -> list[str]:
    """Goals to read, one on a line."""
    breed = max((len(doel.naam) for doel in doelen), default=0)
    return [
        f"{doel.naam:{breed}}  {doel.doel:>10} {'' if doel.getal is None else f'{doel.getal:.2f}':>9}  "
        f"{GEHAALD[doel.gehaald]}"
        for doel in doelen
    ]
