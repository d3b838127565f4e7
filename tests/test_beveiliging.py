"""docs/beveiliging.md names a test in every row, and each of them exists and runs when the page says it does."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

HIER = Path(__file__).parent
BLAD = (HIER.parent / "docs" / "beveiliging.md").read_text(encoding="utf-8")
RIJEN = [
    [cel.strip() for cel in regel.strip("|").split("|")]
    for regel in BLAD.splitlines()
    if regel.startswith("| ") and not regel.startswith("| bedreiging")
]
TOETS = re.compile(r"(◷ )?`([\w/]+\.py)::(\w+)`")


@cache
def _toetsen(bestand: str) -> dict[str, bool]:
    """The tests of a file, and whether each is left to `make duurtest` as a whole."""
    boom = ast.parse((HIER / bestand).read_text(encoding="utf-8"))
    heel = any(
        isinstance(deel, ast.Assign) and ast.unparse(deel) == "pytestmark = pytest.mark.duur" for deel in boom.body
    )
    return {
        deel.name: heel or any(ast.unparse(merk) == "pytest.mark.duur" for merk in deel.decorator_list)
        for deel in boom.body
        if isinstance(deel, ast.FunctionDef)
    }


@pytest.mark.parametrize("rij", RIJEN, ids=[rij[0] for rij in RIJEN])
def test_elke_rij_is_vol_en_elke_toets_bestaat(rij: list[str]) -> None:
    assert len(rij) == 4
    assert all(rij)
    genoemd = TOETS.findall(rij[3])
    assert genoemd
    for klok, bestand, naam in genoemd:
        assert naam in _toetsen(bestand), f"{bestand} heeft {naam} niet"
        assert _toetsen(bestand)[naam] == bool(klok), f"{naam}: is de klok op zijn plaats?"


def test_elke_rij_noemt_een_eis() -> None:
    assert len(RIJEN) > 60
    assert [rij[0] for rij in RIJEN if not re.search(r"V\d+\.\d|BIO \d+\.\d", rij[1])] == []
