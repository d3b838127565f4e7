"""The cells of leveringen into a database as they stand: texts only, nothing judged, nothing guessed."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import duckdb

from data.levering.leveringen import Levering
from data.levering.vorm import VORM, VORM_KOLOMMEN, Gelezen, tabellen, vorm
from data.sql import letterlijk, sjabloon, voer_uit

#: Rows of leveringen together up to which a build works in one thread.
KLEIN = 50_000
#: Rows of a table up to which all its cells are written down for the controles.
KLEINE_TABEL = 2_000
#: Per table the first rij of each file that was read into it, with the file's name, in order.
Plaats = dict[str, list[tuple[int, str]]]


def laad_ruw(con: duckdb.DuckDBPyConnection, leveringen: list[Levering], tijdelijk: Path) -> Plaats:
    """Fill `ruw`, a database of its own that is thrown away, with one table of texts per file name of a levering.

    Each has the columns of vorm.csv and `rij`, its number in the table. Returns, per table, the first rij of each file
    with the name under which its faults are told.
    """
    voer_uit(con, "bouw/ruw")
    plaats: Plaats = {}
    aantallen: dict[str, int] = {}
    begin: list[tuple[str, int, str]] = []
    mist: list[tuple[str]] = []
    for tabel in tabellen():
        bestanden = [(b, levering.id) for levering in leveringen for b in levering.bestanden if b.tabel == tabel]
        plaats[tabel] = []
        rij = 1
        for gelezen, levering_id in bestanden:
            plaats[tabel].append((rij, gelezen.bestand))
            begin.append((tabel, rij, levering_id))
            mist += [(f"{tabel}.{kolom}",) for kolom in gelezen.ontbreekt]
            rij += gelezen.aantal
        aantallen[tabel] = rij - 1
        _lees_tabel(con, tabel, [gelezen for gelezen, _ in bestanden], tijdelijk)
    con.execute(sjabloon("bouw/ruw_tabel").substitute(_bron("vorm", [VORM], VORM_KOLOMMEN)))
    vul(con, "ruw.bestand", tijdelijk, begin)
    vul(con, "ruw.ontbreekt", tijdelijk, mist)
    _kies_cellen(con, aantallen)
    return plaats


def is_klein(leveringen: Iterable[Levering]) -> bool:
    """Whether planning what to do with these leveringen takes longer than doing it."""
    return sum(gelezen.aantal for levering in leveringen for gelezen in levering.bestanden) <= KLEIN


def _lees_tabel(con: duckdb.DuckDBPyConnection, tabel: str, bestanden: list[Gelezen], tijdelijk: Path) -> None:
    """Make the table of all files of one kind; DuckDB reads those that are in the form of vorm.csv where they lie.

    Raises RuntimeError when it does not find one row per line.
    """
    paden = []
    for nummer, gelezen in enumerate(bestanden):
        paden.append(gelezen.pad if gelezen.zoals_vorm else tijdelijk / f"{tabel}-{nummer}.csv")
        if not gelezen.zoals_vorm:
            _schrijf_csv(paden[-1], tabellen()[tabel], gelezen.rijen())
    if not paden:
        paden = [tijdelijk / f"{tabel}.csv"]
        _schrijf_csv(paden[0], tabellen()[tabel], ())
    (gevonden,) = (
        con.execute(sjabloon("bouw/ruw_tabel").substitute(_bron(tabel, paden, tabellen()[tabel]))).fetchone() or ()
    )
    if gevonden != sum(gelezen.aantal for gelezen in bestanden):
        raise RuntimeError(f"van {tabel} zijn {gevonden} rijen gelezen")


def _bron(tabel: str, paden: Iterable[Path], kolommen: Iterable[str]) -> dict[str, str]:
    """What ruw_tabel.sql is to fill in.

    With bound values DuckDB would import pandas, which takes longer than a small build.
    """
    namen = ", ".join(f"'{letterlijk(_zonder_jokers(pad))}'" for pad in paden)
    typen = ", ".join(f"{kolom}: 'VARCHAR'" for kolom in kolommen)
    return {"tabel": tabel, "paden": f"[{namen}]", "kolommen": f"{{{typen}}}"}


def _zonder_jokers(pad: Path) -> str:
    """A path in which DuckDB takes no character for a wild card."""
    return re.sub(r"[*?\[]", r"[\g<0>]", str(pad))


def _kies_cellen(con: duckdb.DuckDBPyConnection, aantallen: Mapping[str, int]) -> None:
    """Write down in ruw.cel the cells that the controles look at.

    Of a table with few rows these are all, of a large one those in rows that a quick look finds something in.
    """
    bronnen: dict[str, str] = {}
    for tabel, aantal in aantallen.items():
        if aantal > KLEINE_TABEL:
            delen = [sjabloon(naam).substitute(tabel=tabel, **waarden) for naam, waarden in _regels(tabel)]
            con.execute(sjabloon("controles/verdacht").substitute(tabel=tabel, rijen="\nunion all\n".join(delen)))
        if aantal or not bronnen:  # one at least: without any table there would be no query
            bronnen[tabel] = f"verdacht_{tabel}" if aantal > KLEINE_TABEL else tabel
    delen = [sjabloon("controles/cellen_tabel").substitute(tabel=tabel, bron=bron) for tabel, bron in bronnen.items()]
    con.execute(sjabloon("controles/cellen").substitute(cellen="\nunion all\n".join(delen)))


def _regels(tabel: str) -> Iterator[tuple[str, dict[str, str]]]:
    """What a quick look asks of a large table: the name of a SQL file, and what it is to fill in."""
    regels = [regel for regel in vorm() if regel["tabel"] == tabel]
    sleutel = ", ".join(regel["kolom"] for regel in regels if regel["sleutel"] == "ja")
    yield "controles/verdacht_sleutel", {"sleutel": sleutel}
    for regel in regels:
        kolom = {"kolom": regel["kolom"]}
        if regel["verplicht"] == "ja" or regel["soort"] != "tekst":
            yield (
                "controles/verdacht_vorm",
                kolom | {"soort": regel["soort"], "verplicht": str(regel["verplicht"] == "ja").lower()},
            )
        if regel["lijst"]:
            yield "controles/verdacht_lijst", kolom | {"lijst": regel["lijst"]}
        if regel["verwijst_naar"]:
            doel_tabel, doel_kolom = regel["verwijst_naar"].split(".")
            yield "controles/verdacht_verwijzing", kolom | {"doel_tabel": doel_tabel, "doel_kolom": doel_kolom}


def _schrijf_csv(pad: Path, kolommen: Iterable[str], rijen: Iterable[Sequence[object]]) -> None:
    """Write a table in the form of a levering."""
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand, lineterminator="\n")
        schrijver.writerow(kolommen)
        schrijver.writerows(rijen)


def vul(con: duckdb.DuckDBPyConnection, tabel: str, tijdelijk: Path, rijen: Iterable[Sequence[object]]) -> None:
    """Add rows to a table by way of a CSV file.

    More options, a list of files or bound values would make DuckDB import pandas, which takes longer than the build.
    """
    doel = con.table(tabel)
    pad = tijdelijk / f"{tabel}.csv"
    _schrijf_csv(pad, doel.columns, rijen)
    kolommen = dict(zip(doel.columns, map(str, doel.types), strict=True))
    con.read_csv(
        str(pad), columns=kolommen, auto_detect=False, header=True, delimiter=",", quotechar='"', escapechar='"'
    ).insert_into(tabel)
