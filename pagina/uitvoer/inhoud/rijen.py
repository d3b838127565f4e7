"""Rows of an answer in Python's own types. Pure."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pagina.uitvoer.inhoud.vrager import Vrager

Rij = dict[str, Any]


def als_rijen(frame: pd.DataFrame) -> list[Rij]:
    """The rows of a frame in Python's own types; None where nothing is known."""
    los = frame.astype(object)
    return [{str(k): v for k, v in rij.items()} for rij in los.where(los.notna(), None).to_dict("records")]


def rijen(vrager: Vrager, naam: str, **parameters: object) -> list[Rij]:
    """The answer to queries/<naam>.sql, row by row."""
    return als_rijen(vrager.vraag(naam, **parameters))
