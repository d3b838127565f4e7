"""`python -m pagina.uitvoer controleer`: is a file still what it was, and would it be the same now?"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from data.opdrachten.nederlands import Erbij, opties
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.opdrachten import bronnen
from pagina.uitvoer.opdrachten._controle import verslag
from pagina.uitvoer.opdrachten._controle.controle import controleer
from pagina.uitvoer.opdrachten.fouten import VerkeerdGebruik


def leer(erbij: Erbij) -> None:
    """Add the command."""
    hulp = erbij(
        "controleer",
        help="controleer een eerder bestand",
        add_help=False,
        description="Leest uit een eerder bestand waar de cijfers vandaan komen en maakt ze opnieuw: met de gegevens "
        "van toen, en met wat nu bekend is. Is er iets anders, dan noemt het elke cel en de levering of methode die "
        "dat deed. Het bestand zelf verandert niet.",
    )
    hulp.add_argument_group("wat").add_argument("bestand", metavar="BESTAND", type=Path, help="het bestand")
    extra = opties(hulp)
    extra.add_argument("--json", action="store_true", help="schrijf de uitkomst voor een programma")
    extra.add_argument("--alleen-openbaar", action="store_true", help="weiger een bestand met wat nog niet openbaar is")
    hulp.set_defaults(doe=lambda keuze: bronnen.voer_uit(lambda: doe(keuze)))


def doe(keuze: argparse.Namespace) -> int:
    """Check, and print what was found; 0 when everything is the same, else 1. Raises what `bronnen.voer_uit` tells."""
    try:
        controle = controleer(keuze.bestand, ook_concept=not keuze.alleen_openbaar)
    except VerkeerdGebruik as fout:  # the call was right; what stands in the file is not
        raise UitvoerGeweigerd(f"De vraag in {keuze.bestand.name} is er geen van dit product. {fout}") from fout
    if keuze.json:
        print(json.dumps(verslag.als_json(controle), ensure_ascii=False, indent=2))
    else:
        print(verslag.als_tekst(controle))
    return 0 if controle.gelijk else 1
