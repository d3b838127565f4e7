"""`make handleiding`: the pictures of the page Uitleg and of the README, and that page as a PDF, all made anew."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from pagina._uitleg.hoofdstukken import DOCUMENT, PLATEN
from tests.browser.conftest import SCHAKELAARS
from tests.handleiding.lijst import bewaar
from tests.handleiding.rondgang import druk_af, loop


def main() -> int:
    """Take every picture, then print: on the page stand the pictures that were taken."""
    pad = shutil.which(os.environ.get("VERBETERPUNTEN_BROWSER", "chromium"))
    if pad is None:
        print(
            "Geen Chromium gevonden: installeer chromium, of wijs er een aan met VERBETERPUNTEN_BROWSER.",
            file=sys.stderr,
        )
        return 1
    with tempfile.TemporaryDirectory(prefix="handleiding-") as map_, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=pad, args=SCHAKELAARS)
        bewaar(loop(browser, Path(map_)))
        DOCUMENT.write_bytes(druk_af(browser, Path(map_)))
        browser.close()
    for bestand in (*sorted(PLATEN.iterdir()), DOCUMENT):
        print(f"{bestand.stat().st_size // 1000:5} kB  {bestand.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
