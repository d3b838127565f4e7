"""`python -m data lees`: read a report into a voorstel."""

from __future__ import annotations

import argparse
from pathlib import Path

from data.fouten import Weigering
from data.opdrachten.nederlands import Erbij, opties
from data.rapporten.bekend import bekend
from data.rapporten.lezen import lees_rapport
from data.rapporten.voorstel.maken import maak
from data.rapporten.voorstel.verslag import verslag


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
    """Read, and print what was recognised, the verdicts and every doubt; the exit status."""
    rapport, naar = keuze.rapport, keuze.naar
    if naar.exists() and (not naar.is_dir() or any(naar.iterdir())):
        raise Weigering(f"{naar} bestaat al en is geen lege map; er is niets gelezen.")
    if not rapport.is_file():
        raise Weigering(f"Het bestand {rapport} is er niet; er is niets gelezen.")
    kennis = bekend()
    try:
        gelezen = lees_rapport(rapport, naam=rapport.name, bekend=kennis)
        voorstel = maak(gelezen, rapport, naam=rapport.name, bekend=kennis, naar=naar)
    except KeyboardInterrupt as fout:
        raise Weigering("Het lezen is gestopt; er is niets geschreven.") from fout
    except OSError as fout:
        raise Weigering(f"Lezen of schrijven lukt niet: {fout.filename}; er is niets bewaard.") from fout
    print(f"{verslag(voorstel, kennis)}\n\nHet voorstel staat in {naar}. Er is niets aanvaard.")
    return 0
