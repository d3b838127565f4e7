"""The three easy mistakes are mistakes on the benchmark's own data, and the product's SQL does not make them."""

from __future__ import annotations

import duckdb
import pytest

from data.sql import voer_uit
from tests.fouten_van_anderen import FOUTEN as WERELDEN
from tests.fouten_van_anderen import Fout
from tests.prestatie.fouten import FOUTEN, Aandeel, aandelen
from tests.prestatie.gegevens import MATEN, gevuld, sql
from tests.prestatie.motoren.product import Product, in_geheugen
from tests.werelden import vul


@pytest.fixture(scope="module")
def gevonden() -> dict[str, Aandeel]:
    """On the smallest size."""
    with Product("product", lambda: in_geheugen(gevuld(MATEN["S0"]), 1)) as product:
        product.vraag()
        return {aandeel.naam: aandeel for aandeel in aandelen(product)}


@pytest.mark.parametrize("naam", FOUTEN)
def test_de_fout_geeft_verbeterpunten_een_verkeerde_status(gevonden: dict[str, Aandeel], naam: str) -> None:
    fout = gevonden[naam]
    assert fout.verbeterpunten > 500
    assert fout.verkeerd / fout.verbeterpunten > 0.01


@pytest.mark.parametrize("fout", WERELDEN, ids=lambda fout: fout.naam)
def test_het_product_maakt_de_fout_niet(fout: Fout) -> None:
    """On the small world of each mistake: what the query gives, and what the product gives beside it."""

    con = duckdb.connect(config={"threads": 1})
    vul(con, fout.wereld)
    voer_uit(con, "afleiding/macros")
    with Product("product", lambda: con) as product:
        product.vraag()
        product.con.execute(sql(f"fout_{fout.naam}"))
        rijen = product.con.execute(sql("fout_statussen")).fetchall()
    statussen = [rij[2:] for rij in rijen if rij[:2] == (fout.aanpak, fout.jaar_van)]
    assert statussen == [(fout.status, fout.fout_status)]
