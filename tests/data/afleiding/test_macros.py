"""data/afleiding/macros.sql: codes by name, dates that are partly known, branches together, the table of statuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

import duckdb
import pytest

from data.sql import HIER, voer_uit
from tests.orakel.lijn import samen

# uitkomst_nr and status_nr, as data/schema.sql lists them
V, X, M = 1, 2, 3
OPGEPAKT, DEELS, NIET, BEHOUDEN, TERUGGEVALLEN = range(1, 6)


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as verbinding:
        voer_uit(verbinding, "schema", "afleiding/macros")
        yield verbinding


def waarde(con: duckdb.DuckDBPyConnection, uitdrukking: str) -> object:
    return con.execute(f"select {uitdrukking}").fetchall()[0][0]


@pytest.mark.parametrize("lijst", ["uitkomst", "status"])
def test_elke_code_heeft_een_naam(con: duckdb.DuckDBPyConnection, lijst: str) -> None:
    codes = dict(con.table(f"opslag.{lijst}").project(f"{lijst}, {lijst}_nr").fetchall())
    namen = {woord: f"{lijst}_{woord}" if woord == "niet_beoordeeld" else woord for woord in codes}
    assert {woord: waarde(con, f"{naam}()") for woord, naam in namen.items()} == codes


def test_wat_de_gemeente_zegt_heeft_een_naam(con: duckdb.DuckDBPyConnection) -> None:
    gevonden = con.table("opslag.bewijs").filter("bewijs_nr = mondelinge_rapportage()").project("bewijs").fetchall()
    assert gevonden == [("mondelinge_rapportage",)]


@pytest.mark.parametrize(
    ("macro", "lijst", "woorden"),
    [
        ("is_bekend", "uitkomst", {"voldoet", "verbeterpunt", "gemengd"}),
        ("is_verbeterpunt", "uitkomst", {"verbeterpunt", "gemengd"}),
        ("is_beoordeeld", "status", {"opgepakt", "deels_opgepakt", "niet_opgepakt"}),
    ],
)
def test_soorten(con: duckdb.DuckDBPyConnection, macro: str, lijst: str, woorden: set[str]) -> None:
    gevonden = con.table(f"opslag.{lijst}").filter(f"{macro}({lijst}_nr)").project(lijst).fetchall()
    assert {woord for (woord,) in gevonden} == woorden


#: A code that is compared with, or made of, a number.
BAAR = re.compile(
    r"\b\w*(?:uitkomst|status|bewijs|dekking)\w*_nr\)?\s*(?:=|<>|<=?|>=?|in\s*\()\s*[1-9]"
    r"|[1-9]\s*(?:=|<>|<=?|>=?)\s*\w*(?:uitkomst|status|bewijs|dekking)\w*_nr\b"
    r"|[1-9]\)*::utinyint as \w*(?:uitkomst|status|bewijs|dekking)\w*_nr\b"
)


def test_nergens_anders_staat_een_code_als_getal() -> None:
    """Whoever reads a statement reads what it is about."""
    kaal = [
        f"{pad.name}: {regel.strip()}"
        for kamer in (HIER, HIER.parent / "queries")
        for pad in sorted(kamer.rglob("*.sql"))
        if pad.name != "schema.sql"
        for regel in pad.read_text(encoding="utf-8").splitlines()
        if BAAR.search(regel.partition("--")[0])
    ]
    assert kaal == []
    assert BAAR.search("where o.uitkomst_nr <= 3")
    assert BAAR.search("s.status_nr in (7, 8)")


@pytest.mark.parametrize(
    ("tekst", "eerste", "laatste"),
    [
        ("'2014'", date(2014, 1, 1), date(2014, 12, 31)),
        ("'2016-02'", date(2016, 2, 1), date(2016, 2, 29)),
        ("'2015-02'", date(2015, 2, 1), date(2015, 2, 28)),
        ("'2014-11-25'", date(2014, 11, 25), date(2014, 11, 25)),
        ("'2014-13'", None, None),
        ("'2015-02-29'", None, None),
        ("null", None, None),
    ],
)
def test_eerste_en_laatste_dag(
    con: duckdb.DuckDBPyConnection, tekst: str, eerste: date | None, laatste: date | None
) -> None:
    assert waarde(con, f"eerste_dag({tekst})") == eerste
    assert waarde(con, f"laatste_dag({tekst})") == laatste


@pytest.mark.parametrize(
    ("bezoek", "tot", "moment"),
    [
        ("'2014-11-25'", "'2014-12'", date(2014, 11, 25)),
        ("null", "'2014-11'", date(2014, 11, 30)),
        ("null", "'2015'", date(2015, 12, 31)),
        ("null", "null", date(2013, 12, 31)),
    ],
)
def test_moment(con: duckdb.DuckDBPyConnection, bezoek: str, tot: str, moment: date) -> None:
    assert waarde(con, f"moment({bezoek}, {tot}, '2013')") == moment


WOORD = {V: "voldoet", X: "verbeterpunt", M: "gemengd"}


@pytest.mark.parametrize("takken", [t for n in (1, 2, 3) for t in product((None, V, X, M), repeat=n)])
def test_combineer(con: duckdb.DuckDBPyConnection, takken: tuple[int | None, ...]) -> None:
    """All sets of up to three branches, as the oracle puts them together."""
    bekend = [tak for tak in takken if tak is not None]
    kleinste, grootste = (min(bekend), max(bekend)) if bekend else ("null", "null")
    uitkomst = waarde(con, f"combineer({None in takken}, {kleinste}, {grootste})")
    verwacht = samen(None if tak is None else WOORD[tak] for tak in takken)
    assert (None if uitkomst is None else WOORD[int(str(uitkomst))]) == verwacht


@pytest.mark.parametrize(
    ("van", "naar", "status"),
    [
        (X, V, OPGEPAKT), (M, V, OPGEPAKT), (X, M, DEELS), (X, X, NIET), (M, M, NIET), (M, X, NIET),
        (V, V, BEHOUDEN), (V, M, TERUGGEVALLEN), (V, X, TERUGGEVALLEN),
    ],
)  # fmt: skip
def test_status(con: duckdb.DuckDBPyConnection, van: int, naar: int, status: int) -> None:
    assert waarde(con, f"status({van}, {naar})") == status


@pytest.mark.parametrize(
    ("gedrukt", "thema", "ander"),
    [
        (None, "De aanpak", None),
        ("Aanpak", "De aanpak", None),
        ("de aanpak", "Aanpak", None),
        ("Gezin Centraal", "Gezin centraal", None),
        ("ÉÉN PLAN", "één plan", None),  # capitals beyond ASCII
        ("Toeleiding", "De aanpak", "Toeleiding"),
        ("De Toeleiding", "Aanpak", "De Toeleiding"),  # as printed, article and all
        ("Denken", "Nken", "Denken"),  # no article
        ("De de aanpak", "Aanpak", "De de aanpak"),  # one article, and no more
        ("Samenwerking de keten", "Samenwerking keten", "Samenwerking de keten"),  # nor one within
    ],
)
def test_onder_welk_ander_thema(
    con: duckdb.DuckDBPyConnection, gedrukt: str | None, thema: str, ander: str | None
) -> None:
    gevraagd = con.execute("select ander_thema($1, $2)", [gedrukt, thema]).fetchone()
    assert gevraagd == (ander,)
