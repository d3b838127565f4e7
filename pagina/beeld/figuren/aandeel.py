"""The share map: how much was picked up per row and column, never without its n/N. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from pagina.beeld.figuren.basis import kleurtrap, tinten, veilig
from pagina.beeld.figuren.raster import Kaartwijzer, Kolom, Rij, getallen, met_koppen, rasterfiguur, teksten
from pagina.beeld.zinnen import aandeel, getal, meervoud, procent


@dataclass(frozen=True)
class Trede:
    """One step of the scale: shares up to and including `tot` (a whole percentage)."""

    tot: int
    woord: str
    licht: str
    donker: str

    def vlak(self, *, donker: bool) -> str:
        """The fill under the theme."""
        return self.donker if donker else self.licht


#: Cream for nothing at all, then blue, each step darker (in the dark theme: lighter) than the one before. No other hue
#: between: on the way from yellow to blue lies the grey that some readers could not tell from `GEEN`.
TREDEN = (
    Trede(0, "0%", "#fff3c4", "#302300"),
    Trede(24, "1–24%", "#d6e7f8", "#16304d"),
    Trede(49, "25–49%", "#b5d4f1", "#1a4069"),
    Trede(74, "50–74%", "#93c0ea", "#1d5085"),
    Trede(99, "75–99%", "#6fabe0", "#2061a3"),
    Trede(100, "100%", "#4c95d4", "#2473c0"),
)
#: Nothing was assessed: no share, so none of the colours of the scale.
GEEN = Trede(-1, "? niets beoordeeld", "#c3c8cf", "#565f69")
_VLAKKEN = (*TREDEN, GEEN)


def tredenummer(opgepakt: int, beoordeeld: int) -> int:
    """The place in TREDEN of a share of something: 1 of 300 is not 0%, 299 of 300 not 100%."""
    if opgepakt in {0, beoordeeld}:
        return 0 if opgepakt == 0 else len(TREDEN) - 1
    percentage = min(99, max(1, procent(opgepakt, beoordeeld) or 0))
    return next(nr for nr, trede in enumerate(TREDEN) if percentage <= trede.tot)


def aandeelwijzer(rijen: pd.DataFrame) -> Kaartwijzer:
    """Which row and column of the share map is what; rows and columns keep the order of `rijen`."""
    if (dubbel := rijen.duplicated(["rij", "kolom"])).any():
        eerste = rijen[dubbel].iloc[0]
        raise ValueError(f"twee regels voor één vak: {eerste['rij']} × {eerste['kolom']}")
    uniek = rijen.drop_duplicates("rij")
    namen = [Rij(str(r), str(r), str(r), str(g)) for r, g in zip(uniek["rij"], uniek["rij_groep"], strict=True)]
    regels = met_koppen(sorted(namen, key=lambda rij: [g.groep for g in namen].index(rij.groep)))
    kolommen = tuple(Kolom(str(k), str(k), str(k)) for k in rijen["kolom"].drop_duplicates())
    op_rij = {rij.sleutel: nr for nr, rij in enumerate(regels) if rij.sleutel is not None}
    op_kolom = {kolom.sleutel: nr for nr, kolom in enumerate(kolommen)}
    codes: list[list[int | None]] = [[None] * len(kolommen) for _ in regels]
    woorden: dict[str, int] = {}
    for vak in _vakken(rijen):
        codes[op_rij[vak.rij]][op_kolom[vak.kolom]] = woorden.setdefault(vak.zin, len(woorden))
    return Kaartwijzer(regels, kolommen, tuple(tuple(rij) for rij in codes), tuple(woorden))


@dataclass(frozen=True)
class _Vak:
    rij: str
    kolom: str
    opgepakt: int
    beoordeeld: int
    vastgesteld: int
    getoetst: int
    verteld: int

    @property
    def trede(self) -> int:
        """The place of its colour in _VLAKKEN."""
        return tredenummer(self.opgepakt, self.beoordeeld) if self.beoordeeld else len(TREDEN)

    @property
    def merk(self) -> str:
        return f"{getal(self.opgepakt)}/{getal(self.beoordeeld)}" if self.beoordeeld else "? 0 beoordeeld"

    @property
    def zin(self) -> str:
        punten = f"{getal(self.vastgesteld)} {meervoud(self.vastgesteld, 'verbeterpunt', 'verbeterpunten')} vastgesteld"
        if not self.beoordeeld:
            return f"niets beoordeeld, {punten}"
        zin = f"{aandeel(self.opgepakt, self.beoordeeld)} beoordeelde verbeterpunten opgepakt, {punten}"
        bron = f": {getal(self.getoetst)} getoetst, {getal(self.verteld)} verteld door de gemeente"
        return zin + (bron if self.opgepakt else "")

    @property
    def zweefzin(self) -> str:
        kop = f"<b>{veilig(self.kolom)}</b><br>{veilig(self.rij)}<br>"
        if not self.beoordeeld:
            return f"{kop}<b>niets beoordeeld</b><br>{getal(self.vastgesteld)} vastgesteld"
        return (
            f"{kop}<b>{aandeel(self.opgepakt, self.beoordeeld)}</b> opgepakt van wat is beoordeeld"
            f"<br>{aandeel(self.opgepakt, self.vastgesteld)} opgepakt van wat is vastgesteld"
            f"<br>opgepakt: {getal(self.getoetst)} getoetst, {getal(self.verteld)} verteld door de gemeente"
        )


def _vakken(rijen: pd.DataFrame) -> list[_Vak]:
    tellingen = ("opgepakt", "beoordeeld", "vastgesteld", "getoetst", "verteld")
    return [
        _Vak(str(rij["rij"]), str(rij["kolom"]), **{naam: int(rij[naam]) for naam in tellingen})
        for rij in rijen.to_dict("records")
    ]


def aandeelkaart(rijen: pd.DataFrame, *, donker: bool, wijzer: Kaartwijzer | None = None) -> go.Figure:
    """The share map: opgepakt / beoordeeld in every cell, and a grey of its own where nothing was assessed.

    Args:
        rijen: one row per cell, in the order of the map, with rij, rij_groep (may be empty), kolom, opgepakt,
            beoordeeld, vastgesteld, and the opgepakt split into getoetst and verteld.
        donker: for the dark theme.
        wijzer: `aandeelwijzer(rijen)`, when the page has it already.
    """
    wijzer = wijzer or aandeelwijzer(rijen)
    op_plek = {(vak.rij, vak.kolom): vak for vak in _vakken(rijen)}
    raster = [[op_plek.get((rij.sleutel or "", k.sleutel)) for k in wijzer.kolommen] for rij in wijzer.rijen]
    vakken = go.Heatmap(
        z=getallen([[None if vak is None else vak.trede for vak in rij] for rij in raster]),
        zmin=-0.5,
        zmax=len(_VLAKKEN) - 0.5,
        colorscale=kleurtrap([trede.vlak(donker=donker) for trede in _VLAKKEN]),
        showscale=False,
        hoverongaps=False,
        xgap=3 if wijzer.met_woorden else 1,
        ygap=3 if wijzer.met_woorden else 2,
        text=teksten([["" if vak is None else vak.merk for vak in rij] for rij in raster]),
        texttemplate="%{text}",
        textfont={"size": 12 if wijzer.met_woorden else 10, "color": tinten(donker=donker).tekst},
        customdata=teksten([["" if vak is None else vak.zweefzin for vak in rij] for rij in raster]),
        hovertemplate="%{customdata}<extra></extra>",
    )
    return rasterfiguur(wijzer, vakken, donker=donker)


def aandeellegenda(*, donker: bool) -> list[tuple[str, str, str]]:
    """The steps of the scale as (text, fill, text colour), for the chips that `celkeuze` puts under the map."""
    tekst = tinten(donker=donker).tekst
    return [(trede.woord, trede.vlak(donker=donker), tekst) for trede in _VLAKKEN]


def aandeelkaart_tekst(rijen: pd.DataFrame) -> str:
    """What the share map shows. Cells may overlap in time, so their numbers are told, never added up."""
    vakken = _vakken(rijen)
    if not vakken:
        return "De kaart is leeg: bij deze keuze hoort geen enkel verbeterpunt."
    n_rijen, n_kolommen = rijen["rij"].nunique(), rijen["kolom"].nunique()
    met = [vak for vak in vakken if vak.beoordeeld]
    zin = f"Kaart van {getal(n_rijen)} bij {getal(n_kolommen)} met het deel dat is opgepakt van wat is beoordeeld"
    if met:
        hoog = max(met, key=lambda vak: (vak.opgepakt / vak.beoordeeld, vak.beoordeeld))
        laag = min(met, key=lambda vak: (vak.opgepakt / vak.beoordeeld, -vak.beoordeeld))
        zin += f": het meest bij {hoog.kolom}, {hoog.rij} ({hoog.merk})"
        zin += f", het minst bij {laag.kolom}, {laag.rij} ({laag.merk})" if laag != hoog else ""
    zonder = len(vakken) - len(met)
    rest = f" In {getal(zonder)} {meervoud(zonder, 'vak', 'vakken')} is niets beoordeeld." if zonder else ""
    return f"{zin}.{rest}"
