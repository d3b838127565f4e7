"""The facts of which tests know every number, so that what is delivered beside them changes none of those.

Four rapporten, their three kaders, and the product's own lists: tests/conftest.py has every build of a test take these
and no other kader.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from data import instellingen
from data.instellingen import PRODUCT

#: Everything that comes with the product, also a kader of which no test knows.
ALLE_NASLAG = instellingen.NASLAG
_LEVERINGEN, _KADERS = PRODUCT / "data" / "leveringen", PRODUCT / "data" / "kaders"
#: The leveringen of the rapporten, to build.
VIER = [_LEVERINGEN / naam for naam in ("alkmaar-2015", "den-helder-2017", "leeuwarden-2015", "zwolle-2014")]
#: The kaders of these, and the lists.
NASLAG = (
    *(_KADERS / naam for naam in ("ggsr-beleid", "ggsr-casus", "stelseltoezicht")),
    *(map_ for map_ in ALLE_NASLAG if map_ != _KADERS),
)


def kopieer(naar: Path) -> Path:
    """Copy them into a new folder of leveringen, and return that folder."""
    for levering in VIER:
        shutil.copytree(levering, naar / levering.name)
    return naar
