"""What the manual tells, done: each page as its users meet it, a report read in and accepted, and pictures of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from tests.browser.bladzijden import ga
from tests.browser.conftest import WORTEL, draai, wacht_rustig, wacht_tot
from tests.browser.test_celkeuze import klik_vak
from tests.handleiding import rapport
from tests.handleiding.platen import BREED, HOOG, Camera, Plaat

#: The day from which the agenda looks.
PEILDATUM = "2027-01-01"


def loop(browser: Browser, map_: Path) -> list[Plaat]:
    """Every picture, of a dashboard on the shipped facts and of one on fictional ones, both below this folder."""
    with _dashboard(map_ / "echt") as adres:
        camera = _camera(browser, adres)
        lezen(camera)
    with _dashboard(map_ / "fictief", fictief=True) as adres:
        inlezen(_camera(browser, adres, camera.platen), map_)
    return camera.platen


def druk_af(browser: Browser, map_: Path) -> bytes:
    """The page Uitleg as a PDF with headings, language and the words of its pictures, for who cannot see them."""
    with _dashboard(map_ / "druk") as adres:
        page = _camera(browser, adres).page
        ga(page, "/uitleg")
        geladen(page)
        # on paper a link to a page of the dashboard of whoever made it leads nowhere; one within the document does
        page.evaluate(
            "for (const a of document.querySelectorAll('main a:not([href^=\"#\"])')) a.removeAttribute('href')"
        )
        page.evaluate("document.title = 'Handleiding Verbeterpunten'")
        return page.pdf(format="A4", scale=0.85, tagged=True, outline=True, prefer_css_page_size=True)


def geladen(page: Page) -> None:
    """Wait until every picture of the page is there."""
    wacht_tot(page, "() => [...document.querySelectorAll('main img')].every(e => e.complete && e.naturalWidth)")


@contextmanager
def _dashboard(map_: Path, *, fictief: bool = False) -> Iterator[str]:
    """A dashboard with all its folders below this one: its address."""
    namen = ("map", "voorstellen", "logboek", *(["leveringen"] if fictief else []))
    omgeving = os.environ | {"PYTHONUTF8": "1", "VERBETERPUNTEN_ADRES": "http://localhost:8501"}
    omgeving |= {f"VERBETERPUNTEN_{naam.upper()}": str(map_ / naam) for naam in namen}
    maat = ["--gemeenten", str(rapport.GEMEENTEN), "--jaren", str(rapport.JAREN), "--naar", str(map_ / "leveringen")]
    for opdracht in ([["voorbeeld", *maat]] if fictief else []) + [["bouw"]]:
        subprocess.run([sys.executable, "-m", "data", *opdracht], cwd=WORTEL, env=omgeving, check=True, stdout=-3)
    with draai(programma="dashboard.py", omgeving=omgeving, logboek=map_ / "streamlit.log") as adres:
        yield adres


def _camera(browser: Browser, adres: str, platen: list[Plaat] | None = None) -> Camera:
    gast = browser.new_context(
        base_url=adres, viewport={"width": BREED, "height": HOOG}, locale="nl-NL", reduced_motion="reduce"
    )
    return Camera(gast.new_page(), platen)


def kop(page: Page, naam: str) -> Locator:
    """The heading of this name."""
    return page.get_by_role("heading", name=naam, exact=True)


def lezen(camera: Camera) -> None:
    """The pages that everybody reads."""
    page = camera.page
    h1 = page.get_by_role("heading", level=1)
    ga(page, "/")
    camera.neem("overzicht", h1, page.locator(".landkaart").first)
    ga(page, "/opvolging")
    camera.neem("opvolging", h1, page.get_by_text("Kies een vak: klik"))
    klik_vak(page, 4, 0)  # Alkmaar, the first indicator of De aanpak: two rows of a thema and its name stand above it
    camera.neem("vak", page.locator(".st-key-cel"), page.locator(".st-key-cel"))
    ga(page, "/gemeente?gemeente=Leeuwarden")
    camera.neem(
        "gemeente",
        h1,
        page.get_by_text("Rapporten, naar jaar van publicatie").locator(
            "xpath=ancestor::*[@data-testid='stPlotlyChart']"
        ),
    )
    ga(page, f"/agenda?peildatum={PEILDATUM}")
    camera.neem("agenda", h1, page.get_by_role("region", name="Wat er per gemeente op de agenda staat"))
    ga(page, "/kamerbrief")
    camera.neem("kamerbrief", h1, page.get_by_role("button", name="Kopieer de tekst"))
    camera.neem("bestanden", kop(page, "Bestanden"), page.get_by_text("Een eerder bestand controleren").last)


def inlezen(camera: Camera, map_: Path) -> None:
    """A report from file to figures."""
    page = camera.page
    pad = map_ / rapport.NAAM
    pad.write_bytes(rapport.tekst())
    ga(page, "/inlezen")
    page.locator('input[type="file"]').set_input_files(pad)
    kop(page, "8. Aanvaarden").wait_for()
    wacht_rustig(page)
    camera.neem("stappen", kop(page, "Voorstel"), page.get_by_role("list").first)
    camera.neem("twijfel", kop(page, "3. Twijfels"), page.locator(".st-key-twijfel-lezen-vak"))
    vul_in(page)
    zeker(page, "Klopt zo")
    zeker(page, "Dit mag blijven staan")
    druk(page, "Bereken wat er verandert")
    camera.neem(
        "verandering", kop(page, "7. Wat verandert er?"), page.get_by_role("button", name="Gooi dit voorstel weg")
    )
    druk(page, "Aanvaard")
    page.get_by_role("link", name="de geschiedenis").click()
    kop(page, "Verbeteren of intrekken").wait_for()
    intrekken = page.get_by_role("button", name="Trek deze levering in")
    camera.neem("geschiedenis", kop(page, "Levering"), intrekken)


def vul_in(page: Page) -> None:
    """What the report does not say, and the name of who accepts."""
    for veld, waarde in (
        ("Basis: waarop rust het oordeel?", "Gesprek met de gemeente (fictief)"),
        ("Uw naam", "Ina Specteur"),
    ):
        page.get_by_label(veld, exact=True).fill(waarde)
        page.get_by_label(veld, exact=True).press("Tab")
        wacht_rustig(page)


def druk(page: Page, naam: str) -> None:
    """Press a button, and wait for what comes of it."""
    page.get_by_role("button", name=naam, exact=True).click()
    wacht_rustig(page)


def zeker(page: Page, naam: str) -> None:
    """Press a button as long as it is there: each doubt is settled."""
    while page.get_by_role("button", name=naam, exact=True).count():
        druk(page, naam)
