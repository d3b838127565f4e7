"""Bars on a page, of text and colour: they cost the browser nothing, where Plotly is 4.7 MB to load for four bars.

Each piece says its sign and number; a piece is never narrower than those, so that also one of a thousand can be read.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from pagina.beeld.figuren.staven import Staaf
from pagina.beeld.status import STATUS, Beeld
from pagina.beeld.zinnen import getal
from pagina.delen import web


def staven(rijen: Sequence[Staaf], tekst: str, *, donker: bool) -> Markup:
    """The bars with the legend of what occurs in them; `tekst` says what they show to who cannot see them."""
    meeste = max((staaf.totaal for staaf in rijen), default=0)
    beelden = {beeld for staaf in rijen for beeld, _ in staaf.stukken}
    legenda = (web.merk(beeld, donker=donker) for beeld in sorted(beelden, key=_op_volgorde))
    return Markup('<div class="vp-staven" role="figure" aria-label="{}">{}<p class="vp-rij">{}</p></div>').format(
        tekst,
        Markup("").join(_staaf(staaf, meeste, donker=donker) for staaf in rijen),
        Markup(" ").join(legenda),
    )


def _op_volgorde(beeld: Beeld) -> tuple[int, bool]:
    return list(STATUS).index(beeld.sleutel), beeld.arcering


def _staaf(staaf: Staaf, meeste: int, *, donker: bool) -> Markup:
    stukken = Markup("").join(_stuk(beeld, aantal, donker=donker) for beeld, aantal in staaf.stukken)
    return Markup(
        '<div class="vp-staaf"><span>{} ({})</span><span class="vp-staafruimte"><span class="vp-staafdeel" '
        'style="width:{}%">{}</span></span></div>'
    ).format(staaf.naam, getal(staaf.totaal), round(100 * staaf.totaal / meeste, 2), stukken)


def _stuk(beeld: Beeld, aantal: int, *, donker: bool) -> Markup:
    tekst = Markup('{} {}<span class="vp-gelezen"> {}</span>').format(beeld.teken, getal(aantal), beeld.woord)
    titel = f"{getal(aantal)} {beeld.woord}"
    return web.vlak(tekst, beeld, donker=donker, titel=titel, stijl=f"flex-grow:{aantal};")
