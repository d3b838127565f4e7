"""One database file from the leveringen that are chosen for it: check everything, derive the follow-up, verify."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import itemgetter
from pathlib import Path

import duckdb

from data.afleiding.methode import METHODEVERSIE
from data.bouw.ruw import Plaats, is_klein, laad_ruw, vul
from data.fouten import Fout, LeveringGeweigerd, van_schijf
from data.levering import formaten
from data.levering.leveringen import Levering, datasetversie, van_kracht
from data.levering.vorm import VORM
from data.sql import HIER, sql, voer_uit

#: What makes a database; the other rooms of data/ leave it as it is.
BOUWT = (".", "levering", "controles", "afleiding", "gebouwd", "bouw")
CONTROLES = tuple(
    f"controles/{naam}"
    for naam in ("vorm", "verwijzingen", "dubbel", "lijn", "datums", "samenhang", "rondes", "grenzen")
)
#: Loading takes so much memory, beside some hundreds of megabytes that DuckDB does not count; what is more goes to
#: disk, beside the new file. Only this version has to read what it writes: the latest ways to store texts take the
#: least room.
INSTELLINGEN: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "3GB",
    "storage_compatibility_version": "latest",
}
#: The SQL that derives, that which counts what was derived, and that which shows it, in order.
AFLEIDING = (
    *(f"afleiding/{naam}" for naam in ("lijn", "toetsen", "keten", "tak", "opvolging", "verloop", "waarop")),
    *(f"afleiding/{naam}" for naam in ("stand", "stand_meting", "gemeld", "toetsnamen")),
)
TELLING = ("afleiding/stappen", "afleiding/telling", "afleiding/woorden", "afleiding/aangekondigd")
VIEWS = ("afleiding/views", "afleiding/tellen", "afleiding/voor_en_na")


@dataclass(frozen=True)
class Keus:
    """What a database is to hold: `leveringen` it knows of, those in force, and the faults that stand in its way.

    `bekend`: the day as of which it is known. `concept`: whether leveringen that are not public count.
    """

    leveringen: list[Levering]
    geldig: list[Levering]
    fouten: list[Fout]
    bekend: date | None
    concept: bool

    @property
    def versie(self) -> str:
        """The datasetversie."""
        return datasetversie(self.geldig)


def kies(leveringen: list[Levering], fouten: list[Fout], kennisdatum: date | None = None, *, concept: bool) -> Keus:
    """Which of the leveringen that were found go into a database. A fault in a concept stays out with the concept."""
    weg = set() if concept else {fout for lev in leveringen if lev.is_concept for fout in lev.fouten}
    geldig, meer = van_kracht(leveringen, kennisdatum, concept=concept)
    kent = [
        lev
        for lev in leveringen
        if (concept or not lev.is_concept) and (kennisdatum is None or lev.aanvaard_op <= kennisdatum)
    ]
    bekend = kennisdatum or max((lev.aanvaard_op for lev in geldig), default=None)
    return Keus(kent, geldig, [fout for fout in fouten if fout not in weg] + meer, bekend, concept)


def maak_database(bestand: Path, keus: Keus) -> None:
    """Write the whole database to a new file, or raise LeveringGeweigerd; OSError where the disk refuses it."""
    try:
        with nieuw(bestand, keus) as con:
            _vul_database(con, bestand.parent, keus)
    except duckdb.Error as fout:
        geweigerd = van_schijf(fout, str(bestand.parent))
        if geweigerd is None:
            raise
        raise geweigerd from fout


def _vul_database(con: duckdb.DuckDBPyConnection, tijdelijk: Path, keus: Keus) -> None:
    laad(con, keus, tijdelijk)
    leid_af(con)
    _schrijf_herkomst(con, keus, tijdelijk)
    voer_uit(con, *TELLING, *VIEWS)
    afwijkingen = con.execute(sql("controles/nazicht")).fetchall()
    if afwijkingen:
        raise RuntimeError(f"de afleiding klopt niet: {afwijkingen}")
    con.execute("checkpoint")


def nieuw(bestand: Path, keus: Keus) -> duckdb.DuckDBPyConnection:
    """A connection to a new file, with the settings that these leveringen ask for."""
    # of many small statements a second thread would mostly wait for the first, and take time from other users
    draden: dict[str, str | bool | int | float | list[str]] = {"threads": 1} if is_klein(keus.geldig) else {}
    return duckdb.connect(bestand, config=INSTELLINGEN | draden)


def laad(con: duckdb.DuckDBPyConnection, keus: Keus, tijdelijk: Path) -> None:
    """Fill the tables of `opslag` from the files of leveringen, or raise LeveringGeweigerd with every fault.

    Of leveringen that only a later version of the product can read nothing is known; then that is the only fault told.
    """
    te_nieuw = {fout for lev in keus.leveringen if lev.formaat > formaten.FORMAAT for fout in lev.fouten}
    if te_nieuw:
        raise LeveringGeweigerd(list(te_nieuw))
    voer_uit(con, "schema", "afleiding/macros")
    plaats = laad_ruw(con, keus.geldig, tijdelijk)
    fouten = keus.fouten + _controleer(con, plaats, keus.fouten)
    if fouten:
        raise LeveringGeweigerd(fouten)
    voer_uit(con, "bouw/laden")


def bouwwijze() -> str:
    """A hash over what builds, so that a database made another way is not taken for this one."""
    som = hashlib.sha256(duckdb.__version__.encode())
    paden = sorted(pad for kamer in BOUWT for pad in (HIER / kamer).iterdir())
    for pad in (pad for pad in paden if pad.suffix in {".sql", ".py"} or pad == VORM):
        som.update(pad.relative_to(HIER).as_posix().encode() + pad.read_bytes().replace(b"\r\n", b"\n"))
    return som.hexdigest()


def leid_af(con: duckdb.DuckDBPyConnection) -> None:
    """Derive lines, tests, follow-up, course and stand from the filled tables of `opslag` (docs/methode.md)."""
    voer_uit(con, *AFLEIDING)


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


def _schrijf_herkomst(con: duckdb.DuckDBPyConnection, keus: Keus, tijdelijk: Path) -> None:
    """Record which leveringen this database holds, and which versions it carries."""
    van_kracht_ids = {lev.id for lev in keus.geldig}
    rijen: list[list[object]] = []
    for lev in keus.leveringen:
        g = lev.gegevens
        rij = [lev.id, lev.aanvaard_op, g["vervangt"], g["reden"], lev.is_concept]
        rij += [g["fictief"] == "ja", g["toelichting"], lev.controlegetal, lev.id in van_kracht_ids]
        rijen.append(rij)
    vul(con, "opslag.levering", tijdelijk, rijen)
    fictief = any(lev.gegevens["fictief"] == "ja" for lev in keus.geldig)
    met_concept = any(lev.is_concept for lev in keus.geldig)
    gebouwd_op = datetime.now(UTC).replace(tzinfo=None)
    dataset = [keus.versie, METHODEVERSIE, keus.bekend, gebouwd_op, fictief, met_concept, bouwwijze()]
    vul(con, "opslag.dataset", tijdelijk, [dataset])
