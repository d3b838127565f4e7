"""A figure on a page: in the reader's theme, with a text that says what it shows."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from pagina.beeld.figuren import PLOTLY_CONFIG


def donker() -> bool:
    """Whether the reader looks at the dark theme."""
    return bool(st.context.theme.type == "dark")


def teken(figuur: go.Figure, tekst: str, *, sleutel: str) -> None:
    """Draw a figure, with its text for who cannot see it."""
    st.plotly_chart(figuur, width="stretch", theme=None, key=sleutel, config=PLOTLY_CONFIG, alt=tekst)
