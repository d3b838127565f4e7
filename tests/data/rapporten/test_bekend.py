"""What the store knows, read from leveringen without a database: the same rows and the same datasetversie."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.instellingen import instellingen
from data.levering.leveringen import datasetversie, van_kracht, zoek
from data.rapporten.bekend import bekend
from tests.data.bouwdoos import Doos
from tests.geleverd import NASLAG


def test_rijen_van_een_tabel(doos: Doos) -> None:
    kennis = bekend([doos.map])
    assert [rij["gemeente"] for rij in kennis.gemeenten()] == ["Proefstad", "Elders", "Opgegaan"]
    assert [rij["aanpak_id"] for rij in kennis.aanpakken()] == ["nieuw", "oud"]
    assert [rij["rapport_id"] for rij in kennis.rapporten()] == ["rap-1", "rap-2"]
    assert [rij["weergave_id"] for rij in kennis.weergaven()] == ["w1", "w2"]
    assert [(rij["meting_id"], rij["bezoek_op"]) for rij in kennis.metingen()] == [("m1", "2013-05-01"), ("m2", "")]
    assert kennis.tabel("onderwerpen")[0]["onderwerp"] == "Onderwerp"
    with pytest.raises(KeyError):
        kennis.tabel("bestaat niet")


def test_indicatoren_met_hun_kader(doos: Doos) -> None:
    kennis = bekend([doos.map])
    assert [i.indicator_id for i in kennis.indicatoren()] == ["k1", "i1", "i2", "j1", "j2"]
    een = next(i for i in kennis.indicatoren() if i.indicator_id == "i1")
    assert (een.kader_id, een.editie_id, een.thema, een.criterium) == ("proef", "proef-1", "Thema een", "Criterium een")
    assert een.bewoordingen == ("Indicator een", "Indicator nummer een")
    drie = next(i for i in kennis.indicatoren() if i.indicator_id == "k1")
    assert (drie.criterium, drie.aliassen) == ("", ())


def test_edities_met_hun_naam(doos: Doos) -> None:
    doos.zet("kader/edities", 2, "editie", "2013")
    doos.zet("kader/edities", 3, "editie", "tweede editie")
    assert bekend([doos.map]).edities() == {
        "proef-1": "Proefkader, editie 2013",
        "proef-2": "Proefkader, tweede editie",
        "ander-1": "Ander kader, editie enige",
    }


def test_oordelen_van_een_rapport(doos: Doos) -> None:
    kennis = bekend([doos.map])
    eerste = [(rij["meting_id"], rij["indicator_id"], rij["uitkomst"]) for rij in kennis.oordelen("rap-1")]
    assert eerste == [("m1", "i1", "verbeterpunt"), ("m1", "i2", "voldoet")]
    assert len(kennis.oordelen("rap-2")) == 4
    assert kennis.oordelen("rap-9") == []


def test_levering_van_een_rapport(doos: Doos) -> None:
    kennis = bekend([doos.map])
    assert kennis.levering_van("rap-2") == "feiten"
    assert kennis.levering_van("rap-9") is None


def test_concept_telt_mee_tenzij_gevraagd_is_van_niet(doos: Doos) -> None:
    doos.zet("feiten/levering", 2, "concept", "ja")
    assert len(bekend([doos.map]).rapporten()) == 2
    assert bekend([doos.map], met_concept=False).rapporten() == []


def test_wat_vervangen_is_telt_niet(doos: Doos) -> None:
    nieuw = doos.map / "nieuw"
    nieuw.mkdir()
    (nieuw / "levering.csv").write_text(
        "levering_id,formaat,aanvaard_op,vervangt,reden,concept,fictief,toelichting\n"
        "nieuw,1,2026-01-03,feiten,verbeterd,nee,ja,\n",
        encoding="utf-8",
    )
    (nieuw / "rapporten.csv").write_text(
        "rapport_id,titel,uitgever,gepubliceerd,soort,opmerking\nrap-3,Drie,STJ,2016,rapport,\n", encoding="utf-8"
    )
    kennis = bekend([doos.map])
    assert [rij["rapport_id"] for rij in kennis.rapporten()] == ["rap-3"]
    assert kennis.levering_van("rap-3") == "nieuw"


def test_een_map_die_er_niet_is_weet_niets(tmp_path: Path) -> None:
    kennis = bekend([tmp_path / "nergens"])
    assert kennis.gemeenten() == []
    assert kennis.indicatoren() == []


def test_dezelfde_datasetversie_als_de_bouw(doos: Doos) -> None:
    for mappen in ([doos.map], [*NASLAG, instellingen().leveringen]):
        leveringen, _ = zoek(mappen)
        verwacht = datasetversie(van_kracht(leveringen, None)[0])
        assert bekend(mappen).datasetversie == verwacht
    voor = bekend([doos.map]).datasetversie
    doos.zet("feiten/rapporten", 2, "titel", "Een andere titel")
    assert bekend([doos.map]).datasetversie != voor


def test_regeleinden_van_windows_lezen_gelijk(doos: Doos) -> None:
    gewoon = bekend([doos.map])
    pad = doos.map / "feiten" / "rapporten.csv"
    pad.write_bytes(b"\xef\xbb\xbf" + pad.read_bytes().replace(b"\n", b"\r\n"))
    assert bekend([doos.map]).rapporten() == gewoon.rapporten()


def test_tabellen_worden_pas_gelezen_als_ze_gevraagd_worden(doos: Doos) -> None:
    kennis = bekend([doos.map])
    (doos.map / "feiten" / "oordelen.csv").unlink()
    (doos.map / "feiten" / "aanpakken.csv").unlink()
    assert kennis.aanpakken() == []
    assert len(kennis.rapporten()) == 2
