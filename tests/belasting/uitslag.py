"""What a load came to, in figures: for the screen and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from statistics import quantiles
from typing import Any

from tests.belasting.controle import Nakijker
from tests.belasting.meting import Meting, Run

#: Failures that are named; more are counted.
GENOEMD = 20


def uitslag(meting: Meting, nakijker: Nakijker) -> dict[str, Any]:
    """The figures of one load; a run with a wrong figure has failed too."""
    fouten = [fout for run in meting.runs if (fout := _fout(run, nakijker)) is not None]
    tijden = [run.seconden for run in meting.runs]
    runs = max(len(meting.runs), 1)
    return {
        "sessies": meting.sessies,
        "seconden": round(meting.duur, 1),
        "runs": len(meting.runs),
        "mislukt": len(fouten),
        **{f"p{deel}": _percentiel(tijden, deel) for deel in (50, 95, 99)},
        "hoogste": round(max(tijden, default=0.0), 3),
        "processor_ms_per_run": round(1000 * meting.processor / runs),
        "kernen": round(meting.processor / max(meting.duur, 1e-9), 2),
        "kb_per_run": round(meting.bytes / 1024 / runs),
        "geheugen": _geheugen(meting),
        "per_pagina": _per(meting.runs),
        "fouten": [{"fout": fout, "keer": keer} for fout, keer in Counter(fouten).most_common(GENOEMD)],
        "geheugen_verloop": [[round(moment), round(mb, 1)] for moment, mb in meting.geheugen],
    }


def _fout(run: Run, nakijker: Nakijker) -> str | None:
    return nakijker.fout(run.gezien) if run.gezien is not None else run.fout


def _geheugen(meting: Meting) -> dict[str, float]:
    """Megabytes: before, in the middle, at the end, at most, and when all were gone; and for each session more."""
    standen = [mb for _, mb in meting.geheugen] or [meting.geheugen_voor]
    cijfers = {
        "voor": meting.geheugen_voor,
        "halverwege": standen[len(standen) // 2],
        "einde": standen[-1],
        "hoogste": max(standen),
        "na": meting.geheugen_na,
        "per_sessie": (standen[-1] - meting.geheugen_voor) / meting.sessies,
    }
    return {naam: round(mb, 1) for naam, mb in cijfers.items()}


def _per(runs: Iterable[Run]) -> dict[str, dict[str, float]]:
    per: dict[str, list[float]] = {}
    for run in runs:
        per.setdefault(f"{run.pagina or 'overzicht'}, {'openen' if run.wat == 'openen' else 'kiezen'}", []).append(
            run.seconden
        )
    return {
        naam: {"runs": len(tijden), "p50": _percentiel(tijden, 50), "p95": _percentiel(tijden, 95)}
        for naam, tijden in sorted(per.items())
    }


def _percentiel(tijden: list[float], deel: int) -> float:
    """Seconds within which so many of a hundred were answered."""
    if len(tijden) < 2:
        return round(tijden[0], 3) if tijden else 0.0
    return round(quantiles(tijden, n=100, method="inclusive")[deel - 1], 3)


KOP = " sessies    runs  mislukt   p50 s   p95 s   p99 s  cpu ms  kernen  MB voor   einde  hoogste      na"


def regel(uit: dict[str, Any]) -> str:
    """One line of the curve."""
    mb = uit["geheugen"]
    return (
        f"{uit['sessies']:>8}{uit['runs']:>8}{uit['mislukt']:>9}{uit['p50']:>8.2f}{uit['p95']:>8.2f}{uit['p99']:>8.2f}"
        f"{uit['processor_ms_per_run']:>8}{uit['kernen']:>8.2f}{mb['voor']:>9.0f}{mb['einde']:>8.0f}"
        f"{mb['hoogste']:>9.0f}{mb['na']:>8.0f}"
    )
