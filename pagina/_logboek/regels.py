"""The lines of the audit trail as a table, and whether the trail holds. Pure but for `lees`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from data.levering.leveringen import VERSIE, VERSIE_MET_CONCEPT
from data.logboek.inhoud import GEMEENTEN, GEPUBLICEERD, KADERS, RAPPORTEN, UITGEVER
from data.logboek.logboek import (
    GEEXPORTEERD,
    NIET_DOORGEGAAN,
    SOORTEN,
    TERUGGEZET,
    VAN_LEVERING,
    VOORNEMEN,
    Boek,
    Gebeurtenis,
    Regel,
    bestand,
)
from data.logboek.verantwoorden import CONTROLEGETAL, MOMENT, OVER_LEVERING, lees_bijgewerkt
from pagina.beeld import zinnen
from pagina.delen import klok

NIET_AANGEMELD = "niet aangemeld"
#: What a line does not say, and cannot be found any more; of the datasetversie that nobody wrote it down.
ONBEKEND, NIET_VASTGELEGD = "onbekend", "niet vastgelegd"
#: What a line tells, in the words of the page.
WOORDEN: Mapping[str, str] = {soort: soort for soort in SOORTEN} | {VOORNEMEN: "was van plan"}
#: The deeds that make other figures.
_MET_VERSIE = frozenset({*VAN_LEVERING, TERUGGEZET})
#: What stands under a table with ONBEKEND or NIET_VASTGELEGD in it.
OUDER = (
    f"‘{zinnen.hoofd(ONBEKEND)}’ en ‘{NIET_VASTGELEGD}’ staan bij regels van voordat het logboek dit bijhield. Welk "
    "rapport het was, is dan alleen te zien zolang de levering er is; een datasetversie wordt niet achteraf ingevuld."
)
#: The column of a line and its head, in order.
KOLOMMEN = {
    "wanneer": "Wanneer",
    "wie": "Wie",
    "wat": "Wat",
    "gemeente": "Gemeente",
    "rapport": "Rapport",
    "waarover": "Waarover",
    "bijzonder": "Bijzonderheden",
    "versie": "Datasetversie",
    "nummer": "Exportnummer",
    "controlegetal": "Controlegetal",
    "regel": "Regel",
}


@dataclass(frozen=True)
class Keuze:
    """What the reader chose. None = everything, for soorten: all but what somebody was about to do."""

    soorten: Sequence[str] | None
    wie: Sequence[str] | None
    van: dt.date | None
    tot: dt.date | None
    gemeenten: Sequence[str] | None = None

    def telt(self, regel: Regel) -> bool:
        """Whether a line is within the choice; days are those of the Netherlands."""
        return self.telt_zonder_gemeente(regel) and (
            not self.gemeenten or not set(self.gemeenten).isdisjoint(gemeenten(regel.wat) or ())
        )

    def telt_zonder_gemeente(self, regel: Regel) -> bool:
        """The same, whatever gemeente the line is about."""
        dag = wanneer(regel).date()
        return (
            (regel.wat.soort in self.soorten if self.soorten else regel.wat.soort != VOORNEMEN)
            and (not self.wie or naam(regel.wat) in self.wie)
            and (self.van is None or self.van <= dag)
            and (self.tot is None or dag <= self.tot)
        )


def lees() -> tuple[Boek, list[str]]:
    """The trail and what the leveringen say against it; read again when something was added. Raises LogboekDicht."""
    pad = bestand()
    staat = pad.stat() if pad.is_file() else None
    return _lees(str(pad), staat and (staat.st_size, staat.st_mtime_ns), dt.datetime.now(dt.UTC).minute)


@st.cache_resource(max_entries=2, show_spinner=False)
def _lees(pad: str, staat: tuple[int, int] | None, minuut: int) -> tuple[Boek, list[str]]:
    """Kept for a minute at most: the leveringen may be changed without a line in the file."""
    del pad, staat, minuut
    return lees_bijgewerkt()


def naam(wat: Gebeurtenis) -> str:
    """Who did it, in words."""
    return wat.door or NIET_AANGEMELD


def wanneer(regel: Regel) -> dt.datetime:
    """When it was done, in Dutch time: as Geschiedenis has it, and that is as the levering says."""
    try:
        om = dt.datetime.fromisoformat(str(regel.wat.gegevens.get(MOMENT)))
    except ValueError:  # none, or made up by who changed the file
        om = regel.om
    return om.astimezone(klok.NEDERLAND)


def tabel(regels: Iterable[Regel]) -> pd.DataFrame:
    """One row per line, the latest first, under the names of KOLOMMEN."""
    rijen = [
        {
            "wanneer": f"{wanneer(regel):%Y-%m-%d %H:%M:%S}",
            "wie": f"{naam(regel.wat)}{f' ({regel.wat.rol})' if regel.wat.rol else ''}",
            "wat": WOORDEN.get(regel.wat.soort, regel.wat.soort),
            "gemeente": _gemeente(regel.wat),
            "rapport": _rapport(regel.wat),
            "waarover": regel.wat.waarover,
            "bijzonder": bijzonder(regel.wat),
            "versie": _versie(regel.wat),
            "nummer": str(regel.wat.gegevens.get("exportnummer", "")),
            "controlegetal": str(regel.wat.gegevens.get(CONTROLEGETAL, "")),
            "regel": regel.nummer,
        }
        for regel in regels
    ]
    return pd.DataFrame(rijen[::-1], columns=list(KOLOMMEN))


def gemeenten(wat: Gebeurtenis) -> list[str] | None:
    """Of which gemeenten the levering of a line is; None where that is not known, or no levering was touched."""
    namen = wat.gegevens.get(GEMEENTEN) if wat.soort in OVER_LEVERING else None
    return list(map(str, namen)) if isinstance(namen, list) else None


def _gemeente(wat: Gebeurtenis) -> str:
    namen = gemeenten(wat)
    if namen is None:
        return ONBEKEND if wat.soort in OVER_LEVERING else ""
    return ", ".join(namen) or "geen gemeente"


def _rapport(wat: Gebeurtenis) -> str:
    """By which inspectie, under which kader and of when the rapporten of a levering are."""
    rapporten = wat.gegevens.get(RAPPORTEN) if wat.soort in OVER_LEVERING else None
    if not isinstance(rapporten, list):
        return ONBEKEND if wat.soort in OVER_LEVERING else ""
    woorden = [", ".join([rij[UITGEVER], *rij[KADERS], zinnen.deeldatum(rij[GEPUBLICEERD])]) for rij in rapporten]
    return "; ".join(woorden) or "geen rapport"


def _versie(wat: Gebeurtenis) -> str:
    """The datasetversie that a deed led to, or an export was of. A deed on a concept changes only what counts it."""
    if wat.soort not in _MET_VERSIE:
        return str(wat.gegevens.get(VERSIE, "")) if wat.soort == GEEXPORTEERD else ""
    return str(wat.gegevens.get(VERSIE_MET_CONCEPT if wat.gegevens.get("concept") else VERSIE) or NIET_VASTGELEGD)


def bijzonder(wat: Gebeurtenis) -> str:
    """What else there is to know of a line, in one sentence."""
    gegevens = wat.gegevens
    delen = _van_export(gegevens) if wat.soort == GEEXPORTEERD else _van_levering(wat)
    if gegevens.get("concept"):
        delen.append("telt ook mee wat nog niet openbaar is" if wat.soort == GEEXPORTEERD else "concept")
    elif (wat.soort in _MET_VERSIE) and (ook := gegevens.get(VERSIE_MET_CONCEPT)) and ook != gegevens.get(VERSIE):
        delen.append(f"datasetversie met concepten: {ook}")
    return "; ".join(deel for deel in delen if deel)


def _van_export(gegevens: Mapping[str, object]) -> list[str]:
    selectie = gegevens.get("selectie")
    woorden = [f"{wat}: {keuze}" for wat, keuze in selectie.items()] if isinstance(selectie, Mapping) else []
    return [str(gegevens.get("formaat", "")), *woorden]


def _van_levering(wat: Gebeurtenis) -> list[str]:
    gegevens = wat.gegevens
    levering, reden = str(gegevens.get("levering", "")), str(gegevens.get("reden", ""))
    achteraf = str(gegevens.get("aanvaard_om", ""))
    return [
        f"naam in de levering: {gegevens['naam']}" if gegevens.get("naam") else "",
        f"met levering {levering}" if levering != wat.waarover else "",
        f"reden: {reden}" if reden else "",
        str(gegevens.get("wat", "")) if wat.soort in {VOORNEMEN, NIET_DOORGEGAAN} else "",
        f"aanvaard op {achteraf}; later in dit logboek gezet" if achteraf else "",
    ]


def selectie(boek: Boek, keuze: Keuze) -> dict[str, str]:
    """What a file of these lines says of its choice beside what the link names, and of which state of the trail."""
    wie = {"Wie": "; ".join(keuze.wie)} if keuze.wie else {}
    dagen = {"Van": keuze.van, "Tot en met": keuze.tot}
    return {
        **wie,
        **{naam_: dag.isoformat() for naam_, dag in dagen.items() if dag is not None},
        "Controlegetal van de laatste regel": boek.laatste_som,
    }


def alle_gemeenten(boek: Boek) -> list[str]:
    """Every gemeente of which a levering in the trail is, by name."""
    return sorted({naam_ for regel in boek.regels for naam_ in gemeenten(regel.wat) or ()})


def namen(boek: Boek) -> list[str]:
    """Who stands in the trail, by name."""
    return sorted({naam(regel.wat) for regel in boek.regels}, key=str.casefold)


def bezwaren(boek: Boek, tegen: Sequence[str]) -> tuple[list[str], list[str]]:
    """What was changed, and what is only worth knowing, in Dutch sentences."""
    ernstig = [bezwaar.zin for bezwaar in boek.bezwaren if bezwaar.breekt]
    if boek.breuk is not None:
        ernstig.insert(0, f"Het logboek klopt niet vanaf regel {boek.breuk}.")
    return [*ernstig, *tegen], [bezwaar.zin for bezwaar in boek.bezwaren if not bezwaar.breekt]


def hoeveel(boek: Boek, keuze: Keuze, gekozen: Sequence[Regel]) -> str:
    """How many lines are shown, and where the rest of the trail is: not gone, but outside the choice."""
    totaal = len(boek.regels)
    buiten = totaal - len(gekozen)
    if not buiten:
        return f"{zinnen.getal(totaal)} {zinnen.meervoud(totaal, 'regel', 'regels')}, de nieuwste eerst."
    wie = "De andere valt" if buiten == 1 else f"De andere {zinnen.getal(buiten)} vallen"
    zin = f"{zinnen.getal(len(gekozen))} van de {zinnen.getal(totaal)} regels, de nieuwste eerst. {wie} buiten uw keuze"
    plannen = 0 if keuze.soorten else sum(regel.wat.soort == VOORNEMEN for regel in boek.regels)
    if plannen:
        aantal = f"{zinnen.getal(plannen)} {zinnen.meervoud(plannen, 'regel', 'regels')}"
        zin += f": ‘{WOORDEN[VOORNEMEN]}’ ({aantal}) staat er alleen bij als u dat bij ‘Wat’ kiest"
    return f"{zin}.{_zonder_gemeente(boek, keuze)}"


def _zonder_gemeente(boek: Boek, keuze: Keuze) -> str:
    """Where a gemeente is chosen: which lines could be about it too, and are not among those shown."""
    if not keuze.gemeenten:
        return ""
    buiten = [regel.wat for regel in boek.regels if keuze.telt_zonder_gemeente(regel)]
    zonder = sum(wat.soort in OVER_LEVERING and gemeenten(wat) is None for wat in buiten)
    export = sum(wat.soort == GEEXPORTEERD for wat in buiten)
    delen = []
    if zonder:
        van = f"Van {zinnen.getal(zonder)} {zinnen.meervoud(zonder, 'regel', 'regels')} is de gemeente onbekend; "
        delen.append(f"{van}{zinnen.meervoud(zonder, 'die staat', 'die staan')} er niet bij.")
    if export:
        delen.append("Een export staat er dan niet bij: welke gemeente daarin is gekozen, staat bij ‘Bijzonderheden’.")
    return "".join(f" {deel}" for deel in delen)


def heel(boek: Boek) -> str:
    """That all is well, and by what that can be held later."""
    aantal = len(boek.regels)
    regels = zinnen.meervoud(aantal, "regel", "regels")
    return f"Het logboek is heel: {zinnen.getal(aantal)} {regels}. Er is niets aan veranderd."
