"""The door: `streamlit run dashboard.py`.

One file in two parts. The server imports it once and finds `app`: Streamlit, with ‘venster’ around it for what the
browser gets. For each visit Streamlit runs it as a script: page configuration, navigation, and the page itself.
"""

import streamlit as st
from starlette.middleware import Middleware

from data.fouten import LakeDicht, NietTeOpenen
from pagina.delen import herstel
from pagina.delen.gegevens import gegevens
from pagina.venster.venster import Venster

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
    "uitleg": "Uitleg",
}


def bezoek() -> None:
    """Show the page that the visitor asks for, or why there is nothing to show."""
    begin = next(iter(BLADZIJDEN))
    gekozen = st.navigation(
        [
            st.Page(f"pagina/{naam}.py", title=titel, url_path="" if naam == begin else naam, default=naam == begin)
            for naam, titel in BLADZIJDEN.items()
        ],
        position="top",
    )
    st.set_page_config(page_title=f"{gekozen.title} · Verbeterpunten", page_icon="✅", layout="wide")
    try:
        gegevens()
        gekozen.run()
    except LakeDicht as fout:
        st.title("Nog geen gegevens")
        st.error(str(fout), icon=":material/warning:")
    except NietTeOpenen:
        herstel.toon()


if __name__ == "__main__":
    bezoek()
else:
    app = st.App(__file__, middleware=[Middleware(Venster)])
