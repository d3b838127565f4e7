"""Put a levering right without reading its report again: a voorstel of it, opened on the page Inlezen."""

from __future__ import annotations

import streamlit as st

from data.aanvaarding.geschiedenis import Stap
from data.fouten import LeveringOnbekend, in_een_zin
from data.instellingen import instellingen
from data.rapporten.bekend import bekend
from data.rapporten.voorstel import nieuwe_map, uit_levering
from pagina.delen import peil, web


def knop(stap: Stap) -> None:
    """The button, and for a levering with several rapporten which of them."""
    kennis = bekend()
    titels = {rij["rapport_id"]: rij["titel"] for rij in kennis.tabellen_van(stap.levering_id).get("rapporten", [])}
    rapport_id = next(iter(titels), "")
    if len(titels) > 1:
        rapport_id = st.selectbox(
            "Welk rapport?", list(titels), format_func=titels.__getitem__, key="corrigeer-rapport"
        )
    st.markdown("Klopt een oordeel, een meting of een bevinding niet? Verander alleen dat; al het andere blijft zo.")
    if not st.button("Corrigeer deze levering", type="primary", key="corrigeren"):
        return
    try:
        with st.spinner("De levering wordt klaargezet …"):
            naar = nieuwe_map(instellingen().voorstellen, stap.levering_id)
            voorstel = uit_levering(stap.levering_id, bekend=kennis, naar=naar, rapport_id=rapport_id)
    except (LeveringOnbekend, OSError) as fout:
        web.toon(web.melding("fout", in_een_zin(fout)))
        return
    st.switch_page("pagina/inlezen.py", query_params={"voorstel": voorstel.map.name, **peil.gekozen().mee})
