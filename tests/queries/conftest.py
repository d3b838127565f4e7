"""The four shipped rapporten, built once for all query tests, and a way to build fictional ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from data.bouw.bouwen import bouw
from queries import Bron
from tests.geleverd import VIER
from tests.queries.hulp import schrijf_levering


@pytest.fixture(scope="session")
def bron(tmp_path_factory: pytest.TempPathFactory) -> Bron:
    """The database of the four shipped rapporten."""
    return Bron(bouw(VIER, naar=tmp_path_factory.mktemp("geleverd") / "geleverd.duckdb").bestand)


@pytest.fixture(scope="session")
def verzonnen(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, str]], Bron]:
    """Builds the database of one fictional levering (and the product's own lists); of the same one only once."""
    gebouwd: dict[str, Bron] = {}

    def bouw_schets(schets: Mapping[str, str]) -> Bron:
        sleutel = repr(sorted(schets.items()))
        if sleutel not in gebouwd:
            map_ = tmp_path_factory.mktemp("verzonnen")
            gebouwd[sleutel] = Bron(bouw([schrijf_levering(map_, schets)], naar=map_ / "verzonnen.duckdb").bestand)
        return gebouwd[sleutel]

    return bouw_schets
