"""Who takes part in the benchmark."""

from __future__ import annotations

from pathlib import Path

from tests.prestatie.motor import Motor
from tests.prestatie.motoren.pandas_motor import Pandas
from tests.prestatie.motoren.polars_motor import Polars
from tests.prestatie.motoren.postgres import Postgres
from tests.prestatie.motoren.product import Product, ZonderOpvolging, in_geheugen
from tests.prestatie.motoren.sqlite import Sqlite

#: As a build of many leveringen: with every core (data/bouw/maken.py).
PRODUCT = "product"
PRODUCT_1 = "product, 1 draad"
PANDAS_STR, PANDAS_CAT = "pandas, str", "pandas, category"
POLARS_WOORDEN, POLARS_GETALLEN = "polars, Parquet met woorden", "polars, Parquet met getallen"
SQLITE, POSTGRES = "SQLite", "PostgreSQL 15"
ZONDER = "zelfde GROUP BY zonder opvolging"


def peers() -> list[Motor]:
    """What a user would otherwise take."""
    return [
        Pandas(PANDAS_STR, categorie=False), Pandas(PANDAS_CAT, categorie=True),
        Polars(POLARS_WOORDEN, woorden=True), Polars(POLARS_GETALLEN, woorden=False),
        Sqlite(SQLITE), Postgres(POSTGRES),
    ]  # fmt: skip


def deelnemers(gevuld: Path) -> list[Motor]:
    """All that answer the question, the product first."""
    return [
        Product(PRODUCT, lambda: in_geheugen(gevuld)),
        Product(PRODUCT_1, lambda: in_geheugen(gevuld, 1)),
        *peers(),
    ]


def grens(gevuld: Path) -> Motor:
    """What no follow-up can be faster than, with every core as the product."""
    return ZonderOpvolging(ZONDER, lambda: in_geheugen(gevuld))
