"""`controleer`: what was altered is found, what changed since is put down to the levering or the method that did it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

import queries
from data.aanvaarding.wijzigen import schrijf_levering
from data.afleiding.methode import METHODEVERSIE
from data.bouw.bouwen import bouw
from data.instellingen import PRODUCT
from pagina._kamerbrief.controle import SOORTEN
from pagina.uitvoer.__main__ import main
from pagina.uitvoer.brief.keuze import Keuze
from pagina.uitvoer.brief.samenstellen import stel_samen
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Kolom
from pagina.uitvoer.opdrachten._controle.lezen import formaat_van
from pagina.uitvoer.opdrachten._controle.vergelijken import Blad, Herkenning, herkenning, vergelijk
from pagina.uitvoer.vormen.formaten import FORMATEN, schrijf
from tests.data.bouwdoos import Doos
from tests.data.winkeldoos import Winkeldoos, vervolg
from tests.pagina.conftest import gezond
from tests.pagina.uitvoer.test_zelfde_bytes import MET_FIGUUR
from tests.pagina.uitvoer.voorbeeld import STUK

#: What a check came to: exit status and what it said.
Uitkomst = tuple[int, str]
Roep = Callable[..., Uitkomst]


@pytest.fixture(scope="module")
def proef(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the untouched small set."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr("data.bouw.bouwen.NASLAG", ())
        doos = Doos(tmp_path_factory.mktemp("proef"))
        return bouw([doos.map], naar=doos.database).bestand


@pytest.fixture
def winkel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proef: Path) -> Winkeldoos:
    """A store with the small set, in a product that has no lists of its own; all of it fictional."""
    monkeypatch.chdir(tmp_path)
    return Winkeldoos(tmp_path, monkeypatch, proef)


@pytest.fixture
def roep(capsys: pytest.CaptureFixture[str]) -> Roep:
    """Calls the command line; gives the exit status and everything that was said."""

    def roep_(*woorden: str) -> Uitkomst:
        capsys.readouterr()
        status = main(list(woorden))
        gezegd = capsys.readouterr()
        return status, gezegd.out + gezegd.err

    return roep_


def verander_csv(pad: Path, oud: str, nieuw: str) -> None:
    """Change one text in a file, as with an editor."""
    tekst = pad.read_bytes().decode()
    assert tekst.count(oud) == 1, tekst
    pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8", newline="")


def verander_herkomst(pad: Path, **velden: object) -> None:
    """Change what herkomst.json in a zip says."""
    with zipfile.ZipFile(pad) as zip_:
        delen = {naam: zip_.read(naam) for naam in zip_.namelist()}
    delen["herkomst.json"] = json.dumps(json.loads(delen["herkomst.json"]) | velden).encode()
    with zipfile.ZipFile(pad, "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)


# --- the file itself -----------------------------------------------------------------------------------------------


def test_een_veranderde_cel(winkel: Winkeldoos, roep: Roep) -> None:
    """i1 was a verbeterpunt in 2013 and voldoet in 2014: opgepakt. Who changes that is told which cell it was."""
    assert roep("opvolging_tabel", "--kader", "proef", "--formaat", "csv-rfc4180", "--naar", "t.csv")[0] == 0
    verander_csv(Path("t.csv"), ",opgepakt,", ",niet opgepakt,")
    status, gezegd = roep("controleer", "t.csv")
    assert status == 1
    assert "Nee. 1 cel is veranderd na de export in het bestand zelf: feiten en methode zijn gelijk." in gezegd
    assert "; Status: opgepakt → niet opgepakt" in gezegd
    assert "2. Zijn het nog dezelfde cijfers met wat nu bekend is" in gezegd
    assert gezegd.endswith("   Ja, elke cel.\n\nNiet alles is gelijk.\n")


def test_een_rij_weg_en_een_andere_volgorde(winkel: Winkeldoos, roep: Roep) -> None:
    """Rows are known by what they are: sorted otherwise they are the same, and the one that is gone is named."""
    assert roep("stand", "--formaat", "csv-rfc4180", "--naar", "t.csv")[0] == 0
    kop, een, twee = Path("t.csv").read_text(encoding="utf-8").splitlines()
    Path("t.csv").write_text(f"{kop}\r\n{twee}\r\n{een}\r\n", encoding="utf-8", newline="")
    status, gezegd = roep("controleer", "t.csv")
    assert status == 0
    assert "Ja, elke cel. De opmaak of de tekst eromheen is wel anders" in gezegd
    Path("t.csv").write_text(f"{kop}\r\n{twee}\r\n", encoding="utf-8", newline="")
    status, gezegd = roep("controleer", "t.csv")
    assert status == 1
    assert "1 rij is veranderd na de export" in gezegd
    assert "Indicator een: deze rij is weg" in gezegd


VERANDERD: list[tuple[dict[str, Any], str]] = [
    ({"exportnummer": "aaaaa-bbbbb-ccccc"}, "klopt NIET bij de selectie en de versies"),
    ({"selectie": {"Kader": "Alles"}}, "over de selectie, is na de export veranderd"),
    ({"kennisdatum": "2020-01-01"}, "over de kennisdatum, is na de export veranderd"),
    ({"datasetversie": "000000000000"}, "Niet te controleren. Datasetversie 000000000000 is niet te maken"),
    ({"vraag": "../../etc/passwd"}, "De vraag ‘../../etc/passwd’ bestaat niet."),
    ({"vraag": "bekijk", "parameters": {"view": "opslag.oordeel"}}, "De vraag ‘bekijk’ bestaat niet."),
    ({"parameters": {"kader": "proef"}}, "De selectie in dit bestand past niet bij de vraag ‘open_nu’."),
    ({"parameters": {"kader": {"a": 1}}}, "Wat in dit bestand staat over de selectie, is niet te lezen."),
    ({"vraag": 3}, "Wat in dit bestand staat over de selectie, is niet te lezen."),
    ({"methodeversie": None}, "In t.csv.zip staat niet waar de cijfers vandaan komen"),
]


def test_een_veranderde_herkomst(winkel: Winkeldoos, roep: Roep) -> None:
    """What a file says of its origin is checked, and never trusted for a path or a query."""
    assert roep("open_nu", "--formaat", "csv", "--naar", "t.csv.zip")[0] == 0
    inhoud = Path("t.csv.zip").read_bytes()
    for velden, zin in VERANDERD:
        Path("t.csv.zip").write_bytes(inhoud)
        verander_herkomst(Path("t.csv.zip"), **velden)
        status, gezegd = roep("controleer", "t.csv.zip")
        assert (status, zin in gezegd) == (1, True), gezegd


OPDRACHTEN = [
    ("rm -rf /", "De opdracht die in dit bestand staat, is niet te lezen."),
    ("python -m pagina.uitvoer --help", "De opdracht die in dit bestand staat, is niet te lezen."),
    ("python -m pagina.uitvoer cel --kader proef", "‘cel’ vraagt"),
]


def test_een_opdracht_wordt_gelezen_en_nooit_uitgevoerd(winkel: Winkeldoos, roep: Roep) -> None:
    """Of a plain CSV the question stands in a command."""
    assert roep("open_nu", "--formaat", "csv-excel-nl", "--naar", "t.csv")[0] == 0
    echt = f"python -m pagina.uitvoer open_nu --formaat csv-excel-nl --versie {queries.bron().datasetversie}"
    tekst = Path("t.csv").read_text(encoding="utf-8-sig")
    assert echt in tekst
    for opdracht, zin in OPDRACHTEN:
        Path("t.csv").write_text(tekst.replace(echt, opdracht), encoding="utf-8-sig", newline="")
        status, gezegd = roep("controleer", "t.csv")
        assert (status, zin in gezegd) == (1, True), gezegd


VREEMD = [
    (b"", "t.ods is geen bestand van dit product"),
    (b"a,b\r\n1,2\r\n", "t.ods is geen bestand van dit product"),
    (b"\xff\xfe\x00", "t.ods is geen bestand van dit product"),
    (b"PK\x03\x04 en dan niets", "t.ods is beschadigd en niet te lezen.\n"),
    (b"\x89PNG\r\n\x1a\n en dan niets", "t.ods"),
    (b"<svg", "t.ods"),
]


def test_wat_geen_bestand_van_ons_is(winkel: Winkeldoos, roep: Roep) -> None:
    for inhoud, zin in VREEMD:
        Path("t.ods").write_bytes(inhoud)
        status, gezegd = roep("controleer", "t.ods")
        assert (status, gezegd.count("\n"), zin in gezegd) == (1, 1, True), gezegd


def test_een_bestand_dat_er_niet_is(winkel: Winkeldoos, roep: Roep) -> None:
    assert roep("controleer", "weg.ods") == (1, "Het bestand of de map is er niet: weg.ods.\n")


def oude_link_nog_goed(toen: Stuk, kader: str) -> None:
    """The link of an older letter still opens its figures, with a warning that newer ones exist."""
    nu_anders = stel_samen(queries.bron(), Keuze((kader,), verloop=True), adres="http://dashboard.test")
    assert nu_anders.onderdelen[0].alineas != toen.onderdelen[0].alineas
    gelezen, gewaarschuwd = op_de_pagina(toen.herkomst.link)
    assert toen.onderdelen[0].alineas[0] in gelezen
    assert nu_anders.onderdelen[0].alineas[0] not in gelezen
    assert toen.herkomst.exportnummer in gelezen
    assert toen.herkomst.datasetversie in gewaarschuwd


def op_de_pagina(link: str) -> tuple[str, str]:
    """What the page of a printed link says, and its warnings."""
    app = AppTest.from_file(str(PRODUCT / "dashboard.py"), default_timeout=60).switch_page("pagina/kamerbrief.py")
    for sleutel, waarde in parse_qs(urlsplit(link).query).items():
        app.query_params[sleutel] = waarde
    html = " ".join(str(deel.proto.body) for deel in gezond(app.run()).get("html"))
    return unescape(html), " ".join(waarschuwing.value for waarschuwing in app.warning)


# --- what is known now ---------------------------------------------------------------------------------------------


def test_een_nieuwe_levering_wordt_genoemd(winkel: Winkeldoos, roep: Roep) -> None:
    """i2 voldeed in 2013 and nobody looked in 2014; in 2016 it is a verbeterpunt, told by the levering `vervolg`.

    A levering that says nothing of it comes between, and is not named.
    """
    assert roep("stand", "--formaat", "ods", "--naar", "t.ods")[0] == 0
    kader = next(str(rij.kader_id) for rij in queries.bron().vraag("kaders").itertuples() if rij.oordelen)
    toen = stel_samen(queries.bron(), Keuze((kader,), verloop=True), adres="http://dashboard.test")
    with winkel.zonder_bouwen():
        winkel.op(2)
        leeg = {"levering": [{"levering_id": "tussendoor", "fictief": "ja"}]}
        leeg["rapporten"] = [{**vervolg()["rapporten"][0], "rapport_id": "rap-9", "titel": "Rapport negen"}]
        schrijf_levering(leeg, door="i")
    winkel.op(3)
    schrijf_levering(vervolg(uitkomst="verbeterpunt"), door="i")
    status, gezegd = roep("controleer", "t.ods")
    assert status == 1
    eerst, nu = gezegd.split("2. Zijn het nog dezelfde cijfers")
    assert "Ja. Het bestand is byte voor byte gelijk aan wat nu opnieuw is gemaakt." in eerst
    assert "Uitkomst: voldoet → verbeterpunt" in nu
    assert "Peiljaar: 2013 → 2016" in nu
    assert "Door levering vervolg (aanvaard op 3 maart 2026):" in nu
    assert "tussendoor" not in nu
    assert "Indicator een" not in nu
    uitkomst = json.loads(roep("controleer", "t.ods", "--json")[1])
    (oorzaak,) = uitkomst["nu"]["oorzaken"]
    assert [levering["levering_id"] for levering in oorzaak["leveringen"]] == ["vervolg"]
    assert oorzaak["cellen"] == uitkomst["nu"]["cellen"]
    # the file can be made again as it was
    assert roep("stand", "--versie", uitkomst["datasetversie"], "--formaat", "ods", "--naar", "weer.ods")[0] == 0
    assert Path("weer.ods").read_bytes() == Path("t.ods").read_bytes()
    oude_link_nog_goed(toen, kader)


def test_een_andere_methode(winkel: Winkeldoos, roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure that comes out otherwise by another method is put down to the method, not to who kept the file."""
    assert roep("open_nu", "--formaat", "csv-rfc4180", "--naar", "t.csv")[0] == 0
    verander_csv(Path("t.csv"), "\r\nproef,0,0,2,", "\r\nproef,1,0,2,")
    monkeypatch.setattr(queries.bron(), "methodeversie", "later")
    status, gezegd = roep("controleer", "t.csv")
    assert status == 1
    assert f"1 cel is veranderd door de methode (het bestand: versie {METHODEVERSIE}, nu: versie later)." in gezegd
    assert "Open: 1 → 0" in gezegd
    assert "(klopt bij de selectie en de versies)" in gezegd


# --- comparing -----------------------------------------------------------------------------------------------------

KOLOMMEN = (
    Kolom("gemeente", "Gemeente", "", "tekst"),
    Kolom("gemeente_code", "CBS-code", "", "tekst"),
    Kolom("jaar_van", "Jaar van", "", "jaar"),
    Kolom("jaar_naar", "Jaar naar", "", "jaar"),
    Kolom("opgepakt", "Opgepakt", "", "getal"),
)
KOPPEN = tuple(kolom.kop for kolom in KOLOMMEN)


def test_rijen_worden_herkend_aan_hun_codes() -> None:
    """By code and year: another name, a later test and another figure are changes in the same row."""
    oud = Blad(KOPPEN, [("Nergens", "FG1", "2013", "", "0"), ("Nergens", "FG1", "2014", "", "3")])
    nieuw = Blad(KOPPEN, [("Overal", "FG1", "2013", "2015", "2"), ("Ergens", "FG2", "2013", "", "1")])
    rij = herkenning(KOLOMMEN, oud, nieuw)
    assert rij == Herkenning(sleutel=(1, 2), toon=(0, 2))
    assert [een.zin for een in vergelijk(oud, nieuw, rij)] == [
        "Gemeente Nergens, Jaar van 2013; Gemeente: Nergens → Overal",
        "Gemeente Nergens, Jaar van 2013; Jaar naar: (leeg) → 2015",
        "Gemeente Nergens, Jaar van 2013; Opgepakt: 0 → 2",
        "Gemeente Nergens, Jaar van 2014: deze rij is weg",
        "Gemeente Ergens, Jaar van 2013: deze rij is erbij gekomen",
    ]


def test_rijen_die_gelijk_zijn_tellen_elk() -> None:
    een = ("Nergens", "FG1", "2013", "", "0")
    oud, nieuw = Blad(KOPPEN, [een, een]), Blad(KOPPEN, [een])
    rij = herkenning(KOLOMMEN, oud, nieuw)
    assert [verschil.naar for verschil in vergelijk(oud, nieuw, rij)] == [""]
    assert vergelijk(oud, oud, rij) == []


def test_de_enige_rij_heeft_geen_sleutel_nodig() -> None:
    oud, nieuw = Blad(KOPPEN, [("A", "", "", "", "1")]), Blad(KOPPEN, [("A", "", "", "", "2")])
    rij = herkenning(KOLOMMEN, oud, nieuw)
    assert rij == Herkenning((), ())
    assert [een.zin for een in vergelijk(oud, nieuw, rij)] == ["de enige rij; Opgepakt: 1 → 2"]


@pytest.mark.parametrize("formaat", sorted(set(FORMATEN) - MET_FIGUUR))
def test_elk_formaat_wordt_herkend_aan_wat_het_zelf_zegt(tmp_path: Path, formaat: str) -> None:
    pad = tmp_path / "naamloos"
    with pad.open("wb") as naar:
        schrijf(STUK, formaat, naar)
    assert formaat_van(pad) == formaat


def test_wat_het_eerst_staat_beslist(tmp_path: Path) -> None:
    pad = tmp_path / "plaat"
    pad.write_bytes(b"\x89PNG\r\n\x1a\n een verhaal over <svg")
    assert formaat_van(pad) == "png"
    pad.write_bytes(b"<?xml?><svg>\x89PNG\r\n")
    assert formaat_van(pad) == "svg"


def test_de_pagina_neemt_elk_formaat_aan() -> None:
    assert sorted(SOORTEN) == ["csv", "docx", "ods", "png", "svg", "xlsx", "zip"]
