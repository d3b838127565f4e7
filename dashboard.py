"""The door: page configuration and navigation. `streamlit run dashboard.py`."""

import streamlit as st

from data.fouten import NietTeOpenen
from pagina.delen.gegevens import gegevens

st.set_page_config(page_title="Verbeterpunten", page_icon="✅", layout="wide")

bladzijden = [
    st.Page("pagina/overzicht.py", title="Overzicht", default=True),
    st.Page("pagina/opvolging.py", title="Opvolging", url_path="opvolging"),
    st.Page("pagina/bronnen.py", title="Bronnen en datakwaliteit", url_path="bronnen"),
]
gekozen = st.navigation(bladzijden, position="top")
try:
    gegevens()
except NietTeOpenen as fout:
    st.title("Nog geen gegevens")
    st.error(str(fout), icon="⚠️")
else:
    gekozen.run()
