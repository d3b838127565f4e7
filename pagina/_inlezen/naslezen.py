"""The report's own text beside what an editor writes of it: a place to search in it, and to read on from there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from data.rapporten.document import Alinea, Blok, Document, Tabel
from pagina._inlezen.passage import LANGST, als_patroon, lees
from pagina._inlezen.werk import Werk
from pagina.delen import web

#: Parts (a paragraph, a table) of the report that stand there at once, and the most rows of a table in one part.
DEEL, RIJEN = 12, 30
#: Letters in the longest heading.
LANGSTE_KOP = 150
GEEN_TEKST = "Het rapport is bij deze levering niet bewaard: er staat geen tekst naast."
_PARAGRAAF = re.compile(r"\d+(?:\.\d+)+")


@dataclass(frozen=True)
class Leestekst:
    """A report to read and search: its parts, and the text of each on one line."""

    delen: tuple[Blok, ...]
    regels: tuple[str, ...]

    @classmethod
    def van(cls, document: Document) -> Leestekst:
        """All text of a document, cut where a paragraph or a table is too long to stand on a page."""
        delen = tuple(deel for blok in document.blokken for deel in _gesneden(blok))
        teksten = (
            deel.tekst if isinstance(deel, Alinea) else " ".join(cel for rij in deel.rijen for cel in rij)
            for deel in delen
        )
        return cls(delen, tuple(" ".join(tekst.split()) for tekst in teksten))

    def vind(self, zoek: re.Pattern[str] | None) -> list[int]:
        """The parts that hold what is searched for."""
        return [nummer for nummer, regel in enumerate(self.regels) if zoek is not None and zoek.search(regel)]

    def eerste(self, plekken: Sequence[int], zoek: re.Pattern[str] | None) -> int:
        """Which of these to open with: the heading that begins with it (a table of contents is longer), else 0."""
        koppen = {
            nummer: len(self.regels[deel])
            for nummer, deel in enumerate(plekken)
            if zoek is not None and len(self.regels[deel]) <= LANGSTE_KOP and zoek.match(self.regels[deel])
        }
        return min(koppen, key=koppen.__getitem__, default=0)


def _gesneden(blok: Blok) -> Iterator[Blok]:
    if isinstance(blok, Tabel):
        yield from (Tabel(blok.rijen[van : van + RIJEN], blok.pagina) for van in range(0, len(blok.rijen), RIJEN))
    elif len(tekst := "\n".join(blok.regels)) <= LANGST:
        yield blok
    else:
        yield from (
            Alinea(tuple(tekst[van : van + LANGST].split("\n")), blok.pagina) for van in range(0, len(tekst), LANGST)
        )


def patroon(zoek: str) -> re.Pattern[str] | None:
    """What finds a text, whatever its capitals and spaces; a number as a whole: 6.1 is not in 16.1 or 6.12."""
    if not zoek.strip():
        return None
    voor, na = (
        (r"(?<![\d.])" if zoek.strip()[0].isdigit() else ""),
        (r"(?!\.?\d)" if zoek.strip()[-1].isdigit() else ""),
    )
    return re.compile(voor + als_patroon(zoek) + na, re.IGNORECASE)


def begin_bij(vindplaats: str) -> str:
    """What of a vindplaats to search for: the number of its paragraph, else its first words."""
    paragraaf = _PARAGRAAF.search(vindplaats)
    return paragraaf[0] if paragraaf else re.split(r"[,(;]", vindplaats)[0].strip()


def toon(werk: Werk, *, bij: str, sleutel: str, vindplaats: str = "") -> None:
    """Search, what was found, and on to the next place; without a search the report from its beginning.

    `bij` says in Dutch what it stands beside. It opens where `vindplaats` points, when the report has that.
    """
    if not werk.voorstel.document.blokken:
        st.markdown(GEEN_TEKST)
        return
    if "leestekst" not in werk.los:
        werk.los["leestekst"] = Leestekst.van(werk.voorstel.document)
    tekst: Leestekst = werk.los["leestekst"]
    veld, begin = f"{sleutel}-zoek", begin_bij(vindplaats)
    if veld not in st.session_state:
        st.session_state[veld] = begin if tekst.vind(patroon(begin)) else ""
    zoek = st.text_input("Zoek in het rapport", placeholder="een woord, of een paragraaf zoals 6.2", key=veld)
    gezocht = patroon(zoek)
    gevonden = tekst.vind(gezocht)
    if zoek.strip() and not gevonden:
        web.toon(web.zin("‘{zoek}’ staat niet in het rapport.", zoek=zoek))
    plekken = gevonden or list(range(0, len(tekst.delen), DEEL))
    nummer = _nummer(f"{sleutel}-waar", zoek, tekst.eerste(gevonden, gezocht), len(plekken))
    _bladeren(sleutel, zoek, nummer, len(plekken), woord="Plaats" if gevonden else "Deel")
    web.toon(lees(tekst.delen[plekken[nummer] :][:DEEL], gezocht, bij=bij))


def _nummer(waar: str, zoek: str, eerste: int, aantal: int) -> int:
    """Which place is looked at; another search begins anew."""
    gezocht, nummer = st.session_state.get(waar, (None, 0))
    return min(nummer, aantal - 1) if gezocht == zoek else eerste


def _bladeren(sleutel: str, zoek: str, nummer: int, aantal: int, *, woord: str) -> None:
    """The way to the place before and after."""
    with st.container(horizontal=True, vertical_alignment="center"):
        for knop, ander in (("Terug", nummer - 1), ("Verder", nummer + 1)):
            st.button(
                knop,
                key=f"{sleutel}-{knop.lower()}",
                disabled=not 0 <= ander < aantal,
                on_click=partial(st.session_state.__setitem__, f"{sleutel}-waar", (zoek, ander)),
            )
        st.markdown(f"{woord} {nummer + 1} van {aantal}")
