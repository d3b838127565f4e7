"""The formats of a levering: which one is written now, and how an older one is read as if it were written now.

What was accepted never changes, so neither do its checksums nor the datasetversie: an older levering is converted each
time that it is read, one step after another. To change the columns of vorm.csv, or what a value means: raise FORMAAT,
give the step here, and keep an example of the old format in tests/data/levering/formaten/. A new table takes no new
format: older leveringen just do not have it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

#: The format in which leveringen are written now.
FORMAAT = 1
#: One row by column.
Rij = dict[str, str]
_GETAL = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(frozen=True)
class Stap:
    """What the next format does differently from this one, table by table; a table that is not named stayed the same.

    kolommen: the columns that a table had in this format. zet_om: makes a row of the next format of one of this.
    """

    kolommen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    zet_om: Mapping[str, Callable[[Rij], Rij]] = field(default_factory=dict)


#: By the number of each older format the step to the next; one for every format before FORMAAT.
STAPPEN: dict[int, Stap] = {}


def formaat_van(kop: Path) -> int:
    """The format of the levering of which this is the levering.csv.

    Where that does not say it in a form that we know, the format of now: what is wrong with it, the checks tell.
    """
    try:
        with kop.open(encoding="utf-8-sig", errors="replace", newline="") as bestand:
            gezegd = next((rij.get("formaat") for rij in islice(csv.DictReader(bestand), 1)), None)
    except (OSError, csv.Error):
        return FORMAAT
    return int(gezegd) if gezegd and _GETAL.fullmatch(gezegd) else FORMAAT


def kolommen_toen(tabel: str, formaat: int, nu: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of a table in a format; `nu` are those that it has now."""
    stappen = (STAPPEN[nummer].kolommen for nummer in range(formaat, FORMAAT))
    return next((kolommen[tabel] for kolommen in stappen if tabel in kolommen), nu)


def als_nu(tabel: str, formaat: int, rij: Rij) -> Rij:
    """A row of a table in a format, as it would stand there now."""
    for nummer in range(formaat, FORMAAT):
        zet_om = STAPPEN[nummer].zet_om.get(tabel)
        rij = zet_om(rij) if zet_om is not None else rij
    return rij | {"formaat": str(FORMAAT)} if tabel == "levering" and formaat < FORMAAT else rij
