"""From which oordelen a pair of years sets out, and which the gemeente only told: the four rapporten, and a sketch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from queries import Bron
from tests.queries.hulp import ALLES, CASUS, oordelen, rijen
from tests.queries.schetsen import KADER
from tests.queries.test_eerder_vastgesteld import SCHETS

#: Een was tested, Twee told one and had one tested; of Drie only 2013 is known, and Vier was tested again in 2016.
OP_WOORD = (
    KADER
    | {
        "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|A\nb|FG0002|B\nb2|FG0002|B twee\nc|FG0003|C\nd|FG0004|D",
    }
    | oordelen(
        "a 2014-06-01 ed b1=X b2=V",
        "a 2015-06-01 ed b1=V b2=V",
        "b 2014-06-01 ed b1=V bewijs=mondelinge_rapportage",
        "b2 2014-06-01 ed b2=V",
        "c 2013-06-01 ed b1=V",
        "d 2014-06-01 ed b1=X",
        "d 2016-06-01 ed b1=V",
    )
)


def gevraagd(bron: Bron, **keuze: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
    return rijen(bron.vraag("eerste_oordelen", **ALLES | keuze), "gemeente", "oordelen", "verteld")


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        # of 2013 all was tested: Alkmaar printed six rows, each of Leeuwarden's two aanpakken six
        ({"periode": "2013-2014"}, [("Alkmaar", 6, 0), ("Leeuwarden", 12, 0)]),
        # of 2014 Leeuwarden told its six; of Alkmaar five, and the one of 2013 that goes on
        ({"periode": "2014-"}, [("Alkmaar", 6, 0), ("Leeuwarden", 6, 6)]),
        ({"periode": "2014-", "themas": ["beleid-toeleiding"]}, [("Alkmaar", 2, 0)]),
        ({"kader": CASUS, "periode": "2013-", "gemeenten": []}, []),
        ({"periode": None}, [("Alkmaar", 12, 0), ("Leeuwarden", 18, 6)]),
    ],
)
def test_de_vier_rapporten(bron: Bron, keuze: dict[str, Any], verwacht: list[tuple[str, int, int]]) -> None:
    assert gevraagd(bron, **keuze) == verwacht


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        ({"periode": "2014-2015"}, [("Een", 2, 0), ("Twee", 0, 0), ("Vier", 0, 0)]),
        ({"periode": "2014-"}, [("Een", 0, 0), ("Twee", 2, 1), ("Vier", 0, 0)]),
        ({"periode": "2014-2015", "verloop": True}, [("Een", 2, 0), ("Twee", 0, 0), ("Vier", 0, 0)]),
        ({"periode": "2013-"}, [("Drie", 1, 0)]),
        ({"periode": "2012-2013"}, []),
    ],
)
def test_wat_in_een_ander_paar_jaren_zit(
    verzonnen: Callable[[Mapping[str, str]], Bron], keuze: dict[str, Any], verwacht: list[tuple[str, int, int]]
) -> None:
    assert gevraagd(verzonnen(OP_WOORD), kader="fk", **keuze) == verwacht


def test_wat_een_jaar_oversloeg_is_niet_van_dat_jaar(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Of c nothing was found in 2014: its two X of 2013 go on from there, and only in the pair that they are in."""
    schets = verzonnen(SCHETS)
    # b1 and b2 of c wait; b's 2016 was told, and is of another year
    assert gevraagd(schets, kader="fk", periode="2014-") == [("Een", 0, 0), ("Twee", 2, 0)]
    assert gevraagd(schets, kader="fk", periode="2014-2016") == [("Een", 4, 0)]
