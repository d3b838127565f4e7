"""Real footnotes, so that a source comes along when its paragraph or table is copied into a letter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from pagina.uitvoer.vormen._docx.knoop import alinea, knoop, run


class Noten:
    """The footnotes of one document, in the order in which the text refers to them."""

    def __init__(self) -> None:
        self._teksten: list[str] = []

    def verwijs(self, teksten: Iterable[str]) -> list[Any]:
        """The runs that refer to new footnotes with these texts: ¹, ², ³."""
        runs: list[Any] = []
        for tekst in teksten:
            self._teksten.append(tekst)
            if runs:
                runs.append(run(", ", "FootnoteReference"))
            runs.append(_verwijzing(knoop("w:footnoteReference", {"w:id": str(len(self._teksten))})))
        return runs

    def bewaar(self, document: Document) -> None:
        """Give the document its footnotes; all of them, once."""
        wortel = knoop("w:footnotes", None, _lijn(-1, "separator"), _lijn(0, "continuationSeparator"))
        wortel.extend(_noot(nr, tekst) for nr, tekst in enumerate(self._teksten, 1))
        uri = PackURI("/word/footnotes.xml")
        deel = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, serialize_part_xml(wortel), document.part.package)
        document.part.relate_to(deel, RELATIONSHIP_TYPE.FOOTNOTES)


def _verwijzing(wat: Any) -> Any:  # noqa: ANN401 - lxml has no types
    return knoop("w:r", None, knoop("w:rPr", None, knoop("w:rStyle", {"w:val": "FootnoteReference"})), wat)


def _noot(nr: int, tekst: str) -> Any:  # noqa: ANN401
    inhoud = alinea("FootnoteText", _verwijzing(knoop("w:footnoteRef")), run(f" {tekst}"))
    return knoop("w:footnote", {"w:id": str(nr)}, inhoud)


def _lijn(nr: int, soort: str) -> Any:  # noqa: ANN401
    """What parts the footnotes from the text: Word wants both, with these numbers."""
    streep = alinea("FootnoteText", knoop("w:r", None, knoop(f"w:{soort}")))
    return knoop("w:footnote", {"w:type": soort, "w:id": str(nr)}, streep)
