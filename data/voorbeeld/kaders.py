"""The fictional kaders as the examples use them: read from the levering beside this file."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.voorbeeld.land import LAATSTE_JAAR

HIER = Path(__file__).with_name("kaders")


@dataclass(frozen=True)
class Indicator:
    """A row of an edition; `begrip` is its id in the first edition that holds it, `rij` its place among its thema."""

    id: str
    begrip: str
    thema: str
    kort: str
    onderwerp: str
    rij: int


@dataclass(frozen=True)
class Kader:
    """A kader with its editions, oldest first: id and indicatoren."""

    id: str
    kort: str
    naam: str
    niveau: str
    edities: tuple[tuple[str, tuple[Indicator, ...]], ...]

    def editie(self, jaar: int, jaren: int) -> tuple[str, tuple[Indicator, ...]]:
        """The edition that is tested against in a year: the second half of the years uses the newest."""
        nieuw = jaar > LAATSTE_JAAR - max(1, jaren // 2)
        return self.edities[-1 if nieuw else 0]


def kopieer(naar: Path) -> None:
    """Put the levering of the fictional kaders into a folder."""
    shutil.copytree(HIER, naar)


@cache
def kaders() -> tuple[Kader, ...]:
    """The fictional kaders."""
    themas = {rij["thema_id"]: rij["thema"] for rij in _lees("themas")}
    gelijk = {rij["naar"]: rij["van"] for rij in _lees("indicator_gelijk")}
    onderwerp = {rij["indicator_id"]: rij["onderwerp_id"] for rij in _lees("indicator_onderwerp")}
    per_editie: dict[str, list[Indicator]] = {}
    for rij in sorted(_lees("indicatoren"), key=lambda rij: int(rij["volgorde"])):
        eigen = per_editie.setdefault(rij["editie_id"], [])
        id_, thema = rij["indicator_id"], themas[rij["thema_id"]]
        plaats = 1 + sum(indicator.thema == thema for indicator in eigen)
        eigen.append(Indicator(id_, gelijk.get(id_, id_), thema, rij["kort"], onderwerp[id_], plaats))
    edities: dict[str, list[tuple[str, tuple[Indicator, ...]]]] = {}
    for rij in sorted(_lees("edities"), key=lambda rij: int(rij["volgorde"])):
        edities.setdefault(rij["kader_id"], []).append((rij["editie_id"], tuple(per_editie[rij["editie_id"]])))
    return tuple(
        Kader(
            rij["kader_id"], rij["kader_id"].removeprefix("fictief-"), rij["kader"].removesuffix(" (fictief)"),
            rij["niveau"], tuple(edities[rij["kader_id"]]),
        )
        for rij in _lees("kaders")
    )  # fmt: skip


def _lees(tabel: str) -> Iterable[dict[str, str]]:
    with (HIER / f"{tabel}.csv").open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))
