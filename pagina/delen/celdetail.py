"""What was printed before and after, behind one cell of the heatmap. The choice lives in the URL as `cel`."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pagina.delen import zinnen
from pagina.delen.filters import Filters
from pagina.delen.gegevens import Gegevens
from pagina.delen.status import BEWIJS, STATUS, UITKOMST

#: Between kolom and indicator in the URL; ids hold no tilde.
SCHEIDING = "~"


def onthoud(cel: pd.Series | None) -> None:
    """Put the chosen cell in the URL."""
    if cel is not None:
        st.query_params["cel"] = f"{cel['kolom_id']}{SCHEIDING}{cel['indicator_id']}"


def toon(feiten: Gegevens, keuze: Filters, cellen: pd.DataFrame) -> None:
    """Show the cell that the URL names: both verdicts with their texts, evidence and place."""
    gevraagd = st.query_params.get("cel")
    if not gevraagd:
        return
    kolom, _, indicator = gevraagd.partition(SCHEIDING)
    rij = cellen[(cellen["kolom_id"] == kolom) & (cellen["indicator_id"] == indicator)]
    if rij.empty:
        st.warning("De cel in de link hoort niet bij deze selectie en wordt niet getoond.", icon="⚠️")
        return
    cel = rij.iloc[0]
    with st.container(border=True, key="cel"):
        vorm = STATUS[cel["status"]]
        st.subheader(f"{cel['gemeente']} · {cel['kort']}: {vorm.symbool} {vorm.woord}")
        st.markdown(f"{cel['indicator']}")
        regels = feiten.vraag(
            "cel", kader=keuze.kader, indicator=indicator, kolom=kolom, eenheid=keuze.eenheid, periode=cel["periode"],
            verloop=keuze.verloop,
        )  # fmt: skip
        for _, stap in regels.groupby("stap"):
            _stap(stap)


def _stap(stap: pd.DataFrame) -> None:
    """One step: the verdict it starts from on the left, what came after on the right."""
    voor, na = st.columns(2)
    with voor:
        for _, oordeel in stap[stap["kant"] == "van"].iterrows():
            _oordeel(oordeel)
        if stap["overgenomen"].iloc[0]:
            st.markdown("Een latere meting beoordeelde deze indicator niet; deze uitkomst bleef daarom gelden.")
    with na:
        later = stap[stap["kant"] == "naar"]
        if later.empty:
            st.markdown(f"**Daarna:** {STATUS[stap['status'].iloc[0]].woord}.")
        for _, oordeel in later.iterrows():
            _oordeel(oordeel)


def _oordeel(oordeel: pd.Series) -> None:
    """One printed verdict, or that none was printed, with all that it rests on."""
    uitkomst = oordeel["uitkomst"]
    if uitkomst == "niet_gedrukt":
        teken, woord = "?", "in dit rapport niet genoemd"
    else:
        teken, woord = UITKOMST[uitkomst].symbool, UITKOMST[uitkomst].woord
    st.markdown(f"**{oordeel['peiljaar']} · {teken} {woord}**  \n{oordeel['aanpak']}")
    if _gevuld(oordeel["toelichting"]):
        st.text(oordeel["toelichting"])
    if _gevuld(oordeel["opmerking"]):
        st.text(f"Let op: {oordeel['opmerking']}")
    bezoek = f", bezoek {zinnen.datum(oordeel['bezoek_op'].date())}" if pd.notna(oordeel["bezoek_op"]) else ""
    st.markdown(f"Bewijs: {BEWIJS[oordeel['bewijs']]}{bezoek}.")
    st.text(f"Op basis van: {oordeel['basis']}")
    plaats = f", {oordeel['vindplaats']}" if _gevuld(oordeel["vindplaats"]) else ""
    bladzijde = f", p. {int(oordeel['pagina'])}" if pd.notna(oordeel["pagina"]) else ""
    st.text(f"Bron: {oordeel['rapport']} ({zinnen.deeldatum(oordeel['gepubliceerd'])}){plaats}{bladzijde}.")


def _gevuld(waarde: object) -> bool:
    return isinstance(waarde, str) and bool(waarde)
