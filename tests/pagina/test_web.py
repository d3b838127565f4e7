"""Small HTML: escaped, and a table that a screen reader reads as one."""

from __future__ import annotations

from markupsafe import Markup

from pagina.beeld.status import UITKOMST
from pagina.delen import web

KWAAD = "<script>alert('x')</script> & \"zo\""
VEILIG = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &#34;zo&#34;"


def test_alles_uit_de_gegevens_wordt_tekst() -> None:
    for stuk in (
        web.link("gemeente?gemeente=x", KWAAD),
        web.link(None, KWAAD),
        web.regels([KWAAD]),
        web.lijst([KWAAD]),
        web.feitenlijst({KWAAD: KWAAD}),
        web.webtabel([KWAAD], [[KWAAD]], bijschrift=KWAAD),
    ):
        assert "<script" not in stuk
        assert VEILIG in stuk


def test_link() -> None:
    assert web.link('x?a="><b>', "woord") == '<a href="x?a=&#34;&gt;&lt;b&gt;">woord</a>'
    assert web.link(None, "woord") == "woord"
    assert web.link("", "woord") == "woord"


def test_merk_heeft_kleur_teken_en_woord() -> None:
    beeld = UITKOMST["verbeterpunt"]
    lang, kort = web.merk(beeld, donker=False), web.merk(beeld, donker=True, kort=True)
    assert ">✗ verbeterpunt</span>" in lang
    assert f"background-color:{beeld.licht.vlak};color:{beeld.licht.tekst}" in lang
    # short: the word is not shown, and still read aloud
    assert '>✗ <span class="vp-gelezen">verbeterpunt</span></span>' in kort
    assert f"background-color:{beeld.donker.vlak};color:{beeld.donker.tekst}" in kort


def test_tabel_heeft_bijschrift_en_koppen() -> None:
    tabel = web.webtabel(["Gemeente", "Open"], [["Alkmaar", 6], ["Leeuwarden", None]], bijschrift="Nu open")
    assert "<caption>Nu open</caption>" in tabel
    assert 'role="region" tabindex="0" aria-label="Nu open"' in tabel
    assert '<th scope="col">Gemeente</th><th scope="col">Open</th>' in tabel
    assert '<tr><th scope="row">Alkmaar</th><td>6</td></tr>' in tabel
    # nothing known is an empty cell, and zero is not nothing
    assert '<tr><th scope="row">Leeuwarden</th><td></td></tr>' in tabel
    assert "<td>0</td>" in web.webtabel(["a", "b"], [["x", 0]], bijschrift="nul")


def test_wat_leeg_is_valt_weg() -> None:
    assert web.regels(["a", "", None, "b"]) == "a<br>b"
    assert web.feitenlijst({"Kader": "GGSR", "Criterium": None, "Thema": ""}) == (
        '<dl class="vp-feiten"><dt>Kader</dt><dd>GGSR</dd></dl>'
    )


def test_eigen_opmaak_blijft() -> None:
    assert web.regels([Markup("<strong>a</strong>"), "<b>"]) == "<strong>a</strong><br>&lt;b&gt;"
