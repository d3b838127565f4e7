"""data/afleiding/views.sql: the columns that others rely on, in words, and what they hold for the small set."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from data.afleiding.methode import METHODEVERSIE
from tests.contract import CONTRACT

Con = duckdb.DuckDBPyConnection


@pytest.mark.parametrize("zicht", CONTRACT)
def test_de_afgesproken_kolommen_staan_voorop(proef: Con, zicht: str) -> None:
    afgesproken = CONTRACT[zicht].split()
    assert proef.table(zicht).columns[: len(afgesproken)] == afgesproken


def test_er_zijn_geen_nummers_waar_woorden_horen(proef: Con) -> None:
    """Numbers that stay in a view are keys, never codes."""
    kolommen = {k for zicht in CONTRACT for k in proef.table(zicht).columns if k.endswith("_nr")}
    assert kolommen == {
        "oordeel_nr", "aanpak_nr", "begrip_nr", "toets_nr", "bevinding_nr", "rapport_nr", "gemeente_nr",
    }  # fmt: skip


def test_opvolging(proef: Con) -> None:
    """i1: X then ✓. i2: ✓ (of the printing that counts), then an empty cell, and on from there."""
    vraag = """
        select aanpak_van, aanpak_naar, indicator_id, jaar_van, jaar_naar, uitkomst_van, uitkomst_naar, status,
            overgenomen, rapport_van, rapport_naar, niet_meer_in_kader
        from opvolging order by indicator_id, jaar_van
    """
    assert proef.execute(vraag).fetchall() == [
        ("Oude aanpak", "Nieuwe aanpak", "i1", 2013, 2014, "verbeterpunt", "voldoet", "opgepakt", False,
         "rap-1", "rap-2", False),
        ("Nieuwe aanpak", None, "i1", 2014, None, "voldoet", None, "nog_niet_hertoetst", False, "rap-2", None, False),
        ("Oude aanpak", "Nieuwe aanpak", "i2", 2013, 2014, "voldoet", "niet_beoordeeld", "niet_beoordeeld",
         False, "rap-1", "rap-2", True),
        ("Oude aanpak", None, "i2", 2014, None, "voldoet", None, "nog_niet_hertoetst", True, "rap-1", None, True),
    ]  # fmt: skip


def test_verloop_en_stand(proef: Con) -> None:
    vraag = "select indicator_id, jaar_van, jaar_naar, status from verloop order by 1"
    assert proef.execute(vraag).fetchall() == [
        ("i1", 2013, 2014, "opgepakt"),
        ("i2", 2013, 2014, "niet_beoordeeld"),
    ]
    vraag = "select aanpak, indicator_id, uitkomst, peiljaar, open, sinds, leeft from stand order by 2"
    assert proef.execute(vraag).fetchall() == [
        ("Nieuwe aanpak", "i1", "voldoet", 2014, False, None, True),
        ("Nieuwe aanpak", "i2", "voldoet", 2013, False, None, True),
    ]


def test_metingen_en_oordelen(proef: Con) -> None:
    vraag = (
        "select meting_id, aanpak, kader, peiljaar, moment, bewijs, dekking, ronde, rapport from metingen order by 1"
    )
    assert proef.execute(vraag).fetchall() == [
        ("m1", "Oude aanpak", "Proefkader", 2013, date(2013, 5, 1), "volledige_toets", "heel_kader", "Ronde een",
         "Rapport een"),
        ("m2", "Nieuwe aanpak", "Proefkader", 2014, date(2014, 5, 31), "hertoets_verbeterpunten", "selectie",
         "Ronde een", "Rapport twee"),
    ]  # fmt: skip
    vraag = "select meting_id, indicator_id, thema, criterium, onderwerp, uitkomst, teken_gedrukt, pagina from oordelen"
    assert proef.execute(f"{vraag} order by 1, 2").fetchall() == [
        ("m1", "i1", "Thema een", "Criterium een", "Onderwerp", "verbeterpunt", "X", 3),
        ("m1", "i2", "Thema een", "Criterium een", "Onderwerp", "voldoet", "✓", 3),
        ("m2", "i1", "Thema een", "Criterium een", "Onderwerp", "voldoet", "√", 4),
        ("m2", "i2", "Thema een", "Criterium een", "Onderwerp", "niet_beoordeeld", None, 4),
    ]


def test_bevindingen_en_actiepunten(proef: Con) -> None:
    vraag = "select bevinding_id, soort, onderwerp, indicatoren, aanpak from bevindingen order by 1"
    assert proef.execute(vraag).fetchall() == [
        ("b1", "aanbeveling", "Onderwerp", ["i1"], "Oude aanpak"),
        ("b2", "sterk_punt", None, [], None),
        ("b3", "reactie", None, [], None),
    ]
    vraag = "select bevinding_id, opvolging_verwacht_van, opvolging_verwacht_tot, stand, gemeld_in from actiepunten"
    assert proef.execute(vraag).fetchall() == [("b1", "2015-01", "2015-06", "gemeld", "rap-2")]


def test_aanpakken(proef: Con) -> None:
    """The old one was taken over and has ended."""
    vraag = "select aanpak_id, gemeente, einde, leeft from aanpakken order by 1"
    assert proef.execute(vraag).fetchall() == [
        ("nieuw", "Proefstad", None, True),
        ("oud", "Proefstad", "2013-12", False),
    ]


def test_niet_meer_in_kader(proef: Con) -> None:
    """i2 is not in the second edition, nor anything like it; i1 goes on there as j1."""
    vraag = "select indicator_id, niet_meer_in_kader from indicatoren order by 1"
    assert dict(proef.execute(vraag).fetchall()) == {"i1": False, "i2": True, "j1": False, "j2": False, "k1": False}


def test_dataset_is_een_rij(proef: Con) -> None:
    rij = proef.execute("select methodeversie, kennisdatum, bevat_fictief from dataset").fetchall()
    assert rij == [(METHODEVERSIE, date(2026, 1, 2), True)]
