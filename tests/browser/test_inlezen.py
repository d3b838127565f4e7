"""An editor takes a new report from file to figures: read, check, change a cell, settle every doubt, accept."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.bladzijden import ga
from tests.browser.conftest import WORTEL, draai, schermafdruk, wacht_rustig
from tests.browser.test_taal import engels, teksten
from tests.browser.test_toegankelijkheid import overtredingen
from tests.pagina.vervolg import tekst

TWEEDE_WEERGAVE = WORTEL.parent / "shared" / "bronnen" / "001_f8eb0c1aeaa2846d.txt"


@pytest.fixture(scope="module")
def winkel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A dashboard on a copy of the shipped leveringen, that may be added to: its address and its folder."""
    map_ = tmp_path_factory.mktemp("inlezen")
    shutil.copytree(WORTEL / "data" / "leveringen", map_ / "leveringen")
    omgeving = os.environ | {"PYTHONUTF8": "1"}
    omgeving |= {f"VERBETERPUNTEN_{naam.upper()}": str(map_ / naam) for naam in ("leveringen", "voorstellen", "map")}
    subprocess.run([sys.executable, "-m", "data", "bouw"], cwd=WORTEL, env=omgeving, check=True, capture_output=True)
    with draai(programma="dashboard.py", omgeving=omgeving, logboek=map_ / "streamlit.log") as adres:
        yield adres, map_


def bied_aan(page: Page, pad: Path) -> None:
    """Offer a file and wait until it is read."""
    page.locator('input[type="file"]').set_input_files(pad)
    page.get_by_role("heading", name="8. Aanvaarden").wait_for()
    wacht_rustig(page)


def stap(page: Page, naam: str) -> Locator:
    """The line on a step in the list above the page."""
    return page.get_by_role("listitem").filter(has_text=naam)


def druk_tot_af(page: Page, naam: str, *, bij: str) -> int:
    """Press a button until its step is done: how often. Each press is seen in the count of the step before the next.

    A button that is still drawn may be about to go: whether to press again is read from the step.
    """
    keer = 0
    while "✓" not in (stand := stap(page, bij).inner_text()):
        page.get_by_role("button", name=naam, exact=True).click()
        expect(stap(page, bij)).not_to_have_text(stand)
        wacht_rustig(page)
        keer += 1
    return keer


def wijzig_uitkomst(page: Page, *, rij: int, waarde: str) -> None:
    """Set the uitkomst of a row in the grid by keyboard: five cells to the right of the first, Enter, type, Enter."""
    raster = page.get_by_test_id("stDataFrame").first
    raster.scroll_into_view_if_needed()
    vak = raster.bounding_box()
    assert vak is not None
    page.mouse.click(vak["x"] + 70, vak["y"] + 35 * (rij + 1) + 17)  # a head and a row are 35 pixels high
    page.keyboard.press("ArrowLeft")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.type(waarde, delay=20)
    page.keyboard.press("Enter")
    wacht_rustig(page)


def kijk_na(page: Page) -> None:
    """Change one cell, fill in what is missing, and settle every doubt."""
    wijzig_uitkomst(page, rij=3, waarde="gemengd")
    expect(page.get_by_text("Uitkomst was: ✗ verbeterpunt")).to_be_visible()
    page.get_by_role("button", name="In het rapport staat ✓ X").click()
    expect(page.get_by_text("Teken zoals gedrukt was: X")).to_be_visible()
    page.get_by_label("Basis: waarop rust het oordeel?").fill("Verzonnen gesprek")
    page.get_by_label("Uw naam").fill("Ina Specteur")
    page.get_by_label("Uw naam").press("Tab")
    wacht_rustig(page)
    assert druk_tot_af(page, "Klopt zo", bij="3. Twijfels") == 3  # an empty cell, and two under another thema
    assert druk_tot_af(page, "Dit mag blijven staan", bij="6. Persoonsgegevens") == 2


def test_van_rapport_tot_cijfers(winkel: tuple[str, Path], nieuwe_pagina: Callable[..., Page], tmp_path: Path) -> None:
    page = nieuwe_pagina(base_url=winkel[0], locale="en-US")
    rapport = tmp_path / "vervolg Alkmaar.txt"
    rapport.write_bytes(tekst())
    ga(page, "/inlezen")
    bied_aan(page, rapport)
    expect(stap(page, "4. Oordelen")).to_contain_text("6 van 6 klaar")
    assert engels(teksten(page)) == []
    assert overtredingen(page) == {}
    schermafdruk(page, "inlezen-1280")
    kijk_na(page)
    # nothing is accepted before the editor saw what it changes
    expect(page.get_by_text("Kijk eerst bij stap 7 wat er verandert.")).to_be_visible()
    expect(page.get_by_role("button", name="Aanvaard", exact=True)).to_be_disabled()
    page.get_by_role("button", name="Bereken wat er verandert").click()
    expect(page.get_by_text("verbeterpunten die open staan: nu 6, straks 4")).to_be_visible()
    page.get_by_role("button", name="Aanvaard", exact=True).click()
    gelukt = page.get_by_role("status").filter(has_text="is aanvaard en staat in de cijfers")
    expect(gelukt).to_be_visible()
    page.mouse.wheel(0, 10_000)  # the button was at the foot
    expect(gelukt).to_be_in_viewport()
    assert (winkel[1] / "leveringen" / "alkmaar-2017" / "oordelen.csv").is_file()
    wacht_rustig(page)
    assert engels(teksten(page)) == []
    page.get_by_role("link", name="de geschiedenis").click()
    page.get_by_role("heading", level=1, name="Geschiedenis").wait_for()
    wacht_rustig(page)
    expect(page.get_by_text("Met de hand gewijzigd voor aanvaarding")).to_be_visible()
    assert overtredingen(page) == {}
    schermafdruk(page, "geschiedenis-1280")
    ga(page, "/opvolging?gemeente=Alkmaar&periode=2014+→+2016")
    expect(page.get_by_test_id("stMetric").filter(has_text="Opgepakt").first).to_contain_text("2")


@pytest.mark.duur
def test_smal_donker_en_een_tweede_weergave(
    winkel: tuple[str, Path], nieuwe_pagina: Callable[..., Page], tmp_path: Path
) -> None:
    adres, _ = winkel
    page = nieuwe_pagina(base_url=adres, color_scheme="dark", viewport={"width": 390, "height": 844})
    ga(page, "/inlezen")
    eigen = tmp_path / "nog een vervolg.txt"
    eigen.write_bytes(tekst().replace(b"2016", b"2018").replace(b"2017", b"2019"))
    bied_aan(page, TWEEDE_WEERGAVE if TWEEDE_WEERGAVE.is_file() else eigen)
    if TWEEDE_WEERGAVE.is_file():
        expect(page.get_by_text("Dit bestand staat al in de verzameling, als weergave van")).to_be_visible()
        expect(stap(page, "2. Staat dit rapport er al?")).to_contain_text("geen verschillen")
    assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= 390
    assert overtredingen(page) == {}
    schermafdruk(page, "inlezen-390-donker")
