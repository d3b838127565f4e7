"""Open now, per kader: Alkmaar 6, Leeuwarden 0, Zwolle 11."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, oordelen, rijen
from tests.queries.schetsen import KADER, TWEE_VAN_ALLES

KOLOMMEN = ("kader_id", "open", "onbekend", "indicatoren", "gemeenten", "sinds")
#: a (X) and b (✓, and an X) became c; a was the only one to look at b2.
SAMENGEGAAN = (
    KADER
    | {
        "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B\nc|FG0001|Aanpak C",
        "aanpak_opvolging": "van|naar\na|c\nb|c",
    }
    | oordelen("a 2013-06-01 ed b1=X b2=V", "b 2014-06-01 ed b1=V b3=X")
)


def test_open_per_kader(bron: Bron) -> None:
    # beleid: 6 indicatoren in Alkmaar (the doelen since 2013, as all), 6 in Leeuwarden; casus: 33 in Zwolle
    assert rijen(bron.vraag("open_nu"), *KOLOMMEN) == [(BELEID, 6, 0, 12, 1, 2013), (CASUS, 11, 0, 33, 1, 2013)]


def test_onbekend_is_niet_open_en_niet_dicht(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # c, of which a and b are the branches: b1 X beside ✓: gemengd, open. b2 ✓ beside unknown: unknown. b3 X: open
    assert rijen(verzonnen(SAMENGEGAAN).vraag("open_nu"), *KOLOMMEN) == [("fk", 2, 1, 3, 1, 2013)]


def test_sinds_het_eerste_jaar_van_alle_gemeenten(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """fk: of 6 (a 3, b 2, c 1) all are open but b1 of a; in FG0001 since 2013, in FG0002 since 2014."""
    assert rijen(verzonnen(TWEE_VAN_ALLES).vraag("open_nu"), *KOLOMMEN) == [
        ("fk", 5, 0, 6, 2, 2013),
        ("gk", 1, 0, 1, 1, 2013),
    ]
