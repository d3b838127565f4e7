"""The answer to any query or view as a table that leaves the house. Pure: whom it asks, it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from pagina.beeld import zinnen
from pagina.uitvoer.inhoud import kolommen as woordenboek
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.tabel import Rij, Tabel, Waarde
from pagina.uitvoer.inhoud.vrager import Vrager

#: The views that others may rely on, by the names under which they are asked; any other name is that of a query.
VIEWS = ("oordelen", "opvolging", "verloop", "stand", "bevindingen", "actiepunten", "dataset")
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

    The answer is streamed once to count it. One that fits in a single part is kept, so that it is asked only once; a
    larger one is asked again each time its rows are read, and no more than a part of it is in memory.
    Raises UitvoerGeweigerd for a column that the answer does not have.
    """
    naam, gegeven = ("bekijk", {"view": vraag}) if vraag in VIEWS else (vraag, dict(parameters))

    def stroom() -> Iterator[pd.DataFrame]:
        return vrager.brokken(naam, **gegeven)

    aantal, brokken, eerste = 0, 0, None
    for brok in stroom():
        aantal, brokken = aantal + len(brok), brokken + 1
        eerste = brok if eerste is None else eerste
    # an answer without rows has no part, but it has columns
    voorbeeld = vrager.vraag(naam, **gegeven) if eerste is None else eerste
    namen = _kies(vraag, [str(kolom) for kolom in voorbeeld.columns], kolommen)
    zetters = {kolom: woordenboek.zetter(vraag, kolom) for kolom in namen}
    return Tabel(
        naam=vraag,
        titel=titel or TITELS.get(vraag) or zinnen.hoofd(vraag.replace("_", " ")),
        kolommen=tuple(woordenboek.kolom(vraag, kolom) for kolom in namen),
        aantal=aantal,
        rijen=lambda: _rijen(stroom() if brokken > 1 else iter([voorbeeld]), zetters),
    )


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
