"""Three easy ways to be wrong, each written out as a query, and how often each is wrong on the data of a benchmark."""

from __future__ import annotations

from dataclasses import dataclass

from tests.prestatie.gegevens import sql
from tests.prestatie.motoren.product import Product

#: Each is sql/fout_<naam>.sql, and a world of tests/fouten_van_anderen.py under the same name.
FOUTEN = ("zonder_lijn", "hele_familie", "jaar_erna")


@dataclass(frozen=True)
class Aandeel:
    """Of so many verbeterpunten a wrong query gives so many another status; and how many opgepakt both find."""

    naam: str
    verbeterpunten: int
    verkeerd: int
    opgepakt: int
    fout_opgepakt: int


def aandelen(product: Product) -> list[Aandeel]:
    """Beside what the product found in its last `vraag`."""
    gevonden = []
    for naam in FOUTEN:
        product.con.execute(sql(f"fout_{naam}"))
        rij = product.con.execute(sql("fout_aandeel")).fetchone()
        assert rij is not None
        gevonden.append(Aandeel(naam, *rij))
        product.con.execute(sql("fout_weg"))
    return gevonden
