"""The zip of CSV with CSVW, held against the validator of the `csvw` package, which must find every planted fault."""

from __future__ import annotations

import io
import json
import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from csvw import CSVW

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Kolom, Rij, tabel
from pagina.uitvoer.vormen.csvw import lees_herkomst, lees_tabel, schrijf
from tests.pagina.uitvoer.lastig import HERKOMST, KOLOMMEN, lastig_stuk, teruggelezen

DIALECTEN = ("excel-nl", "rfc4180")
#: Changes the metadata or the CSV in such a way that they no longer belong together.
Ingreep = Callable[[dict[str, Any], bytes], bytes]


def ingepakt(map_: Path, stuk: Stuk) -> Path:
    pad = map_ / "uitvoer.csv.zip"
    with pad.open("wb") as naar:
        schrijf(stuk, naar)
    return pad


def uitgepakt(map_: Path, stuk: Stuk) -> Path:
    with zipfile.ZipFile(ingepakt(map_, stuk)) as zip_:
        zip_.extractall(map_ / "uit")
    return map_ / "uit"


def bezwaren(metadata: Path) -> list[str]:
    """What the validator has against a CSV and its metadata; empty where both hold."""
    with warnings.catch_warnings():
        # to the validator a warning is a finding; here it would be an error halfway
        warnings.simplefilter("always")
        gelezen = CSVW(str(metadata), validate=True)
        try:
            goed = gelezen.is_valid
        except ValueError as fout:
            return [str(fout)]
    return [] if goed else [str(waarschuwing.message) for waarschuwing in gelezen.warnings]


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return uitgepakt(tmp_path, lastig_stuk())


def test_wat_er_in_de_zip_zit(tmp_path: Path) -> None:
    with zipfile.ZipFile(ingepakt(tmp_path, lastig_stuk())) as zip_:
        assert zip_.namelist() == [
            "LEESMIJ.txt",
            "cijfers_excel-nl.csv",
            "cijfers_excel-nl.csv-metadata.json",
            "cijfers_rfc4180.csv",
            "cijfers_rfc4180.csv-metadata.json",
            "herkomst.json",
        ]
        assert {deel.date_time for deel in zip_.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        leesmij = zip_.read("LEESMIJ.txt").decode("utf-8")
    assert "cijfers_excel-nl.csv: voor een Nederlandse Excel of LibreOffice" in leesmij
    assert f"Exportnummer: {HERKOMST.exportnummer}\r\n" in leesmij
    assert "Let op: bevat fictieve gegevens" in leesmij
    assert "Bron: Inspectie; Jeugd, Hulp aan gezinnen in Súdhoek, juni 2015." in leesmij


@pytest.mark.parametrize("dialect", DIALECTEN)
def test_de_validator_keurt_beide_goed_en_leest_de_waarden(dialect: str, map_: Path) -> None:
    metadata = map_ / f"cijfers_{dialect}.csv-metadata.json"
    assert bezwaren(metadata) == []
    rijen = CSVW(str(metadata)).to_json()["tables"][0]["row"]
    eerste, tweede, derde = (rij["describes"][0] for rij in rijen[:3])
    # numbers and truth as JSON knows them, read with the decimal sign and the words of this dialect
    assert (eerste["gemeente"], eerste["verbeterpunten"], eerste["aandeel"]) == ("Súdhoek; 't Gat", 16, 63)
    assert (eerste["bezoek"], eerste["open"], eerste["status"]) == ("2014-11-25", True, "opgepakt")
    assert (tweede["verbeterpunten"], tweede["open"]) == (-3, False)
    assert (tweede["gemeente"], tweede["toelichting"]) == ("'=1+1", "Twee\nregels; '=SOM(A1)")
    assert (derde["verbeterpunten"], derde["bezoek"]) == (-1234.5, "2000-02-29")
    assert eerste["herkomst_exportnummer"] == HERKOMST.exportnummer
    assert eerste["herkomst_fictief"] is True
    # what is not known is not there
    assert "bezoek" not in tweede
    assert "jaar" not in derde


def _in_kolom(naam: str, **anders: object) -> Ingreep:
    def doe(metadata: dict[str, Any], inhoud: bytes) -> bytes:
        next(kolom for kolom in metadata["tableSchema"]["columns"] if kolom["name"] == naam).update(anders)
        return inhoud

    return doe


def _in_csv(van: bytes, naar: bytes) -> Ingreep:
    def doe(_metadata: dict[str, Any], inhoud: bytes) -> bytes:
        assert inhoud.count(van) >= 1
        return inhoud.replace(van, naar, 1)

    return doe


def _sleutel(*namen: str) -> Ingreep:
    def doe(metadata: dict[str, Any], inhoud: bytes) -> bytes:
        metadata["tableSchema"]["primaryKey"] = list(namen)
        return inhoud

    return doe


#: Each fault with what the validator says of it. W3C Recommendations of 17 December 2015: MODEL is "Model for Tabular
#: Data and Metadata on the Web", VOCABULARY is "Metadata Vocabulary for Tabular Data".
FOUTEN: dict[str, tuple[Ingreep, str]] = {
    # MODEL 6.4.2 (formats for numeric types): a cell that does not have the form of a number is an error
    "een getal dat geen getal is": (_in_csv(b"16", b"zestien"), "zestien.*Invalid value for decimal"),
    # MODEL 6.4 (parsing cells): the text of a cell must be a literal of its datatype
    "een verkeerd datatype": (_in_kolom("gemeente", datatype="integer"), "Súdhoek.*base='integer'"),
    # MODEL 6.4.3 (formats for booleans): a boolean is one of the two words in its format
    "een ander woord voor ja": (_in_csv(b";ja;opgepakt", b";yes;opgepakt"), "invalid lexical value for boolean: yes"),
    # MODEL 6.4.4 (formats for dates): a date has the form of its format, and exists
    "een datum die niet bestaat": (_in_csv(b"2014-11-25", b"2014-13-25"), "2014-13-25.*month must be in 1..12"),
    # MODEL 6.4.6 (formats for other types): a string fits the regular expression in its format
    "een woord buiten de lijst": (_in_csv(b";ja;opgepakt", b";ja;opgegeten"), "invalid lexical value for string"),
    # VOCABULARY 5.5.1 (schema compatibility): the heads in the file are titles of the columns, in order
    "een andere kop": (_in_kolom("gemeente", name=None, titles="Stad"), "Incompatible table models"),
    # VOCABULARY 5.5.1: there are as many heads as columns
    "een kop te veel": (_in_csv(b"Gemeente;", b"Gemeente;Extra;"), "Column number mismatch"),
    # VOCABULARY 5.7 (inherited properties), required: no cell of the column is null
    "een verplichte kolom met een lege cel": (_in_kolom("bezoek", required=True), "required column value is missing"),
    # VOCABULARY 5.5 (schemas), primaryKey: no two rows have the same values in these columns
    "een sleutel die niet uniek is": (_sleutel("herkomst_exportnummer"), "duplicate primary key"),
}


@pytest.mark.parametrize("fout", FOUTEN)
def test_de_validator_vindt_een_geplante_fout(fout: str, map_: Path) -> None:
    pad = map_ / "cijfers_excel-nl.csv"
    beschrijving = pad.with_name(pad.name + "-metadata.json")
    metadata = json.loads(beschrijving.read_bytes())
    ingreep, woorden = FOUTEN[fout]
    pad.write_bytes(ingreep(metadata, pad.read_bytes()))
    beschrijving.write_text(json.dumps(metadata), encoding="utf-8")
    gevonden = bezwaren(beschrijving)
    assert len(gevonden) >= 1
    assert re.search(woorden, gevonden[0]) is not None


def test_de_metadata_zegt_wat_elke_kolom_betekent(map_: Path) -> None:
    metadata = json.loads((map_ / "cijfers_excel-nl.csv-metadata.json").read_bytes())
    kolommen = {kolom["name"]: kolom for kolom in metadata["tableSchema"]["columns"]}
    assert list(kolommen)[: len(KOLOMMEN)] == [kolom.naam for kolom in KOLOMMEN]
    assert kolommen["verbeterpunten"] == {
        "name": "verbeterpunten",
        "titles": "Verbeterpunten",
        "dc:description": "Aantal verbeterpunten.",
        "datatype": {"base": "decimal", "format": {"decimalChar": ","}},
        "required": False,
        "null": "",
        "virtual": False,
        "schema:unitText": "verbeterpunten",
    }
    assert kolommen["open"]["datatype"] == {"base": "boolean", "format": "ja|nee"}
    assert kolommen["bezoek"]["datatype"] == {"base": "date", "format": "yyyy-MM-dd"}
    assert kolommen["status"]["datatype"]["format"] == r"opgepakt|niet opgepakt \(nog\)|n\.v\.t\."
    assert kolommen["status"]["schema:valueReference"][1] == {
        "@type": "schema:DefinedTerm",
        "schema:termCode": "niet opgepakt (nog)",
        "schema:description": "voldoet nog niet",
    }
    assert kolommen["herkomst_exportnummer"]["virtual"] is False
    assert kolommen["herkomst_exportnummer"]["dc:description"].startswith("Nummer van deze uitvoer")


def test_de_metadata_zegt_waar_de_tabel_vandaan_komt(map_: Path) -> None:
    metadata = json.loads((map_ / "cijfers_rfc4180.csv-metadata.json").read_bytes())
    assert metadata["dc:license"] == {"@id": "https://creativecommons.org/publicdomain/zero/1.0/"}
    assert metadata["dc:title"] == "Cijfers"
    assert metadata["schema:version"] == "3f9a1c2b4d5e"
    assert metadata["schema:measurementTechnique"] == "methodeversie 7"
    assert metadata["dc:identifier"] == HERKOMST.exportnummer
    assert metadata["dc:source"] == [
        {
            "dc:identifier": "r1",
            "dc:title": "Hulp aan gezinnen in Súdhoek",
            "dc:publisher": "Inspectie; Jeugd",
            "dc:issued": "2015-06",
            "schema:pagination": "tabel 1, p. 7; bijlage",
        }
    ]
    assert "Let op: bevat fictieve gegevens" in metadata["dc:description"]
    assert metadata["dialect"]["delimiter"] == ","
    assert metadata["dialect"]["encoding"] == "utf-8"


def test_de_sleutel_van_een_view_staat_erin_en_is_uniek(tmp_path: Path) -> None:
    kolommen = tuple(Kolom(naam, naam, "", "tekst") for naam in ("meting_id", "indicator_id", "uitkomst"))
    rijen: list[Rij] = [("m1", "i1", "voldoet"), ("m1", "i2", "voldoet")]
    map_ = uitgepakt(tmp_path, lastig_stuk(tabel("oordelen", "Oordelen", kolommen, rijen)))
    metadata = map_ / "oordelen_rfc4180.csv-metadata.json"
    assert json.loads(metadata.read_bytes())["tableSchema"]["primaryKey"] == ["meting_id", "indicator_id"]
    assert bezwaren(metadata) == []


def test_een_lege_tabel_houdt_haar_herkomst(tmp_path: Path) -> None:
    leeg = lastig_stuk(tabel("leeg", "Leeg", KOLOMMEN, []))
    pad = ingepakt(tmp_path, leeg)
    assert lees_herkomst(pad) == HERKOMST.als_json()
    assert lees_tabel(pad) == [[kolom.kop for kolom in KOLOMMEN]]


@pytest.mark.parametrize("dialect", DIALECTEN)
def test_herkomst_en_tabel_lezen_terug(dialect: str, tmp_path: Path) -> None:
    pad = ingepakt(tmp_path, lastig_stuk())
    assert lees_herkomst(pad) == HERKOMST.als_json()
    assert lees_tabel(pad, dialect) == teruggelezen(dialect)


def test_een_vreemd_bestand_heeft_geen_herkomst(tmp_path: Path) -> None:
    geen_zip, andere_zip = tmp_path / "a.zip", tmp_path / "b.zip"
    geen_zip.write_bytes(b"geen zip")
    with zipfile.ZipFile(andere_zip, "w") as zip_:
        zip_.writestr("herkomst.json", "[1]")
    for pad in (geen_zip, andere_zip):
        assert lees_herkomst(pad) is None
        with pytest.raises(UitvoerGeweigerd, match=re.escape(pad.name)):
            lees_tabel(pad)


def test_hoe_ver_het_is_telt_beide_tabellen_samen() -> None:
    kolommen = (Kolom("a", "A", "", "getal"),)
    gemeld: list[int] = []
    schrijf(lastig_stuk(tabel("t", "T", kolommen, [(nr,) for nr in range(2000)])), io.BytesIO(), gemeld.append)
    assert gemeld == [500, 1000, 1500, 2000]
