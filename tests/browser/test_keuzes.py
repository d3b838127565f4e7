"""What is chosen on the screen, what the address says and what is counted are the same after every click."""

import random
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.bladzijden import ga, noemt
from tests.browser.conftest import wacht_rustig
from tests.browser.test_paginas import BEGIN, OPVOLGING, adres, cijfer, kies
from tests.hoeveel import voorbeelden

CASUS = {"kader": ["GGSR casus"], "periode": ["2013 → nog geen hertoets"]}
#: Filters and words in them, of either kader; the first three lists of two stand under ‘Meer filters’.
WOORDEN = {
    "Onderwerp": ["Doorzettingsmacht en opschaling", "Informatiedeling"],
    "Provincie": ["Fryslân", "Noord-Holland", "Overijssel"],
    "Status": ["niet opgepakt", "opgepakt"],
    "Thema": ["Samenwerking", "Toeleiding"],
    "Gemeente": ["Alkmaar", "Leeuwarden", "Zwolle"],
    "Kader": ["GGSR casus", "GGSR beleid"],
    "Periode": ["2013 → 2014", "2014 → nog geen hertoets", "2013 → nog geen hertoets"],
}
# the figures, the answer with its selection, and what each list shows
BEELD = """
() => [
    ...document.querySelectorAll('[data-testid="stMetric"]'),
    ...[...document.querySelectorAll('main p')].filter(p => /^(Alleen|GGSR)/.test(p.textContent)),
    ...document.querySelectorAll(
        '.st-key-filters-zelf :is([data-testid="stMultiSelect"], [data-testid="stSelectbox"])'),
].map(e => [e.textContent, ...[...e.querySelectorAll('input')].map(i => i.value)].join(' '))
"""


def beeld(page: Page) -> object:
    wacht_rustig(page)
    return page.evaluate(BEELD)


def meer_filters(page: Page) -> None:
    page.get_by_text("Meer filters", exact=True).click()
    page.get_by_role("combobox", name="Was eerst", exact=True).wait_for()
    wacht_rustig(page)


@pytest.mark.parametrize(
    ("lijst", "woord", "geteld"), [("Onderwerp", "Doorzettingsmacht en opschaling", "5"), ("Status", "opgepakt", "16")]
)
def test_een_gewist_filter_komt_niet_terug(pagina: Page, lijst: str, woord: str, geteld: str) -> None:
    """Also when it was folded away as it was cleared: by the next click the browser sent the old choice again."""
    ga(pagina, OPVOLGING)
    meer_filters(pagina)
    kies(pagina, lijst, woord)
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text(geteld)
    pagina.get_by_text("Meer filters", exact=True).click()
    pagina.get_by_role("button", name="Wis filters").click()
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text("16")
    kies(pagina, "Kader", "GGSR casus")
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text("11")
    expect(pagina.get_by_text(f"{lijst}: {woord}")).to_have_count(0)
    assert adres(pagina) == (OPVOLGING, CASUS)
    kies(pagina, "Kader", "GGSR beleid")
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text("16")
    assert adres(pagina) == (OPVOLGING, BEGIN)


def test_wat_onder_een_ander_kader_niet_bestaat_gaat_uit_het_adres(pagina: Page) -> None:
    ga(pagina, OPVOLGING)
    kies(pagina, "Gemeente", "Alkmaar")
    assert adres(pagina) == (OPVOLGING, {"gemeente": ["Alkmaar"]} | BEGIN)
    kies(pagina, "Kader", "GGSR casus")
    expect(
        pagina.get_by_text("De keuze ‘Alkmaar’ voor ‘Gemeente’ staat niet in de lijst en telt niet mee.")
    ).to_be_visible()
    expect(pagina.get_by_text("voor ‘Periode’")).to_have_count(0)  # nobody chose that pair of years
    assert adres(pagina) == (OPVOLGING, CASUS)
    kies(pagina, "Kader", "GGSR beleid")
    expect(cijfer(pagina, "Verbeterpunten")).to_have_text("16")
    assert adres(pagina) == (OPVOLGING, BEGIN)


def test_een_link_houdt_zijn_woorden_en_is_een_stap_terug(pagina: Page) -> None:
    """Streamlit takes what is as at the start out of the address, with a step in the history for each."""
    ga(pagina, "/bronnen")
    for begin in ("/opvolging?kader=GGSR+beleid&periode=2013+→+2014", "/kamerbrief?kader=GGSR+beleid"):
        ga(pagina, begin)
        noemt(pagina, begin)
    noemt(pagina, "/kamerbrief?periode=2013+→+2014")  # ‘the newest’ of now, by name
    pagina.go_back()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Opvolging van verbeterpunten")
    wacht_rustig(pagina)
    assert adres(pagina) == (OPVOLGING, BEGIN)
    pagina.go_back()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Bronnen en datakwaliteit")


def test_de_weg_naar_de_punten_eindigt_bij_de_punten(pagina: Page) -> None:
    ga(pagina, "/")
    pagina.get_by_role("link", name="Toon deze 10 punten").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Opvolging van verbeterpunten")
    expect(pagina.get_by_test_id("stDataFrame")).to_be_in_viewport()
    expect(pagina.get_by_text("10 oordelen, met wat ervan is geworden.")).to_be_in_viewport()
    wacht_rustig(pagina)
    # from the page itself too, with other points
    pagina.get_by_role("link", name="Toon deze 5 punten").click()
    expect(pagina.get_by_text("5 oordelen, met wat ervan is geworden.")).to_be_in_viewport()
    expect(pagina.get_by_test_id("stDataFrame")).to_be_in_viewport()


def _stap(page: Page, toeval: random.Random) -> str:
    """One click of a reader; what cannot be chosen under this kader is left alone."""
    soort = toeval.choice(["kies", "kies", "kies", "kies", "telt", "wis"])
    if soort == "telt":
        woord = toeval.choice(["per gemeente", "per aanpak"])
        page.get_by_text(woord, exact=True).click()
        return woord
    if soort == "wis":
        if (knop := page.get_by_role("button", name="Wis filters")).is_enabled():
            knop.click()
        return soort
    lijst = toeval.choice(list(WOORDEN))
    woord = toeval.choice(WOORDEN[lijst])
    page.get_by_role("combobox", name=lijst, exact=True).click()
    optie = page.get_by_role("option", name=woord, exact=True)
    if optie.count():
        optie.click()
    page.keyboard.press("Escape")
    return f"{lijst}: {woord}"


@pytest.mark.parametrize("zaad", range(voorbeelden(2)))
def test_na_elke_klik_geeft_het_adres_hetzelfde_beeld(
    pagina: Page, nieuwe_pagina: Callable[..., Page], zaad: int
) -> None:
    toeval, ander, gedaan = random.Random(zaad), nieuwe_pagina(), []
    ga(pagina, OPVOLGING)
    meer_filters(pagina)
    for _ in range(7):
        gedaan.append(_stap(pagina, toeval))
        hier = beeld(pagina)
        ga(ander, str(pagina.evaluate("location.href")))
        assert beeld(ander) == hier, gedaan
