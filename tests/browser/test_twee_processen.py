"""Two processes behind nginx, as docs/beheer.md sets them up: a login is for both, and so is what is accepted in one.

Each test names the process that a visitor is sent to: the cookie by which nginx keeps a visitor there is given another
value until it is that one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as Verlopen

from tests.browser import test_toegang as toegang
from tests.browser.bezoek import Bezoekers, Waarnemingen
from tests.browser.conftest import WORTEL, draai, gasten, wacht_rustig
from tests.browser.test_inlezen import bied_aan, stap
from tests.browser.test_toegang import COOKIE_SECRET, DEUR, OPVOLGING, SECRETS, Dienst, ga, kop, log_in, login_koekje
from tests.nginx import nginx, vrij
from tests.pagina.vervolg import tekst

pytestmark = pytest.mark.duur
dienst = toegang.dienst
#: Seconds in which nginx writes down that it sent somebody on.
GEDULD = 10.0
#: What settles a doubt about a report, and how many presses that may take.
TWIJFEL = re.compile("^(Klopt zo|Dit mag blijven staan)$")
HOOGSTENS = 20


@dataclass(frozen=True)
class Huis:
    """Two processes behind one address: that address, theirs, what nginx wrote, and the folder of leveringen."""

    adres: str
    een: str
    twee: str
    bezoek: Path
    leveringen: Path

    def stuur(self, page: Page, proces: str) -> None:
        """Have nginx send this visitor to one of the two from now on."""
        for nummer in _nummers:
            koekje = {"name": "replica", "value": f"bezoeker{nummer}", "url": self.adres}
            page.context.add_cookies([koekje])  # type: ignore[list-item]
            assert page.context.request.get(f"{self.adres}/_stcore/health").status == 200
            if self._waarheen(koekje["value"]) == proces.removeprefix("http://"):
                return

    def namen(self) -> set[str]:
        """The leveringen in store."""
        return {pad.name for pad in self.leveringen.glob("[!.]*")}

    def _waarheen(self, koekje: str) -> str:
        """Where nginx sent who has this cookie."""
        einde = time.monotonic() + GEDULD
        while time.monotonic() < einde:
            for regel in self.bezoek.read_text(encoding="utf-8").splitlines():
                if regel.startswith(f"{koekje} "):
                    return regel.split()[-1]
            time.sleep(0.02)
        raise AssertionError(f"nginx zei niet waar {koekje} heen ging")


_nummers = count()


@pytest.fixture(scope="module")
def huis(dienst: Dienst, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    """Both, with login, on a copy of the shipped leveringen that may be added to."""
    map_, poort = tmp_path_factory.mktemp("twee-processen"), vrij()
    adres = f"https://localhost:{poort}"
    secrets = map_ / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir()
    eigen = SECRETS.format(geheim=COOKIE_SECRET, dienst=dienst.adres).replace("http://127.0.0.1:{port}", adres)
    assert adres in eigen
    secrets.write_text(eigen, encoding="utf-8")
    shutil.copytree(WORTEL / "data" / "leveringen", map_ / "leveringen")
    mappen = ("leveringen", "voorstellen", "map", "logboek")
    omgeving = os.environ | {f"VERBETERPUNTEN_{naam.upper()}": str(map_ / naam) for naam in mappen}
    omgeving |= {"VERBETERPUNTEN_ADRES": adres, "HOME": str(map_), "PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"}
    subprocess.run([sys.executable, "-m", "data", "bouw"], cwd=WORTEL, env=omgeving, capture_output=True, check=True)
    with ExitStack() as lopen:
        processen = [
            lopen.enter_context(draai(programma="dashboard.py", omgeving=omgeving, logboek=map_ / f"{naam}.log"))
            for naam in ("een", "twee")
        ]
        voordeur = lopen.enter_context(nginx(map_ / "nginx", processen, poort=poort))
        yield Huis(adres, processen[0], processen[1], voordeur.map / "bezoek.log", map_ / "leveringen")


@pytest.fixture
def gast(huis: Huis, bezoekers: Bezoekers, waarnemingen: Waarnemingen) -> Iterator[Callable[..., Page]]:
    """A visitor with cookies of their own; the certificate is one that only the tests trust."""
    with gasten(huis.adres, bezoekers, waarnemingen) as vraag:
        yield lambda: vraag(ignore_https_errors=True)


def test_een_login_geldt_in_elk_proces(huis: Huis, gast: Callable[..., Page], dienst: Dienst) -> None:
    """Also where the way back from the login service comes in at another process than the way to it left from."""
    dienst.zet("lena", "lezer")
    page = gast()
    huis.stuur(page, huis.een)
    page.goto("/agenda")
    page.get_by_role("button", name="Inloggen").click()
    page.locator("input[name=sub]").wait_for()
    huis.stuur(page, huis.twee)
    page.locator("input[name=sub]").fill("lena")
    page.get_by_role("button", name="Authorize").click()
    page.get_by_role("heading", level=1).wait_for()
    wacht_rustig(page)
    assert kop(page) == "Agenda"
    for proces in (huis.een, huis.twee):
        huis.stuur(page, proces)
        ga(page, "/opvolging")
        assert kop(page) == OPVOLGING
        ga(page, "/geschiedenis")
        assert kop(page) == "Geen toegang"


def test_uitloggen_geldt_in_elk_proces(huis: Huis, gast: Callable[..., Page], dienst: Dienst) -> None:
    """What is open in the other process is shut at the next click, and a copy of the cookie opens nothing there."""
    dienst.zet("lena", "lezer")
    wie, kopie = gast(), gast()
    huis.stuur(wie, huis.een)
    log_in(wie, "lena", "/opvolging")
    koekje = login_koekje(wie)
    kopie.context.add_cookies([{"name": koekje["name"], "value": koekje["value"], "url": huis.adres}])
    huis.stuur(kopie, huis.twee)
    ga(kopie, "/agenda")
    assert kop(kopie) == "Agenda"
    wie.get_by_role("navigation").get_by_role("link", name="Uitloggen (Lena)").click()
    wie.get_by_role("button", name="End session").click()
    expect(wie.get_by_text(DEUR)).to_be_visible()
    kopie.get_by_role("navigation").get_by_role("link", name="Bronnen", exact=True).click()
    expect(kopie.get_by_text(DEUR)).to_be_visible()
    ga(kopie, "/opvolging")
    assert kop(kopie) == "Inloggen"


def redacteur(page: Page, wie: str, pad: Path, inhoud: bytes) -> Page:
    """Log in, have a report read and see to all that stands in the way of accepting it."""
    log_in(page, wie, "/inlezen")
    pad.write_bytes(inhoud)
    bied_aan(page, pad)
    page.get_by_label("Basis: waarop rust het oordeel?").fill("Verzonnen gesprek")
    page.get_by_label("Basis: waarop rust het oordeel?").press("Tab")
    wacht_rustig(page)
    twijfel = page.get_by_role("button", name=TWIJFEL)
    bijna = stap(page, "8. Aanvaarden").filter(has_text="nog 1 te doen")  # to look at what it changes
    for _ in range(HOOGSTENS):
        if bijna.count():
            break
        with suppress(Verlopen):  # pressed already, and not gone yet when we looked
            twijfel.first.click(timeout=5_000)
        wacht_rustig(page)
    expect(bijna).to_be_visible()
    page.get_by_role("button", name="Bereken wat er verandert").click()
    expect(page.get_by_role("button", name="Aanvaard", exact=True)).to_be_enabled()
    return page


def aanvaard(page: Page) -> str:
    """Accept; the datasetversie in which it is then."""
    page.get_by_role("button", name="Aanvaard", exact=True).click()
    gedaan = page.get_by_role("status").filter(has_text="is aanvaard en staat in de cijfers")
    expect(gedaan).to_be_visible()
    return gedaan.inner_text().split("datasetversie ")[1][:12]


def test_twee_redacteuren_elk_in_een_proces(
    huis: Huis, gast: Callable[..., Page], dienst: Dienst, tmp_path: Path
) -> None:
    """The first is in the figures of a reader in the other process; the second looked at what is no longer so."""
    for wie, rol in (("rob", "redacteur"), ("ria", "redacteur"), ("lena", "lezer")):
        dienst.zet(wie, rol)
    rob, ria, lezer = gast(), gast(), gast()
    for page, proces in ((rob, huis.een), (ria, huis.twee), (lezer, huis.twee)):
        huis.stuur(page, proces)
    redacteur(rob, "rob", tmp_path / "rob.txt", tekst())
    redacteur(ria, "ria", tmp_path / "ria.txt", tekst().replace(b"2016", b"2018").replace(b"2017", b"2019"))
    log_in(lezer, "lena", "/bronnen")
    eerst = huis.namen()

    versie = aanvaard(rob)
    ria.get_by_role("button", name="Aanvaard", exact=True).click()
    expect(ria.get_by_text("Iemand anders heeft intussen iets aanvaard")).to_be_visible()
    assert huis.namen() - eerst == {"alkmaar-2017"}

    # the reader's next click, without loading the page again
    expect(lezer.get_by_text(versie)).to_have_count(0)
    lezer.get_by_role("navigation").get_by_role("link", name="Agenda", exact=True).click()
    expect(lezer.get_by_text(versie).last).to_be_visible()
    ga(lezer, "/opvolging?gemeente=Alkmaar&periode=2014+→+2016")
    expect(lezer.get_by_test_id("stMetric").filter(has_text="Opgepakt").first).to_contain_text("2")

    # who was told looks again, and accepts after all
    wacht_rustig(ria)
    ria.get_by_role("button", name="Bereken wat er verandert").click()
    expect(ria.get_by_role("button", name="Aanvaard", exact=True)).to_be_enabled()
    assert aanvaard(ria) != versie
    assert huis.namen() - eerst == {"alkmaar-2017", "alkmaar-2019"}
