"""A large answer as CSV, written by DuckDB itself on a connection that can write to one folder and nothing else."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import duckdb

from data.gebouwd.openen import leest, open_schrijvend
from data.sql import letterlijk, sjabloon, sql

#: What a column may hold to be written by DuckDB, by the macro that makes a cell of it.
TYPEN: Mapping[str, frozenset[str]] = {
    "tekst": frozenset({"VARCHAR"}),
    "code": frozenset({"VARCHAR"}),
    "delen": frozenset({"VARCHAR[]"}),
    "woord": frozenset({"VARCHAR"}),
    "woorden": frozenset({"VARCHAR"}),
    "getal": frozenset(
        {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"}
    ),
    "dag": frozenset({"DATE"}),
    "janee": frozenset({"BOOLEAN"}),
}
#: So much of a file is copied at a time.
_HAP = 1 << 20


@dataclass(frozen=True)
class KopieKolom:
    """A column of a CSV file: its name in the answer, its head, and how a cell is made (a key of TYPEN).

    `woorden`: by code the word that is written, for `woord` and `woorden` (several codes with ' + ' in between).
    """

    naam: str
    kop: str
    maak: str
    woorden: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class KopieVorm:
    """How a CSV file is written: `begin` stands before the first head; `vast`: heads with the one text of every row."""

    scheiding: str
    begin: str
    vast: Sequence[tuple[str, str]]


class Kopie:
    """One question to one built database: what its answer looks like, and the answer as a file."""

    def __init__(
        self, bestand: Path, con: duckdb.DuckDBPyConnection, tekst: str, waarden: Mapping[str, object]
    ) -> None:
        """Take the file, a connection to it, the text of the question and the values that it takes."""
        self._bestand, self._con, self._tekst, self._waarden = bestand, con, tekst, waarden

    def soorten(self) -> dict[str, str]:
        """The columns of the answer with their types, as DuckDB names them."""
        return {kolom[0]: str(kolom[1]) for kolom in self._vraag("*", 0)[0]}

    def aantal(self) -> int:
        """How many rows the answer has, without fetching them."""
        ((aantal,),) = self._vraag("count(*)", 1)[1]
        return int(aantal)

    def _vraag(self, wat: str, rijen: int) -> tuple[list[Any], list[Any]]:
        """Columns and rows of what is asked of the answer."""
        vraag = sjabloon("gebouwd/kopie_vraag").substitute(vraag=self._tekst, wat=wat, rijen=rijen)
        with leest(), self._con.cursor() as cursor:
            cursor.execute(vraag, self._waarden)
            return list(cursor.description or ()), cursor.fetchall()

    def schrijf(self, kolommen: Sequence[KopieKolom], vorm: KopieVorm, naar: BinaryIO) -> None:
        """Write the answer as CSV, made on disk and then copied.

        UTF-8, lines end in CR LF, a cell is quoted where it has to be; nothing known is an empty cell.
        """
        gebonden = dict(self._waarden)
        cellen: list[str] = []
        for nummer, kolom in enumerate(kolommen):
            bron = _naam(kolom.naam)
            if kolom.woorden:
                gebonden |= {f"codes_{nummer}": list(kolom.woorden), f"woorden_{nummer}": [*kolom.woorden.values()]}
                bron += f", $codes_{nummer}::varchar[], $woorden_{nummer}::varchar[]"
            kop = kolom.kop if cellen else vorm.begin + kolom.kop
            cellen.append(f"memory.csv_{kolom.maak}({bron}) as {_naam(kop)}")
        for nummer, (kop, waarde) in enumerate(vorm.vast):
            gebonden[f"vast_{nummer}"] = waarde or None
            cellen.append(f"$vast_{nummer}::varchar as {_naam(kop)}")
        with tempfile.TemporaryDirectory(prefix="verbeterpunten-kopie-") as map_:
            pad = Path(map_) / "antwoord.csv"
            vraag = sjabloon("gebouwd/kopie").substitute(
                vraag=self._tekst, kolommen=", ".join(cellen), pad=letterlijk(pad), scheiding=vorm.scheiding
            )
            with leest(), open_schrijvend(self._bestand, Path(map_), sql("gebouwd/kopie_macros")) as con:
                con.execute(vraag, gebonden)
            with pad.open("rb") as klaar:
                shutil.copyfileobj(klaar, naar, _HAP)


def past(maak: str, soort: str) -> bool:
    """Whether DuckDB can make a cell this way of a column of this type."""
    return soort in TYPEN[maak]


def _naam(naam: str) -> str:
    """A name as SQL writes it."""
    return '"' + naam.replace('"', '""') + '"'
