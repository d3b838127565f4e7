"""The figures: what stands in which cell, what they say, and that they stay light and legible."""

import json
import math

import pandas as pd
import plotly.graph_objects as go
import pytest

from pagina.beeld.figuren import (
    PLOTLY_CONFIG,
    TREDEN,
    aandeelkaart,
    aandeelkaart_tekst,
    aandeellegenda,
    aandeelwijzer,
    getoonde_beelden,
    kaartwijzer,
    statuskaart,
    statuskaart_tekst,
    themastaven,
    themastaven_tekst,
)
from pagina.beeld.status import VAKBEELDEN
from tests.pagina.figuurdata import alkmaar_leeuwarden, groot, per_gemeente, themas, zwolle


def heatmap(figuur: go.Figure) -> go.Heatmap:
    assert [type(spoor).__name__ for spoor in figuur.data] == ["Heatmap"]
    return figuur.data[0]


def teksten(figuur: go.Figure) -> list[str]:
    return [tekst for rij in heatmap(figuur).text for tekst in rij if tekst]


def test_rijen_staan_onder_hun_thema_en_kolommen_onder_hun_gemeente() -> None:
    wijzer = kaartwijzer(alkmaar_leeuwarden())
    assert [(rij.sleutel, rij.label) for rij in wijzer.rijen][:6] == [
        (None, "Toeleiding"),
        ("visie", "Beleid en visie voor GGSR"),
        ("doelen", "Gezamenlijke doelen van netwerkpartners"),
        (None, "De aanpak"),
        ("macht", "Doorzettingsmacht voor de regisseur"),
        ("niet-loslaten", "Gezin wordt niet losgelaten"),
    ]
    assert [(kolom.groep_naam, kolom.label) for kolom in wijzer.kolommen] == [
        ("Alkmaar", "Helpende Hand in de Wijk"),
        ("Leeuwarden", "Interventieteam Gezinnen"),
        ("Leeuwarden", "Voorwaardelijke Interventie Gezinnen"),
    ]
    figuur = statuskaart(alkmaar_leeuwarden(), donker=False)
    koppen = [a.text for a in figuur.layout.annotations if a.xref == "x"]
    assert koppen == ["<b>Alkmaar</b>", "<b>Leeuwarden</b>"]


def test_de_volgorde_van_de_regels_maakt_niet_uit() -> None:
    een = statuskaart(alkmaar_leeuwarden(), donker=False)
    ander = statuskaart(alkmaar_leeuwarden().sample(frac=1, random_state=3), donker=False)
    assert een.to_json() == ander.to_json()


def test_elk_vak_heeft_kleur_teken_en_woord() -> None:
    cellen = alkmaar_leeuwarden()
    wijzer, figuur = kaartwijzer(cellen), statuskaart(cellen, donker=False)
    rij, kolom = wijzer.plek("macht", "HH") or (-1, -1)
    vakken = heatmap(figuur)
    assert vakken.text[rij][kolom] == "✗ niet"
    assert VAKBEELDEN[int(vakken.z[rij][kolom])].sleutel == "niet_opgepakt"
    assert vakken.customdata[rij][kolom] == (
        "<b>Alkmaar, Helpende Hand in de Wijk</b>"
        "<br>Doorzettingsmacht voor de regisseur, zoals het kader<br>het in een hele zin zegt"
        "<br>2013: ✗ verbeterpunt → 2014: ✗ verbeterpunt<br><b>✗ niet opgepakt</b>"
    )
    assert teksten(figuur).count("✓ opgepakt") == 10
    assert teksten(figuur).count("= behouden") == 2
    assert wijzer.aantal_vakken == len(teksten(figuur)) == 18
    assert vakken.zmin == -0.5
    assert vakken.zmax == len(VAKBEELDEN) - 0.5


def test_de_wijzer_wijst_heen_en_terug_en_slaat_koppen_en_lege_plekken_over() -> None:
    cellen = alkmaar_leeuwarden()
    wijzer = kaartwijzer(cellen)
    for indicator, kolom in zip(cellen["indicator_id"], cellen["kolom_id"], strict=True):
        plek = wijzer.plek(indicator, kolom)
        assert plek is not None
        assert wijzer.op(*plek) == (indicator, kolom)
    assert wijzer.op(0, 0) is None
    assert wijzer.plek("visie", "IG") is None
    assert wijzer.plek("weg", "IG") is None
    assert [wijzer.op(*plek) for plek in ((-1, 0), (0, -1), (99, 0), (1, 99))] == [None] * 4
    plek = wijzer.plek("macht", "HH")
    assert plek is not None
    assert wijzer.zin(*plek) == (
        "Alkmaar, Helpende Hand in de Wijk, Doorzettingsmacht voor de regisseur: niet opgepakt"
    )


def test_zwolle_zonder_latere_toets() -> None:
    figuur = statuskaart(zwolle(), donker=True)
    assert teksten(figuur).count("… nog niet") == 11
    assert teksten(figuur).count("· voldeed") == 22
    assert heatmap(figuur).customdata[1][0].endswith("2013: ✓ voldoet<br><b>· voldeed, nog niet hertoetst</b>")
    assert figuur.layout.xaxis.domain == (0, 0.5)
    assert statuskaart_tekst(zwolle()) == (
        "Kaart van 33 indicatoren bij 1 aanpak in 1 gemeente: 11 verbeterpunten, waarvan 11 nog niet hertoetst."
        " Daarnaast 22 vakken zonder verbeterpunt."
    )


@pytest.mark.parametrize("kolommen", [12, 13, 100, 342])
def test_veel_kolommen(kolommen: int) -> None:
    cellen = groot(kolommen)
    figuur, wijzer = statuskaart(cellen, donker=False), kaartwijzer(cellen)
    assert figuur.layout.xaxis.tickangle == (0 if kolommen <= 12 else -90)
    assert figuur.layout.xaxis.ticklabeloverflow == "allow"
    assert figuur.layout.height == statuskaart(groot(13), donker=False).layout.height or kolommen == 12
    assert wijzer.smalste >= 24 * kolommen
    getekend = heatmap(figuur).texttemplate is not None
    assert getekend == (wijzer.aantal_vakken <= 6000)
    if kolommen == 13:
        assert set(teksten(figuur)) == {"✓", "✗", "◐", "=", "↓", "?", "…", "†"}


def test_de_legenda_noemt_wat_er_is() -> None:
    assert [b.merk for b in getoonde_beelden(kaartwijzer(zwolle()))] == [
        "… nog niet hertoetst",
        "· voldeed, nog niet hertoetst",
    ]
    chips = aandeellegenda(donker=False)
    assert [tekst for tekst, _, _ in chips] == [
        "0%",
        "1–24%",
        "25–49%",
        "50–74%",
        "75–99%",
        "100%",
        "? niets beoordeeld",
    ]
    assert len({vlak for _, vlak, _ in chips}) == len(chips)


def test_een_heel_grote_kaart_blijft_licht() -> None:
    assert len(statuskaart(groot(), donker=False).to_json()) < 700_000


def test_namen_uit_rapporten_zijn_tekst() -> None:
    cellen = alkmaar_leeuwarden().assign(kort="<b>a</b> & b", indicator="<a href='x'>i</a>")
    inhoud = statuskaart(cellen, donker=False).to_dict()
    assert "&lt;b&gt;a&lt;/b&gt; &amp; b" in str(inhoud["layout"]["annotations"])
    assert "<a href" not in str(inhoud["data"])


def test_twee_regels_voor_een_vak_worden_geweigerd() -> None:
    cellen = alkmaar_leeuwarden()
    with pytest.raises(ValueError, match="HH × visie"):
        kaartwijzer(pd.concat([cellen, cellen.iloc[:1]]))
    with pytest.raises(ValueError, match="onbekende status"):
        kaartwijzer(cellen.assign(status="x"))
    with pytest.raises(ValueError, match="Toeleiding × Alkmaar"):
        aandeelwijzer(pd.concat([per_gemeente(), per_gemeente().iloc[:1]]))


def test_een_lege_kaart_breekt_niet() -> None:
    leeg = alkmaar_leeuwarden().iloc[:0]
    assert len(heatmap(statuskaart(leeg, donker=False)).z) == 0
    assert statuskaart_tekst(leeg).startswith("De kaart is leeg")
    assert aandeelkaart_tekst(per_gemeente().iloc[:0]).startswith("De kaart is leeg")
    assert len(heatmap(aandeelkaart(per_gemeente().iloc[:0], donker=False)).z) == 0
    assert len(themastaven(themas().iloc[:0], donker=False).data) == 0
    assert themastaven_tekst(themas().iloc[:0]) == "Er zijn geen verbeterpunten bij deze keuze."


def test_de_tekst_noemt_de_bekende_getallen() -> None:
    assert statuskaart_tekst(alkmaar_leeuwarden()) == (
        "Kaart van 10 indicatoren bij 3 aanpakken in 2 gemeenten: 16 verbeterpunten, waarvan 10 opgepakt,"
        " 5 niet opgepakt en 1 niet beoordeeld; opgepakt is 10 van 15 (67%) van wat is beoordeeld."
        " Daarnaast 2 vakken zonder verbeterpunt."
    )


def test_aandeel_nul_niets_en_geen_vak_zijn_drie_dingen() -> None:
    rijen = per_gemeente()
    wijzer, figuur = aandeelwijzer(rijen), aandeelkaart(rijen, donker=False)
    vakken = heatmap(figuur)

    def vak(rij: str, kolom: str) -> tuple[float, str]:
        nr = [r.sleutel for r in wijzer.rijen].index(rij)
        knr = [k.sleutel for k in wijzer.kolommen].index(kolom)
        return vakken.z[nr][knr], vakken.text[nr][knr]

    assert vak("De aanpak", "Alkmaar") == (0, "0/2")
    assert vak("Continu", "Voorbeeldstad") == (len(TREDEN), "? 0 beoordeeld")
    leeg = vak("Toeleiding", "Leeuwarden")
    assert math.isnan(leeg[0])
    assert leeg[1] == ""
    assert vak("Samenwerking", "Leeuwarden") == (len(TREDEN) - 1, "5/5")
    assert vak("De aanpak", "Voorbeeldstad") == (2, "1/3")
    zweef = [tekst for rij in vakken.customdata for tekst in rij if "1 van 3" in tekst]
    assert zweef == [
        "<b>Voorbeeldstad</b><br>De aanpak<br><b>1 van 3 (33%)</b> opgepakt van wat is beoordeeld"
        "<br>1 van 4 (25%) opgepakt van wat is vastgesteld"
        "<br>opgepakt: 1 getoetst, 0 verteld door de gemeente"
    ]
    plek = wijzer.plek("Continu", "Voorbeeldstad")
    assert plek is not None
    assert wijzer.zin(*plek) == "Voorbeeldstad, Continu: niets beoordeeld, 2 verbeterpunten vastgesteld"


@pytest.mark.parametrize(
    ("opgepakt", "beoordeeld", "trede"), [(1, 300, 1), (299, 300, 4), (1, 4, 2), (1, 2, 3), (3, 4, 4), (7, 7, 5)]
)
def test_afronden_maakt_van_een_beetje_geen_nul_en_van_bijna_niet_alles(
    opgepakt: int, beoordeeld: int, trede: int
) -> None:
    rij = per_gemeente().iloc[:1].assign(opgepakt=opgepakt, beoordeeld=beoordeeld)
    assert heatmap(aandeelkaart(rij, donker=False)).z.tolist() == [[trede]]


def test_groepen_van_de_aandeelkaart_krijgen_een_kop() -> None:
    rijen = per_gemeente().assign(rij_groep=["A", "B", "B", "B", "A", "A", "A", "B", "B"])
    assert [rij.label for rij in aandeelwijzer(rijen).rijen] == [
        "A",
        "Toeleiding",
        "Samenwerking",
        "B",
        "De aanpak",
        "Continu",
    ]


def test_aandeelkaart_tekst_noemt_hoogste_en_laagste() -> None:
    assert aandeelkaart_tekst(per_gemeente()) == (
        "Kaart van 4 bij 3 met het deel dat is opgepakt van wat is beoordeeld: het meest bij Leeuwarden,"
        " Samenwerking (5/5), het minst bij Alkmaar, De aanpak (0/2). In 1 vak is niets beoordeeld."
    )


def test_themastaven() -> None:
    figuur = themastaven(themas(), donker=False)
    assert [spoor.name for spoor in figuur.data] == ["✓ opgepakt", "✗ niet opgepakt", "? niet beoordeeld"]
    opgepakt = figuur.data[0]
    assert dict(zip(opgepakt.y, opgepakt.x, strict=True)) == {
        "De aanpak (4)": 2,
        "Samenwerking (7)": 5,
        "Continu (3)": 3,
    }
    assert opgepakt.text == ("✓ 2", "✓ 5", "✓ 3")
    assert figuur.layout.yaxis.categoryarray[-1] == "Toeleiding (2)"
    assert themastaven_tekst(themas()) == (
        "Staven per thema met 16 verbeterpunten: 10 opgepakt, 5 niet opgepakt en 1 niet beoordeeld."
        " Per thema: Toeleiding (2), De aanpak (4), Samenwerking (7) en Continu (3)."
    )


@pytest.mark.parametrize("donker", [False, True])
def test_elke_figuur_heeft_eigen_nederlandse_opmaak(donker: bool) -> None:  # noqa: FBT001 - of pytest
    for figuur in (
        statuskaart(alkmaar_leeuwarden(), donker=donker),
        aandeelkaart(per_gemeente(), donker=donker),
        themastaven(themas(), donker=donker),
    ):
        opmaak = figuur.layout.template.layout
        assert opmaak.separators == ",."
        assert opmaak.paper_bgcolor == "rgba(0,0,0,0)"
        assert opmaak.font.color == ("#ffffff" if donker else "#000000")
        assert opmaak.xaxis.tickfont.color == opmaak.font.color
    assert PLOTLY_CONFIG["locale"] in PLOTLY_CONFIG["locales"]
    assert json.loads(json.dumps(PLOTLY_CONFIG)) == PLOTLY_CONFIG
    assert PLOTLY_CONFIG["displayModeBar"] is False
