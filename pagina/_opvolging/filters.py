"""The filters of Opvolging: widgets whose values live in the URL, so that a copied link gives the same view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from pagina.beeld import zinnen
from pagina.beeld.status import STATUS
from pagina.beeld.telling import Eenheid
from pagina.delen import filters
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst
from pagina.uitvoer.brief.namen import thema_ids
from pagina.uitvoer.inhoud.velden import NAUWER, VELDEN

#: The names, in the URL too, of the widgets that narrow the view.
SLEUTELS = (*filters.SLEUTELS, "status")


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
    eenheid: Eenheid
    verloop: bool

    @property
    def parameters(self) -> dict[str, Any]:
        """The values for Gegevens.vraag."""
        return asdict(self)

    @property
    def beperkt(self) -> bool:
        """Whether anything but kader and periode narrows the view."""
        return any(getattr(self, naam) for naam in (*NAUWER, "statussen"))


def kies(feiten: Gegevens) -> Filters | None:
    """Draw the filters and return the choice; None when there is no kader with oordelen to choose from."""
    lijst = filters.kaders(feiten)
    if not lijst.codes:
        return None
    eerste = st.columns([2, 3, 3, 2], vertical_alignment="bottom")
    with eerste[0]:
        kader = str(lijst.een("kader", "Kader"))
    with eerste[1]:
        lijsten = filters.nauwer(feiten, [kader])
        nauwer = {"themas": thema_ids(feiten.rijen("themas", kader=kader), filters.kies(lijsten, "themas"))}
    with eerste[2]:
        nauwer["gemeenten"] = filters.kies(lijsten, "gemeenten")
    tweede = st.columns([3, 3, 2, 2], vertical_alignment="bottom")
    with tweede[0]:
        eenheid = filters.eenheid()
    with tweede[1]:
        verloop = filters.verloop()
    with eerste[3]:
        periode = filters.periodes(feiten, [kader], verloop=verloop).een("periode", "Periode")
    with tweede[2], st.popover("Meer filters", width="stretch"):
        nauwer |= {naam: filters.kies(lijsten, naam) for naam in filters.MEER}
        statussen = Keuzelijst(STATUS, [vorm.woord for vorm in STATUS.values()]).meer("status", "Status")
    keuze = Filters(
        kader=kader,
        kadernaam=lijst.woord(kader),
        periode=periode,
        statussen=statussen,
        eenheid=eenheid,
        verloop=verloop,
        **nauwer,
    )
    with tweede[3]:
        filters.wisknop(SLEUTELS, beperkt=keuze.beperkt)
    _noem_verborgen(keuze, lijsten)
    return keuze


def _noem_verborgen(keuze: Filters, lijsten: Mapping[str, Keuzelijst]) -> None:
    """Say what was chosen behind the button: who opens a link sees fewer points, and must see why."""
    gekozen = {
        VELDEN[naam].kop: [lijsten[naam].woord(code) for code in getattr(keuze, naam) or ()] for naam in filters.MEER
    }
    gekozen["Status"] = [STATUS[status].woord for status in keuze.statussen or ()]
    regels = [f"{kop}: {zinnen.letterlijk(woorden)}" for kop, namen in gekozen.items() if (woorden := ", ".join(namen))]
    if regels:
        st.markdown(f"**Alleen** {'; '.join(regels)}.")
