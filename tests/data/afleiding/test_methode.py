"""The methodeversie stands for one derivation: this fails when the derivation changes and the version does not."""

from __future__ import annotations

import hashlib
import re

import pytest

from data.afleiding.methode import METHODEVERSIE
from data.bouw import maken
from data.sql import sql

#: What makes a figure, in the order of the build.
AFLEIDING = ("afleiding/macros", *maken.AFLEIDING, *maken.TELLING, *maken.VIEWS)

#: Per methodeversie the hash of its derivation. After a change that leaves every figure as it was (and only then) put
#: the hash of the message here; after one that changes a figure raise METHODEVERSIE, say so in docs/methode.md, and add
#: a line.
#: The hash of now: .venv/bin/python -c "from tests.data.afleiding.test_methode import som; print(som())"
VASTGELEGD = {
    "1": "09554b0adb9c644163ca9b1e338c419ad3f16647756bc194d663192b23b886da",
    "2": "7b917ea9a78ac2ef5ca99d28b79a1caf2ab50a62b1e1531f4ba7d9c87a515cb8",
}


def gewoon(tekst: str) -> str:
    """The text without comments, all whitespace folded: what a formatter changes does not count."""
    return " ".join(re.sub(r"--[^\n]*", "", tekst).split())


def som() -> str:
    """The hash of the derivation as it stands."""
    return hashlib.sha256("\n".join(gewoon(sql(naam)) for naam in AFLEIDING).encode()).hexdigest()


def test_de_afleiding_is_die_van_de_methodeversie() -> None:
    assert METHODEVERSIE in VASTGELEGD, f"methodeversie {METHODEVERSIE} heeft nog geen hash in VASTGELEGD: {som()}"
    assert VASTGELEGD[METHODEVERSIE] == som(), (
        f"De afleiding ({', '.join(AFLEIDING)}) is veranderd en METHODEVERSIE is nog {METHODEVERSIE}. "
        "Verandert er een cijfer? Verhoog METHODEVERSIE in data/afleiding/methode.py. Zo niet, leg dan deze hash vast: "
        f"{som()}"
    )


@pytest.mark.parametrize(
    ("een", "ander", "gelijk"),
    [
        ("select 1 -- een", "select\n    1 -- twee\n", True),
        ("-- kop\nselect 1", "select 1", True),
        ("select 1", "select 2", False),
        ("select a, b", "select b, a", False),
    ],
)
def test_alleen_opmaak_en_uitleg_tellen_niet_mee(een: str, ander: str, gelijk: bool) -> None:  # noqa: FBT001
    assert (gewoon(een) == gewoon(ander)) is gelijk
