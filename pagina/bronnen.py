"""Bronnen en datakwaliteit: what every number rests on, what is odd about it, and what is missing."""

import streamlit as st

from pagina._bronnen import lijsten as delen
from pagina._bronnen import rapport
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop(
    "Bronnen en datakwaliteit",
    feiten,
    "Waar elk cijfer vandaan komt, wat eraan opvalt, en wat ontbreekt.",
    hulp="Wat zegt een cijfer niet?",
)
gekozen = rapport.kies(feiten)
if gekozen is not None:
    rapport.toon(feiten, gekozen)
st.header("Rapporten")
delen.rapporten(feiten)
st.header("Weergaven")
delen.weergaven(feiten)
st.header("Metingen")
delen.metingen(feiten)
st.header("Bijzonderheden")
delen.bijzonderheden(feiten)
st.header("Dekking per onderzoeksronde")
delen.dekking(feiten)
voet(feiten)
