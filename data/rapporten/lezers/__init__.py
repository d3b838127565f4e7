"""Readers of files, each for one kind: chosen by what is in the file, not by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from data.rapporten.document import Document
from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers import pdfschade
from data.rapporten.lezers.soort import GELEZEN, SOORTEN, UITGANGEN, herken

__all__ = ["GELEZEN", "SOORTEN", "UITGANGEN", "lees_document"]

WEG = "Het bestand is niet te openen; kies het rapport opnieuw."
TE_VEEL_GEHEUGEN = (
    "Het bestand is te groot of te ingewikkeld om te lezen; lever het rapport in delen aan, of als platte tekst."
)
VASTGELOPEN = "Het bestand is vreemd opgebouwd en niet te lezen; bewaar het opnieuw, of lever het aan als platte tekst."

#: The reader of each kind. They are loaded when needed: the libraries behind them are large.
_LEZERS = {
    "pdf": "data.rapporten.lezers.pdf",
    "docx": "data.rapporten.lezers.docx",
    "odt": "data.rapporten.lezers.odt",
    "xlsx": "data.rapporten.lezers.rekenblad",
    "ods": "data.rapporten.lezers.rekenblad",
    "csv": "data.rapporten.lezers.rekenblad",
    "tekst": "data.rapporten.lezers.tekst",
}
#: What a library may raise on a file that is made to mislead it. Such a file is refused, whatever the cause.
_ONVERWACHT = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)


def lees_document(pad: Path, *, naam: str, meld: Callable[[int, int], None]) -> Document:
    """The report in `pad` as a Document.

    Args:
        pad: where the file stands.
        naam: what the user calls it. Where that promises another kind than the content is, an opmerking says so.
        meld: called with (done, total) while reading.

    Raises:
        Onleesbaar: with one Dutch sentence for the user.
    """
    try:
        soort = herken(pad)
        if soort == "tekst":
            soort = _csv_of_tekst(pad, naam)
        document: Document = import_module(_LEZERS[soort]).lees(pad, meld)
    except OSError as fout:
        raise Onleesbaar(WEG) from fout
    except MemoryError as fout:
        raise Onleesbaar(TE_VEEL_GEHEUGEN) from fout
    except _ONVERWACHT as fout:
        raise Onleesbaar(VASTGELOPEN) from fout
    schade = pdfschade.schade(pad) if soort == "pdf" else []
    return replace(document, opmerkingen=(*_andere_naam(naam, soort), *schade, *document.opmerkingen))


def _csv_of_tekst(pad: Path, naam: str) -> str:
    """Text is CSV when it is divided as CSV; a name that ends in .csv needs less proof."""
    from data.rapporten.lezers import csv, tekst  # noqa: PLC0415 - only text needs them

    return "csv" if csv.scheiding(tekst.inhoud(pad), streng=_uitgang(naam) != "csv") else "tekst"


def _uitgang(naam: str) -> str:
    return Path(naam).suffix.removeprefix(".").lower()


def _andere_naam(naam: str, soort: str) -> list[str]:
    """A sentence when the name promises another kind of file than it is."""
    uitgang = _uitgang(naam)
    if not uitgang.isalpha() or len(uitgang) > 8 or UITGANGEN.get(uitgang) == soort:
        return []
    vorm = SOORTEN[soort]
    return [f"De naam van het bestand eindigt op .{uitgang}, maar de inhoud is een {vorm}; het is als {vorm} gelezen."]
