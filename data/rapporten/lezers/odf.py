"""The text of OpenDocument paragraphs as it prints: spaces, tabs and signs made whole, notes and comments apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from data.rapporten.lezers.stroom import PAGINA_EINDE
from data.rapporten.lezers.symbolen import als_gedrukt, is_symboolfont

Knoop = Any  # lxml ships no types

_TEKENS = {"tab": "\t", "line-break": "\n", "soft-page-break": PAGINA_EINDE}
#: Not part of the running text: comments, the mark of a note, what is hidden, the picture itself.
_NIETS = {
    "annotation",
    "annotation-end",
    "note-citation",
    "hidden-text",
    "ruby-text",
    "tracked-changes",
    "image",
    "desc",
    "title",
}
#: Hold text that is printed elsewhere on the page.
_VAKKEN = {"text-box", "custom-shape"}
_MEESTE_SPATIES = 1000
_WIT = re.compile(r"[ \t\r\n]+")


def naam_van(knoop: Knoop) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    tag = knoop.tag if knoop is not None else None
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def waarde(knoop: Knoop, naam: str) -> str | None:
    """An attribute by its name without namespace; None when it is not there."""
    return next((tekst for sleutel, tekst in knoop.attrib.items() if sleutel.rpartition("}")[2] == naam), None)


def herhaald(knoop: Knoop, wat: str) -> int:
    """How many times a row or cell stands there (`wat`: "rows" or "columns")."""
    aantal = waarde(knoop, f"number-{wat}-repeated") or "1"
    return max(1, int(aantal)) if aantal.isdecimal() and len(aantal) < 10 else 1


def lettertypen(wortel: Knoop) -> dict[str, str]:
    """The symbol fonts, by the style of letters that asks for them."""
    fonts: dict[str, str] = {}
    for stijl in wortel.iter("{*}style"):
        for deel in stijl:
            if naam_van(deel) == "text-properties":
                font = waarde(deel, "font-name") or waarde(deel, "font-family") or ""
                if is_symboolfont(font):
                    fonts[waarde(stijl, "name") or ""] = font
    return fonts


class Odftekst:
    """Reads paragraphs; `vakken` and `noten` are what still has to be read: text boxes, tables, bodies of notes."""

    def __init__(self, fonts: Mapping[str, str]) -> None:
        """Take the symbol fonts by style (`lettertypen`)."""
        self.vakken: list[Knoop] = []
        self.noten: list[Knoop] = []
        self._fonts = fonts

    def van(self, knoop: Knoop) -> str:
        """The text of a paragraph; tabs and line breaks as such, a page end as PAGINA_EINDE."""
        font = self._fonts.get(waarde(knoop, "style-name") or "", "") if self._fonts else ""
        delen = [als_gedrukt(_enkel(knoop.text), font)]
        for kind in knoop:
            delen += (self._deel(kind), als_gedrukt(_enkel(kind.tail), font))
        return "".join(delen)

    def van_kinderen(self, knoop: Knoop) -> None:
        """Only look for text boxes: a frame between the paragraphs has no text of its own."""
        for kind in knoop:
            self._deel(kind)

    def _deel(self, knoop: Knoop) -> str:
        naam = naam_van(knoop)
        if naam == "s":
            aantal = waarde(knoop, "c") or "1"
            return " " * min(int(aantal) if aantal.isdecimal() and len(aantal) < 10 else 1, _MEESTE_SPATIES)
        if naam in _TEKENS:
            return _TEKENS[naam]
        if naam in _VAKKEN:
            self.vakken.append(knoop)
        if naam == "note":
            self.noten += [kind for kind in knoop if naam_van(kind) == "note-body"]
        return "" if not naam or naam in _NIETS | _VAKKEN | {"note"} else self.van(knoop)


def _enkel(tekst: str | None) -> str:
    """White space as OpenDocument reads it: any number of blanks is one."""
    return _WIT.sub(" ", tekst) if tekst else ""
