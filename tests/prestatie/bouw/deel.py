"""The part of the benchmark about building: validated against unvalidated, in turn, and what it takes."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import duckdb

from tests.prestatie.bouw import uitvoer
from tests.prestatie.bouw.maten import leveringen, sql
from tests.prestatie.gegevens import MAP, WORTEL, Maat
from tests.prestatie.meten import Verschil
from tests.prestatie.uitslag import Doel, Uitslag

WIJZEN = ("ongetoetst", "getoetst", "geheel")
#: At most so many times as long as an unvalidated read, bytes per oordeel with its text, and bytes of memory (at S3).
KEER, BYTES, PIEK = 1.5, 80, 4 * 1024**3
TABELLEN = ("opslag.oordeel", "opslag.meting", "opslag.bevinding")


def draai(maat: Maat, rondes: int) -> Uitslag:
    """Check that both hold the same, then build each way in turn. Raises Verschil."""
    bron = leveringen(maat)
    MAP.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=MAP, prefix="bouw-") as tijdelijk:
        oordelen, grootte = _controleer(bron, Path(tijdelijk))
        gemeten: dict[str, list[dict[str, float]]] = {wijze: [] for wijze in WIJZEN}
        for ronde in range(rondes):
            for wijze in WIJZEN:
                gemeten[wijze].append(_bouw(wijze, bron, Path(tijdelijk) / f"{wijze}-{ronde}"))
        csv = uitvoer.meet(Path(tijdelijk) / "geheel" / "proef.duckdb", Path(tijdelijk), rondes)
    medianen = {
        wijze: {wat: median(r[wat] for r in rijen) for wat in ("wand", "cpu", "piek")}
        for wijze, rijen in gemeten.items()
    }
    keer = medianen["getoetst"]["cpu"] / medianen["ongetoetst"]["cpu"]
    piek = max(r["piek"] for r in gemeten["geheel"])
    bytes_per = grootte / oordelen
    doelen = [
        Doel("getoetst / ongetoetst (processortijd)", f"≤ {KEER}", keer, keer <= KEER),
        Doel("bytes op schijf per oordeel", f"≤ {BYTES}", bytes_per, bytes_per <= BYTES),
        Doel("piek in het geheugen (GB, geldt bij S3)", "≤ 4", piek / 1024**3, piek <= PIEK),
    ]
    for vraag, tijden in csv.items():
        csv_keer = uitvoer.keer(tijden)
        doelen.append(Doel(f"CSV van {vraag} / kale COPY (processor)", f"≤ {KEER}", csv_keer, csv_keer <= KEER))
    cijfers = {
        "csv": csv,
        "oordelen": oordelen,
        "bytes": grootte,
        "rondes": rondes,
        "medianen": medianen,
        "gemeten": gemeten,
    }
    return Uitslag(doelen, cijfers)


def _controleer(bron: Path, map_: Path) -> tuple[int, int]:
    """How many oordelen there are, and bytes of the whole database. Raises Verschil where two ways differ."""
    sommen, grootte = {}, 0
    for wijze in WIJZEN:
        _bouw(wijze, bron, map_ / wijze, blijft=True)
        with duckdb.connect(map_ / wijze / "proef.duckdb", read_only=True) as con:
            vragen = [sql("vingerafdruk").format(tabel=tabel) for tabel in TABELLEN]
            sommen[wijze] = [con.execute(vraag).fetchone() for vraag in vragen]
        grootte = (map_ / wijze / "proef.duckdb").stat().st_size
        if wijze != "geheel":
            (map_ / wijze / "proef.duckdb").unlink()
    if len(set(map(str, sommen.values()))) > 1:
        raise Verschil(str(sommen))
    (oordelen, _) = sommen["geheel"][0] or (0, 0)
    return oordelen, grootte


def _bouw(wijze: str, bron: Path, map_: Path, *, blijft: bool = False) -> dict[str, float]:
    """Build in a child process, into a folder of its own; what it took."""
    map_.mkdir()
    opdracht = [sys.executable, "-m", "tests.prestatie.bouw.kind", wijze, str(bron), str(map_ / "proef.duckdb")]
    klaar = subprocess.run(opdracht, cwd=WORTEL, check=True, capture_output=True, text=True)
    if not blijft:
        (map_ / "proef.duckdb").unlink()
    uitslag: dict[str, float] = json.loads(klaar.stdout)
    return uitslag
