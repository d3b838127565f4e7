"""A sheet of a workbook as a report prints it: lines above a table, sign and toelichting in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.rapporten.document import Alinea, Blok, Tabel
from data.rapporten.lezers.invulblad import voeg_samen

_INDICATOR = re.compile(r"\s*indicator(?:en)?\b", re.IGNORECASE)
_TOELICHTING = re.compile(r"\s*(?:toelichting|bevinding(?:en)?|motivering|onderbouwing)\b", re.IGNORECASE)
_GEEN_TEKEN = re.compile(r"\s*(?:indicator|criteri|thema|id|nr|nummer)(?:en|um|a)?\b", re.IGNORECASE)
_JAAR = re.compile(r"(?:19|20)\d\d\b")
_STANDAARDNAAM = re.compile(r"(?:blad|sheet|werkblad|tabelle)\s?\d*", re.IGNORECASE)
#: Longer than this is no sign but text.
_LANGSTE_TEKEN = 12

Rij = list[str]


def van_blad(naam: str, rijen: Sequence[Sequence[str]]) -> list[Blok]:
    """The blocks of one sheet: its name where it has one of its own, lines above the table, the table.

    Empty rows and columns are left out. A column with only signs and the column of toelichting right of it become one.
    """
    gevuld = _zonder_lege_kolommen([list(rij) for rij in rijen if any(rij)])
    begin = next((nummer for nummer, rij in enumerate(gevuld) if sum(map(bool, rij)) > 1), len(gevuld))
    blokken: list[Blok] = [Alinea((naam.strip(),))] if gevuld and _eigen_naam(naam) else []
    for rij in gevuld[:begin]:
        blokken.extend(Alinea(tuple(cel.split("\n"))) for cel in rij if cel)
    tabel = _samengevoegd(gevuld[begin:])
    return [*blokken, *([Tabel(tuple(map(tuple, tabel)))] if tabel else [])]


def _eigen_naam(naam: str) -> bool:
    """Whether someone gave the sheet its name."""
    return bool(naam.strip()) and not _STANDAARDNAAM.fullmatch(naam.strip())


def _zonder_lege_kolommen(rijen: list[Rij]) -> list[Rij]:
    breed = max(map(len, rijen), default=0)
    gelijk = [rij + [""] * (breed - len(rij)) for rij in rijen]
    kolommen = [kolom for kolom in range(breed) if any(rij[kolom] for rij in gelijk)]
    return [[rij[kolom] for kolom in kolommen] for rij in gelijk]


def _samengevoegd(rijen: list[Rij]) -> list[Rij]:
    """The table with each pair of sign and toelichting as one column. Without a head there are no pairs."""
    kop = next((nummer for nummer, rij in enumerate(rijen) if any(map(_INDICATOR.match, rij))), None)
    if kop is None:
        return rijen
    jaren = _jaren_erboven(rijen, kop)
    paren = [kolom for kolom in range(1, len(rijen[kop])) if _is_paar(rijen, kop, kolom)]
    uit: list[Rij] = []
    for nummer, rij in enumerate(rijen):
        if nummer == kop - 1 and jaren:
            continue
        cellen = list(rij)
        if nummer == kop:
            cellen = [f"{jaar} {cel}".strip() if jaar not in cel else cel for jaar, cel in _met(jaren, rij)]
        for kolom in paren:
            links, rechts = cellen[kolom - 1], cellen[kolom]
            is_kop = nummer <= kop
            cellen[kolom] = (links if _JAAR.search(links) else rechts) if is_kop else voeg_samen(links, rechts)
        uit.append([cel for kolom, cel in enumerate(cellen) if kolom + 1 not in paren])
    return uit


def _met(jaren: list[str], rij: Rij) -> list[tuple[str, str]]:
    return list(zip(jaren or [""] * len(rij), rij, strict=True))


def _jaren_erboven(rijen: list[Rij], kop: int) -> list[str]:
    """Heads a row higher, over several columns ("2013" over sign and toelichting); empty when there are none."""
    erboven = rijen[kop - 1] if kop else []
    indicator = next(kolom for kolom, cel in enumerate(rijen[kop]) if _INDICATOR.match(cel))
    if not any(_JAAR.match(cel) for cel in erboven) or any(erboven[: indicator + 1]):
        return []
    jaren, jaar = [], ""
    for cel in erboven:
        jaar = cel or jaar
        jaren.append(jaar)
    return jaren


def _is_paar(rijen: list[Rij], kop: int, kolom: int) -> bool:
    """Whether a column is the toelichting of the signs left of it."""
    links, rechts = rijen[kop][kolom - 1], rijen[kop][kolom]
    if not _TOELICHTING.match(rechts) or _TOELICHTING.match(links) or _GEEN_TEKEN.match(links):
        return False
    tekens = [rij[kolom - 1] for rij in rijen[kop + 1 :] if rij[kolom - 1]]
    return bool(tekens) and all(len(teken) <= _LANGSTE_TEKEN for teken in tekens)
