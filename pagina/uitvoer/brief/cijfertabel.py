"""The table of a letter: per gemeente, thema or indicator what was found and what became of it, or each oordeel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pagina.beeld.zinnen import procent
from pagina.uitvoer.brief.keuze import PER, Per
from pagina.uitvoer.inhoud.kolommen import kolom
from pagina.uitvoer.inhoud.tabel import Kolom, Rij, Tabel, Waarde, tabel

#: The counts, in the order of a reader; queries/cijfers.sql and totalen.sql give them under these names.
TELLINGEN = (
    "vastgesteld", "beoordeeld", "opgepakt", "getoetst", "verteld", "deels_opgepakt", "niet_opgepakt",
    "niet_beoordeeld", "nog_niet_hertoetst", "vervallen",
)  # fmt: skip
#: Stands beside the first of them where some were found before the first year of a part.
EERDER = "eerder_vastgesteld"
#: Those that nobody knows as long as nothing was assessed.
_PAS_NA_OORDEEL = frozenset({"opgepakt", "getoetst", "verteld", "deels_opgepakt", "niet_opgepakt"})
TOTAAL = "Totaal"
_VAN_BEOORDEELD = Kolom(
    "procent_beoordeeld",
    "% van beoordeeld",
    "Opgepakt als deel van wat later is beoordeeld, in hele procenten; leeg als niets is beoordeeld.",
    "procent",
    "procent",
)
_VAN_VASTGESTELD = Kolom(
    "procent_vastgesteld",
    "% van vastgesteld",
    "Opgepakt als deel van alle vastgestelde verbeterpunten, ook die waarvan de stand onbekend is, in hele procenten; "
    "leeg als niets is beoordeeld.",
    "procent",
    "procent",
)
_GROEP: Mapping[Per, Kolom] = {
    "gemeente": Kolom("groep", "Gemeente", "De gemeente waar de verbeterpunten zijn vastgesteld.", "tekst"),
    "thema": Kolom("groep", "Thema", "Het thema van het kader.", "tekst"),
    "indicator": Kolom("groep", "Indicator", "De indicator van het kader.", "tekst"),
}
#: What stands before the group where a letter holds more than one kader or pair of years.
_DEEL = (
    Kolom("kader", "Kader", "Het kader waaraan is getoetst.", "tekst"),
    Kolom("periode", "Periode", "De jaren van de eerste en de latere meting.", "tekst"),
)


def cijfertabel(delen: Sequence[tuple[str, str, Sequence[Mapping[str, Any]], Mapping[str, Any]]], per: Per) -> Tabel:
    """One row per group for each part of the letter: (kader, periode, rows of cijfers.sql, its total), and its total.

    A single group is its own total. No total over parts: kaders and pairs of years are never added up.
    """
    meer = len(delen) > 1
    boven = [Kolom("thema", "Thema", "Het thema waaronder de indicator valt.", "tekst")] if per == "indicator" else []
    namen = list(TELLINGEN)
    if any(totaal[EERDER] for *_, totaal in delen):
        namen.insert(1, EERDER)
    tellingen = [kolom("cijfers", naam) for naam in namen]
    kolommen = [*(_DEEL if meer else ()), *boven, _GROEP[per], *tellingen, _VAN_BEOORDEELD, _VAN_VASTGESTELD]
    rijen: list[Rij] = []
    for kader, periode, groepen, totaal in delen:
        voor: tuple[Waarde, ...] = (kader, periode) if meer else ()
        for groep in groepen:
            naam = (groep["groep_boven"], groep["groep_voluit"]) if boven else (groep["groep"],)
            rijen.append((*voor, *naam, *_cijfers(groep, namen)))
        if len(groepen) > 1:
            rijen.append((*voor, *(("",) if boven else ()), TOTAAL, *_cijfers(totaal, namen)))
    return tabel("cijfers", f"Verbeterpunten {PER[per]}", kolommen, rijen)


def _cijfers(telling: Mapping[str, Any], namen: Sequence[str]) -> Iterator[Waarde]:
    """The counts and both shares; where nothing was assessed, what was picked up is not known, and so not zero."""
    opgepakt, beoordeeld, vastgesteld = (int(telling[naam]) for naam in ("opgepakt", "beoordeeld", "vastgesteld"))
    for naam in namen:
        yield int(telling[naam]) if beoordeeld or naam not in _PAS_NA_OORDEEL else None
    yield procent(opgepakt, beoordeeld)
    yield procent(opgepakt, vastgesteld) if beoordeeld else None
