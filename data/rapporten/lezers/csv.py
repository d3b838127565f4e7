"""CSV files: comma, semicolon or tab."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from data.rapporten.fouten import Onleesbaar
from data.rapporten.lezers.invulblad import is_invulblad

ONGELDIG = (
    "Het CSV-bestand is niet te verdelen in kolommen; open het in een rekenprogramma en bewaar het als XLSX of ODS."
)

_SCHEIDINGEN = ";,\t"
_PROEF = 50
#: So many of the first rows have the number of columns that most have; prose with commas does not come near.
_GELIJK = 0.8
_KOPWOORD = re.compile(r"\s*(?:indicator(?:en)?|(?:19|20)\d\d)\b", re.IGNORECASE)
#: What a program that writes CSV puts before text that a spreadsheet would run; the text itself comes after it.
_SCHERM = re.compile(r"'(?=\s*[=+\-@])")


def scheiding(tekst: str, *, streng: bool) -> str | None:
    """What divides the columns, or None when the text is not laid out as CSV.

    `streng`: the name does not say CSV; then a tab proves nothing (that is text), and a head must be recognised.
    """
    gevonden: list[tuple[int, str]] = []
    for teken in _SCHEIDINGEN.replace("\t", "") if streng else _SCHEIDINGEN:
        try:
            rijen = [rij for rij in islice(_lees(tekst, teken), _PROEF) if any(rij)]
        except csv.Error:
            continue
        if is_invulblad(rijen):
            return teken
        breedten = Counter(map(len, rijen))
        breed, aantal = max(breedten.items(), key=lambda paar: paar[1], default=(0, 0))
        past = breed >= (3 if streng else 2) and aantal >= _GELIJK * len(rijen)
        kop = any(_KOPWOORD.match(cel) for cel in rijen[0]) if rijen else False
        if past and (kop or not streng):
            gevonden.append((breed, teken))
    return max(gevonden)[1] if gevonden else None


def rijen(tekst: str, teken: str) -> list[list[str]]:
    """The rows as cells. Raises Onleesbaar when a cell never ends."""
    try:
        return [[_SCHERM.sub("", cel, count=1).strip() for cel in rij] for rij in _lees(tekst, teken)]
    except csv.Error as fout:
        raise Onleesbaar(ONGELDIG) from fout


def _lees(tekst: str, teken: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(tekst, newline=""), delimiter=teken)
