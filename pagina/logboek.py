"""Logboek: who accepted, replaced, took back, made public or exported what, and when. For beheerders only."""

import streamlit as st

from data.fouten import LogboekDicht
from pagina._logboek import blad, regels
from pagina.delen import web
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop(
    "Logboek",
    feiten,
    "Wie heeft wanneer iets aanvaard, vervangen, ingetrokken, openbaar gemaakt of geëxporteerd?",
    hulp="Wie mag wat?",
)
st.markdown(blad.UITLEG)
try:
    boek, tegen = regels.lees()
except LogboekDicht as dicht:
    web.toon(web.melding("fout", str(dicht)))
else:
    blad.oordeel(boek, tegen)
    blad.toon(feiten, boek, blad.kies(boek))
voet(feiten)
