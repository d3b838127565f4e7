"""The product's own SQL on its own tables, as a build runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb

from data.sql import sql as product_sql
from data.sql import voer_uit
from tests.prestatie.gegevens import Bron, sql
from tests.prestatie.motor import Antwoord

#: What of a build is the follow-up.
AFLEIDING = tuple(f"afleiding/{naam}" for naam in ("lijn", "toetsen", "keten", "tak", "opvolging"))


def in_geheugen(gevuld: Path, draden: int | None = None) -> duckdb.DuckDBPyConnection:
    """The tables of a filled database in memory, rows in the order in which a build leaves them (None: every core)."""
    con = duckdb.connect(config={} if draden is None else {"threads": draden})
    voer_uit(con, "schema", "afleiding/macros")
    con.execute(sql("product_koppel").format(gevuld=gevuld))
    for tabel, kolommen in con.execute(sql("product_tabellen")).fetchall():
        con.execute(sql("product_neem_over").format(tabel=tabel, kolommen=kolommen))
    con.execute(sql("product_ontkoppel"))
    return con


class Product:
    """A database with filled tables; what `vraag` makes is taken back after each run."""

    def __init__(self, naam: str, open_: Callable[[], duckdb.DuckDBPyConnection]) -> None:
        """Its name, and what opens such a database."""
        self.naam = naam
        self._open = open_

    def __enter__(self) -> Self:
        """Open the database."""
        self._basis = self._open()
        self._tabellen = self._basis.execute(sql("product_gemaakt")).fetchall()
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """Close it."""
        self._basis.close()

    def laad(self, bron: Bron) -> None:
        """Nothing: the tables are there."""

    def vraag(self) -> None:
        """Lines, tests, steps; then the matrix.

        Each statement by itself, as in a build: inside one transaction DuckDB knows less of what it has just made, and
        plans worse (twenty times as long for one of these tables at a million oordelen).
        """
        self._begin()
        voer_uit(self.con, *AFLEIDING)
        self.con.execute(sql("product_matrix"))

    def antwoord(self) -> Antwoord:
        """Read from the tables, by way of the view of the steps."""
        self.con.execute(sql("product_rust_op"))
        self.con.execute(duckdb.extract_statements(product_sql("afleiding/stappen"))[0])
        return Antwoord(
            self.con.execute(sql("product_opvolging")).to_arrow_table(),
            self.con.execute(sql("lees_matrix")).to_arrow_table(),
        )

    def ruim(self) -> None:
        """Drop the tables; those that are temporary go with their connection."""
        self.con.close()
        for rij in self._basis.execute(sql("product_gemaakt")).fetchall():
            if rij not in self._tabellen:
                self._basis.execute(sql("product_weg").format(tabel=rij[0]))

    def _begin(self) -> None:
        """A connection for one run."""
        self.con = self._basis.cursor()


class ZonderOpvolging(Product):
    """The limit: the same GROUP BY over the oordelen themselves, without any follow-up."""

    def vraag(self) -> None:
        """Only count."""
        self._begin()
        self.con.execute(sql("zonder_opvolging"))
