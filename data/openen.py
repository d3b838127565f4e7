"""Opening what was built: the pointer to the current database, and read-only connections that stay shut to the outside.

A built file never changes and never gets another's name: DuckDB keeps serving an old file that was replaced in place.
What changes is a small text file that names the current one.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb

from data.fouten import NietTeOpenen

WIJZER = "huidig.txt"
#: Built files that stay beside the current one, for readers that are still on them.
BEWAARD = 3

SLOT: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "temp_directory": "",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}


def huidig_bestand(map_: Path) -> Path:
    """The file that the pointer in a folder names now. Raises NietTeOpenen when there is none."""
    try:
        naam = (map_ / WIJZER).read_text(encoding="utf-8").strip()
    except UnicodeDecodeError:
        naam = ""  # no text of ours: it names nothing
    except OSError as fout:
        raise NietTeOpenen("Er is nog geen database gebouwd. Bouw haar met: python -m data bouw") from fout
    bestand = map_ / Path(naam).name
    if not naam or not bestand.is_file():
        raise NietTeOpenen("De gebouwde database is weg. Bouw haar opnieuw met: python -m data bouw")
    return bestand


def open_lezend(bestand: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection without access to files or network, its configuration locked.

    Raises NietTeOpenen when the file is not a database that this version can read.
    """
    try:
        return duckdb.connect(bestand, read_only=True, config=SLOT)
    except duckdb.Error as fout:
        raise NietTeOpenen(
            "De gebouwde database is niet te lezen. Bouw haar opnieuw met: python -m data bouw"
        ) from fout


def wijs_aan(map_: Path, bestand: Path) -> None:
    """Let the pointer in a folder name this file, in one step that cannot be half done."""
    nieuw = map_ / f"{WIJZER}.{bestand.stem}"
    nieuw.write_text(bestand.name, encoding="utf-8")
    nieuw.replace(map_ / WIJZER)


def ruim_op(map_: Path) -> None:
    """Remove built files that are neither current nor among the latest few; one in use elsewhere stays."""
    gebouwd = sorted(map_.glob("verbeterpunten-*.duckdb"), key=lambda pad: pad.stat().st_mtime, reverse=True)
    huidige = huidig_bestand(map_)
    for oud in [pad for pad in gebouwd if pad != huidige][BEWAARD:]:
        try:
            oud.unlink()
        except OSError:
            continue


def huidig(map_: Path, versie: str, bouwwijze: str, kennisdatum: date | None) -> Path | None:
    """The current file of a folder if it holds this datasetversie, built this way as known on this day, else None."""
    try:
        bestand = huidig_bestand(map_)
        con = open_lezend(bestand)
    except NietTeOpenen:
        return None
    with con:
        try:
            rij = con.table("opslag.dataset").select("datasetversie", "bouwwijze", "kennisdatum").fetchone()
        except duckdb.Error:
            return None  # built by a version of the product that wrote other tables
    return bestand if rij == (versie, bouwwijze, kennisdatum) else None
