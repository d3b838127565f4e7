"""The question in SQLite, with indexes that cover it."""

from __future__ import annotations

import sqlite3
from types import TracebackType
from typing import Self

import pyarrow as pa

from tests.prestatie.gegevens import Bron, sql
from tests.prestatie.motor import MATRIX, OPVOLGING, Antwoord

#: Name in this database of each of the tables that every engine starts from.
TABEL = {
    "oordelen": "oordeel", "metingen": "meting", "aanpakken": "aanpak", "opvolgers": "opvolger",
    "indicatoren": "indicator",
}  # fmt: skip


class Sqlite:
    """SQLite in memory, as Python has it."""

    def __init__(self, naam: str) -> None:
        """Its name."""
        self.naam = naam

    def __enter__(self) -> Self:
        """Open a database."""
        self._con = sqlite3.connect(":memory:", isolation_level=None)
        self._con.executescript(sql("sqlite_instellingen"))
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """Close it."""
        self._con.close()

    def laad(self, bron: Bron) -> None:
        """Fill the tables, then make the indexes."""
        self._con.executescript(sql("sqlite_tabellen"))
        for naam, tabel in bron.getallen.items():
            kolommen = [_getallen(kolom).to_pylist() for kolom in tabel.columns]
            vragen = ", ".join("?" * len(kolommen))
            opdracht = sql("sqlite_vul").format(tabel=TABEL[naam], vragen=vragen)
            self._con.execute("begin")
            self._con.executemany(opdracht, zip(*kolommen, strict=True))
            self._con.execute("commit")
        self._con.executescript(sql("sqlite_indexen"))

    def vraag(self) -> None:
        """Lines and tests; steps, one test at a time; the rows and the matrix."""
        self._con.executescript(sql("sqlite_begin"))
        while self._con.execute(sql("nog_actief")).fetchone()[0]:
            self._con.executescript(sql("sqlite_stap"))
        self._con.executescript(sql("sqlite_eind"))

    def antwoord(self) -> Antwoord:
        """Read from the tables."""
        return Antwoord(self._lees("lees_opvolging", OPVOLGING), self._lees("lees_matrix", MATRIX))

    def ruim(self) -> None:
        """Drop the tables."""
        for (tabel,) in self._con.execute(sql("sqlite_tijdelijk")).fetchall():
            self._con.execute(sql("sqlite_weg").format(tabel=tabel))

    def _lees(self, vraag: str, kolommen: tuple[str, ...]) -> pa.Table:
        rijen = self._con.execute(sql(vraag)).fetchall()
        reeksen = list(zip(*rijen, strict=True)) if rijen else [()] * len(kolommen)
        return pa.table([pa.array(reeks, pa.int64()) for reeks in reeksen], names=list(kolommen))


def _getallen(kolom: pa.ChunkedArray) -> pa.ChunkedArray:
    """Of a date the days since 1970."""
    return kolom.cast(pa.int32()) if pa.types.is_date32(kolom.type) else kolom
