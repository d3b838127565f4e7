"""A table with its downloads: what is on screen is what is in the file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from pagina.delen.gegevens import Gegevens
from pagina.uitvoer.csv import csv_bytes, csv_naam

#: Letters that fit in a column of medium width.
MEDIUM = 60

DIALECTEN = {"excel-nl": "CSV voor Excel (Nederlands)", "rfc4180": "CSV volgens RFC 4180"}


def tabel(
    frame: pd.DataFrame,
    kolommen: Mapping[str, str],
    *,
    naam: str,
    feiten: Gegevens,
) -> None:
    """Show the named columns of a frame under their Dutch heads, sortable, with a download in each dialect.

    `naam` is the Dutch name of the table, for its file and for who cannot see it. An empty frame is said in words.
    """
    zichtbaar = leesbaar(frame[list(kolommen)].rename(columns=dict(kolommen)))
    if zichtbaar.empty:
        st.info(f"De tabel ‘{naam}’ is leeg.", icon=":material/info:")
        return
    st.dataframe(
        zichtbaar,
        hide_index=True,
        width="stretch",
        column_config={woord: st.column_config.Column(width="medium") for woord in _lange(zichtbaar)},
        key=f"tabel-{naam}",
    )
    uitvoer(zichtbaar, naam=naam, feiten=feiten)


def leesbaar(frame: pd.DataFrame) -> pd.DataFrame:
    """The same table as a reader reads it: ja and nee, dates as 2014-11-25, and an empty cell for what is not there.

    Streamlit would write None in it; a column of whole numbers with a hole in it would turn into 2013.0.
    """
    leesbaar_ = frame.copy()
    for kolom in frame.columns:
        waarden = frame[kolom]
        if pd.api.types.is_bool_dtype(waarden):
            leesbaar_[kolom] = waarden.map({True: "ja", False: "nee"})
        elif pd.api.types.is_datetime64_any_dtype(waarden):
            leesbaar_[kolom] = waarden.dt.strftime("%Y-%m-%d").fillna("")
        elif pd.api.types.is_numeric_dtype(waarden) and waarden.isna().any():
            leesbaar_[kolom] = waarden.astype("Int64").astype("string").fillna("").astype(str)
        elif not pd.api.types.is_numeric_dtype(waarden):
            leesbaar_[kolom] = waarden.fillna("").astype(str)
    return leesbaar_


def uitvoer(frame: pd.DataFrame, *, naam: str, feiten: Gegevens) -> None:
    """One download button per dialect for exactly this frame, with where it comes from as its last columns."""
    knoppen = st.columns([2, 2, 3])
    for plek, (dialect, woord) in zip(knoppen, DIALECTEN.items(), strict=False):
        plek.download_button(
            woord,
            data=partial(csv_bytes, frame, dialect, feiten.herkomst),
            file_name=csv_naam([naam], datasetversie=feiten.datasetversie, dialect=dialect),
            mime="text/csv",
            on_click="ignore",
            key=f"csv-{dialect}-{naam}",
            width="stretch",
        )


def _lange(frame: pd.DataFrame) -> list[str]:
    """The columns that hold sentences, which would push every other column off the screen."""
    return [str(kolom) for kolom in frame if frame[kolom].astype(str).str.len().max() > MEDIUM]
