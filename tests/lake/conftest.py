"""One PostgreSQL for the tests of the lake, and a lake of its own for each that asks.

They are skipped where the packages of requirements-ducklake.txt or PostgreSQL are missing; with
VERBETERPUNTEN_BROWSER_VERPLICHT=1 that is a failure.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.bouw.bouwen import bouw
from data.lake import volgen
from data.lake.lake import SOORT, heeft_pakketten
from tests.lake.boedel import Boedel
from tests.leveringen import schrijf
from tests.postgres import Server, draai, programma


def ontbreekt(wat: str) -> None:
    """Skip the test, or fail where all of it has to run."""
    if os.environ.get("VERBETERPUNTEN_BROWSER_VERPLICHT") == "1":
        pytest.fail(wat, pytrace=False)
    pytest.skip(wat)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """PostgreSQL on loopback."""
    if not heeft_pakketten():
        ontbreekt("de pakketten van requirements-ducklake.txt ontbreken")
    try:
        programma("initdb")
    except FileNotFoundError as fout:
        ontbreekt(str(fout))
    with draai() as postgres:
        yield postgres


@pytest.fixture(scope="session")
def nieuw_lake(server: Server) -> Callable[[], str]:
    """Makes an empty database for a lake: how that lake is written."""
    nummers = itertools.count(1)
    return lambda: SOORT + server.database(f"lake{next(nummers)}")


@pytest.fixture(scope="session")
def drie(tmp_path_factory: pytest.TempPathFactory) -> Boedel:
    """Three leveringen one after another, the last not public yet, and every database that can be made of them."""
    map_ = tmp_path_factory.mktemp("drie")
    winkel = schrijf(map_)
    eerste, tweede, geheim = (winkel / naam for naam in ("eerste", "tweede", "geheim"))
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("data.bouw.bouwen.NASLAG", ())
        return Boedel(
            winkel,
            eerste=bouw([eerste], naar=map_ / "een.duckdb"),
            openbaar=bouw([eerste, tweede], naar=map_ / "openbaar.duckdb"),
            alles=bouw([eerste, tweede, geheim], naar=map_ / "alles.duckdb", concept=True),
        )


@pytest.fixture
def thuis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of databases of this machine; who follows a lake looks once, and only when told to."""
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(tmp_path / "thuis"))
    monkeypatch.setattr(volgen, "_volgers", {})
    monkeypatch.setattr(volgen.Volger, "blijf_kijken", lambda _: None)
    return tmp_path / "thuis"
