"""Leveringen with spoiled tables: refused with file and line, the database of before untouched; or built, and right."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from data.bouw.bouwen import bouw
from data.fouten import Fout, LeveringGeweigerd
from data.levering.leveringen import zoek
from data.levering.vorm import tabellen
from tests.data.afleiding.afgeleid import STAPPEN, als_tupels
from tests.data.bouwdoos import SET, Doos
from tests.data.voorbeeld.test_orakel import _uit_de_database
from tests.data.voorbeeld.voorbeelden import lees, werelden
from tests.fuzz.bestanden import verknoei_bytes
from tests.hoeveel import eigenschap
from tests.orakel import opvolging

#: What somebody may type in a cell: of every kind a value that is right, and what only looks so.
CEL = st.sampled_from(
    [
        *("", "", "ja", "nee", "X", "✓", "✓ en X", "voldoet"),
        *("verbeterpunt", "gemengd", "niet_beoordeeld", "open", "a" * 64),
        *("2013", "2014", "2014-06", "2013-05-01", "2014-02-30"),
        *("0000", "2099-12-31", "1e3", "-1", "0", "١٢", "3.0", " 1"),
        *("FG0001", "FG0002", "FG0003", "m1", "m2", "i1", "i2"),
        *("j1", "oud", "nieuw", "rap-1", "rap-2", "kader", "feiten"),
        *("volledige_toets", "mondelinge_rapportage", "heel_kader"),
        *("=1+1", "'; drop table x; --", "${kolom}", "$1", "%s"),
        *("\u202eboos", "é", "e\u0301", "🙂", "\ufeff", "NULL"),
        *("null", "\\N", "\"", "a,b", "tab\there", "{}", "[[[0]]]"),
    ]
) | st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=6)  # fmt: skip
NAMEN = sorted(SET)
DAAD = st.tuples(
    st.sampled_from(NAMEN),
    st.sampled_from(("cel", "cel", "cel", "rij weg", "rij dubbel", "kolom weg", "kop", "wissel")),
    st.integers(0, 40),
    st.integers(0, 40),
    CEL,
)
BYTES = st.lists(
    st.tuples(
        st.sampled_from(("keer om", "zet", "weg", "erbij", "dubbel", "kap af")),
        st.integers(0, 4000),
        st.integers(1, 60),
        st.binary(max_size=4) | st.sampled_from([b'"', b"\r", b"\n", b",", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\x1a"]),
    ),
    min_size=1,
    max_size=3,
)


@pytest.fixture(scope="module")
def gaaf(tmp_path_factory: pytest.TempPathFactory) -> Doos:
    """The small set as it is."""
    return Doos(tmp_path_factory.mktemp("gaaf"))


@pytest.fixture
def kaal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A product that has no lists of its own."""
    monkeypatch.setattr("data.bouw.bouwen.NASLAG", ())


def _kopie(gaaf: Doos, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small set, anew, in a folder of its own; the database of the time before beside it."""
    map_ = tmp_path_factory.getbasetemp() / "fuzz-leveringen"
    shutil.rmtree(map_, ignore_errors=True)
    shutil.copytree(gaaf.map, map_ / "leveringen")
    (map_ / "database.duckdb").write_bytes(b"de vorige")
    return map_


def _verander(map_: Path, daad: tuple[str, str, int, int, str]) -> None:
    naam, wat, rij, kolom, tekst = daad
    pad = map_ / "leveringen" / f"{naam}.csv"
    rijen = list(csv.reader(io.StringIO(pad.read_text(encoding="utf-8"), newline="")))
    if not rijen or not rijen[0]:
        return
    plek, k = 1 + rij % max(1, len(rijen) - 1), kolom % len(rijen[0])
    if wat == "kop":
        rijen[0][k] = tekst
    elif wat == "kolom weg":
        rijen = [een[:k] + een[k + 1 :] for een in rijen]
    elif plek < len(rijen):
        _verander_rij(rijen, wat, plek, k, tekst)
    uit = io.StringIO()
    csv.writer(uit, lineterminator="\n").writerows(rijen)
    pad.write_text(uit.getvalue(), encoding="utf-8", newline="")


def _verander_rij(rijen: list[list[str]], wat: str, plek: int, kolom: int, tekst: str) -> None:
    if wat == "cel" and kolom < len(rijen[plek]):
        rijen[plek][kolom] = tekst
    elif wat == "rij weg":
        del rijen[plek]
    elif wat == "rij dubbel":
        rijen.insert(plek, rijen[plek])
    elif wat == "wissel":
        rijen[plek], rijen[-1] = rijen[-1], rijen[plek]


@eigenschap("leveringen", gewoon=2, lang=250, daden=st.lists(DAAD, min_size=1, max_size=2))
def test_een_veranderde_tabel(
    gaaf: Doos, kaal: None, tmp_path_factory: pytest.TempPathFactory, daden: list[tuple[str, str, int, int, str]]
) -> None:
    """Refused, or built; and then the follow-up is that of the oracle, which reads the tables for itself."""
    map_ = _kopie(gaaf, tmp_path_factory)
    for daad in daden:
        _verander(map_, daad)
    _bouw_of_weiger(map_)


@eigenschap("leveringen", gewoon=1, lang=150, naam=st.sampled_from(NAMEN), daden=BYTES)
def test_verknoeide_bytes(
    gaaf: Doos,
    kaal: None,
    tmp_path_factory: pytest.TempPathFactory,
    naam: str,
    daden: list[tuple[str, int, int, bytes]],
) -> None:
    map_ = _kopie(gaaf, tmp_path_factory)
    pad = map_ / "leveringen" / f"{naam}.csv"
    pad.write_bytes(verknoei_bytes(pad.read_bytes(), daden))
    _bouw_of_weiger(map_)


@eigenschap("leveringen", gewoon=20, lang=2500, naam=st.sampled_from(NAMEN), daden=BYTES | st.binary(max_size=80))
def test_gelezen_of_genoemd(
    gaaf: Doos, tmp_path_factory: pytest.TempPathFactory, naam: str, daden: bytes | list[tuple[str, int, int, bytes]]
) -> None:
    """Reading alone, which is quick: every row as the csv module has it, or a fault that names the line."""
    map_ = tmp_path_factory.getbasetemp() / "fuzz-een" / naam.split("/", maxsplit=1)[0]
    map_.mkdir(parents=True, exist_ok=True)
    tabel = naam.split("/")[1]
    for pad in map_.iterdir():
        pad.unlink()
    (map_ / "levering.csv").write_bytes(gaaf.pad(f"{map_.name}/levering").read_bytes())
    inhoud = daden if isinstance(daden, bytes) else verknoei_bytes(gaaf.pad(naam).read_bytes(), daden)
    (map_ / f"{tabel}.csv").write_bytes(inhoud)
    gevonden, fouten = zoek([map_])
    alle = [*fouten, *(fout for levering in gevonden for fout in levering.fouten)]
    _goed_gezegd(alle)
    for levering in gevonden:
        for gelezen in levering.bestanden:
            if gelezen.tabel == tabel and not gelezen.fouten:
                assert [list(rij) for rij in gelezen.rijen()] == _zelf_gelezen(inhoud, tabel)


def _zelf_gelezen(inhoud: bytes, tabel: str) -> list[list[str]]:
    kop, *rijen = csv.reader(io.StringIO(inhoud.decode("utf-8").replace("\r\n", "\n"), newline=""))
    return [[dict(zip(kop, rij, strict=True)).get(kolom, "") for kolom in tabellen()[tabel]] for rij in rijen]


def _bouw_of_weiger(map_: Path) -> None:
    database = map_ / "database.duckdb"
    try:
        bouw([map_ / "leveringen"], naar=database)
    except LeveringGeweigerd as geweigerd:
        fouten = geweigerd.fouten
    else:
        _is_het_orakel(map_ / "leveringen", database)
        return
    assert fouten
    _goed_gezegd(fouten)
    assert database.read_bytes() == b"de vorige"


def _goed_gezegd(fouten: Sequence[Fout]) -> None:
    """Each fault says where and what, in Dutch, on one line that shows nothing strange."""
    for fout in fouten:
        assert fout.bestand
        assert fout.mis
        assert fout.verwacht
        assert "\n" not in str(fout)
        zonder = re.sub(r'"[^"]*"', "", str(fout))
        assert not re.search(r"Error|Exception|Traceback|Conversion|Binder|None|line \d", zonder), str(fout)


def _is_het_orakel(map_: Path, database: Path) -> None:
    """Row for row; not where a levering says of itself that it does not count, which the oracle does not know."""
    rijen = [rij for rij in lees(map_, "levering") if rij["concept"] == "nee" and not rij["vervangt"]]
    if len(rijen) < len(list(map_.iterdir())):
        return
    verwacht: Counter[tuple[Any, ...]] = Counter()
    for wereld in werelden(map_):
        verwacht += als_tupels(opvolging(wereld))
    assert _uit_de_database(database, map_, STAPPEN.format(verloop=False), 3) == verwacht
