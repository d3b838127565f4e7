"""What a part of the benchmark found: goals and figures, where all of them are kept, and which goals there are."""

from __future__ import annotations

import json
import platform
import sqlite3
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from importlib.metadata import version
from typing import Any

from tests.prestatie.gegevens import WORTEL

UITVOER = WORTEL / "build" / "benchmark.json"
GEHAALD = {True: "gehaald", False: "niet gehaald", None: "niet gemeten"}
PAKKETTEN = ("duckdb", "pandas", "polars", "psycopg", "streamlit")
OPVOLGING, PAGINAS, BOUW, BROWSER = DELEN = ("opvolging", "paginas", "bouw", "browser")
LAND = "land"
#: At which size each part has goals.
GELDT = {OPVOLGING: ("S2", "S3"), PAGINAS: ("S3",), BOUW: ("S2", "S3"), BROWSER: (LAND,)}


@dataclass(frozen=True)
class Doel:
    """A goal with its figure; `gehaald`: None where a run cannot tell. `minstens`: the figure is more than that."""

    naam: str
    doel: str
    getal: float | None
    gehaald: bool | None
    minstens: bool = False


@dataclass(frozen=True)
class Uitslag:
    """What was found: the goals, all figures as they go into the JSON, and of a goal that counts what it counts."""

    doelen: list[Doel] = field(default_factory=list)
    cijfers: dict[str, Any] = field(default_factory=dict)
    onderdelen: list[Doel] = field(default_factory=list)


def eerder() -> dict[str, Any]:
    """What earlier runs kept, per part and size."""
    alles: dict[str, Any] = json.loads(UITVOER.read_text(encoding="utf-8")) if UITVOER.exists() else {"delen": {}}
    return dict(alles["delen"])


def voeg_toe(deel: str, maat: str, uitslag: Uitslag) -> None:
    """Put what a part found at a size in the place of what was kept of it, and all goals before it."""
    delen = eerder()
    cijfers = _herkomst() | asdict(uitslag) | uitslag.cijfers
    del cijfers["cijfers"]
    delen.setdefault(deel, {})[maat] = cijfers
    doelen = [{"deel": waar, "maat": m, **asdict(doel)} for waar, m, doel in overzicht(delen)]
    UITVOER.parent.mkdir(parents=True, exist_ok=True)
    tekst = json.dumps({"doelen": doelen, "delen": delen}, ensure_ascii=False, indent=2)
    UITVOER.write_text(tekst + "\n", encoding="utf-8")


def _herkomst() -> dict[str, Any]:
    """When, and of what, figures are."""
    versie = ["git", "describe", "--always", "--dirty"]
    stand = subprocess.run(versie, cwd=WORTEL, capture_output=True, text=True, check=False).stdout.strip()
    versies = {pakket: version(pakket) for pakket in PAKKETTEN}
    versies |= {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    return {"op": datetime.now().astimezone().isoformat(timespec="minutes"), "stand": stand, "versies": versies}


def overzicht(delen: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, Doel]]:
    """Part, size and goal: every goal that was measured, and one line for each part that was not where it has goals."""
    for deel in DELEN:
        gemeten = delen.get(deel, {})
        for maat in sorted({*gemeten, *GELDT[deel]}):
            for doel in gemeten.get(maat, {}).get("doelen", []):
                yield deel, maat, Doel(**doel)
            if maat not in gemeten:
                yield deel, maat, Doel("alle doelen van dit deel", "", None, None)
    yield OPVOLGING, "S1 → S3", groei(delen.get(OPVOLGING, {}))


#: Growth from S1 to S3: time per oordeel at S3 over that at S1, at most. A tenth is noise.
GROEI = 1.1


def groei(per_maat: Mapping[str, Any]) -> Doel:
    """Whether time grows at most as the number of oordelen does. `per_maat`: what is kept of the follow-up."""
    if not {"S1", "S3"} <= set(per_maat):
        return Doel("groei van de tijd per oordeel", f"≤ {GROEI}", None, None)
    klein, groot = (per_maat[m]["medianen"]["product"] / per_maat[m]["rijen"]["oordelen"] for m in ("S1", "S3"))
    return Doel("groei van de tijd per oordeel", f"≤ {GROEI}", groot / klein, groot / klein <= GROEI)


def als_regels(doelen: Sequence[Doel]) -> list[str]:
    """Goals to read, one on a line."""
    breed = max((len(doel.naam) for doel in doelen), default=0)
    return [f"{doel.naam:{breed}}  {doel.doel:>10} {_getal(doel):>9}  {GEHAALD[doel.gehaald]}" for doel in doelen]


def _getal(doel: Doel) -> str:
    if doel.getal is None:
        return ""
    return f"{'> ' if doel.minstens else ''}{doel.getal:.2f}"


def als_overzicht(delen: Mapping[str, Mapping[str, Any]]) -> str:
    """Every goal with its figure, whatever run it is of."""
    alle = list(overzicht(delen))
    regels = als_regels([doel for _, _, doel in alle])
    regels = [f"{deel:10} {maat:7}  {regel}" for (deel, maat, _), regel in zip(alle, regels, strict=True)]
    tel = Counter(GEHAALD[doel.gehaald] for _, _, doel in alle)
    return "\n".join(["alle doelen", *regels, ", ".join(f"{tel[woord]} {woord}" for woord in GEHAALD.values())])
