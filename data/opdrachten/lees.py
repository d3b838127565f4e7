"""`python -m data lees`: read a report into a voorstel."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.opdrachten.nederlands import Erbij, opties
from data.rapporten.opdracht import LeesMislukt, lees


def leer(erbij: Erbij) -> None:
    """Add the command."""
    hulp = erbij(
        "lees",
        help="lees een rapport en maak er een voorstel van",
        add_help=False,
        description="Leest een rapport (PDF, Word, OpenDocument, tekst of het rekenblad van dit product), toont "
        "welke oordelen er zijn gelezen en waarover twijfel is, en schrijft een voorstel. Er wordt niets aanvaard.",
    )
    hulp.add_argument_group("wat").add_argument(
        "rapport", metavar="RAPPORT", type=Path, help="het bestand van het rapport"
    )
    naar = "de map voor het voorstel: leeg, of nog niet aanwezig"
    opties(hulp).add_argument("--naar", metavar="MAP", type=Path, required=True, help=naar)
    hulp.set_defaults(doe=doe)


def doe(keuze: argparse.Namespace) -> int:
    """Read, and print what was read; the exit status."""
    try:
        verslag = lees(keuze.rapport, naar=keuze.naar)
    except LeesMislukt as fout:
        print(fout, file=sys.stderr)
        return 1
    print(verslag)
    return 0
