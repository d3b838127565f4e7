"""The upkeep of docs/schaal.md, run as it stands there: what goes, what stays, and what comes back from a backup."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from data.instellingen import PRODUCT
from data.lake import lake
from tests.lake.boedel import Boedel, gepubliceerd, publiceer, versies
from tests.postgres import Server, programma


@pytest.mark.duur
def test_opruimen_laat_wat_er_nu_is(
    nieuw_lake: Callable[[], str], drie: Boedel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of now instead of years ago: all but the latest publication goes, and so does a file that nobody knows."""
    waar = nieuw_lake()
    monkeypatch.setenv("VERBETERPUNTEN_OPSLAG", waar)
    publiceer(waar, drie.eerste, bestanden=tmp_path / "parquet")
    oud = set((tmp_path / "parquet").rglob("*.parquet"))
    publiceer(waar, drie.openbaar, drie.alles)
    map_ = tmp_path / "parquet" / "openbaar" / "kader"
    wees = map_ / "ducklake-wees.parquet"
    shutil.copy(next(map_.glob("*.parquet")), wees)
    nieuw = set((tmp_path / "parquet").rglob("*.parquet")) - oud - {wees}
    regels = re.findall(r"```python\n(.*?)```", (PRODUCT / "docs" / "schaal.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(regels) == 1
    nu, vervangen = re.subn(r"- interval \d+ \w+", "+ interval 1 minute", regels[0])
    assert vervangen == 3
    exec(nu, {})
    assert oud
    assert set((tmp_path / "parquet").rglob("*.parquet")) == nieuw
    ((publicatie, openbaar, alles),) = versies(waar, tmp_path)
    assert (openbaar, alles) == (publicatie.openbaar, publicatie.alles)
    assert (openbaar, alles) == (drie.openbaar.datasetversie, drie.alles.datasetversie)


@pytest.mark.duur
def test_een_reservekopie_van_catalogus_en_bestanden(
    nieuw_lake: Callable[[], str], server: Server, drie: Boedel, tmp_path: Path
) -> None:
    """The dump first, then the files; what is published in between is in neither, and what was there comes back."""
    waar, parquet = nieuw_lake(), tmp_path / "parquet"
    publiceer(waar, drie.eerste, bestanden=parquet)
    dump = tmp_path / "lake.dump"
    adres = waar.removeprefix(lake.SOORT)
    subprocess.run([programma("pg_dump"), "--format=custom", f"--file={dump}", adres], check=True)
    publiceer(waar, drie.openbaar)
    shutil.copytree(parquet, tmp_path / "kopie")
    shutil.rmtree(parquet)
    shutil.move(tmp_path / "kopie", parquet)
    terug = server.database("terug")
    omgeving = os.environ | {"PGPASSWORD": server.geheim}
    subprocess.run([programma("pg_restore"), f"--dbname={terug}", str(dump)], check=True, env=omgeving)
    assert [deel.openbaar for deel in gepubliceerd(lake.SOORT + terug)] == [drie.eerste.datasetversie]
    ((_, openbaar, _),) = versies(lake.SOORT + terug, tmp_path)
    assert openbaar == drie.eerste.datasetversie
