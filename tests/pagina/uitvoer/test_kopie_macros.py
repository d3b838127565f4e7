"""data/gebouwd/kopie_macros.sql: a cell in SQL is, sign for sign, the cell that pagina/uitvoer/vormen/csv.py writes."""

from __future__ import annotations

import datetime as dt
import random
import unicodedata
from collections.abc import Iterator
from itertools import product

import duckdb
import pandas as pd
import pytest

from data.sql import sql, voer_uit
from pagina.uitvoer.inhoud.lijsten import LIJSTEN
from pagina.uitvoer.vormen.csv import veilig

#: What changes a cell, or nearly does, more often than chance would bring it.
LASTIG = (
    "=+-@'\"; ,\t\n\r ab1(_#|＝＋－＠\u200b\ufeff\u2060\u200d\x85\xa0\u3000\u2028\x01\x0b\x0c\x1c\x7f\ufffe\uffffé€"
)


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as verbinding:
        verbinding.execute(sql("gebouwd/kopie_macros"))
        yield verbinding


def _teksten() -> list[str]:
    """Random texts of such signs, and every known sign where it could matter."""
    worp = random.Random(6)
    los = ["".join(worp.choices(LASTIG, k=worp.randint(0, 9))) for _ in range(20_000)]
    bekend = [chr(nr) for nr in range(1, 0x3000) if unicodedata.category(chr(nr)) not in {"Cn", "Cs"}]
    return los + [vorm.format(teken) for teken in bekend for vorm in ("{}=1", ";-{}", "a{}-x", ";{}=x")]


def test_een_tekst(con: duckdb.DuckDBPyConnection) -> None:
    teksten = _teksten()
    con.register("tekst", pd.DataFrame({"nr": range(len(teksten)), "tekst": teksten}))
    gemaakt = con.execute("select csv_tekst(tekst) from tekst order by nr").fetchall()
    verwacht = [veilig(tekst) or None for tekst in teksten]
    fout = [paar for paar, (cel,) in zip(zip(teksten, verwacht, strict=True), gemaakt, strict=True) if paar[1] != cel]
    assert fout[:5] == []
    assert sum(tekst != cel for tekst, cel in zip(teksten, verwacht, strict=True)) > 5000


def test_wat_geen_tekst_is(con: duckdb.DuckDBPyConnection) -> None:
    vraag = "select csv_getal(-12), csv_dag('0987-02-03'::date), csv_janee(true), csv_janee(false)"
    vraag += ", csv_delen(['=a', 'b', null])"
    assert con.execute(vraag).fetchall() == [("-12", dt.date(987, 2, 3).isoformat(), "ja", "nee", "'=a | b | None")]
    leeg = "select csv_tekst(null), csv_tekst(''), csv_getal(null), csv_dag(null), csv_janee(null), csv_delen(null)"
    assert con.execute(leeg).fetchall() == [(None,) * 6]


def test_woorden(con: duckdb.DuckDBPyConnection) -> None:
    vraag = "select csv_woord($code, ['a', 'b'], ['een', 'twee']), csv_woorden($code, ['a', 'b'], ['een', 'twee'])"
    assert con.execute(vraag, {"code": "b"}).fetchall() == [("twee", "twee")]
    assert con.execute(vraag, {"code": None}).fetchall() == [(None, None)]
    assert con.execute("select csv_woorden('b + a', ['a', 'b'], ['een', 'twee'])").fetchall() == [("twee + een",)]
    with pytest.raises(duckdb.InvalidInputException, match="onbekende code: c"):
        con.execute(vraag, {"code": "c"})


def test_geen_eigen_woord_hoeft_veilig_gemaakt() -> None:
    """The macros write our own words as they are."""
    woorden = {woord.woord for lijst in LIJSTEN.values() for woord in lijst.values()}
    assert {woord for woord in woorden if veilig(woord) != woord} == set()
    assert len(woorden) > 10


@pytest.mark.parametrize(("soort", "heel"), [("id", "alkmaar-helpende-hand-2014"), ("gemeente_code", "GM0361")])
def test_geen_code_hoeft_veilig_gemaakt(soort: str, heel: str) -> None:
    """What a build takes for an id or a CBS-code is written as it is: tried with every text of four such signs."""
    teksten = [
        heel,
        *("".join(tekens) for lengte in range(1, 5) for tekens in product("a0-=+@\t\n; 'GM", repeat=lengte)),
    ]
    vraag = "select t from (select unnest($teksten) as t) where ruw.keur(t, $soort, true) is null"
    with duckdb.connect() as verbinding:
        voer_uit(verbinding, "schema", "afleiding/macros", "bouw/ruw")
        goed = [tekst for (tekst,) in verbinding.execute(vraag, {"teksten": teksten, "soort": soort}).fetchall()]
    assert heel in goed
    assert [tekst for tekst in goed if veilig(tekst) != tekst] == []
