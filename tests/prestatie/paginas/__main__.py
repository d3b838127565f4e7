"""`python -m tests.prestatie.paginas`: this part alone."""

from __future__ import annotations

import argparse
import sys

from tests.prestatie.gegevens import MATEN
from tests.prestatie.meten import Verschil
from tests.prestatie.paginas.deel import draai
from tests.prestatie.verslag import GEHAALD


def main() -> int:
    """The exit status: 1 when an answer is wrong."""
    lezer = argparse.ArgumentParser(prog="python -m tests.prestatie.paginas", description="Wat kost een vraag?")
    lezer.add_argument("--maat", choices=sorted(MATEN), default="S1")
    lezer.add_argument("--rondes", type=int, default=7)
    keuze = lezer.parse_args()
    try:
        uitslag = draai(MATEN[keuze.maat], keuze.rondes)
    except Verschil as verschil:
        print(f"De antwoorden verschillen: {verschil}", file=sys.stderr)
        return 1
    print(f"{'in milliseconden':44} {'vraag':>8} {'kale scan':>9} {'cpu':>8} {'cpu kaal':>8} {'rijen':>8}  doel")
    for doel, (naam, c) in zip(uitslag.doelen, uitslag.cijfers["vragen"].items(), strict=True):
        tijden = [1000 * c[wie] for wie in ("vraag", "kaal", "vraag_processor", "kaal_processor")]
        print(
            f"{naam:44} {tijden[0]:8.1f} {tijden[1]:9.1f} {tijden[2]:8.1f} {tijden[3]:8.1f} {c['rijen']:8.0f}  "
            f"{doel.doel:>10}  {GEHAALD[doel.gehaald]}"
        )
    gehaald = sum(bool(doel.gehaald) for doel in uitslag.doelen)
    print(f"{gehaald} van {len(uitslag.doelen)} gehaald; belasting {uitslag.cijfers['belasting']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
