"""A levering in store, put right without its report: what was changed is another, every other byte is what it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from data.aanvaarding.aanvaarden import Bezwaard, aanvaard, alles_versie
from data.aanvaarding.geschiedenis import Verschil, verschil
from data.fouten import LeveringOnbekend
from data.rapporten.bekend import Bekend, bekend
from data.rapporten.lezen import lees_rapport
from data.rapporten.voorstel import (
    OngeldigeWaarde,
    Voorstel,
    bewaar,
    bezwaren,
    handel_af,
    kies_kader,
    laat_bevinding_weg,
    laat_meting_weg,
    laat_opvolging_weg,
    laat_weg,
    maak,
    open_voorstel,
    tabellen,
    uit_levering,
    voeg_bevinding_toe,
    voeg_meting_toe,
    voeg_oordeel_toe,
    wijzig_aanpak,
    wijzig_bevinding,
    wijzig_kop,
    wijzig_meting,
    wijzig_oordeel,
    zelfde_rapport,
)
from tests.data.bouwdoos import Doos
from tests.data.rapporten.voorstelhulp import bouwt, kennis, lees, schrijf
from tests.geleverd import VIER, kopieer
from tests.pagina import vervolg
from tests.pagina.winkel import zonder_bouwen

GELEVERD = tuple(levering.name for levering in VIER)
ALKMAAR = "alkmaar-2015"
#: What a new levering has of its own.
VAN_ZICHZELF = {"levering.csv", "aanvaarding.csv", "bewerkingen.csv", "controlegetallen.txt"}


@pytest.fixture
def winkel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a copy of the shipped leveringen, to which the settings point."""
    kopieer(tmp_path / "leveringen")
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(tmp_path / "leveringen"))
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(tmp_path / "map"))
    return tmp_path / "leveringen"


def corrigeer(winkel: Path, levering_id: str = ALKMAAR, *, naam: str = "voorstel") -> Voorstel:
    """The voorstel of a levering in store, as the page opens it, with its reason filled in."""
    map_ = winkel.parent / naam
    uit_levering(levering_id, bekend=bekend(), naar=map_)
    voorstel = open_voorstel(map_)
    wijzig_kop(voorstel, "reden", "leesfout", bekend=bekend())
    return voorstel


def neem_aan(voorstel: Voorstel) -> str:
    """Keep and accept the voorstel; the id of the levering."""
    bewaar(voorstel)
    return aanvaard(voorstel, door="Inge Specteur", verwacht=alles_versie()).levering_id


@pytest.mark.parametrize("levering_id", GELEVERD)
def test_een_cel_anders_en_al_het_andere_letterlijk_gelijk(winkel: Path, levering_id: str) -> None:
    """One toelichting of each shipped levering; of the one without oordelen the text of a bevinding."""
    voorstel = corrigeer(winkel, levering_id)
    assert bezwaren(voorstel, bekend()) == ["Er is nog niets gewijzigd: er valt niets te aanvaarden."]
    assert voorstel.twijfels == []
    if voorstel.oordelen:
        wijzig_oordeel(voorstel, voorstel.oordelen[-1]["nr"], "toelichting", "Beter, met “komma”.", bekend=bekend())
        tabel = "oordelen"
    else:
        nummer = voorstel.bevindingen[-1]["bevinding_id"]
        wijzig_bevinding(voorstel, nummer, "tekst", "Beter, met “komma”.", bekend=bekend())
        tabel = "bevindingen"
    with zonder_bouwen():
        nieuw = neem_aan(voorstel)
    assert nieuw == f"{levering_id}-2"
    (een,) = verschil(levering_id, nieuw)
    laatste = lees(winkel / levering_id / f"{tabel}.csv")[-1]
    kolom = {"oordelen": "toelichting", "bevindingen": "tekst"}[tabel]
    sleutel = {"oordelen": ("meting_id", "indicator_id", "rapport_id"), "bevindingen": ("bevinding_id",)}[tabel]
    assert een == Verschil(
        tabel, " + ".join(laatste[deel] for deel in sleutel), kolom, laatste[kolom], "Beter, met “komma”."
    )
    oud, anders = bestanden(winkel / levering_id), bestanden(winkel / nieuw)
    assert {naam for naam in oud if oud[naam] != anders.get(naam)} == {"levering.csv", f"{tabel}.csv"}
    assert anders.keys() - oud.keys() <= VAN_ZICHZELF
    voor, na = (deel[f"{tabel}.csv"].splitlines() for deel in (oud, anders))
    assert (voor[:-1], len(voor)) == (na[:-1], len(na))


def bestanden(map_: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in map_.iterdir() if pad.is_file()}


def test_de_cijfers_na_een_correctie(winkel: Path) -> None:
    """By hand: Alkmaar had 0 of 6 picked up, 5 not, 1 not judged. With one X of 2014 a ✓: 1 of 6, 4 not, 5 open."""
    voorstel = corrigeer(winkel)
    oordeel = next(
        o for o in voorstel.oordelen if (o["indicator_id"], o["peiljaar"]) == ("beleid-doorzettingsmacht", "2014")
    )
    wijzig_oordeel(voorstel, oordeel["nr"], "teken_gedrukt", "✓", bekend=bekend())
    bewaar(voorstel)
    klaar = aanvaard(voorstel, door="Inge Specteur", verwacht=alles_versie())
    assert klaar.gebouwd is not None
    with duckdb.connect(klaar.gebouwd.bestand, read_only=True) as con:
        stappen = con.execute("select status from opvolging where gemeente = 'Alkmaar' and jaar_naar = 2014").fetchall()
        assert Counter(status for (status,) in stappen) == {"opgepakt": 1, "niet_opgepakt": 4, "niet_beoordeeld": 1}
        assert con.execute("select count(*) from stand where gemeente = 'Alkmaar' and open").fetchall() == [(5,)]
    assert {(b["kolom"], b["gelezen"], b["aanvaard"]) for b in lees(klaar.map / "bewerkingen.csv")} == {
        ("uitkomst", "verbeterpunt", "voldoet"),
        ("teken_gedrukt", "X", "✓"),
    }
    assert not (klaar.map / "bron").exists()
    assert not voorstel.map.exists()


# what can be changed


@pytest.fixture
def klein(doos: Doos, tmp_path: Path) -> Voorstel:
    """The facts of the small set, of which the second rapport is shown: m1 and m2 with two oordelen each."""
    uit_levering("feiten", bekend=kennis(doos), naar=tmp_path / "voorstel", rapport_id="rap-2")
    return open_voorstel(tmp_path / "voorstel")


def anders(doos: Doos, voorstel: Voorstel) -> set[tuple[str, str, str, str, str]]:
    """What the levering of the voorstel has otherwise, and that it builds in place of the old one."""
    wijzig_kop(voorstel, "reden", "leesfout", bekend=kennis(doos))
    assert bezwaren(voorstel, kennis(doos)) == []
    nieuw = doos.map / "feiten-2"
    nieuw.mkdir()
    for naam, rijen in tabellen(voorstel, kennis(doos), levering_id="feiten-2", aanvaard_op="2026-03-01").items():
        schrijf(nieuw / f"{naam}.csv", rijen)
    bouwt(doos)
    gevonden = verschil("feiten", "feiten-2", [doos.map])
    return {(deel.tabel, deel.sleutel, deel.kolom, deel.voor, deel.na) for deel in gevonden}


def test_alles_wat_een_redacteur_kan_wijzigen(doos: Doos, klein: Voorstel) -> None:
    """The kop, a meting that is in store, an aanpak (its id stays), where an oordeel stands."""
    bekend_ = kennis(doos)
    wijzig_kop(klein, "titel", "Rapport twee, verbeterd", bekend=bekend_)
    wijzig_kop(klein, "rapport_opmerking", "Titel stond fout", bekend=bekend_)
    for kolom, waarde in (
        ("bewijs", "mondelinge_rapportage"),
        ("dekking", "heel_kader"),
        ("basis", "drie gesprekken"),
        ("bezoek_op", "2014-04-01"),
        ("onderzoek_tot", "2014-06"),
    ):
        wijzig_meting(klein, "m2", kolom, waarde, bekend=bekend_)
    wijzig_aanpak(klein, "Nieuwe aanpak", "naam", "Nieuwste aanpak", bekend=bekend_)
    wijzig_aanpak(klein, "Nieuwe aanpak", "begin", "2014-01", bekend=bekend_)
    wijzig_oordeel(klein, "5", "vindplaats", "tabel 2", bekend=bekend_)
    wijzig_oordeel(klein, "5", "pagina", "7", bekend=bekend_)
    assert anders(doos, klein) == {
        ("rapporten", "rap-2", "titel", "Rapport twee", "Rapport twee, verbeterd"),
        ("rapporten", "rap-2", "opmerking", "", "Titel stond fout"),
        ("metingen", "m2", "bewijs", "hertoets_verbeterpunten", "mondelinge_rapportage"),
        ("metingen", "m2", "dekking", "selectie", "heel_kader"),
        ("metingen", "m2", "basis", "gesprekken", "drie gesprekken"),
        ("metingen", "m2", "bezoek_op", "", "2014-04-01"),
        ("metingen", "m2", "onderzoek_tot", "2014-05", "2014-06"),
        ("aanpakken", "nieuw", "aanpak", "Nieuwe aanpak", "Nieuwste aanpak"),
        ("aanpakken", "nieuw", "begin", "2014", "2014-01"),
        ("oordelen", "m2 + i1 + rap-2", "vindplaats", "tabel 1", "tabel 2"),
        ("oordelen", "m2 + i1 + rap-2", "pagina", "4", "7"),
    }


def test_een_bevinding_met_haar_stand(doos: Doos, tmp_path: Path) -> None:
    """An actiepunt gets another stand and an indicator; one comes; nothing else is another."""
    uit_levering("feiten", bekend=kennis(doos), naar=tmp_path / "voorstel")
    voorstel = open_voorstel(tmp_path / "voorstel")
    assert voorstel.kop["rapport_id"] == "rap-1"
    eerst = voorstel.bevindingen[0]
    wijzig_bevinding(voorstel, "b1", "stand", "vervallen", bekend=kennis(doos))
    wijzig_bevinding(voorstel, "b1", "indicatoren", f"{eerst['indicatoren']} j2".strip(), bekend=kennis(doos))
    nieuw = {"soort": "kans", "titel": "Een kans", "tekst": "Hier ligt een kans.", "vindplaats": "p. 6"}
    voeg_bevinding_toe(voorstel, bekend=kennis(doos), **nieuw)
    gevonden = anders(doos, voorstel)
    assert ("bevindingen", "b1", "stand", "open", "vervallen") in gevonden
    assert {(tabel, sleutel) for tabel, sleutel, *_ in gevonden} == {
        ("bevindingen", "b1"),
        ("bevinding_indicator", "b1 + j2"),
        ("bevindingen", "proefstad-een-kans"),
    }


def test_rijen_erbij_en_weg(doos: Doos, klein: Voorstel) -> None:
    """One oordeel goes and one meting comes with an oordeel; the numbers of the other rows stay theirs."""
    doos.erbij(
        "kader/indicatoren", indicator_id="i3", editie_id="proef-1", thema_id="t1", indicator="Derde", kort="Drie",
        volgorde="3",
    )  # fmt: skip
    doos.erbij("kader/indicator_onderwerp", indicator_id="i3", onderwerp_id="o1")
    bekend_ = kennis(doos)
    laat_weg(klein, "6", reden="staat er niet")
    toegevoegd = {"aanpak": "Nieuwe aanpak", "peiljaar": "2014", "indicator_id": "i3", "vindplaats": "tabel 9"}
    voeg_oordeel_toe(klein, bekend=bekend_, uitkomst="verbeterpunt", **toegevoegd)
    gevonden = anders(doos, klein)
    assert {(tabel, sleutel, voor == "", na == "") for tabel, sleutel, _, voor, na in gevonden} == {
        ("oordelen", "m2 + i2 + rap-2", False, True),
        ("oordelen", "m2 + i3 + rap-2", True, False),
    }


def test_een_meting_en_haar_aanpak_weg(doos: Doos, tmp_path: Path) -> None:
    """A meting is taken out with its oordelen, its aanpak and its lineage: nothing names them any more."""
    voorstel = uit_levering("feiten", bekend=kennis(doos), naar=tmp_path / "voorstel", rapport_id="rap-2")
    for nr in ("5", "6"):
        laat_weg(voorstel, nr, reden="hoort hier niet")
    laat_opvolging_weg(voorstel, van="oud", naar="nieuw")
    voorstel.oordelen = [o for o in voorstel.oordelen if o["nr"] not in {"5", "6"}]
    laat_meting_weg(voorstel, "m2")
    uit = tabellen(voorstel, kennis(doos), levering_id="feiten-2", aanvaard_op="2026-03-01")
    assert [m["meting_id"] for m in uit["metingen"]] == ["m1"]
    assert [(k["meting_id"], k["rapport_id"]) for k in uit["meting_rapport"]] == [("m1", "rap-1"), ("m1", "rap-2")]
    assert [o["meting_id"] for o in uit["oordelen"]] == ["m1"] * 4
    assert "aanpak_opvolging" not in uit
    assert uit["conflicten"] == kennis(doos).tabellen_van("feiten")["conflicten"]


def test_een_nieuwe_meting_naast_wat_er_staat(doos: Doos, klein: Voorstel) -> None:
    """A printed column that was overlooked: it comes with an id of its own, and what stood there keeps its own."""
    meting = voeg_meting_toe(klein, aanpak="Nieuwe aanpak", peiljaar="2015", bekend=kennis(doos))
    assert (meting["meting_id"], meting["nieuw"]) == ("nieuw-2015-proef", "ja")
    for kolom, waarde in (("bewijs", "volledige_toets"), ("basis", "gesprekken"), ("bezoek_op", "2015-02-01")):
        wijzig_meting(klein, meting["meting_id"], kolom, waarde, bekend=kennis(doos))
    assert {(tabel, sleutel) for tabel, sleutel, *_ in anders(doos, klein)} == {
        ("metingen", "nieuw-2015-proef"),
        ("meting_rapport", "nieuw-2015-proef + rap-2"),
    }


def test_een_ander_peiljaar_houdt_zijn_id(doos: Doos, klein: Voorstel) -> None:
    """Its oordelen go along, and dekking and bewijs stay what they were."""
    wijzig_meting(klein, "m2", "peiljaar", "2013", bekend=kennis(doos))
    wijzig_meting(klein, "m2", "peiljaar_reden", "zo gedrukt", bekend=kennis(doos))
    assert anders(doos, klein) == {
        ("metingen", "m2", "peiljaar", "2014", "2013"),
        ("metingen", "m2", "peiljaar_reden", "", "zo gedrukt"),
    }


def test_wie_een_levering_verbetert_houdt_haar_id_s(doos: Doos, klein: Voorstel) -> None:
    bekend_ = kennis(doos)
    wijzigingen: list[Callable[[], object]] = [
        lambda: wijzig_kop(klein, "rapport_id", "rap-9", bekend=bekend_),
        lambda: wijzig_kop(klein, "gemeente_code", "FG0002", bekend=bekend_),
        lambda: kies_kader(klein, "ander-1", bekend=bekend_),
        lambda: wijzig_aanpak(klein, "Nieuwe aanpak", "aanpak_id", "", bekend=bekend_),
        lambda: zelfde_rapport(klein, "rap-1", bekend=bekend_),
    ]
    for wijzig in wijzigingen:
        with pytest.raises(OngeldigeWaarde):
            wijzig()
    assert tabellen(klein, bekend_, levering_id="x", aanvaard_op="")["oordelen"] == bekend_.tabel("oordelen")


def test_een_bevinding_weg(doos: Doos, tmp_path: Path) -> None:
    voorstel = uit_levering("feiten", bekend=kennis(doos), naar=tmp_path / "voorstel")
    laat_bevinding_weg(voorstel, "b1")
    uit = tabellen(voorstel, kennis(doos), levering_id="feiten-2", aanvaard_op="2026-03-01")
    assert "b1" not in {rij["bevinding_id"] for naam in uit if naam.startswith("bevinding") for rij in uit[naam]}


# what cannot be put right


def test_wat_niet_te_verbeteren_is(doos: Doos, tmp_path: Path) -> None:
    for levering_id, rapport_id, zin in (
        ("nergens", "", "geldt niet"),
        ("kader", "", "staat geen rapport:"),
        ("feiten", "rap-9", "staat geen rapport “rap-9”"),
    ):
        with pytest.raises(LeveringOnbekend, match=zin):
            uit_levering(levering_id, bekend=kennis(doos), naar=tmp_path / "nee", rapport_id=rapport_id)
    assert not (tmp_path / "nee").exists()


def test_een_ander_verbeterde_haar_eerder(winkel: Path) -> None:
    """The second is told; the levering that it stood for is in force no more."""
    eerste, tweede = (corrigeer(winkel, naam=naam) for naam in ("een", "twee"))
    for voorstel, tekst in ((eerste, "Eerst"), (tweede, "Daarna")):
        wijzig_oordeel(voorstel, "1", "toelichting", tekst, bekend=bekend())
    with zonder_bouwen():
        assert neem_aan(eerste) == "alkmaar-2015-2"
        with pytest.raises(Bezwaard, match="De levering alkmaar-2015 geldt niet meer"):
            neem_aan(tweede)


# with its original


def test_met_het_origineel_staat_de_tekst_ernaast(winkel: Path) -> None:
    """A levering that was read: the original goes along, and each oordeel stands where the report prints it."""
    bron = winkel.parent / "vervolg.txt"
    bron.write_bytes(vervolg.tekst())
    eerst = maak(
        lees_rapport(bron, naam=bron.name, bekend=bekend()), bron, naam=bron.name, bekend=bekend(),
        naar=winkel.parent / "eerst",
    )  # fmt: skip
    wijzig_meting(eerst, eerst.metingen[0]["meting_id"], "basis", "gesprek", bekend=bekend())
    for twijfel in eerst.twijfels:
        handel_af(eerst, twijfel["nr"], "gezien")
    with zonder_bouwen():
        levering_id = neem_aan(eerst)
        voorstel = corrigeer(winkel, levering_id)
        assert voorstel.bron.read_bytes() == vervolg.tekst()
        assert voorstel.kop["gemeente_code"] == "GM0361"  # its aanpak, and so its gemeente, is in alkmaar-2015
        gelezen: Bekend = bekend()
        for oordeel, (_, indicator, cel) in zip(voorstel.oordelen, vervolg.RIJEN, strict=True):
            blok = voorstel.document.blokken[int(oordeel["blok"])]
            assert blok.rijen[int(oordeel["rij"])] == (indicator, cel)  # type: ignore[union-attr]
        wijzig_oordeel(voorstel, "1", "teken_gedrukt", "X", bekend=gelezen)
        tweede = neem_aan(voorstel)
    assert (winkel / tweede / "bron" / "vervolg.txt").read_bytes() == vervolg.tekst()
    assert {(deel.kolom, deel.voor, deel.na) for deel in verschil(levering_id, tweede)} == {
        ("uitkomst", "voldoet", "verbeterpunt"),
        ("teken_gedrukt", "✓", "X"),
    }
