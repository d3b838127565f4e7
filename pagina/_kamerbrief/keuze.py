"""What the letter is about: widgets whose values live in the URL, so that a copied link gives the same letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import streamlit as st

from pagina.delen import filters
from pagina.delen.gegevens import Gegevens, Rij
from pagina.delen.keuzelijst import Keuzelijst
from pagina.uitvoer.brief.keuze import PER, Keuze, Per

#: The names, in the URL too, of the widgets that narrow the selection.
NAUWER = ("thema", "onderwerp", "gemeente", "provincie", "bewijs")


def kies(feiten: Gegevens) -> Keuze | None:
    """Draw the filters and return the choice; None where there is no kader to choose from, or none is chosen."""
    lijst = filters.kaders(feiten)
    if not lijst.codes:
        st.info("Er zijn nog geen oordelen in deze verzameling, dus ook geen cijfers.", icon=":material/info:")
        return None
    eerste, tweede = (st.columns(4, vertical_alignment="bottom") for _ in range(2))
    with eerste[0]:
        kaders = lijst.meer("kader", "Kader", leeg="kies een kader", begin=lijst.codes[:1])
    if not kaders:
        st.info("Kies minstens één kader. Kaders worden nooit bij elkaar opgeteld.", icon=":material/info:")
        return None
    with tweede[0]:
        eenheid = filters.eenheid()
    with tweede[1]:
        verloop = filters.verloop()
    gebied = filters.gebied(feiten, kaders)
    with eerste[1]:
        jaren = filters.periodes(feiten, kaders, verloop=verloop)
        gekozen = jaren.meer("periode", "Periode", leeg="de nieuwste van elk kader")
    with eerste[2]:
        per_naam = filters.themas(feiten, kaders)
        themas = Keuzelijst(per_naam, per_naam).meer("thema", "Thema")
    with eerste[3]:
        gemeenten = filters.gemeenten(gebied).meer("gemeente", "Gemeente")
    with tweede[2]:
        per = Keuzelijst(PER, PER.values()).een("tabel", "Tabel")
    with tweede[3], st.popover("Meer filters", width="stretch"):
        onderwerpen, provincies, bewijzen = _meer(feiten, kaders, gebied, beperkt=bool(themas or gemeenten))
    return Keuze(
        kaders=tuple(kaders),
        periodes=tuple(gekozen or ()),
        themas=tuple(themas or ()),
        onderwerpen=onderwerpen,
        gemeenten=tuple(gemeenten or ()),
        provincies=provincies,
        bewijzen=bewijzen,
        eenheid=eenheid,
        verloop=verloop,
        per=cast("Per", per),
    )


def _meer(feiten: Gegevens, kaders: list[str], gebied: Sequence[Rij], *, beperkt: bool) -> tuple[tuple[str, ...], ...]:
    """Draw what is chosen less often, and the button that widens everything: onderwerpen, provincies, bewijzen."""
    gekozen = (
        filters.onderwerpen(feiten, kaders).meer("onderwerp", "Onderwerp"),
        filters.provincies(gebied).meer("provincie", "Provincie"),
        filters.bewijzen().meer("bewijs", "Bewijs bij de hertoets"),
    )
    filters.wisknop(NAUWER, beperkt=beperkt or any(gekozen))
    return tuple(tuple(keuze or ()) for keuze in gekozen)
