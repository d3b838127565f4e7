"""Search on the Onderwerp page: everything that a word can be, so that nothing is chosen for the reader."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup, escape

from pagina._onderwerp.overal import Overal
from pagina.beeld import zinnen
from pagina.delen import web

#: Rows shown at once; a longer word gives fewer.
HOOGSTENS = 40


def gevonden(overal_: Overal, woord: str) -> None:
    """Every onderwerp, thema and indicator with this word, whatever its capitals and accents; each leads on."""
    zoek = zinnen.slak(woord)
    if not zoek:
        return
    rijen = [rij for rij in (*_onderwerpen(overal_), *_themas(overal_), *_indicatoren(overal_)) if zoek in rij[0]]
    if not rijen:
        letterlijk = zinnen.letterlijk(woord)
        st.info(
            f"Geen onderwerp, thema of indicator heeft ‘{letterlijk}’ in de naam of de tekst.", icon=":material/info:"
        )
        return
    hoeveel = f"‘{woord}’ kan {zinnen.getal(len(rijen))} dingen zijn. Kies wat u bedoelt"
    if len(rijen) == 1:
        hoeveel = f"‘{woord}’ is gevonden in één naam of tekst"
    elif len(rijen) > HOOGSTENS:
        hoeveel += f"; hier staan de eerste {HOOGSTENS}, een langer woord geeft er minder"
    web.toon(
        web.webtabel(["Naam", "Is een", "Kader"], [rij[1:] for rij in rijen[:HOOGSTENS]], bijschrift=f"{hoeveel}.")
    )


#: What is searched in, and the cells of its row.
_Rij = tuple[str, Markup, str, str]


def _onderwerpen(overal_: Overal) -> Iterator[_Rij]:
    kaders: dict[str, list[str]] = {}
    for rij in overal_.van("onderwerp"):
        kaders.setdefault(rij["sleutel"], []).append(rij["kader"])
    for rij in overal_.feiten.rijen("alle_onderwerpen"):
        code, naam = rij["onderwerp_id"], rij["onderwerp"]
        waar = zinnen.opsomming(kaders.get(code, ["geen: alleen in woorden"]))
        yield zinnen.slak(naam), web.link(overal_.naar.onderwerp(code), naam), "onderwerp", waar


def _themas(overal_: Overal) -> Iterator[_Rij]:
    for rij in overal_.van("thema"):
        weg = overal_.adres("opvolging", rij["kader_id"], {"thema": [rij["naam"]]})
        yield zinnen.slak(rij["naam"]), web.link(weg, rij["naam"]), "thema", rij["kader"]


def _indicatoren(overal_: Overal) -> Iterator[_Rij]:
    """Once over the editions, in the words of the newest."""
    for rij in overal_.feiten.rijen("indicatoren"):
        if rij["indicator_id"] != rij["begrip_id"]:
            continue
        naam = web.link(overal_.naar.indicator(rij["indicator_id"]), rij["kort"])
        cel = web.regels([naam, web.stil(escape(rij["indicator"]))])
        yield zinnen.slak(f"{rij['kort']} {rij['indicator']}"), cel, "indicator", rij["kader"]
