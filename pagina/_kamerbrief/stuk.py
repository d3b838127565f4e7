"""The letter itself: put together once per datasetversie and choice, for all readers."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from data.instellingen import instellingen
from pagina.beeld import zinnen
from pagina.delen.gegevens import Gegevens
from pagina.uitvoer.brief.keuze import Keuze
from pagina.uitvoer.brief.samenstellen import stel_samen
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import Stuk

#: Letters that stay at hand, for all readers together.
BEWAARD = 16


def maak(feiten: Gegevens, keuze: Keuze) -> Stuk | None:
    """The letter of this choice; None, with the reason on the page, where there is none to write."""
    feit = (feiten.datasetversie, feiten.methodeversie, feiten.kennisdatum.date(), feiten.bevat_concept)
    try:
        return _samengesteld(feit, keuze, instellingen().adres_voor_lezers, feiten)
    except UitvoerGeweigerd as fout:
        st.warning(zinnen.letterlijk(str(fout)), icon=":material/warning:")
        return None


@st.cache_resource(max_entries=BEWAARD, show_spinner="De brief wordt samengesteld …")
def _samengesteld(feit: tuple[str, str, dt.date, bool], keuze: Keuze, adres: str, _feiten: Gegevens) -> Stuk:
    """Kept per version of the facts and of the method; the Gegevens themselves are no part of the key."""
    del feit
    return stel_samen(_feiten, keuze, adres=adres)
