"""`python -m tests.prestatie.lake`: what a lake costs beside a file, the figures of docs/schaal.md.

Three ways to the same answers: the built file of one machine, the copy that a machine keeps of the lake (what the
product does), and the tables of the lake itself, which the product does not ask. Each question in turn, medians.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import duckdb
import pandas as pd

from data.bouw.maken import INSTELLINGEN, TELLING, VIEWS, leid_af
from data.gebouwd.openen import open_lezend
from data.lake import lake
from data.sql import voer_uit
from queries.loper import gebonden
from tests.postgres import KAAL, draai, programma
from tests.prestatie.gegevens import MAP, MATEN, Maat, gevuld
from tests.prestatie.meten import belasting
from tests.queries.hulp import ALLES

#: Light ones that every page asks, and the counting ones of Opvolging and Overzicht.
VRAGEN = ("themas", "kaders", "periodes", "open_nu", "totalen", "statussen_per_thema")
INHOUD = lake.Publicatie(0, "maat", "maat", "zo")
#: A disk that is waited for, as in use.
ECHT = KAAL | {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


def _afgeleid(maat: Maat) -> Path:
    """The whole database of a size; made once."""
    doel = MAP / f"afgeleid_{maat.naam}.duckdb"
    if not doel.exists():
        nieuw = doel.with_suffix(".nieuw")
        nieuw.unlink(missing_ok=True)
        with duckdb.connect(nieuw, config=INSTELLINGEN | {"memory_limit": "6GB"}) as con:
            con.execute(f"attach '{gevuld(maat)}' as gevuld (read_only)")
            lake.kopieer(con, "gevuld.opslag", f"{doel.stem}.opslag")
            con.execute("detach gevuld")
            voer_uit(con, "afleiding/macros")
            leid_af(con)
            voer_uit(con, *TELLING, *VIEWS)
        nieuw.replace(doel)
    return doel


@contextmanager
def _gemeten(cijfers: dict[str, list[float]], naam: str) -> Iterator[None]:
    """Note the seconds of a block, on the clock and of this process."""
    begin, eerst = time.perf_counter(), _processor()
    yield
    cijfers.setdefault(naam, []).append(time.perf_counter() - begin)
    cijfers.setdefault(f"{naam} (processor)", []).append(_processor() - eerst)


def _processor() -> float:
    gebruik = resource.getrusage(resource.RUSAGE_SELF)
    return gebruik.ru_utime + gebruik.ru_stime


def _rechtstreeks(waar: str, parquet: Path) -> duckdb.DuckDBPyConnection:
    """The lake itself, pinned and locked, with the product's views over it."""
    con = duckdb.connect()
    lake.open_lake(con, waar, "read_only, snapshot_version 1")
    con.execute("create schema opslag")
    for (tabel,) in con.execute("select table_name from duckdb_tables() where database_name = 'lake'").fetchall():
        con.execute(f"create view opslag.{tabel} as from lake.openbaar.{tabel}")
    voer_uit(con, "afleiding/macros", *VIEWS)
    con.execute(f"set temp_directory = ''; set allowed_directories = ['{parquet}/']")
    con.execute("set enable_external_access = false; set lock_configuration = true")
    return con


def _vraag(con: duckdb.DuckDBPyConnection, naam: str, kader: str) -> pd.DataFrame:
    tekst, waarden = gebonden(naam, ALLES | {"kader": kader})
    with con.cursor() as cursor:
        return cursor.execute(tekst, waarden).df()


def _beheer(waar: str, bestand: Path, map_: Path, rondes: int) -> dict[str, list[float]]:
    """Publish and follow, round after round: every time all tables anew."""
    cijfers: dict[str, list[float]] = {}
    for ronde in range(rondes):
        with _gemeten(cijfers, "publiceren"):
            lake.publiceer(
                waar, lake.Publicatie(0, f"v{ronde}", f"v{ronde}", "zo"), openbaar=bestand, alles=bestand,
                bestanden=map_ / "parquet", minder=True,
            )  # fmt: skip
        with duckdb.connect(config=INSTELLINGEN | {"threads": 1}) as con:
            with _gemeten(cijfers, "het lake openen"):
                lake.open_lake(con, waar)
            with _gemeten(cijfers, "kijken of er iets nieuws is"):
                lake.laatste_snapshot(con)
            terug = map_ / "kopie.duckdb"
            terug.unlink(missing_ok=True)
            with _gemeten(cijfers, "overnemen"):
                lake.haal(con, waar, lake.publicaties(con)[0], schema=lake.OPENBAAR, bestand=terug)
    return cijfers


def _vragen(wegen: dict[str, duckdb.DuckDBPyConnection], rondes: int) -> dict[str, dict[str, float]]:
    """Milliseconds per question and way; raises AssertionError when two ways answer differently."""
    ((kader,),) = wegen["bestand"].execute("select min(kader_id) from opslag.kader").fetchall()
    uitslag = {}
    for vraag in VRAGEN:
        goed = _vraag(wegen["bestand"], vraag, kader)
        for con in wegen.values():
            pd.testing.assert_frame_equal(_vraag(con, vraag, kader), goed)
        tijden: dict[str, list[float]] = {weg: [] for weg in wegen}
        for _ in range(rondes):
            for weg, con in wegen.items():
                begin = time.perf_counter()
                _vraag(con, vraag, kader)
                tijden[weg].append(1000 * (time.perf_counter() - begin))
        uitslag[vraag] = {weg: round(median(reeks), 1) for weg, reeks in tijden.items()}
    return uitslag


def meet(maat: Maat, rondes: int) -> dict[str, object]:
    """Every figure of one size: seconds of publishing and following, megabytes, milliseconds per question."""
    bestand = _afgeleid(maat)
    with tempfile.TemporaryDirectory(prefix="lake-") as tijdelijk, draai(ECHT) as server:
        map_, adres = Path(tijdelijk), server.database("lake")
        waar = lake.SOORT + adres
        cijfers = _beheer(waar, bestand, map_, rondes)
        grootte: Callable[[Path], float] = lambda pad: sum(f.stat().st_size for f in pad.rglob("*.parquet")) / 1e6  # noqa: E731
        omvang = {
            "bestand": bestand.stat().st_size / 1e6,
            "kopie": (map_ / "kopie.duckdb").stat().st_size / 1e6,
            "parquet per publicatie": grootte(map_ / "parquet") / rondes,
            "catalogus": _catalogus(adres),
        }
        wegen = {
            "bestand": open_lezend(bestand),
            "kopie": open_lezend(map_ / "kopie.duckdb"),
            "rechtstreeks": _rechtstreeks(waar, map_ / "parquet"),
        }
        vragen = _vragen(wegen, rondes)
        for con in wegen.values():
            con.close()
    seconden = {naam: round(median(reeks), 3) for naam, reeks in cijfers.items()}
    megabytes = {naam: round(getal, 1) for naam, getal in omvang.items()}
    return {"seconden": seconden, "megabytes": megabytes, "milliseconden": vragen, "belasting": belasting()}


def _catalogus(adres: str) -> float:
    """Megabytes of the database of the catalog."""
    vraag = "select pg_database_size(current_database())"
    uit = subprocess.run([programma("psql"), "-tAc", vraag, adres], check=True, capture_output=True, text=True)
    return int(uit.stdout) / 1e6


def main() -> None:
    """Print the figures of each size as JSON."""
    lezer = argparse.ArgumentParser(prog="python -m tests.prestatie.lake", description="Wat kost een lake?")
    lezer.add_argument("--maat", nargs="+", choices=sorted(MATEN), default=["S1"])
    lezer.add_argument("--rondes", type=int, default=7, help="hoe vaak alles wordt gemeten (anders: 7)")
    keuze = lezer.parse_args()
    uitslag = {naam: meet(MATEN[naam], keuze.rondes) for naam in keuze.maat}
    print(json.dumps(uitslag, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
