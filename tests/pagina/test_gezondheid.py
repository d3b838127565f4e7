"""GET /gezondheid: what each state of the database, the store, the disk and the lake is called, and what it costs."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse

from data.afleiding.methode import METHODEVERSIE
from data.gebouwd.openen import WIJZER, huidig_bestand
from data.instellingen import PRODUCT
from data.lake import volgen
from data.lake.volgen import LakeStand
from data.levering.leveringen import Levering, koppen
from pagina.venster import gezondheid
from pagina.venster.gezondheid import ALARMEN, GOED, LET_OP, STUK, Gezondheid, Meting
from tests.geleverd import kopieer

VRAAG = Request({"type": "http", "method": "GET", "path": "/gezondheid", "headers": []})
Stand = dict[str, Any]


@pytest.fixture
def huis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, geleverd_map: Path) -> Path:
    """A dashboard of its own: a copy of the database and of the leveringen of which it was built."""
    shutil.copytree(geleverd_map, tmp_path / "databases")
    kopieer(tmp_path / "leveringen")
    for naam in ("leveringen", "voorstellen", "logboek"):
        monkeypatch.setenv(f"VERBETERPUNTEN_{naam.upper()}", str(tmp_path / naam))
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(tmp_path / "databases"))
    monkeypatch.delenv("VERBETERPUNTEN_OPSLAG", raising=False)
    monkeypatch.setattr(gezondheid, "MINSTENS_MB", 0)
    return tmp_path


def codes(stand: Stand) -> list[str]:
    return [alarm["code"] for alarm in stand["alarmen"]]


def antwoord(route: Gezondheid) -> tuple[int, Stand]:
    """Status and body, each in an event loop of its own."""
    klaar: JSONResponse = asyncio.run(route.antwoord(VRAAG))
    return klaar.status_code, json.loads(bytes(klaar.body))


def test_een_gezond_huis(huis: Path) -> None:
    status, stand = antwoord(Gezondheid())
    assert (status, stand["status"], stand["alarmen"]) == (200, GOED, [])
    database = stand["database"]
    assert database["antwoordt"] is True
    # the shipped leveringen; see tests/data/bouw/test_geleverd.py
    assert (database["datasetversie"], database["methodeversie"]) == ("8b7b5323d614", METHODEVERSIE)
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", database["gebouwd_op"])
    assert 0 <= database["leeftijd_s"] < 24 * 3600
    # four rapporten and six lists of the product
    assert stand["leveringen"] == {"in_map": 10, "niet_in_database": 0, "niet_meer_in_map": 0}
    assert "lake" not in stand


def test_er_staat_geen_pad_en_niets_van_een_levering_in(huis: Path) -> None:
    """Open to who can reach the server: no path, no name, no id, and nothing that is not public."""
    (huis / "leveringen" / "nieuw").mkdir()
    (huis / "leveringen" / "nieuw" / "levering.csv").write_text("levering_id\ngeheim-rapport\n", encoding="utf-8")
    tekst = json.dumps(antwoord(Gezondheid())[1])
    for deel in (str(huis), "/", "geheim", "alkmaar", "Alkmaar", ".duckdb"):
        assert deel not in tekst


def _wijzer_weg(huis: Path) -> None:
    (huis / "databases" / WIJZER).unlink()


def _bestand_weg(huis: Path) -> None:
    huidig_bestand(huis / "databases").unlink()


def _afgekapt(huis: Path) -> None:
    bestand = huidig_bestand(huis / "databases")
    bestand.write_bytes(bestand.read_bytes()[:5000])


def _onzin(huis: Path) -> None:
    huidig_bestand(huis / "databases").write_bytes(b"geen database")


def _levering_erbij(huis: Path) -> None:
    shutil.copytree(huis / "leveringen" / "zwolle-2014", huis / "leveringen" / "nieuw")
    kop = huis / "leveringen" / "nieuw" / "levering.csv"
    kop.write_text(kop.read_text(encoding="utf-8").replace("zwolle-2014", "nieuw"), encoding="utf-8")


def _levering_weg(huis: Path) -> None:
    shutil.rmtree(huis / "leveringen" / "zwolle-2014")


def _map_weg(huis: Path) -> None:
    (huis / "leveringen").rename(huis / "elders")


@pytest.mark.parametrize(
    ("doe", "code", "ernst"),
    [
        (_wijzer_weg, "geen_database", STUK),
        (_bestand_weg, "geen_database", STUK),
        (_afgekapt, "database_kapot", STUK),
        (_onzin, "database_kapot", STUK),
        (_levering_erbij, "niet_bijgewerkt", LET_OP),
        (_levering_weg, "leveringen_weg", LET_OP),
        (_map_weg, "map_weg", LET_OP),
    ],
)
def test_elk_alarm(huis: Path, doe: Callable[[Path], None], code: str, ernst: str) -> None:
    doe(huis)
    status, stand = antwoord(Gezondheid())
    assert (codes(stand), stand["status"]) == ([code], ernst)
    assert status == (503 if ernst == STUK else 200)
    assert stand["alarmen"][0]["melding"] == ALARMEN[code][1]
    if ernst == STUK:
        assert stand["database"] == {"antwoordt": False}


def test_een_volle_schijf(huis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gezondheid, "MINSTENS_MB", 500)
    bijna = shutil.disk_usage("/")._replace(free=499_999_999)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: bijna)
    assert codes(Meting()()) == ["schijf_vol"]
    genoeg = bijna._replace(free=500_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: genoeg)
    stand = Meting()()
    assert stand["status"] == GOED
    assert set(stand["schijf"].values()) == {500}


def test_een_tweede_aanvaarding_valt_op_zonder_alles_te_lezen(huis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store is read again only when a levering came in or went."""
    meting = Meting()
    gelezen: list[int] = []

    def lees(mappen: Iterable[Path]) -> list[Levering]:
        gelezen.append(1)
        return koppen(mappen)

    monkeypatch.setattr(gezondheid, "koppen", lees)
    assert [meting()["status"] for _ in range(3)] == [GOED] * 3
    assert len(gelezen) == 1
    _levering_erbij(huis)
    assert codes(meting()) == ["niet_bijgewerkt"]
    shutil.rmtree(huis / "leveringen" / "nieuw")
    assert codes(meting()) == []
    assert len(gelezen) == 3


@pytest.mark.parametrize("antwoordt", [True, False])
def test_een_lake(huis: Path, monkeypatch: pytest.MonkeyPatch, antwoordt: bool) -> None:  # noqa: FBT001
    monkeypatch.setattr(gezondheid, "stand_van_lake", lambda: LakeStand(antwoordt=antwoordt, snapshot=7))
    stand = Meting()()
    assert stand["lake"] == {"antwoordt": antwoordt, "publicatie": 7}
    assert codes(stand) == ([] if antwoordt else ["lake_weg"])
    assert stand["status"] == (GOED if antwoordt else LET_OP)


def test_de_stand_van_het_lake_kijkt_niet_opnieuw(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(tmp_path))
    monkeypatch.delenv("VERBETERPUNTEN_OPSLAG", raising=False)
    assert volgen.stand_van_lake() is None
    monkeypatch.setenv("VERBETERPUNTEN_OPSLAG", "ducklake:postgres:host=bestaat.niet")
    assert volgen.stand_van_lake() == LakeStand(antwoordt=False, snapshot=-1)


# --- what it costs, whoever asks -----------------------------------------------------------------------------------


async def _vaak(route: Gezondheid, keren: int) -> list[int]:
    antwoorden = await asyncio.gather(*(route.antwoord(VRAAG) for _ in range(keren)))
    return [klaar.status_code for klaar in antwoorden]


def test_wie_vaak_vraagt_laat_een_keer_meten(monkeypatch: pytest.MonkeyPatch) -> None:
    gemeten: list[str] = []

    def meet() -> Stand:
        gemeten.append(threading.current_thread().name)
        return {"status": GOED}

    async def twee_keer() -> None:
        route = Gezondheid(meet)
        assert set(await _vaak(route, 200)) == {200}
        assert len(gemeten) == 1
        monkeypatch.setattr(gezondheid, "HOUDBAAR", 0.0)
        await _vaak(route, 1)
        assert len(gemeten) == 2

    asyncio.run(twee_keer())
    assert threading.main_thread().name not in gemeten, "the event loop goes on"


def test_wat_hangt_is_stuk_en_houdt_niemand_op(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that hangs: every answer comes in time, and no second thread goes and hangs too."""
    monkeypatch.setattr(gezondheid, "GEDULD", 0.05)
    monkeypatch.setattr(gezondheid, "HOUDBAAR", 0.0)
    los, gemeten = threading.Event(), []

    def meet() -> Stand:
        gemeten.append(1)
        los.wait(30)
        return {"status": GOED}

    async def probeer() -> None:
        route = Gezondheid(meet)
        assert await _vaak(route, 20) == [503] * 20
        klaar = await route.antwoord(VRAAG)
        assert codes(json.loads(bytes(klaar.body))) == ["antwoordt_niet"]
        assert len(gemeten) == 1
        los.set()
        await asyncio.wait_for(route._taak, 30)  # type: ignore[arg-type]
        monkeypatch.setattr(gezondheid, "GEDULD", 30.0)
        assert await _vaak(route, 1) == [200]

    asyncio.run(probeer())


def test_elk_alarm_staat_in_het_draaiboek() -> None:
    draaiboek = (PRODUCT / "docs" / "beheer.md").read_text(encoding="utf-8")
    assert [code for code in ALARMEN if f"`{code}`" not in draaiboek] == []
