"""The guard at the door: who may open a session from where, what is shut, and the headers that bind the browser to us.

It stands around everything, so it holds with nginx (docs/server/nginx.conf) and without. Streamlit by itself looks up
the address of this machine at a service outside when a session is opened from a foreign page; here none gets that far.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

from data import journaal
from data.instellingen import instellingen

#: How this computer calls itself.
EIGEN = frozenset({"localhost", "127.0.0.1", "::1"})
#: What answers anybody and says more than a reader needs: counts of the server; driving pages without a browser.
DICHT = re.compile(r"/_stcore/(?:metrics|agent)(?:/|$)")
#: Files that were made for a reader. They are to be saved; opened as a page by itself, one can do nothing.
VOOR_DE_LEZER = re.compile(r"/media/")
BESTAND = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
KOPPEN = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


def beleid(pagina: str) -> str:
    """The content-security policy for a page: only what we serve ourselves, and the scripts that stand in this page.

    blob: is how Streamlit loads the script of a component, which it sends over the socket. Its styles stand in
    elements, and the letters of its formulas in its stylesheet (data:).
    """
    inline = re.findall(r"<script>(.*?)</script>", pagina, flags=re.DOTALL)
    sommen = [f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in inline]
    regels = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", "blob:", *sommen]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{naam} {waarde}" for naam, waarde in regels.items())


class Wacht:
    """ASGI middleware: refuses sessions from elsewhere, shuts addresses, adds headers; all else passes as it is."""

    def __init__(self, app: ASGIApp) -> None:
        """Make the policy for Streamlit's page, and take the address under which readers come from the settings."""
        self.app = app
        self.beleid = beleid((Path(get_static_dir()) / "index.html").read_text(encoding="utf-8"))
        self.namen = EIGEN | {urlsplit(instellingen().adres).hostname}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "websocket" and not self._mag(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] != "http":
            await self.app(scope, receive, send)
        elif DICHT.search(scope["path"]):
            await PlainTextResponse("Deze pagina is er niet.", 404)(scope, receive, self._met_koppen(scope, send))
        else:
            await self.app(scope, receive, self._met_koppen(scope, send))

    def _mag(self, koppen: Headers) -> bool:
        """Whether a session may be opened: at a name of ours, and not from a page of another site.

        The name matters too: a page elsewhere can have its own name point to this computer.
        """
        try:
            plek = urlsplit(f"//{koppen.get('host', '')}")
            herkomst = urlsplit(koppen.get("origin", f"//{plek.netloc}"))
        except ValueError:
            return False
        if plek.hostname in self.namen and herkomst.netloc == plek.netloc:
            return True
        # not from where: that is what somebody else's browser says (docs/beheer.md tells what to do)
        journaal.waarschuw("verbinding_geweigerd")
        return False

    def _met_koppen(self, scope: Scope, send: Send) -> Send:
        """Send on, with our headers before all others of the same name."""
        eigen = KOPPEN | {"content-security-policy": self.beleid}
        if VOOR_DE_LEZER.search(scope["path"]):  # nor may the browser keep it for who sits there next
            eigen |= {"content-security-policy": BESTAND, "cache-control": "no-store"}

        async def stuur(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                koppen = MutableHeaders(scope=bericht)
                koppen.update(eigen)
            await send(bericht)

        return stuur
