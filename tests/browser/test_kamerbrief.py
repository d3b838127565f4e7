"""A policy officer chooses, takes the text and each file, and a colleague opens the link that stands in them."""

import importlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from pagina.uitvoer.vormen.formaten import FORMATEN
from tests.browser.bladzijden import ga
from tests.browser.conftest import schermafdruk, wacht_rustig, wacht_tot
from tests.browser.test_paginas import kies

#: By hand: of GGSR beleid, thema Samenwerking, 2013 → 2014, six verbeterpunten; Leeuwarden's four were picked up, as it
#: says itself, Alkmaar's two were not.
VERWACHT = {
    "Alkmaar": [2, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0],
    "Leeuwarden": [4, 4, 4, 0, 4, 0, 0, 0, 0, 0, 100, 100],
    "Totaal": [6, 6, 4, 0, 4, 0, 2, 0, 0, 0, 67, 67],
}


def tekst(page: Page) -> str:
    return page.locator(".vp-brief").first.inner_text()


def rijen(page: Page) -> list[str]:
    return page.locator(".vp-tabel").first.locator("tbody tr").all_inner_texts()


def in_bestand(formaat: str, pad: Path) -> tuple[dict[str, list[int]], dict[str, object]]:
    """Name of the row to its figures, and the provenance, as they stand in the file."""
    module = importlib.import_module(f"pagina.uitvoer.vormen.{FORMATEN[formaat].maker.partition(':')[0]}")
    _, *cellen = module.lees_tabel(pad)
    cijfers = {str(rij[0]): [int(str(cel).removesuffix("%").strip()) for cel in rij[1:]] for rij in cellen}
    return cijfers, module.lees_herkomst(pad)


def test_kiezen_bewaren_en_met_de_link_opnieuw_zien(
    pagina: Page, nieuwe_pagina: Callable[..., Page], tmp_path: Path
) -> None:
    ga(pagina, "/kamerbrief")
    kies(pagina, "Thema", "Samenwerking")
    expect(pagina.locator(".vp-brief")).to_contain_text("zes verbeterpunten")
    herkomsten = []
    for naam, formaat in FORMATEN.items():
        with pagina.expect_download() as wacht:
            pagina.get_by_role("button", name=formaat.woord, exact=True).click()
        pad = tmp_path / wacht.value.suggested_filename
        wacht.value.save_as(pad)
        assert pad.name.endswith(formaat.uitgang)
        cijfers, herkomst = in_bestand(naam, pad)
        assert cijfers == VERWACHT, naam
        herkomsten.append((herkomst["exportnummer"], herkomst["link"]))
    (exportnummer, in_bestanden), *anders = set(herkomsten)
    assert not anders
    assert in_bestanden == ""  # nobody else can open what runs on this computer only
    expect(pagina.get_by_text(str(exportnummer), exact=True).first).to_be_visible()
    link = pagina.get_by_role("link", name="Deze cijfers, ook als er later iets verandert").get_attribute("href")

    collega = nieuwe_pagina()
    ga(collega, f"/{link}")
    assert tekst(collega) == tekst(pagina)
    assert rijen(collega) == rijen(pagina)
    expect(collega.get_by_text(str(exportnummer), exact=True).first).to_be_visible()


def test_kopieren_met_het_toetsenbord_en_zonder_kader(pagina: Page) -> None:
    pagina.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ga(pagina, "/kamerbrief")
    knop = pagina.get_by_role("button", name="Kopieer de tekst")
    knop.focus()
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("status").filter(has_text="gekopieerd")).to_be_visible()
    gekopieerd = str(pagina.evaluate("navigator.clipboard.readText()"))
    assert gekopieerd.partition("\n\nBronnen:\n1. ")[0] == tekst(pagina)
    assert "Uitkomsten verbeterpunten toezichtonderzoek Leeuwarden" in gekopieerd
    expect(knop).to_be_focused()

    pagina.set_viewport_size({"width": 390, "height": 844})
    wacht_rustig(pagina)
    assert pagina.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= 390
    schermafdruk(pagina, "kamerbrief-390")
    # what goes on beyond the edge shows so, until one is there
    schaduw = "e => getComputedStyle(e, '::after').opacity"
    for wat in (".vp-schuif", ".celkeuze-doos"):
        doos = pagina.locator(wat).first
        assert doos.evaluate("e => e.scrollWidth > e.clientWidth"), wat
        assert doos.evaluate(schaduw) == "1", wat
        doos.evaluate("e => { e.scrollLeft = e.scrollWidth; }")
        wacht_tot(pagina, "wat => getComputedStyle(document.querySelector(wat), '::after').opacity === '0'", wat)

    # without any kader the page says what it needs, and the address that it then has is no mistake
    pagina.get_by_test_id("stMultiSelect").first.get_by_role("button", name="GGSR beleid weghalen").click()
    expect(pagina.get_by_role("status").filter(has_text="Kies minstens één kader")).to_be_visible()
    wacht_rustig(pagina)
    assert urlsplit(str(pagina.evaluate("location.href"))).query == "kader="
    assert "telt niet mee" not in pagina.get_by_role("main").inner_text()
    kies(pagina, "Kader", "GGSR casus")
    expect(pagina.locator(".vp-brief")).to_contain_text("elf verbeterpunten")


def test_een_bewaard_bestand_controleren(pagina: Page, tmp_path: Path) -> None:
    ga(pagina, "/kamerbrief")
    with pagina.expect_download() as wacht:
        pagina.get_by_role("button", name=FORMATEN["csv-rfc4180"].woord, exact=True).click()
    pad = tmp_path / wacht.value.suggested_filename
    wacht.value.save_as(pad)
    pagina.get_by_text("Een eerder bestand controleren", exact=True).click()
    pagina.locator("input[type=file]").set_input_files(pad)
    expect(pagina.get_by_role("status").filter(has_text="kloppen en zijn nu nog hetzelfde")).to_be_visible(
        timeout=60_000
    )
    expect(pagina.locator(".vp-vast")).to_contain_text(f"Bestand: {pad.name[:20]}")
