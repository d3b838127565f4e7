"""What every engine is to the benchmark, and the form in which answers are held beside each other."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

import duckdb
import pyarrow as pa

from tests.prestatie.gegevens import Bron, sql

#: Columns of the follow-up, all numbers (a date as the day itself); a row has no key, so it is a multiset.
OPVOLGING = (
    "oordeel_nr", "aanpak", "gemeente", "kader", "indicator", "begrip", "jaar_van", "jaar_naar", "moment_van",
    "moment_naar", "uitkomst_van", "uitkomst_naar", "status", "overgenomen", "bewijs_van", "bewijs_naar",
)  # fmt: skip
#: Columns of the matrix: one row per gemeente × indicator, and how many rows of the follow-up have each status.
STATUSSEN = (
    "opgepakt", "deels_opgepakt", "niet_opgepakt", "behouden", "teruggevallen", "niet_beoordeeld",
    "nog_niet_hertoetst", "vervallen",
)  # fmt: skip
MATRIX = ("gemeente", "indicator", *STATUSSEN)
UITKOMSTEN = ("voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld")
BEWIJZEN = (
    "mondelinge_rapportage", "hertoets_verbeterpunten", "casusonderzoek", "stelselonderzoek", "volledige_toets",
)  # fmt: skip


@dataclass(frozen=True)
class Antwoord:
    """The follow-up and the matrix of one engine, as numbers."""

    opvolging: pa.Table
    matrix: pa.Table


class TeLang(Exception):
    """An engine takes longer than it is waited for."""


class Motor(Protocol):
    """An engine with the tables loaded. Only `vraag` is timed."""

    naam: str

    def laad(self, bron: Bron) -> None:
        """Take in the tables that every engine starts from, with the indexes and types that this one is best with."""

    def vraag(self) -> None:
        """The full follow-up and the matrix, whole, where the engine would leave them. TeLang may break it off."""

    def antwoord(self) -> Antwoord:
        """What the last `vraag` found."""

    def ruim(self) -> None:
        """Throw away what `vraag` left."""

    def __enter__(self) -> Self:
        """Start the engine."""

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """Stop it."""


@dataclass(frozen=True)
class Vingerafdruk:
    """Rows, and a hash over all of them in order."""

    rijen: int
    som: str


def op_volgorde(tabel: pa.Table, kolommen: tuple[str, ...]) -> pa.Table:
    """The columns as numbers, the rows in the order of all of them."""
    getallen = [_getallen(tabel.column(kolom)) for kolom in kolommen]
    with duckdb.connect() as con:
        con.register("antwoord", pa.table(getallen, names=list(kolommen)))
        return con.execute(sql("op_volgorde")).to_arrow_table().combine_chunks()


def _getallen(kolom: pa.ChunkedArray) -> pa.ChunkedArray:
    """Of a date the days since 1970."""
    if pa.types.is_timestamp(kolom.type):
        kolom = kolom.cast(pa.date32())
    if pa.types.is_date32(kolom.type):
        kolom = kolom.cast(pa.int32())
    return kolom.cast(pa.int64())


def vingerafdruk(tabel: pa.Table) -> Vingerafdruk:
    """Of a table that `op_volgorde` gave."""
    som = hashlib.sha256()
    for kolom in tabel.itercolumns():
        reeks = kolom.combine_chunks()
        som.update(reeks.is_null().to_numpy(zero_copy_only=False).tobytes())
        som.update(reeks.fill_null(0).to_numpy(zero_copy_only=False).tobytes())
    return Vingerafdruk(tabel.num_rows, som.hexdigest())


def eerste_verschil(links: pa.Table, rechts: pa.Table) -> str:
    """The first row that one of two tables has more often than the other."""
    with duckdb.connect() as con:
        con.register("links", links)
        con.register("rechts", rechts)
        rijen = con.execute(sql("eerste_verschil")).to_arrow_table().to_pylist()
    return "\n".join(map(str, rijen))
