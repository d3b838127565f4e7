"""The question in PostgreSQL, with indexes that cover it: a server of our own, on loopback, in a temporary folder."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg
import pyarrow as pa

from tests.prestatie.gegevens import Bron, sql
from tests.prestatie.motor import MATRIX, OPVOLGING, Antwoord
from tests.prestatie.motoren.sqlite import TABEL

#: Where Debian puts the programs of a version.
DEBIAN = Path("/usr/lib/postgresql/15/bin")
#: PostgreSQL refuses to run as root; then it runs as this user.
GEBRUIKER = "postgres"
#: Enough memory to sort and hash in, all cores for one question, and no waiting for a disk: nothing is kept.
INSTELLINGEN = {
    "shared_buffers": "1GB", "work_mem": "512MB", "maintenance_work_mem": "512MB", "max_wal_size": "4GB", "jit": "off",
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off", "max_connections": "5",
    "wal_level": "minimal", "max_wal_senders": "0", "max_parallel_workers_per_gather": "2", "random_page_cost": "1.1",
    "effective_cache_size": "4GB", "unix_socket_directories": "", "listen_addresses": "127.0.0.1",
}  # fmt: skip
WACHT = 60.0


class Postgres:
    """PostgreSQL 15."""

    def __init__(self, naam: str) -> None:
        """Its name."""
        self.naam = naam

    def __enter__(self) -> Self:
        """Make a cluster, start the server, connect."""
        self._map = Path(tempfile.mkdtemp(prefix="prestatie-"))
        self._wie = GEBRUIKER if os.geteuid() == 0 else None
        geheim = secrets.token_hex(16)
        bestand = self._map / "geheim"
        bestand.write_text(geheim, encoding="utf-8")
        if self._wie:
            shutil.chown(self._map, self._wie)
            shutil.chown(bestand, self._wie)
        opties = ["--auth=scram-sha-256", "--username=prestatie", f"--pwfile={bestand}", "--no-sync", "--locale=C"]
        subprocess.run(
            [_programma("initdb"), *opties, "--encoding=UTF8", str(self._map / "data")],
            check=True, capture_output=True, user=self._wie, cwd=self._map,
        )  # fmt: skip
        with socket.create_server(("127.0.0.1", 0)) as vrij:
            poort = vrij.getsockname()[1]
        keuzen = [deel for naam, waarde in INSTELLINGEN.items() for deel in ("-c", f"{naam}={waarde}")]
        with (self._map / "logboek").open("wb") as logboek:
            self._server = subprocess.Popen(
                [_programma("postgres"), "-D", str(self._map / "data"), "-p", str(poort), *keuzen],
                user=self._wie, cwd=self._map, stdout=logboek, stderr=logboek,
            )  # fmt: skip
        self._con = self._verbind(poort, geheim)
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """Stop the server and throw the cluster away."""
        with suppress(psycopg.Error):
            self._con.close()
        self._server.send_signal(signal.SIGINT)
        try:
            self._server.wait(WACHT)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()
        shutil.rmtree(self._map, ignore_errors=True)

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

    def _verbind(self, poort: int, geheim: str) -> psycopg.Connection:
        """A connection, as soon as the server takes one."""
        einde = time.monotonic() + WACHT
        while True:
            try:
                return psycopg.connect(
                    host="127.0.0.1", port=poort, user="prestatie", password=geheim, dbname="postgres", autocommit=True
                )
            except psycopg.OperationalError:
                if self._server.poll() is not None or time.monotonic() > einde:
                    raise
                time.sleep(0.1)

    def _voer_uit(self, naam: str) -> None:
        """Run a file; without parameters it may hold many statements."""
        self._con.execute(sql(naam).encode())

    def _getal(self, naam: str) -> int:
        rij = self._con.execute(sql(naam).encode()).fetchone()
        assert rij is not None
        return int(rij[0])

    def _lees(self, naam: str, kolommen: tuple[str, ...]) -> pa.Table:
        rijen = self._con.execute(sql(naam).encode()).fetchall()
        reeksen = list(zip(*rijen, strict=True)) if rijen else [()] * len(kolommen)
        return pa.table([pa.array(reeks) for reeks in reeksen], names=list(kolommen))


def _programma(naam: str) -> str:
    """The path of a program of PostgreSQL."""
    gevonden = DEBIAN / naam
    pad = str(gevonden) if gevonden.exists() else shutil.which(naam)
    if pad is None:
        raise FileNotFoundError(f"{naam} ontbreekt: installeer PostgreSQL 15")
    return pad
