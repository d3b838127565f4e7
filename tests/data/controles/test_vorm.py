"""Each rule of data/controles/vorm.sql finds its fault, and only that."""

from __future__ import annotations

import pytest

from tests.data.bouwdoos import Doos, Geval, plant

GEVALLEN: dict[str, Geval] = {
    "verplicht": (lambda d: d.zet("feiten/metingen", 3, "basis", ""), "feiten/metingen", 3, "basis", "is leeg"),
    "alleen spaties": (lambda d: d.zet("feiten/metingen", 3, "basis", "  "), "feiten/metingen", 3, "basis", "is leeg"),
    "id": (
        lambda d: d.zet("feiten/weergaven", 2, "weergave_id", "W 1"),
        "feiten/weergaven", 2, "weergave_id", '"W 1" heeft niet de goede vorm',
    ),
    "formaat": (lambda d: d.zet("feiten/levering", 2, "formaat", "x"), "feiten/levering", 2, "formaat", '"x" heeft'),
    "datumvorm": (
        lambda d: d.zet("feiten/metingen", 2, "bezoek_op", "1-5-2013"),
        "feiten/metingen", 2, "bezoek_op", '"1-5-2013" heeft niet de goede vorm',
    ),
    "jaar van de datum": (
        lambda d: d.zet("feiten/metingen", 2, "bezoek_op", "0213-05-01"),
        "feiten/metingen", 2, "bezoek_op", '"0213-05-01" heeft niet de goede vorm',
    ),
    "datum bestaat niet": (
        lambda d: d.zet("feiten/metingen", 2, "bezoek_op", "2013-02-30"),
        "feiten/metingen", 2, "bezoek_op", '"2013-02-30" bestaat niet',
    ),
    "deeldatum": (
        lambda d: d.zet("feiten/rapporten", 2, "gepubliceerd", "juni 2014"),
        "feiten/rapporten", 2, "gepubliceerd", '"juni 2014" heeft niet de goede vorm',
    ),
    "maand bestaat niet": (
        lambda d: d.zet("feiten/rapporten", 2, "gepubliceerd", "2014-13"),
        "feiten/rapporten", 2, "gepubliceerd", '"2014-13" bestaat niet',
    ),
    "jaar": (lambda d: d.zet("feiten/metingen", 2, "peiljaar", "13"), "feiten/metingen", 2, "peiljaar", '"13" heeft'),
    "geheel": (lambda d: d.zet("feiten/oordelen", 2, "pagina", "iii"), "feiten/oordelen", 2, "pagina", '"iii" heeft'),
    "janee": (lambda d: d.zet("kader/edities", 2, "volledig", "yes"), "kader/edities", 2, "volledig", '"yes" heeft'),
    "gemeentecode": (
        lambda d: d.erbij("kader/gemeenten", gemeente_code="GM361"),
        "kader/gemeenten", 5, "gemeente_code", '"GM361" heeft niet de goede vorm',
    ),
    "sha256": (lambda d: d.zet("feiten/weergaven", 2, "sha256", "A" * 64), "feiten/weergaven", 2, "sha256", '"AAA'),
}  # fmt: skip

#: Per list a column that takes its words from it.
LIJSTEN = [
    ("feiten/oordelen", 2, "uitkomst", "voldoet verbeterpunt gemengd niet_beoordeeld"),
    (
        "feiten/metingen", 2, "bewijs",
        "mondelinge_rapportage hertoets_verbeterpunten casusonderzoek stelselonderzoek volledige_toets",
    ),
    ("feiten/metingen", 2, "dekking", "heel_kader selectie"),
    ("kader/kaders", 2, "niveau", "beleid casus stelsel"),
    ("kader/gebiedswijzigingen", 2, "soort", "opgegaan_in deel_naar"),
    ("feiten/bevindingen", 2, "stand", "open gemeld opgepakt vervallen"),
    (
        "feiten/bevindingen", 3, "soort",
        "sterk_punt kan_beter verbeterpunt aanbeveling risico verklaring kans oordeel toezegging reactie",
    ),
]  # fmt: skip


def test_de_onberoerde_set_is_goed(doos: Doos) -> None:
    assert doos.fouten() == []


@pytest.mark.parametrize("geval", GEVALLEN.values(), ids=GEVALLEN)
def test_een_cel_zonder_de_goede_vorm(doos: Doos, geval: Geval) -> None:
    plant(doos, geval)


def test_een_woord_buiten_de_lijst(doos: Doos) -> None:
    """One wrong word for each list; what is expected is the whole list."""
    for bestand, regel, kolom, _ in LIJSTEN:
        doos.zet(bestand, regel, kolom, "onzin")
    gevonden = {
        (f.bestand, f.regel, f.kolom): set(f.verwacht.removeprefix("een van: ").split(", "))
        for f in doos.fouten()
        if f.mis == '"onzin" staat niet in de lijst'
    }
    assert gevonden == {
        (f"leveringen/{bestand}.csv", regel, kolom): set(woorden.split()) for bestand, regel, kolom, woorden in LIJSTEN
    }


def test_alleen_het_woord_buiten_de_lijst_wordt_gemeld(doos: Doos) -> None:
    """A word that is not known contradicts nothing else: one fault, not two."""
    doos.zet("feiten/oordelen", 2, "uitkomst", "Voldoet")
    assert len(doos.fouten()) == 1


def test_een_grote_pagina_past(doos: Doos) -> None:
    """What the form allows, the tables hold."""
    doos.zet("feiten/oordelen", 2, "pagina", "999999999")
    with doos.bouw() as con:
        assert con.execute("select max(pagina) from oordelen").fetchall() == [(999999999,)]
