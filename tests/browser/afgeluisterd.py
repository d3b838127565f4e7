"""Streamlit's own command, with every call of the server to another machine written to a file: `AFGELUISTERD`.

Python tells an audit hook of each connection, each name that is looked up and each program that is started, before it
happens. (What a library in C does by itself it does not tell; DuckDB, the one that could, is locked.)
"""

from __future__ import annotations

import ipaddress
import os
import sys
from pathlib import Path

_NAAR = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}


def _hier(adres: object) -> bool:
    """Whether an address is on this computer: loopback, the empty name of all of it, or no network at all."""
    naam = adres[0] if isinstance(adres, tuple) else adres
    if naam is None:
        return True
    tekst = naam.decode() if isinstance(naam, bytes) else str(naam)
    try:
        return ipaddress.ip_address(tekst).is_loopback or tekst == "0.0.0.0"
    except ValueError:
        return tekst in {"", "localhost"} or tekst.startswith("/")  # or a socket in the file system


def luister(gebeurtenis: str, gegevens: tuple[object, ...]) -> None:
    """Write down a call to another machine; everything goes on as it would."""
    plek = _NAAR.get(gebeurtenis)
    if plek is not None and not _hier(gegevens[plek]):
        with Path(os.environ["AFGELUISTERD"]).open("a", encoding="utf-8") as uit:
            uit.write(f"{gebeurtenis} {gegevens[plek]}\n")


if __name__ == "__main__":
    from streamlit.web.cli import main

    sys.addaudithook(luister)
    main(prog_name="streamlit")
