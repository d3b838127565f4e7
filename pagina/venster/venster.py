"""What the browser gets beside Streamlit: a Dutch page around it, our stylesheet and our script.

Streamlit has no setting for the language of the page or for most of its own words. Its page (index.html) is made
Dutch once, when the server starts, and links two files of ours: a stylesheet and a script (taal.js, links.js and
adres.js).
Nothing is inline, so that `script-src 'self'` stays possible. Everything else passes through untouched and unbuffered:
the websocket, downloads, Streamlit's own files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

_MAP = Path(__file__).parent
_JAAR = "public, max-age=31536000, immutable"
_ZONDER_SCRIPT = (
    "<noscript><p>Dit dashboard werkt alleen met JavaScript. Zet JavaScript aan in uw browser en laad de pagina "
    "opnieuw.</p></noscript>"
)
#: What a browser may send to hear ‘not modified’, or to get a part: both are about Streamlit's page, not about ours.
_OVER_DE_OUDE = {b"if-none-match", b"if-modified-since", b"range", b"if-range"}


class PaginaVeranderd(RuntimeError):
    """Streamlit's index.html no longer has the form that we make Dutch."""


@dataclass(frozen=True)
class Bestand:
    """A file of ours under a name that changes with what is in it, so that a browser may keep it for a year."""

    naam: str
    soort: str
    inhoud: bytes


def _bestand(stam: str, eind: str, soort: str, tekst: str) -> Bestand:
    inhoud = tekst.encode()
    return Bestand(f"{stam}.{sha256(inhoud).hexdigest()[:12]}.{eind}", soort, inhoud)


def _lees(naam: str) -> str:
    return (_MAP / naam).read_text(encoding="utf-8")


def script() -> Bestand:
    """Our script: the language with the words it needs, links, then the address."""
    woorden = json.dumps(json.loads(_lees("woorden.json")), ensure_ascii=False, separators=(",", ":"))
    delen = (f'"use strict";\nconst WOORDEN = {woorden};\n', _lees("taal.js"), _lees("links.js"), _lees("adres.js"))
    return _bestand("venster", "js", "text/javascript; charset=utf-8", "".join(delen))


def stijl() -> Bestand:
    """Our stylesheet: the page, the small HTML on it, bars, what scrolls sideways, then paper."""
    delen = (_lees(f"{naam}.css") for naam in ("venster", "vormen", "staven", "schuif", "druk"))
    return _bestand("venster", "css", "text/css; charset=utf-8", "".join(delen))


def nederlands(index: str, bestanden: Mapping[str, Bestand]) -> str:
    """Streamlit's page with our language, title, text for who has no JavaScript, stylesheet and script.

    The script stands before all others: it must say nl-NL before Streamlit asks the browser.
    """
    koppeling = (
        f'<link rel="stylesheet" href="./venster/{bestanden["stijl"].naam}">'
        f'<script src="./venster/{bestanden["script"].naam}"></script>'
    )
    for patroon, nieuw in (
        (r'<html lang="en">', '<html lang="nl">'),
        (r"<title>Streamlit</title>", f"<title>Verbeterpunten</title>{koppeling}"),
        (r"<noscript>.*?</noscript>", _ZONDER_SCRIPT),
    ):
        index, keren = re.subn(patroon, nieuw, index, flags=re.DOTALL)
        if keren != 1:
            raise PaginaVeranderd(
                f"De pagina van Streamlit (index.html) heeft {keren} keer {patroon!r}, verwacht is één keer. "
                "Waarschijnlijk is Streamlit bijgewerkt: pas pagina/venster/venster.py aan. "
                "Zonder dat zou het dashboard Engels zijn."
            )
    return index


class Venster:
    """ASGI middleware: answers for our own files, puts our page in the place of Streamlit's, passes on the rest."""

    def __init__(self, app: ASGIApp) -> None:
        """Make the page; fails when Streamlit's has changed."""
        self.app = app
        bestanden = {"script": script(), "stijl": stijl()}
        index = (Path(get_static_dir()) / "index.html").read_text(encoding="utf-8")
        self.pagina = nederlands(index, bestanden).encode()
        self.bestanden = {bestand.naam: bestand for bestand in bestanden.values()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        map_, _, naam = scope["path"].rpartition("/")
        if map_.endswith("/venster") and naam in self.bestanden:
            bestand = self.bestanden[naam]
            koppen = {"content-type": bestand.soort, "cache-control": _JAAR, "x-content-type-options": "nosniff"}
            await Response(bestand.inhoud, headers=koppen)(scope, receive, send)
        elif "." in naam and naam != "index.html":
            await self.app(scope, receive, send)  # a file: Streamlit answers with its page only where there is none
        else:
            await self._met_onze_pagina(scope, receive, send)

    async def _met_onze_pagina(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; where the answer is an HTML page, send ours."""
        eigen = False

        async def stuur(bericht: Message) -> None:
            nonlocal eigen
            if bericht["type"] == "http.response.start":
                koppen = Headers(raw=bericht["headers"])
                eigen = bericht["status"] == 200 and koppen.get("content-type", "").startswith("text/html")
                if eigen:
                    await self._pagina(koppen)(scope, receive, send)
            if not eigen:
                await send(bericht)

        vrij = [(naam, waarde) for naam, waarde in scope["headers"] if naam not in _OVER_DE_OUDE]
        await self.app({**scope, "headers": vrij}, receive, stuur)

    def _pagina(self, koppen: Headers) -> Response:
        """Our page with the headers of Streamlit's answer, but for those about its bytes."""
        weg = {"content-length", "content-encoding", "etag", "last-modified", "accept-ranges", "transfer-encoding"}
        over = {naam: waarde for naam, waarde in koppen.items() if naam not in weg}
        return Response(self.pagina, headers=over)
