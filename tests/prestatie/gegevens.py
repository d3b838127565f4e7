"""The data of a benchmark: fictional leveringen of a size, in the filled tables of data/schema.sql."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from data.instellingen import NASLAG
from data.levering.vorm import tabellen
from data.sql import voer_uit
from data.voorbeeld import maak

WORTEL = Path(__file__).parents[2]
MAP = WORTEL / "build" / "prestatie"
SQL = Path(__file__).with_name("sql")
ZAAD = 6


@dataclass(frozen=True)
class Maat:
    """How many gemeenten over how many years make about so many oordelen."""

    naam: str
    gemeenten: int
    jaren: int


#: S1 ≈ 133,000, S2 ≈ 1 million, S3 ≈ 10 million oordelen. Codes of gemeenten have four digits, and what merged away
#: takes a sixth on top: beyond some 8,600 gemeenten only more years make more oordelen.
MATEN = {
    maat.naam: maat for maat in (Maat("S0", 12, 20), Maat("S1", 358, 20), Maat("S2", 2650, 20), Maat("S3", 8600, 61))
}


def sql(naam: str) -> str:
    """The text of sql/<naam>.sql beside this file."""
    return (SQL / f"{naam}.sql").read_text(encoding="utf-8")


def gevuld(maat: Maat) -> Path:
    """A database with the filled tables of this size and nothing derived; made once, then kept under build/."""
    doel = MAP / f"{maat.naam}-{maat.gemeenten}x{maat.jaren}-{ZAAD}.duckdb"
    if not doel.exists():
        bron_ = leveringen(maat)
        nieuw = doel.with_suffix(".nieuw")
        nieuw.unlink(missing_ok=True)
        with duckdb.connect(nieuw) as con:
            vul(con, bron_)
        nieuw.replace(doel)
    return doel


def leveringen(maat: Maat) -> Path:
    """A folder with fictional leveringen of this size; made once, then kept under build/."""
    doel = MAP / "leveringen" / f"{maat.naam}-{maat.gemeenten}x{maat.jaren}-{ZAAD}"
    if not doel.exists():
        nieuw = doel.with_name(f"{doel.name}.nieuw")
        shutil.rmtree(nieuw, ignore_errors=True)
        maak(nieuw, gemeenten=maat.gemeenten, jaren=maat.jaren, zaad=ZAAD)
        nieuw.rename(doel)
    return doel


def vul(con: duckdb.DuckDBPyConnection, map_: Path) -> None:
    """Load leveringen without the checks of a build, which at ten million rows would be most of the wait."""
    con.execute("set threads = 1")  # rows keep the order of their files
    voer_uit(con, "schema", "afleiding/macros", "bouw/ruw")
    for tabel, kolommen in tabellen().items():
        typen = ", ".join(f"{kolom} varchar" for kolom in kolommen)
        con.execute(sql("ruw_leeg").format(tabel=tabel, kolommen=typen))
        paden = sorted(str(pad) for waar in (*NASLAG, map_) for pad in waar.rglob(f"{tabel}.csv"))
        if paden:
            con.execute(sql("ruw_tabel").format(tabel=tabel), {"paden": paden})
    con.execute(sql("ruw_bestand"))
    voer_uit(con, "bouw/laden")
    con.execute("checkpoint")


@dataclass(frozen=True)
class Bron:
    """The tables that every engine starts from: with numbers as keys, and the same with texts."""

    getallen: dict[str, pa.Table]
    woorden: dict[str, pa.Table]


def bron(con: duckdb.DuckDBPyConnection) -> Bron:
    """Read them from a filled database."""
    return Bron(_lees(con, "bron_getallen"), _lees(con, "bron_woorden"))


def _lees(con: duckdb.DuckDBPyConnection, naam: str) -> dict[str, pa.Table]:
    """The answers to the queries of a file, each under the name in the comment before it (`-- naam: …`)."""
    delen = sql(naam).split("-- naam: ")[1:]
    return {deel.split("\n", 1)[0].strip(): con.execute(deel.split("\n", 1)[1]).to_arrow_table() for deel in delen}
