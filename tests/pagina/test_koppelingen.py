"""Links by labels, and lists to choose from: what goes into an address comes out of it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from data.bouw.bouwen import bouw
from pagina.delen import keuzelijst
from pagina.delen.gegevens import Gegevens
from pagina.delen.keuzelijst import Keuzelijst
from pagina.delen.koppelingen import Koppelingen, adres
from queries import Bron
from tests.queries.hulp import ALKMAAR, R_ALKMAAR, schrijf_levering
from tests.queries.schetsen import EDITIES


@pytest.fixture(scope="module")
def geleverd(geleverd_map: Path) -> Gegevens:
    (bestand,) = geleverd_map.glob("*.duckdb")
    return Gegevens(Bron(bestand))


@pytest.fixture(scope="module")
def edities(tmp_path_factory: pytest.TempPathFactory) -> Gegevens:
    """Two editions of a fictional kader, and a gemeente whose name holds every sign that means something in a URL."""
    map_ = tmp_path_factory.mktemp("edities")
    schets = EDITIES | {"gemeenten": "gemeente_code|gemeente\nFG0001|A&B + C#1 = ?\nFG0002|Dubbel\nFG0003|Dubbel"}
    return Gegevens(Bron(bouw([schrijf_levering(map_, schets)], naar=map_ / "edities.duckdb").bestand))


def _keuze(adres_: str | None) -> tuple[str, dict[str, list[str]]]:
    delen = urlsplit(adres_ or "")
    assert delen.fragment == ""
    return delen.path, parse_qs(delen.query)


@pytest.mark.parametrize("woord", ["A&B", "1 + 1", "C#", "vraag?", "50% = de helft", "’s-Hertogenbosch", "Súdwest / é"])
def test_een_woord_komt_heel_aan(woord: str) -> None:
    assert _keuze(adres("gemeente", {"gemeente": woord})) == ("gemeente", {"gemeente": [woord]})
    assert _keuze(adres("x", {"a": [woord, "twee"], "b": woord})) == ("x", {"a": [woord, "twee"], "b": [woord]})


def test_wat_leeg_is_staat_niet_in_het_adres() -> None:
    assert adres("opvolging", {"kader": None, "thema": [], "gemeente": ""}) == "opvolging"


def test_elke_soort_leidt_naar_zijn_pagina(geleverd: Gegevens) -> None:
    naar = Koppelingen(geleverd)
    assert _keuze(naar.gemeente(ALKMAAR)) == ("gemeente", {"gemeente": ["Alkmaar"]})
    assert _keuze(naar.indicator("beleid-doorzettingsmacht")) == (
        "onderwerp",
        {"indicator": ["Doorzettingsmacht voor de regisseur (GGSR beleid)"]},
    )
    assert _keuze(naar.onderwerp("beleid-en-visie")) == (
        "onderwerp",
        {"onderwerp": ["Beleid, visie en gezamenlijke doelen"]},
    )
    assert _keuze(naar.rapport(R_ALKMAAR))[0] == "bronnen"


def test_een_onbekende_code_heeft_geen_adres(geleverd: Gegevens) -> None:
    naar = Koppelingen(geleverd)
    assert [naar.gemeente("GM9999"), naar.indicator("x"), naar.onderwerp("x"), naar.rapport("x")] == [None] * 4


def test_een_oude_editie_leidt_naar_de_nieuwe(edities: Gegevens) -> None:
    naar = Koppelingen(edities)
    nieuw = ("onderwerp", {"indicator": ["Nieuw een (Verzonnen kader)"]})
    assert _keuze(naar.indicator("oud-1")) == nieuw
    assert _keuze(naar.indicator("nieuw-1")) == nieuw
    # dropped by the new edition: its own name still leads somewhere
    assert _keuze(naar.indicator("oud-2")) == ("onderwerp", {"indicator": ["Oud twee (Verzonnen kader)"]})
    assert "oud-1" not in keuzelijst.indicatoren(edities).codes


def test_namen_die_twee_keer_voorkomen(edities: Gegevens) -> None:
    naar = Koppelingen(edities)
    assert _keuze(naar.gemeente("FG0001"))[1] == {"gemeente": ["A&B + C#1 = ?"]}
    # the URL carries the label, so a label that two share gets its code
    assert _keuze(naar.gemeente("FG0002"))[1] == {"gemeente": ["Dubbel (FG0002)"]}
    assert _keuze(naar.gemeente("FG0003"))[1] == {"gemeente": ["Dubbel (FG0003)"]}


def test_elk_label_is_uniek(geleverd: Gegevens) -> None:
    for lijst in (
        keuzelijst.gemeenten(geleverd),
        keuzelijst.indicatoren(geleverd),
        keuzelijst.onderwerpen(geleverd),
        keuzelijst.rapporten(geleverd),
    ):
        woorden = [lijst.woord(code) for code in lijst.codes]
        assert woorden
        assert len(set(woorden)) == len(woorden)


def test_keuzelijst_houdt_de_volgorde() -> None:
    lijst = Keuzelijst(["b", "a", "c"], ["Bé", "Aa", "Bé"])
    assert lijst.codes == ["b", "a", "c"]
    assert [lijst.woord(code) for code in lijst.codes] == ["Bé (b)", "Aa", "Bé (c)"]
