"""The goals of the follow-up, as ratios within one run, and whether they are met."""

from __future__ import annotations

from collections.abc import Sequence

from tests.prestatie import deelnemers as wie
from tests.prestatie.meten import Gemeten
from tests.prestatie.uitslag import Doel

#: How many times as long as the product each other at least takes, at S3 (S2 is told beside it).
PEERS = {
    wie.PANDAS_STR: 6.0, wie.PANDAS_CAT: 1.8, wie.POLARS_WOORDEN: 1.3, wie.POLARS_GETALLEN: 1.3, wie.POSTGRES: 13.0,
    wie.SQLITE: 25.0,
}  # fmt: skip
#: How many times as long as the same GROUP BY without follow-up the product takes at most.
GRENS = 15.0


def doelen(gemeten: Sequence[Gemeten]) -> list[Doel]:
    """The goals that one size tells of. What was cut off takes longer than its figure: it can only meet a goal."""
    per_naam = {g.naam: g for g in gemeten}
    zelf = per_naam[wie.PRODUCT].mediaan
    lijst = []
    for naam, minstens in PEERS.items():
        wens = f"≥ {minstens:g}"
        if naam not in per_naam:
            lijst.append(Doel(f"{naam} / product", wens, None, None))
            continue
        keer, open_ = per_naam[naam].mediaan / zelf, per_naam[naam].afgebroken
        gehaald = None if open_ and keer < minstens else keer >= minstens
        lijst.append(Doel(f"{naam} / product", wens, keer, gehaald, minstens=open_))
    keer = zelf / per_naam[wie.ZONDER].mediaan
    return [*lijst, Doel(f"product / {wie.ZONDER}", f"≤ {GRENS:.0f}", keer, keer <= GRENS)]
