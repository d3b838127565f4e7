"""The SQL of data/: each file by its name, and texts as SQL writes them where a value cannot be bound."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from string import Template

import duckdb

HIER = Path(__file__).parent


def sql(naam: str) -> str:
    """The text of data/<naam>.sql, where naam is `schema` or `<room>/<name>`."""
    return (HIER / f"{naam}.sql").read_text(encoding="utf-8")


@cache
def sjabloon(naam: str) -> Template:
    """The text of data/<naam>.sql, in which names are to be filled in."""
    return Template(sql(naam))


def voer_uit(con: duckdb.DuckDBPyConnection, *namen: str) -> None:
    """Run SQL files of data/ one after another."""
    for naam in namen:
        con.execute(sql(naam))


def namen_van(macro: str, naam: str) -> tuple[str, ...]:
    """The names of what a macro in data/<naam>.sql takes, in order. Raises ValueError where there is no such macro."""
    kop = re.search(rf"\bmacro {re.escape(macro)}\(([^()]*)\)", sql(naam))
    if kop is None:
        raise ValueError(f"{naam}.sql has no macro {macro}")
    return tuple(deel.partition(":=")[0].strip() for deel in kop[1].split(","))


def letterlijk(tekst: str | Path) -> str:
    """A text or path as SQL writes it, without the quotes around it."""
    return str(tekst).replace("'", "''")
