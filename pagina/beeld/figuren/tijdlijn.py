"""The time line of one gemeente: a lane per aanpak, its metingen, what took over from what, and the rapporten. Pure."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pagina.beeld.figuren.basis import opmaak, tinten, veilig
from pagina.beeld.figuren.tijdlijn_tekst import aanpaknaam, bevonden, groepen, rijen
from pagina.beeld.status import BEWIJS, VERTELD
from pagina.beeld.zinnen import deeldatum, getal, meervoud

#: The letter and the shape of each bewijs; what was only told is hollow too.
VORM = {
    "volledige_toets": ("T", "square"),
    "hertoets_verbeterpunten": ("H", "circle"),
    "mondelinge_rapportage": ("M", "diamond"),
    "casusonderzoek": ("C", "pentagon"),
    "stelselonderzoek": ("S", "hexagon"),
}
_BAAN = 78
_AS = 44
_JAREN_OP_DE_AS = 8
#: A time line of more years than this has small marks without numbers: on a phone there is no room for them.
_RUIM = 12


@dataclass(frozen=True)
class _Punt:
    """One mark: where, and the meting (or rapport) that it stands for."""

    x: float
    rij: dict[str, Any]


@dataclass
class _Baan:
    """One lane: an aanpak under one kader; `y` counts down from the top."""

    aanpak_id: str
    naam: str
    punten: list[_Punt]
    y: int = field(default=0)


def bewijsletters(metingen: pd.DataFrame) -> list[tuple[str, str]]:
    """The letters that the time line uses, each with its meaning."""
    gebruikt = set(metingen["bewijs"])
    return [(VORM[bewijs][0], woord) for bewijs, woord in BEWIJS.items() if bewijs in gebruikt]


def tijdlijn(
    aanpakken: pd.DataFrame, metingen: pd.DataFrame, lijnen: pd.DataFrame, rapporten: pd.DataFrame, *, donker: bool
) -> go.Figure:
    """The lanes from top to bottom in order of time, one line per takeover between them, the rapporten below.

    Args:
        aanpakken: aanpak_id, aanpak, gemeente and elders (of another gemeente), in order of time.
        metingen: aanpak_id, kader, peiljaar, bewijs, oordelen, verbeterpunten and niet_beoordeeld, in order of
            moment.
        lijnen: van and naar (aanpak_id): who took over from whom.
        rapporten: titel and gepubliceerd (a year, month or day as text), oldest first.
        donker: for the dark theme.
    """
    banen = _banen(aanpakken, metingen, lijnen)
    krap = tijdlijn_krap(metingen, rapporten)
    bladen = _per_jaar(_bladen(rapporten, krap=krap))
    sporen = [
        *(_overname(banen, van, naar, donker=donker) for van, naar in zip(lijnen["van"], lijnen["naar"], strict=True)),
        *(_baanspoor(baan, krap=krap, donker=donker) for baan in banen if baan.punten),
        _rapportspoor(bladen, len(banen), krap=krap, donker=donker),
    ]
    namen = [*(baan.naam for baan in banen), "Rapporten, naar jaar van publicatie"]
    jaren = [math.floor(punt.x) for baan in banen for punt in baan.punten] + [math.floor(punt.x) for punt in bladen]
    vorm = _vorm(jaren, len(banen) + 1, donker=donker)
    vorm["annotations"] = [
        *(telling for baan in banen if not krap for telling in _tellingen(baan, donker=donker)),
        *_namen(namen, donker=donker),
    ]
    # made at once: Plotly looks at all there is again for each thing that is added
    return go.Figure(data=[spoor for spoor in sporen if spoor is not None], layout=vorm)


def tijdlijn_krap(metingen: pd.DataFrame, rapporten: pd.DataFrame) -> bool:
    """Whether the time line is too long for numbers under its marks."""
    jaren = [int(jaar) for jaar in (*metingen["peiljaar"], *rapporten["gepubliceerd"].str[:4])]
    return max(jaren) - min(jaren) + 1 > _RUIM


def _bladen(rapporten: pd.DataFrame, *, krap: bool) -> list[dict[str, Any]]:
    """A mark for each rapport; where there is no room, one for each year with their number in it."""
    bladen = [{**rij, "letter": "R", "peiljaar": rij["gepubliceerd"][:4]} for rij in rijen(rapporten)]
    if not krap:
        return bladen
    return [
        {
            "letter": getal(n),
            "peiljaar": jaar,
            "gepubliceerd": jaar,
            "titel": f"{n} {meervoud(n, 'rapport', 'rapporten')}",
        }
        for jaar, n in Counter(blad["peiljaar"] for blad in bladen).items()
    ]


def _maat(*, krap: bool) -> int:
    return 16 if krap else 24


def _per_jaar(bladen: list[dict[str, Any]]) -> list[_Punt]:
    """A place for each within the band of its year, side by side in order: no more precise than the source."""
    aantal = Counter(int(rij["peiljaar"]) for rij in bladen)
    gehad: Counter[int] = Counter()
    punten = []
    for rij in bladen:
        jaar = int(rij["peiljaar"])
        punten.append(_Punt(jaar + (gehad[jaar] + 0.5) / aantal[jaar], rij))
        gehad[jaar] += 1
    return punten


def _banen(aanpakken: pd.DataFrame, metingen: pd.DataFrame, lijnen: pd.DataFrame) -> list[_Baan]:
    """The lanes in order; an aanpak without a meting has a lane too, so that its takeover can be drawn."""
    meer_kaders = len(set(metingen["kader"])) > 1
    uit = []
    per_baan = groepen(rijen(metingen), "aanpak_id", "kader")
    for aanpak in _volgorde(aanpakken, lijnen):
        naam = aanpaknaam(aanpak)
        eigen = {kader: deel for (code, kader), deel in per_baan.items() if code == aanpak["aanpak_id"]}
        if not eigen:
            uit.append(_Baan(aanpak["aanpak_id"], f"{naam}: geen meting hier", []))
        for kader, deel in eigen.items():
            punten = _per_jaar(deel)
            uit.append(_Baan(aanpak["aanpak_id"], f"{naam} · {kader}" if meer_kaders else naam, punten))
    for nr, baan in enumerate(uit):
        baan.y = nr
    return uit


def _volgorde(aanpakken: pd.DataFrame, lijnen: pd.DataFrame) -> list[dict[str, Any]]:
    """What took over from several stands between them, so that the lines run into one."""
    uit: list[dict[str, Any]] = []
    for rij in rijen(aanpakken):
        voorgangers = {lijn["van"] for lijn in rijen(lijnen) if lijn["naar"] == rij["aanpak_id"]}
        plekken = [nr for nr, eerder in enumerate(uit) if eerder["aanpak_id"] in voorgangers]
        plek = plekken[(len(plekken) - 1) // 2] + 1 if plekken else len(uit)
        uit.insert(plek, rij)
    return uit


def _overname(banen: list[_Baan], van: str, naar: str, *, donker: bool) -> dict[str, Any] | None:
    """One line from the last mark of the one before the first of the other, to that first mark."""
    bron = min((baan for baan in banen if baan.aanpak_id == van), key=lambda baan: -len(baan.punten), default=None)
    doel = min((baan for baan in banen if baan.aanpak_id == naar), key=lambda baan: -len(baan.punten), default=None)
    if bron is None or doel is None or not (bron.punten or doel.punten):
        return None
    eind = doel.punten[0].x if doel.punten else bron.punten[-1].x + 1
    eerder = [punt.x for punt in bron.punten if punt.x < eind]
    begin = max(eerder) if eerder else (bron.punten[0].x if bron.punten else eind - 1)
    return {
        "type": "scatter",
        "name": "overname",
        "x": [begin, eind],
        "y": [bron.y, doel.y],
        "mode": "lines",
        "line": {"color": tinten(donker=donker).zacht, "width": 2, "dash": "dash"},
        "hoverinfo": "skip",
    }


def _baanspoor(baan: _Baan, *, krap: bool, donker: bool) -> dict[str, Any]:
    """The life of the aanpak as a line, and a mark for every meting."""
    kleur = tinten(donker=donker)
    hol = [punt.rij["bewijs"] in VERTELD for punt in baan.punten]
    return {
        "type": "scatter",
        "name": veilig(baan.naam),
        "x": [punt.x for punt in baan.punten],
        "y": [baan.y] * len(baan.punten),
        "mode": "lines+markers+text",
        "line": {"color": kleur.lijn, "width": 3},
        "marker": {
            "symbol": [VORM[punt.rij["bewijs"]][1] for punt in baan.punten],
            "size": _maat(krap=krap),
            "color": [kleur.grond if leeg else kleur.tekst for leeg in hol],
            "line": {"color": kleur.tekst, "width": 2},
            "opacity": 1,
        },
        "text": [f"<b>{VORM[punt.rij['bewijs']][0]}</b>" for punt in baan.punten],
        "textposition": "middle center",
        "textfont": {"size": 11 if krap else 13, "color": [kleur.tekst if leeg else kleur.grond for leeg in hol]},
        "customdata": [_zweefzin(punt.rij) for punt in baan.punten],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _tellingen(baan: _Baan, *, donker: bool) -> list[dict[str, Any]]:
    """The number under each mark of a lane."""
    return [
        {
            "x": punt.x,
            "y": baan.y,
            "yshift": -23,
            "text": _telling(punt.rij),
            "showarrow": False,
            "font": {"size": 13, "color": tinten(donker=donker).tekst},
        }
        for punt in baan.punten
    ]


def _telling(rij: dict[str, Any]) -> str:
    """What stands under a mark: the number of verbeterpunten; a dash where no verdicts were printed."""
    if not rij["oordelen"]:
        return "–"
    return f"✗ {getal(rij['verbeterpunten'])}" + (
        f" ? {getal(rij['niet_beoordeeld'])}" if rij["niet_beoordeeld"] else ""
    )


def _zweefzin(rij: dict[str, Any]) -> str:
    return f"<b>{rij['peiljaar']}</b> {veilig(str(rij['kader']))}<br>{veilig(bevonden(rij))}"


def _rapportspoor(bladen: list[_Punt], y: int, *, krap: bool, donker: bool) -> dict[str, Any]:
    """A mark for every rapport, or for a year of them."""
    kleur = tinten(donker=donker)
    zinnen = [f"<b>{deeldatum(punt.rij['gepubliceerd'])}</b><br>{veilig(punt.rij['titel'])}" for punt in bladen]
    return {
        "type": "scatter",
        "name": "rapporten",
        "x": [punt.x for punt in bladen],
        "y": [y] * len(bladen),
        "mode": "markers+text",
        "marker": {"symbol": "square-open", "size": _maat(krap=krap), "color": kleur.zacht, "line": {"width": 2}},
        "text": [f"<b>{punt.rij['letter']}</b>" for punt in bladen],
        "textfont": {"size": 11 if krap else 13, "color": kleur.tekst},
        "customdata": zinnen,
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _namen(namen: list[str], *, donker: bool) -> list[dict[str, Any]]:
    """The name of each lane above it, from the left edge: so a narrow screen keeps its width for the years."""
    return [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "y": y,
            "yshift": 28,
            "align": "left",
            "text": veilig(naam),
            "showarrow": False,
            "font": {"size": 13, "color": tinten(donker=donker).tekst},
        }
        for y, naam in enumerate(namen)
    ]


def _jaarlijn(jaar: int, *, donker: bool) -> dict[str, Any]:
    """The line where a year begins, over the whole height."""
    lijn = {"type": "line", "layer": "below", "line": {"color": tinten(donker=donker).raster, "width": 1}}
    return lijn | {"x0": jaar, "x1": jaar, "xref": "x", "y0": 0, "y1": 1, "yref": "y domain"}


def _vorm(jaren: list[int], banen: int, *, donker: bool) -> dict[str, Any]:
    """The axes, the lines between years, and how tall the figure is."""
    eerste, laatste = min(jaren), max(jaren)
    stap = max(1, math.ceil((laatste - eerste + 1) / _JAREN_OP_DE_AS))
    getoond = list(range(eerste, laatste + 1, stap))
    return {
        "template": opmaak(donker=donker),
        "height": _BAAN * banen + _AS,
        "margin": {"l": 4, "r": 4, "t": 4, "b": _AS},
        "showlegend": False,
        "shapes": [_jaarlijn(jaar, donker=donker) for jaar in range(eerste, laatste + 2)],
        "xaxis": {
            "range": [eerste, laatste + 1],
            "tickvals": [jaar + 0.5 for jaar in getoond],
            "ticktext": [str(jaar) for jaar in getoond],
            "tickfont": {"size": 13},
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {"range": [banen - 0.5, -0.62], "visible": False, "fixedrange": True},
    }
