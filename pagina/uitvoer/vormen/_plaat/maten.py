"""How large everything in one map is: words in the cells, signs, or small signs, by its number of columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from pagina.beeld import zinnen
from pagina.beeld.figuren.raster import Kaartwijzer
from pagina.beeld.status import VAKBEELDEN
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.stuk import KOLOMMEN_TOT, RIJEN_TOT
from pagina.uitvoer.vormen._plaat.letters import breed, regels, toonbaar

#: More columns than this: small cells.
TEKENS_TOT = 60
#: A label is broken at the first of these widths (in letter sizes) at which it takes two lines.
_LABELS = (16, 18, 20, 22, 25)
#: The longest name that stands upright on one line, in points.
_RECHTOP = 150.0
#: How wide a cell with words becomes at most, and how many times its own width one with a sign.
_BREEDSTE_WOORDVAK, _RUIMER = 108.0, 1.6


@dataclass(frozen=True)
class Maat:
    """Sizes in points: letters of the rows, of the columns and in a cell; a cell; the white between two."""

    rij: float
    kolom: float
    cel: float
    vak_breed: float
    vak_hoog: float
    wit: float
    tussen: float


#: The least height of a row, in letter sizes.
_DICHT = 1.75
_WOORDEN = Maat(rij=8.5, kolom=8.5, cel=8.5, vak_breed=62, vak_hoog=19, wit=1.5, tussen=5)
_TEKENS = Maat(rij=8, kolom=7.5, cel=9, vak_breed=14, vak_hoog=15, wit=1, tussen=2)
_KLEIN = Maat(rij=6.6, kolom=5.8, cel=5.8, vak_breed=8.2, vak_hoog=10, wit=0.7, tussen=1)


@dataclass(frozen=True)
class Indeling:
    """Where the columns of one map stand: `links` of each from the left edge of the map, all as wide as `vak`."""

    maat: Maat
    label: float
    vak: float
    links: tuple[float, ...]

    @property
    def breedte(self) -> float:
        """The width of the map."""
        return self.links[-1] + self.vak


def indeling(wijzer: Kaartwijzer, doel: float, *, dicht: bool = False) -> Indeling:
    """Sizes for one map, no wider than `doel` points where it can be; `dicht`: with its rows close together.

    Raises UitvoerGeweigerd for what is too large.
    """
    _pas(wijzer)
    n = len(wijzer.kolommen)
    maat = _WOORDEN if wijzer.met_woorden else _TEKENS if n <= TEKENS_TOT else _KLEIN
    maat = replace(maat, vak_hoog=min(maat.vak_hoog, _DICHT * maat.rij)) if dicht else maat
    sprongen = [0.0, *(maat.tussen * (een.groep != ander.groep) for een, ander in pairwise(wijzer.kolommen))]
    if not any(kolom.groep_naam for kolom in wijzer.kolommen):
        sprongen = [0.0] * n
    vak = _woordvak(wijzer, maat) if wijzer.met_woorden else _tekenvak(wijzer, maat)
    label = _labelbreedte(wijzer, maat, doel - vak * n - sum(sprongen))
    over = (doel - label - sum(sprongen)) / n
    vak = max(vak, min(over, _BREEDSTE_WOORDVAK if wijzer.met_woorden else vak * _RUIMER))
    vak, x, links = round(vak, 1), label, []
    for sprong in sprongen:
        x += sprong
        links.append(round(x, 1))
        x += vak
    return Indeling(maat, label, vak, tuple(links))


def _pas(wijzer: Kaartwijzer) -> None:
    """Refuse a map that nobody can read."""
    kolommen, rijen = len(wijzer.kolommen), sum(rij.sleutel is not None for rij in wijzer.rijen)
    if kolommen > KOLOMMEN_TOT or rijen > RIJEN_TOT:
        raise UitvoerGeweigerd(
            f"De figuur zou {zinnen.getal(kolommen)} kolommen en {zinnen.getal(rijen)} rijen krijgen; leesbaar zijn er "
            f"hoogstens {KOLOMMEN_TOT} bij {RIJEN_TOT}. Kies minder gemeenten of thema’s, of tel per gemeente."
        )


def _labelbreedte(wijzer: Kaartwijzer, maat: Maat, ruim: float) -> float:
    """The room left of the cells, no more than the labels need.

    Each on one line where the cells leave `ruim` points for that, else on two where that is sensible.
    """
    labels = [toonbaar(rij.label) for rij in wijzer.rijen if rij.sleutel is not None]
    ruimtes = [keer * maat.rij for keer in _LABELS]
    ruimte = next((b for b in ruimtes if all(len(regels(t, b, maat.rij)) <= 2 for t in labels)), ruimtes[-1])
    ruimte = max(ruimte, min(max(breed(t, maat.rij) for t in labels), ruim - maat.rij))
    breedste = max(breed(regel, maat.rij) for label in labels for regel in regels(label, ruimte, maat.rij))
    return round(breedste + maat.rij, 1)


def _woordvak(wijzer: Kaartwijzer, maat: Maat) -> float:
    """Wide enough for each word that stands in a cell, and for the longest word of a name where that is sensible."""
    codes = {code for rij in wijzer.codes for code in rij if code is not None}
    cellen = max(breed(VAKBEELDEN[code].merk_kort, maat.cel) for code in codes)
    namen = max(breed(toonbaar(woord), maat.kolom) for kolom in wijzer.kolommen for woord in kolom.label.split())
    return max(maat.vak_breed, cellen + 9, min(namen + 5, _BREEDSTE_WOORDVAK))


def _tekenvak(wijzer: Kaartwijzer, maat: Maat) -> float:
    """Wide enough for the lines that the longest name takes when it stands upright."""
    hoogste = max(len(rechtop(kolom.naam, maat)) for kolom in wijzer.kolommen)
    return max(maat.vak_breed, hoogste * maat.kolom * 1.18 + 2)


def rechtop(naam: str, maat: Maat) -> list[str]:
    """The lines of a name that stands upright."""
    return regels(naam, _RECHTOP * maat.kolom / _TEKENS.kolom, maat.kolom)
