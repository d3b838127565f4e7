"""Readers that go wrong in every way, for the process that has to survive them (see test_kind.py)."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from data.rapporten import lezen
from data.rapporten.document import Alinea, Document
from data.rapporten.fouten import Onleesbaar
from data.rapporten.gelezen import Gelezen, Herkend, Tabellen

Meld = Callable[[int, int], None]


def in_stappen(pad: Path, *, naam: str, meld: Meld) -> Document:
    for stap in range(4):
        meld(stap, 3)
        time.sleep(0.06)
    return Document("proef", (Alinea((naam, pad.read_text())), Alinea(("é ✓",), 7)), ("Let op.",))


def kletst(pad: Path, *, naam: str, meld: Meld) -> Document:
    print("niet voor de pijp")  # noqa: T201 - what this is about
    os.write(1, b'{"fout": "van een ander"}\n')
    print("ook niet", file=sys.stderr)  # noqa: T201
    return Document("proef", ())


def weigert(pad: Path, *, naam: str, meld: Meld) -> Document:
    raise Onleesbaar("Dit wil ik niet lezen.")


def eet_geheugen(pad: Path, *, naam: str, meld: Meld) -> Document:
    stukken = []
    while True:
        stukken.append(bytearray(8 * 1024**2))


def slaapt(pad: Path, *, naam: str, meld: Meld) -> Document:
    meld(1, 2)
    time.sleep(60)
    return Document("proef", ())


def rekent(pad: Path, *, naam: str, meld: Meld) -> Document:
    while True:
        pass


def herkent_eindeloos(pad: Path, *, naam: str, meld: Meld, mappen: Sequence[str]) -> Gelezen:
    def eindeloos(*_: object) -> Herkend:
        meld(1, 1)
        while True:
            pass

    vars(lezen)["herken"] = eindeloos
    return lezen.lees_geheel(pad, naam=naam, meld=meld, mappen=mappen)


def andere_vorm(pad: Path, *, naam: str, meld: Meld) -> object:
    return Tabellen((), ())


def verkeerd_veld(pad: Path, *, naam: str, meld: Meld) -> Document:
    return Document("proef", (Alinea(("a",), pagina=True),))


def extra_veld(pad: Path, *, naam: str, meld: Meld) -> object:
    return {"vorm": "proef", "blokken": [], "opmerkingen": [], "meer": 1}


def sluit_af(pad: Path, *, naam: str, meld: Meld) -> Document:
    os._exit(3)


def breekt_af(pad: Path, *, naam: str, meld: Meld) -> Document:
    os.abort()


def struikelt(pad: Path, *, naam: str, meld: Meld) -> Document:
    raise KeyError(naam)


def praat_eindeloos(pad: Path, *, naam: str, meld: Meld) -> Document:
    return Document("proef", (Alinea(("a" * 2_000_000,)),))


def zegt_onzin(pad: Path, *, naam: str, meld: Meld) -> Document:
    for nummer in range(3, 64):
        try:
            os.write(nummer, b"geen json\n")
        except OSError:
            continue
    return Document("proef", ())


def schrijft(pad: Path, *, naam: str, meld: Meld) -> Document:
    try:
        (pad.parent / "gelekt").write_text("x" * 10)
    except OSError as fout:
        return Document(type(fout).__name__, ())
    return Document("geschreven", ())


def opent_veel(pad: Path, *, naam: str, meld: Meld) -> Document:
    try:
        open_gehouden = [os.dup(0) for _ in range(100)]
    except OSError as fout:
        return Document(type(fout).__name__, ())
    return Document(str(len(open_gehouden)), ())


def kijkt_rond(pad: Path, *, naam: str, meld: Meld) -> Document:
    return Document(",".join(sorted(os.environ)), ())


def _lukt(doe: Callable[[], object]) -> str:
    try:
        doe()
    except OSError as fout:
        return type(fout).__name__
    return "gelukt"


def breekt_uit(pad: Path, *, naam: str, meld: Meld) -> Document:
    """Tries what a file that took over its reader would try; what came of each, and which numbers sockets have."""
    familie = (socket.AF_INET, socket.AF_INET6, *([socket.AF_UNIX] if hasattr(socket, "AF_UNIX") else []))
    deuren = [_lukt(partial(socket.socket, soort, vorm)) for soort in familie for vorm in (1, 2)]
    deuren.append(_lukt(lambda: socket.getaddrinfo("example.org", 443)))
    libc = ctypes.CDLL(None, use_errno=True)
    kaal = [int(libc.socket(2, vorm, 0)) for vorm in (1, 2)] + [int(libc.syscall(425, 1, None))]
    daden: dict[str, Callable[[], object]] = {
        "maakt": (pad.parent / "gelekt").touch,
        "overschrijft": lambda: pad.write_text("weg"),
        "verwijdert": pad.unlink,
        "hernoemt": lambda: pad.rename(pad.parent / "elders"),
        "kijkt in het geheugen van de ouder": lambda: Path(f"/proc/{os.getppid()}/mem").open("rb").close(),
        "in zijn werkmap": lambda: Path(os.environ["TMPDIR"], "kladje").write_text("mag"),
    }
    uit = tuple(f"{wat}: {_lukt(doe)}" for wat, doe in daden.items() if "werkmap" not in wat or "TMPDIR" in os.environ)
    return Document(",".join(sorted({*deuren, *map(str, kaal)})), (Alinea(uit),))
