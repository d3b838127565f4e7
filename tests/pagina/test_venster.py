"""What the browser gets beside Streamlit: the Dutch page and our two files; all else passes as it is."""

from __future__ import annotations

import asyncio
import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send

from data.instellingen import PRODUCT
from pagina.venster import venster
from pagina.venster.venster import Bestand, PaginaVeranderd, Venster, nederlands

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
BESTANDEN = {"script": Bestand("venster.a.js", "", b""), "stijl": Bestand("venster.b.css", "", b"")}
MAP = PRODUCT / "pagina" / "venster"
WOORDEN = json.loads((MAP / "woorden.json").read_text(encoding="utf-8"))


class Streamlit:
    """In the place of Streamlit: one answer to all, and what was asked."""

    def __init__(self, antwoord: Response) -> None:
        self.antwoord = antwoord
        self.gevraagd: list[Scope] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.gevraagd.append(scope)
        if scope["type"] == "http":
            await self.antwoord(scope, receive, send)


async def _niets() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


def vraag(
    app: Callable[..., object], pad: str, *, methode: str = "GET", koppen: dict[str, str] | None = None
) -> tuple[int, dict[str, str], bytes, list[Message]]:
    """Status, headers, body and messages of one request."""
    berichten: list[Message] = []

    async def stuur(bericht: Message) -> None:
        berichten.append(bericht)

    scope = {
        "type": "http",
        "method": methode,
        "path": pad,
        "headers": [(naam.encode(), waarde.encode()) for naam, waarde in (koppen or {}).items()],
    }
    asyncio.run(app(scope, _niets, stuur))  # type: ignore[arg-type]
    start = berichten[0]
    lijf = b"".join(bericht.get("body", b"") for bericht in berichten[1:])
    return start["status"], {n.decode(): w.decode() for n, w in start["headers"]}, lijf, berichten


def html(**koppen: str) -> Streamlit:
    return Streamlit(Response(b"\x1f\x8bingepakt", headers={"content-type": "text/html; charset=utf-8", **koppen}))


def test_de_pagina_is_nederlands_en_verwijst_naar_onze_bestanden() -> None:
    pagina = nederlands(INDEX, BESTANDEN)
    assert pagina.count('<html lang="nl">') == 1
    assert "<title>Verbeterpunten</title>" in pagina
    assert 'href="./venster/venster.b.css"' in pagina
    assert 'src="./venster/venster.a.js"' in pagina
    ons, streamlits = pagina.index("venster.a.js"), pagina.index('type="module"')
    assert ons < streamlits, "het script moet vóór dat van Streamlit staan"
    zonder = re.findall(r"<noscript>(.*?)</noscript>", pagina, flags=re.DOTALL)
    assert len(zonder) == 1
    assert "Zet JavaScript aan" in zonder[0]
    assert "You need to enable" not in pagina
    assert pagina.count("<script>") == INDEX.count("<script>"), "van ons staat er geen script in de pagina zelf"


@pytest.mark.parametrize("weg", ['<html lang="en">', "<title>Streamlit</title>", "<noscript>"])
def test_een_veranderde_streamlit_faalt_luid_bij_de_start(weg: str) -> None:
    with pytest.raises(
        PaginaVeranderd, match=r"Waarschijnlijk is Streamlit bijgewerkt: pas pagina/venster/venster\.py aan"
    ):
        nederlands(INDEX.replace(weg, "<anders>"), BESTANDEN)
    with pytest.raises(PaginaVeranderd, match="heeft 2 keer"):
        nederlands(INDEX + INDEX, BESTANDEN)


@pytest.mark.parametrize("pad", ["/", "/opvolging", "/bestaat-niet", "/onder/pad/gemeente", "/index.html"])
def test_in_de_plaats_van_de_pagina_van_streamlit_komt_de_onze(pad: str) -> None:
    koppen = {"content-encoding": "gzip", "etag": '"oud"', "cache-control": "no-cache", "last-modified": "gisteren"}
    status, antwoord, lijf, _ = vraag(Venster(html(**koppen)), pad)
    assert status == 200
    assert b'<html lang="nl">' in lijf
    assert antwoord["content-length"] == str(len(lijf))
    assert antwoord["cache-control"] == "no-cache"
    assert not {"content-encoding", "etag", "last-modified"} & antwoord.keys()


def test_een_browser_met_een_oude_pagina_krijgt_de_nieuwe() -> None:
    streamlit_ = html()
    vraag(Venster(streamlit_), "/", koppen={"if-none-match": '"oud"', "range": "bytes=0-5", "accept": "text/html"})
    assert streamlit_.gevraagd[0]["headers"] == [(b"accept", b"text/html")]


@pytest.mark.parametrize(
    ("pad", "soort", "methode", "status"),
    [
        ("/static/js/index.abc.js", "text/javascript", "GET", 200),
        ("/media/bezoekblad.html", "text/html", "GET", 200),  # a download of ours that happens to be a page
        ("/_stcore/health", "text/plain", "GET", 200),
        ("/gemeente", "text/html", "POST", 200),
        ("/gemeente", "text/html", "GET", 404),
    ],
)
def test_al_het_andere_komt_door_zoals_het_is(pad: str, soort: str, methode: str, status: int) -> None:
    antwoord = Response(b"inhoud", status_code=status, headers={"content-type": soort, "etag": "x"})
    gekregen = vraag(Venster(Streamlit(antwoord)), pad, methode=methode)
    assert gekregen[:3] == vraag(antwoord, pad, methode=methode)[:3]


def test_een_stroom_wordt_niet_opgespaard() -> None:
    """Every part goes on before the next is made."""
    gezien: list[str] = []

    async def stroom(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/csv")]})
        for deel in (b"een", b"twee"):
            gezien.append(f"gemaakt {deel.decode()}")
            await send({"type": "http.response.body", "body": deel, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    async def stuur(bericht: Message) -> None:
        gezien.append(f"gestuurd {bericht.get('body', b'').decode()}")

    scope = {"type": "http", "method": "GET", "path": "/uitvoer", "headers": []}
    asyncio.run(Venster(stroom)(scope, _niets, stuur))
    assert gezien == ["gestuurd ", "gemaakt een", "gestuurd een", "gemaakt twee", "gestuurd twee", "gestuurd "]


def test_de_websocket_gaat_rechtstreeks() -> None:
    streamlit_ = Streamlit(PlainTextResponse(""))
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": []}

    async def stuur(bericht: Message) -> None:
        raise AssertionError(bericht)

    asyncio.run(Venster(streamlit_)(scope, _niets, stuur))
    assert streamlit_.gevraagd[0] is scope


@pytest.mark.parametrize(
    ("bestand", "soort"),
    [(venster.script(), "text/javascript"), (venster.stijl(), "text/css")],
    ids=["script", "stijl"],
)
@pytest.mark.parametrize("onder", ["", "/onder/pad"])
def test_onze_bestanden_hebben_een_soort_en_mogen_een_jaar_blijven(bestand: Bestand, soort: str, onder: str) -> None:
    status, koppen, lijf, _ = vraag(Venster(html()), f"{onder}/venster/{bestand.naam}")
    assert (status, lijf) == (200, bestand.inhoud)
    assert koppen["content-type"] == f"{soort}; charset=utf-8"
    assert koppen["cache-control"] == "public, max-age=31536000, immutable"


def test_de_naam_verandert_met_de_inhoud(monkeypatch: pytest.MonkeyPatch) -> None:
    assert venster.script().naam == venster.script().naam
    voor = venster.script().naam
    monkeypatch.setattr(venster, "_lees", lambda naam: "{}" if naam.endswith("json") else "anders")
    assert venster.script().naam != voor


def test_een_vertaling_is_zelf_geen_sleutel() -> None:
    """Otherwise the script would translate its own work."""
    lijsten = [WOORDEN["tekst"], WOORDEN["kenmerk"], WOORDEN["zinnen"]]
    sleutels = set().union(*lijsten)
    vormen = [re.compile(engels) for engels, _ in WOORDEN["patronen"] + WOORDEN["zinpatronen"]]
    uitkomsten = [woord for lijst in lijsten for woord in lijst.values()]
    uitkomsten += [re.sub(r"\$\d", "12", woord) for _, woord in WOORDEN["patronen"] + WOORDEN["zinpatronen"]]
    assert [woord for woord in uitkomsten if woord in sleutels or any(vorm.fullmatch(woord) for vorm in vormen)] == []


def test_elke_sleutel_komt_in_streamlit_voor() -> None:
    """A word that Streamlit no longer says is taken out; one that it says otherwise is seen here."""
    map_ = Path(streamlit.__file__).parent
    # what goes wrong with a download is said by the server
    paden = [map_ / "runtime" / "backend_operation_handler.py", *(map_ / "static" / "static" / "js").glob("*.js")]
    alles = "".join(pad.read_text(encoding="utf-8") for pad in paden)
    sleutels = [*WOORDEN["tekst"], *WOORDEN["kenmerk"], *WOORDEN["zinnen"]]
    # these two are put together from parts
    los = {"Press Enter to apply": "Press Enter to ", "Press Enter to submit form": "submit form"}
    zonder_staart = {s: s.removesuffix(". Running the app's main page.") for s in sleutels}
    assert [s for s in sleutels if los.get(s, zonder_staart[s]) not in alles] == []


def test_de_kleuren_zijn_die_van_het_thema() -> None:
    themas = tomllib.loads((PRODUCT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    licht, donker, *_ = re.findall(
        r":root \{(.*?)\}", (MAP / "venster.css").read_text(encoding="utf-8"), flags=re.DOTALL
    )
    namen = {
        "tekst": "textColor",
        "grond": "backgroundColor",
        "vlak": "secondaryBackgroundColor",
        "link": "linkColor",
        "focus": "linkColor",
        "rand": "borderColor",
        "stil": "grayTextColor",
        "kop": "dataframeHeaderBackgroundColor",
    }
    for stijl, thema in ((licht, themas["light"]), (donker, themas["dark"])):
        kleuren = dict(re.findall(r"--vp-(\w+): (#\w+)", stijl))
        assert {naam: kleuren[naam] for naam in namen} == {naam: thema[sleutel] for naam, sleutel in namen.items()}
