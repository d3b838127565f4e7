"""What a reader sees in a cell: words and numbers in Dutch form. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from babel.numbers import format_decimal

from pagina.beeld.status import BEWIJS, ONBEKEND, STAND_ACTIE, STATUS, UITKOMST, VOLDEED, Beeld
from pagina.uitvoer.inhoud.tabel import Kolom, Waarde
from pagina.uitvoer.vormen.tekens import schoon

#: In a cell of which nothing is known: a cell is never empty.
STREEP = "–"
#: What stands under a table that has one.
STREEP_UITLEG = "– = niet bekend of niet van toepassing."
#: Columns whose cells stand at the right.
GETALLEN = frozenset({"getal", "procent"})

_LOCALE = "nl_NL"


def _beelden() -> Mapping[str, Beeld]:
    """Sign and word by code and by word; the statuses of the method go before what looks alike."""
    op_code = {**ONBEKEND, **UITKOMST, **STATUS}
    soorten = (*STAND_ACTIE.values(), *VOLDEED.values(), *op_code.values())
    return {beeld.woord: beeld for beeld in soorten} | op_code


_BEELDEN = _beelden()


def merk(kolom: Kolom, waarde: Waarde) -> Beeld | None:
    """The sign and word of a status or uitkomst; None where the cell holds something else."""
    return _BEELDEN.get(waarde) if kolom.soort == "keuze" and isinstance(waarde, str) else None


def gedrukt(kolom: Kolom, waarde: Waarde) -> str | None:
    """A cell as it is printed: '1.234', '67%', '✗ niet opgepakt', '25-11-2014', 'ja'; None where it is empty."""
    if waarde is None or (isinstance(waarde, str) and not schoon(waarde).strip()):
        return None
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, dt.date):
        return f"{waarde.day:02}-{waarde.month:02}-{waarde.year}"
    if isinstance(waarde, int | Decimal):
        return _getal(kolom, waarde)
    beeld = merk(kolom, waarde)
    return beeld.merk if beeld else schoon(BEWIJS.get(waarde, waarde) if kolom.soort == "keuze" else waarde)


def _getal(kolom: Kolom, waarde: int | Decimal) -> str:
    if kolom.soort == "jaar":
        return str(waarde)
    tekst = format_decimal(waarde, locale=_LOCALE, decimal_quantization=False)
    return f"{tekst}%" if kolom.soort == "procent" else tekst
