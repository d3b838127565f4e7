"""What the rapporten say in words, by onderwerp or by linked indicator."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from queries import Bron
from tests.queries.hulp import ALKMAAR, DEN_HELDER, rijen
from tests.queries.schetsen import TWEE_VAN_ALLES

VRIJ: dict[str, Any] = {"onderwerp": None, "indicator": None, "gemeenten": None, "provincies": None}


def test_onderwerp(bron: Bron) -> None:
    antwoord = bron.vraag("onderwerp_bevindingen", **VRIJ | {"onderwerp": "samenwerkingsafspraken"})
    # Den Helder has no verdict per indicator, and still has its say
    assert rijen(antwoord, "gemeente", "soort", "titel", "stand") == [
        ("Den Helder", "kans", "Er staat een wijkteam dat het netwerk versterkt", None),
        ("Den Helder", "verbeterpunt", "Maak afspraken met netwerkpartners", "open"),
    ]


def test_indicator(bron: Bron) -> None:
    antwoord = bron.vraag("onderwerp_bevindingen", **VRIJ | {"indicator": "beleid-opschaling"})
    # Alkmaar's risico about opschalen is linked by its levering to doorzettingsmacht only
    assert list(antwoord["bevinding_id"]) == ["leeuwarden-vier-leefgebieden"]
    breder = bron.vraag("onderwerp_bevindingen", **VRIJ | {"indicator": "beleid-doorzettingsmacht"})
    assert list(breder["gemeente"]) == ["Alkmaar", "Alkmaar", "Leeuwarden"]


def test_alles_en_filters(bron: Bron) -> None:
    # 2 of Alkmaar, 5 of Leeuwarden, 27 of Zwolle, 29 of Den Helder
    assert len(bron.vraag("onderwerp_bevindingen", **VRIJ)) == 63
    assert len(bron.vraag("onderwerp_bevindingen", **VRIJ | {"gemeenten": [DEN_HELDER]})) == 29
    assert len(bron.vraag("onderwerp_bevindingen", **VRIJ | {"gemeenten": [ALKMAAR]})) == 2
    assert len(bron.vraag("onderwerp_bevindingen", **VRIJ | {"provincies": ["Fryslân"]})) == 5
    assert bron.vraag("onderwerp_bevindingen", **VRIJ | {"indicator": "geen"}).empty


def test_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("onderwerp_bevindingen", **VRIJ)
    assert rijen(antwoord, "gemeente_code", "bevinding_id") == [
        *(("FG0001", punt) for punt in ("p1", "p2", "p4")),
        ("FG0002", "p3"),
    ]
