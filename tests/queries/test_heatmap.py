"""The heatmap in numbers: worked out by hand, and everywhere the cells that cellen.sql gives in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from queries import Bron
from tests.queries.hulp import ALKMAAR, ALLES, LEEUWARDEN, rijen
from tests.queries.schetsen import DRIE_KEER_IN_EEN_JAAR, EDITIES, FUSIES

STATUSSEN = (
    "opgepakt", "deels_opgepakt", "niet_opgepakt", "behouden", "teruggevallen", "niet_beoordeeld",
    "nog_niet_hertoetst", "vervallen",
)  # fmt: skip
UITKOMSTEN = ("voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld")

Cel = tuple[str, str, str, bool, str | None, str | None]


def in_woorden(bron: Bron, keuze: Mapping[str, Any]) -> list[Cel]:
    """The cells with the words of heatmap_rijen and heatmap_kolommen."""
    indicator = dict(rijen(bron.vraag("heatmap_rijen", **keuze), "begrip_nr", "indicator_id"))
    kolom = dict(rijen(bron.vraag("heatmap_kolommen", **keuze), "kolom_nr", "kolom_id"))
    velden = ("begrip_nr", "kolom_nr", "status_nr", "was_verbeterpunt", "uitkomsten_van", "uitkomsten_naar")
    return sorted(
        (indicator[b], kolom[k], STATUSSEN[s - 1], was, _uitkomsten(van), _uitkomsten(naar))
        for b, k, s, was, van, naar in rijen(bron.vraag("heatmap", **keuze), *velden)
    )


def _uitkomsten(verzameling: int) -> str | None:
    return " + ".join(sorted(naam for bit, naam in enumerate(UITKOMSTEN) if verzameling >> bit & 1)) or None


def test_per_gemeente(bron: Bron) -> None:
    """Opschaling in Leeuwarden: X → ✓ beside ✓ → ✓; only the X speaks."""
    keuze = {**ALLES, "periode": "2013-2014", "eenheid": "gemeente", "onderwerpen": ["doorzettingsmacht-en-opschaling"]}
    assert in_woorden(bron, keuze) == [
        ("beleid-beslisbevoegdheid", LEEUWARDEN, "opgepakt", True, "verbeterpunt", "voldoet"),
        ("beleid-doorzettingsmacht", LEEUWARDEN, "opgepakt", True, "verbeterpunt", "voldoet"),
        ("beleid-doorzettingsmacht", ALKMAAR, "niet_opgepakt", True, "verbeterpunt", "verbeterpunt"),
        ("beleid-opschaling", LEEUWARDEN, "opgepakt", True, "verbeterpunt", "voldoet"),
    ]


@pytest.mark.parametrize("eenheid", ["aanpak", "gemeente"])
def test_meer_metingen_in_een_peiljaar(verzonnen: Callable[[Mapping[str, str]], Bron], eenheid: str) -> None:
    """b1: X → X and X → ✓ are one cell; b2: ✓ → X has no say beside X → ✓."""
    keuze = {**ALLES, "kader": "fk", "periode": "2013-2013", "eenheid": eenheid}
    cellen = [(i, *rest) for i, _, *rest in in_woorden(verzonnen(DRIE_KEER_IN_EEN_JAAR), keuze)]
    assert cellen == [
        ("b1", "deels_opgepakt", True, "verbeterpunt", "verbeterpunt + voldoet"),
        ("b2", "opgepakt", True, "verbeterpunt", "voldoet"),
    ]


@pytest.mark.parametrize(
    ("eenheid", "verloop"),
    # steps per gemeente differ from these two in nothing that either does not have
    [("aanpak", False), pytest.param("gemeente", False, marks=pytest.mark.duur), ("gemeente", True)],
)
@pytest.mark.parametrize(
    "nauwer",
    [
        {},
        {"statussen": ["opgepakt", "nog_niet_hertoetst"]},
        {"bewijzen": ["hertoets_verbeterpunten"]},
        {"bewijzen": ["volledige_toets", "mondelinge_rapportage"]},
        {"gemeenten": ["FG0003", LEEUWARDEN]},
        {"themas": ["t-oud", "beleid-de-aanpak"]},
    ],
    ids=lambda nauwer: " ".join(f"{naam}={len(waarden)}" for naam, waarden in nauwer.items()) or "alles",
)
def test_zijn_de_cellen_van_cellen(
    bron: Bron,
    verzonnen: Callable[[Mapping[str, str]], Bron],
    eenheid: str,
    verloop: bool,  # noqa: FBT001
    nauwer: dict[str, Any],
) -> None:
    gezien = 0
    alle = [(bron, ALLES["kader"])]
    alle += [(verzonnen(schets), "fk") for schets in (EDITIES, FUSIES, DRIE_KEER_IN_EEN_JAAR)]
    for van, kader in alle:
        keuze = {**ALLES, "kader": kader, "eenheid": eenheid, "verloop": verloop, **nauwer}
        for (periode,) in rijen(van.vraag("periodes", kader=kader, verloop=verloop), "periode"):
            cellen = van.vraag("cellen", **{**keuze, "periode": periode})
            velden = ("indicator_id", "kolom_id", "status", "was_verbeterpunt", "uitkomst_van", "uitkomst_naar")
            assert in_woorden(van, {**keuze, "periode": periode}) == sorted(rijen(cellen, *velden)), periode
            gezien += len(cellen)
    assert gezien or nauwer
