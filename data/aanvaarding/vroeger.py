"""What rapporten, aanpakken and metingen are or were called, also those of leveringen that no longer count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.bouw.bouwen import alle_mappen
from data.levering.leveringen import Levering, zoek
from data.levering.vorm import tabellen


@dataclass(frozen=True)
class Namen:
    """By id: the titel of a rapport, the name of an aanpak, and of a meting its gemeente, aanpak and peiljaar."""

    rapporten: Mapping[str, str]
    aanpakken: Mapping[str, str]
    metingen: Mapping[str, tuple[str, str, str]]


def namen(mappen: Sequence[Path] | None = None) -> Namen:
    """Every name that a levering ever gave; of two for one id the latest.

    `mappen`: folders of leveringen (default: the accepted ones); the product's own lists are always there.
    """
    leveringen = sorted(zoek(alle_mappen(mappen))[0], key=lambda lev: (lev.moment, lev.id))
    gemeenten = {rij["gemeente_code"]: rij["gemeente"] for rij in _rijen(leveringen, "gemeenten")}
    aanpakken = {rij["aanpak_id"]: rij for rij in _rijen(leveringen, "aanpakken")}
    van = {id_: gemeenten.get(rij["gemeente_code"], rij["gemeente_code"]) for id_, rij in aanpakken.items()}
    return Namen(
        rapporten={rij["rapport_id"]: rij["titel"] for rij in _rijen(leveringen, "rapporten")},
        aanpakken={id_: rij["aanpak"] for id_, rij in aanpakken.items()},
        metingen={
            rij["meting_id"]: (van[rij["aanpak_id"]], aanpakken[rij["aanpak_id"]]["aanpak"], rij["peiljaar"])
            for rij in _rijen(leveringen, "metingen")
            if rij["aanpak_id"] in aanpakken
        },
    )


def _rijen(leveringen: Sequence[Levering], tabel: str) -> Iterator[dict[str, str]]:
    """The rows of a table in all these leveringen."""
    for levering in leveringen:
        for gelezen in levering.bestanden:
            if gelezen.tabel == tabel:
                yield from (dict(zip(tabellen()[tabel], cellen, strict=True)) for cellen in gelezen.rijen())
