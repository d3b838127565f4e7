"""From leveringen to a DuckDB file: check everything, derive the follow-up, verify, and only then let readers at it."""

from __future__ import annotations

import csv
import hashlib
import os
import secrets
import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import itemgetter
from pathlib import Path

import duckdb

from data.fouten import Fout, LeveringGeweigerd
from data.instellingen import NASLAG, instellingen
from data.leveringen import Levering, datasetversie, van_kracht, zoek
from data.methode import METHODEVERSIE
from data.openen import huidig, ruim_op, wijs_aan
from data.vorm import VORM, tabellen

HIER = Path(__file__).parent
CONTROLES = tuple(f"controles_{naam}" for naam in ("vorm", "verwijzingen", "dubbel", "lijn", "datums", "samenhang"))
AFLEIDING = ("lijn", "opvolging", "verloop", "stand")


#: Per table the first rij of each file that was read into it, with the file's name, in order.
Plaats = dict[str, list[tuple[int, str]]]


@dataclass(frozen=True)
class Gebouwd:
    """What a build made: the file, its datasetversie, and rows per view. `nieuw` is false when it stood there already."""

    bestand: Path
    datasetversie: str
    aantallen: dict[str, int]
    nieuw: bool = True


def bouw(
    mappen: Sequence[Path] | None = None,
    *,
    naar: Path | None = None,
    kennisdatum: date | None = None,
) -> Gebouwd:
    """Build the database of all leveringen in the given folders (default: the accepted ones) and the product's own lists.

    With `naar` the database is that very file; otherwise it gets a name of its own and becomes the current one.
    Raises LeveringGeweigerd with every fault of every file; the previous database then stays as it was.
    """
    leveringen, fouten = zoek([*NASLAG, *(mappen or [instellingen().leveringen])])
    geldig, meer_fouten = van_kracht(leveringen, kennisdatum)
    versie = datasetversie(geldig)
    map_ = naar.parent if naar else instellingen().map
    if naar is None and not fouten + meer_fouten and kennisdatum is None:
        staat_er_al = huidig(map_, versie, bouwwijze())
        if staat_er_al is not None:
            return Gebouwd(staat_er_al, versie, _aantallen(staat_er_al), nieuw=False)
    map_.mkdir(parents=True, exist_ok=True)
    doel = naar or map_ / f"verbeterpunten-{versie}-{secrets.token_hex(3)}.duckdb"
    with tempfile.TemporaryDirectory(dir=map_, prefix=".bouw-") as tijdelijk:
        nieuw = Path(tijdelijk) / "nieuw.duckdb"
        _maak(nieuw, leveringen, geldig, fouten + meer_fouten, kennisdatum)
        aantallen = _aantallen(nieuw)
        os.replace(nieuw, doel)
    if naar is None:
        wijs_aan(map_, doel)
        ruim_op(map_)
    return Gebouwd(doel, versie, aantallen)


def _maak(
    bestand: Path, leveringen: list[Levering], geldig: list[Levering], fouten: list[Fout], kennisdatum: date | None
) -> None:
    """Write the whole database to a new file, or raise LeveringGeweigerd."""
    con = duckdb.connect(bestand)
    try:
        voer_uit(con, "schema", "macros")
        plaats = laad_ruw(con, geldig, bestand.parent)
        fouten = fouten + _controleer(con, plaats, fouten)
        if fouten:
            raise LeveringGeweigerd(fouten)
        voer_uit(con, "laden")
        leid_af(con)
        _schrijf_herkomst(con, leveringen, geldig, kennisdatum)
        voer_uit(con, "views", "tellen")
        afwijkingen = con.execute(sql("nazicht")).fetchall()
        if afwijkingen:
            raise RuntimeError(f"de afleiding klopt niet: {afwijkingen}")
        con.execute("checkpoint")
    finally:
        con.close()


def sql(naam: str) -> str:
    """The text of data/<naam>.sql."""
    return (HIER / f"{naam}.sql").read_text(encoding="utf-8")


def voer_uit(con: duckdb.DuckDBPyConnection, *namen: str) -> None:
    """Run SQL files of data/ one after another."""
    for naam in namen:
        con.execute(sql(naam))


def bouwwijze() -> str:
    """A hash over the SQL that builds, so that a database made another way is not taken for this one."""
    som = hashlib.sha256()
    for pad in sorted(HIER.glob("*.sql")):
        som.update(pad.name.encode() + pad.read_bytes().replace(b"\r\n", b"\n"))
    return som.hexdigest()


def leid_af(con: duckdb.DuckDBPyConnection) -> None:
    """Derive lines, tests, follow-up, course and stand from the filled tables of `opslag` (docs/methode.md)."""
    voer_uit(con, *AFLEIDING)


def laad_ruw(con: duckdb.DuckDBPyConnection, leveringen: list[Levering], tijdelijk: Path) -> Plaats:
    """Fill `ruw`, a database of its own that is thrown away, with one table of texts per file name of a levering.

    Each has the columns of vorm.csv, `rij` (its number in the table) and `filename`. Returns, per table, the first rij of
    each file with the name under which its faults are told.
    """
    voer_uit(con, "ruw")
    con.read_csv(str(VORM), all_varchar=True, header=True).create("ruw.vorm")
    plaats: Plaats = {}
    for tabel, kolommen in tabellen().items():
        paden = [_schrijf(tijdelijk / f"{tabel}-leeg.csv", kolommen, [])]
        plaats[tabel] = []
        rijen = 0
        for levering in leveringen:
            for gelezen in (b for b in levering.bestanden if b.tabel == tabel):
                kopie = tijdelijk / f"{tabel}-{len(paden)}.csv"
                pad = gelezen.pad if gelezen.zoals_vorm else _schrijf(kopie, kolommen, gelezen.rijen())
                paden.append(pad)
                plaats[tabel].append((rijen + 1, gelezen.bestand))
                rijen += gelezen.aantal
                con.values([str(pad), levering.id]).insert_into("ruw.bestand")
        tekst = con.read_csv(
            [str(pad) for pad in paden],
            columns=dict.fromkeys(kolommen, "VARCHAR"),
            auto_detect=False,
            header=True,
            delimiter=",",
            quotechar='"',
            escapechar='"',
            filename=True,
        )
        tekst.project("row_number() over () as rij, *").create(f"ruw.{tabel}")
    voer_uit(con, "cellen")
    return plaats


def _schrijf(pad: Path, kolommen: Sequence[str], rijen: Iterable[Sequence[str]]) -> Path:
    """Write rows as CSV in the form of a levering and return the path."""
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand, lineterminator="\n")
        schrijver.writerow(kolommen)
        schrijver.writerows(rijen)
    return pad


def _controleer(con: duckdb.DuckDBPyConnection, plaats: Plaats, bekend: list[Fout]) -> list[Fout]:
    """The faults that the controles find, without those that only follow from a fault in a file's form."""
    kapotte_regels = {(fout.bestand, fout.regel) for fout in bekend if not fout.kolom}
    kapotte_kolommen = {(fout.bestand, fout.kolom) for fout in bekend if fout.kolom}
    fouten = []
    for controle in CONTROLES:
        for tabel, rij, kolom, mis, verwacht in con.execute(sql(controle)).fetchall():
            eerste, naam = plaats[tabel][bisect_right(plaats[tabel], rij, key=itemgetter(0)) - 1]
            regel = rij - eerste + 2
            if (naam, regel) not in kapotte_regels and (naam, kolom) not in kapotte_kolommen:
                fouten.append(Fout(naam, regel, kolom, mis, verwacht))
    return fouten


def _schrijf_herkomst(
    con: duckdb.DuckDBPyConnection, leveringen: list[Levering], geldig: list[Levering], kennisdatum: date | None
) -> None:
    """Record which leveringen this database holds, and which versions it carries."""
    van_kracht_ids = {levering.id for levering in geldig}
    for levering in leveringen:
        g = levering.gegevens
        rij = [levering.id, levering.aanvaard_op, g["vervangt"] or None, g["reden"] or None, levering.is_concept]
        rij += [g["fictief"] == "ja", g["toelichting"], levering.controlegetal, levering.id in van_kracht_ids]
        con.values(rij).insert_into("opslag.levering")
    bekend = kennisdatum or max((levering.aanvaard_op for levering in geldig), default=None)
    fictief = any(levering.gegevens["fictief"] == "ja" for levering in geldig)
    gebouwd_op = datetime.now(UTC).replace(tzinfo=None)
    con.values([datasetversie(geldig), METHODEVERSIE, bekend, gebouwd_op, fictief, bouwwijze()]).insert_into(
        "opslag.dataset"
    )


def _aantallen(bestand: Path) -> dict[str, int]:
    """Rows per public view of a built database."""
    with duckdb.connect(bestand, read_only=True) as con:
        return dict(con.execute(sql("aantallen")).fetchall())
