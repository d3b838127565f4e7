"""Rows of an answer in Python's own types. Pure."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from pagina.uitvoer.inhoud.vrager import Vrager

Rij = dict[str, Any]


def als_rijen(frame: pd.DataFrame) -> list[Rij]:
    """The rows of a frame in Python's own types; None where nothing is known."""
    namen = [str(naam) for naam in frame.columns]
    # column by column: a row of a frame at a time is several times as slow
    kolommen = [_waarden(frame.iloc[:, nummer]) for nummer in range(len(namen))]
    return [dict(zip(namen, waarden, strict=True)) for waarden in zip(*kolommen, strict=True)]


def _waarden(kolom: pd.Series[Any]) -> list[Any]:
    """The values of a column in Python's own types."""
    waarden: list[Any] = kolom.tolist()
    if kolom.dtype == object:
        waarden = [waarde.item() if isinstance(waarde, np.generic) else waarde for waarde in waarden]
    onbekend = kolom.isna()
    if not onbekend.any():
        return waarden
    return [None if leeg else waarde for waarde, leeg in zip(waarden, onbekend.tolist(), strict=True)]


def rijen(vrager: Vrager, naam: str, **parameters: object) -> list[Rij]:
    """The answer to queries/<naam>.sql, row by row."""
    return als_rijen(vrager.vraag(naam, **parameters))
