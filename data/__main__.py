"""The commands of `python -m data`. Exit status: 0 done, 1 a fault in the input, 2 wrong usage."""

from __future__ import annotations

import argparse
import sys

from data.fouten import Weigering
from data.opdrachten import (
    aanvaard,
    bouw,
    lees,
    logboek,
    maak_openbaar,
    publiceer,
    reservekopie,
    terugzetten,
    trek_in,
    voorbeeld,
)
from data.opdrachten.melden import meld
from data.opdrachten.nederlands import NederlandseHulp, maak_toonbaar, opties

#: In the order of the help.
OPDRACHTEN = (bouw, lees, aanvaard, trek_in, maak_openbaar, publiceer, logboek, reservekopie, terugzetten, voorbeeld)


def _hulp() -> argparse.ArgumentParser:
    uitleg = "Rapporten lezen, leveringen controleren en de database bouwen, of voorbeelden maken."
    hulp = NederlandseHulp(prog="python -m data", description=uitleg, add_help=False)
    opties(hulp)
    opdrachten = hulp.add_subparsers(
        title="opdrachten", dest="opdracht", required=True, metavar="OPDRACHT", parser_class=NederlandseHulp
    )
    for opdracht in OPDRACHTEN:
        opdracht.leer(opdrachten.add_parser)
    return hulp


def main(argumenten: list[str] | None = None) -> int:
    """Carry out one command and return its exit status; what stands in its way is said in Dutch."""
    maak_toonbaar()
    keuze = _hulp().parse_args(argumenten)
    try:
        return int(keuze.doe(keuze))
    except (Weigering, OSError) as fout:
        return meld(fout)


if __name__ == "__main__":
    sys.exit(main())
