"""Bars: the verbeterpunten of each thema by what became of them. Pure."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from pagina.beeld.figuren.basis import TEKENBREEDTE, gebroken, opmaak, tinten
from pagina.beeld.status import STATUS, statusbeeld
from pagina.beeld.zinnen import getal, meervoud, opsomming

_STAAFHOOGTE = 40
_LEGENDA = 66
_AS = 44


def themastaven(rijen: pd.DataFrame, *, donker: bool) -> go.Figure:
    """One stacked bar per thema, first thema on top, with the number in every piece.

    Args:
        rijen: columns thema, thema_volgorde, status and aantal; one row per thema and status.
        donker: for the dark theme.
    """
    kleur = tinten(donker=donker)
    labels = {thema: gebroken(f"{thema} ({getal(n)})", 20) for thema, n in _per_thema(rijen).items()}
    figuur = go.Figure()
    for status in [status for status in STATUS if status in set(rijen["status"])]:
        beeld = statusbeeld(status)
        deel = rijen[(rijen["status"] == status) & (rijen["aantal"] > 0)]
        figuur.add_bar(
            name=beeld.merk,
            y=[labels[thema] for thema in deel["thema"]],
            x=deel["aantal"].tolist(),
            orientation="h",
            marker={"color": beeld.kleur(donker=donker).vlak, "line": {"color": kleur.grond, "width": 1}},
            text=[f"{beeld.teken} {getal(aantal)}" for aantal in deel["aantal"]],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": kleur.tekst, "size": 13},
            hovertemplate=f"%{{y}}<br><b>%{{x}} {beeld.woord}</b><extra></extra>",
        )
    return _ingericht(figuur, list(labels.values()), max(_per_thema(rijen).values(), default=0), donker=donker)


def _per_thema(rijen: pd.DataFrame) -> dict[str, int]:
    """How many verbeterpunten each thema has, in the order of the kader."""
    uit: dict[str, int] = {}
    op_volgorde = rijen.sort_values(["thema_volgorde", "thema"])
    for thema, aantal in zip(op_volgorde["thema"], op_volgorde["aantal"], strict=True):
        uit[str(thema)] = uit.get(str(thema), 0) + int(aantal)
    return uit


def _ingericht(figuur: go.Figure, labels: list[str], meeste: int, *, donker: bool) -> go.Figure:
    breedste = max((len(regel) for label in labels for regel in label.split("<br>")), default=8)
    figuur.update_layout(
        template=opmaak(donker=donker),
        barmode="stack",
        bargap=0.28,
        height=_STAAFHOOGTE * max(1, len(labels)) + _AS + _LEGENDA,
        margin={"l": round(breedste * TEKENBREEDTE) + 12, "r": 12, "t": 4, "b": _AS + _LEGENDA},
        legend={
            "orientation": "h",
            "traceorder": "normal",
            "yref": "container",
            "y": 0,
            "yanchor": "bottom",
            "xref": "container",
            "x": 0,
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"color": tinten(donker=donker).tekst, "size": 12},
        },
        showlegend=True,
    )
    stap = {"dtick": 1} if meeste <= 12 else {"nticks": 8}
    figuur.update_xaxes(
        title={"text": "aantal verbeterpunten", "standoff": 6},
        rangemode="tozero",
        tickformat=",d",
        fixedrange=True,
        **stap,
    )
    figuur.update_yaxes(categoryorder="array", categoryarray=labels[::-1], showgrid=False, fixedrange=True, ticks="")
    return figuur


def themastaven_tekst(rijen: pd.DataFrame) -> str:
    """What the bars show, in words and exact numbers."""
    totaal = int(rijen["aantal"].sum())
    if not totaal:
        return "Er zijn geen verbeterpunten bij deze keuze."
    per_status = rijen.groupby("status")["aantal"].sum().to_dict()
    delen = [f"{getal(per_status[s])} {beeld.woord}" for s, beeld in STATUS.items() if per_status.get(s)]
    themas = [f"{thema} ({getal(n)})" for thema, n in _per_thema(rijen).items()]
    punten = f"{getal(totaal)} {meervoud(totaal, 'verbeterpunt', 'verbeterpunten')}"
    return f"Staven per thema met {punten}: {opsomming(delen)}. Per thema: {opsomming(themas)}."
