"""Publishers that are cut off at any moment, and publishers at one moment: the lake is always one of theirs, whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from data.bouw.bouwen import Gebouwd
from data.instellingen import PRODUCT
from data.lake import lake
from tests.lake.boedel import gepubliceerd, open_lake, publiceer, reeks, versies

ZAAD = 20261122
LEVERINGEN = "select levering_id from lake.openbaar.levering order by 1"
DUUR = pytest.mark.duur


@pytest.fixture
def zonder_lijsten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A product that has no lists of its own."""
    monkeypatch.setattr("data.bouw.bouwen.NASLAG", ())


def _begin(waar: str, gebouwd: Gebouwd) -> subprocess.Popen[str]:
    """A publisher that waits for a line."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.lake.uitgever", str(gebouwd.bestand), gebouwd.datasetversie],
        cwd=PRODUCT, env=os.environ | {"VERBETERPUNTEN_OPSLAG": waar}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def _los(proces: subprocess.Popen[str]) -> None:
    """Give it the line, and wait until it begins."""
    assert proces.stdin is not None
    assert proces.stdout is not None
    proces.stdin.write("\n")
    proces.stdin.flush()
    assert proces.stdout.readline() == "begint\n"


def _leveringen(waar: str) -> list[str]:
    with open_lake(waar) as con:
        return [levering for (levering,) in con.execute(LEVERINGEN).fetchall()]


@pytest.mark.usefixtures("zonder_lijsten")
@pytest.mark.parametrize("keer", [1, pytest.param(20, marks=DUUR)])
def test_een_afgebroken_uitgever_laat_het_lake_heel(keer: int, nieuw_lake: Callable[[], str], tmp_path: Path) -> None:
    """`kill -9` at seeded moments of a publication: what it published is there whole or not at all, and nothing else is
    lost; what it left behind is found and cleared, and what is published can still be read."""
    toeval, waar = random.Random(ZAAD), nieuw_lake()
    stappen = reeks(tmp_path, keer + 2)
    publiceer(waar, stappen[0], bestanden=tmp_path / "parquet")
    heel = _begin(waar, stappen[1])
    _los(heel)
    begin = time.monotonic()
    assert heel.communicate()[0] == "klaar\n"
    lengte = time.monotonic() - begin
    er_staat, afgebroken = 1, 0
    for nummer in range(2, keer + 2):
        proces = _begin(waar, stappen[nummer])
        _los(proces)
        # the first at once, so that on any machine one is cut off
        time.sleep(0 if nummer == 2 else toeval.uniform(0.3, 1) * lengte)
        proces.kill()
        kwam_klaar = "klaar" in proces.communicate()[0]
        afgebroken += proces.returncode == -signal.SIGKILL
        nu = gepubliceerd(waar)
        assert nu[0].openbaar in {stappen[nummer].datasetversie, stappen[er_staat].datasetversie}
        if nu[0].openbaar == stappen[nummer].datasetversie:
            er_staat = nummer
        else:
            assert not kwam_klaar
        assert _leveringen(waar) == sorted(f"n{deel}" for deel in range(er_staat + 1))
    assert afgebroken > 0
    publiceer(waar, stappen[-1])
    assert _leveringen(waar) == sorted(f"n{deel}" for deel in range(keer + 2))
    _ruim_op(waar, tmp_path / "parquet")
    for publicatie, openbaar, _ in versies(waar, tmp_path):
        assert openbaar == publicatie.openbaar


def _ruim_op(waar: str, parquet: Path) -> None:
    """Remove the files that no snapshot knows, as docs/schaal.md says; all that is left is known."""
    with duckdb.connect() as con:
        lake.open_lake(con, waar, lake.SCHRIJVEND)
        con.execute("call ducklake_delete_orphaned_files('lake', cleanup_all => true)")
        bekend = con.execute("select count(*) from __ducklake_metadata_lake.ducklake_data_file").fetchall()[0][0]
    assert sum(1 for _ in parquet.rglob("*.parquet")) == bekend > 0


@DUUR
@pytest.mark.usefixtures("zonder_lijsten")
def test_uitgevers_op_hetzelfde_moment(nieuw_lake: Callable[[], str], tmp_path: Path) -> None:
    """Two processes, round after round: each is done or is told, and no levering of who was done is lost."""
    waar, stappen = nieuw_lake(), reeks(tmp_path, 11)
    publiceer(waar, stappen[0], bestanden=tmp_path / "parquet")
    gezegd = []
    for ronde in range(5):
        twee = [_begin(waar, stappen[nummer]) for nummer in (2 * ronde + 1, 2 * ronde + 2)]
        for proces in twee:
            _los(proces)
        uit = [proces.communicate() for proces in twee]
        gedaan = [2 * ronde + 1 + plek for plek, proces in enumerate(twee) if proces.returncode == 0]
        assert gedaan
        for proces, (_, fout) in zip(twee, uit, strict=True):
            assert proces.returncode in {0, 1}
            assert (proces.returncode == 1) == bool(fout)
            gezegd += [fout] if fout else []
        assert _leveringen(waar) == sorted(f"n{deel}" for deel in range(max(gedaan) + 1))
        if max(gedaan) < 2 * ronde + 2:
            publiceer(waar, stappen[2 * ronde + 2])
    assert gezegd
    for zin in gezegd:
        assert zin.startswith(
            ("Iemand anders heeft op ditzelfde moment", "Er is niets gepubliceerd: in het lake staan")
        )


@DUUR
def test_twee_die_het_lake_maken(nieuw_lake: Callable[[], str], tmp_path: Path, zonder_lijsten: None) -> None:
    """Nobody published yet: the second is told, and the lake of the first is whole."""
    waar, (een, twee) = nieuw_lake(), reeks(tmp_path, 2)
    with duckdb.connect() as con:
        lake.open_lake(con, waar, f"data_path '{tmp_path / 'parquet'}'")
    processen = [_begin(waar, gebouwd) for gebouwd in (een, twee)]
    for proces in processen:
        _los(proces)
    for proces in processen:
        proces.communicate()
    assert {proces.returncode for proces in processen} in ({0}, {0, 1})
    assert all(openbaar == publicatie.openbaar for publicatie, openbaar, _ in versies(waar, tmp_path))
