"""Open now, per gemeente: Zwolle 11, Alkmaar 6, Leeuwarden 0."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, R_ALKMAAR, R_LEEUWARDEN, R_ZWOLLE, rijen
from tests.queries.schetsen import KLEINE_HERTOETS, TWEE_VAN_ALLES
from tests.queries.test_open_nu import SAMENGEGAAN

KOLOMMEN = ("kader_id", "gemeente", "provincie", "open", "onbekend", "indicatoren", "sinds", "rapporten")


def test_open_per_gemeente(bron: Bron) -> None:
    assert rijen(bron.vraag("open_per_gemeente"), *KOLOMMEN) == [
        (CASUS, "Zwolle", "Overijssel", 11, 0, 33, 2013, R_ZWOLLE),
        (BELEID, "Alkmaar", "Noord-Holland", 6, 0, 6, 2013, R_ALKMAAR),
        (BELEID, "Leeuwarden", "Fryslân", 0, 0, 6, None, R_LEEUWARDEN),
    ]


def test_onbekend_apart(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(SAMENGEGAAN).vraag("open_per_gemeente")
    assert rijen(antwoord, "gemeente", "open", "onbekend", "indicatoren") == [("Een", 2, 1, 3)]


def test_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # of a and b are open b1, b2 (twice) and b3; of c b1; under gk c1 of a
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("open_per_gemeente")
    assert rijen(antwoord, "kader_id", "gemeente_code", "open") == [
        ("fk", "FG0001", 4),
        ("fk", "FG0002", 1),
        ("gk", "FG0001", 1),
    ]
    antwoord = verzonnen(KLEINE_HERTOETS).vraag("open_per_gemeente")
    assert rijen(antwoord, "gemeente", "open") == [("Drie", 1), ("Twee", 1), ("Een", 0)]
