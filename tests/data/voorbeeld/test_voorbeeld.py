"""The command `voorbeeld`: what it makes is the same every time, passes the build, and belongs to no real place."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import duckdb
import pytest

from data.__main__ import main
from data.bouw.bouwen import bouw
from data.voorbeeld import maak
from data.voorbeeld.land import ontwerp
from data.voorbeeld.namen import PROVINCIES
from tests.data.bouw.test_bouwen import DATA, ENGELS, draai
from tests.data.voorbeeld.voorbeelden import lees


def voorbeeld(naar: Path, gemeenten: int, jaren: int, *meer: str) -> list[str]:
    """The words of a call."""
    return ["voorbeeld", "--gemeenten", str(gemeenten), "--jaren", str(jaren), "--naar", str(naar), *meer]


def inhoud(map_: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}


# the same every time


def test_hetzelfde_zaad_geeft_dezelfde_bytes(tmp_path: Path) -> None:
    assert main(voorbeeld(tmp_path / "een", 12, 5)) == 0
    assert main(voorbeeld(tmp_path / "twee", 12, 5, "--zaad", "1")) == 0
    assert main(voorbeeld(tmp_path / "drie", 12, 5, "--zaad", "2")) == 0
    een, twee, drie = (inhoud(tmp_path / naam) for naam in ("een", "twee", "drie"))
    assert een == twee
    anders = {naam for naam in een if een[naam] != drie[naam]}
    assert {"voorbeeld-gebieden/gemeenten.csv", "voorbeeld-feiten-0001/oordelen.csv"} <= anders


def test_een_gemeente_hangt_niet_af_van_hoeveel_erna_komen(tmp_path: Path) -> None:
    """Chance has a stream per gemeente: what is found in one stays as others follow (in the same provincie)."""
    maak(tmp_path / "klein", gemeenten=1, jaren=5, zaad=1)
    maak(tmp_path / "groot", gemeenten=2, jaren=5, zaad=1)
    eerste = [rij for rij in lees(tmp_path / "groot", "oordelen") if rij["meting_id"].startswith("fg0001-")]
    assert eerste
    assert eerste == lees(tmp_path / "klein", "oordelen")


# it builds


@pytest.mark.parametrize(("gemeenten", "jaren"), [(0, 3), (1, 1), (1, 3), (4, 3), (12, 5), (3, 2)])
def test_bouwt_zonder_fout(tmp_path: Path, gemeenten: int, jaren: int) -> None:
    assert main(voorbeeld(tmp_path / "leveringen", gemeenten, jaren)) == 0
    gebouwd = bouw([tmp_path / "leveringen"], naar=tmp_path / "x.duckdb")
    with duckdb.connect(gebouwd.bestand, read_only=True) as con:
        assert con.execute("select bevat_fictief from dataset").fetchall() == [(True,)]
        niet_fictief = "select count(*) from opslag.levering where levering_id like 'voorbeeld-%' and not fictief"
        assert con.execute(niet_fictief).fetchall() == [(0,)]
    assert gebouwd.aantallen["oordelen"] == len(
        {(rij["meting_id"], rij["indicator_id"]) for rij in lees(tmp_path / "leveringen", "oordelen")}
    )
    assert (gebouwd.aantallen["oordelen"] > 0) == (gemeenten > 0)


def test_niets_dan_leveringen(tmp_path: Path) -> None:
    """Every folder has a levering.csv that says it is fictional and counts."""
    maak(tmp_path / "leveringen", gemeenten=60, jaren=1, zaad=1)
    mappen = sorted(pad.name for pad in (tmp_path / "leveringen").iterdir())
    assert mappen == [
        "voorbeeld-feiten-0001", "voorbeeld-feiten-0002", "voorbeeld-gebieden", "voorbeeld-kaders", "voorbeeld-rondes",
    ]  # fmt: skip
    rijen = lees(tmp_path / "leveringen", "levering")
    assert [(r["levering_id"], r["fictief"], r["concept"]) for r in rijen] == [(naam, "ja", "nee") for naam in mappen]


def test_meer_leveringen_bouwen_samen(tmp_path: Path) -> None:
    """Facts are spread over leveringen of fifty gemeenten each."""
    maak(tmp_path / "leveringen", gemeenten=53, jaren=2, zaad=4)
    assert bouw([tmp_path / "leveringen"], naar=tmp_path / "x.duckdb").aantallen["oordelen"] > 1000
    codes = [rij["gemeente_code"] for rij in lees(tmp_path / "leveringen", "gemeenten") if not rij["geldig_tot"]]
    assert codes == [f"FG{nummer:04}" for nummer in range(1, 54)]


# nothing in it is real


def test_namen_zijn_van_geen_echte_plaats() -> None:
    with (DATA / "gebieden" / "gemeenten.csv").open(encoding="utf-8", newline="") as bestand:
        echt = {naam for rij in csv.DictReader(bestand) for naam in (rij["gemeente"], rij["provincie"])}
    assert {"Alkmaar", "Fryslân"} <= echt
    land = ontwerp(9999, 5, 1)
    namen = [gemeente.naam for gemeente in land]
    assert [gemeente.code for gemeente in land] == [f"FG{nummer:04}" for nummer in range(1, 10_000)]
    assert len(set(namen)) == len(namen)
    kaal = {re.sub(r"^(Nieuw|Oud|Groot)-", "", naam).casefold() for naam in namen}
    assert not kaal & {re.sub(r" \(.*\)", "", naam).casefold() for naam in echt}
    provincies = {PROVINCIES[gemeente.provincie] for gemeente in land}
    assert len(provincies) == 12
    assert all(provincie.startswith("Fictief ") for provincie in provincies)


def test_elk_rapport_en_kader_noemt_zich_fictief(tmp_path: Path) -> None:
    maak(tmp_path, gemeenten=12, jaren=5, zaad=1)
    titels = [rij["titel"] for rij in lees(tmp_path, "rapporten")]
    assert len(titels) == len(set(titels)) > 20
    assert all(titel.startswith("Fictief ") for titel in titels)
    assert all(rij["kader"].endswith("(fictief)") for rij in lees(tmp_path, "kaders"))


# the command line


@pytest.mark.parametrize(
    ("argumenten", "reden"),
    [
        (
            ["--gemeenten", "-1", "--jaren", "3"],
            "--gemeenten moet een heel getal van 0 tot en met 9999 zijn, niet '-1'.",
        ),
        (["--gemeenten", "10000", "--jaren", "3"], "--gemeenten moet een heel getal van 0 tot en met 9999 zijn"),
        (["--gemeenten", "vier", "--jaren", "3"], "niet 'vier'."),
        (["--gemeenten", "", "--jaren", "3"], "niet leeg."),
        (["--gemeenten", "4", "--jaren", "0"], "--jaren moet een heel getal van 1 tot en met 100 zijn, niet '0'."),
        (["--gemeenten", "4", "--jaren", "2.5"], "--jaren moet een heel getal van 1 tot en met 100 zijn, niet '2.5'."),
        (["--gemeenten", "4", "--jaren", "2", "--zaad", "x"], "--zaad moet een heel getal van 0 tot en met"),
        (["--jaren", "2"], "Dit ontbreekt: --gemeenten."),
        (["--gemeenten", "4", "--jaren"], "Bij --jaren ontbreekt de waarde."),
    ],
    ids=lambda waarde: " ".join(waarde) if isinstance(waarde, list) else "",
)
def test_verkeerd_gebruik_noemt_het_argument(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], argumenten: list[str], reden: str
) -> None:
    status, uit, fout = draai(capsys, "voorbeeld", "--naar", str(tmp_path / "x"), *argumenten)
    assert (status, uit) == (2, "")
    assert fout.startswith("gebruik: python -m data voorbeeld")
    assert reden in fout
    assert fout.endswith("Deze aanroep klopt niet. Zie python -m data voorbeeld --help.\n")
    assert not ENGELS.search(fout)
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("argumenten", "reden"),
    [
        ([], "Dit ontbreekt: OPDRACHT."),
        (["bouwen"], "De opdracht bouwen bestaat niet."),
        (["bouw", "--kennisdatum", "gisteren"], "--kennisdatum heeft niet de goede vorm: gisteren."),
        (["bouw", "--kennisdatum", "2026-W45-7"], "--kennisdatum heeft niet de goede vorm: 2026-W45-7."),
        (["bouw", "--naar"], "Bij --naar ontbreekt de waarde."),
        (["bouw", "--leveringen"], "Bij --leveringen ontbreekt de waarde."),
        (["bouw", "--onbekend"], "Dit hoort er niet bij: --onbekend."),
        (["voorbeeld", "--gemeenten=4", "--jaren=2", "--naar=x", "--jaar=3"], "Dit hoort er niet bij: --jaar=3."),
        (["bouw", "--help=ja"], "--help krijgt geen waarde."),
        (["voorbeeld", "--=3"], "kan meer dan één ding betekenen."),
    ],
    ids=lambda waarde: " ".join(waarde) if isinstance(waarde, list) else "",
)
def test_ook_elders_noemt_verkeerd_gebruik_het_argument(
    capsys: pytest.CaptureFixture[str], argumenten: list[str], reden: str
) -> None:
    status, _, fout = draai(capsys, *argumenten)
    assert status == 2
    assert reden in fout
    assert not ENGELS.search(fout)


def test_hulp_is_nederlands(capsys: pytest.CaptureFixture[str]) -> None:
    status, uit, fout = draai(capsys, "voorbeeld", "--help")
    assert (status, fout) == (0, "")
    assert uit.startswith("gebruik: python -m data voorbeeld")
    assert all(optie in uit for optie in ("--gemeenten N", "--jaren J", "--naar MAP", "--zaad GETAL"))
    assert not ENGELS.search(uit)
    assert "voorbeeld" in draai(capsys, "--help")[1]


def test_een_map_met_inhoud_blijft_zoals_zij_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brief.txt").write_text("van een ander", encoding="utf-8")
    status, uit, fout = draai(capsys, *voorbeeld(tmp_path, 1, 1))
    assert (status, uit) == (1, "")
    assert fout == f"{tmp_path} bestaat al en is geen lege map; er is niets gemaakt.\n"
    assert inhoud(tmp_path) == {"brief.txt": b"van een ander"}


def test_een_bestand_is_geen_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brief.txt").write_text("van een ander", encoding="utf-8")
    status, _, fout = draai(capsys, *voorbeeld(tmp_path / "brief.txt", 1, 1))
    assert status == 1
    assert fout == f"{tmp_path / 'brief.txt'} bestaat al en is geen lege map; er is niets gemaakt.\n"


def test_een_lege_map_mag(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, uit, _ = draai(capsys, *voorbeeld(tmp_path, 1, 1))
    assert status == 0
    assert uit == (
        f"4 fictieve leveringen staan in {tmp_path}.\n"
        f"Bouw de database met: python -m data bouw --leveringen {tmp_path}\n"
    )


def test_wie_halverwege_stopt_laat_niets_achter_dat_bouwt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lists come last and levering.csv last of all: what was left half written is refused."""

    def vol(*_: object) -> None:
        raise OSError(28, "geen ruimte", "schijf")

    monkeypatch.setattr("data.voorbeeld.maken.schrijf_rondes", vol)
    assert main(voorbeeld(tmp_path / "leveringen", 4, 3)) == 1
    assert main(["bouw", "--leveringen", str(tmp_path / "leveringen"), "--naar", str(tmp_path / "x.duckdb")]) == 1
    assert not (tmp_path / "x.duckdb").exists()
