"""What a reader sees while the database is gone or damaged: one line, until it was made again."""

from __future__ import annotations

import streamlit as st

from data.herstel.herstellen import Poging, herstel
from pagina.beeld import zinnen

#: Seconds between two looks.
PAUZE = 1.0
BEZIG = (
    "De database wordt opnieuw gemaakt uit de leveringen: zij was weg, beschadigd of van een andere versie. Er gaat "
    "niets verloren en deze pagina gaat vanzelf verder."
)


def toon() -> None:
    """Have it made again, and say how that goes."""
    poging = herstel()
    if poging.bezig:
        st.title("Een ogenblik")
        st.info(BEZIG, icon=":material/hourglass_top:")
        _wacht(poging)
    else:
        st.title("Nog geen gegevens")
        st.error(f"De database is niet te maken. {zinnen.letterlijk(poging.fout)}", icon=":material/warning:")


@st.fragment(run_every=PAUZE)
def _wacht(poging: Poging) -> None:
    """Go on as soon as it is there."""
    if not poging.bezig:
        st.rerun()
