"""Step 2 of a voorstel that puts a levering right: why, and which cells become others."""

from __future__ import annotations

import streamlit as st

from data.geschiedenis import Verschil
from data.rapporten.voorstel import wijzig_kop
from pagina._inlezen import velden
from pagina._inlezen.vervanging import gevonden
from pagina._inlezen.werk import Werk
from pagina.delen import verschillen as delen
from pagina.delen import web, zinnen


def verschillen(werk: Werk) -> list[Verschil]:
    """What acceptance would make different in the levering; nothing when that is not in force any more."""
    vervanging = gevonden(werk)
    return vervanging.verschillen if vervanging is not None else []


def telling(aantal: int) -> str:
    """How much is another, in words."""
    return f"{aantal} {zinnen.meervoud(aantal, 'verschil', 'verschillen')}" if aantal else "nog niets gewijzigd"


def toon(werk: Werk) -> None:
    """The levering that is replaced, the reason, and the differences so far."""
    kop = werk.voorstel.kop
    web.toon(
        web.zin(
            "Aanvaarden maakt een nieuwe levering, die de levering <strong>{oud}</strong> in haar geheel vervangt. De "
            "oude blijft bewaard en staat op de pagina Geschiedenis.",
            oud=kop["correctie"],
        )
    )
    velden.tekst(
        werk,
        "Reden van de vervanging",
        kop["reden"],
        lambda waarde: wijzig_kop(werk.voorstel, "reden", waarde, bekend=werk.bekend),
        sleutel="vergelijking-reden",
    )
    anders = verschillen(werk)
    if anders:
        web.toon(delen.tabel(anders, bijschrift="Wat in de levering anders wordt"))
    else:
        st.markdown("Wijzig hieronder wat niet klopt: een oordeel, een meting, een aanpak, een bevinding.")
