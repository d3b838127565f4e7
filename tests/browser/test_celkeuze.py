"""Choosing a cell in a real browser, on an app of its own without a database."""

import os
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import WORTEL, draai, wacht_rustig, wacht_tot

MACHT = "Alkmaar, Helpende Hand in de Wijk, Doorzettingsmacht voor de regisseur: niet opgepakt"
MACHT_VERTELD = "Doorzettingsmacht voor de regisseur: opgepakt, volgens de gemeente zelf"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small app instead of the dashboard: its address."""
    omgeving = os.environ | {"PYTHONPATH": str(WORTEL), "PYTHONUTF8": "1"}
    logboek = tmp_path_factory.mktemp("celkeuze") / "streamlit.log"
    with draai(programma="tests/browser/celkeuze_app.py", omgeving=omgeving, logboek=logboek) as adres:
        yield adres


def open_kaart(page: Page, vorm: str = "echt") -> None:
    page.goto(f"/?vorm={vorm}")
    page.locator(".celkeuze-laag").wait_for(state="attached")
    wacht_rustig(page)


def zin(page: Page) -> str:
    return page.locator(".celkeuze-zin").inner_text()


def klik_vak(page: Page, rij: int, kolom: int) -> None:
    """Click in the middle of a cell of the first map; the heading rows count too."""
    laag = page.locator(".celkeuze-laag").first
    laag.scroll_into_view_if_needed()
    vlak = laag.bounding_box()
    assert vlak is not None
    rijen, kolommen = page.locator(".celkeuze-rij").count(), page.locator(".celkeuze-kolom, .celkeuze-staand").count()
    x, y = vlak["x"] + (kolom + 0.5) * vlak["width"] / kolommen, vlak["y"] + (rij + 0.5) * vlak["height"] / rijen
    page.mouse.move(x, y)
    page.mouse.click(x, y)


def test_met_het_toetsenbord(pagina: Page) -> None:
    open_kaart(pagina)
    pagina.get_by_role("button", name="Nog eens").focus()
    pagina.keyboard.press("Tab")
    kaart = pagina.get_by_role("application")
    expect(kaart).to_be_focused()
    expect(kaart).to_have_attribute("aria-label", pagina.get_by_role("application").get_attribute("aria-label") or "")
    assert zin(pagina).startswith("Alkmaar, Helpende Hand in de Wijk, Beleid en visie")
    for toets, eind in [
        ("ArrowUp", "Beleid en visie voor GGSR: niet opgepakt"),  # nothing above: stays
        ("ArrowDown", "Gezamenlijke doelen van netwerkpartners: niet beoordeeld"),
        ("ArrowDown", MACHT),  # over the heading
        ("End", f"Voorwaardelijke Interventie Gezinnen, {MACHT_VERTELD}"),
        ("Home", MACHT),
        ("ArrowRight", f"Leeuwarden, Interventieteam Gezinnen, {MACHT_VERTELD}"),
        ("ArrowUp", "Gezamenlijke doelen van netwerkpartners: niet beoordeeld"),  # nearest one further up
        ("Control+End", "Afspraken over vervolg van de hulp: behouden, volgens de gemeente zelf"),
        ("Control+Home", "Beleid en visie voor GGSR: niet opgepakt"),
    ]:
        pagina.keyboard.press(toets)
        assert zin(pagina).endswith(eind), toets
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_text("gekozen: visie × HH (1 keer)")).to_be_visible()
    wacht_rustig(pagina)
    expect(kaart).to_be_focused()
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Space")
    expect(pagina.get_by_text("gekozen: doelen × HH (2 keer)")).to_be_visible()
    wacht_rustig(pagina)
    pagina.keyboard.press("Escape")
    expect(kaart).not_to_be_focused()
    assert zin(pagina) == ""


def test_de_ring_is_zichtbaar_en_ligt_op_het_vak(pagina: Page) -> None:
    open_kaart(pagina)
    ring = pagina.locator(".celkeuze-focus")
    expect(ring).to_be_hidden()
    pagina.locator(".celkeuze-laag").focus()
    expect(ring).to_be_visible()
    oud = ring.bounding_box()
    pagina.set_viewport_size({"width": 800, "height": 900})
    wacht_rustig(pagina)
    nieuw = ring.bounding_box()
    assert oud is not None
    assert nieuw is not None
    assert nieuw["width"] < oud["width"]
    assert nieuw["height"] == pytest.approx(oud["height"], abs=1)
    assert ring.evaluate("e => getComputedStyle(e).transitionDuration") == "0s"  # reduced motion


def test_met_de_muis_ook_na_andere_gegevens(pagina: Page) -> None:
    open_kaart(pagina)
    klik_vak(pagina, 4, 0)
    expect(pagina.get_by_text("gekozen: macht × HH (1 keer)")).to_be_visible()
    expect(pagina.locator(".celkeuze-gekozen")).to_be_visible()
    wacht_rustig(pagina)
    klik_vak(pagina, 1, 2)  # no cell there
    wacht_rustig(pagina)
    pagina.get_by_text("Alleen Leeuwarden").click()
    wacht_rustig(pagina)
    expect(pagina.locator(".celkeuze-gekozen")).to_be_hidden()  # Alkmaar is gone
    klik_vak(pagina, 1, 1)
    expect(pagina.get_by_text("gekozen: macht × VI (2 keer)")).to_be_visible()
    wacht_rustig(pagina)
    pagina.get_by_role("button", name="Nog eens").click()
    wacht_rustig(pagina)
    expect(pagina.get_by_text("gekozen: macht × VI (2 keer)")).to_be_visible()  # once is once
    assert pagina.locator(".celkeuze-laag").count() == 1


def test_de_plek_blijft_bij_andere_gegevens(pagina: Page) -> None:
    open_kaart(pagina)
    kaart = pagina.locator(".celkeuze-laag")
    kaart.focus()
    pagina.keyboard.press("Control+End")
    oud = zin(pagina)
    pagina.get_by_text("Alleen Leeuwarden").click()
    wacht_rustig(pagina)
    kaart.focus()
    assert zin(pagina) == oud


def test_op_een_telefoon_schuift_de_kaart_en_blijven_de_namen_staan(nieuwe_pagina: Callable[..., Page]) -> None:
    page = nieuwe_pagina(viewport={"width": 390, "height": 900})
    open_kaart(page)
    maten = page.evaluate(
        "(() => { const d = document.querySelector('.celkeuze-doos'); return [d.scrollWidth, d.clientWidth,"
        " document.querySelector('[data-testid=\"stMain\"]').scrollWidth]; })()"
    )
    assert maten[0] > maten[1]
    assert maten[2] <= 390  # the page itself does not scroll sideways
    label = page.locator(".celkeuze-rij", has_text="Doorzettingsmacht")
    links = label.bounding_box()
    page.locator(".celkeuze-laag").focus()
    page.keyboard.press("Control+End")
    wacht_tot(page, "() => document.querySelector('.celkeuze-doos').scrollLeft > 0")
    wacht_rustig(page)
    ring, nu = page.locator(".celkeuze-focus").bounding_box(), label.bounding_box()
    assert ring is not None
    assert links is not None
    assert nu is not None
    assert ring["x"] + ring["width"] <= 390
    assert nu["x"] == pytest.approx(links["x"], abs=2)


def test_een_heel_grote_kaart(pagina: Page) -> None:
    open_kaart(pagina, "groot")
    pagina.locator(".celkeuze-laag").focus()
    for _ in range(3):
        pagina.keyboard.press("ArrowRight")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_text("(1 keer)")).to_be_visible()


# the fill of ✗ niet opgepakt in the light theme, and of no cell (pagina/beeld/status.py)
NIET, GEEN = (240, 140, 79, 255), (0, 0, 0, 0)


def kleur(page: Page, rij: int, kolom: int) -> tuple[int, ...]:
    """The colour of a cell, as it was drawn."""
    beeld = page.locator(".celkeuze-kleuren")
    return tuple(beeld.evaluate("(e, [r, k]) => [...e.getContext('2d').getImageData(k, r, 1, 1).data]", [rij, kolom]))


def test_elk_vak_heeft_zijn_kleur_en_de_muis_vindt_het_hele_verhaal(pagina: Page) -> None:
    open_kaart(pagina)
    # row 4 is Doorzettingsmacht, column 0 Alkmaar; row 0 a heading
    assert kleur(pagina, 4, 0) == NIET
    assert kleur(pagina, 0, 0) == GEEN
    assert kleur(pagina, 1, 2) == GEEN
    zweef = pagina.locator(".celkeuze-zweef")
    expect(zweef).to_be_hidden()
    vlak = pagina.locator(".celkeuze-laag").bounding_box()
    assert vlak is not None
    pagina.mouse.move(vlak["x"] + 30, vlak["y"] + 4.5 * 38)
    assert zweef.locator(":scope > *").all_inner_texts() == [
        "Alkmaar, Helpende Hand in de Wijk",
        "Doorzettingsmacht voor de regisseur, zoals het kader het in een hele zin zegt",
        "✗ niet opgepakt",
        "2013: ✗ verbeterpunt → 2014: ✗ verbeterpunt",
    ]
    pagina.mouse.move(vlak["x"] + 30, vlak["y"] + 4)  # a heading
    expect(zweef).to_be_hidden()


def gearceerd(page: Page) -> list[tuple[int, int, int]]:
    """The rows and columns of the map over which lines were drawn: from, and how many columns wide."""
    vorm = page.locator(".celkeuze-arcering > path").get_attribute("d") or ""
    breed = page.locator(".celkeuze-vakken").evaluate("e => e.clientWidth") / page.locator(".celkeuze-kolom").count()
    vlakken = re.findall(r"M([\d.]+) (\d+)h([\d.]+)v38H", vorm)
    return [(int(y) // 38, round(float(x) / breed), round(float(b) / breed)) for x, y, b in vlakken]


def test_wat_is_verteld_is_gearceerd_ook_in_de_legenda_en_na_een_andere_maat(pagina: Page) -> None:
    """Leeuwarden, columns 1 and 2, told what became of six indicatoren; Alkmaar, column 0, was tested."""
    open_kaart(pagina)
    naast_elkaar = [(4, 1, 2), (7, 1, 2), (8, 1, 2), (9, 1, 2), (12, 1, 2), (13, 1, 2)]
    assert gearceerd(pagina) == naast_elkaar
    chips = pagina.locator(".celkeuze-legenda li")
    assert chips.all_inner_texts() == [
        "✓◇ opgepakt, volgens de gemeente zelf",
        "=◇ behouden, volgens de gemeente zelf",
    ]
    for chip in chips.all():
        expect(chip).to_have_class("vp-verteld")
    pagina.set_viewport_size({"width": 700, "height": 900})
    wacht_rustig(pagina)
    assert gearceerd(pagina) == naast_elkaar
    vak = pagina.locator(".celkeuze-laag").bounding_box()
    assert vak is not None
    pagina.mouse.move(vak["x"] + vak["width"] / 2, vak["y"] + 4.5 * 38)
    assert pagina.locator(".celkeuze-zweef > *").all_inner_texts()[2:] == [
        "✓◇ opgepakt, volgens de gemeente zelf",
        "2013: ✗ verbeterpunt → 2014: ✓ voldoet",
    ]
    open_kaart(pagina, "zwolle")
    assert gearceerd(pagina) == []


def test_wie_de_kaart_niet_ziet_hoort_wat_zij_toont(pagina: Page) -> None:
    open_kaart(pagina)
    figuur = pagina.get_by_role("figure")
    expect(figuur).to_have_attribute("aria-label", re.compile("^Kaart van 10 indicatoren bij 3 aanpakken"))
    expect(figuur.get_by_role("application")).to_have_count(1)
