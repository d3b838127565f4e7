"""What narrows a view by kader: the lists that Opvolging and Kamerbrief share, by the names that their links carry.

Each takes one kader or several; of several a list holds what stands under any of them, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pagina.beeld.telling import KNOP_EENHEID, KNOP_TELWIJZE, Eenheid
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst
from pagina.uitvoer.brief.deel import perioden
from pagina.uitvoer.inhoud.velden import NAUWER, VELDEN, onder

#: The names, in the URL too, of the widgets of NAUWER.
SLEUTELS = tuple(VELDEN[naam].optie for naam in NAUWER)
#: Those of NAUWER that a page keeps under ‘Meer filters’.
MEER = tuple(naam for naam in NAUWER if naam not in {"themas", "gemeenten"})

HULP_KADER = (
    "Alleen kaders met oordelen per indicator. Wat over een ander kader bekend is, staat op de pagina’s Gemeente en "
    "Bronnen."
)
HULP_GEMEENTE = (
    "Alleen gemeenten met een meting onder het gekozen kader. Mist u een gemeente? Kies een ander kader, of zoek haar "
    "op de pagina Gemeente."
)


def kaders(feiten: Gegevens) -> Keuzelijst:
    """The kaders with oordelen, those with most gemeenten first."""
    lijst = [rij for rij in feiten.rijen("kaders") if rij["oordelen"] > 0]
    return Keuzelijst([rij["kader_id"] for rij in lijst], [rij["kader"] for rij in lijst])


def nauwer(feiten: Gegevens, gekozen: Sequence[str]) -> dict[str, Keuzelijst]:
    """What there is to choose under these kaders, for each of NAUWER; of themas the names."""
    return {naam: _onder(feiten, naam, gekozen) for naam in NAUWER}


def _onder(feiten: Gegevens, naam: str, gekozen: Sequence[str]) -> Keuzelijst:
    def maak() -> Keuzelijst:
        lijst = onder(feiten, naam, gekozen)
        return Keuzelijst(lijst.codes, lijst.woorden)

    return feiten.onthoud(f"filter {naam}", maak, keuze={"kaders": list(gekozen)})


def kies(lijsten: Mapping[str, Keuzelijst], naam: str) -> list[str] | None:
    """Draw one of NAUWER."""
    hulp = HULP_GEMEENTE if naam == "gemeenten" else None
    return lijsten[naam].meer(VELDEN[naam].optie, VELDEN[naam].kop, hulp=hulp)


def meer_filters(aantal: int) -> list[DeltaGenerator]:
    """Places for so many filters that are folded away at first.

    No popover: what stands in a closed one is not on the page. Then a filter that is cleared from outside does not hear
    of it, and the browser sends the old choice again with the next click.
    """
    with st.expander("Meer filters"):
        return st.columns(aantal, vertical_alignment="bottom")


def kies_meer(lijsten: Mapping[str, Keuzelijst], plekken: Sequence[DeltaGenerator]) -> dict[str, list[str] | None]:
    """Draw those of NAUWER that are folded away, each in its place."""
    gekozen = {}
    for naam, plek in zip(MEER, plekken, strict=False):
        with plek:
            gekozen[naam] = kies(lijsten, naam)
    return gekozen


def periodes(feiten: Gegevens, gekozen: Sequence[str], *, verloop: bool) -> Keuzelijst:
    """The pairs of years, latest test first; pairs are never added up, so there is no 'all'."""
    lijst = feiten.onthoud(
        "perioden",
        lambda: perioden(feiten, gekozen, verloop=verloop),
        keuze={"kaders": list(gekozen), "verloop": verloop},
    )
    return Keuzelijst(lijst.codes, lijst.woorden)


def nieuwste(feiten: Gegevens, kader: str) -> str | None:
    """The pair of years that a page opens with, for a link that must keep it; None where there is none."""
    return next(iter(periodes(feiten, [kader], verloop=False).woorden), None)


def eenheid() -> Eenheid:
    """Draw the counting unit."""
    return cast("Eenheid", Keuzelijst(KNOP_EENHEID, KNOP_EENHEID.values()).knoppen("eenheid", "Telt"))


def verloop() -> bool:
    """Draw what is compared: each meting with the next, or (true) the first with the latest."""
    woorden = KNOP_TELWIJZE.values()
    return Keuzelijst(woorden, woorden).knoppen("telwijze", "Kijkt naar") == KNOP_TELWIJZE[True]


def wisknop(sleutels: Sequence[str], *, beperkt: bool) -> None:
    """Draw the button that widens these filters; it can be pressed where any of them narrows the view."""
    st.button("Wis filters", on_click=wis, args=(tuple(sleutels),), width="stretch", disabled=not beperkt)


def wis(sleutels: Iterable[str]) -> None:
    """Give these filters their widest value."""
    for sleutel in sleutels:
        st.session_state[sleutel] = []
