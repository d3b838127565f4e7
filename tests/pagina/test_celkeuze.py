"""The Python side of choosing a cell: what goes to the browser, and what of its answer is believed."""

import pytest
from streamlit.testing.v1 import AppTest

from pagina.beeld.figuren import kaartwijzer
from pagina.beeld.status import STATUS
from pagina.delen.celkeuze import _geldig, celkeuze, legenda
from tests.pagina.figuurdata import alkmaar_leeuwarden


def kleine_pagina() -> None:
    import streamlit as st

    from pagina.beeld.figuren import kaartwijzer, statuskaart
    from pagina.delen.celkeuze import celkeuze
    from tests.pagina.figuurdata import alkmaar_leeuwarden

    cellen = alkmaar_leeuwarden()
    wijzer = kaartwijzer(cellen)
    for sleutel in ("een", "twee"):
        with st.container(key=sleutel):
            st.plotly_chart(statuskaart(cellen, donker=False), theme=None, key=f"{sleutel}-figuur")
        keuze = celkeuze(sleutel, wijzer, sleutel=f"{sleutel}-keuze", naam=f"Kaart {sleutel}", gekozen=(1, 0))
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


def test_een_sleutel_die_in_de_pagina_niet_te_vinden_is() -> None:
    with pytest.raises(ValueError, match="geen bruikbare sleutel"):
        celkeuze("mijn kaart!", kaartwijzer(alkmaar_leeuwarden()), sleutel="x", naam="x")


def test_legenda() -> None:
    assert legenda([STATUS["opgepakt"]], donker=True) == [("✓ opgepakt", "#1f6fc4", "#ffffff")]
