"""A publisher in a process of its own, which a test cuts off: `python -m tests.lake.uitgever BESTAND VERSIE`.

The lake stands in VERBETERPUNTEN_OPSLAG. It says when it begins, after it was given a line, and when it is done.
"""

from __future__ import annotations

import sys
from pathlib import Path

from data.bouw.maken import bouwwijze
from data.fouten import Bezet, NietGepubliceerd
from data.instellingen import instellingen
from data.lake import lake


def main(bestand: str, versie: str) -> int:
    """Publish one built file; the exit status: 1 when it was told that it may not."""
    inhoud = lake.Publicatie(0, versie, versie, bouwwijze())
    sys.stdin.readline()
    print("begint", flush=True)
    try:
        lake.publiceer(instellingen().opslag, inhoud, openbaar=Path(bestand), alles=Path(bestand))
    except (Bezet, NietGepubliceerd) as zin:
        print(zin, file=sys.stderr)
        return 1
    print("klaar", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
