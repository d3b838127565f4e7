"""The figures of this product: pure functions from a DataFrame to a Plotly figure, each with its text.

Show one with `st.plotly_chart(figuur, theme=None, config=PLOTLY_CONFIG, alt=…_tekst(…))`; a map that can be
chosen in goes through `pagina.delen.celkeuze` with its Kaartwijzer.
"""

from pagina.beeld.figuren.aandeel import (
    GEEN,
    TREDEN,
    aandeelkaart,
    aandeelkaart_tekst,
    aandeellegenda,
    aandeelwijzer,
    tredenummer,
)
from pagina.beeld.figuren.basis import PLOTLY_CONFIG
from pagina.beeld.figuren.raster import Kaartwijzer, Kolom, Rij
from pagina.beeld.figuren.status import getoonde_beelden, kaartwijzer, statuskaart, statuskaart_tekst
from pagina.beeld.figuren.staven import themastaven, themastaven_tekst
from pagina.beeld.figuren.tijdlijn import bewijsletters, tijdlijn, tijdlijn_krap
from pagina.beeld.figuren.tijdlijn_tekst import tijdlijn_tekst

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
