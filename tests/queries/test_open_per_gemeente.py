"""Open now, per gemeente: Zwolle 11, Alkmaar 6, Leeuwarden 0."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, R_ALKMAAR, R_LEEUWARDEN, R_ZWOLLE, rijen
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
