"""One dashboard and one browser for all browser tests; a fresh visitor for each.

Settings: VERBETERPUNTEN_BROWSER (which Chromium), VERBETERPUNTEN_BROWSER_VERPLICHT=1 (a missing browser is a
failure, not a skip), VERBETERPUNTEN_SCHERMAFDRUKKEN (a folder: every `schermafdruk` is kept there).
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.bezoek import VENSTER, Bezoekers, Waarnemingen

WORTEL = Path(__file__).parents[2]
START_SECONDEN = 60
RUSTIG_MS = 40_000
# how often is asked whether a page is quiet: asking at every frame has Chromium draw every frame
KIJK_MS = 100
# a busy machine is no fault of the page
expect.set_options(timeout=20_000)

# what these switches turn off calls home, or asks for what a container does not have
SCHAKELAARS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # a page lives for seconds: compiling its code to the utmost costs a fifth more than it ever gives back
    "--js-flags=--no-turbofan --no-maglev",
    # a call to an outside address fails at once, and is recorded as one
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]

# Streamlit 1.67 shows what it is doing on the app element. Between a click and the rerun it causes the app
# still says notRunning, so quiet means: from now on nothing changes for a while, nothing is stale or loading.
LET_OP = """
() => {
    if (!window.__let_op) {
        window.__let_op = new MutationObserver(() => { window.__laatste = performance.now(); });
        window.__let_op.observe(
            document, {subtree: true, childList: true, attributes: true, characterData: true});
    }
    window.__laatste = performance.now();
}
"""
IS_RUSTIG = """
(stil) => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app !== null
        && app.dataset.testScriptState === 'notRunning'
        && app.dataset.testConnectionState === 'CONNECTED'
        && document.querySelector(
            '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-testid="stSpinner"],'
            + '[data-testid="stElementContainer"][data-stale="true"],'
            + '[data-testid="stPlotlyChart"]:not(:has(.main-svg))') === null
        && performance.now() - window.__laatste > stil;
}
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as a browser test."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


def _vrije_poort() -> int:
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        return int(deur.getsockname()[1])


def _wacht_op(adres: str, proces: subprocess.Popen[bytes], logboek: Path) -> None:
    einde = time.monotonic() + START_SECONDEN
    while time.monotonic() < einde:
        if proces.poll() is not None:
            break
        try:
            with urlopen(f"{adres}/_stcore/health", timeout=2) as antwoord:
                if antwoord.status == 200:
                    return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"het dashboard kwam niet op:\n{logboek.read_text(encoding='utf-8', errors='replace')}", pytrace=False)


@contextmanager
def draai(*, programma: str, omgeving: Mapping[str, str], logboek: Path) -> Iterator[str]:
    """Run a Streamlit program of this repository on a free loopback port while in use: its address.

    Fails at the end when the server called another machine (afgeluisterd.py).
    """
    poort = _vrije_poort()
    opdracht = [sys.executable, "-m", "tests.browser.afgeluisterd", "run", programma, "--server.port", str(poort)]
    buiten = logboek.with_suffix(".buiten")
    eigen = {**omgeving, "AFGELUISTERD": str(buiten)}
    with logboek.open("wb") as uit:
        proces = subprocess.Popen(opdracht, cwd=WORTEL, env=eigen, stdout=uit, stderr=subprocess.STDOUT)
    try:
        adres = f"http://127.0.0.1:{poort}"
        _wacht_op(adres, proces, logboek)
        yield adres
    finally:
        proces.terminate()
        try:
            proces.wait(timeout=10)
        except subprocess.TimeoutExpired:
            proces.kill()
            proces.wait()
    assert not buiten.exists(), f"de server riep adressen buiten dit huis aan:\n{buiten.read_text(encoding='utf-8')}"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard on the shipped leveringen, in its own folder and on a free loopback port: its address."""
    map_ = tmp_path_factory.mktemp("dashboard")
    eigen = {"VERBETERPUNTEN_MAP": str(map_), "VERBETERPUNTEN_VOORSTELLEN": str(map_ / "voorstellen")}
    omgeving = os.environ | eigen | {"PYTHONUTF8": "1"}
    bouw = subprocess.run(
        [sys.executable, "-m", "data", "bouw"],
        cwd=WORTEL,
        env=omgeving,
        capture_output=True,
        text=True,
        check=False,
    )
    if bouw.returncode != 0:
        pytest.fail(f"de database is niet te bouwen:\n{bouw.stdout}{bouw.stderr}", pytrace=False)
    with draai(programma="dashboard.py", omgeving=omgeving, logboek=map_ / "streamlit.log") as adres:
        yield adres


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, as Debian ships it."""
    pad = shutil.which(os.environ.get("VERBETERPUNTEN_BROWSER", "chromium"))
    if pad is None:
        uitleg = "geen Chromium gevonden: installeer chromium, of wijs er een aan met VERBETERPUNTEN_BROWSER"
        if os.environ.get("VERBETERPUNTEN_BROWSER_VERPLICHT") == "1":
            pytest.fail(uitleg, pytrace=False)
        pytest.skip(uitleg)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=pad, args=SCHAKELAARS)
        yield chromium
        chromium.close()


@pytest.fixture
def waarnemingen() -> Waarnemingen:
    """What the pages of this test did; a test that expects an error empties the list."""
    return Waarnemingen()


@pytest.fixture(scope="session")
def bezoekers(browser: Browser) -> Bezoekers:
    """Who visits the dashboard in this process."""
    return Bezoekers(browser, geduld_ms=RUSTIG_MS)


@contextmanager
def gasten(adres: str, bezoekers: Bezoekers, waarnemingen: Waarnemingen) -> Iterator[Callable[..., Page]]:
    """Visitors of the dashboard at an address, each with a context of its own.

    Relative addresses work (`page.goto("/opvolging")`). At the end no page may have called an outside address or put an
    error on the console.
    """
    gewoon = {"base_url": adres, "viewport": VENSTER, "locale": "nl-NL"}
    gewoon |= {"color_scheme": "light", "reduced_motion": "reduce"}
    yield lambda **opties: bezoekers.vraag(waarnemingen, **(gewoon | opties))
    bezoekers.naar_huis()
    assert not waarnemingen.buiten, "de pagina riep adressen buiten dit huis aan"
    assert not waarnemingen.fouten, "de browser meldde fouten"


@pytest.fixture
def nieuwe_pagina(server: str, bezoekers: Bezoekers, waarnemingen: Waarnemingen) -> Iterator[Callable[..., Page]]:
    """Another visitor, e.g. `nieuwe_pagina(color_scheme="dark")`."""
    with gasten(server, bezoekers, waarnemingen) as vraag:
        yield vraag


@pytest.fixture
def pagina(nieuwe_pagina: Callable[..., Page]) -> Page:
    """A fresh visitor at 1280 × 900."""
    return nieuwe_pagina()


def wacht_rustig(page: Page, *, stil_ms: int = 300) -> None:
    """Wait until Streamlit is done: connected, not running, nothing stale or loading, still for `stil_ms`."""
    page.evaluate(LET_OP)
    wacht_tot(page, IS_RUSTIG, stil_ms, polling=KIJK_MS)


def wacht_tot(
    page: Page, functie: str, arg: object = None, *, timeout: float = RUSTIG_MS, polling: float | Literal["raf"] = "raf"
) -> None:
    """Wait until this JavaScript function says yes.

    A function, never a bare expression: Playwright reads an expression anew at each look, and from the second look on
    the page's own content security policy refuses that.
    """
    assert re.match(r"\s*(?:\([^()]*\)|\w+)\s*=>", functie), f"geen functie: {functie}"
    page.wait_for_function(functie, arg=arg, timeout=timeout, polling=polling)


def schermafdruk(page: Page, naam: str) -> None:
    """Keep a picture of the whole page as `naam`.png, when VERBETERPUNTEN_SCHERMAFDRUKKEN names a folder."""
    map_ = os.environ.get("VERBETERPUNTEN_SCHERMAFDRUKKEN")
    if not map_:
        return
    wacht_rustig(page)
    Path(map_).mkdir(parents=True, exist_ok=True)
    hoogte = page.evaluate(
        "Math.max(...[...document.querySelectorAll('[data-testid=\"stMain\"]')].map(e => e.scrollHeight), 0)"
    )
    oud = page.viewport_size
    if oud and hoogte > oud["height"]:  # Streamlit scrolls inside its main element: full_page alone cuts it off
        page.set_viewport_size({"width": oud["width"], "height": min(int(hoogte) + 80, 8000)})
        wacht_rustig(page)
    page.screenshot(path=Path(map_) / f"{re.sub(r'[^a-z0-9-]+', '-', naam.lower())}.png", full_page=True)
    if oud:
        page.set_viewport_size(oud)
