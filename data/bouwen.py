"""From leveringen to a DuckDB file: check everything, derive the follow-up, verify, and only then let readers at it."""

from __future__ import annotations

import csv
import hashlib
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
from data.vorm import VORM, VORM_KOLOMMEN, tabellen

HIER = Path(__file__).parent
CONTROLES = tuple(
    f"controles_{naam}" for naam in ("vorm", "verwijzingen", "dubbel", "lijn", "datums", "samenhang", "grenzen")
)
AFLEIDING = ("lijn", "opvolging", "verloop", "stand")


#: Per table the first rij of each file that was read into it, with the file's name, in order.
Plaats = dict[str, list[tuple[int, str]]]


@dataclass(frozen=True)
class Gebouwd:
    """What a build made: the file, its datasetversie, rows per view; `nieuw` is false when it stood there already."""

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
    """Build the database of the leveringen in the given folders (default: the accepted ones) and the product's lists.

    With `naar` the database is that very file; otherwise it gets a name of its own and becomes the current one.
    Raises LeveringGeweigerd with every fault of every file; the previous database then stays as it was.
    """
    leveringen, fouten = zoek([*NASLAG, *(mappen or [instellingen().leveringen])])
    geldig, meer_fouten = van_kracht(leveringen, kennisdatum)
    versie = datasetversie(geldig)
    map_ = naar.parent if naar else instellingen().map
    bekend = kennisdatum or max((levering.aanvaard_op for levering in geldig), default=None)
    if naar is None and not fouten + meer_fouten:
        staat_er_al = huidig(map_, versie, bouwwijze(), bekend)
        if staat_er_al is not None:
            return Gebouwd(staat_er_al, versie, _aantallen(staat_er_al), nieuw=False)
    map_.mkdir(parents=True, exist_ok=True)
    doel = naar or map_ / f"verbeterpunten-{versie}-{secrets.token_hex(3)}.duckdb"
    with tempfile.TemporaryDirectory(dir=map_, prefix=".bouw-") as tijdelijk:
        nieuw = Path(tijdelijk) / "nieuw.duckdb"
        _maak(nieuw, leveringen, geldig, fouten + meer_fouten, bekend=bekend)
        aantallen = _aantallen(nieuw)
        nieuw.replace(doel)
    if naar is None:
        wijs_aan(map_, doel)
        ruim_op(map_)
    return Gebouwd(doel, versie, aantallen)


def _maak(
    bestand: Path, leveringen: list[Levering], geldig: list[Levering], fouten: list[Fout], *, bekend: date | None
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
        _schrijf_herkomst(con, leveringen, geldig, bestand.parent, bekend=bekend)
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
    """A hash over what builds, so that a database made another way is not taken for this one."""
    som = hashlib.sha256(duckdb.__version__.encode())
    for pad in sorted(pad for pad in HIER.iterdir() if pad.suffix in {".sql", ".py"} or pad == VORM):
        som.update(pad.name.encode() + pad.read_bytes().replace(b"\r\n", b"\n"))
    return som.hexdigest()


def leid_af(con: duckdb.DuckDBPyConnection) -> None:
    """Derive lines, tests, follow-up, course and stand from the filled tables of `opslag` (docs/methode.md)."""
    voer_uit(con, *AFLEIDING)


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
    _vul(con, "ruw.bestand", tijdelijk, begin)
    _vul(con, "ruw.ontbreekt", tijdelijk, mist)
    voer_uit(con, "cellen")
    return plaats


def _lees_csv(con: duckdb.DuckDBPyConnection, pad: Path, kolommen: dict[str, str]) -> duckdb.DuckDBPyRelation:
    """The rows of one CSV file without any guessing.

    More options, a list of files or bound values would make DuckDB import pandas, which takes longer than the build.
    """
    return con.read_csv(
        str(pad), columns=kolommen, auto_detect=False, header=True, delimiter=",", quotechar='"', escapechar='"'
    )


def _vul(con: duckdb.DuckDBPyConnection, tabel: str, tijdelijk: Path, rijen: Iterable[Sequence[object]]) -> None:
    """Add rows to a table by way of a CSV file."""
    doel = con.table(tabel)
    pad = tijdelijk / f"{tabel}.csv"
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand, lineterminator="\n")
        schrijver.writerow(doel.columns)
        schrijver.writerows(rijen)
    _lees_csv(con, pad, dict(zip(doel.columns, map(str, doel.types), strict=True))).insert_into(tabel)


def _controleer(con: duckdb.DuckDBPyConnection, plaats: Plaats, bekend: list[Fout]) -> list[Fout]:
    """The faults that the controles find, without those that only follow from a fault in a file's form."""
    kapotte_regels = {(fout.bestand, fout.regel) for fout in bekend if not fout.kolom}
    kapotte_kolommen = {(fout.bestand, fout.kolom) for fout in bekend if fout.kolom}
    fouten: set[Fout] = set()
    for controle in CONTROLES:
        for tabel, rij, kolom, mis, verwacht in con.execute(sql(controle)).fetchall():
            eerste, naam = plaats[tabel][bisect_right(plaats[tabel], rij, key=itemgetter(0)) - 1]
            regel = rij - eerste + 2
            if (naam, regel) not in kapotte_regels and (naam, kolom) not in kapotte_kolommen:
                fouten.add(Fout(naam, regel, kolom, mis, verwacht))
    return sorted(fouten)


def _schrijf_herkomst(
    con: duckdb.DuckDBPyConnection,
    leveringen: list[Levering],
    geldig: list[Levering],
    tijdelijk: Path,
    *,
    bekend: date | None,
) -> None:
    """Record which leveringen this database holds, and which versions it carries."""
    van_kracht_ids = {levering.id for levering in geldig}
    rijen: list[list[object]] = []
    for levering in leveringen:
        g = levering.gegevens
        rij = [levering.id, levering.aanvaard_op, g["vervangt"], g["reden"], levering.is_concept]
        rij += [g["fictief"] == "ja", g["toelichting"], levering.controlegetal, levering.id in van_kracht_ids]
        rijen.append(rij)
    _vul(con, "opslag.levering", tijdelijk, rijen)
    fictief = any(levering.gegevens["fictief"] == "ja" for levering in geldig)
    gebouwd_op = datetime.now(UTC).replace(tzinfo=None)
    dataset = [datasetversie(geldig), METHODEVERSIE, bekend, gebouwd_op, fictief, bouwwijze()]
    _vul(con, "opslag.dataset", tijdelijk, [dataset])


def _aantallen(bestand: Path) -> dict[str, int]:
    """Rows per public view of a built database."""
    with duckdb.connect(bestand, read_only=True) as con:
        return dict(con.execute(sql("aantallen")).fetchall())
