"""A map of gemeenten that one can read, walk through and open a gemeente from, by mouse, finger and keyboard.

Drawn by our own script from outlines computed here: nothing is fetched, and names from the data reach the page as text
nodes and attributes only, never as HTML. Every gemeente is a link to its own page. The map is one tab stop: arrow
keys go to the nearest gemeente that way, Home and End to the first and last name, Enter opens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from pagina.beeld.figuren import MERK_VERTELD
from pagina.beeld.status import TEKEN_VERTELD
from pagina.delen.landkaart.paden import Kaartvorm
from pagina.delen.landkaart.soorten import AANDELEN, SOORTEN, Soort

_MAP = Path(__file__).parent
_onderdeel = st.components.v2.component(
    "landkaart",
    js=(_MAP / "landkaart.js").read_text(encoding="utf-8"),
    css=(_MAP / "landkaart.css").read_text(encoding="utf-8"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class Kaartgemeente:
    """What the map needs of one gemeente: `soort` is a place in SOORTEN, `label` stands on the map ('' = nothing).

    `verteld`: what was picked up rests, wholly or in part, on what the gemeente told.
    """

    code: str
    naam: str
    soort: int
    zin: str
    adres: str | None
    label: str = ""
    verteld: bool = False


def landkaart(
    vorm: Kaartvorm, gemeenten: Sequence[Kaartgemeente], *, sleutel: str, naam: str, bron: str, donker: bool
) -> None:
    """Draw the map with a legend of exactly the kinds that are on it.

    Args:
        vorm: the outlines, at least of these gemeenten.
        gemeenten: what is drawn, in order of name.
        sleutel: key of this map, its own on the page.
        naam: what the map shows, in sentences, for someone who cannot see it.
        bron: whose boundaries these are.
        donker: for the dark theme.
    """
    _onderdeel(key=sleutel, data=_gegevens(vorm, gemeenten, donker=donker) | {"naam": naam, "bron": bron})


def _gegevens(vorm: Kaartvorm, gemeenten: Sequence[Kaartgemeente], *, donker: bool) -> dict[str, Any]:
    """What the script needs. A sentence that many gemeenten share is sent once."""
    zinnen = {zin: nr for nr, zin in enumerate(dict.fromkeys(gemeente.zin for gemeente in gemeenten))}
    nummers = [gemeente.soort for gemeente in gemeenten]
    return {
        "breedte": vorm.breedte,
        "hoogte": vorm.hoogte,
        "zinnen": list(zinnen),
        "soorten": {str(nr): _beeld(SOORTEN[nr], nummers.count(nr), donker=donker) for nr in sorted(set(nummers))},
        "verteld": {
            "merk": MERK_VERTELD,
            "teken": TEKEN_VERTELD,
            "gemeenten": [nr for nr, gemeente in enumerate(gemeenten) if gemeente.verteld],
        },
        "gemeenten": [
            [g.naam, vorm.vlakken[g.code].pad, *vorm.vlakken[g.code].midden, g.adres, g.soort, zinnen[g.zin], g.label]
            for g in gemeenten
        ],
    }


def _beeld(soort: Soort, aantal: int, *, donker: bool) -> dict[str, Any]:
    return {
        "merk": soort.merk,
        "vlak": soort.vlak[donker],
        "lijn": soort.lijn[donker],
        "patroon": soort.patroon,
        "aandeel": soort in AANDELEN,
        "aantal": aantal,
    }
