"""The share map: how much was picked up per row and column, never without its n/N. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pagina.beeld.figuren.basis import tinten
from pagina.beeld.figuren.raster import Blokje, Kaartwijzer, Kolom, Rij, Vak, met_koppen, unieke, vul
from pagina.beeld.status import TEKEN_VERTELD
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
#: What the hatching of a share says, wherever a share is drawn.
MERK_VERTELD = f"{TEKEN_VERTELD} geheel of deels volgens de gemeente zelf, niet getoetst"


def tredenummer(opgepakt: int, beoordeeld: int) -> int:
    """The place in TREDEN of a share of something: 1 of 300 is not 0%, 299 of 300 not 100%."""
    if opgepakt in {0, beoordeeld}:
        return 0 if opgepakt == 0 else len(TREDEN) - 1
    percentage = min(99, max(1, procent(opgepakt, beoordeeld) or 0))
    return next(nr for nr, trede in enumerate(TREDEN) if percentage <= trede.tot)


_TELLINGEN = ["opgepakt", "beoordeeld", "vastgesteld", "getoetst", "verteld"]


def aandeelwijzer(rijen: pd.DataFrame) -> Kaartwijzer:
    """Which row and column of the share map is what, and what its cells say: opgepakt / beoordeeld, never without n/N.

    Takes one row per cell, in the order of the map, with rij, rij_groep (may be empty), kolom, opgepakt, beoordeeld,
    vastgesteld, and the opgepakt split into getoetst and verteld. The code of a cell is its place in `aandeelkleuren`.
    Raises ValueError when a cell is there twice.
    """
    if (dubbel := rijen.duplicated(["rij", "kolom"])).any():
        eerste = rijen[dubbel].iloc[0]
        raise ValueError(f"twee regels voor één vak: {eerste['rij']} × {eerste['kolom']}")
    uniek = rijen.drop_duplicates("rij")
    namen = [Rij(str(r), str(r), str(r), str(g), str(r)) for r, g in zip(uniek["rij"], uniek["rij_groep"], strict=True)]
    regels = met_koppen(sorted(namen, key=lambda rij: [g.groep for g in namen].index(rij.groep)))
    kolommen = tuple(Kolom(str(k), str(k), str(k)) for k in rijen["kolom"].drop_duplicates())
    soorten, nummers = unieke(rijen[_TELLINGEN])
    vakken = tuple(_vak(*soort) for soort in soorten.itertuples(index=False, name=None))
    return Kaartwijzer(regels, kolommen, vul(regels, kolommen, (rijen["rij"], rijen["kolom"]), nummers), vakken)


def _vak(opgepakt: int, beoordeeld: int, vastgesteld: int, getoetst: int, verteld: int) -> Vak:  # noqa: PLR0917 - a row of counts
    """What the cells with the same counts say."""
    punten = f"{getal(vastgesteld)} {meervoud(vastgesteld, 'verbeterpunt', 'verbeterpunten')} vastgesteld"
    if not beoordeeld:
        merk = "? 0 beoordeeld"
        return Vak(
            len(TREDEN), f"niets beoordeeld, {punten}", (merk, merk),
            ("niets beoordeeld", f"{getal(vastgesteld)} vastgesteld"),
        )  # fmt: skip
    bron = f"{getal(getoetst)} getoetst, {getal(verteld)} verteld door de gemeente"
    deel = aandeel(opgepakt, beoordeeld)
    kort = f"{getal(opgepakt)}/{getal(beoordeeld)}"
    merken = (f"{kort} ({TEKEN_VERTELD} {getal(verteld)})", f"{kort}{TEKEN_VERTELD}") if verteld else (kort, kort)
    woord = f"{deel} beoordeelde verbeterpunten opgepakt, {punten}" + (f": {bron}" if opgepakt else "")
    uitleg = (
        f"{deel} opgepakt van wat is beoordeeld",
        f"{aandeel(opgepakt, vastgesteld)} opgepakt van wat is vastgesteld",
        f"opgepakt: {bron}",
    )
    return Vak(tredenummer(opgepakt, beoordeeld), woord, merken, uitleg, arcering=verteld > 0)


def aandeelkleuren(*, donker: bool) -> list[str]:
    """The fill of each code of the share map, and a grey of its own where nothing was assessed."""
    return [trede.vlak(donker=donker) for trede in _VLAKKEN]


def aandeellegenda(wijzer: Kaartwijzer, *, donker: bool) -> list[Blokje]:
    """The steps of the scale, and what is hatched where anything is: the chips that `celkeuze` puts under the map."""
    kleur = tinten(donker=donker)
    treden = [(trede.woord, trede.vlak(donker=donker), kleur.tekst, False) for trede in _VLAKKEN]
    verteld = any(vak.arcering for vak in wijzer.vakken)
    return [*treden, (MERK_VERTELD, kleur.grond, kleur.tekst, True)] if verteld else treden


def aandeelkaart_tekst(rijen: pd.DataFrame) -> str:
    """What the share map shows. Cells may overlap in time, so their numbers are told, never added up."""
    if rijen.empty:
        return "De kaart is leeg: bij deze keuze hoort geen enkel verbeterpunt."
    n_rijen, n_kolommen = rijen["rij"].nunique(), rijen["kolom"].nunique()
    met = rijen[rijen["beoordeeld"] > 0]
    zin = f"Kaart van {getal(n_rijen)} bij {getal(n_kolommen)} met het deel dat is opgepakt van wat is beoordeeld"
    zonder = len(rijen) - len(met)
    rest = f" In {getal(zonder)} {meervoud(zonder, 'vak', 'vakken')} is niets beoordeeld." if zonder else ""
    return f"{zin}{_uitersten(met)}.{rest}"


def _uitersten(met: pd.DataFrame) -> str:
    """Where the share is largest and smallest: a cell that rests on most points, and how many are like it."""
    if met.empty:
        return ""
    deel = met["opgepakt"] / met["beoordeeld"]
    if deel.min() == deel.max():
        return f": {'in elk vak hetzelfde, ' if len(met) > 1 else ''}{_noem(met[deel == deel.max()])}"
    return f": het meest bij {_noem(met[deel == deel.max()])}, het minst bij {_noem(met[deel == deel.min()])}"


def _noem(vakken: pd.DataFrame) -> str:
    """Of cells with one share the one that rests on most: 'Alkmaar, De aanpak (0/2, 0%) en in 1 ander vak'."""
    rij = vakken.iloc[vakken["beoordeeld"].argmax()]
    opgepakt, beoordeeld = int(rij["opgepakt"]), int(rij["beoordeeld"])
    naam = f"{rij['kolom']}, {rij['rij']}"
    anders = len(vakken) - 1
    ook = f" en in {getal(anders)} {meervoud(anders, 'ander vak', 'andere vakken')}" if anders else ""
    return f"{naam} ({getal(opgepakt)}/{getal(beoordeeld)}, {procent(opgepakt, beoordeeld)}%){ook}"
