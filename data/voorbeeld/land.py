"""Which fictional gemeenten there are: name, provincie, boundary, mergers, and what story each has to tell."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from data.voorbeeld.kaart import grenzen, groei_land, verdeel
from data.voorbeeld.namen import PROVINCIES, plaatsnamen
from data.voorbeeld.schrijven import Levering
from data.voorbeeld.toeval import dobbel, schud

#: Codes have four digits.
MEESTE_GEMEENTEN = 9999
#: Enough for ten million oordelen.
MEESTE_JAREN = 100
#: The year in which every example ends.
LAATSTE_JAAR = 2025

#: The stories, as often as they occur in twenty gemeenten. The first twenty tell them in this order, so that a small
#: country has different ones too; after that every twenty are shuffled.
VERHALEN = (
    "gewoon", "fusie", "geen_rapport", "niet_hertoetst", "gewoon",
    "niets_opgepakt", "alles_opgepakt", "niet_beoordeeld", "gestopt", "gewoon",
    "gewoon", "alleen_woorden", "fusie", "gewoon", "geen_rapport",
    "gewoon", "niet_hertoetst", "gewoon", "gewoon", "geen_rapport",
)  # fmt: skip


@dataclass(frozen=True)
class Gemeente:
    """A gemeente that exists at the end.

    `opgegaan`: code and name of what merged into it on 1 January of `fusiejaar`; `nieuw`: it began with that merger.
    """

    code: str
    naam: str
    provincie: int
    grens: str
    verhaal: str
    opgegaan: tuple[tuple[str, str], ...] = ()
    fusiejaar: int = 0
    nieuw: bool = False


def ontwerp(aantal: int, jaren: int, zaad: int) -> list[Gemeente]:
    """The gemeenten of a country, by code: per provincie, and within it from north to south."""
    stroom = dobbel(zaad, "land")
    land = groei_land(aantal, stroom)
    deel = verdeel(land, min(len(PROVINCIES), math.ceil(aantal / 3)))
    land.sort(key=lambda plek: (deel[plek], -plek[1], plek[0]))
    namen = plaatsnamen(dobbel(zaad, "namen"))
    verhalen = _verhalen(zaad)
    kaart = zip(range(1, aantal + 1), land, grenzen(land), strict=True)
    gemeenten = [
        Gemeente(f"FG{nummer:04}", next(namen), deel[plek], grens, next(verhalen)) for nummer, plek, grens in kaart
    ]
    vrij = iter(range(aantal + 1, MEESTE_GEMEENTEN + 1))
    return [_met_fusie(gemeente, vrij, namen, jaren=jaren, zaad=zaad) for gemeente in gemeenten]


def _verhalen(zaad: int) -> Iterator[str]:
    yield from VERHALEN
    stroom = dobbel(zaad, "verhalen")
    while True:
        yield from schud(stroom, VERHALEN)


def _met_fusie(gemeente: Gemeente, vrij: Iterator[int], namen: Iterator[str], *, jaren: int, zaad: int) -> Gemeente:
    """The gemeente with what merged into it, where that is its story, and time and codes allow."""
    if gemeente.verhaal != "fusie" or jaren < 2:
        return gemeente
    stroom = dobbel(zaad, "fusie", gemeente.code)
    nieuw = stroom.random() < 0.4
    nummers = [nummer for _ in range(2 if nieuw or stroom.random() < 0.3 else 1) if (nummer := next(vrij, 0))]
    opgegaan = tuple((f"FG{nummer:04}", next(namen)) for nummer in nummers)
    # not in the first year: something must have been found before it
    vroegst = LAATSTE_JAAR - jaren + 1 + min(2, jaren - 1)
    jaar = vroegst + int(stroom.random() * max(1, LAATSTE_JAAR - vroegst))
    return Gemeente(
        gemeente.code, gemeente.naam, gemeente.provincie, gemeente.grens, gemeente.verhaal, opgegaan=opgegaan,
        fusiejaar=jaar if opgegaan else 0, nieuw=nieuw and bool(opgegaan),
    )  # fmt: skip


def schrijf_gebieden(levering: Levering, gemeenten: list[Gemeente]) -> None:
    """Write the gemeenten, the boundary changes and the boundaries."""
    levering.tabel("gemeenten")
    for gemeente in gemeenten:
        provincie, jaar = PROVINCIES[gemeente.provincie], gemeente.fusiejaar
        levering.rij(
            "gemeenten", gemeente_code=gemeente.code, gemeente=gemeente.naam, provincie=provincie,
            geldig_van=f"{jaar}-01-01" if gemeente.nieuw else "",
        )  # fmt: skip
        levering.rij("grenzen", gemeente_code=gemeente.code, jaar=LAATSTE_JAAR, grens=gemeente.grens, bron="fictief")
        for code, naam in gemeente.opgegaan:
            levering.rij(
                "gemeenten", gemeente_code=code, gemeente=naam, provincie=provincie, geldig_tot=f"{jaar - 1}-12-31",
                opmerking=f"Op 1 januari {jaar} opgegaan in {gemeente.naam} (fictief).",
            )  # fmt: skip
            levering.rij(
                "gebiedswijzigingen", van=code, naar=gemeente.code, datum=f"{jaar}-01-01", soort="opgegaan_in",
                opmerking="Fictieve herindeling.",
            )  # fmt: skip
