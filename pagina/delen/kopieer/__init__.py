"""A button that puts a text on the clipboard, as it stands: for what a reader pastes into a letter.

A small component of our own: Streamlit's own copy button comes only with a block of code. The text reaches the page
as data, never as HTML. Where the browser gives a page no clipboard (no https), the button says so, and the text can
still be selected.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_MAP = Path(__file__).parent
_onderdeel = st.components.v2.component(
    "kopieer",
    js=(_MAP / "kopieer.js").read_text(encoding="utf-8"),
    css=(_MAP / "kopieer.css").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def kopieer(tekst: str, *, knop: str, sleutel: str) -> None:
    """Draw a button with the words `knop` that copies `tekst`. `sleutel` is its own for each button on the page."""
    _onderdeel(key=sleutel, data={"tekst": tekst, "knop": knop})
