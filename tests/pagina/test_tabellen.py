"""A table as a reader reads it, and the two files beside it."""

from __future__ import annotations

import csv
import io

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pagina.delen.tabellen import MEDIUM, _lange, leesbaar
from pagina.uitvoer.csv import csv_bytes
from tests.pagina.conftest import Open, gezond, waarden


def test_ja_en_nee_en_dagen_en_lege_cellen() -> None:
    frame = pd.DataFrame(
        {
            "waar": [True, False],
            "dag": [pd.Timestamp("2014-11-25"), pd.NaT],
            "jaar": [2014.0, np.nan],
            "tekst": ["een", None],
            "getal": [1, 2],
        }
    )
    assert leesbaar(frame).to_dict("list") == {
        "waar": ["ja", "nee"],
        "dag": ["2014-11-25", ""],
        "jaar": ["2014", ""],
        "tekst": ["een", ""],
        "getal": [1, 2],
    }
    assert frame["waar"].tolist() == [True, False]  # what was given is shared by other readers


def test_alleen_een_kolom_met_een_lange_zin_wordt_smal_gehouden() -> None:
    frame = pd.DataFrame({"kort": ["x" * MEDIUM], "lang": ["x" * (MEDIUM + 1)], "getal": [1]})
    assert _lange(frame) == ["lang"]


def _app() -> None:
    import pandas as pd
    import streamlit as st

    from pagina.delen.gegevens import gegevens
    from pagina.delen.tabellen import tabel

    frame = pd.DataFrame({"a": ["x", None], "b": [True, False], "weg": [1, 2]})
    if st.session_state.get("leeg"):
        frame = frame.head(0)
    tabel(frame, {"b": "Bee", "a": "Aa"}, naam="proef", feiten=gegevens())


def test_de_tabel_toont_de_gekozen_kolommen_onder_hun_kop(
    monkeypatch: pytest.MonkeyPatch, geleverd_map: object
) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(geleverd_map))
    app = gezond(AppTest.from_function(_app, default_timeout=60).run())
    (tabel,) = app.dataframe
    assert list(tabel.value.columns) == ["Bee", "Aa"]
    assert tabel.value.to_numpy().tolist() == [["ja", "x"], ["nee", ""]]
    assert [knop.proto.label for knop in app.get("download_button")] == [
        "CSV voor Excel (Nederlands)",
        "CSV volgens RFC 4180",
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
def test_elke_tabel_overleeft_de_reis_naar_een_bestand(open_pagina: Open, bladzijde: str) -> None:
    app = open_pagina(bladzijde)
    assert len(app.dataframe) * 2 == len(app.get("download_button")) > 0
    for tabel in app.dataframe:
        bestand = csv_bytes(tabel.value, "rfc4180", {"datasetversie": "proef"}).decode("utf-8")
        kop, *rijen = csv.reader(io.StringIO(bestand, newline=""))
        assert kop == [*tabel.value.columns, "datasetversie"]
        assert len(rijen) == len(tabel.value)
        assert {rij[-1] for rij in rijen} == {"proef"}
        assert not {"None", "nan", "NaT", "<NA>"} & {cel for rij in rijen for cel in rij}
