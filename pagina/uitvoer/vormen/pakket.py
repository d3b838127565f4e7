"""Zip files that are the same bytes whenever and wherever they are made: no clock, no umask, a fixed order."""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from types import MappingProxyType
from typing import BinaryIO, cast

#: The first moment that a zip can name.
MOMENT = (1980, 1, 1, 0, 0, 0)
#: What a program reads to know which kind of file it has: these come first, the rest by name. OpenDocument wants its
#: mimetype first and as it is (ODF 1.3, part 2, 3.3); Office and `file` look for the content types at the start.
EERST = ("mimetype", "[Content_Types].xml", "_rels/.rels")
#: These are not compressed.
ONGEPERST = ("mimetype",)

_UNIX = 3
_RECHTEN = 0o100644 << 16
#: So much of a part is copied at a time.
_HAP = 1 << 20

#: Opens one part of a file in the making, for writing: `with deel("herkomst.json") as naar: naar.write(…)`.
Deel = Callable[[str], AbstractContextManager[BinaryIO]]


@contextmanager
def pakket(naar: BinaryIO) -> Iterator[Deel]:
    """A zip whose parts are written one after the other, in the order in which they are opened.

    `with pakket(naar) as deel, deel("cijfers.csv") as blad: blad.write(…)`. A part is not held in memory and is
    at most 2 GB. Raises ValueError where a name comes twice, RuntimeError where a part is larger.
    """
    with _doorzoekbaar(naar) as doel, zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as zip_:
        namen: set[str] = set()

        @contextmanager
        def deel(naam: str) -> Iterator[BinaryIO]:
            if naam in namen:
                raise ValueError(f"‘{naam}’ staat er al in")
            namen.add(naam)
            # without room for more than 2 GB a part: Excel repairs files that have it
            with zip_.open(_kop(naam), "w") as bestand:
                yield cast("BinaryIO", bestand)

        yield deel


def vast(inhoud: bytes) -> bytes:
    """An existing zip made anew: the same parts in a fixed order, without their times and permissions."""
    naar = io.BytesIO()
    herpak(io.BytesIO(inhoud), naar)
    return naar.getvalue()


def herpak(
    van: BinaryIO, naar: BinaryIO, anders: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType({})
) -> None:
    """As `vast`, from file to file, with no more than a piece of a part in memory. Folders of their own are left out.

    `anders`: what changes the content of a part, by its name; such a part is small.
    """
    with zipfile.ZipFile(van) as oud, pakket(naar) as deel:
        for naam in sorted((naam for naam in oud.namelist() if not naam.endswith("/")), key=_plaats):
            with oud.open(naam) as bron, deel(naam) as bestand:
                if naam in anders:
                    bestand.write(anders[naam](bron.read()))
                else:
                    shutil.copyfileobj(bron, bestand, _HAP)


def _plaats(naam: str) -> tuple[int, str]:
    return (EERST.index(naam) if naam in EERST else len(EERST), naam)


def _kop(naam: str) -> zipfile.ZipInfo:
    kop = zipfile.ZipInfo(naam, MOMENT)
    kop.compress_type = zipfile.ZIP_STORED if naam in ONGEPERST else zipfile.ZIP_DEFLATED
    # both would otherwise follow the machine
    kop.create_system = _UNIX
    kop.external_attr = _RECHTEN
    return kop


@contextmanager
def _doorzoekbaar(naar: BinaryIO) -> Iterator[BinaryIO]:
    """Somewhere to write a zip to: one that cannot go back (a pipe) would otherwise get other bytes than a file."""
    if naar.seekable():
        yield naar
        return
    with tempfile.TemporaryFile() as tussen:
        yield cast("BinaryIO", tussen)
        tussen.seek(0)
        shutil.copyfileobj(tussen, naar, _HAP)
