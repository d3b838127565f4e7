"""Visitors of the dashboard: a browser page each, kept from test to test, and what it did beside showing itself.

A page that has loaded Streamlit once loads it again three times as fast as one in a fresh context, and twice as fast
as one that was on another site meanwhile; over the whole suite that is minutes. Between tests nothing of a visit stays:
cookies, storage, size, colours and popups are put back.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

#: What can be set on a page that is there already; another value of any other option asks for a context of its own.
OP_DE_PAGINA = {"viewport", "color_scheme", "reduced_motion"}
#: Where a page waits for the next test: two letters, from the server that it is visiting.
RUSTPLEK = "/_stcore/health"
VENSTER = {"width": 1280, "height": 900}
#: Visitors that stay between tests, of each set of options: a test often shows a link to a second one.
BLIJVERS = 2

# Opened at /opvolging, Streamlit first asks below that address, gets a 404, and then asks at the root.
ZOEKT_SERVER = re.compile(r"://[^/]+/[^/]+/_stcore/(?:health|host-config)$")


@dataclass
class Waarnemingen:
    """What one visitor's pages did beside showing themselves."""

    buiten: list[str] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)

    def adres(self, url: str) -> None:
        """Note a call to another address than our own."""
        delen = urlsplit(url)
        if delen.scheme in {"http", "https", "ws", "wss"} and delen.hostname not in {"127.0.0.1", "localhost"}:
            self.buiten.append(url)

    def melding(self, melding: ConsoleMessage) -> None:
        """Note an error on the browser's console, but for Streamlit's own search for its server."""
        plek = melding.location.get("url", "")
        if melding.type == "error" and not ZOEKT_SERVER.search(plek):
            self.fouten.append(f"{melding.text} ({plek})")


class Bezoeker:
    """One context with its page. `waarnemingen` is whose test it is in now; None between tests."""

    def __init__(self, browser: Browser, *, geduld_ms: int, **opties: object) -> None:
        self.waarnemingen: Waarnemingen | None = None
        self.context: BrowserContext = browser.new_context(**opties)  # type: ignore[arg-type]
        self.context.set_default_timeout(geduld_ms)
        self.page: Page = self.context.new_page()
        self._luister(self.page)

    def ontvang(
        self,
        waarnemingen: Waarnemingen,
        *,
        viewport: dict[str, int],
        color_scheme: Literal["dark", "light"],
        reduced_motion: Literal["reduce", "no-preference"],
    ) -> Page:
        """The page, ready for a test, as large and in the colours it asks for."""
        self.waarnemingen = waarnemingen
        self.page.set_viewport_size(viewport)  # type: ignore[arg-type]
        self.page.emulate_media(media="null", color_scheme=color_scheme, reduced_motion=reduced_motion)
        return self.page

    def vertrek(self) -> None:
        """Leave nothing of this visit behind."""
        self.waarnemingen = None
        for ander in self.context.pages:
            if ander is not self.page:
                ander.close()
        if self.page.url.startswith("http"):
            self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self.context.clear_cookies()
        try:
            # of the same site: for another, Chromium ends the process that has Streamlit's code compiled
            self.page.goto(urljoin(self.page.url, RUSTPLEK))
        except Error:  # the server of this visit is gone, or there was none
            self.page.goto("about:blank")

    def _luister(self, page: Page) -> None:
        def noteer(doe: Callable[[Waarnemingen], None]) -> None:
            if self.waarnemingen is not None:
                doe(self.waarnemingen)

        def verzoek(verzoek: Request) -> None:
            noteer(lambda w: w.adres(verzoek.url))

        page.on("request", verzoek)
        page.on("websocket", lambda ws: noteer(lambda w: w.adres(ws.url)))
        page.on("console", lambda melding: noteer(lambda w: w.melding(melding)))
        page.on("pageerror", lambda fout: noteer(lambda w: w.fouten.append(str(fout))))


class Bezoekers:
    """The visitors of one browser, each under the options that only a context of its own can have."""

    def __init__(self, browser: Browser, *, geduld_ms: int) -> None:
        self._browser = browser
        self._geduld_ms = geduld_ms
        self._thuis: defaultdict[str, list[Bezoeker]] = defaultdict(list)
        self._op_bezoek: list[tuple[str, Bezoeker]] = []

    def vraag(self, waarnemingen: Waarnemingen, **opties: object) -> Page:
        """A page with these options: one that was here before, or in a context of its own when that is in use."""
        eigen = {naam: waarde for naam, waarde in opties.items() if naam not in OP_DE_PAGINA}
        sleutel = repr(sorted(eigen.items()))
        thuis = self._thuis[sleutel]
        bezoeker = thuis.pop() if thuis else Bezoeker(self._browser, geduld_ms=self._geduld_ms, **eigen)
        self._op_bezoek.append((sleutel, bezoeker))
        return bezoeker.ontvang(waarnemingen, **{naam: opties[naam] for naam in OP_DE_PAGINA})  # type: ignore[arg-type]

    def naar_huis(self) -> None:
        """After a test: a visitor and a colleague per set of options stay for the next, others leave for good."""
        for sleutel, bezoeker in reversed(self._op_bezoek):
            if len(self._thuis[sleutel]) == BLIJVERS or bezoeker.page.is_closed():
                bezoeker.context.close()
            else:
                bezoeker.vertrek()
                self._thuis[sleutel].append(bezoeker)
        self._op_bezoek.clear()
