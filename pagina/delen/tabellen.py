"""A table with its downloads: what is on screen is what is in the file."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pagina.delen.gegevens import Gegevens
from pagina.uitvoer.csv import bestandsnaam, csv_bytes

DIALECTEN = {"excel-nl": "CSV voor Excel (Nederlands)", "rfc4180": "CSV volgens RFC 4180"}


def tabel(
    frame: pd.DataFrame,
    kolommen: Mapping[str, str],
    *,
    naam: str,
    feiten: Gegevens,
    hoogte: int | None = None,
) -> None:
    """Show the named columns of a frame under their Dutch heads, sortable, with a download in each dialect.

    `naam` is the Dutch name of the table, for its file and for who cannot see it. An empty frame is said in words.
    """
    zichtbaar = frame[list(kolommen)].rename(columns=dict(kolommen))
    if zichtbaar.empty:
        st.info(f"De tabel ‘{naam}’ heeft voor deze keuze geen rijen.", icon="ℹ️")
        return
    st.dataframe(
        zichtbaar,
        hide_index=True,
        width="stretch",
        height=hoogte or "auto",
        column_config={woord: st.column_config.Column(width="medium") for woord in zichtbaar if _lang(zichtbaar[woord])},
        key=f"tabel-{naam}",
    )
    uitvoer(zichtbaar, naam=naam, feiten=feiten)


def uitvoer(frame: pd.DataFrame, *, naam: str, feiten: Gegevens) -> None:
    """One download button per dialect for exactly this frame, with where it comes from as its last columns."""
    knoppen = st.columns([2, 2, 3])
    for plek, (dialect, woord) in zip(knoppen, DIALECTEN.items(), strict=False):
        plek.download_button(
            woord,
            data=lambda dialect=dialect: csv_bytes(frame, dialect, feiten.herkomst),
            file_name=bestandsnaam(naam, dialect, feiten.datasetversie),
            mime="text/csv",
            on_click="ignore",
            key=f"csv-{dialect}-{naam}",
            width="stretch",
        )


def _lang(kolom: pd.Series) -> bool:
    """Whether a column holds sentences, which would push every other column off the screen."""
    return bool(kolom.astype(str).str.len().max() > 60)  # noqa: PLR2004 - some 60 letters fill a medium column
