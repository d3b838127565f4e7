"""The settings: each from the environment, else a safe default, and each in the README."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from data.instellingen import PRODUCT, Instellingen, instellingen

ROLLEN = ("LEZERS", "REDACTEURS", "BEHEERDERS")


def test_het_adres_van_het_dashboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VERBETERPUNTEN_ADRES", raising=False)
    assert instellingen().adres == "http://localhost:8501"
    assert instellingen().adres_voor_lezers == ""
    monkeypatch.setenv("VERBETERPUNTEN_ADRES", "https://cijfers.example")
    assert instellingen().adres == instellingen().adres_voor_lezers == "https://cijfers.example"


def test_een_ander_proces_krijgt_dezelfde_instellingen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VERBETERPUNTEN_MAP", "hier")
    monkeypatch.setenv("VERBETERPUNTEN_ADRES", "https://cijfers.example")
    monkeypatch.setenv("VERBETERPUNTEN_OPSLAG", "ducklake:postgres:dbname=lake")
    eigen = instellingen()
    for naam, waarde in eigen.als_omgeving().items():
        monkeypatch.setenv(naam, waarde)
    monkeypatch.chdir("/")
    vast = (eigen.leveringen, eigen.voorstellen, eigen.logboek, eigen.adres, eigen.opslag)
    assert instellingen() == Instellingen(tmp_path / "hier", *vast)
    assert eigen.opslag == "ducklake:postgres:dbname=lake"


@pytest.mark.parametrize("leeg", ["", "  ", "\t"])
def test_een_lege_instelling_is_de_gewone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, leeg: str) -> None:
    """Never the folder in which the command happens to be given. An empty list of groups is one: nobody."""
    namen = [naam for naam in (veld.name.upper() for veld in fields(Instellingen)) if naam not in ROLLEN]
    for naam in (*namen, *ROLLEN):
        monkeypatch.delenv(f"VERBETERPUNTEN_{naam}", raising=False)
    monkeypatch.chdir(tmp_path)
    gewoon = instellingen()
    mappen = (PRODUCT / "build", PRODUCT / "data/leveringen", PRODUCT / "voorstellen", PRODUCT / "logboek")
    assert gewoon == Instellingen(*mappen, "http://localhost:8501")
    for naam in namen:
        monkeypatch.setenv(f"VERBETERPUNTEN_{naam}", leeg)
        assert instellingen() == gewoon, naam
    for naam in ROLLEN:
        monkeypatch.setenv(f"VERBETERPUNTEN_{naam}", leeg)
    geheel = instellingen()
    assert (geheel.lezers, geheel.redacteurs, geheel.beheerders) == ((), (), ())


def test_wat_een_lake_opent_staat_niet_in_een_regel_van_een_logboek(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_OPSLAG", "ducklake:postgres:dbname=lake password=geheim")
    assert "geheim" not in repr(instellingen())


@pytest.mark.parametrize("naam", [veld.name for veld in fields(Instellingen)])
def test_elke_instelling_staat_in_de_readme(naam: str) -> None:
    assert f"| `VERBETERPUNTEN_{naam.upper()}` |" in (PRODUCT / "README.md").read_text(encoding="utf-8")
