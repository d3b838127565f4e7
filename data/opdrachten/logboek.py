"""`python -m data logboek`: print the audit trail and say whether it holds."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from data.logboek.inhoud import GEMEENTEN, GEPUBLICEERD, KADERS, RAPPORTEN, UITGEVER
from data.logboek.logboek import Boek, Regel, bestand, lees
from data.logboek.verantwoorden import lees_bijgewerkt
from data.opdrachten.nederlands import Erbij, geheel, opties

#: What is told of a line, behind what it is about, in this order.
_GEGEVENS = ("levering", "reden", "controlegetal", "formaat", "datasetversie", "exportnummer")


def leer(erbij: Erbij) -> None:
    """Add the command."""
    hulp = erbij(
        "logboek",
        help="toon wie wat deed en of dat logboek nog heel is",
        add_help=False,
        description="Toont wie wanneer iets heeft aanvaard, vervangen, ingetrokken, openbaar gemaakt of geëxporteerd, "
        "en controleert of er sindsdien iets aan het logboek of aan de leveringen is veranderd. Er staan namen van "
        "medewerkers in: geef dit niet door.",
    )
    groep = opties(hulp)
    groep.add_argument("--laatste", metavar="AANTAL", type=geheel(0, 10**9), help="toon alleen de laatste regels")
    ander = "een eerder logboek dat apart is gezet; dat wordt niet naast de leveringen gelegd"
    groep.add_argument("--bestand", metavar="BESTAND", type=Path, help=ander)
    hulp.set_defaults(doe=doe)


def doe(keuze: argparse.Namespace) -> int:
    """Print the lines and the verdict; 1 when something was changed."""
    if keuze.bestand is not None and not keuze.bestand.is_file():
        print(f"Het bestand {keuze.bestand} is er niet.", file=sys.stderr)
        return 1
    boek, tegen = (lees(keuze.bestand), []) if keuze.bestand is not None else lees_bijgewerkt()
    regels = boek.regels if keuze.laatste is None else boek.regels[max(0, len(boek.regels) - keuze.laatste) :]
    for regel in regels:
        print(_als_tekst(regel))
    return _oordeel(boek, tegen, keuze.bestand or bestand())


def _als_tekst(regel: Regel) -> str:
    wat = regel.wat
    wie = f"{wat.door or 'niet aangemeld'}{f' ({wat.rol})' if wat.rol else ''}"
    meer = [*_waarover(wat.gegevens), *(f"{naam} {w}" for naam in _GEGEVENS if (w := wat.gegevens.get(naam)))]
    return "; ".join([f"{regel.nummer}. {regel.om:%Y-%m-%d %H:%M:%S} UTC {wat.soort}: {wat.waarover}", wie, *meer])


def _waarover(gegevens: Mapping[str, Any]) -> list[str]:
    """Of which gemeenten and from which rapporten a levering is; nothing where that is not known."""
    namen = [str(naam) for naam in gegevens.get(GEMEENTEN, ())]
    rapporten = [
        ", ".join([str(rij[UITGEVER]), *map(str, rij[KADERS]), str(rij[GEPUBLICEERD])])
        for rij in gegevens.get(RAPPORTEN, ())
    ]
    delen = (("gemeente", ", ".join(namen)), ("rapport", " + ".join(rapporten)))
    return [f"{naam} {woorden}" for naam, woorden in delen if woorden]


def _oordeel(boek: Boek, tegen: list[str], pad: Path) -> int:
    """Say whether all is as it was written; the exit status."""
    for bezwaar in boek.bezwaren:
        print(bezwaar.zin, file=sys.stderr)
    for zin in tegen:
        print(zin, file=sys.stderr)
    if boek.breuk is not None:
        print(f"Het logboek {pad} klopt niet vanaf regel {boek.breuk}.", file=sys.stderr)
    elif not tegen:
        aantal = len(boek.regels)
        print(f"Het logboek {pad} is heel: {aantal} {'regel' if aantal == 1 else 'regels'}.")
        print(f"Controlegetal van de laatste regel: {boek.laatste_som}")
    return 1 if boek.breuk is not None or tegen else 0
