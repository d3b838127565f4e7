"""A small app around celkeuze, on the shape of the real data. Run by test_celkeuze.py; no database.

`?vorm=echt` (default), `zwolle`, `groot` or `aandeel`.
"""

import pandas as pd
import streamlit as st

from pagina.beeld.figuren import (
    aandeelkaart_tekst,
    aandeelkleuren,
    aandeellegenda,
    aandeelwijzer,
    kaartwijzer,
    statuskaart_tekst,
    statuskleuren,
    themastaven,
    themastaven_tekst,
)
from pagina.delen import web
from pagina.delen.celkeuze import celkeuze, legenda
from pagina.delen.staven import staven
from tests.pagina.figuurdata import alkmaar_leeuwarden, groot, per_gemeente, themas, zwolle

st.set_page_config(page_title="celkeuze", layout="wide")
vorm = st.query_params.get("vorm", "echt")
donker = st.context.theme.type == "dark"
cellen = {"echt": alkmaar_leeuwarden, "zwolle": zwolle, "groot": groot, "aandeel": alkmaar_leeuwarden}[vorm]()
if st.toggle("Alleen Leeuwarden", key="alleen"):
    cellen = cellen[cellen["gemeente"] == "Leeuwarden"]
st.button("Nog eens")


def status_beeld(frame: pd.DataFrame) -> None:
    """The status map and what is chosen in it."""
    wijzer = kaartwijzer(frame)
    oud = st.session_state.get("gekozen")
    keuze = celkeuze(
        wijzer,
        sleutel="kaart",
        naam="Opvolging per indicator",
        tekst=statuskaart_tekst(wijzer),
        kleuren=statuskleuren(donker=donker),
        gekozen=wijzer.plek(*oud) if oud else None,
        legenda=legenda(wijzer, donker=donker),
    )
    if keuze is not None:
        st.session_state["gekozen"] = wijzer.op(*keuze)
        st.session_state["keren"] = st.session_state.get("keren", 0) + 1
        st.rerun()
    if "gekozen" in st.session_state:
        st.write("gekozen:", " × ".join(st.session_state["gekozen"]), f"({st.session_state['keren']} keer)")


if vorm == "aandeel":
    rijen = per_gemeente()
    wijzer = aandeelwijzer(rijen)
    celkeuze(
        wijzer,
        sleutel="aandeel",
        naam="Deel opgepakt per thema en gemeente",
        tekst=aandeelkaart_tekst(rijen),
        kleuren=aandeelkleuren(donker=donker),
        legenda=aandeellegenda(wijzer, donker=donker),
    )
    web.toon(staven(themastaven(themas()), themastaven_tekst(themas()), donker=donker))
else:
    status_beeld(cellen)
