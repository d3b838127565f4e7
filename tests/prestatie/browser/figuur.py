"""A page with one small Plotly chart: what a first visit to the product is timed beside."""

import plotly.graph_objects as go
import streamlit as st

st.set_page_config(page_title="Figuur", layout="wide")
st.plotly_chart(go.Figure(go.Bar(x=["een", "twee", "drie"], y=[3, 1, 2])), theme=None)
