"""Cells of an XLSX file: each value as its own type, text as text and never as a formula or a link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from pagina.uitvoer.inhoud.tabel import Soort, Waarde
from pagina.uitvoer.vormen.bladen import Stijl
from pagina.uitvoer.vormen.tekens import lijkt_formule, schoon

#: Signs (UTF-16 units) that Excel holds in a cell, and what stands at the end of a text that had more.
TEKENS = 32_767
AFGEKAPT = " […] (hier afgekapt: Excel kan hoogstens 32.767 tekens in een cel aan; neem ods of csv voor de hele tekst)"
#: Excel counts days from here; what came before is written as text.
_EERSTE_DAG = dt.date(1900, 3, 1)

_TEKST = {"text_wrap": True, "valign": "top", "align": "left", "indent": 1}
_KOP = {"bold": True, "text_wrap": True, "bg_color": "#E8ECF1", "bottom": 1}
_VORMEN: Mapping[str, Mapping[str, object]] = {
    "titel": {**_TEKST, "bold": True, "font_size": 14},
    "kop": {**_TEKST, **_KOP},
    "kolomkop": {**_KOP, "valign": "bottom"},
    "tekstkop": {**_TEKST, **_KOP, "valign": "bottom"},
    "tekst": _TEKST,
    "breuk": {"valign": "top"},
    "getal": {"num_format": "#,##0", "valign": "top"},
    "jaar": {"num_format": "0", "valign": "top"},
    "procent": {"num_format": "0%", "valign": "top"},
    "datum": {"num_format": "dd-mm-yyyy", "valign": "top"},
    # LibreOffice shows the words; Excel has its own, WAAR and ONWAAR
    "janee": {"num_format": '"ja";"ja";"nee"', "valign": "top"},
}


class Cellen:
    """Writes cells of one workbook, with its formats."""

    def __init__(self, boek: Workbook) -> None:
        self._vorm = {naam: boek.add_format(dict(vorm)) for naam, vorm in _VORMEN.items()}
        # Excel keeps a cell with this mark text, also when somebody edits it
        self._vast = {
            naam: boek.add_format({**_VORMEN[naam], "quote_prefix": True})
            for naam in ("titel", "kop", "kolomkop", "tekstkop", "tekst")
        }

    def waarde(self, blad: Worksheet, plek: tuple[int, int], waarde: Waarde, soort: Soort) -> None:
        """Write one value of the table; `soort` is its column's. Nothing is written for what is not known."""
        if isinstance(waarde, bool):
            blad.write_boolean(*plek, waarde, self._vorm["janee"])
        elif isinstance(waarde, int | Decimal):
            self._getal(blad, plek, waarde, soort)
        elif isinstance(waarde, dt.date) and not isinstance(waarde, dt.datetime) and waarde >= _EERSTE_DAG:
            blad.write_datetime(*plek, waarde, self._vorm["datum"])
        elif waarde is not None:
            self._tekst(blad, plek, str(waarde), "tekst")

    def woord(self, blad: Worksheet, plek: tuple[int, int], tekst: str, stijl: Stijl) -> None:
        """Write one cell of a sheet of words, or of a head."""
        self._tekst(blad, plek, tekst, stijl)

    def _getal(self, blad: Worksheet, plek: tuple[int, int], waarde: int | Decimal, soort: Soort) -> None:
        if isinstance(waarde, Decimal) and not waarde.is_finite():
            return
        if soort == "procent":
            blad.write_number(*plek, float(Decimal(waarde).scaleb(-2)), self._vorm["procent"])
        elif isinstance(waarde, int) or waarde == waarde.to_integral_value():
            blad.write_number(*plek, int(waarde), self._vorm["jaar" if soort == "jaar" else "getal"])
        else:
            blad.write_number(*plek, float(waarde), self._vorm["breuk"])

    def _tekst(self, blad: Worksheet, plek: tuple[int, int], tekst: str, stijl: str) -> None:
        schone = passend(schoon(tekst))
        if not schone:
            return
        vast = lijkt_formule(schone)
        vorm = (self._vast if vast else self._vorm)[stijl]
        if schone.startswith("<r>") and schone.endswith("</r>"):
            # XlsxWriter takes such a text for XML of its own and would write it unescaped, formulas and all
            blad.write_rich_string(*plek, schone[:1], self._vorm["tekst"], schone[1:], vorm)
        else:
            blad.write_string(*plek, schone, vorm)


def passend(tekst: str) -> str:
    """The text as far as a cell of Excel holds it; one that is cut says so at its end."""
    if 2 * len(tekst) <= TEKENS:
        return tekst
    ruw = tekst.encode("utf-16-le")
    if len(ruw) <= 2 * TEKENS:
        return tekst
    return ruw[: 2 * (TEKENS - len(AFGEKAPT))].decode("utf-16-le", "ignore") + AFGEKAPT
