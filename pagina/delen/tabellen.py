"""A table with its downloads: what is on screen is what is in the file."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal
from urllib.parse import quote_plus

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from data.instellingen import instellingen
from pagina.beeld import zinnen
from pagina.delen import peil
from pagina.delen.gegevens import Gegevens
from pagina.delen.verantwoord import met_regel
from pagina.uitvoer.inhoud.herkomst import Herkomst
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.vormen.csv import csv_bytes, csv_naam
from pagina.uitvoer.vormen.formaten import schrijf
from pagina.uitvoer.vormen.herkomstkolommen import herkomst_kolommen

#: Letters that fit in a column of medium width.
MEDIUM = 60
#: Whole numbers between these are years, and are written without a point: 2013.
JAREN = (1900, 2099)

DIALECTEN = {"excel-nl": "CSV voor Excel (Nederlands)", "rfc4180": "CSV (internationale norm)"}

#: Where the names of a column lead: the column with their codes, and what makes an address of a code.
Link = tuple[str, Callable[[str], str | None]]


def tabel(
    frame: pd.DataFrame | Callable[[], pd.DataFrame],
    kolommen: Mapping[str, str],
    *,
    naam: str,
    feiten: Gegevens,
    links: Mapping[str, Link] | None = None,
    stuk: Callable[[], Stuk] | None = None,
    keuze: Mapping[str, object] | None = None,
    ook: Mapping[str, str] | None = None,
) -> None:
    """Show the named columns of a frame under their Dutch heads, sortable, with a download in each dialect.

    `naam` is the Dutch name of the table, for its file and for who cannot see it. An empty frame is said in words.
    `links` turns the names of a column into links, by its Dutch head: `{"Gemeente": ("gemeente_code",
    koppelingen.gemeente)}`. The codes need not be shown; the file keeps the names. `stuk` makes the same table as the
    command line does; then that is what is downloaded. Under `keuze`, all that the frame depends on, what is shown is
    kept for the next time; what makes the frame may then stand in its place. An empty `keuze`: nothing that the link
    names narrows this table, and its file names none of it. `ook`: what the file is to say of the choice beside what
    the link names.
    """

    def maak() -> _Getoond:
        return _getoond(frame if isinstance(frame, pd.DataFrame) else frame(), kolommen, links or {})

    getoond = (
        maak()
        if keuze is None
        else feiten.onthoud(
            f"tabel {naam}", maak, keuze={**keuze, **feiten.peil.mee}, grootte=lambda getoond: getoond.omvang
        )
    )
    if getoond.zichtbaar.empty:
        st.info(f"De tabel ‘{naam}’ is leeg.", icon=":material/info:")
        return
    st.dataframe(
        getoond.met_links,
        hide_index=True,
        width="stretch",
        column_config=getoond.kolommen,
        placeholder="",
        alt=_alt(naam, getoond.zichtbaar),
        key=f"tabel-{naam}",
    )
    uitvoer(lambda: getoond.zichtbaar, naam=naam, feiten=feiten, stuk=stuk, ook=ook, heel=keuze == {})


@dataclass(frozen=True)
class _Getoond:
    """A table as it goes to the browser: what is read, the same with its links, and how its columns look."""

    zichtbaar: pd.DataFrame
    met_links: pd.DataFrame
    kolommen: dict[str, ColumnConfig]

    @property
    def omvang(self) -> int:
        """Bytes of memory that it takes."""
        return int(self.zichtbaar.memory_usage(deep=True).sum() + self.met_links.memory_usage(deep=True).sum())


def _getoond(frame: pd.DataFrame, kolommen: Mapping[str, str], links: Mapping[str, Link]) -> _Getoond:
    zichtbaar = leesbaar(frame[list(kolommen)].rename(columns=dict(kolommen)))
    met_links = {kop: met_adressen(zichtbaar[kop], _adressen(frame[code], naar)) for kop, (code, naar) in links.items()}
    soorten = {str(kop): _kolom(zichtbaar[kop], link=kop in met_links) for kop in zichtbaar}
    return _Getoond(zichtbaar, zichtbaar.assign(**met_links), soorten)


def _adressen(codes: pd.Series[Any], naar: Callable[[str], str | None]) -> pd.Series[Any]:
    """The address of each code: made once, however often it occurs."""
    return codes.map({code: naar(code) for code in codes.dropna().unique()})


def leesbaar(frame: pd.DataFrame) -> pd.DataFrame:
    """The same table as a reader reads it: ja and nee, whole numbers whole, and no word where nothing is known.

    Dates and numbers stay what they are, so that a column sorts by them. A column of whole numbers with a hole in it
    comes out of pandas as 2013.0.
    """
    leesbaar_ = frame.copy()
    for kolom in frame.columns:
        waarden = frame[kolom]
        if pd.api.types.is_bool_dtype(waarden):
            leesbaar_[kolom] = waarden.map({True: "ja", False: "nee"}).fillna("").astype(str)
        elif pd.api.types.is_numeric_dtype(waarden):
            leesbaar_[kolom] = waarden.astype("Int64") if waarden.isna().any() else waarden
        elif not pd.api.types.is_datetime64_any_dtype(waarden):
            leesbaar_[kolom] = waarden.fillna("").astype(str)
    return leesbaar_


def met_adressen(namen: pd.Series[Any], adressen: pd.Series[Any]) -> pd.Series[Any]:
    """A column for links: each address with the name that the cell shows behind a #; an empty name gives no link.

    Streamlit opens whatever a cell of links holds, a bare name too. Without an address the cell is therefore only
    the # with the name, which leads to this very page.
    """
    paren = zip(namen.tolist(), adressen.tolist(), strict=True)
    achter = {naam: f"#{quote_plus(naam)}" for naam in namen.unique() if naam}
    return pd.Series(
        [f"{adres if isinstance(adres, str) else ''}{achter[naam]}" if naam else None for naam, adres in paren],
        index=namen.index,
        dtype="str",
    )


def uitvoer(
    frame: Callable[[], pd.DataFrame],
    *,
    naam: str,
    feiten: Gegevens,
    stuk: Callable[[], Stuk] | None = None,
    ook: Mapping[str, str] | None = None,
    heel: bool = False,
) -> None:
    """One download button per dialect for this frame, or for `stuk`, with where it comes from as its last columns.

    With `heel` the frame is the whole, whatever the link names. Either is made when somebody clicks: of most files
    nobody does.
    """
    maak = (
        partial(_van_stuk, stuk)
        if stuk
        else partial(_van_frame, frame, _van(naam, feiten, ook or {}, {} if heel else peil.keuze_in_link()))
    )
    knoppen = st.columns([2, 2, 3])
    for plek, (dialect, woord) in zip(knoppen, DIALECTEN.items(), strict=False):
        plek.download_button(
            woord,
            data=met_regel(partial(maak, dialect), f"csv-{dialect}"),
            file_name=csv_naam([naam], datasetversie=feiten.datasetversie, dialect=dialect),
            mime="text/csv",
            on_click="ignore",
            key=f"csv-{dialect}-{naam}",
            width="stretch",
        )


def _van_stuk(stuk: Callable[[], Stuk], dialect: str) -> tuple[bytes, Herkomst]:
    naar, inhoud = io.BytesIO(), stuk()
    schrijf(inhoud, f"csv-{dialect}", naar)
    return naar.getvalue(), inhoud.herkomst


def _van_frame(frame: Callable[[], pd.DataFrame], herkomst: Herkomst, dialect: str) -> tuple[bytes, Herkomst]:
    kolommen = {kolom.kop: waarde for kolom, waarde in herkomst_kolommen(herkomst)}
    return csv_bytes(frame(), dialect, kolommen), herkomst


def _van(naam: str, feiten: Gegevens, ook: Mapping[str, str], keuze: Mapping[str, list[str]]) -> Herkomst:
    """Where a table of this page comes from, and what was chosen in the link."""
    return Herkomst(
        vraag="pagina",
        parameters={"tabel": naam, **keuze, **ook},
        selectie=(
            ("Tabel", naam),
            *((zinnen.hoofd(sleutel), "; ".join(w)) for sleutel, w in keuze.items()),
            *ook.items(),
        ),
        pad=peil.pad_met(keuze),
        opdracht="",
        adres=instellingen().adres_voor_lezers,
        datasetversie=feiten.datasetversie,
        methodeversie=feiten.methodeversie,
        kennisdatum=feiten.laatst_aanvaard,
        fictief=feiten.bevat_fictief,
        niet_openbaar=feiten.bevat_concept,
    )


def _kolom(waarden: pd.Series[Any], *, link: bool) -> ColumnConfig:
    """How a column looks: dates and numbers in Dutch form, sentences no wider than leaves room for the others."""
    if pd.api.types.is_datetime64_any_dtype(waarden):
        return st.column_config.DateColumn(format="DD-MM-YYYY")
    if pd.api.types.is_numeric_dtype(waarden):
        jaren = bool(waarden.dropna().between(*JAREN).all())
        return st.column_config.NumberColumn(format="%d" if jaren else "localized")
    breedte: Literal["medium"] | None = "medium" if _lang(waarden) else None
    if link:
        return st.column_config.LinkColumn(width=breedte, display_text="#(.*)$")
    return st.column_config.Column(width=breedte)


def _lang(waarden: pd.Series[Any]) -> bool:
    """Whether a column holds sentences, which would push every other column off the screen."""
    return bool(waarden.astype(str).str.len().max() > MEDIUM)


def _alt(naam: str, frame: pd.DataFrame) -> str:
    rijen = f"{zinnen.getal(len(frame))} {zinnen.meervoud(len(frame), 'rij', 'rijen')}"
    kolommen = f"{zinnen.getal(frame.shape[1])} {zinnen.meervoud(frame.shape[1], 'kolom', 'kolommen')}"
    return f"Tabel ‘{naam}’: {rijen} en {kolommen}."
