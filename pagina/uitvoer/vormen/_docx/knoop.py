"""Elements of WordprocessingML, one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement

from pagina.uitvoer.vormen.tekens import schoon

_STUKKEN = re.compile(r"([\n\t\u00ad])")
#: The soft hyphen: a place where a word may break.
BREEKPUNT = "\u00ad"
_NAMEN = {"w": nsmap["w"], "r": nsmap["r"]}


def knoop(naam: str, eigen: Mapping[str, str] | None = None, *kinderen: Any) -> Any:  # noqa: ANN401 - lxml has no types
    """An element ('w:tr') with attributes ('w:val') and children."""
    element = OxmlElement(naam, {qn(sleutel): waarde for sleutel, waarde in (eigen or {}).items()}, dict(_NAMEN))
    element.extend(kinderen)
    return element


def run(tekst: str, stijl: str = "") -> Any:  # noqa: ANN401
    """A run of text in a character style; line breaks, tabs and soft hyphens are kept."""
    opmaak = [knoop("w:rPr", None, knoop("w:rStyle", {"w:val": stijl}))] if stijl else []
    return knoop("w:r", None, *opmaak, *_inhoud(schoon(tekst)))


def alinea(stijl: str, *inhoud: Any) -> Any:  # noqa: ANN401
    """A paragraph in a style, by its id, that holds these runs."""
    return knoop("w:p", None, knoop("w:pPr", None, knoop("w:pStyle", {"w:val": stijl})), *inhoud)


def kaal(tekst: str) -> str:
    """A text without the places where its words may break."""
    return tekst.replace(BREEKPUNT, "")


def _inhoud(tekst: str) -> Iterator[Any]:
    for stuk in _STUKKEN.split(tekst):
        if stuk == "\n":
            yield knoop("w:br")
        elif stuk == "\t":
            yield knoop("w:tab")
        elif stuk == BREEKPUNT:
            yield knoop("w:softHyphen")
        elif stuk:
            deel = knoop("w:t", {"xml:space": "preserve"})
            deel.text = stuk
            yield deel
