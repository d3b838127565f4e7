"""The page Inlezen: offer a report, check what was read, settle every doubt, accept; and what cannot be accepted."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from data.aanvaarding.aanvaarden import aanvaard, alles_versie, trek_in
from data.instellingen import PRODUCT
from data.rapporten.bekend import bekend
from data.rapporten.lezen import lees_rapport
from data.rapporten.voorstel import (
    bewaar,
    handel_af,
    maak,
    open_voorstel,
    uit_levering,
    voeg_bevinding_toe,
    voeg_meting_toe,
)
from pagina._inlezen import leesbeurt, oordelen, voorvertoning
from pagina._inlezen.aanpakken import ZONDER_METING
from pagina._inlezen.leesbeurt import Leesbeurt
from pagina._inlezen.verandering import Verandering
from tests.data.rapporten.voorstelhulp import schrijf
from tests.pagina.conftest import cijfers, gezond, html_tekst, waarden
from tests.pagina.vervolg import RIJEN, tekst
from tests.pagina.winkel import maak_winkel, zonder_bouwen

NAAM = "vervolg Alkmaar.txt"
Open = Callable[..., AppTest]


@pytest.fixture
def winkel(tmp_path: Path, geleverd_map: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return maak_winkel(tmp_path, geleverd_map, monkeypatch)


@pytest.fixture(scope="module")
def eens_gelezen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the voorstel of the follow-up, read once."""
    map_ = tmp_path_factory.mktemp("gelezen")
    bron = map_ / NAAM
    bron.write_bytes(tekst())
    weten = bekend()
    return maak(lees_rapport(bron, naam=NAAM, bekend=weten), bron, naam=NAAM, bekend=weten, naar=map_ / "vervolg").map


@pytest.fixture
def voorstel(winkel: Path, eens_gelezen: Path) -> Path:
    """The folder of the voorstel of the follow-up in that store, where no page has looked at it yet."""
    return shutil.copytree(eens_gelezen, winkel / "voorstellen" / eens_gelezen.name)


@pytest.fixture
def open_(winkel: Path) -> Open:
    """Opens the page Inlezen on that store."""

    def open_pagina(bladzijde: str = "inlezen", **link: str) -> AppTest:
        app = AppTest.from_file(str(PRODUCT / "dashboard.py"), default_timeout=60)
        app.switch_page(f"pagina/{bladzijde}.py")
        for sleutel, waarde in link.items():
            app.query_params[sleutel] = waarde
        return gezond(app.run())

    return open_pagina


def lees(app: AppTest, inhoud: bytes, naam: str = NAAM) -> AppTest:
    """Offer a file and wait until it is read."""
    app.file_uploader[0].set_value((naam, inhoud, "text/plain")).run()
    return gelezen(gezond(app))


def gelezen(app: AppTest) -> AppTest:
    """The page after what it reads is read; a short text may be read before it is drawn once."""
    if "inlezen-leesbeurt" not in app.session_state:
        return app
    beurt = app.session_state["inlezen-leesbeurt"]
    assert isinstance(beurt, Leesbeurt)
    beurt.wacht(40)
    return gezond(app.run())


def knop(app: AppTest, naam: str) -> None:
    """Press the button with these words."""
    knop_van(app, naam).click()
    gezond(app.run())


def vul(app: AppTest, naam: str, waarde: str) -> None:
    """Fill the first field with this name, and leave it."""
    veld = next(veld for veld in [*app.text_input, *app.text_area] if veld.label == naam)
    veld.set_value(waarde)
    gezond(app.run())


def kies(app: AppTest, naam: str, waarde: str, *, waar: int = 0) -> None:
    """Choose a code in a list with this name (the first, or another one of that name)."""
    [lijst for lijst in app.selectbox if lijst.label == naam][waar].set_value(waarde)
    gezond(app.run())


def wijzig_cel(app: AppTest, rij: int, kolom: str, *, waarde: object) -> None:
    """Change a cell of the grid of oordelen."""
    sleutel = str(app.data_editor[0].key)
    app.session_state[sleutel] = {"edited_rows": {rij: {kolom: waarde}}, "added_rows": [], "deleted_rows": []}
    gezond(app.run())


def test_van_rapport_tot_aanvaarde_feiten(winkel: Path, open_: Open) -> None:
    app = lees(open_(), tekst())
    (map_,) = (winkel / "voorstellen").iterdir()
    assert app.query_params["voorstel"] == map_.name
    gezegd = (
        "8. Aanvaarden: ○ nog 3 te doen",
        # on the bewijs hangs whether it counts as tested or as told: the sentence that it rests on stands beside it
        "hertoets van de verbeterpunten; kijk of dat klopt Niet de volledige aanpak is in 2016 getoetst",
        # and beside the peiljaar the head of the column that it was read from, not the first place that names the year
        "2016 kolomkop ‘ 2016 ’ in Uitkomsten verbeterpunten, tabel Toeleiding, rij 1",
    )
    assert [zin for zin in gezegd if zin not in een_regel(app)] == []
    # nothing can be accepted unseen: no button before the doubts are settled and the basis is filled in
    vul(app, "Uw naam", "Ina Specteur")
    assert knop_van(app, "Aanvaard").disabled
    vul(app, "Basis: waarop rust het oordeel?", "Verzonnen gesprek met de gemeente")
    assert "3. Twijfels: ○ 1 van 4 klaar" in een_regel(app)  # the doubt on the basis is settled with it
    # the mail address and the telephone number go out by hand, and the doubts on them with it
    kies(app, "Rij", "6")
    vul_van(app, "oordelen-rij-veld-toelichting", "Bel voor afspraken.")
    assert "6. Persoonsgegevens: ✓ 2 van 2 klaar" in een_regel(app)
    wijzig_cel(app, 3, "teken_gedrukt", waarde="✓ X")
    assert open_voorstel(map_).oordelen[3]["uitkomst"] == "gemengd"
    while "Klopt zo" in knoppen(app):
        knop(app, "Klopt zo")
    assert "3. Twijfels: ✓ 4 van 4 klaar" in een_regel(app)
    # and none before the editor saw what it changes
    assert knop_van(app, "Aanvaard").disabled
    knop(app, "Bereken wat er verandert")
    # of the six of 2014 two are picked up now, one partly (by hand), two not, one was not judged; four of six stay open
    voorspeld = (
        "verbeterpunten die open staan: nu 6, straks 4",
        "2014 → 2016 is nieuw: 6 verbeterpunten uit 2014; in 2016: 2 opgepakt, 1 deels opgepakt, 2 niet opgepakt en "
        "1 niet beoordeeld (leeg in het rapport, of er niet in afgedrukt)",
        # one gemeente of two is not most of them
        "Overzicht, GGSR beleid blijft beginnen met 2013 → 2014 (16 verbeterpunten bij 2 gemeenten); 2014 → 2016 komt "
        "eronder",
    )
    assert [zin for zin in voorspeld if zin not in een_regel(app)] == []
    assert knop_van(app, "Aanvaard").disabled is False
    versie = alles_versie()
    knop(app, "Aanvaard")
    gelukt = (
        "is aanvaard en staat in de cijfers",
        "Overzicht begint per kader met één periode; dat kan een andere zijn. Alkmaar, GGSR beleid, 2014 → 2016",
        f"De vorige cijfers (datasetversie {versie}) blijven te zien",
    )
    assert [zin for zin in gelukt if zin not in een_regel(app)] == []
    assert list((winkel / "voorstellen").glob("*/voorstel.json")) == []
    # the link leads to the new figures, and not to the period that the page opens with
    assert (naar := uit_link(app, "de opvolging")) == NAAR_DE_CIJFERS
    assert cijfers(open_("opvolging", **naar))["Opgepakt"] == "2"
    assert sporen(winkel, een_regel(open_("geschiedenis", levering="alkmaar-2017"))) == []


NAAR_DE_CIJFERS = {"kader": ["GGSR beleid"], "gemeente": ["Alkmaar"], "periode": ["2014 → 2016"]}


def sporen(winkel: Path, geschiedenis: str) -> list[str]:
    """Where the number and the address that went out by hand are told: in the history, or a file but the report."""
    assert "(persoonsgegeven weggehaald) Bel voor afspraken." in geschiedenis
    verteld = {pad: pad.read_bytes() for pad in winkel.rglob("*") if pad.is_file() and pad.parent.name != "bron"}
    inhoud = {"geschiedenis": geschiedenis.encode()} | {str(pad): bytes_ for pad, bytes_ in verteld.items()}
    return [naam for naam, bytes_ in inhoud.items() if re.search(rb"12345678|jan@", bytes_)]


def een_regel(app: AppTest) -> str:
    """The words of the page's HTML on one line."""
    return re.sub(r"\s+([:,.])", r"\1", " ".join(html_tekst(app).split()))


def uit_link(app: AppTest, woord: str) -> dict[str, list[str]]:
    """What the link with this word chooses."""
    (link,) = re.findall(rf'href="([^"]+)">{woord}<', "".join(deel.proto.body for deel in app.get("html")))
    return parse_qs(urlsplit(unescape(link)).query)


def knoppen(app: AppTest) -> list[str]:
    return [str(knop.label) for knop in app.button]


def knop_van(app: AppTest, naam: str) -> Button:
    return next(knop for knop in app.button if knop.label == naam)


def vul_van(app: AppTest, sleutel: str, waarde: str) -> None:
    """Fill the field with this key."""
    next(veld for veld in [*app.text_input, *app.text_area] if veld.key == sleutel).set_value(waarde)
    gezond(app.run())


def test_een_leeg_bestand_wordt_met_een_zin_geweigerd(winkel: Path, open_: Open) -> None:
    app = lees(open_(), b"", naam="leeg.txt")
    assert "Let op. leeg.txt:" in een_regel(app)
    assert "leeg" in een_regel(app)
    assert not (winkel / "voorstellen").exists() or list((winkel / "voorstellen").iterdir()) == []
    assert app.file_uploader  # and the next report can be offered at once


def test_lezen_is_te_volgen_en_te_stoppen(winkel: Path, open_: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def traag(pad: Path, *, voortgang: Callable[[int, int], None], stop: threading.Event, **_: object) -> None:
        voortgang(3, 500)
        stop.wait(30)

    monkeypatch.setattr(leesbeurt, "lees_rapport", traag)
    app = open_()
    app.file_uploader[0].set_value((NAAM, tekst(), "text/plain")).run()
    gezond(app.run())
    assert [balk.proto.text for balk in app.get("progress")] == ["3 van 500 gelezen"]
    assert not app.file_uploader
    knop(app, "Stop met lezen")
    assert "Het lezen is gestopt. Er is niets bewaard." in een_regel(gelezen(app))
    assert not (winkel / "voorstellen").exists()


def test_een_fout_in_het_lezen_laat_niemand_wachten(
    winkel: Path, open_: Open, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def kapot(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(leesbeurt, "lees_rapport", kapot)
    app = lees(open_(), tekst())
    assert "door een fout in het dashboard niet gelezen. Er is niets bewaard" in een_regel(app)
    (regel,) = [regel for regel in caplog.records if regel.msg == "lezen_mislukt"]
    assert f"noem de beheerder foutnummer {vars(regel)['velden']['foutnummer']}." in een_regel(app)
    assert NAAM not in caplog.text.splitlines()[0]


def test_wie_tegelijk_nakijkt_hoort_dat_en_ziet_het_werk_van_de_ander(voorstel: Path, open_: Open) -> None:
    map_ = voorstel
    app = open_(voorstel=map_.name)
    ander = open_voorstel(map_)
    ander.kop["titel"] = "Titel van een ander"
    bewaar(ander)
    vul(app, "Uitgever", "Mijn uitgever")
    assert "Let op." in een_regel(app)
    assert next(veld for veld in app.text_input if veld.label == "Titel").value == "Titel van een ander"
    assert open_voorstel(map_).kop["uitgever"] != "Mijn uitgever"


@pytest.fixture
def snel_berekend(monkeypatch: pytest.MonkeyPatch) -> None:
    """No store is built for the preview: where a test asks when it is wanted, not what it says."""
    monkeypatch.setattr(voorvertoning, "_met", lambda _: voorvertoning._zonder())


@pytest.mark.usefixtures("voorstel", "snel_berekend")
def test_wie_tegelijk_aanvaardt_hoort_dat_en_er_wordt_niets_vermengd(winkel: Path, open_: Open) -> None:
    app = open_(voorstel=nagekeken(winkel))
    vul(app, "Uw naam", "Ina Specteur")
    knop(app, "Bereken wat er verandert")
    with zonder_bouwen():
        trek_in("zwolle-2014", reden="verzonnen", door="Otto")
    knop(app, "Aanvaard")
    assert "Niet aanvaard. Iemand anders heeft intussen iets aanvaard of ingetrokken." in een_regel(app)
    assert "De gegevens zijn nu ververst" in een_regel(app)
    assert not list((winkel / "leveringen").glob("alkmaar-2017*"))
    # what was worked out was for the store as it was
    assert knop_van(app, "Aanvaard").disabled
    knop(app, "Bereken wat er verandert")
    with zonder_bouwen():
        knop(app, "Aanvaard")
    assert [pad.name for pad in (winkel / "leveringen").glob("alkmaar-2017*")] == ["alkmaar-2017"]


@pytest.mark.usefixtures("voorstel", "snel_berekend")
def test_aanvaarden_kan_pas_als_de_redacteur_zag_wat_er_verandert(winkel: Path, open_: Open) -> None:
    naam = nagekeken(winkel)
    app = open_(voorstel=naam)
    vul(app, "Uw naam", "Ina Specteur")
    assert "Kijk eerst bij stap 7 wat er verandert." in een_regel(app)
    assert "8. Aanvaarden: ○ nog 1 te doen" in een_regel(app)
    assert knop_van(app, "Aanvaard").disabled
    knop(app, "Bereken wat er verandert")
    assert "Kijk eerst bij stap 7" not in een_regel(app)
    assert not knop_van(app, "Aanvaard").disabled
    # closed and opened again in this session: still there
    del app.query_params["voorstel"]
    gezond(app.run())
    assert "Aanvaard" not in knoppen(app)
    app.query_params["voorstel"] = naam
    gezond(app.run())
    assert "Aan de cijfers verandert niets." in waarden(app.markdown)
    assert not knop_van(app, "Aanvaard").disabled
    # after an edit it is another voorstel; what was worked out stays in sight
    vul(app, "Uitgever", "Een verzonnen uitgever")
    assert "7. Wat verandert er?: ○ verouderd, bereken opnieuw" in een_regel(app)
    assert "Aan de cijfers verandert niets." in waarden(app.markdown)
    assert knop_van(app, "Aanvaard").disabled
    knop(app, "Bereken wat er verandert")
    assert not knop_van(app, "Aanvaard").disabled


@pytest.mark.usefixtures("voorstel", "snel_berekend")
def test_een_wijziging_die_met_de_klik_meekomt_wordt_niet_ongezien_aanvaard(winkel: Path, open_: Open) -> None:
    app = open_(voorstel=nagekeken(winkel))
    vul(app, "Uw naam", "Ina Specteur")
    knop(app, "Bereken wat er verandert")
    next(veld for veld in app.text_input if veld.label == "Uitgever").set_value("Een verzonnen uitgever")
    knop(app, "Aanvaard")
    assert "Niet aanvaard. Kijk eerst bij stap 7 wat er verandert." in een_regel(app)
    assert not list((winkel / "leveringen").glob("alkmaar-2017*"))


def test_wat_vervangt_zegt_wat_er_met_de_levering_gebeurt(winkel: Path, open_: Open) -> None:
    # alkmaar-2015 has two bevindingen; this printing of its 2014 has a toelichting in five of the six cells
    app = lees(open_(), tekst().replace(b"2016", b"2014").replace(b"15 november", b"25 november"))
    assert "alkmaar-2015 blijven" not in een_regel(app)
    kies(app, "Is dit een andere weergave van een rapport dat er al is?", "stj-alkmaar-2015")
    blijven = "De 2 bevindingen van alkmaar-2015 blijven zoals zij zijn."
    assert f"{blijven} 1 weergave komt erbij." in een_regel(app)
    assert "0 nieuwe bevindingen." in " ".join(waarden(app.markdown))
    assert "De 2 bevindingen van alkmaar-2015 komen mee." in een_regel(app)
    kies(app, "Als u vervangt: welke toelichtingen gelden daarna?", "gedrukt")
    zin = "5 toelichtingen worden vervangen door de gedrukte; 1 weergave komt erbij."
    assert f"{blijven} {zin}" in een_regel(app)
    assert "Ook nu ligt niets vast dat speciaal over deze aanpak gaat." in een_regel(app)  # before
    assert "Wat er in alkmaar-2015 verandert" in een_regel(app)


def test_bereken_zegt_in_de_woorden_van_de_pagina_wat_er_nog_leeg_is(winkel: Path, open_: Open) -> None:
    map_ = winkel / "voorstellen" / "verbetering"
    uit_levering("alkmaar-2015", bekend=bekend(), naar=map_)
    app = open_(voorstel=map_.name)
    vul(app, "Uitgever", "")
    knop(app, "Bereken wat er verandert")
    assert "Vul eerst in: uitgever (bij stap 1)." in een_regel(app)
    assert "Vul eerst in: ‘Reden van de vervanging’ (bij stap 2)." in een_regel(app)
    assert "levering.csv" not in een_regel(app)
    assert "7. Wat verandert er?: ○ nog niet berekend" in een_regel(app)


def test_een_rapport_met_oordelen_heeft_een_kader(voorstel: Path, open_: Open) -> None:
    bewaard = open_voorstel(voorstel)
    for rij in bewaard.oordelen:
        rij["indicator_id"] = ""
    bewaard.kop["editie_id"] = ""
    bewaar(bewaard)
    app = open_(voorstel=voorstel.name)
    nog = "Nog in te vullen: kader en basis van Helpende Hand in de Wijk 2016."
    assert nog in waarden(app.info)
    assert [veld.placeholder for veld in app.selectbox if veld.key == "kop-editie"] == ["kies een kader"]
    knop(app, "Bereken wat er verandert")
    assert "Vul eerst in: kader en basis van Helpende Hand in de Wijk 2016 (bij stap 1)." in een_regel(app)
    assert "van 6 oordelen waarbij er een leeg is (bij stap 4)." in een_regel(app)


def test_een_verbetering_zegt_bij_stap_7_wat_er_in_de_levering_verandert(winkel: Path, open_: Open) -> None:
    map_ = winkel / "voorstellen" / "verbetering"
    uit_levering("alkmaar-2015", bekend=bekend(), naar=map_)
    app = open_(voorstel=map_.name)
    blijven = "De 2 bevindingen van alkmaar-2015 blijven zoals zij zijn."
    assert f"{blijven} Verder verandert er niets in deze levering." in een_regel(app)
    assert "1. Wat voor rapport is dit?: ✓ 10 van 10 klaar" in een_regel(app)  # 4, and 3 of each of 2 metingen
    vul(app, "Uitgever", "Een verzonnen uitgever")
    assert f"{blijven} 1 ander gegeven wordt gewijzigd." in een_regel(app)
    # the row by its name, not by its key, in step 2 and in step 7
    rapport = "gewijzigd rapport Uitkomsten verbeterpunten toezichtonderzoek Alkmaar"
    assert een_regel(app).count(rapport) == 2
    assert "2. Wat verbetert u?: ✓ 1 verschil" in een_regel(app)
    assert "12 oordelen worden aanvaard, waarvan 0 met de hand gewijzigd of toegevoegd; 0 weggelaten; 0 nieuwe" in (
        " ".join(waarden(app.markdown))
    )
    assert "De 2 bevindingen van alkmaar-2015 komen mee." in een_regel(app)
    # what cannot be changed says so, why, and what to do; and so does what a concept would not do, there and at the end
    vast = "Kader en editie GGSR beleid, editie 2013 Gemeente, kader en editie liggen vast"
    weg = "Trek de levering alkmaar-2015 dan in bij Geschiedenis en lees het rapport opnieuw in."
    assert [zin in een_regel(app) for zin in (vast, weg, "Een concept haalt niets weg")] == [True, True, False]
    app.checkbox(key="kop-concept").check()
    gezond(app.run())
    concept = (
        "Een concept haalt niets weg: lezers blijven de levering alkmaar-2015 zien zoals zij nu is, met 12 oordelen en "
        "2 bevindingen, totdat u de nieuwe levering openbaar maakt. Moet zij weg? Dan kan een beheerder haar intrekken "
        "bij Geschiedenis."
    )
    assert een_regel(app).count(concept) == 2


def test_de_twijfel_over_een_editie_is_op_het_scherm_te_beantwoorden(winkel: Path, open_: Open) -> None:
    """Of the ten indicatoren a second editie has the six that the report prints, one in other words, and a new one."""
    tweede_editie(winkel / "leveringen" / "tweede-editie")
    app = lees(open_(), tekst())
    (map_,) = (winkel / "voorstellen").iterdir()
    kies(app, "Kies uit 5", "1")
    feiten = (
        "maar ook bij ‘GGSR beleid, editie 2016’. Kies welke editie het rapport gebruikt.",
        # both factsheets are of June 2015, of the same uitgever
        "GGSR beleid, editie 2013 Leeuwarden, juni 2015 Leeuwarden, juni 2015 Alkmaar, juni 2015 2",
        "GGSR beleid, editie 2016 geen geen geen 0",
        "Van ‘GGSR beleid, editie 2013’ naar ‘GGSR beleid, editie 2016’: 1 indicator erbij, 4 weg, 1 anders verwoord, "
        "5 gelijk.",
        f"{AFSPRAKEN} {ANDERS} {AFSPRAKEN}",
        "Nieuw staat er niet in Heel nieuwe woorden niet afgedrukt",
    )
    assert [zin for zin in feiten if zin not in een_regel(app)] == []
    app.selectbox(key="twijfel-lezen-editie").set_value("ggsr-beleid-2016")
    gezond(app.run())
    voorstel = open_voorstel(map_)
    assert (voorstel.kop["editie_id"], voorstel.twijfels[0]["besluit"]) == (
        "ggsr-beleid-2016",
        "Met de hand ingevuld: GGSR beleid, editie 2016.",
    )


AFSPRAKEN = "Er zijn samenwerkingsafspraken gemaakt over de aanpak"
ANDERS = "Er zijn samenwerkingsafspraken vastgelegd over de aanpak"


def tweede_editie(map_: Path) -> None:
    """A levering with a second editie of the kader beleid."""
    map_.mkdir()
    gedrukt = {indicator.rstrip(".") for _, indicator, _ in RIJEN}
    oud = [
        i for i in bekend().indicatoren() if i.editie_id == "ggsr-beleid-2013" and i.indicator.rstrip(".") in gedrukt
    ]
    namen = {f"{i.indicator_id}-2016": (i.indicator.replace(AFSPRAKEN, ANDERS), i.kort) for i in oud}
    namen["nieuw"] = ("Heel nieuwe woorden", "Nieuw")
    editie = {"editie_id": "ggsr-beleid-2016"}
    schrijf(map_ / "levering.csv", [{"levering_id": map_.name, "formaat": "1", "aanvaard_op": "2026-11-22"}])
    schrijf(map_ / "edities.csv", [editie | {"kader_id": "ggsr-beleid", "editie": "2016", "volgorde": "2"}])
    schrijf(map_ / "themas.csv", [editie | {"thema_id": "t-2016", "thema": "Toeleiding", "volgorde": "1"}])
    schrijf(
        map_ / "indicatoren.csv",
        [
            editie | {"indicator_id": id_, "thema_id": "t-2016", "indicator": woorden, "kort": kort, "volgorde": "1"}
            for id_, (woorden, kort) in namen.items()
        ],
    )
    schrijf(map_ / "indicator_gelijk.csv", [{"van": i.indicator_id, "naar": f"{i.indicator_id}-2016"} for i in oud])


def test_wat_er_al_staat_en_niets_wijzigt_is_niets_om_te_aanvaarden(winkel: Path, voorstel: Path, open_: Open) -> None:
    nagekeken(winkel)
    with zonder_bouwen():
        aanvaard(open_voorstel(voorstel), door="Otto", verwacht=alles_versie())
    app = lees(open_(), tekst())
    niets = "er is niets gewijzigd: er valt niets te aanvaarden. U kunt dit voorstel weggooien."
    assert f"Dit bestand staat al in de verzameling en {niets}" in waarden(app.markdown)
    # one story: it is known, nothing differs, and what can be done; nobody is asked whether it is another rapport
    assert "2. Staat dit rapport er al?: ✓ dit rapport is al bekend, geen verschillen" in een_regel(app)
    assert "Dit rapport is al bekend. Dit bestand staat al in de verzameling, als weergave van" in een_regel(app)
    assert [deel in een_regel(app) for deel in ("Niets doen.", "Een fout herstellen.", "Vervangen.")] == [True] * 3
    assert "rapport is nieuw" not in een_regel(app)
    assert "Is dit een andere weergave van een rapport dat er al is?" not in [k.label for k in app.selectbox]
    assert "8. Aanvaarden: ✓ er valt niets te aanvaarden" in een_regel(app)
    assert "Dit moet nog voordat u kunt aanvaarden:" not in waarden(app.markdown)
    assert "Aanvaard" not in knoppen(app)
    assert "Gooi dit voorstel weg" in knoppen(app)
    # one text of the report is edited: then there is something
    kies(app, "Rij", "4")
    vul_van(app, "oordelen-rij-veld-toelichting", "Wie stopt, raakt uit beeld.")
    assert "De levering alkmaar-2017 heeft geen bevindingen. 1 toelichting wordt gewijzigd." in een_regel(app)
    assert "Dit moet nog voordat u kunt aanvaarden:" in waarden(app.markdown)
    assert knop_van(app, "Aanvaard").disabled


def test_een_ingetrokken_rapport_zegt_dat_het_is_ingetrokken(winkel: Path, voorstel: Path, open_: Open) -> None:
    nagekeken(winkel)
    with zonder_bouwen():
        aanvaard(open_voorstel(voorstel), door="Otto", verwacht=alles_versie())
        trek_in("alkmaar-2017", reden="nooit <b>openbaar</b>", door="P. Jansen")
    app = lees(open_(), tekst())
    assert "2. Staat dit rapport er al?: ○ dit rapport is eerder ingetrokken: lees waarom" in een_regel(app)
    regel = een_regel(app)
    wie = "Dit rapport stond in de verzameling en is ingetrokken: levering alkmaar-2017, op "
    assert wie in regel
    assert " uur, door P. Jansen. Reden: ‘nooit <b>openbaar</b>’. Als u aanvaardt, telt het weer mee" in regel
    assert "rapport is nieuw" not in regel


def nagekeken(winkel: Path) -> str:
    """The voorstel of the follow-up with all that must be filled in and settled: its name in a link."""
    (map_,) = (winkel / "voorstellen").iterdir()
    voorstel = open_voorstel(map_)
    voorstel.metingen[0]["basis"] = "Verzonnen gesprek met de gemeente"
    for twijfel in voorstel.twijfels:
        handel_af(voorstel, twijfel["nr"], "verzonnen besluit")
    bewaar(voorstel)
    return map_.name


def test_een_herdruk_wordt_cel_voor_cel_vergeleken_en_het_verschil_gekozen(winkel: Path, open_: Open) -> None:
    # of the meting of 2014 the store has five X and one empty cell: the two ✓ differ
    herdruk = tekst().replace(b"2016", b"2014").replace(b"15 november", b"25 november")
    app = lees(open_(), herdruk)
    (map_,) = (winkel / "voorstellen").iterdir()
    assert "Per oordeel vergeleken: 2 anders, 4 gelijk." in waarden(app.markdown)
    assert "Dit rapport is nieuw, maar drukt ook metingen af die al in de verzameling staan" in een_regel(app)
    assert "2. Staat dit rapport er al?: ○ 0 van 2 klaar" in een_regel(app)
    app.radio[0].set_value("verzameling")
    vul(app, "Waarom?", "drukfout in de herdruk")
    knop(app, "Leg vast")
    assert "2. Staat dit rapport er al?: ○ 1 van 2 klaar" in een_regel(app)
    (keuze,) = open_voorstel(map_).keuzes
    assert (keuze["indicator_id"], keuze["geldt"], keuze["reden"]) == (
        "beleid-beleid-en-visie",
        "verzameling",
        "drukfout in de herdruk",
    )


def test_wat_niet_kan_wordt_gezegd_en_niet_bewaard(voorstel: Path, open_: Open) -> None:
    map_ = voorstel
    app = open_(voorstel=map_.name)
    vul(app, "Bezoek op", "31-02-2016")
    # said twice: in sight wherever the reader is, and below the field that keeps what was typed
    assert een_regel(app).count("“31-02-2016” is geen datum; vul in: een dag, zoals 1 juli 2016.") == 2
    assert next(veld for veld in app.text_input if veld.label == "Bezoek op").value == "31-02-2016"
    assert open_voorstel(map_).metingen[0]["bezoek_op"] == "2016-11-15"
    vul(app, "Bezoek op", "16 november 2016")
    assert open_voorstel(map_).metingen[0]["bezoek_op"] == "2016-11-16"
    assert next(veld for veld in app.text_input if veld.label == "Bezoek op").value == "2016-11-16"
    vul(app, "Bezoek op", "november 2016")
    assert open_voorstel(map_).metingen[0]["bezoek_op"] == "2016-11-16"
    vul(app, "Bezoek op", "16-11-2016")
    assert open_voorstel(map_).metingen[0]["bezoek_op"] == "2016-11-16"
    assert "is geen datum" not in een_regel(app)


def test_zonder_vondst_zegt_stap_6_waarin_is_gezocht_en_dat_namen_niet_worden_herkend(
    winkel: Path, open_: Open
) -> None:
    # the tekst of the follow-up without what looks like personal data in its cells
    schoon = re.sub(rb"[\w.]+@[\w.]+|0[0-9]{1,2}-[0-9]{7,8}", b"iemand", tekst())
    app = lees(open_(), b"Vragen? Mevrouw J. Jansen, 072-5481234, j.jansen@example.org\n\n" + schoon)
    assert "6. Persoonsgegevens: ✓ niets herkend; kijk zelf of er namen in staan" in een_regel(app)
    gezocht = " ".join(waarden(app.markdown))
    assert "Niets gevonden" not in gezocht
    for zin in ("de toelichting en opmerking bij elk oordeel", "Namen worden niet herkend", "niet doorzocht"):
        assert zin in gezocht
    assert "Alleen het bestand van het rapport zelf blijft bij de levering" in gezocht


@pytest.mark.parametrize(
    ("score", "indicator", "woord"),
    [("100", "a-1", ""), ("", "a-1", ""), ("87", "a-1", "lijkt voor 87% op het kader"), ("40", "", "niet herkend")],
)
def test_hoe_zeker_een_indicator_is_staat_er_in_woorden(score: str, indicator: str, woord: str) -> None:
    assert oordelen.herkend({"score": score, "indicator_id": indicator}) == woord


def test_een_lijst_staat_zonder_lege_regel_onder_haar_kop() -> None:
    gevonden = voorvertoning.lijst([Verandering("Alkmaar", "GGSR beleid", ("een zin",))])
    kop = '<li><strong>Alkmaar, GGSR beleid</strong><ul class="vp-lijst"><li>een zin</li></ul></li>'
    assert gevonden == f'<ul class="vp-lijst">{kop}</ul>'


def test_een_aanpak_zonder_meting_blijft_en_zegt_waarvoor(voorstel: Path, open_: Open) -> None:
    klaar = open_voorstel(voorstel)
    aanpak_id = voeg_meting_toe(klaar, aanpak="Buurtteam", peiljaar="2017", bekend=bekend())["aanpak_id"]
    cellen = {"soort": "risico", "titel": "Kort", "tekst": "Er is iets.", "vindplaats": "p. 7", "aanpak_id": aanpak_id}
    voeg_bevinding_toe(klaar, bekend=bekend(), **cellen)
    bewaar(klaar)
    app = open_(voorstel=voorstel.name)
    assert ZONDER_METING not in waarden(app.markdown)
    knop(app, "Meting 2017 weglaten")
    assert waarden(app.markdown).count(ZONDER_METING) == 1
    klaar = open_voorstel(voorstel)
    assert [m["peiljaar"] for m in klaar.metingen if m["aanpak_id"] == aanpak_id] == []
    assert aanpak_id in {a["aanpak_id"] for a in klaar.aanpakken}


def test_tekst_van_een_rapport_is_tekst(winkel: Path, open_: Open) -> None:
    kwaad = '<img src=x onerror="alert(1)"> ![x](http://nergens.example/x.png)'
    app = lees(open_(), tekst().replace(b"Een verzonnen wethouder hakt knopen door.", kwaad.encode()))
    kies(app, "Rij", "3")
    ruw = "".join(str(deel.proto.body) for deel in app.get("html"))
    assert "<script" not in ruw
    assert "<img" not in ruw
    assert "&lt;img src=x onerror=" in ruw
    # Markdown is not made of it either: what the report says stands in fields and in escaped HTML only
    assert not any("nergens.example" in zin for zin in waarden(app.markdown))


def test_een_rij_weglaten_toevoegen_en_een_cel_wijzigen(voorstel: Path, open_: Open) -> None:
    map_ = voorstel
    app = open_(voorstel=map_.name)
    wijzig_cel(app, 5, "gebruikt", waarde=False)
    assert [rij["gebruikt"] for rij in open_voorstel(map_).oordelen] == ["ja"] * 5 + ["nee"]
    knop(app, "Neem deze rij weer op")
    kies(app, "Uitkomst", "voldoet", waar=uitkomstlijst(app))
    # the sign stays what is printed; that the two disagree, which the store refuses, is said with what can be done
    assert open_voorstel(map_).oordelen[5]["teken_gedrukt"] == "X"
    assert "zo wordt deze rij niet aanvaard. Bij X hoort ✗ verbeterpunt: kies die weer" in een_regel(app)
    knop(app, "In het rapport staat ✓")
    assert open_voorstel(map_).oordelen[5]["teken_gedrukt"] == "✓"
    assert "spreken elkaar tegen" not in een_regel(app)
    # a browser keeps the words that it was given with a choice: the list hands over those of now
    rij = next(lijst for lijst in app.selectbox if lijst.label == "Rij").proto
    assert (rij.set_value, rij.raw_value.rpartition(" · ")[2]) == (True, "✓ voldoet")
    merk = app.data_editor[0].value["bewerkt"].to_list()
    assert merk[5] == "gewijzigd: uitkomst (was: ✗ verbeterpunt), teken zoals gedrukt (was: X)"
    assert not any(merk[:5])


def uitkomstlijst(app: AppTest) -> int:
    """Which of the lists Uitkomst is that of the row beside the report's text."""
    lijsten = [lijst for lijst in app.selectbox if lijst.label == "Uitkomst"]
    return next(nr for nr, lijst in enumerate(lijsten) if lijst.key == "oordelen-rij-veld-uitkomst")


def test_een_voorstel_weggooien_vraagt_eerst(winkel: Path, voorstel: Path, open_: Open) -> None:
    app = open_(voorstel=voorstel.name)
    knop(app, "Gooi dit voorstel weg")
    assert list((winkel / "voorstellen").glob("*/voorstel.json"))
    knop(app, "Ja, gooi weg")
    assert not list((winkel / "voorstellen").glob("*/voorstel.json"))
    assert app.file_uploader


def test_een_voorstel_in_de_link_dat_er_niet_is(winkel: Path, open_: Open) -> None:
    app = open_(voorstel="../leveringen/alkmaar-2015")
    assert "Het voorstel ‘../leveringen/alkmaar-2015’ is er niet (meer)." in een_regel(app)
    assert app.file_uploader


def test_open_voorstellen_staan_in_een_lijst_met_links(voorstel: Path, open_: Open) -> None:
    app = open_()
    assert f'href="inlezen?voorstel={voorstel.name}"' in "".join(str(deel.proto.body) for deel in app.get("html"))
    assert [knop.proto.label for knop in app.get("download_button")] == [
        "Sjabloon als XLSX",
        "Sjabloon als ODS",
        "Sjabloon als CSV",
    ]


def test_een_reactie_wordt_met_de_hand_vastgelegd(winkel: Path, open_: Open) -> None:
    app = open_()
    app.text_input[0].set_value("Reactie van Alkmaar")
    app.text_area[0].set_value("De gemeente Alkmaar schrijft dat zij een verzonnen visie heeft vastgesteld.")
    knop(app, "Leg vast")
    gelezen(app)
    (map_,) = (winkel / "voorstellen").iterdir()
    assert "dit rapport geeft geen gedrukte oordelen" in een_regel(app)
    kies(app, "Gemeente", "GM0361")
    # the report can be searched and read where its words are written down
    assert "Deel 1 van 1" in waarden(app.markdown)
    vul_van(app, "bevinding-nieuw-lees-zoek", "VERZONNEN visie")
    assert "Plaats 1 van 1" in waarden(app.markdown)
    assert "bij een nieuwe bevinding De gemeente Alkmaar schrijft dat zij een verzonnen visie heeft" in een_regel(app)
    vul_van(app, "bevinding-nieuw-lees-zoek", "zomaar iets")
    assert "‘zomaar iets’ staat niet in het rapport." in een_regel(app)
    vul_formulier(app, {"Titel: waar gaat het over, in een paar woorden": "Visie", "Vindplaats": "alinea 1"})
    (bevinding,) = open_voorstel(map_).bevindingen
    assert bevinding["soort"] == "reactie"
    app.multiselect(key=f"melden-{bevinding['bevinding_id']}-0-Verbeterpunten").set_value(
        ["alkmaar-helpende-hand beleid-beleid-en-visie"]
    )
    knop(app, "Voeg deze punten toe")
    (gemeld,) = open_voorstel(map_).gemeld
    assert (gemeld["aanpak_id"], gemeld["indicator_id"]) == ("alkmaar-helpende-hand", "beleid-beleid-en-visie")


def vul_formulier(app: AppTest, velden: dict[str, str]) -> None:
    """Fill the form for a bevinding, a reactie, and send it."""
    app.selectbox(key="bevinding-nieuw-0-soort").set_value("reactie")
    app.text_area(key="bevinding-nieuw-0-tekst").set_value("De gemeente zegt dat er een visie is.")
    for naam, waarde in velden.items():
        [veld for veld in app.text_input if veld.label == naam][-1].set_value(waarde)
    app.button(key="bevinding-nieuw-0-klaar").click()
    gezond(app.run())
