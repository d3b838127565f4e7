"""The legend under a map: each look that occurs, with its sign, its word and how many cells have it."""

from __future__ import annotations

from collections import Counter

from pagina.beeld import zinnen
from pagina.beeld.figuren.raster import Kaartwijzer
from pagina.beeld.figuren.status import getoonde_beelden
from pagina.beeld.status import VAKBEELDEN
from pagina.uitvoer.vormen._plaat.kaart import KAPITAAL, beeldnaam, gearceerd
from pagina.uitvoer.vormen._plaat.letters import breed
from pagina.uitvoer.vormen._plaat.merken import LIJN, Letters, Tekens, Vel, Vlak

_LETTER, _VLAK, _TUSSEN = 8.5, 12.5, 14.0
_LEEG = "geen oordeel in deze selectie"


def teken_legenda(vel: Vel, wijzer: Kaartwijzer, *, groei: float, rand: float, regel: float, naam: str) -> float:
    """Add the legend; returns how far down it goes. Entries that do not fit beside each other go on below."""
    punt, vlak = _LETTER * groei, _VLAK * groei
    x, boven = rand, vel.y
    for sleutel, teken, kleur, woord, arcering in _regels(wijzer):
        breed_vlak = vlak + (breed(teken, punt) if arcering else 0)
        breedte = breed_vlak + 4 * groei + breed(woord, punt)
        if x > rand and x + breedte > rand + regel:
            x, boven = rand, boven + vlak + 4 * groei
        eigen = f"{naam}~legenda~{sleutel}"
        vak = (x, boven, breed_vlak, vlak)
        vel.merken.append(Vlak((vak,), kleur, rand="" if teken else LIJN, naam=f"{eigen}~vlak"))
        if arcering:
            vel.merken.append(gearceerd([vak], teken, punt, naam=eigen))
        if teken:
            vel.merken.append(Tekens(teken, punt, ((x + breed_vlak / 2, boven + vlak / 2),)))
        onder = boven + vlak / 2 + punt * KAPITAAL / 2
        vel.merken.append(Letters((x + breed_vlak + 4 * groei, onder), woord, punt, naam=eigen))
        x += breedte + _TUSSEN * groei
    return boven + vlak + 3 * groei


def _regels(wijzer: Kaartwijzer) -> list[tuple[str, str, str, str, bool]]:
    """Name, sign, colour and words of each entry, and whether it is hatched: 'niet opgepakt (5)'.

    Of empty cells too, where there are any.
    """
    rijen = [codes for rij, codes in zip(wijzer.rijen, wijzer.codes, strict=True) if rij.sleutel is not None]
    aantal = Counter(code for codes in rijen for code in codes)
    uit = [
        (
            beeldnaam(beeld),
            beeld.teken,
            beeld.licht.vlak,
            f"{beeld.woord} ({zinnen.getal(aantal[VAKBEELDEN.index(beeld)])})",
            beeld.arcering,
        )
        for beeld in getoonde_beelden(wijzer)
    ]
    return [*uit, ("leeg", "", "#ffffff", _LEEG, False)] if aantal[None] else uit
