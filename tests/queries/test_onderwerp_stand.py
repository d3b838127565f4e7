"""Open now under each onderwerp and thema of a kader, counted by hand in the leveringen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from queries import Bron
from tests.queries.hulp import BELEID, CASUS, STELSEL, oordelen, rijen
from tests.queries.schetsen import EDITIES, GEDEELD_THEMA, GEMELD, KADER, TWEE_VAN_ALLES

KOLOMMEN = ("indicatoren", "open", "bekend", "onbekend", "gemeenten_open", "gemeenten", "sinds")


def _rij(bron: Bron, kader: str, soort: str, sleutel: str) -> tuple[object, ...]:
    antwoord = bron.vraag("onderwerp_stand")
    plek = (antwoord["kader_id"] == kader) & (antwoord["soort"] == soort) & (antwoord["sleutel"] == sleutel)
    (rij,) = rijen(antwoord[plek], *KOLOMMEN)
    return rij


@pytest.mark.parametrize(
    ("kader", "soort", "sleutel", "verwacht"),
    [
        # Alkmaar: afspraken and informatie open. Leeuwarden's teams: opschaling, afspraken, beslisbevoegdheid ✓
        (BELEID, "thema", "Samenwerking", (4, 2, 5, 0, 1, 2, 2013)),
        # Zwolle's nine: één regisseur ✗, regisseur erkend ✗, the other seven ✓
        (CASUS, "thema", "Samenwerking", (9, 2, 9, 0, 1, 1, 2013)),
        # only the samenwerkingsafspraken: Alkmaar ✗, Leeuwarden ✓
        (BELEID, "onderwerp", "samenwerkingsafspraken", (1, 1, 2, 0, 1, 2, 2013)),
        # relevante partijen ✓, afspraken nakomen ✓: known and none open, so no year
        (CASUS, "onderwerp", "samenwerkingsafspraken", (2, 0, 2, 0, 0, 1, None)),
        # Alkmaar's doorzettingsmacht ✗; Leeuwarden's doorzettingsmacht, opschaling, beslisbevoegdheid ✓
        (BELEID, "onderwerp", "doorzettingsmacht-en-opschaling", (3, 1, 4, 0, 1, 2, 2013)),
        (BELEID, "indicator", "beleid-doorzettingsmacht", (1, 1, 2, 0, 1, 2, 2013)),
        # the empty cell of 2014 changes nothing: the ✗ of 2013 still stands
        (BELEID, "indicator", "beleid-gezamenlijke-doelen", (1, 1, 1, 0, 1, 1, 2013)),
        (BELEID, "kader", BELEID, (10, 6, 12, 0, 1, 2, 2013)),
        # Den Helder has a meting and no verdict: nothing is known, and that is not zero of something
        (STELSEL, "onderwerp", "regie", (1, 0, 0, 0, 0, 0, None)),
    ],
)
def test_stand(bron: Bron, kader: str, soort: str, sleutel: str, verwacht: tuple[object, ...]) -> None:
    assert _rij(bron, kader, soort, sleutel) == verwacht


def test_elk_soort_deelt_hetzelfde_kader(bron: Bron) -> None:
    antwoord = bron.vraag("onderwerp_stand")
    antwoord = antwoord[antwoord["kader_id"].isin([BELEID, CASUS, STELSEL])]
    # within one edition every indicator has one onderwerp and one thema: each kind adds up to the kader
    for soort in ("kader", "onderwerp", "thema", "indicator"):
        deel = antwoord[antwoord["soort"] == soort]
        assert deel.groupby("kader_id")["open"].sum().to_dict() == {BELEID: 6, CASUS: 11, STELSEL: 0}
        assert deel.groupby("kader_id")["bekend"].sum().to_dict() == {BELEID: 12, CASUS: 33, STELSEL: 0}


def test_onbekend_staat_apart(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    # a (b1 ✓) and b (nothing) became c: of c it is unknown. b2 is known and closed
    schets = (
        KADER
        | {
            "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|A\nb|FG0001|B\nc|FG0001|C\nd|FG0002|D",
            "aanpak_opvolging": "van|naar\na|c\nb|c",
        }
        | oordelen("a 2013-06-01 ed b1=V", "d 2013-06-01 ed b2=V")
    )
    bron = verzonnen(schets)
    assert _rij(bron, "fk", "onderwerp", "o") == (3, 0, 1, 1, 0, 1, None)
    assert _rij(bron, "fk", "indicator", "b1") == (1, 0, 0, 1, 0, 0, None)


def test_een_indicator_telt_onder_het_thema_van_elke_editie(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    bron = verzonnen(EDITIES)
    # oud-1 = nieuw-1: a ✓ since 2016, b ✗ since 2015; oud-2, dropped, is still open at a
    assert _rij(bron, "fk", "thema", "Nieuw thema") == (1, 1, 2, 0, 1, 1, 2015)
    assert _rij(bron, "fk", "thema", "Oud thema") == (2, 2, 3, 0, 1, 1, 2015)
    # once, by the id and the short name of the newest edition
    assert _rij(bron, "fk", "indicator", "nieuw-1") == (1, 1, 2, 0, 1, 1, 2015)
    assert "oud-1" not in set(bron.vraag("onderwerp_stand")["sleutel"])


def test_gemeld_blijft_open(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    antwoord = verzonnen(GEMELD).vraag("onderwerp_stand")
    eigen = (antwoord["kader_id"] == "fk") & antwoord["soort"].isin(["kader", "indicator"])
    geteld = rijen(antwoord[eigen], "sleutel", "open", "gemeld", "bekend")
    assert sorted(geteld) == [("b1", 2, 1, 2), ("b2", 1, 0, 1), ("b3", 0, 0, 0), ("fk", 3, 1, 3)]


def test_gemeld_is_alleen_wat_van_die_aanpak_is_gemeld(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    derde = {"aanpakken": GEMELD["aanpakken"] + "\nc|FG0003|Aanpak C"}
    vonden = oordelen("a 2019-06-01 ed b1=X b2=X", "b 2019-06-01 ed b1=X", "c 2019-06-01 ed b1=X")
    antwoord = verzonnen(GEMELD | derde | vonden).vraag("onderwerp_stand")
    assert rijen(antwoord[antwoord["sleutel"] == "b1"], "open", "gemeld") == [(3, 1)]


def test_volgorde_en_het_eerste_jaar(bron: Bron, verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    """By soort and kader, then in the order of the kader, or by id where that says nothing."""
    themas = bron.vraag("onderwerp_stand").query("kader_id == @BELEID and soort == 'thema'")
    assert list(themas["sleutel"]) == ["Toeleiding", "De aanpak", "Samenwerking", "Continu"]
    antwoord = verzonnen(TWEE_VAN_ALLES).vraag("onderwerp_stand")
    antwoord = antwoord[antwoord["kader_id"].isin(["fk", "gk"])]
    # b2 of a is open since 2013, of b since 2016; b1 of b and c since 2014
    assert rijen(antwoord, "soort", "kader_id", "sleutel", "open", "sinds") == [
        ("indicator", "fk", "b1", 2, 2014),
        ("indicator", "fk", "b2", 2, 2013),
        ("indicator", "fk", "b3", 1, 2013),
        ("indicator", "gk", "c1", 1, 2013),
        ("kader", "fk", "fk", 5, 2013),
        ("kader", "gk", "gk", 1, 2013),
        ("onderwerp", "fk", "o", 5, 2013),
        ("onderwerp", "gk", "o", 1, 2013),
        ("thema", "fk", "Ander thema", 1, 2013),
        ("thema", "fk", "Thema", 4, 2013),
        ("thema", "gk", "Thema", 1, 2013),
    ]


def test_een_thema_van_twee_edities_staat_op_zijn_eerste_plek(verzonnen: Callable[[Mapping[str, str]], Bron]) -> None:
    themas = verzonnen(GEDEELD_THEMA).vraag("onderwerp_stand").query("kader_id == 'fk' and soort == 'thema'")
    assert rijen(themas, "sleutel", "open") == [("Gedeeld thema", 2), ("Ander thema", 1)]
