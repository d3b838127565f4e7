"""What an editor changed beside the oordelen, kept with a levering: for who looks back, never read by a build."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from data.rapporten.voorstel.nagekeken import KOLOMMEN

#: Its file beside the tables of a levering; no table, since it says nothing of what was found.
BESTAND = "nagekeken.json"


def schrijf(map_: Path, rijen: Sequence[Mapping[str, str]]) -> None:
    """Write it into the folder of a levering; nothing where there is nothing to tell."""
    if rijen:
        tekst = json.dumps([dict(rij) for rij in rijen], ensure_ascii=False, indent=1)
        (map_ / BESTAND).write_text(f"{tekst}\n", encoding="utf-8")


def lees(map_: Path) -> list[dict[str, str]]:
    """What stands there, in rows of KOLOMMEN; nothing where it cannot be read: the list of leveringen stays open."""
    try:
        rijen = json.loads((map_ / BESTAND).read_text(encoding="utf-8"))
        return [{kolom: str(rij[kolom]) for kolom in KOLOMMEN} for rij in rijen]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
