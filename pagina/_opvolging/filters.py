"""The filters of Opvolging: widgets whose values live in the URL, so that a copied link gives the same view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from pagina.beeld import zinnen
from pagina.beeld.status import STATUS
from pagina.beeld.telling import Eenheid
from pagina.delen import adresbalk, filters, web
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst
from pagina.uitvoer.brief.namen import thema_ids
from pagina.uitvoer.inhoud.velden import VELDEN

#: The names, in the URL too, of the widgets that narrow what map and table show, and not what is counted.
TOONT = ("status", "was")
#: Those of all widgets that narrow the view.
SLEUTELS = (*filters.SLEUTELS, *TOONT)
#: What the earlier verdict was, by whether it was a verbeterpunt.
WAS = {"verbeterpunt": True, "voldeed": False}


@dataclass(frozen=True)
class Filters:
    """What the reader selected, under the names of the query parameters. None = everything; so in each of NAUWER."""

    kader: str
    kadernaam: str
    nauwer: Mapping[str, list[str] | None]
    periode: str | None
    statussen: list[str] | None
    was: list[str] | None
    eenheid: Eenheid
    verloop: bool

    @property
    def parameters(self) -> dict[str, Any]:
        """The values for Gegevens.vraag."""
        eigen = asdict(self)
        return {**eigen.pop("nauwer"), **eigen}

    @property
    def beperkt(self) -> bool:
        """Whether anything but kader and periode narrows the view."""
        return any((*self.nauwer.values(), self.statussen, self.was))

    @property
    def jaar_van(self) -> int | None:
        """The first year of the chosen pair; None where there is none to choose."""
        return int(self.periode.partition("-")[0]) if self.periode else None

    def getoond(self, rijen: pd.DataFrame) -> pd.DataFrame:
        """Those of these rows, with a column was_verbeterpunt, that the filter on what it was lets through."""
        return rijen[rijen["was_verbeterpunt"].isin([WAS[was] for was in self.was])] if self.was else rijen


def kies(feiten: Gegevens) -> Filters | None:
    """Draw the filters and return the choice; None when there is no kader with oordelen to choose from.

    In a narrow window they are folded (pagina/venster/venster.css), so that the answer is in sight.
    """
    lijst = filters.kaders(feiten)
    if not lijst.codes:
        return None
    with st.container(key="filters"):
        st.toggle("Toon de filters", key="filters-open")
        with st.container(key="filters-zelf"):
            keuze, lijsten = _kies(feiten, lijst)
    _noem_verborgen(keuze, lijsten)
    return keuze


def _kies(feiten: Gegevens, lijst: Keuzelijst) -> tuple[Filters, Mapping[str, Keuzelijst]]:
    """The choice, with the lists that it was made from."""
    eerste = st.columns([2, 3, 3, 2], vertical_alignment="bottom")
    with eerste[0]:
        kader = str(lijst.een("kader", "Kader", hulp=filters.HULP_KADER))
    with eerste[1]:
        lijsten = filters.nauwer(feiten, [kader])
        nauwer = {"themas": thema_ids(feiten.rijen("themas", kader=kader), filters.kies(lijsten, "themas"))}
    with eerste[2]:
        nauwer["gemeenten"] = filters.kies(lijsten, "gemeenten")
    tweede = st.columns([3, 3, 2], vertical_alignment="bottom")
    with tweede[0]:
        eenheid = filters.eenheid()
    with tweede[1]:
        verloop = filters.verloop()
    with eerste[3]:
        periode = filters.periodes(feiten, [kader], verloop=verloop).een("periode", "Periode")
    meer = filters.meer_filters(len(filters.MEER) + len(TOONT))
    nauwer |= filters.kies_meer(lijsten, meer)
    with meer[-2]:
        statussen = Keuzelijst(STATUS, [vorm.woord for vorm in STATUS.values()]).meer("status", "Status")
    with meer[-1]:
        was = Keuzelijst(WAS, WAS).meer("was", "Was eerst")
    keuze = Filters(
        kader=kader,
        kadernaam=lijst.woord(kader),
        nauwer=nauwer,
        periode=periode,
        statussen=statussen,
        was=was,
        eenheid=eenheid,
        verloop=verloop,
    )
    with tweede[2]:
        filters.wisknop(SLEUTELS, beperkt=keuze.beperkt)
    return keuze, lijsten


def _noem_verborgen(keuze: Filters, lijsten: Mapping[str, Keuzelijst]) -> None:
    """Say what was chosen under ‘Meer filters’: who opens a link sees fewer points, and must see why."""
    gekozen = {
        VELDEN[naam].kop: [lijsten[naam].woord(code) for code in keuze.nauwer[naam] or ()] for naam in filters.MEER
    }
    gekozen["Status"] = [STATUS[status].woord for status in keuze.statussen or ()]
    gekozen["Was eerst"] = keuze.was or []
    regels = [f"{kop}: {zinnen.letterlijk(woorden)}" for kop, namen in gekozen.items() if (woorden := ", ".join(namen))]
    if regels:
        st.markdown(f"**Alleen** {'; '.join(regels)}.")
    gekozen_woorden = adresbalk.gekozen(filters.SLEUTELS)
    vooraan = {
        VELDEN[naam].kop: gekozen_woorden.get(VELDEN[naam].optie) for naam in lijsten if naam not in filters.MEER
    }
    if smal := "; ".join(f"{kop}: {', '.join(woorden)}" for kop, woorden in vooraan.items() if woorden):
        web.toon(Markup('<p class="vp-smal"><strong>Alleen</strong> {}.</p>').format(smal))
