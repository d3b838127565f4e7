"""A PostgreSQL server of a test or a measurement: on loopback, in a temporary folder, gone when the block ends."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

#: Where Debian puts the programs of a version.
DEBIAN = Path("/usr/lib/postgresql/15/bin")
#: PostgreSQL refuses to run as root; then it runs as this user.
GEBRUIKER = "postgres"
#: On loopback only, and no waiting for a disk: nothing is kept.
KAAL = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "unix_socket_directories": "",
    "listen_addresses": "127.0.0.1",
}  # fmt: skip
WACHT = 60.0


@dataclass
class Server:
    """A server that runs; `proces` is None while it is stopped. Each `database` of it is empty at first."""

    map: Path
    poort: int
    wie: str
    geheim: str
    opdracht: list[str]
    als: str | None
    proces: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        with (self.map / "logboek").open("ab") as logboek:
            self.proces = subprocess.Popen(
                self.opdracht, user=self.als, cwd=self.map, stdout=logboek, stderr=logboek
            )  # fmt: skip
        einde = time.monotonic() + WACHT
        klaar = [programma("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.poort)]
        while subprocess.run(klaar, check=False).returncode != 0:
            if self.proces.poll() is not None or time.monotonic() > einde:
                raise RuntimeError((self.map / "logboek").read_text(encoding="utf-8", errors="replace"))
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop it at once: whoever is connected is cut off."""
        if self.proces is None:
            return
        self.proces.send_signal(signal.SIGINT)
        try:
            self.proces.wait(WACHT)
        except subprocess.TimeoutExpired:
            self.proces.kill()
            self.proces.wait()
        self.proces = None

    def database(self, naam: str) -> str:
        """Make a database, and say how one connects to it: what PostgreSQL's own programs take."""
        omgeving = os.environ | {"PGPASSWORD": self.geheim}
        waar = ["-h", "127.0.0.1", "-p", str(self.poort), "-U", self.wie]
        subprocess.run([programma("createdb"), *waar, naam], env=omgeving, check=True, capture_output=True)
        return f"dbname={naam} host=127.0.0.1 port={self.poort} user={self.wie} password={self.geheim}"


@contextmanager
def draai(instellingen: Mapping[str, str] = KAAL) -> Iterator[Server]:
    """Make a cluster and run it with these settings while in use."""
    als = GEBRUIKER if os.geteuid() == 0 else None
    map_, geheim, wie = Path(tempfile.mkdtemp(prefix="postgres-")), secrets.token_hex(16), "proef"
    bestand = map_ / "geheim"
    bestand.write_text(geheim, encoding="utf-8")
    if als:
        shutil.chown(map_, als)
        shutil.chown(bestand, als)
    opties = ["--auth=scram-sha-256", f"--username={wie}", f"--pwfile={bestand}", "--no-sync", "--locale=C"]
    subprocess.run(
        [programma("initdb"), *opties, "--encoding=UTF8", str(map_ / "data")],
        check=True, capture_output=True, user=als, cwd=map_,
    )  # fmt: skip
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = int(vrij.getsockname()[1])
    keuzen = [deel for naam, waarde in instellingen.items() for deel in ("-c", f"{naam}={waarde}")]
    opdracht = [programma("postgres"), "-D", str(map_ / "data"), "-p", str(poort), *keuzen]
    server = Server(map_, poort, wie, geheim, opdracht, als)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(map_, ignore_errors=True)


def programma(naam: str) -> str:
    """The path of a program of PostgreSQL. Raises FileNotFoundError."""
    gevonden = DEBIAN / naam
    pad = str(gevonden) if gevonden.exists() else shutil.which(naam)
    if pad is None:
        raise FileNotFoundError(f"{naam} ontbreekt: installeer PostgreSQL 15")
    return pad
