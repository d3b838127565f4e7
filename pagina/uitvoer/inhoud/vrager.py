"""Whom the facts are asked from: `queries.Bron` on the command line, `pagina.delen.gegevens.Gegevens` on a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Protocol

import pandas as pd

from data.gebouwd.kopie import Kopie


class Vrager(Protocol):
    """One datasetversie that answers the questions of queries/ by name."""

    datasetversie: str
    methodeversie: str
    kennisdatum: dt.datetime
    laatst_aanvaard: dt.date
    bevat_fictief: bool
    alles_fictief: bool
    bevat_concept: bool

    def vraag(self, naam: str, **parameters: object) -> pd.DataFrame:
        """The answer to queries/<naam>.sql."""

    def brokken(self, naam: str, **parameters: object) -> Iterator[pd.DataFrame]:
        """The same answer, some thousands of rows at a time."""

    def kopie(self, naam: str, **parameters: object) -> Kopie:
        """The same answer as the database itself counts it and writes it to a file."""
