"""The methodeversie stands for one way to make figures: this fails when that changes and the version does not."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from data.afleiding.methode import METHODEVERSIE
from data.bouw import maken
from data.instellingen import PRODUCT
from data.sql import HIER

#: What makes a figure of the checked cells of leveringen, in the order of the build: the codes and their order, which
#: printing counts, which indicatoren are one and which gemeenten another holds (bouw/laden), the derivation, counting.
GEBOUWD = ("schema", "afleiding/macros", "bouw/laden", *maken.AFLEIDING, *maken.TELLING, *maken.VIEWS)
#: A question that counts what a selection comes to; others show what is counted or derived.
TELT = re.compile(r"\bopslag\.(eenheden|geteld|som)\(")
#: What section 11 of docs/methode.md names beside these.
SELECTIE = ("selectie_waarschuwing", "dekking")
#: Where each rule stands, as docs/methode.md says.
WAAR_ELKE_REGEL_STAAT = (
    (PRODUCT / "docs" / "methode.md").read_text(encoding="utf-8").split("\n## 11. ")[1].split("\n## ")[0]
)


def vragen() -> list[str]:
    """The questions that make a figure themselves."""
    alle = {pad.stem: pad.read_text(encoding="utf-8") for pad in sorted((PRODUCT / "queries").glob("*.sql"))}
    return [naam for naam, tekst in alle.items() if naam in SELECTIE or TELT.search(tekst)]


def bestanden() -> list[Path]:
    """All SQL that decides a figure."""
    return [
        *(HIER / f"{naam}.sql" for naam in GEBOUWD),
        *(PRODUCT / "queries" / f"{naam}.sql" for naam in vragen()),
    ]


#: Per methodeversie the hash of its derivation. After a change that leaves every figure as it was (and only then) put
#: the hash of the message here; after one that changes a figure raise METHODEVERSIE, say so in docs/methode.md, and add
#: a line.
#: To renew it: .venv/bin/python -c "from tests.data.afleiding.test_methode import som; print(som())"
VASTGELEGD = {
    "1": "cf9c076f0c537a4c553bb8dc12837825afcee83ebf02ded3150e242ab0335618",
    "2": "577bd924d5806c2c506cc73e6c2a4947e69df7f4971c93f434758788ab4ad7fe",
}


def gewoon(tekst: str) -> str:
    """The text without comments, all whitespace folded: what a formatter changes does not count."""
    return " ".join(re.sub(r"--[^\n]*", "", tekst).split())


def som() -> str:
    """The hash of what makes a figure, as it stands."""
    return hashlib.sha256(
        "\n".join(gewoon(pad.read_text(encoding="utf-8")) for pad in bestanden()).encode()
    ).hexdigest()


def test_de_afleiding_is_die_van_de_methodeversie() -> None:
    assert METHODEVERSIE in VASTGELEGD, f"methodeversie {METHODEVERSIE} heeft nog geen hash in VASTGELEGD: {som()}"
    assert VASTGELEGD[METHODEVERSIE] == som(), (
        f"SQL die een cijfer maakt ({', '.join(pad.name for pad in bestanden())}) is veranderd en METHODEVERSIE is nog "
        f"{METHODEVERSIE}. "
        "Verandert er een cijfer? Verhoog METHODEVERSIE in data/afleiding/methode.py. Zo niet, leg dan deze hash vast: "
        f"{som()}"
    )


def test_elke_regel_van_de_methode_telt_mee() -> None:
    """Each SQL file that section 11 names, and all of the room of the derivation."""
    genoemd = {PRODUCT / naam for naam in re.findall(r"`([\w/]+\.sql)`", WAAR_ELKE_REGEL_STAAT)}
    assert {HIER / "bouw/laden.sql", PRODUCT / "queries/dekking.sql"} <= genoemd
    assert genoemd | set((HIER / "afleiding").glob("*.sql")) <= set(bestanden())
    assert len(bestanden()) == len(set(bestanden()))


def test_wat_zelf_telt_telt_mee() -> None:
    assert {"totalen", "cijfers", "kaart", "statussen_per_thema"} <= set(vragen())


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
