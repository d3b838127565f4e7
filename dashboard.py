"""The door: page configuration and navigation. `streamlit run dashboard.py`."""

import streamlit as st

from data.fouten import NietTeOpenen
from pagina.delen.gegevens import gegevens

st.set_page_config(page_title="Verbeterpunten", page_icon="✅", layout="wide")

bladzijden = [
    st.Page("pagina/overzicht.py", title="Overzicht", default=True),
    st.Page("pagina/opvolging.py", title="Opvolging", url_path="opvolging"),
    st.Page("pagina/gemeente.py", title="Gemeente", url_path="gemeente"),
    st.Page("pagina/onderwerp.py", title="Onderwerp", url_path="onderwerp"),
    st.Page("pagina/agenda.py", title="Agenda", url_path="agenda"),
    st.Page("pagina/bronnen.py", title="Bronnen", url_path="bronnen"),
    st.Page("pagina/uitleg.py", title="Uitleg", url_path="uitleg"),
]
gekozen = st.navigation(bladzijden, position="top")
try:
    gegevens()
except NietTeOpenen as fout:
    st.title("Nog geen gegevens")
    st.error(str(fout), icon=":material/warning:")
else:
    gekozen.run()
