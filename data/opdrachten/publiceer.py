"""`python -m data publiceer`: put what is in store into the lake that several machines share."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.fouten import LeveringGeweigerd
from data.instellingen import instellingen
from data.lake.lake import SOORT
from data.lake.publiceren import publiceer
from data.opdrachten.melden import meld_fouten, toon
from data.opdrachten.nederlands import Erbij, opties


def _lake(tekst: str) -> str:
    if not tekst.startswith(SOORT):
        raise argparse.ArgumentTypeError(f"moet beginnen met {SOORT}")
    return tekst


def leer(erbij: Erbij) -> None:
    """Add the command."""
    hulp = erbij(
        "publiceer",
        help="zet alle leveringen in het lake dat meer machines delen",
        add_help=False,
        description="Controleert en bouwt zoals bouw, en zet daarna de tabellen in één keer in een DuckLake: een "
        "catalogus in PostgreSQL en Parquet-bestanden op een gedeelde schijf. Dashboards die het lake lezen, stappen "
        "vanzelf over. Bij een fout verandert er niets. Meer uitleg: docs/schaal.md.",
    )
    groep = opties(hulp)
    naar = f"het lake, als {SOORT}dbname=… host=… user=… (anders: VERBETERPUNTEN_OPSLAG)"
    groep.add_argument("--naar", metavar="LAKE", type=_lake, help=naar)
    bestanden = "alleen de eerste keer: de map op de gedeelde schijf waar de bestanden van het lake komen"
    groep.add_argument("--bestanden", metavar="MAP", type=Path, help=bestanden)
    mappen = "mappen met leveringen (anders: de aanvaarde leveringen)"
    groep.add_argument("--leveringen", metavar="MAP", type=Path, nargs="+", help=mappen)
    minder = "publiceer ook als er dan leveringen wegvallen die nu gepubliceerd zijn"
    groep.add_argument("--met-minder", action="store_true", help=minder)
    hulp.set_defaults(doe=doe)


def doe(keuze: argparse.Namespace) -> int:
    """Publish, and print what came of it or every fault; the exit status."""
    naar = keuze.naar or instellingen().opslag
    if not naar:
        print("Zeg met --naar welk lake, of zet VERBETERPUNTEN_OPSLAG. Er is niets gepubliceerd.", file=sys.stderr)
        return 2
    bestanden = keuze.bestanden.resolve() if keuze.bestanden else None
    try:
        if bestanden is not None:
            bestanden.mkdir(parents=True, exist_ok=True)
        gedaan = publiceer(naar, mappen=keuze.leveringen, bestanden=bestanden, minder=keuze.met_minder)
    except LeveringGeweigerd as geweigerd:
        return meld_fouten(geweigerd, "er is niets gepubliceerd")
    print("Gepubliceerd." if gedaan.nieuw else "Dit was al gepubliceerd; er is niets veranderd.")
    toon(gedaan.gebouwd)
    if gedaan.gebouwd.concept_fouten:
        rest = "wat nog niet openbaar is, is niet opnieuw gepubliceerd; het openbare wel"
        meld_fouten(LeveringGeweigerd(list(gedaan.gebouwd.concept_fouten)), rest)
    return 0
