"""The time line of one gemeente in words: what `tijdlijn` draws, for who reads instead of looks. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from pagina.beeld.status import bewijswoord
from pagina.beeld.zinnen import deeldatum, getal, hoofd, meervoud, opsomming

#: More metingen of one aanpak than this are told as a number and a span of years.
LOSSE_METINGEN = 6


def tijdlijn_tekst(
    aanpakken: pd.DataFrame, metingen: pd.DataFrame, lijnen: pd.DataFrame, rapporten: pd.DataFrame
) -> str:
    """What the time line shows, in words and exact numbers."""
    naam = {str(rij["aanpak_id"]): aanpaknaam(rij) for rij in rijen(aanpakken)}
    per_aanpak = groepen(rijen(metingen), "aanpak_id")
    zinnen = [f"{naam[code]}: {_reeks(per_aanpak.get((code,), []))}." for code in naam]
    for (naar,), deel in groepen(rijen(lijnen), "naar").items():
        zinnen.append(f"{naam[naar]} nam het over van {opsomming(naam[lijn['van']] for lijn in deel)}.")
    bladen = rijen(rapporten)
    if len(bladen) > LOSSE_METINGEN:
        jaren = f"{bladen[0]['gepubliceerd'][:4]}–{bladen[-1]['gepubliceerd'][:4]}"
        zinnen.append(f"Er zijn {getal(len(bladen))} rapporten, uit {jaren}.")
    elif bladen:
        woord = meervoud(len(bladen), "Het rapport is", "De rapporten zijn")
        zinnen.append(f"{woord} van {opsomming(deeldatum(blad['gepubliceerd']) for blad in bladen)}.")
    return " ".join(hoofd(zin) for zin in zinnen)


def rijen(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame. Column by column: pandas does it a row at a time."""
    namen = [str(naam) for naam in frame.columns]
    kolommen = [frame[naam].tolist() for naam in namen]
    return [dict(zip(namen, waarden, strict=True)) for waarden in zip(*kolommen, strict=True)]


def groepen(rijen_: Iterable[dict[str, Any]], *namen: str) -> dict[tuple[str, ...], list[dict[str, Any]]]:
    """The rows by what they have in these columns, in the order in which that comes up."""
    uit: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for rij in rijen_:
        uit.setdefault(tuple(rij[naam] for naam in namen), []).append(rij)
    return uit


def _reeks(metingen: list[dict[str, Any]]) -> str:
    if not metingen:
        return "geen meting in deze verzameling"
    if len(metingen) > LOSSE_METINGEN:
        jaren = sorted(int(rij["peiljaar"]) for rij in metingen)
        return f"{getal(len(metingen))} metingen, over {jaren[0]} tot en met {jaren[-1]}"
    meer = len({rij["kader"] for rij in metingen}) > 1
    return opsomming(
        f"{rij['peiljaar']}{' ' + str(rij['kader']) if meer else ''} ({bevonden(rij)})" for rij in metingen
    )


def aanpaknaam(aanpak: dict[str, Any]) -> str:
    """An aanpak, with the gemeente that it is of where that is another one."""
    return str(aanpak["aanpak"]) + (f" ({aanpak['gemeente']})" if aanpak["elders"] else "")


def bevonden(rij: dict[str, Any]) -> str:
    """How one meting was established and what it found, in words."""
    if not rij["oordelen"]:
        return f"{bewijswoord(rij['bewijs'])}, geen oordeel per indicator"
    punten = int(rij["verbeterpunten"])
    zin = f"{bewijswoord(rij['bewijs'])}, {getal(punten)} {meervoud(punten, 'verbeterpunt', 'verbeterpunten')}"
    return zin + (f" en {getal(rij['niet_beoordeeld'])} niet beoordeeld" if rij["niet_beoordeeld"] else "")
