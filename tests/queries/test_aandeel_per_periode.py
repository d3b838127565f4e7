"""Shares per indicator and period, by hand from the table at the top of test_totalen.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import ALKMAAR, ALLES, BELEID, LEEUWARDEN, R_ALKMAAR, R_LEEUWARDEN, rijen
from tests.queries.schetsen import EDITIES, TWEE_VAN_ALLES
from tests.queries.test_kaart import SCHETS as KAART

KOLOMMEN = ("indicator_id", "kolom", "vastgesteld", "beoordeeld", "opgepakt")
# beside 2013 → 2014: what stood open in Alkmaar after 2014 (5 X and the carried doelen)
PER_AANPAK = [
    ("beleid-beleid-en-visie", "2013-2014", 1, 1, 0),
    ("beleid-beleid-en-visie", "2014-", 1, 0, 0),
    ("beleid-gezamenlijke-doelen", "2013-2014", 1, 0, 0),
    ("beleid-gezamenlijke-doelen", "2014-", 1, 0, 0),
    ("beleid-doorzettingsmacht", "2013-2014", 3, 3, 2),
    ("beleid-doorzettingsmacht", "2014-", 1, 0, 0),
    ("beleid-niet-loslaten", "2013-2014", 1, 1, 0),
    ("beleid-niet-loslaten", "2014-", 1, 0, 0),
    ("beleid-opschaling", "2013-2014", 1, 1, 1),
    ("beleid-samenwerkingsafspraken", "2013-2014", 3, 3, 2),
    ("beleid-samenwerkingsafspraken", "2014-", 1, 0, 0),
    ("beleid-beslisbevoegdheid", "2013-2014", 1, 1, 1),
    ("beleid-informatiedeling", "2013-2014", 1, 1, 0),
    ("beleid-informatiedeling", "2014-", 1, 0, 0),
    ("beleid-beschikbaarheid", "2013-2014", 2, 2, 2),
    ("beleid-vervolg", "2013-2014", 2, 2, 2),
]


def test_per_aanpak(bron: Bron) -> None:
    assert rijen(bron.vraag("aandeel_per_periode", **ALLES), *KOLOMMEN) == PER_AANPAK


def test_per_gemeente(bron: Bron) -> None:
    # in Leeuwarden two aanpakken count as one: doorzettingsmacht 1 of 2 (with Alkmaar), vervolg 1 of 1
    keuze = {**ALLES, "eenheid": "gemeente", "themas": ["beleid-de-aanpak", "beleid-continu"]}
    assert rijen(bron.vraag("aandeel_per_periode", **keuze), *KOLOMMEN) == [
        ("beleid-doorzettingsmacht", "2013-2014", 2, 2, 1),
        ("beleid-doorzettingsmacht", "2014-", 1, 0, 0),
        ("beleid-niet-loslaten", "2013-2014", 1, 1, 0),
        ("beleid-niet-loslaten", "2014-", 1, 0, 0),
        ("beleid-beschikbaarheid", "2013-2014", 1, 1, 1),
        ("beleid-vervolg", "2013-2014", 1, 1, 1),
    ]


def test_verloop_kent_alleen_eerste_naar_laatste(bron: Bron) -> None:
    antwoord = bron.vraag("aandeel_per_periode", **{**ALLES, "verloop": True})
    assert rijen(antwoord, *KOLOMMEN) == [rij for rij in PER_AANPAK if rij[1] == "2013-2014"]


def test_elk_rapport_een_keer(bron: Bron) -> None:
    keuze = {**ALLES, "onderwerpen": ["samenwerkingsafspraken"]}
    assert rijen(bron.vraag("aandeel_per_periode", **keuze), "kolom", "jaar_van", "jaar_naar", "rapporten") == [
        ("2013-2014", 2013, 2014, f"{R_ALKMAAR} + {R_LEEUWARDEN}"),
        ("2014-", 2014, None, R_ALKMAAR),
    ]


def test_begrip_in_twee_edities_is_een_rij(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # 2015 → 2016: A from the old edition, B from the new; 1 of 2. After 2016 B's X; the dropped one since 2015
    antwoord = verzonnen(EDITIES).vraag("aandeel_per_periode", **{**ALLES, "kader": "fk"})
    assert rijen(antwoord, *KOLOMMEN) == [
        ("nieuw-1", "2015-2016", 2, 2, 1),
        ("nieuw-1", "2016-", 1, 0, 0),
        ("oud-2", "2015-", 1, 0, 0),
    ]


@pytest.mark.parametrize(
    ("keuze", "aantal"),
    [({"gemeenten": [ALKMAAR]}, 12), ({"gemeenten": [LEEUWARDEN]}, 6), ({"gemeenten": []}, 0), ({"themas": []}, 0)],
)
def test_filters(bron: Bron, keuze: dict[str, list[str]], aantal: int) -> None:
    antwoord = bron.vraag("aandeel_per_periode", **{**ALLES, "kader": BELEID, **keuze})
    assert len(antwoord) == aantal


def test_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """In the order of the kader, or by id; then by year, and what waits after what was tested."""
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("aandeel_per_periode", **ALLES | {"kader": "fk"})
    assert rijen(antwoord, "indicator_id", "kolom") == [
        *(("b3", periode) for periode in ("2013-2016", "2016-")),
        *(("b1", periode) for periode in ("2013-2016", "2014-2015", "2014-2016", "2015-", "2016-")),
        *(("b2", periode) for periode in ("2013-2016", "2016-")),
    ]
    antwoord = verzonnen(KAART).vraag("aandeel_per_periode", **ALLES | {"kader": "fk"})
    assert rijen(antwoord, "indicator_id", "kolom") == [
        *(("b1", periode) for periode in ("2012-2013", "2013-2014", "2013-", "2014-")),
        *(("b2", periode) for periode in ("2013-2014", "2014-")),
        ("b3", "2013-"),
    ]
