"""Lines of text to paragraphs and tables: by tabs, by the pipes of Markdown, else running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from data.rapporten.document import Alinea, Blok, Tabel
from data.rapporten.lezers.opmaak import kaal, kale_regel

_PIJPRIJ = re.compile(r"\s*\|.*\|\s*")
_PIJPSTREEP = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_PIJP = re.compile(r"(?<!\\)\|")
#: What stands in the head of a table that matters here.
_KOPWOORD = re.compile(
    r"(?:indicator(?:en)?|criteri(?:a|um)|thema|bevindingen|toelichting|teken)\b|(?:19|20)\d\d\b", re.IGNORECASE
)
_LANGSTE_KOP = 80

Rij = list[str]


@dataclass(frozen=True)
class Regel:
    """A line of a file: its text, its number from 1, and its page where the file has pages."""

    tekst: str
    nummer: int
    pagina: int | None = None

    @property
    def soort(self) -> str:
        """How the line is laid out: empty, a row by tabs, a row by pipes, or running text."""
        if not self.tekst.strip():
            return "rij" if "\t" in self.tekst else "leeg"
        if "\t" in self.tekst:
            return "rij"
        return "pijp" if _PIJPRIJ.fullmatch(self.tekst) else "tekst"


def met_pijpen(regels: Iterable[Regel]) -> list[Regel]:
    """The same lines, with the outer pipes that a table may leave out: `Indicator | 2013` and the lines below it.

    Two lines or more with pipes are a table where the first of them reads as a head; else they are text with a pipe.
    """
    uit: list[Regel] = []
    for heeft, groep in groupby(regels, key=lambda regel: regel.soort == "tekst" and bool(_PIJP.search(regel.tekst))):
        deel = list(groep)
        if heeft and len(deel) > 1 and _is_kop(_cellen_van_pijpen(deel[0].tekst)):
            deel = [replace(regel, tekst=f"|{regel.tekst.strip().removeprefix('|')}|") for regel in deel]
        uit += deel
    return uit


def blokken(regels: Iterable[Regel]) -> tuple[list[Blok], list[str]]:
    """The blocks in order, and in Dutch what an editor should know: rows with fewer cells than their table."""
    uit: list[Blok] = []
    opmerkingen: list[str] = []
    for (soort, pagina), groep in groupby(regels, key=lambda regel: (regel.soort, regel.pagina)):
        deel = list(groep)
        if soort == "tekst":
            gedrukt = tuple(stuk for regel in deel for stuk in _gedrukt(regel.tekst))
            uit.extend([Alinea(gedrukt, pagina)] if gedrukt else [])
        elif soort != "leeg":
            splits = _cellen_van_tabs if soort == "rij" else _cellen_van_pijpen
            rijen = [(regel.nummer, cellen) for regel in deel if (cellen := splits(regel.tekst))]
            for tabel in _uiteen(rijen):
                uit.append(Tabel(_gelijk([cellen for _, cellen in tabel]), pagina))
                opmerkingen.extend(_te_kort(tabel))
    return uit, opmerkingen


def _gedrukt(regel: str) -> list[str]:
    """The printed lines that a line of the file gives: none for a line across the page, more where markup breaks it."""
    return [stuk.rstrip() for stuk in kale_regel(regel).split("\n") if stuk.strip()]


def _cellen_van_tabs(regel: str) -> Rij:
    cellen = [kaal(cel).strip() for cel in regel.split("\t")]
    return cellen if any(cellen) else []


def _cellen_van_pijpen(regel: str) -> Rij:
    if _PIJPSTREEP.fullmatch(regel):
        return []
    kern = regel.strip().removeprefix("|").removesuffix("|")
    cellen = [kaal(cel).strip() for cel in _PIJP.split(kern)]
    return cellen if any(cellen) else []


def _uiteen(rijen: Sequence[tuple[int, Rij]]) -> list[list[tuple[int, Rij]]]:
    """Rows as tables: another number of columns starts a new table only where a head says so.

    A single row of another width is a slip of its own (a tab lost at the end), not another table.
    """
    tabellen: list[list[tuple[int, Rij]]] = []
    breed = 0
    for plaats, (nummer, rij) in enumerate(rijen):
        if not tabellen or (len(rij) != breed and _begint(rijen, plaats)):
            tabellen.append([])
            breed = 0
        tabellen[-1].append((nummer, rij))
        breed = max(breed, len(rij))
    return tabellen


def _begint(rijen: Sequence[tuple[int, Rij]], plaats: int) -> bool:
    """Whether a table starts here: a head, or the heading of a theme right above one of the same width."""
    rij = rijen[plaats][1]
    if _is_kop(rij):
        return True
    volgende = rijen[plaats + 1][1] if plaats + 1 < len(rijen) else []
    return not any(rij[1:]) and len(volgende) == len(rij) and _is_kop(volgende)


def _is_kop(rij: Rij) -> bool:
    gevuld = [cel for cel in rij if cel]
    return len(gevuld) > 1 and all(len(cel) <= _LANGSTE_KOP for cel in gevuld) and any(map(_KOPWOORD.match, gevuld))


def _gelijk(rijen: Sequence[Rij]) -> tuple[tuple[str, ...], ...]:
    """The rows made equally long, and no longer than most are or any of them fills."""
    gevuld = max((nr for rij in rijen for nr, cel in enumerate(rij, 1) if cel), default=0)
    breed = max(gevuld, _kopbreedte(rijen))
    return tuple(tuple((rij + [""] * breed)[:breed]) for rij in rijen)


def _kopbreedte(rijen: Sequence[Rij]) -> int:
    """How wide the table is meant: as most of its rows are."""
    breedten = Counter(map(len, rijen))
    return max(breedten, key=lambda breed: (breedten[breed], breed))


def _te_kort(tabel: Sequence[tuple[int, Rij]]) -> list[str]:
    """A sentence for each row of which it is not sure in which columns its cells belong."""
    breed = _kopbreedte([rij for _, rij in tabel])
    return [
        f"Regel {nummer} van het bestand heeft {len(rij)} kolommen en de rest van de tabel {breed}; "
        "kijk of elke tekst in de goede kolom staat."
        for nummer, rij in tabel
        if len(rij) != breed and any(rij[1:])
    ]
