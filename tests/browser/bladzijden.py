"""The pages of the dashboard, as its door names them: what is added there is walked by the tests too."""

from contextlib import suppress
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as Verlopen

from dashboard import BLADZIJDEN
from tests.browser.conftest import wacht_rustig, wacht_tot

#: Path to name in the navigation.
PADEN = {"/" if nr == 0 else f"/{naam}": titel for nr, (naam, titel) in enumerate(BLADZIJDEN.items())}
#: Pages in another state than that in which they open.
STANDEN = [
    "/opvolging?weergave=Tabel",
    "/gemeente?gemeente=Leeuwarden",
    "/gemeente?gemeente=Zwolle",
    "/onderwerp?onderwerp=Doorzettingsmacht+en+opschaling",
    "/onderwerp?indicator=Doorzettingsmacht+voor+de+regisseur+%28GGSR+beleid%29",
]


# A figure is drawn after the page is quiet, letter by letter: of it counts what it says to who does not see it.
GELEZEN = """
() => {
    const main = document.querySelector('main').cloneNode(true);
    for (const figuur of main.querySelectorAll('[data-testid="stPlotlyChart"]')) {
        figuur.replaceChildren([figuur, ...figuur.querySelectorAll('[aria-label]')]
            .map(e => e.getAttribute('aria-label') ?? '').join(' '));
    }
    return main.textContent;
}
"""


def gelezen(page: Page) -> str:
    """All that the page says, its figures in words."""
    return str(page.evaluate(GELEZEN))


def leest_weer(page: Page, tekst: str) -> None:
    """Wait until the page says this: a table is drawn some time after the page is quiet on a busy machine."""
    with suppress(Verlopen):
        wacht_tot(page, f"(tekst) => ({GELEZEN.strip()})() === tekst", tekst, timeout=10_000)
    assert gelezen(page) == tekst


def noemt(page: Page, adres: str) -> None:
    """The address bar is at this page with these choices; it may name more, such as what a list began with."""
    hier, daar = urlsplit(str(page.evaluate("location.href"))), urlsplit(adres)
    assert hier.path == daar.path
    assert parse_qs(daar.query).items() <= parse_qs(hier.query).items()


def ga(page: Page, adres: str) -> None:
    """Open a page and wait until it stands."""
    page.goto(adres)
    page.get_by_role("heading", level=1).first.wait_for()
    wacht_rustig(page)
