"""The leveringen of a size, made once and kept under build/."""

from __future__ import annotations

import shutil
from pathlib import Path

from data.voorbeeld import maak
from tests.prestatie.gegevens import MAP, ZAAD, Maat

SQL = Path(__file__).with_name("sql")


def sql(naam: str) -> str:
    """The text of sql/<naam>.sql beside this file."""
    return (SQL / f"{naam}.sql").read_text(encoding="utf-8")


def leveringen(maat: Maat) -> Path:
    """A folder with fictional leveringen of this size."""
    doel = MAP / "leveringen" / f"{maat.naam}-{maat.gemeenten}x{maat.jaren}-{ZAAD}"
    if not doel.exists():
        nieuw = doel.with_name(f"{doel.name}.nieuw")
        shutil.rmtree(nieuw, ignore_errors=True)
        maak(nieuw, gemeenten=maat.gemeenten, jaren=maat.jaren, zaad=ZAAD)
        nieuw.rename(doel)
    return doel
