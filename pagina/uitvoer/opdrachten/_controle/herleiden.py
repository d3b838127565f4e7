"""Which levering changed what: the datasetversies between two, and the first in which each cell was another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import queries
from data.bouw.versies import Versiestap, reeks
from data.fouten import NietTeOpenen, OnbekendeVersie
from data.levering.leveringen import Levering
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.opdrachten._controle.vergelijken import Blad, Herkenning, Verandering, van_tabel, vergelijk
from pagina.uitvoer.opdrachten._controle.vraagstelling import Vraagstelling


@dataclass(frozen=True)
class Oorzaak:
    """The leveringen that came in at one moment, the datasetversie that they made, and what they changed."""

    versie: str
    leveringen: tuple[Levering, ...]
    veranderingen: tuple[Verandering, ...]


def herleid(
    vraagstelling: Vraagstelling,
    van: tuple[str, Blad],
    naar: tuple[str, Blad],
    rij: Herkenning,
    *,
    concept: bool,
) -> list[Oorzaak]:
    """What changed from one version to another, by the leveringen that changed it, the earliest first.

    van, naar: a datasetversie and its table, in the same columns. A cell that changed more than once stands under each
    of them; one that is in the end what it was, under none. Raises OnbekendeVersie where the way is not known.
    """
    stappen = reeks(van[0], naar[0], concept=concept)
    netto = {verandering.plek for verandering in vergelijk(van[1], naar[1], rij)}
    rijen = {sleutel_ for sleutel_, kolom in netto if not kolom}
    bladen = {0: van[1], len(stappen): naar[1]}

    def blad(nr: int) -> Blad:
        if nr not in bladen:
            bladen[nr] = _blad(vraagstelling, stappen[nr - 1].versie, van[1].koppen, concept=concept)
        return bladen[nr]

    return [
        Oorzaak(stappen[nr - 1].versie, _leveringen(stappen, nr), tuple(eigen))
        for nr in _waar(blad, 0, len(stappen))
        if (
            eigen := [
                een for een in vergelijk(blad(nr - 1), blad(nr), rij) if een.plek in netto or een.sleutel in rijen
            ]
        )
    ]


def _leveringen(stappen: Sequence[Versiestap], nr: int) -> tuple[Levering, ...]:
    return stappen[nr - 1].leveringen


def _waar(blad: Callable[[int], Blad], van: int, naar: int) -> list[int]:
    """The steps at which the table changes. Where both ends are the same, what is between leaves nothing behind."""
    if van == naar or sorted(blad(van).rijen) == sorted(blad(naar).rijen):
        return []
    if naar - van == 1:
        return [naar]
    midden = (van + naar) // 2
    return _waar(blad, van, midden) + _waar(blad, midden, naar)


def _blad(vraagstelling: Vraagstelling, versie: str, koppen: Sequence[str], *, concept: bool) -> Blad:
    """The table of a version on the way; without rows where it does not hold what was chosen."""
    try:
        stuk = vraagstelling.stel(queries.bron_versie(versie, alles=concept))
    except (UitvoerGeweigerd, NietTeOpenen, OnbekendeVersie):
        return Blad(tuple(koppen), [])
    return van_tabel(stuk.tabel).in_kolommen(koppen)
