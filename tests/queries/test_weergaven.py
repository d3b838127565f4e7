"""The renditions: one of each rapport, two of Alkmaar's."""

from __future__ import annotations

from queries import Bron
from tests.queries.hulp import R_ALKMAAR, R_DEN_HELDER, R_LEEUWARDEN, R_ZWOLLE, rijen


def test_weergaven(bron: Bron) -> None:
    antwoord = bron.vraag("weergaven")
    assert rijen(antwoord, "rapport_id", "weergave_id", "bestand") == [
        (R_ALKMAAR, "alkmaar-2015-tekst", "000_380ac783e8fd5e25.txt"),
        (R_ALKMAAR, "alkmaar-2015-tekstlaag", "001_f8eb0c1aeaa2846d.txt"),
        (R_DEN_HELDER, "den-helder-2017-tekst", "003_68cacd33ba984c90.txt"),
        (R_LEEUWARDEN, "leeuwarden-2015-tekst", "004_6d8eea15a7d555cb.txt"),
        (R_ZWOLLE, "zwolle-2014-tekst", "002_c669e5a01401b566.txt"),
    ]
    assert [getal[:8] for getal in antwoord["sha256"]] == ["60184f60", "a5f03def", "cf9ea4a1", "a9c8f714", "395ef774"]
