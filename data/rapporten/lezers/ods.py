"""OpenDocument spreadsheets (ODS), by odfdo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from odfdo.utils import digit_to_alpha

from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers.odf import Odftekst, herhaald, lettertypen, naam_van, waarde
from data.rapporten.lezers.odt import inhoud_xml
from data.rapporten.lezers.pakket import BESCHADIGD, ontleed
from data.rapporten.lezers.waarden import als_tekst, datum, getal
from data.rapporten.lezers.werkmap import MEESTE_KOLOMMEN, MEESTE_RIJEN, TE_VEEL_KOLOMMEN, TE_VEEL_RIJEN, Blad

Knoop = Any  # lxml ships no types

_GROEPEN = {"table-header-rows", "table-rows", "table-row-group"}


def bladen(pad: Path) -> Iterator[tuple[Blad, int]]:
    """The sheets in order, each with how many there are. Raises Onleesbaar for a damaged or hostile workbook."""
    wortel = ontleed(inhoud_xml(pad))
    map_ = next((knoop for knoop in wortel.iter("{*}spreadsheet") if naam_van(knoop.getparent()) == "body"), None)
    if map_ is None:
        raise Onleesbaar(BESCHADIGD)
    tekst = Odftekst(lettertypen(wortel))
    verborgen = _verborgen_stijlen(wortel)
    tabellen = [knoop for knoop in map_ if naam_van(knoop) == "table"]
    for tabel in tabellen:
        zonder: list[str] = []
        rijen = _Rijen(tekst, zonder).van(tabel)
        stijl = waarde(tabel, "style-name")
        yield Blad(waarde(tabel, "name") or "", rijen, stijl in verborgen, zonder), len(tabellen)


def _verborgen_stijlen(wortel: Knoop) -> set[str | None]:
    """The styles of sheets that are not shown."""
    return {
        waarde(stijl, "name")
        for stijl in wortel.iter("{*}style")
        for deel in stijl
        if naam_van(deel) == "table-properties" and waarde(deel, "display") == "false"
    }


class _Rijen:
    """Reads the rows of one sheet."""

    def __init__(self, tekst: Odftekst, zonder: list[str]) -> None:
        self._tekst = tekst
        self._zonder = zonder
        self._nummer = 0

    def van(self, knoop: Knoop) -> Iterator[list[tuple[int, str]]]:
        """The filled cells of each row. Raises Onleesbaar when a filled row or cell is repeated without end."""
        for kind in knoop:
            naam = naam_van(kind)
            if naam in _GROEPEN:
                yield from self.van(kind)
            elif naam == "table-row":
                aantal = herhaald(kind, "rows")
                rij = self._rij(kind)
                self._nummer += aantal
                if rij and aantal > MEESTE_RIJEN:
                    raise Onleesbaar(TE_VEEL_RIJEN)
                for _ in range(aantal if rij else 0):
                    yield rij

    def _rij(self, rij: Knoop) -> list[tuple[int, str]]:
        cellen: list[tuple[int, str]] = []
        kolom = 0
        for cel in rij:
            naam = naam_van(cel)
            if naam not in {"table-cell", "covered-table-cell"}:
                continue
            aantal = herhaald(cel, "columns")
            inhoud = self._cel(cel, kolom) if naam == "table-cell" else ""
            if inhoud and aantal > MEESTE_KOLOMMEN:
                raise Onleesbaar(TE_VEEL_KOLOMMEN)
            cellen += [(kolom + nr, inhoud) for nr in range(aantal if inhoud else 0)]
            kolom += aantal
        return cellen

    def _cel(self, cel: Knoop, kolom: int) -> str:
        """The value where that says more than its print (a year as 2.013, a date as 25-11-14), else the text."""
        inhoud = _van_waarde(cel)
        if not inhoud:
            alineas = (self._tekst.van(kind) for kind in cel if naam_van(kind) == "p")
            inhoud = "\n".join(regel.strip() for regel in alineas if regel.strip())
        if not inhoud and waarde(cel, "formula") and waarde(cel, "value-type") != "string":
            self._zonder.append(f"{digit_to_alpha(kolom)}{self._nummer + 1}")
        return inhoud


def _van_waarde(cel: Knoop) -> str:
    soort = waarde(cel, "value-type")
    if soort == "float":
        with suppress(InvalidOperation):
            return getal(Decimal(waarde(cel, "value") or ""))
    if soort == "date":
        with suppress(ValueError):
            return datum(dt.datetime.fromisoformat(waarde(cel, "date-value") or ""))
    if soort == "boolean":
        return als_tekst(waarde(cel, "boolean-value") == "true")
    return ""
