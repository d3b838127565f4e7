"""On whose word it rests that something met the norm: tested, or told by the gemeente itself. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pagina.beeld.zinnen import meervoud


def op_woord(oordelen: Iterable[Mapping[str, Any]]) -> str:
    """On whose word it is that something met the norm, after a sentence that says so; empty text where it was tested.

    Takes rows of eerste_oordelen.sql: ', volgens de gemeente zelf; dat is niet getoetst'.
    """
    tellingen = [(int(rij["oordelen"]), int(rij["verteld"])) for rij in oordelen]
    vertelden = sum(verteld > 0 for _, verteld in tellingen)
    if not vertelden:
        return ""
    wie = f"volgens de {meervoud(vertelden, 'gemeente', 'gemeenten')} zelf"
    if all(alle == verteld for alle, verteld in tellingen):
        return f", {wie}; dat is niet getoetst"
    return f", een deel alleen {wie}; dat deel is niet getoetst"
