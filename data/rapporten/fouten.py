"""What can be wrong with a report that is offered for reading."""

from __future__ import annotations

from data.fouten import Weigering


class Onleesbaar(Weigering):
    """A report that cannot be read."""


class Gestopt(Weigering):
    """Reading was stopped by the user; nothing was stored."""
