"""The views of Opvolging that show shares, and the verdicts behind each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from pagina._opvolging.filters import Filters
from pagina.beeld import figuren, zinnen
from pagina.beeld.status import bewijswoord, is_verteld, statusbeeld, uitkomstbeeld
from pagina.delen import web
from pagina.delen.celkeuze import celkeuze
from pagina.delen.figuurbeeld import donker
from pagina.delen.gegevens import Gegevens, Rij, als_rijen
from pagina.delen.keuzelijst import Keuzelijst, gemeenten
from pagina.delen.koppelingen import Koppelingen
from pagina.delen.tabellen import tabel
from pagina.delen.toegang import deel

#: Between row and column of a chosen cell in the URL.
SCHEIDING = "~"
#: In the URL: the chosen cell, by the words beside and above it.
SLEUTEL = "vak"


@dataclass(frozen=True)
class _Aandelen:
    """The shares of a selection as rows, as a map and in words."""

    rijen: pd.DataFrame
    wijzer: figuren.Kaartwijzer
    tekst: str

    @property
    def omvang(self) -> int:
        return int(self.rijen.memory_usage(deep=True).sum()) + self.wijzer.omvang


@deel
def per_gemeente(feiten: Gegevens, keuze: Filters) -> None:
    """Share picked up by thema × gemeente. A fragment: a choice made here draws nothing else of the page again."""
    naam = "aandeel opgepakt per thema en gemeente"
    aandelen = _aandelen(feiten, keuze, naam, _per_gemeente)
    rij = _kaart(aandelen, naam=naam)
    if rij is not None:
        achter = feiten.vraag("opvolging_tabel", **keuze.parameters | {"statussen": None})
        achter = achter[(achter["thema_nu"] == rij["rij"]) & (achter["gemeente_code"] == rij["gemeente_code"])]
        _achter(feiten, keuze, rij, achter)
    _tabel(feiten, keuze, aandelen.rijen, naam=naam, rij="Thema", kolom="Gemeente")


@deel
def per_periode(feiten: Gegevens, keuze: Filters) -> None:
    """Share picked up by indicator × period; each period by itself. A fragment likewise."""
    naam = "aandeel opgepakt per indicator en periode"
    aandelen = _aandelen(feiten, keuze, naam, _per_periode)
    rij = _kaart(aandelen, naam=naam)
    if rij is not None:
        achter = feiten.vraag("opvolging_tabel", **keuze.parameters | {"statussen": None, "periode": rij["periode"]})
        _achter(feiten, keuze, rij, achter[achter["begrip_id"] == rij["indicator_id"]])
    _tabel(feiten, keuze, aandelen.rijen, naam=naam, rij="Indicator", kolom="Periode")


def _aandelen(
    feiten: Gegevens, keuze: Filters, naam: str, vraag: Callable[[Gegevens, Filters], pd.DataFrame]
) -> _Aandelen:
    """The shares under a name, kept for the next reader with the same selection."""

    def maak() -> _Aandelen:
        rijen = vraag(feiten, keuze)
        return _Aandelen(rijen, figuren.aandeelwijzer(rijen), figuren.aandeelkaart_tekst(rijen))

    return feiten.onthoud(naam, maak, keuze=keuze.parameters, grootte=lambda aandelen: aandelen.omvang)


def _per_gemeente(feiten: Gegevens, keuze: Filters) -> pd.DataFrame:
    rijen = feiten.vraag("aandeel_per_gemeente", **keuze.parameters)
    return rijen.assign(kolom=rijen["gemeente_code"].map(gemeenten(feiten).woord))


def _per_periode(feiten: Gegevens, keuze: Filters) -> pd.DataFrame:
    rijen = feiten.vraag("aandeel_per_periode", **keuze.parameters)
    paren = als_rijen(rijen[["jaar_van", "jaar_naar"]])
    uniek = rijen.drop_duplicates("indicator_id")
    return rijen.assign(
        periode=rijen["kolom"],
        kolom=[zinnen.periode(paar["jaar_van"], paar["jaar_naar"]) for paar in paren],
        rij=rijen["indicator_id"].map(Keuzelijst(uniek["indicator_id"], uniek["rij"]).woord),
    )


def _kaart(aandelen: _Aandelen, *, naam: str) -> Rij | None:
    """The share map with its text; gives the row whose cell is chosen, by the link or just now."""
    rijen, wijzer = aandelen.rijen, aandelen.wijzer
    if rijen.empty:
        st.info(
            "In deze selectie zijn geen verbeterpunten vastgesteld, dus is er geen aandeel.", icon=":material/info:"
        )
        return None
    if len(rijen) > 1:
        celkeuze(
            wijzer,
            sleutel="aandeelkaart",
            naam=zinnen.hoofd(naam),
            tekst=aandelen.tekst,
            kleuren=figuren.aandeelkleuren(donker=donker()),
            gekozen=wijzer.plek(*_gevraagd()),
            legenda=figuren.aandeellegenda(wijzer, donker=donker()),
            bij_keuze=_onthoud,
        )
    st.markdown(zinnen.letterlijk(aandelen.tekst))
    return _gekozen_rij(rijen)


def _gevraagd() -> tuple[str, str]:
    rij, _, kolom = st.query_params.get(SLEUTEL, "").partition(SCHEIDING)
    return rij, kolom


def _onthoud(cel: tuple[str, str]) -> None:
    """Put the chosen cell in the URL."""
    st.query_params[SLEUTEL] = SCHEIDING.join(cel)


def _gekozen_rij(rijen: pd.DataFrame) -> Rij | None:
    """The row that the link names; a name that is not in view is told and left alone."""
    if SLEUTEL not in st.query_params:
        return None
    rij, kolom = _gevraagd()
    gevonden = rijen[(rijen["rij"] == rij) & (rijen["kolom"] == kolom)]
    if gevonden.empty:
        gekozen = zinnen.letterlijk(st.query_params[SLEUTEL])
        st.warning(
            f"Het vak ‘{gekozen}’ in de link hoort niet bij deze selectie en wordt niet getoond.",
            icon=":material/warning:",
        )
        return None
    return {str(k): v for k, v in gevonden.iloc[0].items()}


def _achter(feiten: Gegevens, keuze: Filters, rij: Rij, stappen: pd.DataFrame) -> None:
    """The verdicts behind one share: every step that started from a verbeterpunt."""
    stappen = stappen[stappen["was_verbeterpunt"]]
    naar = Koppelingen(feiten)
    with st.container(border=True, key="vak"):
        st.header(zinnen.letterlijk(f"{rij['kolom']} · {rij['rij']}"))
        st.markdown(zinnen.opgepakt_zin(rij, rij.get("jaar_van", keuze.jaar_van)))
        if rij["beoordeeld"]:
            st.markdown(zinnen.aandelen(rij))
        if keuze.eenheid == "gemeente":
            st.markdown("De tabel geeft elke aanpak apart; het cijfer telt ze per gemeente als één.")
        web.toon(
            web.webtabel(
                ["Gemeente en aanpak", "Indicator", "Was", "Werd", "Opvolging"],
                [_stap(stap, naar) for stap in als_rijen(stappen)],
                bijschrift=f"De oordelen achter dit cijfer: {rij['kolom']}, {rij['rij']}",
            )
        )


def _stap(stap: Rij, naar: Koppelingen) -> list[object]:
    """One step as cells: who, on what, before, after, and what became of it."""
    donker_ = donker()
    rapporten = [stap["rapport_van"], stap["rapport_naar"] or ""]
    was, werd = (uitkomstbeeld(stap[f"uitkomst_{kant}"], stap[f"bewijs_{kant}"]) for kant in ("van", "naar"))
    return [
        web.regels([web.link(naar.gemeente(stap["gemeente_code"]), stap["gemeente"]), stap["aanpak_van"]]),
        web.link(naar.indicator(stap["indicator_id"]), stap["indicator"]),
        web.regels(
            [
                zinnen.eerder(stap["jaar_van"]) if stap["overgenomen"] else stap["jaar_van"],
                was and web.merk(was, donker=donker_),
                stap["toelichting_van"],
                web.link(naar.rapport(rapporten[0]), stap["vindplaats_van"]),
            ]
        ),
        web.regels(
            [
                stap["jaar_naar"],
                werd and web.merk(werd, donker=donker_),
                bewijswoord(stap["bewijs_naar"]),
                stap["toelichting_naar"],
                stap["vindplaats_naar"] and web.link(naar.rapport(rapporten[1]), stap["vindplaats_naar"]),
            ]
        ),
        web.merk(statusbeeld(stap["status"], verteld=is_verteld(stap["bewijs_naar"])), donker=donker_),
    ]


def _tabel(feiten: Gegevens, keuze: Filters, rijen: pd.DataFrame, *, naam: str, rij: str, kolom: str) -> None:
    """The numbers of the map."""
    if rijen.empty:
        return
    koppelingen = Koppelingen(feiten)
    naar = {"Gemeente": ("gemeente_code", koppelingen.gemeente), "Indicator": ("indicator_id", koppelingen.indicator)}
    tabel(
        rijen,
        {
            "rij": rij,
            "kolom": kolom,
            "vastgesteld": "Verbeterpunten vastgesteld",
            "eerder_vastgesteld": "Waarvan eerder vastgesteld",
            "beoordeeld": "Later beoordeeld",
            "opgepakt": "Opgepakt",
            "getoetst": "Opgepakt, opnieuw getoetst",
            "verteld": "Opgepakt, volgens de gemeente zelf",
            "deels_opgepakt": "Deels opgepakt",
            "niet_opgepakt": "Niet opgepakt",
            "niet_beoordeeld": "Niet beoordeeld",
            "nog_niet_hertoetst": "Nog niet hertoetst",
            "vervallen": "Vervallen",
            "rapporten": "Rapporten",
        },
        naam=naam,
        feiten=feiten,
        links={kop: link for kop, link in naar.items() if kop in {rij, kolom}},
        keuze=keuze.parameters,
    )
