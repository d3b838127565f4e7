"""Every format in which leveringen were ever written is still read, and one of the future is refused in one sentence.

`formaten/<number>/` holds the small set as it was written in that format. Those files are never changed.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from data.bouw.bouwen import bouw
from data.gebouwd.openen import open_lezend
from data.levering import formaten
from data.levering.formaten import FORMAAT, STAPPEN, Rij, Stap
from data.levering.leveringen import datasetversie, koppen, zoek
from data.levering.vorm import kolommen_van, tabellen
from data.rapporten.bekend import uit_mappen
from tests.data.bouwdoos import Doos

VOORBEELDEN = Path(__file__).parent / "formaten"
FORMATEN = sorted(int(map_.name) for map_ in VOORBEELDEN.iterdir())
# of the examples in format 1 by the code that wrote them
DATASETVERSIES = {1: "bb396418741e"}


def test_van_elk_formaat_is_er_een_voorbeeld_en_een_stap() -> None:
    assert list(range(1, FORMAAT + 1)) == FORMATEN
    assert list(range(1, FORMAAT)) == sorted(STAPPEN)


@pytest.mark.parametrize("formaat", FORMATEN)
def test_een_voorbeeld_heeft_de_kolommen_van_zijn_formaat(formaat: int) -> None:
    """Who changes the columns of vorm.csv has to raise FORMAAT and say how the former become the new."""
    gezien = set()
    for pad in VOORBEELDEN.joinpath(str(formaat)).rglob("*.csv"):
        kop = tuple(pad.read_text(encoding="utf-8").splitlines()[0].split(","))
        assert kop == kolommen_van(pad.stem, formaat), pad.stem
        gezien.add(pad.stem)
    assert formaat < FORMAAT or gezien == set(tabellen()), "the example of now has every table"


@pytest.mark.parametrize("formaat", FORMATEN)
def test_een_voorbeeld_geeft_nog_dezelfde_datasetversie_en_uitkomst(
    formaat: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.bouw.bouwen.NASLAG", ())
    gebouwd = bouw([VOORBEELDEN / str(formaat)], naar=tmp_path / "oud.duckdb")
    assert gebouwd.datasetversie == DATASETVERSIES[formaat]
    # tests/data/bouwdoos.py: two metingen of two indicatoren; i1 was picked up, i2 not assessed again
    with open_lezend(gebouwd.bestand) as con:
        stappen = con.table("opvolging").select("indicator_id", "jaar_van", "status").order("all").fetchall()
    assert [stap for stap in stappen if stap[1] == 2013] == [
        ("i1", 2013, "opgepakt"),
        ("i2", 2013, "niet_beoordeeld"),
    ]


# --- a chain, as there may be one some day --------------------------------------------------------------------------


def _noem_voldoet(rij: Rij) -> Rij:
    return rij | {"uitkomst": {"goed": "voldoet"}.get(rij["uitkomst"], rij["uitkomst"])}


def _teken_gedrukt(rij: Rij) -> Rij:
    return {("teken_gedrukt" if kolom == "teken" else kolom): cel for kolom, cel in rij.items()}


@pytest.fixture
def oud(doos: Doos, monkeypatch: pytest.MonkeyPatch) -> Doos:
    """The small set as formats 1 and 2 of a product whose format is 3 would have had it.

    1: uitkomst `goed` for voldoet; 2: the column `teken` for teken_gedrukt, and a levering that does not say whether it
    is fictional. The kader is of format 3.
    """
    toen = tuple("teken" if kolom == "teken_gedrukt" else kolom for kolom in tabellen()["oordelen"])
    zonder = tuple(kolom for kolom in tabellen()["levering"] if kolom != "fictief")
    monkeypatch.setattr(formaten, "FORMAAT", 3)
    stappen = {
        1: Stap(zet_om={"oordelen": _noem_voldoet}),
        2: Stap(
            kolommen={"oordelen": toen, "levering": zonder},
            zet_om={"oordelen": _teken_gedrukt, "levering": lambda rij: rij | {"fictief": "ja"}},
        ),
    }
    monkeypatch.setattr(formaten, "STAPPEN", stappen)
    doos.zet("kader/levering", 2, "formaat", "3")
    doos.zet("feiten/levering", 2, "formaat", "1")
    doos.zonder_kolom("feiten/levering", "fictief")
    for naam, van, naar in (("kop", "teken_gedrukt", "teken"), ("cel", "voldoet", "goed")):
        pad = doos.pad("feiten/oordelen")
        tekst = pad.read_text(encoding="utf-8")
        assert van in tekst, naam
        pad.write_text(tekst.replace(van, naar), encoding="utf-8", newline="")
    return doos


def test_een_ouder_formaat_wordt_stap_voor_stap_gelezen(oud: Doos) -> None:
    with oud.bouw() as con:
        gelezen = con.table("oordelen").select("uitkomst", "teken_gedrukt").order("all").fetchall()
        (fictief,) = con.table("dataset").select("bevat_fictief").fetchone() or ()
    # the six oordelen of tests/data/bouwdoos.py; of two printings of one cell, one counts
    assert ("voldoet", "✓") in gelezen
    assert "goed" not in {uitkomst for uitkomst, _ in gelezen}
    assert fictief


def test_wie_leveringen_zonder_database_leest_ziet_hetzelfde(oud: Doos) -> None:
    kop = next(levering for levering in koppen([oud.map]) if levering.formaat == 1)
    assert (kop.gegevens["formaat"], kop.gegevens["fictief"]) == ("3", "ja")
    rijen = uit_mappen([oud.map / "feiten"]).tabel("oordelen")
    assert {rij["uitkomst"] for rij in rijen} == {"voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld"}
    assert {rij["teken_gedrukt"] for rij in rijen} == {"X", "✓", "✗", "✓ en X", "√", ""}


def test_lezen_verandert_het_bestand_en_de_datasetversie_niet(oud: Doos) -> None:
    ervoor = oud.pad("feiten/oordelen").read_bytes()
    versie = datasetversie(zoek([oud.map])[0])
    assert oud.pad("feiten/oordelen").read_bytes() == ervoor
    # the datasetversie is of the bytes that were accepted, whatever is read in them
    formaten.STAPPEN[1] = Stap(zet_om={"oordelen": lambda rij: _noem_voldoet(rij) | {"opmerking": "anders"}})
    assert datasetversie(zoek([oud.map])[0]) == versie


def test_een_fout_in_een_ouder_formaat_staat_waar_zij_staat(oud: Doos) -> None:
    oud.zet("feiten/oordelen", 3, "uitkomst", "prima")
    (fout,) = oud.fouten()
    assert (fout.bestand, fout.regel, fout.kolom) == ("leveringen/feiten/oordelen.csv", 3, "uitkomst")
    oud.zonder_kolom("feiten/oordelen", "teken")
    assert ("teken", "de kolom ontbreekt") in {(fout.kolom, fout.mis) for fout in oud.fouten()}


# --- the future -----------------------------------------------------------------------------------------------------


def test_een_nieuwer_formaat_wordt_in_een_zin_geweigerd(doos: Doos) -> None:
    """Also where other leveringen refer to what is in it, and where it has columns and tables that we do not know."""
    doos.zet("kader/levering", 2, "formaat", str(FORMAAT + 1))
    doos.pad("kader/levering").write_text(
        doos.pad("kader/levering").read_text(encoding="utf-8").replace("toelichting", "uitleg"), encoding="utf-8"
    )
    (doos.map / "kader" / "toekomst.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (fout,) = doos.fouten()
    assert str(fout) == (
        "leveringen/kader/levering.csv, regel 2, kolom formaat: de levering heeft formaat 2, en deze versie van het "
        "product leest tot en met formaat 1; verwacht: een nieuwere versie van het product."
    )


@pytest.mark.parametrize("gezegd", ["", "0", "1.0", "een", "-1", "99999", "１"])
def test_wat_geen_nummer_is_melden_de_gewone_controles(doos: Doos, gezegd: str) -> None:
    doos.zet("feiten/levering", 2, "formaat", gezegd)
    assert {(fout.bestand, fout.kolom) for fout in doos.fouten()} == {("leveringen/feiten/levering.csv", "formaat")}


def test_een_kop_die_niet_te_lezen_is_heeft_het_formaat_van_nu(tmp_path: Path) -> None:
    pad = tmp_path / "levering.csv"
    assert formaten.formaat_van(pad) == FORMAAT
    for inhoud in (b"", b"formaat\n", b'formaat\n"' + b"x" * (csv.field_size_limit() + 1), b"\xff\xfe\x00"):
        pad.write_bytes(inhoud)
        assert formaten.formaat_van(pad) == FORMAAT
