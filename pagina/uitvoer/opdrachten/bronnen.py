"""Which facts a command looks at: those of now, of a day, of a datasetversie; and what is said when it cannot."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable

import queries
from data.fouten import LeveringGeweigerd, Weigering
from data.opdrachten.melden import meld
from pagina.beeld import zinnen
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.opdrachten.fouten import VerkeerdGebruik
from queries import Bron


def kies(versie: str | None, bekend: dt.date | None, *, concept: bool) -> Bron:
    """The database to ask. Raises VerkeerdGebruik, UitvoerGeweigerd, NietTeOpenen, OnbekendeVersie."""
    if versie and bekend:
        raise VerkeerdGebruik("Kies --versie of --bekend, niet allebei.")
    if versie:
        return queries.bron_versie(versie, alles=concept)
    if bekend is None:
        return queries.bron(alles=concept)
    try:
        gevonden = queries.bron_op(bekend, alles=concept)
    except LeveringGeweigerd as geweigerd:
        raise UitvoerGeweigerd(
            f"Van {zinnen.datum(bekend)} is geen geheel te maken: {geweigerd.fouten[0]}"
        ) from geweigerd
    if gevonden.vraag("kaders").empty:
        raise UitvoerGeweigerd(f"Van {zinnen.datum(bekend)} is in deze verzameling niets bekend.")
    return gevonden


def voer_uit(doe: Callable[[], int]) -> int:
    """Carry out a command; what stands in its way becomes one Dutch sentence. The exit status."""
    try:
        return doe()
    except VerkeerdGebruik as fout:
        print(fout, file=sys.stderr)
        return 2
    except (Weigering, OSError) as fout:
        return meld(fout)
