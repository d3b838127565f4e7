"""The steps with texts and places: see the table at the top of test_totalen.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from data.gebouwd.openen import open_lezend
from data.sql import sjabloon
from queries import Bron
from queries.loper import gebonden
from tests.queries.hulp import ALKMAAR, ALLES, CASUS, LEEUWARDEN, R_ALKMAAR, rijen
from tests.queries.schetsen import DRIE_KEER_IN_EEN_JAAR, EDITIES, FUSIES, GESPLITST, SPLITSING_VERTELD, TWEE_VAN_ALLES


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        ({}, {"opgepakt": 10, "niet_opgepakt": 5, "niet_beoordeeld": 1, "behouden": 2}),
        ({"eenheid": "gemeente"}, {"opgepakt": 10, "niet_opgepakt": 5, "niet_beoordeeld": 1, "behouden": 2}),
        ({"gemeenten": [ALKMAAR]}, {"niet_opgepakt": 5, "niet_beoordeeld": 1}),
        ({"provincies": ["Fryslân"]}, {"opgepakt": 10, "behouden": 2}),
        ({"bewijzen": ["mondelinge_rapportage"]}, {"opgepakt": 10, "behouden": 2}),
        ({"statussen": ["opgepakt", "behouden"], "gemeenten": [LEEUWARDEN]}, {"opgepakt": 10, "behouden": 2}),
        ({"statussen": ["niet_beoordeeld"]}, {"niet_beoordeeld": 1}),
        ({"themas": ["beleid-continu"]}, {"opgepakt": 4}),
        ({"onderwerpen": ["informatiedeling"]}, {"niet_opgepakt": 1}),
        ({"verloop": True}, {"opgepakt": 10, "niet_opgepakt": 5, "niet_beoordeeld": 1, "behouden": 2}),
        ({"periode": "2014-"}, {"nog_niet_hertoetst": 12}),  # Alkmaar 6, Leeuwarden's 6 ✓
        ({"kader": CASUS, "periode": "2013-"}, {"nog_niet_hertoetst": 33}),
        *[({f: []}, {}) for f in ("themas", "onderwerpen", "gemeenten", "provincies", "bewijzen", "statussen")],
    ],
)
def test_statussen(bron: Bron, keuze: dict[str, Any], verwacht: dict[str, int]) -> None:
    antwoord = bron.vraag("opvolging_tabel", **{**ALLES, "periode": "2013-2014", **keuze})
    assert Counter(antwoord["status"]) == verwacht


def test_een_rij_voluit(bron: Bron) -> None:
    antwoord = bron.vraag("opvolging_tabel", **{**ALLES, "periode": "2013-2014", "onderwerpen": ["niet-loslaten"]})
    kolommen = (
        "gemeente", "thema", "onderwerp", "indicator_id", "aanpak_van", "jaar_van", "uitkomst_van", "bewijs_van",
        "rapport_van", "vindplaats_van", "aanpak_naar", "jaar_naar", "uitkomst_naar", "bewijs_naar", "rapport_naar",
        "vindplaats_naar", "status", "was_verbeterpunt", "overgenomen", "kolom_id", "periode",
    )  # fmt: skip
    plek = "Uitkomsten verbeterpunten, tabel Toeleiding, rij 4, kolom"
    assert rijen(antwoord, *kolommen) == [
        (
            "Alkmaar", "De aanpak", "Outreachend werken, niet loslaten, drang en dwang", "beleid-niet-loslaten",
            "Helpende Hand in de Wijk", 2013, "verbeterpunt", "volledige_toets", R_ALKMAAR, f"{plek} 2013",
            "Helpende Hand in de Wijk", 2014, "verbeterpunt", "hertoets_verbeterpunten", R_ALKMAAR, f"{plek} 2014",
            "niet_opgepakt", True, False, "alkmaar-helpende-hand", "2013-2014",
        )
    ]  # fmt: skip
    (teksten,) = rijen(antwoord, "toelichting_van", "toelichting_naar")
    assert teksten[0].startswith("Partijen verschillen van mening")
    assert teksten[1].startswith("Vrijwel ongewijzigd")


def test_elke_stap_een_rij(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Three visits in one peiljaar: the rows are not put together, and a filter takes only those it names."""
    bron = verzonnen(DRIE_KEER_IN_EEN_JAAR)
    keuze = {**ALLES, "kader": "fk", "periode": "2013-2013"}
    antwoord = bron.vraag("opvolging_tabel", **keuze)
    assert rijen(antwoord, "indicator_id", "uitkomst_van", "status") == [
        ("b1", "verbeterpunt", "niet_opgepakt"),
        ("b1", "verbeterpunt", "opgepakt"),
        ("b2", "voldoet", "teruggevallen"),
        ("b2", "verbeterpunt", "opgepakt"),
    ]
    opgepakt = bron.vraag("opvolging_tabel", **{**keuze, "statussen": ["opgepakt"]})
    assert rijen(opgepakt, "indicator_id") == [("b1",), ("b2",)]


def test_gefuseerde_gemeente(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(FUSIES).vraag(
        "opvolging_tabel", **{**ALLES, "kader": "fk", "gemeenten": ["FG0003"], "periode": "2014-2016"}
    )
    assert rijen(antwoord, "gemeente", "aanpak_van", "aanpak_naar", "status") == [
        ("Een", "Aanpak A", "Aanpak C", "opgepakt"),
        ("Twee", "Aanpak B", "Aanpak C", "niet_opgepakt"),
    ]


def test_een_tak_van_voor_de_toets(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """What became of it in 2021 rests on b as well, which was told of in 2020: its name, rapport, bewijs and place."""
    antwoord = verzonnen(SPLITSING_VERTELD).vraag("opvolging_tabel", **{**ALLES, "kader": "fk", "periode": "2020-2021"})
    assert rijen(antwoord, "status", "aanpak_naar", "rapport_naar", "bewijs_naar", "vindplaats_naar") == [
        ("opgepakt", "Aanpak B + Aanpak C", "r2 + r3", "mondelinge_rapportage", "Tabel B / Tabel C")
    ]


def test_over_edities(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """A step keeps the name under which it began; what the new edition dropped says so."""
    antwoord = verzonnen(EDITIES).vraag("opvolging_tabel", **{**ALLES, "kader": "fk", "gemeenten": ["FG0001"]})
    assert rijen(antwoord, "indicator_id", "aanpak_van", "periode", "status", "niet_meer_in_kader") == [
        ("nieuw-1", "Aanpak A", "2016-", "nog_niet_hertoetst", False),
        ("nieuw-1", "Aanpak B", "2015-2016", "niet_opgepakt", False),
        ("nieuw-1", "Aanpak B", "2016-", "nog_niet_hertoetst", False),
        ("oud-1", "Aanpak A", "2015-2016", "opgepakt", False),
        ("oud-2", "Aanpak A", "2015-", "nog_niet_hertoetst", True),
        ("nieuw-3", "Aanpak A", "2016-", "nog_niet_hertoetst", False),
    ]


def test_tellen_haalt_geen_woorden_op(bron: Bron) -> None:
    """A file is counted before it is written: words that are then kept took 2 GB at a million oordelen."""
    tekst, waarden = gebonden("opvolging_tabel", ALLES)
    vraag = sjabloon("gebouwd/kopie_vraag").substitute(vraag=tekst, wat="count(*)", rijen=1)
    with open_lezend(bron.bestand) as con:
        ((_, plan),) = con.execute(f"explain {vraag}", waarden).fetchall()
    assert "oordeel_nr" in plan
    assert not [woord for woord in ("provincie", "rapport_id", "toelichting") if woord in plan]


def test_wat_een_gezamenlijke_toets_drukte_staat_bij_elkaar(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """The texts of its three metingen as the levering has them, and each place once, in order."""
    plekken = {"b-": "|van b|p. 9", "c-": "|van c|p. 2", "d-": "|van d|p. 9"}
    kop, *regels = GESPLITST["oordelen"].splitlines()
    gedrukt = [f"{kop}|toelichting|vindplaats", *(regel + plekken.get(regel[:2], "||p. 1") for regel in regels)]
    antwoord = verzonnen(GESPLITST | {"oordelen": "\n".join(gedrukt)}).vraag(
        "opvolging_tabel", **ALLES | {"kader": "fk", "periode": "2013-2015"}
    )
    assert rijen(antwoord, "aanpak_naar", "toelichting_naar", "vindplaats_naar") == [
        ("Aanpak A2 + Aanpak B + Aanpak C", "van b / van c / van d", "p. 2 / p. 9")
    ]


def test_volgorde(bron: Bron, verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """In the order of the kader, by gemeente and by year, what waits last; what stands or is named alike, by id."""
    macht = bron.vraag("opvolging_tabel", **ALLES | {"periode": "2013-2014", "themas": ["beleid-de-aanpak"]})
    macht = macht[macht["indicator_id"] == "beleid-doorzettingsmacht"]
    assert list(macht["gemeente"]) == ["Alkmaar", "Leeuwarden", "Leeuwarden"]
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("opvolging_tabel", **ALLES | {"kader": "fk"})
    assert rijen(antwoord, "indicator_id", "kolom_id", "periode") == [
        ("b3", "a", "2013-2016"),
        ("b3", "a", "2016-"),
        ("b1", "a", "2013-2016"),
        ("b1", "c", "2014-2015"),
        ("b1", "b", "2014-2016"),
        ("b1", "c", "2015-"),
        ("b1", "a", "2016-"),
        ("b1", "b", "2016-"),
        ("b2", "a", "2013-2016"),
        ("b2", "a", "2016-"),
        ("b2", "b", "2016-"),
    ]


def test_wat_wacht_komt_na_wat_in_dat_jaar_is_getoetst(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(DRIE_KEER_IN_EEN_JAAR).vraag("opvolging_tabel", **ALLES | {"kader": "fk"})
    assert list(antwoord["periode"]) == ["2013-2013", "2013-2013", "2013-"] * 2
