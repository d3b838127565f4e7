"""Figures per gemeente, thema and indicator: the table of test_totalen.py cut in three ways, and on random worlds.

Of that table, 2013 → 2014, X: Alkmaar 2 + 2 + 2 + 0 in Toeleiding, De aanpak, Samenwerking and Continu, one of the
first an empty cell in 2014; Leeuwarden 0 + 2 + 4 + 4, all opgepakt and told, and 2 ✓ behouden in Samenwerking.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queries import Bron, loper
from tests.orakel import Stap, Wereld, opvolging, per_aanpak, per_gemeente
from tests.orakel.lijn import aanpak
from tests.queries.hulp import ALKMAAR, ALLES, CASUS, LEEUWARDEN, ZWOLLE, rijen
from tests.queries.schetsen import EDITIES, FUSIES, GEDEELD_THEMA, TWEE_VAN_ALLES
from tests.queries.test_tellen import Geteld
from tests.werelden import werelden

GETELD = (
    "vastgesteld", "beoordeeld", "opgepakt", "verteld", "getoetst", "deels_opgepakt", "niet_opgepakt",
    "niet_beoordeeld", "nog_niet_hertoetst", "vervallen", "behouden", "teruggevallen",
)  # fmt: skip
KOLOMMEN = ["groep_id", "groep", "groep_voluit", "groep_boven", *GETELD, "eerder_vastgesteld", "gemeenten"]
IN_2014 = {"periode": "2013-2014"}


def cijfers(bron: Bron, per: str, **keuze: object) -> dict[str, dict[str, int]]:
    """Per group, in order, the counts that are not zero."""
    antwoord = bron.vraag("cijfers", **ALLES | keuze | {"per": per})
    assert list(antwoord.columns) == KOLOMMEN
    return {
        rij["groep_id"]: {naam: int(rij[naam]) for naam in (*GETELD, "gemeenten") if rij[naam]}
        for rij in antwoord.to_dict("records")
    }


def test_per_gemeente(bron: Bron) -> None:
    assert cijfers(bron, "gemeente", **IN_2014) == {
        ALKMAAR: {"vastgesteld": 6, "beoordeeld": 5, "niet_opgepakt": 5, "niet_beoordeeld": 1, "gemeenten": 1},
        LEEUWARDEN: {
            "vastgesteld": 10, "beoordeeld": 10, "opgepakt": 10, "verteld": 10, "behouden": 2, "gemeenten": 1,
        },
    }  # fmt: skip


def test_per_thema_in_de_volgorde_van_het_kader(bron: Bron) -> None:
    geteld = cijfers(bron, "thema", **IN_2014)
    assert list(geteld) == ["Toeleiding", "De aanpak", "Samenwerking", "Continu"]
    assert geteld == {
        "Toeleiding": {"vastgesteld": 2, "beoordeeld": 1, "niet_opgepakt": 1, "niet_beoordeeld": 1, "gemeenten": 1},
        "De aanpak": {
            "vastgesteld": 4, "beoordeeld": 4, "opgepakt": 2, "verteld": 2, "niet_opgepakt": 2, "gemeenten": 2,
        },
        "Samenwerking": {
            "vastgesteld": 6, "beoordeeld": 6, "opgepakt": 4, "verteld": 4, "niet_opgepakt": 2, "behouden": 2,
            "gemeenten": 2,
        },
        "Continu": {"vastgesteld": 4, "beoordeeld": 4, "opgepakt": 4, "verteld": 4, "gemeenten": 1},
    }  # fmt: skip


def test_per_indicator(bron: Bron) -> None:
    geteld = cijfers(bron, "indicator", **IN_2014)
    # (vastgesteld, opgepakt, niet, gemeenten): the rows of test_totalen.py from top to bottom
    assert [tuple(n.get(naam, 0) for naam in ("vastgesteld", "opgepakt", "niet_opgepakt", "gemeenten"))
            for n in geteld.values()] == [
        (1, 0, 1, 1), (1, 0, 0, 1), (3, 2, 1, 2), (1, 0, 1, 1), (1, 1, 0, 1), (3, 2, 1, 2), (1, 1, 0, 1), (1, 0, 1, 1),
        (2, 2, 0, 1), (2, 2, 0, 1),
    ]  # fmt: skip
    assert list(geteld)[2] == "beleid-doorzettingsmacht"


@pytest.mark.parametrize(
    ("per", "keuze", "verwacht"),
    [
        ("gemeente", {"gemeenten": [LEEUWARDEN]}, (LEEUWARDEN, "Leeuwarden", "Leeuwarden", "Fryslân")),
        ("thema", {"gemeenten": [LEEUWARDEN]}, ("De aanpak", "De aanpak", "De aanpak", "")),
        (
            "indicator",
            {"gemeenten": [LEEUWARDEN]},
            (
                "beleid-doorzettingsmacht", "Doorzettingsmacht voor de regisseur",
                "De doorzettingsmacht voor de regisseur is geregeld", "De aanpak",
            ),
        ),
        ("gemeente", {"kader": CASUS, "periode": "2013-"}, (ZWOLLE, "Zwolle", "Zwolle", "Overijssel")),
    ],
)  # fmt: skip
def test_hoe_een_groep_heet(bron: Bron, per: str, keuze: dict[str, Any], verwacht: tuple[str, ...]) -> None:
    antwoord = bron.vraag("cijfers", **ALLES | IN_2014 | keuze | {"per": per})
    assert rijen(antwoord, "groep_id", "groep", "groep_voluit", "groep_boven")[0] == verwacht


@pytest.mark.parametrize(
    "keuze",
    [
        {"periode": "2014-", "gemeenten": [LEEUWARDEN]},  # 6 ✓, no verbeterpunt
        {"kader": CASUS, "periode": "2013-2014"},
        {"themas": []},
    ],
)
def test_zonder_verbeterpunten_geen_groep(bron: Bron, keuze: dict[str, Any]) -> None:
    assert cijfers(bron, "gemeente", **keuze) == {}


def test_per_gemeente_geteld_is_het_vak_een(bron: Bron) -> None:
    # doorzettingsmacht: niet in Alkmaar, twice opgepakt in Leeuwarden, once per gemeente
    geteld = cijfers(bron, "indicator", **IN_2014, eenheid="gemeente")["beleid-doorzettingsmacht"]
    assert geteld == {
        "vastgesteld": 2, "beoordeeld": 2, "opgepakt": 1, "verteld": 1, "niet_opgepakt": 1, "gemeenten": 2,
    }  # fmt: skip


def test_een_onbekende_groep_wordt_geweigerd(bron: Bron) -> None:
    with pytest.raises(duckdb.Error, match="per is gemeente, thema of indicator"):
        bron.vraag("cijfers", **ALLES | {"per": "oordeel"})


def test_twee_edities_zijn_een_groep(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # 2015 → 2016: a's oud-1 (= nieuw-1) opgepakt, b's nieuw-1 niet. oud-2 is dropped: a's test of 2016 passes it over,
    # so it waits (2015 → none), under its own old thema
    bron = verzonnen(EDITIES)
    assert cijfers(bron, "indicator", kader="fk", periode="2015-2016") == {
        "nieuw-1": {
            "vastgesteld": 2, "beoordeeld": 2, "opgepakt": 1, "getoetst": 1, "niet_opgepakt": 1, "gemeenten": 1,
        }
    }  # fmt: skip
    assert cijfers(bron, "thema", kader="fk", periode="2015-") == {
        "Oud thema": {"vastgesteld": 1, "nog_niet_hertoetst": 1, "gemeenten": 1}
    }


def test_wat_opging_staat_onder_zijn_eigen_naam(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # a filter on Drie takes in Een and Twee, which merged into it; each keeps its verbeterpunten
    geteld = cijfers(verzonnen(FUSIES), "gemeente", kader="fk", gemeenten=["FG0003"])
    assert list(geteld) == ["FG0003", "FG0001", "FG0002"]  # Drie, Een, Twee


# --- random worlds -----------------------------------------------------------------------------------------------


def _groep(wereld: Wereld, stap: Stap, per: str) -> str:
    """What a step falls under; the thema of an edition is named after it (AANVULLEN of test_tellen.py)."""
    if per == "gemeente":
        return aanpak(wereld, stap.aanpak_van).gemeente
    volgorde = {editie.id: (editie.volgorde, editie.id) for editie in wereld.edities}
    nieuwste = max(
        (indicator for indicator in wereld.indicatoren if indicator.begrip == stap.begrip),
        key=lambda indicator: volgorde[indicator.editie],
    )
    return nieuwste.editie if per == "thema" else nieuwste.id


def _orakel(wereld: Wereld, kader: str, per: str, eenheid: str) -> dict[str, Counter[str]]:
    """Per group the sum over its periods, as the oracle counts each of them."""
    groepen: dict[str, list[Stap]] = {}
    for stap in opvolging(wereld):
        if stap.kader == kader and stap.was_verbeterpunt:
            groepen.setdefault(_groep(wereld, stap, per), []).append(stap)
    uit = {}
    for groep, stappen in groepen.items():
        tellingen = per_aanpak(stappen) if eenheid == "aanpak" else per_gemeente(wereld, stappen)
        som: Counter[str] = Counter()
        for telling in tellingen.values():
            som += Counter(asdict(telling) | {"vastgesteld": telling.vastgesteld, "beoordeeld": telling.beoordeeld})
        som["eerder_vastgesteld"] = _overgenomen(wereld, stappen, eenheid)
        som["gemeenten"] = len({aanpak(wereld, stap.aanpak_van).gemeente for stap in stappen})
        uit[groep] = som
    return uit


def _overgenomen(wereld: Wereld, stappen: list[Stap], eenheid: str) -> int:
    """Units that no meting of their first year found: steps, or cells in which every verbeterpunt is such a step."""
    if eenheid == "aanpak":
        return sum(stap.overgenomen for stap in stappen)
    cellen: dict[tuple[object, ...], list[bool]] = {}
    for stap in stappen:
        plek = (aanpak(wereld, stap.aanpak_van).gemeente, stap.begrip, stap.jaar_van, stap.jaar_naar)
        cellen.setdefault(plek, []).append(stap.overgenomen)
    return sum(all(cel) for cel in cellen.values())


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(werelden(), st.sampled_from(("gemeente", "thema", "indicator")), st.sampled_from(("aanpak", "gemeente")))
def test_cijfers_zijn_gelijk_aan_het_orakel(wereld: Wereld, per: str, eenheid: str) -> None:
    geteld = Geteld(wereld)
    for kader in geteld.kaders:
        keuze = ALLES | {"kader": kader, "eenheid": eenheid, "per": per}
        groepen = _vraag(geteld, "cijfers", keuze)
        weg = {"groep_id", "groep", "groep_voluit", "groep_boven", "behouden", "teruggevallen"}
        assert {
            rij["groep_id"]: Counter({naam: n for naam, n in rij.items() if n and naam not in weg}) for rij in groepen
        } == {groep: +som for groep, som in _orakel(wereld, kader, per, eenheid).items()}
        (totaal,) = _vraag(geteld, "totalen", keuze)
        for naam in (
            *GETELD[:-2],
            "eerder_vastgesteld",
        ):  # behouden and teruggevallen also stand where no group has a verbeterpunt
            assert sum(rij[naam] for rij in groepen) == totaal[naam]


def _vraag(geteld: Geteld, naam: str, keuze: Mapping[str, object]) -> list[dict[str, Any]]:
    tekst, waarden = loper.gebonden(naam, keuze)
    return geteld._vraag(tekst, **waarden)


def test_wat_gelijk_staat_of_heet_komt_op_id(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """b1 and b2 stand in one place of one thema, b3 in a thema of that place; both gemeenten are called Een."""
    bron = verzonnen(TWEE_VAN_ALLES)
    for per, verwacht in (
        ("indicator", ["b3", "b1", "b2"]),
        ("thema", ["Ander thema", "Thema"]),
        ("gemeente", ["FG0001", "FG0002"]),
    ):
        assert list(bron.vraag("cijfers", **ALLES | {"kader": "fk", "per": per})["groep_id"]) == verwacht


def test_een_thema_van_twee_edities_staat_op_zijn_eerste_plek(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(GEDEELD_THEMA).vraag("cijfers", **ALLES | {"kader": "fk", "per": "thema"})
    assert rijen(antwoord, "groep_id", "vastgesteld") == [("Gedeeld thema", 3), ("Ander thema", 1)]
