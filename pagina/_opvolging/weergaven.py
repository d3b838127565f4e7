"""The parts of the Opvolging page: the answer, the views of it, and what is said around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from data.instellingen import instellingen
from pagina._opvolging import celdetail
from pagina._opvolging.aandelen import per_gemeente, per_periode
from pagina._opvolging.filters import SLEUTELS, TOONT, Filters
from pagina.beeld import figuren, zinnen
from pagina.beeld.dekking import dekking_zin
from pagina.beeld.status import STATUS, bewijswoord, is_verteld, statusbeeld, uitkomstbeeld
from pagina.beeld.telling import KNOP_EENHEID, KNOP_TELWIJZE
from pagina.beeld.woord import op_woord
from pagina.delen import adresbalk, web
from pagina.delen.celkeuze import celkeuze, legenda
from pagina.delen.figuurbeeld import donker
from pagina.delen.filters import periodes
from pagina.delen.gegevens import Gegevens, Rij, als_rijen
from pagina.delen.keuzelijst import Keuzelijst
from pagina.delen.koppelingen import Koppelingen, adres
from pagina.delen.tabellen import tabel
from pagina.delen.toegang import deel
from pagina.uitvoer.inhoud.kolommen import koppen
from pagina.uitvoer.inhoud.stuk_van import stuk_van
from queries.lijst import vragen


def vraag_en_antwoord(feiten: Gegevens, keuze: Filters, totaal: Rij) -> None:
    """The question that the selection asks, answered in one sentence."""
    hoe = [_periodewoord(feiten, keuze), KNOP_EENHEID[keuze.eenheid]]
    delen = [
        zinnen.opgepakt_zin(totaal, keuze.jaar_van),
        "" if totaal["vastgesteld"] else _op_woord(feiten, keuze),
        zinnen.over_indicatoren(totaal, eenheid=keuze.eenheid),
    ]
    st.markdown(
        f"**{zinnen.letterlijk(keuze.kadernaam)}**, {', '.join(filter(None, hoe))}: {' '.join(filter(None, delen))}"
    )


def _op_woord(feiten: Gegevens, keuze: Filters) -> str:
    """That all met the norm, where it is a gemeente that says so; empty text where it was tested."""
    woord = op_woord(feiten.rijen("eerste_oordelen", **keuze.parameters))
    return f"Alles wat is beoordeeld, voldeed{woord}." if woord else ""


def naar_kamerbrief(feiten: Gegevens, keuze: Filters) -> None:
    """The way to the same selection as sentences and files; a letter counts every status."""
    web.toon(web.zin("{link}", link=web.link(adres("kamerbrief", _geteld(feiten, keuze)), "Naar Kamerbrief")))


def _geteld(feiten: Gegevens, keuze: Filters) -> dict[str, str | list[str] | None]:
    """What is counted, in the words that a link carries."""
    return {
        "kader": keuze.kadernaam,
        "periode": _periodewoord(feiten, keuze),
        **{naam: woorden for naam, woorden in adresbalk.gekozen(SLEUTELS).items() if naam not in TOONT},
        "eenheid": KNOP_EENHEID[keuze.eenheid],
        "telwijze": KNOP_TELWIJZE[keuze.verloop],
    }


def _periodewoord(feiten: Gegevens, keuze: Filters) -> str | None:
    """The chosen pair of years."""
    return periodes(feiten, [keuze.kader], verloop=keuze.verloop).woord(keuze.periode) if keuze.periode else None


def tegels(feiten: Gegevens, keuze: Filters, aantal: Rij) -> None:
    """The figures of the selection: found, picked up by whose word, not, unknown; each with the way to what it counts.

    Per aanpak that is the rows of the table; per gemeente the cells of the map, for the table has a row per aanpak.
    """
    geteld = _geteld(feiten, keuze) | {"weergave": "Tabel" if keuze.eenheid == "aanpak" else "Heatmap"}
    niet = aantal["niet_opgepakt"] + aantal["deels_opgepakt"]
    onbekend = aantal["vastgesteld"] - aantal["beoordeeld"]
    punten = {"was": ["verbeterpunt"]}
    for plek, (naam, n, waarde, regels, toont) in zip(
        st.container(key="tegels").columns(4),
        (
            ("Verbeterpunten", aantal["vastgesteld"], zinnen.getal(aantal["vastgesteld"]), _waarin(aantal), punten),
            ("Opgepakt", aantal["opgepakt"], _bekend(aantal, aantal["opgepakt"]), _opgepakt(aantal), _met("opgepakt")),
            (
                "Niet of deels opgepakt", niet, _bekend(aantal, niet), _niet(aantal),
                _met("niet_opgepakt", "deels_opgepakt"),
            ),
            (
                "Onbekend", onbekend, zinnen.getal(onbekend), _onbekend(aantal, keuze.jaar_van),
                _met("niet_beoordeeld", "nog_niet_hertoetst", "vervallen") | punten,
            ),
        ),
        strict=True,
    ):  # fmt: skip
        with plek:
            st.metric(naam, waarde, border=True)
            if regels:
                st.markdown("  \n".join(regels))
            web.welke(n, adres("opvolging", geteld | toont))


def _met(*statussen: str) -> dict[str, list[str]]:
    return {"status": [STATUS[status].woord for status in statussen]}


def _waarin(aantal: Rij) -> list[str]:
    indicatoren, gemeenten = aantal["indicatoren"], aantal["gemeenten_met_verbeterpunt"]
    return [
        f"over {zinnen.getal(indicatoren)} {zinnen.meervoud(indicatoren, 'indicator', 'indicatoren')}, "
        f"in {zinnen.getal(gemeenten)} {zinnen.meervoud(gemeenten, 'gemeente', 'gemeenten')}"
    ]


def _opgepakt(aantal: Rij) -> list[str]:
    if not aantal["beoordeeld"]:
        return []
    regels = (
        zinnen.aandeel(aantal["opgepakt"], aantal["beoordeeld"], "beoordeelde"),
        zinnen.aandeel(aantal["opgepakt"], aantal["vastgesteld"], "vastgestelde"),
        zinnen.bewijsdeel(aantal),
    )
    return [regel for regel in regels if regel]


def _niet(aantal: Rij) -> list[str]:
    if not aantal["beoordeeld"]:
        return []
    return [f"{zinnen.getal(aantal['niet_opgepakt'])} niet, {zinnen.getal(aantal['deels_opgepakt'])} deels"]


def _onbekend(aantal: Rij, jaar_van: int | None) -> list[str]:
    return [
        f"{zinnen.getal(aantal['niet_beoordeeld'])} niet beoordeeld, "
        f"{zinnen.getal(aantal['nog_niet_hertoetst'])}{zinnen.na_jaar(aantal, jaar_van)} nog niet hertoetst, "
        f"{zinnen.getal(aantal['vervallen'])} vervallen"
    ]


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
            st.info(f"{zinnen.letterlijk(dekking_zin(ronde))} Dit is geen landelijk beeld.", icon=":material/info:")
    if keuze.nauwer["bewijzen"]:
        st.info("Het filter op bewijs laat verbeterpunten zonder hertoets buiten de telling.", icon=":material/info:")
    if keuze.statussen or keuze.was:
        st.info(
            "Het filter op status, en dat op wat het eerst was, geldt voor kaart en tabel; de cijfers hierboven tellen "
            "alle statussen.",
            icon=":material/info:",
        )


def leeg(keuze: Filters) -> None:
    """Say why nothing is shown, and what would show something."""
    redenen = [f"{naam}: {zinnen.opsomming(w)}" for naam, w in adresbalk.gekozen(SLEUTELS).items() if naam not in TOONT]
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
        st.info(
            "Geen enkele cel heeft een van de gekozen statussen. Wis het filter op status of dat op ‘Was eerst’.",
            icon=":material/info:",
        )
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
    vakken = keuze.getoond(feiten.bron.vraag("heatmap", **keuze.parameters))
    rijen, kolommen = (feiten.vraag(f"heatmap_{wat}", **keuze.parameters) for wat in ("rijen", "kolommen"))
    perioden = feiten.rijen("periodes", **keuze.parameters)
    jaren = next((paar["jaar_van"], paar["jaar_naar"]) for paar in perioden if paar["periode"] == keuze.periode)
    wijzer = figuren.kaartwijzer_van_nummers(vakken, rijen, kolommen, jaren)
    return _Statuskaart(wijzer, figuren.statuskaart_tekst(wijzer))


def tabelweergave(feiten: Gegevens, keuze: Filters) -> None:
    """The same rows as a sortable table, with the texts and places on which they rest."""
    rijen = keuze.getoond(feiten.vraag("opvolging_tabel", **keuze.parameters))
    woorden = rijen.assign(
        status=[statusbeeld(rij["status"], verteld=is_verteld(rij["bewijs_naar"])).woord for rij in als_rijen(rijen)],
        uitkomst_van=_uitkomsten(rijen, "van"),
        uitkomst_naar=_uitkomsten(rijen, "naar"),
        bewijs_van=rijen["bewijs_van"].map(bewijswoord),
        bewijs_naar=rijen["bewijs_naar"].map(bewijswoord),
    )
    apart = " Elke aanpak staat apart, zodat te zien is waarop het cijfer van de gemeente rust."
    hoeveel = f"{zinnen.getal(len(rijen))} {zinnen.meervoud(len(rijen), 'oordeel', 'oordelen')}"
    st.markdown(f"{hoeveel}, met wat ervan is geworden.{apart if keuze.eenheid == 'gemeente' else ''} {zinnen.THEMA}")
    koppelingen = Koppelingen(feiten)
    links = {
        "Gemeente": ("gemeente_code", koppelingen.gemeente),
        "Indicator": ("indicator_id", koppelingen.indicator),
        "Rapport van": ("rapport_van", koppelingen.rapport),
        "Rapport naar": ("rapport_naar", koppelingen.rapport),
    }
    gevraagd = {naam: keuze.parameters[naam] for naam in vragen()["opvolging_tabel"]}
    stuk = partial(stuk_van, feiten.bron, "opvolging_tabel", gevraagd, adres=instellingen().adres_voor_lezers)
    tabel(
        woorden,
        koppen("opvolging_tabel"),
        naam="opvolging",
        feiten=feiten,
        links=links,
        # the question itself knows no filter on what it was: then the file is what stands on the page
        stuk=None if keuze.was else stuk,
        keuze=gevraagd | {"was": keuze.was},
    )


def _uitkomsten(rijen: pd.DataFrame, kant: str) -> pd.Series[str]:
    """Per row the word for what was found; none where nothing was."""
    paren = zip(rijen[f"uitkomst_{kant}"], rijen[f"bewijs_{kant}"], strict=True)
    beelden = (uitkomstbeeld(code if isinstance(code, str) else None, bewijs) for code, bewijs in paren)
    return pd.Series([beeld.woord if beeld else None for beeld in beelden], index=rijen.index, dtype="str")


#: The views of one selection, under the names by which the URL knows them.
WEERGAVEN: dict[str, Callable[[Gegevens, Filters], None]] = {
    "Heatmap": kaart,
    "Tabel": tabelweergave,
    "Per thema en gemeente": per_gemeente,
    "Per indicator en periode": per_periode,
}
