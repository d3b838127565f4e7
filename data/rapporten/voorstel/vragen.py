"""A doubt as a row of twijfels.csv."""

from __future__ import annotations

from data.rapporten.document import Plek
from data.rapporten.gelezen import Soort
from data.rapporten.voorstel import model
from data.rapporten.voorstel.model import Rij, Voorstel
from data.rapporten.voorstel.namen import schoon


def twijfel(soort: Soort, zin: str, *, over: str = "", oordeel: Rij | None = None, plek: Plek | None = None) -> Rij:
    """A doubt without a number yet; with an oordeel it stands where that stands."""
    rij = model.rij(model.TWIJFEL, soort=soort.value, over=over, zin=schoon(zin), afgehandeld="nee")
    if oordeel is not None:
        rij.update(
            {kolom: oordeel[kolom] for kolom in ("blok", "rij", "kolom")}, oordeel_nr=oordeel["nr"], over="oordeel"
        )
    elif plek is not None:
        rij.update(zip(("blok", "rij", "kolom"), als_cellen(plek), strict=True))
    return rij


def voeg_toe(voorstel: Voorstel, rij: Rij) -> None:
    """Give a doubt the next number and put it with the others."""
    rij["nr"] = str(max((int(t["nr"]) for t in voorstel.twijfels), default=0) + 1)
    voorstel.twijfels.append(rij)


def als_cellen(plek: Plek) -> tuple[str, str, str]:
    """A place as the cells blok, rij and kolom."""
    return str(plek.blok), "" if plek.rij is None else str(plek.rij), "" if plek.kolom is None else str(plek.kolom)
