"""Fictional rapporten: when they came out, their renditions, and what they say in words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from data.voorbeeld.kaders import Indicator, Kader
from data.voorbeeld.lijnen import Plaats
from data.voorbeeld.schrijven import Pen
from data.voorbeeld.teksten import BEVINDINGEN, VOOR_WIE
from data.voorbeeld.toeval import kies
from data.voorbeeld.uitkomsten import OPEN, VOLDOET

#: A bevinding about what fails, about what goes well, and about either.
OVER_MIS = ("verbeterpunt", "aanbeveling", "kan_beter", "verbeterpunt", "aanbeveling", "risico", "verklaring")
OVER_GOED = ("sterk_punt", "sterk_punt", "kans")
OVER_GEHEEL = ("oordeel", "toezegging", "reactie", "verklaring", "kans")
ACTIEPUNTEN = {"verbeterpunt", "aanbeveling"}
#: From this year on most actiepunten are still open.
RECENT = 2024

#: An indicator with the uitkomst that this rapport gives it, and the approach it is about.
Gezien = tuple[Indicator, str, str]


@dataclass(frozen=True)
class Rapport:
    """A rapport of one visit; `kruis` is the sign it prints for a verbeterpunt."""

    id: str
    kader: Kader
    plaats: Plaats
    jaar: int
    kruis: str
    gepubliceerd: str


def schrijf_rapport(pen: Pen, kader: Kader, plaats: Plaats, tot: tuple[int, int], *, opvolging: bool) -> Rapport:
    """Write a rapport about a visit that ended in a year and month, with its renditions."""
    jaar, stroom = tot[0], pen.stroom
    soort = "opvolgrapport" if opvolging else "rapport"
    id_ = f"{plaats.code.lower()}-{jaar}-{kader.kort}" + ("-opvolging" if opvolging else "")
    rapport = Rapport(id_, kader, plaats, jaar, "✗" if stroom.random() < 0.2 else "X", _verschenen(stroom, tot))
    pen.levering.rij(
        "rapporten", rapport_id=id_, titel=f"Fictief {soort} {kader.naam}, {plaats.naam} {jaar}",
        uitgever="Fictieve inspectie", gepubliceerd=rapport.gepubliceerd, soort=f"fictief {soort}",
    )  # fmt: skip
    for nummer in range(2 if stroom.random() < 0.04 else 1):
        weergave = f"{id_}-{nummer + 1}"
        pen.levering.rij(
            "weergaven", weergave_id=weergave, rapport_id=id_, bestand=f"{weergave}.pdf",
            # of no file: there is none. A stream's name keeps two countries apart in one database
            sha256=hashlib.sha256(f"{weergave} {stroom.random()}".encode()).hexdigest(),
            vorm="fictief bestand",
        )  # fmt: skip
    return rapport


def schrijf_bevindingen(pen: Pen, rapport: Rapport, gezien: Sequence[Gezien]) -> None:
    """Write what the rapport says in words about what it saw."""
    stroom = pen.stroom
    mis = [wat for wat in gezien if wat[1] in OPEN]
    goed = [wat for wat in gezien if wat[1] == VOLDOET]
    nummer = 0
    for soorten, waarover, hoogstens in ((OVER_MIS, mis, 4), (OVER_GOED, goed, 3), (OVER_GEHEEL, gezien, 2)):
        for _ in range(int(stroom.random() * hoogstens) if waarover else 0):
            nummer += 1
            _schrijf_bevinding(pen, rapport, kies(stroom, soorten), kies(stroom, waarover), nummer=nummer)


def schrijf_verbeterpunten(pen: Pen, rapport: Rapport, gezien: Sequence[Gezien]) -> None:
    """Write the verbeterpunten of a rapport that gives no oordeel per indicator: words only."""
    for nummer in range(1, 5):
        soort = "verbeterpunt" if nummer < 4 else "risico"
        _schrijf_bevinding(pen, rapport, soort, kies(pen.stroom, gezien), nummer=nummer, gekoppeld=nummer == 1)


def _schrijf_bevinding(
    pen: Pen, rapport: Rapport, soort: str, wat: Gezien, *, nummer: int, gekoppeld: bool = True
) -> None:
    stroom = pen.stroom
    indicator, _, aanpak = wat
    titel, tekst = (zin.format(kort=indicator.kort) for zin in BEVINDINGEN[soort])
    id_ = f"{rapport.id}-b{nummer}"
    vanaf, tot, stand = _afspraak(stroom, rapport) if soort in ACTIEPUNTEN else ("", "", "")
    pen.levering.rij(
        "bevindingen", bevinding_id=id_, rapport_id=rapport.id, gemeente_code=rapport.plaats.code, aanpak_id=aanpak,
        soort=soort, titel=titel, tekst=tekst, onderwerp_id=indicator.onderwerp,
        voor_wie=kies(stroom, VOOR_WIE) if stand else "", vindplaats=f"Hoofdstuk {3 + nummer % 3}",
        pagina=8 + 2 * nummer, opvolging_verwacht_van=vanaf, opvolging_verwacht_tot=tot, stand=stand,
    )  # fmt: skip
    if gekoppeld and stroom.random() < 0.7:
        pen.levering.rij("bevinding_indicator", bevinding_id=id_, indicator_id=indicator.id)


def _verschenen(stroom: Random, tot: tuple[int, int]) -> str:
    """Two to four months after the visit, mostly known to the month."""
    maanden = tot[0] * 12 + tot[1] - 1 + 2 + int(stroom.random() * 3)
    jaar, maand = divmod(maanden, 12)
    return f"{jaar}-{maand + 1:02}" + ("-15" if stroom.random() < 0.2 else "")


def _afspraak(stroom: Random, rapport: Rapport) -> tuple[str, str, str]:
    """When follow-up was announced, and how an actiepunt stands: of a recent one less is known than of an old one."""
    jaar, maand = int(rapport.gepubliceerd[:4]), rapport.gepubliceerd[5:7]
    vorm = stroom.random()
    if vorm < 0.3:
        vanaf, tot = "", ""
    elif vorm < 0.5:
        vanaf, tot = f"{jaar + 1}", f"{jaar + 1}"
    elif vorm < 0.75:
        vanaf, tot = f"{jaar + 1}-{maand}", f"{jaar + 2}-{maand}"
    elif vorm < 0.9:
        vanaf, tot = "", f"{jaar + 1}-12-31"
    else:
        vanaf, tot = f"{jaar + 1}-{maand}-01", ""
    standen = ("open", "open", "open", "open", "gemeld", "gemeld", "opgepakt")
    if rapport.jaar < RECENT:
        standen = ("open", "open", "gemeld", "gemeld", "opgepakt", "opgepakt", "vervallen")
    return vanaf, tot, kies(stroom, standen)
