"""The pictures of the manual: of which part of which page each is, and how it is taken."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import Locator, Page

from tests.browser.conftest import wacht_rustig

BREED, HOOG = 1000, 8000
#: Pixels of ground around what is shown.
RAND = 12
#: Colours of a picture: a page has few, and so a picture takes a third of its bytes.
KLEUREN = 128

# What stands in the picture, line by line as a reader meets it; what is drawn in a canvas is no text.
TEKST = """
([boven, onder]) => {
    const regels = [];
    const loper = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (loper.nextNode()) {
        const noop = loper.currentNode;
        if (!noop.data.trim() || noop.parentElement.closest('style, script, [translate="no"]')) continue;
        const bereik = document.createRange();
        bereik.selectNodeContents(noop);
        const v = bereik.getBoundingClientRect();
        if (v.width && v.height && v.top >= boven && v.bottom <= onder) regels.push(noop.data.trim());
    }
    return regels;
}
"""


@dataclass(frozen=True)
class Plaat:
    """A picture: its name, the PNG, and every text that can be read in it."""

    naam: str
    png: bytes
    tekst: tuple[str, ...]


class Camera:
    """Takes pictures of one dashboard."""

    def __init__(self, page: Page, platen: list[Plaat] | None = None) -> None:
        """Look through this page; go on with pictures that were taken before."""
        self.page = page
        self.platen = [] if platen is None else platen

    def neem(self, naam: str, van: Locator, tot: Locator) -> None:
        """A picture of all that stands between the top of one thing and the bottom of another."""
        wacht_rustig(self.page)
        self.page.mouse.move(0, 0)
        hoofd, boven, onder = (deel.bounding_box() for deel in (self._hoofd(), van.first, tot.first))
        assert hoofd is not None, naam
        assert boven is not None, naam
        assert onder is not None, naam
        top, einde = boven["y"] - RAND, onder["y"] + onder["height"] + RAND
        clip = {"x": hoofd["x"] - RAND, "y": top, "width": hoofd["width"] + 2 * RAND, "height": einde - top}
        png = self.page.screenshot(clip=clip)  # type: ignore[arg-type]
        tekst = tuple(self.page.evaluate(TEKST, [top, einde]))
        self.platen.append(Plaat(naam, klein(png), tekst))

    def _hoofd(self) -> Locator:
        return self.page.get_by_test_id("stVerticalBlock").first


def klein(png: bytes) -> bytes:
    """The same picture in few colours."""
    uit = io.BytesIO()
    with Image.open(io.BytesIO(png)) as beeld:
        beeld.convert("RGB").quantize(KLEUREN, dither=Image.Dither.NONE).save(uit, "PNG", optimize=True)
    return uit.getvalue()
