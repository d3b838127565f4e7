"""What all figures share: a template in light and dark, Dutch settings, text that fits. Pure."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cache
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio

LETTERS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"
#: Pixels that one character of 12 px takes, on the wide side.
TEKENBREEDTE = 7.0

_MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"]
_MAANDEN += ["november", "december"]
_DAGEN = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"]

#: For `st.plotly_chart(config=…)`: Dutch words and numbers, no logo, and no buttons of Plotly's own (one of them
#: shares the figure with an outside service, the rest add five tab stops that do nothing the page does not).
PLOTLY_CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "showAxisDragHandles": False,
    "responsive": True,
    "locale": "nl",
    "locales": {
        "nl": {
            "dictionary": {
                "Autoscale": "Passend maken",
                "Download plot as a PNG": "Downloaden als PNG",
                "Download plot": "Downloaden",
                "Pan": "Verschuiven",
                "Reset axes": "Beginstand",
                "Zoom": "Inzoomen",
                "Zoom in": "Inzoomen",
                "Zoom out": "Uitzoomen",
            },
            "format": {
                "days": _DAGEN,
                "shortDays": [dag[:2] for dag in _DAGEN],
                "months": _MAANDEN,
                "shortMonths": [maand[:3] for maand in _MAANDEN],
                "date": "%d-%m-%Y",
                "decimal": ",",
                "thousands": ".",
            },
        }
    },
}


@dataclass(frozen=True)
class Tinten:
    """The few colours of a figure that mean nothing: text, soft text, lines, grid, ground, the edge of a hover."""

    tekst: str
    zacht: str
    lijn: str
    raster: str
    grond: str
    kader: str


LICHT = Tinten("#000000", "#454c55", "#8a94a0", "#d5dae0", "#ffffff", "#454c55")
DONKER = Tinten("#ffffff", "#c9d1da", "#6f7d8c", "#333d48", "#000000", "#c9d1da")


def tinten(*, donker: bool) -> Tinten:
    """The colours under the theme."""
    return DONKER if donker else LICHT


@cache
def opmaak(*, donker: bool) -> go.layout.Template:
    """The template of this product: Plotly's white or dark one, without its faint text and its background."""
    kleur = tinten(donker=donker)
    sjabloon = go.layout.Template(pio.templates["plotly_dark" if donker else "plotly_white"])
    sjabloon.layout.update(
        font={"family": LETTERS, "size": 12, "color": kleur.tekst},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        separators=",.",
        dragmode=False,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        hoverlabel={
            "bgcolor": kleur.grond,
            "bordercolor": kleur.kader,
            "font": {"family": LETTERS, "size": 13, "color": kleur.tekst},
            "align": "left",
            "namelength": -1,
        },
    )
    as_ = {"tickfont": {"color": kleur.tekst}, "linecolor": kleur.lijn, "gridcolor": kleur.raster}
    sjabloon.layout.xaxis.update(as_)
    sjabloon.layout.yaxis.update(as_)
    return sjabloon


def veilig(tekst: str) -> str:
    """Text as Plotly shows it letter by letter: it reads <b> and the like, and names, from reports too."""
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def regels(tekst: str, breedte: int, *, hoogstens: int = 3) -> list[str]:
    """Text broken between words into lines of some `breedte` characters; what does not fit ends in an ellipsis."""
    uit = textwrap.wrap(
        tekst, breedte, max_lines=hoogstens, placeholder=" …", break_long_words=False, break_on_hyphens=False
    )
    return uit or [""]
