"""Which formats there are, and the one way to make a file in any of them."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

from pagina.beeld import zinnen
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import KOLOMMEN_TOT, RIJEN_TOT, Stuk
from pagina.uitvoer.inhoud.tabel import Meld, zwijg


@dataclass(frozen=True)
class Formaat:
    """A format. `uitgang`: how a file's name ends, in each format otherwise, so that no file overwrites another.

    `maker`: module and function, loaded when first used. `hoogstens`: rows it can hold in reasonable time.
    `van_brief`: whether it needs what only a Kamerbrief has (words, a figure).
    `figuur`: whether it is the figure. `rijen`: whether it says where it comes from in its rows, so that it needs one.
    `deel` is a part that only its zip holds, `begin` what only its first bytes hold: by these a file is known again.
    """

    woord: str
    uitgang: str
    mime: str
    maker: str
    hoogstens: int | None = None
    van_brief: bool = False
    figuur: bool = False
    rijen: bool = False
    deel: str = ""
    begin: bytes = b""


_OPEN = "application/vnd.oasis.opendocument.spreadsheet"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: In the order in which a page offers them: open standards first.
FORMATEN: Mapping[str, Formaat] = {
    "ods": Formaat(
        "ODS (rekenblad, open standaard)", ".ods", _OPEN, "ods:schrijf", hoogstens=40_000, deel="content.xml"
    ),
    "csv": Formaat(
        "CSV met uitleg van de kolommen (zip)", ".csv.zip", "application/zip", "csvw:schrijf", deel="herkomst.json"
    ),
    "docx": Formaat(
        "DOCX (Word)", ".docx", _WORD, "docx:schrijf", hoogstens=500, van_brief=True, deel="word/document.xml"
    ),
    "xlsx": Formaat("XLSX (Excel)", ".xlsx", _EXCEL, "xlsx:schrijf", deel="xl/workbook.xml"),
    "svg": Formaat(
        "Figuur als SVG", ".svg", "image/svg+xml", "plaat:schrijf_svg", van_brief=True, figuur=True, begin=b"<svg"
    ),
    "png": Formaat(
        "Figuur als PNG", ".png", "image/png", "plaat:schrijf_png", van_brief=True, figuur=True, begin=b"\x89PNG\r\n"
    ),
    "csv-excel-nl": Formaat(
        "CSV voor Excel (Nederlands)", "_excel-nl.csv", "text/csv", "csv:schrijf_excel_nl", rijen=True
    ),
    "csv-rfc4180": Formaat("CSV (internationale norm)", "_rfc4180.csv", "text/csv", "csv:schrijf_rfc4180", rijen=True),
}


def bezwaar(stuk: Stuk, formaat: str) -> str | None:
    """Why this format cannot hold this, with what can, in one sentence; None where it can."""
    vorm = FORMATEN[formaat]
    if vorm.van_brief and not stuk.onderdelen:
        return f"{vorm.woord} is er alleen voor een Kamerbrief; kies voor een tabel ods, xlsx of csv."
    if vorm.figuur and all(deel.figuur is None for deel in stuk.onderdelen):
        return f"{vorm.woord} is er niet: bij deze keuze hoort geen enkel oordeel. Kies ods, docx of csv met uitleg."
    if vorm.figuur and not all(deel.figuur.past for deel in stuk.onderdelen if deel.figuur is not None):
        return (
            f"{vorm.woord} kan hoogstens {KOLOMMEN_TOT} kolommen en {RIJEN_TOT} rijen aan. Kies minder gemeenten of "
            "een thema, of tel per gemeente."
        )
    if vorm.rijen and not stuk.tabel.aantal:
        return f"{vorm.woord} zegt in de rijen waar het vandaan komt, en die zijn er niet. Kies csv met uitleg of ods."
    if vorm.hoogstens is not None and stuk.tabel.aantal > vorm.hoogstens:
        return (
            f"{vorm.woord} kan hoogstens {zinnen.getal(vorm.hoogstens)} rijen aan; dit zijn er "
            f"{zinnen.getal(stuk.tabel.aantal)}. Kies csv of xlsx, of maak de selectie kleiner."
        )
    return None


def schrijf(stuk: Stuk, formaat: str, naar: BinaryIO, meld: Meld = zwijg) -> None:
    """Write the file; the same bytes for the same content, whenever. Raises UitvoerGeweigerd.

    The command that the file carries names this format.
    """
    reden = bezwaar(stuk, formaat)
    if reden is not None:
        raise UitvoerGeweigerd(reden)
    stuk = replace(stuk, herkomst=replace(stuk.herkomst, opdracht=f"{stuk.herkomst.opdracht} --formaat {formaat}"))
    module, _, functie = FORMATEN[formaat].maker.partition(":")
    getattr(importlib.import_module(f"pagina.uitvoer.vormen.{module}"), functie)(stuk, naar, meld)


def bestandsnaam(stuk: Stuk, formaat: str) -> str:
    """A name that every file system takes: 'kamerbrief-ggsr-beleid_8b7b5323d614_a1b2c-3d4e5-f6071.ods'."""
    kop = zinnen.slak(stuk.titel)[:60].strip("-") or "tabel"
    return f"{kop}_{stuk.herkomst.datasetversie}_{stuk.herkomst.exportnummer}{FORMATEN[formaat].uitgang}"
