"""All that is known of one gemeente, read once for the page and for its Bezoekblad."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from operator import itemgetter

from pagina.beeld.status import BEVINDING
from pagina.delen.gegevens import Gegevens, Rij
from pagina.delen.koppelingen import Koppelingen

#: Of these kinds somebody is to act, so they have a stand.
ACTIEPUNT = ("aanbeveling", "verbeterpunt")
#: An actiepunt with this stand still waits for somebody.
WACHT = ("open", "gemeld")


@dataclass(frozen=True)
class Dossier:
    """One gemeente with everything that it took over; every list is in the order of its query."""

    code: str
    naam: str
    vandaag: dt.date
    koppelingen: Koppelingen
    gebied: list[Rij]
    aanpakken: list[Rij]
    metingen: list[Rij]
    perioden: list[Rij]
    stand: list[Rij]
    bevindingen: list[Rij]
    deelname: list[Rij]
    indicatornaam: dict[str, str]

    @property
    def eigen_metingen(self) -> list[Rij]:
        """The metingen of the gemeente itself and of what it took over."""
        return [meting for meting in self.metingen if not meting["elders"]]

    @property
    def kaders(self) -> dict[str, str]:
        """Every kader (id to name) under which anything is known here, in order of first meting."""
        rijen = [*self.eigen_metingen, *self.stand]
        return {rij["kader_id"]: rij["kader"] for rij in rijen}

    @property
    def open_punten(self) -> list[Rij]:
        """The rows of stand that are open, in the order of the Agenda."""
        open_ = [rij for rij in self.stand if rij["open"]]
        return sorted(open_, key=itemgetter("sinds", "gemeente", "gemeente_code", "kader", "aanpak_id", "indicator_id"))

    @property
    def actiepunten(self) -> list[Rij]:
        """The bevindingen on which somebody is to act."""
        return [bevinding for bevinding in self.bevindingen if bevinding["soort"] in ACTIEPUNT]

    @property
    def aangekondigd(self) -> list[Rij]:
        """The bevindingen with an announced follow-up that nobody has closed, those due first in front."""
        wachtend = [b for b in self.bevindingen if is_aangekondigd(b) and b["stand"] in (None, *WACHT)]
        return sorted(wachtend, key=lambda b: (b["uiterste_dag"] or dt.date.max, b["opvolging_verwacht_van"] or ""))


def is_aangekondigd(bevinding: Rij) -> bool:
    """Whether a rapport names a time for the follow-up of this bevinding."""
    return bool(bevinding["opvolging_verwacht_van"] or bevinding["opvolging_verwacht_tot"])


def lees(feiten: Gegevens, code: str, *, vandaag: dt.date) -> Dossier:
    """Read everything about one gemeente."""
    gebied = feiten.rijen("gemeente_feiten", gemeente=code)
    opgegaan = {rij["ander_code"] for rij in gebied if rij["richting"] == "erbij" and rij["soort"] == "opgegaan_in"}
    volgorde = list(BEVINDING)
    indicatoren = feiten.vraag("indicatoren")
    return Dossier(
        code=code,
        naam=gebied[0]["gemeente"],
        vandaag=vandaag,
        koppelingen=Koppelingen(feiten),
        gebied=gebied,
        aanpakken=feiten.rijen("gemeente_aanpakken", gemeente=code),
        metingen=feiten.rijen("gemeente_metingen", gemeente=code),
        perioden=feiten.rijen("gemeente_perioden", gemeente=code),
        stand=feiten.rijen("gemeente_stand", gemeente=code),
        bevindingen=sorted(
            feiten.rijen("gemeente_bevindingen", gemeente=code), key=lambda b: volgorde.index(b["soort"])
        ),
        deelname=[r for r in feiten.rijen("deelname") if r["gemeente_code"] in {code, *opgegaan} and not r["hier"]],
        indicatornaam=dict(zip(indicatoren["indicator_id"], indicatoren["kort"], strict=True)),
    )


def verstreken(bevinding: Rij, *, vandaag: dt.date) -> bool:
    """Whether the last day of the announced follow-up lies before today; without a last day it never does."""
    uiterste: dt.date | None = bevinding["uiterste_dag"]
    return uiterste is not None and uiterste < vandaag
