"""A table as a reader reads it, and the two files beside it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.instellingen import instellingen
from pagina.delen import tabellen
from pagina.delen.tabellen import MEDIUM, _kolom, _van_stuk, leesbaar, met_adressen
from pagina.uitvoer.__main__ import main
from pagina.uitvoer.inhoud.herkomst import Herkomst
from pagina.uitvoer.inhoud.stuk_van import stuk_van
from pagina.uitvoer.inhoud.velden import NAUWER
from pagina.uitvoer.vormen.csv import csv_bytes
from queries import bron
from tests.pagina.conftest import Open, gezond, waarden


def test_ja_en_nee_hele_getallen_en_geen_woord_voor_wat_er_niet_is() -> None:
    frame = pd.DataFrame(
        {
            "waar": [True, False],
            "misschien": pd.array([True, None], dtype="boolean"),
            "dag": [pd.Timestamp("2014-11-25"), pd.NaT],
            "jaar": [2014.0, np.nan],
            "tekst": ["een", None],
            "getal": [1, 2],
        }
    )
    gelezen = leesbaar(frame)
    assert gelezen["waar"].tolist() == ["ja", "nee"]
    assert gelezen["misschien"].tolist() == ["ja", ""]
    assert gelezen["tekst"].tolist() == ["een", ""]
    assert gelezen["dag"].dtype.kind == "M"  # a date stays a date: the column sorts by it
    assert gelezen["jaar"].tolist() == [2014, pd.NA]
    assert gelezen["jaar"].dtype == "Int64"
    bestand = csv_bytes(gelezen, "rfc4180", {}).decode("utf-8").splitlines()
    assert bestand[1:] == ["ja,ja,2014-11-25,2014,een,1", "nee,,,,,2"]
    assert frame["waar"].tolist() == [True, False]  # what was given is shared by other readers


def test_een_cel_met_een_link_draagt_adres_en_naam() -> None:
    namen = pd.Series(["Den Helder", "Elders & co", ""])
    adressen = pd.Series(["gemeente?gemeente=Den+Helder", None, "gemeente?gemeente="])
    cellen = met_adressen(namen, adressen).astype(object)
    assert cellen.where(cellen.notna(), None).tolist() == [
        "gemeente?gemeente=Den+Helder#Den+Helder",
        "#Elders+%26+co",
        None,
    ]


@pytest.mark.parametrize(
    ("waarden_", "verwacht"),
    [
        (pd.Series([2013, 2014]), {"type": "number", "format": "%d"}),  # years
        (pd.Series([2013, 3]), {"type": "number", "format": "localized"}),  # 2.013 in a Dutch browser
        (pd.Series(["2014-11-25"], dtype="datetime64[us]"), {"type": "date", "format": "DD-MM-YYYY"}),
    ],
)
def test_getallen_en_data_in_nederlandse_vorm(waarden_: pd.Series[Any], verwacht: dict[str, str]) -> None:
    beeld = _kolom(waarden_, link=False)["type_config"]
    assert beeld is not None
    assert {sleutel: beeld.get(sleutel) for sleutel in verwacht} == verwacht


def test_alleen_een_kolom_met_een_lange_zin_wordt_smal_gehouden() -> None:
    assert _kolom(pd.Series(["x" * MEDIUM]), link=False)["width"] is None
    assert _kolom(pd.Series(["x" * (MEDIUM + 1)]), link=False)["width"] == "medium"


def _app() -> None:
    import pandas as pd
    import streamlit as st

    from pagina.delen.gegevens import gegevens
    from pagina.delen.tabellen import tabel

    frame = pd.DataFrame({"a": ["x", None], "b": [True, False], "code": ["c", "d"]})
    if st.session_state.get("leeg"):
        frame = frame.head(0)
    links = {"Aa": ("code", lambda code: f"elders?{code}")}
    tabel(frame, {"b": "Bee", "a": "Aa"}, naam="proef", feiten=gegevens(), links=links)


def test_de_tabel_toont_de_gekozen_kolommen_onder_hun_kop(
    monkeypatch: pytest.MonkeyPatch, geleverd_map: object
) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(geleverd_map))
    app = gezond(AppTest.from_function(_app, default_timeout=60).run())
    (tabel,) = app.dataframe
    assert list(tabel.value.columns) == ["Bee", "Aa"]
    assert tabel.value["Bee"].tolist() == ["ja", "nee"]
    assert tabel.value["Aa"].tolist()[0] == "elders?c#x"
    assert tabel.value["Aa"].isna().tolist() == [False, True]
    assert json.loads(tabel.proto.columns)["Aa"]["type_config"] == {"type": "link", "display_text": "#(.*)$"}
    assert tabel.proto.alt == "Tabel ‘proef’: 2 rijen en 2 kolommen."
    assert [knop.proto.label for knop in app.get("download_button")] == [
        "CSV voor Excel (Nederlands)",
        "CSV (internationale norm)",
    ]


def test_een_lege_tabel_zegt_dat_en_biedt_geen_bestand(monkeypatch: pytest.MonkeyPatch, geleverd_map: object) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(geleverd_map))
    app = AppTest.from_function(_app, default_timeout=60)
    app.session_state["leeg"] = True
    gezond(app.run())
    assert waarden(app.info) == ["De tabel ‘proef’ is leeg."]
    assert not app.dataframe
    assert not app.get("download_button")


@pytest.mark.parametrize("bladzijde", ["overzicht", "bronnen"])
def test_elke_tabel_overleeft_de_reis_naar_een_bestand(bekijk_pagina: Open, bladzijde: str) -> None:
    app = bekijk_pagina(bladzijde)
    assert len(app.dataframe) * 2 == len(app.get("download_button")) > 0
    for tabel in app.dataframe:
        bestand = csv_bytes(tabel.value, "rfc4180", {"datasetversie": "proef"}).decode("utf-8")
        kop, *rijen = csv.reader(io.StringIO(bestand, newline=""))
        assert kop == [*tabel.value.columns, "datasetversie"]
        assert len(rijen) == len(tabel.value)
        assert {rij[-1] for rij in rijen} == {"proef"}
        assert not {"None", "nan", "NaT", "<NA>"} & {cel for rij in rijen for cel in rij}


@pytest.mark.parametrize(
    ("bladzijde", "link", "versmald"),
    [
        (
            "bronnen",
            {"rapport": "Uitkomsten verbeterpunten toezichtonderzoek Alkmaar. Aanpak: Helpende Hand in de Wijk"},
            set(),
        ),
        # the map's own table is of the chosen period; the tables under it are of all that is known
        ("overzicht", {"kaart_weergave": "Tabel"}, {"opvolging per gemeente"}),
    ],
)
def test_een_bestand_noemt_alleen_een_keuze_die_het_kleiner_maakt(
    open_pagina: Open, monkeypatch: pytest.MonkeyPatch, bladzijde: str, link: dict[str, str], versmald: set[str]
) -> None:
    gemaakt: list[Herkomst] = []

    def noteer(maak: Callable[[], tuple[bytes, Herkomst]], _: str) -> bytes:
        inhoud, herkomst = maak()
        gemaakt.append(herkomst)
        return inhoud

    monkeypatch.setattr(tabellen, "met_regel", noteer)
    open_pagina(bladzijde, **link)
    assert len(gemaakt) > 4
    assert {dict(h.selectie)["Tabel"] for h in gemaakt if len(h.selectie) > 1} == versmald
    assert {dict(h.selectie)["Tabel"] for h in gemaakt if "?" in h.pad} == versmald


def test_the_table_of_opvolging_is_downloaded_as_the_command_makes_it(geleverd_map: Path, tmp_path: Path) -> None:
    """What the button gives is what `python -m pagina.uitvoer opvolging_tabel` writes, byte for byte."""
    keuze = {"kader": "ggsr-beleid", "periode": "2013-2014", "verloop": False}
    keuze |= dict.fromkeys((*NAUWER, "statussen"))
    knop, _ = _van_stuk(
        partial(stuk_van, bron(geleverd_map), "opvolging_tabel", keuze, adres=instellingen().adres_voor_lezers),
        "rfc4180",
    )
    doel = tmp_path / "opvolging.csv"
    opdracht = ["opvolging_tabel", "--kader", "GGSR beleid", "--periode", "2013 → 2014", "--naar", str(doel)]
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("VERBETERPUNTEN_MAP", str(geleverd_map))
        assert main([*opdracht, "--formaat", "csv-rfc4180"]) == 0
    assert doel.read_bytes() == knop
    # 18 oordelen under this kader in 2013, and a head
    assert len(list(csv.reader(knop.decode().splitlines()))) == 19
