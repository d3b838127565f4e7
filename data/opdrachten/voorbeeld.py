"""`python -m data voorbeeld`: fictional leveringen, for scale and demonstration."""

from __future__ import annotations

import argparse
from pathlib import Path

from data.fouten import Weigering
from data.opdrachten.nederlands import Erbij, geheel, opties
from data.voorbeeld import LAATSTE_JAAR, MEESTE_GEMEENTEN, MEESTE_JAREN, maak


def leer(erbij: Erbij) -> None:
    """Add the command."""
    hulp = erbij(
        "voorbeeld",
        help="maak fictieve leveringen, van gemeenten die niet bestaan",
        add_help=False,
        description="Maakt fictieve leveringen, om het dashboard met weinig of juist veel gegevens te zien. Alles "
        "is verzonnen: gemeenten, kaders, rapporten en oordelen. Hetzelfde zaad geeft precies dezelfde bestanden.",
    )
    groep = opties(hulp)
    gemeenten = f"hoeveel gemeenten er aan het eind bestaan: 0 tot en met {MEESTE_GEMEENTEN}"
    groep.add_argument("--gemeenten", metavar="N", type=geheel(0, MEESTE_GEMEENTEN), required=True, help=gemeenten)
    jaren = f"hoeveel jaren, tot en met {LAATSTE_JAAR}: 1 tot en met {MEESTE_JAREN}"
    groep.add_argument("--jaren", metavar="J", type=geheel(1, MEESTE_JAREN), required=True, help=jaren)
    naar = "de map voor de leveringen: leeg, of nog niet aanwezig"
    groep.add_argument("--naar", metavar="MAP", type=Path, required=True, help=naar)
    zaad = "welk voorbeeld het wordt (anders: 1)"
    groep.add_argument("--zaad", metavar="GETAL", type=geheel(0, 999_999_999), default=1, help=zaad)
    hulp.set_defaults(doe=doe)


def doe(keuze: argparse.Namespace) -> int:
    """Make them, and print where they are; the exit status."""
    if keuze.naar.exists() and (not keuze.naar.is_dir() or any(keuze.naar.iterdir())):
        raise Weigering(f"{keuze.naar} bestaat al en is geen lege map; er is niets gemaakt.")
    aantal = maak(keuze.naar, gemeenten=keuze.gemeenten, jaren=keuze.jaren, zaad=keuze.zaad)
    print(f"{aantal} fictieve leveringen staan in {keuze.naar}.")
    print(f"Bouw de database met: python -m data bouw --leveringen {keuze.naar}")
    return 0
