"""The cells of leveringen into a database as they stand: texts only, nothing judged, nothing guessed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb

from data.leveringen import Levering
from data.vorm import VORM, VORM_KOLOMMEN, tabellen

HIER = Path(__file__).parent

#: Rows of leveringen together up to which a build writes their cells down and works in one thread.
KLEIN = 50_000
#: What cellen.sql makes of the cells, and what becomes of it where there are few.
VRAAGT, SCHRIJFT = " view ruw.cel ", " table ruw.cel "
#: Per table the first rij of each file that was read into it, with the file's name, in order.
Plaats = dict[str, list[tuple[int, str]]]


def sql(naam: str) -> str:
    """The text of data/<naam>.sql."""
    return (HIER / f"{naam}.sql").read_text(encoding="utf-8")


def voer_uit(con: duckdb.DuckDBPyConnection, *namen: str) -> None:
    """Run SQL files of data/ one after another."""
    for naam in namen:
        con.execute(sql(naam))


def laad_ruw(con: duckdb.DuckDBPyConnection, leveringen: list[Levering], tijdelijk: Path) -> Plaats:
    """Fill `ruw`, a database of its own that is thrown away, with one table of texts per file name of a levering.

    Each has the columns of vorm.csv and `rij`, its number in the table. Returns, per table, the first rij of each file
    with the name under which its faults are told.
    """
    voer_uit(con, "ruw")
    plaats: Plaats = {}
    begin: list[tuple[str, int, str]] = []
    mist: list[tuple[str]] = []
    for tabel, kolommen in tabellen().items():
        bestanden = [(b, levering.id) for levering in leveringen for b in levering.bestanden if b.tabel == tabel]
        plaats[tabel] = []
        rij = 1
        pad = tijdelijk / f"{tabel}.csv"
        with pad.open("w", encoding="utf-8", newline="") as alles:
            alles.write(",".join(kolommen) + "\n")
            for gelezen, levering_id in bestanden:
                gelezen.schrijf_rijen(alles)
                plaats[tabel].append((rij, gelezen.bestand))
                begin.append((tabel, rij, levering_id))
                mist += [(f"{tabel}.{kolom}",) for kolom in gelezen.ontbreekt]
                rij += gelezen.aantal
        tekst = _lees_csv(con, pad, dict.fromkeys(kolommen, "VARCHAR"))
        tekst.project("row_number() over () as rij, *").create(f"ruw.{tabel}")
    _lees_csv(con, VORM, dict.fromkeys(VORM_KOLOMMEN, "VARCHAR")).create("ruw.vorm")
    vul(con, "ruw.bestand", tijdelijk, begin)
    vul(con, "ruw.ontbreekt", tijdelijk, mist)
    # the controles ask for the cells five times: of few it is quicker to write them down than to plan that each time
    con.execute(sql("cellen").replace(VRAAGT, SCHRIJFT) if is_klein(leveringen) else sql("cellen"))
    return plaats


def is_klein(leveringen: Iterable[Levering]) -> bool:
    """Whether planning what to do with these leveringen takes longer than doing it."""
    return sum(gelezen.aantal for levering in leveringen for gelezen in levering.bestanden) <= KLEIN


def _lees_csv(con: duckdb.DuckDBPyConnection, pad: Path, kolommen: dict[str, str]) -> duckdb.DuckDBPyRelation:
    """The rows of one CSV file without any guessing.

    More options, a list of files or bound values would make DuckDB import pandas, which takes longer than the build.
    """
    return con.read_csv(
        str(pad), columns=kolommen, auto_detect=False, header=True, delimiter=",", quotechar='"', escapechar='"'
    )


def vul(con: duckdb.DuckDBPyConnection, tabel: str, tijdelijk: Path, rijen: Iterable[Sequence[object]]) -> None:
    """Add rows to a table by way of a CSV file."""
    doel = con.table(tabel)
    pad = tijdelijk / f"{tabel}.csv"
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand, lineterminator="\n")
        schrijver.writerow(doel.columns)
        schrijver.writerows(rijen)
    _lees_csv(con, pad, dict(zip(doel.columns, map(str, doel.types), strict=True))).insert_into(tabel)
