"""The metingen that one rapport prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import R_DEN_HELDER, R_LEEUWARDEN, rijen
from tests.queries.schetsen import TWEE_VAN_ALLES


def test_leeuwarden_drie_metingen(bron: Bron) -> None:
    antwoord = bron.vraag("rapport_metingen", rapport=R_LEEUWARDEN)
    assert rijen(antwoord, "aanpak", "peiljaar", "bewijs", "dekking") == [
        ("Interventieteam Gezinnen", 2013, "volledige_toets", "selectie"),
        ("Voorwaardelijke Interventie Gezinnen", 2013, "volledige_toets", "selectie"),
        ("Sociale Wijkteams", 2014, "mondelinge_rapportage", "selectie"),
    ]


def test_een_meting_zonder_oordelen_staat_er_ook(bron: Bron) -> None:
    antwoord = bron.vraag("rapport_metingen", rapport=R_DEN_HELDER)
    assert rijen(antwoord, "aanpak", "peiljaar", "bewijs") == [("Sociaal Wijkteam", 2016, "stelselonderzoek")]


def test_onbekend_rapport(bron: Bron) -> None:
    assert bron.vraag("rapport_metingen", rapport="geen-rapport").empty


def test_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """By gemeente, kader, year and day; of two on one day by name and id."""
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("rapport_metingen", rapport="r1")
    antwoord["dag"] = antwoord["bezoek_op"].astype(str)
    assert rijen(antwoord, "kader", "gemeente_code", "dag") == [
        ("Kader zonder oordelen", "FG0003", "2015-06-01"),
        ("Tweede kader", "FG0001", "2013-06-02"),
        ("Verzonnen kader", "FG0001", "2013-06-01"),
        ("Verzonnen kader", "FG0001", "2014-06-01"),
        ("Verzonnen kader", "FG0002", "2014-06-01"),
        ("Verzonnen kader", "FG0002", "2015-06-01"),
        ("Verzonnen kader", "FG0001", "2016-03-01"),
        ("Verzonnen kader", "FG0001", "2016-06-01"),
    ]
