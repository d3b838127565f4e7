"""A glance at a CSV file: is its form plainly good? Whole blocks at once, so that ten million rows take seconds.

A glance never lets through what a strict look at every line would refuse (vorm.py). What it doubts may be good.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

#: Longest line, in characters: csv itself stops at a cell of 131 072.
LANGSTE_REGEL = 100_000
#: What no text holds and what readers of CSV take for the end of a line or of the file; a tab is harmless.
STUURTEKENS = "".join(map(chr, (*range(0x09), *range(0x0B, 0x20), 0x7F)))

#: Bytes that are looked at together, and then on to the end of the line.
_BLOK = 1 << 20
#: Quotes as they should be: one that opens has a separator before it, one that closes has one behind it.
_AANHALING = re.compile(rb'[^"]*+(?:(?<![^,\n])"[^"]*+"(?:"[^"]*+")*+(?![^,\n])[^"]*+)*+')
#: All that says nothing of the form.
_VULLING = bytes(set(range(256)) - {*b'",\n', *STUURTEKENS.encode()})


@dataclass(frozen=True)
class Gezien:
    """A file of good form: its number of lines, and the SHA-256 of its bytes, whatever the machine's line ends."""

    regels: int
    controlegetal: str


def bekijk(pad: Path, kolommen: Sequence[str]) -> Gezien | None:
    """What a glance tells of a file with exactly these columns, in this order; None where it has to be looked at.

    Such a file has no fault that vorm.py knows, and DuckDB reads it as it stands: one line is one row, and all
    lines end alike.
    """
    kop = ",".join(kolommen).encode()
    regels, einden, van_windows, som = 0, 0, 0, hashlib.sha256()
    for blok in _blokken(pad):
        tekst = blok.replace(b"\r\n", b"\n") if b"\r" in blok else blok
        som.update(tekst)
        einden += tekst.count(b"\n")
        van_windows += len(blok) - len(tekst)
        if regels == 0 and tekst.split(b"\n", 1)[0] != kop:
            return None
        aantal = _goede_regels(tekst, len(kolommen))
        if aantal is None:
            return None
        regels += aantal
    return Gezien(regels, som.hexdigest()) if regels and van_windows in {0, einden} else None


def _blokken(pad: Path) -> Iterator[bytes]:
    """The bytes of a file, some whole lines at a time."""
    with pad.open("rb") as bestand:
        while blok := bestand.read(_BLOK) + bestand.readline():
            yield blok


def _goede_regels(blok: bytes, kolommen: int) -> int | None:
    """How many lines a block has, when each is a good row of so many cells; else None."""
    if not blok.endswith(b"\n"):
        blok += b"\n"
    if _heeft_lange_regel(blok) or not _AANHALING.fullmatch(blok):
        return None
    try:
        blok.decode("utf-8")
    except UnicodeDecodeError:
        return None
    geraamte = blok.translate(None, _VULLING)
    aantal = geraamte.count(b"\n")
    # every other part stands between quotes: in a cell, where a line never ends
    buiten = b"".join(geraamte.split(b'"')[::2])
    is_goed = buiten == (b"," * (kolommen - 1) + b"\n") * aantal and not geraamte.translate(None, b'",\n')
    return aantal if is_goed else None


def _heeft_lange_regel(blok: bytes) -> bool:
    """Whether a line may be too long: one that is holds half of that length at a stretch, and no end."""
    stap = LANGSTE_REGEL // 2
    return any(blok.find(b"\n", begin, begin + stap) < 0 for begin in range(0, len(blok), stap))
