"""Uitleg: what the numbers mean, how they are counted, and what they do not say."""

import streamlit as st

from pagina._uitleg import hoofdstukken as delen
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop("Uitleg", feiten, "Wat ‘opgepakt’ betekent, hoe wordt geteld, en wat de cijfers niet zeggen.")
hoofdstukken = delen.hoofdstukken()
delen.inhoud(list(hoofdstukken))
for titel, tekst in hoofdstukken.items():
    st.header(titel, anchor=delen.anker(titel))
    st.markdown(tekst)
    if titel in delen.DAARNA:
        delen.DAARNA[titel]()
voet(feiten)
