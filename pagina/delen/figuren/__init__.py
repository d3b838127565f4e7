"""The figures of this product: pure functions from a DataFrame to a Plotly figure, each with its text.

Show one with `st.plotly_chart(figuur, theme=None, config=PLOTLY_CONFIG, alt=…_tekst(…))`; a map that can be
chosen in goes through `pagina.delen.celkeuze` with its Kaartwijzer.
"""

from pagina.delen.figuren.aandeel import (
    GEEN,
    TREDEN,
    aandeelkaart,
    aandeelkaart_tekst,
    aandeellegenda,
    aandeelwijzer,
    tredenummer,
)
from pagina.delen.figuren.basis import PLOTLY_CONFIG
from pagina.delen.figuren.raster import Kaartwijzer, Kolom, Rij
from pagina.delen.figuren.status import getoonde_beelden, kaartwijzer, statuskaart, statuskaart_tekst
from pagina.delen.figuren.staven import themastaven, themastaven_tekst
from pagina.delen.figuren.tijdlijn import bewijsletters, tijdlijn, tijdlijn_krap
from pagina.delen.figuren.tijdlijn_tekst import tijdlijn_tekst

__all__ = [
    "GEEN",
    "PLOTLY_CONFIG",
    "TREDEN",
    "Kaartwijzer",
    "Kolom",
    "Rij",
    "aandeelkaart",
    "aandeelkaart_tekst",
    "aandeellegenda",
    "aandeelwijzer",
    "bewijsletters",
    "getoonde_beelden",
    "kaartwijzer",
    "statuskaart",
    "statuskaart_tekst",
    "themastaven",
    "themastaven_tekst",
    "tijdlijn",
    "tijdlijn_krap",
    "tijdlijn_tekst",
    "tredenummer",
]
