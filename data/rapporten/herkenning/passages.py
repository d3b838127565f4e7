"""The running text of a report in passages and sentences, each with its place; tables are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from data.rapporten.document import Alinea, Document, Plek
from data.rapporten.woorden import voeg_regels

#: Blocks that may be the title page where no heading ends it, and the most that any title page has.
TITELBLOKKEN = 12
TITELBLOKKEN_HOOGSTENS = 60
#: Blocks at the end among which a colofon may stand.
SLOTBLOKKEN = 15
#: The longest line of a title page, and of a heading, in characters.
LANGSTE_TITELREGEL = 150
#: How much of a paragraph is looked at: characters per line, lines; and where a page number stands in a contents line.
LANGSTE_REGEL = 5000
MEESTE_REGELS = 500
STAART = 40
#: The longest sentence that is searched as one, in characters.
LANGSTE_ZIN = 2000

_OPMAAK = re.compile(r"<[^>]{1,60}>|\*+|^\s*#+\s*|^\s*>\s+")
_KOP_NA_TITEL = re.compile(
    r"(?:\d{1,2}\.?\s*)?(?:inhoud(?:sopgave)?|voorwoord|samenvatting|inleiding|leeswijzer|aanleiding)\W*", re.IGNORECASE
)
_ZINSEINDE = re.compile(r"(?<=[.!?;])(?<!\b[A-Za-z]\.)(?<!m\.b\.t\.)(?<!bijv\.)(?<!ca\.)\s+(?=[\"'‘“(–-]*[A-ZÉ0-9'’])")
_INHOUDSREGEL = re.compile(r"(?:\t|\.{3,})\s*\d{1,3}\s*$")


@dataclass(frozen=True)
class Passage:
    """A paragraph: its text without markup, its lines, and whether it stands on the title page or at the very end."""

    plek: Plek
    tekst: str
    regels: tuple[str, ...]
    voorin: bool
    achterin: bool

    @property
    def inhoudsregel(self) -> bool:
        """Whether this is a line of a table of contents."""
        return any(_INHOUDSREGEL.search(regel[-STAART:]) for regel in (self.tekst, self.regels[0]))

    @property
    def lopend(self) -> bool:
        """Whether this is running text, not a line of a title page."""
        return len(self.tekst) > LANGSTE_TITELREGEL or self.tekst.rstrip().endswith((".", "!", "?", ":", ";"))

    @cached_property
    def zinnen(self) -> tuple[str, ...]:
        """The sentences; what runs on without end is cut, so that no search takes long."""
        heel = [zin for zin in _ZINSEINDE.split(self.tekst) if zin.strip()]
        return tuple(zin[van : van + LANGSTE_ZIN] for zin in heel for van in range(0, len(zin), LANGSTE_ZIN))


def passages(document: Document) -> tuple[Passage, ...]:
    """Every paragraph with text, in order."""
    regels_per_blok = [
        (nummer, tuple(schoon(regel[:LANGSTE_REGEL]) for regel in blok.regels[:MEESTE_REGELS]))
        for nummer, blok in enumerate(document.blokken)
        if isinstance(blok, Alinea) and any(map(str.strip, blok.regels))
    ]
    einde = _einde_titelpagina([regels for _, regels in regels_per_blok])
    slot = len(regels_per_blok) - SLOTBLOKKEN
    return tuple(
        Passage(Plek(nummer), voeg_regels(regels), regels, volgnummer < einde, volgnummer >= slot)
        for volgnummer, (nummer, regels) in enumerate(regels_per_blok)
    )


def zinnen(tekst: tuple[Passage, ...]) -> Iterator[tuple[Passage, str]]:
    """Every sentence with the passage that it stands in."""
    for passage in tekst:
        for zin in passage.zinnen:
            yield passage, zin


def schoon(regel: str) -> str:
    """A printed line without the marks of its markup, inner tabs kept."""
    return _OPMAAK.sub("", regel).strip(" ")


def kort(zin: str, lengte: int = 160) -> str:
    """A sentence to quote, on one line and cut off when it is long."""
    regel = " ".join(zin.split())
    return regel if len(regel) <= lengte else f"{regel[: lengte - 1].rstrip()}…"


def _einde_titelpagina(blokken: list[tuple[str, ...]]) -> int:
    """How many paragraphs the title page has: up to the first heading of the text itself."""
    for nummer, regels in enumerate(blokken[:TITELBLOKKEN_HOOGSTENS]):
        eerste = next((regel for regel in regels if regel), "")
        if _KOP_NA_TITEL.fullmatch(eerste):
            return nummer
    return TITELBLOKKEN
