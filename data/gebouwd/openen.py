"""Opening what was built: the pointer to the current database, and read-only connections that stay shut to the outside.

A built file never changes and never gets another's name: DuckDB keeps serving an old file that was replaced in place.
What changes is a small text file that names the current one: one for what is public, one for that with the concept
leveringen. Files as known on another day are kept beside them, without a pointer.

The name of a built file ends in the checksum of its bytes, so that anybody can see whether it still is what was built:
a file that was cut short, touched or put there by something else is never taken for ours.
"""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb

from data.fouten import Beschadigd, NietTeOpenen, van_schijf
from data.levering.controlegetallen import som
from data.sql import letterlijk, sjabloon

WIJZER = "huidig.txt"
#: The pointer to the database in which concept leveringen count too.
WIJZER_ALLES = "huidig-alles.txt"
#: Length of the checksum at the end of a name: 48 bits are plenty against an accident.
LENGTE_SOM = 12
#: Built files that stay beside the current ones, for readers that are still on them: two builds of two databases.
BEWAARD = 4
#: Files as known on another day that stay; each can be built again.
BEWAARD_OP_DATUM = 8
#: Begin of the name of a folder in which a build works, and seconds after which nobody works there any more.
WERKMAP, WERKTIJD = ".bouw-", 24 * 3600

BESCHADIGD = "De gebouwde database is beschadigd. Bouw haar opnieuw met: python -m data bouw"

#: For readers. One thread for each question: the other cores are for the questions of others, and of what takes
#: milliseconds a second thread waits more than it works (a third more processor time, measured on two cores).
SLOT: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "enable_external_access": "false",
    "temp_directory": "",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}


def huidig_bestand(map_: Path, *, alles: bool = False) -> Path:
    """The file that the pointer in a folder names now; with `alles` that in which concept leveringen count too.

    Raises NietTeOpenen when there is none.
    """
    try:
        naam = (map_ / _wijzer(alles=alles)).read_text(encoding="utf-8").strip()
    except UnicodeDecodeError:
        naam = ""  # no text of ours: it names nothing
    except OSError as fout:
        raise NietTeOpenen("Er is nog geen database gebouwd. Bouw haar met: python -m data bouw") from fout
    bestand = map_ / Path(naam).name
    if not naam or not bestand.is_file():
        raise Beschadigd("De gebouwde database is weg. Bouw haar opnieuw met: python -m data bouw")
    return bestand


def houd_heel(map_: Path, bouwwijze: str, *, alles: bool = False) -> Path:
    """The file that a pointer names, after a look at every byte: what was built, and by this version of the product.

    Raises NietTeOpenen where there is none, and Beschadigd where it is anything else.
    """
    bestand = huidig_bestand(map_, alles=alles)
    if not is_gaaf(bestand):
        raise Beschadigd(BESCHADIGD)
    try:
        with leest(), open_lezend(bestand) as con:
            gebouwd_met = con.table("opslag.dataset").select("bouwwijze").fetchone()
    except duckdb.Error:
        gebouwd_met = None  # a version of the product that wrote other tables
    if gebouwd_met != (bouwwijze,):
        raise Beschadigd(
            "De gebouwde database is van een andere versie van dit product. Bouw haar opnieuw met: python -m data bouw"
        )
    return bestand


@contextlib.contextmanager
def leest() -> Iterator[None]:
    """What DuckDB says when a built file cannot be read (any more) becomes Beschadigd, and a full disk an OSError."""
    try:
        yield
    except (duckdb.IOException, duckdb.FatalException, duckdb.InternalException) as fout:
        raise van_schijf(fout, "") or Beschadigd(BESCHADIGD) from fout


def geef_naam(nieuw: Path, map_: Path, stam: str) -> Path:
    """Move a file that was just built into a folder, under a name that begins with `stam`; returns where it is now."""
    doel = map_ / f"{stam}-{som(nieuw)[:LENGTE_SOM]}.duckdb"
    nieuw.replace(doel)
    return doel


def is_gaaf(bestand: Path) -> bool:
    """Whether a file holds the very bytes that were built: reads all of it (some 1 ms per MB)."""
    try:
        return bestand.suffix == ".duckdb" and bestand.stem.rpartition("-")[2] == som(bestand)[:LENGTE_SOM]
    except OSError:
        return False


def bewaard(map_: Path, stam: str) -> Path | None:
    """A file that was given a name with this beginning and still is what was built; None where there is none."""
    return next((pad for pad in sorted(map_.glob(f"{stam}-{'?' * LENGTE_SOM}.duckdb")) if is_gaaf(pad)), None)


def _wijzer(*, alles: bool) -> str:
    """The name of a pointer."""
    return WIJZER_ALLES if alles else WIJZER


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


def open_schrijvend(bestand: Path, map_: Path, begin: str) -> duckdb.DuckDBPyConnection:
    """A connection that reads a built file and can write to one folder, and nothing else; its configuration is locked.

    `begin` is run before, in a database in memory called `memory`. It is an instance of its own: one file cannot be
    open twice with other settings. Raises NietTeOpenen.
    """
    con = duckdb.connect(config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})
    try:
        con.execute(begin)
        con.execute(sjabloon("gebouwd/open_schrijvend").substitute(bestand=letterlijk(bestand), map=letterlijk(map_)))
    except duckdb.Error as fout:
        con.close()
        raise NietTeOpenen(
            "De gebouwde database is niet te lezen. Bouw haar opnieuw met: python -m data bouw"
        ) from fout
    return con


def laat_los(map_: Path, *, alles: bool) -> None:
    """Take a pointer away that names no file that still is what was built."""
    with contextlib.suppress(OSError):
        try:
            heel = is_gaaf(huidig_bestand(map_, alles=alles))
        except NietTeOpenen:
            heel = False
        if not heel:
            (map_ / _wijzer(alles=alles)).unlink(missing_ok=True)


def wijs_aan(map_: Path, bestand: Path, *, alles: bool = False) -> None:
    """Let a pointer in a folder name this file, in one step that cannot be half done."""
    wijzer = _wijzer(alles=alles)
    nieuw = map_ / f"{wijzer}.{bestand.stem}"
    try:
        nieuw.write_text(bestand.name, encoding="utf-8")
        nieuw.replace(map_ / wijzer)
    except OSError:
        with contextlib.suppress(OSError):
            nieuw.unlink()
        raise


def ruim_op(map_: Path) -> None:
    """Remove built files that are neither current nor among the latest few; one in use elsewhere stays.

    What was left behind by what was cut off long ago goes too: the folder of a build, what was to become a pointer.
    """
    _ruim_bestanden_op(map_, "verbeterpunten-*.duckdb", BEWAARD, blijft=_aangewezen(map_))
    _ruim_bestanden_op(map_, "kennis-*.duckdb", BEWAARD_OP_DATUM, blijft=set())
    for patroon in (f"{WERKMAP}*", f"{WIJZER}.*", f"{WIJZER_ALLES}.*"):
        for rest in map_.glob(patroon):
            with contextlib.suppress(OSError):  # another process was first
                if rest.stat().st_mtime < time.time() - WERKTIJD:
                    _gooi_weg(rest)


def _gooi_weg(rest: Path) -> None:
    if rest.is_dir():
        shutil.rmtree(rest, ignore_errors=True)
    else:
        rest.unlink()


def _aangewezen(map_: Path) -> set[Path]:
    """The files that a pointer names."""
    namen = set()
    for alles in (False, True):
        try:
            namen.add(huidig_bestand(map_, alles=alles))
        except NietTeOpenen:
            continue
    return namen


def _ruim_bestanden_op(map_: Path, patroon: str, aantal: int, *, blijft: set[Path]) -> None:
    """Remove all but the latest few of these files."""
    op_leeftijd: list[tuple[float, Path]] = []
    for pad in map_.glob(patroon):
        try:
            op_leeftijd.append((pad.stat().st_mtime, pad))
        except OSError:
            continue  # another process was first
    for _, oud in [paar for paar in sorted(op_leeftijd, reverse=True) if paar[1] not in blijft][aantal:]:
        try:
            oud.unlink()
        except OSError:
            continue


def huidig(map_: Path, versie: str, bouwwijze: str, kennisdatum: date | None, *, alles: bool = False) -> Path | None:
    """The current file of a folder if it holds this datasetversie, built this way as known on this day, else None.

    None too where it is not what was built any more.
    """
    try:
        bestand = huidig_bestand(map_, alles=alles)
        if not is_gaaf(bestand):
            return None
        con = open_lezend(bestand)
    except NietTeOpenen:
        return None
    with con:
        try:
            rij = con.table("opslag.dataset").select("datasetversie", "bouwwijze", "kennisdatum").fetchone()
        except duckdb.Error:
            return None  # built by a version of the product that wrote other tables
    return bestand if rij == (versie, bouwwijze, kennisdatum) else None
