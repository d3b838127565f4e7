"""Readers that go wrong in every way, for the process that has to survive them (see test_kind.py)."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Callable, Sequence
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
        open_gehouden = [socket.socket() for _ in range(100)]
    except OSError as fout:
        return Document(type(fout).__name__, ())
    return Document(str(len(open_gehouden)), ())


def kijkt_rond(pad: Path, *, naam: str, meld: Meld) -> Document:
    return Document(",".join(sorted(os.environ)), ())
