"""Every query gives on the lake what it gives on the file, cell by cell and type by type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb
import pandas as pd
import pytest

from data.bouw.bouwen import bouw
from data.bouw.maken import bouwwijze
from data.lake import lake
from data.voorbeeld import maak
from pagina.uitvoer.inhoud.uit_vraag import VIEWS
from queries import Bron
from queries.lijst import vragen
from tests.geleverd import VIER
from tests.pagina.uitvoer.test_kolommen import ANDERS, GEVRAAGD

#: Beside the choices for the shipped leveringen: those of a fictional world, found in it.
ZOEK = """
select m.kader_id as kader, m.gemeente_code as gemeente, m.rapport_id as rapport, m.aanpak_id as kolom,
    o.indicator_id as indicator, null as periode, date '2022-01-01' as peildatum
from metingen as m inner join oordelen as o using (meting_id)
order by m.peiljaar, m.meting_id, o.indicator_id
limit 1
"""


@pytest.fixture(scope="module")
def paren(nieuw_lake: Callable[[], str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Bron, Bron]]:
    """Of the shipped leveringen and of a fictional world: the file, and what a machine reads of the lake."""
    map_, waar = tmp_path_factory.mktemp("antwoorden"), nieuw_lake()
    maak(map_ / "wereld", gemeenten=6, jaren=6, zaad=6)
    gevonden = {}
    for naam, winkel in {"geleverd": VIER, "wereld": [map_ / "wereld"]}.items():
        gebouwd = bouw(winkel, naar=map_ / f"{naam}.duckdb")
        inhoud = lake.Publicatie(0, gebouwd.datasetversie, gebouwd.datasetversie, bouwwijze())
        weg = {"openbaar": gebouwd.bestand, "alles": gebouwd.bestand}
        lake.publiceer(waar, inhoud, **weg, bestanden=map_ / "parquet", minder=True)
        with duckdb.connect() as con:
            lake.open_lake(con, waar)
            terug = map_ / f"{naam}-lake.duckdb"
            lake.haal(con, waar, lake.publicaties(con)[0], schema=lake.OPENBAAR, bestand=terug)
        gevonden[naam] = (Bron(gebouwd.bestand), Bron(terug))
    return gevonden


def _keuzes(naam: str, feiten: Bron) -> dict[str, Any]:
    """Values for every parameter that give most queries rows."""
    if naam == "geleverd":
        return GEVRAAGD
    with feiten._con.cursor() as cursor:
        ((*waarden,),) = cursor.execute(ZOEK).fetchall()
        return GEVRAAGD | dict(zip([kop[0] for kop in cursor.description], waarden, strict=True))


@pytest.mark.parametrize("naam", ["geleverd", "wereld"])
@pytest.mark.parametrize(
    "keuze",
    [{}, pytest.param({"eenheid": "gemeente", "verloop": True, "periode": None}, marks=pytest.mark.duur)],
    ids=["stap", "verloop"],
)
def test_elke_vraag_geeft_hetzelfde(paren: dict[str, tuple[Bron, Bron]], naam: str, keuze: dict[str, object]) -> None:
    bestand, uit_lake = paren[naam]
    waarden = _keuzes(naam, bestand) | keuze
    gevuld = 0
    for vraag in vragen():
        for view in VIEWS if vraag == "bekijk" else [""]:
            eigen = waarden | {"view": view} | (ANDERS.get(vraag, {}) if naam == "geleverd" else {})
            goed = bestand.vraag(vraag, **eigen)
            pd.testing.assert_frame_equal(uit_lake.vraag(vraag, **eigen), goed)
            gevuld += len(goed) > 0
    assert gevuld > 40
