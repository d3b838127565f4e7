"""The metingen that one rapport prints."""

from __future__ import annotations

from queries import Bron
from tests.queries.hulp import R_DEN_HELDER, R_LEEUWARDEN, rijen


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
