"""OpenDocument text (ODT), by odfdo: paragraphs and tables in the order of the text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from odfdo.container import Container
from odfdo.security import SecurityError

from data.rapporten.document import Document
from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers.odf import Odftekst, herhaald, lettertypen, naam_van
from data.rapporten.lezers.pakket import BESCHADIGD, KAPOT, TE_GROOT, bekijk, ontleed, weiger_entiteiten
from data.rapporten.lezers.stroom import PAGINA_EINDE, Stroom
from data.rapporten.lezers.symbolen import STREEP, met_bolletje

Knoop = Any  # lxml ships no types

GEEN_TEKST = "In dit OpenDocument staat geen tekst; lever het rapport aan met tekst, niet als afbeelding van tekst."
WIJZIGINGEN = (
    "Het document heeft bijgehouden wijzigingen: wat daarin verwijderd is, is niet gelezen, wat ingevoegd is wel."
)
#: Around what they hold. The heading of an index is printed too; what makes the index (its source) is not.
_OMHULSEL = {
    "section",
    "index-body",
    "index-title",
    "table-of-content",
    "list",
    "list-item",
    "list-header",
    "numbered-paragraph",
}
_RIJGROEPEN = {"table-header-rows", "table-rows", "table-row-group"}
#: An empty row or column may be repeated to the edge of the sheet; with text in it that is no report.
_MEESTE_KOLOMMEN = 200
_MEESTE_RIJEN = 1000
_STAP = 50


def lees(pad: Path, meld: Callable[[int, int], None]) -> Document:
    """The document as blocks. Pages are known only where the program left its soft page breaks.

    Raises Onleesbaar when the package is damaged, has a password, is too large, holds entities or has no text.
    """
    wortel = ontleed(inhoud_xml(pad))
    lichaam = next((knoop for knoop in wortel.iter("{*}text") if naam_van(knoop.getparent()) == "body"), None)
    if lichaam is None:
        raise Onleesbaar(BESCHADIGD)
    lezer = _Lezer(wortel)
    totaal = len(lichaam)
    for nummer, kind in enumerate(lichaam):
        lezer.blok(kind)
        if nummer % _STAP == 0:
            meld(nummer, totaal)
    blokken = lezer.klaar()
    if not blokken:
        raise Onleesbaar(GEEN_TEKST)
    meld(totaal, totaal)
    gewijzigd = any(naam_van(knoop) == "deletion" for knoop in wortel.iter("{*}deletion"))
    return Document("OpenDocument-tekst", blokken, (WIJZIGINGEN,) if gewijzigd else ())


def inhoud_xml(pad: Path) -> bytes:
    """The part of an OpenDocument package that holds the content. Raises Onleesbaar as `lees` does."""
    with bekijk(pad) as pakket:
        weiger_entiteiten(pakket)
    try:
        inhoud = Container(pad).get_part("content.xml")
    except SecurityError as fout:
        raise Onleesbaar(TE_GROOT) from fout
    except KAPOT as fout:
        raise Onleesbaar(BESCHADIGD) from fout
    if not isinstance(inhoud, bytes):
        raise Onleesbaar(BESCHADIGD)
    return inhoud


class _Lezer:
    """Walks through one document."""

    def __init__(self, wortel: Knoop) -> None:
        self._stroom = Stroom(paginas=any(True for _ in wortel.iter("{*}soft-page-break")))
        self._tekst = Odftekst(lettertypen(wortel))

    def klaar(self) -> tuple[Any, ...]:
        """All blocks; the notes come last."""
        noten, self._tekst.noten = self._tekst.noten, []
        for noot in noten:
            for kind in noot:
                self.blok(kind)
        return self._stroom.klaar()

    def blok(self, knoop: Knoop, teken: str = "") -> None:
        """One paragraph or table, or what holds some; `teken` stands before the first paragraph of an item."""
        naam = naam_van(knoop)
        if naam in {"p", "h"}:
            tekst = self._tekst.van(knoop)
            self._stroom.alinea(met_bolletje(tekst, teken))
            self._los()
        elif naam == "table":
            self._tabel(knoop)
        elif naam == "soft-page-break":
            self._stroom.alinea(PAGINA_EINDE)
        elif naam == "frame":
            self._tekst.van_kinderen(knoop)
            self._los()
        elif naam in _OMHULSEL:
            for nummer, kind in enumerate(knoop):
                self.blok(kind, STREEP if naam == "list-item" and nummer == 0 else "")

    def _los(self) -> None:
        """Text boxes and tables inside cells, right after what they are anchored in."""
        wachtend, self._tekst.vakken = self._tekst.vakken, []
        for vak in wachtend:
            if naam_van(vak) == "table":
                self._tabel(vak)
            else:
                for kind in vak:
                    self.blok(kind)

    def _tabel(self, tabel: Knoop) -> None:
        self._stroom.tabel(self._rijen(tabel))
        self._los()

    def _rijen(self, knoop: Knoop) -> list[list[str]]:
        """The rows of a table, those in groups and those of the repeated head too."""
        rijen: list[list[str]] = []
        for kind in knoop:
            naam = naam_van(kind)
            if naam in _RIJGROEPEN:
                rijen += self._rijen(kind)
            elif naam == "soft-page-break":
                rijen.append([PAGINA_EINDE])
            elif naam == "table-row":
                rij = self._rij(kind)
                rijen += [rij] * (_binnen(herhaald(kind, "rows"), _MEESTE_RIJEN) if any(rij) else 1)
        return rijen

    def _rij(self, rij: Knoop) -> list[str]:
        """The cells of a row; a covered cell is empty, whatever it still holds."""
        cellen: list[str] = []
        for kind in rij:
            naam = naam_van(kind)
            if naam in {"table-cell", "covered-table-cell"}:
                tekst = self._cel(kind) if naam == "table-cell" else ""
                aantal = herhaald(kind, "columns")
                cellen += [tekst] * (_binnen(aantal, _MEESTE_KOLOMMEN) if tekst else min(aantal, _MEESTE_KOLOMMEN))
        return cellen

    def _cel(self, cel: Knoop) -> str:
        """The paragraphs of a cell as lines; a table inside comes after this one."""
        regels: list[str] = []
        self._celregels(cel, "", regels)
        return "\n".join(regel for regel in regels if regel)

    def _celregels(self, knoop: Knoop, teken: str, regels: list[str]) -> None:
        for nummer, kind in enumerate(knoop):
            naam = naam_van(kind)
            voor = teken if nummer == 0 else ""
            if naam in {"p", "h"}:
                regels.append(met_bolletje(self._tekst.van(kind), voor))
            elif naam == "table":
                self._tekst.vakken.append(kind)
            elif naam == "soft-page-break":
                regels.append(PAGINA_EINDE)
            elif naam in _OMHULSEL:
                self._celregels(kind, STREEP if naam == "list-item" else voor, regels)


def _binnen(aantal: int, meeste: int) -> int:
    """How often text is repeated. Raises Onleesbaar rather than leave any of it out."""
    if aantal > meeste:
        raise Onleesbaar(TE_GROOT)
    return aantal
