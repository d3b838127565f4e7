"""The table of the letter on the page: small ones to be read as text, large ones to scroll through."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from pagina.beeld import zinnen
from pagina.delen import web
from pagina.uitvoer.inhoud.tabel import Kolom, Soort, Tabel, Waarde

#: Rows that are read as text; more go into a sheet to scroll through.
LEESBAAR = 60
#: Rows that a page shows; the files hold all.
HOOGSTENS = 5_000
#: Columns of numbers.
CIJFERS: frozenset[Soort] = frozenset({"getal", "jaar", "procent"})


def tabel(tabel_: Tabel) -> None:
    """Show the table under its title. What is not known is an empty cell."""
    if not tabel_.aantal:
        st.info("De tabel is leeg: bij deze keuze hoort geen enkele rij.", icon=":material/info:")
        return
    if tabel_.aantal <= LEESBAAR:
        rijen = [
            [_woord(kolom, w) for kolom, w in zip(tabel_.kolommen, rij, strict=True)]
            for rij in islice(tabel_.rijen(), LEESBAAR)
        ]
        koppen = [web.cijfer(kolom.kop) if kolom.soort in CIJFERS else kolom.kop for kolom in tabel_.kolommen]
        web.toon(web.webtabel(koppen, rijen, bijschrift=tabel_.titel))
    else:
        _blad(tabel_)
    with st.expander("Wat de kolommen betekenen"):
        web.toon(web.feitenlijst({kolom.kop: kolom.omschrijving for kolom in tabel_.kolommen}))


def _woord(kolom: Kolom, waarde: Waarde) -> str | None:
    """One cell as a reader reads it."""
    if waarde is None:
        return None
    woord = _WOORD.get(kolom.soort, str)(waarde)
    return web.cijfer(woord) if kolom.soort in CIJFERS else woord


def _datum(waarde: object) -> str:
    return zinnen.datum(waarde) if isinstance(waarde, dt.date) else str(waarde)


_WOORD: Mapping[Soort, Callable[[Any], str]] = {
    "getal": zinnen.getal,
    "procent": lambda waarde: f"{waarde}%",
    "datum": _datum,
    "janee": lambda waarde: "ja" if waarde else "nee",
}


def _blad(tabel_: Tabel) -> None:
    """The first HOOGSTENS rows as a sheet that sorts by its numbers and dates."""
    rijen = list(islice(tabel_.rijen(), HOOGSTENS))
    frame = pd.DataFrame(
        {kolom.kop: _kolom(kolom.soort, [rij[nr] for rij in rijen]) for nr, kolom in enumerate(tabel_.kolommen)}
    )
    aantal = zinnen.getal(tabel_.aantal)
    wat = (
        f"{aantal} rijen" if len(rijen) == tabel_.aantal else f"de eerste {zinnen.getal(HOOGSTENS)} van {aantal} rijen"
    )
    st.markdown(f"Hier staan {wat}; de bestanden hieronder bevatten ze alle.")
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        column_config={kolom.kop: _vorm(kolom.soort) for kolom in tabel_.kolommen},
        placeholder="",
        alt=f"{tabel_.titel}: {wat}.",
        key="kamerbrief-tabel",
    )


def _kolom(soort: Soort, waarden: list[Waarde]) -> pd.Series[Any]:
    """One column in a type that sorts rightly and knows what is not known."""
    if soort in CIJFERS:
        return pd.Series(waarden, dtype="Int64")
    if soort == "datum":
        return pd.to_datetime(pd.Series(waarden, dtype="object"))
    if soort == "janee":
        return pd.Series([None if waarde is None else ("ja" if waarde else "nee") for waarde in waarden], dtype="str")
    return pd.Series(waarden, dtype="str")


def _vorm(soort: Soort) -> ColumnConfig:
    """How a column looks: years without a point, percentages with their sign, dates in Dutch order."""
    if soort == "datum":
        return st.column_config.DateColumn(format="DD-MM-YYYY")
    if soort in CIJFERS:
        return st.column_config.NumberColumn(format={"jaar": "%d", "procent": "%d%%"}.get(soort, "localized"))
    return st.column_config.Column()
