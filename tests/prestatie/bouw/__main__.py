"""`python -m tests.prestatie.bouw`: this part alone."""

from __future__ import annotations

import argparse
import sys

from tests.prestatie.bouw.deel import Verschil, draai
from tests.prestatie.gegevens import MATEN
from tests.prestatie.verslag import GEHAALD


def main() -> int:
    """The exit status: 1 when the two builds differ."""
    lezer = argparse.ArgumentParser(prog="python -m tests.prestatie.bouw", description="Wat kost een bouw?")
    lezer.add_argument("--maat", choices=sorted(MATEN), default="S1")
    lezer.add_argument("--rondes", type=int, default=7)
    keuze = lezer.parse_args()
    try:
        uitslag = draai(MATEN[keuze.maat], keuze.rondes)
    except Verschil as verschil:
        print(f"De bouw verschilt: {verschil}", file=sys.stderr)
        return 1
    for wijze, cijfers in uitslag.cijfers["medianen"].items():
        mb = cijfers["piek"] / 1024**2
        print(f"{wijze:12} {cijfers['wand']:8.2f} s wand {cijfers['cpu']:8.2f} s processor {mb:8.0f} MB piek")
    for doel in uitslag.doelen:
        print(f"{doel.naam:44} {doel.doel:>7} {doel.getal or 0:8.2f}  {GEHAALD[doel.gehaald]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
