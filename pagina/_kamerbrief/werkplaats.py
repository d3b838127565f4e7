"""Where large files are made: on disk, one of each kind for all readers, the oldest thrown away.

The same selection on the same versions gives the same bytes, so what one reader made serves the next.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import BinaryIO, TypeVar, cast

import streamlit as st

#: Files that stay on disk.
BEWAARD = 8

#: Exportnummer and format.
Sleutel = tuple[str, str]
T = TypeVar("T")


class Werkplaats:
    """A folder of its own, gone with the server, and what lies in it in the order in which it was made."""

    def __init__(self) -> None:
        """Start with an empty folder."""
        self._map = Path(tempfile.mkdtemp(prefix="verbeterpunten-"))
        weakref.finalize(self, shutil.rmtree, self._map, ignore_errors=True)
        self._klaar: dict[Sleutel, Path] = {}
        self._slot = Lock()

    def grootte(self, sleutel: Sleutel) -> int | None:
        """How many bytes the file has; None where it does not lie ready (any more)."""
        return self._van(sleutel, lambda pad: pad.stat().st_size)

    def inhoud(self, sleutel: Sleutel) -> bytes | None:
        """The file itself; None where it does not lie ready (any more)."""
        return self._van(sleutel, Path.read_bytes)

    def _van(self, sleutel: Sleutel, vraag: Callable[[Path], T]) -> T | None:
        with self._slot:
            pad = self._klaar.get(sleutel)
        try:
            return None if pad is None else vraag(pad)
        except FileNotFoundError:  # others pushed it out just then
            return None

    def maak(self, sleutel: Sleutel, schrijf: Callable[[BinaryIO], None]) -> int:
        """Write the file, keep it and say how many bytes it has; whatever stops the writing leaves nothing behind."""
        with tempfile.NamedTemporaryFile(dir=self._map, delete=False) as naar:
            pad = Path(naar.name)
            try:
                schrijf(cast("BinaryIO", naar))
                naar.flush()
                aantal = pad.stat().st_size
            except BaseException:
                naar.close()
                pad.unlink()
                raise
        with self._slot:
            dubbel = self._klaar.pop(sleutel, None)
            self._klaar[sleutel] = pad
            oud = [self._klaar.pop(eerste) for eerste in list(self._klaar)[:-BEWAARD]]
        for weg in (*oud, *([dubbel] if dubbel else [])):
            weg.unlink(missing_ok=True)
        return aantal


@st.cache_resource(show_spinner=False)
def _werkplaats() -> Werkplaats:
    return Werkplaats()


def grootte(sleutel: Sleutel) -> int | None:
    """How many bytes the file of this exportnummer in this format has, where somebody had it made."""
    return _werkplaats().grootte(sleutel)


def inhoud(sleutel: Sleutel) -> bytes | None:
    """That file, where it still lies ready."""
    return _werkplaats().inhoud(sleutel)


def maak(sleutel: Sleutel, schrijf: Callable[[BinaryIO], None]) -> int:
    """Have it made and kept; its size. Raises what `schrijf` raises."""
    return _werkplaats().maak(sleutel, schrijf)
