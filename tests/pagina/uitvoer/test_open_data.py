"""The folder with open data: what is in it, what never is, and that it is there whole or not at all."""

from __future__ import annotations

import argparse
import csv
import dataclasses
import hashlib
import io
import json
import shutil
import warnings
from collections.abc import Iterable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from csvw import CSVW

from data.bouw.bouwen import bouw
from data.gebouwd.openen import huidig_bestand
from data.instellingen import PRODUCT
from data.levering.vorm import VORM
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.opdrachten import open_data
from pagina.uitvoer.opendata import map as open_map
from pagina.uitvoer.opendata import parquet
from pagina.uitvoer.opendata.beheer import Beheer, beheer
from pagina.uitvoer.opendata.delen import DELEN
from pagina.uitvoer.opendata.map import schrijf_map
from queries import Bron
from tests import leveringen
from tests.geleverd import VIER
from tests.pagina.uitvoer.test_csvw import bezwaren

BEHEER = Beheer(
    "Inspectie Voorbeeld",
    "https://identifier.overheid.nl/tooi/id/ministerie/mnre0000",
    "gegevens@inspectie.voorbeeld.nl",
    "https://open.voorbeeld.nl/verbeterpunten/",
)
VIEWS = ["oordelen", "opvolging", "verloop", "stand", "bevindingen", "actiepunten", "dataset"]
#: What is planted in every column of a levering that may hold a report's own words.
ZIN = "geheimzin"


def geopend(map_: Path) -> Bron:
    return Bron(huidig_bestand(map_))


def rijen(map_: Path, view: str) -> list[dict[str, str]]:
    tekst = (map_ / f"{view}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(tekst, newline="")))


def alles_in(map_: Path) -> Iterable[tuple[str, str]]:
    """Each file with all its text; a Parquet file is unpacked first."""
    for pad in map_.iterdir():
        if pad.suffix == ".parquet":
            tabel = pq.read_table(pad)
            yield pad.name, f"{tabel.schema.to_string(truncate_metadata=False)} {tabel.to_pylist()}"
        else:
            yield pad.name, pad.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def bron(geleverd_map: Path) -> Bron:
    return geopend(geleverd_map)


@pytest.fixture(scope="module")
def map_(bron: Bron, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the four shipped rapporten."""
    naar = tmp_path_factory.mktemp("open") / "data"
    schrijf_map(bron, naar, BEHEER)
    return naar


def test_elke_view_is_er_in_beide_vormen(map_: Path) -> None:
    namen = [f"{view}{achter}" for view in VIEWS for achter in (".csv", ".csv-metadata.json", ".parquet")]
    namen += ["LEESMIJ.txt", "dcat.jsonld", "dcat.ttl", "herkomst.json"]
    assert sorted(pad.name for pad in map_.iterdir()) == sorted(namen)
    assert [pad for pad in map_.parent.iterdir() if pad != map_] == []


def test_de_cijfers_zijn_die_van_de_rapporten(map_: Path) -> None:
    # counted in the leveringen themselves: no rapport here prints a meting of another
    gedrukt = [
        rij
        for levering in VIER
        for pad in levering.glob("oordelen.csv")
        for rij in csv.DictReader(pad.read_text(encoding="utf-8").splitlines())
    ]
    oordelen = rijen(map_, "oordelen")
    assert {(rij["Meting"], rij["Indicator-id"]) for rij in oordelen} == {
        (rij["meting_id"], rij["indicator_id"]) for rij in gedrukt
    }
    assert len(oordelen) == len(gedrukt)
    # what is known of the rapporten: 10 of the 16 verbeterpunten of GGSR beleid picked up, 17 open now
    stappen = [rij for rij in rijen(map_, "opvolging") if rij["Kader"] == "GGSR beleid" and rij["Jaar van"] == "2013"]
    waren = [rij["Status"] for rij in stappen if rij["Uitkomst van"] == "verbeterpunt"]
    assert (len(waren), waren.count("opgepakt")) == (16, 10)
    assert sum(rij["Open"] == "ja" for rij in rijen(map_, "stand")) == 6 + 11
    assert len(rijen(map_, "actiepunten")) == 7 + 4


@pytest.mark.parametrize("view", VIEWS)
def test_de_csv_klopt_met_haar_uitleg(view: str, map_: Path) -> None:
    assert bezwaren(map_ / f"{view}.csv-metadata.json") == []


def _als_cel(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return "" if waarde is None else str(waarde)


@pytest.mark.parametrize("view", VIEWS)
def test_parquet_en_csv_zijn_gelijk(view: str, map_: Path) -> None:
    tabel = pq.read_table(map_ / f"{view}.parquet")
    koppen = [veld.metadata[b"kop"].decode() for veld in tabel.schema]
    plat = [dict(zip(koppen, map(_als_cel, rij.values()), strict=True)) for rij in tabel.to_pylist()]
    assert plat == [{kop: rij[kop] for kop in koppen} for rij in rijen(map_, view)]
    herkomst = json.loads((map_ / "herkomst.json").read_bytes())
    assert json.loads(tabel.schema.metadata[b"herkomst"]) == herkomst[view]
    assert herkomst[view]["exportnummer"] == rijen(map_, view)[0]["Herkomst: exportnummer"]


def test_parquet_heeft_soorten(map_: Path) -> None:
    soorten = {veld.name: str(veld.type) for veld in pq.read_schema(map_ / "stand.parquet")}
    assert {naam: soorten[naam] for naam in ("gemeente", "open", "peiljaar", "moment")} == {
        "gemeente": "string",
        "open": "bool",
        "peiljaar": "int16",
        "moment": "date32[day]",
    }


def test_de_opdracht_maakt_dezelfde_bytes(
    geleverd_map: Path, map_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(geleverd_map))
    lezer = argparse.ArgumentParser(add_help=False)
    open_data.opties(lezer)
    wie = ["--uitgever", BEHEER.uitgever, "--uitgever-uri", BEHEER.uitgever_uri, "--contact", BEHEER.contact]
    keuze = lezer.parse_args(["--naar", str(tmp_path / "weer"), *wie, "--adres", BEHEER.adres])
    assert keuze.doe(keuze) == 0
    uit, fout = capsys.readouterr()
    assert uit.startswith(f"25 bestanden staan in {tmp_path / 'weer'}.\nDatasetversie: ")
    assert fout == ""
    for pad in map_.iterdir():
        assert hashlib.sha256((tmp_path / "weer" / pad.name).read_bytes()).digest() == (
            hashlib.sha256(pad.read_bytes()).digest()
        ), pad.name
    # once more: the folder is not empty now
    assert keuze.doe(keuze) == 1
    assert capsys.readouterr().err == f"{tmp_path / 'weer'} bestaat al en is geen lege map; er is niets gemaakt.\n"


def test_een_verkeerd_adres_is_een_zin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lezer = argparse.ArgumentParser(add_help=False)
    open_data.opties(lezer)
    assert open_data.voer_uit(lezer.parse_args(["--naar", str(tmp_path / "uit"), "--adres", "ergens"])) == 1
    zin = "‘ergens’ bij --adres is geen webadres; schrijf het voluit, als https://voorbeeld.nl/opendata.\n"
    assert capsys.readouterr().err == zin
    assert list(tmp_path.iterdir()) == []


# --- no running text of reports ----------------------------------------------------------------------------------

#: Names of things, without which a table says nothing: a rapport is named with its source, an aanpak in its row.
NAMEN = {("rapporten", "titel"), ("rapporten", "uitgever"), ("aanpakken", "aanpak")}


def _beplant(doel: Path) -> None:
    """A shipped levering with the sentence in every column of free text, and in the ids made of one."""
    # the one with oordelen and with every kind of bevinding
    shutil.copytree(PRODUCT / "data" / "leveringen" / "zwolle-2014", doel / "zwolle-2014")
    vorm = list(csv.DictReader(VORM.read_text(encoding="utf-8").splitlines()))
    for pad in doel.glob("zwolle-2014/*.csv"):
        tekst = {rij["kolom"] for rij in vorm if (rij["tabel"], rij["soort"]) == (pad.stem, "tekst")}
        tekst -= {kolom for tabel, kolom in NAMEN if tabel == pad.stem}
        with pad.open(encoding="utf-8", newline="") as bestand:
            lezer = csv.DictReader(bestand)
            kolommen, inhoud = list(lezer.fieldnames or ()), list(lezer)
        for nr, rij in enumerate(inhoud):
            for kolom in tekst & rij.keys():
                # the sign decides what the uitkomst is, and an empty cell has none
                teken = rij[kolom] if kolom == "teken_gedrukt" else ""
                rij[kolom] = f"{teken} {ZIN} {nr}".strip() if teken or kolom != "teken_gedrukt" else ""
            for kolom in {"bevinding_id", "actiepunt_id"} & rij.keys():
                rij[kolom] = f"{ZIN}-{rij[kolom]}"
        with pad.open("w", encoding="utf-8", newline="") as bestand:
            schrijver = csv.DictWriter(bestand, kolommen, lineterminator="\n")
            schrijver.writeheader()
            schrijver.writerows(inhoud)


@pytest.fixture(scope="module")
def lastig(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a database with that levering, with fictional ones, and with one that is not public."""
    map_ = tmp_path_factory.mktemp("lastig")
    _beplant(leveringen.schrijf(map_))
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("VERBETERPUNTEN_MAP", str(map_ / "db"))
        bouw([map_ / "leveringen"])
    return map_ / "db"


@pytest.fixture(scope="module")
def lastige_map(lastig: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the public part of it, of nobody knows whom."""
    naar = tmp_path_factory.mktemp("lastig-open") / "data"
    schrijf_map(geopend(lastig), naar, Beheer())
    return naar


def _met_zin(map_: Path) -> list[str]:
    return sorted(naam for naam, tekst in alles_in(map_) if ZIN in tekst.lower())


def test_geen_zin_uit_een_rapport_gaat_mee(lastig: Path, lastige_map: Path) -> None:
    assert _met_zin(lastige_map) == []
    # it was there to be found: every column of the views that is left out has it
    for view, weg in {
        "oordelen": {"toelichting", "opmerking", "vindplaats", "teken_gedrukt", "thema_gedrukt"},
        "bevindingen": {"bevinding_id", "titel", "tekst", "voor_wie", "vindplaats", "opmerking"},
    }.items():
        antwoord = geopend(lastig).vraag("bekijk", view=view)
        assert {kolom for kolom in antwoord if antwoord[kolom].astype(str).str.contains(ZIN).any()} == weg


def test_een_kolom_te_veel_wordt_gevonden(lastig: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ruim = dataclasses.replace(DELEN[0], kolommen=(*DELEN[0].kolommen, "toelichting"))
    monkeypatch.setattr(open_map, "DELEN", (ruim,))
    schrijf_map(geopend(lastig), tmp_path / "uit", BEHEER)
    assert _met_zin(tmp_path / "uit") == ["oordelen.csv", "oordelen.parquet"]


def test_wat_niet_openbaar_is_gaat_niet_mee(lastig: Path, lastige_map: Path, tmp_path: Path) -> None:
    tekst = dict(alles_in(lastige_map))
    assert "Het tweede rapport" in tekst["dcat.ttl"]
    assert [naam for naam, inhoud in tekst.items() if leveringen.GEHEIM in inhoud] == []
    met_concept = Bron(huidig_bestand(lastig, alles=True))
    with pytest.raises(UitvoerGeweigerd, match="openbaar"):
        schrijf_map(met_concept, tmp_path / "nog", BEHEER)
    assert list(tmp_path.iterdir()) == []


def test_wat_fictief_is_zegt_het_overal(lastige_map: Path) -> None:
    tekst = dict(alles_in(lastige_map))
    assert {rij["Herkomst: bevat fictieve gegevens"] for rij in rijen(lastige_map, "oordelen")} == {"ja"}
    assert "Let op: bevat fictieve gegevens; wat daarop rust" in tekst["LEESMIJ.txt"]
    # one catalogue, seven datasets, fourteen files
    assert tekst["dcat.ttl"].count('dct:title "Bevat fictieve gegevens: ') == 1 + 7 + 14


def test_wat_de_beheerder_nog_moet_zeggen_staat_erbij(map_: Path, lastige_map: Path) -> None:
    leesmij = (lastige_map / "LEESMIJ.txt").read_text(encoding="utf-8")
    assert "Maak de map opnieuw met --uitgever, --uitgever-uri, --contact en --adres" in leesmij
    assert 'foaf:name "nog in te vullen"@nl' in (lastige_map / "dcat.ttl").read_text(encoding="utf-8")
    assert [naam for naam, inhoud in alles_in(map_) if "in te vullen" in inhoud or ".invalid" in inhoud] == []


# --- whole or not at all -----------------------------------------------------------------------------------------


def test_een_map_met_iets_erin_blijft_zoals_zij_is(bron: Bron, tmp_path: Path) -> None:
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "eigen.txt").write_text("van mij", encoding="utf-8")
    with pytest.raises(UitvoerGeweigerd, match="uit bestaat al en is geen lege map; er is niets gemaakt"):
        schrijf_map(bron, tmp_path / "uit", BEHEER)
    with pytest.raises(UitvoerGeweigerd, match="geen lege map"):
        schrijf_map(bron, tmp_path / "uit" / "eigen.txt", BEHEER)
    assert [pad.name for pad in tmp_path.rglob("*")] == ["uit", "eigen.txt"]


def test_wat_halverwege_misgaat_laat_niets_achter(bron: Bron, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(*_: object) -> None:
        raise OSError("geen ruimte")

    monkeypatch.setattr(parquet, "schrijf", vol)
    (tmp_path / "uit").mkdir()
    with pytest.raises(OSError, match="geen ruimte"):
        schrijf_map(bron, tmp_path / "uit", BEHEER)
    assert list(tmp_path.iterdir()) == [tmp_path / "uit"]
    assert list((tmp_path / "uit").iterdir()) == []


# --- who publishes -----------------------------------------------------------------------------------------------


def test_wie_publiceert_kan_leeg_blijven() -> None:
    leeg = beheer(None, None, "", None)
    assert leeg == Beheer()
    assert leeg.ontbreekt == ["--uitgever", "--uitgever-uri", "--contact", "--adres"]
    vol = beheer("Inspectie", "https://a.nl/b", "vragen@a.nl", "https://a.nl/open")
    assert vol.ontbreekt == []
    assert vol.contact_uri == "mailto:vragen@a.nl"
    assert vol.adres_van("x.csv") == "https://a.nl/open/x.csv"
    assert beheer(None, None, "https://a.nl/vragen", None).contact_uri == "https://a.nl/vragen"


@pytest.mark.parametrize("fout", ["a.nl", "ftp://a.nl", "https://", "https://a.nl/<b>", "https://a nl", "http://[x"])
def test_geen_webadres_wordt_geweigerd(fout: str) -> None:
    with pytest.raises(UitvoerGeweigerd, match="--adres is geen webadres"):
        beheer(None, None, None, fout)
    with pytest.raises(UitvoerGeweigerd, match="--uitgever-uri is geen webadres"):
        beheer(None, fout, None, None)


@pytest.mark.parametrize("fout", ["vragen", "@a.nl", "vragen@", "vragen@a", "a b@c.nl", "a@b@c.nl", "a@b.nl>"])
def test_geen_contact_wordt_geweigerd(fout: str) -> None:
    with pytest.raises(UitvoerGeweigerd, match="--contact is geen e-mailadres of webadres"):
        beheer(None, None, fout, None)


def test_csvw_kent_de_sleutels(map_: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sleutels = {
            view: CSVW(str(map_ / f"{view}.csv-metadata.json")).tables[0].tableSchema.primaryKey for view in VIEWS
        }
    assert sleutels["oordelen"] == ["meting_id", "indicator_id"]
    assert sleutels["stand"] == ["aanpak_id", "indicator_id"]
    assert sleutels["bevindingen"] is None
