"""What a proposal changes in the figures: those with it beside those without it, in sentences. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from pagina.beeld import zinnen
from pagina.beeld.status import STAND_ACTIE, bewijswoord
from pagina.delen.gegevens import Rij, als_rijen

#: Counts of one period, in the words of a sentence. The first two always stand together as n of N.
_STATUSSEN = {
    "deels_opgepakt": "deels opgepakt",
    "niet_opgepakt": "niet opgepakt",
    "niet_beoordeeld": "niet beoordeeld",
    "nog_niet_hertoetst": "nog niet hertoetst",
    "vervallen": "vervallen",
    "behouden": "behouden",
    "teruggevallen": "teruggevallen",
}
_UITKOMSTEN = ("voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld")


@dataclass(frozen=True)
class Cijfers:
    """What one database says: the answers to four questions, row by row."""

    perioden: list[Rij]
    open_nu: list[Rij]
    actiepunten: list[Rij]
    metingen: list[Rij]


@dataclass(frozen=True)
class Verandering:
    """What changes for one gemeente under one heading (a kader, or the actiepunten), a sentence per change."""

    gemeente: str
    waaronder: str
    zinnen: tuple[str, ...]


def cijfers(vraag: Callable[[str], pd.DataFrame]) -> Cijfers:
    """The figures of one database; `vraag` answers a query by its name."""
    return Cijfers(
        perioden=als_rijen(vraag("voorvertoning")),
        open_nu=als_rijen(vraag("open_per_gemeente")),
        actiepunten=als_rijen(vraag("actiepunten_per_stand")),
        metingen=als_rijen(vraag("metingen")),
    )


def veranderingen(voor: Cijfers, na: Cijfers) -> list[Verandering]:
    """All that differs, per gemeente and kader, and per gemeente for its actiepunten; empty when nothing does."""
    gevonden: dict[tuple[str, str], list[str]] = {}
    namen = {rij["kader_id"]: rij["kader"] for rij in [*voor.perioden, *na.perioden]}
    for plek, zin in [
        *_open_nu(voor, na, namen),
        *_per_periode(voor, na),
        *_metingen(voor, na),
        *_actiepunten(voor, na),
    ]:
        gevonden.setdefault(plek, []).append(zin)
    volgorde = sorted(gevonden, key=lambda plek: (plek[0], plek[1] == "actiepunten", plek[1]))
    return [Verandering(gemeente, wat, tuple(gevonden[gemeente, wat])) for gemeente, wat in volgorde]


Zin = tuple[tuple[str, str], str]


def _open_nu(voor: Cijfers, na: Cijfers, namen: dict[str, str]) -> Iterable[Zin]:
    for oud, nieuw in _paren(voor.open_nu, na.open_nu, ("gemeente_code", "kader_id")):
        rij = nieuw or oud
        was, wordt = _tel(oud, "open"), _tel(nieuw, "open")
        plek = (str(rij["gemeente"]), namen.get(str(rij["kader_id"]), str(rij["kader_id"])))
        if was != wordt:
            yield plek, f"open nu {was} → {wordt}"
        if _tel(oud, "onbekend") != _tel(nieuw, "onbekend"):
            yield plek, f"nu onbekend {_tel(oud, 'onbekend')} → {_tel(nieuw, 'onbekend')}"


def _per_periode(voor: Cijfers, na: Cijfers) -> Iterable[Zin]:
    for oud, nieuw in _paren(voor.perioden, na.perioden, ("gemeente_code", "kader_id", "periode")):
        rij = nieuw or oud
        zin = _periodezin(oud, nieuw)
        if zin:
            yield (
                (str(rij["gemeente"]), str(rij["kader"])),
                f"{zinnen.periode(rij['jaar_van'], rij['jaar_naar'])}: {zin}",
            )


def _periodezin(oud: Rij, nieuw: Rij) -> str:
    """What changes in one period; empty text when nothing does."""
    delen = []
    geheel_was, geheel = _tel(oud, "vastgesteld"), _tel(nieuw, "vastgesteld")
    if geheel_was != geheel:
        delen.append(f"verbeterpunten {geheel_was} → {geheel}")
    if _tel(oud, "opgepakt") != _tel(nieuw, "opgepakt") or (not oud and _tel(nieuw, "beoordeeld")):
        verteld = _tel(nieuw, "verteld")
        hoe = f" ({verteld} volgens de gemeente zelf)" if verteld else ""
        delen.append(f"opgepakt {_tel(oud, 'opgepakt')} → {_tel(nieuw, 'opgepakt')} van {geheel}{hoe}")
    delen += [
        f"{woord} {_tel(oud, naam)} → {_tel(nieuw, naam)}"
        for naam, woord in _STATUSSEN.items()
        if _tel(oud, naam) != _tel(nieuw, naam)
    ]
    return ", ".join(delen)


def _metingen(voor: Cijfers, na: Cijfers) -> Iterable[Zin]:
    """Metingen that come, go or get other verdicts."""
    for oud, nieuw in _paren(voor.metingen, na.metingen, ("meting_id",)):
        rij = nieuw or oud
        plek = (str(rij["gemeente"]), str(rij["kader"]))
        wie = f"{rij['peiljaar']}, {rij['aanpak']}"
        if not oud:
            bewijs = bewijswoord(rij["bewijs"])
            yield plek, f"nieuwe meting {wie} ({bewijs}): {_uitkomsten(nieuw)}"
        elif not nieuw:
            yield plek, f"de meting {wie} vervalt ({_uitkomsten(oud)})"
        elif _uitkomsten(oud) != _uitkomsten(nieuw):
            yield plek, f"de meting {wie}: {_uitkomsten(oud)} wordt {_uitkomsten(nieuw)}"


def _uitkomsten(rij: Rij) -> str:
    delen = [f"{rij[naam]} {naam.replace('_', ' ')}" for naam in _UITKOMSTEN if rij[naam]]
    return zinnen.opsomming(delen) if delen else "zonder oordelen per indicator"


def _actiepunten(voor: Cijfers, na: Cijfers) -> Iterable[Zin]:
    for oud, nieuw in _paren(voor.actiepunten, na.actiepunten, ("gemeente_code", "stand")):
        rij = nieuw or oud
        if _tel(oud, "aantal") != _tel(nieuw, "aantal"):
            stand = STAND_ACTIE[rij["stand"]].woord if rij["stand"] in STAND_ACTIE else str(rij["stand"])
            yield (str(rij["gemeente"]), "actiepunten"), f"{stand} {_tel(oud, 'aantal')} → {_tel(nieuw, 'aantal')}"


def _tel(rij: Rij, naam: str) -> int:
    """A count; a row that is not there counts nothing."""
    return int(rij.get(naam) or 0)


def _paren(voor: Sequence[Rij], na: Sequence[Rij], sleutel: Sequence[str]) -> Iterable[tuple[Rij, Rij]]:
    """Rows of before and after with the same key beside each other; an empty row where there is none."""

    def op_sleutel(rijen: Sequence[Rij]) -> dict[Hashable, Rij]:
        return {tuple(rij[naam] for naam in sleutel): rij for rij in rijen}

    oud, nieuw = op_sleutel(voor), op_sleutel(na)
    for wat in dict.fromkeys([*oud, *nieuw]):
        yield oud.get(wat, {}), nieuw.get(wat, {})
