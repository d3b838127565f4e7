"""What is not known: every verbeterpunt once, by its latest row."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL, oordelen, rijen
from tests.queries.schetsen import KADER


@pytest.mark.parametrize(
    ("kader", "verwacht"),
    [
        # Alkmaar: the doelen were skipped in 2014; the 5 X of 2014 were not tested again. Leeuwarden: all ✓
        (BELEID, [("niet_beoordeeld", 1, "Alkmaar"), ("nog_niet_hertoetst", 5, "Alkmaar")]),
        (CASUS, [("nog_niet_hertoetst", 11, "Zwolle")]),
        (STELSEL, []),
    ],
)
def test_onbekend(bron: Bron, kader: str, verwacht: list[tuple[str, int, str]]) -> None:
    assert rijen(bron.vraag("onbekend_per_kader", kader=kader)) == verwacht


AANPAKKEN = "aanpak_id|gemeente_code|aanpak|einde\na|FG0001|Aanpak A|\nb|FG0001|Aanpak B|\nc|FG0002|Aanpak C|2014"


def test_elk_verbeterpunt_een_keer(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Skipped twice is unknown once; an aanpak that ended is not skipped but gone."""
    bron = verzonnen(
        KADER
        | {"aanpakken": AANPAKKEN}
        | oordelen(
            "a 2013-06-01 ed b1=X b2=X b3=M", "a 2014-06-01 ed b1=- b2=X b3=V", "a 2015-06-01 ed b1=-",
            "b 2013-06-01 ed b1=V b2=X", "c 2013-06-01 ed b1=X",
        )  # fmt: skip
    )
    # a: b1 skipped in 2014 and 2015; b2 X in 2014, skipped in 2015; b3 picked up. b: b2 never tested again.
    assert rijen(bron.vraag("onbekend_per_kader", kader="fk")) == [
        ("niet_beoordeeld", 2, "Een"),
        ("nog_niet_hertoetst", 1, "Een"),
        ("vervallen", 1, "Twee"),
    ]


def test_twee_oordelen_langs_een_toets(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """a's own X of June 2014 is part of the test of 2014 that leaves a's X of 2013 unknown: one verbeterpunt, not two.

    a split into b and c; b ✓ in March 2014, when a still was measured itself (✓ beside an unseen c is unknown).
    """
    bron = verzonnen(
        KADER
        | {
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B\nc|FG0001|Aanpak C",
            "aanpak_opvolging": "van|naar\na|b\na|c",
        }
        | oordelen("a 2013-06-01 ed b1=X", "b 2014-03-01 ed b2=V", "a 2014-06-01 ed b1=-", "a 2014-09-01 ed b1=X")
    )
    # 2013's X: the test of 2014 holds b and both of a; a's X of September settles it (niet opgepakt). That X waits.
    assert rijen(bron.vraag("onbekend_per_kader", kader="fk")) == [("nog_niet_hertoetst", 1, "Een")]
