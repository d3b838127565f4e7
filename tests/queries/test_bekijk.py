"""A public view whole, in an order of its own."""

from __future__ import annotations

import duckdb
import pytest

from queries import Bron
from tests.contract import CONTRACT
from tests.queries.hulp import BELEID, rijen

#: Counted by hand in data/leveringen; tests/queries/test_contract.py says how.
AANTALLEN = {
    "oordelen": 63, "opvolging": 63, "verloop": 51, "stand": 45, "bevindingen": 63, "actiepunten": 11, "dataset": 1,
}  # fmt: skip


@pytest.mark.parametrize("view", CONTRACT)
def test_elke_belofte_zonder_klok_en_zonder_eigen_nummers(bron: Bron, view: str) -> None:
    antwoord = bron.vraag("bekijk", view=view)
    assert len(antwoord) == AANTALLEN[view]
    assert set(CONTRACT[view].split()) - {"gebouwd_op"} <= set(antwoord.columns)
    assert [naam for naam in antwoord.columns if naam.endswith("_nr") or naam == "gebouwd_op"] == []


def test_op_volgorde_van_de_kolommen(bron: Bron) -> None:
    eerste = ("gemeente_code", "gemeente", "aanpak", "kader", "niveau", "thema", "indicator_id")
    antwoord = rijen(bron.vraag("bekijk", view="stand"), *eerste)
    assert antwoord == sorted(antwoord)
    assert antwoord[0][:2] == ("GM0080", "Leeuwarden")


def test_dezelfde_cijfers_als_de_vraag_ernaar(bron: Bron) -> None:
    antwoord = bron.vraag("bekijk", view="opvolging")
    beleid = antwoord[(antwoord["kader_id"] == BELEID) & antwoord["was_verbeterpunt"] & (antwoord["jaar_van"] == 2013)]
    # 10 in Leeuwarden; in Alkmaar 5 X again and one empty cell
    assert beleid["status"].value_counts().to_dict() == {"opgepakt": 10, "niet_opgepakt": 5, "niet_beoordeeld": 1}


def test_een_view_die_er_niet_is(bron: Bron) -> None:
    with pytest.raises(duckdb.CatalogException, match="geen does not exist"):
        bron.vraag("bekijk", view="geen")
