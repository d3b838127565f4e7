"""The fictional leveringen as plain Python reads them, and as a world for the oracle."""

from __future__ import annotations

import csv
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.orakel import Aanpak, Editie, Indicator, Meting, Oordeel, Wereld

Rij = dict[str, str]


def lees(map_: Path, tabel: str) -> list[Rij]:
    """The rows of one table of all leveringen in a folder, as the csv module reads them."""
    rijen: list[Rij] = []
    for pad in sorted(map_.glob(f"*/{tabel}.csv")):
        with pad.open(encoding="utf-8", newline="") as bestand:
            rijen += csv.DictReader(bestand)
    return rijen


def laatste_dag(tekst: str) -> date:
    """The last day of a date, month or year."""
    delen = [int(deel) for deel in tekst.split("-")]
    jaar, maand = delen[0], delen[1] if len(delen) > 1 else 12
    return date(jaar, maand, delen[2] if len(delen) > 2 else monthrange(jaar, maand)[1])


def begrippen(map_: Path) -> dict[str, str]:
    """The begrip of each indicator: its own id, or that of the indicator in the edition before it."""
    gelijk = {rij["naar"]: rij["van"] for rij in lees(map_, "indicator_gelijk")}
    return {
        rij["indicator_id"]: gelijk.get(rij["indicator_id"], rij["indicator_id"]) for rij in lees(map_, "indicatoren")
    }


def families(map_: Path) -> dict[str, str]:
    """Per aanpak the gemeente in which its line ends up: no line leaves one but by a merger."""
    opgegaan = {rij["van"]: rij["naar"] for rij in lees(map_, "gebiedswijzigingen")}
    return {a["aanpak_id"]: opgegaan.get(a["gemeente_code"], a["gemeente_code"]) for a in lees(map_, "aanpakken")}


def werelden(map_: Path) -> Iterator[Wereld]:
    """The leveringen as worlds for the oracle, one per gemeente (with what merged into it), so that it stays quick."""
    familie = families(map_)
    van_meting = {rij["meting_id"]: familie[rij["aanpak_id"]] for rij in lees(map_, "metingen")}
    begrip = begrippen(map_)
    edities = tuple(Editie(e["editie_id"], e["kader_id"], int(e["volgorde"])) for e in lees(map_, "edities"))
    indicatoren = tuple(
        Indicator(i["indicator_id"], i["editie_id"], begrip[i["indicator_id"]]) for i in lees(map_, "indicatoren")
    )
    metingen, oordelen = _metingen(map_), _oordelen(map_)
    for code in sorted(set(familie.values())):
        yield Wereld(
            aanpakken=tuple(
                Aanpak(a["aanpak_id"], a["gemeente_code"], a["aanpak"], laatste_dag(a["einde"]) if a["einde"] else None)
                for a in lees(map_, "aanpakken")
                if familie[a["aanpak_id"]] == code
            ),
            opvolging=tuple((o["van"], o["naar"]) for o in lees(map_, "aanpak_opvolging") if familie[o["van"]] == code),
            edities=edities,
            indicatoren=indicatoren,
            metingen=tuple(m for m in metingen if van_meting[m.id] == code),
            oordelen=tuple(o for o in oordelen if van_meting[o.meting] == code),
        )


def _eerste_drukken(map_: Path) -> dict[str, str]:
    """Per meting the rapport that printed it first."""
    verschenen = {r["rapport_id"]: laatste_dag(r["gepubliceerd"]) for r in lees(map_, "rapporten")}
    drukken: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for rij in lees(map_, "meting_rapport"):
        drukken[rij["meting_id"]].append((verschenen[rij["rapport_id"]], rij["rapport_id"]))
    return {meting: min(rapporten)[1] for meting, rapporten in drukken.items()}


def _metingen(map_: Path) -> list[Meting]:
    kader = {rij["editie_id"]: rij["kader_id"] for rij in lees(map_, "edities")}
    rapport = _eerste_drukken(map_)
    return [
        Meting(
            id=m["meting_id"],
            aanpak=m["aanpak_id"],
            kader=kader[m["editie_id"]],
            editie=m["editie_id"],
            peiljaar=int(m["peiljaar"]),
            moment=laatste_dag(m["bezoek_op"] or m["onderzoek_tot"] or m["peiljaar"]),
            bewijs=m["bewijs"],
            rapport=rapport[m["meting_id"]],
        )
        for m in lees(map_, "metingen")
    ]


def _oordelen(map_: Path) -> list[Oordeel]:
    """Each oordeel once: the printing that a conflict names, else the first."""
    rapport = _eerste_drukken(map_)
    geldt = {(c["meting_id"], c["indicator_id"]): c["geldt"] for c in lees(map_, "conflicten")}
    return [
        Oordeel(o["meting_id"], o["indicator_id"], o["uitkomst"])
        for o in lees(map_, "oordelen")
        if o["rapport_id"] == geldt.get((o["meting_id"], o["indicator_id"]), rapport[o["meting_id"]])
    ]
