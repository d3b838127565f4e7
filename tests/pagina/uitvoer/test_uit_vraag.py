"""The answer to a query as a table that leaves the house: order, words, types, and how much of it is in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from pagina.uitvoer.inhoud import uit_vraag
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.tabel import Rij, Tabel
from pagina.uitvoer.inhoud.uit_vraag import tabel_van
from queries import Bron, bron
from tests.pagina.uitvoer.geteld import Geteld
from tests.queries.hulp import ALKMAAR, ALLES, LEEUWARDEN

IN_2014 = ALLES | {"periode": "2013-2014"}


@pytest.fixture
def feiten(geleverd_map: Path) -> Bron:
    return bron(geleverd_map)


def koppen(tabel: Tabel) -> list[str]:
    return [kolom.kop for kolom in tabel.kolommen]


def als_dict(tabel: Tabel, rij: Rij) -> dict[str, object]:
    return dict(zip([kolom.naam for kolom in tabel.kolommen], rij, strict=True))


def test_de_tabel_van_opvolging_is_die_van_de_pagina(feiten: Bron) -> None:
    tabel = tabel_van(feiten, "opvolging_tabel", IN_2014)
    # as the page has it: who, what, before, after, then the texts and places, then the rest
    assert koppen(tabel) == [
        "Gemeente", "Aanpak", "Thema", "Indicator", "Jaar van", "Uitkomst van", "Jaar naar", "Uitkomst naar", "Status",
        "Aanpak bij de hertoets", "Bewijs van", "Bewijs naar", "Toelichting van", "Toelichting naar", "Rapport van",
        "Vindplaats van", "Rapport naar", "Vindplaats naar", "Onderwerp", "Kader", "CBS-code", "Provincie",
        "Was verbeterpunt", "Overgenomen van eerdere meting", "Niet meer in kader",
    ]  # fmt: skip
    assert tabel.aantal == len(list(tabel.rijen())) == 18
    # Toeleiding, gezamenlijke doelen: the empty cell of Alkmaar
    rij = als_dict(tabel, list(tabel.rijen())[1])
    assert rij | {"toelichting_van": "", "indicator": ""} == {
        "gemeente": "Alkmaar", "aanpak_van": "Helpende Hand in de Wijk", "thema": "Toeleiding", "indicator": "",
        "jaar_van": 2013, "uitkomst_van": "verbeterpunt", "jaar_naar": 2014, "uitkomst_naar": "niet beoordeeld",
        "status": "niet beoordeeld", "aanpak_naar": "Helpende Hand in de Wijk", "bewijs_van": "volledige toets",
        "bewijs_naar": "hertoets van de verbeterpunten", "toelichting_van": "", "toelichting_naar": None,
        "rapport_van": "stj-alkmaar-2015",
        "vindplaats_van": "Uitkomsten verbeterpunten, tabel Toeleiding, rij 2, kolom 2013",
        "rapport_naar": "stj-alkmaar-2015",
        "vindplaats_naar": "Uitkomsten verbeterpunten, tabel Toeleiding, rij 2, kolom 2014",
        "onderwerp": "Beleid, visie en gezamenlijke doelen", "kader": "GGSR beleid", "gemeente_code": ALKMAAR,
        "provincie": "Noord-Holland", "was_verbeterpunt": True, "overgenomen": False, "niet_meer_in_kader": False,
    }  # fmt: skip


def test_wat_niet_bekend_is_blijft_leeg(feiten: Bron) -> None:
    tabel = tabel_van(feiten, "opvolging_tabel", ALLES | {"periode": "2014-", "gemeenten": [LEEUWARDEN]})
    rij = als_dict(tabel, next(tabel.rijen()))
    assert {naam for naam, waarde in rij.items() if waarde is None} == {
        "jaar_naar", "uitkomst_naar", "aanpak_naar", "bewijs_naar", "toelichting_naar", "rapport_naar",
        "vindplaats_naar",
    }  # fmt: skip


def test_dagen_en_getallen_zijn_van_python_zelf(feiten: Bron) -> None:
    tabel = tabel_van(feiten, "selectie_metingen", IN_2014)
    rijen = [als_dict(tabel, rij) for rij in tabel.rijen()]
    assert [rij["bezoek_op"] for rij in rijen] == [None, None, None, dt.date(2014, 11, 25), dt.date(2014, 11, 13)]
    assert type(rijen[3]["bezoek_op"]) is dt.date
    assert [rij["verbeterpunten"] for rij in rijen] == [6, 5, 5, 6, 10]


def test_een_lijst_wordt_een_cel(feiten: Bron) -> None:
    tabel = tabel_van(feiten, "selectie_rapporten", IN_2014)
    assert als_dict(tabel, next(tabel.rijen()))["vindplaatsen"] == (
        "Uitkomsten verbeterpunten, tabel Toeleiding | Vervolg uitkomsten verbeterpunten, tabel Samenwerking"
    )


@pytest.mark.parametrize(
    ("view", "aantal"),
    # counted by hand in tests/queries/test_contract.py
    [("oordelen", 63), ("opvolging", 63), ("verloop", 51), ("stand", 45), ("bevindingen", 63), ("actiepunten", 11)],
)
def test_een_view_wordt_gevraagd_als_een_vraag(feiten: Bron, view: str, aantal: int) -> None:
    tabel = tabel_van(feiten, view, {})
    assert (tabel.naam, tabel.aantal) == (view, aantal)
    namen = [kolom.naam for kolom in tabel.kolommen]
    assert not [naam for naam in namen if naam.endswith(("_nr", "_volgorde"))]


def test_de_dataset_heeft_geen_klok(feiten: Bron) -> None:
    tabel = tabel_van(feiten, "dataset", {})
    (rij,) = tabel.rijen()
    assert koppen(tabel) == [
        "Datasetversie", "Methodeversie", "Bekend tot en met", "Bevat fictieve gegevens",
        "Bevat niet-openbare gegevens", "Laatste levering",
    ]  # fmt: skip
    assert rij[0] == feiten.datasetversie
    assert type(rij[2]) is dt.date


def test_kolommen_naar_keuze(feiten: Bron) -> None:
    tabel = tabel_van(feiten, "totalen", IN_2014, titel="Samen", kolommen=["opgepakt", "vastgesteld"])
    assert tabel.titel == "Samen"
    assert list(tabel.rijen()) == [(10, 16)]


@pytest.mark.parametrize("naam", ["verzonnen", "periode", "kolom_id_nr"])
def test_een_kolom_die_er_niet_is(feiten: Bron, naam: str) -> None:
    with pytest.raises(UitvoerGeweigerd, match=rf"^‘cellen’ heeft geen kolom ‘{naam}’\. Kies uit: kader_id, "):
        tabel_van(feiten, "cellen", IN_2014 | {"periode": "1900-1901"}, kolommen=["gemeente", naam])


def test_een_leeg_antwoord_heeft_wel_kolommen(feiten: Bron) -> None:
    tabel = tabel_van(feiten, "opvolging_tabel", ALLES | {"gemeenten": []})
    assert (tabel.aantal, list(tabel.rijen()), len(tabel.kolommen)) == (0, [], 25)


class Stroom:
    """A Vrager with an answer in parts, that knows how often it was asked and how many parts it gave."""

    datasetversie = methodeversie = "geen"
    kennisdatum = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    laatst_aanvaard = dt.date(2026, 1, 1)
    bevat_fictief = alles_fictief = bevat_concept = False

    def __init__(self, *brokken: list[int | None]) -> None:
        self.brokken_ = [pd.DataFrame({"pagina": pd.array(brok, dtype="Int64")}) for brok in brokken]
        self.gevraagd = self.gegeven = 0

    def vraag(self, naam: str, **parameters: object) -> pd.DataFrame:
        return pd.concat(self.brokken(naam, **parameters))

    def brokken(self, naam: str, **parameters: object) -> Iterator[pd.DataFrame]:  # noqa: ARG002
        self.gevraagd += 1
        for brok in self.brokken_:
            self.gegeven += 1
            yield brok

    def kopie(self, naam: str, **parameters: object) -> Geteld:  # noqa: ARG002
        return Geteld(sum(map(len, self.brokken_)), {"pagina": "DOUBLE"})


def test_een_groot_antwoord_komt_bij_delen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uit_vraag, "PAST_HEEL", 4)
    vrager = Stroom([1, None], [3, 4], [5])
    tabel = tabel_van(vrager, "cel", {})
    assert (tabel.aantal, vrager.gevraagd, vrager.gegeven) == (5, 0, 0)  # counted where it is
    rijen = tabel.rijen()
    assert [next(rijen), next(rijen)] == [(1,), (None,)]
    assert vrager.gegeven == 1  # the second part is not there yet
    assert list(rijen) == [(3,), (4,), (5,)]
    assert list(tabel.rijen()) == [(1,), (None,), (3,), (4,), (5,)]  # anew


def test_een_klein_antwoord_wordt_een_keer_gevraagd() -> None:
    vrager = Stroom([7, None])
    tabel = tabel_van(vrager, "cel", {})
    assert list(tabel.rijen()) == list(tabel.rijen()) == [(7,), (None,)]
    assert vrager.gevraagd == 1
