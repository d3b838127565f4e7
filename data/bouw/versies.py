"""An old datasetversie made again: which leveringen it was made of, and which ones led from one version to another.

Accepted leveringen never change, and what was replaced or taken back stays: every version that ever was in force can be
found by taking the leveringen in the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from data.bouw.bouwen import alle_mappen, bouw_bewaard
from data.bouw.maken import Keus, bouwwijze, kies
from data.fouten import Fout, LeveringGeweigerd, OnbekendeVersie
from data.gebouwd.openen import huidig
from data.instellingen import instellingen
from data.levering.leveringen import Levering, datasetversie, van_kracht, zoek


@dataclass(frozen=True)
class Versiestap:
    """A datasetversie, and the leveringen that made it out of the one before."""

    versie: str
    leveringen: tuple[Levering, ...]


def bouw_versie(versie: str, *, concept: bool = False, mappen: Sequence[Path] | None = None) -> Path:
    """The database of a datasetversie: a current one, or one that is built once and kept among the last few.

    Only with `concept` may it hold concept leveringen. `mappen` as for `bouw`. Raises OnbekendeVersie when the
    leveringen that are here do not make it, or not any more by the rules of now.
    """
    keus = _keus(versie, *zoek(alle_mappen(mappen)), concept=concept)
    staat_er_al = huidig(instellingen().map, versie, bouwwijze(), keus.bekend, alles=keus.concept)
    return staat_er_al or _bouw(keus)


def versie_op(dag: date, *, concept: bool = False, mappen: Sequence[Path] | None = None) -> str:
    """The datasetversie that was in force at the end of a day."""
    return _versie([lev for lev in zoek(alle_mappen(mappen))[0] if lev.aanvaard_op <= dag], concept=concept)


def reeks(
    van_versie: str, naar_versie: str, *, concept: bool = False, mappen: Sequence[Path] | None = None
) -> list[Versiestap]:
    """The datasetversies after `van_versie` up to and including `naar_versie`, each with the leveringen that made it.

    Nothing when the two are the same. With `concept` concept leveringen count at every step, without it at none. Raises
    OnbekendeVersie when one of the two cannot be made of the leveringen that are here, or did not come in this order.
    """
    if van_versie == naar_versie:
        return []
    leveringen = zoek(alle_mappen(mappen))[0]
    gehad = next(_gevonden(van_versie, leveringen, concept=concept), None)
    if gehad is None:
        raise _onbekend(van_versie)
    namen = {lev.naam for lev in gehad}
    later = (deel for deel in _gevonden(naar_versie, leveringen, concept=concept) if namen < {lev.naam for lev in deel})
    doel = next(later, None)
    if doel is None:
        raise OnbekendeVersie(
            f"Datasetversie {naar_versie} kwam niet na {van_versie}, of is niet te maken van de leveringen die hier "
            "zijn."
        )
    stappen: list[Versiestap] = []
    vorige, erbij = van_versie, []
    for moment in _momenten([lev for lev in doel if lev.naam not in namen]):
        gehad = [*gehad, *moment]
        erbij += [lev for lev in moment if concept or not lev.is_concept]
        versie = _versie(gehad, concept=concept)
        if versie != vorige:
            stappen.append(Versiestap(versie, tuple(erbij)))
            vorige, erbij = versie, []
    return stappen


def _keus(versie: str, leveringen: list[Levering], fouten: list[Fout], *, concept: bool) -> Keus:
    """What goes into this datasetversie, without the faults of what came later."""
    for ook_concept in (False, True)[: 1 + concept]:
        deel = next(_gevonden(versie, leveringen, concept=ook_concept), None)
        if deel is not None:
            namen = {lev.naam for lev in deel}
            van_later = {fout for lev in leveringen if lev.naam not in namen for fout in lev.fouten}
            return kies(deel, [fout for fout in fouten if fout not in van_later], concept=ook_concept)
    raise _onbekend(versie)


def _bouw(keus: Keus) -> Path:
    try:
        return bouw_bewaard(keus).bestand
    except LeveringGeweigerd as geweigerd:
        raise OnbekendeVersie(
            f"Datasetversie {keus.versie} is hier bekend, maar haar leveringen doorstaan de controles van nu niet: "
            f"{geweigerd.fouten[0]} Maak haar met de versie van dit product van toen."
        ) from geweigerd


def _onbekend(versie: str) -> OnbekendeVersie:
    return OnbekendeVersie(
        f"Datasetversie {versie} is niet te maken van de leveringen die hier zijn. Kijk of de versie goed is "
        "overgenomen, of alle leveringen van toen er nog onveranderd staan, en of zij gegevens meetelt die niet "
        "openbaar zijn."
    )


def _gevonden(versie: str, leveringen: list[Levering], *, concept: bool) -> Iterator[list[Levering]]:
    """All the leveringen there were when this datasetversie was in force, for each time that it was."""
    return (deel for deel in _verzamelingen(leveringen) if _versie(deel, concept=concept) == versie)


def _versie(leveringen: list[Levering], *, concept: bool) -> str:
    return datasetversie(van_kracht(leveringen, None, concept=concept)[0])


def _verzamelingen(leveringen: list[Levering]) -> Iterator[list[Levering]]:
    """The leveringen that there may have been at one time, the likely sets first.

    What came with the product counts from the day it was installed, which nobody wrote down and which may be later
    than the day of its acceptance; so the order of those days comes first, and then every mix with what was accepted
    here.
    """
    yield from _opgeteld(_momenten(leveringen))
    hier = list(_opgeteld(_momenten([lev for lev in leveringen if lev.aanvaarding])))
    for mee in _opgeteld(_momenten([lev for lev in leveringen if not lev.aanvaarding])):
        yield mee
        yield from (mee + deel for deel in hier)


def _opgeteld(momenten: list[list[Levering]]) -> Iterator[list[Levering]]:
    """After each moment, all leveringen up to then."""
    deel: list[Levering] = []
    for moment in momenten:
        deel = [*deel, *moment]
        yield deel


def _momenten(leveringen: list[Levering]) -> list[list[Levering]]:
    """The leveringen by the moment they were accepted, the first first; on one day those without an hour come first."""
    wanneer = attrgetter("moment")
    return [list(moment) for _, moment in groupby(sorted(leveringen, key=wanneer), key=wanneer)]
