"""The answer to any query or view as a table that leaves the house. Pure: whom it asks, it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, BinaryIO

import pandas as pd

from data.gebouwd.kopie import Kopie, KopieVorm
from pagina.beeld import zinnen
from pagina.uitvoer.inhoud import kolommen as woordenboek
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.tabel import Rij, Tabel, Waarde
from pagina.uitvoer.inhoud.vrager import Vrager

#: The views that others may rely on, by the names under which they are asked; any other name is that of a query.
VIEWS = ("oordelen", "opvolging", "verloop", "stand", "bevindingen", "actiepunten", "dataset")
#: Rows of an answer that is kept.
PAST_HEEL = 8192
#: What the table of a query is called where its own name says too little.
TITELS = {"opvolging_tabel": "Oordelen met hun opvolging", "cijfers": "Verbeterpunten en hun opvolging"}


def tabel_van(
    vrager: Vrager,
    vraag: str,
    parameters: Mapping[str, object],
    *,
    titel: str | None = None,
    kolommen: Sequence[str] | None = None,
) -> Tabel:
    """The answer to queries/<vraag>.sql, or the view of that name, one row of the table per row of the answer.

    Rows come in the query's order, codes as words, nothing known as None, a list as 'a | b'. Columns that only serve
    the database or a page are left out; `kolommen` names those to give, in that order (default: those of
    `woordenboek.VOLGORDE`, else all of them as the query has them).

    The answer is counted first. A small one is kept, so that it is fetched only once; a larger one is asked again each
    time its rows are read, with no more than a part of it in memory, and the database itself can write it as CSV.
    Raises UitvoerGeweigerd for a column that the answer does not have.
    """
    naam, gegeven = ("bekijk", {"view": vraag}) if vraag in VIEWS else (vraag, dict(parameters))

    def stroom() -> Iterator[pd.DataFrame]:
        return vrager.brokken(naam, **gegeven)

    bron = vrager.kopie(naam, **gegeven)
    aantal = bron.aantal()
    is_groot = aantal > PAST_HEEL
    heel = None if is_groot else vrager.vraag(naam, **gegeven)
    namen = _kies(vraag, list(bron.soorten()) if heel is None else [str(kolom) for kolom in heel.columns], kolommen)
    zetters = {kolom: woordenboek.zetter(vraag, kolom) for kolom in namen}
    return Tabel(
        naam=vraag,
        titel=titel or TITELS.get(vraag) or zinnen.hoofd(vraag.replace("_", " ")),
        kolommen=tuple(woordenboek.kolom(vraag, kolom) for kolom in namen),
        aantal=aantal,
        rijen=lambda: _rijen(stroom() if heel is None else iter([heel]), zetters),
        kopie=_kopie(bron, vraag, namen) if is_groot else None,
    )


def _kopie(
    bron: Kopie, vraag: str, namen: Sequence[str]
) -> Callable[[Sequence[str], KopieVorm, BinaryIO], None] | None:
    """What writes the rows as CSV; None where the database cannot write every column."""
    soorten = bron.soorten()
    kolommen = [woordenboek.kopie_kolom(vraag, naam, soorten[naam]) for naam in namen]
    kan = [kolom for kolom in kolommen if kolom is not None]
    if len(kan) < len(namen):
        return None

    def schrijf(koppen: Sequence[str], vorm: KopieVorm, naar: BinaryIO) -> None:
        met_kop = [replace(kolom, kop=kop) for kolom, kop in zip(kan, koppen, strict=True)]
        bron.schrijf(met_kop, vorm, naar)

    return schrijf


def _kies(vraag: str, aanwezig: Sequence[str], gevraagd: Sequence[str] | None) -> list[str]:
    """The columns to give, in order. Raises UitvoerGeweigerd for one that is not there."""
    mogelijk = [naam for naam in aanwezig if woordenboek.gaat_mee(vraag, naam)]
    keuze = gevraagd if gevraagd is not None else woordenboek.VOLGORDE.get(vraag, mogelijk)
    vreemd = sorted(set(keuze) - set(mogelijk))
    if vreemd:
        raise UitvoerGeweigerd(
            f"‘{vraag}’ heeft geen kolom {zinnen.opsomming(f'‘{naam}’' for naam in vreemd)}. "
            f"Kies uit: {', '.join(mogelijk)}."
        )
    return list(keuze)


def _rijen(brokken: Iterator[pd.DataFrame], zetters: Mapping[str, Callable[[Any], Waarde]]) -> Iterator[Rij]:
    for brok in brokken:
        cellen = [_cellen(brok[naam], zet) for naam, zet in zetters.items()]
        yield from zip(*cellen, strict=True)


def _cellen(reeks: pd.Series[Any], zet: Callable[[Any], Waarde]) -> list[Waarde]:
    """One column of a part; what pandas holds for a gap (NaN, NaT, NA) is None."""
    bekend = reeks.notna().tolist()
    return [zet(waarde) if weet else None for waarde, weet in zip(reeks.tolist(), bekend, strict=True)]
