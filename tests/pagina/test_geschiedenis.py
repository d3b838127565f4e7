"""The page Geschiedenis: every levering, what replaced what and why; taking one back, and making a concept public."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.aanvaarding import nagekeken
from data.aanvaarding.aanvaarden import schrijf_levering, trek_in
from data.bouw.bouwen import bouw
from data.instellingen import PRODUCT
from data.levering.vorm import tabellen
from data.rapporten.voorstel import open_voorstel
from pagina._geschiedenis import stap
from pagina.delen import toegang
from queries import bron
from tests.pagina.conftest import alles, gezond, html_tekst, waarden
from tests.pagina.winkel import maak_winkel, zonder_bouwen

Open = Callable[..., AppTest]
ALKMAAR = "alkmaar-2015"


@pytest.fixture
def winkel(tmp_path: Path, geleverd_map: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return maak_winkel(tmp_path, geleverd_map, monkeypatch)


def open_(pagina: str = "geschiedenis", **link: str) -> AppTest:
    app = AppTest.from_file(str(PRODUCT / "dashboard.py"), default_timeout=60)
    app.switch_page(f"pagina/{pagina}.py")
    for sleutel, waarde in link.items():
        app.query_params[sleutel] = waarde
    return gezond(app.run())


def regels(app: AppTest) -> list[str]:
    return html_tekst(app).splitlines()


def vul_in(app: AppTest, naam: str, reden: str) -> None:
    for label, waarde in (("Uw naam", naam), ("Reden", reden)):
        next(veld for veld in app.text_input if veld.label == label).set_value(waarde)
        gezond(app.run())


def druk(app: AppTest, naam: str) -> None:
    next(knop for knop in app.button if knop.label == naam).click()
    gezond(app.run())


def vervang(winkel: Path, *, concept: str) -> None:
    """Replace Alkmaar by a levering in which one verdict is another, read as X and accepted as ✓."""
    inhoud = {
        pad.stem: list(csv.DictReader(pad.read_text(encoding="utf-8").splitlines()))
        for pad in (winkel / "leveringen" / ALKMAAR).glob("*.csv")
    }
    inhoud["levering"] = [
        {
            **inhoud["levering"][0],
            "levering_id": "alkmaar-2",
            "vervangt": ALKMAAR,
            "reden": "leesfout",
            "concept": concept,
        }
    ]
    eerste = inhoud["oordelen"][0]
    eerste.update(uitkomst="voldoet", teken_gedrukt="✓")
    bewerking = {sleutel: eerste[sleutel] for sleutel in ("meting_id", "indicator_id")}
    bewerking |= {"kolom": "uitkomst", "gelezen": "verbeterpunt", "aanvaard": "voldoet"}
    assert set(bewerking) < set(tabellen()["bewerkingen"])
    schrijf_levering(inhoud, door="Ina Specteur", bewerkingen=[bewerking])


def test_elke_levering_staat_er_de_lijsten_van_het_product_apart(winkel: Path) -> None:
    app = open_()
    assert "4 leveringen, de nieuwste eerst" in regels(app)
    for naam in (ALKMAAR, "den-helder-2017", "leeuwarden-2015", "zwolle-2014", "kader-ggsr-beleid", "rondes"):
        assert regels(app).count(naam) == 1
    assert regels(app).count("✓ geldt") == 4 + 6
    assert regels(app).count("meegeleverd") == 4 + 6


def test_na_intrekken_staan_er_namen_en_geen_codes(winkel: Path) -> None:
    with zonder_bouwen():
        vervang(winkel, concept="nee")
    trek_in("alkmaar-2", reden="verkeerd rapport", door="Ina Specteur")
    app = open_(levering="alkmaar-2")
    bewerkt = regels(app)[regels(app).index("Wat er gelezen was, en wat er is aanvaard") :]
    assert bewerkt[6:8] == ["Beleid en visie voor GGSR", "Alkmaar, Helpende Hand in de Wijk, 2013"]
    verschil = regels(open_(levering=ALKMAAR))
    assert "Alkmaar, Helpende Hand in de Wijk, 2013" in verschil
    assert "alkmaar-helpende-hand-2013-ggsr-beleid" not in " ".join([*verschil, *regels(app)])


def test_wat_buiten_de_oordelen_met_de_hand_is_gewijzigd_staat_er(winkel: Path) -> None:
    leeg = {"welke": "", "veld": "", "gelezen": "", "aanvaard": ""}
    periode = {"veld": "onderzoek_tot", "gelezen": "2015-06", "aanvaard": "2015-11"}
    nagekeken.schrijf(
        winkel / "leveringen" / ALKMAAR,
        [
            {**leeg, "wat": "meting", "welke": "Helpende Hand in de Wijk 2014", **periode},
            {**leeg, "wat": "bevinding", "welke": "<b>Wachtlijst</b>"},
            {**leeg, "wat": "twijfel", "welke": "lege_cel", "aanvaard": "3"},
        ],
    )
    gezien = regels(open_(levering=ALKMAAR))
    tabel = gezien[gezien.index("Wat er verder gelezen was, en wat er is aanvaard") :]
    assert tabel[6:11] == ["meting", "Helpende Hand in de Wijk 2014", "onderzoek tot", "2015-06", "2015-11"]
    assert "Met de hand vastgelegd: 1 bevinding." in gezien
    assert "<b>Wachtlijst</b>" in gezien
    assert "Twijfels die zijn afgehandeld: lege cel (3)." in gezien
    (winkel / "leveringen" / ALKMAAR / "nagekeken.json").write_text("[{}]", encoding="utf-8")
    assert "Levering" in " ".join(regels(open_(levering=ALKMAAR)))


def test_bij_een_rapport_staat_wanneer_het_is_gepubliceerd(winkel: Path) -> None:
    with (winkel / "leveringen" / ALKMAAR / "rapporten.csv").open(encoding="utf-8", newline="") as bestand:
        (rapport,) = csv.DictReader(bestand)
    titel = f"{rapport['titel']} (juni 2015)"
    assert regels(open_()).count(titel) == 1
    assert regels(open_(levering=ALKMAAR)).count(titel) == 2  # in the list and with the levering


def test_een_vervanging_toont_wat_er_veranderde_en_wordt_openbaar(winkel: Path) -> None:
    with zonder_bouwen():
        vervang(winkel, concept="ja")
    app = open_(levering="alkmaar-2")
    lijst = regels(app)[regels(app).index("5 leveringen, de nieuwste eerst") :]
    assert lijst[lijst.index("alkmaar-2") :][2] == "Ina Specteur"
    assert "◇ concept, nog niet openbaar" in lijst
    assert "leesfout" in lijst
    assert "2 cellen gewijzigd, 0 rijen erbij, 0 rijen weg." in waarden(app.markdown)
    verschil = regels(app)[regels(app).index(f"Van {ALKMAAR} naar alkmaar-2") :]
    uitkomst = verschil.index("uitkomst")
    rij = ["Alkmaar, Helpende Hand in de Wijk, 2013", "Beleid en visie voor GGSR"]
    assert verschil[uitkomst - 5 : uitkomst - 1] == ["gewijzigd", "oordeel", *rij]  # and the title of the rapport
    assert verschil[uitkomst + 1 : uitkomst + 3] == ["verbeterpunt", "voldoet"]
    assert "gedrukt teken" in verschil
    bewerkt = regels(app)[regels(app).index("Wat er gelezen was, en wat er is aanvaard") :]
    assert bewerkt[6:11] == [
        "Beleid en visie voor GGSR",
        "Alkmaar, Helpende Hand in de Wijk, 2013",
        "uitkomst",
        "verbeterpunt",
        "voldoet",
    ]
    vul_in(app, "Ina Specteur", "")
    druk(app, "Maak openbaar")
    assert waarden(app.success) == ["Het concept is openbaar gemaakt."]
    assert regels(app).count("→ vervangen") == 3  # the shipped one, and the concept that is open above the list too
    # of the six verbeterpunten of 2013 one is none any more
    perioden = bron(winkel / "map").vraag("voorvertoning")
    alkmaar = perioden[(perioden["gemeente"] == "Alkmaar") & (perioden["periode"] == "2013-2014")]
    assert alkmaar["vastgesteld"].to_list() == [5]


def test_corrigeren_opent_een_voorstel_van_de_levering(winkel: Path) -> None:
    """Without a report: every row of the levering, no text beside it, and only what is changed becomes another."""
    app = open_(levering=ALKMAAR)
    druk(app, "Corrigeer deze levering")
    (map_,) = (winkel / "voorstellen").iterdir()
    assert app.query_params["voorstel"] == map_.name
    assert len(app.data_editor[0].value) == 12  # the page has changed; in a test the next run would be of the old one
    app = AppTest.from_file(str(PRODUCT / "dashboard.py"), default_timeout=60)
    app.switch_page("pagina/inlezen.py")
    app.query_params["voorstel"] = map_.name
    gezond(app.run())
    assert "2. Wat verbetert u?" in waarden(app.header)
    assert "○ nog niets gewijzigd" in waarden(app.markdown)
    assert "Het rapport is bij deze levering niet bewaard: er staat geen tekst naast." in html_tekst(app)
    next(veld for veld in app.text_input if veld.label == "Reden van de vervanging").set_value("leesfout")
    gezond(app.run())
    meting = "meting-alkmaar-helpende-hand-2014-ggsr-beleid-bewijs"
    app.selectbox(key=meting).set_value("mondelinge_rapportage")
    gezond(app.run())
    assert "✓ 1 verschil" in waarden(app.markdown)
    tabel = regels(app)[regels(app).index("Wat in de levering anders wordt") :]
    assert tabel[7:13] == [
        "gewijzigd",
        "meting",
        "Alkmaar, Helpende Hand in de Wijk, 2014",
        "bewijs",
        "hertoets van de verbeterpunten",
        "mondelinge rapportage door de gemeente",
    ]
    voorstel = open_voorstel(map_)
    assert (voorstel.kop["reden"], voorstel.kop["vervangt"]) == ("leesfout", ALKMAAR)


def test_intrekken_vraagt_naam_reden_en_bevestiging(winkel: Path) -> None:
    app = open_(levering="zwolle-2014")
    knop = next(knop for knop in app.button if knop.label == "Trek deze levering in")
    assert knop.disabled
    vul_in(app, "Ina Specteur", "Het rapport is ingetrokken")
    druk(app, "Trek deze levering in")
    assert stap.NOG_TE_ZIEN in waarden(app.markdown)
    assert len(list((winkel / "leveringen").glob("zwolle*"))) == 1  # nothing happens before it is confirmed
    druk(app, "Ja, trek in")
    assert waarden(app.success) == ["De levering is ingetrokken. Zij blijft bewaard."]
    assert "† ingetrokken" in regels(app)
    kenmerken = regels(app)[regels(app).index("Stand") : regels(app).index("Sluit deze levering")]
    assert kenmerken[:6] == [
        "Stand",
        "† ingetrokken",
        "Aanvaard",
        "22 november 2026",
        "Door",
        "meegeleverd met het product",
    ]
    weg = kenmerken[kenmerken.index("Ingetrokken") :]
    assert re.fullmatch(r"\d+ \w+ \d{4}, \d\d\.\d\d uur", weg[1])
    assert weg[2:8] == [
        *("Ingetrokken door", "Ina Specteur"),
        *("Waarom ingetrokken", "Het rapport is ingetrokken"),
        *("Intrekking", "zwolle-2014-ingetrokken"),
    ]
    assert not any(zin.endswith("rijen weg.") for zin in waarden(app.markdown))
    assert set(bron(winkel / "map").vraag("rapporten")["gemeenten"]) == {"Alkmaar", "Leeuwarden", "Den Helder"}
    assert (winkel / "leveringen" / "zwolle-2014" / "oordelen.csv").is_file()


def test_een_intrekking_zegt_wat_zij_intrekt(winkel: Path) -> None:
    with zonder_bouwen():
        trek_in("zwolle-2014", reden="nooit openbaar", door="P. Jansen")
    app = open_(levering="zwolle-2014-ingetrokken")
    kenmerken = regels(app)[regels(app).index("Stand") : regels(app).index("Sluit deze levering")]
    assert [kenmerken[0], kenmerken[2], *kenmerken[4:]] == [
        *("Stand", "Ingetrokken", "Door", "P. Jansen"),
        *("Trekt in", "zwolle-2014", "Reden", "nooit openbaar"),
    ]
    assert "Wat er veranderde" not in waarden(app.subheader)


def test_een_oude_link_zegt_wat_daarna_is_ingetrokken(winkel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old facts can be made again for everyone; each page says what in them does not count any more."""
    toen = bron(winkel / "map").datasetversie
    trek_in("zwolle-2014", reden="nooit openbaar", door="P. Jansen")
    zin = "Hier telt nog mee wat daarna is ingetrokken: ‘zwolle-2014’ (op "
    app = open_(versie=toen)
    assert zin in " ".join(html_tekst(app).split())
    assert "Bij Geschiedenis staat waarom." in " ".join(html_tekst(app).split())
    assert zin not in " ".join(html_tekst(open_()).split())
    # a lezer sees the facts too, and where to ask
    with monkeypatch.context() as rol:
        rol.setattr(toegang, "mag", lambda gevraagd: gevraagd <= toegang.Rol.LEZER)
        lezer = open_("gemeente", gemeente="Zwolle", versie=toen)
    assert "Bijzondere Doelgroepen" in alles(lezer)
    assert zin in " ".join(html_tekst(lezer).split())
    assert "Vraag een beheerder waarom." in " ".join(html_tekst(lezer).split())
    # a levering taken out of the folder with what took it back: then nobody can make that versie any more
    for naam in ("zwolle-2014", "zwolle-2014-ingetrokken"):
        shutil.rmtree(winkel / "leveringen" / naam)
    bouw()
    app = open_(versie=toen)
    assert f"De datasetversie ‘{toen}’ in de link is hier niet te maken" in waarden(app.warning)[0]


def test_wat_al_weg_is_kan_niet_nog_eens_weg(winkel: Path) -> None:
    app = open_(levering="zwolle-2014")
    vul_in(app, "Ina Specteur", "dubbel")
    druk(app, "Trek deze levering in")
    with zonder_bouwen():
        trek_in("zwolle-2014", reden="een ander was eerder", door="Otto")
    druk(app, "Ja, trek in")
    assert "geldt niet meer en kan dus niet worden ingetrokken" in html_tekst(app)
    assert sum("ingetrokken" in pad.name for pad in (winkel / "leveringen").iterdir()) == 1


def test_een_onbekende_levering_in_de_link(winkel: Path) -> None:
    app = open_(levering="![x](http://nergens.example/)")
    assert waarden(app.warning) == ["De levering in de link staat niet in de lijst."]


def test_een_product_zonder_leveringen(tmp_path: Path, lege_map: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "leveringen").mkdir()
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(tmp_path / "leveringen"))
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(lege_map))
    assert "Er is nog niets aanvaard." in waarden(open_().markdown)
