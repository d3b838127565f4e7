"""The database as a page sees it: one version for a whole run of the page, answers kept for the next."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from queries import Bron, bron

#: Answers kept for all readers together. A heatmap of 342 × 60 cells takes some 10 MB.
BEWAARD = 64

Rij = dict[str, Any]


def als_rijen(frame: pd.DataFrame) -> list[Rij]:
    """The rows of a frame in Python's own types; None where nothing is known."""
    los = frame.astype(object)
    return [{str(k): v for k, v in rij.items()} for rij in los.where(los.notna(), None).to_dict("records")]


class Gegevens:
    """The facts for one run of a page: whatever is built meanwhile, all of it is of one datasetversie."""

    def __init__(self, bron_: Bron) -> None:
        """Take the Bron that was current when the run began."""
        self._bron = bron_
        self.datasetversie = bron_.datasetversie
        self.methodeversie = bron_.methodeversie
        self.kennisdatum = bron_.kennisdatum
        self.bevat_fictief = bron_.bevat_fictief

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
        return herkomst | ({"fictief": "ja"} if self.bevat_fictief else {})


def gegevens() -> Gegevens:
    """The current facts. Raises NietTeOpenen."""
    return Gegevens(bron())


@st.cache_data(max_entries=BEWAARD, show_spinner=False)
def _antwoord(bestand: Path, naam: str, parameters: dict[str, object], _bron: Bron) -> pd.DataFrame:
    """Kept per built file, which never changes; the Bron itself is no part of the key."""
    del bestand
    return _bron.vraag(naam, **parameters)
