"""What a Word file says of itself, read back. Files come from anyone: nothing in them is trusted."""

from __future__ import annotations

import contextlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.vormen._docx.cel import STREEP
from pagina.uitvoer.vormen._docx.huis import HERKOMST
from pagina.uitvoer.vormen._docx.knoop import BREEKPUNT
from pagina.uitvoer.vormen._docx.samen import Vorm, lees_vormen, samen

#: A part larger than this is not ours: 500 rows take some megabytes.
_HOOGSTENS = 64 << 20
_TEKST = "word/document.xml"
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
            wortel = _herkomstdeel(pakket)
            inhoud = json.loads("null" if wortel is None else wortel.text or "")
            return inhoud if isinstance(inhoud, dict) else None
    except _ONLEESBAAR:
        return None


def lees_tabel(pad: Path) -> list[list[str | None]]:
    """All tables as one: the heads, then the cells as printed; None where a cell holds only a dash.

    What stands in a caption and not in cells comes back as a column, shortened heads come back whole.
    `gedrukt(kolom, waarde)` gives what a value should read as. Raises UitvoerGeweigerd where no table can be read.
    """
    with _open(pad) as pakket:
        tabellen = _boom(pakket, _TEKST).findall(f".//{qn('w:tbl')}")
        vormen = _vormen(pakket)
    if not tabellen:
        raise UitvoerGeweigerd(f"In ‘{pad.name}’ staat geen tabel; kies een .docx van dit product.")
    eigen = [tabel for tabel in tabellen if _eigen(tabel, "tblStyle") == "Cijfertabel"] or tabellen[:1]
    return samen([(_rijen(tabel), _vorm(tabel, nr, len(eigen), vormen)) for nr, tabel in enumerate(eigen)])


def lees_alineas(pad: Path) -> list[str]:
    """Every paragraph outside the tables, in order, with single blanks; those without text are left out.

    Raises UitvoerGeweigerd where the file cannot be read.
    """
    with _open(pad) as pakket:
        tekst = _boom(pakket, _TEKST)
    alineas = (p for p in tekst.iter(qn("w:p")) if next(p.iterancestors(qn("w:tbl")), None) is None)
    return [kaal for alinea in alineas if (kaal := " ".join(_alinea(alinea).split()))]


@contextlib.contextmanager
def _open(pad: Path) -> Iterator[zipfile.ZipFile]:
    """The file as a package. Raises UitvoerGeweigerd where it is none, or its parts cannot be read."""
    try:
        with zipfile.ZipFile(pad) as pakket:
            yield pakket
    except _ONLEESBAAR as fout:
        raise UitvoerGeweigerd(
            f"‘{pad.name}’ is niet te lezen als Word-bestand; kies een .docx van dit product."
        ) from fout


def _herkomstdeel(pakket: zipfile.ZipFile) -> Any | None:  # noqa: ANN401 - lxml has no types
    """The root of the part that holds the herkomst; None where there is none."""
    delen = (_boom(pakket, naam) for naam in filter(_DEEL.fullmatch, pakket.namelist()))
    return next((wortel for wortel in delen if wortel.tag == f"{{{HERKOMST}}}herkomst"), None)


def _vormen(pakket: zipfile.ZipFile) -> list[Vorm]:
    """What the file says of the shape of its tables; empty where it says nothing that can be read."""
    try:
        wortel = _herkomstdeel(pakket)
        return lees_vormen(json.loads("[]" if wortel is None else wortel.get("tabellen", "[]")))
    except _ONLEESBAAR:
        return []


def _vorm(tabel: Any, nr: int, aantal: int, vormen: Sequence[Vorm]) -> Vorm | None:  # noqa: ANN401
    """The shape of a table, by its title; by its place where that is gone and none was added or taken away."""
    titel = _eigen(tabel, "tblCaption")
    op_titel = next((vorm for vorm in vormen if vorm.titel == titel), None)
    return vormen[nr] if op_titel is None and len(vormen) == aantal else op_titel


def _boom(pakket: zipfile.ZipFile, naam: str) -> Any:  # noqa: ANN401 - lxml has no types
    """A part as a tree. Nothing outside it is fetched, no entity is filled in."""
    if pakket.getinfo(naam).file_size > _HOOGSTENS:
        raise ValueError(f"{naam} is te groot")
    return etree.fromstring(pakket.read(naam), etree.XMLParser(resolve_entities=False, no_network=True))


def _eigen(tabel: Any, naam: str) -> str:  # noqa: ANN401
    """What a table says of itself under a name; empty where it says nothing."""
    eigen = tabel.find(f"{qn('w:tblPr')}/{qn(f'w:{naam}')}")
    return "" if eigen is None else str(eigen.get(qn("w:val")))


def _rijen(tabel: Any) -> list[list[str | None]]:  # noqa: ANN401
    return [[_cel(cel) for cel in rij.findall(qn("w:tc"))] for rij in tabel.findall(qn("w:tr"))]


def _cel(cel: Any) -> str | None:  # noqa: ANN401
    tekst = "\n".join(_alinea(deel) for deel in cel.findall(qn("w:p")))
    return None if tekst in {STREEP, ""} else tekst


def _alinea(alinea: Any) -> str:  # noqa: ANN401
    vast = {qn("w:br"): "\n", qn("w:tab"): "\t", qn("w:softHyphen"): BREEKPUNT}
    runs = (deel for run in alinea.iter(qn("w:r")) for deel in run)
    return "".join(vast.get(deel.tag, (deel.text or "") if deel.tag == qn("w:t") else "") for deel in runs)
