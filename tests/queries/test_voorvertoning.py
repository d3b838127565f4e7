"""The follow-up per gemeente, kader and pair of years, as the preview of a voorstel compares it."""

from __future__ import annotations

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, rijen

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
