"""The SQL of this part."""

from __future__ import annotations

from pathlib import Path

SQL = Path(__file__).with_name("sql")


def sql(naam: str) -> str:
    """The text of sql/<naam>.sql beside this file."""
    return (SQL / f"{naam}.sql").read_text(encoding="utf-8")
