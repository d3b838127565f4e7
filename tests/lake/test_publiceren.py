"""Publishing to a lake and reading it: what is there and for whom, what was there before, what is refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from data.__main__ import main
from data.aanvaarding.aanvaarden import schrijf_levering
from data.fouten import Bezet, LakeDicht, LakeOnbereikbaar, NietGepubliceerd, NietHerbouwd, OnbekendeVersie
from data.gebouwd.openen import open_lezend
from data.herstel.herstellen import herstel
from data.instellingen import PRODUCT
from data.lake import lake, volgen
from data.lake.lake import ALLES
from queries import bron, bron_versie, heeft_concept
from tests.data.bouwdoos import Doos
from tests.lake.boedel import Boedel, gepubliceerd, open_lake, publiceer, versies
from tests.leveringen import GEHEIM
from tests.postgres import Server

Lake = Callable[[], str]


@pytest.fixture
def waar(nieuw_lake: Lake, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty lake, which the settings name."""
    adres = nieuw_lake()
    monkeypatch.setenv("VERBETERPUNTEN_OPSLAG", adres)
    return adres


def _titels(alles: bool = False) -> list[str]:  # noqa: FBT001, FBT002
    """The titles of the rapporten that a reader sees now."""
    return sorted(bron(alles=alles).vraag("rapporten")["titel"])


# --- what everyone sees, and what not ------------------------------------------------------------------------------


def test_wat_openbaar_is_en_wat_niet(waar: str, drie: Boedel, thuis: Path, tmp_path: Path) -> None:
    """The file of a reader has no row of a concept in any table; who may see it has it."""
    assert publiceer(waar, drie.openbaar, drie.alles, bestanden=tmp_path / "parquet")
    assert bron().datasetversie == drie.openbaar.datasetversie
    assert bron(alles=True).datasetversie == drie.alles.datasetversie
    assert heeft_concept()
    assert _titels() == ["Het eerste rapport", "Het tweede rapport"]
    assert _titels(alles=True) == ["Het eerste rapport", GEHEIM, "Het tweede rapport"]
    assert GEHEIM.encode() in bron(alles=True).bestand.read_bytes()
    assert GEHEIM.encode() not in bron().bestand.read_bytes()
    with open_lezend(bron().bestand) as con:
        opslag = "select table_name from duckdb_tables() where schema_name = 'opslag'"
        tabellen = [tabel for (tabel,) in con.execute(opslag).fetchall()]
        cellen = "".join(str(con.execute(f"from opslag.{tabel}").fetchall()) for tabel in tabellen)
    assert "Het tweede rapport" in cellen
    assert "geheim" not in cellen.lower()


@pytest.mark.duur
def test_alles_openbaar_is_een_en_hetzelfde(waar: str, drie: Boedel, thuis: Path, tmp_path: Path) -> None:
    publiceer(waar, drie.openbaar, drie.alles, bestanden=tmp_path / "parquet")
    assert publiceer(waar, drie.openbaar, minder=True)
    assert bron() is bron(alles=True)
    assert not heeft_concept()
    # and what was not public is no longer in what is there now
    with open_lake(waar) as con:
        tabellen = "select count(*) from duckdb_tables() where database_name = 'lake' and schema_name = $schema"
        assert con.execute(tabellen, {"schema": ALLES}).fetchone() == (0,)


def test_een_lake_leest_als_een_bestand(waar: str, drie: Boedel, thuis: Path, tmp_path: Path) -> None:
    """The same tables, columns, types and rows in the same order; views and macros too."""
    publiceer(waar, drie.openbaar, bestanden=tmp_path / "parquet")
    with duckdb.connect() as con:
        con.execute(f"attach '{drie.openbaar.bestand}' as bestand (read_only)")
        con.execute(f"attach '{shutil.copy(bron().bestand, tmp_path / 'kopie.duckdb')}' as lake (read_only)")
        kolommen = """
            select schema_name, table_name, column_name, data_type from duckdb_columns()
            where database_name = $naam and schema_name = 'opslag' and not internal order by all
        """
        vorm = con.execute(kolommen, {"naam": "bestand"}).fetchall()
        assert vorm == con.execute(kolommen, {"naam": "lake"}).fetchall()
        tabellen = con.execute("select table_name from duckdb_tables() where database_name = 'bestand'").fetchall()
        assert len(tabellen) > 40
        for (tabel,) in tabellen:
            los = (con.execute(f"from {naam}.opslag.{tabel}").fetchall() for naam in ("bestand", "lake"))
            assert next(los) == next(los), tabel
        macros = """
            select schema_name, function_name, parameters, macro_definition from duckdb_functions()
            where database_name = $naam and not internal order by all
        """
        gevonden = con.execute(macros, {"naam": "bestand"}).fetchall()
        assert gevonden == con.execute(macros, {"naam": "lake"}).fetchall() != []


@pytest.mark.duur
def test_veel_rijen_houden_hun_volgorde(nieuw_lake: Lake, tmp_path: Path) -> None:
    """More than one row group, and two threads to mix them up with: a filter is fast because rows lie together."""
    bestand, terug = tmp_path / "veel.duckdb", tmp_path / "terug.duckdb"
    with duckdb.connect(bestand) as con:
        con.execute("create schema opslag; create table opslag.veel as select range as nr from range(400_000)")
        con.execute("create table opslag.levering as select 'a' as levering_id")
    waar = nieuw_lake()
    inhoud = lake.Publicatie(0, "v", "v", "zo")
    lake.publiceer(waar, inhoud, openbaar=bestand, alles=bestand, bestanden=tmp_path / "parquet")
    with duckdb.connect(terug) as con:
        lake.open_lake(con, waar)
        lake.kopieer(con, "lake.openbaar", "terug.opslag")
        assert con.execute("select count(*) from opslag.veel where nr != rowid").fetchone() == (0,)


# --- one datasetversie after another -------------------------------------------------------------------------------


def test_lezers_stappen_over_en_wie_las_leest_door(waar: str, drie: Boedel, thuis: Path, tmp_path: Path) -> None:
    publiceer(waar, drie.eerste, bestanden=tmp_path / "parquet")
    eerst = bron()
    assert _titels() == ["Het eerste rapport"]
    publiceer(waar, drie.openbaar)
    assert bron() is eerst  # until it looks again
    volgen.volg_nu()
    nummer = gepubliceerd(waar)[0].snapshot
    assert _titels() == ["Het eerste rapport", "Het tweede rapport"]
    assert list(eerst.vraag("rapporten")["titel"]) == ["Het eerste rapport"]
    assert eerst.datasetversie == drie.eerste.datasetversie != bron().datasetversie
    # what is gone here is copied once more, though nothing new was published
    weg = bron().bestand
    for pad in thuis.glob("*.duckdb"):
        pad.unlink()
    poging = herstel()
    assert poging.klaar.wait(30)
    assert (poging.fout, volgen.stand_van_lake()) == ("", volgen.LakeStand(antwoordt=True, snapshot=nummer))
    assert bron().bestand != weg
    assert _titels() == ["Het eerste rapport", "Het tweede rapport"]


@pytest.mark.duur
def test_een_oude_versie_komt_uit_het_lake(
    waar: str, drie: Boedel, thuis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Time travel, where the leveringen of here cannot make it; a version with concept only for who may see it."""
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(tmp_path / "leeg"))
    (tmp_path / "leeg").mkdir()
    publiceer(waar, drie.eerste, bestanden=tmp_path / "parquet")
    publiceer(waar, drie.openbaar, drie.alles)
    publiceer(waar, drie.openbaar, minder=True)
    toen = bron_versie(drie.eerste.datasetversie)
    assert list(toen.vraag("rapporten")["titel"]) == ["Het eerste rapport"]
    assert toen.datasetversie == drie.eerste.datasetversie
    with pytest.raises(OnbekendeVersie):
        bron_versie(drie.alles.datasetversie)
    assert GEHEIM in set(bron_versie(drie.alles.datasetversie, alles=True).vraag("rapporten")["titel"])
    with pytest.raises(OnbekendeVersie):
        bron_versie("0123456789ab", alles=True)


@pytest.mark.duur
def test_wat_anders_is_gebouwd_wordt_niet_gelezen(
    waar: str, drie: Boedel, thuis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """During an upgrade each version of the product reads what it published: other tables may mean other things."""
    publiceer(waar, drie.eerste, bestanden=tmp_path / "parquet")
    anders = lake.Publicatie(0, drie.openbaar.datasetversie, drie.openbaar.datasetversie, "anders")
    lake.publiceer(waar, anders, openbaar=drie.openbaar.bestand, alles=drie.openbaar.bestand)
    assert bron().datasetversie == drie.eerste.datasetversie
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(tmp_path / "ander-thuis"))
    monkeypatch.setattr(volgen, "bouwwijze", lambda: "nog anders")
    with pytest.raises(LakeDicht, match="is met een andere versie van dit product gemaakt"):
        bron()


# --- what is refused -----------------------------------------------------------------------------------------------


@pytest.mark.duur
def test_hetzelfde_nog_eens_is_niets_nieuws(nieuw_lake: Lake, drie: Boedel, tmp_path: Path) -> None:
    waar = nieuw_lake()
    assert publiceer(waar, drie.openbaar, drie.alles, bestanden=tmp_path / "parquet")
    assert not publiceer(waar, drie.openbaar, drie.alles)
    assert len(gepubliceerd(waar)) == 1


def test_geen_levering_gaat_stil_verloren(nieuw_lake: Lake, drie: Boedel, tmp_path: Path) -> None:
    """Neither a public one nor a concept; who means it says so."""
    waar = nieuw_lake()
    publiceer(waar, drie.openbaar, drie.alles, bestanden=tmp_path / "parquet")
    stond = gepubliceerd(waar)
    with pytest.raises(NietGepubliceerd, match=r"leveringen die hier niet zijn \(tweede\)"):
        publiceer(waar, drie.eerste, drie.alles)
    assert gepubliceerd(waar) == stond
    assert publiceer(waar, drie.eerste, minder=True)
    assert gepubliceerd(waar)[0].openbaar == drie.eerste.datasetversie


@pytest.mark.duur
def test_een_concept_gaat_niet_stil_verloren(nieuw_lake: Lake, drie: Boedel, tmp_path: Path) -> None:
    waar = nieuw_lake()
    publiceer(waar, drie.openbaar, drie.alles, bestanden=tmp_path / "parquet")
    with pytest.raises(NietGepubliceerd, match=r"\(geheim\)"):
        publiceer(waar, drie.openbaar)


@pytest.mark.duur
def test_fouten_in_een_concept_laten_staan_wat_er_van_was(nieuw_lake: Lake, drie: Boedel, tmp_path: Path) -> None:
    """`alles` None: the public part moves on, what is not public yet stays as it was."""
    waar = nieuw_lake()
    publiceer(waar, drie.eerste, drie.alles, bestanden=tmp_path / "parquet")
    inhoud = lake.Publicatie(
        0, drie.openbaar.datasetversie, drie.openbaar.datasetversie, gepubliceerd(waar)[0].bouwwijze
    )
    assert lake.publiceer(waar, inhoud, openbaar=drie.openbaar.bestand, alles=None)
    nu, *zelf = versies(waar, tmp_path)[0]
    assert [nu.openbaar, nu.alles] == zelf == [drie.openbaar.datasetversie, drie.alles.datasetversie]


def test_twee_tegelijk_de_tweede_wordt_het_gezegd(
    nieuw_lake: Lake, drie: Boedel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one copies, another publishes whole: the first is told, and the lake is that of the other."""
    waar = nieuw_lake()
    publiceer(waar, drie.eerste, bestanden=tmp_path / "parquet")
    echt = lake.kopieer

    def intussen(con: duckdb.DuckDBPyConnection, van: str, naar: str) -> None:
        monkeypatch.setattr(lake, "kopieer", echt)
        publiceer(waar, drie.openbaar, drie.alles)
        echt(con, van, naar)

    monkeypatch.setattr(lake, "kopieer", intussen)
    with pytest.raises(Bezet, match="Iemand anders heeft op ditzelfde moment gepubliceerd"):
        publiceer(waar, drie.openbaar)
    (nu, *zelf), _ = versies(waar, tmp_path)
    assert [nu.openbaar, nu.alles] == zelf == [drie.openbaar.datasetversie, drie.alles.datasetversie]


# --- when it cannot be reached -------------------------------------------------------------------------------------


def test_zonder_catalogus_blijft_wat_er_was(
    server: Server, waar: str, drie: Boedel, thuis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL stops under a reader: it reads on, a new process on this machine too; with it back, it moves over."""
    publiceer(waar, drie.eerste, bestanden=tmp_path / "parquet")
    assert _titels() == ["Het eerste rapport"]
    (volger,) = volgen._volgers.values()
    server.stop()
    try:
        with pytest.raises(LakeOnbereikbaar):
            volger.kijk()
        assert _titels() == ["Het eerste rapport"]
        monkeypatch.setattr(volgen, "_volgers", {})
        assert _titels() == ["Het eerste rapport"]
        with pytest.raises(LakeDicht) as fout:
            publiceer(waar, drie.openbaar)
        assert server.geheim not in str(fout.value)
        monkeypatch.setenv("VERBETERPUNTEN_MAP", str(tmp_path / "nieuwe-machine"))
        with pytest.raises(LakeOnbereikbaar, match="Kijk of PostgreSQL draait"):
            bron()
    finally:
        server.start()
    publiceer(waar, drie.openbaar)
    volger.kijk()
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(thuis))
    assert _titels() == ["Het eerste rapport", "Het tweede rapport"]


@pytest.mark.parametrize(
    ("verander", "zin"),
    [
        (lambda waar: waar.replace("port=", "port=1"), "niet te bereiken"),
        (lambda waar: waar.replace("dbname=", "dbname=geen-"), "niet te bereiken"),
        (lambda waar: waar.replace("user=", "user=niet-"), "niet te bereiken"),
        (lambda waar: waar + " onzin='", "niet te bereiken|niet te openen"),
        (lambda waar: waar.removeprefix(lake.SOORT), "moet beginnen met|wordt geschreven als"),
        (lambda waar: waar, "Er is nog niets gepubliceerd"),
    ],
    ids=["poort", "database", "wie", "vorm", "soort", "leeg"],
)
def test_geen_fout_noemt_het_wachtwoord(
    nieuw_lake: Lake,
    server: Server,
    thuis: Path,
    monkeypatch: pytest.MonkeyPatch,
    verander: Callable[[str], str],
    zin: str,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Neither what a reader is told, nor what it came of, nor what is printed or logged."""
    waar = verander(nieuw_lake())
    monkeypatch.setenv("VERBETERPUNTEN_OPSLAG", waar)
    with pytest.raises(LakeDicht, match=zin) as fout:
        bron()
    assert fout.value.__cause__ is None
    gezegd = str(fout.value) + caplog.text + "".join(capfd.readouterr())
    assert server.geheim not in gezegd
    assert "127.0.0.1" not in gezegd


def test_zonder_de_pakketten(thuis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_OPSLAG", f"{lake.SOORT}dbname=x")
    monkeypatch.setattr(lake, "heeft_pakketten", lambda: False)
    with pytest.raises(LakeDicht, match=r"python -m pip install -r requirements-ducklake\.txt"):
        bron()


# --- the command, and acceptance -----------------------------------------------------------------------------------


def _opdracht(*argumenten: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "data", *argumenten],
        cwd=PRODUCT, env=os.environ | omgeving, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_de_opdracht(nieuw_lake: Lake, server: Server, drie: Boedel, thuis: Path, tmp_path: Path) -> None:
    """From a store to a lake in a process of its own: the public part and what is not public."""
    waar = nieuw_lake()
    argumenten = ["publiceer", "--naar", waar, "--leveringen", str(drie.winkel)]
    klaar = _opdracht(*argumenten, "--bestanden", str(tmp_path / "parquet"))
    assert (klaar.returncode, klaar.stderr) == (0, "")
    assert klaar.stdout.startswith("Gepubliceerd.\n")
    assert server.geheim not in klaar.stdout
    (nu,) = gepubliceerd(waar)
    assert nu.openbaar != nu.alles
    assert (tmp_path / "parquet").is_dir()


@pytest.mark.parametrize(
    ("argumenten", "status", "zin"),
    [
        (["publiceer"], 2, "Zeg met --naar welk lake"),
        (["publiceer", "--naar", "postgres:dbname=x"], 2, "--naar moet beginnen met ducklake:postgres:."),
        (["publiceer", "--naar", f"{lake.SOORT}dbname=x host=127.0.0.1 port=1"], 1, "niet te bereiken"),
        (["publiceer", "--naar", f"{lake.SOORT}dbname=x", "--leveringen", "nergens"], 1, "er is niets gepubliceerd"),
    ],
)
def test_de_opdracht_weigert(
    server: Server, thuis: Path, argumenten: list[str], status: int, zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        gaf = main(argumenten)
    except SystemExit as einde:
        gaf = int(str(einde.code))
    gezegd = capsys.readouterr()
    assert gaf == status
    assert zin in gezegd.err
    assert gezegd.out == ""


def test_bouwen_maakt_niets_huidig_waar_een_lake_is(
    waar: str, thuis: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bouw"]) == 1
    assert "Publiceer met: python -m data publiceer" in capsys.readouterr().err
    assert not thuis.exists()


@pytest.mark.duur
def test_aanvaarden_publiceert(
    waar: str, thuis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Server
) -> None:
    """What is accepted is published in the same go, and is seen here at once; when that fails, that is said."""
    doos = Doos(tmp_path)
    monkeypatch.setattr("data.bouw.bouwen.NASLAG", ())
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(doos.map))
    assert main(["publiceer", "--bestanden", str(tmp_path / "parquet")]) == 0
    assert "Rapport drie" not in _titels()
    schrijf_levering(_vervolg("vervolg", "3"), door="i")
    assert _titels() == ["Rapport drie", "Rapport een", "Rapport twee"]
    assert gepubliceerd(waar)[0].openbaar == bron().datasetversie
    server.stop()
    try:
        with pytest.raises(NietHerbouwd, match=r'"nog-een" is vastgelegd, maar nog niet gepubliceerd\.'):
            schrijf_levering(_vervolg("nog-een", "4"), door="i")
        assert len(_titels()) == 3
    finally:
        server.start()
    assert main(["publiceer"]) == 0
    volgen.volg_nu()
    assert len(_titels()) == 4


def _vervolg(levering_id: str, nummer: str) -> dict[str, list[dict[str, str]]]:
    """A levering of one rapport."""
    rapport = {"rapport_id": f"rap-{nummer}", "titel": f"Rapport {'drie' if nummer == '3' else 'vier'}"}
    rapport |= {"uitgever": "STJ", "gepubliceerd": "2017", "soort": "rapport"}
    return {"levering": [{"levering_id": levering_id, "fictief": "ja"}], "rapporten": [rapport]}


@pytest.mark.duur
def test_een_halve_map_van_het_lake_wordt_gezegd(waar: str, drie: Boedel, thuis: Path, tmp_path: Path) -> None:
    """The shared storage is not there: a reader is told so, and what it had stays."""
    publiceer(waar, drie.eerste, bestanden=tmp_path / "parquet")
    assert _titels() == ["Het eerste rapport"]
    publiceer(waar, drie.openbaar)
    shutil.move(tmp_path / "parquet", tmp_path / "weg")
    (volger,) = volgen._volgers.values()
    with pytest.raises(LakeOnbereikbaar, match="Kijk of PostgreSQL draait en of de gedeelde schijf er is"):
        volger.kijk()
    assert _titels() == ["Het eerste rapport"]
    shutil.move(tmp_path / "weg", tmp_path / "parquet")
    volger.kijk()
    assert _titels() == ["Het eerste rapport", "Het tweede rapport"]
