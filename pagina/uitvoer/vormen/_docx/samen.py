"""The tables of a letter put together again into the one that they were made of. Pure; nothing read is trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pagina.uitvoer.vormen._docx.knoop import kaal

Rijen = list[list[str | None]]


@dataclass(frozen=True)
class Vorm:
    """How a table was printed: its caption, the real head of each on paper, and the columns that the caption is."""

    titel: str
    koppen: Mapping[str, str]
    vast: Mapping[str, str]


def lees_vormen(gelezen: object) -> list[Vorm]:
    """What `Deeltabel.als_json` wrote; what has another shape is left out."""
    uit = []
    for een in gelezen if isinstance(gelezen, list) else []:
        if not isinstance(een, dict):
            continue
        titel, koppen, vast = een.get("titel"), een.get("koppen"), een.get("vast")
        if isinstance(titel, str) and isinstance(koppen, list) and isinstance(vast, dict):
            paren = [paar for paar in koppen if isinstance(paar, list) and len(paar) == 2]
            uit.append(
                Vorm(
                    titel,
                    {str(kort): str(voluit) for kort, voluit in paren},
                    {str(kop): str(cel) for kop, cel in vast.items()},
                )
            )
    return uit


def samen(tabellen: Sequence[tuple[Rijen, Vorm | None]]) -> Rijen:
    """One table: the columns of the captions in front, then all that stand in any; a cell that one lacks is None."""
    geheel = [_een(rijen, vorm) for rijen, vorm in tabellen if rijen]
    if len(geheel) == 1:
        return geheel[0]
    koppen = list(dict.fromkeys(str(kop or "") for rijen in geheel for kop in rijen[0]))
    uit: Rijen = [[*koppen]]
    for kop, *rijen in geheel:
        namen = [str(naam or "") for naam in kop]
        uit += [[dict(zip(namen, rij, strict=False)).get(naam) for naam in koppen] for rij in rijen]
    return uit


def _een(rijen: Rijen, vorm: Vorm | None) -> Rijen:
    """A table with its real heads, and in front what its caption says of every row."""
    kop: list[str | None] = [kaal(een or "") for een in rijen[0]]
    if vorm is None:
        return [kop, *rijen[1:]]
    voluit = [vorm.koppen.get(een or "", een) for een in kop]
    return [[*vorm.vast, *voluit], *([*vorm.vast.values(), *rij] for rij in rijen[1:])]
