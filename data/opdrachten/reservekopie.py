"""`python -m data reservekopie`: keep everything that is not derived."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.herstel.reservekopie import maak
from data.instellingen import PRODUCT
from data.opdrachten.nederlands import Erbij, opties


def leer(erbij: Erbij) -> None:
    """Add the command."""
    hulp = erbij(
        "reservekopie",
        help="bewaar leveringen, voorstellen en logboek in één bestand",
        add_help=False,
        description="Bewaart alles wat niet opnieuw te maken is: de leveringen met hun rapporten, de voorstellen en "
        "het logboek, met controlegetallen. Het dashboard mag intussen draaien.",
    )
    naar = "de map voor het bestand (anders: reservekopieen, naast dashboard.py)"
    opties(hulp).add_argument("--naar", metavar="MAP", type=Path, default=PRODUCT / "reservekopieen", help=naar)
    hulp.set_defaults(doe=doe)


def doe(keuze: argparse.Namespace) -> int:
    """Make it, and print what is in it and what is wrong with that; the exit status."""
    gemaakt = maak(keuze.naar)
    print(f"Reservekopie: {gemaakt.bestand}")
    print(f"Datasetversie: {gemaakt.datasetversie}")
    print("Bestanden: " + ", ".join(f"{deel} {aantal}" for deel, aantal in gemaakt.aantallen.items()))
    for fout in gemaakt.fouten:
        print(fout, file=sys.stderr)
    for naam in gemaakt.overgeslagen:
        print(f"{naam} is een koppeling of heeft een naam die niet kan, en zit er niet in.", file=sys.stderr)
    if gemaakt.fouten or gemaakt.overgeslagen:
        print("De reservekopie is gemaakt, maar wat hierboven staat is niet goed.", file=sys.stderr)
        return 1
    return 0
