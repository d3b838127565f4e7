"""How much of a round is in this collection, in sentences. Pure functions of a row of dekking.sql."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pagina.beeld.zinnen import getal, meervoud


def dekking_zin(ronde: Mapping[str, Any]) -> str:
    """How much of a round is here."""
    hier, van = int(ronde["hier"]), int(ronde["aantal_gemeenten"])
    if van == 1:
        return f"De enige gemeente van de ronde ‘{ronde['ronde']}’ staat {'' if hier else 'niet '}in deze verzameling."
    return (
        f"{getal(hier)} van de {getal(van)} gemeenten van de ronde ‘{ronde['ronde']}’ "
        f"{meervoud(hier, 'staat', 'staan')} in deze verzameling."
    )


def ontbreekt_zin(ronde: Mapping[str, Any]) -> str:
    """Who of a round is not here; empty where all are."""
    alle = int(ronde["aantal_gemeenten"])
    weg, niet_genoemd = alle - int(ronde["hier"]), alle - int(ronde["genoemd"])
    if not weg:
        return ""
    if alle == 1:
        wie = ", niet bij naam bekend" if niet_genoemd else ""
        return f"de enige gemeente van de ronde ‘{ronde['ronde']}’{wie}."
    wie = f", van wie {getal(niet_genoemd)} niet bij naam bekend" if niet_genoemd else ""
    return f"{getal(weg)} van de {getal(alle)} gemeenten van de ronde ‘{ronde['ronde']}’{wie}."
