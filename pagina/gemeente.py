"""Gemeente: how one gemeente stands, over all kaders and years, and what is next."""

import streamlit as st

from pagina._gemeente import antwoord, blad, dossier, kader, tijdlijn, woorden
from pagina.beeld import zinnen
from pagina.delen import keuzelijst, klok
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop(
    "Gemeente",
    feiten,
    "Eén gemeente over alle kaders en jaren: wat is gevonden, wat is opgepakt, wat open staat en wat komt.",
    hulp="Een bezoek voorbereiden",
)
gekozen = keuzelijst.gemeenten(feiten).een("gemeente", "Gemeente", leeg="kies een gemeente")

if gekozen is None:
    antwoord.begin(feiten)
else:
    gemeente = dossier.lees(feiten, gekozen, vandaag=klok.vandaag())
    st.header(zinnen.letterlijk(gemeente.naam))
    links, rechts = st.container(key="naast").columns([2, 1], gap="large")
    with links:
        antwoord.antwoord(feiten, gemeente)
    with rechts:
        antwoord.feiten_van(gemeente)
    kader_id = kader.kies(gemeente)
    if gemeente.metingen:
        st.header("Tijdlijn")
        tijdlijn.tijdlijn(feiten, gemeente, kader_id)
    if kader_id is not None:
        st.header("Voor en na, per kader")
        kader.voor_en_na(feiten, gemeente, kader_id)
    if gemeente.bevindingen:
        st.header("Sterke punten, risico’s en verklaringen")
        woorden.bevindingen(gemeente)
        st.header("Actiepunten")
        woorden.actiepunten(gemeente)
    if gemeente.eigen_metingen or gemeente.bevindingen:
        st.header("Wat nog komt")
        woorden.wat_komt(gemeente)
        st.header("Bezoekblad")
        blad.bezoekblad_knop(feiten, gemeente)
voet(feiten)
