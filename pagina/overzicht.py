"""Overzicht: what the reports say at a glance, and what is not known, as plainly."""

import streamlit as st

from pagina._overzicht import kaart as landkaart
from pagina._overzicht import kaders
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop("Welke verbeterpunten zijn opgepakt?", feiten, hulp="In één oogopslag")
stand = kaders.stand_per_kader(feiten)

links, rechts = st.container(key="naast").columns([2, 3], gap="large")
with links:
    kaders.samenvatting(feiten, stand)
with rechts:
    st.header("Op de kaart")
    landkaart.kaart(feiten, stand)
st.header("Per kader")
for kader in stand:
    kaders.kadertegel(feiten, kader)
st.header("Wat is niet bekend?")
kaders.onbekend(feiten, stand)
st.header("Open per kader")
kaders.open_tabel(feiten, stand)
kaders.actiepunten(feiten)
voet(feiten)
