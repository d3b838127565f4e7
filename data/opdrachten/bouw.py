"""`python -m data bouw`: check every levering and build the database."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.bouw.bouwen import bouw
from data.dag import lees_dag
from data.fouten import LeveringGeweigerd
from data.instellingen import instellingen
from data.opdrachten.melden import meld_fouten, toon
from data.opdrachten.nederlands import Erbij, opties


def leer(erbij: Erbij) -> None:
    """Add the command."""
    hulp = erbij(
        "bouw",
        help="controleer alle leveringen en bouw de database",
        add_help=False,
        description="Controleert alles, meldt elke fout tegelijk, bouwt, en toont datasetversie en aantallen. "
        "Bij een fout blijft de vorige database staan.",
    )
    groep = opties(hulp)
    mappen = "mappen met leveringen (anders: de aanvaarde leveringen)"
    groep.add_argument("--leveringen", metavar="MAP", type=Path, nargs="+", help=mappen)
    groep.add_argument("--naar", metavar="BESTAND", type=Path, help="schrijf de database naar precies dit bestand")
    dag = "bouw wat bekend was op deze dag, als 2026-11-22; het dashboard blijft zoals het is"
    groep.add_argument("--kennisdatum", metavar="DATUM", type=lees_dag, help=dag)
    concept = "tel ook mee wat aanvaard is maar nog niet openbaar (bij --naar of --kennisdatum; anders komen er twee)"
    groep.add_argument("--met-concept", action="store_true", help=concept)
    hulp.set_defaults(doe=doe)


def doe(keuze: argparse.Namespace) -> int:
    """Build, and print what was built or every fault; the exit status."""
    if instellingen().opslag and keuze.naar is None and keuze.kennisdatum is None:
        print(
            "VERBETERPUNTEN_OPSLAG staat aan: wat iedereen ziet, komt uit het lake. Publiceer met: python -m data "
            "publiceer, of bouw een eigen bestand met --naar.",
            file=sys.stderr,
        )
        return 1
    try:
        gebouwd = bouw(keuze.leveringen, naar=keuze.naar, kennisdatum=keuze.kennisdatum, concept=keuze.met_concept)
    except LeveringGeweigerd as geweigerd:
        return meld_fouten(geweigerd, "er is niets gebouwd en de vorige database staat er nog")
    toon(gebouwd)
    if gebouwd.concept_fouten:
        rest = "de database met concepten is niet gebouwd (de vorige blijft); de openbare wel"
        meld_fouten(LeveringGeweigerd(list(gebouwd.concept_fouten)), rest)
    return 0
