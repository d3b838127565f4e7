"""The page Uitleg in a browser: its pictures, its document, the way to its chapters; do the pictures still hold?"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.bladzijden import ga
from tests.browser.conftest import schermafdruk
from tests.browser.test_toegankelijkheid import overtredingen
from tests.handleiding import lijst
from tests.handleiding.rondgang import geladen, loop


def test_van_een_pagina_naar_haar_hoofdstuk(pagina: Page) -> None:
    ga(pagina, "/kamerbrief")
    platen: list[Route] = []

    def houd_vast(plaat: Route) -> None:
        platen.append(plaat)

    pagina.route("**/media/**", houd_vast)  # the pictures come late, as over a slow line
    with pagina.expect_request("**/media/**"):
        pagina.get_by_role("link", name="Uitleg bij deze pagina").click()
    kop = pagina.get_by_role("heading", name="Een Kamerbrief maken")
    expect(kop).to_be_in_viewport()
    assert platen
    pagina.unroute("**/media/**")  # now they may come; those above the heading take their room
    geladen(pagina)
    expect(kop).to_be_in_viewport()


@pytest.mark.duur
@pytest.mark.parametrize("breedte", [390, 1280])
@pytest.mark.parametrize("kleur", ["light", "dark"])
def test_de_handleiding_is_voor_iedereen_te_lezen(nieuwe_pagina: Callable[..., Page], breedte: int, kleur: str) -> None:
    page = nieuwe_pagina(viewport={"width": breedte, "height": 844}, color_scheme=kleur)
    ga(page, "/uitleg")
    geladen(page)
    assert page.get_by_role("main").get_by_role("img").count() == len(lijst.lees())
    assert overtredingen(page) == {}
    assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= breedte
    schermafdruk(page, f"uitleg-{breedte}-{kleur}")
    with page.expect_download() as wacht:
        page.get_by_role("button", name="Handleiding om te printen (PDF)").click()
    assert wacht.value.path().read_bytes().startswith(b"%PDF")


@pytest.mark.duur
def test_de_afbeeldingen_tonen_wat_de_paginas_nu_tonen(browser: Browser, tmp_path: Path) -> None:
    """All that can be read in each picture, taken again."""
    nu = {plaat.naam: lijst.regels(plaat.tekst) for plaat in loop(browser, tmp_path)}
    toen = {naam: plaat["tekst"] for naam, plaat in lijst.lees().items()}
    assert nu == toen, "maak de handleiding opnieuw met: make handleiding"
