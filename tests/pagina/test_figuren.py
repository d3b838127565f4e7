"""The figures: what stands in which cell, what they say, and that they stay light and legible."""

import json
import re

import pandas as pd
import pytest

from pagina.beeld.figuren import (
    GEEN_VAK,
    PLOTLY_CONFIG,
    TREDEN,
    Kaartwijzer,
    Vak,
    aandeelkaart_tekst,
    aandeelkleuren,
    aandeellegenda,
    aandeelwijzer,
    getoonde_beelden,
    kaartwijzer,
    statuskaart_tekst,
    statuskleuren,
    themastaven,
    themastaven_tekst,
)
from pagina.beeld.status import STATUS, VAKBEELDEN
from pagina.delen.staven import staven
from tests.pagina.figuurdata import alkmaar_leeuwarden, groot, per_gemeente, themas, zwolle


def teksten(wijzer: Kaartwijzer) -> list[str]:
    """What stands in the cells, one by one."""
    met = 0 if wijzer.met_woorden else 1
    return [wijzer.vakken[nummer].teksten[met] for nummer in wijzer.nummers.ravel().tolist() if nummer != GEEN_VAK]


def vak(wijzer: Kaartwijzer, rij: str, kolom: str) -> Vak:
    """What a cell says, by its keys."""
    plek = wijzer.plek(rij, kolom)
    assert plek is not None
    gevonden = wijzer.vak(*plek)
    assert gevonden is not None
    return gevonden


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


def test_de_volgorde_van_de_regels_maakt_niet_uit() -> None:
    een, ander = kaartwijzer(alkmaar_leeuwarden()), kaartwijzer(alkmaar_leeuwarden().sample(frac=1, random_state=3))
    assert (een.rijen, een.kolommen) == (ander.rijen, ander.kolommen)
    plekken = [(rij, kolom) for rij in range(len(een.rijen)) for kolom in range(len(een.kolommen))]
    assert [een.vak(*plek) for plek in plekken] == [ander.vak(*plek) for plek in plekken]


def test_elk_vak_heeft_kleur_teken_en_woord() -> None:
    wijzer = kaartwijzer(alkmaar_leeuwarden())
    macht = vak(wijzer, "macht", "HH")
    assert macht.teksten == ("✗ niet", "✗")
    assert macht.woord == "niet opgepakt"
    assert VAKBEELDEN[macht.code].sleutel == "niet_opgepakt"
    assert statuskleuren(donker=False)[macht.code] == VAKBEELDEN[macht.code].licht.vlak
    assert statuskleuren(donker=True)[macht.code] == VAKBEELDEN[macht.code].donker.vlak
    assert macht.regels == ("✗ niet opgepakt", "2013: ✗ verbeterpunt → 2014: ✗ verbeterpunt")
    (rij,) = [rij for rij in wijzer.rijen if rij.sleutel == "macht"]
    assert rij.uitleg == "Doorzettingsmacht voor de regisseur, zoals het kader het in een hele zin zegt"
    assert teksten(wijzer).count("✓◇ verteld") == 10
    assert teksten(wijzer).count("=◇ verteld") == 2
    assert wijzer.aantal_vakken == len(teksten(wijzer)) == 18


def test_vakken_die_hetzelfde_zeggen_staan_er_een_keer() -> None:
    cellen = alkmaar_leeuwarden()
    # of the verbeterpunten one was not judged again; the ten picked up, the five not, and the two kept are each alike
    assert sorted(vak.woord for vak in kaartwijzer(cellen).vakken) == [
        "behouden, volgens de gemeente zelf",
        "niet beoordeeld",
        "niet opgepakt",
        "opgepakt, volgens de gemeente zelf",
    ]
    later = cellen.assign(jaar_naar=[2014] * 17 + [2015])
    assert len(kaartwijzer(later).vakken) == 5


def test_verteld_en_getoetst_zijn_twee_soorten_vakken() -> None:
    """Of the two kept the one at IG was tested; the rest of Leeuwarden was told, and of Alkmaar all was tested."""
    cellen = alkmaar_leeuwarden()
    cellen.loc[(cellen["kolom_id"] == "IG") & (cellen["status"] == "behouden"), "verteld"] = False
    wijzer = kaartwijzer(cellen)
    opgepakt, behouden, getoetst = (
        vak(wijzer, rij, kolom) for rij, kolom in (("macht", "IG"), ("vervolg", "VI"), ("bevoegdheid", "IG"))
    )
    assert opgepakt.woord == "opgepakt, volgens de gemeente zelf"
    assert opgepakt.teksten == ("✓◇ verteld", "✓◇")
    assert opgepakt.regels == (
        "✓◇ opgepakt, volgens de gemeente zelf",
        "2013: ✗ verbeterpunt → 2014: ✓ voldoet",
    )
    assert (behouden.woord, getoetst.woord) == ("behouden, volgens de gemeente zelf", "behouden")
    assert [v.arcering for v in (opgepakt, behouden, getoetst)] == [True, True, False]
    assert not vak(wijzer, "macht", "HH").arcering
    for donker in (False, True):
        kleuren = statuskleuren(donker=donker)
        assert kleuren[behouden.code] == kleuren[getoetst.code]
    assert [b.merk for b in getoonde_beelden(wijzer)] == [
        "✓◇ opgepakt, volgens de gemeente zelf",
        "✗ niet opgepakt",
        "? niet beoordeeld",
        "= behouden",
        "=◇ behouden, volgens de gemeente zelf",
    ]
    plek = wijzer.plek("macht", "IG")
    assert plek is not None
    assert wijzer.zin(*plek) == (
        "Leeuwarden, Interventieteam Gezinnen, Doorzettingsmacht voor de regisseur: opgepakt, volgens de gemeente zelf"
    )


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
    wijzer = kaartwijzer(zwolle())
    assert teksten(wijzer).count("… nog niet") == 11
    assert teksten(wijzer).count("· voldeed") == 22
    assert vak(wijzer, "i0", "BD").regels == ("· voldeed, nog niet hertoetst", "2013: ✓ voldoet")
    assert wijzer.beslag == 0.5
    assert statuskaart_tekst(kaartwijzer(zwolle())) == (
        "Kaart van 33 indicatoren bij 1 aanpak in 1 gemeente: 11 verbeterpunten, waarvan 11 nog niet hertoetst."
        " Daarnaast 22 vakken zonder verbeterpunt."
    )


@pytest.mark.parametrize("kolommen", [12, 13, 100, 342])
def test_veel_kolommen(kolommen: int) -> None:
    cellen = groot(kolommen)
    wijzer = kaartwijzer(cellen)
    assert wijzer.met_woorden == (kolommen <= 12)
    assert wijzer.smalste >= 24 * kolommen
    assert wijzer.aantal_vakken == len(cellen)
    assert wijzer.met_tekst == (len(cellen) <= 6000)
    if kolommen == 13:
        assert set(teksten(wijzer)) == {"✓", "✗", "◐", "=", "↓", "?", "…", "†"}


def test_in_een_heel_grote_kaart_staat_elk_vak_op_zijn_plek() -> None:
    cellen = groot()
    wijzer = kaartwijzer(cellen)
    for cel in cellen.sample(200, random_state=6).to_dict("records"):
        beeld = STATUS[cel["status"]]
        assert vak(wijzer, cel["indicator_id"], cel["kolom_id"]).woord == beeld.woord
    leeg = len(wijzer.rijen) * len(wijzer.kolommen) - len(cellen)
    assert sum(nummer == GEEN_VAK for nummer in wijzer.nummers.ravel().tolist()) == leeg


def test_de_legenda_noemt_wat_er_is() -> None:
    assert [b.merk for b in getoonde_beelden(kaartwijzer(zwolle()))] == [
        "… nog niet hertoetst",
        "· voldeed, nog niet hertoetst",
    ]
    chips = aandeellegenda(aandeelwijzer(per_gemeente()), donker=False)
    assert [tekst for tekst, *_ in chips] == [
        "0%",
        "1–24%",
        "25–49%",
        "50–74%",
        "75–99%",
        "100%",
        "? niets beoordeeld",
        "◇ geheel of deels volgens de gemeente zelf, niet getoetst",
    ]
    assert len({vlak for _, vlak, *_ in chips}) == len(chips)
    assert [arcering for *_, arcering in chips] == [False] * 7 + [True]
    # nothing told: nothing hatched, so nothing said of it
    assert len(aandeellegenda(aandeelwijzer(per_gemeente().assign(verteld=0)), donker=True)) == 7


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
    assert kaartwijzer(leeg).aantal_vakken == 0
    assert statuskaart_tekst(kaartwijzer(leeg)).startswith("De kaart is leeg")
    assert aandeelkaart_tekst(per_gemeente().iloc[:0]).startswith("De kaart is leeg")
    assert aandeelwijzer(per_gemeente().iloc[:0]).aantal_vakken == 0
    assert themastaven(themas().iloc[:0]) == []
    assert themastaven_tekst(themas().iloc[:0]) == "Er zijn geen verbeterpunten bij deze keuze."


def test_de_tekst_noemt_de_bekende_getallen() -> None:
    assert statuskaart_tekst(kaartwijzer(alkmaar_leeuwarden())) == (
        "Kaart van 10 indicatoren bij 3 aanpakken in 2 gemeenten: 16 verbeterpunten, waarvan 10 opgepakt (10 volgens"
        " de gemeente zelf), 5 niet opgepakt en 1 niet beoordeeld; opgepakt is 10 van 15 (67%) van wat is beoordeeld."
        " Daarnaast 2 vakken zonder verbeterpunt."
        # 10 by 3, less 16 and 2
        " 12 vakken zijn leeg: daar is in deze keuze geen oordeel over die indicator."
    )


def test_aandeel_nul_niets_en_geen_vak_zijn_drie_dingen() -> None:
    wijzer = aandeelwijzer(per_gemeente())
    gezien = {
        (rij, kolom): (vak(wijzer, rij, kolom).code, vak(wijzer, rij, kolom).teksten[0])
        for rij, kolom in [
            ("De aanpak", "Alkmaar"),
            ("Continu", "Voorbeeldstad"),
            ("Samenwerking", "Leeuwarden"),
            ("De aanpak", "Voorbeeldstad"),
        ]
    }
    assert list(gezien.values()) == [
        (0, "0/2"), (len(TREDEN), "? 0 beoordeeld"), (len(TREDEN) - 1, "5/5 (◇ 5)"), (2, "1/3"),
    ]  # fmt: skip
    assert len(aandeelkleuren(donker=False)) == len(set(aandeelkleuren(donker=False))) == len(TREDEN) + 1
    assert wijzer.plek("Toeleiding", "Leeuwarden") is None
    assert vak(wijzer, "De aanpak", "Voorbeeldstad").regels == (
        "1 van 3 (33%) opgepakt van wat is beoordeeld",
        "1 van 4 (25%) opgepakt van wat is vastgesteld",
        "opgepakt: 1 getoetst, 0 verteld door de gemeente",
    )
    verteld, getoetst = (vak(wijzer, "Samenwerking", kolom) for kolom in ("Leeuwarden", "Voorbeeldstad"))
    assert verteld.teksten == ("5/5 (◇ 5)", "5/5◇")
    assert verteld.regels[-1] == "opgepakt: 0 getoetst, 5 verteld door de gemeente"
    assert verteld.woord == (
        "5 van 5 (100%) beoordeelde verbeterpunten opgepakt, 5 verbeterpunten vastgesteld: 0 getoetst, 5 verteld door "
        "de gemeente"
    )
    assert (verteld.arcering, getoetst.arcering, getoetst.teksten) == (True, False, ("2/3", "2/3"))
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
    assert aandeelwijzer(rij).codes == ((trede,),)


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
        " Samenwerking (5/5, 100%) en in 2 andere vakken, het minst bij Alkmaar, De aanpak (0/2, 0%) en in 2 andere"
        " vakken. In 1 vak is niets beoordeeld."
    )


def test_aandeelkaart_tekst_zonder_verschil_noemt_geen_hoogste() -> None:
    """One cell, or cells that are alike: none is the best or the worst."""
    begin = "Kaart van 1 bij 1 met het deel dat is opgepakt van wat is beoordeeld"
    assert aandeelkaart_tekst(per_gemeente().iloc[1:2]) == f"{begin}: Alkmaar, De aanpak (0/2, 0%)."
    assert aandeelkaart_tekst(per_gemeente().iloc[[2, 5]]) == (
        "Kaart van 2 bij 1 met het deel dat is opgepakt van wat is beoordeeld: in elk vak hetzelfde,"
        " Leeuwarden, Samenwerking (5/5, 100%) en in 1 ander vak."
    )
    assert aandeelkaart_tekst(per_gemeente().iloc[8:]) == f"{begin}. In 1 vak is niets beoordeeld."


def test_themastaven() -> None:
    assert [
        (staaf.naam, staaf.totaal, [(beeld.merk, aantal) for beeld, aantal in staaf.stukken])
        for staaf in themastaven(themas())
    ] == [
        ("Toeleiding", 2, [("✗ niet opgepakt", 1), ("? niet beoordeeld", 1)]),
        ("De aanpak", 4, [("✓◇ opgepakt, volgens de gemeente zelf", 2), ("✗ niet opgepakt", 2)]),
        ("Samenwerking", 7, [("✓◇ opgepakt, volgens de gemeente zelf", 5), ("✗ niet opgepakt", 2)]),
        ("Continu", 3, [("✓ opgepakt", 1), ("✓◇ opgepakt, volgens de gemeente zelf", 2)]),
    ]
    assert themastaven_tekst(themas()) == (
        "Staven per thema met 16 verbeterpunten: 10 opgepakt (9 volgens de gemeente zelf), 5 niet opgepakt"
        " en 1 niet beoordeeld. Per thema: Toeleiding (2), De aanpak (4), Samenwerking (7) en Continu (3)."
    )


def test_staven_zijn_zo_lang_als_hun_getal_en_zeggen_het() -> None:
    html = str(staven(themastaven(themas()), "Wat zij tonen", donker=False))
    assert 'role="figure" aria-label="Wat zij tonen"' in html
    # of the longest, seven: two, four, seven, three
    assert re.findall(r"width:([0-9.]+)%", html) == ["28.57", "57.14", "100.0", "42.86"]
    assert re.findall(r"flex-grow:(\d+);background-color:(#\w+)", html)[:2] == [("1", "#f08c4f"), ("1", "#b4bac2")]
    assert html.count("✓◇ 5<") == 1
    # the legend: what occurs, in the order of the statuses, and what was told behind what was tested
    assert re.findall(r'class="vp-merk[^>]*>(?:<span[^>]*>)?([^<]+)<', html) == [
        "✓ opgepakt",
        "✓◇ opgepakt, volgens de gemeente zelf",
        "✗ niet opgepakt",
        "? niet beoordeeld",
    ]
    # of Continu one piece is bare and two are hatched around their own colour; and so is the chip of the legend
    continu = html[html.index("Continu (3)") : html.index("vp-rij")]
    assert re.findall(r'class="(vp-verteld)" style="flex-grow:(\d)', continu) == [("vp-verteld", "2")]
    assert re.findall(r'style="flex-grow:1;background-color:#62abe8', continu) != []
    assert html.count('class="vp-merk vp-verteld"') == 1
    assert '✓◇ 2<span class="vp-gelezen"> opgepakt, volgens de gemeente zelf</span>' in continu
    assert "&lt;b&gt;" in str(staven(themastaven(themas().assign(thema="<b>")), "", donker=True))


def test_plotly_spreekt_nederlands() -> None:
    assert PLOTLY_CONFIG["locale"] in PLOTLY_CONFIG["locales"]
    assert json.loads(json.dumps(PLOTLY_CONFIG)) == PLOTLY_CONFIG
    assert PLOTLY_CONFIG["displayModeBar"] is False
