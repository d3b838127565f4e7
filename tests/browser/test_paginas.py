"""The three pages in a real browser: choosing, filtering, links, downloads, a narrow window, both themes."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from data.afleiding.methode import METHODEVERSIE
from data.logboek.logboek import lees
from tests.browser.bladzijden import gelezen
from tests.browser.conftest import wacht_rustig
from tests.browser.test_celkeuze import klik_vak

PAGINAS = {
    "/": "Welke verbeterpunten zijn opgepakt?",
    "/opvolging": "Opvolging van verbeterpunten",
    "/bronnen": "Bronnen en datakwaliteit",
}
OVERZICHT, OPVOLGING, BRONNEN = PAGINAS


#: What Opvolging begins with: the address names it as soon as anything is chosen.
BEGIN = {"kader": ["GGSR beleid"], "periode": ["2013 → 2014"]}


def open_pagina(page: Page, adres: str) -> None:
    page.goto(adres)
    wacht_op_titel(page, urlsplit(adres).path)


def wacht_op_titel(page: Page, pad: str) -> None:
    """Wait for the page of this path, as long as a cold start takes."""
    page.get_by_role("heading", level=1, name=PAGINAS[pad]).wait_for()
    wacht_rustig(page)


def adres(page: Page) -> tuple[str, dict[str, list[str]]]:
    """Path and parameters as the address bar has them; page.url lags behind."""
    delen = urlsplit(str(page.evaluate("location.href")))
    return delen.path, parse_qs(delen.query)


def cijfer(page: Page, naam: str) -> Locator:
    """The number on the tile of this name."""
    return page.get_by_test_id("stMetric").filter(has_text=naam).first.get_by_test_id("stMetricValue")


def cel(page: Page) -> Locator:
    """What opens under the map when a cell is chosen."""
    return page.locator(".st-key-cel")


def kies(page: Page, lijst: str, woord: str) -> None:
    """Choose one word from a list of the filters."""
    page.get_by_role("combobox", name=lijst, exact=True).click()
    page.get_by_role("option", name=woord, exact=True).click()
    page.keyboard.press("Escape")
    wacht_rustig(page)


def test_een_cel_kiezen_met_de_muis_en_de_link_delen(pagina: Page, nieuwe_pagina: Callable[..., Page]) -> None:
    pagina.set_viewport_size({"width": 1280, "height": 1600})  # the whole map is in view
    open_pagina(pagina, OPVOLGING)
    expect(cel(pagina)).to_have_count(0)
    assert adres(pagina) == (OPVOLGING, {})
    # row 5: under the heads Toeleiding and De aanpak, after two indicatoren and the first of De aanpak
    klik_vak(pagina, 5, 0)
    kop = "Alkmaar · Gezin wordt niet losgelaten: ✗ niet opgepakt"
    expect(cel(pagina).get_by_role("heading", name=kop)).to_be_visible()
    wacht_rustig(pagina)
    assert adres(pagina) == (OPVOLGING, {"cel": ["beleid-niet-loslaten~alkmaar-helpende-hand"]} | BEGIN)
    gelezen = cel(pagina).inner_text()
    voor, na = gelezen.index("2013 · ✗ verbeterpunt"), gelezen.index("2014 · ✗ verbeterpunt")
    assert voor < gelezen.index("een gezin dat afhaakt, gaat over naar het gedwongen kader") < na
    assert gelezen.index("hulp is vrijwillig maar met drang") > na
    assert "bezoek 25 november 2014" in gelezen
    assert "tabel Toeleiding, rij 4, kolom 2014" in gelezen

    ander = nieuwe_pagina()
    open_pagina(ander, str(pagina.evaluate("location.href")))
    expect(cel(ander).get_by_role("heading", name=kop)).to_be_visible()
    assert cel(ander).inner_text() == gelezen


def test_een_cel_kiezen_met_alleen_het_toetsenbord(pagina: Page) -> None:
    open_pagina(pagina, OPVOLGING)
    kaart = pagina.get_by_role("application")
    pagina.get_by_role("radio", name="Heatmap").focus()
    for _ in range(8):
        if kaart.evaluate("e => e === document.activeElement"):
            break
        pagina.keyboard.press("Tab")
    expect(kaart).to_be_focused()
    pagina.keyboard.press("Control+End")
    pagina.keyboard.press("Enter")
    koppen = cel(pagina).get_by_role("heading")
    expect(koppen).to_contain_text(
        "Leeuwarden · Afspraken over vervolg van de hulp: ✓◇ opgepakt, volgens de gemeente zelf"
    )
    expect(cel(pagina)).to_contain_text("2014 · ✓◇ voldoet, volgens de gemeente zelf")
    wacht_rustig(pagina)
    gekozen = "beleid-vervolg~leeuwarden-voorwaardelijke-interventie"
    assert adres(pagina) == (OPVOLGING, {"cel": [gekozen]} | BEGIN)
    expect(kaart).to_be_focused()  # where the reader was, for the next one
    pagina.keyboard.press("ArrowLeft")
    pagina.keyboard.press("Enter")
    expect(cel(pagina)).to_contain_text("Er is geen vaste afspraak om gezinnen in beeld te houden")
    wacht_rustig(pagina)
    assert adres(pagina) == (OPVOLGING, {"cel": ["beleid-vervolg~leeuwarden-interventieteam"]} | BEGIN)


def test_filters_veranderen_cijfers_en_link_en_de_link_geeft_hetzelfde_beeld(
    pagina: Page, nieuwe_pagina: Callable[..., Page]
) -> None:
    open_pagina(pagina, OPVOLGING)
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text("16")
    kies(pagina, "Thema", "Samenwerking")
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text("6")
    expect(cijfer(pagina, "Opgepakt")).to_have_text("4")
    assert adres(pagina) == (OPVOLGING, {"thema": ["Samenwerking"]} | BEGIN)
    pagina.get_by_text("per gemeente", exact=True).click()
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text("5")
    wacht_rustig(pagina)
    gekozen = {"thema": ["Samenwerking"], "eenheid": ["per gemeente"]} | BEGIN
    assert adres(pagina) == (OPVOLGING, gekozen)

    ander = nieuwe_pagina()
    open_pagina(ander, str(pagina.evaluate("location.href")))
    assert adres(ander) == (OPVOLGING, gekozen)
    assert gelezen(ander) == gelezen(pagina)
    expect(ander.get_by_role("radio", name="per gemeente")).to_be_checked()

    pagina.get_by_role("button", name="Wis filters").click()
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text("12")
    wacht_rustig(pagina)
    assert adres(pagina) == (OPVOLGING, {"eenheid": ["per gemeente"]} | BEGIN)


def download(page: Page, knop: str) -> tuple[str, bytes]:
    """The name and the bytes of the file behind a button; the server's audit trail tells of it, once."""
    gelogd = len(lees().regels)
    with page.expect_download() as wacht:
        page.get_by_role("button", name=knop).click()
    assert [regel.wat.soort for regel in lees().regels[gelogd:]] == ["geëxporteerd"]
    return wacht.value.suggested_filename, Path(wacht.value.path()).read_bytes()


def test_de_tabel_als_csv_geeft_de_bekende_antwoorden(pagina: Page) -> None:
    open_pagina(pagina, OPVOLGING)
    pagina.get_by_text("Tabel", exact=True).click()
    expect(pagina.get_by_test_id("stDataFrame")).to_be_visible()
    wacht_rustig(pagina)
    assert adres(pagina) == (OPVOLGING, {"weergave": ["Tabel"]} | BEGIN)

    naam_excel, excel = download(pagina, "CSV voor Excel (Nederlands)")
    naam_rfc, rfc = download(pagina, "CSV (internationale norm)")
    assert naam_excel.startswith("opvolging_")
    assert naam_excel.endswith("_excel-nl.csv")
    assert naam_rfc.endswith("_rfc4180.csv")
    assert excel.startswith("\ufeffGemeente;Aanpak;Thema;Indicator;".encode())
    assert rfc.startswith(b"Gemeente,Aanpak,Thema,Indicator,")

    rijen = list(csv.DictReader(io.StringIO(rfc.decode("utf-8"), newline="")))
    in_excel = list(csv.DictReader(io.StringIO(excel.decode("utf-8-sig"), newline=""), delimiter=";"))
    # each names the command that makes that very file
    opdrachten = {rij.pop("Herkomst: opdracht").partition(" --formaat ")[2] for rij in rijen}
    assert {opdracht.split()[0] for opdracht in opdrachten} == {"csv-rfc4180"}
    assert {rij.pop("Herkomst: opdracht").count("--formaat csv-excel-nl ") for rij in in_excel} == {1}
    assert in_excel == rijen
    assert len(rijen) == 18
    assert {(rij["Jaar van"], rij["Jaar naar"]) for rij in rijen} == {("2013", "2014")}
    assert Counter((rij["Gemeente"], rij["Status"]) for rij in rijen) == {
        ("Leeuwarden", "opgepakt"): 10,
        ("Leeuwarden", "behouden"): 2,
        ("Alkmaar", "niet opgepakt"): 5,
        ("Alkmaar", "niet beoordeeld"): 1,
    }
    assert sum(rij["Was verbeterpunt"] == "ja" for rij in rijen) == 16
    assert {rij["Bewijs naar"] for rij in rijen if rij["Status"] == "opgepakt"} == {
        "mondelinge rapportage door de gemeente"
    }
    assert {(rij["Gemeente"], rij["Rapport van"], rij["Rapport naar"]) for rij in rijen} == {
        ("Alkmaar", "stj-alkmaar-2015", "stj-alkmaar-2015"),
        ("Leeuwarden", "stj-leeuwarden-2015", "stj-leeuwarden-2015"),
    }
    assert all("kolom 2013" in rij["Vindplaats van"] and "kolom 2014" in rij["Vindplaats naar"] for rij in rijen)
    versie = {rij["Herkomst: datasetversie"] for rij in rijen}
    assert {rij["Herkomst: methodeversie"] for rij in rijen} == {METHODEVERSIE}
    assert naam_rfc == f"opvolging_{versie.pop()}_rfc4180.csv"
    assert not versie


def test_van_een_kader_op_het_overzicht_naar_zijn_opvolging_en_terug(pagina: Page) -> None:
    open_pagina(pagina, OVERZICHT)
    pagina.get_by_role("link", name="Bekijk de opvolging van GGSR casus").click()
    wacht_op_titel(pagina, OPVOLGING)
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text("11")
    wacht_rustig(pagina)
    assert adres(pagina) == (OPVOLGING, {"kader": ["GGSR casus"], "periode": ["2013 → nog geen hertoets"]})

    pagina.go_back()
    wacht_op_titel(pagina, OVERZICHT)
    wacht_rustig(pagina)
    assert adres(pagina) == (OVERZICHT, {})

    # the kader of the visit before does not stick
    pagina.get_by_role("link", name="Bekijk de opvolging van GGSR beleid").click()
    wacht_op_titel(pagina, OPVOLGING)
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text("16")
    wacht_rustig(pagina)
    assert adres(pagina) == (OPVOLGING, BEGIN)


def test_terug_naar_een_pagina_geeft_de_gekozen_selectie_weer(pagina: Page) -> None:
    open_pagina(pagina, "/opvolging?gemeente=Alkmaar")
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text("6")
    pagina.get_by_role("link", name="Bronnen", exact=True).first.click()
    wacht_op_titel(pagina, BRONNEN)
    wacht_rustig(pagina)
    pagina.go_back()
    wacht_op_titel(pagina, OPVOLGING)
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text("6")
    assert adres(pagina) == (OPVOLGING, {"gemeente": ["Alkmaar"]} | BEGIN)


def test_een_tabel_verlaat_het_huis_alleen_met_haar_herkomst(pagina: Page) -> None:
    """Streamlit's own download has no datasetversie and no mark of fiction: only our two buttons are there."""
    open_pagina(pagina, BRONNEN)
    pagina.get_by_test_id("stDataFrame").first.hover()
    expect(pagina.get_by_role("button", name="Zoeken").first).to_be_visible()
    expect(pagina.get_by_role("button", name="Downloaden als CSV")).to_have_count(0)


def test_op_een_telefoon_staat_het_antwoord_voor_de_filters(nieuwe_pagina: Callable[..., Page]) -> None:
    """The filters are folded and what they hold is named; the warnings stand under the map, not before it."""
    page = nieuwe_pagina(viewport={"width": 390, "height": 844})
    open_pagina(page, "/opvolging?thema=Samenwerking")
    expect(page.get_by_text("Zes verbeterpunten, waarvan vier opgepakt")).to_be_in_viewport()
    expect(page.get_by_text("Alleen Thema: Samenwerking.")).to_be_in_viewport()
    thema = page.get_by_role("combobox", name="Thema", exact=True)
    expect(thema).to_be_hidden()
    kaart, let_op = (page.locator(f".st-key-{naam}").first.bounding_box() for naam in ("kaart", "let-op"))
    assert kaart is not None
    assert let_op is not None
    assert kaart["y"] + kaart["height"] <= let_op["y"]
    page.get_by_text("Toon de filters", exact=True).click()
    expect(thema).to_be_visible()
