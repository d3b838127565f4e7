"""What the tests of the lake publish, and how they look at what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.bouw.bouwen import Gebouwd, bouw
from data.bouw.maken import bouwwijze
from data.lake import lake
from data.lake.lake import Publicatie
from tests.queries.hulp import schrijf_levering
from tests.queries.schetsen import KADER


@dataclass(frozen=True)
class Boedel:
    """Leveringen in a store, and what is built of the first, of the public ones, and of all of them."""

    winkel: Path
    eerste: Gebouwd
    openbaar: Gebouwd
    alles: Gebouwd


def publiceer(waar: str, openbaar: Gebouwd, alles: Gebouwd | None = None, **anders: object) -> bool:
    """Publish built files; without `alles` all is public."""
    alles = alles or openbaar
    inhoud = Publicatie(0, openbaar.datasetversie, alles.datasetversie, bouwwijze())
    return lake.publiceer(waar, inhoud, openbaar=openbaar.bestand, alles=alles.bestand, **anders)  # type: ignore[arg-type]


def open_lake(waar: str) -> duckdb.DuckDBPyConnection:
    """A connection that reads the lake."""
    con = duckdb.connect()
    lake.open_lake(con, waar)
    return con


def gepubliceerd(waar: str) -> list[Publicatie]:
    """Every publication, the latest first."""
    with open_lake(waar) as con:
        return lake.publicaties(con)


def versies(waar: str, map_: Path) -> list[tuple[Publicatie, str, str]]:
    """Every publication, the latest first, with the datasetversie that each of its two schemas itself says it is."""
    gevonden = []
    with open_lake(waar) as con:
        for publicatie in lake.publicaties(con):
            zelf = []
            for schema, versie in ((lake.OPENBAAR, publicatie.openbaar), (lake.ALLES, publicatie.alles)):
                eigen = lake.OPENBAAR if versie == publicatie.openbaar else schema
                bestand = map_ / f"{publicatie.snapshot}-{schema}.duckdb"
                lake.haal(con, waar, publicatie, schema=eigen, bestand=bestand)
                with duckdb.connect(bestand) as los:
                    zelf += [versie for (versie,) in los.execute("select datasetversie from dataset").fetchall()]
            gevonden.append((publicatie, *zelf))
    return gevonden


def reeks(map_: Path, aantal: int) -> list[Gebouwd]:
    """As many databases, each with one levering more than the one before: of `Rapport nummer 0`, 1, 2 …."""
    gebouwd, winkel = [], map_ / "reeks"
    winkel.mkdir(parents=True)
    for nummer in range(aantal):
        rapport = f"rapport_id|titel|gepubliceerd\nr{nummer}|Rapport nummer {nummer};|2020"
        kop = f"levering_id|formaat|aanvaard_op|concept|fictief\nn{nummer}|1|2021-01-01|nee|ja"
        schets = (KADER if nummer == 0 else {}) | {"rapporten": rapport, "levering": kop}
        schrijf_levering(map_ / f"los{nummer}", schets).rename(winkel / f"n{nummer}")
        gebouwd.append(bouw([winkel], naar=map_ / f"reeks{nummer}.duckdb"))
    return gebouwd
