"""An ODS file read back, also when a spreadsheet program has saved it since."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import IO, Any

from lxml import etree

from pagina.uitvoer.inhoud.tabel import Waarde
from pagina.uitvoer.vormen._ods.rijen import OFFICE, TABLE, TEXT
from pagina.uitvoer.vormen.bladen import CIJFERS, KOLOMMEN, RIJEN, TEKST

Element = Any
_CELLEN = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
#: Digits of a number, spaces after each other: more no file of ours holds.
_MEESTE_CIJFERS, _MEESTE_SPATIES = 40, 1000
_VAAK, _RIJVAAK = f"{TABLE}number-columns-repeated", f"{TABLE}number-rows-repeated"


def lees_cijfers(pakket: zipfile.ZipFile) -> list[list[Waarde]]:
    """The rows of the sheet of figures, the head first.

    Raises KeyError or etree.XMLSyntaxError where it is no ODS, ValueError where it says to hold what no sheet does.
    """
    with pakket.open("content.xml") as content:
        rijen = list(_gevuld(_rijen(content, CIJFERS)))
    breed = len(rijen[0]) if rijen else 0
    return [(rij + [None] * breed)[:breed] for rij in rijen]


def lees_tekst(pakket: zipfile.ZipFile) -> list[Waarde]:
    """The cells of the sheet of words, row by row; none where there is no such sheet. Raises as `lees_cijfers`."""
    with pakket.open("content.xml") as content:
        return [cel for rij, _ in _rijen(content, TEKST) for cel in rij]


def _gevuld(rijen: Iterator[tuple[list[Waarde], int]]) -> Iterator[list[Waarde]]:
    """Rows as often as they are there; a sheet's empty rest, which a program may have saved with it, is left out."""
    leeg = aantal = 0
    for rij, vaak in rijen:
        aantal += vaak
        if not rij:
            leeg += vaak
            continue
        if aantal > RIJEN:
            raise ValueError("zoveel rijen heeft geen blad")
        yield from ([] for _ in range(leeg))
        leeg = 0
        yield from (rij for _ in range(vaak))


def _rijen(content: IO[bytes], blad: str) -> Iterator[tuple[list[Waarde], int]]:
    binnen = False
    einde = f"{TABLE}table-row"
    gebeurtenissen = etree.iterparse(
        content, events=("start", "end"), tag=(f"{TABLE}table", einde), resolve_entities=False, huge_tree=False
    )
    for moment, element in gebeurtenissen:
        if element.tag == einde:
            if moment == "end" and binnen:
                yield _cellen(element), int(element.get(_RIJVAAK, "1"))
            if moment == "end":
                element.clear()
        elif moment == "start":
            binnen = element.get(f"{TABLE}name") == blad
        elif binnen:
            return


def _cellen(rij: Element) -> list[Waarde]:
    """The cells up to the last one that holds something."""
    waarden: list[Waarde] = []
    leeg = 0
    for cel in rij.iterchildren(*_CELLEN):
        vaak = int(cel.get(_VAAK, "1"))
        waarde = _waarde(cel)
        if waarde is None:
            leeg += vaak
        elif len(waarden) + leeg + vaak <= KOLOMMEN:
            waarden += [None] * leeg + [waarde] * vaak
            leeg = 0
    return waarden


def _waarde(cel: Element) -> Waarde:
    soort = cel.get(f"{OFFICE}value-type")
    if soort in ("float", "percentage"):
        getal = Decimal(cel.get(f"{OFFICE}value"))
        if abs(getal.adjusted()) > _MEESTE_CIJFERS:
            raise ValueError("zo groot of klein is geen getal van ons")
        getal = getal.scaleb(2) if soort == "percentage" else getal
        return int(getal) if getal == getal.to_integral_value() else getal
    if soort == "date":
        return dt.date.fromisoformat(cel.get(f"{OFFICE}date-value")[:10])
    if soort == "boolean":
        return bool(cel.get(f"{OFFICE}boolean-value") == "true")
    return "\n".join(_regel(alinea) for alinea in cel.iterchildren(f"{TEXT}p")) or None


def _regel(alinea: Element) -> str:
    tekst = alinea.text or ""
    for deel in alinea:
        if deel.tag == f"{TEXT}s":
            tekst += " " * min(int(deel.get(f"{TEXT}c", "1")), _MEESTE_SPATIES)
        elif deel.tag == f"{TEXT}tab":
            tekst += "\t"
        elif deel.tag == f"{TEXT}line-break":
            tekst += "\n"
        else:
            tekst += _regel(deel)
        tekst += deel.tail or ""
    return tekst
