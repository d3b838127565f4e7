"""The filters of Opvolging: widgets whose values live in the URL, so that a copied link gives the same view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd
import streamlit as st

from pagina.delen import zinnen
from pagina.delen.gegevens import Gegevens
from pagina.delen.status import BEWIJS, STATUS

EENHEDEN = {"aanpak": "per aanpak", "gemeente": "per gemeente"}
TELWIJZEN = {"stappen": "stappen", "verloop": "verloop"}
#: The names of the bound widgets, which are the names in the URL too.
SLEUTELS = (
    "kader", "thema", "onderwerp", "gemeente", "provincie", "periode", "status", "bewijs", "eenheid", "telwijze",
)  # fmt: skip

#: Those of them that narrow the view.
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


class Keuzelijst:
    """Labels for codes. A label must be unique, since it is what the URL carries."""

    def __init__(self, codes: Iterable[str], woorden: Iterable[str]) -> None:
        """Pair codes with labels; of a label that occurs twice, the code is added."""
        paren = list(zip(codes, woorden, strict=True))
        keren = Counter(woord for _, woord in paren)
        self._woord = {code: f"{woord} ({code})" if keren[woord] > 1 else woord for code, woord in paren}

    @property
    def codes(self) -> list[str]:
        """The codes in order."""
        return list(self._woord)

    def woord(self, code: str) -> str:
        """The label of a code."""
        return self._woord[code]

    def meld_onbekend(self, sleutel: str, naam: str) -> None:
        """Name the values in the URL that are not in this list: the widget drops them without a word."""
        vreemd = [waarde for waarde in st.query_params.get_all(sleutel) if waarde not in self._woord.values()]
        if vreemd:
            lijst = zinnen.opsomming(f"‘{waarde}’" for waarde in vreemd)
            hoort = zinnen.meervoud(len(vreemd), "staat niet in de lijst en telt", "staan niet in de lijst en tellen")
            st.warning(f"De keuze {lijst} in de link voor {naam} {hoort} niet mee.", icon="⚠️")


def kies(feiten: Gegevens) -> Filters | None:
    """Draw the filters and return the choice; None when there is no kader with oordelen to choose from."""
    kaders = feiten.vraag("kaders")
    kaders = kaders[kaders["oordelen"] > 0]
    if kaders.empty:
        return None
    eerste = st.columns([2, 3, 3, 2], vertical_alignment="bottom")
    lijst = Keuzelijst(kaders["kader_id"], kaders["kader"])
    with eerste[0]:
        kader = str(_een("kader", "Kader", lijst))
    naam = lijst.woord(kader)
    with eerste[1]:
        themas = _meer("thema", "Thema", _lijst(feiten.vraag("themas", kader=kader), "thema_id", "thema"))
    with eerste[2]:
        gebied = feiten.vraag("gemeenten_met_meting", kader=kader)
        gemeenten = _meer("gemeente", "Gemeente", _lijst(gebied, "gemeente_code", "gemeente"))
    tweede = st.columns([3, 3, 2, 2], vertical_alignment="bottom")
    with tweede[0]:
        eenheid = _knoppen("eenheid", "Telt", EENHEDEN)
    with tweede[1]:
        verloop = _knoppen("telwijze", "Kijkt naar", TELWIJZEN) == "verloop"
    with eerste[3]:
        periode = _periode(feiten, kader, verloop=verloop)
    with tweede[2], st.popover("Meer filters", width="stretch"):
        onderwerpen = _lijst(feiten.vraag("onderwerpen", kader=kader), "onderwerp_id", "onderwerp")
        provincies = sorted(set(gebied["provincie"]))
        meer = (
            _meer("onderwerp", "Onderwerp", onderwerpen),
            _meer("provincie", "Provincie", Keuzelijst(provincies, provincies)),
            _meer("status", "Status", Keuzelijst(STATUS, [vorm.woord for vorm in STATUS.values()])),
            _meer("bewijs", "Bewijs bij de hertoets", Keuzelijst(BEWIJS, BEWIJS.values())),
        )
    filters = Filters(kader, naam, themas, meer[0], gemeenten, meer[1], periode, meer[2], meer[3], eenheid, verloop)
    with tweede[3]:
        _toon_actief(filters)
    return filters


def _lijst(frame: pd.DataFrame, code: str, woord: str) -> Keuzelijst:
    return Keuzelijst(frame[code], frame[woord])


def _een(sleutel: str, naam: str, lijst: Keuzelijst) -> str | None:
    """A list of which one thing is always chosen."""
    lijst.meld_onbekend(sleutel, naam.lower())
    return st.selectbox(naam, lijst.codes, format_func=lijst.woord, key=sleutel, bind="query-params")


def _meer(sleutel: str, naam: str, lijst: Keuzelijst) -> list[str] | None:
    """A list of which nothing (everything) or several things are chosen."""
    lijst.meld_onbekend(sleutel, naam.lower())
    keuze = st.multiselect(
        naam, lijst.codes, format_func=lijst.woord, key=sleutel, bind="query-params", placeholder="alle"
    )
    return keuze or None


def _knoppen(sleutel: str, naam: str, woorden: dict[str, str]) -> str:
    """A choice between a few ways of looking; the first unless the reader chose."""
    Keuzelijst(woorden, woorden.values()).meld_onbekend(sleutel, "keuze")
    # no segmented control: its chosen word is too faint in the dark theme, in whatever primary colour
    return st.radio(
        naam, list(woorden), format_func=woorden.__getitem__, key=sleutel, bind="query-params", horizontal=True
    )


def _periode(feiten: Gegevens, kader: str, *, verloop: bool) -> str | None:
    """The pair of years; pairs are never added up, so there is no 'all'."""
    paren = feiten.rijen("periodes", kader=kader, verloop=verloop)
    jaren = [zinnen.periode(paar["jaar_van"], paar["jaar_naar"]) for paar in paren]
    return _een("periode", "Periode", Keuzelijst([paar["periode"] for paar in paren], jaren))


def _toon_actief(filters: Filters) -> None:
    """Say whether the view is narrowed, with one button to widen it."""
    st.button("Wis filters", on_click=wis, width="stretch", disabled=not filters.beperkt)


def wis() -> None:
    """Give every filter but kader, period and way of counting its widest value."""
    for sleutel in NAUWER:
        st.session_state[sleutel] = []


def vergeet() -> None:
    """Let go of an earlier choice, on a page that links to a view.

    Otherwise a link to what is the first choice anyway (the first kader) leaves the old one standing.
    """
    for sleutel in SLEUTELS:
        st.session_state.pop(sleutel, None)


def gekozen_woorden() -> dict[str, list[str]]:
    """What narrows the view, in the words that the reader sees and the URL carries."""
    return {sleutel: woorden for sleutel in NAUWER if (woorden := st.query_params.get_all(sleutel))}
