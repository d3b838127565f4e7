"""Opvolging: which verbeterpunten were picked up, where, on what evidence."""

import streamlit as st

from pagina._opvolging import filters
from pagina._opvolging import weergaven as delen
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop("Opvolging van verbeterpunten", feiten, hulp="Zoeken en vergelijken")
keuze = filters.kies(feiten)

if keuze is None:
    st.info("Er zijn nog geen oordelen in deze verzameling, dus ook geen opvolging.", icon=":material/info:")
else:
    totaal = feiten.rijen("totalen", **keuze.parameters)[0]
    delen.vraag_en_antwoord(keuze, totaal)
    delen.naar_kamerbrief(feiten, keuze)
    delen.tegels(totaal)
    delen.waarschuwingen(feiten, keuze)
    if not totaal["cellen"]:
        delen.leeg(keuze)
    else:
        weergave = delen.kies_weergave()
        delen.WEERGAVEN[weergave](feiten, keuze)
voet(feiten)
