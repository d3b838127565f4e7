"""The page Gemeente in a real browser: choose one, read how it stands, look at the time line, print the Bezoekblad."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, quote_plus, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.bladzijden import noemt
from tests.browser.conftest import wacht_rustig


def open_gemeente(page: Page, naam: str = "", **keuze: str) -> None:
    vraag = "&".join(f"{k}={quote_plus(v)}" for k, v in ({"gemeente": naam} | keuze).items() if v)
    page.goto(f"/gemeente?{vraag}")
    page.get_by_role("heading", level=2 if naam else 1, name=naam or "Gemeente", exact=True).wait_for()
    wacht_rustig(page)


def link(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(str(page.evaluate("location.href"))).query)


def test_hoe_staat_alkmaar_ervoor_en_wat_is_niet_opgepakt(pagina: Page) -> None:
    open_gemeente(pagina)
    pagina.get_by_role("link", name="Alkmaar", exact=True).click()
    expect(pagina.get_by_role("heading", level=2, name="Alkmaar", exact=True)).to_be_visible()
    wacht_rustig(pagina)
    noemt(pagina, "/gemeente?gemeente=Alkmaar&kader=GGSR+beleid&periode=2013+→+2014")
    expect(pagina.get_by_text("zes verbeterpunten staan nu open, sinds 2013")).to_be_visible()
    tabel = pagina.get_by_role("table", name="Wat een verbeterpunt was, 2013 → 2014 (6)")
    rijen = tabel.get_by_role("row").filter(has_text="niet opgepakt")
    expect(rijen).to_have_count(5)
    macht = tabel.get_by_role("row").filter(has_text="Doorzettingsmacht voor de regisseur")
    expect(macht).to_contain_text("De gezinscoach kan geen besluiten nemen")
    expect(macht).to_contain_text("tabel Toeleiding, rij 3, kolom 2014")
    pagina.get_by_role("radio", name="Stand nu").check(force=True)
    wacht_rustig(pagina)
    nu = pagina.get_by_role("table", name="Nu open (6)")
    expect(nu.get_by_role("row").filter(has_text="open sinds 2013")).to_have_count(6)
    assert link(pagina)["beeld"] == ["Stand nu"]


def test_kiezen_uit_de_lijst_en_terug(pagina: Page) -> None:
    open_gemeente(pagina)
    pagina.get_by_role("combobox", name="Gemeente").fill("Zwol")
    pagina.get_by_role("option", name="Zwolle", exact=True).click()
    expect(pagina.get_by_role("heading", level=2, name="Zwolle", exact=True)).to_be_visible()
    wacht_rustig(pagina)
    expect(pagina.get_by_role("article")).to_have_count(7)
    expect(
        pagina.get_by_text("Juni 2015 tot en met augustus 2015: de termijn liep tot en met 31 augustus 2015")
    ).to_be_visible()
    # of one meting a sentence, no figure
    expect(pagina.get_by_test_id("stPlotlyChart")).to_have_count(0)


def test_de_tijdlijn_en_haar_tabel(pagina: Page) -> None:
    open_gemeente(pagina, "Leeuwarden")
    figuur = pagina.get_by_test_id("stPlotlyChart")
    expect(figuur).to_have_count(1)
    assert "nam het over van Interventieteam Gezinnen" in str(figuur.get_attribute("aria-label") or figuur.inner_html())
    pagina.get_by_role("radio", name="Tabel").check(force=True)
    wacht_rustig(pagina)
    expect(figuur).to_have_count(0)
    tabel = pagina.get_by_role("table").filter(has_text="Metingen van Leeuwarden")
    expect(tabel.get_by_role("row")).to_have_count(4)
    expect(tabel).to_contain_text("Interventieteam Gezinnen en Voorwaardelijke Interventie Gezinnen")


# two sheets printed on both sides at most: every bevinding is on it
@pytest.mark.parametrize(
    ("gemeente", "hoogstens"), [("Alkmaar", 2), ("Zwolle", 4), ("Leeuwarden", 2), ("Den Helder", 3)]
)
def test_het_bezoekblad_past_op_een_paar_bladzijden(
    pagina: Page, nieuwe_pagina: Callable[..., Page], gemeente: str, hoogstens: int, tmp_path: Path
) -> None:
    open_gemeente(pagina, gemeente)
    with pagina.expect_download() as wacht:
        pagina.get_by_role("button", name="Bezoekblad (HTML, om te printen)").click()
    assert wacht.value.suggested_filename.startswith("bezoekblad-")
    bestand = tmp_path / "blad.html"
    wacht.value.save_as(bestand)
    blad = nieuwe_pagina()
    blad.set_content(bestand.read_text(encoding="utf-8"))
    expect(blad.get_by_role("heading", level=1)).to_have_text(f"Bezoekblad {gemeente}")
    pdf = blad.pdf(format="A4", prefer_css_page_size=True)
    if map_ := os.environ.get("VERBETERPUNTEN_SCHERMAFDRUKKEN"):
        Path(map_, f"bezoekblad-{gemeente.lower().replace(' ', '-')}.pdf").write_bytes(pdf)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= hoogstens
    ernstig = [r["id"] for r in Axe().run(blad).response["violations"] if r["impact"] in {"serious", "critical"}]
    assert ernstig == []
