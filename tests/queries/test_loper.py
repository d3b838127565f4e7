"""The runner: what it binds, what it refuses, and how it moves to a new database while others read."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from data.fouten import NietTeOpenen, OnbekendeVersie
from data.gebouwd.openen import geef_naam, wijs_aan
from data.sql import namen_van
from queries import Bron, bron, bron_versie, loper
from tests.queries.hulp import ALKMAAR, ALLES, BELEID, LEEUWARDEN, rijen


@pytest.fixture
def bibliotheek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The product's queries in a folder of the test, to which it may add one of its own."""
    map_ = tmp_path / "vragen"
    shutil.copytree(loper.HIER, map_, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(loper, "HIER", map_)
    loper._sql.cache_clear()
    yield map_
    loper._sql.cache_clear()


# --- parameters ----------------------------------------------------------------------------------------------------


def test_bindt_op_naam(bron: Bron, bibliotheek: Path) -> None:
    (bibliotheek / "proef.sql").write_text("select $tweede as b, $eerste as a", encoding="utf-8")
    antwoord = bron.vraag("proef", eerste="1", tweede="2' or 1 = 1 --")
    assert antwoord.to_dict("records") == [{"b": "2' or 1 = 1 --", "a": "1"}]


def test_ontbrekende_parameter(bron: Bron) -> None:
    with pytest.raises(TypeError, match=r"^periodes\.sql mist kader, verloop$"):
        bron.vraag("periodes")
    with pytest.raises(TypeError, match=r"^periodes\.sql mist verloop$"):
        bron.vraag("periodes", kader=BELEID)


def test_meer_namen_mogen(bron: Bron) -> None:
    assert len(bron.vraag("themas", **ALLES)) == len(bron.vraag("themas", kader=BELEID)) > 0


def test_rijen_zijn_het_antwoord_in_python_zelf(bron: Bron, bibliotheek: Path) -> None:
    """A day is a date, a number with a gap stays whole, a list is a list, and what is unknown is None."""
    (bibliotheek / "proef.sql").write_text(
        "select * from (values (1, date '2014-11-25', ['a', null], {'n': 3}), (null, null, null, null)) "
        "as t (getal, dag, lijst, deel) where $alles order by getal nulls last",
        encoding="utf-8",
    )
    assert bron.rijen("proef", alles=True) == [
        {"getal": 1, "dag": date(2014, 11, 25), "lijst": ["a", None], "deel": {"n": 3}},
        {"getal": None, "dag": None, "lijst": None, "deel": None},
    ]
    (dag, getal, lijst) = (type(bron.rijen("proef", alles=True)[0][naam]) for naam in ("dag", "getal", "lijst"))
    assert (dag, getal, lijst) == (date, int, list)
    assert bron.rijen("proef", alles=False) == []


def test_rijen_met_een_ontbrekende_parameter(bron: Bron) -> None:
    with pytest.raises(TypeError, match=r"^periodes\.sql mist verloop$"):
        bron.rijen("periodes", kader=BELEID)


def test_naam_in_uitleg_is_geen_parameter(bron: Bron, bibliotheek: Path) -> None:
    tekst = "-- parameters: $kop is none\nselect 1 as een, -- nor is $midden\n    $echt as echt\n-- nor $eind\n"
    (bibliotheek / "proef.sql").write_text(tekst, encoding="utf-8")
    assert bron.vraag("proef", echt=5).to_dict("records") == [{"een": 1, "echt": 5}]


def test_wat_een_selectie_heeft_staat_in_de_sql() -> None:
    """That it holds all of them, tests/data/afleiding/test_tellen.py says of the database."""
    assert loper.SELECTIE[:2] == ("kader", "themas")
    with pytest.raises(ValueError, match="has no macro"):
        namen_van("opslag.geen", "afleiding/tellen")


# --- a large answer in parts ---------------------------------------------------------------------------------------

#: 20 000 rows with a gap in each column but the first, in one row near the end.
GAT = 19_000
VEEL = f"""
select
    range as nr, if(range = {GAT}, null, range::integer) as getal, if(range = {GAT}, null, range % 2 = 0) as ja,
    if(range = {GAT}, null, date '2020-01-01' + (range % 7)::integer) as dag,
    if(range = {GAT}, null, 'r' || range) as tekst, [range] as lijst
from range(20_000)
where range < $tot
order by range
"""


def test_brokken_zijn_samen_het_antwoord(bron: Bron, bibliotheek: Path) -> None:
    (bibliotheek / "proef.sql").write_text(VEEL, encoding="utf-8")
    brokken = list(bron.brokken("proef", tot=20_000))
    assert [len(brok) for brok in brokken] == [8192, 8192, 3616]
    # the gap is in the last part; the first says already that there may be one
    assert str(brokken[0].dtypes["getal"]) == "Int32"
    geheel = pd.concat(brokken, ignore_index=True)
    pd.testing.assert_frame_equal(geheel, bron.vraag("proef", tot=20_000))
    assert geheel["getal"].sum() == sum(range(20_000)) - GAT
    assert [bool(is_leeg) for is_leeg in geheel.isna().loc[GAT]] == [False, True, True, True, True, False]


@pytest.mark.parametrize(("tot", "lengten"), [(0, []), (1, [1]), (8192, [8192]), (8193, [8192, 1])])
def test_brokken_van_een_antwoord_op_de_grens(bron: Bron, bibliotheek: Path, tot: int, lengten: list[int]) -> None:
    (bibliotheek / "proef.sql").write_text(VEEL, encoding="utf-8")
    brokken = list(bron.brokken("proef", tot=tot))
    assert [len(brok) for brok in brokken] == lengten
    assert [nr for brok in brokken for nr in brok["nr"]] == list(range(tot))


def test_wie_ophoudt_laat_niets_open(bron: Bron, bibliotheek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bibliotheek / "proef.sql").write_text(VEEL, encoding="utf-8")
    cursors: list[duckdb.DuckDBPyConnection] = []

    class Deur:
        def cursor(self) -> duckdb.DuckDBPyConnection:
            cursors.append(echt.cursor())
            return cursors[-1]

    echt = bron._con
    monkeypatch.setattr(bron, "_con", Deur())
    brokken = bron.brokken("proef", tot=20_000)
    next(brokken)
    brokken.close()  # type: ignore[attr-defined]
    assert len(cursors) == 2  # one that looked for gaps, one that gave rows
    for cursor in cursors:
        with pytest.raises(duckdb.ConnectionException):
            cursor.execute("select 1")


def test_brokken_met_een_ontbrekende_parameter(bron: Bron) -> None:
    with pytest.raises(TypeError, match=r"^periodes\.sql mist kader, verloop$"):
        bron.brokken("periodes")


# --- shut to the outside -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sql", "soort"),
    [
        ("create table t as select 1 as a", duckdb.InvalidInputException),
        ("delete from opslag.oordeel", duckdb.InvalidInputException),
        ("from read_csv('{pad}')", duckdb.PermissionException),
        ("attach '{pad}' as buiten", duckdb.PermissionException),
        ("copy (select 1) to '{pad}'", duckdb.PermissionException),
        ("set enable_external_access = true", duckdb.InvalidInputException),
        ("set threads = 1", duckdb.InvalidInputException),
    ],
)
def test_alleen_lezen_en_op_slot(
    bron: Bron, bibliotheek: Path, tmp_path: Path, sql: str, soort: type[duckdb.Error]
) -> None:
    buiten = tmp_path / "buiten.csv"
    buiten.write_text("a\n1\n", encoding="utf-8")
    (bibliotheek / "proef.sql").write_text(sql.format(pad=buiten.as_posix()), encoding="utf-8")
    with pytest.raises(soort):
        bron.vraag("proef")
    assert buiten.read_text(encoding="utf-8") == "a\n1\n"


# --- moving to a new database --------------------------------------------------------------------------------------


def _met_alleen(bron: Bron, map_: Path, gemeente: str, versie: str) -> Path:
    """A copy of the shipped database that counts one gemeente's follow-up, under a datasetversie of its own."""
    nieuw = Path(shutil.copy(bron.bestand, map_))
    with duckdb.connect(nieuw) as con:
        con.execute(
            """update opslag.periode_telling as p set verbeterpunten = (
                   select count(*) from opvolging as o
                   where o.was_verbeterpunt and o.gemeente_code = $gemeente and o.kader_id = 'ggsr-beleid'
                   and (o.jaar_van, o.jaar_naar) = (p.jaar_van, p.jaar_naar)
               )""",
            {"gemeente": gemeente},
        )
        con.execute("update opslag.dataset set datasetversie = $versie", {"versie": versie})
    return geef_naam(nieuw, map_, f"verbeterpunten-{versie}")


@pytest.fixture
def twee(bron: Bron, tmp_path: Path) -> dict[str, Path]:
    """Two databases in one folder: of Alkmaar alone and of Leeuwarden alone; the pointer names the first."""
    map_ = tmp_path / "gebouwd"
    map_.mkdir()
    bestanden = {
        versie: _met_alleen(bron, map_, gemeente, versie)
        for versie, gemeente in (("alkmaar", ALKMAAR), ("leeuwarden", LEEUWARDEN))
    }
    wijs_aan(map_, bestanden["alkmaar"])
    return bestanden


#: verbeterpunten 2013 → 2014 by datasetversie: Alkmaar 6 X, Leeuwarden 5 + 5
FEITEN = {"alkmaar": 6, "leeuwarden": 10}


def _vraag_twee(van: Bron) -> tuple[str, int]:
    """Two questions to one Bron: which dataset it says it holds, and what it counts."""
    versie = str(van.vraag("dataset").loc[0, "datasetversie"])
    perioden = rijen(van.vraag("periodes", kader=BELEID, verloop=False), "periode", "verbeterpunten")
    return versie, dict(perioden)["2013-2014"]


def test_gaat_over_op_een_nieuwe(twee: dict[str, Path]) -> None:
    map_ = twee["alkmaar"].parent
    oud = bron(map_)
    assert bron(map_) is oud
    assert _vraag_twee(oud) == ("alkmaar", FEITEN["alkmaar"])
    wijs_aan(map_, twee["leeuwarden"])
    nieuw = bron(map_)
    assert (nieuw.datasetversie, nieuw.bestand) == ("leeuwarden", twee["leeuwarden"])
    assert _vraag_twee(nieuw) == ("leeuwarden", FEITEN["leeuwarden"])
    # who held the old one goes on undisturbed, also when its file is cleaned up
    twee["alkmaar"].unlink()
    assert _vraag_twee(oud) == ("alkmaar", FEITEN["alkmaar"])


def test_acht_draden_terwijl_het_bestand_twintig_keer_wisselt(twee: dict[str, Path]) -> None:
    """Every answer belongs to exactly one datasetversie, that of its Bron; none fails."""
    map_ = twee["alkmaar"].parent
    klaar = threading.Event()
    geantwoord = threading.Semaphore(0)

    def lees() -> list[tuple[str, str, int]]:
        gezien = []
        while not klaar.is_set():
            van = bron(map_)
            gezien.append((van.datasetversie, *_vraag_twee(van)))
            geantwoord.release()
        return gezien

    with ThreadPoolExecutor(max_workers=8) as draden:
        lezers = [draden.submit(lees) for _ in range(8)]
        try:
            for ronde in range(20):
                # let some answers come in on each version, so that every swap falls among queries
                for _ in range(8):
                    assert geantwoord.acquire(timeout=30)
                wijs_aan(map_, twee["leeuwarden" if ronde % 2 == 0 else "alkmaar"])
        finally:
            klaar.set()
        antwoorden = [antwoord for lezer in lezers for antwoord in lezer.result(timeout=30)]

    assert {versie for versie, _, _ in antwoorden} == {"alkmaar", "leeuwarden"}
    assert len(antwoorden) >= 160
    assert [a for a in antwoorden if a[1] != a[0] or a[2] != FEITEN[a[0]]] == []


def test_wijzer_is_weg(twee: dict[str, Path]) -> None:
    map_ = twee["alkmaar"].parent
    bron(map_)
    (map_ / "huidig.txt").unlink()
    with pytest.raises(NietTeOpenen, match=r"^Er is nog geen database gebouwd\. Bouw haar met: python -m data bouw$"):
        bron(map_)


def test_bestand_is_weg(twee: dict[str, Path]) -> None:
    map_ = twee["alkmaar"].parent
    twee["alkmaar"].unlink()
    with pytest.raises(NietTeOpenen, match=r"^De gebouwde database is weg\."):
        bron(map_)


@pytest.mark.parametrize("inhoud", ["geen database", "leeg"])
def test_iets_anders_dan_onze_database(tmp_path: Path, inhoud: str) -> None:
    bestand = tmp_path / "vreemd.duckdb"
    if inhoud == "leeg":
        duckdb.connect(bestand).close()  # a DuckDB file, but none of ours
    else:
        bestand.write_text("dit is tekst", encoding="utf-8")
    with pytest.raises(NietTeOpenen, match="python -m data bouw"):
        Bron(bestand)


# --- a datasetversie -----------------------------------------------------------------------------------------------


def test_de_versie_van_nu_wordt_niet_opnieuw_gemaakt(twee: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    map_ = twee["alkmaar"].parent
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(map_))
    wijs_aan(map_, twee["leeuwarden"], alles=True)
    assert bron_versie("alkmaar") is bron_versie("alkmaar", alles=True) is bron()
    # the other is current only for who may see what is not public
    assert bron_versie("leeuwarden", alles=True) is bron(alles=True)
    with pytest.raises(OnbekendeVersie, match=r"^Datasetversie leeuwarden is niet te maken van de leveringen die hier"):
        bron_versie("leeuwarden")


def test_een_andere_versie_wordt_gemaakt(twee: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where nothing is current; tests/data/bouw/test_versies.py has what is made."""
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(twee["alkmaar"].parent / "leeg"))
    gevraagd = []

    def maak(versie: str, *, concept: bool) -> Path:
        gevraagd.append((versie, concept))
        return twee[versie]

    monkeypatch.setattr(loper, "bouw_versie", maak)
    assert _vraag_twee(bron_versie("alkmaar")) == ("alkmaar", FEITEN["alkmaar"])
    assert _vraag_twee(bron_versie("leeuwarden", alles=True)) == ("leeuwarden", FEITEN["leeuwarden"])
    assert gevraagd == [("alkmaar", False), ("leeuwarden", True)]
