"""The time line of the page Gemeente: its metingen and rapporten as a figure or as a table."""

from __future__ import annotations

from operator import itemgetter

import pandas as pd
import streamlit as st

from pagina._gemeente.dossier import Dossier
from pagina.beeld import figuren, zinnen
from pagina.beeld.status import bewijswoord
from pagina.delen import web
from pagina.delen.figuurbeeld import donker, teken
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst

#: A time line with more lanes than this shows one kader at a time.
HOOGSTENS_BANEN = 8
#: Bytes that a time line takes, on the wide side.
OMVANG = 1_000_000


def tijdlijn(feiten: Gegevens, gemeente: Dossier, kader_id: str | None) -> None:
    """The aanpakken and their metingen in time; of one meting a sentence, no figure."""
    aanpakken, metingen, lijnen, rapporten = frames(gemeente)
    if len(metingen) == 1 and len(aanpakken) == 1:
        st.text(figuren.tijdlijn_tekst(aanpakken, metingen, lijnen, rapporten))
        return
    weergaven = ("Tijdlijn", "Tabel")
    if Keuzelijst(weergaven, weergaven).knoppen("tijdlijn", "Weergave van de tijd") == "Tabel":
        _metingentabel(gemeente)
        return
    if len(metingen.groupby(["aanpak_id", "kader_id"])) > HOOGSTENS_BANEN and kader_id in gemeente.kaders:
        metingen = metingen[metingen["kader_id"] == kader_id]
        st.markdown("De tijdlijn toont de metingen onder het gekozen kader; de tabel toont ze alle.")
    uitleg = zinnen.opsomming(f"{letter} = {woord}" for letter, woord in figuren.bewijsletters(metingen))
    if figuren.tijdlijn_krap(metingen, rapporten):
        st.markdown(f"{uitleg}; onderaan het aantal rapporten per jaar.")
    else:
        st.markdown(f"✗ is het aantal verbeterpunten, ? wat niet is beoordeeld. {uitleg}; R = rapport.")
    # each time that something is chosen on the page it is drawn again; Plotly takes long to make it
    figuur = feiten.onthoud(
        "tijdlijn",
        lambda: figuren.tijdlijn(aanpakken, metingen, lijnen, rapporten, donker=donker()),
        keuze={"gemeente": gemeente.code, "kaders": sorted(set(metingen["kader_id"])), "donker": donker()},
        grootte=lambda _: OMVANG,
    )
    tekst = figuren.tijdlijn_tekst(aanpakken, metingen, lijnen, rapporten)
    teken(figuur, tekst, sleutel="figuur-tijdlijn")
    st.text(tekst)


def frames(gemeente: Dossier) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The aanpakken, metingen, takeovers and rapporten of the time line, as its figure takes them."""
    lijnen = [
        {"van": stap["van"], "naar": aanpak["aanpak_id"]}
        for aanpak in gemeente.aanpakken
        for stap in aanpak["overgenomen_van"]
    ]
    bladen = {m["rapport_id"]: {"titel": m["rapport"], "gepubliceerd": m["gepubliceerd"]} for m in gemeente.metingen}
    return (
        pd.DataFrame([{**a, "elders": a["gemeente_code"] != gemeente.code} for a in gemeente.aanpakken]),
        pd.DataFrame(gemeente.metingen),
        pd.DataFrame(lijnen, columns=["van", "naar"]),
        pd.DataFrame(sorted(bladen.values(), key=itemgetter("gepubliceerd", "titel"))),
    )


def _metingentabel(gemeente: Dossier) -> None:
    """The same as the time line, as a table: newest meting first."""
    nam_over = {
        aanpak["aanpak_id"]: zinnen.opsomming(
            next((a["aanpak"] for a in gemeente.aanpakken if a["aanpak_id"] == stap["van"]), stap["van"])
            for stap in aanpak["overgenomen_van"]
        )
        for aanpak in gemeente.aanpakken
    }
    rijen = [
        (
            meting["peiljaar"],
            web.regels([meting["aanpak"], meting["gemeente"] if meting["gemeente_code"] != gemeente.code else None]),
            nam_over.get(meting["aanpak_id"]) or "",
            meting["kader"],
            bewijswoord(meting["bewijs"]),
            zinnen.getal(meting["verbeterpunten"]) if meting["oordelen"] else "geen oordeel per indicator",
            zinnen.getal(meting["niet_beoordeeld"]) if meting["oordelen"] else "",
            web.regels(
                [
                    web.link(gemeente.koppelingen.rapport(meting["rapport_id"]), meting["rapport"]),
                    zinnen.deeldatum(meting["gepubliceerd"]),
                ]
            ),
        )
        for meting in reversed(gemeente.metingen)
    ]
    koppen = ("Peiljaar", "Aanpak", "Nam over van", "Kader", "Bewijs", "Verbeterpunten", "Niet beoordeeld", "Rapport")
    web.toon(web.webtabel(koppen, rijen, bijschrift=f"Metingen van {gemeente.naam}, de nieuwste bovenaan"))
