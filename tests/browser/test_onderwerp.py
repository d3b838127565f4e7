"""Onderwerp in a real browser: how many verbeterpunten on samenwerking are open, and from there to the verdicts."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as Verlopen

from tests.browser.conftest import wacht_rustig
from tests.browser.test_paginas import adres

ONDERWERP = "/onderwerp"
SAMENWERKING = "Samenwerking en afspraken tussen partijen"
DOORZETTINGSMACHT = "Doorzettingsmacht voor de regisseur (GGSR beleid)"
GEKOZEN = "?onderwerp=Doorzettingsmacht+en+opschaling"


def open_onderwerp(page: Page, keuze: str = "") -> None:
    """Open the page, with the choice of a link."""
    page.goto(ONDERWERP + keuze)
    page.get_by_role("heading", level=1, name="Onderwerp", exact=True).wait_for()
    wacht_rustig(page)


def kies(page: Page, lijst: str, woord: str) -> None:
    """Type a word and choose it; Escape would empty a list in which nothing may be chosen."""
    doos = page.get_by_role("combobox", name=lijst, exact=True)
    keus = page.get_by_role("option", name=woord, exact=True)
    for _ in range(3):  # the page drawn again, or another page in front, shuts the list: as a reader would, type again
        doos.fill("")
        doos.press_sequentially(woord)  # key by key: of a word that stands there already, `fill` tells the list nothing
        with suppress(Verlopen):
            keus.wait_for(timeout=5_000)
            break
    expect(keus).to_be_visible()
    doos.press("ArrowDown")
    doos.press("Enter")
    wacht_rustig(page)


def rij(page: Page, tabel: str, woord: str) -> Locator:
    """The rows of a table whose head holds this word."""
    return (
        page.get_by_role("table", name=tabel).get_by_role("row").filter(has=page.get_by_role("rowheader", name=woord))
    )


def test_hoeveel_verbeterpunten_over_samenwerking_zijn_open(pagina: Page) -> None:
    open_onderwerp(pagina)
    # the onderwerp, over the kaders
    onderwerp = rij(pagina, "per onderwerp en kader", SAMENWERKING)
    expect(onderwerp.get_by_role("cell").nth(1)).to_have_text("1 open van 2 bekend, in 1 van 2 gemeenten")
    expect(onderwerp.get_by_role("cell").nth(2)).to_have_text("0 open van 2 bekend, 1 gemeente")
    # the thema, which is another thing under each kader
    themas = rij(pagina, "per thema van elk kader", "Samenwerking")
    expect(themas).to_have_count(2)
    gelezen = [" ".join(tekst.split()) for tekst in themas.all_inner_texts()]
    assert gelezen[0].startswith("Samenwerking GGSR beleid 2 open van 5 bekend, in 1 van 2 gemeenten")
    assert gelezen[1].startswith("Samenwerking GGSR casus 2 open van 9 bekend, in 1 van 1 gemeente")
    # and how much of the country that is
    expect(pagina.get_by_text("2 van de 21 gemeenten van de ronde ‘GGSR op beleidsniveau’")).to_be_visible()


def test_naar_een_onderwerp_een_indicator_en_terug(pagina: Page) -> None:
    open_onderwerp(pagina)
    pagina.get_by_role("link", name=SAMENWERKING).click()
    expect(pagina.get_by_role("heading", level=2, name=SAMENWERKING)).to_be_visible()
    wacht_rustig(pagina)
    assert adres(pagina) == (ONDERWERP, {"onderwerp": [SAMENWERKING]})

    pagina.get_by_role("link", name="Samenwerkingsafspraken over de aanpak").click()
    kop = pagina.get_by_role("heading", level=2, name="Samenwerkingsafspraken over de aanpak")
    expect(kop).to_be_visible()
    wacht_rustig(pagina)
    assert adres(pagina) == (ONDERWERP, {"indicator": ["Samenwerkingsafspraken over de aanpak (GGSR beleid)"]})
    expect(rij(pagina, "Samenwerkingsafspraken over de aanpak", "Alkmaar")).to_contain_text("open, sinds 2013")

    pagina.go_back()
    expect(pagina.get_by_role("heading", level=2, name=SAMENWERKING)).to_be_visible()
    wacht_rustig(pagina)
    assert adres(pagina) == (ONDERWERP, {"onderwerp": [SAMENWERKING]})
    pagina.go_back()
    expect(pagina.get_by_role("heading", level=2, name="Per thema")).to_be_visible()
    pagina.go_forward()
    expect(pagina.get_by_role("heading", level=2, name=SAMENWERKING)).to_be_visible()


def test_kiezen_en_de_link_delen(pagina: Page, nieuwe_pagina: Callable[..., Page]) -> None:
    open_onderwerp(pagina)
    kies(pagina, "Indicator", DOORZETTINGSMACHT)
    pagina.get_by_text("alleen wat nu open is", exact=True).click()
    wacht_rustig(pagina)
    assert adres(pagina) == (ONDERWERP, {"indicator": [DOORZETTINGSMACHT], "toon": ["alleen wat nu open is"]})
    expect(rij(pagina, DOORZETTINGSMACHT, "Leeuwarden")).to_have_count(0)
    ander = nieuwe_pagina()
    ander.goto(str(pagina.evaluate("location.href")))
    expect(rij(ander, DOORZETTINGSMACHT, "Alkmaar")).to_have_count(1)
    wacht_rustig(ander)
    assert ander.get_by_role("main").inner_text() == pagina.get_by_role("main").inner_text()

    # under another onderwerp the indicator is named and does not count; a list opens only in the page in front
    ander.close()
    pagina.bring_to_front()
    kies(pagina, "Onderwerp", "Sociaal netwerk")
    expect(pagina.get_by_text(f"De indicator ‘{DOORZETTINGSMACHT}’ hoort niet bij")).to_be_visible()
    expect(pagina.get_by_role("heading", level=2, name="Sociaal netwerk")).to_be_visible()


def test_het_verloop_als_csv(pagina: Page) -> None:
    open_onderwerp(pagina, GEKOZEN)
    with pagina.expect_download() as wacht:
        pagina.locator(".st-key-csv-rfc4180-verloop").get_by_role("button").click()
    naam, inhoud = wacht.value.suggested_filename, Path(wacht.value.path()).read_bytes()
    assert naam.startswith("verloop_")
    rijen = list(csv.DictReader(io.StringIO(inhoud.decode("utf-8"), newline="")))
    assert [(r["Gemeente"], r["Verloop"], r["Nu"]) for r in rijen[:2]] == [
        ("Alkmaar", "2013 verbeterpunt → 2014 verbeterpunt", "open, sinds 2013"),
        ("Leeuwarden", "2013 verbeterpunt → 2014 voldoet (Sociale Wijkteams, volgens de gemeente)", "niet open"),
    ]
    assert len(rijen) == 8
