"""Onderwerp: how one indicator or one onderwerp fares across the country and across kaders."""

import streamlit as st

from pagina._onderwerp import een, overal, zoeken
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
land = overal.overal(feiten)
zoeken.gevonden(land, keuze.zoek)

if keuze.indicator is not None:
    een.indicator_antwoord(land, keuze.indicator)
    st.header("Verloop per gemeente")
    fijn = verfijn(feiten)
    rijen = lopen.lopen(land, keuze, fijn)
    lopen.verloop(land, rijen, keuze, fijn)
    lopen.uitvoer_verloop(land, rijen)
    lopen.bevindingen(land, keuze, fijn)
elif keuze.onderwerp is not None:
    een.onderwerp_antwoord(land, keuze.onderwerp)
    st.header("Verloop per gemeente")
    fijn = verfijn(feiten)
    rijen = lopen.lopen(land, keuze, fijn)
    links, rechts = st.columns([2, 1], gap="large")
    with links:
        lopen.verloop(land, rijen, keuze, fijn)
    with rechts:
        een.wat_gevraagd_wordt(land, keuze.onderwerp)
    lopen.uitvoer_verloop(land, rijen)
    lopen.bevindingen(land, keuze, fijn)
else:
    overal.alles(land)
voet(feiten)
