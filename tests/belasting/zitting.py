"""A session with the dashboard as a browser holds it: one page, one socket, one answer per click."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, build_opener

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin, Subprotocol

from tests.belasting.scherm import Mislukt, Scherm, Widget

#: Seconds that an answer may take; after that the run has failed.
GEDULD = 30.0


class Zitting:
    """One visitor."""

    def __init__(self, verbinding: ClientConnection, adres: str) -> None:
        """Over a socket that is open."""
        self._socket = verbinding
        self._adres = adres
        self.scherm = Scherm()
        #: the page in view, by its name in the address; None before the first
        self.pagina: str | None = None
        self.bytes = 0

    async def open(self, pagina: str) -> float:
        """Go to another page, by its name in the address: seconds until it stood there. Raises Mislukt."""
        hash_ = self.scherm.paginas.get(pagina, "")
        self.scherm.ga_weg()
        self.pagina = pagina
        vraag = BackMsg()
        if hash_:
            vraag.rerun_script.page_script_hash = hash_
        else:
            vraag.rerun_script.page_name = pagina
        return await self._vraag(vraag)

    async def kies(self, widget: Widget, waarde: list[str]) -> float:
        """Choose in a list: seconds until the answer stood there. Raises Mislukt."""
        self.scherm.waarden[widget.id] = waarde
        vraag = BackMsg()
        vraag.rerun_script.page_script_hash = self.scherm.pagina
        vraag.rerun_script.fragment_id = widget.fragment
        return await self._vraag(vraag)

    async def _vraag(self, vraag: BackMsg) -> float:
        staat = vraag.rerun_script
        staat.query_string = self.scherm.link()
        staat.widget_states.widgets.extend(self.scherm.toestand())
        staat.cached_message_hashes.extend(self.scherm.bewaard)
        staat.context_info.url = f"{self._adres}/{self.pagina}"
        staat.context_info.timezone, staat.context_info.locale = "Europe/Amsterdam", "nl-NL"
        staat.context_info.color_scheme = "light"
        begin = time.perf_counter()
        try:
            async with asyncio.timeout(GEDULD):
                await self._socket.send(vraag.SerializeToString())
                while not self.scherm.verwerk(await self._bericht()):
                    pass
        except TimeoutError as fout:
            raise Mislukt(f"geen antwoord binnen {GEDULD:.0f} s") from fout
        except ConnectionClosed as fout:
            raise Mislukt("de verbinding is weg") from fout
        return time.perf_counter() - begin

    async def _bericht(self) -> ForwardMsg:
        deel = await self._socket.recv()
        if not isinstance(deel, bytes):
            raise Mislukt("een bericht in tekst")
        self.bytes += len(deel)
        bericht: ForwardMsg = ForwardMsg.FromString(deel)
        return bericht


def _koekjes(adres: str) -> str:
    """Fetch the page as a browser does, for the cookies that come with it."""
    koekjes = CookieJar()
    with build_opener(HTTPCookieProcessor(koekjes)).open(f"{adres}/", timeout=GEDULD) as antwoord:
        antwoord.read()
    return "; ".join(f"{deel.name}={deel.value}" for deel in koekjes)


@asynccontextmanager
async def bezoek(adres: str) -> AsyncIterator[Zitting]:
    """A visitor at an address, until it leaves."""
    koekjes = await asyncio.to_thread(_koekjes, adres)
    async with connect(
        f"{adres.replace('http', 'ws', 1)}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        additional_headers={"Cookie": koekjes} if koekjes else {},
        origin=Origin(adres),
        max_size=None,
        open_timeout=GEDULD,
    ) as verbinding:
        yield Zitting(verbinding, adres)
