"""The guard at the door: sessions only from our own pages, what is shut, and headers on every answer."""

from __future__ import annotations

import asyncio
import logging
import tomllib
from pathlib import Path

import pytest
import streamlit
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from data.instellingen import PRODUCT
from pagina.venster.wacht import BESTAND, KOPPEN, Wacht, beleid
from tests.pagina.test_venster import Streamlit, vraag

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


def binnengelaten(koppen: dict[str, str]) -> bool:
    """Whether a session with these headers gets as far as Streamlit; if not, it hears that it is refused."""
    streamlit_ = Streamlit(PlainTextResponse(""))
    gezegd: list[Message] = []

    async def stuur(bericht: Message) -> None:
        gezegd.append(bericht)

    async def niets() -> Message:
        return {"type": "websocket.connect"}

    scope = {
        "type": "websocket",
        "path": "/_stcore/stream",
        "headers": [(naam.encode(), waarde.encode()) for naam, waarde in koppen.items()],
    }
    asyncio.run(Wacht(streamlit_)(scope, niets, stuur))
    assert gezegd == ([] if streamlit_.gevraagd else [{"type": "websocket.close", "code": 1008}])
    return bool(streamlit_.gevraagd)


@pytest.mark.parametrize(
    ("host", "herkomst", "mag"),
    [
        ("localhost:8501", "http://localhost:8501", True),
        ("127.0.0.1:8501", "http://127.0.0.1:8501", True),
        ("[::1]:8501", "http://[::1]:8501", True),
        ("dashboard.example", "https://dashboard.example", True),
        ("DASHBOARD.example", "https://DASHBOARD.example", True),
        ("localhost:8501", None, True),  # no browser: a page elsewhere cannot leave it out
        ("localhost:8501", "http://localhost:9000", False),  # another program on this computer
        ("localhost:8501", "https://elders.example", False),
        ("localhost:8501", "null", False),  # a file, or a frame shut off from its site
        ("localhost:8501", "", False),
        ("elders.example:8501", "http://elders.example:8501", False),  # its name was made to point here
        ("elders.example:8501", None, False),
        ("dashboard.example.elders.example", "https://dashboard.example.elders.example", False),
        ("localhost@elders.example", "http://localhost@elders.example", False),
        ("[", "http://[", False),
        ("", "http://", False),
    ],
)
def test_een_sessie_begint_alleen_vanaf_onze_eigen_pagina(
    host: str, herkomst: str | None, monkeypatch: pytest.MonkeyPatch, *, mag: bool
) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_ADRES", "https://dashboard.example")
    assert binnengelaten({"host": host} | ({} if herkomst is None else {"origin": herkomst})) is mag


def test_wie_geweigerd_wordt_staat_in_het_journaal(caplog: pytest.LogCaptureFixture) -> None:
    """Under a code, of which the handbook says what to do; not with what a browser elsewhere says of itself."""
    with caplog.at_level(logging.WARNING):
        assert not binnengelaten({"host": "intern.example", "origin": "https://intern.example"})
    assert [(regel.name, regel.msg, vars(regel)["velden"]) for regel in caplog.records] == [
        ("verbeterpunten", "verbinding_geweigerd", {})
    ]
    (rij,) = [r for r in (PRODUCT / "docs/beheer.md").read_text(encoding="utf-8").splitlines() if "`verbinding_g" in r]
    assert "VERBETERPUNTEN_ADRES" in rij


@pytest.mark.parametrize("onder", ["", "/onder/pad"])
@pytest.mark.parametrize("pad", ["metrics", "agent", "agent/openapi.json", "agent/interact", "agent/mcp"])
def test_dicht_zonder_dat_streamlit_het_hoort(pad: str, onder: str) -> None:
    streamlit_ = Streamlit(PlainTextResponse("aantal sessies: 3"))
    status, koppen, lijf, _ = vraag(Wacht(streamlit_), f"{onder}/_stcore/{pad}")
    assert (status, lijf) == (404, b"Deze pagina is er niet.")
    assert koppen.items() >= KOPPEN.items()
    assert streamlit_.gevraagd == []


@pytest.mark.parametrize(
    ("pad", "bestand"), [("/", False), ("/gemeente", False), ("/_stcore/health", False), ("/media/x.html", True)]
)
def test_elk_antwoord_krijgt_de_koppen(pad: str, *, bestand: bool) -> None:
    antwoord = PlainTextResponse("in", 201, {"x-frame-options": "SAMEORIGIN", "etag": "x"})
    wacht = Wacht(Streamlit(antwoord))
    status, koppen, lijf, _ = vraag(wacht, pad)
    assert (status, lijf, koppen["etag"]) == (201, b"in", "x")
    assert koppen.items() >= (KOPPEN | {"content-security-policy": BESTAND if bestand else wacht.beleid}).items()
    assert koppen.get("cache-control") == ("no-store" if bestand else None)


def test_het_beleid_staat_alleen_toe_wat_in_de_pagina_van_streamlit_staat() -> None:
    """By its very text: of the one script in it the sum, as `openssl dgst -sha256 -binary | base64` gives it."""
    regels = dict(regel.split(" ", 1) for regel in beleid(INDEX).split("; "))
    assert regels["default-src"] == "'none'"
    assert regels["frame-ancestors"] == "'none'"
    bronnen = regels["script-src"].split()
    assert bronnen[:2] == ["'self'", "blob:"]
    assert len(bronnen) == 2 + INDEX.count("<script>")
    assert beleid("<script>1</script>").split("; ")[1].endswith("'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='")
    assert "unsafe" not in regels["script-src"]
    assert "http" not in beleid(INDEX)


def test_streamlit_staat_ingesteld_zoals_het_hoort() -> None:
    """What the browser tests then see at work: nothing sent elsewhere, small uploads, no foreign pages."""
    gezet = tomllib.loads((PRODUCT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert gezet["browser"]["gatherUsageStats"] is False
    assert gezet["client"]["showErrorDetails"] == "none"
    veilig = {
        "address": "127.0.0.1",
        "enableAgentApi": False,
        "enableCORS": True,
        "enableStaticServing": False,
        "enableXsrfProtection": True,
        "maxMessageSize": 50,
        "maxUploadSize": 50,
    }
    assert {naam: gezet["server"][naam] for naam in veilig} == veilig
    assert "corsAllowedOrigins" not in gezet["server"]


def test_het_begin_van_de_server_gaat_door() -> None:
    """What is neither a request nor a session passes as it is."""
    gezien: list[Scope] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        gezien.append(scope)

    asyncio.run(Wacht(app)({"type": "lifespan"}, None, None))  # type: ignore[arg-type]
    assert gezien == [{"type": "lifespan"}]
