"""What a doubt about the kader needs to be settled: which editie other rapporten used, and what tells edities apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from data.rapporten.bekend import Bekend
from data.rapporten.edities import (
    Gebruik,
    Overgang,
    Rij,
    afgedrukt,
    gebruik,
    mogelijk,
    naast_elkaar,
    overgangen,
    verschillend,
)
from pagina._inlezen.werk import Werk
from pagina.beeld import zinnen
from pagina.delen import web

#: What a doubt about the kader or its editie is on.
OVER = "kop.editie_id"
#: So many differing indicatoren stand on the page; more are folded away.
ZICHTBAAR = 10
VERSCHILLEN = "Wat er tussen de edities verschilt"


@dataclass(frozen=True)
class Vergelijking:
    """The two tables and the sentences between them; `aantal` rows differ."""

    gebruikt: Markup
    overgangen: Markup
    verschillen: Markup
    aantal: int


def toon(werk: Werk) -> None:
    """The facts about the edities that may be meant; nothing where there is no more than one."""
    van = (werk.beurt, werk.bekend.datasetversie)
    if werk.los.get("edities-van") != van:
        werk.los["edities"], werk.los["edities-van"] = _van(werk), van
    gevonden: Vergelijking | None = werk.los["edities"]
    if gevonden is None:
        return
    web.toon(gevonden.gebruikt, gevonden.overgangen)
    if gevonden.aantal > ZICHTBAAR:
        with st.expander(f"{VERSCHILLEN}: {gevonden.aantal} indicatoren"):
            web.toon(gevonden.verschillen)
    elif gevonden.aantal:
        web.toon(gevonden.verschillen)


def _van(werk: Werk) -> Vergelijking | None:
    voorstel = werk.voorstel
    gedrukt = [rij["indicator_gedrukt"] for rij in voorstel.gebruikt]
    edities = mogelijk(werk.bekend, gedrukt, voorstel.kop["editie_id"])
    return vergelijk(werk.bekend, edities, uitgever=voorstel.kop["uitgever"], gedrukt=gedrukt)


def vergelijk(bekend: Bekend, edities: Sequence[str], *, uitgever: str, gedrukt: Sequence[str]) -> Vergelijking | None:
    """These edities beside each other, and beside what a report of this uitgever prints; None for less than two."""
    if len(edities) < 2:
        return None
    rijen = naast_elkaar(bekend, edities)
    anders = verschillend(rijen, edities)
    namen = bekend.edities()
    return Vergelijking(
        gebruikt=_gebruikt(bekend, edities, uitgever),
        overgangen=Markup("").join(_overgang(deel, namen) for deel in overgangen(rijen, edities)),
        verschillen=_verschillen(anders, {een: namen[een] for een in edities}, afgedrukt(bekend, edities, gedrukt)),
        aantal=len(anders),
    )


def _gebruikt(bekend: Bekend, edities: Sequence[str], uitgever: str) -> Markup:
    """Per editie of the kader which accepted rapporten used it: the last, of this uitgever too, the first, how many."""
    kader = {rij["editie_id"]: rij["kader_id"] for rij in bekend.tabel("edities")}
    kaders = {kader[editie_id] for editie_id in edities}
    alles, rijen = gebruik(bekend), []
    for editie_id, naam in bekend.edities().items():
        if kader[editie_id] in kaders:
            eigen = [rapport for rapport in alles if rapport.editie_id == editie_id]
            van_hen = [[rapport for rapport in eigen if rapport.uitgever == uitgever][-1:]] if uitgever else []
            rijen.append([naam, *map(_welk, (eigen[-1:], *van_hen, eigen[:1])), web.cijfer(len(eigen))])
    van_hen_kop = [f"Het laatste van {uitgever}"] if uitgever else []
    return web.webtabel(
        ["Editie", "Het laatste rapport", *van_hen_kop, "Het eerste", web.cijfer("Hoeveel")],
        rijen,
        bijschrift="Welke editie de aanvaarde rapporten gebruiken, naar datum van publicatie",
    )


def _welk(rapport: Sequence[Gebruik]) -> str:
    """Of which gemeente a rapport is, and when it was published."""
    return ", ".join(f"{zinnen.opsomming(r.gemeente)}, {zinnen.deeldatum(r.gepubliceerd)}" for r in rapport) or "geen"


def _overgang(deel: Overgang, namen: dict[str, str]) -> Markup:
    return web.zin(
        "Van ‘{van}’ naar ‘{naar}’: {erbij} erbij, {weg} weg, {anders} anders verwoord, {gelijk} gelijk.",
        van=namen[deel.van],
        naar=namen[deel.naar],
        erbij=f"{deel.erbij} {zinnen.meervoud(deel.erbij, 'indicator', 'indicatoren')}",
        weg=deel.weg,
        anders=deel.anders,
        gelijk=deel.gelijk,
    )


def _verschillen(rijen: Sequence[Rij], edities: dict[str, str], gedrukt: dict[str, list[str]]) -> Markup:
    """Per differing indicator its words in each editie, and what the report prints that is like it."""

    def hier(rij: Rij) -> Markup:
        teksten = [tekst for indicator in rij.values() for tekst in gedrukt.get(indicator.indicator_id, [])]
        return web.regels(dict.fromkeys(teksten)) or web.stil("niet afgedrukt")

    return web.webtabel(
        ["Indicator", *edities.values(), "Dit rapport"],
        [
            [
                next(iter(rij.values())).kort,
                *(rij[een].indicator if een in rij else web.stil("staat er niet in") for een in edities),
                hier(rij),
            ]
            for rij in rijen
        ],
        bijschrift=VERSCHILLEN,
    )
