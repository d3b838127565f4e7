"""The page Logboek, and the lines that the buttons and commands of an export leave behind."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager

from data.fouten import LogboekDicht
from data.logboek import logboek
from data.logboek.logboek import Gebeurtenis, Regel, lees, schrijf
from data.logboek.verantwoorden import MOMENT
from pagina._logboek.regels import OUDER, WOORDEN, Keuze, tabel
from pagina.delen import toegang, verantwoord
from pagina.delen.toegang import Gebruiker, Rol
from pagina.uitvoer.__main__ import main
from tests.pagina.conftest import Open, alles, gezond, waarden


@pytest.fixture
def pad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of an audit trail that has no line yet, beside a store without leveringen."""
    (tmp_path / "leveringen").mkdir()
    monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(tmp_path / "leveringen"))
    monkeypatch.setenv("VERBETERPUNTEN_LOGBOEK", str(tmp_path / "logboek"))
    return logboek.bestand()


@pytest.fixture
def gevuld(pad: Path) -> Path:
    """Three lines: two exports by different people, and a plan that came to nothing."""
    selectie = {"Kader": "GGSR beleid", "Gemeente": "Alkmaar"}
    van_export = {"formaat": "ods", "selectie": selectie, "datasetversie": "0123456789ab", "exportnummer": "a-b-c"}
    schrijf(
        Gebeurtenis("geëxporteerd", "kamerbrief", "p.puk@inspectie.example", "lezer", van_export | {"concept": True})
    )
    schrijf(Gebeurtenis("geëxporteerd", "stand", "", "", {"formaat": "csv-rfc4180"}))
    plan = {"wat": "vervangen", "levering": "alkmaar-2015-2", "controlegetal": "ab" * 32, "reden": "typefout"}
    schrijf(Gebeurtenis("voornemen", "alkmaar-2015", "j.mug@inspectie.example", "redacteur", plan))
    return pad


def test_de_pagina_toont_elke_regel_de_nieuwste_eerst_en_het_oordeel(open_pagina: Open, gevuld: Path) -> None:
    app = open_pagina("logboek")
    (lijst,) = app.dataframe
    # the plan is known to have come to nothing as soon as the page is read: no such levering is here
    assert lijst.value[["Wie", "Wat", "Waarover", "Regel"]].values.tolist() == [
        ["j.mug@inspectie.example (redacteur)", "niet doorgegaan", "alkmaar-2015", 4],
        ["niet aangemeld", "geëxporteerd", "stand", 2],
        ["p.puk@inspectie.example (lezer)", "geëxporteerd", "kamerbrief", 1],
    ]
    assert lijst.value[["Gemeente", "Rapport", "Datasetversie"]].values.tolist() == [
        ["onbekend", "onbekend", ""],  # nothing came of it, and of what it was about nothing is here
        ["", "", ""],
        ["", "", "0123456789ab"],
    ]
    assert lijst.value["Bijzonderheden"].tolist() == [
        "met levering alkmaar-2015-2; reden: typefout; vervangen",
        "csv-rfc4180",
        "ods; Kader: GGSR beleid; Gemeente: Alkmaar; telt ook mee wat nog niet openbaar is",
    ]
    assert waarden(app.success) == ["Het logboek is heel: 4 regels. Er is niets aan veranderd."]
    assert (
        "3 van de 4 regels, de nieuwste eerst. De andere valt buiten uw keuze: ‘was van plan’ (1 regel) staat er "
        "alleen bij als u dat bij ‘Wat’ kiest. Tijden zijn die van Nederland."
    ) in waarden(app.markdown)
    assert lees().laatste_som in alles(app)
    assert OUDER in waarden(app.markdown)  # what ‘onbekend’ means


@pytest.mark.parametrize(
    ("link", "regels", "zin"),
    [
        ({"wat": "geëxporteerd"}, [2, 1], "2 van de 4 regels, de nieuwste eerst. De andere 2 vallen buiten uw keuze."),
        ({"wat": [*WOORDEN.values()]}, [4, 3, 2, 1], "4 regels, de nieuwste eerst."),
        (
            {"tot": "2020-01-01", "van": "2019-01-01"},
            [],
            "0 van de 4 regels, de nieuwste eerst. De andere 4 vallen buiten uw keuze: ‘was van plan’ (1 regel) "
            "staat er alleen bij als u dat bij ‘Wat’ kiest.",
        ),
    ],
)
def test_wat_en_wanneer_staan_in_de_link(
    open_pagina: Open, gevuld: Path, link: dict[str, str | list[str]], regels: list[int], zin: str
) -> None:
    app = open_pagina("logboek", **link)
    assert [int(nr) for deel in app.dataframe for nr in deel.value["Regel"]] == regels
    assert f"{zin} Tijden zijn die van Nederland." in waarden(app.markdown)


def test_wie_wordt_gekozen_maar_staat_niet_in_de_link(open_pagina: Open, gevuld: Path) -> None:
    app = open_pagina("logboek")
    (wie,) = [veld for veld in app.multiselect if veld.label == "Wie"]
    assert list(wie.options) == ["j.mug@inspectie.example", "niet aangemeld", "p.puk@inspectie.example"]
    gezond(wie.select("niet aangemeld").run())
    assert app.dataframe[0].value["Waarover"].tolist() == ["stand"]
    assert not {"logboek-wie", "wie"} & set(app.query_params)


def _daad(soort: str, gemeenten: list[str], **gegevens: object) -> Gebeurtenis:
    rapport = {"uitgever": "STJ", "gepubliceerd": "2015-06", "kaders": ["GGSR beleid", "GGSR casus"]}
    over = {"gemeenten": gemeenten, "rapporten": [rapport] if gemeenten else []}
    return Gebeurtenis(soort, "x-2015", "Piet", "beheerder", {"levering": "x-2015", **over, **gegevens})


@pytest.fixture
def daden(gevuld: Path) -> Path:
    """What was done to leveringen, after the three lines of before."""
    versies = {"datasetversie": "aaaaaaaaaaaa", "datasetversie_met_concept": "bbbbbbbbbbbb"}
    schrijf(_daad("aanvaard", ["Alkmaar", "Zwolle"], **versies))
    schrijf(_daad("aanvaard", ["Zwolle"], **versies, concept=True))
    schrijf(_daad("ingetrokken", ["Alkmaar"], reden="dubbel"))
    schrijf(_daad("vervangen", [], **versies | {"datasetversie_met_concept": "aaaaaaaaaaaa"}))
    return gevuld


def test_een_daad_noemt_gemeente_rapport_en_datasetversie(open_pagina: Open, daden: Path) -> None:
    (lijst,) = open_pagina("logboek", wat=["aanvaard", "ingetrokken", "vervangen"]).dataframe
    assert list(lijst.value)[:6] == ["Wanneer", "Wie", "Wat", "Gemeente", "Rapport", "Waarover"]
    rapport = "STJ, GGSR beleid, GGSR casus, juni 2015"
    assert lijst.value[["Wat", "Gemeente", "Rapport", "Datasetversie"]].values.tolist() == [
        ["vervangen", "geen gemeente", "geen rapport", "aaaaaaaaaaaa"],
        ["ingetrokken", "Alkmaar", rapport, "niet vastgelegd"],
        ["aanvaard", "Zwolle", rapport, "bbbbbbbbbbbb"],  # a concept counts in nothing else
        ["aanvaard", "Alkmaar, Zwolle", rapport, "aaaaaaaaaaaa"],
    ]
    assert lijst.value["Bijzonderheden"].tolist() == [
        "",
        "reden: dubbel",
        "concept",
        "datasetversie met concepten: bbbbbbbbbbbb",
    ]


def test_wie_het_rapport_van_een_gemeente_introk_is_te_vinden(open_pagina: Open, daden: Path) -> None:
    """By a link too. What could be about it as well, and is not shown, is told."""
    app = open_pagina("logboek", over="Alkmaar")
    assert app.dataframe[0].value[["Wie", "Wat"]].values.tolist() == [
        ["Piet (beheerder)", "ingetrokken"],
        ["Piet (beheerder)", "aanvaard"],
    ]
    (keuze,) = [veld for veld in app.multiselect if veld.label == "Gemeente"]
    assert list(keuze.options) == ["Alkmaar", "Zwolle"]
    # of the eight lines: two shown, the plan, its outcome of which nothing is known, two exports, two others
    assert (
        "2 van de 8 regels, de nieuwste eerst. De andere 6 vallen buiten uw keuze: ‘was van plan’ (1 regel) staat er "
        "alleen bij als u dat bij ‘Wat’ kiest. Van 1 regel is de gemeente onbekend; die staat er niet bij. Een export "
        "staat er dan niet bij: welke gemeente daarin is gekozen, staat bij ‘Bijzonderheden’. Tijden zijn die van "
        "Nederland."
    ) in waarden(app.markdown)


def test_het_bestand_heeft_dezelfde_kolommen(
    open_pagina: Open, daden: Path, klik: dict[str, Callable[[], bytes]]
) -> None:
    app = open_pagina("logboek", over="Alkmaar")
    inhoud = next(maak for naam, maak in klik.items() if naam.startswith("logboek_") and naam.endswith("rfc4180.csv"))()
    eerste, _ = csv.DictReader(io.StringIO(inhoud.decode(), newline=""))
    kolommen = list(app.dataframe[0].value)
    assert list(eerste)[: len(kolommen)] == kolommen
    assert [eerste[kolom] for kolom in ("Wat", "Gemeente", "Datasetversie")] == [
        "ingetrokken",
        "Alkmaar",
        "niet vastgelegd",
    ]


def test_een_dag_die_er_geen_is_wordt_genoemd(open_pagina: Open, gevuld: Path) -> None:
    app = open_pagina("logboek", van="gisteren")
    zin = (
        "De keuze ‘gisteren’ in de link voor ‘Van’ telt niet mee. Kies één dag van 1900 tot en met 2099, geschreven als"
    )
    assert f"{zin} 2018-03-01." in waarden(app.warning)


def test_de_pagina_zegt_vanaf_welke_regel_het_niet_klopt(open_pagina: Open, gevuld: Path) -> None:
    gevuld.write_bytes(gevuld.read_bytes().replace(b"GGSR beleid", b"GGSR casus "))
    app = open_pagina("logboek")
    assert "Het logboek klopt niet vanaf regel 1." in alles(app)
    assert "Regel 1 is veranderd nadat zij is geschreven." in alles(app)
    assert not app.success


def test_een_logboek_dat_niet_te_lezen_is(open_pagina: Open, pad: Path) -> None:
    pad.mkdir(parents=True)
    assert f"Het logboek {pad} is niet te lezen" in alles(open_pagina("logboek"))


def test_dagen_zijn_die_van_nederland() -> None:
    """Half past eleven at night on 31 December, UTC, is New Year's Day in the Netherlands."""
    regel = Regel(1, datetime(2025, 12, 31, 23, 30, tzinfo=UTC), Gebeurtenis("aanvaard", "x"), "", "")
    nieuwjaar = date(2026, 1, 1)
    assert Keuze(None, None, nieuwjaar, nieuwjaar).telt(regel)
    assert not Keuze(None, None, None, date(2025, 12, 31)).telt(regel)
    assert tabel([regel])["wanneer"].tolist() == ["2026-01-01 00:30:00"]


@pytest.mark.parametrize(
    ("moment", "wanneer"),
    [
        ("2026-11-23T03:18:52+01:00", "2026-11-23 03:18:52"),
        ("", "2026-11-23 03:19:00"),
        ("gisteren", "2026-11-23 03:19:00"),
    ],
)
def test_een_daad_heeft_de_tijd_van_haar_levering(moment: str, wanneer: str) -> None:
    """The line is written when the levering was tried out, seconds later: that may be another minute."""
    wat = Gebeurtenis("ingetrokken", "x", gegevens={MOMENT: moment})
    regel = Regel(1, datetime(2026, 11, 23, 2, 19, tzinfo=UTC), wat, "", "")
    assert tabel([regel])["wanneer"].tolist() == [wanneer]


# --- exports through pages --------------------------------------------------------------------------------------------


@pytest.fixture
def klik(monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[], bytes]]:
    """What the server makes at the click, by the file's name, of the buttons of the page that is opened next."""
    gemaakt: dict[str, Callable[[], bytes]] = {}

    def erbij(
        zelf: MediaFileManager, maak: Callable[[], bytes], mimetype: str | None, coordinates: str, **rest: str | None
    ) -> str:
        gemaakt[str(rest["file_name"])] = maak
        return echt(zelf, maak, mimetype, coordinates, **rest)  # type: ignore[arg-type]

    echt = MediaFileManager.add_deferred
    monkeypatch.setattr(MediaFileManager, "add_deferred", erbij)
    return gemaakt


def test_een_download_staat_in_het_logboek_met_keuze_versie_en_nummer(
    open_pagina: Open, pad: Path, klik: dict[str, Callable[[], bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    lezer = Gebruiker("Piet Puk", "p.puk@inspectie.example", Rol.LEZER)
    monkeypatch.setattr(verantwoord, "gebruiker", lambda: lezer)
    open_pagina("opvolging", weergave="Tabel", gemeente="Alkmaar")
    assert lees().regels == ()  # to look is not to take along
    inhoud = next(maak for naam, maak in klik.items() if naam.endswith("_rfc4180.csv"))()
    (rij, *_) = csv.DictReader(io.StringIO(inhoud.decode(), newline=""))
    (regel,) = lees().regels
    assert (regel.wat.soort, regel.wat.waarover) == ("geëxporteerd", "opvolging_tabel")
    assert (regel.wat.door, regel.wat.rol) == ("p.puk@inspectie.example", "lezer")
    assert regel.wat.gegevens["formaat"] == "csv-rfc4180"
    assert regel.wat.gegevens["exportnummer"] == rij["Herkomst: exportnummer"]
    assert regel.wat.gegevens["datasetversie"] == rij["Herkomst: datasetversie"]
    assert regel.wat.gegevens["selectie"]["Gemeente"] == "Alkmaar"
    assert regel.wat.gegevens["concept"] is False


@pytest.mark.parametrize(
    ("bladzijde", "link", "begin", "vraag", "formaat"),
    [
        ("bronnen", {}, "rapporten_", "pagina", "csv-excel-nl"),
        ("kamerbrief", {}, "opvolging-van-verbeterpunten", "kamerbrief", "ods"),
        ("gemeente", {"gemeente": "Zwolle"}, "bezoekblad-zwolle", "bezoekblad", "html"),
        ("logboek", {}, "logboek_", "pagina", "csv-excel-nl"),
    ],
)
def test_elke_soort_knop_laat_een_regel_achter(
    open_pagina: Open,
    gevuld: Path,
    klik: dict[str, Callable[[], bytes]],
    bladzijde: str,
    link: dict[str, str],
    begin: str,
    vraag: str,
    formaat: str,
) -> None:
    open_pagina(bladzijde, **link)
    einde = {"csv-excel-nl": "excel-nl.csv"}.get(formaat, formaat)
    next(maak for naam, maak in klik.items() if naam.startswith(begin) and naam.endswith(einde))()
    laatste = lees().regels[-1].wat
    assert (laatste.soort, laatste.waarover, laatste.gegevens["formaat"]) == ("geëxporteerd", vraag, formaat)


def test_wie_niet_meer_is_ingelogd_krijgt_geen_bestand_en_geen_regel(
    pad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toegang, "aanmelding", lambda: {"client_id": "verbeterpunten"})
    monkeypatch.setattr(toegang, "_claims", dict)
    haal = verantwoord.met_regel(lambda: pytest.fail("het bestand wordt niet gemaakt"), "ods")
    with pytest.raises(toegang.NietToegestaan):
        haal()
    assert lees().regels == ()


def test_zonder_regel_geen_bestand(open_pagina: Open, pad: Path, klik: dict[str, Callable[[], bytes]]) -> None:
    open_pagina("bronnen")
    pad.mkdir(parents=True)  # a folder in the place of the file: no line can be written
    with pytest.raises(LogboekDicht):
        next(iter(klik.values()))()


# --- exports through commands -----------------------------------------------------------------------------------------


def _exporteer(map_: Path, *woorden: str) -> int:
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("VERBETERPUNTEN_MAP", str(map_))
        return main(list(woorden))


def test_een_opdracht_laat_een_regel_achter(geleverd_map: Path, pad: Path, tmp_path: Path) -> None:
    doel = tmp_path / "stand.csv"
    assert _exporteer(geleverd_map, "stand", "--formaat", "csv-rfc4180", "--naar", str(doel), "--door", " Jan ") == 0
    (regel,) = lees().regels
    assert (regel.wat.waarover, regel.wat.door, regel.wat.rol) == ("stand", "Jan", "opdracht")
    rij = next(csv.DictReader(io.StringIO(doel.read_text(encoding="utf-8"))))
    assert regel.wat.gegevens["exportnummer"] == rij["Herkomst: exportnummer"]


def test_zonder_naam_staat_er_hoe_de_computer_hem_kent(
    geleverd_map: Path, pad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "jmug")
    assert _exporteer(geleverd_map, "stand", "--naar", str(tmp_path / "stand.csv"), "--formaat", "csv-rfc4180") == 0
    assert (lees().regels[0].wat.door, lees().regels[0].wat.gegevens["formaat"]) == ("jmug", "csv-rfc4180")

    def niemand() -> str:
        raise KeyError("uid 1234")

    monkeypatch.setattr("getpass.getuser", niemand)
    assert _exporteer(geleverd_map, "stand", "--naar", str(tmp_path / "stand.csv"), "--formaat", "csv-rfc4180") == 0
    assert (lees().regels[1].wat.door, lees().regels[1].wat.rol) == ("", "opdracht")


@pytest.mark.parametrize("opdracht", [["stand", "--formaat", "ods"], ["open-data"]])
def test_een_opdracht_zonder_regel_maakt_geen_bestand(
    geleverd_map: Path,
    pad: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    opdracht: list[str],
) -> None:
    monkeypatch.setattr("pagina.uitvoer.opendata.map._vul", lambda *_: None)  # what is in it, other tests hold
    pad.mkdir(parents=True)
    doel = tmp_path / "doel"
    assert _exporteer(geleverd_map, *opdracht, "--naar", str(doel), "--door", "Jan") == 1
    assert capsys.readouterr().err.startswith("Er is niets gedaan, want het logboek in ")
    assert sorted(naam.name for naam in tmp_path.iterdir()) == ["leveringen", "logboek"]
    pad.rmdir()
    assert _exporteer(geleverd_map, *opdracht, "--naar", str(doel), "--door", "Jan") == 0
    (regel,) = lees().regels
    assert (regel.wat.waarover, regel.wat.door, regel.wat.gegevens["concept"]) == (opdracht[0], "Jan", False)
