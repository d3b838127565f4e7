"""Agenda: what is still open, since when, who should act, and what is overdue on a given day."""

import streamlit as st

from pagina._agenda import lijst
from pagina._agenda.keuze import kies
from pagina._agenda.zinnen import LEESWIJZER
from pagina.delen import web
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop(
    "Agenda",
    feiten,
    "Wat staat nog open, sinds wanneer, wie is aan zet, en wat is over tijd?",
    hulp="Een bezoek voorbereiden",
)
boven = st.container(key="antwoord")  # the answer stands above the filters on which it rests
keuze = kies(feiten)
agenda = lijst.haal(feiten, keuze)
with boven:
    lijst.antwoord(feiten, agenda)
if not agenda.punten.empty:
    st.header("Wie is aan zet?")
    lijst.wie(feiten, agenda)
    st.header("Alle punten, het langst open eerst", anchor=web.PUNTEN)
    lijst.lijst(feiten, agenda)
lijst.toezeggingen(feiten, keuze)
st.header("Zo leest u de agenda")
st.markdown(LEESWIJZER)
voet(feiten)
