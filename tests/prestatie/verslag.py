"""What a run of the follow-up found, as figures to keep and as a table to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from tests.prestatie import deelnemers as wie
from tests.prestatie.doelen import doelen
from tests.prestatie.fouten import Aandeel
from tests.prestatie.gegevens import Maat
from tests.prestatie.meten import Gemeten, belasting
from tests.prestatie.uitslag import Uitslag


def uitslag(maat: Maat, rijen: dict[str, int], gemeten: Sequence[Gemeten], fouten: Sequence[Aandeel]) -> Uitslag:
    """The goals of a size, and all its figures."""
    cijfers = {
        "gemeenten": maat.gemeenten,
        "jaren": maat.jaren,
        "rijen": rijen,
        "belasting": belasting(),
        "seconden": {g.naam: g.seconden for g in gemeten},
        "keren": {g.naam: len(g.seconden) for g in gemeten},
        "afgebroken": [g.naam for g in gemeten if g.afgebroken],
        "medianen": {g.naam: g.mediaan for g in gemeten},
        "fouten": [asdict(fout) for fout in fouten],
    }
    return Uitslag(doelen(gemeten), cijfers)


def als_tabel(gevonden: Uitslag, gemeten: Sequence[Gemeten]) -> list[str]:
    """The figures of a size, to read."""
    r = gevonden.cijfers["rijen"]
    (zelf,) = (g.mediaan for g in gemeten if g.naam == wie.PRODUCT)
    weg = ", ".join(gevonden.cijfers["afgebroken"])
    return [
        f"{r['oordelen']} oordelen, {r['opvolging']} stappen, {r['matrix']} vakken; alle antwoorden gelijk"
        + (f", behalve dat van {weg}: afgebroken, dus niet nagekeken" if weg else ""),
        "",
        f"{'volledige opvolging + matrix':40} {'ms, mediaan':>12} {'× product':>10} {'keren':>6}",
        *(_motor(g, zelf) for g in gemeten),
        "",
        "makkelijk fout: verbeterpunten met een verkeerde status",
        *(_fout(Aandeel(**fout)) for fout in gevonden.cijfers["fouten"]),
        "",
    ]


def _motor(g: Gemeten, zelf: float) -> str:
    meer = "> " if g.afgebroken else ""
    tijd, keer = f"{meer}{g.mediaan * 1000:.0f}", f"{meer}{g.mediaan / zelf:.2f}"
    return f"{g.naam:40} {tijd:>12} {keer:>10} {len(g.seconden):6}"


def _fout(fout: Aandeel) -> str:
    teveel = fout.fout_opgepakt / fout.opgepakt - 1
    deel = fout.verkeerd / fout.verbeterpunten
    return f"{fout.naam:40} {deel:12.1%} van {fout.verbeterpunten}; opgepakt {teveel:+.1%}"
