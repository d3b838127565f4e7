"""data/gebouwd/open_schrijvend.sql: a connection that reads one database and writes to one folder, and nothing else."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from data.fouten import NietTeOpenen
from data.gebouwd.openen import open_lezend, open_schrijvend


def test_alleen_naar_die_ene_map(proef_bestand: Path, tmp_path: Path) -> None:
    """A name with a quote is a name. The same file may be open in the ordinary way meanwhile."""
    map_ = tmp_path / "de 'map'"
    map_.mkdir()
    doel = str(map_ / "a.csv").replace("'", "''")
    with open_lezend(proef_bestand) as ook, open_schrijvend(proef_bestand, map_, "create macro een() as 1") as con:
        con.execute(f"copy (select count(*) as n, memory.een() from oordelen) to '{doel}' (header false)")
        assert ook.execute("select count(*) from oordelen").fetchall() == [(4,)]
    assert (map_ / "a.csv").read_text(encoding="utf-8") == "4,1\n"


@pytest.mark.parametrize(
    "poging",
    [
        "copy (select 1) to '{buiten}/a.csv'", "from read_csv('/etc/passwd')", "attach '{buiten}/x.duckdb' as x",
        "set allowed_directories = ['/']", "set enable_external_access = true", "install httpfs",
        "create table feiten.opslag.t as select 1 as x", "delete from feiten.opslag.oordeel",
    ],
)  # fmt: skip
def test_verder_niets(proef_bestand: Path, tmp_path: Path, poging: str) -> None:
    (tmp_path / "wel").mkdir()
    with open_schrijvend(proef_bestand, tmp_path / "wel", "select 1") as con, pytest.raises(duckdb.Error):
        con.execute(poging.format(buiten=tmp_path))
    assert list(tmp_path.iterdir()) == [tmp_path / "wel"]


def test_wat_geen_database_is(tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_text("geen database", encoding="utf-8")
    with pytest.raises(NietTeOpenen, match="niet te lezen"):
        open_schrijvend(tmp_path / "x.duckdb", tmp_path, "select 1")
