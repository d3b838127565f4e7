"""The filters of Opvolging: widgets whose values live in the URL, so that a copied link gives the same view."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd
import streamlit as st

from pagina.beeld import zinnen
from pagina.beeld.status import BEWIJS, STATUS
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst

EENHEDEN = {"aanpak": "per aanpak", "gemeente": "per gemeente"}
TELWIJZEN = {"stappen": "stappen", "verloop": "verloop"}
#: The names, in the URL too, of the widgets that narrow the view.
NAUWER = ("thema", "onderwerp", "gemeente", "provincie", "status", "bewijs")


@dataclass(frozen=True)
class Filters:
    """What the reader selected, under the names of the query parameters. None = everything."""

    kader: str
    kadernaam: str
    themas: list[str] | None
    onderwerpen: list[str] | None
    gemeenten: list[str] | None
    provincies: list[str] | None
    periode: str | None
    statussen: list[str] | None
    bewijzen: list[str] | None
    eenheid: str
    verloop: bool

    @property
    def parameters(self) -> dict[str, Any]:
        """The values for Gegevens.vraag."""
        return asdict(self)

    @property
    def beperkt(self) -> bool:
        """Whether anything but kader and periode narrows the view."""
        return any((self.themas, self.onderwerpen, self.gemeenten, self.provincies, self.statussen, self.bewijzen))


def kies(feiten: Gegevens) -> Filters | None:
    """Draw the filters and return the choice; None when there is no kader with oordelen to choose from."""
    kaders = feiten.vraag("kaders")
    kaders = kaders[kaders["oordelen"] > 0]
    if kaders.empty:
        return None
    eerste = st.columns([2, 3, 3, 2], vertical_alignment="bottom")
    lijst = Keuzelijst(kaders["kader_id"], kaders["kader"])
    with eerste[0]:
        kader = str(lijst.een("kader", "Kader"))
    naam = lijst.woord(kader)
    with eerste[1]:
        themas = _themas(feiten, kader)
    with eerste[2]:
        gebied = feiten.vraag("gemeenten_met_meting", kader=kader, met_opgegaan=True)
        gemeenten = _lijst(gebied, "gemeente_code", "gemeente").meer("gemeente", "Gemeente")
    tweede = st.columns([3, 3, 2, 2], vertical_alignment="bottom")
    with tweede[0]:
        eenheid = Keuzelijst(EENHEDEN, EENHEDEN.values()).knoppen("eenheid", "Telt")
    with tweede[1]:
        verloop = Keuzelijst(TELWIJZEN, TELWIJZEN.values()).knoppen("telwijze", "Kijkt naar") == "verloop"
    with eerste[3]:
        periode = _periode(feiten, kader, verloop=verloop)
    with tweede[2], st.popover("Meer filters", width="stretch"):
        onderwerpen = _lijst(feiten.vraag("onderwerpen", kader=kader), "onderwerp_id", "onderwerp")
        provincies = sorted(set(gebied["provincie"]))
        meer = (
            onderwerpen.meer("onderwerp", "Onderwerp"),
            Keuzelijst(provincies, provincies).meer("provincie", "Provincie"),
            Keuzelijst(STATUS, [vorm.woord for vorm in STATUS.values()]).meer("status", "Status"),
            Keuzelijst(BEWIJS, BEWIJS.values()).meer("bewijs", "Bewijs bij de hertoets"),
        )
    filters = Filters(kader, naam, themas, meer[0], gemeenten, meer[1], periode, meer[2], meer[3], eenheid, verloop)
    with tweede[3]:
        _toon_actief(filters)
    return filters


def _lijst(frame: pd.DataFrame, code: str, woord: str) -> Keuzelijst:
    return Keuzelijst(frame[code], frame[woord])


def _themas(feiten: Gegevens, kader: str) -> list[str] | None:
    """The ids behind the chosen names: a thema that stands in two editions has two."""
    themas = {str(rij["thema"]): list(rij["thema_ids"]) for rij in feiten.rijen("themas", kader=kader)}
    namen = Keuzelijst(themas, themas).meer("thema", "Thema")
    return [code for naam in namen for code in themas[naam]] if namen else None


def _periode(feiten: Gegevens, kader: str, *, verloop: bool) -> str | None:
    """The pair of years; pairs are never added up, so there is no 'all'."""
    paren = feiten.rijen("periodes", kader=kader, verloop=verloop)
    jaren = [zinnen.periode(paar["jaar_van"], paar["jaar_naar"]) for paar in paren]
    return Keuzelijst([paar["periode"] for paar in paren], jaren).een("periode", "Periode")


def _toon_actief(filters: Filters) -> None:
    """Say whether the view is narrowed, with one button to widen it."""
    st.button("Wis filters", on_click=wis, width="stretch", disabled=not filters.beperkt)


def wis() -> None:
    """Give every filter but kader, period and way of counting its widest value."""
    for sleutel in NAUWER:
        st.session_state[sleutel] = []


def gekozen_woorden() -> dict[str, list[str]]:
    """What narrows the view, in the words that the reader sees and the URL carries."""
    return {sleutel: woorden for sleutel in NAUWER if (woorden := st.query_params.get_all(sleutel))}
