"""The table of figures as ODF rows, one at a time: odfdo holds a sheet as one tree and makes some 5,000 cells a second.

lxml, which odfdo stands on, writes the same elements to the file as they come, with what must be escaped escaped.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, BinaryIO

from lxml import etree
from odfdo.utils import digit_to_alpha

from pagina.uitvoer.inhoud.tabel import Meld, Rij, Soort, Tabel, Waarde
from pagina.uitvoer.vormen.bladen import CIJFERS
from pagina.uitvoer.vormen.bladmaat import rij_hoogte
from pagina.uitvoer.vormen.tekens import lijkt_formule, schoon

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_NAMEN = {"office": OFFICE[1:-1], "table": TABLE[1:-1], "text": TEXT[1:-1]}

_RIJ, _CEL, _STIJL, _SOORT = f"{TABLE}table-row", f"{TABLE}table-cell", f"{TABLE}style-name", f"{OFFICE}value-type"
_WAARDE, _P, _S = f"{OFFICE}value", f"{TEXT}p", f"{TEXT}s"
# ODF takes a row of blanks for one, and none at the ends of a line; a tab is an element of its own
_WIT = re.compile(r"(\t|^ +| +$| {2,})")

# lxml has no types
Element = Any
Uit = Any


def hoogtestijl(punten: float) -> str:
    """The name of the style of a row that is so many points high."""
    return f"hoog{punten:.0f}"


def rij_element(rij: Rij, soorten: tuple[Soort, ...], breed: Sequence[int]) -> Element:
    """A row of typed cells, as high as its texts; what is not known is a cell without anything."""
    element = etree.Element(_RIJ, nsmap=_NAMEN)
    if (hoog := rij_hoogte(rij, breed)) is not None:
        element.set(_STIJL, hoogtestijl(hoog))
    for waarde, soort in zip(rij, soorten, strict=True):
        cel = etree.SubElement(element, _CEL)
        if waarde is not None and waarde != "":
            _vul(cel, waarde, soort)
    return element


def _vul(cel: Element, waarde: Waarde, soort: Soort) -> None:
    if isinstance(waarde, bool):
        _typeer(cel, "boolean", (f"{OFFICE}boolean-value", str(waarde).lower()), "janee")
        _regel(cel, "ja" if waarde else "nee")
    elif isinstance(waarde, int | Decimal):
        _getal(cel, waarde, soort)
    elif isinstance(waarde, dt.date) and not isinstance(waarde, dt.datetime):
        _typeer(cel, "date", (f"{OFFICE}date-value", waarde.isoformat()), "datum")
        _regel(cel, f"{waarde.day:02}-{waarde.month:02}-{waarde.year:04}")
    else:
        _tekst(cel, schoon(str(waarde)))


def _getal(cel: Element, waarde: int | Decimal, soort: Soort) -> None:
    if isinstance(waarde, Decimal) and not waarde.is_finite():
        return
    if soort == "procent":
        _typeer(cel, "percentage", (_WAARDE, format(Decimal(waarde).scaleb(-2), "f")), "procent")
        _regel(cel, f"{format(waarde, 'f').replace('.', ',') if isinstance(waarde, Decimal) else waarde}%")
        return
    heel = isinstance(waarde, int) or waarde == waarde.to_integral_value()
    cijfers = str(int(waarde)) if heel else format(waarde, "f")
    stijl = "jaar" if soort == "jaar" else "getal"
    _typeer(cel, "float", (_WAARDE, cijfers), stijl if heel else None)
    # what a program shows that knows no formats; babel does the same ten times slower
    _regel(cel, f"{int(waarde):,}".replace(",", ".") if heel and soort != "jaar" else cijfers.replace(".", ","))


def _typeer(cel: Element, soort: str, waarde: tuple[str, str], stijl: str | None) -> None:
    """Give a cell its type, its value (the name that this has for the type, and the value) and its look."""
    if stijl:
        cel.set(_STIJL, stijl)
    cel.set(_SOORT, soort)
    cel.set(*waarde)


def _tekst(cel: Element, tekst: str) -> None:
    if not tekst:
        return
    if lijkt_formule(tekst):
        # a cell that is text by its format stays text when somebody edits it
        cel.set(_STIJL, "vast")
    cel.set(_SOORT, "string")
    for regel in tekst.split("\n"):
        _regel(cel, regel)


def _regel(cel: Element, regel: str) -> None:
    """One line of text; blanks that ODF would swallow are written as elements."""
    alinea = etree.SubElement(cel, _P)
    if "\t" not in regel and "  " not in regel and regel.strip(" ") == regel:
        alinea.text = regel
        return
    laatste = None
    for stuk in filter(None, _WIT.split(regel)):
        if stuk == "\t":
            laatste = etree.SubElement(alinea, f"{TEXT}tab")
        elif _WIT.fullmatch(stuk):
            laatste = etree.SubElement(alinea, _S, {f"{TEXT}c": str(len(stuk))})
        elif laatste is None:
            alinea.text = stuk
        else:
            laatste.tail = stuk


def schrijf_content(
    content: bytes, tabel: Tabel, naar: BinaryIO, meld: Meld, *, breed: Sequence[int], rijen: Iterator[Rij]
) -> None:
    """Copy content.xml, with the rows at the end of its first sheet and a filter over them; `meld` hears each row.

    `breed`: of its columns, in characters.
    """
    boom = etree.fromstring(content)
    body = boom[-1]
    cijfers, *andere = body[0]
    soorten = tuple(kolom.soort for kolom in tabel.kolommen)
    with etree.xmlfile(naar, encoding="UTF-8") as uit:
        uit.write_declaration()
        with uit.element(boom.tag, dict(boom.attrib), nsmap=boom.nsmap):
            _schrijf(uit, boom[:-1])
            with uit.element(body.tag), uit.element(body[0].tag):
                with uit.element(cijfers.tag, dict(cijfers.attrib)):
                    _schrijf(uit, cijfers)
                    aantal = 0
                    for aantal, rij in enumerate(rijen, 1):
                        uit.write(rij_element(rij, soorten, breed))
                        meld(aantal)
                _schrijf(uit, [*andere, _filter(len(tabel.kolommen), aantal)])


def _schrijf(uit: Uit, delen: Iterable[Element]) -> None:
    for deel in delen:
        uit.write(deel)


def _filter(kolommen: int, rijen: int) -> Element:
    """The buttons in the head with which a reader filters the figures."""
    alle = etree.Element(f"{TABLE}database-ranges", nsmap=_NAMEN)
    bereik = f"{CIJFERS}.A1:{CIJFERS}.{digit_to_alpha(kolommen - 1)}{rijen + 1}"
    etree.SubElement(
        alle,
        f"{TABLE}database-range",
        {
            f"{TABLE}name": "cijfers",
            f"{TABLE}target-range-address": bereik,
            f"{TABLE}display-filter-buttons": "true",
        },
    )
    return alle
