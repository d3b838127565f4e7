"""A reader of the Agenda asks what is overdue on 1 March 2018, takes the file, and clicks through."""

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import schermafdruk, wacht_rustig
from tests.browser.test_paginas import adres, kies


def _open(page: Page, link: str = "/agenda") -> None:
    page.goto(link)
    page.get_by_role("heading", level=1, name="Agenda").wait_for()
    wacht_rustig(page)


def _antwoord(page: Page) -> Locator:
    return page.locator(".st-key-antwoord")


def _vul_datum(page: Page, dag: str, maand: str, jaar: str) -> None:
    """Type a day; Streamlit takes it when the focus leaves the field with its calendar button."""
    page.get_by_test_id("stDateInput").get_by_role("spinbutton").first.focus()
    page.keyboard.type(dag + maand + jaar)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    wacht_rustig(page)


def test_wat_is_over_tijd_op_1_maart_2018(pagina: Page) -> None:
    _open(pagina)
    _vul_datum(pagina, "01", "03", "2018")
    expect(_antwoord(pagina)).to_contain_text("Gezien vanaf 1 maart 2018")
    expect(_antwoord(pagina)).to_contain_text("zeven over tijd en vier nog niet over tijd")
    kies(pagina, "Termijn", "over tijd")
    kies(pagina, "Soort punt", "actiepunt")
    expect(_antwoord(pagina)).to_contain_text("Actiepunten: zeven open (Zwolle)")
    assert adres(pagina) == (
        "/agenda",
        {"peildatum": ["2018-03-01"], "termijn": ["over tijd"], "soort": ["actiepunt"]},
    )
    schermafdruk(pagina, "agenda-2018-1280")
    with pagina.expect_download() as wacht:
        pagina.get_by_role("button", name="CSV (internationale norm)").click()
    assert wacht.value.suggested_filename.startswith("agenda_")
    bestand = Path(wacht.value.path()).read_text(encoding="utf-8")
    rijen = list(csv.DictReader(io.StringIO(bestand, newline="")))
    vast = ("Gemeente", "Termijn", "Opvolging uiterlijk", "Maanden over tijd", "Open sinds (jaar)", "Peildatum")
    # names, not addresses; from 31 August 2015 to 1 March 2018 is 30 whole months
    assert Counter(tuple(rij[naam] for naam in vast) for rij in rijen) == {
        ("Zwolle", "over tijd", "2015-08-31", "30", "2014", "2018-03-01"): 7
    }
    assert {rij["Rapport"] for rij in rijen} == {"Nota van Bevindingen Zwolle. Aanpak Bijzondere Doelgroepen"}


@pytest.mark.duur
def test_een_verkeerde_peildatum_en_een_gedeelde_link(pagina: Page) -> None:
    _open(pagina, "/agenda?peildatum=onzin")
    expect(pagina.get_by_role("alert").filter(has_text="‘onzin’")).to_be_visible()
    _open(pagina, "/agenda?peildatum=2018-03-01&gemeente=Den+Helder")
    expect(_antwoord(pagina)).to_contain_text("Actiepunten: vier open (Den Helder)")
    expect(_antwoord(pagina)).to_contain_text("vier nog niet over tijd")
    assert adres(pagina) == ("/agenda", {"peildatum": ["2018-03-01"], "gemeente": ["Den Helder"]})
    # and all of it fits a telephone
    pagina.set_viewport_size({"width": 390, "height": 844})
    wacht_rustig(pagina)
    assert pagina.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= 390
    schermafdruk(pagina, "agenda-390")


def test_een_naam_in_de_tabel_leidt_naar_haar_pagina(pagina: Page) -> None:
    pagina.set_viewport_size({"width": 1280, "height": 2600})
    _open(pagina, "/agenda?peildatum=2018-03-01")
    vak = pagina.get_by_test_id("stDataFrame").locator("canvas").first.bounding_box()
    assert vak is not None
    # the first row, on the name Alkmaar in the second column (a row is 35 pixels high)
    pagina.mouse.move(vak["x"] + 130, vak["y"] + 52)
    wacht_rustig(pagina)
    with pagina.context.expect_page() as wacht:
        pagina.mouse.click(vak["x"] + 130, vak["y"] + 52)
    nieuw = wacht.value
    nieuw.wait_for_url("**/gemeente?gemeente=Alkmaar*")
