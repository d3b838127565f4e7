"""The differences between two leveringen as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from data.aanvaarding.geschiedenis import Verschil
from pagina.beeld.status import bewijswoord
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
#: Columns whose cells are codes of a list, read without their underscores.
CODES = ("uitkomst", "dekking", "soort")
SOORT = {"anders": "gewijzigd", "erbij": "erbij", "weg": "weg"}


def meting(gemeente: str, aanpak: str, peiljaar: object) -> str:
    """A meting in words."""
    return f"{gemeente}, {aanpak}, {peiljaar}"


def tabel(verschillen: Sequence[Verschil], *, bijschrift: str, namen: Mapping[str, str]) -> Markup:
    """Table, row, column, before and after; the first HOOGSTENS of them.

    namen: what an id is called, for those that have a name. An id without one stands as it is.
    """
    return web.webtabel(
        ["Wat", "Tabel", "Rij", "Kolom", "Voor", "Na"],
        [_rij(deel, namen) for deel in verschillen[:HOOGSTENS]],
        bijschrift=bijschrift,
    )


def _rij(deel: Verschil, namen: Mapping[str, str]) -> list[object]:
    rij = web.regels(namen.get(sleutel, sleutel) for sleutel in deel.sleutel.split(" + "))
    cellen = (_waarde(deel.kolom, cel, namen) for cel in (deel.voor, deel.na))
    return [SOORT[deel.soort], TABELLEN.get(deel.tabel, deel.tabel), rij, kolomwoord(deel.kolom), *cellen]


def kolomwoord(kolom: str) -> str:
    """A column of a levering in words: teken_gedrukt is 'gedrukt teken', aanpak_id 'aanpak'."""
    kaal = kolom.removesuffix("_id")
    if kaal.endswith("_gedrukt"):
        kaal = f"gedrukt {kaal.removesuffix('_gedrukt')}"
    return kaal.replace("_", " ")


def _waarde(kolom: str, waarde: str, namen: Mapping[str, str]) -> str:
    """A cell; a code in the words that other pages have for it."""
    if kolom.endswith("_id"):
        return namen.get(waarde, waarde)
    return bewijswoord(waarde) if kolom == "bewijs" else waarde.replace("_", " ") if kolom in CODES else waarde
