"""Bronnen en datakwaliteit: what every number rests on, what is odd about it, and what is missing."""

import streamlit as st

from pagina._bronnen import lijsten, rapport
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
lijsten.rapporten(feiten)
st.header("Weergaven")
lijsten.weergaven(feiten)
st.header("Metingen")
lijsten.metingen(feiten)
st.header("Bijzonderheden")
lijsten.bijzonderheden(feiten)
st.header("Dekking per onderzoeksronde")
lijsten.dekking(feiten)
voet(feiten)
