"""What can be told of rows by themselves: where heads start, what is the heading of a theme, whether columns fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data.rapporten.oordelen.kolommen import Indeling
from data.rapporten.oordelen.koppen import KopCel, lees_kop
from data.rapporten.oordelen.rooster import Kader, Rij, Vak
from data.rapporten.oordelen.tekenplaats import begint_met_teken, bevat_teken

_THEMA = re.compile(r"(?i)^(?:vervolg\s+)?(?:thema\s*(?:[0-9]+\s*)?[:.–-]?\s+|thema\s*[0-9]*\s*:\s*)(?=\S)")
VERVOLG = re.compile(r"(?i)^vervolg\s+|\s*\((?:vervolg|slot)\)$")


def thema_van(tekst: str, kader: Kader) -> str | None:
    """The theme as printed, when a text is the heading of one ("Thema: In zorg", or a thema of the kader)."""
    kern = VERVOLG.sub("", tekst.strip().rstrip(":"))
    if _THEMA.match(tekst) and len(tekst) <= 90:
        return _THEMA.sub("", tekst).strip()
    return kern if kern and len(kern) <= 90 and kader.thema(kern) else None


def stukken(rijen: Sequence[Rij], kader: Kader) -> list[tuple[list[KopCel] | None, int, int, int]]:
    """(head, its length, where it starts, where its rows end) per head, and at the end the rows without one."""
    koppen: list[tuple[list[KopCel], int, int]] = []
    nummer = 0
    while nummer < len(rijen):
        kop = lees_kop(rijen, nummer)
        if kop:
            koppen.append((kop[0], kop[1], nummer))
        nummer += kop[1] if kop else 1
    gevonden: list[tuple[list[KopCel] | None, int, int, int]] = []
    for volgorde, (cellen, lengte, begin) in enumerate(koppen):
        einde = koppen[volgorde + 1][2] if volgorde + 1 < len(koppen) else len(rijen)
        # a theme heading right above the next head belongs to that head
        while volgorde + 1 < len(koppen) and einde - 1 >= begin + lengte and hoort_onder(rijen[einde - 1], kader):
            einde -= 1
        gevonden.append((cellen, lengte, begin, einde))
    return gevonden or [(None, 0, len(rijen), len(rijen))]


def los_van_kop(rij: Rij, kop: Rij | None) -> list[Rij]:
    """A repeated head that took in the rest of a row from the page before, as a head and that row; else the row."""
    if kop is None or len(kop.vakken) != len(rij.vakken):
        return [rij]
    rest = [_na_kop(vak, boven.plat) for vak, boven in zip(rij.vakken, kop.vakken, strict=True)]
    if None in rest or not any(rest) or kop.pagina in {None, rij.pagina}:
        return [rij]
    delen = (Vak(tekst or "", vak.plek) for vak, tekst in zip(rij.vakken, rest, strict=True))
    return [replace(rij, vakken=kop.vakken), replace(rij, vakken=tuple(delen))]


def _na_kop(vak: Vak, kop: str) -> str | None:
    """What a cell says after the words of its head; None when it does not start with them."""
    plat = vak.plat
    heel = plat == kop or plat.startswith(f"{kop} ") or not kop
    return plat[len(kop) :].strip() if heel else None


def hoort_onder(rij: Rij, kader: Kader) -> bool:
    """Whether a row right above a head is a heading over it: one short text and no indicator of the kader."""
    teksten = {rij.tekst(kolom) for kolom in rij.gevuld}
    tekst = next(iter(teksten)) if len(teksten) == 1 else ""
    kort = bool(tekst) and len(tekst) <= 80 and not tekst.endswith(".") and not bevat_teken(tekst)
    return kort and not kader.is_indicator(tekst)


def plat(rij: Rij) -> str:
    """The texts of a row as one."""
    return " ".join(dict.fromkeys(rij.tekst(kolom) for kolom in rij.gevuld))


def past(indeling: Indeling, rijen: Sequence[Rij]) -> bool:
    """Whether the signs of rows stand where the columns say that verdicts are."""
    eigen = {kolom for oordeel in indeling.oordelen for kolom in oordeel.eigen}
    for kolom in range(max((len(rij.vakken) for rij in rijen), default=0)):
        gevuld = [rij.tekst(kolom) for rij in rijen if rij.tekst(kolom)]
        tekens = sum(begint_met_teken(tekst) for tekst in gevuld)
        if kolom not in eigen and tekens and 2 * tekens >= len(gevuld):
            return False
    return True
