"""The Python side of choosing a cell: what goes to the browser, and what of its answer is believed."""

import base64
import json

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pagina.beeld.figuren import aandeelwijzer, kaartwijzer
from pagina.beeld.status import STATUS
from pagina.delen.celkeuze import _gegevens, _geldig, legenda
from tests.pagina.figuurdata import alkmaar_leeuwarden, groot, per_gemeente, zwolle


def kleine_pagina() -> None:
    import streamlit as st

    from pagina.beeld.figuren import kaartwijzer, statuskleuren
    from pagina.delen.celkeuze import celkeuze
    from tests.pagina.figuurdata import alkmaar_leeuwarden

    wijzer = kaartwijzer(alkmaar_leeuwarden())
    for sleutel in ("een", "twee"):
        keuze = celkeuze(
            wijzer,
            sleutel=sleutel,
            naam=f"Kaart {sleutel}",
            tekst="Wat de kaart toont",
            kleuren=statuskleuren(donker=False),
            gekozen=(1, 0),
        )
        st.write("keuze:", str(keuze))


def test_twee_kaarten_op_een_pagina() -> None:
    at = AppTest.from_function(kleine_pagina).run()
    assert not at.exception
    assert [tekst.value for tekst in at.markdown] == ["keuze: None", "keuze: None"]
    at.run()
    assert not at.exception


@pytest.mark.parametrize(
    ("keuze", "gelooft"),
    [
        ([1, 0], (1, 0)),
        ((4, 2), (4, 2)),
        ([0, 0], None),  # a heading
        ([1, 1], None),  # no cell there
        ([-1, 0], None),
        ([1, 99], None),
        ([1.0, 0], None),
        ([True, 0], None),
        (["1", 0], None),
        ([1], None),
        ("10", None),
        (None, None),
        ({"rij": 1}, None),
    ],
)
def test_alleen_een_vak_van_deze_kaart_is_een_keuze(keuze: object, gelooft: tuple[int, int] | None) -> None:
    assert _geldig(keuze, kaartwijzer(alkmaar_leeuwarden())) == gelooft


def test_in_een_grote_kaart_is_een_vak_een_getal() -> None:
    wijzer = kaartwijzer(groot())
    gegevens = _gegevens(wijzer)
    # 65 rows × 342 columns of one byte, of which base64 makes four for every three
    assert len(gegevens["nummers"]) == 65 * 342 * 4 // 3
    assert (
        np.frombuffer(base64.b64decode(gegevens["nummers"]), dtype=np.int8).tolist() == wijzer.nummers.ravel().tolist()
    )
    # names and words, each once: some 20 letters per gemeente and 100 per indicator
    assert len(json.dumps(gegevens)) < 60_000


def test_veel_soorten_vakken_krijgen_een_groter_getal() -> None:
    rijen = pd.concat([per_gemeente().iloc[:1].assign(kolom=f"Gemeente {nr}", vastgesteld=nr + 1) for nr in range(200)])
    gegevens = _gegevens(aandeelwijzer(rijen))
    assert gegevens["bytes"] == 2
    assert np.frombuffer(base64.b64decode(gegevens["nummers"]), dtype=np.int16).tolist() == list(range(200))


def test_de_browser_krijgt_te_horen_welke_vakken_zijn_verteld() -> None:
    """Leeuwarden told all: its ten picked up and two kept are the hatched of the four kinds."""
    wijzer = kaartwijzer(alkmaar_leeuwarden())
    gegevens = _gegevens(wijzer)
    assert [gegevens["vakken"][nr][1] for nr in gegevens["verteld"]] == [
        "opgepakt, volgens de gemeente zelf",
        "behouden, volgens de gemeente zelf",
    ]
    assert sum(int((wijzer.nummers == nr).sum()) for nr in gegevens["verteld"]) == 12
    assert len(_gegevens(aandeelwijzer(per_gemeente()))["verteld"]) == 3


def test_verteld_maakt_een_grote_kaart_niet_zwaarder() -> None:
    cellen = groot()
    bekend = cellen["uitkomst_naar"].isin(["voldoet", "verbeterpunt", "gemengd"])
    verteld = cellen.assign(verteld=bekend & (cellen["kolom_id"].str[1:].astype(int) % 3 == 0))
    gegevens = _gegevens(kaartwijzer(verteld))
    # five kinds that can be told, beside the eight that there were
    assert (len(gegevens["vakken"]), len(gegevens["verteld"])) == (13, 5)
    assert len(json.dumps(gegevens)) - len(json.dumps(_gegevens(kaartwijzer(cellen)))) < 1_000
    assert len(json.dumps(gegevens)) < 60_000


def test_legenda() -> None:
    """Words in the cells say what a colour means; what hatching means they do not."""
    assert legenda(kaartwijzer(alkmaar_leeuwarden()), donker=True) == [
        ("✓◇ opgepakt, volgens de gemeente zelf", "#1f6fc4", "#ffffff", True),
        ("=◇ behouden, volgens de gemeente zelf", "#17304c", "#ffffff", True),
    ]
    assert legenda(kaartwijzer(zwolle()), donker=False) == []
    assert [tekst for tekst, *_ in legenda(kaartwijzer(groot(13)), donker=False)] == [
        beeld.merk for beeld in STATUS.values()
    ]
