"""A figure on a page: in the reader's theme, with a text that says what it shows."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from pagina.delen.figuren import PLOTLY_CONFIG


def donker() -> bool:
    """Whether the reader looks at the dark theme."""
    return bool(st.context.theme.type == "dark")


def toon_figuur(figuur: go.Figure, tekst: str, *, sleutel: str) -> None:
    """Show a figure with its text as alternative, and the same text below it for everyone."""
    st.plotly_chart(figuur, width="stretch", theme=None, key=sleutel, config=PLOTLY_CONFIG, alt=tekst)
    st.markdown(tekst)
