"""The door as a reader sees it: log in, no role, not for you; and in the menu who is logged in, and the way out."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from pagina.beeld.zinnen import letterlijk
from pagina.delen import toegang, web
from pagina.delen.koppelingen import BEGIN
from pagina.delen.toegang import Rol, Stand

#: The cookie by which pagina/venster/poort.py tells that logging in did not work.
MISLUKT = "verbeterpunten_mislukt"
UITLOGGEN = "uitloggen"
TITELS = {Stand.BUITEN: "Inloggen", Stand.VERLOPEN: "Inloggen", Stand.ZONDER_ROL: "Geen toegang"}
NIET_GEDAAN = "Wat u net deed, is niet uitgevoerd."
NIET_GELUKT = (
    "Het inloggen is niet gelukt. Probeer het opnieuw; lukt het dan niet, vraag het de beheerder van dit dashboard."
)


def menu(bladzijden: list[StreamlitPage]) -> list[StreamlitPage]:
    """The navigation: the pages, and with login the way out, which names who is logged in.

    No group of its own for that: in a narrow window Streamlit breaks the list of pages with the head of a group.
    """
    if not toegang.login_aan():
        return bladzijden
    return [*bladzijden, st.Page(uitloggen, title=f"Uitloggen ({letterlijk(toegang.naam())})", url_path=UITLOGGEN)]


def toon(stand: Stand) -> None:
    """Why this reader is not inside, and what to do."""
    st.title(TITELS[stand])
    _niet_gedaan()
    if stand is Stand.ZONDER_ROL:
        web.toon(
            web.zin(
                "U bent ingelogd als <strong>{naam}</strong>, maar u hebt in dit dashboard geen rol. Vraag de "
                "beheerder van dit dashboard om de rol {rol}, en log daarna opnieuw in.",
                naam=toegang.naam(),
                rol=Rol.LEZER.woord,
            )
        )
        st.button("Uitloggen", on_click=toegang.log_uit, key=UITLOGGEN)
        return
    if stand is Stand.VERLOPEN:
        st.markdown("U bent te lang geleden ingelogd: log opnieuw in, dan komt u terug op deze pagina.")
    else:
        if st.context.cookies.get(MISLUKT):
            web.toon(web.melding("fout", NIET_GELUKT))
        st.markdown("Dit dashboard is alleen te zien voor wie is ingelogd.")
    st.button("Inloggen", type="primary", on_click=st.login, key="inloggen")


def verboden(titel: str, rol: Rol) -> None:
    """Which role this page is for."""
    wie = toegang.gebruiker()
    st.title("Geen toegang")
    _niet_gedaan()
    web.toon(
        web.zin(
            "De pagina ‘{titel}’ is voor wie de rol {nodig} heeft. U bent ingelogd als <strong>{naam}</strong>, met de "
            "rol {rol}. Ga naar het {begin}.",
            titel=titel,
            nodig=rol.woord,
            naam=wie.naam if wie else "",
            rol=wie.rol.woord if wie else "",
            begin=web.link(BEGIN, "Overzicht"),
        )
    )


def _niet_gedaan() -> None:
    if toegang.geweigerd():
        web.toon(web.melding("fout", NIET_GEDAAN))


def uitloggen() -> None:
    """The page that ends the login."""
    st.title("Uitloggen")
    st.markdown("U wordt uitgelogd …")
    toegang.log_uit()
