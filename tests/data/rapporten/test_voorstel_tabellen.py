"""What a voorstel becomes: a levering that builds, with exactly the rows that were looked at."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from data.levering.vorm import tabellen as vorm
from data.rapporten.bekend import Bekend
from data.rapporten.gelezen import Vondst
from data.rapporten.voorstel import (
    OngeldigeWaarde,
    Voorstel,
    bewerkingen,
    bezwaren,
    kies,
    laat_bevinding_weg,
    laat_meting_weg,
    laat_weg,
    meld_actiepunt,
    meld_indicator,
    tabellen,
    trek_melding_in,
    voeg_bevinding_toe,
    voeg_meting_toe,
    voeg_opvolging_toe,
    wijzig_bevinding,
    wijzig_oordeel,
)
from tests.data.bouwdoos import Doos
from tests.data.rapporten.voorstelhulp import (
    INDICATOR,
    SCHOLEN,
    WACHTTIJD,
    Rapport,
    als_levering,
    bouwt,
    herkend,
    kennis,
    lees,
    over,
    rond_af,
    vervolg,
)

BEVINDING = {"titel": "Maak afspraken", "tekst": "Leg vast wie beslist.", "vindplaats": "p. 7"}


def gemaakt(rapport: Rapport, weten: Bekend, tmp_path: Path) -> Voorstel:
    v = rapport.maak(tmp_path / "voorstel", weten)
    rond_af(v, weten)
    return v


def test_een_vervolg_bouwt(doos: Doos, weten: Bekend, tmp_path: Path) -> None:
    v = gemaakt(vervolg(), weten, tmp_path)
    levering = als_levering(v, weten, doos.map)
    namen = {"levering", "rapporten", "weergaven", "metingen", "meting_rapport", "oordelen"}
    assert {pad.stem for pad in levering.iterdir()} == namen
    (kop,) = lees(levering / "levering.csv")
    assert (kop["levering_id"], kop["aanvaard_op"], kop["concept"], kop["fictief"]) == (
        "proefstad-2017",
        "2026-11-22",
        "nee",
        "ja",
    )
    # 2014: i1 voldoet, i2 was not judged, and voldoet of 2013 (rap-1 counts there) goes on; 2016: i1 ✓, i2 X
    with doos.bouw() as con:
        vraag = "select indicator_id, jaar_van, jaar_naar, status from opvolging where jaar_naar = 2016 order by all"
        assert con.execute(vraag).fetchall() == [("i1", 2014, 2016, "behouden"), ("i2", 2014, 2016, "teruggevallen")]


def test_elke_tabel_heeft_de_vorm(weten: Bekend, tmp_path: Path) -> None:
    v = gemaakt(vervolg(aanpak="Buurtteam"), weten, tmp_path)
    wijzig_oordeel(v, 1, "toelichting", "Anders\u2028gezegd\x07.", bekend=weten)
    for naam, rijen in tabellen(v, weten, levering_id="l", aanvaard_op="2026-11-22").items():
        for rij in rijen:
            assert tuple(rij) == vorm()[naam]
            assert not any("\n" in cel or "\x07" in cel for cel in rij.values())


def test_de_weergave_heeft_het_controlegetal_van_het_bestand(weten: Bekend, tmp_path: Path) -> None:
    v = gemaakt(vervolg(), weten, tmp_path)
    (weergave,) = tabellen(v, weten, levering_id="l", aanvaard_op="2026-11-22")["weergaven"]
    assert weergave["sha256"] == hashlib.sha256(b"het rapport").hexdigest()
    assert (weergave["bestand"], weergave["vorm"]) == ("rapport.pdf", "PDF")


def test_een_opvolger_bouwt(doos: Doos, weten: Bekend, tmp_path: Path) -> None:
    v = gemaakt(vervolg(aanpak="Buurtteam Zuid"), weten, tmp_path)
    voeg_opvolging_toe(v, van="nieuw", naar="proefstad-buurtteam-zuid", bron="p. 3", bekend=weten)
    levering = als_levering(v, weten, doos.map)
    assert [rij["aanpak"] for rij in lees(levering / "aanpakken.csv")] == ["Buurtteam Zuid"]
    assert [(r["van"], r["naar"]) for r in lees(levering / "aanpak_opvolging.csv")] == [
        ("nieuw", "proefstad-buurtteam-zuid")
    ]
    with doos.bouw() as con:
        vraag = "select aanpak_van, aanpak_naar, status from opvolging where jaar_naar = 2016 and indicator_id = 'i1'"
        assert con.execute(vraag).fetchall() == [("Nieuwe aanpak", "Buurtteam Zuid", "behouden")]


def test_een_aanpak_zonder_meting_die_wordt_genoemd_bouwt(doos: Doos, weten: Bekend, tmp_path: Path) -> None:
    """Its meting was taken out; the lineage and the bevinding that name it are facts without it too."""
    v = gemaakt(vervolg(), weten, tmp_path)
    meting = voeg_meting_toe(v, aanpak="Buurtteam Zuid", peiljaar="2016", bekend=weten)
    id_ = "proefstad-buurtteam-zuid"
    voeg_opvolging_toe(v, van="nieuw", naar=id_, bron="p. 3", bekend=weten)
    voeg_bevinding_toe(v, bekend=weten, soort="risico", aanpak_id=id_, **BEVINDING)
    laat_meting_weg(v, meting["meting_id"])
    levering = als_levering(v, weten, doos.map)
    assert [rij["aanpak_id"] for rij in lees(levering / "aanpakken.csv")] == [id_]
    assert [(r["van"], r["naar"]) for r in lees(levering / "aanpak_opvolging.csv")] == [("nieuw", id_)]
    assert [rij["aanpak_id"] for rij in lees(levering / "bevindingen.csv")] == [id_]
    bouwt(doos)


def test_wat_met_de_hand_is_gewijzigd(doos: Doos, weten: Bekend, tmp_path: Path) -> None:
    v = gemaakt(vervolg(), weten, tmp_path)
    assert bewerkingen(v, levering_id="l") == []
    wijzig_oordeel(v, 1, "teken_gedrukt", "✓ X", bekend=weten)
    laat_weg(v, 2, reden="dubbel gedrukt")
    rond_af(v, weten)
    rijen = bewerkingen(v, levering_id="proefstad-2017")
    velden = ("meting_id", "indicator_id", "kolom", "gelezen", "aanvaard")
    assert [tuple(rij[veld] for veld in velden) for rij in rijen] == [
        ("nieuw-2016-proef", "i1", "uitkomst", "voldoet", "gemengd"),
        ("nieuw-2016-proef", "i1", "teken_gedrukt", "✓", "✓ X"),
        ("nieuw-2016-proef", "i2", "gebruikt", "ja", "nee"),
    ]
    levering = als_levering(v, weten, doos.map)
    assert lees(levering / "bewerkingen.csv") == rijen
    assert [(r["indicator_id"], r["uitkomst"]) for r in lees(levering / "oordelen.csv")] == [("i1", "gemengd")]
    bouwt(doos)


def test_een_woord_in_plaats_van_een_teken(weten: Bekend, tmp_path: Path) -> None:
    """A levering holds signs: what else is printed stands in the opmerking."""
    v = gemaakt(Rapport(rijen=[("", SCHOLEN, ["Voldoet niet"])], herkend=herkend()), weten, tmp_path)
    (oordeel,) = tabellen(v, weten, levering_id="l", aanvaard_op="2026-11-22")["oordelen"]
    assert (oordeel["uitkomst"], oordeel["teken_gedrukt"]) == ("verbeterpunt", "X")
    assert "Voldoet niet" in oordeel["opmerking"]


# bevindingen


def test_een_reactie_zonder_meting(doos: Doos, weten: Bekend, tmp_path: Path) -> None:
    brief = Rapport(herkend=herkend(aanpakken=()), tekst="Een brief van de gemeente Proefstad.")
    v = gemaakt(brief, weten, tmp_path)
    assert v.metingen == []
    reactie = voeg_bevinding_toe(v, bekend=weten, soort="reactie", aanpak_id="nieuw", **BEVINDING)
    assert reactie["bevinding_id"] == "proefstad-maak-afspraken"
    meld_actiepunt(v, bevinding_id=reactie["bevinding_id"], actiepunt_id="b1", bekend=weten)
    meld_indicator(v, bevinding_id=reactie["bevinding_id"], aanpak_id="nieuw", indicator_id="i2", bekend=weten)
    levering = als_levering(v, weten, doos.map)
    assert [r["actiepunt_id"] for r in lees(levering / "gemeld_actiepunt.csv")] == ["b1"]
    assert [(r["aanpak_id"], r["indicator_id"]) for r in lees(levering / "gemeld_indicator.csv")] == [("nieuw", "i2")]
    assert {"oordelen", "metingen", "meting_rapport"} & {pad.stem for pad in levering.iterdir()} == set()
    bouwt(doos)


def test_een_reactie_gaat_over_wat_er_al_was(weten: Bekend, tmp_path: Path) -> None:
    v = gemaakt(Rapport(herkend=herkend(aanpakken=(), gepubliceerd="2014-05")), weten, tmp_path)
    nummer = voeg_bevinding_toe(v, bekend=weten, soort="reactie", **BEVINDING)["bevinding_id"]
    with pytest.raises(OngeldigeWaarde, match="geen oordeel"):
        meld_indicator(v, bevinding_id=nummer, aanpak_id="nieuw", indicator_id="i3", bekend=weten)
    # rap-1 (June 2014) has the actiepunt, rap-2 (June 2015) the first oordeel on i2 of this aanpak
    meld_actiepunt(v, bevinding_id=nummer, actiepunt_id="b1", bekend=weten)
    meld_indicator(v, bevinding_id=nummer, aanpak_id="nieuw", indicator_id="i2", bekend=weten)
    for op, aantal in (("2014-05", 2), ("2014", 1), ("2014-06", 1), ("2015-05", 1), ("2015-06-30", 0), ("2015", 0)):
        v.kop["gepubliceerd"] = op
        assert sum("ouder dan" in zin for zin in bezwaren(v, weten)) == aantal, op


def test_een_meting_zonder_oordelen_met_een_actiepunt(doos: Doos, weten: Bekend, tmp_path: Path) -> None:
    v = gemaakt(Rapport(kaderregels=list(INDICATOR.values()), herkend=herkend()), weten, tmp_path)
    punt = voeg_bevinding_toe(v, bekend=weten, soort="aanbeveling", indicatoren="i1 i2", onderwerp_id="o1", **BEVINDING)
    assert punt["stand"] == "open"
    levering = als_levering(v, weten, doos.map)
    assert [r["meting_id"] for r in lees(levering / "metingen.csv")] == ["nieuw-2016-proef"]
    assert [r["indicator_id"] for r in lees(levering / "bevinding_indicator.csv")] == ["i1", "i2"]
    bouwt(doos)


def test_bevindingen_wijzigen(weten: Bekend, tmp_path: Path) -> None:
    v = gemaakt(vervolg(), weten, tmp_path)
    with pytest.raises(OngeldigeWaarde, match="titel"):
        voeg_bevinding_toe(v, bekend=weten, soort="risico", **(BEVINDING | {"titel": " "}))
    with pytest.raises(OngeldigeWaarde, match="mening"):
        voeg_bevinding_toe(v, bekend=weten, soort="mening", **BEVINDING)
    nummer = voeg_bevinding_toe(v, bekend=weten, soort="risico", **BEVINDING)["bevinding_id"]
    with pytest.raises(OngeldigeWaarde, match="reactie"):
        meld_actiepunt(v, bevinding_id=nummer, actiepunt_id="b1", bekend=weten)
    wijzig_bevinding(v, nummer, "soort", "reactie", bekend=weten)
    with pytest.raises(OngeldigeWaarde, match="b2"):
        meld_actiepunt(v, bevinding_id=nummer, actiepunt_id="b2", bekend=weten)
    meld_actiepunt(v, bevinding_id=nummer, actiepunt_id="b1", bekend=weten)
    meld_actiepunt(v, bevinding_id=nummer, actiepunt_id="b1", bekend=weten)
    assert len(v.gemeld) == 1
    with pytest.raises(OngeldigeWaarde):
        wijzig_bevinding(v, nummer, "soort", "risico", bekend=weten)
    trek_melding_in(v, v.gemeld[0])
    wijzig_bevinding(v, nummer, "soort", "verbeterpunt", bekend=weten)
    assert v.bevindingen[0]["stand"] == "open"
    wijzig_bevinding(v, nummer, "tekst", "Bel 06-12345678 voor overleg.", bekend=weten)
    assert len(over(v, "privacy")) == 1
    laat_bevinding_weg(v, nummer)
    assert (v.bevindingen, over(v, "privacy")) == ([], [])


# what another rapport has printed before


def herdruk(cel: str) -> Rapport:
    """A follow-up that prints 2014 again (m2: i1 was voldoet there) beside 2016."""
    rijen = [("Vindplaatsen", SCHOLEN, (cel, "✓ Ja.")), ("Vindplaatsen", WACHTTIJD, ("", "X Nee."))]
    return Rapport([(2014, ""), (2016, "")], rijen, herkend())


def test_een_herdruk_geeft_geen_tweede_meting(doos: Doos, weten: Bekend, tmp_path: Path) -> None:
    v = gemaakt(herdruk("✓ Ja."), weten, tmp_path)
    assert [t for t in v.twijfels if t["soort"] == "verschil"] == []
    levering = als_levering(v, weten, doos.map)
    assert [r["meting_id"] for r in lees(levering / "metingen.csv")] == ["nieuw-2016-proef"]
    paren = [(r["meting_id"], r["rapport_id"]) for r in lees(levering / "meting_rapport.csv")]
    assert paren == [("m2", "stj-proefstad-2017"), ("nieuw-2016-proef", "stj-proefstad-2017")]
    assert len(lees(levering / "oordelen.csv")) == 4
    with doos.bouw() as con:
        assert con.execute("select count(*) from oordelen where peiljaar = 2014").fetchall() == [(2,)]


@pytest.mark.parametrize(("geldt", "rapport"), [("voorstel", "stj-proefstad-2017"), ("verzameling", "rap-2")])
def test_een_andere_herdruk_is_een_conflict(
    doos: Doos, weten: Bekend, tmp_path: Path, geldt: str, rapport: str
) -> None:
    v = herdruk("X Nee.").maak(tmp_path / "voorstel", weten)
    (zin,) = over(v, "verschil")
    assert "verbeterpunt (X)" in zin
    assert "voldoet (✓)" in zin
    rond_af(v, weten)
    # looking at the doubt is not enough: somebody has to say which counts
    assert bezwaren(v, weten) == ["Oordeel 1 is anders dan in de verzameling: kies welk van de twee telt."]
    with pytest.raises(OngeldigeWaarde):
        kies(v, 1, geldt=geldt, reden="")
    kies(v, 1, geldt=geldt, reden="het laatste rapport zegt het zelf")
    levering = als_levering(v, weten, doos.map)
    (rij,) = lees(levering / "conflicten.csv")
    assert (rij["meting_id"], rij["indicator_id"], rij["geldt"]) == ("m2", "i1", rapport)
    if geldt == "voorstel":
        with doos.bouw() as con:
            vraag = "select uitkomst from oordelen where peiljaar = 2014 and indicator_id = 'i1'"
            assert con.execute(vraag).fetchall() == [("verbeterpunt",)]


def test_de_verzameling_verandert_onder_de_hand(doos: Doos, weten: Bekend, tmp_path: Path) -> None:
    """Somebody else accepts the same report first: the second is told, before any build."""
    v = gemaakt(vervolg(), weten, tmp_path)
    als_levering(v, weten, doos.map)
    zinnen = bezwaren(v, kennis(doos))
    assert any("Dit bestand staat al in de verzameling" in zin for zin in zinnen)
    assert any("intussen veranderd" in zin for zin in zinnen)


def test_een_bezoek_op_een_andere_dag_is_een_vraag(weten: Bekend, tmp_path: Path) -> None:
    rijen = [("Vindplaatsen", SCHOLEN, ("✓ Ja.",))]
    v = Rapport([(2013, "Oude aanpak")], rijen, herkend(bezoek_op=Vondst("2013-06-09"))).maak(tmp_path / "v", weten)
    assert any("1 mei 2013" in zin and "9 juni 2013" in zin for zin in over(v, "herkenning"))
