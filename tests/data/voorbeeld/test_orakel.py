"""The follow-up that is built from fictional leveringen, against the oracle."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.bouw.bouwen import bouw
from data.voorbeeld import maak
from tests.data.afleiding.afgeleid import STAND, STAPPEN, als_tupels
from tests.data.voorbeeld.voorbeelden import begrippen, werelden
from tests.orakel import opvolging, stand, verloop


@pytest.fixture(scope="module", params=[(4, 3, 1), (12, 6, 7)], ids=str)
def gebouwd(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Fictional leveringen and the database of them."""
    gemeenten, jaren, zaad = request.param
    map_ = tmp_path_factory.mktemp("orakel")
    maak(map_ / "leveringen", gemeenten=gemeenten, jaren=jaren, zaad=zaad)
    return map_ / "leveringen", bouw([map_ / "leveringen"], naar=map_ / "x.duckdb").bestand


def _uit_de_database(bestand: Path, leveringen: Path, vraag: str, plek: int) -> Counter[tuple[Any, ...]]:
    """The rows of a query of `afgeleid`, with the begrip at a place as its id instead of its number."""
    begrip = begrippen(leveringen)
    with duckdb.connect(bestand, read_only=True) as con:
        nummers = con.execute("select begrip_nr, indicator_id from opslag.indicator").fetchall()
        per_nummer = {nummer: begrip[indicator] for nummer, indicator in nummers if indicator in begrip}
        rijen = con.execute(vraag).fetchall()
    return Counter((*rij[:plek], per_nummer[rij[plek]], *rij[plek + 1 :]) for rij in rijen)


def test_gelijk_aan_het_orakel(gebouwd: tuple[Path, Path]) -> None:
    leveringen, bestand = gebouwd
    stappen: Counter[tuple[Any, ...]] = Counter()
    verlopen: Counter[tuple[Any, ...]] = Counter()
    standen: Counter[tuple[Any, ...]] = Counter()
    for wereld in werelden(leveringen):
        stappen += als_tupels(opvolging(wereld))
        verlopen += als_tupels(verloop(wereld))
        standen += als_tupels(stand(wereld))
    assert len(stappen) > 200
    assert _uit_de_database(bestand, leveringen, STAPPEN.format(verloop=False), 3) == stappen
    assert _uit_de_database(bestand, leveringen, STAPPEN.format(verloop=True), 3) == verlopen
    assert _uit_de_database(bestand, leveringen, STAND, 2) == standen
