"""Publishing: build as always, with every check, then put what was built into the lake that several machines share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from data.bouw.bouwen import Gebouwd, alle_mappen, bouw, bouw_bewaard
from data.bouw.maken import bouwwijze, kies
from data.fouten import LakeDicht, LeveringGeweigerd, NietGepubliceerd
from data.instellingen import instellingen
from data.lake import lake
from data.lake.volgen import volg_nu
from data.levering.leveringen import zoek


@dataclass(frozen=True)
class Gepubliceerd:
    """What was built, and whether it was published; not `nieuw` when the lake held it already."""

    gebouwd: Gebouwd
    nieuw: bool


def publiceer(
    waar: str,
    *,
    mappen: Sequence[Path] | None = None,
    bestanden: Path | None = None,
    minder: bool = False,
    klaar: Mapping[str, Path] | None = None,
) -> Gepubliceerd:
    """Build what is current, publicly and with concept leveringen, and make it the latest snapshot of a lake.

    The pointers of this machine's folder stay as they are. `mappen` and `klaar` as for `bouw`, `bestanden` and `minder`
    as for `lake.publiceer`. Faults in concept leveringen stand in the result, and stop only those. Raises
    LeveringGeweigerd, LakeDicht, Bezet or NietGepubliceerd; the lake is then as it was.
    """
    leveringen, fouten = zoek(alle_mappen(mappen))
    publiek, alles = (kies(leveringen, fouten, concept=concept) for concept in (False, True))
    gebouwd = bouw_bewaard(publiek, klaar)
    try:
        een = alles.versie == publiek.versie and not alles.fouten
        gebouwd = replace(gebouwd, alles=gebouwd if een else bouw_bewaard(alles, klaar))
    except LeveringGeweigerd as geweigerd:
        gebouwd = replace(gebouwd, concept_fouten=tuple(geweigerd.fouten))
    alles_versie = gebouwd.alles.datasetversie if gebouwd.alles is not None else gebouwd.datasetversie
    nieuw = lake.publiceer(
        waar,
        lake.Publicatie(0, gebouwd.datasetversie, alles_versie, bouwwijze()),
        openbaar=gebouwd.bestand,
        alles=gebouwd.alles.bestand if gebouwd.alles is not None else None,
        bestanden=bestanden,
        minder=minder,
    )
    return Gepubliceerd(gebouwd, nieuw)


def maak_huidig(klaar: Mapping[str, Path]) -> Gebouwd:
    """Let everyone see what is in store now: on one machine by building, where a lake is shared by publishing.

    Raises what `bouw` raises, or NietGepubliceerd.
    """
    waar = instellingen().opslag
    if not waar:
        return bouw(klaar=klaar)
    try:
        gepubliceerd = publiceer(waar, klaar=klaar)
    except LakeDicht as dicht:
        raise NietGepubliceerd(str(dicht)) from None
    volg_nu()
    return gepubliceerd.gebouwd
