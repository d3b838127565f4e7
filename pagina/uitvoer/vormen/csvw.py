"""A table as one zip: CSV in two dialects, each with what its columns mean (CSVW), and a LEESMIJ.

CSVW is the W3C Recommendation "Metadata Vocabulary for Tabular Data" (17 December 2015): a JSON file beside the CSV,
under its name with `-metadata.json` behind it, where programs look for it (Model for Tabular Data, 5.3).
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.herkomst import Rapportbron, bewerkingsnoot
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Kolom, Meld, zwijg
from pagina.uitvoer.vormen.csv import DIALECTEN, lees_tabel_uit, schrijf_tabel
from pagina.uitvoer.vormen.herkomstkolommen import herkomst_kolommen
from pagina.uitvoer.vormen.pakket import pakket

#: What the tables of this product are given away under; the rapporten themselves are their publishers'.
LICENTIE = "https://creativecommons.org/publicdomain/zero/1.0/"
#: What is put behind the name of a CSV for the name of its metadata.
ACHTER = "-metadata.json"

_VOOR_WIE = {
    "excel-nl": "voor een Nederlandse Excel of LibreOffice: puntkomma, decimale komma",
    "rfc4180": "voor programma's (RFC 4180): komma, decimale punt, UTF-8",
}
# what tells the rows of a view apart
_SLEUTELS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("oordelen", ("meting_id", "indicator_id")),
    ("opvolging", ("aanpak_van_id", "indicator_id", "moment_van")),
    ("verloop", ("aanpak_van_id", "indicator_id")),
    ("stand", ("aanpak_id", "indicator_id")),
    ("dataset", ("datasetversie",)),
)


def schrijf(stuk: Stuk, naar: BinaryIO, meld: Meld = zwijg) -> None:
    """The zip: `<naam>_excel-nl.csv` and `<naam>_rfc4180.csv` with their metadata, herkomst.json and LEESMIJ.txt.

    The rows are gone through once per dialect; `meld` counts up to the number of rows over both together.
    """
    namen = {dialect: f"{bestandsstam(stuk)}_{dialect}.csv" for dialect in DIALECTEN}
    with pakket(naar) as deel:
        with deel("LEESMIJ.txt") as bestand:
            bestand.write(leesmij(stuk, namen).encode("utf-8"))
        for nr, (dialect, naam) in enumerate(namen.items()):
            with deel(naam) as bestand:
                schrijf_tabel(stuk, dialect, bestand, _deels(meld, nr, stuk.tabel.aantal))
            with deel(naam + ACHTER) as bestand:
                bestand.write(als_bytes(metadata(stuk, dialect, naam)))
        with deel("herkomst.json") as bestand:
            bestand.write(als_bytes(stuk.herkomst.als_json()))


def metadata(stuk: Stuk, dialect: str, bestand: str) -> dict[str, Any]:
    """What CSVW says of the table in this dialect, in a file of this name that stands beside it."""
    herkomst = stuk.herkomst
    kolommen = [*stuk.tabel.kolommen, *(kolom for kolom, _ in herkomst_kolommen(herkomst))]
    schema: dict[str, Any] = {"columns": [_kolom(kolom, dialect) for kolom in kolommen]}
    sleutel = _sleutel(stuk)
    if sleutel:
        schema["primaryKey"] = list(sleutel)
    beschrijving: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": bestand,
        "lang": "nl",
        "dc:title": stuk.tabel.titel,
        "dc:description": "; ".join(f"{naam}: {waarde}" for naam, waarde in herkomst.paren),
        "dc:language": "nl",
        "dc:license": {"@id": LICENTIE},
        "dc:identifier": herkomst.exportnummer,
        "schema:version": herkomst.datasetversie,
        "schema:measurementTechnique": f"methodeversie {herkomst.methodeversie}",
        "dc:modified": {"@value": herkomst.kennisdatum.isoformat(), "@type": "xsd:date"},
        "dc:provenance": bewerkingsnoot(herkomst),
        "dc:source": [_rapport(rapport) for rapport in herkomst.rapporten],
        "rdfs:comment": list(stuk.noten),
        "schema:url": herkomst.link,
        "dialect": _dialect(dialect),
        "tableSchema": schema,
    }
    return {naam: waarde for naam, waarde in beschrijving.items() if waarde}


def leesmij(stuk: Stuk, namen: Mapping[str, str]) -> str:
    """What is in the zip, which file is for whom, and where the figures come from; lines of Dutch text."""
    delen = [[stuk.titel, "=" * len(stuk.titel)]]
    bestanden = [f"- {naam}: {_VOOR_WIE[dialect]}." for dialect, naam in namen.items()]
    bestanden += [f"- {naam}{ACHTER}: wat de kolommen van dat bestand betekenen (CSVW)." for naam in namen.values()]
    bestanden.append("- herkomst.json: waar de cijfers vandaan komen, voor programma's.")
    delen.append(["Wat zit er in dit pakket?", "", *bestanden, "", "De twee tabellen zijn gelijk."])
    delen.append(["Goed om te weten", "", *_uitleg()])
    delen.append(["Waar komen de cijfers vandaan?", "", *(f"{naam}: {waarde}" for naam, waarde in stuk.herkomst.paren)])
    if stuk.noten:
        delen.append(["Bronnen", "", *stuk.noten])
    delen.append([f"De tabellen zijn vrij te gebruiken (CC0 1.0, {LICENTIE}).", "De rapporten zijn van hun uitgevers."])
    return "\r\n\r\n".join("\r\n".join(deel) for deel in delen) + "\r\n"


def lees_herkomst(pad: Path) -> dict[str, Any] | None:
    """What herkomst.json in the zip says; None where it is no such zip."""
    try:
        with zipfile.ZipFile(pad) as zip_:
            gelezen = json.loads(zip_.read("herkomst.json"))
    except (zipfile.BadZipFile, KeyError, ValueError):
        return None
    return gelezen if isinstance(gelezen, dict) else None


def lees_tabel(pad: Path, dialect: str = "rfc4180") -> list[list[str | None]]:
    """Heads and rows of the CSV in this dialect, as csv.lees_tabel reads them. Raises UitvoerGeweigerd."""
    try:
        with zipfile.ZipFile(pad) as zip_:
            naam = next(naam for naam in zip_.namelist() if naam.endswith(f"_{dialect}.csv"))
            return lees_tabel_uit(zip_.read(naam), naam)
    except (zipfile.BadZipFile, StopIteration) as fout:
        raise UitvoerGeweigerd(f"{pad.name} is geen zip van dit product: de tabel ontbreekt.") from fout


def bestandsstam(stuk: Stuk) -> str:
    """The name of the table as part of a file name: letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", stuk.tabel.naam.lower()).strip("-") or "tabel"


def als_bytes(inhoud: Mapping[str, Any]) -> bytes:
    """JSON for reader and program alike: indented, in the order as given."""
    return (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _deels(meld: Meld, nr: int, aantal: int) -> Meld:
    """Rows written in one of the dialects, as part of all the work."""
    return lambda gedaan: meld((nr * aantal + gedaan) // len(DIALECTEN))


def _uitleg() -> list[str]:
    return [
        "Een lege cel betekent: niet bekend. Het is nooit nul.",
        "Waar een rekenblad van een tekst een formule zou maken (=, +, - of @), staat een ' voor dat teken.",
        "De laatste kolommen zeggen waar elke rij vandaan komt; zij blijven erbij als u rijen kopieert.",
    ]


def _dialect(dialect: str) -> dict[str, Any]:
    # the byte order mark needs no word: who decodes UTF-8 as the web does takes it off (Encoding Standard, 6)
    return {
        "encoding": "utf-8",
        "delimiter": DIALECTEN[dialect].scheiding,
        "quoteChar": '"',
        "doubleQuote": True,
        "lineTerminators": ["\r\n"],
        "header": True,
        "headerRowCount": 1,
        "skipInitialSpace": False,
        # the Recommendation is of two minds about what happens without a word
        "trim": False,
    }


def _kolom(kolom: Kolom, dialect: str) -> dict[str, Any]:
    beschrijving: dict[str, Any] = {
        "name": kolom.naam,
        "titles": kolom.kop,
        "dc:description": kolom.omschrijving,
        "datatype": _datatype(kolom, dialect),
        "required": False,
        "null": "",
        "virtual": False,
    }
    eenheid = kolom.eenheid or ("procent" if kolom.soort == "procent" else "")
    if eenheid:
        beschrijving["schema:unitText"] = eenheid
    if kolom.woorden:
        beschrijving["schema:valueReference"] = [
            {"@type": "schema:DefinedTerm", "schema:termCode": woord, "schema:description": betekenis}
            for woord, betekenis in kolom.woorden.items()
        ]
    return beschrijving


def _datatype(kolom: Kolom, dialect: str) -> str | dict[str, Any]:
    """The datatype of CSVW, with how this dialect writes it (Model for Tabular Data, 6.4)."""
    if kolom.soort == "keuze" and kolom.woorden:
        return {"base": "string", "format": "|".join(_letterlijk(woord) for woord in kolom.woorden)}
    soorten: Mapping[str, str | dict[str, Any]] = {
        "getal": {"base": "decimal", "format": {"decimalChar": DIALECTEN[dialect].decimaal}},
        "procent": "integer",
        "jaar": "gYear",
        "datum": {"base": "date", "format": "yyyy-MM-dd"},
        "janee": {"base": "boolean", "format": "ja|nee"},
    }
    return soorten.get(kolom.soort, "string")


def _letterlijk(woord: str) -> str:
    """A word as a regular expression that fits only itself; by the rules of XML Schema, which escape less than ours."""
    return re.sub(r"([\\.*+?|(){}\[\]^$])", r"\\\1", woord)


def _sleutel(stuk: Stuk) -> tuple[str, ...]:
    namen = {kolom.naam for kolom in stuk.tabel.kolommen}
    return next((s for naam, s in _SLEUTELS if stuk.tabel.naam == naam and set(s) <= namen), ())


def _rapport(rapport: Rapportbron) -> dict[str, Any]:
    """A rapport with its date, and where in it the figures stand."""
    feiten = {
        "dc:identifier": rapport.rapport_id,
        "dc:title": rapport.titel,
        "dc:publisher": rapport.uitgever,
        "dc:issued": rapport.gepubliceerd,
        "schema:pagination": "; ".join(rapport.vindplaatsen),
    }
    return {naam: waarde for naam, waarde in feiten.items() if waarde}
