"""The questions of the pages, and the database that they are asked of."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from data.bouw.maken import TELLING, VIEWS, bouwwijze, leid_af
from data.sql import voer_uit
from queries.loper import SELECTIE
from tests.prestatie.gegevens import Maat, gevuld

SQL = Path(__file__).with_name("sql")
#: All that Opvolging can narrow, and nothing narrowed.
RUIM = dict.fromkeys((*SELECTIE[1:], "statussen"))
#: Asked of steps and courses, in both units.
GETELD = ("totalen", "heatmap", "statussen_per_thema", "aandeel_per_gemeente", "aandeel_per_periode", "cijfers")
NAUWER = ("totalen", "heatmap")
#: Asked once: lists of the filters, and what Overzicht shows.
LIJSTEN = (
    "periodes", "kaders", "themas", "gemeenten_met_meting", "heatmap_rijen", "dekking", "open_nu", "open_per_gemeente",
    "onbekend_per_kader",
)  # fmt: skip


@dataclass(frozen=True)
class Vraag:
    """One question as a page asks it, and the bare scan beside it."""

    naam: str
    bestand: str
    parameters: dict[str, Any]
    kaal: str
    getallen: dict[str, Any]


def sql(naam: str) -> str:
    """The text of sql/<naam>.sql beside this file."""
    return (SQL / f"{naam}.sql").read_text(encoding="utf-8")


@cache
def kale_scans() -> dict[str, str]:
    """The bare scans by name."""
    delen = sql("kaal").split("-- naam: ")[1:]
    return {deel.split("\n", 1)[0].strip(): deel.split("\n", 1)[1] for deel in delen}


def gebouwd(maat: Maat, geheugen: str = "6GB") -> Path:
    """A database of this size as a build leaves it; made once for each way of building, then kept under build/."""
    basis = gevuld(maat)
    stam = f"{basis.stem}-gebouwd-"
    doel = basis.with_name(f"{stam}{hashlib.sha256(bouwwijze().encode()).hexdigest()[:8]}.duckdb")
    if not doel.exists():
        for oud in basis.parent.glob(f"{stam}*"):
            oud.unlink()
        nieuw = doel.with_suffix(".nieuw")
        shutil.copy(basis, nieuw)
        with duckdb.connect(nieuw, config={"memory_limit": geheugen}) as con:
            _ververs_macros(con)
            leid_af(con)
            voer_uit(con, *TELLING, *VIEWS)
            con.execute(sql("herkomst"))
            con.execute("checkpoint")
        nieuw.replace(doel)
    return doel


def _ververs_macros(con: duckdb.DuckDBPyConnection) -> None:
    """Put the macros of now in the place of those with which the tables were filled."""
    for (weg,) in con.execute(sql("macros_weg")).fetchall():
        con.execute(weg)
    voer_uit(con, "afleiding/macros")


def vragen(con: duckdb.DuckDBPyConnection) -> Iterator[Vraag]:
    """Every question in every unit, of steps and of courses; the kader and years that hold most."""
    for verloop in (False, True):
        kader, nr, van, naar = con.execute(sql("drukste"), {"verloop": verloop}).fetchall()[0]
        themas, begrippen, gemeenten, nummers = con.execute(sql("nauwer"), {"kader_nr": nr}).fetchall()[0]
        getallen = {"verloop": verloop, "kader_nr": nr, "jaar_van": van, "jaar_naar": naar}
        basis = {"kader": kader, "periode": f"{van}-{naar}", "verloop": verloop, "per": "gemeente", **RUIM}
        telwijze = "verloop" if verloop else "stappen"
        for eenheid in ("aanpak", "gemeente"):
            ruim = basis | {"eenheid": eenheid}
            for naam in GETELD:
                yield Vraag(f"{naam}, {eenheid}, {telwijze}", naam, ruim, f"{naam}, {eenheid}", getallen)
            nauw = ruim | {"themas": themas, "gemeenten": gemeenten}
            for naam in NAUWER:
                kaal, eng = f"{naam} gefilterd, {eenheid}", {"begrippen": begrippen, "gemeenten": nummers}
                yield Vraag(f"{naam} gefilterd, {eenheid}, {telwijze}", naam, nauw, kaal, getallen | eng)
            yield Vraag(f"kaart, {eenheid}, {telwijze}", "kaart", ruim, f"kaart, {eenheid}", getallen)
        yield Vraag(
            f"selectie_waarschuwing, {telwijze}", "selectie_waarschuwing", basis, "selectie_waarschuwing", getallen
        )
        if not verloop:
            los = basis | {"met_opgegaan": True, "eenheid": "aanpak"}
            for naam in LIJSTEN:
                yield Vraag(naam, naam, los, naam, getallen)
            yield Vraag("heatmap_kolommen, aanpak", "heatmap_kolommen", los, "heatmap_kolommen, aanpak", getallen)
