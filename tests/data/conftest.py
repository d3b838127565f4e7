"""What the tests of this room share: the small set of leveringen, and the shipped ones as built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from data.bouw.bouwen import bouw
from data.bouw.ruw import laad_ruw
from data.levering import controlegetallen
from data.levering.leveringen import zoek
from data.sql import voer_uit
from tests.data.bouwdoos import Doos
from tests.data.winkeldoos import Winkeldoos
from tests.geleverd import VIER


@pytest.fixture(params=["klein", pytest.param("groot", marks=pytest.mark.duur)])
def doos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Doos:
    """The small set, in a product that has no lists of its own; also as if every table of it were large."""
    monkeypatch.setattr("data.bouw.bouwen.NASLAG", ())
    if request.param == "groot":
        monkeypatch.setattr("data.bouw.ruw.KLEINE_TABEL", 0)
    # a test changes the set as it likes
    monkeypatch.setattr("data.levering.controlegetallen.VAN_AANVAARDING", ())
    doos = Doos(tmp_path)
    (doos.map / "feiten" / controlegetallen.BESTAND).unlink()
    return doos


@pytest.fixture(scope="session")
def proef_bestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the untouched small set."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("data.bouw.bouwen.NASLAG", ())
        doos = Doos(tmp_path_factory.mktemp("proef"))
        return bouw([doos.map], naar=doos.database).bestand


@pytest.fixture
def proef(proef_bestand: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the database of the untouched small set."""
    with duckdb.connect(proef_bestand, read_only=True) as con:
        yield con


@pytest.fixture
def winkel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proef_bestand: Path) -> Winkeldoos:
    """A store with the small set, in a product that has no lists of its own."""
    return Winkeldoos(tmp_path, monkeypatch, proef_bestand)


@pytest.fixture
def ruw(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The small set half way a build: its raw cells read, nothing loaded yet."""
    with duckdb.connect() as con:
        voer_uit(con, "schema", "afleiding/macros")
        laad_ruw(con, zoek([Doos(tmp_path).map])[0], tmp_path)
        yield con


@pytest.fixture(scope="session")
def geleverd_bestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the four shipped rapporten."""
    return bouw(VIER, naar=tmp_path_factory.mktemp("geleverd") / "geleverd.duckdb").bestand


@pytest.fixture
def geleverd(geleverd_bestand: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the database of the four shipped rapporten."""
    with duckdb.connect(geleverd_bestand, read_only=True) as con:
        yield con
