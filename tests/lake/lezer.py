"""A reader of the dashboard without a browser: what Streamlit sends to one, over the same socket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, build_opener

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

#: Seconds that one page may take.
GEDULD = 60.0
_VERSIE = re.compile(r"Datasetversie `([0-9a-f]{12})`")


class Lezer:
    """One visitor: a session with the dashboard."""

    def __init__(self, verbinding: ClientConnection) -> None:
        """Over a socket that is open."""
        self._socket = verbinding

    def bekijk(self, pagina: str) -> tuple[str, bytes]:
        """Open a page: the datasetversie at its foot, and all that was sent for it.

        Raises AssertionError when it ends in an error or its foot is not there.
        """
        vraag = BackMsg()
        vraag.rerun_script.page_name = pagina
        self._socket.send(vraag.SerializeToString())
        alles = b""
        while True:
            deel = self._socket.recv(timeout=GEDULD)
            assert isinstance(deel, bytes)
            bericht = ForwardMsg.FromString(deel)
            if bericht.WhichOneof("type") == "script_finished":
                break
            assert not bericht.delta.new_element.HasField("exception"), bericht.delta.new_element.exception
            alles += deel
        versies = set(_VERSIE.findall(alles.decode("utf-8", errors="ignore")))
        assert len(versies) == 1, versies
        return versies.pop(), alles


@contextmanager
def bezoek(adres: str) -> Iterator[Lezer]:
    """A visitor at an address: fetches the page, with its cookie, and then opens the socket, as a browser does."""
    koekjes = CookieJar()
    with build_opener(HTTPCookieProcessor(koekjes)).open(f"{adres}/", timeout=GEDULD) as antwoord:
        assert antwoord.status == 200
    with connect(
        f"{adres.replace('http', 'ws', 1)}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        additional_headers={"Cookie": "; ".join(f"{deel.name}={deel.value}" for deel in koekjes)},
        origin=Origin(adres),
        max_size=None,
        open_timeout=GEDULD,
    ) as verbinding:
        yield Lezer(verbinding)
