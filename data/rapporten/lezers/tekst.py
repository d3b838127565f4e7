"""Plain text, tab-separated text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from data.rapporten.document import Document
from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers.regels import Regel, blokken, met_pijpen
from data.rapporten.lezers.soort import GELEZEN, LEEG
from data.rapporten.lezers.symbolen import als_gedrukt

MEEST_BYTES = 50 * 1024**2
TE_GROOT = "Het tekstbestand is groter dan 50 MB; lever alleen het rapport zelf aan."
GEEN_TEKST = f"Dit bestand bevat geen leesbare tekst; lever het rapport aan als {GELEZEN}."
BEWAAR_UTF8 = (
    "De tekens in dit tekstbestand zijn niet te herkennen; open het en bewaar het opnieuw met de codering UTF-8."
)
BESCHADIGD = "Regel {} van dit tekstbestand bevat een beschadigd teken; herstel dat en bewaar het bestand als UTF-8."

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HOOG = re.compile(rb"[\x80-\xff]")
_UTF8_TEKEN = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_REGELEINDE = re.compile(r"\r\n|[\r\v\x85\u2028\u2029]")
_STIL = re.compile(r"[\x01-\x08\x0e-\x1f]")


def lees(pad: Path, meld: Callable[[int, int], None]) -> Document:
    """The text as a Document: lines with tabs or pipes are tables, others paragraphs split at empty lines.

    Form feeds start a page; a file without one has no pages. Raises Onleesbaar when the file is no text.
    """
    tekst = inhoud(pad)
    meld(0, 1)
    document = uit_tekst(tekst)
    meld(1, 1)
    return document


def uit_tekst(tekst: str) -> Document:
    """The Document of a text that is decoded already."""
    gevonden, opmerkingen = blokken(met_pijpen(_regels(als_gedrukt(tekst))))
    return Document("tekstbestand", tuple(gevonden), tuple(opmerkingen))


def inhoud(pad: Path) -> str:
    """The text of a file with one kind of line end: UTF-8, UTF-16 with a byte order mark, or Windows-1252.

    Raises Onleesbaar when it is too large, empty, damaged, or no text.
    """
    if pad.stat().st_size > MEEST_BYTES:
        raise Onleesbaar(TE_GROOT)
    tekst = _ontcijfer(pad.read_bytes())
    if "\0" in tekst or len(_STIL.findall(tekst)) > max(20, len(tekst) // 100):
        raise Onleesbaar(GEEN_TEKST)
    if not tekst.strip():
        raise Onleesbaar(LEEG)
    return _REGELEINDE.sub("\n", tekst)


def _ontcijfer(ruw: bytes) -> str:
    """The bytes as text by their own marks; what cannot be told apart safely is refused, never guessed."""
    if ruw.startswith(_UTF16):
        try:
            return ruw.decode("utf-16")
        except UnicodeDecodeError as fout:
            raise Onleesbaar(BEWAAR_UTF8) from fout
    try:
        return ruw.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        if b"\0" in ruw:
            raise Onleesbaar(GEEN_TEKST) from fout
        # read as Windows-1252, damaged UTF-8 would turn every ✓ into other letters
        heel = sum(map(len, _UTF8_TEKEN.findall(ruw)))
        if heel * 2 >= len(_HOOG.findall(ruw)):
            raise Onleesbaar(BESCHADIGD.format(ruw.count(b"\n", 0, fout.start) + 1)) from fout
    try:
        return ruw.decode("cp1252")
    except UnicodeDecodeError as fout:
        raise Onleesbaar(BEWAAR_UTF8) from fout


def _regels(tekst: str) -> list[Regel]:
    """The lines with their numbers, and their pages where form feeds say so."""
    regels: list[Regel] = []
    nummer = 1
    paginas = tekst.split("\f")
    for pagina, deel in enumerate(paginas, 1):
        stukken = deel.split("\n")
        regels += [Regel(stuk, nummer + nr, pagina if len(paginas) > 1 else None) for nr, stuk in enumerate(stukken)]
        nummer += len(stukken) - 1
    return regels
