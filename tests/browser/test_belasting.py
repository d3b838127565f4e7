"""The load of tests/belasting in small: a few readers for a few seconds, on the dashboard of the browser tests."""

import asyncio
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, TypeVar

import pytest

from queries import bron
from tests.belasting.controle import Nakijker
from tests.belasting.keuzes import lezer
from tests.belasting.meting import Belasting, Meting, Run, meet
from tests.belasting.server import Server, nummer_op
from tests.belasting.uitslag import regel, uitslag

W = TypeVar("W")

SESSIES, SECONDEN, TEMPO = 3, 3.0, 0.4


def _in_een_draad(wat: Coroutine[Any, Any, W]) -> W:
    """Playwright keeps a loop of its own going in the thread of the tests."""
    with ThreadPoolExecutor(1) as draden:
        return draden.submit(asyncio.run, wat).result()


@pytest.fixture(scope="module")
def dashboard(server: str) -> Server:
    return Server(server, {server: nummer_op(server)})


@pytest.fixture(scope="module")
def meting(dashboard: Server) -> Meting:
    return _in_een_draad(meet(dashboard, SESSIES, SECONDEN, tempo=TEMPO, terug=False))


@pytest.fixture(scope="module")
def nakijker(dashboard: Server) -> Nakijker:
    return Nakijker(bron(dashboard.map))


def test_geen_run_mislukt_en_elk_cijfer_klopt(meting: Meting, nakijker: Nakijker) -> None:
    uit = uitslag(meting, nakijker)
    assert uit["mislukt"] == 0, uit["fouten"]
    assert uit["runs"] >= SESSIES
    assert regel(uit).split()[:3] == [str(SESSIES), str(uit["runs"]), "0"]


def test_een_verkeerd_cijfer_is_een_mislukte_run(meting: Meting, nakijker: Nakijker) -> None:
    met_cijfer = sum(run.gezien is not None and run.gezien.cijfers != () for run in meting.runs)
    assert uitslag(replace(meting, runs=[_verkeerd(run) for run in meting.runs]), nakijker)["mislukt"] == met_cijfer > 0


def _verkeerd(run: Run) -> Run:
    """The same, but for the first figure that stood there."""
    if run.gezien is None or not run.gezien.cijfers:
        return run
    return replace(run, gezien=replace(run.gezien, cijfers=("onzin", *run.gezien.cijfers[1:])))


def test_een_verbinding_die_er_niet_is_is_een_mislukte_run(dashboard: Server, nakijker: Nakijker) -> None:
    weg = replace(dashboard, adres="http://127.0.0.1:9")
    meting = Meting(1)
    _in_een_draad(_lees_op(weg, meting))
    assert [run.fout is not None for run in meting.runs] == [True]
    assert uitslag(meting, nakijker)["mislukt"] == 1


async def _lees_op(weg: Server, meting: Meting) -> None:
    begin = time.perf_counter()
    await Belasting(weg, meting, begin + 0.1, begin, tempo=1.0).lees(lezer(0, zaad=1))
