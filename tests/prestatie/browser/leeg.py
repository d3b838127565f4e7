"""The least that Streamlit does on a click: one choice, one line of text. What pages are timed beside."""

import streamlit as st

st.set_page_config(page_title="Leeg", layout="wide")
st.write("Gekozen:", st.radio("Keuze", ["een", "twee"], horizontal=True))
