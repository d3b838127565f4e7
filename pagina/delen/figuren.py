"""The figures of this product: pure functions from a DataFrame to a Plotly figure, each with its text.

Show one with `st.plotly_chart(figuur, theme=None, config=PLOTLY_CONFIG, alt=…_tekst(…))`; a map that can be
chosen in goes through `pagina.delen.celkeuze` with its Kaartwijzer.
"""

from pagina.delen.figuren_aandeel import GEEN, TREDEN, aandeelkaart, aandeelkaart_tekst, aandeellegenda, aandeelwijzer
from pagina.delen.figuren_basis import PLOTLY_CONFIG
from pagina.delen.figuren_raster import Kaartwijzer, Kolom, Rij
from pagina.delen.figuren_status import getoonde_beelden, kaartwijzer, statuskaart, statuskaart_tekst
from pagina.delen.figuren_staven import themastaven, themastaven_tekst

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
    "getoonde_beelden",
    "kaartwijzer",
    "statuskaart",
    "statuskaart_tekst",
    "themastaven",
    "themastaven_tekst",
]
