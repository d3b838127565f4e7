"""The command line: words and codes, files in every format, refusals in Dutch, exit statuses."""

from __future__ import annotations

import importlib
import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from data.afleiding.methode import METHODEVERSIE
from data.bouw.bouwen import bouw
from pagina.uitvoer.__main__ import main
from pagina.uitvoer.inhoud.stuk_van import stuk_van
from pagina.uitvoer.inhoud.velden import NAUWER, VELDEN
from pagina.uitvoer.opdrachten.vragen import GEEN_VRAAG, vragen
from pagina.uitvoer.vormen import formaten
from pagina.uitvoer.vormen.formaten import FORMATEN
from queries import bron
from queries.lijst import vragen as queries
from tests.geleverd import VIER

#: What a call came to: exit status, what was printed, what was said on stderr.
Uitkomst = tuple[int, str, str]
Roep = Callable[..., Uitkomst]


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the database of the four shipped rapporten."""
    map_ = tmp_path_factory.mktemp("opdracht")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("VERBETERPUNTEN_MAP", str(map_))
        bouw(VIER)
    return map_


@pytest.fixture
def roep(
    gebouwd: Path,
    onthouden: None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Roep:
    """Calls the command line as `python -m pagina.uitvoer …`, in an empty folder."""
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(gebouwd))
    monkeypatch.chdir(tmp_path)

    def roep_(*woorden: str) -> Uitkomst:
        capsys.readouterr()
        try:
            status = main(list(woorden))
        except SystemExit as einde:  # argparse leaves by itself
            status = int(str(einde.code))
        gezegd = capsys.readouterr()
        return status, gezegd.out, gezegd.err

    return roep_


def cellen(bestand: str, formaat: str) -> list[list[Any]]:
    module = importlib.import_module(f"pagina.uitvoer.vormen.{FORMATEN[formaat].maker.split(':')[0]}")
    return [list(rij) for rij in module.lees_tabel(Path(bestand))]


def herkomst(bestand: str, formaat: str = "ods") -> dict[str, Any]:
    module = importlib.import_module(f"pagina.uitvoer.vormen.{FORMATEN[formaat].maker.split(':')[0]}")
    gelezen: dict[str, Any] = module.lees_herkomst(Path(bestand))
    return gelezen


# --- files ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("formaat", ["ods", "xlsx", "csv", "csv-excel-nl", "csv-rfc4180"])
def test_een_tabel_in_elk_formaat(roep: Roep, formaat: str) -> None:
    """The known answer of GGSR beleid 2013 → 2014: 16 found, 15 assessed, 10 picked up, all told; and `controleer`."""
    naam = f"t{FORMATEN[formaat].uitgang}"
    assert roep("totalen", "--formaat", formaat, "--naar", naam)[0] == 0
    koppen, rij = cellen(naam, formaat)
    antwoord = {kop: int(cel) for kop, cel in zip(koppen, rij, strict=True)}
    assert antwoord["Verbeterpunten vastgesteld"] == 16
    assert antwoord["Later beoordeeld"] == 15
    assert antwoord["Opgepakt"] == 10
    assert antwoord["Opgepakt, volgens de gemeente zelf"] == 10
    assert antwoord["Niet opgepakt"] == 5
    assert antwoord["Niet beoordeeld"] == 1
    assert f"--formaat {formaat} --versie {bron().datasetversie}" in herkomst(naam, formaat)["opdracht"]
    status, gezegd, _ = roep("controleer", naam)
    assert status == 0
    assert "byte voor byte gelijk" in gezegd
    assert gezegd.endswith("Alles is gelijk.\n")


def test_een_brief_met_een_figuur(roep: Roep) -> None:
    formaat = "docx"
    naam = f"k{FORMATEN[formaat].uitgang}"
    keuze = ["--kader", "GGSR beleid", "--periode", "2013 → 2014", "--gemeente", "Alkmaar"]
    assert roep("kamerbrief", *keuze, "--formaat", formaat, "--naar", naam)[0] == 0
    parameters = herkomst(naam, formaat)["parameters"]
    assert parameters["kaders"] == ["ggsr-beleid"]
    assert parameters["periodes"] == ["2013-2014"]
    assert parameters["gemeenten"] == ["GM0361"]
    status, gezegd, _ = roep("controleer", naam)
    assert (status, "byte voor byte gelijk" in gezegd) == (0, True)


def test_de_opdracht_in_een_bestand_maakt_het_opnieuw(roep: Roep) -> None:
    """Words with blanks and arrows too; it needs no name for the file."""
    keuze = ["--thema", "De aanpak", "--periode", "2013 → 2014", "--bewijs", "mondelinge_rapportage"]
    for nr, vraag in enumerate(["kamerbrief", "opvolging_tabel"]):
        status, gezegd, _ = roep(vraag, *keuze, "--formaat", "csv")
        assert status == 0
        (eerste,) = [pad for pad in Path().iterdir() if pad.suffix == ".zip"]
        inhoud = eerste.read_bytes()
        assert gezegd.startswith(f"Bestand: {eerste} (")
        *begin, opdracht = herkomst(str(eerste), "csv")["opdracht"].partition("python -m pagina.uitvoer ")
        assert begin == ["", "python -m pagina.uitvoer "], nr
        eerste.unlink()
        assert roep(*shlex.split(opdracht))[0] == 0
        assert eerste.read_bytes() == inhoud
        eerste.unlink()


def test_codes_en_woorden_zijn_hetzelfde(roep: Roep) -> None:
    codes = ["--kader", "ggsr-beleid", "--periode", "2013-2014", "--gemeente", "GM0361", "--status", "niet_opgepakt"]
    woorden = [
        "--kader",
        "GGSR beleid",
        "--periode",
        "2013 -> 2014",
        "--gemeente",
        "Alkmaar",
        "--status",
        "niet opgepakt",
    ]
    for naam, keuze in (("a.ods", codes), ("b.ods", woorden)):
        assert roep("cellen", *keuze, "--naar", naam)[0] == 0
    assert Path("a.ods").read_bytes() == Path("b.ods").read_bytes()
    assert len(cellen("a.ods", "ods")) == 1 + 5
    assert herkomst("a.ods")["selectie"] == {
        "Tabel": "Cellen",
        "Kader": "GGSR beleid",
        "Periode": "2013 → 2014",
        "Thema": "alle",
        "Onderwerp": "alle",
        "Gemeente": "Alkmaar",
        "Provincie": "alle",
        "Status": "niet opgepakt",
        "Bewijs bij de hertoets": "alle",
        "Telt": "per aanpak",
        "Kijkt naar": "stappen",
    }


def test_de_link_noemt_elke_keuze_met_de_woorden_van_de_pagina(gebouwd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(gebouwd))
    parameters: dict[str, Any] = {
        **dict.fromkeys((*NAUWER, "statussen")), "kader": "ggsr-beleid", "gemeenten": ["GM0361"],
        "periode": "2013-2014", "eenheid": "gemeente", "verloop": True,
    }  # fmt: skip
    stuk = stuk_van(bron(), "cellen", parameters, adres="https://hier/")
    assert stuk.herkomst.link == (
        "https://hier/opvolging?kader=GGSR+beleid&periode=2013+%E2%86%92+2014&gemeente=Alkmaar&eenheid=per+gemeente"
        f"&telwijze=verloop&weergave=Heatmap&versie={bron().datasetversie}&methode={METHODEVERSIE}"
    )
    assert stuk.herkomst.telling == "per indicator binnen een gemeente; van de eerste naar de laatste meting"
    assert [rapport.rapport_id for rapport in stuk.herkomst.rapporten] == ["stj-alkmaar-2015"]


#: What a query cannot do without, that has no default.
_NODIG = {
    "gemeente": "GM0361", "rapport": "stj-alkmaar-2015", "indicator": "beleid-beleid-en-visie", "kolom": "x",
}  # fmt: skip


def test_elke_vraag_en_view_gaat_naar_buiten(roep: Roep) -> None:
    """With the choices that it opens with; only a table without rows cannot be a plain CSV, and says so."""
    leeg: list[str] = []
    for vraag, namen in vragen().items():
        mag_zonder = vraag in {"onderwerp_verloop", "onderwerp_bevindingen"}
        nodig = [f"--waarde={naam}={code}" for naam, code in _NODIG.items() if naam in namen and not mag_zonder]
        status, _, fout = roep(vraag, *nodig, "--formaat", "csv-rfc4180", "--naar", f"{vraag}.csv")
        if status:
            assert (status, "die zijn er niet" in fout) == (1, True), (vraag, fout)
            leeg.append(vraag)
        else:
            assert len(cellen(f"{vraag}.csv", "csv-rfc4180")) > 1, vraag
    assert set(leeg) <= {"niet_openbaar", "cel", "gemeente_feiten", "selectie_grenzen", "agenda_toezeggingen"}
    assert len(vragen()) - len(leeg) > 40


def test_elke_parameter_heeft_een_naam_voor_de_lezer() -> None:
    assert {naam for vraag, namen in queries().items() if vraag not in GEEN_VRAAG for naam in namen} <= VELDEN.keys()


def test_csv_naar_een_naam_op_csv_is_geen_zip(roep: Roep) -> None:
    status, gezegd, _ = roep("totalen", "--formaat", "csv", "--naar", "t.csv")
    assert status == 0
    assert "Formaat: csv-rfc4180, omdat de naam op .csv eindigt." in gezegd
    assert len(cellen("t.csv", "csv-rfc4180")) == 2
    status, gezegd, _ = roep("totalen", "--formaat", "csv", "--naar", "t.zip")
    assert (status, "Formaat:" in gezegd, Path("t.zip").read_bytes()[:2]) == (0, False, b"PK")


@pytest.mark.parametrize(
    ("naam", "formaat"),
    [("t.ods", "ods"), ("T.XLSX", "xlsx"), ("t.csv.zip", "csv"), ("t.zip", "csv"), ("t_rfc4180.csv", "csv-rfc4180")],
)
def test_zonder_formaat_zegt_de_naam_het(roep: Roep, naam: str, formaat: str) -> None:
    assert roep("totalen", "--naar", naam)[0] == 0
    assert f"--formaat {formaat} --versie" in herkomst(naam, formaat)["opdracht"]


# --- refusals ------------------------------------------------------------------------------------------------------

GEEN_FILTER = (
    "‘totalen’ kent --status niet; wel: --kader, --periode, "
    f"{', '.join(f'--{VELDEN[naam].optie}' for naam in NAUWER)}, --eenheid, --telwijze.\n"
)
GEHEEL = "‘opvolging’ kent --kader niet; deze tabel is er alleen in haar geheel."
ANDER_EINDE = (
    "Het bestand ‘t.ods’ eindigt op .ods, maar het formaat csv hoort in een bestand dat eindigt op .zip. Kies een "
    "andere naam of een ander formaat.\n"
)


@pytest.mark.parametrize(
    ("woorden", "status", "zin"),
    [
        ("totalen --status opgepakt", 2, GEEN_FILTER),
        ("dekking --kader ggsr-beleid", 2, "‘dekking’ kent --kader niet; deze tabel is er alleen in haar geheel.\n"),
        ("opvolging --kader ggsr-beleid", 2, f"{GEHEEL} Met een keuze is er ‘opvolging_tabel’.\n"),
        ("totalen --waarde peildatum=2026-01-01", 2, "‘totalen’ kent --waarde peildatum=… niet; wel: --kader, "),
        ("totalen --waarde peildatum", 2, "‘peildatum’ bij --waarde heeft niet de vorm naam=waarde.\n"),
        ("totalen --kader ggsr-beleid --kader ggsr-casus", 2, "--kader kan hier maar één keer.\n"),
        ("kamerbrief --per thema --per gemeente", 2, "--per kan maar één keer.\n"),
        ("kamerbrief --status opgepakt", 2, "‘kamerbrief’ kent --status niet; wel: --kader, --periode, "),
        ("gemeente_stand", 2, "‘gemeente_stand’ vraagt --gemeente.\n"),
        ("onderwerp_indicator", 2, "‘onderwerp_indicator’ vraagt --waarde indicator=….\n"),
        ("totaln", 2, "De vraag ‘totaln’ bestaat niet. Bedoelt u ‘totalen’? De hulp noemt ze alle: --help.\n"),
        ("heatmap", 2, "De vraag ‘heatmap’ bestaat niet. Bedoelt u ‘cellen’? De hulp noemt ze alle: --help.\n"),
        ("bekijk", 2, "De vraag ‘bekijk’ bestaat niet."),
        ("../../etc/passwd", 2, "De vraag ‘../../etc/passwd’ bestaat niet."),
        ("totalen --formaat pdf", 2, "Het formaat ‘pdf’ bestaat niet; kies uit ods, csv, docx, xlsx, svg, png, "),
        ("totalen --versie abc --bekend 2026-01-01", 2, "Kies --versie of --bekend, niet allebei.\n"),
        ("totalen --versie abcabcabcabc", 1, "Datasetversie abcabcabcabc is niet te maken van de leveringen"),
        ("totalen --kader ggsr", 1, "Kader ‘ggsr’ is er niet. Kies ‘GGSR beleid’, ‘GGSR casus’"),
        ("totalen --periode 2013-2099", 1, "Periode ‘2013-2099’ is er niet. Kies ‘2013 → 2014’ of ‘2014 → nog geen"),
        ("gemeente_stand --gemeente Amsteram", 1, "Gemeente ‘Amsteram’ is er niet. Bedoelt u ‘Amsterdam’"),
        ("kamerbrief --kader x", 1, "Kader ‘x’ is er niet. Kies ‘GGSR beleid’, "),
        ("kamerbrief --telwijze snel", 1, "Kijkt naar ‘snel’ is er niet. Kies ‘stappen’ of ‘verloop’.\n"),
        ("agenda --waarde peildatum=morgen", 1, "‘morgen’ is geen dag; schrijf een dag als 2026-11-22.\n"),
        ("agenda --waarde peildatum=20261101", 1, "‘20261101’ is geen dag; schrijf een dag als 2026-11-22.\n"),
        ("agenda --waarde peildatum=2026-W01-1", 1, "‘2026-W01-1’ is geen dag; schrijf een dag als 2026-11-22.\n"),
        ("totalen --formaat csv", 2, ANDER_EINDE),
        (
            "totalen --formaat ods --naar t.zip",
            2,
            "Het bestand ‘t.zip’ eindigt op .zip, maar het formaat ods hoort in ",
        ),
        (
            "totalen --formaat docx --naar t.docx",
            1,
            "DOCX (Word) is er alleen voor een Kamerbrief; kies ",
        ),
        ("totalen --bekend 1999-01-01", 1, "Van 1 januari 1999 is "),
    ],
)
def test_wat_niet_kan_is_een_zin(roep: Roep, woorden: str, status: int, zin: str) -> None:
    """One Dutch sentence on stderr that names what is allowed; nothing is written, and an older file stays."""
    Path("t.ods").write_bytes(b"oud")
    formaat = [] if "--formaat" in woorden else ["--formaat", "ods"]
    naar = [] if "--naar" in woorden else ["--naar", "t.ods"]
    gekregen, gezegd, fout = roep(*woorden.split(), *formaat, *naar)
    assert (gekregen, gezegd) == (status, "")
    assert fout.startswith(zin)
    assert fout.count("\n") == 1
    assert [pad.read_bytes() for pad in Path().iterdir()] == [b"oud"]


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        ([], "Dit ontbreekt: VRAAG."),
        (["totalen", "--naar", "x.csv"], "Dit ontbreekt: --formaat. Op .csv eindigen csv-excel-nl en csv-rfc4180: "),
        (["totalen", "--naar", "x"], "Dit ontbreekt: --formaat. Kies uit ods, csv, docx, "),
        (["totalen"], "Dit ontbreekt: --formaat. Kies uit ods, csv, docx, "),
        (["totalen", "--kleur", "rood"], "Dit hoort er niet bij: --kleur rood."),
        (["totalen", "--bekend", "gisteren"], "--bekend heeft niet de goede vorm: gisteren."),
        (["totalen", "--bekend", "20261101"], "--bekend heeft niet de goede vorm: 20261101."),
        (["totalen", "--kader"], "Bij --kader ontbreekt de waarde."),
        (["controleer"], "Dit ontbreekt: BESTAND."),
        (["open-data"], "Dit ontbreekt: --naar."),
    ],
)
def test_een_verkeerde_aanroep(roep: Roep, woorden: list[str], zin: str) -> None:
    status, gezegd, fout = roep(*woorden)
    assert (status, gezegd) == (2, "")
    assert zin in fout
    assert "usage" not in fout


def test_de_hulp_is_nederlands_en_noemt_alles(roep: Roep) -> None:
    status, gezegd, _ = roep("--help")
    assert status == 0
    assert gezegd.startswith("gebruik: python -m pagina.uitvoer VRAAG")
    woorden = set(gezegd.replace(",", " ").replace(".", " ").split())
    assert {"kamerbrief", "opvolging_tabel", "stand", "controleer", "open-data", *FORMATEN} <= woorden
    assert not {"usage:", "options:", "show", "optional", "arguments:"} & woorden


def test_gaat_het_schrijven_mis_dan_blijft_het_oude(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("t.ods").write_bytes(b"oud")

    def vol(_stuk: object, _formaat: str, naar: BinaryIO, _meld: object) -> None:
        naar.write(b"half")
        raise OSError(28, "schijf vol", "t.ods")

    monkeypatch.setattr(formaten, "schrijf", vol)
    status, _, fout = roep("totalen", "--formaat", "ods", "--naar", "t.ods")
    assert (status, fout) == (1, "De schijf is vol: t.ods.\n")
    assert [pad.read_bytes() for pad in Path().iterdir()] == [b"oud"]


def test_zonder_database(roep: Roep, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VERBETERPUNTEN_MAP", str(tmp_path / "nergens"))
    status, _, fout = roep("totalen", "--formaat", "ods")
    assert (status, fout) == (1, "Er is nog geen database gebouwd. Bouw haar met: python -m data bouw\n")


def test_json_is_te_lezen(roep: Roep) -> None:
    assert roep("dekking", "--formaat", "csv", "--naar", "d.csv.zip")[0] == 0
    status, gezegd, _ = roep("controleer", "d.csv.zip", "--json")
    uitkomst = json.loads(gezegd)
    assert status == 0
    assert (uitkomst["gelijk"], uitkomst["formaat"], uitkomst["toen"]["byte_gelijk"]) == (True, "csv", True)
