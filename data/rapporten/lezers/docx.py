"""Word documents (DOCX), by python-docx: paragraphs and tables in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.package import Package
from lxml import etree

from data.rapporten.document import Document
from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers.docx_tekst import Alineatekst, naam_van, waarde
from data.rapporten.lezers.opsomming import Opsomming
from data.rapporten.lezers.pakket import BESCHADIGD, KAPOT, bekijk, ontleed, weiger_entiteiten
from data.rapporten.lezers.stroom import Stroom

Knoop = Any  # lxml ships no types

GEEN_TEKST = "In dit Word-document staat geen tekst; lever het rapport aan met tekst, niet als afbeelding van tekst."
WIJZIGINGEN = (
    "Het document heeft bijgehouden wijzigingen: wat daarin verwijderd is, is niet gelezen, wat ingevoegd is wel."
)
VAKJES = (
    "In het document staan {} aangekruiste vakjes (☒); kijk of een kruis daar “voldoet” of “verbeterpunt” betekent."
)

#: Around what they hold, without a meaning of their own here.
_OMHULSEL = {"ins", "moveTo", "customXml", "smartTag", "sdtContent"}
#: Word itself allows no more columns.
_MEESTE_KOLOMMEN = 63
_STAP = 50


def lees(pad: Path, meld: Callable[[int, int], None]) -> Document:
    """The document as blocks. Pages are known only where Word left its last page ends; macros are never looked at.

    Raises Onleesbaar when the package is damaged, has a password, is too large, holds entities or has no text.
    """
    with bekijk(pad) as pakket:
        weiger_entiteiten(pakket)
    try:
        hoofd: Any = Package.open(str(pad)).main_document_part
        lezer = _Lezer(hoofd)
        return lezer.lees(meld)
    except (*KAPOT, OpcError, etree.LxmlError, AttributeError, TypeError) as fout:
        raise Onleesbaar(BESCHADIGD) from fout


def _wortel(deel: Any) -> Knoop:  # noqa: ANN401 - a part of any kind
    """The XML of a part: python-docx parses only the kinds that it knows (a document with macros is not one)."""
    element = getattr(deel, "element", None)
    return ontleed(deel.blob) if element is None else element


class _Lezer:
    """Walks through one document."""

    def __init__(self, hoofd: Any) -> None:  # noqa: ANN401 - a part of any kind
        self._hoofd = hoofd
        wortel = _wortel(hoofd)
        self._lichaam = next((kind for kind in wortel if naam_van(kind) == "body"), None)
        paginas = any(naam_van(knoop) == "lastRenderedPageBreak" for knoop in wortel.iter())
        self._stroom = Stroom(paginas=paginas)
        self._tekst = Alineatekst()
        self._opsomming = Opsomming(self._bijdeel(RELATIONSHIP_TYPE.NUMBERING), self._bijdeel(RELATIONSHIP_TYPE.STYLES))

    def lees(self, meld: Callable[[int, int], None]) -> Document:
        """Body first, then the notes."""
        if self._lichaam is None:
            raise Onleesbaar(BESCHADIGD)
        totaal = len(self._lichaam)
        for nummer, kind in enumerate(self._lichaam):
            self._blok(kind)
            if nummer % _STAP == 0:
                meld(nummer, totaal)
        self._voetnoten()
        blokken = self._stroom.klaar()
        if not blokken:
            raise Onleesbaar(GEEN_TEKST)
        meld(totaal, totaal)
        opmerkingen = [WIJZIGINGEN] if self._tekst.verwijderd else []
        opmerkingen += [VAKJES.format(self._tekst.kruisvakjes)] if self._tekst.kruisvakjes else []
        return Document("Word-document", blokken, tuple(opmerkingen))

    def _bijdeel(self, soort: str) -> Knoop | None:
        """The XML of a part that the main part points to; None without one."""
        try:
            return _wortel(self._hoofd.part_related_by(soort))
        except KeyError:
            return None

    def _voetnoten(self) -> None:
        """Foot and end notes, after the text; those with a type are lines that separate."""
        for soort in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
            noten = self._bijdeel(soort)
            for noot in noten if noten is not None else ():
                if waarde(noot, "type") in {None, "normal"}:
                    for kind in noot:
                        self._blok(kind)

    def _blok(self, knoop: Knoop) -> None:
        """One paragraph or table, or what holds some."""
        naam = naam_van(knoop)
        if naam == "p":
            self._stroom.alinea(self._alinea(knoop))
            self._tekstvakken()
        elif naam == "tbl":
            self._tabel(knoop)
        else:
            for kind in _inhoud(knoop):
                self._blok(kind)

    def _alinea(self, knoop: Knoop) -> str:
        return self._opsomming.met_teken(knoop, self._tekst.van(knoop))

    def _tekstvakken(self) -> None:
        """Text boxes and tables inside cells, right after what they are anchored in."""
        wachtend, self._tekst.vakken = self._tekst.vakken, []
        for vak in wachtend:
            if naam_van(vak) == "tbl":
                self._tabel(vak)
            else:
                for kind in vak:
                    self._blok(kind)

    def _tabel(self, knoop: Knoop) -> None:
        rijen = [self._rij(rij) for rij in _zoek(knoop, "tr") if not self._is_verwijderd(rij)]
        self._stroom.tabel(rijen)
        self._tekstvakken()

    def _is_verwijderd(self, rij: Knoop) -> bool:
        """Whether a tracked change takes the row out."""
        weg = any(naam_van(deel) == "del" for deel in _eigenschappen(rij, "trPr"))
        self._tekst.verwijderd = self._tekst.verwijderd or weg
        return weg

    def _rij(self, rij: Knoop) -> list[str]:
        """The cells of a row over the grid of the table: a merged cell has its text in its first place."""
        maten = {naam_van(deel): waarde(deel, "val") for deel in _eigenschappen(rij, "trPr")}
        cellen = [""] * _aantal(maten.get("gridBefore"), anders=0)
        for cel in _zoek(rij, "tc"):
            maten_cel = {naam_van(deel): waarde(deel, "val") for deel in _eigenschappen(cel, "tcPr")}
            vervolg = "vMerge" in maten_cel and maten_cel["vMerge"] != "restart"
            cellen.append("" if vervolg or "cellDel" in maten_cel else self._cel(cel))
            cellen += [""] * (_aantal(maten_cel.get("gridSpan"), anders=1) - 1)
        return cellen + [""] * _aantal(maten.get("gridAfter"), anders=0)

    def _cel(self, cel: Knoop) -> str:
        """The paragraphs of a cell as lines; a table inside comes after this one."""
        regels = []
        for knoop in _zoek(cel, "p", "tbl"):
            if naam_van(knoop) == "p":
                regels.append(self._alinea(knoop))
            else:
                self._tekst.vakken.append(knoop)
        return "\n".join(regel for regel in regels if regel)


def _zoek(knoop: Knoop, *namen: str) -> Iterator[Knoop]:
    """The children of these names, also inside content controls and tracked insertions."""
    for kind in knoop:
        if naam_van(kind) in namen:
            yield kind
        else:
            yield from _zoek_in(kind, namen)


def _zoek_in(kind: Knoop, namen: tuple[str, ...]) -> Iterator[Knoop]:
    for deel in _inhoud(kind):
        if naam_van(deel) in namen:
            yield deel
        else:
            yield from _zoek_in(deel, namen)


def _inhoud(knoop: Knoop) -> Iterator[Knoop]:
    """What stands inside something that only holds others; nothing for anything else."""
    naam = naam_van(knoop)
    if naam == "sdt":
        yield from (kind for deel in knoop if naam_van(deel) == "sdtContent" for kind in deel)
    elif naam in _OMHULSEL:
        yield from knoop
    elif naam == "AlternateContent":
        # the same thing twice, for new and for old programs
        yield from (kind for deel in knoop if naam_van(deel) == "Choice" for kind in deel)


def _eigenschappen(knoop: Knoop, naam: str) -> Iterator[Knoop]:
    yield from (deel for kind in knoop if naam_van(kind) == naam for deel in kind)


def _aantal(tekst: str | None, *, anders: int) -> int:
    """A number of columns, within what a table can have."""
    return min(int(tekst), _MEESTE_KOLOMMEN) if tekst is not None and tekst.isdecimal() else anders
