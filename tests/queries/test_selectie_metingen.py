"""The metingen behind a selection: those of the four rapporten by hand, and on random worlds against the oracle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from queries import Bron, loper
from tests.orakel import Wereld
from tests.orakel.toetsen import keten, rust_op, verdict
from tests.orakel.wereld import OPEN
from tests.queries.hulp import ALKMAAR, ALLES, CASUS, rijen
from tests.queries.test_tellen import Geteld
from tests.werelden import werelden

HH, IT, VIG, WIJK = (
    "Helpende Hand in de Wijk", "Interventieteam Gezinnen", "Voorwaardelijke Interventie Gezinnen", "Sociale Wijkteams",
)  # fmt: skip
IN_2014 = {"periode": "2013-2014"}
VAN_NAAR = [
    ("van", HH, 2013, 6),
    ("van", IT, 2013, 5),
    ("van", VIG, 2013, 5),
    ("naar", HH, 2014, 6),  # the empty cell was looked at too
    ("naar", WIJK, 2014, 10),
]


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        (IN_2014, VAN_NAAR),
        (IN_2014 | {"verloop": True}, VAN_NAAR),
        (IN_2014 | {"gemeenten": [ALKMAAR]}, [VAN_NAAR[0], VAN_NAAR[3]]),
        # Samenwerking: Alkmaar 2, IT opschaling and afspraken, VIG afspraken and beslisbevoegdheid
        (
            IN_2014 | {"themas": ["beleid-samenwerking"]},
            [("van", HH, 2013, 2), ("van", IT, 2013, 2), ("van", VIG, 2013, 2), ("naar", HH, 2014, 2),
             ("naar", WIJK, 2014, 4)],
        ),
        # what waits: Alkmaar's 5 X of 2014 and the doelen of 2013, which nobody looked at since
        ({"periode": "2014-"}, [("van", HH, 2013, 1), ("van", HH, 2014, 5)]),
        ({"kader": CASUS}, [("van", "Bijzondere Doelgroepen", 2013, 11)]),
        ({"gemeenten": []}, []),
    ],
)  # fmt: skip
def test_metingen(bron: Bron, keuze: dict[str, Any], verwacht: list[tuple[str, str, int, int]]) -> None:
    antwoord = bron.vraag("selectie_metingen", **ALLES | keuze)
    assert rijen(antwoord, "kant", "aanpak", "peiljaar", "verbeterpunten") == verwacht


def test_waarop_een_meting_rust(bron: Bron) -> None:
    antwoord = bron.vraag("selectie_metingen", **ALLES | {"kader": CASUS})
    (rij,) = antwoord.to_dict("records")
    assert rij.pop("basis").startswith("3 van circa 80 gezinnen")
    assert rij.pop("moment").date().isoformat() == "2014-05-31"  # the end of the research: no visit is named
    assert str(rij.pop("bezoek_op")) == "NaT"
    assert rij == {
        "kant": "van", "meting_id": "zwolle-bijzondere-doelgroepen-2013-ggsr-casus", "gemeente_code": "GM0193",
        "gemeente": "Zwolle", "aanpak": "Bijzondere Doelgroepen", "peiljaar": 2013, "bewijs": "casusonderzoek",
        "dekking": "heel_kader", "ronde_id": "ronde-ggsr-casus", "ronde": "GGSR op casusniveau", "verbeterpunten": 11,
    }  # fmt: skip


# --- random worlds -----------------------------------------------------------------------------------------------


def _verwacht(wereld: Wereld, kader: str) -> dict[tuple[str, str], int]:
    """The metingen behind the verbeterpunten; where there are none, those behind what was voldoet, with count 0."""
    return dict(_orakel(wereld, kader, OPEN)) or dict.fromkeys(_orakel(wereld, kader, {"voldoet"}), 0)


def _orakel(wereld: Wereld, kader: str, uitkomsten: Collection[str]) -> Counter[tuple[str, str]]:
    """Every such oordeel against the tests after it, until one of them tells something; else it goes on without."""
    geraakt: Counter[tuple[str, str]] = Counter()
    metingen = {meting.id: meting for meting in wereld.metingen}
    begrip = {indicator.id: indicator.begrip for indicator in wereld.indicatoren}
    for oordeel in wereld.oordelen:
        meting = metingen[oordeel.meting]
        if meting.kader != kader or oordeel.uitkomst not in uitkomsten:
            continue
        wat, bekend = begrip[oordeel.indicator], False
        for toets in keten(wereld, kader, meting.aanpak, meting.moment, wat):
            geraakt["van", meting.id] += 1
            geraakt.update(
                ("naar", ander.id) for ander in rust_op(wereld, kader, meting.aanpak, meting.moment, toets, wat)
            )
            bekend = verdict(wereld, kader, meting.aanpak, meting.moment, toets, wat) is not None
            if bekend:
                break
        geraakt["van", meting.id] += not bekend
    return geraakt


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(werelden())
def test_metingen_zijn_gelijk_aan_het_orakel(wereld: Wereld) -> None:
    geteld = Geteld(wereld)
    rapport = {meting.id: meting.rapport for meting in wereld.metingen}
    for kader in geteld.kaders:
        verwacht = _verwacht(wereld, kader)
        gegeven = _vraag(geteld, "selectie_metingen", kader)
        assert {(rij["kant"], rij["meting_id"]): rij["verbeterpunten"] for rij in gegeven} == verwacht
        rapporten = [rij["rapport_id"] for rij in _vraag(geteld, "selectie_rapporten", kader)]
        assert rapporten == sorted({rapport[meting] for _, meting in verwacht})


def _vraag(geteld: Geteld, naam: str, kader: str) -> list[dict[str, Any]]:
    tekst, waarden = loper.gebonden(naam, ALLES | {"kader": kader})
    return geteld._vraag(tekst, **waarden)
