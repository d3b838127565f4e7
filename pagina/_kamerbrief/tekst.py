"""What the letter says in words: the paragraphs, the source notes, and what cannot be concluded."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from pagina.delen import web
from pagina.delen.kopieer import kopieer
from pagina.uitvoer.inhoud.stuk import Stuk


def alineas(stuk: Stuk) -> None:
    """The paragraphs of each part, ready to be pasted into a letter."""
    for nr, deel in enumerate(stuk.onderdelen):
        st.header(deel.kop)
        regels = Markup("").join(Markup("<p>{}</p>").format(alinea) for alinea in deel.alineas)
        web.toon(Markup('<div class="vp-brief">{}</div>').format(regels))
        kopieer("\n\n".join(deel.alineas), knop="Kopieer de tekst", sleutel=f"kopieer-alinea-{nr}")


def noten(stuk: Stuk) -> None:
    """The source notes, numbered as they stand under the table in a file."""
    if not stuk.noten:
        return
    st.header("Bronnen")
    web.toon(web.genummerd(stuk.noten))
    kopieer("\n".join(stuk.noten), knop="Kopieer de bronnen", sleutel="kopieer-noten")


def voorbehoud(stuk: Stuk) -> None:
    """What these figures do not say, of each part apart."""
    if not any(deel.voorbehoud for deel in stuk.onderdelen):
        return
    st.header("Wat u hieruit niet kunt concluderen")
    for deel in stuk.onderdelen:
        if deel.voorbehoud:
            if len(stuk.onderdelen) > 1:
                st.subheader(deel.kop)
            web.toon(web.lijst(deel.voorbehoud))
