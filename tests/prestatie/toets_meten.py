"""How often an engine is timed, what becomes of one that takes too long, and which goals are told of."""

from __future__ import annotations

import time

import psycopg
import pyarrow as pa
import pytest

from tests.prestatie import deelnemers as wie
from tests.prestatie.doelen import doelen
from tests.prestatie.gegevens import Bron
from tests.prestatie.meten import Gemeten, controleer, hoe_vaak, hoogstens, meet
from tests.prestatie.motor import MATRIX, OPVOLGING, Antwoord, TeLang
from tests.prestatie.motoren.pandas_motor import Pandas
from tests.prestatie.motoren.postgres import Postgres
from tests.prestatie.motoren.sqlite import Sqlite
from tests.prestatie.uitslag import overzicht

LEEG = Bron({}, {})


class Namaak(Pandas):
    """An engine that knows nothing, and moves a clock so far for it; infinitely far: it is broken off."""

    def __init__(self, naam: str, duur: float, klok: list[float]) -> None:
        super().__init__(naam, categorie=False)
        self._duur, self._klok = duur, klok

    def vraag(self) -> None:
        if self._duur == float("inf"):
            raise TeLang
        self._klok[0] += self._duur

    def antwoord(self) -> Antwoord:
        leeg = pa.array([], pa.int64())
        return Antwoord(pa.table(dict.fromkeys(OPVOLGING, leeg)), pa.table(dict.fromkeys(MATRIX, leeg)))

    def ruim(self) -> None:
        pass


def test_wat_lang_duurt_wordt_minder_vaak_gemeten(monkeypatch: pytest.MonkeyPatch) -> None:
    klok = [0.0]
    monkeypatch.setattr("tests.prestatie.meten.time.perf_counter", lambda: klok[0])
    duren = {"product": 30.0, "vlot": 19.0, "traag": 60.0, "trager": 100.0, "te": float("inf")}
    motoren = [Namaak(naam, duur, klok) for naam, duur in duren.items()]
    geladen: list[str] = []
    monkeypatch.setattr(Namaak, "laad", lambda motor, _: geladen.append(motor.naam))
    gemeten = meet(motoren, LEEG, 5, controleer(motoren, LEEG))
    # the product is timed in full, however slow
    assert {g.naam: g.seconden for g in gemeten} == {
        "product": [30.0] * 5, "vlot": [19.0] * 5, "traag": [60.0] * 3, "trager": [100.0], "te": [900.0],
    }  # fmt: skip
    assert [g.naam for g in gemeten if g.afgebroken] == ["te"]
    # each for its answer, then those that are timed
    assert geladen == [*duren, "product", "vlot", "traag"]


def test_hoe_vaak() -> None:
    assert [hoe_vaak(s, 7) for s in (19.0, 21.0, 91.0)] == [7, 3, 1]
    assert hoe_vaak(21.0, 2) == 2


def test_wat_werd_afgebroken_haalt_een_doel_of_zegt_niets() -> None:
    gemeten = [Gemeten(wie.PRODUCT, [1.0]), Gemeten(wie.ZONDER, [0.1])]
    gemeten += [Gemeten(wie.SQLITE, [30.0], afgebroken=True), Gemeten(wie.POSTGRES, [12.0], afgebroken=True)]
    gehaald = {doel.naam: (doel.gehaald, doel.minstens) for doel in doelen(gemeten)}
    assert gehaald[f"{wie.SQLITE} / product"] == (True, True)
    assert gehaald[f"{wie.POSTGRES} / product"] == (None, True)


def test_sqlite_laat_zich_afbreken(monkeypatch: pytest.MonkeyPatch) -> None:
    # rows without end
    eindeloos = "with recursive r as (select 1 as n union all select n + 1 from r) select count(*) from r;"
    monkeypatch.setattr("tests.prestatie.motoren.sqlite.sql", lambda naam: eindeloos if naam == "sqlite_begin" else "")
    with Sqlite("SQLite") as motor, pytest.raises(TeLang), hoogstens(0.2):
        motor.vraag()


def test_postgres_laat_zich_afbreken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.prestatie.motoren.postgres.sql", lambda _: "select pg_sleep(60)")
    with Postgres("PostgreSQL") as motor:
        begin = time.monotonic()
        with pytest.raises(TeLang), hoogstens(0.2):
            motor.vraag()
        assert time.monotonic() - begin < 30
        with pytest.raises(psycopg.Error):
            motor.ruim()


def test_wat_niet_werd_gemeten_staat_er_ook() -> None:
    regels = [(deel, maat, doel.gehaald) for deel, maat, doel in overzicht({})]
    assert regels == [
        ("opvolging", "S2", None), ("opvolging", "S3", None), ("paginas", "S3", None), ("bouw", "S2", None),
        ("bouw", "S3", None),
        ("browser", "land", None), ("opvolging", "S1 → S3", None),
    ]  # fmt: skip


def test_groei() -> None:
    """Twice the oordelen in three times the time."""
    maten = {
        maat: {"medianen": {"product": s}, "rijen": {"oordelen": n}}
        for maat, s, n in (("S1", 1.0, 50), ("S3", 3.0, 100))
    }
    *_, (_, _, doel) = overzicht({"opvolging": maten})
    assert (doel.getal, doel.gehaald) == (1.5, False)
