"""From a voorstel to an accepted levering: on the page's call and on the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import duckdb
import pytest

from data.aanvaarding import nagekeken
from data.aanvaarding.aanvaarden import Bezwaard, aanvaard, alles_versie, trek_in
from data.bestandsnaam import veilige_naam
from data.fouten import Verouderd
from data.gebouwd import openen
from data.rapporten.voorstel import (
    OngeldigeWaarde,
    Voorstel,
    VoorstelKapot,
    VoorstelVerouderd,
    bewaar,
    blijft_openbaar,
    heropen,
    kies_kader,
    laat_weg,
    open_voorstel,
    uit_levering,
    voeg_bevinding_toe,
    wijzig_bevinding,
    wijzig_kop,
    wijzig_meting,
    wijzig_oordeel,
)
from tests.data.bouw.test_bouwen import ENGELS, draai
from tests.data.rapporten import voorstelhulp
from tests.data.rapporten.voorstelhulp import SCHOLEN, WACHTTIJD, kennis, lees, rond_af, vervolg
from tests.data.winkeldoos import Winkeldoos


@pytest.fixture
def plek(winkel: Winkeldoos) -> Winkeldoos:
    """The store, with the kader of which the reports of voorstelhulp speak."""
    voorstelhulp.winkel(winkel)
    return winkel


@pytest.fixture
def voorstel(plek: Winkeldoos, tmp_path: Path) -> Voorstel:
    """The follow-up of Nieuwe aanpak in 2016 (i1 ✓, i2 X), every doubt settled; i1 was edited by hand."""
    voorstel = vervolg().maak(tmp_path / "voorstel", kennis(plek), naam="Rapport 2016.pdf")
    rond_af(voorstel, kennis(plek))
    wijzig_oordeel(voorstel, "1", "toelichting", "Elke school heeft iemand.", bekend=kennis(plek))
    bewaar(voorstel)
    return voorstel


def stand(bestand: Path) -> set[tuple[str, str, int]]:
    with duckdb.connect(bestand, read_only=True) as con:
        return set(con.execute("select indicator_id, uitkomst, peiljaar from stand").fetchall())


#: By hand: what the report prints for 2016; nobody ever assessed i3.
NA = {("i1", "voldoet", 2016), ("i2", "verbeterpunt", 2016)}


def test_ook_wat_buiten_de_oordelen_is_gewijzigd_blijft_te_zien(plek: Winkeldoos, voorstel: Voorstel) -> None:
    """A research period, a titel that held a name and a number, a bevinding, and the doubts: counted, not quoted."""
    weten = kennis(plek)
    (meting,) = (m for m in voorstel.metingen if m["nieuw"] == "ja")
    als_gelezen = json.loads((voorstel.map / "gelezen.json").read_text(encoding="utf-8"))
    als_gelezen["kop"]["titel"] = "Bel J. Jansen, 06-12345678"
    for rij in als_gelezen["metingen"]:
        rij["onderzoek_tot"] = "2016-06"
    (voorstel.map / "gelezen.json").write_text(json.dumps(als_gelezen), encoding="utf-8")
    wijzig_kop(voorstel, "titel", "Zonder nummer", bekend=weten)
    wijzig_meting(voorstel, meting["meting_id"], "onderzoek_tot", "2016-11", bekend=weten)
    cellen = {"soort": "risico", "titel": "Wachtlijst", "tekst": "Er is een wachtlijst.", "vindplaats": "p. 2"}
    voeg_bevinding_toe(voorstel, bekend=weten, **cellen)
    bewaar(voorstel)
    klaar = aanvaard(voorstel, door="Inge Specteur", verwacht=alles_versie())
    rijen = [tuple(rij.values()) for rij in nagekeken.lees(klaar.map)]
    assert ("rapport", "", "titel", "(een andere tekst)", "Zonder nummer") in rijen
    assert ("meting", "Nieuwe aanpak 2016", "onderzoek_tot", "2016-06", "2016-11") in rijen
    assert ("meting", "Nieuwe aanpak 2016", "basis", "", "gesprekken") in rijen
    assert ("bevinding", "Wachtlijst", "", "", "") in rijen
    assert {rij[0] for rij in rijen} == {"rapport", "meting", "bevinding", "twijfel"}
    bewaard = (klaar.map / "nagekeken.json").read_text(encoding="utf-8")
    assert not [deel for deel in ("Jansen", "12345678") if deel in bewaard]
    assert "nagekeken.json" in (klaar.map / "controlegetallen.txt").read_text(encoding="utf-8")


def test_zonder_wat_er_gelezen_was_wordt_er_niets_aanvaard(voorstel: Voorstel) -> None:
    (voorstel.map / "gelezen.json").write_text("[]", encoding="utf-8")
    with pytest.raises(VoorstelKapot, match="wat er gelezen was"):
        aanvaard(voorstel, door="Inge Specteur", verwacht=alles_versie())
    assert voorstel.map.is_dir()


def test_aanvaarden(plek: Winkeldoos, voorstel: Voorstel) -> None:
    """The levering has facts, original and edits; the voorstel is gone; the current database has it."""
    klaar = aanvaard(voorstel, door="Inge Specteur", verwacht=alles_versie())
    assert (klaar.levering_id, klaar.map) == ("proefstad-2017", plek.map / "proefstad-2017")
    assert (klaar.map / "bron" / "Rapport 2016.pdf").read_bytes() == b"het rapport"
    assert (klaar.map / "controlegetallen.txt").is_file()
    (rij,) = lees(klaar.map / "bewerkingen.csv")
    assert (rij["indicator_id"], rij["kolom"], rij["aanvaard"]) == ("i1", "toelichting", "Elke school heeft iemand.")
    assert rij["gelezen"] == "Elke school heeft een aanspreekpunt."
    (wie,) = lees(klaar.map / "aanvaarding.csv")
    assert (wie["aanvaard_door"], wie["sha256"]) == ("Inge Specteur", voorstel.kop["sha256"])
    assert not voorstel.map.exists()
    assert klaar.gebouwd is not None
    assert stand(openen.huidig_bestand(plek.thuis)) == NA


#: What a report prints and an editor takes out: none of it may stay anywhere, not the name beside it either.
PERSOONLIJK = ("06-12345678", "jan.fictief@voorbeeld.nl", "Jan Fictief")


def test_wat_voor_de_privacy_is_weggehaald_staat_nergens_meer(plek: Winkeldoos, tmp_path: Path) -> None:
    """A number and an address that were read, in a row that is accepted and in one that is left out, and in a titel.

    In every file of the store, the databases, the trail and the voorstellen, and in every cell of the databases. Only
    the report itself keeps them.
    """
    weten = kennis(plek)
    rapport = vervolg()
    rapport.rijen = (
        ("Vindplaatsen", SCHOLEN, ("✓ Bel Jan Fictief op 06-12345678 of mail jan.fictief@voorbeeld.nl.",)),
        ("Vindplaatsen", WACHTTIJD, ("X Jan Fictief belt terug (06-12345678).",)),
    )
    rapport.inhoud = b"Bel Jan Fictief op 06-12345678."
    (tmp_path / "voorstellen").mkdir()
    voorstel = rapport.maak(tmp_path / "voorstellen" / "een", weten, naam="rapport.txt")
    rond_af(voorstel, weten)
    wijzig_oordeel(voorstel, "1", "toelichting", "Bel de gemeente.", bekend=weten)
    wijzig_oordeel(voorstel, "2", "toelichting", "Jan Fictief is te bellen op 06-12345678.", bekend=weten)
    laat_weg(voorstel, "2", reden="telt niet mee")
    cellen = {"soort": "risico", "titel": "Bel 06-12345678", "tekst": "Zo staat het er.", "vindplaats": "p. 1"}
    bevinding = voeg_bevinding_toe(voorstel, bekend=weten, **cellen)
    wijzig_bevinding(voorstel, bevinding["bevinding_id"], "titel", "Bel de gemeente", bekend=weten)
    rond_af(voorstel, weten)
    bewaar(voorstel)
    klaar = aanvaard(voorstel, door="Inge Specteur", verwacht=alles_versie())
    bewerkt = {(rij["indicator_id"], rij["kolom"]): rij for rij in lees(klaar.map / "bewerkingen.csv")}
    assert (bewerkt["i1", "toelichting"]["gelezen"], bewerkt["i1", "toelichting"]["aanvaard"]) == (
        "(persoonsgegeven weggehaald)",
        "Bel de gemeente.",
    )
    assert {bewerkt["i2", "toelichting"][kolom] for kolom in ("gelezen", "aanvaard")} == {
        "(persoonsgegeven weggehaald)"
    }
    overal = {pad: pad.read_bytes() for pad in tmp_path.rglob("*") if pad.is_file()}
    met = {pad for pad, inhoud in overal.items() for deel in PERSOONLIJK if deel.encode() in inhoud}
    assert met == {tmp_path / "voorstellen" / "een-rapport.txt", klaar.map / "bron" / "rapport.txt"}
    for bestand in (openen.huidig_bestand(plek.thuis), openen.huidig_bestand(plek.thuis, alles=True)):
        inhoud = _alle_cellen(bestand)
        assert "Bel de gemeente." in inhoud
        assert [deel for deel in PERSOONLIJK if deel in inhoud] == []


def _alle_cellen(bestand: Path) -> str:
    """Every cell of every table of a database: its file is compressed."""
    with duckdb.connect(bestand, read_only=True) as con:
        namen = con.execute("select schema_name, table_name from duckdb_tables()").fetchall()
        return str([con.table(f"{schema}.{naam}").fetchall() for schema, naam in namen])


def test_een_voorstel_met_open_twijfel(plek: Winkeldoos, tmp_path: Path) -> None:
    voorstel = vervolg().maak(tmp_path / "voorstel", kennis(plek))
    ervoor = plek.bestanden()
    with pytest.raises(Bezwaard) as bezwaard:
        aanvaard(voorstel, door="i", verwacht=alles_versie())
    assert "Twijfel 1 is nog niet afgehandeld." in bezwaard.value.bezwaren
    assert plek.bestanden() == ervoor
    assert voorstel.map.is_dir()


def test_een_andere_stand_dan_de_redacteur_zag(plek: Winkeldoos, voorstel: Voorstel) -> None:
    with pytest.raises(Verouderd):
        aanvaard(voorstel, door="i", verwacht="0123456789ab")
    assert plek.mappen() == ["feiten", "kader"]
    assert voorstel.map.is_dir()


def test_een_ander_heeft_het_voorstel_gewijzigd(plek: Winkeldoos, voorstel: Voorstel) -> None:
    """What the first looked at is not what is there now; neither is lost, neither is accepted."""
    ander = open_voorstel(voorstel.map)
    wijzig_kop(ander, "titel", "Andere titel", bekend=kennis(plek))
    bewaar(ander)
    with pytest.raises(VoorstelVerouderd):
        aanvaard(voorstel, door="i", verwacht=alles_versie())
    assert plek.mappen() == ["feiten", "kader"]
    assert open_voorstel(voorstel.map).kop["titel"] == "Andere titel"


def test_een_origineel_dat_is_verwisseld(plek: Winkeldoos, voorstel: Voorstel) -> None:
    voorstel.bron.write_bytes(b"een ander rapport")
    with pytest.raises(Bezwaard, match=r"Rapport 2016\.pdf is veranderd sinds het is gelezen"):
        aanvaard(voorstel, door="i", verwacht=alles_versie())
    assert plek.mappen() == ["feiten", "kader"]


def test_als_het_id_bezet_is_krijgt_het_een_nummer(plek: Winkeldoos, voorstel: Voorstel) -> None:
    """A folder in the way counts too; and a concept is a concept whatever the voorstel says."""
    (plek.map / "proefstad-2017").mkdir()
    with plek.zonder_bouwen():
        klaar = aanvaard(voorstel, door="i", verwacht=alles_versie(), concept=True)
    assert klaar.levering_id == "proefstad-2017-2"
    assert plek.laatste("proefstad-2017-2/levering")["concept"] == "ja"


def test_de_naam_van_het_origineel_blijft(voorstel: Voorstel) -> None:
    """As the voorstel has it, so that the levering can say which file was read."""
    assert veilige_naam(voorstel.kop["naam"]) == "Rapport 2016.pdf"


def test_een_verkeerde_editie_intrekken_en_opnieuw_lezen(plek: Winkeldoos, voorstel: Voorstel, tmp_path: Path) -> None:
    """A correction keeps its editie, and the page says to take back and read again: then another can be chosen."""
    for regel, woorden in ((4, SCHOLEN), (5, WACHTTIJD)):
        plek.zet("kader/indicatoren", regel, "indicator", woorden)
    with plek.zonder_bouwen():
        eerst = aanvaard(voorstel, door="i", verwacht=alles_versie())
        assert lees(eerst.map / "metingen.csv")[0]["editie_id"] == "proef-1"
        verbetering = uit_levering(eerst.levering_id, bekend=kennis(plek), naar=tmp_path / "verbetering")
        with pytest.raises(OngeldigeWaarde, match="Trek haar in en lees het rapport opnieuw"):
            kies_kader(verbetering, "proef-2", bekend=kennis(plek))
        trek_in(eerst.levering_id, reden="verkeerde editie", door="i")
        opnieuw = vervolg().maak(tmp_path / "opnieuw", kennis(plek), naam="Rapport 2016.pdf")
        kies_kader(opnieuw, "proef-2", bekend=kennis(plek))
        rond_af(opnieuw, kennis(plek))
        nieuw = aanvaard(opnieuw, door="i", verwacht=alles_versie())
    assert lees(nieuw.map / "metingen.csv")[0]["editie_id"] == "proef-2"
    assert {rij["indicator_id"] for rij in lees(nieuw.map / "oordelen.csv")} == {"j1", "j2"}


# the command line


def test_de_opdrachten(
    plek: Winkeldoos, voorstel: Voorstel, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Accept a correction as concept, make it public, withdraw: each says where the levering is.

    A concept takes nothing away: readers keep what they had, with i2 ✗, and the command says so.
    """
    with plek.zonder_bouwen():
        aanvaard(voorstel, door="Inge", verwacht=alles_versie())
    verbetering = uit_levering("proefstad-2017", bekend=kennis(plek), naar=tmp_path / "verbetering")
    wijzig_oordeel(verbetering, "2", "teken_gedrukt", "✓", bekend=kennis(plek))
    wijzig_kop(verbetering, "reden", "leesfout", bekend=kennis(plek))
    bewaar(verbetering)
    assert blijft_openbaar(verbetering, kennis(plek), concept=False) == ""
    status, uit, fout = draai(capsys, "aanvaard", str(verbetering.map), "--door", "Inge", "--concept")
    assert (status, fout) == (0, "")
    assert uit.splitlines()[-2:] == [
        "Een concept haalt niets weg: lezers blijven de levering proefstad-2017 zien zoals zij nu is, met 2 oordelen "
        "en 0 bevindingen, totdat u de nieuwe levering openbaar maakt.",
        f"Aanvaard: {plek.map / 'proefstad-2017-2'}",
    ]
    assert stand(openen.huidig_bestand(plek.thuis)) == NA
    assert stand(openen.huidig_bestand(plek.thuis, alles=True)) == {("i1", "voldoet", 2016), ("i2", "voldoet", 2016)}
    # what replaces the concept changes nothing in what readers see: there is nothing to say
    volgende = uit_levering("proefstad-2017-2", bekend=kennis(plek), naar=tmp_path / "volgende")
    assert blijft_openbaar(volgende, kennis(plek), concept=True) == ""
    with plek.zonder_bouwen():
        status, uit, _ = draai(capsys, "maak-openbaar", "proefstad-2017-2", "--door", "Inge")
        assert (status, uit) == (0, f"Openbaar gemaakt met: {plek.map / 'proefstad-2017-2-openbaar'}\n")
        argumenten = ("trek-in", "proefstad-2017-2-openbaar", "--door", "Inge", "--reden", "rapport ingetrokken")
        status, uit, _ = draai(capsys, *argumenten)
        assert (status, uit) == (0, f"Ingetrokken met: {plek.map / 'proefstad-2017-2-openbaar-ingetrokken'}\n")


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (("trek-in", "nergens", "--door", "i", "--reden", "x"), 'Er is geen levering "nergens".'),
        (("maak-openbaar", "feiten", "--door", "i"), 'Levering "feiten" is geen concept: zij is al openbaar.'),
        (("trek-in", "kader", "--door", "i", "--reden", "x"), 'Levering "kader" kan niet worden ingetrokken: "feiten"'),
        (("aanvaard", "nergens", "--door", "i"), "In nergens staat geen voorstel dat te lezen is"),
    ],
)
def test_wat_niet_kan_is_status_1(
    plek: Winkeldoos, capsys: pytest.CaptureFixture[str], argumenten: tuple[str, ...], zin: str
) -> None:
    ervoor = plek.bestanden()
    status, uit, fout = draai(capsys, *argumenten)
    assert (status, uit) == (1, "")
    assert fout.startswith(zin)
    assert len(fout.splitlines()) == 1
    assert plek.bestanden() == ervoor


def test_bezwaren_staan_onder_elkaar(plek: Winkeldoos, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    voorstel = vervolg().maak(tmp_path / "voorstel", kennis(plek))
    status, _, fout = draai(capsys, "aanvaard", str(voorstel.map), "--door", "i")
    assert status == 1
    assert fout.splitlines()[:2] == [
        "Dit voorstel kan nog niet worden aanvaard:",
        "Twijfel 1 is nog niet afgehandeld.",
    ]
    assert "op de pagina Inlezen" in fout.splitlines()[-1]


def test_een_twijfel_met_de_hand_afgehandeld(
    plek: Winkeldoos, voorstel: Voorstel, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the file that the refusal names, as it says, the besluit with it; nothing else of the voorstel is touched."""
    heropen(voorstel, "1")
    bewaar(voorstel)
    assert draai(capsys, "aanvaard", str(voorstel.map), "--door", "i")[0] == 1
    bestand = voorstel.map / "twijfels.csv"
    tekst = bestand.read_text(encoding="utf-8")
    assert tekst.count(",nee,\n") == 1
    bestand.write_text(tekst.replace(",nee,\n", ",ja, \n"), encoding="utf-8")
    status, _, fout = draai(capsys, "aanvaard", str(voorstel.map), "--door", "i")
    assert status == 1
    assert "Twijfel 1 is afgehandeld zonder besluit: schrijf in een paar woorden wat u besloot." in fout
    bestand.write_text(tekst.replace(",nee,\n", ",ja,Nagekeken.\n"), encoding="utf-8")
    assert draai(capsys, "aanvaard", str(voorstel.map), "--door", "i")[0] == 0
    assert (plek.map / "proefstad-2017").is_dir()


@pytest.mark.parametrize("opdracht", ["aanvaard", "trek-in", "maak-openbaar"])
def test_hulp_en_verkeerd_gebruik(capsys: pytest.CaptureFixture[str], opdracht: str) -> None:
    status, uit, _ = draai(capsys, opdracht, "--help")
    assert status == 0
    assert "--door NAAM" in uit
    assert not ENGELS.search(uit)
    status, _, fout = draai(capsys, opdracht)
    assert status == 2
    assert re.search(r"Dit ontbreekt: .*--door", fout)
    assert not ENGELS.search(fout)
