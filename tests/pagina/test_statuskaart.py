"""The heatmap of numbers is the heatmap of words, cell by cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.sql import sql
from pagina.beeld.figuren import Kaartwijzer, kaartwijzer, kaartwijzer_van_nummers, status
from pagina.delen.gegevens import als_rijen
from queries import Bron, bron
from tests.queries import test_heatmap
from tests.queries.hulp import ALLES


def test_de_nummers_staan_voor_de_woorden_van_de_database() -> None:
    """What the page and the test of the query know by heart is what schema.sql lists."""
    with duckdb.connect() as con:
        con.execute(sql("schema"))
        lijsten = [dict(con.table(f"opslag.{lijst}").fetchall()) for lijst in ("status", "uitkomst")]
    for statussen, uitkomsten in ((s.STATUSSEN, s.UITKOMSTEN) for s in (status, test_heatmap)):
        assert [dict(enumerate(statussen, 1)), dict(enumerate(uitkomsten, 1))] == lijsten


@pytest.mark.parametrize("map_", ["geleverd_map", "fictieve_map"])
@pytest.mark.parametrize("verloop", [False, True])
def test_elk_vak_zegt_hetzelfde(map_: str, verloop: bool, request: pytest.FixtureRequest) -> None:  # noqa: FBT001
    db = bron(Path(request.getfixturevalue(map_)))
    gezien = 0
    for kader in db.vraag("kaders")["kader_id"]:
        for paar in als_rijen(db.vraag("periodes", kader=kader, verloop=verloop)):
            for eenheid in ("aanpak", "gemeente"):
                keuze = {
                    **ALLES, "kader": kader, "verloop": verloop, "eenheid": eenheid, "periode": paar["periode"],
                    "statussen": None,
                }  # fmt: skip
                jaren = (paar["jaar_van"], paar["jaar_naar"])
                assert _van_nummers(db, keuze, jaren) == _leesbaar(kaartwijzer(db.vraag("cellen", **keuze)))
                gezien += 1
    assert gezien >= 2


def _van_nummers(db: Bron, keuze: dict[str, Any], jaren: tuple[int, int | None]) -> list[Any]:
    frames = (db.vraag(naam, **keuze) for naam in ("heatmap", "heatmap_rijen", "heatmap_kolommen"))
    vakken, rijen, kolommen = frames
    return _leesbaar(kaartwijzer_van_nummers(vakken, rijen, kolommen, jaren))


def _leesbaar(wijzer: Kaartwijzer) -> list[Any]:
    """Rows, columns, and what each cell says; the numbers of the cells themselves do not matter."""
    vakken = [[wijzer.vak(r, k) for k in range(len(wijzer.kolommen))] for r in range(len(wijzer.rijen))]
    return [wijzer.rijen, wijzer.kolommen, vakken]
