"""The question in SQLite, with indexes that cover it."""

from __future__ import annotations

import sqlite3
from types import TracebackType
from typing import Protocol, Self

import pyarrow as pa

from tests.prestatie.gegevens import Bron, sql
from tests.prestatie.motor import MATRIX, OPVOLGING, Antwoord, TeLang

#: Name in this database of each of the tables that every engine starts from.
TABEL = {
    "oordelen": "oordeel", "metingen": "meting", "aanpakken": "aanpak", "opvolgers": "opvolger",
    "indicatoren": "indicator",
}  # fmt: skip
#: So many steps of its machine (some tenths of a second) are done before Python may break a statement off.
STAPPEN = 10_000_000
#: So many rows of an answer are held as Python values at once.
RIJEN = 100_000


class Cursor(Protocol):
    """Where rows come from."""

    def fetchmany(self, size: int) -> list[tuple[object, ...]]:
        """The next rows; none when there are no more."""


class Sqlite:
    """SQLite in memory, as Python has it."""

    def __init__(self, naam: str) -> None:
        """Its name."""
        self.naam = naam

    def __enter__(self) -> Self:
        """Open a database."""
        self._con = sqlite3.connect(":memory:", isolation_level=None)
        self._con.executescript(sql("sqlite_instellingen"))
        self._con.set_progress_handler(lambda: 0, STAPPEN)
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
        try:
            self._con.executescript(sql("sqlite_begin"))
            while self._con.execute(sql("nog_actief")).fetchone()[0]:
                self._con.executescript(sql("sqlite_stap"))
            self._con.executescript(sql("sqlite_eind"))
        except sqlite3.OperationalError as fout:
            if fout.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise TeLang from fout
            raise

    def antwoord(self) -> Antwoord:
        """Read from the tables."""
        return Antwoord(self._lees("lees_opvolging", OPVOLGING), self._lees("lees_matrix", MATRIX))

    def ruim(self) -> None:
        """Drop the tables."""
        for (tabel,) in self._con.execute(sql("sqlite_tijdelijk")).fetchall():
            self._con.execute(sql("sqlite_weg").format(tabel=tabel))

    def _lees(self, vraag: str, kolommen: tuple[str, ...]) -> pa.Table:
        return als_tabel(self._con.execute(sql(vraag)), kolommen, [pa.int64()] * len(kolommen))


def als_tabel(cursor: Cursor, kolommen: tuple[str, ...], typen: list[pa.DataType]) -> pa.Table:
    """All rows of an answer, not all at once as Python values: at ten million those take many gigabytes."""
    vorm = pa.schema(zip(kolommen, typen, strict=True))
    delen = []
    while rijen := cursor.fetchmany(RIJEN):
        reeksen = [pa.array(reeks, soort) for reeks, soort in zip(zip(*rijen, strict=True), typen, strict=True)]
        delen.append(pa.record_batch(reeksen, schema=vorm))
    return pa.Table.from_batches(delen, vorm)


def _getallen(kolom: pa.ChunkedArray) -> pa.ChunkedArray:
    """Of a date the days since 1970."""
    return kolom.cast(pa.int32()) if pa.types.is_date32(kolom.type) else kolom
