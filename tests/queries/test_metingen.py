"""The seven metingen and their oordelen, counted by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from queries import Bron
from tests.queries.hulp import rijen
from tests.queries.schetsen import TWEE_VAN_ALLES

TELLING = ("gemeente", "aanpak", "peiljaar", "oordelen", "voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld")


def test_oordelen_per_meting(bron: Bron) -> None:
    assert rijen(bron.vraag("metingen"), *TELLING) == [
        ("Alkmaar", "Helpende Hand in de Wijk", 2013, 6, 0, 6, 0, 0),
        ("Alkmaar", "Helpende Hand in de Wijk", 2014, 6, 0, 5, 0, 1),
        ("Den Helder", "Sociaal Wijkteam", 2016, 0, 0, 0, 0, 0),
        ("Leeuwarden", "Interventieteam Gezinnen", 2013, 6, 1, 5, 0, 0),
        ("Leeuwarden", "Voorwaardelijke Interventie Gezinnen", 2013, 6, 1, 5, 0, 0),
        ("Leeuwarden", "Sociale Wijkteams", 2014, 6, 6, 0, 0, 0),
        ("Zwolle", "Bijzondere Doelgroepen", 2013, 33, 22, 10, 1, 0),
    ]


def test_waarop_zij_rusten(bron: Bron) -> None:
    antwoord = bron.vraag("metingen")
    assert rijen(antwoord, "bewijs", "dekking") == [
        ("volledige_toets", "selectie"),
        ("hertoets_verbeterpunten", "selectie"),
        ("stelselonderzoek", "selectie"),
        ("volledige_toets", "selectie"),
        ("volledige_toets", "selectie"),
        ("mondelinge_rapportage", "selectie"),
        ("casusonderzoek", "heel_kader"),
    ]
    bezoeken = [None if waarde is None else waarde.date() for (waarde,) in rijen(antwoord, "bezoek_op")]
    alkmaar, leeuwarden = dt.date(2014, 11, 25), dt.date(2014, 11, 13)
    assert bezoeken == [None, alkmaar, None, None, None, leeuwarden, None]


def test_vindplaats_is_die_van_het_eerste_oordeel(bron: Bron) -> None:
    # by indicator_id: Alkmaar's beleid-beleid-en-visie, row 1 of Toeleiding; Den Helder has none
    antwoord = bron.vraag("metingen")
    assert rijen(antwoord, "vindplaats")[:3] == [
        ("Uitkomsten verbeterpunten, tabel Toeleiding, rij 1, kolom 2013",),
        ("Uitkomsten verbeterpunten, tabel Toeleiding, rij 1, kolom 2014",),
        (None,),
    ]


def test_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """By gemeente and kader (Kader zonder oordelen; Tweede kader, Verzonnen kader), then by year, name and id."""
    assert list(verzonnen(TWEE_VAN_ALLES).vraag("metingen")["meting_id"]) == [
        "g-2015-06-01",
        "a-2013-06-02",
        "a-2013-06-01",
        "b-2014-06-01",
        "c-2014-06-01",
        "c-2015-06-01",
        "a-2016-06-01",
        "b-2016-03-01",
    ]
