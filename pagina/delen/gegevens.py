"""The database as a page sees it: one version for a whole run of the page, answers kept for the next."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from data.fouten import LeveringGeweigerd, NietTeOpenen
from pagina.beeld import zinnen
from pagina.delen.peil import Peil, gekozen
from queries import Bron, bron, bron_op, heeft_concept

#: Answers kept for all readers together. A heatmap of 342 × 60 cells takes some 10 MB.
BEWAARD = 64
#: Databases as known on another day that stay at hand.
BEWAARD_OP = 4

Rij = dict[str, Any]


def als_rijen(frame: pd.DataFrame) -> list[Rij]:
    """The rows of a frame in Python's own types; None where nothing is known."""
    los = frame.astype(object)
    return [{str(k): v for k, v in rij.items()} for rij in los.where(los.notna(), None).to_dict("records")]


class Gegevens:
    """The facts for one run of a page: whatever is built meanwhile, all of it is of one datasetversie."""

    def __init__(self, bron_: Bron, peil: Peil | None = None) -> None:
        """Take the Bron that was current when the run began, and for which choice of the reader."""
        self._bron = bron_
        self.peil = peil or Peil()
        self.datasetversie = bron_.datasetversie
        self.methodeversie = bron_.methodeversie
        self.kennisdatum = bron_.kennisdatum
        self.bevat_fictief = bron_.bevat_fictief
        self.bevat_concept = bron_.bevat_concept

    def vraag(self, naam: str, **parameters: object) -> pd.DataFrame:
        """The answer to queries/<naam>.sql; do not change it in place, other readers share it."""
        return _antwoord(self._bron.bestand, naam, parameters, self._bron)

    def rijen(self, naam: str, **parameters: object) -> list[Rij]:
        """The same answer row by row, in Python's own types; None where nothing is known."""
        return als_rijen(self.vraag(naam, **parameters))

    @property
    def herkomst(self) -> dict[str, str]:
        """What every file that leaves the house says about its origin."""
        herkomst = {"datasetversie": self.datasetversie, "methodeversie": self.methodeversie}
        herkomst["kennisdatum"] = self.kennisdatum.date().isoformat()
        merken = {"fictief": self.bevat_fictief, "niet_openbaar": self.bevat_concept}
        return herkomst | {naam: "ja" for naam, is_zo in merken.items() if is_zo}


def gegevens() -> Gegevens:
    """The facts that the address of this page asks for: in the ordinary case the public ones, as known now.

    What cannot be had is named in `peil.meldingen`, and what is known now, or public, comes in its place.
    Raises NietTeOpenen where there is nothing at all.
    """
    peil = gekozen()
    if peil.bekend is not None:
        bron_ = _op(peil.bekend, alles=peil.alles)
        if bron_ is not None:
            return Gegevens(bron_, peil)
        peil = peil.zonder_bekend(
            f"Van {zinnen.datum(peil.bekend)} is in deze verzameling niets bekend; u ziet wat nu bekend is."
        )
    if peil.alles:
        try:
            return Gegevens(bron(alles=True), peil)
        except NietTeOpenen:
            peil = peil.zonder_alles("Wat nog niet openbaar is, is niet te openen; u ziet de openbare gegevens.")
    return Gegevens(bron(), peil)


def _op(dag: dt.date, *, alles: bool) -> Bron | None:
    """The database as known on a day, built on first use; None where there was not even a kader."""
    nu = bron(alles=alles and heeft_concept()).bestand
    bron_ = _gebouwd_op(dag, nu, alles=alles)
    return None if bron_ is None or _antwoord(bron_.bestand, "kaders", {}, bron_).empty else bron_


@st.cache_resource(max_entries=BEWAARD_OP, show_spinner="De gegevens van die dag worden klaargezet …")
def _gebouwd_op(dag: dt.date, nu: Path, *, alles: bool) -> Bron | None:
    """Kept as long as the current database is the same; None where the leveringen of that day make no whole."""
    del nu
    try:
        return bron_op(dag, alles=alles)
    except LeveringGeweigerd:
        return None


@st.cache_data(max_entries=BEWAARD, show_spinner=False)
def _antwoord(bestand: Path, naam: str, parameters: dict[str, object], _bron: Bron) -> pd.DataFrame:
    """Kept per built file, which never changes; the Bron itself is no part of the key."""
    del bestand
    return _bron.vraag(naam, **parameters)
