"""The filters of the Agenda: a day to look from, and what narrows the list, all in the URL."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pagina._agenda.zinnen import GESLOTEN, SOORTEN, STANDEN, TERMIJNEN
from pagina.delen import adresbalk, dagkeuze, keuzelijst, klok
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst

#: The names, in the URL too, of what narrows the list.
NAUWER = ("soort", "gemeente", "termijn", "kader", "thema", "onderwerp", "stand")


@dataclass(frozen=True)
class Keuze:
    """What the reader chose. None = everything, for standen: everything that is not closed."""

    peildatum: dt.date
    soorten: list[str] | None
    gemeenten: list[str] | None
    kaders: list[str] | None
    themas: list[str] | None
    onderwerpen: list[str] | None
    standen: list[str] | None
    termijnen: list[str] | None

    @property
    def parameters(self) -> dict[str, Any]:
        """What the question agenda takes."""
        namen = ("peildatum", "soorten", "gemeenten", "kaders", "themas", "onderwerpen")
        return {naam: getattr(self, naam) for naam in namen}

    @property
    def getoonde_standen(self) -> list[str]:
        """The standen that the list shows."""
        return self.standen or [stand for stand in STANDEN if stand not in GESLOTEN]


def kies(feiten: Gegevens) -> Keuze:
    """Draw the filters and return the choice."""
    eerste = st.columns(4, vertical_alignment="bottom")
    with eerste[0]:
        peildatum = dagkeuze.kies("peildatum", "Peildatum", klok.vandaag()) or klok.vandaag()
    with eerste[1]:
        soorten = Keuzelijst(SOORTEN, SOORTEN.values()).meer("soort", "Soort punt")
    with eerste[2]:
        gemeenten = keuzelijst.gemeenten(feiten).meer("gemeente", "Gemeente")
    with eerste[3]:
        termijnen = Keuzelijst(TERMIJNEN, TERMIJNEN.values()).meer("termijn", "Termijn")
    tweede = st.columns(4, vertical_alignment="bottom")
    with tweede[0]:
        lijst = feiten.vraag("kaders")
        kaders = Keuzelijst(lijst["kader_id"], lijst["kader"]).meer("kader", "Kader")
    with tweede[1]:
        namen = list(dict.fromkeys(feiten.vraag("indicatoren")["thema"]))
        themas = Keuzelijst(namen, namen).meer("thema", "Thema")
    with tweede[2]:
        onderwerpen = keuzelijst.onderwerpen(feiten).meer("onderwerp", "Onderwerp")
    with tweede[3]:
        standen = Keuzelijst(STANDEN, STANDEN.values()).meer("stand", "Stand")
    st.button("Wis filters", on_click=wis, disabled=not gekozen_woorden())
    return Keuze(peildatum, soorten, gemeenten, kaders, themas, onderwerpen, standen, termijnen)


def wis() -> None:
    """Widen every filter; the peildatum stays."""
    for sleutel in NAUWER:
        st.session_state[sleutel] = []


def gekozen_woorden() -> dict[str, list[str]]:
    """What narrows the list, in the words that the reader sees and the URL carries."""
    return adresbalk.gekozen(NAUWER)
