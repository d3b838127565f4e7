"""How the ways of counting read, on buttons, in links and in texts; and which pair of years comes first. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

Eenheid = Literal["aanpak", "gemeente"]

#: The words of the buttons on a page, which the link carries.
KNOP_EENHEID: Mapping[Eenheid, str] = {"aanpak": "per aanpak", "gemeente": "per gemeente"}
#: By whether the course is looked at, from first to latest, and not each step.
KNOP_TELWIJZE: Mapping[bool, str] = {False: "stappen", True: "verloop"}

#: The same in full.
EENHEDEN: Mapping[Eenheid, str] = {"aanpak": "per aanpak", "gemeente": "per indicator binnen een gemeente"}
TELWIJZEN: Mapping[bool, str] = {
    False: "elke stap van een meting naar de volgende",
    True: "van de eerste naar de laatste meting",
}


def opent_met(perioden: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The pair of years that Overzicht opens a kader with; None where there is none.

    The latest test whose verbeterpunten are in more than half as many gemeenten as those of the pair with most: one
    small rapport does not push a whole round aside. Takes rows as of periodes.sql, in its order; untested ones come
    into it only where nothing was tested.
    """
    getoetst = [rij for rij in perioden if rij["jaar_naar"] is not None] or perioden
    meeste = max((rij["gemeenten_met_verbeterpunt"] for rij in getoetst), default=0)
    return next((rij for rij in getoetst if not meeste or 2 * rij["gemeenten_met_verbeterpunt"] > meeste), None)
