"""What an editor changes in a voorstel: oordelen, doubts, kader, aanpakken, metingen; what stands in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.rapporten.bekend import Bekend
from data.rapporten.voorstel import (
    OngeldigeWaarde,
    Voorstel,
    bezwaren,
    handel_af,
    heropen,
    kies_kader,
    laat_meting_weg,
    laat_opvolging_weg,
    laat_weg,
    meld_indicator,
    neem_op,
    voeg_bevinding_toe,
    voeg_meting_toe,
    voeg_oordeel_toe,
    voeg_opvolging_toe,
    wijzig_aanpak,
    wijzig_kop,
    wijzig_meting,
    wijzig_oordeel,
)
from tests.data.rapporten.voorstelhulp import (
    OVERLEG,
    SCHOLEN,
    WACHTTIJD,
    Rapport,
    herkend,
    over,
    rond_af,
)


@pytest.mark.parametrize(
    ("kolom", "waarde", "uitkomst", "teken"),
    [
        ("uitkomst", "verbeterpunt", "verbeterpunt", "✓"),
        ("uitkomst", "gemengd", "gemengd", "✓"),
        ("uitkomst", "niet_beoordeeld", "niet_beoordeeld", "✓"),
        ("teken_gedrukt", "✗", "verbeterpunt", "✗"),
        ("teken_gedrukt", "√", "voldoet", "√"),
        ("teken_gedrukt", "✓ en X", "gemengd", "✓ en X"),
        ("teken_gedrukt", "", "niet_beoordeeld", ""),
    ],
)
def test_een_teken_brengt_zijn_uitkomst_mee_en_niet_andersom(
    voorstel: Voorstel, weten: Bekend, kolom: str, waarde: str, uitkomst: str, teken: str
) -> None:
    """Of a printed ✓: the sign stays what is printed, and where the uitkomst is another, acceptance refuses the two."""
    wijzig_oordeel(voorstel, 1, kolom, waarde, bekend=weten)
    assert (voorstel.oordelen[0]["uitkomst"], voorstel.oordelen[0]["teken_gedrukt"]) == (uitkomst, teken)
    geweigerd = [zin for zin in bezwaren(voorstel, weten) if zin.startswith("Teken en uitkomst van oordeel 1 ")]
    assert len(geweigerd) == (kolom == "uitkomst")


def test_de_indicator_geldt_voor_de_hele_rij(weten: Bekend, tmp_path: Path) -> None:
    rijen = [("Samenspel", "De wethouder spreekt iedere maand met de raad", ["✓ Ja.", "X Nee."]),
             ("Vindplaatsen", WACHTTIJD, ["✓ Ja.", "X Nee."])]  # fmt: skip
    v = Rapport([(2015, ""), (2016, "")], rijen, herkend()).maak(tmp_path / "v", weten)
    wijzig_oordeel(v, 2, "indicator_id", "i1", bekend=weten)
    assert [oordeel["indicator_id"] for oordeel in v.oordelen] == ["i1", "i1", "i2", "i2"]
    assert over(v, "indicator_onbekend") == []
    # i1 belongs to Vindplaatsen and is printed under Samenspel
    assert len(over(v, "ander_thema")) == 1
    wijzig_oordeel(v, 1, "indicator_id", "i3", bekend=weten)
    assert over(v, "ander_thema") == []
    wijzig_oordeel(v, 1, "indicator_id", "i2", bekend=weten)
    assert len(over(v, "dubbel")) == 2


def test_een_wijziging_opent_de_twijfel_weer(weten: Bekend, tmp_path: Path) -> None:
    v = Rapport(rijen=[("", SCHOLEN, [""])], herkend=herkend()).maak(tmp_path / "v", weten)
    (twijfel,) = (t for t in v.twijfels if t["soort"] == "lege_cel")
    handel_af(v, twijfel["nr"], "de cel is echt leeg")
    assert over(v, "lege_cel") == []
    wijzig_oordeel(v, 1, "uitkomst", "verbeterpunt", bekend=weten)
    assert len(over(v, "lege_cel")) == 1
    with pytest.raises(OngeldigeWaarde):
        handel_af(v, twijfel["nr"], "  ")
    handel_af(v, twijfel["nr"], "in het papier staat een X")
    heropen(v, twijfel["nr"])
    assert len(over(v, "lege_cel")) == 1


def test_weglaten_en_weer_opnemen(weten: Bekend, tmp_path: Path) -> None:
    rijen = [("Samenspel", SCHOLEN, ["", "X Nee."])]
    v = Rapport([(2015, ""), (2016, "")], rijen, herkend()).maak(tmp_path / "v", weten)
    laat_weg(v, 1, reden="de kolom is een toelichting")
    assert [rij["nr"] for rij in v.gebruikt] == ["2"]
    assert over(v, "lege_cel") == []
    # the doubt on the row goes on at the cell that is left
    assert [t["oordeel_nr"] for t in v.open_twijfels if t["soort"] == "ander_thema"] == ["2"]
    neem_op(v, 1)
    assert len(v.gebruikt) == 2
    assert len(over(v, "lege_cel")) == 1
    with pytest.raises(OngeldigeWaarde):
        laat_weg(v, 1, reden="")


def test_een_oordeel_erbij(voorstel: Voorstel, weten: Bekend) -> None:
    nieuw = {"aanpak": "Nieuwe aanpak", "peiljaar": "2016", "indicator_id": "i3", "vindplaats": "p. 4"}
    rij = voeg_oordeel_toe(voorstel, bekend=weten, uitkomst="voldoet", **nieuw)
    assert (rij["nr"], rij["indicator_gedrukt"], rij["teken_gedrukt"], rij["aanpak_id"]) == ("3", OVERLEG, "✓", "nieuw")
    assert len(voorstel.metingen) == 1
    voeg_oordeel_toe(voorstel, bekend=weten, teken_gedrukt="X", **(nieuw | {"peiljaar": "2012"}))
    assert [m["meting_id"] for m in voorstel.metingen] == ["nieuw-2016-proef", "nieuw-2012-proef"]
    with pytest.raises(OngeldigeWaarde, match="vindplaats"):
        voeg_oordeel_toe(voorstel, bekend=weten, uitkomst="voldoet", **(nieuw | {"vindplaats": ""}))


def test_een_ander_jaar_neemt_de_oordelen_mee(voorstel: Voorstel, weten: Bekend) -> None:
    wijzig_meting(voorstel, "nieuw-2016-proef", "peiljaar", "2015", bekend=weten)
    assert [m["meting_id"] for m in voorstel.metingen] == ["nieuw-2015-proef"]
    assert {oordeel["peiljaar"] for oordeel in voorstel.oordelen} == {"2015"}
    with pytest.raises(OngeldigeWaarde):
        wijzig_meting(voorstel, "nieuw-2015-proef", "bezoek_op", "2015-02-30", bekend=weten)
    wijzig_meting(voorstel, "nieuw-2015-proef", "bezoek_op", "", bekend=weten)
    assert voorstel.metingen[0]["bezoek_op"] == ""
    with pytest.raises(OngeldigeWaarde, match="oordelen"):
        laat_meting_weg(voorstel, "nieuw-2015-proef")
    # 2014 of this aanpak is a meting that the store has
    wijzig_meting(voorstel, "nieuw-2015-proef", "peiljaar", "2014", bekend=weten)
    assert [(m["meting_id"], m["nieuw"], m["basis"]) for m in voorstel.metingen] == [("m2", "nee", "gesprekken")]
    with pytest.raises(OngeldigeWaarde, match="al in de verzameling"):
        wijzig_meting(voorstel, "m2", "basis", "anders", bekend=weten)


def test_een_meting_gaat_met_haar_laatste_oordeel(voorstel: Voorstel, weten: Bekend) -> None:
    """Of two oordelen of Nieuwe aanpak one goes to another, then both; without a year there is no meting."""

    def metingen() -> list[tuple[str, str]]:
        return [(meting["aanpak"], meting["peiljaar"]) for meting in voorstel.metingen]

    hier, daar = ("Nieuwe aanpak", "2016"), ("Buurtteam", "2016")
    wijzig_oordeel(voorstel, 1, "aanpak", "Buurtteam", bekend=weten)
    assert metingen() == [hier, daar]
    wijzig_oordeel(voorstel, 2, "aanpak", "Buurtteam", bekend=weten)
    assert metingen() == [daar]
    assert [a["aanpak"] for a in voorstel.aanpakken] == ["Buurtteam"]
    assert {o["aanpak_id"] for o in voorstel.oordelen} == {"proefstad-buurtteam"}
    wijzig_oordeel(voorstel, 1, "peiljaar", "", bekend=weten)
    assert metingen() == [daar]
    wijzig_oordeel(voorstel, 2, "peiljaar", "", bekend=weten)
    assert metingen() == []


def test_een_ander_kader(voorstel: Voorstel, weten: Bekend) -> None:
    kies_kader(voorstel, "ander-1", bekend=weten)
    assert [oordeel["indicator_id"] for oordeel in voorstel.oordelen] == ["", ""]
    assert voorstel.metingen[0]["meting_id"] == "nieuw-2016-ander"
    assert len(over(voorstel, "indicator_onbekend")) == 2
    kies_kader(voorstel, "proef-1", bekend=weten)
    assert [oordeel["indicator_id"] for oordeel in voorstel.oordelen] == ["i1", "i2"]
    assert over(voorstel, "indicator_onbekend") == []


def test_een_andere_gemeente(voorstel: Voorstel, weten: Bekend) -> None:
    wijzig_kop(voorstel, "gemeente_code", "FG0002", bekend=weten)
    (aanpak,) = voorstel.aanpakken
    assert (aanpak["aanpak_id"], aanpak["gemeente_code"], aanpak["nieuw"]) == ("elders-nieuwe-aanpak", "FG0002", "ja")
    assert {rij["aanpak_id"] for rij in [*voorstel.oordelen, *voorstel.metingen]} == {"elders-nieuwe-aanpak"}
    with pytest.raises(OngeldigeWaarde):
        wijzig_kop(voorstel, "gemeente_code", "GM9999", bekend=weten)


def test_wat_een_aanpak_noemt_gaat_met_hem_mee(voorstel: Voorstel, weten: Bekend) -> None:
    """Another name gives a new aanpak another id; one of the store takes its place with what the store knows of it."""
    voeg_meting_toe(voorstel, aanpak="Buurtteam", peiljaar="2013", bekend=weten)
    tekst = {"soort": "kans", "titel": "Kans", "tekst": "Er is een kans.", "vindplaats": "p. 7"}
    kans = voeg_bevinding_toe(voorstel, bekend=weten, aanpak_id="proefstad-buurtteam", **tekst)
    voeg_opvolging_toe(voorstel, van="proefstad-buurtteam", naar="nieuw", bron="p. 3", bekend=weten)
    bekende = ("oud", "nieuw", "nee")

    def noemt() -> tuple[list[str], list[str], list[tuple[str, str, str]]]:
        metingen = [m["meting_id"] for m in voorstel.metingen if m["aanpak"] == "Buurtteam"]
        return metingen, [kans["aanpak_id"]], [(o["van"], o["naar"], o["nieuw"]) for o in voorstel.opvolging]

    wijzig_aanpak(voorstel, "Buurtteam", "naam", "Wijkteam", bekend=weten)
    id_ = "proefstad-wijkteam"
    assert noemt() == ([f"{id_}-2013-proef"], [id_], [(id_, "nieuw", "ja"), bekende])
    # the store has oud, its meting of 2013 (m1), and that nieuw took over from it
    wijzig_aanpak(voorstel, "Buurtteam", "aanpak_id", "oud", bekend=weten)
    assert noemt() == (["m1"], ["oud"], [bekende])
    assert voorstel.aanpak("Buurtteam").items() >= {"naam": "Oude aanpak", "einde": "2013-12", "nieuw": "nee"}.items()
    wijzig_aanpak(voorstel, "Buurtteam", "aanpak_id", "", bekend=weten)
    id_ = "proefstad-buurtteam"
    assert noemt() == ([f"{id_}-2013-proef"], [id_], [bekende])
    assert voorstel.aanpak("Buurtteam").items() >= {"naam": "Buurtteam", "einde": "", "nieuw": "ja"}.items()
    # what m1 was established by is no fact of this report
    meting = voorstel.meting(f"{id_}-2013-proef")
    assert [meting[kolom] for kolom in ("bewijs", "basis", "bezoek_op", "dekking")] == ["", "", "", "selectie"]


def test_een_aanpak_gaat_niet_in_zichzelf_over(voorstel: Voorstel, weten: Bekend) -> None:
    voeg_meting_toe(voorstel, aanpak="Buurtteam", peiljaar="2013", bekend=weten)
    voeg_opvolging_toe(voorstel, van="oud", naar="proefstad-buurtteam", bron="p. 3", bekend=weten)
    wijzig_aanpak(voorstel, "Buurtteam", "aanpak_id", "oud", bekend=weten)
    assert [(o["van"], o["naar"]) for o in voorstel.opvolging] == [("oud", "nieuw")]


def test_een_opvolging_die_er_niet_hoort(voorstel: Voorstel, weten: Bekend) -> None:
    voeg_meting_toe(voorstel, aanpak="Buurtteam", peiljaar="2017", bekend=weten)
    voor = list(voorstel.opvolging)
    for paar in (("nieuw", "proefstad-buurtteam"), ("oud", "proefstad-buurtteam")):
        voeg_opvolging_toe(voorstel, van=paar[0], naar=paar[1], bron="p. 3", bekend=weten)
    laat_opvolging_weg(voorstel, van="oud", naar="proefstad-buurtteam")
    assert [(o["van"], o["naar"]) for o in voorstel.opvolging if o not in voor] == [("nieuw", "proefstad-buurtteam")]


def test_een_meting_zonder_oordelen(voorstel: Voorstel, weten: Bekend) -> None:
    for jaar in ("2017", "2018"):
        meting = voeg_meting_toe(voorstel, aanpak="Buurtteam", peiljaar=jaar, bekend=weten)
        assert meting["meting_id"] == f"proefstad-buurtteam-{jaar}-proef"
    laat_meting_weg(voorstel, "proefstad-buurtteam-2017-proef")
    assert [a["aanpak"] for a in voorstel.aanpakken] == ["Nieuwe aanpak", "Buurtteam"]
    laat_meting_weg(voorstel, "proefstad-buurtteam-2018-proef")
    assert [a["aanpak"] for a in voorstel.aanpakken] == ["Nieuwe aanpak"]


@pytest.mark.parametrize("met_meting", [False, True])
@pytest.mark.parametrize("noemt", ["opvolging", "bevinding", "gemeld"])
def test_een_aanpak_die_nog_wordt_genoemd_blijft(
    voorstel: Voorstel, weten: Bekend, noemt: str, *, met_meting: bool
) -> None:
    """Its last oordeel goes to another aanpak, or its last meting is taken out: what names it keeps its aanpak."""
    wijzig_oordeel(voorstel, 1, "aanpak", "Buurtteam", bekend=weten)
    if met_meting:
        voeg_meting_toe(voorstel, aanpak="Buurtteam", peiljaar="2017", bekend=weten)
    id_ = "proefstad-buurtteam"
    cellen = {"titel": "Kort", "tekst": "Er is iets.", "vindplaats": "p. 7"}
    if noemt == "opvolging":
        voeg_opvolging_toe(voorstel, van="nieuw", naar=id_, bron="p. 3", bekend=weten)
    elif noemt == "bevinding":
        voeg_bevinding_toe(voorstel, bekend=weten, soort="risico", aanpak_id=id_, **cellen)
    else:
        reactie = voeg_bevinding_toe(voorstel, bekend=weten, soort="reactie", **cellen)["bevinding_id"]
        meld_indicator(voorstel, bevinding_id=reactie, aanpak_id=id_, indicator_id="i1", bekend=weten)
    wijzig_oordeel(voorstel, 1, "aanpak", "Nieuwe aanpak", bekend=weten)
    if met_meting:
        laat_meting_weg(voorstel, f"{id_}-2017-proef")
    assert [m["meting_id"] for m in voorstel.metingen] == ["nieuw-2016-proef"]
    assert {a["aanpak_id"] for a in voorstel.aanpakken} == {"nieuw", id_}


def test_bezwaren_tellen_de_twijfels_van_beide_stappen(voorstel: Voorstel, weten: Bekend) -> None:
    """On the page those about persoonsgegevens are counted in a step of their own: the total says how many."""
    (eerste,) = voorstel.twijfels
    voorstel.twijfels += [{**eerste, "nr": "2"}, {**eerste, "nr": "3", "soort": "privacy"}]
    zin = "3 twijfels zijn nog niet afgehandeld, waarvan 1 over persoonsgegevens: 1, 2 en 3."
    assert bezwaren(voorstel, weten)[0] == zin
    voorstel.twijfels.pop()
    assert bezwaren(voorstel, weten)[0] == "2 twijfels zijn nog niet afgehandeld: 1 en 2."


def test_bezwaren_tot_alles_er_is(voorstel: Voorstel, weten: Bekend) -> None:
    assert bezwaren(voorstel, weten) == [
        "Twijfel 1 is nog niet afgehandeld.",
        "Van de meting Nieuwe aanpak 2016 ontbreekt de basis.",
    ]
    rond_af(voorstel, weten)
    assert bezwaren(voorstel, weten) == []
    voorstel.kop["gepubliceerd"] = "2016-09"
    assert [zin for zin in bezwaren(voorstel, weten) if "na de publicatie" in zin]


def test_een_bestand_dat_met_de_hand_is_gewijzigd(voorstel: Voorstel, weten: Bekend) -> None:
    """Somebody wrote in oordelen.csv itself: what contradicts itself never becomes a levering."""
    rond_af(voorstel, weten)
    voorstel.oordelen[0]["uitkomst"] = "verbeterpunt"
    voorstel.oordelen[1]["uitkomst"] = "goed"
    assert bezwaren(voorstel, weten) == [
        f"Teken en uitkomst van oordeel {nr} spreken elkaar tegen: verbeter een van beide." for nr in (1, 2)
    ]
