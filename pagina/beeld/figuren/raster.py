"""The grid under both maps: which row and column is what, and the figure around one heatmap. Pure.

A group of rows opens with a heading row that has no cells, so row numbers in the figure are not row numbers in
the data: a `Kaartwijzer` translates, for the page, for `celkeuze`, and for whoever reads the map aloud.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

import numpy as np
import plotly.graph_objects as go

from pagina.beeld.figuren.basis import TEKENBREEDTE, gebroken, opmaak, regels, tinten, veilig

#: More columns than this: symbols without words, and column names that stand upright.
WOORDEN_TOT = 12
#: More cells than this: colour only (the word is in the hover, in celkeuze's line and in the table beside it).
TEKENS_TOT = 6_000
RIJHOOGTE = 38
KOPRIJHOOGTE = 15
_SMALSTE_WOORD, _SMALSTE_TEKEN = 98, 24
_RAND = 6
_STAAND = 30


@dataclass(frozen=True)
class Rij:
    """A row of the map; `sleutel` is None for the heading of a group. `naam` is said aloud in full."""

    sleutel: str | None
    label: str
    naam: str
    groep: str


@dataclass(frozen=True)
class Kolom:
    """A column of the map; `groep` is empty where columns have no heading of their own."""

    sleutel: str
    label: str
    naam: str
    groep: str = ""
    groep_naam: str = ""


@dataclass(frozen=True)
class Kaartwijzer:
    """What stands where in a map. `codes[rij][kolom]` is a place in `woorden`, None where there is no cell."""

    rijen: tuple[Rij, ...]
    kolommen: tuple[Kolom, ...]
    codes: tuple[tuple[int | None, ...], ...]
    woorden: tuple[str, ...]

    @property
    def met_woorden(self) -> bool:
        """Whether the cells are wide enough for words."""
        return len(self.kolommen) <= WOORDEN_TOT

    @property
    def aantal_vakken(self) -> int:
        """How many cells there are."""
        return sum(code is not None for rij in self.codes for code in rij)

    @cached_property
    def labels(self) -> tuple[list[str], ...]:
        """The label of each row as it stands in the figure: two lines where that can be."""
        breedte = _labelbreedte([rij.label for rij in self.rijen if rij.sleutel is not None])
        return tuple(regels(rij.label, 40 if rij.sleutel is None else breedte, hoogstens=2) for rij in self.rijen)

    @cached_property
    def labelbreedte(self) -> int:
        """Pixels left of the cells."""
        breedste = max((len(regel) for label in self.labels for regel in label), default=8)
        return round(breedste * TEKENBREEDTE) + 3 * _RAND

    @property
    def smalste(self) -> int:
        """Pixels below which the figure scrolls sideways instead of shrinking further."""
        vak = max(_SMALSTE_WOORD, round(self.naambreedte * 6.4)) if self.met_woorden else _SMALSTE_TEKEN
        return self.labelbreedte + round(vak * len(self.kolommen) / self.beslag) + _RAND

    @property
    def naambreedte(self) -> int:
        """Characters on a line of a column's name: the longest word, but at least some thirteen."""
        return max([13, *(len(woord) for kolom in self.kolommen for woord in kolom.label.split())])

    @property
    def beslag(self) -> float:
        """The part of the width that the cells take: one column alone would be as wide as the page."""
        return 0.5 if len(self.kolommen) == 1 else 1.0

    def op(self, rij: int, kolom: int) -> tuple[str, str] | None:
        """The keys (row, column) of a chosen cell; None where there is no cell."""
        if not (0 <= rij < len(self.rijen) and 0 <= kolom < len(self.kolommen)):
            return None
        sleutel = self.rijen[rij].sleutel
        if sleutel is None or self.codes[rij][kolom] is None:
            return None
        return sleutel, self.kolommen[kolom].sleutel

    def plek(self, rij_sleutel: str, kolom_sleutel: str) -> tuple[int, int] | None:
        """Where a cell stands in the figure; None when it is not in this map (any more)."""
        for nr, rij in enumerate(self.rijen):
            for knr, kolom in enumerate(self.kolommen):
                if (rij.sleutel, kolom.sleutel) == (rij_sleutel, kolom_sleutel):
                    return (nr, knr) if self.codes[nr][knr] is not None else None
        return None

    def zin(self, rij: int, kolom: int) -> str:
        """A cell said aloud: 'Alkmaar, Helpende Hand in de Wijk, Doorzettingsmacht: niet opgepakt'."""
        code = self.codes[rij][kolom]
        woord = "geen vak" if code is None else self.woorden[code]
        return f"{self.kolommen[kolom].naam}, {self.rijen[rij].naam}: {woord}"


def _labelbreedte(labels: Sequence[str]) -> int:
    """The narrowest width at which every label takes two lines, between 20 and 34 characters."""
    for breedte in range(20, 34):
        if all(len(regels(label, breedte)) <= 2 for label in labels):
            return breedte
    return 34


def met_koppen(rijen: Iterable[Rij]) -> tuple[Rij, ...]:
    """The rows with a heading row before each group that has a name."""
    uit: list[Rij] = []
    for groep, leden in groupby(rijen, key=lambda rij: rij.groep):
        uit += [Rij(None, groep, groep, groep)] if groep else []
        uit += leden
    return tuple(uit)


def getallen(codes: Sequence[Sequence[int | None]]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Numbers of cells as Plotly takes them fastest: in one block, where None would be checked cell by cell."""
    return np.array([[np.nan if code is None else code for code in rij] for rij in codes], dtype="float32")


def teksten(rijen: Sequence[Sequence[str]]) -> np.ndarray[Any, np.dtype[np.object_]]:
    """Texts of cells, in one block for the same reason."""
    return np.array(rijen, dtype="object")


def rasterfiguur(wijzer: Kaartwijzer, vakken: go.Heatmap, *, donker: bool) -> go.Figure:
    """The figure around one heatmap: labels left, names above, room that grows with the number of rows."""
    kleur = tinten(donker=donker)
    n_rijen, n_kolommen = len(wijzer.rijen), len(wijzer.kolommen)
    namen, kop = _kolomnamen(wijzer)
    groepen = _groepkoppen(wijzer, kop, kleur.lijn) if wijzer.met_woorden else ([], [], 0)
    boven = kop + groepen[2] + _RAND
    figuur = go.Figure(vakken)
    figuur.update_layout(
        template=opmaak(donker=donker),
        height=boven + n_rijen * RIJHOOGTE + _RAND,
        margin={"l": wijzer.labelbreedte, "r": _RAND, "t": boven, "b": _RAND},
        showlegend=False,
        annotations=[*_rijlabels(wijzer), *groepen[0]],
        shapes=[*_koplijnen(wijzer, kleur.lijn), *groepen[1]],
    )
    vast = {"fixedrange": True, "showgrid": False, "zeroline": False, "showline": False, "ticks": ""}
    figuur.update_xaxes(
        **vast,
        side="top",
        range=[-0.5, n_kolommen - 0.5],
        domain=[0, wijzer.beslag],
        tickvals=list(range(n_kolommen)),
        ticktext=namen,
        tickangle=0 if wijzer.met_woorden else -90,
        # else Plotly measures each name against its axis: ten seconds for 342 of them
        ticklabeloverflow="allow",
        tickfont={"size": 12},
    )
    figuur.update_yaxes(
        **vast,
        range=[n_rijen - 0.5, -0.5],
        tickvals=list(range(n_rijen)),
        ticktext=[veilig(rij.label) for rij in wijzer.rijen],
        showticklabels=False,
    )
    return figuur


def _kolomnamen(wijzer: Kaartwijzer) -> tuple[list[str], int]:
    """The names above the columns and the pixels they take."""
    if not wijzer.met_woorden:
        namen = [k.naam if len(k.naam) <= _STAAND else k.naam[: _STAAND - 1] + "…" for k in wijzer.kolommen]
        langste = max((len(naam) for naam in namen), default=0)
        return [veilig(naam) for naam in namen], round(langste * 6.4) + _RAND
    namen = [gebroken(kolom.label, wijzer.naambreedte, hoogstens=4) for kolom in wijzer.kolommen]
    return namen, KOPRIJHOOGTE * max((naam.count("<br>") + 1 for naam in namen), default=1) + _RAND


def _groepkoppen(wijzer: Kaartwijzer, kop: int, lijn: str) -> tuple[list[Any], list[Any], int]:
    """Headings over columns that belong together: texts, lines, and the pixels they take."""
    groepen: list[tuple[str, int, int]] = []
    nr = 0
    for _, leden in groupby(wijzer.kolommen, key=lambda kolom: (kolom.groep, kolom.groep_naam)):
        kolommen = list(leden)
        groepen.append((kolommen[0].groep_naam, nr, nr + len(kolommen) - 1))
        nr += len(kolommen)
    if not any(naam for naam, _, _ in groepen):
        return [], [], 0
    teksten: list[dict[str, Any]] = [
        {
            "text": f"<b>{gebroken(naam, max(12, 14 * (laatste - eerste + 1)), hoogstens=2)}</b>",
            "x": (eerste + laatste) / 2,
            "xref": "x",
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "yshift": kop + 3,
            "showarrow": False,
            "font": {"size": 13},
        }
        for naam, eerste, laatste in groepen
    ]
    lijnen = [
        {
            "type": "line",
            "xref": "x",
            "x0": eerste - 0.46,
            "x1": laatste + 0.46,
            "yref": "paper",
            "ysizemode": "pixel",
            "yanchor": 1,
            "y0": kop + 1,
            "y1": kop + 1,
            "line": {"color": lijn, "width": 1},
        }
        for _, eerste, laatste in groepen
    ]
    hoog = max(tekst["text"].count("<br>") + 1 for tekst in teksten)
    return teksten, lijnen, 17 * hoog + 5


def _rijlabels(wijzer: Kaartwijzer) -> Sequence[dict[str, Any]]:
    """Labels at the left edge: annotations, because tick labels cannot be aligned left."""
    uit = []
    for nr, (rij, label) in enumerate(zip(wijzer.rijen, wijzer.labels, strict=True)):
        tekst = "<br>".join(veilig(regel) for regel in label)
        uit.append(
            {
                "text": f"<b>{tekst}</b>" if rij.sleutel is None else tekst,
                "x": 0,
                "xref": "paper",
                "xanchor": "left",
                "xshift": 2 - wijzer.labelbreedte,
                "y": nr + (0.12 if rij.sleutel is None else 0),
                "yref": "y",
                "align": "left",
                "showarrow": False,
                "font": {"size": 13 if rij.sleutel is None else 12},
            }
        )
    return uit


def _koplijnen(wijzer: Kaartwijzer, lijn: str) -> list[dict[str, Any]]:
    """A thin line under each heading row, over labels and cells alike."""
    streep = {"type": "line", "yref": "y", "line": {"color": lijn, "width": 1}}
    uit: list[dict[str, Any]] = []
    for nr, rij in enumerate(wijzer.rijen):
        if rij.sleutel is None:
            y = {"y0": nr + 0.45, "y1": nr + 0.45}
            links = {"xsizemode": "pixel", "xanchor": 0, "x0": 2 - wijzer.labelbreedte, "x1": 0}
            uit.append(streep | y | links | {"xref": "paper"})
            uit.append(streep | y | {"xref": "x domain", "x0": 0, "x1": 1})
    return uit
