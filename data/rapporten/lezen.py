"""A report from file to what it says: the document, its verdict tables, and what the running text tells."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from data.rapporten.bekend import Bekend, uit_mappen
from data.rapporten.gelezen import Gelezen
from data.rapporten.herkenning.herkennen import herken
from data.rapporten.herkenning.koppelen import Kaderkennis
from data.rapporten.lezers import lees_document
from data.rapporten.oordelen.tabellen import lees_tabellen
from data.rapporten.proces.kind import Grenzen, vraag_kind

LEZER = "data.rapporten.lezen:lees_geheel"


def lees_rapport(
    pad: Path,
    *,
    naam: str,
    bekend: Bekend,
    voortgang: Callable[[int, int], None] | None = None,
    stop: threading.Event | None = None,
    grenzen: Grenzen | None = None,
) -> Gelezen:
    """The report in `pad` as read: document, tables, recognition, all of it by a process of its own that can be ended.

    `naam` is what the user calls the file, `voortgang` is told (done, total) parts while reading, and `stop` ends it
    when set from another thread. Raises Onleesbaar or Gestopt, each with one Dutch sentence; nothing is written.
    """
    mappen = [str(map_.resolve()) for map_ in bekend.mappen]
    return vraag_kind(
        Gelezen, LEZER, pad, naam=naam, gegeven={"mappen": mappen}, voortgang=voortgang, stop=stop, grenzen=grenzen
    )


def lees_geheel(pad: Path, *, naam: str, meld: Callable[[int, int], None], mappen: Sequence[str]) -> Gelezen:
    """What `lees_rapport` answers, read in this very process; `mappen` are the leveringen of what is known."""
    bekend = uit_mappen(map(Path, mappen))
    document = lees_document(pad, naam=naam, meld=meld)
    tabellen = lees_tabellen(document, Kaderkennis.uit(bekend))
    return Gelezen(document, tabellen, herken(document, tabellen, bekend))
