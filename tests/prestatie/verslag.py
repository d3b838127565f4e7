"""What a run found, as a table and as JSON."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from tests.prestatie import deelnemers as wie
from tests.prestatie.doelen import doelen, groei
from tests.prestatie.fouten import Aandeel
from tests.prestatie.gegevens import Maat
from tests.prestatie.meten import Gemeten
from tests.prestatie.uitslag import Doel, als_regels, bewaar, eerder

PAKKETTEN = ("duckdb", "pandas", "polars", "psycopg")


def vastleggen(
    maat: Maat, rijen: dict[str, int], gemeten: Sequence[Gemeten], fouten: Sequence[Aandeel], belasting: list[float]
) -> dict[str, Any]:
    """Put the run of a size beside those of other sizes in the file; all of it."""
    medianen = {g.naam: g.mediaan for g in gemeten}
    alles = eerder()
    alles["versies"] = {pakket: version(pakket) for pakket in PAKKETTEN} | {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }
    alles.setdefault("maten", {})[maat.naam] = {
        "gemeenten": maat.gemeenten,
        "jaren": maat.jaren,
        "rijen": rijen,
        "belasting": belasting,
        "rondes": len(gemeten[0].seconden),
        "seconden": {g.naam: g.seconden for g in gemeten},
        "medianen": medianen,
        "fouten": [asdict(fout) for fout in fouten],
        "doelen": [asdict(doel) for doel in doelen(medianen)],
    }
    product = {
        naam: {"seconden": m["medianen"][wie.PRODUCT], "oordelen": m["rijen"]["oordelen"]}
        for naam, m in alles["maten"].items()
    }
    alles["groei"] = asdict(groei(product))
    bewaar(alles)
    return alles


def als_tabel(alles: dict[str, Any], maat: Maat) -> str:
    """What was found at a size, to read."""
    deze = alles["maten"][maat.naam]
    r = deze["rijen"]
    zelf = deze["medianen"][wie.PRODUCT]
    regels = [
        f"{maat.naam}: {r['oordelen']} oordelen, {r['opvolging']} stappen, {r['matrix']} vakken; belasting "
        f"{deze['belasting'][0]}; mediaan van {deze['rondes']}; alle antwoorden gelijk",
        "",
        f"{'volledige opvolging + matrix':40} {'ms':>9} {'× product':>10}",
    ]
    regels += [f"{naam:40} {s * 1000:9.0f} {s / zelf:10.2f}" for naam, s in deze["medianen"].items()]
    regels += ["", f"{'doel (geldt bij S3)':52} {'':>7} {'gemeten':>8}"]
    regels += als_regels([Doel(**doel) for doel in [*deze["doelen"], alles["groei"]]])
    regels += ["", "makkelijk fout: verbeterpunten met een verkeerde status"]
    regels += [_fout(Aandeel(**fout)) for fout in deze["fouten"]]
    return "\n".join(regels)


def _fout(fout: Aandeel) -> str:
    teveel = fout.fout_opgepakt / fout.opgepakt - 1
    deel = fout.verkeerd / fout.verbeterpunten
    return f"{fout.naam:40} {deel:9.1%} van {fout.verbeterpunten}; opgepakt {teveel:+.1%}"
