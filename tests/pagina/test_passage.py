"""The passage of a report beside a row: its own text, escaped, the place highlighted."""

from __future__ import annotations

import pytest

from data.rapporten.document import Alinea, Document, Plek, Tabel
from pagina._inlezen.passage import LANGST, merk_woorden, passage
from pagina._inlezen.rapport import vind

DOCUMENT = Document(
    "tekstbestand",
    (
        Alinea(("ver weg",)),
        Alinea(("vlak voor", "<b>de</b> tabel"), 3),
        Tabel((("Indicator", "2016"), ("een", "✓ ja"), ("twee", "X <script>"), ("drie", ""), ("vier", "X")), 4),
        Alinea(("vlak erna",)),
    ),
)


def test_een_cel_is_gemerkt_met_de_rijen_ernaast_onder_de_kop() -> None:
    html = str(passage(DOCUMENT, Plek(2, 2, 1), bij="rij 7"))
    assert html.count("<mark>") == 1
    assert "<mark>X &lt;script&gt;</mark>" in html
    assert "Uit het rapport, bij rij 7, bladzijde 4" in html
    for cel in ("Indicator", "een", "twee", "drie", "vlak voor", "vlak erna", "ver weg"):
        assert f">{cel}" in html
    assert "vier" not in html
    assert "<b>" not in html


def test_een_lege_cel_is_te_zien() -> None:
    assert '<mark class="vp-leeg">(lege cel)</mark>' in str(passage(DOCUMENT, Plek(2, 3, 1), bij="rij 3"))


def test_een_alinea_is_in_haar_geheel_gemerkt_en_een_tabel_ernaast_genoemd() -> None:
    html = str(passage(DOCUMENT, Plek(1), bij="rij 1"))
    assert "<mark>vlak voor\n&lt;b&gt;de&lt;/b&gt; tabel</mark>" in html
    assert "(hier staat een tabel van 5 rijen)" in html


def test_alleen_de_gezochte_woorden_zijn_gemerkt() -> None:
    html = str(passage(DOCUMENT, Plek(1), bij="rij 1", zoek=["voor <b>de"]))
    assert html.count("<mark>") == 1
    assert "<mark>voor\n&lt;b&gt;de</mark>" in html


@pytest.mark.parametrize("blok", [-1, 4])
def test_een_plaats_die_er_niet_is(blok: int) -> None:
    assert "staat niet (meer) in de tekst" in passage(DOCUMENT, Plek(blok), bij="rij 1")


def test_een_heel_lange_alinea_wordt_ingekort() -> None:
    lang = Document("tekstbestand", (Alinea(("x" * (LANGST + 1),)),))
    assert f"<mark>{'x' * LANGST} …</mark>" in str(passage(lang, Plek(0), bij="rij 1"))


def test_het_langste_woord_gaat_voor_en_tekens_hebben_geen_bijzondere_betekenis() -> None:
    assert str(merk_woorden("a.b ab a.bc", ["a.b", "a.bc"])) == "<mark>a.b</mark> ab <mark>a.bc</mark>"
    assert str(merk_woorden("<i>", [])) == "&lt;i&gt;"


def test_een_feit_wordt_teruggevonden_ook_met_andere_hoofdletters() -> None:
    assert vind(DOCUMENT, "INDICATOR") == (Plek(2, 0, 0), "Indicator", 0)
    assert vind(DOCUMENT, "de</b> Tabel") == (Plek(1), "vlak voor <b>de</b> tabel", 13)
    assert vind(DOCUMENT, "staat er niet") is None
    assert vind(DOCUMENT, " ") is None
