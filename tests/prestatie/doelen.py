"""The goals, as ratios within one run, and whether they are met."""

from __future__ import annotations

from collections.abc import Mapping

from tests.prestatie import deelnemers as wie
from tests.prestatie.uitslag import Doel

#: How many times as long as the product each other at least takes, at S3 (S2 is told beside it).
PEERS = {
    wie.PANDAS_STR: 6.0, wie.PANDAS_CAT: 1.8, wie.POLARS_WOORDEN: 1.3, wie.POLARS_GETALLEN: 1.3, wie.POSTGRES: 13.0,
    wie.SQLITE: 25.0,
}  # fmt: skip
#: How many times as long as the same GROUP BY without follow-up the product takes at most.
GRENS = 15.0
#: Growth from S1 to S3: time per oordeel at S3 over that at S1, at most. A tenth is noise.
GROEI = 1.1


def doelen(medianen: Mapping[str, float]) -> list[Doel]:
    """The goals that one size tells of."""
    zelf = medianen[wie.PRODUCT]
    lijst = []
    for naam, minstens in PEERS.items():
        keer = medianen[naam] / zelf if naam in medianen else None
        lijst.append(Doel(f"{naam} / product", f"≥ {minstens}", keer, None if keer is None else keer >= minstens))
    keer = zelf / medianen[wie.ZONDER]
    return [*lijst, Doel(f"product / {wie.ZONDER}", f"≤ {GRENS:.0f}", keer, keer <= GRENS)]


def groei(per_maat: Mapping[str, Mapping[str, float]]) -> Doel:
    """Whether time grows at most as the number of oordelen does. `per_maat`: `seconden` and `oordelen` of each size."""
    if not {"S1", "S3"} <= set(per_maat):
        return Doel("groei S1 → S3 (tijd per oordeel)", f"≤ {GROEI}", None, None)
    klein, groot = (per_maat[maat]["seconden"] / per_maat[maat]["oordelen"] for maat in ("S1", "S3"))
    return Doel("groei S1 → S3 (tijd per oordeel)", f"≤ {GROEI}", groot / klein, groot / klein <= GROEI)
