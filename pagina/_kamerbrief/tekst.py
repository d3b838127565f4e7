"""What the letter says in words: the paragraphs, the source notes, and what cannot be concluded."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pagina.beeld import zinnen
from pagina.delen import web
from pagina.delen.kopieer import kopieer
from pagina.uitvoer.inhoud.stuk import Onderdeel, Stuk

NIET = "Wat u hieruit niet kunt concluderen"


def alineas(stuk: Stuk) -> None:
    """The paragraphs of each part, ready to be pasted into a letter."""
    for nr, deel in enumerate(stuk.onderdelen):
        st.header(zinnen.letterlijk(deel.kop))
        regels = Markup("").join(Markup("<p>{}</p>").format(alinea) for alinea in deel.alineas)
        web.toon(Markup('<div class="vp-brief">{}</div>').format(regels))
        kopieer(met_bronnen(deel, stuk.noten), knop="Kopieer de tekst", sleutel=f"kopieer-alinea-{nr}")


def met_bronnen(deel: Onderdeel, noten: Sequence[str]) -> str:
    """The paragraphs of a part with the source notes, as text: whoever pastes the figures has their sources too."""
    genummerd = [f"{nr}. {noot}" for nr, noot in enumerate(noten, start=1)]
    return "\n\n".join([*deel.alineas, *(["\n".join(["Bronnen:", *genummerd])] if genummerd else [])])


def noten(stuk: Stuk) -> None:
    """The source notes, numbered as they stand under the table in a file."""
    if not stuk.noten:
        return
    st.header("Bronnen")
    web.toon(web.genummerd(stuk.noten))
    kopieer("\n".join(stuk.noten), knop="Kopieer de bronnen", sleutel="kopieer-noten")


def voorbehoud(stuk: Stuk) -> None:
    """What these figures do not say, of each part apart."""
    delen = [deel for deel in stuk.onderdelen if deel.voorbehoud]
    if not delen:
        return
    st.header(NIET)
    for deel in delen:
        if len(stuk.onderdelen) > 1:
            st.subheader(zinnen.letterlijk(deel.kop))
        web.toon(web.lijst(deel.voorbehoud))
    kopieer(niet_te_concluderen(delen), knop="Kopieer het voorbehoud", sleutel="kopieer-voorbehoud")


def niet_te_concluderen(delen: Sequence[Onderdeel]) -> str:
    """The same as text: of more parts each under its own head."""
    stukken = (
        "\n".join([*([deel.kop] if len(delen) > 1 else []), *(f"- {zin}" for zin in deel.voorbehoud)]) for deel in delen
    )
    return "\n\n".join([f"{NIET}:", *stukken])
