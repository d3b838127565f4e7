"""The commands of `python -m data`. Exit status: 0 done, 1 a fault in the input, 2 wrong usage."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from data.bouwen import bouw
from data.fouten import LeveringGeweigerd
from data.voorbeeld import LAATSTE_JAAR, MEESTE_GEMEENTEN, MEESTE_JAREN, maak

#: What argparse would otherwise say in English.
TOON_HULP = "toon deze hulp en stop"
#: What argparse says of a wrong call, and what we say; the first that fits counts.
REDENEN = (
    (r"argument (\S+): expected .*", r"Bij \1 ontbreekt de waarde."),
    (r"argument \S+: invalid choice: '?(.*?)'? \(choose from .*", r"De opdracht \1 bestaat niet."),
    (r"argument (\S+): invalid \S+ value: '(.*)'", r"\1 heeft niet de goede vorm: \2."),
    (r"argument (\S+): ambiguous .*", r"\1 kan meer dan één ding betekenen."),
    (r"argument (\S+): ignored explicit .*", r"\1 krijgt geen waarde."),
    (r"argument (\S+): (moet .*)", r"\1 \2."),
    (r"ambiguous option: (\S+) .*", r"\1 kan meer dan één ding betekenen."),
    (r"the following arguments are required: (.*)", r"Dit ontbreekt: \1."),
    (r"unrecognized arguments: (.*)", r"Dit hoort er niet bij: \1."),
)


class NederlandseHulp(argparse.ArgumentParser):
    """argparse that explains itself and its refusals in Dutch."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Say in Dutch what is wrong with the call, and leave with status 2."""
        self.exit(2, f"{self.format_usage()}{_reden(message)}Deze aanroep klopt niet. Zie {self.prog} --help.\n")

    def format_usage(self) -> str:
        """The usage line with a Dutch word before it."""
        return super().format_usage().replace("usage:", "gebruik:", 1)

    def format_help(self) -> str:
        """The help with Dutch headings."""
        return super().format_help().replace("usage:", "gebruik:", 1)


def _reden(melding: str) -> str:
    """What argparse found, as a Dutch sentence; nothing where it says something that we do not know."""
    for patroon, zin in REDENEN:
        gevonden = re.fullmatch(patroon, melding, re.DOTALL)
        if gevonden:
            return gevonden.expand(zin) + "\n"
    return ""


def _geheel(minst: int, hoogst: int) -> Callable[[str], int]:
    """Reads a whole number of `minst` up to and including `hoogst`."""

    def lees(tekst: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,12}", tekst) or not minst <= int(tekst) <= hoogst:
            wat = f"'{tekst}'" if tekst else "leeg"
            raise argparse.ArgumentTypeError(f"moet een heel getal van {minst} tot en met {hoogst} zijn, niet {wat}")
        return int(tekst)

    return lees


def _hulp() -> argparse.ArgumentParser:
    uitleg = "Leveringen controleren en de database bouwen, of voorbeelden maken."
    hulp = NederlandseHulp(prog="python -m data", description=uitleg, add_help=False)
    hulp.add_argument_group("opties").add_argument("-h", "--help", action="help", help=TOON_HULP)
    opdrachten = hulp.add_subparsers(
        title="opdrachten", dest="opdracht", required=True, metavar="OPDRACHT", parser_class=NederlandseHulp
    )
    _leer_bouw(
        opdrachten.add_parser(
            "bouw",
            help="controleer alle leveringen en bouw de database",
            add_help=False,
            description="Controleert alles, meldt elke fout tegelijk, bouwt, en toont datasetversie en aantallen. "
            "Bij een fout blijft de vorige database staan.",
        )
    )
    _leer_voorbeeld(
        opdrachten.add_parser(
            "voorbeeld",
            help="maak fictieve leveringen, van gemeenten die niet bestaan",
            add_help=False,
            description="Maakt fictieve leveringen, om het dashboard met weinig of juist veel gegevens te zien. Alles "
            "is verzonnen: gemeenten, kaders, rapporten en oordelen. Hetzelfde zaad geeft precies dezelfde bestanden.",
        )
    )
    return hulp


def _leer_bouw(hulp: argparse.ArgumentParser) -> None:
    opties = hulp.add_argument_group("opties")
    opties.add_argument("-h", "--help", action="help", help=TOON_HULP)
    mappen = "mappen met leveringen (anders: de aanvaarde leveringen)"
    opties.add_argument("--leveringen", metavar="MAP", type=Path, nargs="+", help=mappen)
    opties.add_argument("--naar", metavar="BESTAND", type=Path, help="schrijf de database naar precies dit bestand")
    dag = "bouw wat bekend was op deze dag, als 2026-11-22"
    opties.add_argument("--kennisdatum", metavar="DATUM", type=date.fromisoformat, help=dag)
    hulp.set_defaults(doe=_bouw)


def _leer_voorbeeld(hulp: argparse.ArgumentParser) -> None:
    opties = hulp.add_argument_group("opties")
    opties.add_argument("-h", "--help", action="help", help=TOON_HULP)
    gemeenten = f"hoeveel gemeenten er aan het eind bestaan: 0 tot en met {MEESTE_GEMEENTEN}"
    opties.add_argument("--gemeenten", metavar="N", type=_geheel(0, MEESTE_GEMEENTEN), required=True, help=gemeenten)
    jaren = f"hoeveel jaren, tot en met {LAATSTE_JAAR}: 1 tot en met {MEESTE_JAREN}"
    opties.add_argument("--jaren", metavar="J", type=_geheel(1, MEESTE_JAREN), required=True, help=jaren)
    naar = "de map voor de leveringen: leeg, of nog niet aanwezig"
    opties.add_argument("--naar", metavar="MAP", type=Path, required=True, help=naar)
    zaad = "welk voorbeeld het wordt (anders: 1)"
    opties.add_argument("--zaad", metavar="GETAL", type=_geheel(0, 999_999_999), default=1, help=zaad)
    hulp.set_defaults(doe=_voorbeeld)


def main(argumenten: list[str] | None = None) -> int:
    """Carry out one command and return its exit status."""
    keuze = _hulp().parse_args(argumenten)
    return int(keuze.doe(keuze))


def _lukt_niet(fout: OSError) -> int:
    print(f"Lezen of schrijven lukt niet: {fout.filename}.", file=sys.stderr)
    return 1


def _bouw(keuze: argparse.Namespace) -> int:
    try:
        gebouwd = bouw(keuze.leveringen, naar=keuze.naar, kennisdatum=keuze.kennisdatum)
    except LeveringGeweigerd as geweigerd:
        for fout in geweigerd.fouten:
            print(fout, file=sys.stderr)
        aantal = len(geweigerd.fouten)
        print(
            f"{aantal} {'fout' if aantal == 1 else 'fouten'}; er is niets gebouwd en de vorige database staat er nog.",
            file=sys.stderr,
        )
        return 1
    except OSError as fout:
        return _lukt_niet(fout)
    print(f"Database: {gebouwd.bestand}" + ("" if gebouwd.nieuw else " (ongewijzigd)"))
    print(f"Datasetversie: {gebouwd.datasetversie}")
    print("Aantallen: " + ", ".join(f"{naam} {aantal}" for naam, aantal in gebouwd.aantallen.items()))
    return 0


def _voorbeeld(keuze: argparse.Namespace) -> int:
    try:
        if keuze.naar.exists() and (not keuze.naar.is_dir() or any(keuze.naar.iterdir())):
            print(f"{keuze.naar} bestaat al en is geen lege map; er is niets gemaakt.", file=sys.stderr)
            return 1
        aantal = maak(keuze.naar, gemeenten=keuze.gemeenten, jaren=keuze.jaren, zaad=keuze.zaad)
    except OSError as fout:
        return _lukt_niet(fout)
    print(f"{aantal} fictieve leveringen staan in {keuze.naar}.")
    print(f"Bouw de database met: python -m data bouw --leveringen {keuze.naar}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
