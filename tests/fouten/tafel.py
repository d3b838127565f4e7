"""The table of faults: what was tried, how often it struck inside the moment it was meant for, and what was lost.

A plugin of pytest (`-p tests.fouten.tafel`): it prints what the tests of this room recorded with the fixture `boek`.
With it, every test of this room counts as one that takes long, so that `make duurtest` makes every fault.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

#: Name under which a test records a row: fault, tried, inside the moment, lost.
EIGENSCHAP = "fout"
KOPPEN = ("fout", "geprobeerd", "op het moment zelf", "verloren")
Rij = tuple[str, int, int, int]


def tabel(rijen: Iterable[Rij]) -> list[str]:
    """The lines of the table; rows of one fault are added up."""
    op_fout: dict[str, list[int]] = {}
    for fout, *aantallen in rijen:
        tot = op_fout.setdefault(fout, [0, 0, 0])
        op_fout[fout] = [a + b for a, b in zip(tot, aantallen, strict=True)]
    breed = max(len(fout) for fout in (KOPPEN[0], *op_fout))
    regels = [f"{KOPPEN[0]:{breed}} | " + " | ".join(KOPPEN[1:])]
    regels.append("-" * len(regels[0]))
    op_fout["samen"] = [sum(aantallen) for aantallen in zip(*op_fout.values(), strict=True)]
    for fout, aantallen in op_fout.items():
        cellen = (f"{aantal:>{len(kop)}}" for aantal, kop in zip(aantallen, KOPPEN[1:], strict=True))
        regels.append(f"{fout:{breed}} | " + " | ".join(cellen))
    return regels


@pytest.hookimpl(tryfirst=True)  # before pytest chooses by mark
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this room: a fault that is small enough to be made at each change belongs in the table too."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.duur)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table after all tests, also where they ran in several processes."""
    gezien = [rapport for rapporten in terminalreporter.stats.values() for rapport in rapporten]
    rijen = [
        waarde
        for rapport in gezien
        if getattr(rapport, "when", "") == "call"
        for naam, waarde in rapport.user_properties
        if naam == EIGENSCHAP
    ]
    if rijen:
        terminalreporter.section("storingen")
        for regel in tabel(sorted(rijen)):
            terminalreporter.write_line(regel)
