"""Bars: the verbeterpunten of each thema by what became of them. Pure; `pagina.delen.staven` draws them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from pagina.beeld.figuren.status import verdeling
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
    """One bar per thema, in the order of the kader; of a status what was tested stands before what was told.

    Args:
        rijen: columns thema, thema_volgorde, status, verteld and aantal; one row per thema, status and verteld.
    """
    per_thema: dict[str, Counter[tuple[str, bool]]] = {thema: Counter() for thema in _per_thema(rijen)}
    velden = (rijen["thema"], rijen["status"], rijen["verteld"], rijen["aantal"])
    for thema, status, verteld, aantal in zip(*velden, strict=True):
        per_thema[str(thema)][str(status), bool(verteld)] += int(aantal)
    soorten = [(status, verteld) for status in STATUS for verteld in (False, True)]
    return [
        Staaf(thema, tuple((statusbeeld(s, verteld=v), eigen[s, v]) for s, v in soorten if eigen[s, v]))
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
    per_status, verteld = (
        {str(status): int(aantal) for status, aantal in deel.groupby("status")["aantal"].sum().items()}
        for deel in (rijen, rijen[rijen["verteld"].astype(bool)])
    )
    themas = [f"{thema} ({getal(n)})" for thema, n in _per_thema(rijen).items()]
    punten = f"{getal(totaal)} {meervoud(totaal, 'verbeterpunt', 'verbeterpunten')}"
    return f"Staven per thema met {punten}: {verdeling(per_status, verteld)}. Per thema: {opsomming(themas)}."
