"""Rows that break at the foot of a page, joined with what stands of them overleaf: only where the texts say so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from data.rapporten.document import Blok, Tabel
from data.rapporten.lezers._pdf.breuken import BREUK
from data.rapporten.lezers._pdf.tekens import VINKJES

_Rij = tuple[str, ...]


def voeg_rijen(blokken: Sequence[Blok]) -> list[Blok]:
    """The blocks with each broken row whole, in the part of the table where it begins."""
    af: list[Blok] = []
    pagina: int | None = None
    for blok in blokken:
        vorig = af[-1] if af else None
        volgende = pagina is not None and blok.pagina == pagina + 1
        if volgende and isinstance(blok, Tabel) and isinstance(vorig, Tabel):
            af[-1], rest = _voeg(vorig, blok)
            af += rest
        else:
            af.append(blok)
        pagina = blok.pagina
    return af


def _voeg(boven: Tabel, onder: Tabel) -> tuple[Tabel, list[Blok]]:
    """Two parts of a table on two pages; the second is gone when it held no more than the end of a row."""
    kop = _herhaald(boven.rijen, onder.rijen)
    if len(boven.rijen) <= max(kop, 1) or len(onder.rijen) <= kop:
        return boven, [onder]
    laatste, eerste = boven.rijen[-1], onder.rijen[kop]
    if not gaat_door(laatste, eerste):
        return boven, [onder]
    heel = tuple("\n".join(deel for deel in delen if deel) for delen in zip(laatste, eerste, strict=True))
    rest = (*onder.rijen[:kop], *onder.rijen[kop + 1 :])
    af: list[Blok] = [Tabel(rest, onder.pagina)] if len(rest) > kop else []
    return Tabel((*boven.rijen[:-1], heel), boven.pagina), af


def _herhaald(boven: Sequence[_Rij], onder: Sequence[_Rij]) -> int:
    """How many rows of head the second part repeats."""
    gelijk = takewhile(lambda paar: _plat(paar[0]) == _plat(paar[1]), zip(boven, onder, strict=False))
    return sum(1 for _ in gelijk)


def _plat(rij: _Rij) -> list[str]:
    return [" ".join(cel.replace(BREUK, "").split()) for cel in rij]


def gaat_door(boven: _Rij, onder: _Rij) -> bool:
    """Whether a row surely goes on with the last one of the page before.

    Some text goes on in the middle of a sentence; no cell opens with a sign, a number of its own, or under nothing.
    """
    if len(boven) != len(onder):
        return False
    paren = [(voor.rstrip(BREUK), na) for voor, na in zip(boven, onder, strict=True) if na]
    if any(not voor or opent_met_teken(na) or (na.isdigit() and voor.isdigit()) for voor, na in paren):
        return False
    return any(_midden_in_zin(voor, na) for voor, na in paren)


def opent_met_teken(tekst: str) -> bool:
    """Whether a text opens with what may be a verdict."""
    return tekst[:1] in VINKJES or tekst.split(maxsplit=1)[0] in ("X", "x")


def _midden_in_zin(voor: str, na: str) -> bool:
    """Whether a sentence that began with a capital goes on with a small letter."""
    begin = next((letter for letter in voor.lstrip("".join(VINKJES) + " ") if letter.isalpha()), "")
    return na[0].islower() and begin.isupper() and voor[-1] not in ".!?:;"
