"""Whether a PDF is whole. A reader that mends what is broken would leave out rows without a word."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

from data.rapporten.fouten import Onleesbaar

#: How far from its start and its end a PDF says what it is and where it ends; some programs write a little beside it.
_RAND = 4_096
_STROOM = re.compile(rb">>\s*stream\r?\n")
_LENGTE = re.compile(rb"/Length (\d+)(?! \d+ R)")
#: What a stream may unpack to; a page of text is far less.
_MEEST = 64 * 1024 * 1024


def controleer(pad: Path, *, kapot: str) -> None:
    """Raises Onleesbaar with the text `kapot` when the file is cut off or its packed parts are damaged."""
    inhoud = pad.read_bytes()
    if b"%PDF-" not in inhoud[:_RAND] or b"%%EOF" not in inhoud[-_RAND:]:
        raise Onleesbaar(kapot)
    versleuteld = b"/Encrypt" in inhoud
    if not versleuteld and any(not _klopt(inhoud, begin.end(), begin.start()) for begin in _STROOM.finditer(inhoud)):
        raise Onleesbaar(kapot)


def _klopt(inhoud: bytes, begin: int, kop_tot: int) -> bool:
    """Whether the packed stream that begins here unpacks, with the right checksum; pictures are not looked at."""
    kop = inhoud[max(inhoud.rfind(b"obj", 0, kop_tot), 0) : kop_tot]
    lengte = _LENGTE.search(kop)
    plat = kop.replace(b" ", b"")
    alleen_flate = b"/Filter/FlateDecode" in plat or b"/Filter[/FlateDecode]" in plat
    if lengte is None or not alleen_flate or b"/Image" in kop:
        return True
    uitpakker = zlib.decompressobj()
    try:
        uitpakker.decompress(inhoud[begin : begin + int(lengte[1])], _MEEST)
    except zlib.error:
        return False
    return True
