"""Every page for everyone: axe at all levels, headings, landmarks, keyboard, focus, narrow windows, calm.

What Streamlit itself breaks stands in VAN_STREAMLIT, and with what it means for the reader in docs/toegankelijkheid.md.
"""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.bladzijden import PADEN, STANDEN, ga
from tests.browser.conftest import WORTEL, schermafdruk, wacht_rustig
from tests.browser.test_taal import is_nederlands

#: Rules of axe that Streamlit 1.67 itself breaks and no setting of ours can mend, and by what in the HTML it is known.
VAN_STREAMLIT = {
    "region": 'role="listbox"',
    "presentation-role-conflict": 'data-testid="stFileUploaderDropzone"',
}

ALLES = [*PADEN, *STANDEN]
#: Where everything that opens is opened, in search of English; the others hold nothing else.
TAAL = [*PADEN, *STANDEN[:2]]
REGELS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}

# What has the focus: what it is, whether a ring is drawn on it or around it, whether it is in the window.
FOCUS = """
() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const ring = (x) => {
        const s = getComputedStyle(x);
        return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1.5) || s.boxShadow !== 'none';
    };
    // a cell of a drawn table has its ring drawn; the map lays one along the boundary
    const kaart = e.closest('.landkaart');
    const ringen = kaart ? [...kaart.querySelectorAll('.landkaart-ring')] : [];
    let zichtbaar = e.closest('canvas') !== null || ringen.some(r => r.getBoundingClientRect().width > 0);
    let x = e;
    for (let n = 0; x && n < 6 && !zichtbaar; n += 1, x = x.parentElement) zichtbaar = ring(x);
    if (!zichtbaar) zichtbaar = [...e.querySelectorAll('*')].some(ring)
        || e.nextElementSibling !== null && ring(e.nextElementSibling)
        || getComputedStyle(e, '::before').content !== 'none';
    // what stands in a canvas has no size of its own
    const v = (e.closest('canvas, label') ?? e).getBoundingClientRect();
    const naam = `${e.tagName} ${e.getAttribute('aria-label') ?? e.textContent.trim().slice(0, 40)}`;
    return {naam, zichtbaar, inBeeld: v.bottom > 0 && v.top < innerHeight && v.right > 0 && v.left < innerWidth};
}
"""


def overtredingen(page: Page) -> dict[str, list[str]]:
    """Rule to what breaks it, at every level of gravity; those of Streamlit's own left out."""
    gevonden: dict[str, list[str]] = {}
    for regel in Axe().run(page, options=REGELS).response["violations"]:
        eigen = VAN_STREAMLIT.get(regel["id"])
        knopen = [knoop["html"] for knoop in regel["nodes"] if eigen is None or eigen not in knoop["html"]]
        if knopen:
            gevonden[regel["id"]] = knopen
    return gevonden


# in the dark only the colours differ; these pages have every kind of thing that has a colour of its own
DONKER = ["/", "/opvolging", "/kamerbrief", "/inlezen", STANDEN[1]]
#: What differs most: the rest, and more of the dark, takes long for what it adds.
KORT = {(pad, "light") for pad in [*PADEN, *STANDEN[:2]]} | {(pad, "dark") for pad in DONKER[:2]}
#: Tiles, a map, a table and a form: the widest things that pages are made of.
SMAL = ["/", "/opvolging", "/kamerbrief", "/inlezen"]


@pytest.mark.parametrize(
    ("pad", "kleur"),
    [
        pytest.param(*een, marks=() if een in KORT else pytest.mark.duur)
        for een in [*((pad, "light") for pad in ALLES), *((pad, "dark") for pad in DONKER)]
    ],
)
def test_elke_pagina_is_toegankelijk_in_licht_en_donker_en_spreekt_nederlands(
    nieuwe_pagina: Callable[..., Page], pad: str, kleur: str
) -> None:
    page = nieuwe_pagina(color_scheme=kleur, locale="en-US")
    ga(page, pad)
    grond = page.get_by_test_id("stApp").evaluate("e => getComputedStyle(e).backgroundColor")
    assert grond == {"light": "rgb(255, 255, 255)", "dark": "rgb(0, 0, 0)"}[kleur]
    assert overtredingen(page) == {}
    schermafdruk(page, f"{pad.strip('/') or 'overzicht'}-1280-{kleur}")
    if kleur == "light":  # the same in the dark: one load of the page serves
        koppen_gebieden_en_figuren(page)
        met_tab_langs_alles_met_een_zichtbare_plek(page)
        if pad in TAAL:
            wacht_rustig(page)
            is_nederlands(page, pad)


def test_axe_vindt_een_geplante_fout(pagina: Page) -> None:
    ga(pagina, "/uitleg")
    pagina.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\"><h4>te diep</h4>')"
    )
    assert {"image-alt", "heading-order"} <= overtredingen(pagina).keys()


def koppen_gebieden_en_figuren(pagina: Page) -> None:
    """One h1, no level left out, one main and one navigation, a text with every figure."""
    niveaus = pagina.evaluate("[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => +e.tagName[1])")
    assert niveaus.count(1) == 1
    assert niveaus[0] == 1
    assert [paar for paar in pairwise(niveaus) if paar[1] > paar[0] + 1] == []
    assert pagina.get_by_role("main").count() == 1
    assert pagina.get_by_role("navigation").count() == 1
    zonder = "e => !(e.getAttribute('aria-label') || e.querySelector('[aria-label]'))"
    assert (
        pagina.evaluate(f"[...document.querySelectorAll('[data-testid=\"stPlotlyChart\"]')].filter({zonder}).length")
        == 0
    )


def met_tab_langs_alles_met_een_zichtbare_plek(pagina: Page) -> None:
    """From the skip link over the menu to the end, the focus always shown and in view."""
    langs: list[str] = []
    for _ in range(400):
        pagina.keyboard.press("Tab")
        plek = pagina.evaluate(FOCUS)
        if plek is None:
            break
        assert plek["zichtbaar"], f"geen ring op {plek['naam']}"
        assert plek["inBeeld"], f"buiten beeld: {plek['naam']}"
        langs.append(plek["naam"])
    else:
        pytest.fail(f"de Tab-toets komt niet aan het einde: {langs[-5:]}")
    assert langs[0] == "A Naar de inhoud"
    assert [naam.removeprefix("A ") for naam in langs[1 : len(PADEN) + 1]] == list(PADEN.values())


# 320 px is 1280 at 400%; 640 px with two dots a pixel is 1280 at 200%
@pytest.mark.parametrize(
    ("breedte", "punten", "paden"),
    [
        pytest.param(320, 1, SMAL, id="320px"),
        pytest.param(320, 1, [pad for pad in ALLES if pad not in SMAL], id="320px-rest", marks=pytest.mark.duur),
        # what fits 320 px fits 640 px, but for what is laid out side by side from there: the filters
        pytest.param(640, 2, ["/opvolging", "/gemeente?gemeente=Leeuwarden"], id="200-procent"),
    ],
)
def test_bij_vergroting_hoeft_niemand_opzij_te_schuiven(
    nieuwe_pagina: Callable[..., Page], breedte: int, punten: int, paden: list[str]
) -> None:
    page = nieuwe_pagina(viewport={"width": breedte, "height": 720}, device_scale_factor=punten)
    for pad in paden:
        ga(page, pad)
        breedtes = page.evaluate(
            """[document.scrollingElement, document.querySelector('[data-testid="stMain"]')].map(e => e.scrollWidth)"""
        )
        assert max(breedtes) <= breedte, pad
        schermafdruk(page, f"{pad.strip('/') or 'overzicht'}-{breedte}")


def test_wie_rust_vraagt_krijgt_geen_beweging(nieuwe_pagina: Callable[..., Page]) -> None:
    page = nieuwe_pagina(reduced_motion="reduce")
    ga(page, "/opvolging")
    lang = """[...document.querySelectorAll('*')].filter(e => {
        const s = getComputedStyle(e);
        return [s.animationDuration, s.transitionDuration].some(d => d.split(',').some(x => parseFloat(x) > 0.01));
    }).map(e => e.outerHTML.slice(0, 80))"""
    assert page.evaluate(lang) == []


def test_de_verklaring_noemt_precies_wat_streamlit_overtreedt() -> None:
    tekst = (WORTEL / "docs" / "toegankelijkheid.md").read_text(encoding="utf-8")
    deel = tekst.split("## Wat axe nog vindt", 1)[1].split("\n## ", 1)[0]
    assert set(re.findall(r"^\| `([a-z-]+)` \|", deel, flags=re.MULTILINE)) == set(VAN_STREAMLIT)


def test_een_open_lijst_en_uitgeklapte_filters_zijn_toegankelijk(pagina: Page) -> None:
    ga(pagina, "/opvolging")
    pagina.get_by_role("combobox", name="Thema", exact=True).click()
    expect(pagina.get_by_role("listbox")).to_be_visible()
    assert overtredingen(pagina) == {}
    pagina.keyboard.press("Escape")
    pagina.get_by_text("Meer filters", exact=True).click()
    expect(pagina.get_by_role("combobox", name="Was eerst", exact=True)).to_be_visible()
    assert overtredingen(pagina) == {}
