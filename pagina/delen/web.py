"""Small accessible HTML: tables that a screen reader reads as tables, links, and signs of status.

Everything that comes from the data is escaped by MarkupSafe; only `Markup` made here passes as it is. Pure but for
`toon` and `welke`, which put it on the page. The styling is in pagina/venster/vormen.css, under the class names used
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st
from markupsafe import Markup, escape

from pagina.beeld.status import Beeld
from pagina.beeld.zinnen import getal


def link(adres: str | None, woord: str) -> Markup:
    """A link to a page of this dashboard; without an address the word alone."""
    return Markup('<a href="{}">{}</a>').format(adres, woord) if adres else escape(woord)


def merk(beeld: Beeld, *, donker: bool, kort: bool = False) -> Markup:
    """A status or uitkomst as symbol and word on its colour; with `kort` the word is read aloud but not shown."""
    woord = Markup(' <span class="vp-gelezen">{}</span>').format(beeld.woord) if kort else escape(f" {beeld.woord}")
    return vlak(Markup("{}{}").format(beeld.teken, woord), beeld, donker=donker, titel=beeld.merk, klasse="vp-merk")


def vlak(tekst: Markup, beeld: Beeld, *, donker: bool, titel: str, klasse: str = "", stijl: str = "") -> Markup:
    """A text on the colour of a status or uitkomst; what was told is hatched at both ends of its text."""
    kleur = beeld.kleur(donker=donker)
    kleuren = f"background-color:{kleur.vlak};color:{kleur.tekst}"
    if beeld.arcering:
        klasse = f"{klasse} vp-verteld".strip()
        tekst = Markup('<span style="{}">{}</span>').format(kleuren, tekst)
    soort = Markup('class="{}" ').format(klasse) if klasse else ""
    return Markup('<span {}style="{}{}" title="{}">{}</span>').format(soort, stijl, kleuren, titel, tekst)


def zin(tekst: str, **delen: object) -> Markup:
    """A paragraph: our own words with the named parts escaped into them."""
    return Markup("<p>{}</p>").format(regel(tekst, **delen))


def regel(tekst: str, **delen: object) -> Markup:
    """As `zin`, for an item of a list: no paragraph of its own."""
    return Markup(tekst).format(**delen)  # noqa: S704 - `tekst` is written in our code


def stil(tekst: object) -> Markup:
    """A remark in a softer colour; nothing for nothing."""
    return Markup('<span class="vp-stil">{}</span>').format(tekst) if tekst else Markup("")


def regels(delen: Iterable[object]) -> Markup:
    """Several things in one cell, one under the other; what is empty is left out."""
    return Markup("<br>").join(escape(deel) for deel in delen if deel)


def lijst(delen: Iterable[object]) -> Markup:
    """A list with bullets."""
    return Markup('<ul class="vp-lijst">{}</ul>').format(
        Markup("").join(Markup("<li>{}</li>").format(deel) for deel in delen)
    )


def genummerd(delen: Iterable[object]) -> Markup:
    """A list with numbers."""
    return Markup('<ol class="vp-lijst">{}</ol>').format(
        Markup("").join(Markup("<li>{}</li>").format(deel) for deel in delen)
    )


def code(tekst: str) -> Markup:
    """A text to be taken over letter by letter: a number, a link, a command."""
    return Markup('<code class="vp-code">{}</code>').format(tekst)


def vast(tekst: str) -> Markup:
    """A text as it stands, with its own lines and spaces."""
    return Markup('<pre class="vp-vast">{}</pre>').format(tekst)


def cijfer(tekst: object) -> Markup:
    """A number in a cell of a table, or the head over such numbers: they stand under each other."""
    return Markup('<span class="vp-getal">{}</span>').format(tekst)


def webtabel(kolommen: Sequence[str], rijen: Iterable[Sequence[object]], *, bijschrift: str) -> Markup:
    """A table with a caption and heads; the first cell of a row is its head. None is an empty cell."""
    koppen = Markup("").join(Markup('<th scope="col">{}</th>').format(kolom) for kolom in kolommen)
    lijf = Markup("").join(_rij(rij) for rij in rijen)
    return Markup(
        '<div class="vp-schuif" role="region" tabindex="0" aria-label="{0}"><table class="vp-tabel">'
        "<caption>{0}</caption><thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>"
    ).format(bijschrift, koppen, lijf)


def _rij(cellen: Sequence[object]) -> Markup:
    eerste, *rest = ("" if cel is None else cel for cel in cellen)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(
        eerste, Markup("").join(Markup("<td>{}</td>").format(cel) for cel in rest)
    )


def feitenlijst(feiten: Mapping[str, object]) -> Markup:
    """Facts as name and value; what is empty is left out."""
    paren = (Markup("<dt>{}</dt><dd>{}</dd>").format(naam, waarde) for naam, waarde in feiten.items() if waarde)
    return Markup('<dl class="vp-feiten">{}</dl>').format(Markup("").join(paren))


#: How a message is read aloud: at once, when there is time, or where it stands.
_ROLLEN = {"fout": ("alert", "Let op"), "goed": ("status", "Gelukt"), "waarschuwing": ("note", "Let op")}


def melding(soort: str, tekst: str) -> Markup:
    """A message (`fout`, `goed`, `waarschuwing`) that may hold words of a file: as text, never as links or pictures."""
    rol, begin = _ROLLEN[soort]
    return Markup('<div class="vp-melding vp-melding-{}" role="{}"><p><strong>{}.</strong> {}</p></div>').format(
        soort, rol, begin, tekst
    )


#: Where on a page the list of points begins.
PUNTEN = "punten"


def naar_punten(aantal: int, adres: str) -> Markup:
    """The way to the points behind a number: 'Toon deze 16 punten'; of no point there is none."""
    punten = f"deze {getal(aantal)} punten" if aantal > 1 else "dit ene punt"
    return link(f"{adres}#{PUNTEN}", f"Toon {punten}") if aantal else Markup("")


def hier_staan_punten() -> None:
    """The place where those links arrive: a head that is read aloud."""
    toon(Markup('<h2 class="vp-gelezen" id="{}">De punten</h2>').format(PUNTEN))


def welke(aantal: int, adres: str) -> None:
    """Put that way on the page, under the number."""
    if aantal:
        toon(zin("{weg}", weg=naar_punten(aantal, adres)))


def toon(*delen: Markup) -> None:
    """Put it on the page."""
    st.html(str(Markup("").join(delen)))
