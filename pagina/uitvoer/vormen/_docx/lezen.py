"""What a Word file says of itself, read back. Files come from anyone: nothing in them is trusted."""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.vormen._docx.cel import STREEP
from pagina.uitvoer.vormen._docx.huis import HERKOMST

#: A part larger than this is not ours: 500 rows take some megabytes.
_HOOGSTENS = 64 << 20
_DEEL = re.compile(r"customXml/item\d+\.xml")
_ONLEESBAAR = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    etree.XMLSyntaxError,
)


def lees_herkomst(pad: Path) -> dict[str, Any] | None:
    """What the file says of its origin, as `Herkomst.als_json` wrote it; None where nothing readable is there.

    Raises OSError where there is no such file.
    """
    try:
        with zipfile.ZipFile(pad) as pakket:
            for naam in filter(_DEEL.fullmatch, pakket.namelist()):
                wortel = _boom(pakket, naam)
                if wortel.tag == f"{{{HERKOMST}}}herkomst":
                    inhoud = json.loads(wortel.text or "")
                    return inhoud if isinstance(inhoud, dict) else None
    except _ONLEESBAAR:
        return None
    return None


def lees_tabel(pad: Path) -> list[list[str | None]]:
    """The table's cells as printed, the heads first; None where a cell holds only a dash.

    `gedrukt(kolom, waarde)` gives what a value should read as. Raises UitvoerGeweigerd where no table can be read.
    """
    try:
        with zipfile.ZipFile(pad) as pakket:
            tabellen = _boom(pakket, "word/document.xml").findall(f".//{qn('w:tbl')}")
    except _ONLEESBAAR as fout:
        raise UitvoerGeweigerd(
            f"‘{pad.name}’ is niet te lezen als Word-bestand; kies een .docx van dit product."
        ) from fout
    if not tabellen:
        raise UitvoerGeweigerd(f"In ‘{pad.name}’ staat geen tabel; kies een .docx van dit product.")
    tabel = next((tabel for tabel in tabellen if _stijl(tabel) == "Cijfertabel"), tabellen[0])
    return [[_cel(cel) for cel in rij.findall(qn("w:tc"))] for rij in tabel.findall(qn("w:tr"))]


def _boom(pakket: zipfile.ZipFile, naam: str) -> Any:  # noqa: ANN401 - lxml has no types
    """A part as a tree. Nothing outside it is fetched, no entity is filled in."""
    if pakket.getinfo(naam).file_size > _HOOGSTENS:
        raise ValueError(f"{naam} is te groot")
    return etree.fromstring(pakket.read(naam), etree.XMLParser(resolve_entities=False, no_network=True))


def _stijl(tabel: Any) -> str:  # noqa: ANN401
    stijl = tabel.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
    return "" if stijl is None else str(stijl.get(qn("w:val")))


def _cel(cel: Any) -> str | None:  # noqa: ANN401
    tekst = "\n".join(_alinea(deel) for deel in cel.findall(qn("w:p")))
    return None if tekst in {STREEP, ""} else tekst


def _alinea(alinea: Any) -> str:  # noqa: ANN401
    vast = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    runs = (deel for run in alinea.iter(qn("w:r")) for deel in run)
    return "".join(vast.get(deel.tag, (deel.text or "") if deel.tag == qn("w:t") else "") for deel in runs)
