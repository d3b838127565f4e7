"""Logging in at a real login service: the way in and out, who may open what, and all that does not get one in.

At each change only the way in and out; tests/pagina/test_toegang.py and test_poort.py ask the rest without a browser.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urljoin
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, decode_signed_value

from tests.browser.bezoek import Bezoekers, Waarnemingen
from tests.browser.conftest import START_SECONDEN, WORTEL, _vrije_poort, draai, gasten, schermafdruk, wacht_rustig
from tests.browser.test_toegankelijkheid import overtredingen
from tests.leveringen import GEHEIM, schrijf

COOKIE_SECRET = "0123456789abcdef0123456789abcdef"
KOEKJE = "_streamlit_user"
CONCEPT = f"U ziet ook wat nog niet openbaar is: ‘{GEHEIM}’."
DEUR = "Dit dashboard is alleen te zien voor wie is ingelogd."
MISLUKT = "Het inloggen is niet gelukt."
OPVOLGING = "Opvolging van verbeterpunten"
LANG_GELEDEN = "U bent te lang geleden ingelogd"
SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{geheim}"
client_id = "verbeterpunten"
client_secret = "geheim"
server_metadata_url = "{dienst}/.well-known/openid-configuration"
"""


@dataclass(frozen=True)
class Dienst:
    """The login service: its address."""

    adres: str

    def zet(self, wie: str, *rollen: str, **claims: object) -> None:
        """Say who someone is, from the next login on."""
        lijf = json.dumps({"name": wie.title(), "email": f"{wie}@example.org", "roles": rollen, **claims}).encode()
        koppen = {"content-type": "application/json"}
        verzoek = Request(f"{self.adres}/users/{quote(wie)}", data=lijf, method="PUT", headers=koppen)
        with urlopen(verzoek, timeout=10) as antwoord:
            assert antwoord.status == 204


@pytest.fixture(scope="module")
def dienst(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dienst]:
    """A login service on a free loopback port."""
    poort = _vrije_poort()
    logboek = tmp_path_factory.mktemp("dienst") / "dienst.log"
    with logboek.open("wb") as uit:
        proces = subprocess.Popen(
            [sys.executable, "tests/browser/aanbieder.py", str(poort)], cwd=WORTEL, stdout=uit, stderr=uit
        )
    try:
        _wacht_op_dienst(f"http://127.0.0.1:{poort}", proces, logboek)
        yield Dienst(f"http://127.0.0.1:{poort}")
    finally:
        proces.terminate()
        proces.wait(timeout=10)


def _wacht_op_dienst(adres: str, proces: subprocess.Popen[bytes], logboek: Path) -> None:
    einde = time.monotonic() + START_SECONDEN
    while proces.poll() is None and time.monotonic() < einde:
        try:
            with urlopen(f"{adres}/jwks", timeout=5):
                return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"de inlogdienst kwam niet op:\n{logboek.read_text(encoding='utf-8')}", pytrace=False)


@pytest.fixture(scope="module")
def huis(dienst: Dienst, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard with login, on three leveringen of which one is not public: its address."""
    map_ = tmp_path_factory.mktemp("met-login")
    secrets = map_ / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir()
    secrets.write_text(SECRETS.format(geheim=COOKIE_SECRET, dienst=dienst.adres), encoding="utf-8")
    eigen = {"MAP": map_ / "map", "VOORSTELLEN": map_ / "voorstellen", "LEVERINGEN": schrijf(map_)}
    omgeving = os.environ | {f"VERBETERPUNTEN_{naam}": str(pad) for naam, pad in eigen.items()}
    omgeving |= {"HOME": str(map_), "PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"}
    subprocess.run([sys.executable, "-m", "data", "bouw"], cwd=WORTEL, env=omgeving, capture_output=True, check=True)
    with draai(programma="dashboard.py", omgeving=omgeving, logboek=map_ / "streamlit.log") as adres:
        yield adres


@pytest.fixture
def gast(huis: str, bezoekers: Bezoekers, waarnemingen: Waarnemingen) -> Iterator[Callable[..., Page]]:
    """Another visitor of that dashboard, with cookies of their own."""
    with gasten(huis, bezoekers, waarnemingen) as vraag:
        yield vraag


@pytest.fixture
def pagina(gast: Callable[..., Page]) -> Page:
    return gast()


def ga(page: Page, adres: str) -> None:
    page.goto(adres)
    page.get_by_role("heading", level=1).wait_for()
    wacht_rustig(page)


def log_in(page: Page, wie: str, adres: str = "/") -> None:
    """Ask for a page, and log in at the door."""
    page.goto(adres)
    page.get_by_role("button", name="Inloggen").click()
    page.locator("input[name=sub]").fill(wie)
    page.get_by_role("button", name="Authorize").click()
    page.get_by_role("heading", level=1).wait_for()
    wacht_rustig(page)


def kop(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def login_koekje(page: Page) -> dict[str, Any]:
    return next(dict(een) for een in page.context.cookies() if een["name"] == KOEKJE)


def zet_koekje(page: Page, waarde: str) -> None:
    """Put this in the place of the login that there was."""
    page.context.clear_cookies()
    page.context.add_cookies([{"name": KOEKJE, "value": waarde, "url": urljoin(page.url, "/")}])


# --- in and out ------------------------------------------------------------------------------------------------------


def test_inloggen_leidt_naar_de_bladzijde_die_men_vroeg_en_uitloggen_sluit_alles(pagina: Page, dienst: Dienst) -> None:
    dienst.zet("lena de vries", "lezer")
    vraag = "/gemeente?gemeente=Een&bekend=2022-01-01"
    ga(pagina, vraag)
    assert (kop(pagina), pagina.title()) == ("Inloggen", "Inloggen · Verbeterpunten")
    expect(pagina.get_by_text(DEUR)).to_be_visible()
    expect(pagina.get_by_role("link", name="Opvolging")).to_have_count(0)
    schermafdruk(pagina, "toegang deur")
    log_in(pagina, "lena de vries", vraag)
    assert kop(pagina) == "Gemeente"
    # what the page opened with stands behind it
    assert pagina.evaluate("location.pathname + location.search").startswith(vraag)
    koekje = login_koekje(pagina)
    assert (koekje["httpOnly"], koekje["sameSite"]) == (True, "Lax")

    ander = pagina.context.new_page()
    ga(ander, "/opvolging?gegevens=alles")
    assert kop(ander) == OPVOLGING
    expect(ander.get_by_text("Wat nog niet openbaar is, mag u niet zien")).to_be_visible()
    assert GEHEIM not in ander.locator("main").inner_text()
    schermafdruk(pagina, "toegang menu")
    pagina.get_by_role("navigation").get_by_role("link", name="Uitloggen (Lena De Vries)").click()
    pagina.get_by_role("button", name="End session").click()
    expect(pagina.get_by_text(DEUR)).to_be_visible()
    assert KOEKJE not in {een.get("name") for een in pagina.context.cookies()}

    # another tab that was open is out at its next click, and so is a copy of the cookie
    ander.get_by_role("navigation").get_by_role("link", name="Agenda", exact=True).click()
    expect(ander.get_by_text(DEUR)).to_be_visible()
    zet_koekje(pagina, koekje["value"])
    ga(pagina, "/opvolging")
    assert kop(pagina) == "Inloggen"


@pytest.mark.duur
def test_wie_bij_de_dienst_weigert_komt_terug_voor_de_deur(pagina: Page) -> None:
    pagina.goto("/agenda")
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.get_by_role("button", name="Deny").click()
    expect(pagina.get_by_text(MISLUKT)).to_be_visible()
    assert pagina.evaluate("location.pathname") == "/agenda"
    schermafdruk(pagina, "toegang mislukt")


# --- what does not get one in ----------------------------------------------------------------------------------------


@pytest.mark.duur
@pytest.mark.parametrize(
    ("claims", "zin"),
    [
        pytest.param({"_aud": "andere-dienst"}, MISLUKT, id="ander publiek"),
        pytest.param(
            {"_aud": ["andere-dienst"], "_azp": "verbeterpunten"}, DEUR, id="ander publiek, wel aan ons gegeven"
        ),
        pytest.param({"_vreemd": True}, MISLUKT, id="ondertekend met een andere sleutel"),
        pytest.param({"_iat": -9 * 3600}, LANG_GELEDEN, id="te lang geleden"),
    ],
)
def test_een_login_die_niet_klopt_laat_niemand_binnen(
    claims: dict[str, object], zin: str, pagina: Page, dienst: Dienst
) -> None:
    dienst.zet("bram", "beheerder", **claims)
    log_in(pagina, "bram", "/opvolging")
    assert kop(pagina) == "Inloggen"
    expect(pagina.get_by_text(zin)).to_be_visible()
    expect(pagina.get_by_role("link", name="Opvolging")).to_have_count(0)


@pytest.mark.duur
def test_een_vervalst_koekje_laat_niemand_binnen(pagina: Page, dienst: Dienst) -> None:
    dienst.zet("lena", "lezer")
    log_in(pagina, "lena")
    echt = login_koekje(pagina)["value"].strip('"')
    inhoud = decode_signed_value(COOKIE_SECRET, KOEKJE, echt.encode())
    assert inhoud is not None
    claims = json.loads(inhoud) | {"roles": ["beheerder"]}
    hoger = create_signed_value(COOKIE_SECRET, KOEKJE, json.dumps(claims)).decode()
    van_een_ander = create_signed_value("x" * 32, KOEKJE, json.dumps(claims)).decode()
    # what is signed stands before the last two points
    mengsel = ".".join([*hoger.split(".")[:-2], *echt.split(".")[-2:]])
    zet_koekje(pagina, hoger)
    ga(pagina, "/geschiedenis")
    assert kop(pagina) == "Geschiedenis", "met het echte geheim kan het wel: de proef is er een"
    for vals in (mengsel, van_een_ander, hoger.split(".")[0], hoger[:-1]):
        zet_koekje(pagina, vals)
        ga(pagina, "/geschiedenis")
        assert kop(pagina) == "Inloggen"


@pytest.mark.duur
def test_wie_te_lang_binnen_is_moet_opnieuw_inloggen(pagina: Page, dienst: Dienst) -> None:
    dienst.zet("lena", "lezer", _iat=-8 * 3600 + 30)
    log_in(pagina, "lena", "/opvolging")
    assert kop(pagina) == OPVOLGING
    einde = time.monotonic() + 90
    while kop(pagina) != "Inloggen" and time.monotonic() < einde:
        for naam in ("Agenda", "Bronnen"):
            link = pagina.get_by_role("navigation").get_by_role("link", name=naam, exact=True)
            if link.count():
                link.click()
                wacht_rustig(pagina)
    expect(pagina.get_by_text(LANG_GELEDEN)).to_be_visible()
    schermafdruk(pagina, "toegang verlopen")


# --- who may open what -----------------------------------------------------------------------------------------------


@pytest.mark.duur
def test_een_rol_geldt_vanaf_de_volgende_login(pagina: Page, dienst: Dienst) -> None:
    dienst.zet("rob")
    log_in(pagina, "rob", "/inlezen")
    assert kop(pagina) == "Geen toegang"
    expect(pagina.get_by_text("maar u hebt in dit dashboard geen rol")).to_be_visible()
    expect(pagina.get_by_role("navigation")).to_have_count(0)
    schermafdruk(pagina, "toegang zonder rol")

    for rol, open_, dicht in (
        ("lezer", (), ("Inlezen", "Geschiedenis")),
        ("redacteur", ("Inlezen",), ("Geschiedenis",)),
        ("beheerder", ("Inlezen", "Geschiedenis"), ()),
    ):
        dienst.zet("rob", rol)
        pagina.context.clear_cookies()
        log_in(pagina, "rob", "/uitleg")
        menu = pagina.get_by_role("navigation")
        for titel in open_:
            expect(menu.get_by_role("link", name=titel, exact=True)).to_be_visible()
            ga(pagina, f"/{titel.lower()}")
            assert kop(pagina) == titel
        for titel in dicht:
            expect(menu.get_by_role("link", name=titel, exact=True)).to_have_count(0)
            ga(pagina, f"/{titel.lower()}")
            assert kop(pagina) == "Geen toegang"
            expect(pagina.get_by_text(f"De pagina ‘{titel}’ is voor wie de rol")).to_be_visible()
        if dicht:
            schermafdruk(pagina, f"toegang verboden {rol}")


@pytest.mark.duur
def test_het_concept_gaat_alleen_open_voor_een_redacteur(pagina: Page, dienst: Dienst) -> None:
    dienst.zet("rob", "redacteur")
    log_in(pagina, "rob", "/opvolging?gegevens=alles")
    expect(pagina.get_by_text(CONCEPT)).to_be_visible()
    dienst.zet("rob", "lezer")
    pagina.context.clear_cookies()
    log_in(pagina, "rob", "/opvolging?gegevens=alles")
    expect(pagina.get_by_text("Wat nog niet openbaar is, mag u niet zien")).to_be_visible()
    assert GEHEIM not in pagina.locator("main").inner_text()


@pytest.mark.duur
def test_een_bestand_is_alleen_voor_wie_is_ingelogd(pagina: Page, dienst: Dienst, huis: str) -> None:
    dienst.zet("lena", "lezer")
    log_in(pagina, "lena", "/bronnen")
    with pagina.expect_download() as wacht:
        pagina.get_by_role("button", name="CSV voor Excel (Nederlands)").first.click()
    adres = wacht.value.url
    assert "/media/" in adres
    assert pagina.context.request.get(adres).status == 200
    pagina.context.clear_cookies()
    weigering = pagina.context.request.get(adres)
    assert (weigering.status, weigering.text()[:55]) == (403, "Dit bestand is alleen te krijgen voor wie is ingelogd. ")
    for methode, pad in (
        ("PUT", "/_stcore/upload_file/a/b"),
        ("GET", "/_stcore/metrics"),
        ("GET", "/_stcore/agent/mcp"),
    ):
        assert pagina.context.request.fetch(huis + pad, method=methode, data=b"x").status in {403, 404}


# --- what only a dashboard with login shows --------------------------------------------------------------------------


@pytest.mark.duur
@pytest.mark.parametrize("kleur", ["light", "dark"])
@pytest.mark.parametrize("breedte", [1280, 390])
def test_de_deur_en_wat_een_rol_ziet_zijn_toegankelijk(
    gast: Callable[..., Page], dienst: Dienst, breedte: int, kleur: str
) -> None:
    page = gast(color_scheme=kleur, viewport={"width": breedte, "height": 844})

    def bekijk(naam: str) -> None:
        assert overtredingen(page) == {}, naam
        koppen = page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4')].map(e => e.tagName)")
        assert koppen.count("H1") == 1, naam
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), naam
        schermafdruk(page, f"deur {naam} {breedte} {kleur}")

    ga(page, "/agenda")
    bekijk("inloggen")
    dienst.zet("lena")
    log_in(page, "lena")
    bekijk("zonder rol")
    dienst.zet("lena", "lezer")
    page.context.clear_cookies()
    log_in(page, "lena", "/inlezen")
    bekijk("geen toegang")
    # a name is a name, whatever it holds
    dienst.zet("lena", "beheerder", name="**Lena** [x](https://elders.example) :red[y]")
    page.context.clear_cookies()
    log_in(page, "lena", "/bronnen")
    uit = page.locator("a[href$='/uitloggen']")
    assert (uit.text_content() or "").replace(
        "\u2060", ""
    ) == "Uitloggen (**Lena** [x](https://elders.example) :red[y])"
    with page.expect_download():
        page.get_by_role("button", name="CSV voor Excel (Nederlands)").first.click()
    ga(page, "/logboek")
    bekijk("logboek")
    ga(page, "/geschiedenis")
    bekijk("geschiedenis")
    ga(page, "/opvolging?gegevens=alles")
    bekijk("met concept")
