"""The commands of `python -m data`. Exit status: 0 done, 1 a fault in the input, 2 wrong usage."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from data.bouwen import bouw
from data.fouten import LeveringGeweigerd


class NederlandseHulp(argparse.ArgumentParser):
    """argparse that explains itself and its refusals in Dutch."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Say in Dutch that the call is wrong, and leave with status 2."""
        del message  # argparse's own text is English
        self.exit(2, f"{self.format_usage()}Deze aanroep klopt niet. Zie {self.prog} --help.\n")

    def format_usage(self) -> str:
        """The usage line with a Dutch word before it."""
        return super().format_usage().replace("usage:", "gebruik:", 1)

    def format_help(self) -> str:
        """The help with Dutch headings."""
        return super().format_help().replace("usage:", "gebruik:", 1)


def _datum(tekst: str) -> date:
    return date.fromisoformat(tekst)


def _hulp() -> argparse.ArgumentParser:
    hulp = NederlandseHulp(prog="python -m data", description="Leveringen controleren en de database bouwen.", add_help=False)
    hulp.add_argument("-h", "--help", action="help", help="toon deze hulp en stop")
    hulp._positionals.title = "opdrachten"
    hulp._optionals.title = "opties"
    opdrachten = hulp.add_subparsers(dest="opdracht", required=True, metavar="OPDRACHT", parser_class=NederlandseHulp)
    bouwen = opdrachten.add_parser("bouw", help="controleer alle leveringen en bouw de database", add_help=False,
        description="Controleert alles, meldt elke fout tegelijk, bouwt, en toont datasetversie en aantallen. "
        "Bij een fout blijft de vorige database staan.")  # fmt: skip
    bouwen._optionals.title = "opties"
    bouwen.add_argument("-h", "--help", action="help", help="toon deze hulp en stop")
    bouwen.add_argument("--leveringen", metavar="MAP", type=Path, nargs="+", help="mappen met leveringen (anders: de aanvaarde leveringen)")
    bouwen.add_argument("--naar", metavar="BESTAND", type=Path, help="schrijf de database naar precies dit bestand")
    bouwen.add_argument("--kennisdatum", metavar="DATUM", type=_datum, help="bouw wat bekend was op deze dag, als 2026-11-22")
    return hulp


def main(argumenten: list[str] | None = None) -> int:
    """Carry out one command and return its exit status."""
    keuze = _hulp().parse_args(argumenten)
    try:
        gebouwd = bouw(keuze.leveringen, naar=keuze.naar, kennisdatum=keuze.kennisdatum)
    except LeveringGeweigerd as geweigerd:
        for fout in geweigerd.fouten:
            print(fout, file=sys.stderr)
        aantal = len(geweigerd.fouten)
        print(f"{aantal} {'fout' if aantal == 1 else 'fouten'}; er is niets gebouwd en de vorige database staat er nog.", file=sys.stderr)
        return 1
    print(f"Database: {gebouwd.bestand}" + ("" if gebouwd.nieuw else " (ongewijzigd)"))
    print(f"Datasetversie: {gebouwd.datasetversie}")
    print("Aantallen: " + ", ".join(f"{naam} {aantal}" for naam, aantal in gebouwd.aantallen.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
