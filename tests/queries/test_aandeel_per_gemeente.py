"""Shares per thema and gemeente: the table at the top of test_totalen.py, by its rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import ALKMAAR, ALLES, CASUS, R_ALKMAAR, R_LEEUWARDEN, R_ZWOLLE, oordelen, rijen
from tests.queries.schetsen import GEDEELD_THEMA, KADER, TWEE_VAN_ALLES

KOLOMMEN = (
    "rij",
    "kolom",
    "vastgesteld",
    "beoordeeld",
    "opgepakt",
    "verteld",
    "niet_opgepakt",
    "niet_beoordeeld",
    "rapporten",
)
# Leeuwarden: doorzettingsmacht ×2; opschaling 1, afspraken 2, bevoegdheid 1; beschikbaarheid 2, vervolg 2
PER_AANPAK = [
    ("Toeleiding", "Alkmaar", 2, 1, 0, 0, 1, 1, R_ALKMAAR),
    ("De aanpak", "Alkmaar", 2, 2, 0, 0, 2, 0, R_ALKMAAR),
    ("De aanpak", "Leeuwarden", 2, 2, 2, 2, 0, 0, R_LEEUWARDEN),
    ("Samenwerking", "Alkmaar", 2, 2, 0, 0, 2, 0, R_ALKMAAR),
    ("Samenwerking", "Leeuwarden", 4, 4, 4, 4, 0, 0, R_LEEUWARDEN),
    ("Continu", "Leeuwarden", 4, 4, 4, 4, 0, 0, R_LEEUWARDEN),
]


def test_per_aanpak(bron: Bron) -> None:
    assert rijen(bron.vraag("aandeel_per_gemeente", **{**ALLES, "periode": "2013-2014"}), *KOLOMMEN) == PER_AANPAK


def test_per_gemeente(bron: Bron) -> None:
    # each indicator once: doorzettingsmacht 1; opschaling, afspraken, bevoegdheid 3; beschikbaarheid, vervolg 2
    antwoord = bron.vraag("aandeel_per_gemeente", **{**ALLES, "periode": "2013-2014", "eenheid": "gemeente"})
    assert rijen(antwoord, "rij", "kolom", "vastgesteld", "opgepakt") == [
        ("Toeleiding", "Alkmaar", 2, 0),
        ("De aanpak", "Alkmaar", 2, 0),
        ("De aanpak", "Leeuwarden", 1, 1),
        ("Samenwerking", "Alkmaar", 2, 0),
        ("Samenwerking", "Leeuwarden", 3, 3),
        ("Continu", "Leeuwarden", 2, 2),
    ]


def test_filters(bron: Bron) -> None:
    keuze = {**ALLES, "periode": "2013-2014", "gemeenten": [ALKMAAR], "themas": ["beleid-toeleiding", "beleid-continu"]}
    assert rijen(bron.vraag("aandeel_per_gemeente", **keuze), *KOLOMMEN) == PER_AANPAK[:1]


def test_thema_zonder_verbeterpunt_heeft_geen_aandeel(bron: Bron) -> None:
    # Zwolle, Toeleiding: 3 × ✓; Gezin centraal 3 X of 9, De aanpak 4 X and 1 gemengd, Samenwerking 2 X, Continu 1 X
    antwoord = bron.vraag("aandeel_per_gemeente", **{**ALLES, "kader": CASUS, "periode": "2013-"})
    assert rijen(antwoord, "rij", "kolom", "vastgesteld", "beoordeeld", "nog_niet_hertoetst", "rapporten") == [
        ("Gezin centraal", "Zwolle", 3, 0, 3, R_ZWOLLE),
        ("De aanpak", "Zwolle", 5, 0, 5, R_ZWOLLE),
        ("Samenwerking", "Zwolle", 2, 0, 2, R_ZWOLLE),
        ("Continu", "Zwolle", 1, 0, 1, R_ZWOLLE),
    ]


@pytest.mark.parametrize("filter_", ["themas", "onderwerpen", "gemeenten", "provincies", "bewijzen"])
def test_lege_lijst_is_niets(bron: Bron, filter_: str) -> None:
    assert bron.vraag("aandeel_per_gemeente", **{**ALLES, filter_: []}).empty


def test_het_rapport_van_een_vinkje_staat_er_niet_bij(
    verzonnen: Callable[[Mapping[str, str]], Bron],
) -> None:
    """In one thema b1 of a is X in r1, and b2 of b ✓ in r2."""
    schets = (
        KADER
        | {
            "rapporten": "rapport_id|titel\nr1|Het eerste\nr2|Het tweede",
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B",
        }
        | oordelen("a 2014-06-01 ed b1=X", "b 2014-06-01 ed b2=V")
    )
    for tabel in ("meting_rapport", "oordelen"):
        regels = schets[tabel].splitlines()
        schets[tabel] = "\n".join(r.replace("|r1", "|r2") if r.startswith("b-") else r for r in regels)
    antwoord = verzonnen(schets).vraag("aandeel_per_gemeente", **ALLES | {"kader": "fk", "periode": "2014-"})
    assert rijen(antwoord, "vastgesteld", "rapporten") == [(1, "r1")]


def test_wat_gelijk_staat_of_heet_komt_op_id(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("aandeel_per_gemeente", **ALLES | {"kader": "fk"})
    assert rijen(antwoord, "thema_id", "gemeente_code") == [("s", "FG0001"), ("t", "FG0001"), ("t", "FG0002")]


def test_een_thema_van_twee_edities_staat_op_zijn_eerste_plek(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # of Gedeeld thema nieuw-1 and oud-2 were found in 2015 and nieuw-1 in 2016; of the other nieuw-3 in 2016
    antwoord = verzonnen(GEDEELD_THEMA).vraag("aandeel_per_gemeente", **ALLES | {"kader": "fk"})
    assert rijen(antwoord, "rij", "thema_id", "vastgesteld") == [
        ("Gedeeld thema", "t-nieuw", 3),
        ("Ander thema", "t-elders", 1),
    ]
