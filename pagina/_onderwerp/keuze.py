"""What the Onderwerp page is about: the chosen onderwerp or indicator, and which gemeenten of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from pagina.beeld import zinnen
from pagina.delen import keuzelijst
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst

#: Rows drawn at once; more go on the next part.
PER_DEEL = 50
TONEN = {"alles": "alles", "open": "alleen wat nu open is"}


@dataclass(frozen=True)
class Keuze:
    """The ids in the URL; an indicator wins from the onderwerp it lies under. None = no choice. `zoek`: a word."""

    onderwerp: str | None
    indicator: str | None
    zoek: str


@dataclass(frozen=True)
class Verfijning:
    """Which rows of it are shown, under the names of the query parameters."""

    gemeenten: list[str] | None
    provincies: list[str] | None
    alleen_open: bool

    @property
    def gebied(self) -> dict[str, Any]:
        """The part that says where."""
        return {"gemeenten": self.gemeenten, "provincies": self.provincies}


class _Indicatoren(Keuzelijst):
    """The indicatoren under one onderwerp, that know why another one in the link does not count."""

    def __init__(self, onder: dict[str, str], alle: Keuzelijst, onderwerp: str) -> None:
        super().__init__(onder, onder.values())
        self._elders = {alle.woord(code) for code in alle.codes} - set(onder.values())
        self._onderwerp = onderwerp

    def meld_onbekend(self, sleutel: str, naam: str) -> None:
        """Name what lies under another onderwerp by that reason, and the rest as every list does."""
        waarde = st.query_params.get(sleutel, "")
        if waarde not in self._elders:
            super().meld_onbekend(sleutel, naam)
            return
        st.warning(
            f"De indicator ‘{zinnen.letterlijk(waarde)}’ hoort niet bij het onderwerp "
            f"‘{zinnen.letterlijk(self._onderwerp)}’ en telt niet mee. Kies een indicator uit de "
            "lijst, of wis het onderwerp.",
            icon=":material/warning:",
        )


def kies(feiten: Gegevens) -> Keuze:
    """Draw the search and the two lists. With an onderwerp the list of indicatoren holds only those under it."""
    eerst, links, rechts = st.columns(3, vertical_alignment="bottom")
    zoek = eerst.text_input("Zoek een woord", key="zoek", bind="query-params", placeholder="bijvoorbeeld samenwerking")
    onderwerpen = keuzelijst.onderwerpen(feiten)
    alle = keuzelijst.indicatoren(feiten)
    with links:
        onderwerp = onderwerpen.een("onderwerp", "Onderwerp", leeg="alle onderwerpen")
    lijst = alle
    if onderwerp is not None:
        onder = _onder(feiten, onderwerp)
        namen = {code: alle.woord(code) for code in alle.codes if code in onder}
        lijst = _Indicatoren(namen, alle, onderwerpen.woord(onderwerp))
    with rechts:
        indicator = lijst.een("indicator", "Indicator", leeg="alle indicatoren" if lijst.codes else "geen indicatoren")
    return Keuze(onderwerp, indicator, zoek)


def _onder(feiten: Gegevens, onderwerp: str) -> set[str]:
    """The indicatoren under an onderwerp in any edition, by the id of the newest."""
    lijst = feiten.vraag("indicatoren")
    return set(lijst.loc[lijst["onderwerp_id"] == onderwerp, "begrip_id"])


def verfijn(feiten: Gegevens) -> Verfijning:
    """Draw the filters on gemeente, provincie and what is open."""
    gebied = feiten.vraag("gemeenten_met_meting", kader=None, met_opgegaan=True)
    provincies = sorted(set(gebied["provincie"]))
    plekken = st.columns([3, 3, 3], vertical_alignment="bottom")
    with plekken[0]:
        gemeenten = Keuzelijst(gebied["gemeente_code"], gebied["gemeente"]).meer("gemeente", "Gemeente")
    with plekken[1]:
        gekozen = Keuzelijst(provincies, provincies).meer("provincie", "Provincie")
    with plekken[2]:
        toon = Keuzelijst(TONEN, TONEN.values()).knoppen("toon", "Toon")
    return Verfijning(gemeenten, gekozen, toon == "open")


def deel(aantal: int, wat: str) -> slice:
    """Which rows to draw of so many: all, or the part that the reader chose, with a sentence that says so."""
    delen = {str(van): f"{van + 1}–{min(van + PER_DEEL, aantal)}" for van in range(0, aantal, PER_DEEL)}
    lijst = Keuzelijst(delen, delen.values())
    if aantal <= PER_DEEL:
        lijst.meld_onbekend("deel", "Rijen")
        return slice(0, aantal)
    plek = st.columns([1, 3], vertical_alignment="bottom")
    with plek[0]:
        van = int(str(lijst.een("deel", "Rijen")))
    with plek[1]:
        st.markdown(
            f"{min(PER_DEEL, aantal - van)} van de {zinnen.getal(aantal)} {wat} staan op het scherm. Kies andere "
            "rijen, een gemeente of een provincie; het CSV-bestand bevat ze alle."
        )
    return slice(van, van + PER_DEEL)
