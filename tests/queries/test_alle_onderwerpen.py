"""The eighteen onderwerpen in their own order, with what lies under each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import rijen
from tests.queries.schetsen import EDITIES, KADER

KOLOMMEN = ("indicatoren", "kaders")


def test_achttien_in_volgorde(bron: Bron) -> None:
    antwoord = bron.vraag("alle_onderwerpen")
    assert len(antwoord) == 18
    assert list(antwoord["onderwerp_id"][:2]) == ["beleid-en-visie", "aanmelding-en-start"]
    assert antwoord["onderwerp_id"].iloc[-1] == "toerusting-professionals"
    # 10 + 33 + 16 indicatoren, each with one onderwerp
    assert antwoord["indicatoren"].sum() == 59


@pytest.mark.parametrize(
    ("onderwerp", "verwacht"),
    [
        # three of beleid and one of casus
        ("doorzettingsmacht-en-opschaling", (4, 2)),
        # one of beleid, two of casus, one of stelsel
        ("niet-loslaten", (4, 3)),
        # no indicator at all; nine bevindingen of Den Helder are about it
        ("toerusting-professionals", (0, 0)),
    ],
)
def test_onder_een_onderwerp(bron: Bron, onderwerp: str, verwacht: tuple[int, int]) -> None:
    antwoord = bron.vraag("alle_onderwerpen")
    assert rijen(antwoord[antwoord["onderwerp_id"] == onderwerp], *KOLOMMEN) == [verwacht]


def test_bevindingen(bron: Bron) -> None:
    antwoord = bron.vraag("alle_onderwerpen").set_index("onderwerp_id")["bevindingen"]
    assert antwoord["toerusting-professionals"] == 9
    # Den Helder's verbeterpunt on partners and its kans
    assert antwoord["samenwerkingsafspraken"] == 2
    # Alkmaar 2, Leeuwarden 1, Zwolle 3 (kan beter, verklaring, aanbeveling)
    assert antwoord["doorzettingsmacht-en-opschaling"] == 6


def test_een_indicator_telt_een_keer_over_edities(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(EDITIES).vraag("alle_onderwerpen")
    # four indicatoren, of which oud-1 and nieuw-1 are one
    assert rijen(antwoord[antwoord["onderwerp_id"] == "o"], *KOLOMMEN) == [(3, 1)]


def test_een_onderwerp_waaronder_niets_ligt(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    onderwerpen = "onderwerp_id|onderwerp|volgorde\np|Leeg|0\no|Ook vooraan|0\nq|Zonder bevindingen|0"
    antwoord = verzonnen(KADER | {"onderwerpen": onderwerpen}).vraag("alle_onderwerpen")
    # in one place they stand by id; the three indicatoren are of o
    assert rijen(antwoord[:3], "onderwerp_id", *KOLOMMEN, "bevindingen") == [
        ("o", 3, 1, 0),
        ("p", 0, 0, 0),
        ("q", 0, 0, 0),
    ]
