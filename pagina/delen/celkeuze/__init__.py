"""A map of coloured cells to choose from, by mouse and by keyboard.

Drawn by a component of our own, not by Plotly, of which we measured three things on 342 × 60 cells: it measures every
name beside the map (most of a second together with the cells), it tells Streamlit nothing about clicks, and it cannot
be reached by keyboard. The cells are one picture of a point each; one tab stop, arrow keys, Enter. The script and style
are read from this folder; names from the data reach the page as text nodes only, never as HTML.

    wijzer = kaartwijzer(cellen)
    celkeuze(wijzer, sleutel="kaart", naam="Opvolging per indicator", tekst=…, kleuren=…, gekozen=…, bij_keuze=onthoud)
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import streamlit as st

from pagina.beeld.figuren import Blokje, Kaartwijzer, getoonde_beelden

_MAP = Path(__file__).parent
_onderdeel = st.components.v2.component(
    "celkeuze",
    js="".join((_MAP / f"{naam}.js").read_text(encoding="utf-8") for naam in ("tekenen", "celkeuze")),
    css=(_MAP / "celkeuze.css").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def celkeuze(
    wijzer: Kaartwijzer,
    *,
    sleutel: str,
    naam: str,
    tekst: str,
    kleuren: Sequence[str],
    gekozen: tuple[int, int] | None = None,
    legenda: Sequence[Blokje] = (),
    bij_keuze: Callable[[tuple[str, str]], None] | None = None,
) -> tuple[int, int] | None:
    """Draw a map and make its cells choosable.

    Returns (row, column) in the map once, in the run that the choice causes; afterwards None again, so keep what was
    chosen (in the URL). A choice that is not a cell of this map is dropped.

    Args:
        wijzer: what stands where.
        sleutel: key of this component, its own for each map on the page.
        naam: what the map is called for someone who cannot see it.
        tekst: what the map shows, for the same reader.
        kleuren: the fill of each code, see `statuskleuren()`, `aandeelkleuren()`.
        gekozen: the cell that is open now; it keeps a ring.
        legenda: the row of chips under the map; see `legenda()`, `aandeellegenda()`.
        bij_keuze: called with the keys of the chosen cell before the run that the choice causes.
    """

    def kies() -> None:
        plek = _geldig(st.session_state[sleutel].get("keuze"), wijzer)
        cel = wijzer.op(*plek) if plek else None
        if cel is not None and bij_keuze is not None:
            bij_keuze(cel)

    antwoord = _onderdeel(
        key=sleutel,
        data={
            **_gegevens(wijzer),
            "naam": naam,
            "tekst": tekst,
            "kleuren": list(kleuren),
            "gekozen": list(gekozen) if gekozen is not None else None,
            "legenda": [list(deel) for deel in legenda],
        },
        on_keuze_change=kies,
    )
    return _geldig(antwoord.get("keuze"), wijzer)


def legenda(wijzer: Kaartwijzer, *, donker: bool) -> list[Blokje]:
    """Chips for under a status map: what each symbol and colour stands for.

    A map with words in its cells says that itself, but for what is hatched.
    """
    beelden = [beeld for beeld in getoonde_beelden(wijzer) if beeld.arcering or not wijzer.met_woorden]
    kleuren = [(beeld, beeld.kleur(donker=donker)) for beeld in beelden]
    return [(beeld.merk, kleur.vlak, kleur.tekst, beeld.arcering) for beeld, kleur in kleuren]


def _gegevens(wijzer: Kaartwijzer) -> dict[str, Any]:
    """What the script draws. Words once and a number per cell: 342 × 60 sentences would be two megabytes."""
    koppen = [[kolom.label, kolom.groep, kolom.groep_naam] for kolom in wijzer.kolommen]
    met = 0 if wijzer.met_woorden else 1
    soort = np.int8 if len(wijzer.vakken) <= np.iinfo(np.int8).max else np.int16
    return {
        "rijen": [[int(rij.sleutel is None), rij.label, rij.uitleg] for rij in wijzer.rijen],
        "kolommen": [kolom.naam for kolom in wijzer.kolommen],
        "koppen": koppen if wijzer.met_woorden else None,
        "nummers": base64.b64encode(wijzer.nummers.astype(soort).tobytes()).decode(),
        "bytes": soort().itemsize,
        "vakken": [[vak.code, vak.woord, vak.teksten[met], *vak.regels] for vak in wijzer.vakken],
        "verteld": [nr for nr, vak in enumerate(wijzer.vakken) if vak.arcering],
        "metTekst": wijzer.met_tekst,
        "labelbreedte": wijzer.labelbreedte,
        "smalste": wijzer.smalste,
        "beslag": wijzer.beslag,
    }


def _geldig(keuze: object, wijzer: Kaartwijzer) -> tuple[int, int] | None:
    """The choice as the browser sent it, when it is a cell of this map."""
    if not isinstance(keuze, list | tuple) or len(keuze) != 2:
        return None
    rij, kolom = keuze
    if not all(isinstance(nr, int) and not isinstance(nr, bool) for nr in (rij, kolom)):
        return None
    return (rij, kolom) if wijzer.op(rij, kolom) is not None else None
