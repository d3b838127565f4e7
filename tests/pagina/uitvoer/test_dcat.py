"""The catalogue for data.overheid.nl, against what DCAT-AP-NL 3.0 asks, written out here by hand."""

from __future__ import annotations

import dataclasses
import json
import random

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from pagina.uitvoer.inhoud.herkomst import Herkomst
from pagina.uitvoer.opendata.beheer import Beheer
from pagina.uitvoer.opendata.dcat import Bestand, Gegevensset, als_jsonld, als_turtle, catalogus
from pagina.uitvoer.opendata.delen import DELEN
from tests.pagina.uitvoer.lastig import HERKOMST

EU = "http://publications.europa.eu/resource/authority/"
BEHEER = Beheer("Inspectie", "https://organisatie.nl/id/1", "vragen@inspectie.nl", "https://open.inspectie.nl/vp")
ECHT = dataclasses.replace(HERKOMST, fictief=False, adres="http://localhost:8501", pad="")
BESTANDEN = (
    Bestand("oordelen.csv", "CSV", "CSV", "text/csv", 1234, "ab" * 32, "oordelen.csv-metadata.json"),
    Bestand("oordelen.parquet", "Parquet", "PARQUET", "application/vnd.apache.parquet", 99, "cd" * 32),
)
#: shapes/300/dcat-ap-nl-SHACL.ttl of Geonovum/DCAT-AP-NL30, with what DCAT-AP 3.0 itself makes mandatory; per class
#: the property with how often it is there at least and at most (None: no limit).
VERPLICHT: dict[URIRef, dict[str, tuple[int, int | None]]] = {
    DCAT.Catalog: {
        "dct:title": (1, None), "dct:description": (1, None), "dct:publisher": (1, 1), "dcat:dataset": (1, None),
        "dcat:contactPoint": (1, 1),
    },
    DCAT.Dataset: {
        "dct:title": (1, None), "dct:description": (1, None), "dct:identifier": (1, 1), "dct:accessRights": (1, 1),
        "dcat:contactPoint": (1, 1), "dct:creator": (1, None), "dct:publisher": (1, 1), "dcat:theme": (1, None),
        "dcat:version": (0, 1),
    },
    DCAT.Distribution: {
        "dcat:accessURL": (1, 1), "dct:license": (1, 1), "dcat:downloadURL": (0, 1), "dcat:byteSize": (0, 1),
    },
}  # fmt: skip
RUIMTEN = {"dct": str(DCTERMS), "dcat": str(DCAT)}


def maak(herkomst: Herkomst = ECHT, beheer: Beheer = BEHEER, jaren: tuple[int, int] | None = (2013, 2016)) -> Graph:
    sets = [Gegevensset(deel, herkomst, BESTANDEN if deel.view == "oordelen" else ()) for deel in DELEN]
    return catalogus(sets, beheer, jaren)


def tekorten(graaf: Graph) -> list[str]:
    """What is there too rarely or too often."""
    return [
        f"{ding} {naam} {aantal}"
        for soort, regels in VERPLICHT.items()
        for ding in graaf.subjects(RDF.type, soort)
        for naam, (minst, meest) in regels.items()
        for aantal in [len(list(graaf.objects(ding, URIRef(RUIMTEN[naam.split(":")[0]] + naam.split(":")[1]))))]
        if aantal < minst or (meest is not None and aantal > meest)
    ]


def test_niets_verplichts_ontbreekt() -> None:
    graaf = maak()
    aantallen = {soort: len(list(graaf.subjects(RDF.type, soort))) for soort in VERPLICHT}
    assert aantallen == {DCAT.Catalog: 1, DCAT.Dataset: 7, DCAT.Distribution: 2}
    assert tekorten(graaf) == []


@pytest.mark.parametrize(
    ("soort", "naam"), [(soort, naam) for soort, regels in VERPLICHT.items() for naam, (n, _) in regels.items() if n]
)
def test_wat_wordt_weggehaald_wordt_gemist(soort: URIRef, naam: str) -> None:
    graaf = maak()
    ding = next(iter(graaf.subjects(RDF.type, soort)))
    ruimte, kort = naam.split(":")
    graaf.remove((ding, URIRef(RUIMTEN[ruimte] + kort), None))
    assert tekorten(graaf) == [f"{ding} {naam} 0"]


def test_een_dataset_zegt_wat_data_overheid_wil_weten() -> None:
    graaf = maak()
    hier = URIRef("https://open.inspectie.nl/vp/oordelen")

    def waarden(eigenschap: URIRef) -> list[str]:
        return sorted(str(waarde) for waarde in graaf.objects(hier, eigenschap))

    assert waarden(DCTERMS.identifier) == ["https://open.inspectie.nl/vp/oordelen"]
    assert waarden(DCTERMS.accessRights) == [f"{EU}access-right/PUBLIC"]
    assert waarden(DCTERMS.language) == [f"{EU}language/NLD"]
    assert waarden(DCTERMS.spatial) == [f"{EU}country/NLD"]
    assert waarden(DCTERMS.publisher) == ["https://organisatie.nl/id/1"]
    assert f"{EU}data-theme/SOCI" in waarden(DCAT.theme)
    assert "http://standaarden.overheid.nl/owms/terms/Gezin_en_kinderen" in waarden(DCAT.theme)
    assert waarden(URIRef(f"{DCAT}version")) == ["3f9a1c2b4d5e"]
    assert graaf.value(hier, DCTERMS.modified) == Literal("2026-11-22", datatype=XSD.date)
    assert [titel.language for titel in graaf.objects(hier, DCTERMS.title) if isinstance(titel, Literal)] == ["nl"]
    periode = graaf.value(hier, DCTERMS.temporal)
    jaren = [str(graaf.value(periode, eind)) for eind in (DCAT.startDate, DCAT.endDate)]
    assert jaren == ["2013", "2016"]
    contact = graaf.value(hier, DCAT.contactPoint)
    assert str(graaf.value(contact, URIRef("http://www.w3.org/2006/vcard/ns#hasEmail"))) == "mailto:vragen@inspectie.nl"
    assert str(graaf.value(URIRef(BEHEER.uitgever_uri), FOAF.name)) == "Inspectie"


def test_een_bestand_zegt_hoe_groot_het_is_en_met_welk_controlegetal() -> None:
    graaf = maak()
    adres = URIRef("https://open.inspectie.nl/vp/oordelen.csv")
    (hier,) = graaf.subjects(DCAT.downloadURL, adres)
    assert graaf.value(hier, DCAT.accessURL) == adres
    assert str(graaf.value(hier, DCTERMS.license)) == "http://creativecommons.org/publicdomain/zero/1.0/deed.nl"
    assert str(graaf.value(hier, DCTERMS["format"])) == f"{EU}file-type/CSV"
    assert str(graaf.value(hier, DCAT.mediaType)) == "https://www.iana.org/assignments/media-types/text/csv"
    assert graaf.value(hier, DCAT.byteSize) == Literal("1234", datatype=XSD.nonNegativeInteger)
    assert str(graaf.value(hier, DCTERMS.conformsTo)) == "https://open.inspectie.nl/vp/oordelen.csv-metadata.json"
    spdx = "http://spdx.org/rdf/terms#"
    som = graaf.value(hier, URIRef(f"{spdx}checksum"))
    assert str(graaf.value(som, URIRef(f"{spdx}algorithm"))) == f"{spdx}checksumAlgorithm_sha256"
    assert str(graaf.value(som, URIRef(f"{spdx}checksumValue"))) == "ab" * 32


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader uses it
def test_turtle_en_jsonld_zeggen_hetzelfde() -> None:
    graaf = maak()
    turtle = Graph().parse(data=als_turtle(graaf), format="turtle")
    jsonld = Graph().parse(data=als_jsonld(graaf), format="json-ld")
    assert isomorphic(turtle, graaf)
    assert isomorphic(jsonld, graaf)
    assert "localhost" not in als_turtle(graaf).decode()


def test_de_volgorde_van_toevoegen_maakt_niet_uit() -> None:
    feiten = sorted(maak())
    random.Random(5).shuffle(feiten)
    anders = Graph()
    for naam, ruimte in maak().namespaces():
        anders.bind(naam, ruimte, replace=True)
    for feit in feiten:
        anders.add(feit)
    assert als_turtle(anders) == als_turtle(maak())
    assert als_jsonld(anders) == als_jsonld(maak())


def test_wat_fictief_is_heet_zo_en_ligt_niet_in_nederland() -> None:
    graaf = maak(dataclasses.replace(ECHT, fictief=True))
    titels = [str(titel) for titel in graaf.objects(None, DCTERMS.title)]
    assert len(titels) == 1 + 7 + 2
    assert all(titel.startswith("Bevat fictieve gegevens: ") for titel in titels)
    assert list(graaf.objects(None, DCTERMS.spatial)) == []
    assert (None, DCAT.keyword, Literal("fictief", lang="nl")) in graaf
    assert (None, DCAT.keyword, Literal("fictief", lang="nl")) not in maak()


def test_zonder_gegevens_van_de_beheerder_staat_er_dat_het_nog_moet() -> None:
    graaf = maak(beheer=Beheer(), jaren=None)
    assert tekorten(graaf) == []
    assert list(graaf.objects(None, DCTERMS.temporal)) == []
    inhoud = json.loads(als_jsonld(graaf))
    namen = [deel["foaf:name"]["@value"] for deel in inhoud["@graph"] if "foaf:name" in deel]
    assert namen == ["nog in te vullen"]
    adressen = {str(adres) for adres in graaf.objects(None, DCAT.downloadURL)}
    assert adressen == {f"https://nog-in-te-vullen.invalid/{bestand.naam}" for bestand in BESTANDEN}
