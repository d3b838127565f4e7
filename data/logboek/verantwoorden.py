"""What the audit trail says of leveringen, and how it stays true whenever the machine stops.

Before a levering takes its place the trail says that this is about to happen (`voornemen`, with the checksum of the
levering); when it stands there, it says what happened. So nothing comes in that the trail does not name, and it claims
nothing that did not happen. Who is stopped between the two leaves a voornemen without an outcome: whoever next changes
the store or reads the trail looks whether the levering is there, and adds the outcome. What was accepted before there
was a trail is added in the same way, from the levering's own aanvaarding.csv.

A line tells which rapporten and gemeenten the levering is about, and the datasetversies when it had come in. Lines from
before that lack it. The first is then read from the leveringen, which never go away by themselves; the second is not.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import Path

from data.bouw.bouwen import alle_mappen
from data.fouten import Bezet, LogboekDicht
from data.instellingen import instellingen
from data.levering import controlegetallen
from data.levering.leveringen import VERSIE, VERSIE_MET_CONCEPT, Levering, koppen, versies, zoek
from data.levering.vorm import lees, tabellen
from data.logboek import logboek
from data.logboek.inhoud import GEMEENTEN, Inhoud
from data.logboek.logboek import NIET_AANGEMELD, NIET_DOORGEGAAN, VAN_LEVERING, VOORNEMEN, Boek, Gebeurtenis, Regel, Wie
from data.slot import alleen

#: What a levering has that was accepted with the product.
_AANVAARDING = "aanvaarding.csv"
#: In the gegevens of a line: the levering that came in, and the checksum over its checksums (controlegetallen.txt).
LEVERING, CONTROLEGETAL = "levering", "controlegetal"
#: And the moment that the levering itself gives, before it was tried out: the line is written some seconds later.
MOMENT = "moment"
_WAT = "wat"
#: The kinds of lines that are about a levering.
OVER_LEVERING = frozenset({*VAN_LEVERING, VOORNEMEN, NIET_DOORGEGAAN})


def neem_voor(map_: Path, alle: Sequence[Levering], *, door: str, wie: Wie) -> Gebeurtenis:
    """Write that the levering in this folder is about to come in, and return what is to be written when it has.

    `alle`: every levering there is, read whole; `door`: the name in the levering. Raises LogboekDicht: then it must not
    come in.
    """
    levering = zoek([map_])[0][0]
    samen = [*alle, levering]
    uitkomst = _gebeurtenis(levering, alle, Inhoud(samen), door=door, wie=wie)
    erbij = {MOMENT: _aanvaarding(levering).get("aanvaard_om", ""), **versies(samen)}
    uitkomst = replace(uitkomst, gegevens={**uitkomst.gegevens, **erbij})
    logboek.schrijf(replace(uitkomst, soort=VOORNEMEN, gegevens={_WAT: uitkomst.soort, **uitkomst.gegevens}))
    return uitkomst


def gedaan(uitkomst: Gebeurtenis) -> None:
    """Write that it came in. Where that fails the voornemen stands there, and the outcome is added later."""
    with contextlib.suppress(LogboekDicht):
        logboek.schrijf(uitkomst)


def werk_bij(alle: Sequence[Levering]) -> None:
    """Add the outcomes that are missing; only for who holds the lock of the store. Raises LogboekDicht."""
    for uitkomst in _ontbreekt(logboek.lees(), alle):
        logboek.schrijf(uitkomst)


def lees_bijgewerkt() -> tuple[Boek, list[str]]:
    """The trail with every outcome that can be known, and in Dutch what the leveringen in store say against it.

    A line from before it was written down tells what its levering is about, where that is still here.
    While somebody is at work in the store, or nothing can be written, it is read as it stands. Raises LogboekDicht.
    """
    alle, boek = koppen(alle_mappen()), logboek.lees()
    if _ontbreekt(boek, alle):
        with contextlib.suppress(Bezet, LogboekDicht, OSError), alleen(instellingen().leveringen, wacht=False):
            alle = koppen(alle_mappen())
            werk_bij(alle)
        boek = logboek.lees()
    return _met_inhoud(boek, alle), vergelijk(boek, alle)


def vergelijk(boek: Boek, alle: Iterable[Levering]) -> list[str]:
    """Which leveringen are gone or were changed since the trail told of them, as Dutch sentences.

    A levering of which the facts were changed, the build refuses. Who changes its checksums with them, is found here.
    """
    laatste: dict[str, Gebeurtenis] = {}
    for regel in boek.regels:
        if regel.wat.soort in VAN_LEVERING:
            laatste[_levering_van(regel.wat)] = regel.wat
    hier = {lev.id: lev for lev in alle}
    zinnen = []
    for naam, wat in laatste.items():
        if naam not in hier:
            zinnen.append(f"Levering ‘{naam}’ staat in het logboek, maar niet meer tussen de leveringen.")
        elif _controlegetal(hier[naam]) != wat.gegevens.get(CONTROLEGETAL):
            zinnen.append(f"Levering ‘{naam}’ is veranderd sinds het logboek haar noemde.")
    return zinnen


def _ontbreekt(boek: Boek, alle: Iterable[Levering]) -> list[Gebeurtenis]:
    """The outcomes that the trail lacks."""
    open_: dict[str, Gebeurtenis] = {}
    verteld: set[str] = set()
    for regel in boek.regels:
        if regel.wat.soort == VOORNEMEN:
            open_[_levering_van(regel.wat)] = regel.wat
        elif regel.wat.soort in {*VAN_LEVERING, NIET_DOORGEGAAN}:
            open_.pop(_levering_van(regel.wat), None)
            verteld |= {_levering_van(regel.wat)} if regel.wat.soort in VAN_LEVERING else set()
    alle = list(alle)
    hier = {lev.id: lev for lev in alle if lev.map is not None and (lev.map / _AANVAARDING).is_file()}
    ontbreekt = [_uitkomst(voornemen, gelukt=naam in hier) for naam, voornemen in open_.items()]
    return ontbreekt + _van_vroeger([lev for naam, lev in hier.items() if naam not in verteld | open_.keys()], alle)


def _van_vroeger(leveringen: Iterable[Levering], alle: Sequence[Levering]) -> list[Gebeurtenis]:
    """What leveringen say themselves of who accepted them and when, in that order."""
    gevonden = []
    inhoud = Inhoud(alle)
    for lev in leveringen:
        aanvaarding = _aanvaarding(lev)
        wat = _gebeurtenis(lev, alle, inhoud, door=aanvaarding.get("aanvaard_door", ""))
        om = aanvaarding.get("aanvaard_om", "")
        gevonden.append((om, lev.id, replace(wat, gegevens={**wat.gegevens, "aanvaard_om": om})))
    return [wat for _, _, wat in sorted(gevonden, key=itemgetter(0, 1))]


def _uitkomst(voornemen: Gebeurtenis, *, gelukt: bool) -> Gebeurtenis:
    """The outcome of what was about to happen."""
    weg = {_WAT} if gelukt else {VERSIE, VERSIE_MET_CONCEPT}
    gegevens = {naam: waarde for naam, waarde in voornemen.gegevens.items() if naam not in weg}
    return replace(voornemen, soort=str(voornemen.gegevens[_WAT]) if gelukt else NIET_DOORGEGAAN, gegevens=gegevens)


def _met_inhoud(boek: Boek, alle: Sequence[Levering]) -> Boek:
    """The trail in which lines that do not say it tell what their levering is about, as far as these leveringen do."""
    inhoud, hier = Inhoud(alle), {lev.id: lev for lev in alle}

    def aangevuld(regel: Regel) -> Regel:
        wat, naam = regel.wat, _levering_van(regel.wat)
        if wat.soort not in OVER_LEVERING or GEMEENTEN in wat.gegevens:
            return regel
        # what did not go through may have left its name to another
        is_deze = naam in hier and _controlegetal(hier[naam]) == wat.gegevens.get(CONTROLEGETAL)
        erbij = inhoud.van(naam if is_deze else wat.waarover if wat.waarover != naam else "")
        return replace(regel, wat=replace(wat, gegevens={**wat.gegevens, **(erbij or {})}))

    return replace(boek, regels=tuple(aangevuld(regel) for regel in boek.regels))


def _gebeurtenis(
    levering: Levering, alle: Iterable[Levering], inhoud: Inhoud, *, door: str, wie: Wie = NIET_AANGEMELD
) -> Gebeurtenis:
    """What it means that this levering comes in: that follows from what it replaces, and from nothing else."""
    oud = next((lev for lev in alle if lev.id == levering.vervangt), None)
    soort = "vervangen" if levering.vervangt else "aanvaard"
    if levering.is_intrekking:
        soort = "ingetrokken"
    elif oud is not None and oud.is_concept and not levering.is_concept:
        soort = "openbaar gemaakt"
    gegevens = {LEVERING: levering.id, CONTROLEGETAL: _controlegetal(levering), "concept": levering.is_concept}
    if levering.vervangt:
        gegevens |= {"vervangt": levering.vervangt, "reden": levering.reden}
    if wie.door not in {"", door}:
        gegevens["naam"] = door
    gegevens |= inhoud.van(levering.id) or {}
    return Gebeurtenis(soort, levering.vervangt or levering.id, wie.door or door, wie.rol, gegevens)


def _levering_van(wat: Gebeurtenis) -> str:
    return str(wat.gegevens.get(LEVERING, ""))


def _controlegetal(levering: Levering) -> str:
    """The checksum of its file of checksums, and so of every file in it; empty where that is not there."""
    pad = levering.map / controlegetallen.BESTAND if levering.map is not None else None
    return controlegetallen.som(pad) if pad is not None and pad.is_file() else ""


def _aanvaarding(levering: Levering) -> dict[str, str]:
    """Its row of aanvaarding.csv, of a levering of which only the head was read."""
    if levering.map is None:
        return {}
    rijen = lees(levering.map / _AANVAARDING, _AANVAARDING).rijen()
    return next((dict(zip(tabellen()["aanvaarding"], rij, strict=True)) for rij in rijen), {})
