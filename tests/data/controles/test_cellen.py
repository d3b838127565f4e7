"""data/controles/cellen.sql: every cell of every table once, with the rule of its column."""

from __future__ import annotations

import csv

import duckdb
import pytest

from data.bouw import ruw as ruw_
from data.levering.leveringen import zoek
from data.levering.vorm import VORM, tabellen
from data.sql import voer_uit
from tests.data.bouwdoos import SET, Doos


def test_de_cellen_van_een_rij(ruw: duckdb.DuckDBPyConnection) -> None:
    """An empty cell is there too, as null."""
    vraag = (
        "select kolom, waarde, sleutel, verplicht, soort from ruw.cel where tabel = 'edities' and rij = 1 order by all"
    )
    assert ruw.execute(vraag).fetchall() == [
        ("editie", "eerste", False, True, "tekst"),
        ("editie_id", "proef-1", True, True, "id"),
        ("kader_id", "proef", False, True, "verwijzing"),
        ("opmerking", None, False, False, "tekst"),
        ("volgorde", "1", False, True, "geheel"),
        ("volledig", "ja", False, True, "janee"),
    ]


def test_van_elke_tabel_alle_cellen(ruw: duckdb.DuckDBPyConnection) -> None:
    rijen = {naam.split("/")[1]: 0 for naam in SET}
    for naam, tekst in SET.items():
        rijen[naam.split("/")[1]] += len(tekst.strip().splitlines()) - 1
    verwacht = {tabel: aantal * len(tabellen()[tabel]) for tabel, aantal in rijen.items()}
    assert dict(ruw.execute("select tabel, count(*) from ruw.cel group by tabel").fetchall()) == verwacht
    assert set(verwacht) == set(tabellen())


def test_van_een_grote_tabel_alleen_de_rijen_waarin_iets_te_zien_is(
    doos: Doos, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of few rows every cell is written down; of many those in rows with a fault, whole, and of a good file none."""
    monkeypatch.setattr(ruw_, "KLEINE_TABEL", 5)  # there are six oordelen, and five indicatoren
    doos.zet("feiten/oordelen", 3, "pagina", "x")
    with duckdb.connect() as con:
        voer_uit(con, "schema", "afleiding/macros")
        ruw_.laad_ruw(con, zoek([doos.map])[0], doos.database.parent)
        bekeken = con.table("ruw.cel").filter("tabel in ('oordelen', 'indicatoren')")
        kolommen = len(tabellen()["indicatoren"])
        assert bekeken.aggregate("tabel, rij, count(*)").order("tabel, rij").fetchall() == [
            *(("indicatoren", rij, kolommen) for rij in range(1, 6)),
            ("oordelen", 2, len(tabellen()["oordelen"])),
        ]


def test_een_grote_bouw_geeft_hetzelfde(doos: Doos, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the small one: what is found is told, and what is good is built."""
    monkeypatch.setattr(ruw_, "KLEIN", 0)
    monkeypatch.setattr(ruw_, "KLEINE_TABEL", 0)
    with doos.bouw() as con:
        assert con.execute("select count(*) from oordelen").fetchall() == [(4,)]
    doos.zet("feiten/oordelen", 2, "pagina", "x")
    assert [(fout.regel, fout.kolom) for fout in doos.fouten()] == [(2, "pagina")]


def test_vorm_csv_kent_alleen_regels_die_ergens_worden_nagegaan() -> None:
    """A kind that no control looks at would let anything through; a reference points at a key."""
    with VORM.open(encoding="utf-8", newline="") as bestand:
        vorm = list(csv.DictReader(bestand))
    soorten = {"id", "formaat", "datum", "deeldatum", "jaar", "geheel", "janee", "gemeente_code", "sha256"}
    assert {rij["soort"] for rij in vorm} == soorten | {"tekst", "lijst", "verwijzing"}
    sleutels = {f"{rij['tabel']}.{rij['kolom']}" for rij in vorm if rij["sleutel"] == "ja"}
    assert {rij["verwijst_naar"] for rij in vorm if rij["soort"] == "verwijzing"} <= sleutels
