"""The page Gemeente without a browser: what it says of each kind of gemeente, and of a gemeente that does not exist."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.bouw.bouwen import bouw
from pagina._gemeente.woorden import termijnzin
from pagina.beeld.figuren import bewijsletters, tijdlijn, tijdlijn_krap, tijdlijn_tekst
from pagina.delen import klok
from tests.pagina.conftest import Open, alles, waarden
from tests.queries.hulp import schrijf_levering
from tests.queries.schetsen import DRIE_KEER_IN_EEN_JAAR

VANDAAG = dt.date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vaste_dag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(klok, "vandaag", lambda: VANDAAG)


def _gebouwd(map_: Path, schets: dict[str, str]) -> Path:
    """A folder with the database of a fictional levering."""
    levering = schrijf_levering(map_ / "levering", schets)
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("VERBETERPUNTEN_MAP", str(map_ / "database"))
        bouw([levering])
    return map_ / "database"


def html(app: AppTest) -> str:
    return "\n".join(deel.proto.body for deel in app.get("html"))


def gelezen(app: AppTest) -> str:
    """What one reads of the HTML: without tags, blanks put together."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html(app))))


def test_zonder_keuze_links_naar_de_gemeenten_met_een_rapport(open_pagina: Open) -> None:
    app = open_pagina("gemeente")
    assert re.findall(r'href="(gemeente[^"]+)"', html(app)) == [
        "gemeente?gemeente=Alkmaar",
        "gemeente?gemeente=Den+Helder",
        "gemeente?gemeente=Leeuwarden",
        "gemeente?gemeente=Zwolle",
    ]
    assert "Van vier gemeenten is een rapport in deze verzameling:" in waarden(app.markdown)


def test_zonder_rapporten(open_pagina: Open, lege_map: Path) -> None:
    app = open_pagina("gemeente", map_=lege_map)
    assert waarden(app.info) == ["Er zijn nog geen rapporten in deze verzameling, dus ook niet over een gemeente."]


def test_een_onbekende_gemeente_wordt_genoemd(open_pagina: Open) -> None:
    app = open_pagina("gemeente", gemeente="Atlantis")
    assert any("‘Atlantis’" in zin for zin in waarden(app.warning))
    assert not app.header


def test_alkmaar(open_pagina: Open) -> None:
    app = open_pagina("gemeente", gemeente="Alkmaar")
    tekst = gelezen(app)
    assert (
        "GGSR beleid : zes verbeterpunten staan nu open, sinds 2013 . Laatste hertoets van verbeterpunten, 2013 → "
        "2014 : Zes verbeterpunten, waarvan geen enkel opgepakt; vijf niet opgepakt; één is wel hertoetst maar "
        "niet beoordeeld."
    ) in tekst
    for opgegaan in ("Graft-De Rijp", "Schermer"):
        assert f"{opgegaan} ging op 1 januari 2015 op in Alkmaar" in tekst
    # six steps: five not picked up, one not assessed; and the empty cell itself
    assert html(app).count(">✗ niet opgepakt<") == 5
    assert html(app).count(">? niet beoordeeld<") == 2
    assert "De gezinscoach kan geen besluiten nemen waaraan netwerkpartners gebonden zijn." in tekst
    assert "Uitkomsten verbeterpunten, tabel Toeleiding, rij 3, kolom 2014" in tekst
    assert any("niet het hele kader afgedrukt" in zin for zin in waarden(app.warning))
    assert "opvolging?kader=GGSR+beleid&amp;gemeente=Alkmaar&amp;periode=2013+%E2%86%92+2014" in html(app)
    assert "geen opvolging aangekondigd" in alles(app)


def test_alkmaar_stand_nu(open_pagina: Open) -> None:
    app = open_pagina("gemeente", gemeente="Alkmaar", beeld="Stand nu")
    assert gelezen(app).count("open sinds 2013") == 6
    assert gelezen(app).count("Daarna wel hertoetst, niet beoordeeld.") == 1


def test_leeuwarden_twee_lijnen_in_een(open_pagina: Open) -> None:
    app = open_pagina("gemeente", gemeente="Leeuwarden")
    assert (
        "geen verbeterpunt staat nu open, van zes indicatoren met een bekende stand. Laatste "
        "hertoets van verbeterpunten, 2013 → 2014 : "
        "Tien verbeterpunten, alle opgepakt (alle tien volgens de gemeente zelf; geen enkel opnieuw getoetst)."
    ) in gelezen(app)
    (figuur,) = app.get("plotly_chart")
    assert figuur.proto.spec.count('"name":"overname"') == 2
    assert "nam het over van Interventieteam Gezinnen en Voorwaardelijke Interventie Gezinnen." in figuur.proto.alt
    assert html(app).count(">✓◇ opgepakt, volgens de gemeente zelf<") == 10
    assert html(app).count(">=◇ behouden, volgens de gemeente zelf<") == 2


def test_de_tijdlijn_als_tabel(open_pagina: Open) -> None:
    app = open_pagina("gemeente", gemeente="Leeuwarden", tijdlijn="Tabel")
    assert not app.get("plotly_chart")
    assert "Metingen van Leeuwarden, de nieuwste bovenaan" in gelezen(app)


def test_zwolle_zeven_aanbevelingen_en_een_termijn_die_voorbij_is(open_pagina: Open) -> None:
    app = open_pagina("gemeente", gemeente="Zwolle")
    tekst = gelezen(app)
    assert "GGSR casus : elf verbeterpunten staan nu open, sinds 2013" in tekst
    assert "zeven aanbevelingen in woorden staan open" in tekst
    assert (
        "Opvolging is aangekondigd voor juni 2015 tot en met augustus 2015; die termijn is voorbij, en een later "
        "rapport is hier niet."
    ) in tekst
    assert "de termijn liep tot en met 31 augustus 2015" in tekst
    # as the Agenda has it: two of the eleven indicatoren are in no recommendation
    assert (
        "Voor 9 van de 11 open verbeterpunten geldt de datum van een aanbeveling over dezelfde indicator: de termijn "
        "liep tot en met 31 augustus 2015. Voor de andere 2 is geen datum bekend."
    ) in alles(app)
    assert html(app).count("<article") == html(app).count(">○ open<") == 7
    assert "Sterke punten (3)" in tekst
    assert "Risico’s (2)" in tekst
    assert "‘GGSR op casusniveau’ met de aanpak Bemoeizorg Jeugd; dat rapport is niet in deze verzameling" in tekst
    # one meting of one aanpak: a sentence, no figure
    assert not app.get("plotly_chart")
    assert "%" not in tekst


def test_zonder_aankondiging_is_er_geen_datum(open_pagina: Open) -> None:
    tekst = alles(open_pagina("gemeente", gemeente="Alkmaar"))
    assert "Voor de 6 open verbeterpunten is hier geen datum van een volgende toets bekend." in tekst
    assert "verbeterpunten is hier" not in alles(open_pagina("gemeente", gemeente="Leeuwarden"))


def _punt(soort: str | None = None, *, van: str | None = None, tot: dt.date | None = None) -> dict[str, object]:
    """What the sentence reads of a row of agenda.sql."""
    return {"via_soort": soort, "opvolging_verwacht_van": van, "uiterlijk": tot}


@pytest.mark.parametrize(
    ("punten", "zin"),
    [
        ([], ""),
        ([_punt()], "Voor het open verbeterpunt is hier geen datum van een volgende toets bekend."),
        (
            [_punt("aanbeveling", tot=VANDAAG)],
            "Voor het enige open verbeterpunt geldt de datum van een aanbeveling over dezelfde indicator: de termijn "
            "loopt tot en met 22 november 2026.",
        ),
        (
            [_punt("toezegging", tot=dt.date(2026, 11, 21)), _punt("verbeterpunt", van="2027-01"), _punt()],
            "Voor 1 van de 3 open verbeterpunten geldt de datum van een toezegging over dezelfde indicator: de termijn "
            "liep tot en met 21 november 2026. Voor nog 1 geldt de datum van een verbeterpunt over dezelfde indicator: "
            "opvolging is aangekondigd vanaf januari 2027, zonder einddatum. Voor het andere is geen datum bekend.",
        ),
        (
            [_punt("aanbeveling", tot=dt.date(2015, 8, 31))] * 2,
            "Voor alle 2 open verbeterpunten geldt de datum van een aanbeveling over dezelfde indicator: de termijn "
            "liep tot en met 31 augustus 2015.",
        ),
    ],
)
def test_termijnzin(punten: list[dict[str, object]], zin: str) -> None:
    assert termijnzin(punten, vandaag=VANDAAG) == zin


def test_de_termijn_loopt_tot_en_met_haar_laatste_dag(open_pagina: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    for dag, zin in (
        (dt.date(2015, 8, 31), "de termijn loopt tot en met"),
        (dt.date(2015, 9, 1), "de termijn liep tot en met"),
    ):
        monkeypatch.setattr(klok, "vandaag", lambda dag=dag: dag)
        assert zin in gelezen(open_pagina("gemeente", gemeente="Zwolle"))


def test_den_helder_zonder_oordelen(open_pagina: Open) -> None:
    app = open_pagina("gemeente", gemeente="Den Helder")
    tekst = gelezen(app)
    assert "het rapport geeft geen oordeel per indicator" in tekst
    assert "vier verbeterpunten in woorden staan open" in tekst
    assert "de termijn liep tot en met 30 juni 2018" in tekst
    assert "drukt geen oordeel per indicator af" in alles(app)
    assert 'role="table"' not in html(app)


def test_opgegaan_in_een_andere(open_pagina: Open) -> None:
    app = open_pagina("gemeente", gemeente="Graft-De Rijp")
    assert waarden(app.info) == ["Van Graft-De Rijp is geen rapport in deze verzameling."]
    assert '<a href="gemeente?gemeente=Alkmaar">Alkmaar</a>' in html(app)
    assert "is op 1 januari 2015 opgegaan in Alkmaar" in gelezen(app)
    assert not app.get("download_button")


def test_niets_en_wel_deelgenomen(open_pagina: Open) -> None:
    almere = open_pagina("gemeente", gemeente="Almere")
    assert waarden(almere.info) == ["Van Almere is geen rapport in deze verzameling."]
    assert "deelgenomen" not in gelezen(almere)
    delft = open_pagina("gemeente", gemeente="Delft")
    assert waarden(delft.info) == ["Van Delft is geen rapport in deze verzameling."]
    assert (
        "Delft heeft volgens ‘Nota van bevindingen Zwolle (september 2014), hoofdstuk 1, inleiding, p. 5’ deelgenomen "
        "aan de ronde ‘GGSR op casusniveau’; dat rapport is niet in deze verzameling."
    ) in gelezen(delft)


def test_tekst_uit_een_rapport_blijft_tekst(open_pagina: Open, tmp_path: Path) -> None:
    eng = "<b>vet</b> **ster** [weg](http://kwaad)"
    oordelen = DRIE_KEER_IN_EEN_JAAR["oordelen"].splitlines()
    schets = DRIE_KEER_IN_EEN_JAAR | {
        "oordelen": "\n".join([oordelen[0] + "|toelichting", *(f"{regel}|{eng}" for regel in oordelen[1:])]),
        "bevindingen": "bevinding_id|rapport_id|gemeente_code|soort|titel|tekst|vindplaats\n"
        f"v|r1|FG0001|sterk_punt|{eng}|{eng}|p",
    }
    app = open_pagina("gemeente", map_=_gebouwd(tmp_path, schets), gemeente="Een")
    assert "&lt;b&gt;vet&lt;/b&gt; **ster** [weg](http://kwaad)" in html(app)
    assert "<b>vet" not in html(app)
    assert not [zin for zin in waarden(app.markdown) if "ster" in zin]


# --- the figure, pure -------------------------------------------------------------------------------------------------

AANPAKKEN = pd.DataFrame(
    [("a", "A", "Een", False), ("b", "B", "Een", False), ("c", "C <i>", "Twee", True)],
    columns=["aanpak_id", "aanpak", "gemeente", "elders"],
)
METINGEN = pd.DataFrame(
    [
        ("a", "K", 2013, "volledige_toets", 6, 6, 0),
        ("a", "K", 2013, "hertoets_verbeterpunten", 6, 5, 1),
        ("b", "K", 2013, "stelselonderzoek", 0, 0, 0),
        ("c", "K", 2015, "mondelinge_rapportage", 6, 0, 0),
    ],
    columns=["aanpak_id", "kader", "peiljaar", "bewijs", "oordelen", "verbeterpunten", "niet_beoordeeld"],
)
LIJNEN = pd.DataFrame([("a", "c"), ("b", "c")], columns=["van", "naar"])
RAPPORTEN = pd.DataFrame([("Het rapport", "2015-06")], columns=["titel", "gepubliceerd"])


@pytest.mark.parametrize("donker", [False, True])
def test_tijdlijn_tekent_merken_en_overnames(*, donker: bool) -> None:
    figuur = tijdlijn(AANPAKKEN, METINGEN, LIJNEN, RAPPORTEN, donker=donker)
    sporen = {str(spoor.name): spoor for spoor in figuur.data}
    # two in one year stand side by side within it, one alone in its middle
    assert list(sporen["A"].x) == [2013.25, 2013.75]
    assert list(sporen["C &lt;i&gt; (Twee)"].x) == [2015.5]
    overnames = [(list(spoor.x), list(spoor.y)) for spoor in figuur.data if spoor.name == "overname"]
    # what took over stands between the two that it came from: lanes A, C, B
    assert overnames == [([2013.75, 2015.5], [0, 1]), ([2013.5, 2015.5], [2, 1])]
    woorden = [noot.text for noot in figuur.layout.annotations]
    assert woorden[:4] == ["✗ 6", "✗ 5 ? 1", "✗ 0", "–"]


def test_een_lange_tijdlijn_heeft_kleine_merken_zonder_getallen() -> None:
    lang = pd.concat([METINGEN, METINGEN.iloc[:1].assign(peiljaar=2025)])
    assert not tijdlijn_krap(METINGEN, RAPPORTEN)
    assert tijdlijn_krap(lang, RAPPORTEN)
    figuur = tijdlijn(AANPAKKEN, lang, LIJNEN, RAPPORTEN, donker=False)
    assert [noot.text for noot in figuur.layout.annotations] == [
        "A", "C &lt;i&gt; (Twee)", "B", "Rapporten, naar jaar van publicatie",
    ]  # fmt: skip
    assert [(spoor.text, spoor.x) for spoor in figuur.data if spoor.name == "rapporten"] == [(("<b>1</b>",), (2015.5,))]
    # thirteen years, every second one named
    assert list(figuur.layout.xaxis.ticktext) == ["2013", "2015", "2017", "2019", "2021", "2023", "2025"]


def test_tijdlijn_in_woorden() -> None:
    assert tijdlijn_tekst(AANPAKKEN, METINGEN, LIJNEN, RAPPORTEN) == (
        "A: 2013 (volledige toets, 6 verbeterpunten) en 2013 (hertoets van de verbeterpunten, 5 verbeterpunten en 1 "
        "niet beoordeeld). B: 2013 (onderzoek van het stelsel, geen oordeel per indicator). C <i> (Twee): 2015 "
        "(mondelinge rapportage door de gemeente, 0 verbeterpunten). C <i> (Twee) nam het over van A en B. "
        "Het rapport is van juni 2015."
    )
    # from seven on they are a number and a span; an aanpak without a meting says so, and one in two kaders names them
    vaak = pd.concat([METINGEN.iloc[:1].assign(peiljaar=jaar) for jaar in range(2019, 2012, -1)])
    twee = METINGEN.iloc[[2, 2]].assign(kader=["K", "L"])
    zeven = pd.DataFrame([("r", f"{jaar}-06") for jaar in range(2014, 2021)], columns=["titel", "gepubliceerd"])
    assert tijdlijn_tekst(AANPAKKEN, pd.concat([vaak, twee]), LIJNEN.iloc[:0], zeven) == (
        "A: 7 metingen, over 2013 tot en met 2019. B: 2013 K (onderzoek van het stelsel, geen oordeel per indicator) "
        "en 2013 L (onderzoek van het stelsel, geen oordeel per indicator). C <i> (Twee): geen meting in deze "
        "verzameling. Er zijn 7 rapporten, uit 2014–2020."
    )
    assert tijdlijn_tekst(AANPAKKEN.iloc[:1], METINGEN.iloc[:1], LIJNEN.iloc[:0], zeven.iloc[:0]) == (
        "A: 2013 (volledige toets, 6 verbeterpunten)."
    )
    assert bewijsletters(METINGEN.iloc[:2]) == [("T", "volledige toets"), ("H", "hertoets van de verbeterpunten")]
