"""The switch between public and all, and the day as of which things are known: it goes along, and Back undoes it."""

import datetime as dt
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from data.afleiding.methode import METHODEVERSIE
from data.bouw.versies import versie_op
from tests.browser.bladzijden import ga, noemt
from tests.browser.conftest import WORTEL, draai, wacht_rustig
from tests.leveringen import GEHEIM, schrijf

OPEN = "één open verbeterpunt"
NIETS_OPEN = "Volgens de rapporten in deze verzameling staat niets open."
NIET_OPENBAAR = f"U ziet ook wat nog niet openbaar is: ‘{GEHEIM}’."
Keuze = dict[str, list[str]]


@pytest.fixture(scope="module")
def met_concept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard on three leveringen of which one is not public yet."""
    map_ = tmp_path_factory.mktemp("peil")
    omgeving = os.environ | {
        "VERBETERPUNTEN_MAP": str(map_ / "db"),
        "VERBETERPUNTEN_LEVERINGEN": str(schrijf(map_)),
        "PYTHONUTF8": "1",
    }
    subprocess.run([sys.executable, "-m", "data", "bouw"], cwd=WORTEL, env=omgeving, check=True, capture_output=True)
    with draai(programma="dashboard.py", omgeving=omgeving, logboek=map_ / "streamlit.log") as adres:
        yield adres


def staat(page: Page, bladzijde: str, keuze: Keuze) -> None:
    """Wait until the address is that of this page with exactly these choices, and the page stands."""
    titel = "Verbeterpunten" if bladzijde == "/" else bladzijde.strip("/").capitalize()
    expect(page).to_have_title(re.compile(rf"^{titel}"))
    wacht_rustig(page)
    delen = urlsplit(str(page.evaluate("location.href")))
    assert (delen.path, parse_qs(delen.query)) == (bladzijde, keuze)


def menu(page: Page, naam: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name=naam, exact=True).click()


def test_de_schakelaar_gaat_mee_en_terug_zet_hem_om(met_concept: str, nieuwe_pagina: Callable[..., Page]) -> None:
    page = nieuwe_pagina(base_url=met_concept)
    inhoud = page.get_by_role("main")
    ga(page, "/agenda")
    page.evaluate("window.__merk = true")
    expect(inhoud).to_contain_text(OPEN)
    page.get_by_role("button", name="Er zijn ook gegevens die nog niet openbaar zijn: toon ze").click()
    expect(inhoud).to_contain_text(NIET_OPENBAAR)
    expect(inhoud).to_contain_text(NIETS_OPEN)
    staat(page, "/agenda", {"gegevens": ["alles"]})
    for naam in ("Opvolging", "Bronnen"):
        menu(page, naam)
        staat(page, f"/{naam.lower()}", {"gegevens": ["alles"]})
        expect(inhoud).to_contain_text(NIET_OPENBAAR)
    page.go_back()
    staat(page, "/opvolging", {"gegevens": ["alles"]})
    page.go_back()
    staat(page, "/agenda", {"gegevens": ["alles"]})
    expect(inhoud).to_contain_text(NIETS_OPEN)
    page.go_back()
    staat(page, "/agenda", {})
    expect(inhoud).to_contain_text(OPEN)
    expect(inhoud).not_to_contain_text(GEHEIM)
    expect(page.get_by_role("radio", name="openbaar", exact=True)).to_be_checked()
    page.go_forward()
    staat(page, "/agenda", {"gegevens": ["alles"]})
    expect(inhoud).to_contain_text(NIET_OPENBAAR)
    expect(page.get_by_role("radio", name="ook nog niet openbaar")).to_be_checked()
    assert page.evaluate("window.__merk === true")


@pytest.mark.duur
def test_een_gedeelde_link_toont_wat_toen_bekend_was(met_concept: str, nieuwe_pagina: Callable[..., Page]) -> None:
    page = nieuwe_pagina(base_url=met_concept)
    inhoud = page.get_by_role("main")
    toen = {"gegevens": ["alles"], "bekend": ["2021-06-01"]}
    ga(page, "/gemeente?gemeente=Een&gegevens=alles&bekend=2021-06-01")
    expect(inhoud).to_contain_text("U ziet wat bekend was op 1 juni 2021; wat later is aanvaard, telt niet mee.")
    expect(inhoud).to_contain_text("twee verbeterpunten staan nu open")
    bronnen = page.get_by_role("navigation").get_by_role("link", name="Bronnen", exact=True)
    with page.context.expect_page() as geopend:
        bronnen.click(modifiers=["ControlOrMeta"])
    tabblad = geopend.value
    assert parse_qs(urlsplit(tabblad.url).query) == toen
    tabblad.close()
    # another day by hand, then back to the ordinary facts; what goes along then is nothing
    page.get_by_test_id("stDateInput").last.get_by_role("spinbutton").first.focus()
    page.keyboard.type("31122023")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(inhoud).to_contain_text("U ziet wat bekend was op 31 december 2023")
    expect(inhoud).to_contain_text(NIET_OPENBAAR)
    page.get_by_role("button", name="Toon de openbare gegevens van nu").click()
    expect(inhoud).to_contain_text("één verbeterpunt staat nu open")
    wacht_rustig(page)
    noemt(page, "/gemeente?gemeente=Een")
    menu(page, "Agenda")
    staat(page, "/agenda", {})
    menu(page, "Bronnen")
    staat(page, "/bronnen", {})


def test_een_link_uit_een_bestand_toont_de_feiten_van_toen(
    met_concept: str, nieuwe_pagina: Callable[..., Page], tmp_path: Path
) -> None:
    oud = versie_op(dt.date(2021, 6, 1), mappen=[schrijf(tmp_path)])
    page = nieuwe_pagina(base_url=met_concept)
    inhoud = page.get_by_role("main")
    toen = {"versie": [oud], "methode": [METHODEVERSIE]}
    ga(page, f"/agenda?versie={oud}&methode={METHODEVERSIE}")
    expect(inhoud).to_contain_text(f"U ziet datasetversie {oud}, met wat bekend was tot en met 31 december 2020.")
    expect(inhoud).to_contain_text("twee open verbeterpunten")
    menu(page, "Bronnen")
    staat(page, "/bronnen", toen)
    expect(inhoud).to_contain_text(f"U ziet datasetversie {oud}")
    # a link that names a day itself keeps to that day
    page.evaluate("""() => {
        const link = document.createElement("a");
        link.href = "agenda?bekend=2021-06-01";
        document.querySelector("main, [data-testid=stMain]").append(link);
        link.click();
    }""")
    staat(page, "/agenda", {"bekend": ["2021-06-01"]})
    page.go_back()
    staat(page, "/bronnen", toen)
    page.get_by_role("button", name="Toon de openbare gegevens van nu").click()
    staat(page, "/bronnen", {})
    expect(inhoud).not_to_contain_text("U ziet datasetversie")
