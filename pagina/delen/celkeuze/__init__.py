"""Choosing a cell in a map, by mouse and by keyboard.

Plotly's heatmap tells Streamlit nothing about clicks and cannot be reached by keyboard. This component lays a
transparent layer over the chart in a keyed container: one tab stop, arrow keys, Enter. It draws nothing but a
focus ring and the line of text under the map. The script and style are ours and read from this folder; names from
the data reach the page as text nodes only, never as HTML.

    wijzer = kaartwijzer(cellen)
    with st.container(key="kaart"):
        st.plotly_chart(statuskaart(cellen, donker=donker, wijzer=wijzer), theme=None, config=PLOTLY_CONFIG, …)
    keuze = celkeuze("kaart", wijzer, sleutel="kaart-keuze", naam="Opvolging per indicator", gekozen=…)
    if keuze is not None:
        indicator_id, kolom_id = wijzer.op(*keuze)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from pagina.beeld.figuren.raster import Kaartwijzer
from pagina.beeld.status import Beeld

_MAP = Path(__file__).parent
_SLEUTEL = re.compile(r"[a-z][a-z0-9_-]*")
_onderdeel = st.components.v2.component(
    "celkeuze",
    js=(_MAP / "celkeuze.js").read_text(encoding="utf-8"),
    css=(_MAP / "celkeuze.css").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def celkeuze(
    kaartsleutel: str,
    wijzer: Kaartwijzer,
    *,
    sleutel: str,
    naam: str,
    gekozen: tuple[int, int] | None = None,
    legenda: Sequence[tuple[str, str, str]] = (),
) -> tuple[int, int] | None:
    """Make the heatmap in `st.container(key=kaartsleutel)` choosable, called after or before that container.

    Returns (row, column) in the figure once, in the run that the choice causes; afterwards None again, so keep
    what was chosen (in the URL). A choice that is not a cell of this map is dropped.

    Args:
        kaartsleutel: key of the container that holds the chart and nothing else.
        wijzer: what stands where, of the same frame as the figure.
        sleutel: key of this component, its own for each map on the page.
        naam: what the map is called for someone who cannot see it.
        gekozen: the cell that is open now; it keeps a ring.
        legenda: (text, fill, text colour) for the row of chips under the map; see `legenda()`, `aandeellegenda()`.
    """
    if not _SLEUTEL.fullmatch(kaartsleutel):
        raise ValueError(f"geen bruikbare sleutel voor een kaart: {kaartsleutel!r}")
    antwoord = _onderdeel(
        key=sleutel,
        data=_gegevens(kaartsleutel, wijzer, naam, gekozen) | {"legenda": [list(deel) for deel in legenda]},
        on_keuze_change=lambda: None,
    )
    return _geldig(antwoord.get("keuze"), wijzer)


def legenda(beelden: Sequence[Beeld], *, donker: bool) -> list[tuple[str, str, str]]:
    """Chips for under a map: what each symbol and colour stands for."""
    kleuren = [(beeld, beeld.kleur(donker=donker)) for beeld in beelden]
    return [(beeld.merk, kleur.vlak, kleur.tekst) for beeld, kleur in kleuren]


def _gegevens(kaartsleutel: str, wijzer: Kaartwijzer, naam: str, gekozen: tuple[int, int] | None) -> dict[str, Any]:
    """What the script needs. Words once and numbers per cell: 342 × 60 sentences would be two megabytes."""
    return {
        "kaart": kaartsleutel,
        "naam": naam,
        "rijen": [rij.naam if rij.sleutel is not None else None for rij in wijzer.rijen],
        "kolommen": [kolom.naam for kolom in wijzer.kolommen],
        "codes": [list(rij) for rij in wijzer.codes],
        "woorden": list(wijzer.woorden),
        "gekozen": list(gekozen) if gekozen is not None else None,
        "labelbreedte": wijzer.labelbreedte,
        "smalste": wijzer.smalste,
    }


def _geldig(keuze: object, wijzer: Kaartwijzer) -> tuple[int, int] | None:
    """The choice as the browser sent it, when it is a cell of this map."""
    if not isinstance(keuze, list | tuple) or len(keuze) != 2:
        return None
    rij, kolom = keuze
    if not all(isinstance(nr, int) and not isinstance(nr, bool) for nr in (rij, kolom)):
        return None
    return (rij, kolom) if wijzer.op(rij, kolom) is not None else None
