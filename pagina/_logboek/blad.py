"""What stands on the page Logboek: whether it holds, what to choose, and the lines."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from data.logboek.logboek import VOORNEMEN, Boek
from pagina._logboek import regels
from pagina._logboek.regels import KOLOMMEN, WOORDEN, Keuze
from pagina.delen import dagkeuze, klok, web
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst
from pagina.delen.tabellen import tabel

#: Days back that the page opens with.
DAGEN = 90
#: The name in the link of the choice of gemeenten: here names, where other pages keep codes as `gemeente`.
GEMEENTE = "over"
UITLEG = (
    "Het logboek wordt alleen aangevuld, nooit veranderd. Er staan namen van medewerkers in: deel het niet verder dan "
    "nodig is."
)


def oordeel(boek: Boek, tegen: list[str]) -> None:
    """Whether something was changed since it was written."""
    fouten, opmerkingen = regels.bezwaren(boek, tegen)
    for zin in fouten:
        web.toon(web.melding("fout", zin))
    for zin in opmerkingen:
        web.toon(web.melding("waarschuwing", zin))
    if not fouten:
        st.success(regels.heel(boek), icon=":material/check:")
        web.toon(web.feitenlijst({"Controlegetal van de laatste regel": web.code(boek.laatste_som)}))


def kies(boek: Boek) -> Keuze:
    """Draw the filters and return the choice. Names stand in no link: links end up in other people's lists."""
    plekken = st.columns([3, 3, 3, 2, 2], vertical_alignment="bottom")
    with plekken[0]:
        soorten = Keuzelijst(WOORDEN, WOORDEN.values()).meer("wat", "Wat", leeg=f"alles behalve ‘{WOORDEN[VOORNEMEN]}’")
    wie = plekken[1].multiselect("Wie", regels.namen(boek), key="logboek-wie", placeholder="iedereen")
    with plekken[2]:
        namen = regels.alle_gemeenten(boek)
        gemeenten = Keuzelijst(namen, namen).meer(GEMEENTE, "Gemeente")
    with plekken[3]:
        van = dagkeuze.kies("van", "Van", klok.vandaag() - dt.timedelta(days=DAGEN))
    with plekken[4]:
        tot = dagkeuze.kies("tot", "Tot en met", None)
    return Keuze(soorten, wie or None, van, tot, gemeenten)


def toon(feiten: Gegevens, boek: Boek, keuze: Keuze) -> None:
    """The lines of the choice, the latest first, with their downloads."""
    gekozen = [regel for regel in boek.regels if keuze.telt(regel)]
    st.header("Wat er is gebeurd")
    st.markdown(f"{regels.hoeveel(boek, keuze, gekozen)} Tijden zijn die van Nederland.")
    frame = regels.tabel(gekozen)
    tabel(frame, KOLOMMEN, naam="logboek", feiten=feiten, ook=regels.selectie(boek, keuze))
    if frame[["gemeente", "rapport", "versie"]].isin([regels.ONBEKEND, regels.NIET_VASTGELEGD]).any(axis=None):
        st.markdown(regels.OUDER)
