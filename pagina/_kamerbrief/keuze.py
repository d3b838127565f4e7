"""What the letter is about: widgets whose values live in the URL, so that a copied link gives the same letter."""

from __future__ import annotations

from functools import partial
from typing import cast

import streamlit as st

from pagina.delen import filters
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst
from pagina.uitvoer.brief.keuze import PER, Keuze, Per


def kies(feiten: Gegevens) -> Keuze | None:
    """Draw the filters and return the choice; None where there is no kader to choose from, or none is chosen."""
    lijst = filters.kaders(feiten)
    if not lijst.codes:
        st.info("Er zijn nog geen oordelen in deze verzameling, dus ook geen cijfers.", icon=":material/info:")
        return None
    eerste, tweede = (st.columns(4, vertical_alignment="bottom") for _ in range(2))
    meer = filters.meer_filters(len(filters.MEER))
    with eerste[0]:
        kaders = lijst.meer("kader", "Kader", leeg="kies een kader", begin=lijst.codes[:1], hulp=filters.HULP_KADER)
    if not kaders:
        st.info("Kies minstens één kader. Kaders worden nooit bij elkaar opgeteld.", icon=":material/info:")
        return None
    with tweede[0]:
        eenheid = filters.eenheid()
    with tweede[1]:
        verloop = filters.verloop()
    lijsten = filters.nauwer(feiten, kaders)
    with eerste[1]:
        jaren = filters.periodes(feiten, kaders, verloop=verloop)
        gekozen = jaren.meer(
            "periode", "Periode", leeg="de nieuwste van elk kader", anders=partial(_komt_neer_op, jaren)
        )
    with eerste[2]:
        nauwer = {"themas": filters.kies(lijsten, "themas")}
    with eerste[3]:
        nauwer["gemeenten"] = filters.kies(lijsten, "gemeenten")
    with tweede[2]:
        per = Keuzelijst(PER, PER.values()).een("tabel", "Tabel")
    nauwer |= filters.kies_meer(lijsten, meer)
    with tweede[3]:
        filters.wisknop(filters.SLEUTELS, beperkt=any(nauwer.values()))
    return Keuze(
        kaders=tuple(kaders),
        periodes=tuple(gekozen or ()),
        nauwer={naam: tuple(gekozen_ or ()) for naam, gekozen_ in nauwer.items()},
        eenheid=eenheid,
        verloop=verloop,
        per=cast("Per", per),
    )


def _komt_neer_op(jaren: Keuzelijst, gekozen: list[str]) -> list[str]:
    """The pairs of years in the letter: what is chosen, and the newest of each kader of which nothing is."""
    per_kader: dict[str, list[str]] = {}
    for code in jaren.codes:
        per_kader.setdefault(code.rpartition(":")[0], []).append(code)
    return [code for codes in per_kader.values() for code in [c for c in codes if c in gekozen] or codes[:1]]
