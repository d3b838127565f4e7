"""Text of reports and links is shown as text, letter by letter, on every page: nothing of it runs or is fetched."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page

from data.levering.vorm import vorm
from data.logboek.logboek import Gebeurtenis, schrijf
from tests.browser.bezoek import Waarnemingen
from tests.browser.bladzijden import PADEN, ga
from tests.browser.conftest import WORTEL, draai

#: What a text would do where it is taken for HTML, markdown, Streamlit's own additions to it, LaTeX or a formula.
KWAAD = (
    '«=1+1 <script>window.__kwaad=1</script><img src="http://elders.example/a.png" onerror="window.__kwaad=2"> '
    "[x](javascript:window.__kwaad=3) [y](http://elders.example/y) ![z](http://elders.example/b.png) "
    r"$\frac{a}{b}$ :material/home: :red[rood] :smile: **vet** _schuin_ `c` ~~weg~~ "
    "www.elders.example wie@elders.example # kop»"
)
#: Columns of text with a form of their own (data/README.md), or read by the build.
EIGEN_VORM = {("grenzen", "grens"), ("oordelen", "teken_gedrukt"), ("weergaven", "bestand"), ("weergaven", "vorm")}
#: Its parts that name an address, of which only the text may be there.
KIJK = """
() => ({
    tekst: document.querySelector('main').textContent.replaceAll('\\u2060', ''),
    gedraaid: window.__kwaad ?? null,
    formules: document.querySelectorAll('main .katex').length,
    links: [...document.querySelectorAll('main a, main img, main iframe')]
        .map(e => new URL(e.getAttribute('href') ?? e.getAttribute('src') ?? '', location.href).href)
        .filter(adres => !/^(data|blob):/.test(adres) && !adres.startsWith(location.origin + '/')),
})
"""
#: Everything that a link may say, said wrongly; each is named on the page.
LINKS = [
    f"/opvolging?{urlencode(dict.fromkeys(('gemeente', 'cel', 'vak', 'bekend', 'versie', 'gegevens'), KWAAD))}",
    f"/agenda?{urlencode({'peildatum': KWAAD, 'kader': KWAAD})}",
    f"/onderwerp?{urlencode({'onderwerp': KWAAD, 'indicator': KWAAD})}",
    f"/kamerbrief?{urlencode({'kader': KWAAD, 'methode': KWAAD})}",
    f"/inlezen?{urlencode({'voorstel': KWAAD})}",
]


def verkwaad(map_: Path) -> None:
    """Put KWAAD behind every text in these leveringen."""
    teksten = {(kolom["tabel"], kolom["kolom"]) for kolom in vorm() if kolom["soort"] == "tekst"} - EIGEN_VORM
    for pad in map_.rglob("*.csv"):
        with pad.open(encoding="utf-8", newline="") as bestand:
            rijen = list(csv.DictReader(bestand))
        for rij in rijen:
            rij |= {k: f"{tekst} {KWAAD}" for k, tekst in rij.items() if tekst and (pad.stem, k) in teksten}
        if rijen:
            with pad.open("w", encoding="utf-8", newline="") as bestand:
                schrijver = csv.DictWriter(bestand, list(rijen[0]), lineterminator="\n")
                schrijver.writeheader()
                schrijver.writerows(rijen)


@pytest.fixture(scope="module")
def kwaad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard on fictional leveringen of which every text means harm: its address."""
    map_ = tmp_path_factory.mktemp("kwaad")
    omgeving = os.environ | {"PYTHONUTF8": "1"}
    eigen = ("leveringen", "voorstellen", "map", "logboek")
    omgeving |= {f"VERBETERPUNTEN_{naam.upper()}": str(map_ / naam) for naam in eigen}

    def data(*woorden: str) -> None:
        subprocess.run([sys.executable, "-m", "data", *woorden], cwd=WORTEL, env=omgeving, check=True)

    data("voorbeeld", "--gemeenten", "4", "--jaren", "5", "--naar", str(map_ / "leveringen"))
    verkwaad(map_ / "leveringen")
    data("bouw")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("VERBETERPUNTEN_LOGBOEK", omgeving["VERBETERPUNTEN_LOGBOEK"])
        schrijf(Gebeurtenis("geëxporteerd", KWAAD, door=KWAAD, rol="beheerder", gegevens={"formaat": KWAAD}))
    with draai(programma="dashboard.py", omgeving=omgeving, logboek=map_ / "streamlit.log") as adres:
        yield adres


@pytest.mark.duur
@pytest.mark.parametrize("adres", [*PADEN, *LINKS])
def test_wat_er_ook_staat_het_staat_er_als_tekst(
    adres: str, kwaad: str, nieuwe_pagina: Callable[..., Page], waarnemingen: Waarnemingen
) -> None:
    page = nieuwe_pagina(base_url=kwaad)
    ga(page, adres)
    gezien = page.evaluate(KIJK)
    assert (gezien["gedraaid"], gezien["formules"], gezien["links"]) == (None, 0, [])
    stukken = Counter(re.findall("«[^»]*»", gezien["tekst"]))
    assert stukken.keys() <= {KWAAD}
    if adres not in {"/inlezen", "/uitleg"}:
        assert stukken[KWAAD], "the text is there, or this proves nothing"
    waarnemingen.buiten[:] = [vraag for vraag in waarnemingen.buiten if not vraag.startswith(kwaad)]
