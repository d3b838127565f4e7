"""What data.overheid.nl reads: the catalogue of the folder in DCAT-AP-NL 3.0, as Turtle and as JSON-LD.

DCAT-AP-NL 3.0 (Geonovum, vastgesteld 12 December 2024, https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/) and its
shapes (github.com/Geonovum/DCAT-AP-NL30, shapes/300/dcat-ap-nl-SHACL.ttl) make these mandatory, beside what DCAT-AP 3.0
does (marked *):
  Catalog: title*, description*, publisher*, dataset, contactPoint (1).
  Dataset: title*, description*, identifier (1), accessRights, contactPoint (1), creator, publisher, theme.
  Distribution: accessURL* (1), license.
Of theme at least one is of the EU's data-theme; beside it stands one of the Taxonomie Beleidsagenda of the overheid
(OWMS), by which data.overheid.nl sorts. Every node has an address of its own: a node without one gets another name in
every run. `dcat:version` and `dct:modified` are datasetversie and kennisdatum, so the file has no clock in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef

from pagina.beeld import zinnen
from pagina.uitvoer.inhoud.herkomst import FICTIEF, Herkomst, bewerkingsnoot, bronnoot
from pagina.uitvoer.opendata.beheer import Beheer
from pagina.uitvoer.opendata.delen import Deel

EU = "http://publications.europa.eu/resource/authority/"
OWMS = "http://standaarden.overheid.nl/owms/terms/"
#: As the examples of DCAT-AP-NL write it.
CC0 = "http://creativecommons.org/publicdomain/zero/1.0/deed.nl"
#: Population and society; government and public sector. Then: family and children, of the overheid.
THEMAS = (f"{EU}data-theme/SOCI", f"{EU}data-theme/GOVE", f"{OWMS}Gezin_en_kinderen")
TREFWOORDEN = ("jeugd", "gezinnen", "gemeenten", "inspectie", "toezicht", "verbeterpunten")
TITEL = "Verbeterpunten uit inspectierapporten over de hulp aan kwetsbare gezinnen"
OVER = (
    "Wat inspecties in de jeugdzorg oordeelden over de aanpak van gemeenten, en wat er van de verbeterpunten werd. De "
    "lopende tekst van de rapporten zit er niet in."
)
LET_OP = f"Let op: {FICTIEF}; wat daarop rust, zegt niets over de werkelijkheid."

SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")


@dataclass(frozen=True)
class Bestand:
    """One file of the folder. `schema`: the file that says what its columns mean, where there is one."""

    naam: str
    titel: str
    soort: str
    mime: str
    grootte: int
    sha256: str
    schema: str = ""


@dataclass(frozen=True)
class Gegevensset:
    """One view with its files and its origin."""

    deel: Deel
    herkomst: Herkomst
    bestanden: Sequence[Bestand]


def catalogus(sets: Sequence[Gegevensset], beheer: Beheer, jaren: tuple[int, int] | None) -> Graph:
    """The catalogue with its datasets. `jaren`: the first and last peiljaar of the facts, None where there are none."""
    graaf = Graph()
    for voor, ruimte in (("dcat", DCAT), ("dct", DCTERMS), ("foaf", FOAF), ("spdx", SPDX), ("vcard", VCARD)):
        graaf.bind(voor, ruimte, replace=True)
    herkomst = sets[0].herkomst
    hier = URIRef(beheer.adres_van("catalogus"))
    _eigenaar(graaf, beheer)
    _zet(graaf, hier, DCAT.Catalog, [*_algemeen(beheer, herkomst), *_woorden(TITEL, OVER, herkomst)])
    graaf.add((hier, DCAT.themeTaxonomy, URIRef(f"{EU}data-theme")))
    graaf.add((hier, FOAF.homepage, URIRef(beheer.adres)))
    graaf.add((URIRef(beheer.adres), RDF.type, FOAF.Document))
    for een in sets:
        graaf.add((hier, DCAT.dataset, _gegevensset(graaf, een, beheer, jaren)))
    return graaf


def als_turtle(graaf: Graph) -> bytes:
    """The catalogue as Turtle, the same bytes every time."""
    return graaf.serialize(format="turtle", encoding="utf-8")


def als_jsonld(graaf: Graph) -> bytes:
    """The catalogue as JSON-LD, the same bytes every time."""
    kort = {"dcat": str(DCAT), "dct": str(DCTERMS), "foaf": str(FOAF), "spdx": str(SPDX), "vcard": str(VCARD)}
    kort |= {"rdfs": str(RDFS), "xsd": str(XSD)}
    inhoud = json.loads(graaf.serialize(format="json-ld", context=kort))
    return (json.dumps(_geordend(inhoud), ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode("utf-8")


def _geordend(inhoud: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The same with every list in one order: in JSON-LD a list is a set unless it says otherwise."""
    if isinstance(inhoud, dict):
        return {naam: _geordend(waarde) for naam, waarde in inhoud.items()}
    if isinstance(inhoud, list):
        return sorted((_geordend(deel) for deel in inhoud), key=lambda deel: json.dumps(deel, sort_keys=True))
    return inhoud


def _zet(graaf: Graph, over: URIRef, soort: URIRef, feiten: Iterable[tuple[URIRef, URIRef | Literal]]) -> None:
    graaf.add((over, RDF.type, soort))
    for eigenschap, waarde in feiten:
        graaf.add((over, eigenschap, waarde))


def _woorden(titel: str, omschrijving: str, herkomst: Herkomst) -> list[tuple[URIRef, URIRef | Literal]]:
    """Title and description in Dutch; what holds fictional facts says so in both."""
    voor, achter = (f"{zinnen.hoofd(FICTIEF)}: ", f" {LET_OP}") if herkomst.fictief else ("", "")
    return [
        (DCTERMS.title, Literal(voor + titel, lang="nl")),
        (DCTERMS.description, Literal(omschrijving + achter, lang="nl")),
    ]


def _algemeen(beheer: Beheer, herkomst: Herkomst) -> list[tuple[URIRef, URIRef | Literal]]:
    """What catalogue and datasets have alike."""
    uitgever = URIRef(beheer.uitgever_uri)
    return [
        (DCTERMS.publisher, uitgever),
        (DCTERMS.creator, uitgever),
        (DCAT.contactPoint, URIRef(beheer.adres_van("catalogus#contact"))),
        (DCTERMS.language, URIRef(f"{EU}language/NLD")),
        (DCTERMS.license, URIRef(CC0)),
        (DCTERMS.modified, Literal(herkomst.kennisdatum, datatype=XSD.date)),
    ]


def _eigenaar(graaf: Graph, beheer: Beheer) -> None:
    _zet(graaf, URIRef(beheer.uitgever_uri), FOAF.Agent, [(FOAF.name, Literal(beheer.uitgever, lang="nl"))])
    uri = URIRef(beheer.contact_uri)
    hoe = VCARD.hasEmail if beheer.contact_uri.startswith("mailto:") else VCARD.hasURL
    contact = URIRef(beheer.adres_van("catalogus#contact"))
    _zet(graaf, contact, VCARD.Kind, [(VCARD.fn, Literal(beheer.uitgever, lang="nl")), (hoe, uri)])


def _gegevensset(graaf: Graph, een: Gegevensset, beheer: Beheer, jaren: tuple[int, int] | None) -> URIRef:
    deel, herkomst = een.deel, een.herkomst
    hier = URIRef(beheer.adres_van(deel.view))
    uitleg = URIRef(beheer.adres_van("LEESMIJ.txt"))
    feiten: list[tuple[URIRef, URIRef | Literal]] = [
        (DCTERMS.identifier, Literal(str(hier))),
        (URIRef(f"{DCAT}version"), Literal(herkomst.datasetversie)),
        (DCTERMS.accessRights, URIRef(f"{EU}access-right/PUBLIC")),
        (DCTERMS.accrualPeriodicity, URIRef(f"{EU}frequency/IRREG")),
        (DCTERMS.provenance, _herkomst(graaf, hier, herkomst)),
        (DCAT.landingPage, URIRef(beheer.adres)),
        (FOAF.page, uitleg),
        *((DCAT.theme, URIRef(thema)) for thema in THEMAS),
        *((DCAT.keyword, Literal(woord, lang="nl")) for woord in TREFWOORDEN),
    ]
    if herkomst.fictief:
        feiten.append((DCAT.keyword, Literal("fictief", lang="nl")))
    else:
        feiten.append((DCTERMS.spatial, URIRef(f"{EU}country/NLD")))
    if jaren is not None:
        feiten.append((DCTERMS.temporal, _periode(graaf, hier, jaren)))
    woorden = _woorden(deel.titel, deel.omschrijving, herkomst)
    _zet(graaf, hier, DCAT.Dataset, [*woorden, *_algemeen(beheer, herkomst), *feiten])
    graaf.add((uitleg, RDF.type, FOAF.Document))
    for bestand in een.bestanden:
        graaf.add((hier, DCAT.distribution, _distributie(graaf, bestand, beheer, een)))
    return hier


def _herkomst(graaf: Graph, van: URIRef, herkomst: Herkomst) -> URIRef:
    hier = URIRef(f"{van}#herkomst")
    tekst = " ".join([bewerkingsnoot(herkomst), "Rapporten:", *(bronnoot(rapport) for rapport in herkomst.rapporten)])
    _zet(graaf, hier, DCTERMS.ProvenanceStatement, [(RDFS.label, Literal(tekst, lang="nl"))])
    return hier


def _periode(graaf: Graph, van: URIRef, jaren: tuple[int, int]) -> URIRef:
    hier = URIRef(f"{van}#periode")
    begin, einde = (Literal(str(jaar), datatype=XSD.gYear) for jaar in jaren)
    _zet(graaf, hier, DCTERMS.PeriodOfTime, [(DCAT.startDate, begin), (DCAT.endDate, einde)])
    return hier


def _distributie(graaf: Graph, bestand: Bestand, beheer: Beheer, van: Gegevensset) -> URIRef:
    adres = URIRef(beheer.adres_van(bestand.naam))
    hier, som = URIRef(f"{adres}#distributie"), URIRef(f"{adres}#controlegetal")
    _zet(
        graaf,
        som,
        SPDX.Checksum,
        [
            (SPDX.algorithm, SPDX.checksumAlgorithm_sha256),
            (SPDX.checksumValue, Literal(bestand.sha256, datatype=XSD.hexBinary)),
        ],
    )
    feiten: list[tuple[URIRef, URIRef | Literal]] = [
        (DCAT.accessURL, adres),
        (DCAT.downloadURL, adres),
        (DCTERMS.license, URIRef(CC0)),
        (DCTERMS.language, URIRef(f"{EU}language/NLD")),
        (DCTERMS["format"], URIRef(f"{EU}file-type/{bestand.soort}")),
        (DCAT.mediaType, URIRef(f"https://www.iana.org/assignments/media-types/{bestand.mime}")),
        (DCAT.byteSize, Literal(str(bestand.grootte), datatype=XSD.nonNegativeInteger)),
        (DCTERMS.modified, Literal(van.herkomst.kennisdatum, datatype=XSD.date)),
        (SPDX.checksum, som),
    ]
    if bestand.schema:
        schema = URIRef(beheer.adres_van(bestand.schema))
        graaf.add((schema, RDF.type, DCTERMS.Standard))
        feiten.append((DCTERMS.conformsTo, schema))
    woorden = _woorden(f"{van.deel.titel} ({bestand.titel})", van.deel.omschrijving, van.herkomst)
    _zet(graaf, hier, DCAT.Distribution, [*woorden, *feiten])
    return hier
