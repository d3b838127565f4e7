"""The text of a Word paragraph as it prints: what is deleted or hidden left out, symbols as signs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from data.rapporten.lezers.stroom import PAGINA_EINDE
from data.rapporten.lezers.symbolen import als_gedrukt

Knoop = Any  # lxml ships no types

#: Elements that print as one character.
_TEKENS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "\u00ad",
    "lastRenderedPageBreak": PAGINA_EINDE,
}
#: Left out: what a tracked change took away, codes of fields, marks of notes and comments, properties.
_WEG = {"del", "moveFrom"}
_NIETS = {
    "instrText",
    "delText",
    "delInstrText",
    "footnoteReference",
    "endnoteReference",
    "annotationRef",
    "rPr",
    "pPr",
}
_UIT = {"0", "false", "off"}


def naam_van(knoop: Knoop) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    tag = knoop.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def waarde(knoop: Knoop, naam: str) -> str | None:
    """An attribute by its name without namespace; None when it is not there."""
    return next((tekst for sleutel, tekst in knoop.attrib.items() if sleutel.rpartition("}")[2] == naam), None)


def kind_van(knoop: Knoop, naam: str) -> Knoop | None:
    """The first child of this name, or None."""
    return next((kind for kind in knoop if naam_van(kind) == naam), None)


class Alineatekst:
    """Reads paragraphs; keeps what it met on the way.

    `vakken`: text boxes (their content elements) that still have to be read. `verwijderd`: whether tracked deletions
    were left out. `kruisvakjes`: how many ticked boxes print as ☒.
    """

    def __init__(self) -> None:
        """Nothing met yet."""
        self.vakken: list[Knoop] = []
        self.verwijderd = False
        self.kruisvakjes = 0
        self._bij_naam: dict[str, Callable[[Knoop], str]] = {
            "r": self._stuk,
            "sdt": self._veld,
            "sym": _symbool,
            "AlternateContent": self._keuze,
            "txbxContent": self._vak,
            "checkBox": self._oud_vakje,
            "ruby": self._met_uitspraak,
        }

    def van(self, knoop: Knoop) -> str:
        """The text inside an element; tabs and line breaks as such, a page end as PAGINA_EINDE."""
        return "".join(self._deel(kind) for kind in knoop)

    def _deel(self, knoop: Knoop) -> str:
        naam = naam_van(knoop)
        if naam == "t":
            return knoop.text or ""
        if naam in _TEKENS:
            # a page break in itself is no line of text
            return "" if naam == "br" and waarde(knoop, "type") in {"page", "column"} else _TEKENS[naam]
        if naam in _WEG:
            self.verwijderd = True
            return ""
        if naam in _NIETS:
            return ""
        return self._bij_naam.get(naam, self.van)(knoop)

    def _stuk(self, stuk: Knoop) -> str:
        """A run: letters in one style."""
        stijl = kind_van(stuk, "rPr")
        if stijl is None:
            return self.van(stuk)
        verborgen = kind_van(stijl, "vanish")
        if verborgen is not None and waarde(verborgen, "val") not in _UIT:
            return ""
        letters = kind_van(stijl, "rFonts")
        font = "" if letters is None else waarde(letters, "ascii") or waarde(letters, "hAnsi") or ""
        return als_gedrukt(self.van(stuk), font)

    def _veld(self, veld: Knoop) -> str:
        """A content control; a tick box prints as whatever sign its author chose."""
        inhoud = kind_van(veld, "sdtContent")
        tekst = "" if inhoud is None else self.van(inhoud)
        eigenschappen = kind_van(veld, "sdtPr")
        is_vakje = eigenschappen is not None and kind_van(eigenschappen, "checkbox") is not None
        self.kruisvakjes += is_vakje and "☒" in tekst
        return tekst

    def _oud_vakje(self, vakje: Knoop) -> str:
        """A tick box of an old form; it prints a cross when it is ticked."""
        stand = kind_van(vakje, "checked")
        stand = kind_van(vakje, "default") if stand is None else stand
        aan = stand is not None and waarde(stand, "val") not in _UIT
        self.kruisvakjes += aan
        return "☒" if aan else "☐"

    def _keuze(self, keuze: Knoop) -> str:
        """The same thing for new and for old programs: the first counts."""
        eerste = kind_van(keuze, "Choice")
        return "" if eerste is None else self.van(eerste)

    def _vak(self, vak: Knoop) -> str:
        self.vakken.append(vak)
        return ""

    def _met_uitspraak(self, ruby: Knoop) -> str:
        basis = kind_van(ruby, "rubyBase")
        return "" if basis is None else self.van(basis)


def _symbool(knoop: Knoop) -> str:
    """A symbol by font and code (w:sym)."""
    try:
        code = int(waarde(knoop, "char") or "", 16)
    except ValueError:
        return ""
    if not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    return als_gedrukt(chr(code), waarde(knoop, "font") or "")
