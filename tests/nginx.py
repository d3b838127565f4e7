"""nginx as docs/server/nginx.conf has it, before dashboards of a test: with a certificate of its own, on loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.instellingen import PRODUCT

BESTAND = PRODUCT / "docs" / "server" / "nginx.conf"
GEDULD = 30.0
#: What stands around the file on a server: one process, and where each visitor went.
OMHEEN = """
daemon off; master_process off; pid {map}/nginx.pid; error_log {map}/fouten.log;
events {{ }}
http {{
    log_format plek "$cookie_replica $nieuw_koekje $upstream_addr";
    access_log {map}/bezoek.log plek;
    client_body_temp_path {map}/a; proxy_temp_path {map}/b; fastcgi_temp_path {map}/c;
    uwsgi_temp_path {map}/d; scgi_temp_path {map}/e;
    {regels}
}}
"""


@dataclass(frozen=True)
class Voordeur:
    """A running nginx: where readers come, where http is sent on, its certificate and its folder."""

    adres: str
    http: str
    certificaat: Path
    map: Path


def _ontbreekt(wat: str) -> None:
    """Skip the test, or fail where all of it has to run."""
    if os.environ.get("VERBETERPUNTEN_BROWSER_VERPLICHT") == "1":
        pytest.fail(wat, pytrace=False)
    pytest.skip(wat)


def _programma(naam: str) -> str:
    gevonden = shutil.which(naam) or shutil.which(f"/usr/sbin/{naam}")
    if gevonden is None:
        _ontbreekt(f"{naam} ontbreekt")
    return str(gevonden)


def vrij() -> int:
    """A port that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as deur:
        return int(deur.getsockname()[1])


def _certificaat(map_: Path) -> None:
    """A certificate for localhost that nobody but the test trusts."""
    opdracht = f"{_programma('openssl')} req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    opdracht += f" -keyout {map_}/sleutel.pem -out {map_}/keten.pem -subj /CN=localhost"
    opdracht += " -addext subjectAltName=DNS:localhost"
    subprocess.run(opdracht.split(), check=True, capture_output=True)


def _regels(map_: Path, dashboards: Sequence[str], *, poort: int, http: int) -> str:
    """The file with addresses of the test in the place of those of a server; all of them have to be in it."""
    upstream = "\n".join(f"server {adres.removeprefix('http://')};" for adres in dashboards)
    tekst = BESTAND.read_text(encoding="utf-8")
    for oud, nieuw in (
        ("server 127.0.0.1:8501;\n    server 127.0.0.1:8502;", upstream),
        ("listen 80 default_server;", f"listen 127.0.0.1:{http} default_server;"),
        ("listen 443 ssl", f"listen 127.0.0.1:{poort} ssl"),
        ("https://verbeterpunten.example$", f"https://localhost:{poort}$"),
        ("server_name verbeterpunten.example;", "server_name localhost;"),
        ("/etc/ssl/verbeterpunten/", f"{map_}/"),
    ):
        assert oud in tekst, oud
        tekst = tekst.replace(oud, nieuw)
    return tekst


@contextmanager
def nginx(map_: Path, dashboards: Sequence[str], *, poort: int | None = None) -> Iterator[Voordeur]:
    """nginx before these dashboards, by their http addresses; it works in the folder `map_`, which it makes.

    `poort`: where readers come, for who has to know that before; else any that is free.
    """
    programma = _programma("nginx")
    map_.mkdir()
    _certificaat(map_)
    poort, http = poort or vrij(), vrij()
    regels = _regels(map_, dashboards, poort=poort, http=http)
    (map_ / "nginx.conf").write_text(OMHEEN.format(map=map_, regels=regels), encoding="utf-8")
    proces = subprocess.Popen([programma, "-p", str(map_), "-c", str(map_ / "nginx.conf")], stderr=subprocess.PIPE)
    try:
        einde = time.monotonic() + GEDULD
        while not _open(poort):
            assert proces.poll() is None, proces.stderr.read().decode() if proces.stderr else ""
            assert time.monotonic() < einde, "nginx kwam niet op"
            time.sleep(0.05)
        yield Voordeur(f"https://localhost:{poort}", f"http://localhost:{http}", map_ / "keten.pem", map_)
    finally:
        proces.terminate()
        proces.communicate()


def _open(poort: int) -> bool:
    with socket.socket() as deur:
        return deur.connect_ex(("127.0.0.1", poort)) == 0
