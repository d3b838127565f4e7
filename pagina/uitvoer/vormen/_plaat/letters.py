"""The letters of a picture: one font that comes with matplotlib, so that every machine draws and breaks alike.

It puts the settings of matplotlib back to its own defaults: a `matplotlibrc` of whoever runs this would otherwise
change the bytes.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.path import Path as Vorm
from matplotlib.textpath import TextPath, text_to_path

from pagina.uitvoer.vormen._plaat.merken import Plek

#: Any fixed text: without it matplotlib makes up names inside an SVG at random.
_ZOUT = "verbeterpunten"
#: What stands where the font has no shape for a letter; it has one for this.
_ONBEKEND = "\ufffd"

# once, at import; nobody else in this product draws with matplotlib
mpl.rcParams.update({naam: mpl.rcParamsDefault[naam] for naam in mpl.rcParams if not naam.startswith("backend")})
# letters as shapes: a Word without this font would break and cut the lines; what they say stands in <desc>
mpl.rcParams.update({"svg.fonttype": "path", "svg.hashsalt": _ZOUT})
# as the shapes are, without moving them onto pixels: a line in a PNG is then as long as it was measured
mpl.rcParams["text.hinting"] = "no_hinting"

_LETTERTYPEN = {
    vet: Path(mpl.get_data_path()) / "fonts" / "ttf" / f"DejaVuSans{'-Bold' if vet else ''}.ttf"
    for vet in (False, True)
}


def letters(punt: float, *, vet: bool = False) -> FontProperties:
    """The font at a size in points."""
    return FontProperties(fname=_LETTERTYPEN[vet], size=punt)


def toonbaar(tekst: str) -> str:
    """The text on one line, with a mark for each letter that the font does not have."""
    font = get_font(str(_LETTERTYPEN[False]))
    return "".join(
        letter if font.get_char_index(ord(letter)) else _ONBEKEND
        for letter in " ".join(tekst.split())
        if letter.isprintable()
    )


@lru_cache(maxsize=20_000)
def breed(tekst: str, punt: float, *, vet: bool = False) -> float:
    """How wide a text is, in points."""
    breedte, _, _ = text_to_path.get_text_width_height_descent(tekst, letters(punt, vet=vet), ismath=False)
    return float(breedte)


def regels(tekst: str, ruimte: float, punt: float, *, vet: bool = False) -> list[str]:
    """The text broken between words into lines no wider than `ruimte` points; a word that is wider breaks itself."""
    uit = [""]
    for woord in toonbaar(tekst).split(" "):
        langer = f"{uit[-1]} {woord}".strip()
        if breed(langer, punt, vet=vet) <= ruimte:
            uit[-1] = langer
            continue
        stukken = _stukken(woord, ruimte, punt, vet=vet)
        uit = [*uit, *stukken] if uit[-1] else stukken
    return uit


def _stukken(woord: str, ruimte: float, punt: float, *, vet: bool) -> list[str]:
    """A word in parts that fit, as few as possible; a part holds one letter at least."""
    uit = []
    while breed(woord, punt, vet=vet) > ruimte and len(woord) > 1:
        past = next(
            (n for n in range(len(woord) - 1, 1, -1) if breed(woord[:n] + "-", punt, vet=vet) <= ruimte),
            1,
        )
        uit.append(woord[:past] + "-")
        woord = woord[past:]
    return [*uit, woord]


@cache
def tekenvorm(teken: str, punt: float) -> Vorm:
    """A sign as a shape around its own middle."""
    vorm = TextPath((0, 0), teken, prop=letters(punt))
    kader = vorm.get_extents()
    midden: Plek = ((kader.x0 + kader.x1) / 2, (kader.y0 + kader.y1) / 2)
    return Vorm(vorm.vertices - midden, vorm.codes)
