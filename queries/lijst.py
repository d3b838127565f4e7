"""Which questions there are, and what each of them takes."""

from __future__ import annotations

from queries.loper import HIER, _sql


def vragen() -> dict[str, frozenset[str]]:
    """The name of every query with the names of its parameters, in the order of the alphabet."""
    return {pad.stem: _sql(pad.stem)[1] for pad in sorted(HIER.glob("*.sql"))}
