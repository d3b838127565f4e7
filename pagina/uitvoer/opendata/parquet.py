"""A table as Parquet, for programs: typed columns, what they mean, and where they come from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Kolom, Rij

#: Rows in a row group: what is in memory at a time.
GROEP = 10_000

_SOORTEN: dict[str, Any] = {
    "tekst": pa.string(),
    "keuze": pa.string(),
    "getal": pa.int64(),
    "jaar": pa.int16(),
    "procent": pa.int64(),
    "datum": pa.date32(),
    "janee": pa.bool_(),
}


def schrijf(stuk: Stuk, pad: Path) -> None:
    """Write the table, columns under the names of the view; the same bytes for the same content.

    The schema carries of each column head, omschrijving and eenheid, and under `herkomst` what `als_json` says.
    Raises TypeError for a number that is not whole.
    """
    herkomst = json.dumps(stuk.herkomst.als_json(), ensure_ascii=False)
    schema = pa.schema([_veld(kolom) for kolom in stuk.tabel.kolommen], metadata={"herkomst": herkomst})
    with pq.ParquetWriter(pad, schema, compression="zstd") as schrijver:
        rijen = stuk.tabel.rijen()
        for groep in _groepen(rijen):
            kolommen = zip(*groep, strict=True)
            delen = [pa.array(_heel(cellen), veld.type) for cellen, veld in zip(kolommen, schema, strict=True)]
            schrijver.write_table(pa.Table.from_arrays(delen, schema=schema))


def _groepen(rijen: Iterator[Rij]) -> Iterator[list[Rij]]:
    while groep := list(islice(rijen, GROEP)):
        yield groep


def _veld(kolom: Kolom) -> pa.Field:
    uitleg = {"kop": kolom.kop, "omschrijving": kolom.omschrijving, "eenheid": kolom.eenheid}
    return pa.field(kolom.naam, _SOORTEN[kolom.soort], metadata={k: v for k, v in uitleg.items() if v})


def _heel(cellen: tuple[Any, ...]) -> list[Any]:
    if any(isinstance(cel, Decimal) for cel in cellen):
        raise TypeError("een getal dat niet heel is past niet in een kolom van hele getallen")
    return list(cellen)
