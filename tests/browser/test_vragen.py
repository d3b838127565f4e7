"""The questions that each user must be able to answer, answered by doing what a user does: from the first page on."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.bladzijden import ga
from tests.browser.conftest import wacht_rustig
from tests.browser.test_celkeuze import klik_vak
from tests.browser.test_paginas import cel, cijfer


def naar(page: Page, naam: str) -> None:
    """Choose a page in the navigation."""
    page.get_by_role("navigation").get_by_role("link", name=naam, exact=True).click()
    page.get_by_role("heading", level=1).first.wait_for()
    wacht_rustig(page)


def tekst(page: Page) -> str:
    """What the page says, in one line."""
    return " ".join(page.get_by_role("main").inner_text().split())


def test_welke_verbeterpunten_zijn_opgepakt_waar_en_op_welk_bewijs(pagina: Page) -> None:
    pagina.set_viewport_size({"width": 1280, "height": 1600})
    ga(pagina, "/")
    naar(pagina, "Opvolging")
    expect(cijfer(pagina, "Opgepakt")).to_have_text("10")
    assert "10 van 15 beoordeelde (67%) 10 van 16 vastgestelde (63%)" in tekst(pagina)
    assert "van de opgepakte: 0 opnieuw getoetst, 10 volgens de gemeente zelf" in tekst(pagina)
    # row 4: Toeleiding, two indicatoren, De aanpak, and its first; column 1: Leeuwarden, Interventieteam
    klik_vak(pagina, 4, 1)
    expect(cel(pagina)).to_contain_text(
        "Leeuwarden · Doorzettingsmacht voor de regisseur: ✓◇ opgepakt, volgens de gemeente zelf"
    )
    expect(cel(pagina)).to_contain_text("mondelinge rapportage door de gemeente, bezoek 13 november 2014")


def test_hoe_staat_een_gemeente_ervoor_en_wat_komt_er(pagina: Page) -> None:
    ga(pagina, "/")
    naar(pagina, "Gemeente")
    doos = pagina.get_by_role("combobox", name="Gemeente", exact=True)
    doos.fill("Zwolle")
    expect(pagina.get_by_role("option", name="Zwolle", exact=True)).to_be_visible()
    doos.press("ArrowDown")
    doos.press("Enter")
    pagina.get_by_role("heading", name="Zwolle", exact=True).wait_for()
    wacht_rustig(pagina)
    gelezen = tekst(pagina)
    assert "elf verbeterpunten staan nu open, sinds 2013" in gelezen
    assert "augustus 2015" in gelezen
    with pagina.expect_download() as wacht:
        pagina.get_by_role("button", name="Bezoekblad").click()
    assert wacht.value.suggested_filename.endswith(".html")


def test_hoe_staat_een_onderwerp_ervoor_over_kaders_heen(pagina: Page) -> None:
    ga(pagina, "/")
    naar(pagina, "Onderwerp")
    pagina.get_by_role("link", name="Doorzettingsmacht en opschaling", exact=True).click()
    pagina.get_by_role("heading", name="Verloop per gemeente").wait_for()
    wacht_rustig(pagina)
    gelezen = tekst(pagina)
    for kader in ("GGSR beleid", "GGSR casus"):
        assert kader in gelezen
    for gemeente in ("Alkmaar", "Leeuwarden", "Zwolle"):
        assert gemeente in gelezen


def test_wat_staat_open_sinds_wanneer_wie_en_wat_is_over_tijd(pagina: Page) -> None:
    ga(pagina, "/")
    naar(pagina, "Agenda")
    gelezen = tekst(pagina)
    assert "GGSR beleid: zes open verbeterpunten (Alkmaar)" in gelezen
    assert "GGSR casus: elf open verbeterpunten (Zwolle)" in gelezen
    assert "Actiepunten: elf open" in gelezen
    ga(pagina, "/agenda?peildatum=2018-03-01")
    assert "Gezien vanaf 1 maart 2018" in tekst(pagina)


def test_waar_is_onderzoek_gedaan(pagina: Page) -> None:
    ga(pagina, "/")
    gelezen = tekst(pagina)
    assert "vier rapporten over vier gemeenten" in gelezen
    assert "2 van de 21 gemeenten van de ronde ‘GGSR op beleidsniveau’" in gelezen
    expect(pagina.get_by_role("heading", name="Op de kaart")).to_be_visible()
    pagina.get_by_role("link", name="Alkmaar").first.focus()
    pagina.keyboard.press("Enter")
    pagina.get_by_role("heading", level=1, name="Gemeente").wait_for()
    wacht_rustig(pagina)
    assert "zes verbeterpunten staan nu open" in tekst(pagina)


def test_waar_komt_een_getal_vandaan(pagina: Page) -> None:
    """From a number on the first page down to the printed cell and the checksum of the file."""
    pagina.set_viewport_size({"width": 1280, "height": 1600})
    ga(pagina, "/")
    pagina.get_by_role("link", name="Bekijk de opvolging van GGSR beleid").click()
    pagina.get_by_role("heading", level=1, name="Opvolging van verbeterpunten").wait_for()
    wacht_rustig(pagina)
    klik_vak(pagina, 5, 0)
    expect(cel(pagina)).to_contain_text("tabel Toeleiding, rij 4, kolom 2014")
    cel(pagina).get_by_role("link", name="Uitkomsten verbeterpunten toezichtonderzoek Alkmaar").first.click()
    pagina.get_by_role("heading", level=1, name="Bronnen en datakwaliteit").wait_for()
    wacht_rustig(pagina)
    gelezen = tekst(pagina)
    assert "000_380ac783e8fd5e25.txt" in gelezen
    assert "SHA-256" in gelezen


def test_wat_betekent_opgepakt_hoe_wordt_geteld_en_wat_zegt_het_niet(pagina: Page) -> None:
    ga(pagina, "/")
    naar(pagina, "Uitleg")
    pagina.get_by_role("link", name="Hoe wordt geteld?").first.click()
    expect(pagina.get_by_role("heading", name="Hoe wordt geteld?")).to_be_in_viewport()
    gelezen = tekst(pagina)
    assert "6 van 8 beoordeelde (75%) en 6 van 10 vastgestelde (60%) opgepakt" in gelezen
    assert "Het is geen landelijk beeld." in gelezen
