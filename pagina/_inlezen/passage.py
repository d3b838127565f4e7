"""A passage of a report beside what was read from it: the report's own text, escaped, with the place highlighted.

Pure: gives Markup, draws nothing. The styling is in pagina/venster/vormen.css.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from data.rapporten.document import Alinea, Blok, Document, Plek, Tabel
from pagina.delen import web

#: Blocks shown before and after the one that is meant.
RONDOM = 2
#: Longest text of one block; a text file may be one single paragraph.
LANGST = 3_000
#: Rows of a table shown before and after the one that is meant.
RIJEN_RONDOM = 1


def passage(document: Document, plek: Plek, *, bij: str, zoek: Iterable[str] = ()) -> Markup:
    """The text around a place, which is highlighted; with `zoek` only these texts in it are.

    `bij` says in Dutch what it stands beside ("rij 3"): each passage of a page has a name of its own.

    A place that the document does not have gives a sentence that says so.
    """
    if not 0 <= plek.blok < len(document.blokken):
        return web.zin("Deze plaats staat niet (meer) in de tekst van het rapport.")
    woorden = [woord for woord in zoek if woord]
    van, tot = max(0, plek.blok - RONDOM), min(len(document.blokken), plek.blok + RONDOM + 1)
    delen = [
        _gemeend(document.blokken[nummer], plek, woorden) if nummer == plek.blok else _buur(document.blokken[nummer])
        for nummer in range(van, tot)
    ]
    return _kader(document.blokken[plek.blok], bij, delen)


def lees(delen: Sequence[Blok], zoek: re.Pattern[str] | None, *, bij: str) -> Markup:
    """Parts of a report to read, tables whole; what was searched for is highlighted."""
    tekst = (
        Markup("<p>{}</p>").format(_merk("\n".join(deel.regels), zoek))
        if isinstance(deel, Alinea)
        else _als_tabel(
            Markup("").join(Markup("<td>{}</td>").format(_merk(cel, zoek)) for cel in rij) for rij in deel.rijen
        )
        for deel in delen
    )
    return _kader(delen[0], bij, tekst)


def _kader(blok: Blok, bij: str, delen: Iterable[Markup]) -> Markup:
    """A frame that can be scrolled by keyboard, with where its first words stand."""
    waar = f"Uit het rapport, bij {bij}" + (f", bladzijde {blok.pagina}" if blok.pagina is not None else "")
    return Markup(
        '<div class="vp-passage" role="region" tabindex="0" aria-label="{0}"><p class="vp-stil">{0}</p>{1}</div>'
    ).format(waar, Markup("").join(delen))


def _als_tabel(rijen: Iterable[Markup]) -> Markup:
    """Rows of cells as a table of the report."""
    return Markup('<table class="vp-tabel"><tbody>{}</tbody></table>').format(
        Markup("").join(Markup("<tr>{}</tr>").format(rij) for rij in rijen)
    )


def _gemeend(blok: Blok, plek: Plek, woorden: Sequence[str]) -> Markup:
    """The block that is meant, the place in it marked."""
    if isinstance(blok, Alinea):
        tekst = "\n".join(blok.regels)
        return Markup("<p>{}</p>").format(_gemerkt(tekst, woorden))
    return _tabel(blok, plek, woorden)


def _buur(blok: Blok) -> Markup:
    """A block before or after, as context."""
    if isinstance(blok, Tabel):
        return Markup('<p class="vp-stil">{}</p>').format(f"(hier staat een tabel van {len(blok.rijen)} rijen)")
    return Markup("<p>{}</p>").format(_ingekort("\n".join(blok.regels)))


def _tabel(blok: Tabel, plek: Plek, woorden: Sequence[str]) -> Markup:
    """The row that is meant with its neighbours below the head of the table."""
    midden = plek.rij if plek.rij is not None else 0
    getoond = {0, *range(midden - RIJEN_RONDOM, midden + RIJEN_RONDOM + 1)}
    rijen = []
    for nummer, cellen in enumerate(blok.rijen):
        if nummer not in getoond:
            continue
        vakken = (
            Markup("<td>{}</td>").format(
                _gemerkt(tekst, woorden) if nummer == plek.rij and plek.kolom in {None, kolom} else _ingekort(tekst)
            )
            for kolom, tekst in enumerate(cellen)
        )
        rijen.append(Markup("").join(vakken))
    return _als_tabel(rijen)


def _gemerkt(tekst: str, woorden: Sequence[str]) -> Markup:
    """The text highlighted: only the given words, or all of it where none of them stands in it."""
    if woorden:
        gemerkt = merk_woorden(tekst, woorden)
        if "<mark>" in gemerkt:
            return gemerkt
    if not tekst.strip():
        return Markup('<mark class="vp-leeg">{}</mark>').format("(lege cel)")
    return Markup("<mark>{}</mark>").format(_ingekort(tekst))


def merk_woorden(tekst: str, woorden: Iterable[str]) -> Markup:
    """The text, escaped, with each of these words in a mark; line breaks and spaces in a word match any."""
    patronen = [als_patroon(woord) for woord in woorden if woord.split()]
    if not patronen:
        return _ingekort(tekst)
    return _merk(tekst, re.compile("|".join(sorted(patronen, key=len, reverse=True))))


def als_patroon(tekst: str) -> str:
    """A regular expression that finds a text, whatever the spaces and line breaks in it."""
    return r"\s+".join(re.escape(deel) for deel in tekst.split())


def _merk(tekst: str, patroon: re.Pattern[str] | None) -> Markup:
    """The text, escaped, with all that the pattern finds in a mark."""
    delen: list[Markup] = []
    waar = 0
    for vondst in patroon.finditer(tekst) if patroon is not None else ():
        delen += [escape(tekst[waar : vondst.start()]), Markup("<mark>{}</mark>").format(vondst[0])]
        waar = vondst.end()
    return Markup("").join([*delen, escape(tekst[waar:])])


def _ingekort(tekst: str) -> Markup:
    return escape(tekst if len(tekst) <= LANGST else f"{tekst[:LANGST]} …")
