"""The differences between two leveringen as a table."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from data.aanvaarding.geschiedenis import Verschil
from pagina.delen import web

#: Differences shown at once; a kader replaced whole has thousands.
HOOGSTENS = 200
TABELLEN = {
    "rapporten": "rapport",
    "weergaven": "weergave",
    "aanpakken": "aanpak",
    "aanpak_opvolging": "opvolging van aanpakken",
    "metingen": "meting",
    "meting_rapport": "meting in rapport",
    "oordelen": "oordeel",
    "conflicten": "conflict",
    "bevindingen": "bevinding",
    "bevinding_indicator": "indicator bij bevinding",
    "gemeld_actiepunt": "gemeld actiepunt",
    "gemeld_indicator": "gemeld verbeterpunt",
}
SOORT = {"anders": "gewijzigd", "erbij": "erbij", "weg": "weg"}


def tabel(verschillen: Sequence[Verschil], *, bijschrift: str) -> Markup:
    """Table, row, column, before and after; the first HOOGSTENS of them."""
    return web.webtabel(
        ["Wat", "Tabel", "Rij", "Kolom", "Voor", "Na"],
        [_rij(deel) for deel in verschillen[:HOOGSTENS]],
        bijschrift=bijschrift,
    )


def _rij(deel: Verschil) -> list[object]:
    return [SOORT[deel.soort], TABELLEN.get(deel.tabel, deel.tabel), deel.sleutel, deel.kolom, deel.voor, deel.na]
