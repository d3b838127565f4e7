"""Opvolging: which verbeterpunten were picked up, where, on what evidence."""

import streamlit as st

from pagina._opvolging import filters, weergaven
from pagina.delen import web
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop("Opvolging van verbeterpunten", feiten, hulp="Zoeken en vergelijken")
keuze = filters.kies(feiten)

if keuze is None:
    st.info("Er zijn nog geen oordelen in deze verzameling, dus ook geen opvolging.", icon=":material/info:")
else:
    totaal = feiten.rijen("totalen", **keuze.parameters)[0]
    weergaven.vraag_en_antwoord(feiten, keuze, totaal)
    weergaven.naar_kamerbrief(feiten, keuze)
    weergaven.tegels(feiten, keuze, totaal)
    web.hier_staan_punten()
    with st.container(key="beeld"):
        with st.container(key="let-op"):
            weergaven.waarschuwingen(feiten, keuze)
        if not totaal["cellen"]:
            weergaven.leeg(keuze)
        else:
            weergave = weergaven.kies_weergave()
            weergaven.WEERGAVEN[weergave](feiten, keuze)
voet(feiten)
