"""The follow-up per gemeente, kader and pair of years, as the preview of a voorstel compares it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, oordelen, rijen
from tests.queries.schetsen import KADER, TWEE_VAN_ALLES
from tests.queries.test_kaart import SCHETS as KAART

KOLOMMEN = (
    *("gemeente", "kader_id", "periode", "vastgesteld", "beoordeeld", "opgepakt", "verteld", "getoetst"),
    *("niet_opgepakt", "niet_beoordeeld", "nog_niet_hertoetst", "behouden"),
)


def test_per_gemeente_kader_en_periode(bron: Bron) -> None:
    # the known answers; Alkmaar's six of 2014 and Zwolle's eleven wait for a later test
    assert rijen(bron.vraag("voorvertoning"), *KOLOMMEN) == [
        ("Alkmaar", BELEID, "2013-2014", 6, 5, 0, 0, 0, 5, 1, 0, 0),
        ("Alkmaar", BELEID, "2014-", 6, 0, 0, 0, 0, 0, 0, 6, 0),
        ("Leeuwarden", BELEID, "2013-2014", 10, 10, 10, 10, 0, 0, 0, 0, 2),
        ("Leeuwarden", BELEID, "2014-", 0, 0, 0, 0, 0, 0, 0, 0, 0),
        ("Zwolle", CASUS, "2013-", 11, 0, 0, 0, 0, 0, 0, 11, 0),
    ]


def test_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """By gemeente (two are called Een), kader and year; what waits after what was tested in the same year."""
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("voorvertoning")
    assert rijen(antwoord, "gemeente_code", "kader_id", "periode") == [
        *(("FG0001", "fk", periode) for periode in ("2013-2016", "2014-2016", "2016-")),
        ("FG0001", "gk", "2013-"),
        *(("FG0002", "fk", periode) for periode in ("2014-2015", "2015-")),
    ]
    antwoord = verzonnen(KAART).vraag("voorvertoning")
    assert list(antwoord.query("gemeente == 'Grenzeloos'")["periode"]) == ["2013-2014", "2013-", "2014-"]


def test_van_een_jaar_de_eerste_toets_eerst(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    schets = KADER | {"aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B"}
    vonden = ("a 2013-06-01 ed b1=X", "a 2015-06-01 ed b1=X", "b 2013-06-01 ed b1=X", "b 2014-06-01 ed b1=X")
    antwoord = verzonnen(schets | oordelen(*vonden)).vraag("voorvertoning")
    assert list(antwoord["periode"]) == ["2013-2014", "2013-2015", "2014-", "2015-"]
