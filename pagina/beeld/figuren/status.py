"""The status map: indicators under their thema against aanpakken within their gemeente. Pure."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pagina.beeld.figuren.basis import kleurtrap, tinten, veilig
from pagina.beeld.figuren.raster import (
    TEKENS_TOT,
    Kaartwijzer,
    Kolom,
    Rij,
    getallen,
    met_koppen,
    rasterfiguur,
    teksten,
)
from pagina.beeld.status import STATUS, UITKOMST, VAKBEELDEN, Beeld, is_leeg, vakcode
from pagina.beeld.zinnen import aandeel, getal, meervoud, opsomming

_BEOORDEELD = ("opgepakt", "deels_opgepakt", "niet_opgepakt")


def kaartwijzer(cellen: pd.DataFrame) -> Kaartwijzer:
    """Which row and column of the status map is what. Raises ValueError when a cell is there twice."""
    dubbel = cellen.duplicated(["indicator_id", "kolom_id"])
    if dubbel.any():
        eerste = cellen[dubbel].iloc[0]
        raise ValueError(f"twee regels voor één vak: {eerste['kolom_id']} × {eerste['indicator_id']}")
    rijen, kolommen = met_koppen(_rijen(cellen)), _kolommen(cellen)
    op_rij = {rij.sleutel: nr for nr, rij in enumerate(rijen) if rij.sleutel is not None}
    op_kolom = {kolom.sleutel: nr for nr, kolom in enumerate(kolommen)}
    codes: list[list[int | None]] = [[None] * len(kolommen) for _ in rijen]
    velden = (cellen["indicator_id"], cellen["kolom_id"], cellen["status"], cellen["was_verbeterpunt"])
    for indicator, kolom, status, was in zip(*velden, strict=True):
        codes[op_rij[str(indicator)]][op_kolom[str(kolom)]] = vakcode(str(status), was_verbeterpunt=bool(was))
    woorden = tuple(beeld.woord for beeld in VAKBEELDEN)
    return Kaartwijzer(rijen, kolommen, tuple(tuple(rij) for rij in codes), woorden)


def getoonde_beelden(wijzer: Kaartwijzer) -> list[Beeld]:
    """What occurs in the map, in the order of legends: for the chips under a map without words."""
    aanwezig = {code for rij in wijzer.codes for code in rij}
    return [beeld for nr, beeld in enumerate(VAKBEELDEN) if nr in aanwezig]


def _rijen(cellen: pd.DataFrame) -> list[Rij]:
    volgorde = ["thema_volgorde", "indicator_volgorde", "indicator_id"]
    uniek = cellen.drop_duplicates("indicator_id").sort_values(volgorde)
    velden = (uniek["indicator_id"], uniek["kort"], uniek["thema"])
    return [Rij(str(sleutel), str(kort), str(kort), str(thema)) for sleutel, kort, thema in zip(*velden, strict=True)]


def _kolommen(cellen: pd.DataFrame) -> tuple[Kolom, ...]:
    uniek = cellen.drop_duplicates("kolom_id")
    velden = (uniek["kolom_id"], uniek["kolom"], uniek["gemeente_code"], uniek["gemeente"])
    kolommen = [
        Kolom(str(sleutel), str(kolom), str(kolom), str(code))
        if kolom == gemeente
        else Kolom(str(sleutel), str(kolom), f"{gemeente}, {kolom}", str(code), str(gemeente))
        for sleutel, kolom, code, gemeente in zip(*velden, strict=True)
    ]
    return tuple(sorted(kolommen, key=lambda k: (k.groep_naam or k.label, k.groep, k.label, k.sleutel)))


def statuskaart(cellen: pd.DataFrame, *, donker: bool, wijzer: Kaartwijzer | None = None) -> go.Figure:
    """The status map as one heatmap on small integers; a combination without a row gets no cell.

    Args:
        cellen: one row per cell, with gemeente_code, gemeente, kolom_id, kolom, indicator_id, kort, indicator,
            thema, thema_volgorde, indicator_volgorde, status, was_verbeterpunt, uitkomst_van, uitkomst_naar,
            jaar_van and jaar_naar.
        donker: for the dark theme.
        wijzer: `kaartwijzer(cellen)`, when the page has it already.
    """
    wijzer = wijzer or kaartwijzer(cellen)
    groot = wijzer.aantal_vakken > TEKENS_TOT
    vakken = go.Heatmap(
        z=getallen(wijzer.codes),
        zmin=-0.5,
        zmax=len(VAKBEELDEN) - 0.5,
        colorscale=kleurtrap([beeld.kleur(donker=donker).vlak for beeld in VAKBEELDEN]),
        showscale=False,
        hoverongaps=False,
        xgap=3 if wijzer.met_woorden else 1,
        ygap=3 if wijzer.met_woorden else 2,
        textfont={"size": 12 if wijzer.met_woorden else 14, "color": tinten(donker=donker).tekst},
        text=teksten(_vakteksten(wijzer, groot=groot)),
        # a full sentence for each of 20,000 cells would weigh a megabyte on every rerun
        customdata=None if groot else teksten(_zweefteksten(cellen, wijzer)),
        texttemplate=None if groot else "%{text}",
        hovertemplate=f"%{{{'y}<br>%{x}<br><b>%{text' if groot else 'customdata'}}}"
        + ("</b>" if groot else "")
        + "<extra></extra>",
    )
    return rasterfiguur(wijzer, vakken, donker=donker)


def _vakteksten(wijzer: Kaartwijzer, *, groot: bool) -> list[list[str]]:
    """What stands in each cell; in a map too large for that, what its hover says."""
    if groot:
        woorden = [beeld.merk for beeld in VAKBEELDEN]
    elif wijzer.met_woorden:
        woorden = [beeld.merk_kort for beeld in VAKBEELDEN]
    else:
        woorden = [beeld.teken for beeld in VAKBEELDEN]
    return [["" if code is None else woorden[code] for code in rij] for rij in wijzer.codes]


def _zweefteksten(cellen: pd.DataFrame, wijzer: Kaartwijzer) -> list[list[str]]:
    op_rij = {rij.sleutel: nr for nr, rij in enumerate(wijzer.rijen)}
    op_kolom = {kolom.sleutel: nr for nr, kolom in enumerate(wijzer.kolommen)}
    uit = [[""] * len(wijzer.kolommen) for _ in wijzer.rijen]
    for cel in cellen.to_dict("records"):
        rij, kolom = op_rij[str(cel["indicator_id"])], op_kolom[str(cel["kolom_id"])]
        code = wijzer.codes[rij][kolom]
        if code is not None:
            uit[rij][kolom] = _zweefzin(cel, wijzer.kolommen[kolom], VAKBEELDEN[code])
    return uit


def _zweefzin(cel: dict[Hashable, Any], kolom: Kolom, beeld: Beeld) -> str:
    """The hover of one cell: where, what, before, after, status."""
    indicator = "<br>".join(veilig(regel) for regel in _stukken(str(cel["indicator"])))
    van, naar = _moment(cel["jaar_van"], cel["uitkomst_van"]), _moment(cel["jaar_naar"], cel["uitkomst_naar"])
    slot = f"{van} → {naar}" if naar else van
    return f"<b>{veilig(kolom.naam)}</b><br>{indicator}<br>{slot}<br><b>{beeld.merk}</b>"


def _stukken(tekst: str) -> list[str]:
    woorden, uit = tekst.split(), [""]
    for woord in woorden:
        if uit[-1] and len(uit[-1]) + len(woord) > 54:
            uit.append("")
        uit[-1] = f"{uit[-1]} {woord}".strip()
    return uit


def _moment(jaar: object, uitkomst: str | None) -> str:
    """'2013: ✗ verbeterpunt'; empty where there is no such test."""
    if is_leeg(jaar):
        return ""
    # several verdicts in one cell stand beside each other: 'verbeterpunt + voldoet'
    uitkomsten = [] if uitkomst is None or is_leeg(uitkomst) else str(uitkomst).split(" + ")
    merken = " + ".join(UITKOMST[deel].merk for deel in uitkomsten)
    return f"{int(str(jaar).split('.', maxsplit=1)[0])}: {merken or '? geen oordeel'}"


def statuskaart_tekst(cellen: pd.DataFrame) -> str:
    """What the status map shows, in words and exact numbers."""
    if cellen.empty:
        return "De kaart is leeg: bij deze keuze hoort geen enkel oordeel."
    kolommen, rijen = cellen["kolom_id"].nunique(), cellen["indicator_id"].nunique()
    gemeenten = cellen["gemeente_code"].nunique()
    per_gemeente = bool((cellen["kolom"] == cellen["gemeente"]).all())
    breedte = (
        f"{getal(gemeenten)} {meervoud(gemeenten, 'gemeente', 'gemeenten')}"
        if per_gemeente
        else f"{getal(kolommen)} {meervoud(kolommen, 'aanpak', 'aanpakken')} in "
        f"{getal(gemeenten)} {meervoud(gemeenten, 'gemeente', 'gemeenten')}"
    )
    punten = cellen[cellen["was_verbeterpunt"].astype(bool)]
    begin = f"Kaart van {getal(rijen)} {meervoud(rijen, 'indicator', 'indicatoren')} bij {breedte}: "
    return begin + _puntenzin(punten["status"].value_counts().to_dict(), len(punten), len(cellen) - len(punten))


def _puntenzin(per_status: dict[Hashable, int], punten: int, overig: int) -> str:
    if not punten:
        return f"geen verbeterpunten, {getal(overig)} {meervoud(overig, 'oordeel', 'oordelen')} die voldeden."
    delen = [f"{getal(per_status[s])} {beeld.woord}" for s, beeld in STATUS.items() if per_status.get(s)]
    zin = f"{getal(punten)} {meervoud(punten, 'verbeterpunt', 'verbeterpunten')}, waarvan {opsomming(delen)}"
    beoordeeld = sum(per_status.get(status, 0) for status in _BEOORDEELD)
    if beoordeeld:
        zin += f"; opgepakt is {aandeel(per_status.get('opgepakt', 0), beoordeeld)} van wat is beoordeeld"
    rest = f" Daarnaast {getal(overig)} {meervoud(overig, 'vak', 'vakken')} zonder verbeterpunt." if overig else ""
    return f"{zin}.{rest}"
