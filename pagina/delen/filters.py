"""What narrows a view by kader: the lists that Opvolging and Kamerbrief share, by the names that their links carry.

Each takes one kader or several; of several a list holds what stands under any of them, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import pandas as pd
import streamlit as st

from pagina.beeld.status import BEWIJS
from pagina.beeld.telling import KNOP_EENHEID, KNOP_TELWIJZE, Eenheid
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst
from pagina.uitvoer.brief.deel import perioden


def kaders(feiten: Gegevens) -> Keuzelijst:
    """The kaders with oordelen, those with most gemeenten first."""
    lijst = feiten.vraag("kaders")
    lijst = lijst[lijst["oordelen"] > 0]
    return Keuzelijst(lijst["kader_id"], lijst["kader"])


def themas(feiten: Gegevens, gekozen: Iterable[str]) -> dict[str, list[str]]:
    """The themas by name, with their ids: one that stands in two editions or kaders has several."""
    per_naam: dict[str, list[str]] = {}
    for kader in gekozen:
        for rij in feiten.rijen("themas", kader=kader):
            per_naam.setdefault(str(rij["thema"]), []).extend(rij["thema_ids"])
    return per_naam


def gebied(feiten: Gegevens, gekozen: Sequence[str]) -> pd.DataFrame:
    """The gemeenten with a meting, and those that took one over: gemeente_code, gemeente, provincie, by name."""
    delen = [feiten.vraag("gemeenten_met_meting", kader=kader, met_opgegaan=True) for kader in gekozen]
    samen = pd.concat(delen).drop_duplicates("gemeente_code")
    return samen.sort_values(["gemeente", "gemeente_code"]) if len(delen) > 1 else samen


def gemeenten(gebied_: pd.DataFrame) -> Keuzelijst:
    """The gemeenten of `gebied`."""
    return Keuzelijst(gebied_["gemeente_code"], gebied_["gemeente"])


def provincies(gebied_: pd.DataFrame) -> Keuzelijst:
    """The provincies of `gebied`, by name."""
    namen = sorted(set(gebied_["provincie"]))
    return Keuzelijst(namen, namen)


def onderwerpen(feiten: Gegevens, gekozen: Iterable[str]) -> Keuzelijst:
    """The onderwerpen of the indicatoren of these kaders."""
    per_code: dict[str, str] = {}
    for kader in gekozen:
        lijst = feiten.vraag("onderwerpen", kader=kader)
        per_code |= dict(zip(lijst["onderwerp_id"], lijst["onderwerp"], strict=True))
    return Keuzelijst(per_code, per_code.values())


def periodes(feiten: Gegevens, gekozen: Sequence[str], *, verloop: bool) -> Keuzelijst:
    """The pairs of years, latest test first; pairs are never added up, so there is no 'all'."""
    lijst = perioden(feiten, gekozen, verloop=verloop)
    return Keuzelijst(lijst.codes, lijst.woorden)


def bewijzen() -> Keuzelijst:
    """How a test was made."""
    return Keuzelijst(BEWIJS, BEWIJS.values())


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


def gekozen_woorden(sleutels: Iterable[str]) -> dict[str, list[str]]:
    """What narrows the view, in the words that the reader sees and the URL carries."""
    return {sleutel: woorden for sleutel in sleutels if (woorden := st.query_params.get_all(sleutel))}


def codes(namen: list[str] | None, per_naam: Mapping[str, list[str]]) -> list[str] | None:
    """The codes behind chosen names; None where nothing was chosen."""
    return [code for naam in namen for code in per_naam[naam]] if namen else None
