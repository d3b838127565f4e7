"""What can be wrong with a report that is offered for reading."""

from __future__ import annotations


class Onleesbaar(Exception):
    """A report that cannot be read. The text is one Dutch sentence for the user: what is wrong and what to do."""


class Gestopt(Exception):
    """Reading was stopped by the user. The text is one Dutch sentence; nothing was stored."""
