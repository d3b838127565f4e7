"""Which pair of years Overzicht opens a kader with, without a proposal and with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pagina._inlezen.opening import begin_overzicht, perioden
from queries import bron

KADER = ("k", "Kader")


def paar(van: int, naar: int | None, *, punten: int, gemeenten: int) -> dict[str, Any]:
    """A row as of periodes.sql."""
    return {"jaar_van": van, "jaar_naar": naar, "verbeterpunten": punten, "gemeenten_met_verbeterpunt": gemeenten}


#: Two gemeenten with 3 and 4 verbeterpunten.
OUD = paar(2024, 2025, punten=7, gemeenten=2)


def zin(voor: list[dict[str, Any]], na: list[dict[str, Any]]) -> str:
    """What is said of the one kader; empty text for nothing."""
    gezegd = begin_overzicht({KADER: voor}, {KADER: na})
    assert all((deel.gemeente, deel.waaronder) == ("Overzicht", "Kader") for deel in gezegd)
    return " ".join(tekst for deel in gezegd for tekst in deel.zinnen)


def test_een_hertoets_van_een_van_de_twee_komt_eronder() -> None:
    een = paar(2025, 2026, punten=2, gemeenten=1)
    assert zin([OUD], [een, OUD]) == (
        "blijft beginnen met 2024 → 2025 (7 verbeterpunten bij 2 gemeenten); 2025 → 2026 komt eronder"
    )
    assert zin([], [een]) == "begint nu met geen periode, straks met 2025 → 2026 (2 verbeterpunten bij 1 gemeente)"
    assert zin([een], []) == "begint nu met 2025 → 2026 (2 verbeterpunten bij 1 gemeente), straks met geen periode"


def test_een_hertoets_van_beide_komt_in_de_plaats() -> None:
    assert zin([OUD], [paar(2025, 2026, punten=3, gemeenten=2), OUD]) == (
        "begint nu met 2024 → 2025 (7 verbeterpunten bij 2 gemeenten), straks met 2025 → 2026 (3 verbeterpunten bij "
        "2 gemeenten)"
    )


def test_wat_op_een_hertoets_wacht_of_gelijk_blijft_geeft_geen_zin() -> None:
    assert zin([OUD], [OUD, paar(2025, None, punten=1, gemeenten=1)]) == ""
    assert zin([OUD], [OUD]) == ""


def test_een_kader_dat_erbij_komt_wordt_bij_zijn_naam_genoemd() -> None:
    ander = ("l", "Ander kader")
    (deel,) = begin_overzicht({KADER: [OUD]}, {KADER: [OUD], ander: [OUD]})
    assert (deel.waaronder, deel.zinnen) == (
        "Ander kader",
        ("begint nu met geen periode, straks met 2024 → 2025 (7 verbeterpunten bij 2 gemeenten)",),
    )


def test_de_perioden_zijn_die_van_de_eerste_pagina(geleverd_map: Path) -> None:
    """Of the four: beleid 16 verbeterpunten of 2 gemeenten, of which 6 go on from 2014; casus 11 of Zwolle."""
    gevonden = perioden(bron(geleverd_map).rijen)
    telling = {
        naam: [
            (rij["jaar_van"], rij["jaar_naar"], rij["verbeterpunten"], rij["gemeenten_met_verbeterpunt"])
            for rij in rijen
        ]
        for (_, naam), rijen in gevonden.items()
    }
    assert telling == {
        "GGSR beleid": [(2013, 2014, 16, 2), (2014, None, 6, 1)],
        "GGSR casus": [(2013, None, 11, 1)],
        "Stelseltoezicht jeugd / sociaal domein": [],
    }
    assert begin_overzicht(gevonden, gevonden) == []
