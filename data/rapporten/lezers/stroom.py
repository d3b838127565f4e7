"""Paragraphs and tables of a word processor, as they come by, to the blocks of a Document."""

from __future__ import annotations

from collections.abc import Sequence

from data.rapporten.document import Alinea, Blok, Tabel
from data.rapporten.lezers.regels import Regel, blokken

#: Stands in a text where a page ends. XML cannot hold this character, so no text has one of its own.
PAGINA_EINDE = "\f"


class Stroom:
    """Collects blocks in reading order and knows on which page each begins, where the file tells pages."""

    def __init__(self, *, paginas: bool) -> None:
        """`paginas`: whether the file tells where pages end; without that no block has a page."""
        self.pagina = 1 if paginas else None
        self.opmerkingen: list[str] = []
        self._blokken: list[Blok] = []
        self._tabregels: list[Regel] = []

    def alinea(self, tekst: str) -> None:
        """Add a paragraph; line breaks in it are lines. Two or more after each other with tabs inside make a table."""
        pagina = self._begin(tekst)
        schoon = tekst.replace(PAGINA_EINDE, "")
        self._verder(tekst.count(PAGINA_EINDE), pagina)
        if "\t" in schoon.strip() and "\n" not in schoon.strip():
            self._tabregels.append(Regel(schoon, 0, pagina))
            return
        regels = tuple(regel.replace("\t", " ").rstrip() for regel in schoon.split("\n") if regel.strip())
        if regels:
            self._sluit_tabregels()
            self._blokken.append(Alinea(regels, pagina))

    def tabel(self, rijen: Sequence[Sequence[str]]) -> None:
        """Add a table by its rows, of any length. One that runs over a page end has no page: no single one is right."""
        einden = [max((cel.count(PAGINA_EINDE) for cel in rij), default=0) for rij in rijen]
        pagina = self.pagina if not sum(einden) else None
        if self.pagina is not None:
            self.pagina += sum(einden)
        schoon = [[cel.replace(PAGINA_EINDE, "").replace("\t", " ").strip() for cel in rij] for rij in rijen]
        gevuld = [rij for rij in schoon if any(rij)]
        if gevuld:
            self._sluit_tabregels()
            breed = max(map(len, gevuld))
            self._blokken.append(Tabel(tuple(tuple(rij + [""] * (breed - len(rij))) for rij in gevuld), pagina))

    def klaar(self) -> tuple[Blok, ...]:
        """All blocks, in order."""
        self._sluit_tabregels()
        return tuple(self._blokken)

    def _begin(self, tekst: str) -> int | None:
        """The page of the first letter of a text."""
        if self.pagina is None:
            return None
        kop = tekst[: len(tekst) - len(tekst.lstrip())]
        return self.pagina + kop.count(PAGINA_EINDE)

    def _verder(self, einden: int, begin: int | None) -> None:
        if self.pagina is not None and begin is not None:
            self.pagina = max(begin, self.pagina + einden)

    def _sluit_tabregels(self) -> None:
        """Lines with tabs that wait: one alone is running text, more are a table."""
        regels, self._tabregels = self._tabregels, []
        if len(regels) == 1:
            self._blokken.append(Alinea((" ".join(regels[0].tekst.split()),), regels[0].pagina))
        elif regels:
            pagina = regels[0].pagina
            gevonden, _ = blokken(Regel(regel.tekst, nummer, pagina) for nummer, regel in enumerate(regels, 1))
            self._blokken.extend(gevonden)
