"""The parts of the Opvolging page: the answer, the views of it, and what is said around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from data.instellingen import instellingen
from pagina._opvolging import celdetail
from pagina._opvolging.aandelen import per_gemeente, per_periode
from pagina._opvolging.filters import SLEUTELS, Filters
from pagina.beeld import figuren, zinnen
from pagina.beeld.status import bewijswoord, is_verteld, statusbeeld, uitkomstbeeld
from pagina.beeld.telling import KNOP_EENHEID, KNOP_TELWIJZE
from pagina.delen import web
from pagina.delen.celkeuze import celkeuze, legenda
from pagina.delen.figuurbeeld import donker
from pagina.delen.filters import gekozen_woorden, periodes
from pagina.delen.gegevens import Gegevens, Rij, als_rijen
from pagina.delen.keuzelijst import Keuzelijst
from pagina.delen.koppelingen import Koppelingen, adres
from pagina.delen.tabellen import tabel
from pagina.delen.toegang import deel
from pagina.uitvoer.inhoud.kolommen import koppen
from pagina.uitvoer.inhoud.stuk_van import stuk_van
from queries.lijst import vragen


def vraag_en_antwoord(keuze: Filters, totaal: Rij) -> None:
    """The question that the selection asks, answered in one sentence."""
    st.markdown(
        f"**{zinnen.letterlijk(keuze.kadernaam)}**, {KNOP_EENHEID[keuze.eenheid]}: {zinnen.opgepakt_zin(totaal)}"
    )


def naar_kamerbrief(feiten: Gegevens, keuze: Filters) -> None:
    """The way to the same selection as sentences and files; a letter counts every status."""
    perioden = periodes(feiten, [keuze.kader], verloop=keuze.verloop)
    telling = {"eenheid": KNOP_EENHEID[keuze.eenheid], "telwijze": KNOP_TELWIJZE[keuze.verloop]}
    gekozen = {"kader": keuze.kadernaam, "periode": perioden.woord(keuze.periode) if keuze.periode else None}
    beperkt = {naam: woorden for naam, woorden in gekozen_woorden(SLEUTELS).items() if naam != "status"}
    web.toon(web.zin("{link}", link=web.link(adres("kamerbrief", gekozen | beperkt | telling), "Naar Kamerbrief")))


def tegels(aantal: Rij) -> None:
    """The figures of the selection: found, picked up by whose word, not, unknown."""
    plekken = st.columns(4)
    plekken[0].metric("Verbeterpunten", zinnen.getal(aantal["vastgesteld"]), border=True)
    with plekken[0]:
        gemeenten = aantal["gemeenten_met_verbeterpunt"]
        st.markdown(f"in {zinnen.getal(gemeenten)} {zinnen.meervoud(gemeenten, 'gemeente', 'gemeenten')}")
    with plekken[1]:
        st.metric("Opgepakt", _bekend(aantal, aantal["opgepakt"]), border=True)
        if aantal["beoordeeld"]:
            regels = (
                zinnen.aandeel(aantal["opgepakt"], aantal["beoordeeld"], "beoordeelde"),
                zinnen.aandeel(aantal["opgepakt"], aantal["vastgesteld"], "vastgestelde"),
                zinnen.bewijsdeel(aantal),
            )
            st.markdown("  \n".join(regel for regel in regels if regel))
    niet = aantal["niet_opgepakt"] + aantal["deels_opgepakt"]
    plekken[2].metric("Niet of deels opgepakt", _bekend(aantal, niet), border=True)
    if aantal["beoordeeld"]:
        with plekken[2]:
            st.markdown(f"{zinnen.getal(aantal['niet_opgepakt'])} niet, {zinnen.getal(aantal['deels_opgepakt'])} deels")
    plekken[3].metric("Onbekend", zinnen.getal(aantal["vastgesteld"] - aantal["beoordeeld"]), border=True)
    with plekken[3]:
        st.markdown(
            f"{zinnen.getal(aantal['niet_beoordeeld'])} niet beoordeeld, "
            f"{zinnen.getal(aantal['nog_niet_hertoetst'])} nog niet hertoetst, "
            f"{zinnen.getal(aantal['vervallen'])} vervallen"
        )


def _bekend(aantal: Rij, n: int) -> str:
    """A number, unless nothing was assessed: then it is not zero but unknown, or there was nothing to assess."""
    if aantal["beoordeeld"]:
        return zinnen.getal(n)
    return "onbekend" if aantal["vastgesteld"] else "n.v.t."


def waarschuwingen(feiten: Gegevens, keuze: Filters) -> None:
    """What a reader must know before quoting a share: selection, coverage, and filters that change what is counted."""
    if selectie := zinnen.selectie_zin(feiten.rijen("selectie_waarschuwing", **keuze.parameters)):
        st.warning(zinnen.letterlijk(selectie), icon=":material/warning:")
    for ronde in feiten.rijen("dekking"):
        if ronde["kader_id"] == keuze.kader and ronde["hier"] < ronde["aantal_gemeenten"]:
            st.info(
                f"{zinnen.letterlijk(zinnen.dekking_zin(ronde))} Dit is geen landelijk beeld.", icon=":material/info:"
            )
    if keuze.bewijzen:
        st.info("Het filter op bewijs laat verbeterpunten zonder hertoets buiten de telling.", icon=":material/info:")
    if keuze.statussen:
        st.info(
            "Het filter op status geldt voor kaart en tabel; de cijfers hierboven tellen alle statussen.",
            icon=":material/info:",
        )


def leeg(keuze: Filters) -> None:
    """Say why nothing is shown, and what would show something."""
    redenen = [f"{naam}: {zinnen.opsomming(w)}" for naam, w in gekozen_woorden(SLEUTELS).items() if naam != "status"]
    zin = (
        f"Onder {keuze.kadernaam} is in deze periode niets gevonden voor de gekozen combinatie. Kies een andere "
        f"periode, of wis een of meer filters ({zinnen.opsomming(redenen) or 'er is geen filter gekozen'})."
    )
    st.info(zinnen.letterlijk(zin), icon=":material/info:")


def kies_weergave() -> str:
    """Which view of the same selection, kept in the URL."""
    return Keuzelijst(WEERGAVEN, WEERGAVEN).knoppen("weergave", "Weergave")


@dataclass(frozen=True)
class _Statuskaart:
    """The heatmap of a selection, and what it shows in words."""

    wijzer: figuren.Kaartwijzer
    tekst: str


@deel
def kaart(feiten: Gegevens, keuze: Filters) -> None:
    """The heatmap of statuses; a chosen cell opens what was printed before and after.

    A fragment: a choice made here draws nothing else of the page again.
    """
    beeld = feiten.onthoud(
        "statuskaart", lambda: _statuskaart(feiten, keuze), keuze=keuze.parameters, grootte=lambda b: b.wijzer.omvang
    )
    wijzer = beeld.wijzer
    if not wijzer.aantal_vakken:
        st.info("Geen enkele cel heeft een van de gekozen statussen. Wis het filter op status.", icon=":material/info:")
        return
    gekozen = celdetail.gekozen(wijzer)
    celkeuze(
        wijzer,
        sleutel="kaart",
        naam="Opvolging per indicator",
        tekst=beeld.tekst,
        kleuren=figuren.statuskleuren(donker=donker()),
        gekozen=gekozen,
        legenda=legenda(wijzer, donker=donker()),
        bij_keuze=celdetail.onthoud,
    )
    celdetail.wijs(wijzer, gekozen)
    st.markdown(zinnen.letterlijk(beeld.tekst))
    celdetail.toon(feiten, keuze, wijzer, gekozen)


def _statuskaart(feiten: Gegevens, keuze: Filters) -> _Statuskaart:
    vakken = feiten.bron.vraag("heatmap", **keuze.parameters)
    rijen, kolommen = (feiten.vraag(f"heatmap_{wat}", **keuze.parameters) for wat in ("rijen", "kolommen"))
    perioden = feiten.rijen("periodes", **keuze.parameters)
    jaren = next((paar["jaar_van"], paar["jaar_naar"]) for paar in perioden if paar["periode"] == keuze.periode)
    wijzer = figuren.kaartwijzer_van_nummers(vakken, rijen, kolommen, jaren)
    return _Statuskaart(wijzer, figuren.statuskaart_tekst(wijzer))


def tabelweergave(feiten: Gegevens, keuze: Filters) -> None:
    """The same rows as a sortable table, with the texts and places on which they rest."""
    rijen = feiten.vraag("opvolging_tabel", **keuze.parameters)
    woorden = rijen.assign(
        status=[statusbeeld(rij["status"], verteld=is_verteld(rij["bewijs_naar"])).woord for rij in als_rijen(rijen)],
        uitkomst_van=list(map(_uitkomst, rijen["uitkomst_van"], rijen["bewijs_van"])),
        uitkomst_naar=list(map(_uitkomst, rijen["uitkomst_naar"], rijen["bewijs_naar"])),
        bewijs_van=rijen["bewijs_van"].map(bewijswoord),
        bewijs_naar=rijen["bewijs_naar"].map(bewijswoord),
    )
    if keuze.eenheid == "gemeente":
        st.markdown("De tabel geeft elke aanpak apart, zodat te zien is waarop het cijfer van de gemeente rust.")
    koppelingen = Koppelingen(feiten)
    links = {
        "Gemeente": ("gemeente_code", koppelingen.gemeente),
        "Indicator": ("indicator_id", koppelingen.indicator),
        "Rapport van": ("rapport_van", koppelingen.rapport),
        "Rapport naar": ("rapport_naar", koppelingen.rapport),
    }
    gevraagd = {naam: keuze.parameters[naam] for naam in vragen()["opvolging_tabel"]}
    stuk = partial(stuk_van, feiten.bron, "opvolging_tabel", gevraagd, adres=instellingen().adres_voor_lezers)
    tabel(woorden, koppen("opvolging_tabel"), naam="opvolging", feiten=feiten, links=links, stuk=stuk, keuze=gevraagd)


def _uitkomst(code: object, bewijs: object) -> str | None:
    beeld = uitkomstbeeld(code if isinstance(code, str) else None, bewijs)
    return beeld.woord if beeld else None


#: The views of one selection, under the names by which the URL knows them.
WEERGAVEN: dict[str, Callable[[Gegevens, Filters], None]] = {
    "Heatmap": kaart,
    "Tabel": tabelweergave,
    "Per thema en gemeente": per_gemeente,
    "Per indicator en periode": per_periode,
}
