"""An answer of which only the number of rows and the columns are known, for a Vrager that is not real."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import duckdb

from data.gebouwd.kopie import Kopie


class Geteld(Kopie):
    """Says how many rows there are; nobody has it written."""

    def __init__(self, aantal: int, soorten: dict[str, str] | None = None) -> None:
        """Take what it says."""
        super().__init__(Path(), cast("duckdb.DuckDBPyConnection", None), "", {})
        self._aantal, self._soorten = aantal, soorten or {}

    def aantal(self) -> int:
        """As given."""
        return self._aantal

    def soorten(self) -> dict[str, str]:
        """As given."""
        return self._soorten
