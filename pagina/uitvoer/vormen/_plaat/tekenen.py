"""Drawing a picture with matplotlib, through figures of its own: no pyplot, nothing shared between sessions."""

from __future__ import annotations

import io
import math
import re
import threading
from html import escape

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Vorm
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pagina.uitvoer.vormen._plaat.letters import letters, tekenvorm
from pagina.uitvoer.vormen._plaat.merken import INKT, Arcering, Letters, Merk, Plek, Streep, Tekens, Vak, Vel, Vlak

PUNTEN_PER_DUIM = 72
#: Dots per inch of a PNG, and the most dots it may have: 120 MB while it is being drawn.
DPI, _PIXELS_TOT = 200, 30_000_000
#: From one line of a hatching to the next along an edge, and how thick each is, in points.
_RASTER, _LIJN = 4.0, 0.5
#: One picture at a time in a process: a large one takes that memory, and half a dozen readers may ask at once.
_slot = threading.Lock()
_SVG_KOP = re.compile(r"\A.*?<svg (?P<rest>[^>]*)>", re.DOTALL)


def figuur_van(vel: Vel) -> Figure:
    """The picture as a figure of matplotlib, one artist for each mark."""
    figuur = Figure(figsize=(vel.breedte / PUNTEN_PER_DUIM, vel.y / PUNTEN_PER_DUIM), dpi=72, facecolor="white")
    plaats = Affine2D().scale(1, -1).translate(0, vel.y).scale(1 / PUNTEN_PER_DUIM) + figuur.dpi_scale_trans
    for nr, merk in enumerate(vel.merken):
        artiest = _artiest(merk, plaats)
        # in the order of reading, not first all shapes and then all letters
        artiest.set_zorder(nr)
        figuur.add_artist(artiest)
    return figuur


def _artiest(merk: Merk, plaats: Transform) -> Artist:
    if isinstance(merk, Letters):
        artiest: Artist = _tekst(merk, plaats)
    elif isinstance(merk, Vlak):
        artiest = _vlak(merk, plaats)
    elif isinstance(merk, Arcering):
        artiest = _arcering(merk, plaats)
    elif isinstance(merk, Tekens):
        artiest = _tekens(merk, plaats)
    else:
        artiest = _streep(merk, plaats)
    naam = getattr(merk, "naam", "")
    if naam:
        artiest.set_gid(naam)
    return artiest


def _tekst(merk: Letters, plaats: Transform) -> Text:
    return Text(
        *merk.plek,
        merk.tekst,
        fontproperties=letters(merk.punt, vet=merk.vet),
        color=merk.kleur,
        rotation=90 if merk.rechtop else 0,
        rotation_mode="anchor",
        horizontalalignment="center" if merk.midden else "left",
        verticalalignment="baseline",
        parse_math=False,
        usetex=False,
        transform=plaats,
    )


def _vlak(merk: Vlak, plaats: Transform) -> PathPatch:
    punten = [((x, y), (x + b, y), (x + b, y + h), (x, y + h), (x, y)) for x, y, b, h in merk.vakken]
    codes = [Vorm.MOVETO, Vorm.LINETO, Vorm.LINETO, Vorm.LINETO, Vorm.CLOSEPOLY] * len(punten)
    vorm = Vorm(np.array(punten, dtype=float).reshape(-1, 2), codes)
    rand = merk.rand or "none"
    return PathPatch(vorm, facecolor=merk.kleur, edgecolor=rand, linewidth=0.6 if merk.rand else 0, transform=plaats)


def _arcering(merk: Arcering, plaats: Transform) -> PathPatch:
    lijnen = [lijn for vak in merk.vakken for lijn in schuine_lijnen(vak, merk.open)]
    vorm = Vorm(np.array(lijnen, dtype=float).reshape(-1, 2), [Vorm.MOVETO, Vorm.LINETO] * len(lijnen))
    return PathPatch(vorm, facecolor="none", edgecolor=INKT, linewidth=_LIJN, capstyle="butt", transform=plaats)


def schuine_lijnen(vak: Vak, open_: Plek) -> list[tuple[Plek, Plek]]:
    """The lines that rise to the right through a rectangle, but for its open middle."""
    x, y, breed, hoog = vak
    binnen = (x + (breed - open_[0]) / 2, y + (hoog - open_[1]) / 2, *open_)
    uit = []
    for nr in range(math.ceil((x + y) / _RASTER), math.ceil((x + y + breed + hoog) / _RASTER)):
        som = nr * _RASTER
        (links, rechts), (stop, verder) = _kruist(vak, som), _kruist(binnen, som)
        stukken = [(links, stop), (verder, rechts)] if stop < verder else [(links, rechts)]
        uit += [((van, som - van), (tot, som - tot)) for van, tot in stukken if van < tot]
    return uit


def _kruist(vak: Vak, som: float) -> tuple[float, float]:
    """From which x to which the line x + y = som lies in a rectangle; the first is the greater where it does not."""
    x, y, breed, hoog = vak
    return max(x, som - y - hoog), min(x + breed, som - y)


def _tekens(merk: Tekens, plaats: Transform) -> Line2D:
    vorm = tekenvorm(merk.teken, merk.punt)
    x, y = zip(*merk.plekken, strict=True)
    # a marker is scaled to its farthest point, and its size is then twice that
    grootte = 2 * float(np.abs(np.asarray(vorm.vertices)).max())
    return Line2D(
        x,
        y,
        linestyle="none",
        marker=MarkerStyle(vorm),
        markersize=grootte,
        markerfacecolor="black",
        markeredgewidth=0,
        transform=plaats,
    )


def _streep(merk: Streep, plaats: Transform) -> Line2D:
    x, y = merk.van
    return Line2D([x, x + merk.breedte], [y, y], color=merk.kleur, linewidth=0.6, transform=plaats)


def als_svg(vel: Vel, *, titel: str, tekst: str, nummer: str, gegevens: str) -> bytes:
    """The picture as SVG: with a title and a text for who cannot see it, and `gegevens` inside."""
    uit = io.BytesIO()
    with _slot:
        canvas = FigureCanvasSVG(figuur_van(vel))
        eigen = {"Date": None, "Creator": None, "Language": "nl", "Identifier": nummer}
        canvas.print_svg(uit, metadata=eigen)  # type: ignore[no-untyped-call]
    # its DOCTYPE names an outside address, and it has no room for what a screen reader asks
    kop = (
        '<?xml version="1.0" encoding="utf-8"?>\n<svg role="img" lang="nl" xml:lang="nl" '
        r'aria-labelledby="plaat-titel" aria-describedby="plaat-tekst" \g<rest>>'
    )
    begin = (
        f'\n<title id="plaat-titel">{escape(titel, quote=False)}</title>'
        f'\n<desc id="plaat-tekst">{escape(tekst, quote=False)}</desc>'
        f'\n<metadata id="herkomst">{escape(gegevens, quote=False)}</metadata>'
    )
    beeld, aantal = _SVG_KOP.subn(kop, uit.getvalue().decode("utf-8"), count=1)
    if not aantal:
        raise ValueError("matplotlib gaf iets dat geen SVG is")
    plek = beeld.index(">", beeld.index("<svg ")) + 1
    return (beeld[:plek] + begin + beeld[plek:]).encode("utf-8")


def als_png(vel: Vel, *, teksten: dict[str, str], breedte_mm: float | None = None) -> bytes:
    """The picture as PNG with texts inside, that says it is `breedte_mm` wide; without that, as wide as it was made."""
    duim_breed, duim_hoog = vel.breedte / PUNTEN_PER_DUIM, vel.y / PUNTEN_PER_DUIM
    op_papier = duim_breed if breedte_mm is None else breedte_mm / 25.4
    dpi = min(DPI * max(1.0, op_papier / duim_breed), (_PIXELS_TOT / (duim_breed * duim_hoog)) ** 0.5)
    info = PngInfo()
    for naam, tekst in teksten.items():
        info.add_itxt(naam, tekst, lang="nl")
    uit = io.BytesIO()
    with _slot:
        figuur = figuur_van(vel)
        figuur.set_dpi(dpi)
        canvas = FigureCanvasAgg(figuur)
        canvas.draw()  # type: ignore[no-untyped-call]
        breed, _ = canvas.get_width_height()
        punten = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
        beeld = Image.frombuffer("RGBA", canvas.get_width_height(), punten, "raw", "RGBA", 0, 1)
        beeld.convert("RGB").save(uit, "PNG", pnginfo=info, dpi=(breed / op_papier,) * 2)
    return uit.getvalue()
