"""What the query tests share: a selection without restrictions, rows as tuples, and fictional leveringen."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from data.levering.vorm import tabellen
from queries.loper import SELECTIE

BELEID, CASUS, STELSEL = "ggsr-beleid", "ggsr-casus", "stelseltoezicht"
ALKMAAR, LEEUWARDEN, ZWOLLE, DEN_HELDER = "GM0361", "GM0080", "GM0193", "GM0400"
R_ALKMAAR, R_LEEUWARDEN = "stj-alkmaar-2015", "stj-leeuwarden-2015"
R_ZWOLLE, R_DEN_HELDER = "stj-zwolle-bijzondere-doelgroepen-2014", "stj-den-helder-2017"

#: Every filter of the counting queries, none of them in force.
ALLES: dict[str, Any] = {
    **dict.fromkeys(SELECTIE), "kader": BELEID, "periode": None, "statussen": None, "eenheid": "aanpak",
    "verloop": False,
}  # fmt: skip


def rijen(antwoord: pd.DataFrame, *kolommen: str) -> list[tuple[Any, ...]]:
    """The rows of an answer as tuples of these columns (none named: all), what is missing as None."""
    deel = antwoord[list(kolommen)] if kolommen else antwoord
    kaal = deel.astype(object).where(deel.notna(), None)
    return list(kaal.itertuples(index=False, name=None))


def gevuld(antwoord: pd.DataFrame, *, zonder: Sequence[str] = ()) -> dict[str, int]:
    """The one row of counts, without those that are zero."""
    (rij,) = antwoord.to_dict("records")
    return {str(naam): int(n) for naam, n in rij.items() if n and naam not in zonder}


# --- fictional leveringen: tables as text, one row per line, cells parted by a bar -------------------------------

#: What a table's cells are when a sketch does not name them.
GEWOON: dict[str, dict[str, str]] = {
    "gemeenten": {"provincie": "Nergensland"},
    "edities": {"volledig": "ja"},
    "onderwerpen": {"omschrijving": "verzonnen"},
    "rapporten": {"uitgever": "niemand", "gepubliceerd": "2020", "soort": "verzonnen"},
    "metingen": {"basis": "verzonnen", "peiljaar_reden": "verzonnen"},
    "oordelen": {"vindplaats": "verzonnen"},
    "aanpak_opvolging": {"bron": "verzonnen"},
    "indicator_gelijk": {"reden": "verzonnen"},
}  # fmt: skip


def schrijf_levering(map_: Path, schets: Mapping[str, str]) -> Path:
    """Write a fictional levering: per table a header line and its rows; columns not named get what GEWOON says."""
    doel = map_ / "fictief"
    doel.mkdir(parents=True)
    kop = {"levering": f"levering_id|formaat|aanvaard_op|concept|fictief\n{doel.name}|1|2020-12-31|nee|ja"}
    for tabel, tekst in {**kop, **schets}.items():
        namen, *regels = (regel.strip().split("|") for regel in tekst.strip().splitlines())
        with (doel / f"{tabel}.csv").open("w", encoding="utf-8", newline="") as bestand:
            schrijver = csv.DictWriter(bestand, tabellen()[tabel], restval="", lineterminator="\n")
            schrijver.writeheader()
            for regel in regels:
                schrijver.writerow({**GEWOON.get(tabel, {}), **dict(zip(namen, regel, strict=True))})
    return doel


def oordelen(*regels: str) -> dict[str, str]:
    """The tables metingen, meting_rapport and oordelen of lines like `A 2013-06-30 ed1 b1=X b2=V b3=-`.

    The aanpak, the day of the visit, the edition, then a sign per indicator: X, V, M (gemengd), - (an empty cell).
    An extra word like `dekking=selectie`, `peiljaar=2013` or `ronde_id=r` is a column of the meting.
    """
    uitkomst = {"X": "verbeterpunt", "V": "voldoet", "M": "gemengd", "-": "niet_beoordeeld"}
    gedrukt_als = {"X": "X", "V": "✓", "M": "✓ X", "-": ""}
    metingen = ["meting_id|aanpak_id|editie_id|bezoek_op|peiljaar|dekking|bewijs|ronde_id"]
    gedrukt = ["meting_id|rapport_id"]
    cellen = ["meting_id|indicator_id|rapport_id|uitkomst|teken_gedrukt"]
    for regel in regels:
        aanpak, dag, editie, *woorden = regel.split()
        meting = f"{aanpak}-{dag}"
        opties = {"peiljaar": dag[:4], "dekking": "heel_kader", "bewijs": "volledige_toets", "ronde_id": ""}
        for woord in woorden:
            naam, waarde = woord.split("=")
            if naam in opties:
                opties[naam] = waarde
                continue
            cellen.append(f"{meting}|{naam}|r1|{uitkomst[waarde]}|{gedrukt_als[waarde]}")
        metingen.append("|".join([meting, aanpak, editie, dag, *opties.values()]))
        gedrukt.append(f"{meting}|r1")
    return {"metingen": "\n".join(metingen), "meting_rapport": "\n".join(gedrukt), "oordelen": "\n".join(cellen)}
