"""How the ways of counting read: in short on the buttons of a page and in its link, in full in a text. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

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
