"""`python -m data trek-in`: take a levering back."""

from __future__ import annotations

import argparse

from data.aanvaarding.aanvaarden import trek_in
from data.opdrachten.nederlands import Erbij, opties, wie


def leer(erbij: Erbij) -> None:
    """Add the command."""
    hulp = erbij(
        "trek-in",
        help="trek een levering in",
        add_help=False,
        description="Trek een levering in. Wat erin staat, telt niet meer. De levering zelf blijft bewaard.",
    )
    hulp.add_argument_group("wat").add_argument("levering", metavar="LEVERING", help="het id van de levering")
    groep = opties(hulp)
    groep.add_argument("--reden", metavar="TEKST", required=True, help="waarom")
    groep.add_argument("--door", metavar="NAAM", required=True, help="wie dit doet")
    hulp.set_defaults(doe=doe)


def doe(keuze: argparse.Namespace) -> int:
    """Do it, and print what came of it; the exit status."""
    map_ = trek_in(keuze.levering, reden=keuze.reden, door=keuze.door, wie=wie(keuze.door))
    print(f"Ingetrokken met: {map_}")
    return 0
