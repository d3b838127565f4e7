"""The build as a whole: what it refuses and how it says so, what it writes, and when it leaves well alone."""

from __future__ import annotations

import csv
import os
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from data.__main__ import main
from data.bouw import bouwen, maken
from data.bouw.bouwen import bouw
from data.fouten import LeveringGeweigerd
from data.gebouwd import openen
from data.instellingen import PRODUCT
from data.levering import leveringen
from data.levering.vorm import tabellen
from data.slot import SLOT as SLOTBESTAND
from tests.data.bouwdoos import Doos
from tests.geleverd import VIER, kopieer
from tests.hoeveel import voorbeelden

DATA = PRODUCT / "data"
#: English that argparse, Python or DuckDB would say.
ENGELS = re.compile(r"\b(usage|options|optional|show|this|help message|error|expected|argument|invalid|the|not|line)\b")
SLOT = "er is niets gebouwd en de vorige database staat er nog."


@pytest.fixture
def thuis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of built databases, apart from the real one."""
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(tmp_path / "thuis"))
    return tmp_path / "thuis"


@pytest.fixture
def geleverd_kopie(tmp_path: Path) -> Path:
    """A copy of the shipped leveringen, to plant faults in."""
    return kopieer(tmp_path / "leveringen")


@pytest.fixture
def gebouwd(thuis: Path, proef_bestand: Path) -> Path:
    """What `bouw` on the untouched small set leaves at home: its database, with the pointer to it."""
    thuis.mkdir()
    bestand = openen.geef_naam(Path(shutil.copy(proef_bestand, thuis)), thuis, "verbeterpunten-eerder")
    for alles in (False, True):
        openen.wijs_aan(thuis, bestand, alles=alles)
    return bestand


def inhoud(map_: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes, but for the lock that builds take turns with."""
    return {pad.name: pad.read_bytes() for pad in map_.iterdir() if pad.is_file() and pad.name != SLOTBESTAND}


def regels(pad: Path) -> list[str]:
    return pad.read_text(encoding="utf-8").splitlines()


def schrijf(pad: Path, nieuw: list[str]) -> None:
    pad.write_bytes(("\n".join(nieuw) + "\n").encode())


def wissel(pad: Path, regel: int, oud: str, nieuw: str) -> None:
    """Change a text in one line of a file; the text must be there."""
    alle = regels(pad)
    assert oud in alle[regel - 1]
    alle[regel - 1] = alle[regel - 1].replace(oud, nieuw, 1)
    schrijf(pad, alle)


def zonder_kolom(pad: Path, kolom: str) -> None:
    with pad.open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.reader(bestand))
    plek = rijen[0].index(kolom)
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        csv.writer(bestand, lineterminator="\n").writerows(rij[:plek] + rij[plek + 1 :] for rij in rijen)


def draai(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, str, str]:
    """The exit status of the command, and what it printed."""
    try:
        status = main(list(argumenten))
    except SystemExit as einde:
        status = int(einde.code or 0)
    uit, fout = capsys.readouterr()
    return status, uit, fout


# ten faults, ten messages


def tien_fouten(map_: Path) -> list[str]:
    """Plant the ten faults of the issue in the leveringen of Alkmaar and Leeuwarden; give where each must be told."""
    alkmaar, leeuwarden = map_ / "alkmaar-2015", map_ / "leeuwarden-2015"
    wissel(alkmaar / "metingen.csv", 3, "2014-11-25", "2014-11-31")
    wissel(alkmaar / "aanpakken.csv", 2, "GM0361", "GM9999")
    wissel(alkmaar / "oordelen.csv", 2, "beleid-beleid-en-visie", "beleid-en-visie")
    wissel(alkmaar / "oordelen.csv", 4, "verbeterpunt", "matig")
    schrijf(alkmaar / "oordelen.csv", [*regels(alkmaar / "oordelen.csv"), regels(alkmaar / "oordelen.csv")[7]])
    zonder_kolom(alkmaar / "rapporten.csv", "uitgever")
    wissel(leeuwarden / "metingen.csv", 2, ",leeuwarden-interventieteam,", ",,")
    pad = leeuwarden / "aanpak_opvolging.csv"
    schrijf(pad, [*regels(pad), "leeuwarden-sociale-wijkteams,leeuwarden-interventieteam,Factsheet,"])
    pad = leeuwarden / "bevindingen.csv"
    tekst = regels(pad)
    pad.write_bytes("\n".join([*tekst[:2], tekst[2].replace("coöperatie", "co\udcf6peratie"), *tekst[3:], ""]).encode(
        "utf-8", "surrogateescape"))  # fmt: skip
    wissel(leeuwarden / "oordelen.csv", 3, ",X,", ',X",')
    return [
        "leveringen/alkmaar-2015/aanpakken.csv, regel 2, kolom gemeente_code: ",
        "leveringen/alkmaar-2015/metingen.csv, regel 3, kolom bezoek_op: ",
        "leveringen/alkmaar-2015/oordelen.csv, regel 2, kolom indicator_id: ",
        "leveringen/alkmaar-2015/oordelen.csv, regel 4, kolom uitkomst: ",
        "leveringen/alkmaar-2015/oordelen.csv, regel 14, kolom indicator_id + meting_id + rapport_id: ",
        "leveringen/alkmaar-2015/rapporten.csv, regel 1, kolom uitgever: ",
        "leveringen/leeuwarden-2015/aanpak_opvolging.csv, regel 4, kolom naar: ",
        "leveringen/leeuwarden-2015/bevindingen.csv, regel 3: ",
        "leveringen/leeuwarden-2015/metingen.csv, regel 2, kolom aanpak_id: ",
        "leveringen/leeuwarden-2015/oordelen.csv, regel 3: ",
    ]


def test_tien_fouten_geven_tien_meldingen(
    thuis: Path, gebouwd: Path, geleverd_kopie: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ervoor = inhoud(thuis)
    plekken = tien_fouten(geleverd_kopie)
    status, uit, fout = draai(capsys, "bouw", "--leveringen", str(geleverd_kopie))
    *meldingen, slot = fout.splitlines()
    assert status == 1
    assert uit == ""
    assert slot == f"10 fouten; {SLOT}"
    assert len(meldingen) == 10
    for plek, melding in zip(plekken, meldingen, strict=True):
        assert melding.startswith(plek)
        assert re.fullmatch(r".+: .+; verwacht: .+\.", melding)
        assert not ENGELS.search(melding)
    assert inhoud(thuis) == ervoor
    assert openen.huidig_bestand(thuis) == gebouwd


def test_de_meldingen_zeggen_wat_er_mis_is(geleverd_kopie: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong and what was expected, in the order of the places."""
    tien_fouten(geleverd_kopie)
    *meldingen, _ = draai(capsys, "bouw", "--leveringen", str(geleverd_kopie))[2].splitlines()
    stukken = [
        ('"GM9999" is onbekend', "gemeente_code die in gemeenten.csv staat"),
        ('"2014-11-31" bestaat niet', "een bestaande datum"),
        ('"beleid-en-visie" is onbekend', "indicator_id die in indicatoren.csv staat"),
        ('"matig" staat niet in de lijst', "een van: voldoet, verbeterpunt, gemengd, niet_beoordeeld"),
        ("staat er al", "één keer"),
        ("de kolom ontbreekt", "de kolommen rapport_id, titel, uitgever"),
        ("de opvolging loopt in een kring", "een aanpak die niet zichzelf opvolgt"),
        ("de tekst is geen UTF-8", "UTF-8 zonder BOM"),
        ("is leeg", "een waarde"),
        ("los aanhalingsteken", "aanhalingstekens geheel tussen"),
    ]
    for (mis, verwacht), melding in zip(stukken, meldingen, strict=True):
        voor, _, na = melding.partition("; verwacht: ")
        assert mis in voor
        assert verwacht in na


def test_veel_fouten_in_een_bestand(doos: Doos, capsys: pytest.CaptureFixture[str]) -> None:
    """Eleven kinds of fault in metingen.csv alone, and nothing that only follows from one of them."""
    for nummer in range(3, 13):
        jaar = str(2010 + nummer)
        doos.erbij("feiten/metingen", meting_id=f"m{nummer}", peiljaar=jaar, onderzoek_van=jaar, onderzoek_tot=jaar)
        doos.erbij("feiten/meting_rapport", meting_id=f"m{nummer}")
    doos.zet("feiten/rapporten", 3, "gepubliceerd", "2030")
    assert doos.fouten() == []
    veranderd = [
        (4, "aanpak_id", ""), (5, "editie_id", "proef-9"), (6, "peiljaar", "vorig jaar"),
        (7, "bezoek_op", "2015-02-29"), (8, "bewijs", "gehoord"), (9, "dekking", "half"), (10, "ronde_id", "r2"),
        (11, "peiljaar", "2011"),
    ]  # fmt: skip
    for regel, kolom, waarde in veranderd:
        doos.zet("feiten/metingen", regel, kolom, waarde)
    doos.zonder_kolom("feiten/metingen", "opmerking")
    pad = doos.pad("feiten/metingen")
    alle = pad.read_bytes().split(b"\n")
    alle[11] = alle[11].replace(b"gesprekken", "patiënten".encode("cp1252"))
    alle[12] = alle[12].replace(b"gesprekken", b'ge"sprekken')
    pad.write_bytes(b"\n".join(alle))
    status, _, fout = draai(capsys, "bouw", "--leveringen", str(doos.map), "--naar", str(doos.database))
    *meldingen, slot = fout.splitlines()
    assert (status, slot) == (1, f"11 fouten; {SLOT}")
    plekken = ["regel 1, kolom opmerking", *(f"regel {r}, kolom {k}" for r, k, _ in veranderd), "regel 12", "regel 13"]
    assert [m.split(".csv, ")[1].split(": ")[0] for m in meldingen] == plekken


def test_een_fout_is_enkelvoud(doos: Doos, capsys: pytest.CaptureFixture[str]) -> None:
    doos.zet("feiten/oordelen", 2, "pagina", "x")
    _, _, fout = draai(capsys, "bouw", "--leveringen", str(doos.map), "--naar", str(doos.database))
    assert fout.splitlines()[-1] == f"1 fout; {SLOT}"


# the command line


@pytest.mark.parametrize(
    "argumenten",
    [["bouw", "--onbekend"], [], ["bouwen"], ["bouw", "--kennisdatum", "gisteren"], ["bouw", "--naar"]],
    ids=" ".join,
)
def test_verkeerd_gebruik_is_status_2(capsys: pytest.CaptureFixture[str], argumenten: list[str]) -> None:
    status, uit, fout = draai(capsys, *argumenten)
    assert (status, uit) == (2, "")
    assert fout.startswith("gebruik: python -m data")
    assert "Deze aanroep klopt niet. Zie python -m data" in fout
    assert not ENGELS.search(fout)


@pytest.mark.parametrize("argumenten", [["--help"], ["bouw", "--help"], ["bouw", "-h"]], ids=" ".join)
def test_hulp_is_nederlands(capsys: pytest.CaptureFixture[str], argumenten: list[str]) -> None:
    status, uit, fout = draai(capsys, *argumenten)
    assert (status, fout) == (0, "")
    assert uit.startswith("gebruik: python -m data")
    assert "toon deze hulp en stop" in uit
    assert "opties:" in uit
    assert not ENGELS.search(uit)


def test_een_map_die_niet_bestaat(thuis: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, fout = draai(capsys, "bouw", "--leveringen", str(tmp_path / "nergens"))
    assert status == 1
    assert fout.splitlines() == [
        f"{tmp_path / 'nergens'}: de map bestaat niet; verwacht: een map met leveringen.",
        f"1 fout; {SLOT}",
    ]


def test_waar_niet_te_schrijven_is(doos: Doos, capsys: pytest.CaptureFixture[str]) -> None:
    """A file stands where the folder should be."""
    doos.database.write_text("dit is geen map", encoding="utf-8")
    doel = doos.database / "x.duckdb"
    status, uit, fout = draai(capsys, "bouw", "--leveringen", str(doos.map), "--naar", str(doel))
    assert (status, uit) == (1, "")
    assert fout == f"Hier staat een bestand waar een map hoort: {doos.database}.\n"


# what is written


def test_naar_schrijft_precies_dat_bestand(doos: Doos, thuis: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doel = doos.database.parent / "nieuw" / "mijn.duckdb"
    status, uit, _ = draai(capsys, "bouw", "--leveringen", str(doos.map), "--naar", str(doel))
    assert status == 0
    assert [pad.name for pad in doel.parent.iterdir()] == ["mijn.duckdb"]
    assert not thuis.exists()
    assert uit.splitlines()[0] == f"Database: {doel}"
    assert re.fullmatch(r"Datasetversie: [0-9a-f]{12}", uit.splitlines()[1])
    verwacht = "rapporten 2, metingen 2, oordelen 4, opvolging 4, verloop 2, stand 2, bevindingen 3, actiepunten 1"
    assert uit.splitlines()[2] == f"Aantallen: {verwacht}"


def test_de_wijzer_noemt_wat_gebouwd_is(doos: Doos, thuis: Path) -> None:
    gebouwd = bouw([doos.map])
    assert (gebouwd.nieuw, gebouwd.bestand.parent) == (True, thuis)
    assert openen.huidig_bestand(thuis) == openen.huidig_bestand(thuis, alles=True) == gebouwd.bestand
    assert sorted(inhoud(thuis)) == sorted([gebouwd.bestand.name, openen.WIJZER, openen.WIJZER_ALLES])


def test_een_tweede_keer_is_ongewijzigd(
    doos: Doos, thuis: Path, gebouwd: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Quick, for nothing is built: were it to build, this would raise."""
    ervoor = inhoud(thuis)
    monkeypatch.setattr(bouwen, "maak_database", None)
    status, uit, fout = draai(capsys, "bouw", "--leveringen", str(doos.map))
    assert (status, fout) == (0, "")
    assert uit.splitlines()[:2] == [f"Database: {gebouwd} (ongewijzigd)", f"Datasetversie: {versie(doos.map)}"]
    assert uit.splitlines()[2].startswith("Aantallen: rapporten 2, metingen 2, oordelen 4")
    assert inhoud(thuis) == ervoor


@pytest.mark.parametrize("aanleiding", ["feit", "bouwwijze", "onleesbaar"])
def test_wat_veranderd_is_wordt_opnieuw_gebouwd(
    doos: Doos, thuis: Path, gebouwd: Path, monkeypatch: pytest.MonkeyPatch, aanleiding: str
) -> None:
    if aanleiding == "feit":
        doos.zet("feiten/oordelen", 2, "opmerking", "anders")
    elif aanleiding == "bouwwijze":
        monkeypatch.setattr(bouwen, "bouwwijze", lambda: "anders")
    else:
        gebouwd.write_bytes(b"geen database")
    tweede = bouw([doos.map])
    assert tweede.nieuw
    assert openen.huidig_bestand(thuis) == tweede.bestand != gebouwd


def test_oude_databases_worden_opgeruimd(doos: Doos, thuis: Path, gebouwd: Path) -> None:
    """The current one and the last few before it stay; so do files of another name."""
    eerder = [thuis / f"verbeterpunten-{nummer}.duckdb" for nummer in range(openen.BEWAARD + 2)]
    for ouderdom, pad in enumerate([*reversed(eerder), gebouwd]):
        pad.touch()
        os.utime(pad, (1e9 - ouderdom, 1e9 - ouderdom))
    doos.zet("feiten/oordelen", 2, "opmerking", "anders")
    nieuw = bouw([doos.map]).bestand
    over = {pad for pad in thuis.iterdir() if pad.suffix == ".duckdb"}
    assert over == {nieuw, *eerder[-openen.BEWAARD :]}


@pytest.mark.parametrize("stap", ["laad_ruw", "leid_af", "_schrijf_herkomst", "_aantallen"])
def test_een_afgebroken_bouw_laat_niets_achter(
    doos: Doos, thuis: Path, gebouwd: Path, monkeypatch: pytest.MonkeyPatch, stap: str
) -> None:
    ervoor = inhoud(thuis)
    doos.zet("feiten/oordelen", 2, "opmerking", "anders")

    def breek(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(maken if hasattr(maken, stap) else bouwen, stap, breek)
    with pytest.raises(KeyboardInterrupt):
        bouw([doos.map])
    assert inhoud(thuis) == ervoor
    assert openen.huidig_bestand(thuis) == gebouwd
    assert [pad for pad in thuis.iterdir() if pad.is_dir()] == []


def test_een_belofte_die_breekt_stopt_de_bouw(doos: Doos, thuis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """nazicht.sql is asked, and its answer counts."""
    echt = maken.leid_af

    def en_verlies_een_rij(con: duckdb.DuckDBPyConnection) -> None:
        echt(con)
        con.execute("delete from stap where oordeel_nr = 1")

    monkeypatch.setattr(maken, "leid_af", en_verlies_een_rij)
    with pytest.raises(RuntimeError, match="elke bekende uitkomst heeft een opvolging"):
        bouw([doos.map])
    assert inhoud(thuis) == {}


def test_verplaatsen_gaat_zo_dat_het_ook_op_windows_kan() -> None:
    """Only os.replace (Path.replace) overwrites there; rename fails on a file that exists, and symlinks need rights."""
    for naam in ("bouw/bouwen.py", "gebouwd/openen.py"):
        tekst = (DATA / naam).read_text(encoding="utf-8")
        assert ".replace(" in tekst
        assert not re.search(r"rename\(|symlink|hardlink|shutil\.move", tekst)


# the datasetversie


def versie(*mappen: Path) -> str:
    """The datasetversie of the leveringen in these folders."""
    gevonden, fouten = leveringen.zoek(mappen)
    geldig, meer = leveringen.van_kracht(gevonden, None)
    assert fouten + meer == []
    return leveringen.datasetversie(geldig)


def test_regeleinden_van_windows_zijn_hetzelfde(doos: Doos) -> None:
    ervoor = versie(doos.map)
    for pad in doos.map.rglob("*.csv"):
        pad.write_bytes(pad.read_bytes().replace(b"\n", b"\r\n"))
    assert versie(doos.map) == ervoor
    with doos.bouw() as con:
        assert con.execute("select datasetversie from dataset").fetchall() == [(ervoor,)]
        assert con.execute("select count(*) from oordelen where vindplaats = 'tabel 1'").fetchall() == [(4,)]


def test_naam_van_de_map_en_volgorde_doen_er_niet_toe(doos: Doos, tmp_path: Path) -> None:
    ervoor = versie(doos.map)
    (doos.map / "feiten").rename(doos.map / "aaa")
    assert versie(doos.map) == ervoor
    (doos.map / "kader").rename(tmp_path / "zzz")
    assert versie(doos.map, tmp_path / "zzz") == versie(tmp_path / "zzz", doos.map) == ervoor


GELEVERD = sorted(
    pad for map_ in ("kaders", "leveringen", "rondes", "onderwerpen") for pad in (DATA / map_).rglob("*.csv")
)
TEKST = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=20)


@settings(max_examples=voorbeelden(20), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(pad=st.sampled_from(GELEVERD), plek=st.tuples(*[st.integers(0, 10_000)] * 2), tekst=TEKST)
def test_elk_ander_feit_geeft_een_andere_versie(
    tmp_path_factory: pytest.TempPathFactory, pad: Path, plek: tuple[int, int], tekst: str
) -> None:
    """One cell of one shipped table, changed into another text; put back, the datasetversie is back too."""
    map_ = tmp_path_factory.getbasetemp() / "versie" / pad.parent.name
    shutil.copytree(pad.parent, map_, dirs_exist_ok=True)
    ervoor = versie(map_)
    with pad.open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.reader(bestand))
    rij, kolom = 1 + plek[0] % (len(rijen) - 1), plek[1] % len(rijen[0])
    # what is replaced would have to exist, and a concept does not count
    assume(tekst != rijen[rij][kolom] and rijen[0][kolom] not in {"vervangt", "concept"})
    rijen[rij][kolom] = tekst
    with (map_ / pad.name).open("w", encoding="utf-8", newline="") as bestand:
        csv.writer(bestand, lineterminator="\n").writerows(rijen)
    assert versie(map_) != ervoor
    (map_ / pad.name).write_bytes(pad.read_bytes())
    assert versie(map_) == ervoor


def test_twee_keer_bouwen_geeft_overal_hetzelfde_antwoord(tmp_path: Path, geleverd_bestand: Path) -> None:
    """Every view, row for row; only when it was built differs."""
    antwoorden = []
    for bestand in (geleverd_bestand, bouw(VIER, naar=tmp_path / "twee.duckdb").bestand):
        with duckdb.connect(bestand, read_only=True) as con:
            zichten = con.execute("select schema_name, view_name from duckdb_views() where not internal").fetchall()
            alles = {}
            for schema, zicht in sorted(zichten):
                weg = " exclude (gebouwd_op)" if zicht == "dataset" else ""
                alles[zicht] = con.execute(f"select *{weg} from {schema}.{zicht} order by all").fetchall()
            antwoorden.append(alles)
    assert antwoorden[0] == antwoorden[1]
    assert {"oordelen", "opvolging", "verloop", "stand", "bevindingen", "actiepunten", "dataset"} <= set(antwoorden[0])
    assert len(antwoorden[0]["oordelen"]) == 63


# which leveringen count


def titels(bestand: Path) -> list[str]:
    """The titles of the rapporten in a database."""
    with duckdb.connect(bestand, read_only=True) as con:
        return [titel for (titel,) in con.execute("select titel from opslag.rapport order by titel").fetchall()]


def _rapporten(doos: Doos, kennisdatum: date | None = None, *, concept: bool = False) -> list[str]:
    """The titles of the rapporten in a build."""
    return titels(bouw([doos.map], naar=doos.database, kennisdatum=kennisdatum, concept=concept).bestand)


def _herzien(doos: Doos, **cellen: str) -> None:
    """A new levering, accepted on 1 March, in place of the facts, with another title for the first rapport."""
    shutil.copytree(doos.map / "feiten", doos.map / "herzien")
    nieuw = {"levering_id": "herzien", "aanvaard_op": "2026-03-01", "vervangt": "feiten", "reden": "typefout"}
    for kolom, waarde in {**nieuw, **cellen}.items():
        doos.zet("herzien/levering", 2, kolom, waarde)
    for tabel in ("aanvaarding", "bewerkingen"):
        doos.zet(f"herzien/{tabel}", 2, "levering_id", "herzien")
    doos.zet("herzien/rapporten", 2, "titel", "Rapport een, herzien")


OUD, NIEUW = ["Rapport een", "Rapport twee"], ["Rapport een, herzien", "Rapport twee"]


def test_een_vervanging_telt_in_plaats_van_de_oude(doos: Doos) -> None:
    ervoor = versie(doos.map)
    _herzien(doos)
    assert _rapporten(doos) == NIEUW
    assert versie(doos.map) != ervoor
    with duckdb.connect(doos.database, read_only=True) as con:
        rijen = con.execute("select levering_id, vervangt, van_kracht from opslag.levering order by all").fetchall()
    assert rijen == [("feiten", None, False), ("herzien", "feiten", True), ("kader", None, True)]


@pytest.mark.parametrize(("dag", "titels"), [("2026-02-28", OUD), ("2026-03-01", NIEUW), ("2026-01-01", [])])
def test_de_kennisdatum_bepaalt_welke_leveringen_tellen(doos: Doos, dag: str, titels: list[str]) -> None:
    _herzien(doos)
    assert _rapporten(doos, date.fromisoformat(dag)) == titels
    with duckdb.connect(doos.database, read_only=True) as con:
        assert con.execute("select kennisdatum from dataset").fetchall() == [(date.fromisoformat(dag),)]


def test_zonder_kennisdatum_is_het_de_laatste_aanvaarding(doos: Doos) -> None:
    _herzien(doos)
    with doos.bouw() as con:
        assert con.execute("select kennisdatum, bevat_fictief from dataset").fetchall() == [(date(2026, 3, 1), True)]


def test_een_concept_telt_niet(doos: Doos) -> None:
    ervoor = versie(doos.map)
    _herzien(doos, concept="ja")
    assert _rapporten(doos) == OUD
    assert versie(doos.map) == ervoor


# public, and with what is not public yet


def test_zonder_concept_is_er_een_database(doos: Doos, thuis: Path) -> None:
    gebouwd = bouw([doos.map])
    assert gebouwd.alles is not None
    assert gebouwd.alles.bestand == gebouwd.bestand
    assert len(list(thuis.glob("*.duckdb"))) == 1
    assert bevat_concept(gebouwd.bestand) is False


def bevat_concept(bestand: Path) -> bool:
    with duckdb.connect(bestand, read_only=True) as con:
        return bool(con.execute("select bevat_concept from dataset").fetchall()[0][0])


def test_met_een_concept_zijn_er_twee(doos: Doos, thuis: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The public one does not even know of the concept; both are left alone when nothing changed."""
    _herzien(doos, concept="ja")
    status, uit, fout = draai(capsys, "bouw", "--leveringen", str(doos.map))
    publiek, alles = (openen.huidig_bestand(thuis, alles=alles) for alles in (False, True))
    assert (status, fout) == (0, "")
    assert (titels(publiek), titels(alles)) == (OUD, NIEUW)
    assert (bevat_concept(publiek), bevat_concept(alles)) == (False, True)
    with duckdb.connect(publiek, read_only=True) as con:
        assert con.execute("select levering_id from opslag.levering order by all").fetchall() == [
            ("feiten",),
            ("kader",),
        ]
    assert f"Met concepten: {alles}" in uit.splitlines()
    nog_eens = bouw([doos.map])
    assert nog_eens.alles is not None
    assert (nog_eens.bestand, nog_eens.alles.bestand) == (publiek, alles)
    assert (nog_eens.nieuw, nog_eens.alles.nieuw) == (False, False)


def test_met_concept_naar_een_bestand(doos: Doos, capsys: pytest.CaptureFixture[str]) -> None:
    _herzien(doos, concept="ja")
    assert _rapporten(doos, concept=True) == NIEUW
    argumenten = ("bouw", "--leveringen", str(doos.map), "--naar", str(doos.database))
    assert draai(capsys, *argumenten)[0] == 0
    assert titels(doos.database) == OUD
    assert draai(capsys, *argumenten, "--met-concept")[0] == 0
    assert titels(doos.database) == NIEUW


@pytest.mark.parametrize("cel", [("pagina", "x"), ("indicator_id", "nergens")], ids=["vorm", "verwijzing"])
def test_een_fout_in_een_concept_houdt_het_openbare_niet_tegen(
    doos: Doos, thuis: Path, capsys: pytest.CaptureFixture[str], cel: tuple[str, str]
) -> None:
    """It is told, and the database with concepts stays what it was, while the public one moves on."""
    _herzien(doos, concept="ja")
    eerst = bouw([doos.map])
    assert eerst.alles is not None
    doos.zet("herzien/oordelen", 2, *cel)
    doos.zet("feiten/rapporten", 2, "titel", "Rapport een!")
    status, _, fout = draai(capsys, "bouw", "--leveringen", str(doos.map))
    melding, slot = fout.splitlines()
    assert status == 0
    assert melding.startswith(f"leveringen/herzien/oordelen.csv, regel 2, kolom {cel[0]}: ")
    assert slot == "1 fout; de database met concepten is niet gebouwd (de vorige blijft); de openbare wel."
    assert titels(openen.huidig_bestand(thuis)) == ["Rapport een!", "Rapport twee"]
    assert openen.huidig_bestand(thuis, alles=True) == eerst.alles.bestand


def test_een_kapot_bestand_in_een_concept_ook_niet(doos: Doos, thuis: Path) -> None:
    """A fault in the form of a file, found before anything is built."""
    _herzien(doos, concept="ja")
    doos.pad("herzien/oordelen").write_text("onzin\n", encoding="utf-8")
    (doos.map / "herzien" / "vreemd.csv").write_text("onzin\n", encoding="utf-8")
    gebouwd = bouw([doos.map])
    assert gebouwd.alles is None
    assert {fout.bestand for fout in gebouwd.concept_fouten} == {
        "leveringen/herzien/oordelen.csv",
        "leveringen/herzien/vreemd.csv",
    }
    assert titels(openen.huidig_bestand(thuis)) == OUD


def test_fouten_in_openbaar_en_concept_worden_samen_gemeld(doos: Doos, thuis: Path) -> None:
    _herzien(doos, concept="ja")
    doos.zet("herzien/oordelen", 2, "pagina", "x")
    doos.zet("kader/edities", 2, "volgorde", "x")
    with pytest.raises(LeveringGeweigerd) as geweigerd:
        bouw([doos.map])
    assert [f.bestand for f in geweigerd.value.fouten] == [
        "leveringen/herzien/oordelen.csv",
        "leveringen/kader/edities.csv",
    ]


# as known on another day


def test_een_kennisdatum_verandert_niet_wat_iedereen_ziet(
    doos: Doos, thuis: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Built once, and found again; then the pointers still name what they named."""
    _herzien(doos)
    nu = bouw([doos.map]).bestand
    wijzers = {naam: inhoud(thuis)[naam] for naam in (openen.WIJZER, openen.WIJZER_ALLES)}
    status, uit, _ = draai(capsys, "bouw", "--leveringen", str(doos.map), "--kennisdatum", "2026-02-28")
    toen = Path(uit.splitlines()[0].removeprefix("Database: "))
    assert (status, titels(toen), titels(nu)) == (0, OUD, NIEUW)
    assert {naam: inhoud(thuis)[naam] for naam in wijzers} == wijzers
    ervoor = inhoud(thuis)
    nog_eens = bouw([doos.map], kennisdatum=date(2026, 2, 28))
    assert (nog_eens.bestand, nog_eens.nieuw) == (toen, False)
    assert bouwen.bouw_op(date(2026, 2, 28), mappen=[doos.map]) == toen
    assert inhoud(thuis) == ervoor


def test_een_andere_dag_of_met_concept_is_een_ander_bestand(doos: Doos, thuis: Path) -> None:
    _herzien(doos, concept="ja")
    bestanden = {
        bouwen.bouw_op(date(2026, 3, dag), concept=concept, mappen=[doos.map]): (dag, concept)
        for dag in (1, 2)
        for concept in (False, True)
    }
    assert len(bestanden) == 4
    for bestand, (dag, concept) in bestanden.items():
        assert titels(bestand) == (NIEUW if concept else OUD)
        with duckdb.connect(bestand, read_only=True) as con:
            rij = con.execute("select kennisdatum, bevat_concept from dataset").fetchall()
        assert rij == [(date(2026, 3, dag), concept)]


def test_wat_later_komt_verandert_een_kennisdatum_niet(doos: Doos, thuis: Path) -> None:
    """Found again under its own name when a correction has come since: the old datasetversie can be had at any time."""
    toen = bouwen.bouw_op(date(2026, 2, 28), mappen=[doos.map])
    _herzien(doos)
    assert bouwen.bouw_op(date(2026, 2, 28), mappen=[doos.map]) == toen


def test_van_de_kennisdatums_blijven_de_laatste_staan(doos: Doos, thuis: Path) -> None:
    thuis.mkdir()
    for nummer in range(openen.BEWAARD_OP_DATUM):
        pad = thuis / f"kennis-2020-01-{nummer:02}.duckdb"
        pad.touch()
        os.utime(pad, (1e9 + nummer, 1e9 + nummer))
    nieuw = bouwen.bouw_op(date(2026, 2, 28), mappen=[doos.map])
    over = sorted(thuis.glob("kennis-*.duckdb"))
    assert len(over) == openen.BEWAARD_OP_DATUM
    assert nieuw in over
    assert thuis / "kennis-2020-01-00.duckdb" not in over


def test_een_dag_met_fouten_wordt_geweigerd(doos: Doos, thuis: Path) -> None:
    doos.zet("feiten/oordelen", 2, "pagina", "x")
    with pytest.raises(LeveringGeweigerd):
        bouwen.bouw_op(date(2026, 2, 28), mappen=[doos.map])
    assert inhoud(thuis) == {}


# what replaces what


def test_twee_leveringen_vervangen_dezelfde(doos: Doos) -> None:
    for nummer in ("1", "2"):
        doos.levering(f"h{nummer}", f"h{nummer}", vervangt="feiten", reden="typefout", aanvaard_op="2026-03-01")
    (fout,) = [f for f in doos.fouten() if f.kolom == "vervangt"]
    assert (fout.bestand, fout.regel) == ("leveringen/h2/levering.csv", 2)
    assert fout.mis == 'levering "feiten" is al vervangen door "h1"'


Ingreep = Callable[[Doos], object]


@pytest.mark.parametrize(
    ("doe", "bestand", "regel", "mis"),
    [
        (lambda d: (d.map / "feiten" / "oordeel.csv").write_text("a\n"), "feiten/oordeel.csv", 0, "een bestand met"),
        (lambda d: (d.map / "feiten" / "OORDELEN.CSV").write_text("a\n"), "feiten/OORDELEN.CSV", 0, "een bestand met"),
        (lambda d: d.pad("feiten/kaders").write_text(""), "feiten/kaders.csv", 1, "de kolom ontbreekt"),
    ],
    ids=["onbekende naam", "hoofdletters", "leeg bestand"],
)  # fmt: skip
def test_een_bestand_dat_er_niet_hoort(doos: Doos, doe: Ingreep, bestand: str, regel: int, mis: str) -> None:
    doe(doos)
    fouten = doos.fouten()
    assert {(f.bestand, f.regel) for f in fouten} == {(f"leveringen/{bestand}", regel)}
    assert fouten[0].mis.startswith(mis)
    assert len(fouten) == (len(tabellen()["kaders"]) if bestand.endswith("kaders.csv") else 1)


def test_een_ander_bestand_mag_ernaast_staan(doos: Doos) -> None:
    (doos.map / "feiten" / "leesmij.txt").write_text("ongelezen", encoding="utf-8")
    assert doos.fouten() == []


def test_een_bom_wordt_gemeld(doos: Doos) -> None:
    pad = doos.pad("feiten/oordelen")
    pad.write_bytes(b"\xef\xbb\xbf" + pad.read_bytes())
    assert [(f.bestand, f.regel, f.mis) for f in doos.fouten()] == [
        ("leveringen/feiten/oordelen.csv", 1, "het bestand begint met een BOM")
    ]


def test_alle_fouten_van_alle_leveringen_in_een_keer(doos: Doos) -> None:
    doos.zet("feiten/oordelen", 2, "pagina", "x")
    doos.zet("kader/edities", 2, "volgorde", "x")
    with pytest.raises(LeveringGeweigerd) as geweigerd:
        bouw([doos.map], naar=doos.database)
    assert [f.bestand for f in geweigerd.value.fouten] == [
        "leveringen/feiten/oordelen.csv",
        "leveringen/kader/edities.csv",
    ]
    assert not doos.database.exists()


def test_een_lezer_in_hetzelfde_proces_staat_niet_in_de_weg(doos: Doos, thuis: Path) -> None:
    """A server that shows a database and accepts: what is open is found again, and answers on after a next build."""
    eerst, toen = bouw([doos.map]).bestand, bouwen.bouw_op(date(2026, 2, 28), mappen=[doos.map])
    with openen.open_lezend(eerst) as een, openen.open_lezend(toen) as twee:
        assert not bouw([doos.map]).nieuw
        assert bouwen.bouw_op(date(2026, 2, 28), mappen=[doos.map]) == toen
        _herzien(doos)
        assert titels(bouw([doos.map]).bestand) == NIEUW
        for con in (een, twee):
            assert [
                titel for (titel,) in con.execute("select titel from opslag.rapport order by titel").fetchall()
            ] == OUD
