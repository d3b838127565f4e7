"""The figures of this product: pure functions from a DataFrame to what is drawn, each with its text.

Bars and time lines are Plotly figures: `st.plotly_chart(figuur, theme=None, config=PLOTLY_CONFIG, alt=…_tekst(…))`.
The maps are a Kaartwijzer, which `pagina.delen.celkeuze` draws.
"""

from pagina.beeld.figuren.aandeel import (
    GEEN,
    MERK_VERTELD,
    TREDEN,
    aandeelkaart_tekst,
    aandeelkleuren,
    aandeellegenda,
    aandeelwijzer,
    tredenummer,
)
from pagina.beeld.figuren.basis import PLOTLY_CONFIG
from pagina.beeld.figuren.raster import GEEN_VAK, Blokje, Kaartwijzer, Kolom, Rij, Vak
from pagina.beeld.figuren.status import (
    getoonde_beelden,
    kaartwijzer,
    kaartwijzer_van_nummers,
    statuskaart_tekst,
    statuskleuren,
)
from pagina.beeld.figuren.staven import themastaven, themastaven_tekst
from pagina.beeld.figuren.tijdlijn import bewijsletters, tijdlijn, tijdlijn_krap
from pagina.beeld.figuren.tijdlijn_tekst import tijdlijn_tekst

__all__ = [
    "GEEN",
    "GEEN_VAK",
    "MERK_VERTELD",
    "PLOTLY_CONFIG",
    "TREDEN",
    "Blokje",
    "Kaartwijzer",
    "Kolom",
    "Rij",
    "Vak",
    "aandeelkaart_tekst",
    "aandeelkleuren",
    "aandeellegenda",
    "aandeelwijzer",
    "bewijsletters",
    "getoonde_beelden",
    "kaartwijzer",
    "kaartwijzer_van_nummers",
    "statuskaart_tekst",
    "statuskleuren",
    "themastaven",
    "themastaven_tekst",
    "tijdlijn",
    "tijdlijn_krap",
    "tijdlijn_tekst",
    "tredenummer",
]
