"""The cells of the heatmap: see test_totalen.py for the table of all steps, worked out by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import ALKMAAR, ALLES, CASUS, LEEUWARDEN, R_ALKMAAR, R_LEEUWARDEN, oordelen, rijen
from tests.queries.schetsen import DRIE_KEER_IN_EEN_JAAR, EDITIES, FUSIES, KADER, TWEE_VAN_ALLES

TOEN_NU = {**ALLES, "periode": "2013-2014"}
IT, VIG, HELPENDE = "leeuwarden-interventieteam", "leeuwarden-voorwaardelijke-interventie", "alkmaar-helpende-hand"


def test_per_aanpak(bron: Bron) -> None:
    cellen = rijen(bron.vraag("cellen", **TOEN_NU), "indicator_id", "kolom_id", "status")
    leeuwarden = [
        "doorzettingsmacht",
        "opschaling",
        "samenwerkingsafspraken",
        "beslisbevoegdheid",
        "beschikbaarheid",
        "vervolg",
    ]
    verwacht = {(f"beleid-{i}", aanpak): "opgepakt" for i in leeuwarden for aanpak in (IT, VIG)}
    verwacht["beleid-opschaling", VIG] = "behouden"
    verwacht["beleid-beslisbevoegdheid", IT] = "behouden"
    for i in ("beleid-en-visie", "doorzettingsmacht", "niet-loslaten", "samenwerkingsafspraken", "informatiedeling"):
        verwacht[f"beleid-{i}", HELPENDE] = "niet_opgepakt"
    verwacht["beleid-gezamenlijke-doelen", HELPENDE] = "niet_beoordeeld"
    assert len(cellen) == 18
    assert {(i, k): s for i, k, s in cellen} == verwacht


def test_een_cel_voluit(bron: Bron) -> None:
    antwoord = bron.vraag("cellen", **{**TOEN_NU, "themas": ["beleid-de-aanpak"], "gemeenten": [LEEUWARDEN]})
    kolommen = (
        "gemeente", "provincie", "kolom", "thema", "kort", "onderwerp", "jaar_van", "jaar_naar", "uitkomst_van",
        "uitkomst_naar", "bewijs_naar", "aanpak_naar", "rapport_van", "rapport_naar", "verteld", "overgenomen", "rijen",
        "niet_meer_in_kader",
    )  # fmt: skip
    rest = (
        "De aanpak", "Doorzettingsmacht voor de regisseur", "Doorzettingsmacht en opschaling", 2013, 2014,
        "verbeterpunt", "voldoet", "mondelinge_rapportage", "Sociale Wijkteams", R_LEEUWARDEN, R_LEEUWARDEN, True,
        False, 1, False,
    )  # fmt: skip
    assert rijen(antwoord, *kolommen) == [
        ("Leeuwarden", "Fryslân", "Interventieteam Gezinnen", *rest),
        ("Leeuwarden", "Fryslân", "Voorwaardelijke Interventie Gezinnen", *rest),
    ]


def test_per_gemeente_telt_alleen_het_verbeterpunt(bron: Bron) -> None:
    # opschaling: IT X → ✓, VIG ✓ → ✓. The X speaks, the ✓ is not part of the cell.
    antwoord = bron.vraag(
        "cellen", **{**TOEN_NU, "eenheid": "gemeente", "onderwerpen": ["doorzettingsmacht-en-opschaling"]}
    )
    assert rijen(antwoord, "indicator_id", "kolom_id", "status", "rijen", "aanpak_van") == [
        ("beleid-doorzettingsmacht", ALKMAAR, "niet_opgepakt", 1, "Helpende Hand in de Wijk"),
        (
            "beleid-doorzettingsmacht", LEEUWARDEN, "opgepakt", 2,
            "Interventieteam Gezinnen + Voorwaardelijke Interventie Gezinnen",
        ),
        ("beleid-opschaling", LEEUWARDEN, "opgepakt", 1, "Interventieteam Gezinnen"),
        ("beleid-beslisbevoegdheid", LEEUWARDEN, "opgepakt", 1, "Voorwaardelijke Interventie Gezinnen"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("statussen", "aantal"),
    [
        (None, 18),
        (["opgepakt"], 10),
        (["niet_opgepakt", "niet_beoordeeld"], 6),
        (["behouden"], 2),
        (["vervallen"], 0),
        ([], 0),
    ],
)
def test_statussen(bron: Bron, statussen: list[str] | None, aantal: int) -> None:
    assert len(bron.vraag("cellen", **{**TOEN_NU, "statussen": statussen})) == aantal


def test_zonder_toets(bron: Bron) -> None:
    # Alkmaar's 5 X of 2014 and the doelen of 2013, carried over the empty cell; no test, so nothing after it
    antwoord = bron.vraag("cellen", **{**ALLES, "periode": "2014-", "gemeenten": [ALKMAAR]})
    assert (
        rijen(antwoord, "status", "jaar_naar", "uitkomst_naar", "rapport_naar")
        == [("nog_niet_hertoetst", None, None, None)] * 6
    )
    assert rijen(antwoord[antwoord["overgenomen"]], "indicator_id", "jaar_van", "rapport_van") == [
        ("beleid-gezamenlijke-doelen", 2014, R_ALKMAAR)
    ]


def test_casus_in_de_volgorde_van_het_kader(bron: Bron) -> None:
    antwoord = bron.vraag("cellen", **{**ALLES, "kader": CASUS, "periode": "2013-"})
    assert Counter(antwoord["uitkomst_van"]) == {"voldoet": 22, "verbeterpunt": 10, "gemengd": 1}
    assert list(antwoord["indicator_volgorde"]) == list(range(1, 34))
    assert antwoord["criterium"].nunique() == 12


# --- what the shipped rapporten do not hold ----------------------------------------------------------------------


def test_meer_metingen_in_een_peiljaar(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Two steps of one aanpak in one period are one cell of the heatmap, and two in the count."""
    bron = verzonnen(DRIE_KEER_IN_EEN_JAAR)
    keuze = {**ALLES, "kader": "fk", "periode": "2013-2013"}
    cellen = rijen(bron.vraag("cellen", **keuze), "indicator_id", "status", "rijen")
    # b1: X → X niet, X → ✓ opgepakt: one of two, so deels. b2: ✓ → X teruggevallen, X → ✓ opgepakt: the X speaks
    assert cellen == [("b1", "deels_opgepakt", 2), ("b2", "opgepakt", 1)]
    (totaal,) = rijen(
        bron.vraag("totalen", **keuze), "vastgesteld", "opgepakt", "niet_opgepakt", "deels_opgepakt", "teruggevallen"
    )
    assert totaal == (3, 2, 1, 0, 1)


def test_begrip_in_twee_edities(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """In one period, one aanpak starts under the old edition, another under the new: one row of the heatmap."""
    bron = verzonnen(EDITIES)
    keuze = {**ALLES, "kader": "fk", "periode": "2015-2016"}
    antwoord = bron.vraag("cellen", **keuze)
    # A: oud 2015 X → nieuw 2016 ✓; B: nieuw 2015 X → nieuw 2016 X. Both are the begrip oud-1 = nieuw-1.
    assert rijen(antwoord, "indicator_id", "kolom_id", "thema", "status") == [
        ("nieuw-1", "a", "Nieuw thema", "opgepakt"),
        ("nieuw-1", "b", "Nieuw thema", "niet_opgepakt"),
    ]
    per_gemeente = bron.vraag("cellen", **{**keuze, "eenheid": "gemeente"})
    assert rijen(per_gemeente, "indicator_id", "status", "rijen") == [("nieuw-1", "deels_opgepakt", 2)]
    # the thema finds it by either edition
    for thema in ("t-oud", "t-nieuw"):
        assert len(bron.vraag("cellen", **{**keuze, "themas": [thema]})) == 2
    assert bron.vraag("cellen", **{**keuze, "themas": ["t-elders"]}).empty


def test_niet_meer_in_kader(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """A: oud-2 X in 2015; the new edition dropped it, so the test of 2016 passes it over."""
    antwoord = verzonnen(EDITIES).vraag("cellen", **{**ALLES, "kader": "fk", "periode": "2015-"})
    assert rijen(antwoord, "indicator_id", "status", "niet_meer_in_kader") == [("oud-2", "nog_niet_hertoetst", True)]


@pytest.mark.parametrize(
    ("gemeenten", "verwacht"),
    [
        (["FG0003"], {"a", "b", "c", "d"}),  # over two mergers: FG0001 → FG0002 → FG0003
        (["FG0002"], {"a", "b"}),
        (["FG0001"], {"a"}),
        (["FG0004"], {"e"}),  # part of FG0003 went there: that is no merger
        (["FG0001", "FG0004"], {"a", "e"}),
        ([], set()),
        (None, {"a", "b", "c", "d", "e"}),
    ],
)
def test_gemeente_met_wat_erin_opging(
    verzonnen: Callable[[Mapping[str, str]], Bron], gemeenten: list[str] | None, verwacht: set[str]
) -> None:
    antwoord = verzonnen(FUSIES).vraag("cellen", **{**ALLES, "kader": "fk", "gemeenten": gemeenten})
    assert set(antwoord["kolom_id"]) == verwacht


def test_rij_blijft_bij_de_gemeente_waar_zij_begon(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """a's X of 2013, which b (2014) did not look at, ends at c's ✓ (2016); b's own X at c's X."""
    keuze = {**ALLES, "kader": "fk", "gemeenten": ["FG0003"], "periode": "2014-2016", "eenheid": "gemeente"}
    antwoord = verzonnen(FUSIES).vraag("cellen", **keuze)
    assert rijen(antwoord, "kolom_id", "gemeente", "indicator_id", "status", "aanpak_naar", "overgenomen") == [
        ("FG0001", "Een", "b1", "opgepakt", "Aanpak C", True),
        ("FG0002", "Twee", "b2", "niet_opgepakt", "Aanpak C", False),
    ]


def test_twee_verhalen_van_een_gemeente(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """Told counts as told, also where the other aanpak of the gemeente was tested."""
    bron = verzonnen(
        KADER
        | {"aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B"}
        | oordelen(
            "a 2013-06-01 ed b1=X",
            "a 2014-06-01 ed b1=V bewijs=mondelinge_rapportage",
            "b 2013-06-01 ed b1=X",
            "b 2014-06-01 ed b1=V",
        )
    )
    keuze = {**ALLES, "kader": "fk", "periode": "2013-2014", "eenheid": "gemeente"}
    assert rijen(bron.vraag("cellen", **keuze), "status", "verteld", "bewijs_naar") == [
        ("opgepakt", True, "mondelinge_rapportage + volledige_toets")
    ]
    assert rijen(bron.vraag("totalen", **keuze), "opgepakt", "verteld", "getoetst") == [(1, 1, 0)]
    per_aanpak = bron.vraag("totalen", **{**keuze, "eenheid": "aanpak"})
    assert rijen(per_aanpak, "opgepakt", "verteld", "getoetst") == [(2, 1, 1)]


def test_volgorde(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """In the order of the kader, by gemeente, name and year, what waits last; what stands or is named alike, by id."""
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("cellen", **ALLES | {"kader": "fk"})
    assert rijen(antwoord, "indicator_id", "kolom_id", "jaar_van", "jaar_naar") == [
        ("b3", "a", 2013, 2016),
        ("b3", "a", 2016, None),
        ("b1", "a", 2013, 2016),
        ("b1", "a", 2016, None),
        ("b1", "b", 2014, 2016),
        ("b1", "b", 2016, None),
        ("b1", "c", 2014, 2015),
        ("b1", "c", 2015, None),
        ("b2", "a", 2013, 2016),
        ("b2", "a", 2016, None),
        ("b2", "b", 2016, None),
    ]
    antwoord = verzonnen(DRIE_KEER_IN_EEN_JAAR).vraag("cellen", **ALLES | {"kader": "fk"})
    assert rijen(antwoord, "jaar_van", "jaar_naar") == [(2013, 2013), (2013, None)] * 2
