"""A fault that nobody foresaw: the reader gets one Dutch line with a number, the journaal the rest, nobody a secret.

The door is the dashboard's own, with pages of which each goes wrong in another way.
"""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from dashboard import BLADZIJDEN
from tests.browser.conftest import WORTEL, draai, wacht_rustig

GEHEIM = "Jan de Vries (jan@voorbeeld.example) schreef: het gaat niet goed met het gezin"
#: Page to what it does.
BLADEN = {
    "overzicht": f"raise ValueError({GEHEIM!r})",
    "opvolging": f"st.button('Druk', on_click=lambda: int({GEHEIM!r}))",
    "gemeente": "@st.fragment\ndef deel():\n    if st.button('Druk'):\n        {}['weg']\ndeel()",
    "onderwerp": "def (",
    "agenda": f"st.download_button('Druk', data=lambda: int({GEHEIM!r}), file_name='x.csv', on_click='ignore')",
}
MELDING = re.compile(r"^Er ging iets mis\. Noem foutnummer ([0-9A-F]{6}) aan de beheerder\.$")
#: What Streamlit or Python would say of a fault.
ENGELS = re.compile(r"error|exception|traceback|redacted|encountered|failed|invalid|\bFile\b|\.py\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The door with these pages. No database: `gegevens` is what they do without, so the door is told there is one."""
    map_ = tmp_path_factory.mktemp("fouten")
    deur = (WORTEL / "dashboard.py").read_text(encoding="utf-8")
    assert deur.count("        gegevens()\n") == 1
    (map_ / "dashboard.py").write_text(deur.replace("        gegevens()\n", "        pass\n"), encoding="utf-8")
    (map_ / "pagina").mkdir()
    for naam in BLADZIJDEN:
        pad = map_ / "pagina" / f"{naam}.py"
        pad.write_text(f"import streamlit as st\n\nst.title('Blad')\n{BLADEN.get(naam, '')}\n", encoding="utf-8")
    return map_


@pytest.fixture(scope="module")
def server(map_: Path) -> Iterator[str]:
    """That door instead of the dashboard: its address."""
    eigen = {"PYTHONPATH": str(WORTEL), "PYTHONUTF8": "1", "VERBETERPUNTEN_MAP": str(map_ / "geen")}
    with draai(programma=str(map_ / "dashboard.py"), omgeving=os.environ | eigen, logboek=map_ / "log") as adres:
        yield adres


def journaal(map_: Path) -> list[dict[str, Any]]:
    """Every line of stderr; Streamlit greets on stdout, which `draai` puts in the same file."""
    regels = (map_ / "log").read_text(encoding="utf-8").splitlines()
    return [json.loads(regel) for regel in regels if regel.strip() and not regel.startswith("  ")]


def vraag(adres: str) -> int:
    """The status of an answer."""
    try:
        with urlopen(adres, timeout=20) as antwoord:
            return int(antwoord.status)
    except HTTPError as fout:
        return fout.code


@pytest.mark.parametrize(
    ("blad", "klasse"),
    [
        ("", "ValueError"),
        ("onderwerp", "SyntaxError"),
        pytest.param("opvolging", "ValueError", marks=pytest.mark.duur),
        pytest.param("gemeente", "KeyError", marks=pytest.mark.duur),
    ],
)
def test_de_lezer_leest_een_nummer_en_het_journaal_de_rest(pagina: Page, map_: Path, blad: str, klasse: str) -> None:
    pagina.goto(f"/{blad}")
    if blad in {"opvolging", "gemeente"}:
        pagina.get_by_role("button", name="Druk").click()
    melding = pagina.get_by_role("alert").filter(has_text="foutnummer")
    expect(melding).to_have_count(1)
    wacht_rustig(pagina)
    gevonden = MELDING.fullmatch(" ".join(melding.get_by_test_id("stMarkdownContainer").inner_text().split()))
    assert gevonden is not None
    tekst = pagina.locator("body").inner_text()
    assert not ENGELS.search(tekst)
    assert "Jan" not in tekst
    (regel,) = [regel for regel in journaal(map_) if regel.get("foutnummer") == gevonden[1]]
    assert (regel["wat"], regel["fout"], regel["ernst"]) == ("fout_op_bladzijde", klasse, "fout")
    assert regel["stapel"]


def test_een_bestand_dat_niet_te_maken_is(pagina: Page, map_: Path) -> None:
    pagina.goto("/agenda")
    pagina.get_by_role("button", name="Druk").click()
    expect(pagina.get_by_text("Dit bestand is niet te maken")).to_be_visible()
    assert not ENGELS.search(pagina.locator("body").inner_text())
    (regel,) = [regel for regel in journaal(map_) if "backend_operation" in regel.get("van", "")]
    assert regel["oorzaak"]["fout"] == "ValueError"


def test_het_journaal_noemt_niemand(map_: Path, server: str) -> None:
    """After the tests above, and a health check and an address that does not exist."""
    # there is no database here
    for pad, status in (("gezondheid", 503), ("gezondheid?naam=Jan", 503), ("_stcore/health", 200)):
        assert vraag(f"{server}/{pad}") == status
    regels = journaal(map_)
    assert regels[0]["wat"] == "start"
    tekst = json.dumps(regels, ensure_ascii=False)
    for deel in ("Jan", "jan@", "gezin", "127.0.0.1", "Mozilla"):
        assert deel not in tekst


def test_de_gewone_bladen_van_deze_deur_doen_het(pagina: Page) -> None:
    """So that what is seen above is the fault, and not this door."""
    pagina.goto("/uitleg")
    expect(pagina.get_by_role("heading", name="Blad")).to_be_visible()
    expect(pagina.get_by_role("alert")).to_have_count(0)
