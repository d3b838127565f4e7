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
from typing import BinaryIO, cast

import streamlit as st

#: Files that stay on disk.
BEWAARD = 8

#: Exportnummer and format.
Sleutel = tuple[str, str]


class Werkplaats:
    """A folder of its own, gone with the server, and what lies in it in the order in which it was made."""

    def __init__(self) -> None:
        """Start with an empty folder."""
        self._map = Path(tempfile.mkdtemp(prefix="verbeterpunten-"))
        weakref.finalize(self, shutil.rmtree, self._map, ignore_errors=True)
        self._klaar: dict[Sleutel, Path] = {}
        self._slot = Lock()

    def klaar(self, sleutel: Sleutel) -> Path | None:
        """The file, where it lies ready."""
        with self._slot:
            return self._klaar.get(sleutel)

    def maak(self, sleutel: Sleutel, schrijf: Callable[[BinaryIO], None]) -> Path:
        """Write the file and keep it; whatever stops the writing leaves nothing behind."""
        with tempfile.NamedTemporaryFile(dir=self._map, delete=False) as naar:
            pad = Path(naar.name)
            try:
                schrijf(cast("BinaryIO", naar))
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
        return pad


@st.cache_resource(show_spinner=False)
def _werkplaats() -> Werkplaats:
    return Werkplaats()


def klaar(sleutel: Sleutel) -> Path | None:
    """The file of this exportnummer in this format, where somebody had it made."""
    return _werkplaats().klaar(sleutel)


def maak(sleutel: Sleutel, schrijf: Callable[[BinaryIO], None]) -> Path:
    """Have it made and kept. Raises what `schrijf` raises."""
    return _werkplaats().maak(sleutel, schrijf)
