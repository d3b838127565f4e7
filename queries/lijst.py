"""Which questions there are, and what each of them takes."""

from __future__ import annotations

from queries.loper import HIER, neemt


def vragen() -> dict[str, frozenset[str]]:
    """The name of every query with the names of its parameters, in the order of the alphabet."""
    return {pad.stem: neemt(pad.stem) for pad in sorted(HIER.glob("*.sql"))}
