"""A Document from a reader in a process of its own: the smallest thing that a child can be asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from data.rapporten.document import Document
from data.rapporten.proces.kind import MEGABYTES, SECONDEN, Grenzen, vraag_kind

#: The reader of any kind of file, which data/rapporten/lezen.py calls in its child.
LEZER = "data.rapporten.lezers:lees_document"


def lees_in_kind(
    pad: Path,
    *,
    naam: str,
    voortgang: Callable[[int, int], None] | None = None,
    stop: threading.Event | None = None,
    seconden: float = SECONDEN,
    megabytes: int = MEGABYTES,
    lezer: str = LEZER,
) -> Document:
    """The file as this reader reads it in a child."""
    grenzen = Grenzen(seconden, megabytes)
    return vraag_kind(Document, lezer, pad, naam=naam, voortgang=voortgang, stop=stop, grenzen=grenzen)
