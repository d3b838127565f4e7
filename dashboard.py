"""The door: `streamlit run dashboard.py`.

One file in two parts. The server imports it once and finds `app`: Streamlit, with around it ‘venster’ for what the
browser gets, ‘poort’ for who gets it, and ‘wacht’ for from where and with which headers. For each visit Streamlit runs
it as a script: page configuration, navigation, who is there, and the page itself.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.navigation.page import Page as StreamlitPage

from data import journaal
from data.fouten import LakeDicht, NietTeOpenen
from pagina.delen import deur, herstel, toegang
from pagina.delen.gegevens import gegevens
from pagina.delen.toegang import Rol, Stand
from pagina.venster import start
from pagina.venster.gezondheid import Gezondheid
from pagina.venster.poort import Poort
from pagina.venster.venster import Venster
from pagina.venster.wacht import Wacht

#: Address below the dashboard and name in the navigation, of the file pagina/<address>.py. The first is the home page.
BLADZIJDEN = {
    "overzicht": "Overzicht",
    "opvolging": "Opvolging",
    "gemeente": "Gemeente",
    "onderwerp": "Onderwerp",
    "agenda": "Agenda",
    "kamerbrief": "Kamerbrief",
    "bronnen": "Bronnen",
    "inlezen": "Inlezen",
    "geschiedenis": "Geschiedenis",
    "logboek": "Logboek",
    "uitleg": "Uitleg",
}


#: Who a page is for; every other one is for each who has a role.
ROLLEN = {"inlezen": Rol.REDACTEUR, "geschiedenis": Rol.BEHEERDER, "logboek": Rol.BEHEERDER}


def bezoek() -> None:
    """Show the page that the visitor asks for, or why there is nothing to show."""
    stand = toegang.stand()
    bladzijden = {naam: _bladzijde(naam) for naam in BLADZIJDEN}
    gekozen = st.navigation(deur.menu(list(bladzijden.values())), position="top" if stand is Stand.BINNEN else "hidden")
    titel = gekozen.title if stand is Stand.BINNEN else deur.TITELS[stand]
    st.set_page_config(page_title=f"{titel} · Verbeterpunten", page_icon="✅", layout="wide")
    rol = next((rol for naam, rol in ROLLEN.items() if bladzijden[naam] == gekozen), Rol.LEZER)
    if stand is not Stand.BINNEN:
        deur.toon(stand)
    elif not toegang.mag(rol):
        deur.verboden(gekozen.title, rol)
    else:
        _toon(gekozen)


def _bladzijde(naam: str) -> StreamlitPage:
    begin = next(iter(BLADZIJDEN))
    zichtbaar = toegang.mag(ROLLEN.get(naam, Rol.LEZER))
    return st.Page(
        f"pagina/{naam}.py",
        title=BLADZIJDEN[naam],
        url_path="" if naam == begin else naam,
        default=naam == begin,
        visibility="visible" if zichtbaar else "hidden",
    )


def _toon(bladzijde: StreamlitPage) -> None:
    try:
        gegevens()
        bladzijde.run()
    except LakeDicht as fout:
        st.title("Nog geen gegevens")
        st.error(str(fout), icon=":material/warning:")
    except NietTeOpenen:
        herstel.toon()


def bij_een_fout(fout: Exception) -> bool:
    """In the place of what Streamlit would say (in English): one line with a number, under which the log tells more."""
    nummer = journaal.onverwacht("fout_op_bladzijde", fout)
    st.error(f"Er ging iets mis. Noem foutnummer {nummer} aan de beheerder.")
    return True


@asynccontextmanager
async def _zolang_de_server_draait(_: st.App) -> AsyncIterator[None]:
    journaal.begin()
    journaal.meld("start")
    yield
    journaal.meld("stop")


if __name__ == "__main__":
    bezoek()
else:
    start.eis()
    app = st.App(
        __file__,
        lifespan=_zolang_de_server_draait,
        routes=[Route("/gezondheid", Gezondheid().antwoord)],
        middleware=[Middleware(Wacht), Middleware(Poort), Middleware(Venster)],
        on_script_error=bij_een_fout,
    )
