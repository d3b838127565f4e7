"""The list of the pictures: what each is, and which texts can be read in it. It stands beside this file as JSON.

By it a test without a browser sees that a picture shows words that the product no longer has.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from pagina._uitleg.hoofdstukken import PLATEN
from tests.handleiding.platen import Plaat
from tests.handleiding.woorden import van_het_product

LIJST = Path(__file__).with_name("platen.json")
#: What differs each time that something is accepted: the day and the time.
MOMENT = re.compile(r"\d{1,2} [a-z]+ 20\d\d, \d{1,2}\.\d\d uur")

#: A number or a sign by itself says nothing about what the product has.
WOORD = re.compile(r"[A-Za-z]{3}")


def regels(tekst: Iterable[str]) -> list[str]:
    """The texts of a picture, without the moment at which it was taken."""
    return [MOMENT.sub("…", regel) for regel in tekst]


def bewaar(platen: list[Plaat]) -> None:
    """Write the pictures and the list; what was there before is gone."""
    PLATEN.mkdir(exist_ok=True)
    for oud in PLATEN.iterdir():
        oud.unlink()
    product = van_het_product()
    lijst = {}
    for plaat in platen:
        (PLATEN / f"{plaat.naam}.png").write_bytes(plaat.png)
        tekst = regels(plaat.tekst)
        vast = sorted({regel for regel in tekst if regel in product and WOORD.search(regel)})
        lijst[plaat.naam] = {"som": som(plaat.png), "vast": vast, "tekst": tekst}
    LIJST.write_text(json.dumps(lijst, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def lees() -> dict[str, dict[str, Any]]:
    """The list: name to the sum of the file, the product's own words in it, and all that can be read."""
    gelezen: dict[str, dict[str, Any]] = json.loads(LIJST.read_text(encoding="utf-8"))
    return gelezen


def som(inhoud: bytes) -> str:
    """By which a file is known."""
    return sha256(inhoud).hexdigest()
