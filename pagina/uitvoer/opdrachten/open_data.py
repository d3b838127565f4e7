"""`python -m pagina.uitvoer open-data`: every public view as open data, ready for data.overheid.nl."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.logboek.logboek import GEEXPORTEERD, Gebeurtenis, schrijf
from data.opdrachten import nederlands
from data.opdrachten.nederlands import Erbij
from pagina.uitvoer.opdrachten import bronnen


def leer(erbij: Erbij) -> None:
    """Add the command."""
    opties(
        erbij(
            "open-data",
            help="schrijf alle openbare gegevens als open data",
            add_help=False,
            description="Schrijft alle openbare gegevens als CSV met uitleg (CSVW) en als Parquet, met een "
            "beschrijving voor data.overheid.nl (DCAT-AP-NL 3.0). De lopende tekst van rapporten zit er niet in.",
        )
    )


def opties(hulp: argparse.ArgumentParser) -> None:
    """Add what the command takes, and that it is this one."""
    groep = nederlands.opties(hulp)
    naar = "de map voor de bestanden: leeg, of nog niet aanwezig"
    groep.add_argument("--naar", metavar="MAP", type=Path, required=True, help=naar)
    nederlands.door(groep)
    groep.add_argument("--versie", metavar="DATASETVERSIE", help="een eerdere datasetversie (anders: die van nu)")
    wie = hulp.add_argument_group("voor data.overheid.nl (wat ontbreekt, vult u later in)")
    wie.add_argument("--uitgever", metavar="NAAM", help="naam van de organisatie die publiceert")
    uri = "webadres van die organisatie, liefst uit de lijsten van TOOI"
    wie.add_argument("--uitgever-uri", metavar="ADRES", help=uri)
    wie.add_argument("--contact", metavar="ADRES", help="e-mailadres of webadres voor vragen")
    wie.add_argument("--adres", metavar="ADRES", help="webadres waarop deze map komt te staan")
    hulp.set_defaults(doe=voer_uit)


def voer_uit(keuze: argparse.Namespace) -> int:
    """Write the folder and print what is in it; the exit status."""
    return bronnen.voer_uit(lambda: _doe(keuze))


def _doe(keuze: argparse.Namespace) -> int:
    # rdflib and pyarrow are heavy; the other commands do without
    from pagina.uitvoer.opendata.beheer import beheer  # noqa: PLC0415
    from pagina.uitvoer.opendata.map import VRAAG, onvolledig, schrijf_map  # noqa: PLC0415

    wie = beheer(keuze.uitgever, keuze.uitgever_uri, keuze.contact, keuze.adres)
    vrager = bronnen.kies(keuze.versie, None, concept=False)
    regel = {"formaat": "csv en parquet", "datasetversie": vrager.datasetversie, "concept": False}
    opdracht = nederlands.wie(keuze.door)
    wat = Gebeurtenis(GEEXPORTEERD, VRAAG, opdracht.door, opdracht.rol, regel)
    bestanden = schrijf_map(vrager, keuze.naar, wie, vrijgeven=lambda: schrijf(wat))
    print(f"{len(bestanden)} bestanden staan in {keuze.naar}.")
    print(f"Datasetversie: {vrager.datasetversie}")
    if wie.ontbreekt:
        print(onvolledig(wie), file=sys.stderr)
    return 0
