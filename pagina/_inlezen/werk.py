"""What an editor is working on in this session: one voorstel, what the store knows, and messages about both.

Every edit goes through `doe`: it changes the voorstel and keeps it at once, or says in Dutch why not.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit as st

from data.instellingen import instellingen
from data.rapporten.bekend import Bekend, bekend
from data.rapporten.voorstel import (
    OngeldigeWaarde,
    Voorstel,
    VoorstelKapot,
    VoorstelVerouderd,
    bewaar,
    bezwaren,
    open_voorstel,
)
from pagina._inlezen import melding
from pagina.delen import toegang
from pagina.delen.toegang import Rol

#: The name in the link, and the place in the session, of the voorstel at hand.
SLEUTEL = "voorstel"
_WERK = "inlezen-werk"
#: What of a voorstel can be edited.
BEWERKT = ("kop", "aanpakken", "opvolging", "metingen", "oordelen", "twijfels", "bevindingen", "gemeld", "keuzes")
NIET_BEWAARD = "Uw wijziging kon niet worden bewaard: de schijf is vol of niet te beschrijven. Er is niets veranderd."


@dataclass
class Werk:
    """A voorstel under review in this session. `bekend` leaves out a levering that it puts right.

    `beurt` counts what was kept, `raster` what was changed outside the grid of oordelen: a grid remembers its edits.
    """

    voorstel: Voorstel
    bekend: Bekend
    beurt: int = 0
    raster: int = 0
    fout: str = ""
    gelukt: str = ""
    los: dict[str, Any] = field(default_factory=dict)

    def doe(self, wijzig: Callable[[], object], *, in_raster: bool = False, gelukt: str = "") -> bool:
        """Change the voorstel and keep it, all of it or nothing; whether that worked. If not, the page says why."""
        self.fout = self.gelukt = ""
        if not toegang.mag(Rol.REDACTEUR):
            toegang.weiger()
            return False
        voor = {naam: deepcopy(getattr(self.voorstel, naam)) for naam in BEWERKT}
        try:
            wijzig()
            bewaar(self.voorstel)
        except VoorstelVerouderd as fout:
            self.laad_opnieuw(str(fout))
            return False
        except (OngeldigeWaarde, OSError) as fout:
            for naam, inhoud in voor.items():
                setattr(self.voorstel, naam, inhoud)
            self.fout = str(fout) if isinstance(fout, OngeldigeWaarde) else NIET_BEWAARD
            self.raster += 1  # a grid still shows what was typed
            return False
        self.beurt += 1
        self.raster += 0 if in_raster else 1
        self.gelukt = gelukt
        return True

    def klik(self, wijzig: Callable[[], object]) -> None:
        """The same, for a button."""
        self.doe(wijzig)

    def formulier(self, naam: str) -> str:
        """The key of a form: another one after it was sent, so that it is empty; what could not be kept stays in it."""
        return f"{naam}-{self.los.get(f'keer-{naam}', 0)}"

    def verstuur(self, naam: str, wijzig: Callable[[], object]) -> None:
        """The same, for a form; the page is then drawn again."""
        if self.doe(wijzig):
            self.los[f"keer-{naam}"] = self.los.get(f"keer-{naam}", 0) + 1
        st.rerun()

    def laad_opnieuw(self, fout: str) -> None:
        """Take the voorstel as it stands in its folder now, and say why."""
        self.fout = fout
        self.beurt += 1
        self.raster += 1
        try:
            self.voorstel = open_voorstel(self.voorstel.map)
        except VoorstelKapot:
            self.fout = "Dit voorstel is er niet meer: iemand anders heeft het aanvaard of weggegooid."
            st.session_state.pop(_WERK, None)

    def ververs(self) -> None:
        """Take what the store knows now: another levering may have been accepted meanwhile."""
        self.bekend = wat_bekend_is().zonder(self.voorstel.kop["correctie"])
        self.beurt += 1
        self.raster += 1

    def bezwaren(self) -> list[str]:
        """What still stands in the way of acceptance."""
        if self.los.get("bezwaren-van") != (self.beurt, self.bekend.datasetversie):
            self.los["bezwaren"] = bezwaren(self.voorstel, self.bekend)
            self.los["bezwaren-van"] = (self.beurt, self.bekend.datasetversie)
        gevonden: list[str] = self.los["bezwaren"]
        return gevonden


def gekozen() -> Werk | None:
    """The voorstel that the link names, opened once in a session; None when it names none, or one that is not there."""
    naam = st.query_params.get(SLEUTEL)
    if not naam:
        st.session_state.pop(_WERK, None)
        return None
    werk = st.session_state.get(_WERK)
    if isinstance(werk, Werk) and werk.voorstel.map.name == naam:
        return werk
    return _open(naam)


def _open(naam: str) -> Werk | None:
    """Open the voorstel of this name; a name is looked up among the folders that are there, never put into a path."""
    map_ = next((pad for pad in _mappen() if pad.name == naam), None)
    if map_ is None:
        melding.waarschuwing(
            f"Het voorstel ‘{naam}’ is er niet (meer). Het is aanvaard of weggegooid; kies hieronder een ander."
        )
        return None
    try:
        voorstel = open_voorstel(map_)
        werk = Werk(voorstel, wat_bekend_is().zonder(voorstel.kop["correctie"]))
    except VoorstelKapot as fout:
        melding.fout(str(fout))
        return None
    st.session_state[_WERK] = werk
    return werk


def sluit() -> None:
    """Go back to the list of voorstellen."""
    st.session_state.pop(_WERK, None)
    if SLEUTEL in st.query_params:
        del st.query_params[SLEUTEL]


def _mappen() -> list[Path]:
    map_ = instellingen().voorstellen
    return sorted(pad for pad in map_.iterdir() if pad.is_dir()) if map_.is_dir() else []


def wat_bekend_is() -> Bekend:
    """What the store knows now; read again when a levering was added."""
    map_ = instellingen().leveringen
    return _bekend(str(map_), tuple(sorted(pad.name for pad in map_.iterdir())) if map_.is_dir() else ())


@st.cache_resource(max_entries=4, show_spinner=False)
def _bekend(map_: str, namen: tuple[str, ...]) -> Bekend:
    """Kept per folder and the names in it: a levering never changes after acceptance."""
    del map_, namen
    return bekend()
