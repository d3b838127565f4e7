"""What is kept for all readers: asked once, shared, and never more than so many bytes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pagina.delen.gegevens import Gegevens
from pagina.delen.voorraad import Voorraad
from queries import Bron, bron
from tests.pagina.conftest import Open, met_namen


def test_wat_het_langst_lag_gaat_het_eerst_weg() -> None:
    voorraad, gemaakt = Voorraad(10), []

    def geef(naam: str, omvang: int) -> str:
        def maak() -> str:
            gemaakt.append(naam)
            return naam

        return voorraad.geef(naam, maak, lambda _: omvang)

    assert [geef("a", 4), geef("b", 4), geef("a", 4)] == ["a", "b", "a"]
    assert (gemaakt, voorraad.bezet, len(voorraad)) == (["a", "b"], 8, 2)
    geef("c", 4)  # of a and b the second lay longest
    geef("a", 4)
    assert (gemaakt, voorraad.bezet) == (["a", "b", "c"], 8)
    geef("b", 4)
    assert (gemaakt[-1], voorraad.bezet) == ("b", 8)
    geef("te groot", 11)
    geef("te groot", 11)
    assert (gemaakt[-2:], voorraad.bezet) == (["te groot", "te groot"], 8)


def test_een_fout_wordt_niet_bewaard() -> None:
    voorraad = Voorraad(10)

    def faalt() -> str:
        raise ValueError("dit ging mis")

    with pytest.raises(ValueError, match="dit ging mis"):
        voorraad.geef("a", faalt, len)
    assert (voorraad.geef("a", lambda: "goed", len), voorraad.bezet) == ("goed", 4)


class Teller(Bron):
    """A database that counts what it is asked."""

    def __init__(self, van: Bron, versie: str = "") -> None:
        self.gevraagd: list[str] = []
        self._van = van
        self.bestand = Path(f"{van.bestand}-{id(self)}-{versie}")
        self.datasetversie, self.methodeversie, self.kennisdatum = "v", "1", van.kennisdatum
        self.laatst_aanvaard, self.bevat_concept = dt.date(2026, 1, 1), False
        self.bevat_fictief = self.alles_fictief = False

    def vraag(self, naam: str, **parameters: object) -> pd.DataFrame:
        """The answer of the other."""
        self.gevraagd.append(naam)
        return self._van.vraag(naam, **parameters)

    def rijen(self, naam: str, **parameters: object) -> list[dict[str, Any]]:
        """The same, row by row."""
        self.gevraagd.append(naam)
        return self._van.rijen(naam, **parameters)


@pytest.fixture
def teller(monkeypatch: pytest.MonkeyPatch, geleverd_map: Path) -> Teller:
    """The shipped leveringen."""
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(geleverd_map))
    return Teller(bron())


def test_een_vraag_wordt_een_keer_gesteld_ook_met_meer_filters_dan_zij_kent(teller: Teller) -> None:
    feiten = Gegevens(teller)
    een = feiten.rijen("themas", kader="ggsr-beleid")
    ander = Gegevens(teller).rijen("themas", kader="ggsr-beleid", statussen=["opgepakt"])
    assert een == ander
    assert teller.gevraagd == ["themas"]
    feiten.rijen("themas", kader="ggsr-casus")
    assert teller.gevraagd == ["themas"] * 2
    nieuwer = Teller(teller._van, "nieuwer")
    Gegevens(nieuwer).rijen("themas", kader="ggsr-beleid")
    assert nieuwer.gevraagd == ["themas"]  # another database, another answer


def test_wie_een_antwoord_verandert_verandert_dat_van_een_ander_niet(teller: Teller) -> None:
    feiten = Gegevens(teller)
    frame = feiten.vraag("kaders")
    frame["kader"] = "weg"
    assert "weg" not in set(feiten.vraag("kaders")["kader"])
    rijen = feiten.rijen("kaders")
    rijen.clear()
    assert feiten.rijen("kaders")


def test_een_vraag_zonder_wat_zij_nodig_heeft_wordt_geweigerd(teller: Teller) -> None:
    with pytest.raises(TypeError, match="kader"):
        Gegevens(teller).vraag("themas")


@pytest.mark.parametrize("weergave", ["Tabel", "Per thema en gemeente"])
def test_een_tabel_van_een_andere_keuze_is_een_andere_tabel(open_pagina: Open, weergave: str) -> None:
    gezien = []
    for gemeente in ("Alkmaar", "Leeuwarden", "Alkmaar"):
        (tabel,) = open_pagina("opvolging", weergave=weergave, gemeente=gemeente).dataframe
        gezien.append(set(met_namen(tabel.value)["Gemeente"]))
    assert gezien == [{"Alkmaar"}, {"Leeuwarden"}, {"Alkmaar"}]
