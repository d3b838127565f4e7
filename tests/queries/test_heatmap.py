"""The heatmap in numbers: worked out by hand, and everywhere the cells that cellen.sql gives in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from queries import Bron
from tests.queries.hulp import ALKMAAR, ALLES, LEEUWARDEN, oordelen, rijen
from tests.queries.schetsen import DRIE_KEER_IN_EEN_JAAR, EDITIES, FUSIES, KADER

STATUSSEN = (
    "opgepakt", "deels_opgepakt", "niet_opgepakt", "behouden", "teruggevallen", "niet_beoordeeld",
    "nog_niet_hertoetst", "vervallen",
)  # fmt: skip
UITKOMSTEN = ("voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld")

Cel = tuple[str, str, str, bool, bool, str | None, str | None]


def in_woorden(bron: Bron, keuze: Mapping[str, Any]) -> list[Cel]:
    """The cells with the words of heatmap_rijen and heatmap_kolommen."""
    indicator = dict(rijen(bron.vraag("heatmap_rijen", **keuze), "begrip_nr", "indicator_id"))
    kolom = dict(rijen(bron.vraag("heatmap_kolommen", **keuze), "kolom_nr", "kolom_id"))
    velden = ("begrip_nr", "kolom_nr", "status_nr", "was_verbeterpunt", "verteld", "uitkomsten_van", "uitkomsten_naar")
    return sorted(
        (indicator[b], kolom[k], STATUSSEN[s - 1], was, verteld, _uitkomsten(van), _uitkomsten(naar))
        for b, k, s, was, verteld, van, naar in rijen(bron.vraag("heatmap", **keuze), *velden)
    )


def _uitkomsten(verzameling: int) -> str | None:
    return " + ".join(sorted(naam for bit, naam in enumerate(UITKOMSTEN) if verzameling >> bit & 1)) or None


def test_per_gemeente(bron: Bron) -> None:
    """Opschaling in Leeuwarden: X → ✓ beside ✓ → ✓; only the X speaks."""
    keuze = {**ALLES, "periode": "2013-2014", "eenheid": "gemeente", "onderwerpen": ["doorzettingsmacht-en-opschaling"]}
    assert in_woorden(bron, keuze) == [
        ("beleid-beslisbevoegdheid", LEEUWARDEN, "opgepakt", True, True, "verbeterpunt", "voldoet"),
        ("beleid-doorzettingsmacht", LEEUWARDEN, "opgepakt", True, True, "verbeterpunt", "voldoet"),
        ("beleid-doorzettingsmacht", ALKMAAR, "niet_opgepakt", True, False, "verbeterpunt", "verbeterpunt"),
        ("beleid-opschaling", LEEUWARDEN, "opgepakt", True, True, "verbeterpunt", "voldoet"),
    ]


@pytest.mark.parametrize("eenheid", ["aanpak", "gemeente"])
def test_meer_metingen_in_een_peiljaar(verzonnen: Callable[[Mapping[str, str]], Bron], eenheid: str) -> None:
    """b1: X → X and X → ✓ are one cell; b2: ✓ → X has no say beside X → ✓."""
    keuze = {**ALLES, "kader": "fk", "periode": "2013-2013", "eenheid": eenheid}
    cellen = [(i, *rest) for i, _, *rest in in_woorden(verzonnen(DRIE_KEER_IN_EEN_JAAR), keuze)]
    assert cellen == [
        ("b1", "deels_opgepakt", True, False, "verbeterpunt", "verbeterpunt + voldoet"),
        ("b2", "opgepakt", True, False, "verbeterpunt", "voldoet"),
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
            velden = (
                "indicator_id",
                "kolom_id",
                "status",
                "was_verbeterpunt",
                "verteld",
                "uitkomst_van",
                "uitkomst_naar",
            )
            assert in_woorden(van, {**keuze, "periode": periode}) == sorted(rijen(cellen, *velden)), periode
            gezien += len(cellen)
    assert gezien or nauwer


# 2013 → 2014, of which a told 2014 and b was tested:
# b1  a X → X  niet, told        b X → V  opgepakt         the gemeente deels, told
# b2  a V → V  behouden, told    b X → V  opgepakt         only the X speaks, and it was tested
# b3  a X → -  not known, so not told either
WAT_IS_VERTELD = {
    ("b1", "a"): ("niet_opgepakt", True),
    ("b1", "b"): ("opgepakt", False),
    ("b2", "a"): ("behouden", True),
    ("b2", "b"): ("opgepakt", False),
    ("b3", "a"): ("niet_beoordeeld", False),
    ("b1", "FG0001"): ("deels_opgepakt", True),
    ("b2", "FG0001"): ("opgepakt", False),
    ("b3", "FG0001"): ("niet_beoordeeld", False),
}


@pytest.mark.parametrize("vraag", ["cellen", "heatmap"])
@pytest.mark.parametrize("bewijzen", [None, ["mondelinge_rapportage", "volledige_toets"]])
def test_verteld_is_wat_er_nu_is_en_alleen_van_wat_spreekt(
    verzonnen: Callable[[Mapping[str, str]], Bron], vraag: str, bewijzen: list[str] | None
) -> None:
    """The counts stay those of what was picked up: one told in no unit."""
    bron = verzonnen(
        KADER
        | {"aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B"}
        | oordelen(
            "a 2013-06-01 ed b1=X b2=V b3=X",
            "a 2014-06-01 ed b1=X b2=V b3=- bewijs=mondelinge_rapportage",
            "b 2013-06-01 ed b1=X b2=X",
            "b 2014-06-01 ed b1=V b2=V",
        )
    )
    gezien: dict[tuple[object, object], tuple[object, object]] = {}
    for eenheid in ("aanpak", "gemeente"):
        keuze = {**ALLES, "kader": "fk", "periode": "2013-2014", "eenheid": eenheid, "bewijzen": bewijzen}
        if vraag == "cellen":
            cellen = rijen(bron.vraag("cellen", **keuze), "indicator_id", "kolom_id", "status", "verteld")
        else:
            cellen = [(i, k, status, verteld) for i, k, status, _, verteld, *_ in in_woorden(bron, keuze)]
        gezien |= {(indicator, kolom): (status, verteld) for indicator, kolom, status, verteld in cellen}
        totalen = rijen(bron.vraag("totalen", **keuze), "opgepakt", "verteld", "getoetst")
        assert totalen == [(2, 0, 2) if eenheid == "aanpak" else (1, 0, 1)]
    assert gezien == WAT_IS_VERTELD
