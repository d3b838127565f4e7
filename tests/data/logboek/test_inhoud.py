"""What a levering is about: its rapporten and gemeenten, by hand off the small set."""

from __future__ import annotations

from typing import Any

from data.aanvaarding.wijzigen import schrijf_levering, trek_in
from data.levering.leveringen import koppen
from data.logboek.inhoud import Inhoud
from tests.data.winkeldoos import Winkeldoos, vervolg

EEN, TWEE, DRIE = (
    {"uitgever": "STJ", "gepubliceerd": jaar, "kaders": ["Proefkader"]} for jaar in ("2014-06", "2015-06", "2017")
)


def _van(winkel: Winkeldoos, levering_id: str) -> dict[str, Any] | None:
    return Inhoud(koppen([winkel.map])).van(levering_id)


def test_een_levering_met_alles_erin(winkel: Winkeldoos) -> None:
    assert _van(winkel, "feiten") == {"gemeenten": ["Proefstad"], "rapporten": [EEN, TWEE]}


def test_wat_in_een_andere_levering_staat_telt_mee(winkel: Winkeldoos) -> None:
    """A later meting of an aanpak that another levering brought; gemeente and kader are in the lists."""
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="i")
    assert _van(winkel, "vervolg") == {"gemeenten": ["Proefstad"], "rapporten": [DRIE]}


def test_een_intrekking_gaat_over_wat_zij_intrekt(winkel: Winkeldoos) -> None:
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="i")
        terug = trek_in("vervolg", reden="r", door="i")
    assert _van(winkel, terug.name) == _van(winkel, "vervolg") == {"gemeenten": ["Proefstad"], "rapporten": [DRIE]}


def test_een_vervanging_gaat_ook_over_wat_zij_vervangt(winkel: Winkeldoos) -> None:
    """The wrong gemeente was chosen and put right: who asks for either finds it."""
    nieuw = vervolg("vervolg-2", vervangt="vervolg", reden="verkeerde gemeente")
    nieuw["aanpakken"] = [{"aanpak_id": "elders", "gemeente_code": "FG0002", "aanpak": "Aanpak elders"}]
    nieuw["metingen"][0]["aanpak_id"] = "elders"
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="i")
        schrijf_levering(nieuw, door="i")
    assert _van(winkel, "vervolg") == {"gemeenten": ["Proefstad"], "rapporten": [DRIE]}
    assert _van(winkel, "vervolg-2") == {"gemeenten": ["Elders", "Proefstad"], "rapporten": [DRIE]}


def test_een_rapport_met_alleen_bevindingen_heeft_een_gemeente_en_geen_kader(winkel: Winkeldoos) -> None:
    brief: dict[str, list[dict[str, str]]] = {
        "levering": [{"levering_id": "brief", "fictief": "ja"}],
        "rapporten": [
            {"rapport_id": "b", "titel": "T", "uitgever": "IGJ", "gepubliceerd": "2018-02-01", "soort": "brief"}
        ],
        "bevindingen": [
            {
                "bevinding_id": "b9", "rapport_id": "b", "gemeente_code": code, "soort": "reactie", "titel": "t",
                "tekst": "t", "vindplaats": "p. 1",
            }
            for code in ("FG0002", "FG9999")
        ],
    }  # fmt: skip
    with winkel.zonder_bouwen():
        schrijf_levering(brief, door="i")
    assert _van(winkel, "brief") == {
        "gemeenten": ["Elders", "FG9999"],  # what no list names keeps its code
        "rapporten": [{"uitgever": "IGJ", "gepubliceerd": "2018-02-01", "kaders": []}],
    }


def test_een_levering_zonder_rapport_of_gemeente(winkel: Winkeldoos) -> None:
    """The list of kaders has gemeenten in it, and is about none of them."""
    assert _van(winkel, "kader") == {"gemeenten": [], "rapporten": []}


def test_wat_hier_niet_te_lezen_is_is_onbekend(winkel: Winkeldoos) -> None:
    assert _van(winkel, "nergens") is None
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(), door="i")
    winkel.zet("vervolg/levering", 2, "formaat", "9999")  # as a later version of the product would write it
    assert _van(winkel, "vervolg") is None
