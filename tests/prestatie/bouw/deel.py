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
from tests.prestatie.bouw.vragen import sql
from tests.prestatie.gegevens import MAP, WORTEL, Maat, leveringen
from tests.prestatie.meten import Verschil, hoe_vaak
from tests.prestatie.uitslag import Doel, Uitslag

GEHEEL = "geheel"
WIJZEN = ("ongetoetst", "getoetst", GEHEEL)
#: At most so many times as long as an unvalidated read, bytes per oordeel with its text, and bytes of memory (at S3).
KEER, BYTES, PIEK = 1.5, 80, 4 * 1024**3
#: Oordelen up to which CSV is measured. Its goal is for a million rows; both ways sort them all, in memory.
CSV_TOT = 2_000_000
TABELLEN = ("opslag.oordeel", "opslag.meting", "opslag.bevinding")


def draai(maat: Maat, rondes: int) -> Uitslag:
    """Check that all hold the same, then build each way in turn; what takes long fewer times. Raises Verschil."""
    bron = leveringen(maat)
    MAP.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=MAP, prefix="bouw-") as tijdelijk:
        oordelen, grootte, eerste = _controleer(bron, Path(tijdelijk))
        gemeten = _meet(bron, Path(tijdelijk), rondes, eerste)
        gebouwd = Path(tijdelijk) / GEHEEL / "proef.duckdb"
        csv = uitvoer.meet(gebouwd, Path(tijdelijk), rondes) if oordelen <= CSV_TOT else {}
    medianen = {
        wijze: {wat: median(r[wat] for r in rijen) for wat in ("wand", "cpu", "piek")}
        for wijze, rijen in gemeten.items()
    }
    keer = medianen["getoetst"]["cpu"] / medianen["ongetoetst"]["cpu"]
    piek = max(r["piek"] for r in [eerste[GEHEEL], *gemeten[GEHEEL]])
    bytes_per = grootte / oordelen
    doelen = [
        Doel("getoetst / ongetoetst (processortijd)", f"≤ {KEER}", keer, keer <= KEER),
        Doel("bytes op schijf per oordeel (bij S1 vooral de landkaart)", f"≤ {BYTES}", bytes_per, bytes_per <= BYTES),
        Doel("piek in het geheugen (GB, geldt bij S3)", "≤ 4", piek / 1024**3, piek <= PIEK),
    ]
    for vraag, tijden in csv.items():
        csv_keer = uitvoer.keer(tijden)
        doelen.append(Doel(f"CSV van {vraag} / kale COPY (processor)", f"≤ {KEER}", csv_keer, csv_keer <= KEER))
    cijfers = {
        "csv": csv,
        "oordelen": oordelen,
        "bytes": grootte,
        "rondes": {wijze: len(rijen) for wijze, rijen in gemeten.items()},
        "medianen": medianen,
        "gemeten": gemeten,
    }
    return Uitslag(doelen, cijfers)


def _meet(
    bron: Path, map_: Path, rondes: int, eerste: dict[str, dict[str, float]]
) -> dict[str, list[dict[str, float]]]:
    """Per way what each build took. The one that was checked counts where it takes so long that it is the only one."""
    gemeten: dict[str, list[dict[str, float]]] = {wijze: [] for wijze in WIJZEN}
    keer = {wijze: hoe_vaak(eerste[wijze]["wand"], rondes) for wijze in WIJZEN}
    # beside each other in one ratio: as often, and in turn
    keer["getoetst"] = keer["ongetoetst"] = min(keer["getoetst"], keer["ongetoetst"])
    for ronde in range(rondes):
        for wijze in WIJZEN:
            if keer[wijze] == 1 < rondes:
                gemeten[wijze] = [eerste[wijze]]
            elif ronde < keer[wijze]:
                gemeten[wijze].append(_bouw(wijze, bron, map_ / f"{wijze}-{ronde}"))
    return gemeten


def _controleer(bron: Path, map_: Path) -> tuple[int, int, dict[str, dict[str, float]]]:
    """How many oordelen, bytes of the whole database, and what each way took. Raises Verschil where two ways differ."""
    sommen, grootte, eerste = {}, 0, {}
    for wijze in WIJZEN:
        eerste[wijze] = _bouw(wijze, bron, map_ / wijze, blijft=True)
        with duckdb.connect(map_ / wijze / "proef.duckdb", read_only=True) as con:
            vragen = [sql("vingerafdruk").format(tabel=tabel) for tabel in TABELLEN]
            sommen[wijze] = [con.execute(vraag).fetchone() for vraag in vragen]
        grootte = (map_ / wijze / "proef.duckdb").stat().st_size
        if wijze != GEHEEL:
            (map_ / wijze / "proef.duckdb").unlink()
    if len(set(map(str, sommen.values()))) > 1:
        raise Verschil(str(sommen))
    (oordelen, _) = sommen[GEHEEL][0] or (0, 0)
    return oordelen, grootte, eerste


def _bouw(wijze: str, bron: Path, map_: Path, *, blijft: bool = False) -> dict[str, float]:
    """Build in a child process, into a folder of its own; what it took."""
    map_.mkdir()
    opdracht = [sys.executable, "-m", "tests.prestatie.bouw.kind", wijze, str(bron), str(map_ / "proef.duckdb")]
    klaar = subprocess.run(opdracht, cwd=WORTEL, check=True, capture_output=True, text=True)
    if not blijft:
        (map_ / "proef.duckdb").unlink()
    uitslag: dict[str, float] = json.loads(klaar.stdout)
    return uitslag
