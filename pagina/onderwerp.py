"""Onderwerp: how one indicator or one onderwerp fares across the country and across kaders."""

import streamlit as st

from pagina._onderwerp import een
from pagina._onderwerp import overal as delen
from pagina._onderwerp import verloop as lopen
from pagina._onderwerp.keuze import kies, verfijn
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop(
    "Onderwerp",
    feiten,
    "Hoe staat een onderwerp of een indicator ervoor, per gemeente en in elk kader?",
    hulp="Zoeken en vergelijken",
)
keuze = kies(feiten)
overal = delen.overal(feiten)

if keuze.indicator is not None:
    een.indicator_antwoord(overal, keuze.indicator)
    st.header("Verloop per gemeente")
    fijn = verfijn(feiten)
    rijen = lopen.lopen(overal, keuze, fijn)
    lopen.verloop(overal, rijen, keuze, fijn)
    lopen.uitvoer_verloop(overal, rijen)
    lopen.bevindingen(overal, keuze, fijn)
elif keuze.onderwerp is not None:
    een.onderwerp_antwoord(overal, keuze.onderwerp)
    st.header("Verloop per gemeente")
    fijn = verfijn(feiten)
    rijen = lopen.lopen(overal, keuze, fijn)
    links, rechts = st.columns([2, 1], gap="large")
    with links:
        lopen.verloop(overal, rijen, keuze, fijn)
    with rechts:
        een.wat_gevraagd_wordt(overal, keuze.onderwerp)
    lopen.uitvoer_verloop(overal, rijen)
    lopen.bevindingen(overal, keuze, fijn)
else:
    delen.alles(overal)
voet(feiten)
