"""Bars: the verbeterpunten of each thema by what became of them. Pure; `pagina.delen.staven` draws them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pagina.beeld.status import STATUS, Beeld, statusbeeld
from pagina.beeld.zinnen import getal, meervoud, opsomming


@dataclass(frozen=True)
class Staaf:
    """One bar: its pieces in the order of the legend, each with how many verbeterpunten it stands for."""

    naam: str
    stukken: tuple[tuple[Beeld, int], ...]

    @property
    def totaal(self) -> int:
        """How many verbeterpunten the bar stands for."""
        return sum(aantal for _, aantal in self.stukken)


def themastaven(rijen: pd.DataFrame) -> list[Staaf]:
    """One bar per thema, in the order of the kader.

    Args:
        rijen: columns thema, thema_volgorde, status and aantal; one row per thema and status.
    """
    per_thema: dict[str, dict[str, int]] = {thema: {} for thema in _per_thema(rijen)}
    for thema, status, aantal in zip(rijen["thema"], rijen["status"], rijen["aantal"], strict=True):
        per_status = per_thema[str(thema)]
        per_status[str(status)] = per_status.get(str(status), 0) + int(aantal)
    return [
        Staaf(thema, tuple((statusbeeld(status), eigen[status]) for status in STATUS if eigen.get(status)))
        for thema, eigen in per_thema.items()
    ]


def _per_thema(rijen: pd.DataFrame) -> dict[str, int]:
    """How many verbeterpunten each thema has, in the order of the kader."""
    uit: dict[str, int] = {}
    op_volgorde = rijen.sort_values(["thema_volgorde", "thema"])
    for thema, aantal in zip(op_volgorde["thema"], op_volgorde["aantal"], strict=True):
        uit[str(thema)] = uit.get(str(thema), 0) + int(aantal)
    return uit


def themastaven_tekst(rijen: pd.DataFrame) -> str:
    """What the bars show, in words and exact numbers."""
    totaal = int(rijen["aantal"].sum())
    if not totaal:
        return "Er zijn geen verbeterpunten bij deze keuze."
    per_status = rijen.groupby("status")["aantal"].sum().to_dict()
    delen = [f"{getal(per_status[s])} {beeld.woord}" for s, beeld in STATUS.items() if per_status.get(s)]
    themas = [f"{thema} ({getal(n)})" for thema, n in _per_thema(rijen).items()]
    punten = f"{getal(totaal)} {meervoud(totaal, 'verbeterpunt', 'verbeterpunten')}"
    return f"Staven per thema met {punten}: {opsomming(delen)}. Per thema: {opsomming(themas)}."
