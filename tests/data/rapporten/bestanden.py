"""Files that the tests of the readers make, and what every refusal must look like."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from data.rapporten.document import Alinea, Document, Tabel
from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers import lees_document

_ZINSEINDE = re.compile(r"[.!?](?=\s+[A-Z“]|$)")
OFFICE = "application/vnd.openxmlformats-officedocument"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Rijen = tuple[tuple[str, ...], ...]


def niets(_klaar: int, _totaal: int) -> None:
    """Nobody looks how far it is."""


def een_zin(tekst: str) -> str:
    """The text, if it is exactly one Dutch sentence for a user."""
    assert "\n" not in tekst
    assert tekst[0].isupper()
    assert len(_ZINSEINDE.findall(tekst)) == 1, tekst
    assert tekst.endswith(".")
    assert not re.search(r"Error|Exception|Traceback|the |None", tekst)
    return tekst


def lees(map_: Path, inhoud: bytes | str, naam: str) -> Document:
    """What `lees_document` makes of this content under this name. The file on disk has no name that tells."""
    pad = map_ / "inhoud"
    pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return lees_document(pad, naam=naam, meld=niets)


def weigering(map_: Path, inhoud: bytes | str, naam: str) -> str:
    """The one sentence with which this content is refused."""
    with pytest.raises(Onleesbaar) as fout:
        lees(map_, inhoud, naam)
    return een_zin(str(fout.value))


def pakket(delen: Mapping[str, bytes | str], *, vlag: int = 0) -> bytes:
    """A zip package with these parts; `vlag` is set in each entry of its table of contents (1 = encrypted)."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, deel in delen.items():
            zip_.writestr(naam, deel)
        for deel_info in zip_.filelist:
            deel_info.flag_bits |= vlag
    return uit.getvalue()


def vervang_deel(inhoud: bytes, naam: str, deel: bytes | str) -> bytes:
    """The package with one part replaced or added."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        delen: dict[str, bytes | str] = {info.filename: zip_.read(info) for info in zip_.filelist}
    return pakket({**delen, naam: deel})


def deel_van(inhoud: bytes, naam: str) -> bytes:
    """One part of a package."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return zip_.read(naam)


def tabellen(document: Document) -> list[Rijen]:
    """The rows of each table."""
    return [blok.rijen for blok in document.blokken if isinstance(blok, Tabel)]


def alineas(document: Document) -> list[tuple[str, ...]]:
    """The lines of each paragraph."""
    return [blok.regels for blok in document.blokken if isinstance(blok, Alinea)]
