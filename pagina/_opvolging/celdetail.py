"""What was printed before and after, behind one cell of the heatmap; the choice lives in the URL as `cel`."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from pagina._opvolging.filters import Filters
from pagina.beeld import zinnen
from pagina.beeld.status import STATUS, UITKOMST, bewijswoord, statusbeeld
from pagina.delen import web
from pagina.delen.gegevens import Gegevens, Rij
from pagina.delen.koppelingen import Koppelingen

#: Between indicator and kolom in the URL; ids hold no tilde.
SCHEIDING = "~"
#: Where on the page the detail begins.
ANKER = "gekozen-cel"


def gevraagd() -> tuple[str, str] | None:
    """The (indicator_id, kolom_id) that the URL names, whether or not it is in view."""
    indicator, _, kolom = st.query_params.get("cel", "").partition(SCHEIDING)
    return (indicator, kolom) if indicator and kolom else None


def onthoud(cel: tuple[str, str] | None) -> None:
    """Put the chosen cell in the URL."""
    if cel is not None:
        st.query_params["cel"] = SCHEIDING.join(cel)


def wijs(cellen: pd.DataFrame) -> None:
    """Say, where the map ends, that the chosen cell is opened below: its detail may lie out of view."""
    rij = _gekozen(cellen)
    if not rij.empty:
        weg = web.link(f"#{ANKER}", f"Zie hieronder: {_kop(rij.iloc[0])}")
        web.toon(Markup('<p>{} <span aria-hidden="true">↓</span></p>').format(weg))


def _gekozen(cellen: pd.DataFrame) -> pd.DataFrame:
    """The cell that the URL names; no row where it is not in view."""
    indicator, kolom = gevraagd() or ("", "")
    return cellen[(cellen["kolom_id"] == kolom) & (cellen["indicator_id"] == indicator)]


def _kop(cel: pd.Series[Any]) -> str:
    beeld = statusbeeld(cel["status"], was_verbeterpunt=bool(cel["was_verbeterpunt"]))
    return f"{cel['gemeente']} · {cel['kort']}: {beeld.merk}"


def toon(feiten: Gegevens, keuze: Filters, cellen: pd.DataFrame) -> None:
    """Show the cell that the URL names: both verdicts with their texts, evidence and place."""
    if "cel" not in st.query_params:
        return
    rij = _gekozen(cellen)
    if rij.empty:
        gekozen = st.query_params["cel"]
        st.warning(
            f"De cel ‘{gekozen}’ in de link hoort niet bij deze selectie en wordt niet getoond.",
            icon=":material/warning:",
        )
        return
    cel = rij.iloc[0]
    with st.container(border=True, key="cel"):
        st.header(_kop(cel), anchor=ANKER)
        naar = Koppelingen(feiten)
        web.toon(
            web.zin(
                "{gemeente} · {indicator}",
                gemeente=web.link(naar.gemeente(cel["gemeente_code"]), cel["gemeente"]),
                indicator=web.link(naar.indicator(cel["indicator_id"]), cel["indicator"]),
            )
        )
        regels = feiten.rijen(
            "cel",
            kader=keuze.kader,
            indicator=cel["indicator_id"],
            kolom=cel["kolom_id"],
            eenheid=keuze.eenheid,
            periode=cel["periode"],
            verloop=keuze.verloop,
        )
        for _, stap in groupby(regels, key=itemgetter("stap")):
            _stap(list(stap), naar)


def _stap(stap: list[Rij], naar: Koppelingen) -> None:
    """One step: the verdict it starts from on the left, what came after on the right."""
    voor, na = st.columns(2)
    with voor:
        for oordeel in (regel for regel in stap if regel["kant"] == "van"):
            _oordeel(oordeel, naar)
        if stap[0]["overgenomen"]:
            st.markdown("Een latere meting beoordeelde deze indicator niet; deze uitkomst bleef daarom gelden.")
    with na:
        later = [regel for regel in stap if regel["kant"] == "naar"]
        if not later:
            st.markdown(f"**Daarna:** {STATUS[stap[0]['status']].woord}.")
        for oordeel in later:
            _oordeel(oordeel, naar)


def _oordeel(oordeel: Rij, naar: Koppelingen) -> None:
    """One printed verdict, or that none was printed, with all that it rests on. What a report says is shown as text."""
    uitkomst = oordeel["uitkomst"]
    merk = "? in dit rapport niet genoemd" if uitkomst == "niet_gedrukt" else UITKOMST[uitkomst].merk
    st.markdown(f"**{oordeel['peiljaar']} · {merk}**")
    st.text(oordeel["aanpak"])
    if oordeel["toelichting"]:
        st.text(oordeel["toelichting"])
    if oordeel["opmerking"]:
        st.text(f"Let op: {oordeel['opmerking']}")
    bezoek = f", bezoek {zinnen.datum(oordeel['bezoek_op'])}" if oordeel["bezoek_op"] else ""
    st.text(f"Bewijs: {bewijswoord(oordeel['bewijs'])}{bezoek}.")
    st.text(f"Op basis van: {oordeel['basis']}")
    plaats = f", {oordeel['vindplaats']}" if oordeel["vindplaats"] else ""
    bladzijde = f", p. {oordeel['pagina']}" if oordeel["pagina"] else ""
    web.toon(
        web.zin(
            "Bron: {rapport} ({datum}){plaats}.",
            rapport=web.link(naar.rapport(oordeel["rapport_id"]), oordeel["rapport"]),
            datum=zinnen.deeldatum(oordeel["gepubliceerd"]),
            plaats=plaats + bladzijde,
        )
    )
