"""One visitor: a browser context of its own, that says how long each click took until all was painted and quiet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tests.prestatie.browser.gegevens import HIER

GEDULD_MS = 120_000
#: Quiet is: nothing changes any more for so long. It does not count as time that was waited.
STIL_MS = 500


@dataclass(frozen=True)
class Klik:
    """What a click cost: until painted, until the last message of the server, and what came over the socket."""

    ms: float
    server: float
    berichten: float
    bytes: float


class Bezoek:
    """A page that is open."""

    def __init__(self, page: Page, geopend: float) -> None:
        """`geopend`: milliseconds from asking for it until it was painted and quiet."""
        self._page = page
        self.geopend = geopend

    def klik(self, woord: str) -> Klik:
        """Choose a radio button that is not chosen."""
        knop = self._page.locator("label").filter(has_text=woord).filter(visible=True).last
        knop.scroll_into_view_if_needed()
        self._page.evaluate("__meter.begin()")
        knop.click()
        return Klik(**_wacht(self._page))

    def vorm(self) -> tuple[int, int]:
        """How many rows, with headings, and columns the map on the page has."""
        kolommen = self._page.locator(".celkeuze-staand, .celkeuze-kolom").count()
        return self._page.locator(".celkeuze-rij").count(), kolommen


@contextmanager
def bezoek(chromium: Browser, adres: str) -> Iterator[Bezoek]:
    """Open an address with nothing in the cache, and wait until it is quiet."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, locale="nl-NL", color_scheme="light", reduced_motion="reduce"
    )
    context.set_default_timeout(GEDULD_MS)
    context.add_init_script((HIER / "meter.js").read_text(encoding="utf-8"))
    try:
        page = context.new_page()
        page.goto(adres)
        yield Bezoek(page, _wacht(page)["ms"])
    finally:
        context.close()


def _wacht(page: Page) -> dict[str, float]:
    page.wait_for_function("(ms) => window.__meter?.stil(ms)", arg=STIL_MS, timeout=GEDULD_MS)
    uitslag: dict[str, float] = page.evaluate("__meter.uitslag()")
    return uitslag
