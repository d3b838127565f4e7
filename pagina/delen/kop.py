"""What every page has above and below: its title, a warning where facts are fictional, and which facts these are."""

from __future__ import annotations

import streamlit as st

from pagina.delen import klok, zinnen
from pagina.delen.gegevens import Gegevens


def kop(titel: str, feiten: Gegevens, uitleg: str = "") -> None:
    """The page's one title, with a line that says what it is for."""
    st.title(titel)
    if feiten.bevat_fictief:
        st.error("Let op: deze cijfers zijn fictief. De gemeenten en oordelen bestaan niet.", icon=":material/warning:")
    if uitleg:
        st.markdown(uitleg)


def voet(feiten: Gegevens) -> None:
    """Which dataset, by which method, known when, and today's date."""
    st.divider()
    bekend = zinnen.datum(feiten.kennisdatum.date())
    vandaag = zinnen.datum(klok.vandaag())
    st.markdown(
        f"Datasetversie `{feiten.datasetversie}` · methodeversie `{feiten.methodeversie}` · "
        f"bekend tot en met {bekend} · stand van {vandaag}"
    )
