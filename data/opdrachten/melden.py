"""What commands say alike: what was built, every fault, and what came of adding a levering."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from data.aanvaarding.aanvaarden import Bezwaard
from data.bouw.bouwen import Gebouwd
from data.fouten import (
    Bezet,
    LeveringGeweigerd,
    LeveringOnbekend,
    LogboekDicht,
    NietHerbouwd,
    NogInGebruik,
    Verouderd,
    in_een_zin,
)
from data.rapporten.voorstel import VoorstelKapot, VoorstelVerouderd


def lukt_niet(fout: OSError) -> int:
    """Say what the disk refused, and where; the exit status."""
    print(in_een_zin(fout), file=sys.stderr)
    return 1


def toon(gebouwd: Gebouwd) -> None:
    """Print what was built."""
    print(f"Database: {gebouwd.bestand}" + ("" if gebouwd.nieuw else " (ongewijzigd)"))
    print(f"Datasetversie: {gebouwd.datasetversie}")
    print("Aantallen: " + ", ".join(f"{naam} {aantal}" for naam, aantal in gebouwd.aantallen.items()))
    if gebouwd.alles is not None and gebouwd.alles.bestand != gebouwd.bestand:
        print(f"Met concepten: {gebouwd.alles.bestand}" + ("" if gebouwd.alles.nieuw else " (ongewijzigd)"))
        print(f"Datasetversie met concepten: {gebouwd.alles.datasetversie}")


def meld_fouten(geweigerd: LeveringGeweigerd, rest: str) -> int:
    """Say every fault, how many there are and what follows (`rest`); the exit status."""
    for fout in geweigerd.fouten:
        print(fout, file=sys.stderr)
    aantal = len(geweigerd.fouten)
    print(f"{aantal} {'fout' if aantal == 1 else 'fouten'}; {rest}.", file=sys.stderr)
    return 1


def leg_vast(doe: Callable[[], Path], woord: str) -> int:
    """Do what adds a levering, and tell in Dutch what came of it; the exit status."""
    try:
        print(f"{woord}: {doe()}")
    except Bezwaard as bezwaard:
        print(f"Dit voorstel kan nog niet worden aanvaard:\n{bezwaard}", file=sys.stderr)
    except (
        Bezet, Verouderd, LeveringOnbekend, LogboekDicht, NietHerbouwd, NogInGebruik, VoorstelKapot, VoorstelVerouderd,
    ) as zin:  # fmt: skip
        print(zin, file=sys.stderr)
    except LeveringGeweigerd as geweigerd:
        return meld_fouten(geweigerd, "er is niets veranderd")
    except OSError as fout:
        return lukt_niet(fout)
    else:
        return 0
    return 1
