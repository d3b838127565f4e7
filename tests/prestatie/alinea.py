"""`python -m tests.prestatie.alinea`: what docs/schaal.md and README say of speed, from build/benchmark.json."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from tests.prestatie import deelnemers as wie
from tests.prestatie.uitslag import BOUW, BROWSER, LAND, OPVOLGING, PAGINAS, eerder, overzicht

NAMEN = {
    wie.PANDAS_STR: "pandas on strings", wie.PANDAS_CAT: "pandas on categories", wie.POLARS_WOORDEN: "polars on texts",
    wie.POLARS_GETALLEN: "polars on numbers", wie.SQLITE: "SQLite", wie.POSTGRES: "PostgreSQL 15",
}  # fmt: skip


def alinea(delen: Mapping[str, Mapping[str, Any]]) -> str:
    """One sentence for each part and size of which there are figures."""
    zinnen = [_opvolging(maat, cijfers) for maat, cijfers in sorted(delen.get(OPVOLGING, {}).items())]
    zinnen += [_paginas(maat, cijfers) for maat, cijfers in sorted(delen.get(PAGINAS, {}).items())]
    zinnen += [_bouw(maat, cijfers) for maat, cijfers in sorted(delen.get(BOUW, {}).items())]
    if LAND in delen.get(BROWSER, {}):
        doelen = delen[BROWSER][LAND]["doelen"]
        zinnen.append("In Chromium: " + "; ".join(f"{doel['naam']} {doel['getal']:.1f}" for doel in doelen) + ".")
    alle = [doel for _, _, doel in overzicht(delen)]
    gehaald, niet = (sum(doel.gehaald is wat for doel in alle) for wat in (True, False))
    return "\n".join([*zinnen, f"Of {gehaald + niet} goals measured {gehaald} are met."])


def _opvolging(maat: str, cijfers: Mapping[str, Any]) -> str:
    mediaan, keren = cijfers["medianen"], cijfers["keren"]
    zelf = mediaan[wie.PRODUCT]
    peers = [
        f"{naam} {'more than ' if wat in cijfers['afgebroken'] else ''}{mediaan[wat] / zelf:.1f}"
        + (f" ({keren[wat]} ×)" if keren[wat] < keren[wie.PRODUCT] else "")
        for wat, naam in NAMEN.items()
        if wat in mediaan
    ]
    fout = [fout["verkeerd"] / fout["verbeterpunten"] for fout in cijfers["fouten"]]
    return (
        f"{maat}, {cijfers['rijen']['oordelen']:,} oordelen, medians of {keren[wie.PRODUCT]}: the whole follow-up with "
        f"its matrix takes {zelf:.2f} s; times as long: {', '.join(peers)}. It takes {zelf / mediaan[wie.ZONDER]:.0f} "
        f"times the same GROUP BY without follow-up. The easy ways to be wrong put {min(fout):.0%} to {max(fout):.0%} "
        f"of the verbeterpunten in the wrong class."
    )


def _paginas(maat: str, cijfers: Mapping[str, Any]) -> str:
    tijden = sorted((gemeten["vraag"], naam) for naam, gemeten in cijfers["vragen"].items())
    (doel,) = cijfers["doelen"]
    return (
        f"{maat}: what a page asks takes {1000 * tijden[0][0]:.0f} to {1000 * tijden[-1][0]:.0f} ms per question "
        f"(half of them at most {1000 * tijden[len(tijden) // 2][0]:.0f}; the slowest is {tijden[-1][1]}); "
        f"{doel['getal']:.0f} of {len(tijden)} within their goal."
    )


def _bouw(maat: str, cijfers: Mapping[str, Any]) -> str:
    getallen = {doel["naam"]: doel["getal"] for doel in cijfers["doelen"]}
    delen = "; ".join(f"{naam} {getal:.2f}" for naam, getal in getallen.items())
    return f"{maat}: a whole build takes {cijfers['medianen']['geheel']['wand']:.1f} s; {delen}."


if __name__ == "__main__":
    sys.stdout.write(alinea(eerder()) + "\n")
