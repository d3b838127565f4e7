"""data/controles/verwijzingen.sql: every column that names something is held against what it names."""

from __future__ import annotations

import csv

from data.levering.vorm import VORM
from tests.data.bouwdoos import SET, Doos, Geval, plant

with VORM.open(encoding="utf-8", newline="") as _bestand:
    _VERWIJZINGEN = [(rij["tabel"], rij["kolom"]) for rij in csv.DictReader(_bestand) if rij["soort"] == "verwijzing"]


MELDING: Geval = (
    lambda d: d.zet("feiten/oordelen", 2, "indicator_id", "i9"),
    "feiten/oordelen", 2, "indicator_id", '"i9" is onbekend',
)  # fmt: skip


def test_de_melding_zegt_waar_het_had_moeten_staan(doos: Doos) -> None:
    plant(doos, MELDING)
    assert doos.fouten()[0].verwacht == "een indicator_id die in indicatoren.csv staat"


def test_elke_verwijzing_wordt_nagegaan(doos: Doos) -> None:
    """Per column that refers a new row, like the last but that it names something that is not there."""
    verwacht = set()
    rijen = {naam: doos.laatste(naam) for naam in SET if naam.split("/")[1] in {tabel for tabel, _ in _VERWIJZINGEN}}
    for naam, rij in rijen.items():
        for kolom in [kolom for tabel, kolom in _VERWIJZINGEN if tabel == naam.split("/")[1]]:
            regel = doos.erbij(naam, **rij | {kolom: "bestaat-niet"})
            verwacht.add((f"leveringen/{naam}.csv", regel, kolom, '"bestaat-niet" is onbekend'))
    assert {naam.split("/")[1] for naam in rijen} == {tabel for tabel, _ in _VERWIJZINGEN}
    gevonden = [(f.bestand, f.regel, f.kolom, f.mis) for f in doos.fouten() if f.mis.endswith(" is onbekend")]
    assert sorted(gevonden) == sorted(verwacht)


def test_een_andere_levering_telt_mee(doos: Doos) -> None:
    """The facts name the kader of the other levering; without that levering every name is unknown."""
    for pad in (doos.map / "kader").iterdir():
        pad.unlink()
    (doos.map / "kader").rmdir()
    onbekend = {(f.bestand, f.kolom) for f in doos.fouten()}
    assert ("leveringen/feiten/oordelen.csv", "indicator_id") in onbekend
    assert ("leveringen/feiten/aanpakken.csv", "gemeente_code") in onbekend


def test_wat_alleen_uit_een_ontbrekende_kolom_volgt_wordt_niet_gemeld(doos: Doos) -> None:
    """Without rapport_id in rapporten.csv every rapport is unknown; told is the one column."""
    doos.zonder_kolom("feiten/rapporten", "rapport_id")
    assert [(f.bestand, f.kolom) for f in doos.fouten()] == [("leveringen/feiten/rapporten.csv", "rapport_id")]
