"""What is not known: every verbeterpunt once, by its latest row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings

from queries import Bron
from tests.hoeveel import voorbeelden
from tests.orakel import Wereld, opvolging
from tests.queries.hulp import BELEID, CASUS, STELSEL, oordelen, rijen
from tests.queries.schetsen import GEMELD, KADER, TWEE_VAN_ALLES
from tests.werelden import werelden


def onbekend(bron: Bron, kader: str) -> list[tuple[str, int, str, list[int]]]:
    """The rows with the names of the gemeenten as one text, and the years."""
    return [
        (soort, n, ", ".join(wie), list(jaren))
        for soort, n, wie, jaren in rijen(bron.vraag("onbekend_per_kader", kader=kader))
    ]


@pytest.mark.parametrize(
    ("kader", "verwacht"),
    [
        # Alkmaar: the doelen were skipped in 2014; the 5 X of 2014 were not tested again. Leeuwarden: all ✓
        (BELEID, [("niet_beoordeeld", 1, "Alkmaar", [2014]), ("nog_niet_hertoetst", 5, "Alkmaar", [2014])]),
        (CASUS, [("nog_niet_hertoetst", 11, "Zwolle", [2013])]),
        (STELSEL, []),
    ],
)
def test_onbekend(bron: Bron, kader: str, verwacht: list[tuple[str, int, str, list[int]]]) -> None:
    assert onbekend(bron, kader) == verwacht


AANPAKKEN = (
    "aanpak_id|gemeente_code|aanpak|einde\na|FG0001|Aanpak A|\nb|FG0001|Aanpak B|\nc|FG0002|Aanpak C|2014\n"
    "d|FG0003|Aanpak D|"
)


def test_elk_verbeterpunt_een_keer(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Skipped twice is unknown once; an aanpak that ended is not skipped but gone."""
    bron = verzonnen(
        KADER
        | {"aanpakken": AANPAKKEN}
        | oordelen(
            "a 2013-06-01 ed b1=X b2=X b3=M",
            "a 2014-06-01 ed b1=- b2=X b3=V",
            "a 2015-06-01 ed b1=-",
            "b 2013-06-01 ed b1=V b2=X",
            "c 2013-06-01 ed b1=X",
            "d 2012-06-01 ed b1=X",
            "d 2013-06-01 ed b1=-",
        )
    )
    # a: b1 skipped in 2014 and 2015; b2 X in 2014, skipped in 2015; b3 picked up. b: b2 never tested again. d: skipped
    # in 2013, so in another pair of years than those of a
    assert onbekend(bron, "fk") == [
        ("niet_beoordeeld", 3, "Drie, Een", [2013, 2015]),
        ("nog_niet_hertoetst", 1, "Een", [2013]),
        ("vervallen", 1, "Twee", [2013]),
    ]


@settings(max_examples=voorbeelden(30), deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(werelden())
def test_een_aanpak_heeft_per_indicator_een_rij_zonder_toets(wereld: Wereld) -> None:
    """What the query leans on when it counts rows: by the oracle, no verbeterpunt waits twice."""
    wachtend = Counter(
        (s.kader, s.aanpak_van, s.begrip) for s in opvolging(wereld) if s.was_verbeterpunt and s.jaar_naar is None
    )
    assert max(wachtend.values(), default=1) == 1


def test_een_naam_en_een_jaar_staan_er_een_keer(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # 2 of a, 2 of b and 1 of c wait: both gemeenten are called Een
    assert onbekend(verzonnen(TWEE_VAN_ALLES), "fk") == [("nog_niet_hertoetst", 5, "Een", [2015, 2016])]
    assert onbekend(verzonnen(GEMELD), "fk") == [("nog_niet_hertoetst", 3, "Een, Twee", [2019])]
