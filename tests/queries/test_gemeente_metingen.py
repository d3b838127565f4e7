"""The metingen that tell of a gemeente, counted by hand in data/leveringen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import ALKMAAR, DEN_HELDER, R_ALKMAAR, ZWOLLE, rijen
from tests.queries.schetsen import FUSIES, TWEE_VAN_ALLES

KOLOMMEN = ("peiljaar", "bewijs", "oordelen", "verbeterpunten", "niet_beoordeeld")


def test_alkmaar(bron: Bron) -> None:
    antwoord = bron.vraag("gemeente_metingen", gemeente=ALKMAAR)
    assert rijen(antwoord, *KOLOMMEN) == [
        (2013, "volledige_toets", 6, 6, 0),
        (2014, "hertoets_verbeterpunten", 6, 5, 1),
    ]
    assert set(antwoord["rapport_id"]) == {R_ALKMAAR}
    assert not antwoord["elders"].any()


def test_gemengd_telt_mee_en_zonder_oordelen_is_geen_nul(bron: Bron) -> None:
    # Zwolle: 10 X and 1 with both signs
    assert rijen(bron.vraag("gemeente_metingen", gemeente=ZWOLLE), *KOLOMMEN) == [(2013, "casusonderzoek", 33, 11, 0)]
    assert rijen(bron.vraag("gemeente_metingen", gemeente=DEN_HELDER), *KOLOMMEN) == [
        (2016, "stelselonderzoek", 0, 0, 0)
    ]


def test_ook_van_wat_er_in_opging_en_van_de_lijn_elders(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    bron = verzonnen(FUSIES)
    assert rijen(bron.vraag("gemeente_metingen", gemeente="FG0001"), "aanpak", "gemeente", "elders") == [
        ("Aanpak A", "Een", False),
        ("Aanpak B", "Twee", True),
        ("Aanpak C", "Drie", True),
    ]
    assert rijen(bron.vraag("gemeente_metingen", gemeente="FG0003"), "aanpak", "gemeente", "elders") == [
        ("Aanpak A", "Een", False),
        ("Aanpak B", "Twee", False),
        ("Aanpak C", "Drie", False),
        ("Aanpak D", "Drie", False),
    ]


def test_van_een_dag_op_kader_en_id(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """On one day a was visited under two kaders, and on a later one a and b."""
    metingen = (
        TWEE_VAN_ALLES["metingen"].replace("|2013-06-02|", "|2013-06-01|").replace("|2016-03-01|", "|2016-06-01|")
    )
    antwoord = verzonnen(TWEE_VAN_ALLES | {"metingen": metingen}).vraag("gemeente_metingen", gemeente="FG0001")
    assert rijen(antwoord, "kader_id", "meting_id") == [
        ("fk", "a-2013-06-01"),
        ("gk", "a-2013-06-02"),
        ("fk", "b-2014-06-01"),
        ("fk", "a-2016-06-01"),
        ("fk", "b-2016-03-01"),
    ]
