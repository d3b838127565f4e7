"""The commands of `python -m data`. Exit status: 0 done, 1 a fault in the input, 2 wrong usage."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from data.bouwen import bouw
from data.fouten import LeveringGeweigerd

#: What argparse would otherwise say in English.
TOON_HULP = "toon deze hulp en stop"


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


def _hulp() -> argparse.ArgumentParser:
    uitleg = "Leveringen controleren en de database bouwen."
    hulp = NederlandseHulp(prog="python -m data", description=uitleg, add_help=False)
    hulp.add_argument_group("opties").add_argument("-h", "--help", action="help", help=TOON_HULP)
    opdrachten = hulp.add_subparsers(
        title="opdrachten", dest="opdracht", required=True, metavar="OPDRACHT", parser_class=NederlandseHulp
    )
    bouwen = opdrachten.add_parser(
        "bouw",
        help="controleer alle leveringen en bouw de database",
        add_help=False,
        description="Controleert alles, meldt elke fout tegelijk, bouwt, en toont datasetversie en aantallen. "
        "Bij een fout blijft de vorige database staan.",
    )
    opties = bouwen.add_argument_group("opties")
    opties.add_argument("-h", "--help", action="help", help=TOON_HULP)
    mappen = "mappen met leveringen (anders: de aanvaarde leveringen)"
    opties.add_argument("--leveringen", metavar="MAP", type=Path, nargs="+", help=mappen)
    opties.add_argument("--naar", metavar="BESTAND", type=Path, help="schrijf de database naar precies dit bestand")
    dag = "bouw wat bekend was op deze dag, als 2026-11-22"
    opties.add_argument("--kennisdatum", metavar="DATUM", type=date.fromisoformat, help=dag)
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
        print(
            f"{aantal} {'fout' if aantal == 1 else 'fouten'}; er is niets gebouwd en de vorige database staat er nog.",
            file=sys.stderr,
        )
        return 1
    except OSError as fout:
        print(f"Lezen of schrijven lukt niet: {fout.filename}.", file=sys.stderr)
        return 1
    print(f"Database: {gebouwd.bestand}" + ("" if gebouwd.nieuw else " (ongewijzigd)"))
    print(f"Datasetversie: {gebouwd.datasetversie}")
    print("Aantallen: " + ", ".join(f"{naam} {aantal}" for naam, aantal in gebouwd.aantallen.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
