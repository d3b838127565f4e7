"""Damage in a PDF that its reader passes over in silence: streams that no longer unpack to what was packed.

A page of which the stream is damaged is shown as far as it goes, so rows would vanish without a word.
"""

from __future__ import annotations

import base64
import re
import zlib
from pathlib import Path

SCHADE = (
    "Dit PDF-bestand is op {} beschadigd: er kan tekst ontbreken of veranderd zijn. Haal het zo mogelijk opnieuw op, "
    "en controleer anders elk oordeel."
)
#: What unpacking may give in all, thrown away as it comes; beyond this nothing more is checked.
_MEEST = 200 * 1024**2
_STUK = 256 * 1024
_STROOM = re.compile(rb"<<((?:[^<>]|<<[^<>]*>>|<[0-9A-Fa-f\s]*>){0,4000}?)>>\s*stream\r?\n", re.DOTALL)
_EINDE = re.compile(rb"\r?\n?endstream")
#: Whether a stream is packed in a way that can be checked, and is no picture or letter shape.
_INGEPAKT = re.compile(rb"/Filter\s*\[?\s*(/ASCII85Decode\s*)?/FlateDecode\s*\]?(?!\s*/\w+Decode)")
_NIET = re.compile(rb"/Subtype\s*/Image|/FontFile")


def schade(pad: Path) -> list[str]:
    """Dutch sentences about damage in a PDF; none where nothing is wrong or nothing can be told (encrypted)."""
    ruw = pad.read_bytes()
    if b"/Encrypt" in ruw:
        return []
    stuk, ruimte = 0, _MEEST
    for vondst in _STROOM.finditer(ruw):
        filters = _INGEPAKT.search(vondst[1])
        einde = _EINDE.search(ruw, vondst.end())
        if filters is None or _NIET.search(vondst[1]):
            continue
        inhoud = ruw[vondst.end() : einde.start() if einde else len(ruw)]
        goed, gebruikt = _pakt_uit(inhoud, a85=filters[1] is not None, ruimte=ruimte)
        ruimte -= gebruikt
        stuk += not goed
        if ruimte <= 0:
            break
    return [SCHADE.format("één plaats" if stuk == 1 else f"{stuk} plaatsen")] if stuk else []


def _pakt_uit(inhoud: bytes, *, a85: bool, ruimte: int) -> tuple[bool, int]:
    """Whether a stream unpacks whole, its checksum too, and how much it gave."""
    try:
        rest = base64.a85decode(inhoud.strip().removesuffix(b"~>")) if a85 else inhoud
        uitpakker = zlib.decompressobj()
        gebruikt = 0
        while rest and not uitpakker.eof and gebruikt <= ruimte:
            gebruikt += len(uitpakker.decompress(rest, _STUK))
            rest = uitpakker.unconsumed_tail
    except (ValueError, zlib.error):
        return False, 0
    return uitpakker.eof or gebruikt > ruimte, gebruikt
