"""No English reaches a reader: all pages, with and without data, with everything that opens opened.

The pages with data are walked in test_toegankelijkheid.py: one load of each serves both.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.bezoek import Waarnemingen
from tests.browser.bladzijden import PADEN, ga
from tests.browser.conftest import WORTEL, draai, wacht_rustig

#: English words that are no Dutch ones: what Streamlit's pages are made of, and what English cannot do without. Words
#: that are Dutch too are left out: of, is, in, was, open, help, stop, link, menu, enter, data, map, format.
ENGELSE_WOORDEN = """
the and with to from for this that your you are not has have been will when while there which what who how why
can cannot could should would must its our they them click press select selected search loading load error
errors show shown hide hidden close closed clear choose chosen option options result results page pages more
less view running please wait waiting connection connecting connected columns row rows sort sorted ascending
descending heading main content skip fullscreen statistics remove removed date month year day today yesterday
tomorrow previous next january february march june july august october monday tuesday wednesday thursday friday
saturday sunday empty value values expand collapse collapsed expanded submit apply use using keys arrow navigate
dismiss cancel copy copied upload files chart table figure dialog input dropdown checkbox by at be if it no an
all any each every other another new old only also then than autosize pin unpin required optional invalid failed
found requested something went wrong icon warning success keyboard left right reset
"""
ENGELS = frozenset(ENGELSE_WOORDEN.split())
WOORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")

# Texts, attributes and title of all that stands in the page now; not icons drawn by name, scripts and styles.
VERZAMEL = """
() => {
    const uit = new Set([document.title]);
    const weg = 'script, style, noscript, [data-testid="stIconMaterial"], [translate="no"]';
    for (const e of document.querySelectorAll('*')) {
        for (const naam of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-roledescription']) {
            if (e.getAttribute(naam)) uit.add(e.getAttribute(naam));
        }
        if (e.closest(weg)) continue;
        for (const n of e.childNodes) {
            if (n.nodeType === Node.TEXT_NODE && n.data.trim()) uit.add(n.data.trim());
        }
    }
    return [...uit];
}
"""


def engels(teksten: list[str]) -> list[str]:
    """The texts that hold an English word."""
    return sorted({t for t in teksten if any(woord.lower() in ENGELS for woord in WOORD.findall(t))})


def teksten(page: Page) -> list[str]:
    return [str(tekst) for tekst in page.evaluate(VERZAMEL)]


def open_alles(page: Page) -> list[str]:
    """Everything said while each thing that opens is open, one after another."""
    gezegd = teksten(page)
    main = page.get_by_role("main")
    for meer in main.get_by_text("Meer filters", exact=True).all():  # its lists are on the page, and not to be seen
        meer.click()
        wacht_rustig(page, stil_ms=150)
    for knop in main.get_by_test_id("stPopover").get_by_role("button").all():
        knop.click()
        wacht_rustig(page, stil_ms=150)
        gezegd += teksten(page)
        page.keyboard.press("Escape")
    # by attribute: while one list is open, the others are hidden from who asks by role
    for lijst in main.locator('[role="combobox"]').all()[:6]:
        lijst.click()
        page.wait_for_timeout(120)
        gezegd += teksten(page)
        lijst.press_sequentially("zzz")
        page.wait_for_timeout(120)
        gezegd += teksten(page)
        page.keyboard.press("Escape")
        page.wait_for_timeout(300)
        if page.get_by_role("listbox").count():  # once more would take the choice away when the list is closed already
            page.keyboard.press("Escape")
        wacht_rustig(page, stil_ms=150)
    for knop in main.get_by_test_id("stDateInputCalendarButton").all():
        knop.click()
        page.wait_for_timeout(200)
        gezegd += teksten(page)
        page.keyboard.press("Escape")
    return gezegd


def is_nederlands(page: Page, pad: str) -> None:
    """The page as it stands, for who has an English browser: its languages, its title, and all that opens in it."""
    talen = page.evaluate("[document.documentElement.lang, navigator.language, ...navigator.languages]")
    assert talen == ["nl", "nl-NL", "nl-NL", "nl"]
    assert page.evaluate("(1234.5).toLocaleString(navigator.languages)") == "1.234,5"
    if pad in PADEN:
        expect(page).to_have_title(f"{PADEN[pad]} · Verbeterpunten")
    assert engels(open_alles(page)) == []


@pytest.fixture(scope="module")
def lege_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard on a database without any rapport."""
    map_ = tmp_path_factory.mktemp("leeg")
    (map_ / "leveringen").mkdir()
    omgeving = os.environ | {
        "VERBETERPUNTEN_MAP": str(map_ / "db"),
        "VERBETERPUNTEN_LEVERINGEN": str(map_ / "leveringen"),
        "PYTHONUTF8": "1",
    }
    subprocess.run([sys.executable, "-m", "data", "bouw"], cwd=WORTEL, env=omgeving, check=True, capture_output=True)
    with draai(programma="dashboard.py", omgeving=omgeving, logboek=map_ / "streamlit.log") as adres:
        yield adres


@pytest.mark.parametrize(
    ("tekst", "is_engels"),
    [
        ("Click here", True),
        ("Show/hide columns", True),
        ("No results", True),
        ("Selected Date: November 22, 2026", True),
        ("arrow_back icon", True),
        ("Kies een gemeente of een onderwerp", False),
        ("CSV voor Excel (Nederlands)", False),
        ("Open sinds 2013", False),
        ("Downloaden als CSV", False),
        ("ga met Enter door; sluit met Escape", False),
    ],
)
def test_engels_wordt_herkend(tekst: str, is_engels: bool) -> None:  # noqa: FBT001
    assert bool(engels([tekst])) is is_engels


def test_geplant_engels_wordt_gevonden(pagina: Page) -> None:
    ga(pagina, "/uitleg")
    for waar in ("tekst", "title", "aria-label"):
        assert engels(teksten(pagina)) == []
        pagina.evaluate(
            """waar => {
                const p = document.createElement('p');
                p.id = 'geplant';
                waar === 'tekst' ? p.append('Please choose') : p.setAttribute(waar, 'Please choose');
                document.querySelector('h1').after(p);
            }""",
            waar,
        )
        assert engels(teksten(pagina)) == ["Please choose"], waar
        pagina.evaluate("document.querySelector('#geplant').remove()")


# the pages that say something else where nothing is known
@pytest.mark.parametrize("pad", ["/", "/opvolging", "/gemeente", "/agenda", "/kamerbrief", "/bronnen"])
def test_geen_engels_zonder_gegevens(lege_server: str, nieuwe_pagina: Callable[..., Page], pad: str) -> None:
    page = nieuwe_pagina(locale="en-US", base_url=lege_server)
    ga(page, pad)
    assert engels(teksten(page)) == []  # what opens here opens with data too


def test_geen_engels_in_een_tabel_en_zijn_menus(nieuwe_pagina: Callable[..., Page]) -> None:
    page = nieuwe_pagina(locale="en-US")
    ga(page, "/opvolging?weergave=Tabel")
    tabel = page.get_by_test_id("stDataFrame").first
    tabel.scroll_into_view_if_needed()
    tabel.hover()
    gezegd = teksten(page)
    knoppen = page.get_by_test_id("stElementToolbarButton").get_by_role("button")
    expect(knoppen.filter(visible=True).first).to_be_visible()
    hints = []
    for knop in knoppen.filter(visible=True).all():
        knop.hover()
        hints.append(page.get_by_test_id("stTooltipContent").inner_text())
        page.mouse.move(0, 0)
        expect(page.get_by_test_id("stTooltipContent")).to_have_count(0)
        tabel.hover()
    assert {"Zoeken", "Volledig scherm"} <= set(hints)
    gezegd += hints
    page.get_by_role("button", name="Zoeken").first.click()
    page.keyboard.type("Alkmaar", delay=30)
    page.wait_for_timeout(500)
    gezegd += teksten(page)
    page.get_by_role("button", name="Zoeken sluiten").click()
    open_kolommenu(page, tabel, "Oplopend sorteren", vanaf=60)
    gezegd += teksten(page)
    page.keyboard.press("Escape")
    open_kolommenu(page, tabel, "Opmaak", vanaf=700)  # the years: numbers have more to choose
    for naam in ("Opmaak", "Kengetallen"):
        for keuze in page.get_by_role("menuitem", name=naam).all():
            keuze.hover()
            page.wait_for_timeout(300)
            gezegd += teksten(page)
    assert engels(gezegd) == []


def open_kolommenu(page: Page, tabel: Locator, keuze: str, *, vanaf: int) -> None:
    """Open the first column menu with this choice: its three dots are drawn, so feel along the heads for them."""
    # a second time slower and closer: on a busy machine the dots are drawn late, and the table may have moved
    keren = [(opzij, wacht) for stap, wacht in ((12, 250), (8, 450)) for opzij in range(vanaf, vanaf + 200, stap)]
    for opzij, wacht in keren:
        vak = tabel.bounding_box()
        assert vak is not None
        page.mouse.move(vak["x"] + opzij - 3, vak["y"] + 18)
        page.wait_for_timeout(wacht // 2)
        page.mouse.click(vak["x"] + opzij, vak["y"] + 18)
        page.wait_for_timeout(wacht)
        if page.get_by_role("menuitem", name=keuze).count():
            return
        page.keyboard.press("Escape")
    pytest.fail(f"geen kolommenu met {keuze}")


def test_geen_engels_als_een_pagina_niet_bestaat(pagina: Page, waarnemingen: Waarnemingen) -> None:
    pagina.goto("/bestaat-niet")
    expect(pagina.get_by_role("dialog")).to_contain_text("Pagina niet gevonden")
    expect(pagina.get_by_role("dialog")).to_contain_text("Deze pagina bestaat niet. U ziet de eerste pagina.")
    wacht_rustig(pagina)
    assert engels(teksten(pagina)) == []
    waarnemingen.fouten.clear()  # Streamlit says the same in English on the console, where no reader looks


@pytest.mark.duur
def test_geen_engels_als_de_verbinding_wegvalt(browser: Browser, tmp_path: Path) -> None:
    omgeving = os.environ | {"VERBETERPUNTEN_MAP": str(tmp_path / "niets"), "PYTHONUTF8": "1"}
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    with draai(programma="dashboard.py", omgeving=omgeving, logboek=tmp_path / "streamlit.log") as adres:
        ga(page, adres)
        assert engels(teksten(page)) == []  # and: no database yet
    page.wait_for_timeout(6000)
    assert engels(teksten(page)) == []
    assert "Het dashboard antwoordt niet" in page.get_by_role("dialog").inner_text()
    context.close()
