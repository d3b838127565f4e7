"""One build in a process of its own, so that its time and its memory are its own: `python -m … WIJZE MAP BESTAND`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import duckdb

from data.bouw.maken import INSTELLINGEN, kies, laad, maak_database, nieuw
from data.instellingen import NASLAG
from data.levering.leveringen import zoek
from data.levering.vorm import tabellen
from data.sql import voer_uit
from tests.prestatie.bouw.vragen import sql


def getoetst(leveringen: Path, bestand: Path) -> None:
    """Read the leveringen, check everything, and fill the tables of data/schema.sql: a build up to its derivation."""
    keus = kies(*zoek([*NASLAG, leveringen]), concept=False)
    with nieuw(bestand, keus) as con:
        laad(con, keus, bestand.parent)
        con.execute("checkpoint")


def ongetoetst(leveringen: Path, bestand: Path) -> None:
    """Read the same files into the same tables by data/bouw/laden.sql, and look at nothing.

    DuckDB reads all files of a kind at once, as texts without any guessing, and the statements of the product number
    them and put them in place. No look at form, no checksum, no controles: what is wrong is not told, or breaks off.
    """
    with duckdb.connect(bestand, config=INSTELLINGEN) as con:
        voer_uit(con, "schema", "afleiding/macros", "bouw/ruw")
        for tabel, kolommen in tabellen().items():
            paden = [str(pad) for map_ in _mappen([*NASLAG, leveringen]) if (pad := map_ / f"{tabel}.csv").exists()]
            if not paden:
                con.execute(sql("ongetoetst_leeg").format(tabel=tabel, kolommen=_met_type(kolommen, " ")))
                continue
            namen = f"{{{_met_type(kolommen, ': ', soort=repr('varchar'))}}}"
            con.execute(sql("ongetoetst_tabel").format(tabel=tabel, paden=paden, kolommen=namen))
        con.execute(sql("bestand"), [1, "alle"])
        voer_uit(con, "bouw/laden")
        con.execute("checkpoint")


def geheel(leveringen: Path, bestand: Path) -> None:
    """The whole build: checked, derived, and verified."""
    maak_database(bestand, kies(*zoek([*NASLAG, leveringen]), concept=False))


WIJZEN: dict[str, Callable[[Path, Path], None]] = {f.__name__: f for f in (getoetst, ongetoetst, geheel)}


def _mappen(mappen: Iterable[Path]) -> list[Path]:
    """The folders of leveringen, in the order in which a build reads them."""
    return sorted((kop.parent for map_ in mappen for kop in map_.rglob("levering.csv")), key=lambda map_: map_.name)


def _met_type(kolommen: Iterable[str], teken: str, soort: str = "varchar") -> str:
    return ", ".join(f"{kolom}{teken}{soort}" for kolom in kolommen)


def _piek() -> int:
    """The most memory that this process had in use, in bytes: getrusage would also count what its parent had."""
    (regel,) = (r for r in Path("/proc/self/status").read_text(encoding="utf-8").splitlines() if r.startswith("VmHWM:"))
    return int(regel.split()[1]) * 1024


def main() -> None:
    """Build one way, and print as JSON: seconds (clock, processor) and the most memory in use (bytes)."""
    wijze, leveringen, bestand = sys.argv[1:]
    wand, cpu = time.perf_counter(), time.process_time()
    WIJZEN[wijze](Path(leveringen), Path(bestand))
    uitslag = {"wand": time.perf_counter() - wand, "cpu": time.process_time() - cpu, "piek": _piek()}
    sys.stdout.write(json.dumps(uitslag))


if __name__ == "__main__":
    main()
