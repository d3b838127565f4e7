"""`python -m data aanvaard`: make a voorstel a levering."""

from __future__ import annotations

import argparse
from pathlib import Path

from data.aanvaarding.aanvaarden import Bezwaard, aanvaard, alles_versie
from data.fouten import NietHerbouwd
from data.opdrachten.melden import toon
from data.opdrachten.nederlands import Erbij, opties, wie
from data.rapporten.bekend import bekend
from data.rapporten.voorstel import blijft_openbaar, open_voorstel

#: How a doubt is settled: no command does it.
AFHANDELEN = (
    "Twijfels handelt u af op de pagina Inlezen van het dashboard, die elk voorstel toont in de map van "
    "VERBETERPUNTEN_VOORSTELLEN (anders: voorstellen). Of zet in twijfels.csv van het voorstel bij elke twijfel "
    "‘ja’ onder afgehandeld, en onder besluit wat u besloot."
)


def leer(erbij: Erbij) -> None:
    """Add the command."""
    hulp = erbij(
        "aanvaard",
        help="maak van een voorstel een levering",
        add_help=False,
        description="Maakt van een voorstel een levering, met het rapport zelf erbij, en bouwt de database opnieuw. "
        f"Wat aanvaard is, verandert niet meer. Dat kan pas als elke twijfel is afgehandeld. {AFHANDELEN}",
    )
    hulp.add_argument_group("wat").add_argument("voorstel", metavar="VOORSTELMAP", type=Path, help="het voorstel")
    groep = opties(hulp)
    groep.add_argument("--door", metavar="NAAM", required=True, help="wie dit aanvaardt")
    concept = "nog niet openbaar: de levering telt alleen mee voor wie ook concepten bekijkt"
    groep.add_argument("--concept", action="store_true", help=concept)
    hulp.set_defaults(doe=doe)


def doe(keuze: argparse.Namespace) -> int:
    """Accept, build, and print what came of it; the exit status."""
    verwacht = alles_versie()
    voorstel = open_voorstel(keuze.voorstel)
    concept = keuze.concept or voorstel.kop["concept"] == "ja"
    blijft = blijft_openbaar(voorstel, bekend(), concept=concept)
    try:
        klaar = aanvaard(voorstel, door=keuze.door, wie=wie(keuze.door), verwacht=verwacht, concept=keuze.concept)
    except Bezwaard as fout:
        if not voorstel.open_twijfels:
            raise
        raise Bezwaard([*fout.bezwaren, AFHANDELEN]) from fout
    if klaar.gebouwd is None:
        raise NietHerbouwd(klaar.melding)
    toon(klaar.gebouwd)
    if blijft:
        print(blijft)
    print(f"Aanvaard: {klaar.map}")
    return 0
