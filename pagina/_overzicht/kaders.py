"""The parts of the Overzicht page."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pagina.beeld import figuren, zinnen
from pagina.beeld.dekking import dekking_zin, ontbreekt_zin
from pagina.beeld.status import STATUS
from pagina.beeld.telling import opent_met
from pagina.delen import keuzelijst, web
from pagina.delen.figuurbeeld import donker
from pagina.delen.gegevens import Gegevens, Rij
from pagina.delen.koppelingen import Koppelingen, adres, open_punten
from pagina.delen.staven import staven
from pagina.delen.tabellen import Link, tabel
from pagina.uitvoer.inhoud.velden import ALLES

GEEN_OORDELEN = (
    "het rapport geeft geen oordeel per indicator, dus valt er niets te tellen; zie de actiepunten hieronder."
)
#: What the map shows, narrows no table but its own.
HEEL: dict[str, object] = {}
#: More periods of a kind are not named in a sentence.
MEESTE_PERIODES = 3
SOORT_ONBEKEND = {
    "niet_beoordeeld": "Wel hertoetst, niet beoordeeld",
    "nog_niet_hertoetst": "Sinds de laatste meting niet opnieuw getoetst",
    "vervallen": "Vervallen, want de aanpak is gestopt",
}


@dataclass(frozen=True)
class Kaderstand:
    """What the first screen tells of one kader.

    perioden: all of periodes.sql; periode: the one it opens with, jaar_van its first year, and totaal its row of
    totalen.sql, if it has one.
    """

    kader_id: str
    kader: str
    gemeenten: int
    rondes: list[Rij]
    perioden: list[Rij]
    periode: str | None
    jaar_van: int | None
    jaren: str | None
    totaal: Rij | None
    open: int | None


def stand_per_kader(feiten: Gegevens) -> list[Kaderstand]:
    """Per kader: its rounds, its periods, the figures of the one that it opens with, and what is open now."""
    open_nu = {rij["kader_id"]: rij["open"] for rij in feiten.rijen("open_nu")}
    dekking = feiten.rijen("dekking")
    return [_stand(feiten, kader, open_nu.get(kader["kader_id"]), dekking) for kader in feiten.rijen("kaders")]


def _stand(feiten: Gegevens, kader: Rij, open_nu: int | None, dekking: list[Rij]) -> Kaderstand:
    kader_id = kader["kader_id"]
    perioden = feiten.rijen("periodes", kader=kader_id, verloop=False)
    eerst = opent_met(perioden)
    periode = eerst["periode"] if eerst else None
    return Kaderstand(
        kader_id=kader_id,
        kader=kader["kader"],
        gemeenten=kader["gemeenten"],
        rondes=[ronde for ronde in dekking if ronde["kader_id"] == kader_id],
        perioden=perioden,
        periode=periode,
        jaar_van=eerst["jaar_van"] if eerst else None,
        jaren=zinnen.periode(eerst["jaar_van"], eerst["jaar_naar"]) if eerst else None,
        totaal=feiten.rijen("totalen", kader=kader_id, periode=periode, **ALLES)[0] if eerst else None,
        open=open_nu,
    )


def samenvatting(feiten: Gegevens, standen: list[Kaderstand]) -> None:
    """What the reports say, in sentences with numbers: first the whole, then each kader by itself."""
    rapporten = len(feiten.vraag("rapporten"))
    gemeenten = len(feiten.vraag("gemeenten_met_meting", kader=None, met_opgegaan=False))
    if not rapporten:
        st.info("Er zijn nog geen rapporten in deze verzameling. Er is dus ook niets over verbeterpunten te zeggen.")
        return
    st.markdown(
        f"Deze verzameling telt **[{zinnen.telwoord(rapporten)} {zinnen.meervoud(rapporten, 'rapport', 'rapporten')}]"
        f"({adres('bronnen', {})})** over "
        f"**[{zinnen.telwoord(gemeenten)} {zinnen.meervoud(gemeenten, 'gemeente', 'gemeenten')}]"
        f"({adres('gemeente', {})})**. "
        "Cijfers staan per kader en per periode, geteld per aanpak; zij worden niet bij elkaar opgeteld. Hebben twee "
        "aanpakken in een gemeente hetzelfde verbeterpunt, dan zijn dat er twee."
    )
    for stand in standen:
        if stand.totaal is not None:
            delen = [zinnen.opgepakt_zin(stand.totaal, stand.jaar_van), zinnen.over_indicatoren(stand.totaal)]
            zin = " ".join(filter(None, delen))
            regel = f"- **{zinnen.letterlijk(stand.kader)}**, {stand.jaren}{_bij_hoeveel(stand, stand.totaal)}: {zin}"
            st.markdown("\n    - ".join([regel, *_andere_periodes(stand)]))
        elif stand.gemeenten:
            st.markdown(f"- **{zinnen.letterlijk(stand.kader)}**: {GEEN_OORDELEN}")


def _bij_hoeveel(stand: Kaderstand, totaal: Rij) -> str:
    """In how many gemeenten the verbeterpunten are, where that is not all of them."""
    hier = totaal["gemeenten_met_verbeterpunt"]
    return f", bij {hier} van de {stand.gemeenten} gemeenten met een meting" if 0 < hier < stand.gemeenten else ""


def _andere_periodes(stand: Kaderstand) -> list[str]:
    """The periods with verbeterpunten beside the one that the sentence is about: a newer test, and the others."""
    plaats = [rij["periode"] for rij in stand.perioden].index(stand.periode)
    getoetst = [rij for rij in stand.perioden[:plaats] if rij["jaar_naar"] is not None]
    soorten = (("Nieuwer, bij minder gemeenten", getoetst), ("Ook", stand.perioden[plaats + 1 :]))
    regels = []
    for woord, rijen in soorten:
        delen = [_in_het_kort(stand, rij) for rij in rijen if rij["verbeterpunten"]]
        if len(delen) > MEESTE_PERIODES:
            alle = adres("opvolging", {"kader": stand.kader, "weergave": "Per indicator en periode"})
            delen = [*delen[:MEESTE_PERIODES], f"[alle periodes]({alle})"]
        if delen:
            regels.append(f"{woord}: {'; '.join(delen)}.")
    return regels


def _in_het_kort(stand: Kaderstand, periode: Rij) -> str:
    """A period by what was found in it: '[2013 → 2014](opvolging?…), zestien verbeterpunten bij twee gemeenten'."""
    jaren = zinnen.periode(periode["jaar_van"], periode["jaar_naar"])
    punten, gemeenten = periode["verbeterpunten"], periode["gemeenten_met_verbeterpunt"]
    return (
        f"[{jaren}]({adres('opvolging', {'kader': stand.kader, 'periode': jaren})}), "
        f"{zinnen.telwoord(punten)} {zinnen.meervoud(punten, 'verbeterpunt', 'verbeterpunten')} bij "
        f"{zinnen.telwoord(gemeenten)} {zinnen.meervoud(gemeenten, 'gemeente', 'gemeenten')}"
    )


def kadertegel(feiten: Gegevens, stand: Kaderstand) -> None:
    """One kader: how much of it is here, what was found, what was picked up by whose word, what is open."""
    with st.container(border=True, key=f"tegel-{stand.kader_id}"):
        st.subheader(zinnen.letterlijk(stand.kader) + (f" · {stand.jaren}" if stand.jaren else ""))
        for ronde in stand.rondes:
            st.markdown(zinnen.letterlijk(dekking_zin(ronde)))
        if stand.totaal is None:
            leeg = "van dit kader staat geen rapport in deze verzameling."
            st.markdown(zinnen.hoofd(GEEN_OORDELEN if stand.gemeenten else leeg))
            return
        cijfers, figuur = st.columns([2, 3], gap="large")
        with cijfers:
            _cijfers(stand, stand.totaal)
        with figuur:
            _staven(feiten, stand)
        naam = zinnen.letterlijk(stand.kader)
        st.markdown(
            f"[Bekijk de opvolging van {naam}]({adres('opvolging', {'kader': stand.kader, 'periode': stand.jaren})}) · "
            f"[Bekijk wat open staat]({adres('agenda', {'kader': stand.kader})})"
        )


def _cijfers(stand: Kaderstand, totaal: Rij) -> None:
    """The figures of a kader; a share always with its n/N, and none where nothing was assessed."""
    opgepakt, beoordeeld, vastgesteld = (int(totaal[naam]) for naam in ("opgepakt", "beoordeeld", "vastgesteld"))
    opvolging = {"kader": stand.kader, "periode": stand.jaren, "weergave": "Tabel"}
    links, rechts = st.columns(2)
    with links:
        st.metric("Vastgesteld", zinnen.getal(vastgesteld))
        web.welke(vastgesteld, adres("opvolging", {**opvolging, "was": ["verbeterpunt"]}))
        if eerder := zinnen.eerder_vastgesteld(totaal, stand.jaar_van):
            st.markdown(eerder)
    with rechts:
        open_nu = "onbekend" if stand.open is None else zinnen.getal(stand.open)
        st.metric("Nu open", open_nu, help="Na alle metingen, ook die van na deze periode.")
        web.welke(stand.open or 0, open_punten(kader=[stand.kader]))
    st.metric("Opgepakt", zinnen.getal(opgepakt) if beoordeeld else "onbekend")
    web.welke(opgepakt, adres("opvolging", {**opvolging, "status": [STATUS["opgepakt"].woord]}))
    if not beoordeeld:
        st.markdown("Geen enkel verbeterpunt is hertoetst en beoordeeld.")
        return
    regels = (
        zinnen.aandeel(opgepakt, beoordeeld, "beoordeelde"),
        zinnen.aandeel(opgepakt, vastgesteld, "vastgestelde"),
        zinnen.bewijsdeel(totaal),
    )
    st.markdown("\n".join(f"- {regel}" for regel in regels if regel))


def _staven(feiten: Gegevens, stand: Kaderstand) -> None:
    """A bar per thema; where only one thema has verbeterpunten, the sentence alone."""
    rijen = feiten.vraag("statussen_per_thema", kader=stand.kader_id, periode=stand.periode, **ALLES)
    if rijen.empty:
        return
    tekst = figuren.themastaven_tekst(rijen)
    if len(set(rijen["thema_id"])) > 1:
        web.toon(staven(figuren.themastaven(rijen), tekst, donker=donker()))
    st.markdown(zinnen.letterlijk(tekst))


def onbekend(feiten: Gegevens, standen: list[Kaderstand]) -> None:
    """The four kinds of not knowing, each with its own number."""
    regels = []
    for stand in standen:
        kader = zinnen.letterlijk(stand.kader)
        regels += [
            f"**Geen rapport in deze verzameling** ({kader}): {zinnen.letterlijk(ontbreekt)}"
            for ontbreekt in map(ontbreekt_zin, stand.rondes)
            if ontbreekt
        ]
        if stand.totaal is None and stand.gemeenten:
            regels.append(f"**Geen oordeel per indicator** ({kader}): {GEEN_OORDELEN}")
        for rij in feiten.rijen("onbekend_per_kader", kader=stand.kader_id):
            wat = f"{zinnen.getal(rij['aantal'])} {zinnen.meervoud(rij['aantal'], 'verbeterpunt', 'verbeterpunten')}"
            waar = zinnen.letterlijk(zinnen.namen(rij["gemeenten"], "gemeente", "gemeenten"))
            jaren = zinnen.opsomming(map(str, rij["jaren"]))
            regels.append(f"**{SOORT_ONBEKEND[rij['soort']]}** ({kader}): {wat} (laatste meting: {jaren}), {waar}.")
    for regel in regels:
        st.markdown(f"- {regel}")
    st.markdown(
        "Elk verbeterpunt telt hier één keer, bij de laatste meting van zijn aanpak; zo staan punten uit verschillende "
        "periodes bij elkaar. Onbekend is iets anders dan 0% opgepakt; het telt nergens als nul."
    )


def open_tabel(feiten: Gegevens, standen: list[Kaderstand]) -> None:
    """What is open now, per kader and gemeente."""
    naam = {stand.kader_id: stand.kader for stand in standen}
    punten = feiten.vraag("open_per_gemeente")
    tabel(
        punten.assign(
            kader=punten["kader_id"].map(naam),
            bekend=punten["indicatoren"] - punten["onbekend"],
            titels=_titels(feiten, punten),
        ),
        {
            "kader": "Kader",
            "gemeente": "Gemeente",
            "provincie": "Provincie",
            "open": "Open verbeterpunten",
            "bekend": "Indicatoren met een bekende stand",
            "sinds": "Open sinds (peiljaar)",
            "titels": "Rapport",
        },
        naam="open verbeterpunten per gemeente",
        feiten=feiten,
        keuze=HEEL,
        links=_links(feiten),
    )


def actiepunten(feiten: Gegevens) -> None:
    """The actiepunten beside it, per gemeente and stand."""
    acties = feiten.vraag("actiepunten_per_stand")
    st.subheader("Actiepunten")
    st.markdown("Aanbevelingen en verbeterpunten die een rapport in woorden geeft, los van de oordelen per indicator.")
    tabel(
        acties.assign(verwacht_tot=acties["verwacht_tot"].map(zinnen.deeldatum), titels=_titels(feiten, acties)),
        {
            "gemeente": "Gemeente",
            "stand": "Stand",
            "aantal": "Actiepunten",
            "verwacht_tot": "Opvolging aangekondigd tot",
            "titels": "Rapport",
        },
        naam="actiepunten per gemeente",
        feiten=feiten,
        keuze=HEEL,
        links=_links(feiten),
    )


def _links(feiten: Gegevens) -> dict[str, Link]:
    naar = Koppelingen(feiten)
    return {"Gemeente": ("gemeente_code", naar.gemeente), "Rapport": ("rapporten", naar.rapport)}


def _titels(feiten: Gegevens, rijen: pd.DataFrame) -> pd.Series[str]:
    """The rapporten behind each row by their titles; what is not known stays empty."""
    lijst = keuzelijst.rapporten(feiten)
    return rijen["rapporten"].map(lambda codes: " + ".join(map(lijst.woord, codes.split(" + "))), na_action="ignore")
