"""What the tests of the lake publish, and how they look at what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from data import lake
from data.bouwen import Gebouwd, bouwwijze
from data.lake import Publicatie


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
