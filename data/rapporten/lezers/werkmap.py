"""A workbook as its reader gives it, before it is a document: its sheets, and how much of one is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

MEESTE_RIJEN = 50_000
MEESTE_KOLOMMEN = 200
TE_VEEL_RIJEN = f"De werkmap heeft meer dan {MEESTE_RIJEN} gevulde rijen; lever alleen de bladen met oordelen aan."
TE_VEEL_KOLOMMEN = (
    f"Een blad heeft meer dan {MEESTE_KOLOMMEN} gevulde kolommen; lever alleen de kolommen met oordelen aan."
)


@dataclass
class Blad:
    """A sheet as read: rows of (column, text) for the cells that hold text, and cells whose formula gave nothing."""

    naam: str
    rijen: Iterable[list[tuple[int, str]]]
    verborgen: bool = False
    zonder_uitkomst: list[str] = field(default_factory=list)
