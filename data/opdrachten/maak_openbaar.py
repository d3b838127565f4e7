"""`python -m data maak-openbaar`: make a concept public."""

from __future__ import annotations

import argparse

from data.aanvaarding.aanvaarden import maak_openbaar
from data.opdrachten.nederlands import Erbij, opties, wie


def leer(erbij: Erbij) -> None:
    """Add the command."""
    hulp = erbij(
        "maak-openbaar",
        help="maak een concept openbaar",
        add_help=False,
        description="Maak een concept openbaar. Een levering met dezelfde feiten neemt de plaats in.",
    )
    hulp.add_argument_group("wat").add_argument("levering", metavar="LEVERING", help="het id van de levering")
    groep = opties(hulp)
    groep.add_argument("--reden", metavar="TEKST", default="", help="waarom")
    groep.add_argument("--door", metavar="NAAM", required=True, help="wie dit doet")
    hulp.set_defaults(doe=doe)


def doe(keuze: argparse.Namespace) -> int:
    """Do it, and print what came of it; the exit status."""
    map_ = maak_openbaar(keuze.levering, reden=keuze.reden, door=keuze.door, wie=wie(keuze.door))
    print(f"Openbaar gemaakt met: {map_}")
    return 0
