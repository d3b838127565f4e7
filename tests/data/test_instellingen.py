"""The settings: each from the environment, else a safe default, and each in the README."""

from __future__ import annotations

from dataclasses import fields

import pytest

from data.instellingen import PRODUCT, Instellingen, instellingen


def test_het_adres_van_het_dashboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VERBETERPUNTEN_ADRES", raising=False)
    assert instellingen().adres == "http://localhost:8501"
    monkeypatch.setenv("VERBETERPUNTEN_ADRES", "https://cijfers.example")
    assert instellingen().adres == "https://cijfers.example"


@pytest.mark.parametrize("naam", [veld.name for veld in fields(Instellingen)])
def test_elke_instelling_staat_in_de_readme(naam: str) -> None:
    assert f"| `VERBETERPUNTEN_{naam.upper()}` |" in (PRODUCT / "README.md").read_text(encoding="utf-8")
