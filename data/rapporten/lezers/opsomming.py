"""Which Word paragraphs are items of a bulleted list: the bullet is no text in the file, but it is on paper."""

from __future__ import annotations

from typing import Any

from data.rapporten.lezers.docx_tekst import kind_van, naam_van, waarde
from data.rapporten.lezers.symbolen import STREEP, als_gedrukt, met_bolletje

Knoop = Any  # lxml ships no types

#: A bullet that is one of these is no bullet but a verdict.
OORDEELTEKENS = "✓✔√✗✘☑☒"
_STIJL_DIEPTE = 10


class Opsomming:
    """The lists of one document."""

    def __init__(self, nummering: Knoop | None, stijlen: Knoop | None) -> None:
        """Take the numbering and the styles of the document, where it has them."""
        soorten: dict[str | None, dict[str, str]] = {}
        for abstract in _alle(nummering, "abstractNum"):
            niveaus = {waarde(niveau, "ilvl") or "0": _bolletje(niveau) for niveau in _alle(abstract, "lvl")}
            soorten[waarde(abstract, "abstractNumId")] = niveaus
        self._lijsten: dict[str | None, dict[str, str]] = {}
        for num in _alle(nummering, "num"):
            wijst = kind_van(num, "abstractNumId")
            self._lijsten[waarde(num, "numId")] = {} if wijst is None else soorten.get(waarde(wijst, "val"), {})
        self._stijlen = {waarde(stijl, "styleId"): stijl for stijl in _alle(stijlen, "style")}

    def met_teken(self, alinea: Knoop, tekst: str) -> str:
        """The text of a paragraph with what stands before it on paper: "- ", or the sign that serves as a bullet."""
        return met_bolletje(tekst, self._teken(alinea))

    def _teken(self, alinea: Knoop) -> str:
        """The bullet of a paragraph; empty when it is in no list, or in a numbered one."""
        eigenschappen = kind_van(alinea, "pPr")
        for _ in range(_STIJL_DIEPTE):
            if eigenschappen is None:
                return ""
            nummer = kind_van(eigenschappen, "numPr")
            if nummer is not None:
                return self._lijsten.get(_val(nummer, "numId"), {}).get(_val(nummer, "ilvl") or "0", "")
            stijl = self._stijlen.get(_val(eigenschappen, "pStyle") or _val(eigenschappen, "basedOn"))
            eigenschappen = None if stijl is None else self._van_stijl(stijl)
        return ""

    def _van_stijl(self, stijl: Knoop) -> Knoop | None:
        """Where the list of a style is said: its own paragraph properties, else the style below it."""
        eigen = kind_van(stijl, "pPr")
        return eigen if eigen is not None and kind_van(eigen, "numPr") is not None else stijl


def _alle(knoop: Knoop | None, naam: str) -> list[Knoop]:
    return [] if knoop is None else [kind for kind in knoop if naam_van(kind) == naam]


def _val(knoop: Knoop, naam: str) -> str | None:
    kind = kind_van(knoop, naam)
    return None if kind is None else waarde(kind, "val")


def _bolletje(niveau: Knoop) -> str:
    """What stands before an item of this level: the bullet if it is a sign, "- " for another bullet, else nothing."""
    if _val(niveau, "numFmt") != "bullet":
        return ""
    stijl = kind_van(niveau, "rPr")
    letters = None if stijl is None else kind_van(stijl, "rFonts")
    font = "" if letters is None else waarde(letters, "ascii") or ""
    teken = als_gedrukt(_val(niveau, "lvlText") or "", font).strip()
    return f"{teken} " if teken and teken in OORDEELTEKENS else STREEP
