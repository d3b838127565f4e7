"""data/gebouwd/kopie.sql: a large table that the database writes is, byte for byte, the one that Python writes."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from data.gebouwd.kopie import TYPEN, Kopie, KopieKolom, KopieVorm
from pagina.uitvoer.inhoud import uit_vraag
from pagina.uitvoer.inhoud.stuk_van import stuk_van
from pagina.uitvoer.inhoud.tabel import tabel
from pagina.uitvoer.inhoud.uit_vraag import VIEWS
from pagina.uitvoer.inhoud.velden import NAUWER
from pagina.uitvoer.vormen.csv import DIALECTEN, schrijf_tabel
from queries import bron
from tests.pagina.uitvoer.lastig import KOLOMMEN, RIJEN, lastig_stuk

ALLES = {**dict.fromkeys((*NAUWER, "periode", "statussen")), "kader": "ggsr-beleid", "verloop": False}


@pytest.mark.parametrize("dialect", DIALECTEN)
@pytest.mark.parametrize("vraag", [*VIEWS, "opvolging_tabel"])
def test_elke_view_is_byte_voor_byte_gelijk(
    geleverd_map: Path, monkeypatch: pytest.MonkeyPatch, vraag: str, dialect: str
) -> None:
    monkeypatch.setattr(uit_vraag, "PAST_HEEL", 0)
    stuk = stuk_van(bron(geleverd_map), vraag, ALLES if vraag == "opvolging_tabel" else {})
    assert stuk.tabel.kopie is not None
    gemeld: list[int] = []
    uit_database, uit_python = io.BytesIO(), io.BytesIO()
    schrijf_tabel(stuk, dialect, uit_database, gemeld.append)
    schrijf_tabel(replace(stuk, tabel=replace(stuk.tabel, kopie=None)), dialect, uit_python)
    assert uit_database.getvalue() == uit_python.getvalue()
    assert uit_database.getvalue().count(b"\r\n") == stuk.tabel.aantal + 1
    assert gemeld == [stuk.tabel.aantal]


def _lastige_database(map_: Path) -> Path:
    """The awkward table as a table of a database, with a few cells more."""
    doel = map_ / "lastig.duckdb"
    with duckdb.connect(doel) as con:
        con.execute(
            "create table rij (gemeente varchar, toelichting varchar, jaar smallint, bezoek date, open boolean, "
            "status varchar)"
        )
        for rij in RIJEN:
            con.execute("insert into rij values (?, ?, ?, ?, ?, ?)", [*rij[:3], *rij[5:]])
        con.execute(
            "insert into rij values ('# hek', 'a#b', null, null, null, null), (' wit ', 'een;x,y', 1, null, true, null)"
        )
    return doel


@pytest.mark.parametrize("dialect", DIALECTEN)
def test_lastige_cellen_zijn_gelijk(tmp_path: Path, dialect: str) -> None:
    database = _lastige_database(tmp_path)
    namen = ("gemeente", "toelichting", "jaar", "bezoek", "open", "status")
    woorden = {str(rij[7]): str(rij[7]) for rij in RIJEN if rij[7]}
    maak = ("tekst", "tekst", "getal", "dag", "janee", "woord")
    eigen = [kolom for kolom in KOLOMMEN if kolom.naam in namen]
    with duckdb.connect(database, read_only=True) as con:
        rijen = con.execute("from rij").fetchall()
        bron_ = Kopie(database, con, "from rij where $alles", {"alles": True})
        kolommen = [KopieKolom(n, "", m, woorden if m == "woord" else {}) for n, m in zip(namen, maak, strict=True)]

        def kopie(koppen: list[str], vorm: KopieVorm, naar: io.BytesIO) -> None:
            bron_.schrijf([replace(k, kop=kop) for k, kop in zip(kolommen, koppen, strict=True)], vorm, naar)

        stuk = lastig_stuk(tabel("t", "T", eigen, rijen))
        uit_database, uit_python = io.BytesIO(), io.BytesIO()
        schrijf_tabel(replace(stuk, tabel=replace(stuk.tabel, kopie=kopie)), dialect, uit_database)  # type: ignore[arg-type]
    schrijf_tabel(stuk, dialect, uit_python)
    assert uit_database.getvalue() == uit_python.getvalue()
    assert uit_python.getvalue().count(b'"# hek"') == 1


def test_een_kolom_die_de_database_niet_kan_schrijven(geleverd_map: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then Python writes the whole table."""
    monkeypatch.setattr(uit_vraag, "PAST_HEEL", 0)
    monkeypatch.setattr("data.gebouwd.kopie.TYPEN", dict.fromkeys(TYPEN, frozenset()))
    stuk = stuk_van(bron(geleverd_map), "oordelen", {})
    assert stuk.tabel.kopie is None
    naar = io.BytesIO()
    schrijf_tabel(stuk, "rfc4180", naar)
    assert naar.getvalue().count(b"\r\n") == stuk.tabel.aantal + 1


def test_er_blijft_geen_bestand_achter(geleverd_map: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uit_vraag, "PAST_HEEL", 0)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    schrijf_tabel(stuk_van(bron(geleverd_map), "stand", {}), "rfc4180", io.BytesIO())
    assert list(tmp_path.iterdir()) == []
