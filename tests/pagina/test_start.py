"""When the dashboard may start: within reach of others only with a login that holds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from data.instellingen import PRODUCT, Instellingen, hier, instellingen
from pagina.venster.start import bezwaar
from tests.pagina.conftest import AUTH


@pytest.mark.parametrize(
    ("adres", "verwacht"),
    [("127.0.0.1", True), ("127.8.9.10", True), ("localhost", True), ("LOCALHOST", True), ("::1", True),
     ("[::1]", True),
     ("0.0.0.0", False), ("::", False), ("", False), ("10.0.0.3", False), ("fe80::1", False),
     ("cijfers.example", False),
     ("localhost.example", False), ("127.1", False), ("0x7f000001", False), ("::ffff:10.0.0.3", False)],
)  # fmt: skip
def test_welk_adres_deze_computer_is(adres: str, verwacht: bool) -> None:  # noqa: FBT001
    assert hier(adres) is verwacht


KEUS = Instellingen(Path(), Path(), Path(), Path(), "http://localhost:8501")


@pytest.mark.parametrize(
    ("auth", "keus", "adres", "zin"),
    [
        ({}, {}, "127.0.0.1", ""),
        ({}, {}, "::1", ""),
        ({}, {}, "0.0.0.0", "op server.address 0.0.0.0 kunnen ook anderen erbij, en inloggen staat uit."),
        ({}, {}, "::", "op server.address :: kunnen ook anderen erbij, en inloggen staat uit."),
        ({}, {}, "", "op server.address (leeg: elk adres van deze computer) kunnen ook anderen erbij, en inloggen"),
        ({}, {"iedereen_kan_alles": True}, "0.0.0.0", ""),
        (
            {},
            {"adres": "https://cijfers.example"},
            "127.0.0.1",
            "volgens VERBETERPUNTEN_ADRES (https://cijfers.example) komen lezers van buiten deze computer, en inloggen",
        ),
        ({}, {"adres": "http://[::1]:8501"}, "127.0.0.1", ""),
        (AUTH, {}, "0.0.0.0", ""),
        (AUTH, {"adres": "https://cijfers.example"}, "127.0.0.1", ""),
        (AUTH | {"redirect_uri": "http://localhost:8501/oauth2callback"}, {}, "127.0.0.1", ""),
        (AUTH | {"redirect_uri": "http://cijfers.example/oauth2callback"}, {}, "", "redirect_uri in secrets.toml moet"),
        (
            AUTH | {"server_metadata_url": "http://inloggen.example/x"},
            {},
            "",
            "server_metadata_url in secrets.toml moet",
        ),
        (AUTH | {"server_metadata_url": "http://127.0.0.1:9/x"}, {}, "", ""),
        (AUTH | {"redirect_uri": "https://cijfers.example/"}, {}, "", "redirect_uri in secrets.toml moet eindigen op"),
        (AUTH | {"cookie_secret": "kort"}, {}, "", "cookie_secret in secrets.toml moet minstens 32 tekens lang zijn."),
        ({"client_id": "x"}, {}, "", "in [auth] van secrets.toml ontbreekt redirect_uri, cookie_secret, client_secret"),
        (AUTH, {"inloguren": 0.0}, "", "VERBETERPUNTEN_INLOGUREN moet een aantal uren zijn, meer dan 0 en hoogstens"),
    ],
)
def test_wanneer_het_dashboard_niet_start(auth: dict[str, str], keus: dict[str, Any], adres: str, zin: str) -> None:
    gezegd = bezwaar(auth, Instellingen(**{**vars(KEUS), **keus}), adres)
    assert gezegd.startswith(zin)
    assert bool(gezegd) is bool(zin)


def test_een_kop_van_een_verzoek_gaat_niet_voor_het_inloggen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.config.get_option", lambda _: {"X-Rol": "roles"})
    assert bezwaar(AUTH, KEUS, "127.0.0.1").startswith("server.trustedUserHeaders")


def _start(tmp_path: Path, *opties: str, **omgeving: str) -> tuple[int, str]:
    """Start the dashboard: its exit status, and what it says last on stderr."""
    eigen = {"VERBETERPUNTEN_MAP": str(tmp_path), "PYTHONUTF8": "1", **omgeving}
    opdracht = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", "0", *opties]
    proces = subprocess.run(
        opdracht, cwd=PRODUCT, env=os.environ | eigen, capture_output=True, text=True, timeout=120, check=False
    )
    return proces.returncode, proces.stderr.strip().splitlines()[-1]


def test_het_start_niet_op_een_openbaar_adres_zonder_login(tmp_path: Path) -> None:
    status, gezegd = _start(tmp_path, "--server.address", "0.0.0.0")
    assert status == 1
    assert gezegd.startswith(
        "Het dashboard start niet: op server.address 0.0.0.0 kunnen ook anderen erbij, en inloggen"
    )


@pytest.mark.duur
@pytest.mark.parametrize(
    ("opties", "omgeving"),
    [
        ((), {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}),
        (("--server.address", "::"), {}),
        (("--server.address", ""), {}),
        ((), {"VERBETERPUNTEN_ADRES": "https://cijfers.example"}),
    ],
)
def test_het_start_niet_hoe_het_adres_ook_is_opgegeven(
    tmp_path: Path, opties: tuple[str, ...], omgeving: dict[str, str]
) -> None:
    status, gezegd = _start(tmp_path, *opties, **omgeving)
    assert status == 1
    assert gezegd.startswith("Het dashboard start niet: ")


def test_alleen_ja_is_ja(monkeypatch: pytest.MonkeyPatch) -> None:
    for waarde in ("1", "true", "nee", "JA", " ", ""):
        monkeypatch.setenv("VERBETERPUNTEN_IEDEREEN_KAN_ALLES", waarde)
        assert not instellingen().iedereen_kan_alles
    monkeypatch.setenv("VERBETERPUNTEN_IEDEREEN_KAN_ALLES", "ja")
    assert instellingen().iedereen_kan_alles
