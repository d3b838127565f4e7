"""The commands of `python -m pagina.uitvoer`. Exit status: 0 done, 1 a fault in the input, 2 wrong usage."""

from __future__ import annotations

import argparse
import sys

from data.opdrachten.nederlands import NederlandseHulp, maak_toonbaar
from pagina.uitvoer.inhoud.selectie import PROGRAMMA
from pagina.uitvoer.opdrachten import controleer, export, open_data

#: What is no question but a command of its own.
OPDRACHTEN = (controleer, open_data)


def _hulp(woorden: list[str]) -> argparse.ArgumentParser:
    """The reader of this command line: that of a command where the first word names one, else that of a question."""
    lezer = NederlandseHulp(prog=PROGRAMMA, add_help=False)
    opdrachten = lezer.add_subparsers(dest="opdracht", required=True, parser_class=NederlandseHulp)
    for opdracht in OPDRACHTEN:
        opdracht.leer(opdrachten.add_parser)
    return lezer if woorden and woorden[0] in opdrachten.choices else export.hulp()


def main(argumenten: list[str] | None = None) -> int:
    """Carry out one command and return its exit status."""
    maak_toonbaar()
    woorden = sys.argv[1:] if argumenten is None else argumenten
    keuze = _hulp(woorden).parse_args(woorden)
    return int(keuze.doe(keuze))


if __name__ == "__main__":
    sys.exit(main())
