"""The heatmap of numbers is the heatmap of words, cell by cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pagina.beeld.figuren import Kaartwijzer, kaartwijzer, kaartwijzer_van_nummers, status
from pagina.delen.gegevens import als_rijen
from queries import Bron, bron
from tests.queries import test_heatmap
from tests.queries.hulp import ALLES


def test_de_nummers_staan_voor_dezelfde_woorden() -> None:
    assert (status.STATUSSEN, status.UITKOMSTEN) == (test_heatmap.STATUSSEN, test_heatmap.UITKOMSTEN)


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
