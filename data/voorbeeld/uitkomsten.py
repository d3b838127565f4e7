"""How likely each uitkomst is: by gemeente, by thema, and by what was known before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

VOLDOET, VERBETERPUNT, GEMENGD, NIET_BEOORDEELD = "voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld"
OPEN = {VERBETERPUNT, GEMENGD}

#: How much more readily the verbeterpunten of a thema are picked up than on average.
THEMA = {
    "Toeleiding": 0.1, "Gezin centraal": 0.06, "De aanpak": -0.02, "Samenwerking": -0.12, "Continu": 0.0,
    "Toegang": 0.08, "Hulp in samenhang": -0.06, "Leren en verbeteren": -0.1,
}  # fmt: skip

#: Uitkomsten with the chance that it is this one or one before it.
Kansen = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class ThemaKansen:
    """What a test of an indicator of this thema shows: the first time, after voldoet, after a verbeterpunt."""

    eerst: Kansen
    na_voldoet: Kansen
    na_verbeterpunt: Kansen


def kansen(stroom: Random, provincie: int, verhaal: str) -> Mapping[str, ThemaKansen]:
    """The chances in one gemeente, per thema."""
    # neighbouring provincies differ, and within one the gemeenten do
    streek = ((provincie * 5) % 12 - 5.5) / 40
    opgepakt, mis = 0.64 + streek + stroom.gauss(0, 0.17), 0.36 - streek / 2 + stroom.gauss(0, 0.08)
    return {
        thema: _thema_kansen(_tussen(opgepakt + meer), _tussen(mis - meer), verhaal) for thema, meer in THEMA.items()
    }


def trek(stroom: Random, kans: ThemaKansen, eerder: str | None) -> str:
    """What a test shows of an indicator, given what was last known of it."""
    worp = stroom.random()
    lijst = kans.eerst if eerder is None else kans.na_verbeterpunt if eerder in OPEN else kans.na_voldoet
    for uitkomst, grens in lijst:
        if worp < grens:
            return uitkomst
    return lijst[-1][0]


def _tussen(kans: float) -> float:
    return min(0.95, max(0.05, kans))


def _thema_kansen(opgepakt: float, mis: float, verhaal: str) -> ThemaKansen:
    eerst = _opgeteld({VERBETERPUNT: mis, GEMENGD: 0.04, NIET_BEOORDEELD: 0.015, VOLDOET: 1})
    if verhaal == "alles_opgepakt":
        return ThemaKansen(eerst, _opgeteld({VOLDOET: 1}), _opgeteld({VOLDOET: 1}))
    terug = _opgeteld({VERBETERPUNT: 0.05, GEMENGD: 0.01, NIET_BEOORDEELD: 0.015, VOLDOET: 1})
    if verhaal == "niets_opgepakt":
        return ThemaKansen(eerst, terug, _opgeteld({NIET_BEOORDEELD: 0.08, VERBETERPUNT: 1}))
    rest = 1 - opgepakt
    na = {VOLDOET: opgepakt, GEMENGD: rest * 0.27, NIET_BEOORDEELD: rest * 0.14, VERBETERPUNT: 1}
    return ThemaKansen(eerst, terug, _opgeteld(na))


def _opgeteld(kans: Mapping[str, float]) -> Kansen:
    """The chances one on top of the other; the last takes what is left."""
    som, lijst = 0.0, []
    for uitkomst, deel in kans.items():
        som += deel
        lijst.append((uitkomst, som))
    return tuple(lijst)
