"""What a selection of the four shipped rapporten comes to, counted by hand from data/leveringen.

GGSR beleid, steps 2013 → 2014 (Alkmaar: Helpende Hand; Leeuwarden: IT = Interventieteam, VIG; both → wijkteams):

    thema         indicator               Alkmaar     IT         VIG
    Toeleiding    beleid en visie         X → X       ·          ·
    Toeleiding    gezamenlijke doelen     X → leeg    ·          ·
    De aanpak     doorzettingsmacht       X → X       X → ✓      X → ✓
    De aanpak     niet loslaten           X → X       ·          ·
    Samenwerking  opschaling              ·           X → ✓      ✓ → ✓
    Samenwerking  samenwerkingsafspraken  X → X       X → ✓      X → ✓
    Samenwerking  beslisbevoegdheid       ·           ✓ → ✓      X → ✓
    Samenwerking  informatiedeling        X → X       ·          ·
    Continu       beschikbaarheid         ·           X → ✓      X → ✓
    Continu       vervolg                 ·           X → ✓      X → ✓

Alkmaar: 6 X: 5 niet, 1 niet beoordeeld. Leeuwarden: 5 + 5 X, all opgepakt and told; 1 + 1 ✓ behouden.
After 2014 nothing was tested: Alkmaar's 5 X and the carried one, and the 6 ✓ of the wijkteams, wait.
GGSR casus: Zwolle 2013: 22 ✓, 10 X, 1 with both; nothing tested again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from queries import Bron
from tests.queries.hulp import ALKMAAR, ALLES, CASUS, LEEUWARDEN, STELSEL, ZWOLLE, gevuld, rijen
from tests.queries.schetsen import SPLITSING_VERTELD

ALKMAAR_6 = {"vastgesteld": 6, "beoordeeld": 5, "niet_opgepakt": 5, "niet_beoordeeld": 1}
LEEUWARDEN_10 = {"vastgesteld": 10, "beoordeeld": 10, "opgepakt": 10, "verteld": 10}
SAMEN = {
    "vastgesteld": 16, "beoordeeld": 15, "opgepakt": 10, "verteld": 10, "niet_opgepakt": 5, "niet_beoordeeld": 1,
    "behouden": 2,
}  # fmt: skip
AANTALLEN = ("cellen", "gemeenten", "gemeenten_met_verbeterpunt", "indicatoren")
NIETS: dict[str, int] = {}

GEVALLEN: list[tuple[dict[str, Any], dict[str, int]]] = [
    ({}, SAMEN),
    ({"gemeenten": [ALKMAAR]}, ALKMAAR_6),
    ({"gemeenten": [LEEUWARDEN]}, LEEUWARDEN_10 | {"behouden": 2}),
    ({"gemeenten": [ALKMAAR, LEEUWARDEN]}, SAMEN),
    ({"gemeenten": [ZWOLLE]}, NIETS),
    ({"provincies": ["Noord-Holland"]}, ALKMAAR_6),
    ({"provincies": ["Fryslân", "Overijssel"]}, LEEUWARDEN_10 | {"behouden": 2}),
    ({"bewijzen": ["hertoets_verbeterpunten"]}, ALKMAAR_6),
    ({"bewijzen": ["mondelinge_rapportage"]}, LEEUWARDEN_10 | {"behouden": 2}),
    ({"bewijzen": ["volledige_toets"]}, NIETS),  # how 2013 was tested says nothing of the test of 2014
    # Toeleiding: Alkmaar's two, one of them the empty cell
    (
        {"themas": ["beleid-toeleiding"]},
        {"vastgesteld": 2, "beoordeeld": 1, "niet_opgepakt": 1, "niet_beoordeeld": 1},
    ),
    # De aanpak: Alkmaar 2 niet; Leeuwarden doorzettingsmacht twice
    (
        {"themas": ["beleid-de-aanpak"]},
        {"vastgesteld": 4, "beoordeeld": 4, "opgepakt": 2, "verteld": 2, "niet_opgepakt": 2},
    ),
    # De aanpak and Continu: the four above and 2 × 2 in Leeuwarden
    (
        {"themas": ["beleid-de-aanpak", "beleid-continu"]},
        {"vastgesteld": 8, "beoordeeld": 8, "opgepakt": 6, "verteld": 6, "niet_opgepakt": 2},
    ),
    # doorzettingsmacht (Alkmaar niet; 2 opgepakt), opschaling and beslisbevoegdheid (1 opgepakt, 1 behouden each)
    (
        {"onderwerpen": ["doorzettingsmacht-en-opschaling"]},
        {"vastgesteld": 5, "beoordeeld": 5, "opgepakt": 4, "verteld": 4, "niet_opgepakt": 1, "behouden": 2},
    ),
    # two filters at once: doorzettingsmacht in Alkmaar
    (
        {"onderwerpen": ["doorzettingsmacht-en-opschaling"], "gemeenten": [ALKMAAR]},
        {"vastgesteld": 1, "beoordeeld": 1, "niet_opgepakt": 1},
    ),
    # per indicator in a gemeente: Leeuwarden has 6, in each at least one X; the two ✓ stand beside an X
    (
        {"eenheid": "gemeente"},
        {"vastgesteld": 12, "beoordeeld": 11, "opgepakt": 6, "verteld": 6, "niet_opgepakt": 5, "niet_beoordeeld": 1},
    ),
    (
        {"eenheid": "gemeente", "gemeenten": [LEEUWARDEN]},
        {"vastgesteld": 6, "beoordeeld": 6, "opgepakt": 6, "verteld": 6},
    ),
    # the course from 2013 ends in 2014 as well: the same 18 rows; the wijkteams begin no course of their own
    ({"verloop": True}, SAMEN),
    ({"verloop": True, "periode": "2014-"}, NIETS),
    # after 2014: Alkmaar's 5 X and 1 carried; Leeuwarden's 6 ✓ are no verbeterpunten
    ({"periode": "2014-"}, {"vastgesteld": 6, "nog_niet_hertoetst": 6}),
    ({"periode": "2014-", "bewijzen": ["mondelinge_rapportage"]}, NIETS),  # what has no test has no bewijs
    ({"periode": "2013-"}, NIETS),
    # Zwolle: 10 X and 1 gemengd
    ({"kader": CASUS, "periode": "2013-"}, {"vastgesteld": 11, "nog_niet_hertoetst": 11}),
    ({"kader": CASUS, "periode": "2013-", "eenheid": "gemeente"}, {"vastgesteld": 11, "nog_niet_hertoetst": 11}),
    # De aanpak in Zwolle: probleemanalyse, plan, leefgebieden, evaluatie and the mixed niet-loslaten
    (
        {"kader": CASUS, "periode": "2013-", "themas": ["casus-de-aanpak"]},
        {"vastgesteld": 5, "nog_niet_hertoetst": 5},
    ),
    ({"kader": CASUS, "periode": "2013-2014"}, NIETS),
    ({"kader": STELSEL, "periode": None}, NIETS),
    *[({filter_: []}, NIETS) for filter_ in ("themas", "onderwerpen", "gemeenten", "provincies", "bewijzen")],
]


@pytest.mark.parametrize(("keuze", "verwacht"), GEVALLEN, ids=lambda deel: str(deel) if isinstance(deel, dict) else "")
def test_telling(bron: Bron, keuze: dict[str, Any], verwacht: dict[str, int]) -> None:
    antwoord = bron.vraag("totalen", **{**ALLES, "periode": "2013-2014", **keuze})
    assert gevuld(antwoord, zonder=AANTALLEN) == verwacht


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        ({"periode": "2013-2014"}, (18, 2, 2, 10)),  # 6 + 6 + 6 rows; doorzettingsmacht and afspraken in both gemeenten
        ({"periode": "2013-2014", "eenheid": "gemeente"}, (12, 2, 2, 10)),
        ({"periode": "2013-2014", "gemeenten": [LEEUWARDEN]}, (12, 1, 1, 6)),  # its 10 verbeterpunten
        ({"periode": "2013-2014", "themas": ["beleid-samenwerking"]}, (8, 2, 2, 4)),  # of 6 verbeterpunten
        ({"periode": "2014-"}, (12, 2, 1, 6)),  # Leeuwarden's 6 ✓ are shown, not counted
        ({"periode": None}, (30, 2, 2, 10)),  # both periods; a page never asks this
        ({"kader": CASUS, "periode": "2013-"}, (33, 1, 1, 11)),
        ({"periode": "1900-1901"}, (0, 0, 0, 0)),
    ],
)
def test_hoeveel_waarin(bron: Bron, keuze: dict[str, Any], verwacht: tuple[int, int, int, int]) -> None:
    antwoord = bron.vraag("totalen", **{**ALLES, **keuze})
    assert len(antwoord) == 1
    assert rijen(antwoord, *AANTALLEN) == [verwacht]


@pytest.mark.parametrize("eenheid", ["aanpak", "gemeente"])
@pytest.mark.parametrize("keuze", [{"periode": "2020-2021"}, {"periode": "2019-2021", "verloop": True}])
def test_verteld_van_een_tak_is_verteld(
    verzonnen: Callable[[Mapping[str, str]], Bron], eenheid: str, keuze: dict[str, Any]
) -> None:
    """b told it in 2020, c was tested in 2021, and only together they say that it was picked up."""
    antwoord = verzonnen(SPLITSING_VERTELD).vraag("totalen", **{**ALLES, "kader": "fk", "eenheid": eenheid, **keuze})
    assert rijen(antwoord, "opgepakt", "verteld", "getoetst") == [(1, 1, 0)]
