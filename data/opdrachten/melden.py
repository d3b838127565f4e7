"""What commands say alike: what was built, every fault, and why something was not done."""

from __future__ import annotations

import sys

from data.bouw.bouwen import Gebouwd
from data.fouten import LeveringGeweigerd, Weigering, in_een_zin


def toon(gebouwd: Gebouwd) -> None:
    """Print what was built."""
    print(f"Database: {gebouwd.bestand}" + ("" if gebouwd.nieuw else " (ongewijzigd)"))
    print(f"Datasetversie: {gebouwd.datasetversie}")
    print("Aantallen: " + ", ".join(f"{naam} {aantal}" for naam, aantal in gebouwd.aantallen.items()))
    if gebouwd.alles is not None and gebouwd.alles.bestand != gebouwd.bestand:
        print(f"Met concepten: {gebouwd.alles.bestand}" + ("" if gebouwd.alles.nieuw else " (ongewijzigd)"))
        print(f"Datasetversie met concepten: {gebouwd.alles.datasetversie}")


def meld(weigering: Weigering | OSError) -> int:
    """Say why something was not done; the exit status."""
    if isinstance(weigering, LeveringGeweigerd):
        return meld_fouten(weigering, "er is niets veranderd")
    print(in_een_zin(weigering) if isinstance(weigering, OSError) else weigering, file=sys.stderr)
    return 1


def meld_fouten(geweigerd: LeveringGeweigerd, rest: str) -> int:
    """Say every fault, how many there are and what follows (`rest`); the exit status."""
    for fout in geweigerd.fouten:
        print(fout, file=sys.stderr)
    aantal = len(geweigerd.fouten)
    print(f"{aantal} {'fout' if aantal == 1 else 'fouten'}; {rest}.", file=sys.stderr)
    return 1
