"""What HTTP gives to whom: files only to who is logged in, the way back to the page that was asked for after login.

A page itself is guarded where it runs (dashboard.py, pagina/delen/toegang.py). This is about what Streamlit serves
beside it: files in /media and /_stcore, of which it asks nobody who they are, and its two steps of logging in, which
always end on the first page and say nothing when they fail.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit import config
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from data.instellingen import instellingen
from pagina.delen.deur import MISLUKT, UITLOGGEN
from pagina.delen.toegang import beoordeel, login_aan

HEEN, TERUG = "auth/login", "oauth2callback"
#: What of Streamlit's own may be had before login: what the page needs to show the door.
OPEN = re.compile(r"(?!media/|_stcore/|app/|component/)|_stcore/(?:health|host-config|stream|bidi-components/.*)$")
#: The cookie with the page that was asked for, and how long it and that of a failure are kept, in seconds.
NAAR = "verbeterpunten_naar"
BEWAARD, KORT = 900, 60
#: A page of ours: one name, without digits or slashes, so neither a foreign address nor a step of logging in or out.
BLADZIJDE = re.compile(rf"(?!{UITLOGGEN})[a-z]*(?:\?[^\s\\]*)?")
#: Characters of an address that a cookie can hold.
LANGST = 3000
DICHT = "Dit bestand is alleen te krijgen voor wie is ingelogd. Log opnieuw in op het dashboard."
ZONDER_LOGIN = "Dit dashboard is zo niet te bereiken: inloggen staat uit, en dan is het alleen voor deze computer zelf."


class Poort:
    """ASGI middleware around everything else."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection, or refuse it."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
        elif not login_aan():
            mag = instellingen().iedereen_kan_alles or _van_hier(scope)
            await (self.app if mag else _weiger(scope, ZONDER_LOGIN))(scope, receive, send)
        else:
            await self._met_login(scope, receive, send)

    async def _met_login(self, scope: Scope, receive: Receive, send: Send) -> None:
        pad, vraag = _pad(scope), HTTPConnection(scope)

        async def stuur(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                koppen = MutableHeaders(scope=bericht)
                if pad == HEEN:
                    bericht["status"] = _heen(vraag, bericht["status"], koppen)
                elif pad == TERUG:
                    _terug(vraag, koppen)
                _alleen_versleuteld(koppen)
            await send(bericht)

        if OPEN.match(pad) or beoordeel(_claims(vraag))[1] is not None:
            await self.app(scope, receive, stuur)
        else:
            await _weiger(scope, DICHT)(scope, receive, send)


def _heen(vraag: HTTPConnection, status: int, koppen: MutableHeaders) -> int:
    """To the login service, keeping the page that was asked for; back to that page where the service does not answer.

    The status to answer with.
    """
    naar = _bladzijde(vraag.headers.get("referer", ""))
    if status < 400:
        _zet(koppen, NAAR, quote(naar), BEWAARD)
        return status
    _zet(koppen, MISLUKT, "1", KORT)
    koppen["location"] = _basis() + naar
    return 302


def _terug(vraag: HTTPConnection, koppen: MutableHeaders) -> None:
    """From the login service: to the page that was asked for, with word of it where it did not work."""
    naar = unquote(vraag.cookies.get(NAAR, ""))
    koppen["location"] = _basis() + (naar if BLADZIJDE.fullmatch(naar) else "")
    gelukt = any(_is_login(koekje) for koekje in koppen.getlist("set-cookie"))
    if gelukt or not vraag.query_params:  # without parameters one comes back from having logged out
        _zet(koppen, NAAR, "", 0)
        _zet(koppen, MISLUKT, "", 0)
    else:
        _zet(koppen, MISLUKT, "1", KORT)


def _zet(koppen: MutableHeaders, naam: str, waarde: str, seconden: int) -> None:
    """Give the browser a cookie for so long; for no time at all takes it away."""
    koekje = Response()
    koekje.set_cookie(naam, waarde, max_age=seconden, path=_basis(), httponly=True, samesite="lax")
    koppen.append("set-cookie", koekje.headers["set-cookie"])


def _alleen_versleuteld(koppen: MutableHeaders) -> None:
    """Over TLS, each cookie for TLS alone: Streamlit leaves that open."""
    if not (get_origin_from_redirect_uri() or "").startswith("https://"):
        return
    koekjes = koppen.getlist("set-cookie")
    del koppen["set-cookie"]
    for koekje in koekjes:
        koppen.append("set-cookie", koekje if "; secure" in koekje.lower() else f"{koekje}; Secure")


def _bladzijde(adres: str) -> str:
    """The page and choices of an address of this dashboard; empty, for the first page, for any other address."""
    delen = urlsplit(adres)
    if f"{delen.scheme}://{delen.netloc}" != get_origin_from_redirect_uri() or not delen.path.startswith(_basis()):
        return ""
    naar = delen.path[len(_basis()) :] + (f"?{delen.query}" if delen.query else "")
    return naar if BLADZIJDE.fullmatch(naar) and len(naar) <= LANGST else ""


def _claims(vraag: HTTPConnection) -> Mapping[str, Any]:
    """What the login service said of who asks, from Streamlit's signed cookie; nothing where it is not ours."""
    geheim = get_cookie_secret()

    def een(naam: str) -> bytes | None:
        waarde = vraag.cookies.get(naam)
        return decode_signed_value(geheim, naam, waarde.encode("latin-1")) if waarde else None

    inhoud = get_cookie_with_chunks(een, USER_COOKIE_NAME)
    claims = json.loads(inhoud) if inhoud else {}
    return claims if claims.get("origin") == get_origin_from_redirect_uri() else {}


def _van_hier(scope: Scope) -> bool:
    """Whether the connection came in on an address that leads to this computer only: however the server was started."""
    adres = (scope.get("server") or ("",))[0]
    try:
        return ip_address(adres).is_loopback
    except ValueError:
        return True  # no network: a socket on this computer, or a test


def _weiger(scope: Scope, zin: str) -> ASGIApp:
    return WebSocketClose(1008) if scope["type"] == "websocket" else PlainTextResponse(zin, 403)


def _basis() -> str:
    """The path below which the dashboard stands: '/' or '/verbeterpunten/'."""
    basis = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{basis}/" if basis else "/"


def _pad(scope: Scope) -> str:
    """What is asked for below that path."""
    return str(scope["path"]).removeprefix(_basis())


def _is_login(koekje: str) -> bool:
    """Whether a cookie is that of a login, not the end of one."""
    return koekje.startswith(f"{USER_COOKIE_NAME}=") and "max-age=0" not in koekje.lower()
