"""The map on the Overzicht page in a real browser: drawn, read, walked through and followed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.bladzijden import noemt
from tests.browser.conftest import schermafdruk, wacht_rustig
from tests.browser.test_paginas import adres, kies, open_pagina


def open_kaart(page: Page, link: str = "") -> Locator:
    open_pagina(page, f"/{link}")
    kaart = page.locator(".landkaart")
    kaart.wait_for()
    return kaart


def vlak(page: Page, naam: str) -> Locator:
    """The link of a gemeente on the map."""
    return page.locator(f".landkaart-land a[aria-label^='{naam}:']")


def wijs_aan(page: Page, naam: str) -> tuple[float, float]:
    """Put the mouse on a place that is inside a gemeente, not merely inside the box around it."""
    plek = vlak(page, naam).evaluate(
        """link => {
            const pad = link.querySelector('path');
            const { x, y, width, height } = pad.getBBox();
            const m = pad.getScreenCTM();
            const rooster = [];
            for (let i = 1; i < 20; i++) for (let j = 1; j < 20; j++) rooster.push([i / 20, j / 20]);
            const van_midden = ([i, j]) => Math.hypot(i - 0.5, j - 0.5);
            rooster.sort((een, ander) => van_midden(een) - van_midden(ander));
            const [i, j] = rooster.find(([i, j]) => pad.isPointInFill(new DOMPoint(x + width * i, y + height * j)));
            const p = new DOMPoint(x + width * i, y + height * j).matrixTransform(m);
            return [p.x, p.y];
        }"""
    )
    page.mouse.move(*plek)
    return float(plek[0]), float(plek[1])


def bord(page: Page) -> str:
    return page.locator(".landkaart-bord").inner_text()


def test_elke_gemeente_is_getekend_en_de_legenda_telt_ze(pagina: Page) -> None:
    kaart = open_kaart(pagina)
    expect(kaart.locator(".landkaart-land a")).to_have_count(342)
    regels = [" ".join(regel.split()) for regel in kaart.locator(".landkaart-legenda li").all_inner_texts()]
    assert regels == [
        "○ 0% opgepakt 1", "● 100% opgepakt 1", "□ deed mee, rapport niet hier 4",
        "∅ geen rapport in deze verzameling 336", "◇ geheel of deels volgens de gemeente zelf, niet getoetst 1",
    ]  # fmt: skip
    vullingen = {naam: vlak(pagina, naam).locator("path").get_attribute("fill") or ""
                 for naam in ("Alkmaar", "Leeuwarden", "Zwolle", "Utrecht")}  # fmt: skip
    assert len(set(vullingen.values())) == 4
    assert vullingen["Zwolle"].startswith("url(#")
    hoog, breed = (kaart.locator(".landkaart-tekening").evaluate(f"e => e.{maat}.baseVal.value") for maat in
                   ("height", "width"))  # fmt: skip
    assert hoog > breed > 300
    assert kaart.locator(".landkaart-labels text").all_text_contents() == ["Alkmaar 0/5", "Leeuwarden 10/10 ◇"]
    # Leeuwarden told its ten itself: hatched, along its own boundary and nowhere else
    verteld = kaart.locator(".landkaart-verteld")
    expect(verteld).to_have_attribute("d", vlak(pagina, "Leeuwarden").locator("path").get_attribute("d") or "-")
    expect(verteld).to_have_attribute("fill", re.compile(r"^url\(#"))


def test_aanwijzen_zegt_wat_bekend_is(pagina: Page) -> None:
    pagina.set_viewport_size({"width": 1280, "height": 1800})
    open_kaart(pagina)
    assert bord(pagina).startswith("Wijs een gemeente aan")
    wijs_aan(pagina, "Alkmaar")
    gelezen = bord(pagina)
    assert gelezen.split("\n")[0] == "Alkmaar"
    assert "○ 0% opgepakt" in gelezen
    assert "0 van 5 beoordeelde (0%), 0 van 6 vastgestelde (0%) opgepakt." in gelezen
    wijs_aan(pagina, "Zwolle")
    assert "het rapport daarover is niet in deze verzameling" in bord(pagina)
    pagina.mouse.move(5, 5)
    assert bord(pagina).startswith("Wijs een gemeente aan")


def test_klikken_opent_de_pagina_van_de_gemeente_en_terug_geeft_de_kaart(pagina: Page) -> None:
    pagina.set_viewport_size({"width": 1280, "height": 1800})
    open_kaart(pagina)
    pagina.evaluate("window.__zelfde_bezoek = true")
    pagina.mouse.click(*wijs_aan(pagina, "Leeuwarden"))
    pagina.get_by_role("heading", level=1, name="Gemeente").wait_for()
    wacht_rustig(pagina)
    noemt(pagina, "/gemeente?gemeente=Leeuwarden")
    assert pagina.evaluate("window.__zelfde_bezoek") is True  # within the dashboard, not a new load
    pagina.go_back()
    pagina.locator(".landkaart").wait_for()


def test_met_alleen_het_toetsenbord(pagina: Page) -> None:
    open_kaart(pagina)
    kaart = pagina.get_by_role("application")
    assert "Van 2 van de 342 gemeenten is bekend welk deel is opgepakt." in (kaart.get_attribute("aria-label") or "")
    assert "Pijltjestoetsen" in (kaart.get_attribute("aria-label") or "")
    expect(kaart.locator("a[tabindex='0']")).to_have_count(1)
    pagina.get_by_role("radio", name="Kaart").focus()
    pagina.keyboard.press("Tab")
    expect(vlak(pagina, "Alkmaar")).to_be_focused()  # the first one of which something is known
    assert bord(pagina).startswith("Alkmaar")
    expect(pagina.locator(".landkaart-ring-binnen")).to_have_attribute(
        "d", vlak(pagina, "Alkmaar").locator("path").get_attribute("d") or "-"
    )
    kaart_is_toegankelijk(pagina)
    for toets, naam in [
        ("End", "Zwolle"), ("Home", "'s-Gravenhage"), ("ArrowDown", "Rijswijk (ZH.)"), ("ArrowUp", "'s-Gravenhage"),
    ]:  # fmt: skip
        pagina.keyboard.press(toets)
        nu = pagina.evaluate("document.activeElement.getAttribute('aria-label')")
        assert nu.split(":")[0] == naam, toets
        expect(kaart.locator("a[tabindex='0']")).to_have_count(1)
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("document.activeElement.closest('.landkaart')") is None  # one stop, then past it
    pagina.keyboard.press("Shift+Tab")
    expect(vlak(pagina, "\\'s-Gravenhage")).to_be_focused()
    pagina.keyboard.press("End")
    pagina.keyboard.press("Enter")
    pagina.get_by_role("heading", level=1, name="Gemeente").wait_for()
    wacht_rustig(pagina)
    noemt(pagina, "/gemeente?gemeente=Zwolle")


@pytest.mark.duur
def test_een_ander_kader_staat_in_de_link_en_de_link_geeft_dezelfde_kaart(
    pagina: Page, nieuwe_pagina: Callable[..., Page]
) -> None:
    open_kaart(pagina)
    pagina.get_by_role("radio", name="Kaart").focus()
    kies(pagina, "Kader", "GGSR casus")
    zin = "Elf verbeterpunten; alle elf zijn nog niet hertoetst. Daarom is hier geen aandeel opgepakt te geven."
    expect(vlak(pagina, "Zwolle")).to_have_attribute("aria-label", f"Zwolle: {zin}")
    assert adres(pagina) == ("/", {"kaart_kader": ["GGSR casus"], "kaart_periode": ["2013 → nog geen hertoets"]})
    ander = nieuwe_pagina()
    kaart = open_kaart(ander, "?kaart_kader=GGSR+casus")
    assert kaart.inner_text() == pagina.locator(".landkaart").inner_text()


def test_de_tabel_in_plaats_van_de_kaart(pagina: Page) -> None:
    open_kaart(pagina)
    pagina.get_by_text("Tabel", exact=True).first.click()
    expect(pagina.locator(".landkaart")).to_have_count(0)
    wacht_rustig(pagina)
    begin = {"kaart_kader": ["GGSR beleid"], "kaart_periode": ["2013 → 2014"]}
    assert adres(pagina) == ("/", {"kaart_weergave": ["Tabel"]} | begin)


def test_wie_een_kleine_gemeente_niet_raakt_kiest_haar_uit_de_lijst(pagina: Page) -> None:
    open_kaart(pagina)
    lijst = pagina.get_by_role("combobox", name="Ga naar gemeente")
    lijst.click()
    lijst.fill("Rozend")
    pagina.get_by_role("option", name="Rozendaal").click()
    pagina.get_by_role("link", name="Open de pagina van Rozendaal").click()
    pagina.get_by_role("heading", level=1, name="Gemeente").wait_for()
    wacht_rustig(pagina)
    noemt(pagina, "/gemeente?gemeente=Rozendaal")


def kaart_is_toegankelijk(page: Page) -> None:
    """Axe finds nothing on the map; its rules on the whole page are in test_toegankelijkheid.py."""
    gevonden = Axe().run(page, context={"include": [[".landkaart"]]}).response["violations"]
    assert {regel["id"]: [knoop["html"][:200] for knoop in regel["nodes"][:3]] for regel in gevonden} == {}


def test_de_kaart_is_ook_in_het_donker_toegankelijk(nieuwe_pagina: Callable[..., Page]) -> None:
    page = nieuwe_pagina(color_scheme="dark")
    open_kaart(page)
    vlak(page, "Alkmaar").focus()
    kaart_is_toegankelijk(page)


@pytest.mark.duur
def test_op_een_telefoon_past_de_kaart(nieuwe_pagina: Callable[..., Page]) -> None:
    page = nieuwe_pagina(viewport={"width": 390, "height": 844})
    kaart = open_kaart(page)
    breedtes = page.evaluate(
        "[document.scrollingElement, document.querySelector('[data-testid=\"stMain\"]')].map(e => e.scrollWidth)"
    )
    assert max(breedtes) <= 390
    tekening, legenda = (kaart.locator(f".landkaart-{deel}").bounding_box() for deel in ("tekening", "legenda"))
    assert tekening is not None
    assert legenda is not None
    assert tekening["width"] > 340
    assert legenda["y"] > tekening["y"] + tekening["height"]  # below, not beside
    schermafdruk(page, "landkaart-390")
