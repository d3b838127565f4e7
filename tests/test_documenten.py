"""The documents say what the house does: paths, commands, words, and the method with its worked example."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import duckdb
import pytest

from data.__main__ import main as data_main
from data.afleiding.methode import METHODEVERSIE
from data.bouw.maken import AFLEIDING
from data.levering.vorm import tabellen, vorm
from pagina.uitvoer.__main__ import main as uitvoer_main
from tests.contract import CONTRACT, OPDRACHTEN
from tests.data.afleiding.afgeleid import Afgeleid, als_tupels, klaar
from tests.orakel import opvolging, schets, stand

WORTEL = Path(__file__).parents[1]
METHODE = (WORTEL / "docs" / "methode.md").read_text(encoding="utf-8")
DATA = (WORTEL / "data" / "README.md").read_text(encoding="utf-8")
WOORDEN = (WORTEL / "docs" / "woorden.md").read_text(encoding="utf-8")
BLADEN = sorted([*WORTEL.glob("*.md"), *(WORTEL / "docs").rglob("*.md"), WORTEL / "data" / "README.md"])
#: What is there only after somebody made it.
GEMAAKT = ("build/", "voorstellen", "logboek/", "reservekopieen", ".streamlit/secrets.toml")


@cache
def _verbinding() -> duckdb.DuckDBPyConnection:
    """One database for what is derived here: each world is rolled back for the next."""
    return klaar()


# paths


def _genoemd(blad: Path) -> set[str]:
    """Files and folders of the repository that a document names: its links, and what stands between backticks."""
    tekst = re.sub(r"^```.*?^```", "", blad.read_text(encoding="utf-8"), flags=re.M | re.S)
    links = {
        (blad.parent / doel).resolve().relative_to(WORTEL).as_posix()
        for doel in re.findall(r"\]\(([^)#\s]+)[^)]*\)", tekst)
        if "://" not in doel
    }
    kamers = "|".join(re.escape(pad.name) for pad in WORTEL.iterdir() if pad.is_dir() and pad.name != "build")
    return links | set(re.findall(rf"`((?:{kamers})/[\w./-]+)`", tekst))


@pytest.mark.parametrize("blad", BLADEN, ids=lambda pad: pad.relative_to(WORTEL).as_posix())
def test_elk_pad_in_een_document_bestaat(blad: Path) -> None:
    weg = {naam for naam in _genoemd(blad) if not (WORTEL / naam).exists() and not naam.startswith(GEMAAKT)}
    assert weg == set()


def test_elk_besluit_staat_in_de_lijst() -> None:
    map_ = WORTEL / "docs" / "besluiten"
    lijst = re.findall(
        r"^\| \[(\d+)\]\(([\w.-]+)\) \| (.+) \|$", (map_ / "README.md").read_text(encoding="utf-8"), re.M
    )
    besluiten = {pad.name: pad.read_text(encoding="utf-8") for pad in sorted(map_.glob("0*.md"))}
    assert {naam: f"# {nummer}. {titel}" for nummer, naam, titel in lijst} == {
        naam: tekst.splitlines()[0] for naam, tekst in besluiten.items()
    }
    for naam, tekst in besluiten.items():
        assert all(f"**{kop}" in tekst for kop in ("Decided.", "Why.", "Rejected.", "Again when")), naam


# what others rely on


def test_elke_belofte_is_er_nog() -> None:
    """Who takes a view or command out of the page takes it out here, and says so in the changelog."""
    assert set(CONTRACT) == {"oordelen", "opvolging", "verloop", "stand", "bevindingen", "actiepunten", "dataset"}
    assert {naam for naam in OPDRACHTEN if naam.startswith("pagina")} == {
        "pagina.uitvoer", "pagina.uitvoer controleer", "pagina.uitvoer open-data",
    }  # fmt: skip


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_een_opdracht_neemt_wat_er_is_beloofd(opdracht: str, capsys: pytest.CaptureFixture[str]) -> None:
    module, *welke = opdracht.split()
    with pytest.raises(SystemExit) as einde:
        (data_main if module == "data" else uitvoer_main)([*welke, "--help"])
    hulp = capsys.readouterr().out
    assert einde.value.code == 0
    beloofd, er = (set(re.findall(r"--[a-z-]+", tekst)) for tekst in (OPDRACHTEN[opdracht], hulp))
    # of a plain export the filters are not listed one by one
    assert beloofd <= er if opdracht == "pagina.uitvoer" else beloofd == er - {"--help"}


def test_elke_opdracht_is_beloofd(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        data_main(["--help"])
    er = re.findall(r"^    ([a-z-]+)(?:  |$)", capsys.readouterr().out, re.MULTILINE)
    assert {f"data {naam}" for naam in er} == {naam for naam in OPDRACHTEN if naam.startswith("data ")}


# the form of a table


def test_de_tabel_van_bestanden_is_vorm_csv() -> None:
    """Each file with its key, its columns in order, which of them must be filled, and which tables they refer to."""
    beschreven = {
        bestand: (sleutel.split(" + "), re.findall(r"(\w+)(\*?)(?: → (\w+))?(?:, |$)", _zonder_uitleg(kolommen)))
        for bestand, sleutel, kolommen in re.findall(r"^\| (\w+)\.csv \| (.+) \| (.+) \|$", DATA, re.MULTILINE)
    }
    gevraagd: dict[str, tuple[list[str], list[tuple[str, str, str]]]] = {tabel: ([], []) for tabel in tabellen()}
    for rij in vorm():
        sleutel, kolommen = gevraagd[rij["tabel"]]
        sleutel += [rij["kolom"]] if rij["sleutel"] == "ja" else []
        ster = "*" if rij["verplicht"] == "ja" else ""
        kolommen.append((rij["kolom"], ster, rij["verwijst_naar"].partition(".")[0]))
    gevraagd["levering"][0][:] = ["the levering (exactly one row)"]
    assert beschreven == gevraagd


def _zonder_uitleg(kolommen: str) -> str:
    """Without what stands between brackets, and after the last column."""
    return re.sub(r" \([^)]*\)", "", kolommen).partition(":")[0]


# words


def test_elk_woord_van_de_views_en_codes_staat_in_de_woordenlijst() -> None:
    uitgelegd = set(re.findall(r"\w+", " ".join(re.findall(r"^\| ([^|]+) \|", WOORDEN, re.MULTILINE))))
    uitgelegd |= {deel for woord in re.findall(r"`(\w+)`|\*(\w+)\*", WOORDEN) for deel in woord if deel}
    kolommen = {deel for view, namen in CONTRACT.items() for naam in (view, *namen.split()) for deel in naam.split("_")}
    meervoud = {"oordelen", "bevindingen", "actiepunten", "indicatoren"}  # of words that are there
    assert kolommen - meervoud - uitgelegd == set()
    con = _verbinding()
    for soort in ("uitkomst", "status", "bewijs", "dekking"):
        codes = {rij[0] for rij in con.table(f"opslag.{soort}").project(soort).fetchall()}
        assert codes - uitgelegd == set(), soort


# the method


def test_de_methode_noemt_haar_versie() -> None:
    assert f"methodeversie **{METHODEVERSIE}**" in METHODE
    assert re.findall(r"^\| (\d+) \| [\d.]+ \|", METHODE, re.MULTILINE)[-1] == METHODEVERSIE


TEKEN = {"voldoet": "V", "verbeterpunt": "X", "gemengd": "M", "unknown": "-"}


def _statustabel() -> list[tuple[str, str, str]]:
    """The table of statuses of section 4, one row per pair of signs; the last two rows have no later sign."""
    uit = []
    for van, naar, status in re.findall(r"^\| ([\w ]+) \| ([\w ,]+) \| `(\w+)` \|$", METHODE, re.MULTILINE):
        eerst = "VXM" if van == "any" else [TEKEN[deel] for deel in van.split(" or ")]
        later = [naar] if naar.startswith("there is no test") else [TEKEN[deel] for deel in naar.split(" or ")]
        uit += [(een, ander, status) for een in eerst for ander in later]
    return uit


def test_de_tabel_van_statussen_is_wat_de_sql_maakt() -> None:
    """A is tested again, an indicator per pair; B never, and lives; C never, and has ended."""
    tabel = _statustabel()
    paren = [(van, naar) for van, naar, _ in tabel if len(naar) == 1]
    assert sorted(paren) == sorted((van, naar) for van in "VXM" for naar in "VXM-")
    niet_getoetst = "VXM".ljust(len(paren), ".")
    wereld = schets(
        f"""
        A 2013 {"".join(van for van, _ in paren)}
        A 2014 {"".join(naar for _, naar in paren)}
        B 2013 {niet_getoetst}
        C 2013 {niet_getoetst}
        """,
        einden="C=2014",
    )
    gemaakt = {(rij[1], rij[3]): rij[10] for rij in Afgeleid(wereld, _verbinding()).opvolging() if rij[5] == 2013}
    assert [gemaakt["A", f"b{nr}"] for nr, _ in enumerate(paren, 1)] == [s for _, naar, s in tabel if len(naar) == 1]
    for aanpak, slot in (("B", "a branch still lives"), ("C", "every branch has ended")):
        verwacht = {van: status for van, naar, status in tabel if naar == f"there is no test, and {slot}"}
        assert {van: gemaakt[aanpak, f"b{nr}"] for nr, van in enumerate("VXM", 1)} == verwacht


def _tabel(kop: str) -> list[tuple[str, ...]]:
    """The rows of the table of the method that begins with this head."""
    _, _, na = METHODE.partition(f"| {kop} |\n")
    rijen = na.partition("\n\n")[0].splitlines()[1:]
    return [tuple(cel.strip() for cel in rij.strip("|").split("|")) for rij in rijen]


def _cel(waarde: object) -> str:
    """A value as the page writes it."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return "" if waarde is None else str(waarde)


def test_het_voorbeeld_van_een_fusie_en_een_splitsing_klopt() -> None:
    blok = re.search(r"^```\n(.+?)^```", METHODE, re.M | re.S)
    assert blok
    wereld = schets(blok[1], opvolging="Noord>Samen Zuid>Samen Samen>Jong Samen>Oud")
    stappen, standen = opvolging(wereld), stand(wereld)
    afgeleid = Afgeleid(wereld, _verbinding())
    assert afgeleid.opvolging() == als_tupels(stappen)
    assert afgeleid.stand() == als_tupels(standen)
    kop = "aanpak_van | jaar_van | jaar_naar | uitkomst_van | uitkomst_naar | status | overgenomen"
    gemaakt = [tuple(_cel(getattr(stap, veld)) for veld in kop.split(" | ")) for stap in stappen]
    assert sorted(gemaakt) == sorted(_tabel(kop))
    kop = "aanpak | uitkomst | peiljaar | open | sinds"
    gemaakt = [tuple(_cel(getattr(rij, veld)) for veld in kop.split(" | ")) for rij in standen]
    assert sorted(gemaakt) == sorted(_tabel(kop))


def test_elke_regel_van_de_afleiding_staat_in_de_methode() -> None:
    """A file of SQL that derives has its row in section 11."""
    rijen = re.findall(r"^\| [^|]+ \| (`data/[^|]+) \|", METHODE, re.MULTILINE)
    genoemd = {Path(pad).stem for rij in rijen for pad in re.findall(r"`([\w/.]+)`", rij)}
    assert {Path(naam).name for naam in AFLEIDING} <= genoemd
