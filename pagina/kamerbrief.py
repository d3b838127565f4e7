"""Kamerbrief: a selection as sentences, a table, a figure and files that survive questions from parliament."""

import streamlit as st

from pagina._kamerbrief import bestanden, controle, figuur, keuze, stuk, tekst
from pagina._kamerbrief.tabel import tabel
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop(
    "Kamerbrief",
    feiten,
    "Kies waarover de brief gaat. U krijgt een alinea, een tabel, een figuur en bestanden, later na te rekenen.",
    hulp="Een Kamerbrief maken",
)
gekozen = keuze.kies(feiten)
brief = stuk.maak(feiten, gekozen) if gekozen is not None else None

if gekozen is not None and brief is not None:
    tekst.alineas(brief)
    st.header("Tabel")
    tabel(brief.tabel)
    figuur.toon(feiten, gekozen, brief)
    tekst.voorbehoud(brief)
    st.header("Bestanden")
    bestanden.nummer(brief)
    bestanden.knoppen(brief)
    tekst.noten(brief)
    bestanden.herkomst(brief)
    controle.controle(datasetversie=feiten.datasetversie)
    bestanden.opnieuw(brief)
voet(feiten)
