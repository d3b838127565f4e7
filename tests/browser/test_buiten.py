"""Nothing calls outside: no page (the visitor of every test is watched), not the server (afgeluisterd.py)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.browser.bezoek import Waarnemingen
from tests.browser.bladzijden import PADEN, STANDEN, ga
from tests.browser.conftest import WORTEL

PROEF = """
import socket, sys
from tests.browser.afgeluisterd import luister
sys.addaudithook(luister)
with socket.create_server(("127.0.0.1", 0)) as deur:
    socket.create_connection(("localhost", deur.getsockname()[1])).close()
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as lijn:
    lijn.connect(("192.0.2.7", 9))
try:
    socket.getaddrinfo("elders.invalid", 443)
except OSError:
    pass
"""


@pytest.mark.duur
def test_op_geen_enkele_pagina(pagina: Page, waarnemingen: Waarnemingen) -> None:
    """All of them after one another; the others of this folder watch too, each what it opens."""
    for adres in [*PADEN, *STANDEN]:
        ga(pagina, adres)
    assert waarnemingen.buiten == []


def test_een_vreemde_pagina_krijgt_geen_sessie_en_de_server_zoekt_niets_op(server: str) -> None:
    """Left to itself Streamlit then looks up its own address at a service outside: at the end `server` would tell."""
    plek = server.removeprefix("http://")
    for vanaf in ("https://elders.example", "http://localhost:9", f"http://elders.example:{plek.rpartition(':')[2]}"):
        with pytest.raises(InvalidStatus) as fout, connect(f"ws://{plek}/_stcore/stream", origin=Origin(vanaf)):
            pass
        assert fout.value.response.status_code == 403


def test_wie_meeluistert_hoort_wat_naar_buiten_gaat(tmp_path: Path) -> None:
    uit = tmp_path / "buiten"
    subprocess.run([sys.executable, "-c", PROEF], check=True, cwd=WORTEL, env={"AFGELUISTERD": str(uit)})
    gehoord = uit.read_text(encoding="utf-8").splitlines()
    assert gehoord == ["socket.connect ('192.0.2.7', 9)", "socket.getaddrinfo elders.invalid"]
