"""Step 2 of a voorstel that puts a levering right: why, and which cells become others."""

from __future__ import annotations

import streamlit as st

from data.aanvaarding.geschiedenis import Verschil
from pagina._inlezen import vervanging
from pagina._inlezen.werk import Werk
from pagina.beeld import zinnen
from pagina.delen import web
from pagina.delen.verschillen import tabel


def verschillen(werk: Werk) -> list[Verschil]:
    """What acceptance would make different in the levering; nothing when that is not in force any more."""
    gevonden = vervanging.gevonden(werk)
    return gevonden.verschillen if gevonden is not None else []


def telling(aantal: int) -> str:
    """How much is another, in words."""
    return f"{aantal} {zinnen.meervoud(aantal, 'verschil', 'verschillen')}" if aantal else "nog niets gewijzigd"


def toon(werk: Werk) -> None:
    """The levering that is replaced, the reason, and the differences so far."""
    kop = werk.voorstel.kop
    vervanging.aankondiging(kop["correctie"])
    vervanging.reden(werk)
    anders = verschillen(werk)
    if anders:
        web.toon(tabel(anders, bijschrift="Wat in de levering anders wordt", namen=vervanging.namen(werk)))
    else:
        st.markdown("Wijzig hieronder wat niet klopt: een oordeel, een meting, een aanpak, een bevinding.")
