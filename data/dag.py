"""A day as the product writes it, wherever somebody may type one."""

from __future__ import annotations

import re
from datetime import date

#: Python itself also takes 20261101, 2026-W45-7 and, in some places, 2026-1-1. Digits are 0 to 9.
_DAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def lees_dag(tekst: str) -> date:
    """The day that a text of the form 2026-01-01 names. Raises ValueError for any other text."""
    if not _DAG.fullmatch(tekst):
        raise ValueError(f"no day: {tekst!r}")
    return date.fromisoformat(tekst)
