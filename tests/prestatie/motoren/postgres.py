"""The question in PostgreSQL, with indexes that cover it: a server of our own, on loopback, in a temporary folder."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from types import TracebackType
from typing import Self

import psycopg
import pyarrow as pa

from tests import postgres
from tests.prestatie.gegevens import Bron, sql
from tests.prestatie.motor import MATRIX, OPVOLGING, Antwoord
from tests.prestatie.motoren.sqlite import TABEL, als_tabel

#: Enough memory to sort and hash in, all cores for one question, and no waiting for a disk: nothing is kept.
INSTELLINGEN = {
    "shared_buffers": "1GB", "work_mem": "512MB", "maintenance_work_mem": "512MB", "max_wal_size": "4GB", "jit": "off",
    "autovacuum": "off", "max_connections": "5", "wal_level": "minimal", "max_wal_senders": "0",
    "max_parallel_workers_per_gather": "2", "random_page_cost": "1.1", "effective_cache_size": "4GB",
} | postgres.KAAL  # fmt: skip


class Postgres:
    """PostgreSQL 15."""

    def __init__(self, naam: str) -> None:
        """Its name."""
        self.naam = naam

    def __enter__(self) -> Self:
        """Make a cluster, start the server, connect."""
        with ExitStack() as stapel:
            server = stapel.enter_context(postgres.draai(INSTELLINGEN))
            waar = f"host=127.0.0.1 port={server.poort} user={server.wie} dbname=postgres"
            self._con = psycopg.connect(waar, password=server.geheim, autocommit=True)
            self._stapel = stapel.pop_all()
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """Stop the server and throw the cluster away."""
        with suppress(psycopg.Error):
            self._con.close()
        self._stapel.close()

    def laad(self, bron: Bron) -> None:
        """Fill the tables, then make the indexes."""
        self._voer_uit("postgres_tabellen")
        for naam, tabel in bron.getallen.items():
            opdracht = sql("postgres_kopieer").format(tabel=TABEL[naam])
            with self._con.cursor() as cursor, cursor.copy(opdracht) as kopie:
                for rij in zip(*(kolom.to_pylist() for kolom in tabel.columns), strict=True):
                    kopie.write_row(rij)
        self._voer_uit("postgres_indexen")

    def vraag(self) -> None:
        """Lines and tests; steps, one test at a time; the rows and the matrix."""
        self._voer_uit("postgres_schema")
        self._voer_uit("postgres_begin")
        while self._getal("nog_actief"):
            self._voer_uit("postgres_stap")
        self._voer_uit("postgres_eind")

    def antwoord(self) -> Antwoord:
        """Read from the tables."""
        return Antwoord(self._lees("lees_opvolging", OPVOLGING), self._lees("lees_matrix", MATRIX))

    def ruim(self) -> None:
        """Drop the tables."""
        self._voer_uit("postgres_weg")

    def _voer_uit(self, naam: str) -> None:
        """Run a file; without parameters it may hold many statements."""
        self._con.execute(sql(naam).encode())

    def _getal(self, naam: str) -> int:
        rij = self._con.execute(sql(naam).encode()).fetchone()
        assert rij is not None
        return int(rij[0])

    def _lees(self, naam: str, kolommen: tuple[str, ...]) -> pa.Table:
        typen = [pa.date32() if kolom.startswith("moment") else pa.int64() for kolom in kolommen]
        with self._con.transaction(), self._con.cursor(name="lees") as cursor:
            cursor.execute(sql(naam).encode())
            return als_tabel(cursor, kolommen, typen)
