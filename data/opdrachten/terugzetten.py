"""`python -m data terugzetten`: put a backup back."""

from __future__ import annotations

import argparse
from pathlib import Path

from data.herstel.terugzetten import zet_terug
from data.opdrachten.melden import toon
from data.opdrachten.nederlands import Erbij, door, opties, wie


def leer(erbij: Erbij) -> None:
    """Add the command."""
    hulp = erbij(
        "terugzetten",
        help="zet een reservekopie terug",
        add_help=False,
        description="Controleert een reservekopie helemaal, zet haar dan in de plaats van wat er is, en bouwt de "
        "database. Wat er was, blijft bewaard in een map ernaast. Van het logboek gaat nooit iets af.",
    )
    hulp.add_argument_group("wat").add_argument("bestand", metavar="BESTAND", type=Path, help="de reservekopie")
    door(opties(hulp))
    hulp.set_defaults(doe=doe)


def doe(keuze: argparse.Namespace) -> int:
    """Do it, and print what came of it; the exit status."""
    klaar = zet_terug(keuze.bestand, wie=wie(keuze.door))
    print(f"Teruggezet: {keuze.bestand}")
    if klaar.gebouwd is not None:
        toon(klaar.gebouwd)
    else:
        print(f"Datasetversie: {klaar.nu['datasetversie']}\nLaat iedereen haar zien met: python -m data publiceer")
    if klaar.nu != klaar.toen:
        print(
            f"Bij het bewaren was dat {klaar.toen['datasetversie']}. De leveringen zijn dezelfde; de kaders en lijsten "
            "van dit product zijn andere dan toen."
        )
    print(klaar.logboek)
    for map_ in klaar.bewaard:
        print(f"Wat er was, staat in: {map_}")
    return 0
