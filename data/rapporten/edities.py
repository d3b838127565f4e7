"""What tells edities of a kader apart, and which rapporten used them: what an editor must know to choose one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.rapporten.bekend import Bekend, Indicator, geheel
from data.rapporten.herkenning.koppelen import Kaderkennis, kies_editie
from data.rapporten.herkenning.overeenkomst import gewoon

#: One indicator in every editie that has it, by editie_id.
Rij = dict[str, Indicator]


@dataclass(frozen=True)
class Overgang:
    """From one editie to a later one: how many indicatoren stay as they are, are worded otherwise, come, and go."""

    van: str
    naar: str
    gelijk: int
    anders: int
    erbij: int
    weg: int


@dataclass(frozen=True)
class Gebruik:
    """An accepted rapport and the editie of its latest meting. `gepubliceerd` may be partial, `gemeente` many."""

    editie_id: str
    gemeente: tuple[str, ...]
    uitgever: str
    gepubliceerd: str


def mogelijk(bekend: Bekend, gedrukt: Sequence[str], gekozen: str) -> list[str]:
    """The edities that may be meant, oldest first: those that the printed indicatoren fit as well as one another.

    Where they fit one alone, or are none: every editie of the kader of the chosen one.
    """
    keuze = kies_editie(bekend, gedrukt)
    passend = {keuze.editie_id, *keuze.ook} if keuze.ook else set()
    kaders = {rij["editie_id"]: rij["kader_id"] for rij in bekend.tabel("edities")}
    return [
        rij["editie_id"]
        for rij in sorted(bekend.tabel("edities"), key=lambda rij: (rij["kader_id"], geheel(rij["volgorde"])))
        if (rij["editie_id"] in passend if passend else rij["kader_id"] == kaders.get(gekozen))
    ]


def naast_elkaar(bekend: Bekend, edities: Sequence[str]) -> list[Rij]:
    """Every indicator of these edities once, in the order of the first.

    Two are the same where indicator_gelijk ties them, also by way of another editie, or where they have the same words.
    """
    begrip = _begrippen(bekend)
    rijen: list[Rij] = []
    van_begrip: dict[str, Rij] = {}
    van_woorden: dict[str, Rij] = {}
    for indicator in (i for editie_id in edities for i in bekend.indicatoren() if i.editie_id == editie_id):
        eigen, woorden = begrip[indicator.indicator_id], gewoon(indicator.indicator)
        rij = van_begrip.get(eigen) or van_woorden.get(woorden)
        if rij is None or indicator.editie_id in rij:
            rij = {}
            rijen.append(rij)
        rij[indicator.editie_id] = indicator
        van_begrip.setdefault(eigen, rij)
        van_woorden.setdefault(woorden, rij)
    return rijen


def overgangen(rijen: Sequence[Rij], edities: Sequence[str]) -> list[Overgang]:
    """What changed from each of these edities to the next."""
    return [
        Overgang(
            van,
            naar,
            gelijk=sum(_gelijk(rij, (van, naar)) for rij in rijen),
            anders=sum(van in rij and naar in rij and not _gelijk(rij, (van, naar)) for rij in rijen),
            erbij=sum(van not in rij and naar in rij for rij in rijen),
            weg=sum(van in rij and naar not in rij for rij in rijen),
        )
        for van, naar in pairwise(edities)
    ]


def verschillend(rijen: Sequence[Rij], edities: Sequence[str]) -> list[Rij]:
    """The indicatoren that not every one of these edities has in the same words."""
    return [rij for rij in rijen if not _gelijk(rij, edities)]


def afgedrukt(bekend: Bekend, edities: Sequence[str], gedrukt: Sequence[str]) -> dict[str, list[str]]:
    """Per indicator_id of these edities the printed texts that are most like it, of those that are like it at all."""
    gevonden: dict[str, list[str]] = {}
    for editie_id in edities:
        kennis = Kaderkennis.uit(bekend, editie_id=editie_id)
        for tekst in dict.fromkeys(gedrukt):
            koppeling = kennis.indicator(tekst)
            if koppeling is not None and koppeling.bekend:
                gevonden.setdefault(koppeling.indicator_id, []).append(tekst)
    return gevonden


def gebruik(bekend: Bekend) -> list[Gebruik]:
    """Every accepted rapport with a meting, by date of publication: a rapport may reprint an older meting too."""
    metingen = {rij["meting_id"]: rij for rij in bekend.metingen()}
    namen = {rij["gemeente_code"]: rij["gemeente"] for rij in bekend.gemeenten()}
    plaats = {rij["aanpak_id"]: namen.get(rij["gemeente_code"], "") for rij in bekend.aanpakken()}
    gedrukt: dict[str, list[dict[str, str]]] = {}
    for rij in bekend.tabel("meting_rapport"):
        if rij["meting_id"] in metingen:
            gedrukt.setdefault(rij["rapport_id"], []).append(metingen[rij["meting_id"]])
    rapporten = [rij for rij in bekend.rapporten() if rij["rapport_id"] in gedrukt]
    return [
        Gebruik(
            editie_id=max(gedrukt[rij["rapport_id"]], key=lambda m: (m["peiljaar"], m["meting_id"]))["editie_id"],
            gemeente=tuple(dict.fromkeys(plaats.get(m["aanpak_id"], "") for m in gedrukt[rij["rapport_id"]])),
            uitgever=rij["uitgever"],
            gepubliceerd=rij["gepubliceerd"],
        )
        for rij in sorted(rapporten, key=lambda rij: (rij["gepubliceerd"], rij["rapport_id"]))
    ]


def _gelijk(rij: Rij, edities: Sequence[str]) -> bool:
    """Whether each of these edities has the indicator, in the same words."""
    return all(editie_id in rij for editie_id in edities) and (
        len({gewoon(rij[editie_id].indicator) for editie_id in edities}) == 1
    )


def _begrippen(bekend: Bekend) -> dict[str, str]:
    """Per indicator_id the name of all that it is tied to."""
    begrip = {indicator.indicator_id: indicator.indicator_id for indicator in bekend.indicatoren()}
    for gelijk in bekend.tabel("indicator_gelijk"):
        een, ander = (begrip.get(gelijk[kant], gelijk[kant]) for kant in ("van", "naar"))
        begrip = {indicator_id: een if naam == ander else naam for indicator_id, naam in begrip.items()}
    return begrip
