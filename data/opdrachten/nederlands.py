"""argparse in Dutch, and arguments that several commands have."""

from __future__ import annotations

import argparse
import getpass
import io
import re
import sys
from collections.abc import Callable

from data.logboek.logboek import OPDRACHT, Wie

#: Adds a command: its name and what argparse takes for a parser.
Erbij = Callable[..., argparse.ArgumentParser]
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


def maak_toonbaar() -> None:
    """Let the screen show any name of a file: bytes in it that are no character, by their code."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(errors="backslashreplace")


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


def geheel(minst: int, hoogst: int) -> Callable[[str], int]:
    """Reads a whole number of `minst` up to and including `hoogst`."""

    def lees(tekst: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,12}", tekst) or not minst <= int(tekst) <= hoogst:
            wat = f"'{tekst}'" if tekst else "leeg"
            raise argparse.ArgumentTypeError(f"moet een heel getal van {minst} tot en met {hoogst} zijn, niet {wat}")
        return int(tekst)

    return lees


def opties(hulp: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """The group of options of a command, the help among them."""
    groep = hulp.add_argument_group("opties")
    groep.add_argument("-h", "--help", action="help", help=TOON_HULP)
    return groep


def door(groep: argparse._ArgumentGroup) -> None:
    """Add the option that says who gives the command."""
    wat = "wie dit doet, voor het logboek (anders: wie op deze computer is aangemeld)"
    groep.add_argument("--door", metavar="NAAM", help=wat)


def wie(naam: str | None) -> Wie:
    """Who gives a command, for the audit trail: as they say, else as the computer calls them, where it does."""
    try:
        return Wie((naam or "").strip() or getpass.getuser(), OPDRACHT)
    except (KeyError, ImportError, OSError):
        return Wie("", OPDRACHT)
