"""The page as the browser gets it: in Dutch, and links that stay within the open page."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.bladzijden import ga, gelezen, leest_weer, noemt
from tests.browser.conftest import wacht_rustig

GEFILTERD = "/opvolging?gemeente=Alkmaar&kader=GGSR+beleid&periode=2013+%E2%86%92+2014"


def merk(page: Page) -> None:
    """Leave a sign that a reload would wipe out."""
    page.evaluate("window.__merk = true")


def zonder_herladen(page: Page) -> bool:
    return bool(page.evaluate("window.__merk === true"))


def adres(page: Page) -> str:
    return str(page.evaluate("location.pathname + location.search + location.hash"))


def menu(page: Page, naam: str) -> Locator:
    return page.get_by_role("navigation").get_by_role("link", name=naam, exact=True)


def plant(page: Page, html: str) -> None:
    """Put a link on the page, as a page would."""
    page.evaluate("html => document.querySelector('h1').insertAdjacentHTML('afterend', html)", html)


def wacht_op_focus_op_titel(page: Page, titel: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(titel))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    wacht_rustig(page)


def test_zonder_javascript_staat_er_nederlands(nieuwe_pagina: Callable[..., Page]) -> None:
    page = nieuwe_pagina(java_script_enabled=False)
    page.goto("/")
    tekst = page.locator("noscript").text_content() or ""
    assert "Zet JavaScript aan" in tekst
    assert "You need" not in page.content()


def test_het_menu_gaat_zonder_herladen_en_terug_is_een_stap(pagina: Page) -> None:
    ga(pagina, GEFILTERD)
    merk(pagina)
    menu(pagina, "Bronnen").click()
    wacht_op_focus_op_titel(pagina, "Bronnen")
    assert adres(pagina) == "/bronnen"
    expect(pagina).to_have_title("Bronnen · Verbeterpunten")
    pagina.go_back()
    wacht_op_focus_op_titel(pagina, "Opvolging")
    assert adres(pagina) == GEFILTERD
    expect(pagina.get_by_test_id("stMetricValue").first).to_have_text("6")
    pagina.go_forward()
    wacht_op_focus_op_titel(pagina, "Bronnen")
    assert zonder_herladen(pagina)


#: Kind of link to its HTML.
LINKS = {
    "gewoon": '<a id="proef" href="opvolging?gemeente=Alkmaar">door</a>',
    "nieuw venster": '<a id="proef" href="opvolging?gemeente=Alkmaar" target="_blank">door</a>',
    "toetsenbord": '<a id="proef" href="opvolging?gemeente=Alkmaar"><b>door</b></a>',
    "svg": '<svg width="90" height="30"><a id="proef" href="opvolging?gemeente=Alkmaar">'
    '<rect width="90" height="30"/></a></svg>',
}


def test_een_link_gaat_zonder_herladen_en_zet_de_filters(pagina: Page) -> None:
    ga(pagina, "/uitleg")
    merk(pagina)
    for soort, html in LINKS.items():
        plant(pagina, html)
        link = pagina.locator("#proef")
        if soort == "toetsenbord":
            link.focus()
            pagina.keyboard.press("Enter")
        else:
            link.click()
        wacht_op_focus_op_titel(pagina, "Opvolging")
        assert adres(pagina) == GEFILTERD, soort
        expect(pagina.get_by_test_id("stMetricValue").first).to_have_text("6")
        assert pagina.get_by_test_id("stMain").evaluate("e => e.scrollTop") == 0, soort
        assert zonder_herladen(pagina), soort
        assert len(pagina.context.pages) == 1, soort
        # back to where the next one is tried; React may keep what was planted beside a title that it uses again
        menu(pagina, "Uitleg").click()
        wacht_op_focus_op_titel(pagina, "Uitleg")
        pagina.evaluate("(e => (e?.closest('svg') ?? e)?.remove())(document.querySelector('#proef'))")
        expect(link).to_have_count(0)


@pytest.mark.parametrize(
    ("van", "naar", "titel", "getal"),
    [
        ("/agenda", "gemeente?gemeente=Alkmaar", "Gemeente", "zes verbeterpunten staan nu open"),
        ("/gemeente?gemeente=Alkmaar", "opvolging?gemeente=Alkmaar", "Opvolging", "Zes verbeterpunten, waarvan"),
        *(
            pytest.param(*paar, marks=pytest.mark.duur)
            for paar in (
                ("/opvolging?gemeente=Leeuwarden", "gemeente?gemeente=Alkmaar", "Gemeente", "zes verbeterpunten staan"),
                ("/gemeente?gemeente=Alkmaar", "agenda?gemeente=Alkmaar", "Agenda", "zes open verbeterpunten"),
            )
        ),
        # on Opvolging the filter onderwerp is folded away
        ("/opvolging", "onderwerp?onderwerp=Informatiedeling", "Onderwerp", "Verloop per gemeente"),
    ],
)
def test_een_keuze_gaat_mee_naar_een_pagina_met_een_filter_van_dezelfde_naam(
    pagina: Page, van: str, naar: str, titel: str, getal: str
) -> None:
    """Streamlit takes the filters of a page that one leaves out of the address; there and back nothing is lost."""
    ga(pagina, van)
    eerst = gelezen(pagina)
    plant(pagina, f'<a id="proef" href="{naar}">door</a>')
    pagina.locator("#proef").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text(re.compile(titel))
    expect(pagina.get_by_text(getal).first).to_be_visible()
    wacht_rustig(pagina)
    noemt(pagina, f"/{naar}")
    pagina.go_back()
    expect(pagina.get_by_role("heading", level=1)).not_to_have_text(re.compile(titel))
    wacht_rustig(pagina)
    noemt(pagina, van)
    leest_weer(pagina, eerst)
    pagina.go_forward()
    expect(pagina.get_by_text(getal).first).to_be_visible()
    noemt(pagina, f"/{naar}")


def test_een_link_naar_dezelfde_pagina_met_een_andere_keuze(pagina: Page) -> None:
    ga(pagina, GEFILTERD)
    merk(pagina)
    plant(pagina, '<a id="proef" href="opvolging?gemeente=Leeuwarden">door</a>')
    pagina.locator("#proef").click()
    expect(pagina.get_by_test_id("stMetricValue").first).to_have_text("10")
    wacht_rustig(pagina)
    pagina.go_back()
    expect(pagina.get_by_test_id("stMetricValue").first).to_have_text("6")
    assert zonder_herladen(pagina)


def test_met_ctrl_opent_een_link_een_nieuw_tabblad(pagina: Page) -> None:
    ga(pagina, "/uitleg")
    with pagina.context.expect_page() as wacht:
        menu(pagina, "Bronnen").click(modifiers=["Control"])
    assert wacht.value.url.endswith("/bronnen")
    assert adres(pagina) == "/uitleg"


def test_andere_links_blijven_van_de_browser(pagina: Page) -> None:
    ga(pagina, "/uitleg")
    for link in (
        '<a id="proef" href="media/bestand.csv" download>bestand</a>',
        '<a id="proef" href="media/bestand.csv">bestand</a>',
        '<a id="proef" href="https://example.org/opvolging">elders</a>',
        '<a id="proef" href="#hier">hier</a>',
        '<a id="proef" href="mailto:wie@example.org">mail</a>',
    ):
        plant(pagina, link)
        pagina.evaluate(
            """() => {
                window.__tegen = null;
                addEventListener('click', e => { window.__tegen = e.defaultPrevented; e.preventDefault(); },
                    {once: true});
            }"""
        )
        pagina.locator("#proef").click()
        assert pagina.evaluate("window.__tegen") is False, link
        assert adres(pagina) == "/uitleg", link
        pagina.evaluate("document.querySelector('#proef').remove()")


def test_een_anker_op_een_andere_pagina_komt_in_beeld_en_krijgt_de_focus(pagina: Page) -> None:
    ga(pagina, "/opvolging")
    # the anchor comes later than the page: it is put there while the reader waits
    pagina.evaluate(
        """() => {
            const zet = () => {
                const main = document.querySelector('[data-testid="stMainBlockContainer"]');
                if (!document.querySelector('h1')?.textContent.includes('Bronnen')) return setTimeout(zet, 100);
                setTimeout(() => {
                    main.insertAdjacentHTML('beforeend', '<div style="height:3000px"></div><h2 id="laat">Laat</h2>');
                }, 800);
            };
            zet();
        }"""
    )
    plant(pagina, '<a id="proef" href="bronnen#laat">door</a>')
    pagina.locator("#proef").click()
    expect(pagina.locator("#laat")).to_be_focused()
    expect(pagina.locator("#laat")).to_be_in_viewport()


def test_op_een_telefoon_sluit_het_menu_na_een_keuze(nieuwe_pagina: Callable[..., Page]) -> None:
    page = nieuwe_pagina(viewport={"width": 390, "height": 844})
    ga(page, "/opvolging")
    page.get_by_role("button", name="Menu openen").click()
    menu(page, "Bronnen").click()
    wacht_op_focus_op_titel(page, "Bronnen")
    expect(page.get_by_role("button", name="Menu openen")).to_be_visible()
    expect(menu(page, "Bronnen")).not_to_be_in_viewport()


def test_de_sprong_naar_de_inhoud_werkt(pagina: Page) -> None:
    ga(pagina, "/opvolging")
    pagina.keyboard.press("Tab")
    sprong = pagina.get_by_role("link", name="Naar de inhoud")
    expect(sprong).to_be_focused()
    expect(sprong).to_be_in_viewport()
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("document.activeElement.closest('main') !== null")


def test_op_papier_staat_alleen_wat_men_leest_zwart_op_wit(nieuwe_pagina: Callable[..., Page]) -> None:
    page = nieuwe_pagina(color_scheme="dark")
    ga(page, GEFILTERD)
    page.emulate_media(media="print")
    for id_ in ("stHeader", "stSelectbox", "stMultiSelect", "stRadio", "stDownloadButton"):
        for deel in page.get_by_test_id(id_).all():
            expect(deel).to_be_hidden()
    titel = page.get_by_role("heading", level=1)
    assert titel.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    assert page.get_by_test_id("stApp").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
    assert page.get_by_test_id("stMain").evaluate("e => getComputedStyle(e).overflow") == "visible"
