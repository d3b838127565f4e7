"""The method of docs/methode.md a second time: plain Python, naive on purpose, from that page alone.

Nothing here is fast and nothing is clever: sets, loops, recursion and written-out paths, so that a
reader can hold each function beside its sentence in the method. Property tests hold the SQL against it.
"""

from tests.orakel.gemeld import Melding, gemeld
from tests.orakel.schets import schets
from tests.orakel.standen import stand
from tests.orakel.stappen import opvolging, verloop
from tests.orakel.tellen import Periode, Telling, cel, eenheid, per_aanpak, per_gemeente, percentage
from tests.orakel.wereld import (
    Aanpak,
    Editie,
    Indicator,
    Meting,
    Oordeel,
    Stand,
    Stap,
    Wereld,
)

__all__ = [
    "Aanpak",
    "Editie",
    "Indicator",
    "Melding",
    "Meting",
    "Oordeel",
    "Periode",
    "Stand",
    "Stap",
    "Telling",
    "Wereld",
    "cel",
    "eenheid",
    "gemeld",
    "opvolging",
    "per_aanpak",
    "per_gemeente",
    "percentage",
    "schets",
    "stand",
    "verloop",
]
