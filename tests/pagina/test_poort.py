"""The gate around HTTP: which files need a login, where one lands after it, cookies, and a server that is exposed."""

from __future__ import annotations

import json
import time
from typing import Any
from urllib.parse import quote

import pytest
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from pagina.delen import toegang
from pagina.delen.deur import MISLUKT
from pagina.venster import poort
from pagina.venster.poort import DICHT, NAAR, ZONDER_LOGIN, Poort
from tests.pagina.test_venster import Streamlit

HUIS = "https://cijfers.example"
GEHEIM = "0123456789abcdef0123456789abcdef"
KOEKJE = "_streamlit_user"


@pytest.fixture
def login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toegang, "aanmelding", lambda: {"client_id": "verbeterpunten"})
    monkeypatch.setattr(poort, "get_cookie_secret", lambda: GEHEIM)
    monkeypatch.setattr(poort, "get_origin_from_redirect_uri", lambda: HUIS)


def koekje(*, geheim: str = GEHEIM, **anders: object) -> str:
    """The cookie of a lezer who logged in a minute ago."""
    wie = {"is_logged_in": True, "origin": HUIS, "aud": "verbeterpunten", "iat": time.time() - 60, "roles": ["lezer"]}
    return f"{KOEKJE}={create_signed_value(geheim, KOEKJE, json.dumps(wie | anders)).decode()}"


def vraag(
    pad: str, *, app: Response | None = None, server: str = "127.0.0.1", soort: str = "http", **koppen: str
) -> tuple[int, list[tuple[str, str]], Streamlit]:
    """Status and headers of the answer, and what Streamlit was asked."""
    import asyncio

    binnen = Streamlit(app or PlainTextResponse("van Streamlit"))
    berichten: list[Any] = []

    async def stuur(bericht: Any) -> None:  # noqa: ANN401
        berichten.append(bericht)

    async def geef() -> Any:  # noqa: ANN401
        return {"type": "http.request", "body": b"", "more_body": False}

    kaal, _, vragen = pad.partition("?")
    scope = {
        "type": soort,
        "method": "GET",
        "path": kaal,
        "query_string": vragen.encode(),
        "server": (server, 8501),
        "headers": [(naam.encode(), waarde.encode()) for naam, waarde in koppen.items()],
    }
    asyncio.run(Poort(binnen)(scope, geef, stuur))
    begin: dict[str, Any] = berichten[0] if berichten else {"status": 200, "headers": []}
    koppen_ = [(naam.decode(), waarde.decode()) for naam, waarde in begin.get("headers", [])]
    return begin.get("status", begin.get("code", 0)), koppen_, binnen


def kop(koppen: list[tuple[str, str]], naam: str) -> list[str]:
    return [waarde for eigen, waarde in koppen if eigen == naam]


def verdraaid(echt: str) -> str:
    """Return the cookie with the first letter of its signature changed: of the last, only some bits count."""
    lijf, _, teken = echt.rpartition(".")
    return f"{lijf}.{'B' if teken[0] == 'A' else 'A'}{teken[1:]}"


OPEN = [
    "/",
    "/opvolging",
    "/inlezen",
    "/static/js/index.js",
    "/venster/venster.1.js",
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/stream",
    "/_stcore/bidi-components/x/y.js",
    "/auth/logout",
    "/gezondheid",
]
DICHT_PADEN = [
    "/media/0123.csv",
    "/_stcore/upload_file/a/b",
    "/_stcore/metrics",
    "/_stcore/agent/interact",
    "/_stcore/script-health-check",
    "/_stcore/healthx",
    "/_stcore/health/x",
    "/app/static/x",
    "/component/x",
]


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize("pad", OPEN)
def test_wat_de_deur_nodig_heeft_is_er_voor_iedereen(pad: str) -> None:
    assert vraag(pad)[0] == 200


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize("pad", DICHT_PADEN)
def test_bestanden_zijn_er_alleen_voor_wie_is_ingelogd(pad: str) -> None:
    status, _, streamlit = vraag(pad)
    assert (status, streamlit.gevraagd) == (403, [])
    assert vraag(pad, cookie=koekje())[0] == 200


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize(
    "vals",
    [
        koekje(geheim="een ander geheim, even lang als 't echte"),
        verdraaid(koekje()),
        koekje(origin="https://elders.example"),
        koekje(aud="ander", azp="verbeterpunten"),
        koekje(iat=time.time() - 9 * 3600),
        koekje(roles=[]),
        f"{KOEKJE}=onzin",
        f"{KOEKJE}=",
        f"{KOEKJE}_tokens={koekje().partition('=')[2]}",
    ],
)
def test_een_vals_of_oud_koekje_geeft_geen_bestand(vals: str) -> None:
    assert vraag("/media/0123.csv", cookie=vals)[0] == 403


def test_zonder_login_is_er_niets_dicht() -> None:
    for pad in (*OPEN, *DICHT_PADEN):
        assert vraag(pad)[0] == 200


@pytest.mark.parametrize(
    ("server", "binnen"), [("127.0.0.1", True), ("::1", True), ("10.0.0.3", False), ("fe80::1", False)]
)
def test_zonder_login_alleen_op_een_adres_van_deze_computer(
    server: str,
    binnen: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for soort, geweigerd in (("http", 403), ("websocket", 1008)):
        status, _, streamlit = vraag("/", server=server, soort=soort)
        assert bool(streamlit.gevraagd) is binnen
        assert binnen or status == geweigerd
    monkeypatch.setenv("VERBETERPUNTEN_IEDEREEN_KAN_ALLES", "ja")
    assert vraag("/", server=server)[0] == 200


def test_wat_dicht_is_zegt_dat_in_het_nederlands() -> None:
    assert "ingelogd" in DICHT
    assert "inloggen staat uit" in ZONDER_LOGIN


# --- the way back ----------------------------------------------------------------------------------------------------


def heen(referer: str, status: int = 302) -> tuple[int, list[tuple[str, str]]]:
    naar_dienst = Response(
        status_code=status, headers={"location": "https://inloggen.example/"} if status == 302 else {}
    )
    gegeven, koppen, _ = vraag("/auth/login?provider=x", app=naar_dienst, referer=referer)
    return gegeven, koppen


def terug(naar: str, *, gelukt: bool = True, vragen: str = "?state=x&code=y") -> list[tuple[str, str]]:
    antwoord = RedirectResponse("/", 302)
    if gelukt:
        antwoord.set_cookie(KOEKJE, "ondertekend", max_age=60)
    else:
        antwoord.delete_cookie(KOEKJE)
    return vraag(f"/oauth2callback{vragen}", app=antwoord, cookie=f"{NAAR}={naar}")[1]


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize(
    ("referer", "naar"),
    [
        (f"{HUIS}/", ""),
        (f"{HUIS}/opvolging?kader=GGSR+beleid&kader=B%26C", "opvolging?kader=GGSR+beleid&kader=B%26C"),
        (f"{HUIS}/?kaart_weergave=tabel", "?kaart_weergave=tabel"),
        (f"{HUIS}/gemeente?gemeente=S%C3%BAdwest", "gemeente?gemeente=S%C3%BAdwest"),
        ("https://elders.example/opvolging", ""),
        (f"{HUIS}.elders.example/opvolging", ""),
        (f"{HUIS}//elders.example", ""),
        (f"{HUIS}/\\elders.example", ""),
        (f"{HUIS}/auth/logout", ""),
        (f"{HUIS}/uitloggen", ""),
        (f"{HUIS}/oauth2callback?state=x", ""),
        (f"{HUIS}/opvolging?x={'a' * 4000}", ""),
        ("", ""),
    ],
)
def test_men_komt_terug_op_de_bladzijde_die_men_vroeg(referer: str, naar: str) -> None:
    status, koppen = heen(referer)
    assert status == 302
    (bewaard,) = kop(koppen, "set-cookie")
    waarde = bewaard.split(";")[0].partition("=")[2].strip('"')
    assert (bewaard.startswith(f"{NAAR}="), waarde) == (True, quote(naar))
    assert "HttpOnly" in bewaard
    assert "SameSite=lax" in bewaard
    assert kop(terug(waarde), "location") == [f"/{naar}"]


@pytest.mark.usefixtures("login")
@pytest.mark.parametrize(
    "vreemd",
    [
        "//elders.example",
        "https://elders.example",
        "/elders",
        "\\elders",
        "auth/logout",
        "a b",
        "a%0d%0ax",
        "oauth2callback",
    ],
)
def test_een_koekje_leidt_nooit_naar_elders(vreemd: str) -> None:
    assert kop(terug(vreemd), "location") == ["/"]
    assert kop(terug(quote(vreemd, safe="")), "location") == ["/"]


@pytest.mark.usefixtures("login")
def test_wat_mislukt_wordt_gezegd_en_wat_lukt_ruimt_op() -> None:
    mislukt = kop(terug("opvolging", gelukt=False), "set-cookie")
    assert any(een.startswith(f"{MISLUKT}=1; ") for een in mislukt)
    assert kop(terug("opvolging", gelukt=False), "location") == ["/opvolging"]
    for koppen in (terug("opvolging"), terug("", gelukt=False, vragen="")):
        gezet = kop(koppen, "set-cookie")
        for naam in (NAAR, MISLUKT):
            assert any(een.startswith(f'{naam}=""; ') and "Max-Age=0" in een for een in gezet)


@pytest.mark.usefixtures("login")
def test_een_dienst_die_niet_antwoordt_geeft_geen_engels() -> None:
    status, koppen = heen(f"{HUIS}/agenda", status=400)
    assert (status, kop(koppen, "location")) == (302, ["/agenda"])
    assert kop(koppen, "set-cookie")[0].startswith(f"{MISLUKT}=1; ")


@pytest.mark.usefixtures("login")
def test_over_tls_gaat_elk_koekje_alleen_over_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    antwoord = PlainTextResponse("")
    antwoord.set_cookie("a", "1")
    antwoord.set_cookie("b", "2", secure=True)
    assert [een.count("Secure") for een in kop(vraag("/", app=antwoord)[1], "set-cookie")] == [1, 1]
    monkeypatch.setattr(poort, "get_origin_from_redirect_uri", lambda: "http://localhost:8501")
    assert [een.count("Secure") for een in kop(vraag("/", app=antwoord)[1], "set-cookie")] == [0, 1]


@pytest.mark.usefixtures("login")
def test_ook_onder_een_pad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poort, "_basis", lambda: "/vp/")
    assert vraag("/vp/media/x.csv")[0] == 403
    assert vraag("/vp/opvolging")[0] == 200
