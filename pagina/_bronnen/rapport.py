"""One rapport on the page Bronnen: what it is, what was measured, judged and said in it, and by which file we know."""

from __future__ import annotations

import streamlit as st

from pagina.beeld import zinnen
from pagina.beeld.status import BEVINDING, bewijswoord, uitkomstbeeld
from pagina.delen import web
from pagina.delen.figuurbeeld import donker
from pagina.delen.gegevens import Gegevens, Rij
from pagina.delen.keuzelijst import rapporten
from pagina.delen.koppelingen import Koppelingen

DEKKING = {"heel_kader": "heel kader", "selectie": "selectie van het kader"}


def kies(feiten: Gegevens) -> str | None:
    """The rapport that the reader opens, by its id; None when the whole list is asked for."""
    return rapporten(feiten).een("rapport", "Eén rapport openen", leeg="kies een rapport")


def toon(feiten: Gegevens, rapport_id: str) -> None:
    """Everything that this collection took from the rapport."""
    (rapport,) = (rij for rij in feiten.rijen("rapporten") if rij["rapport_id"] == rapport_id)
    naar = Koppelingen(feiten)
    with st.container(border=True, key="open-rapport"):
        st.header(zinnen.letterlijk(rapport["titel"]))
        _kenmerken(feiten, rapport)
        st.subheader("Metingen")
        _metingen(feiten, rapport_id, naar)
        st.subheader("Oordelen")
        _oordelen(feiten, rapport_id, naar)
        st.subheader("Bevindingen")
        _bevindingen(feiten, rapport_id, naar)


def _kenmerken(feiten: Gegevens, rapport: Rij) -> None:
    weergaven = [rij for rij in feiten.rijen("weergaven") if rij["rapport_id"] == rapport["rapport_id"]]
    web.toon(
        web.feitenlijst(
            {
                "Gepubliceerd": zinnen.deeldatum(rapport["gepubliceerd"]),
                "Uitgever": rapport["uitgever"],
                "Soort": rapport["soort"],
                "Kader": rapport["kaders"],
                "Opmerking": rapport["opmerking"],
                "Bekend als": web.lijst(
                    web.regels([f"{w['bestand']} ({w['vorm']})", w["opmerking"], f"SHA-256 {w['sha256']}"])
                    for w in weergaven
                ),
                "Levering": f"{rapport['levering_id']}, aanvaard op {zinnen.datum(rapport['aanvaard_op'])}",
            }
        )
    )


def _metingen(feiten: Gegevens, rapport_id: str, naar: Koppelingen) -> None:
    rijen = feiten.rijen("rapport_metingen", rapport=rapport_id)
    if not rijen:
        st.markdown("Bij dit rapport hoort geen meting.")
        return
    web.toon(
        web.webtabel(
            ["Gemeente en aanpak", "Kader", "Peiljaar", "Hoe vastgesteld", "Op basis van"],
            [
                [
                    web.regels([web.link(naar.gemeente(m["gemeente_code"]), m["gemeente"]), m["aanpak"]]),
                    m["kader"],
                    web.regels([m["peiljaar"], m["peiljaar_reden"]]),
                    web.regels([bewijswoord(m["bewijs"]), DEKKING[m["dekking"]], _wanneer(m)]),
                    web.regels([m["basis"], m["opmerking"]]),
                ]
                for m in rijen
            ],
            bijschrift="Metingen in dit rapport",
        )
    )


def _wanneer(meting: Rij) -> str:
    """When the research was done, as far as the rapport says."""
    if meting["bezoek_op"] is not None:
        return f"bezoek {zinnen.datum(meting['bezoek_op'])}"
    delen = [zinnen.deeldatum(meting["onderzoek_van"]), zinnen.deeldatum(meting["onderzoek_tot"])]
    return " tot ".join(deel for deel in delen if deel)


def _oordelen(feiten: Gegevens, rapport_id: str, naar: Koppelingen) -> None:
    rijen = feiten.rijen("rapport_oordelen", rapport=rapport_id)
    if not rijen:
        st.markdown("Dit rapport geeft geen oordeel per indicator. Wij verzinnen er geen.")
        return
    web.toon(
        web.webtabel(
            ["Indicator", "Meting", "Oordeel", "Toelichting", "Vindplaats"],
            [
                [
                    web.link(naar.indicator(o["indicator_id"]), o["indicator"]),
                    web.regels([o["peiljaar"], o["aanpak"]]),
                    (oordeel := uitkomstbeeld(o["uitkomst"], o["bewijs"])) and web.merk(oordeel, donker=donker()),
                    web.regels([o["toelichting"], o["opmerking"] and f"Let op: {o['opmerking']}"]),
                    web.regels([o["vindplaats"], o["pagina"] and f"p. {o['pagina']}"]),
                ]
                for o in rijen
            ],
            bijschrift="Oordelen in dit rapport",
        )
    )


def _bevindingen(feiten: Gegevens, rapport_id: str, naar: Koppelingen) -> None:
    rijen = feiten.rijen("rapport_bevindingen", rapport=rapport_id)
    if not rijen:
        st.markdown("Uit dit rapport zijn geen bevindingen in woorden opgenomen.")
        return
    web.toon(
        web.webtabel(
            ["Bevinding", "Soort", "Wat er staat", "Onderwerp", "Vindplaats"],
            [
                [
                    b["titel"],
                    BEVINDING[b["soort"]].een,
                    web.regels([b["tekst"], b["voor_wie"] and f"Voor: {b['voor_wie']}"]),
                    b["onderwerp_id"] and web.link(naar.onderwerp(b["onderwerp_id"]), b["onderwerp"]),
                    web.regels([b["vindplaats"], b["pagina"] and f"p. {b['pagina']}"]),
                ]
                for b in rijen
            ],
            bijschrift="Bevindingen in dit rapport",
        )
    )
