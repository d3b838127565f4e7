"""A file in its place in one step: whoever opens it finds the old one or the new one, never half of it."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def in_een_keer(doel: Path) -> Iterator[BinaryIO]:
    """A file to write; it takes the place of `doel` when the block ends well, and is gone when it does not.

    Raises OSError where the folder cannot be written.
    """
    naast = doel.with_name(f".{doel.name}.{secrets.token_hex(4)}")
    try:
        with naast.open("xb") as bestand:
            yield bestand
            bestand.flush()
            os.fsync(bestand.fileno())
        naast.replace(doel)
    finally:
        with contextlib.suppress(OSError):
            naast.unlink(missing_ok=True)
