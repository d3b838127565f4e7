"""The filters of Opvolging: widgets whose values live in the URL, so that a copied link gives the same view."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from pagina.beeld.status import STATUS
from pagina.beeld.telling import Eenheid
from pagina.delen import filters
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst

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
    eenheid: Eenheid
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
    lijst = filters.kaders(feiten)
    if not lijst.codes:
        return None
    eerste = st.columns([2, 3, 3, 2], vertical_alignment="bottom")
    with eerste[0]:
        kader = str(lijst.een("kader", "Kader"))
    with eerste[1]:
        per_naam = filters.themas(feiten, [kader])
        themas = filters.codes(Keuzelijst(per_naam, per_naam).meer("thema", "Thema"), per_naam)
    with eerste[2]:
        gebied = filters.gebied(feiten, [kader])
        gemeenten = filters.gemeenten(gebied).meer("gemeente", "Gemeente")
    tweede = st.columns([3, 3, 2, 2], vertical_alignment="bottom")
    with tweede[0]:
        eenheid = filters.eenheid()
    with tweede[1]:
        verloop = filters.verloop()
    with eerste[3]:
        periode = filters.periodes(feiten, [kader], verloop=verloop).een("periode", "Periode")
    with tweede[2], st.popover("Meer filters", width="stretch"):
        meer = (
            filters.onderwerpen(feiten, [kader]).meer("onderwerp", "Onderwerp"),
            filters.provincies(gebied).meer("provincie", "Provincie"),
            Keuzelijst(STATUS, [vorm.woord for vorm in STATUS.values()]).meer("status", "Status"),
            filters.bewijzen().meer("bewijs", "Bewijs bij de hertoets"),
        )
    namen = (kader, lijst.woord(kader))
    keuze = Filters(*namen, themas, meer[0], gemeenten, meer[1], periode, meer[2], meer[3], eenheid, verloop)
    with tweede[3]:
        filters.wisknop(NAUWER, beperkt=keuze.beperkt)
    return keuze
