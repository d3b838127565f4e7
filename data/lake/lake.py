"""The lake: built databases as DuckLake tables, the catalog in PostgreSQL and Parquet on storage that machines share.

A publication is one snapshot, made in one transaction. It holds two schemas of the same tables: `openbaar` has what is
public, and `alles` what also counts concept leveringen (nothing where there are none). No error says more of the
connection than that it failed: what DuckDB tells of it holds the password.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import duckdb

from data.bouw.maken import VIEWS
from data.fouten import Bezet, LakeDicht, LakeOnbereikbaar, NietGepubliceerd
from data.sql import letterlijk, sql, voer_uit

#: How a lake is written; what follows is what PostgreSQL's own programs take: `dbname=… host=… user=…`.
SOORT = "ducklake:postgres:"
OPENBAAR, ALLES = "openbaar", "alles"
#: Who makes a snapshot that is a publication.
MAKER = "python -m data publiceer"
#: Extensions of DuckDB, each in the Python package duckdb_extension_<name>: nothing comes from the network.
EXTENSIES = ("postgres_scanner", "ducklake")
#: Seconds in which PostgreSQL has to answer, where the setting does not say otherwise.
GEDULD = 10
#: Every row in Parquet, few as they may be: a backup is then the catalog and one folder.
SCHRIJVEND = "data_inlining_row_limit 0"


@dataclass(frozen=True)
class Publicatie:
    """What a snapshot of the lake holds: two datasetversies (the same where all is public), and how they were built."""

    snapshot: int
    openbaar: str
    alles: str
    bouwwijze: str


def heeft_pakketten() -> bool:
    """Whether the packages of requirements-ducklake.txt are installed."""
    return all(find_spec(f"duckdb_extension_{naam}") is not None for naam in EXTENSIES)


def open_lake(con: duckdb.DuckDBPyConnection, waar: str, hoe: str = "read_only", *, naam: str = "lake") -> None:
    """Attach the lake to a connection. Raises LakeDicht, or LakeOnbereikbaar when nothing answers."""
    if not waar.startswith(SOORT):
        raise LakeDicht(f"Een lake wordt geschreven als {SOORT}dbname=… host=… user=…. Pas VERBETERPUNTEN_OPSLAG aan.")
    if not heeft_pakketten():
        raise LakeDicht(
            "Voor een lake zijn extra pakketten nodig. Installeer ze met: "
            "python -m pip install -r requirements-ducklake.txt"
        )
    adres = waar.removeprefix(SOORT)
    geduld = "" if "://" in adres else f"connect_timeout={GEDULD} "
    try:
        _laad_extensies(con)
        _koppel(con, f"{SOORT}{geduld}{adres}", naam, hoe)
    except duckdb.InvalidInputException:
        raise LakeDicht(
            "Er is nog niets gepubliceerd. Publiceer met: python -m data publiceer --naar … --bestanden MAP"
        ) from None
    except duckdb.IOException:
        raise LakeOnbereikbaar(
            "De catalogus van het lake is niet te bereiken. Kijk of PostgreSQL draait en of het adres klopt."
        ) from None
    except duckdb.Error:
        raise LakeDicht(
            "Het lake is zo niet te openen. Kijk of dit de goede database is, en of de map met bestanden dezelfde is "
            "als toen het lake werd gemaakt."
        ) from None


def publicaties(con: duckdb.DuckDBPyConnection) -> list[Publicatie]:
    """Every publication that a lake still has, the latest first."""
    kolommen = "snapshot_id, author, commit_extra_info"
    rijen = con.table_function("ducklake_snapshots", ["lake"]).project(kolommen).fetchall()
    # upkeep of a lake makes snapshots too
    return [
        Publicatie(nummer, **json.loads(info)) for nummer, door, info in sorted(rijen, reverse=True) if door == MAKER
    ]


def laatste_snapshot(con: duckdb.DuckDBPyConnection) -> int:
    """The number of the latest snapshot, as it is at this moment."""
    ((nummer,),) = con.table_function("ducklake_current_snapshot", ["lake"]).fetchall()
    return int(nummer)


def publiceer(
    waar: str,
    inhoud: Publicatie,
    *,
    openbaar: Path,
    alles: Path | None,
    bestanden: Path | None = None,
    minder: bool = False,
) -> bool:
    """Make the tables of these built files the latest snapshot of a lake, whole or not at all; whether that was needed.

    `inhoud` says what they hold (its `snapshot` does not count). `alles` None: what stands there in that schema stays.
    `bestanden`: the folder for the Parquet of a lake that is not there yet. Only with `minder` may leveringen go that
    are published now. Raises LakeDicht, Bezet (another published meanwhile) or NietGepubliceerd.
    """
    plaats = "create_if_not_exists false" if bestanden is None else f"data_path '{letterlijk(bestanden)}'"
    hoe = f"{SCHRIJVEND}, {plaats}"
    # with more threads DuckLake writes rows in another order, and it is their order that makes a filter fast
    with duckdb.connect(config={"threads": 1}) as con:
        open_lake(con, waar, hoe)
        try:
            bronnen = {OPENBAAR: openbaar} | ({ALLES: alles} if alles is not None and alles != openbaar else {})
            for naam, bestand in bronnen.items():
                _koppel(con, str(bestand), f"nieuw_{naam}", "read_only")
            return _in_een_keer(con, inhoud, bronnen, blijft=alles is None, minder=minder)
        except duckdb.TransactionException:
            raise Bezet(
                "Iemand anders heeft op ditzelfde moment gepubliceerd. Hier is niets gepubliceerd; probeer het opnieuw."
            ) from None
        except duckdb.Error as fout:
            raise NietGepubliceerd(
                f"Publiceren is niet gelukt ({type(fout).__name__}); wat er stond, staat er nog. Kijk of PostgreSQL "
                "draait en of er plaats is op de gedeelde schijf, en probeer het opnieuw."
            ) from None


def _in_een_keer(
    con: duckdb.DuckDBPyConnection, inhoud: Publicatie, bronnen: dict[str, Path], *, blijft: bool, minder: bool
) -> bool:
    """One transaction: see what is there, refuse or copy, say what it is.

    `blijft`: concept leveringen hold faults, so what is published of them stays, where that still fits the rest.
    """
    con.execute("begin")
    nu = next(iter(publicaties(con)), None)
    if nu is not None and blijft and nu.alles != nu.openbaar and nu.bouwwijze == inhoud.bouwwijze:
        inhoud = replace(inhoud, alles=nu.alles)
    else:
        blijft = False
    if nu is not None and replace(nu, snapshot=inhoud.snapshot) == inhoud:
        con.execute("rollback")
        return False
    if nu is not None and not minder:
        _verlies_niets(con, nu, bronnen, blijft=blijft)
    for schema in (OPENBAAR, ALLES):
        if schema in bronnen or not blijft:
            kopieer(con, f"nieuw_{schema}.opslag", f"lake.{schema}")
    velden = {naam: waarde for naam, waarde in asdict(inhoud).items() if naam != "snapshot"}
    kort = f"datasetversie {inhoud.openbaar}"
    con.execute(sql("lake/merk"), {"door": MAKER, "kort": kort, "inhoud": json.dumps(velden)})
    con.execute("commit")
    return True


def kopieer(con: duckdb.DuckDBPyConnection, van: str, naar: str) -> None:
    """Let the schema `naar` (database.schema) hold the tables of the schema `van`, and nothing else."""
    ((opdrachten,),) = con.execute(sql("lake/kopie"), {"van": van, "naar": naar}).fetchall()
    con.execute(opdrachten)


def haal(con: duckdb.DuckDBPyConnection, waar: str, publicatie: Publicatie, *, schema: str, bestand: Path) -> None:
    """Write one schema of a snapshot to a new file that is opened and asked as a built one.

    `con` has the lake open and nothing else to do. Raises LakeDicht; `con` is then of no more use.
    """
    open_lake(con, waar, f"read_only, snapshot_version {publicatie.snapshot}", naam="toen")
    try:
        _koppel(con, str(bestand), "nieuw", "type duckdb")
        con.execute("begin")
        kopieer(con, f"toen.{schema}", "nieuw.opslag")
        con.execute("commit")
        con.execute("detach nieuw")
        con.execute("detach toen")
    except duckdb.Error:
        raise LakeOnbereikbaar(
            "Wat gepubliceerd is, is niet te lezen. Kijk of PostgreSQL draait en of de gedeelde schijf er is."
        ) from None
    with duckdb.connect(bestand) as los:
        voer_uit(los, "afleiding/macros", *VIEWS)


def _verlies_niets(con: duckdb.DuckDBPyConnection, nu: Publicatie, bronnen: dict[str, Path], *, blijft: bool) -> None:
    """Raise NietGepubliceerd when a levering that is published now is not among the new ones."""
    vergelijk = {OPENBAAR: OPENBAAR}
    if nu.alles != nu.openbaar and not blijft:
        vergelijk[ALLES] = ALLES if ALLES in bronnen else OPENBAAR
    weg: list[str] = []
    for schema, nieuw in vergelijk.items():
        weg += [
            rij[0] for rij in con.execute(sql("lake/mist").format(schema=schema, bestand=f"nieuw_{nieuw}")).fetchall()
        ]
    if weg:
        con.execute("rollback")
        namen = ", ".join(sorted(set(weg)))
        raise NietGepubliceerd(
            f"Er is niets gepubliceerd: in het lake staan leveringen die hier niet zijn ({namen}). Publiceer vanaf de "
            "map waarin alle leveringen staan. Mogen zij echt weg, geef dan --met-minder."
        )


def _laad_extensies(con: duckdb.DuckDBPyConnection) -> None:
    """Load the extensions from their packages, of this very version of DuckDB."""
    for naam in EXTENSIES:
        map_ = Path(str(files(f"duckdb_extension_{naam}"))) / "extensions" / f"v{duckdb.__version__}"
        con.load_extension(str(map_ / f"{naam}.duckdb_extension"))


def _koppel(con: duckdb.DuckDBPyConnection, wat: str, naam: str, hoe: str) -> None:
    con.execute(sql("lake/open").format(wat=f"'{letterlijk(wat)}'", naam=naam, hoe=hoe))
