"""data/controles/samenhang.sql: rows that contradict other rows."""

from __future__ import annotations

import pytest

from tests.data.bouwdoos import Doos, Geval, plant


def _thema_van_andere_editie(doos: Doos) -> None:
    doos.zet("kader/indicatoren", 4, "thema_id", "t1")


def _zonder_onderwerp(doos: Doos) -> None:
    doos.weg("kader/indicator_onderwerp", 6)


def _indicator_van_andere_editie(doos: Doos) -> None:
    doos.zet("feiten/oordelen", 7, "indicator_id", "j2")


def _twee_uit_een_editie(doos: Doos) -> None:
    """i1 and i2, of one edition, are both tied to j1: told at each of the two."""
    doos.erbij("kader/indicator_gelijk", van="i2", naar="j1")


def _zonder_rapport(doos: Doos) -> None:
    doos.erbij("feiten/metingen", meting_id="m3", peiljaar="2015", onderzoek_van="2015-01", onderzoek_tot="2015-02")


GEVALLEN: dict[str, Geval] = {
    "thema van een andere editie": (
        _thema_van_andere_editie,
        "kader/indicatoren", 4, "thema_id", 'thema "t1" hoort niet bij editie "proef-2"',
    ),
    "criterium van een ander thema": (
        lambda d: d.zet("kader/indicatoren", 2, "criterium_id", "c1b"),
        "kader/indicatoren", 2, "criterium_id", 'criterium "c1b" hoort niet bij thema "t1"',
    ),
    "zonder onderwerp": (
        _zonder_onderwerp, "kader/indicatoren", 6, "indicator_id", 'indicator "k1" heeft geen onderwerp',
    ),
    "gelijk over kaders": (
        lambda d: d.erbij("kader/indicator_gelijk", van="i2", naar="k1"),
        "kader/indicator_gelijk", 3, "naar", '"i2" en "k1" staan niet in twee edities van één kader',
    ),
    "oordeel over een andere editie": (
        _indicator_van_andere_editie,
        "feiten/oordelen", 7, "indicator_id", 'indicator "j2" hoort niet bij editie "proef-1" van de meting',
    ),
    "rapport drukt de meting niet af": (
        lambda d: d.zet("feiten/oordelen", 7, "rapport_id", "rap-1"),
        "feiten/oordelen", 7, "rapport_id", 'rapport "rap-1" drukt meting "m2" niet af',
    ),
    "meting zonder rapport": (
        _zonder_rapport, "feiten/metingen", 4, "meting_id", 'meting "m3" staat in geen enkel rapport',
    ),
    "afdrukken verschillen": (
        lambda d: d.weg("feiten/conflicten", 2),
        "feiten/oordelen", 5, "uitkomst",
        'rapporten rap-1 en rap-2 geven meting "m1" op indicator "i2" een verschillende uitkomst',
    ),
    "keuze zonder oordeel": (
        lambda d: d.erbij("feiten/conflicten", meting_id="m2", indicator_id="i1", geldt="rap-1"),
        "feiten/conflicten", 3, "geldt", 'rapport "rap-1" geeft hier geen oordeel',
    ),
    "ronde van een ander kader": (
        lambda d: d.zet("feiten/metingen", 3, "ronde_id", "r2"),
        "feiten/metingen", 3, "ronde_id", 'ronde "r2" gaat over een ander kader dan de meting',
    ),
    "actiepunt zonder stand": (
        lambda d: d.zet("feiten/bevindingen", 2, "stand", ""),
        "feiten/bevindingen", 2, "stand", "een actiepunt zonder stand",
    ),
    "stand zonder actiepunt": (
        lambda d: d.zet("feiten/bevindingen", 3, "stand", "open"),
        "feiten/bevindingen", 3, "stand", "een stand bij een sterk_punt",
    ),
}  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_rijen_die_elkaar_tegenspreken(doos: Doos, geval: Geval) -> None:
    plant(doos, geval)


def test_een_begrip_heeft_per_editie_een_indicator(doos: Doos) -> None:
    """Told at both indicatoren, for either may be the wrong one."""
    _twee_uit_een_editie(doos)
    gevonden = [(f.bestand, f.regel, f.kolom) for f in doos.fouten()]
    assert gevonden == [("leveringen/kader/indicatoren.csv", regel, "indicator_id") for regel in (2, 3)]
    assert "met een andere indicator van dezelfde editie" in doos.fouten()[0].mis


def test_twee_indicatoren_van_een_editie_zijn_niet_gelijk(doos: Doos) -> None:
    """Tied directly, the row itself is told beside the two indicatoren."""
    doos.erbij("kader/indicator_gelijk", van="i2", naar="i1")
    fout = next(f for f in doos.fouten() if f.bestand.endswith("indicator_gelijk.csv"))
    assert (fout.regel, fout.kolom) == (3, "naar")


TEKENS = [
    ("✓", "voldoet", True),
    ("√", "voldoet", True),
    ("X", "verbeterpunt", True),
    ("✗", "verbeterpunt", True),
    ("x", "verbeterpunt", True),
    ("✓ X", "gemengd", True),
    ("", "niet_beoordeeld", True),
    ("", "voldoet", False),
    ("", "verbeterpunt", False),
    ("✓", "verbeterpunt", False),
    ("✓", "niet_beoordeeld", False),
    ("X", "voldoet", False),
    ("✓ X", "verbeterpunt", False),
    ("?", "voldoet", False),
]


def test_teken_en_uitkomst(doos: Doos) -> None:
    """An indicator and an oordeel of m2 for each pair; told are those that contradict one another."""
    verwacht = []
    for nummer, (teken, uitkomst, goed) in enumerate(TEKENS):
        indicator = {"indicator_id": f"teken-{nummer}"}
        doos.erbij("kader/indicatoren", **indicator, editie_id="proef-1", thema_id="t1")
        doos.erbij("kader/indicator_onderwerp", **indicator)
        regel = doos.erbij("feiten/oordelen", **indicator, teken_gedrukt=teken, uitkomst=uitkomst)
        if not goed:
            verwacht.append((regel, f'teken "{teken}" en uitkomst "{uitkomst}" spreken elkaar tegen'))
    fouten = doos.fouten()
    assert {(f.bestand, f.kolom) for f in fouten} == {("leveringen/feiten/oordelen.csv", "teken_gedrukt")}
    assert [(f.regel, f.mis) for f in fouten] == verwacht


def test_een_meting_zonder_meting_rapport_bestand(doos: Doos) -> None:
    """A column that lacks is told once; that every meting then lacks a rapport only follows from it."""
    doos.zonder_kolom("feiten/meting_rapport", "meting_id")
    assert [(f.bestand, f.kolom) for f in doos.fouten()] == [("leveringen/feiten/meting_rapport.csv", "meting_id")]


def test_een_onbekend_rapport_in_een_keuze_is_een_fout(doos: Doos) -> None:
    doos.zet("feiten/conflicten", 2, "geldt", "rap-9")
    assert [(f.bestand, f.mis) for f in doos.fouten()] == [("leveringen/feiten/conflicten.csv", '"rap-9" is onbekend')]


@pytest.mark.parametrize("kolom", ["meting_id", "indicator_id", "rapport_id"])
def test_oordelen_die_niet_zeggen_waarover_spreken_elkaar_niet_tegen(doos: Doos, kolom: str) -> None:
    """Without the column every oordeel would be about the same; the column is what is told."""
    doos.zonder_kolom("feiten/oordelen", kolom)
    fouten = doos.fouten()
    assert ("leveringen/feiten/oordelen.csv", kolom) in [(f.bestand, f.kolom) for f in fouten]
    assert [f.mis for f in fouten if f.kolom == "uitkomst"] == []
    assert all(f.mis for f in fouten)
