"""What somebody else did in the folder of leveringen: it is refused and named, and what readers see stays as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data.__main__ import main
from data.aanvaarding.wijzigen import schrijf_levering
from data.bouw.bouwen import bouw
from data.bouw.maken import bouwwijze
from data.gebouwd import openen
from data.levering import controlegetallen
from tests.data.winkeldoos import Winkeldoos, vervolg
from tests.fouten.conftest import Boek
from tests.fouten.test_beschadigd import bezoek
from tests.pagina.conftest import alles

DUUR = pytest.mark.duur
Ingreep = Callable[[Path], object]


def _leeg_bestand(map_: Path, naam: str) -> Path:
    (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
    (map_ / naam).write_bytes(b"")
    return map_ / naam


def _half_gekopieerd(map_: Path, *namen: str) -> None:
    """A copy of the accepted levering that stopped half way."""
    (map_ / "kopie").mkdir()
    for naam in namen:
        doel = map_ / "kopie" / naam
        doel.parent.mkdir(exist_ok=True)
        shutil.copy(map_ / "vervolg" / naam, doel)


def _in_cp1252(map_: Path) -> None:
    pad = map_ / "feiten" / "oordelen.csv"
    pad.write_bytes(
        pad.read_text(encoding="utf-8").replace("tabel 1", "tabél 1").replace("✓", "V").encode("cp1252", "replace")
    )


def _vervang(pad: Path, maak: Callable[[Path], object]) -> None:
    pad.unlink()
    maak(pad)


#: By name: what is done, and what is said of it (where, and the start of what is wrong).
INGREPEN: dict[str, tuple[Ingreep, str]] = {
    "een bestand dat niet in een levering hoort": (
        lambda m: _leeg_bestand(m, "feiten/kleuren.csv"),
        "feiten/kleuren.csv: een bestand met deze naam hoort niet in een levering",
    ),
    "een tabel naast de leveringen": (
        lambda m: _leeg_bestand(m, "oordelen.csv"),
        "leveringen: in deze map staan tabellen zonder levering.csv",
    ),
    "een lege map": (lambda m: (m / "nieuw").mkdir(), "leveringen/nieuw: deze map is leeg"),
    "half gekopieerd: alleen het origineel": (
        lambda m: _half_gekopieerd(m, "bron/rapport.pdf"),
        "leveringen/kopie: in deze map staat een halve levering",
    ),
    "half gekopieerd: zonder levering.csv": (
        lambda m: _half_gekopieerd(m, "controlegetallen.txt", "metingen.csv"),
        "leveringen/kopie: in deze map staat",
    ),
    "half gekopieerd: een tabel mist": (
        lambda m: _half_gekopieerd(m, "controlegetallen.txt", "levering.csv", "metingen.csv"),
        "leveringen/kopie/oordelen.csv: het bestand is na aanvaarding weggehaald",
    ),
    "half gekopieerd: een rij is half": (
        lambda m: os.truncate(m / "feiten" / "oordelen.csv", (m / "feiten" / "oordelen.csv").stat().st_size - 30),
        "leveringen/feiten/oordelen.csv, regel",
    ),
    "twee keer gekopieerd": (
        lambda m: shutil.copytree(m / "feiten", m / "feiten (1)"),
        'levering_id: "feiten" staat ook in',
    ),
    "een verwijzing naar een map elders": (
        lambda m: (m / "elders").symlink_to(m / "feiten", target_is_directory=True),
        "leveringen/elders: dit is een verwijzing naar elders",
    ),
    "een verwijzing naar een bestand elders": (
        lambda m: _vervang(m / "feiten" / "conflicten.csv", lambda pad: pad.symlink_to(m / "kader" / "levering.csv")),
        "leveringen/feiten/conflicten.csv: dit is een verwijzing naar elders",
    ),
    "een verwijzing naar niets": (
        lambda m: _vervang(m / "vervolg" / "oordelen.csv", lambda pad: pad.symlink_to(m / "weg.csv")),
        "leveringen/vervolg/oordelen.csv: dit is een verwijzing naar elders",
    ),
    "een map die een tabel heet": (
        lambda m: _vervang(m / "feiten" / "bevindingen.csv", Path.mkdir),
        "leveringen/feiten/bevindingen.csv: dit is geen bestand",
    ),
    "een verkeerde codering": (_in_cp1252, "leveringen/feiten/oordelen.csv, regel 2: de tekst is geen UTF-8"),
    "een levering.csv in een verkeerde codering": (
        lambda m: (m / "feiten" / "levering.csv").write_bytes("levering_id".encode("utf-16")),
        "leveringen/feiten/levering.csv",
    ),
    "een leeg bestand": (
        lambda m: _vervang(m / "feiten" / "oordelen.csv", Path.touch),
        "leveringen/feiten/oordelen.csv, regel 1",
    ),
}  # fmt: skip
IN_CI = ("een lege map", "half gekopieerd: een tabel mist", "een verwijzing naar niets")


@pytest.fixture
def bevroren(winkel: Winkeldoos, tmp_path: Path) -> Winkeldoos:
    """The store with one levering that was accepted with the product, as readers see it."""
    bron = tmp_path / "rapport.pdf"
    bron.write_bytes(b"%PDF-1.7")
    bewerking = {"meting_id": "m3", "indicator_id": "i2", "kolom": "uitkomst", "gelezen": "voldoet", "aanvaard": "x"}
    with winkel.zonder_bouwen():
        schrijf_levering(vervolg(uitkomst="verbeterpunt"), door="i", bron=bron, bewerkingen=[bewerking])
    return winkel


@pytest.mark.parametrize("ingreep", [naam if naam in IN_CI else pytest.param(naam, marks=DUUR) for naam in INGREPEN])
def test_wat_vreemd_of_half_is(
    bevroren: Winkeldoos, boek: Boek, capsys: pytest.CaptureFixture[str], ingreep: str
) -> None:
    """The build refuses and names it; the database that readers are on stays."""
    doe, mis = INGREPEN[ingreep]
    ervoor = openen.houd_heel(bevroren.thuis, bouwwijze())
    doe(bevroren.map)
    status, gezegd = main(["bouw"]), capsys.readouterr().err
    boek(f"leveringenmap: {ingreep}", geprobeerd=1, binnen=1, verloren=int(status != 1))
    assert mis in gezegd, gezegd
    assert "er is niets gebouwd en de vorige database staat er nog" in gezegd
    assert openen.houd_heel(bevroren.thuis, bouwwijze()) == ervoor


@pytest.mark.parametrize("welke", ["levering.csv", pytest.param("*", marks=DUUR)])
def test_een_levering_die_na_aanvaarding_is_veranderd(
    bevroren: Winkeldoos, boek: Boek, capsys: pytest.CaptureFixture[str], welke: str
) -> None:
    """One byte in each of its files in turn, the head and the original too: named, and the dashboard goes on."""
    gezien, verloren = alles(bezoek()), 0
    ervoor = openen.houd_heel(bevroren.thuis, bouwwijze())
    bestanden = sorted(pad for pad in (bevroren.map / "vervolg").rglob(welke) if pad.is_file())
    assert len(bestanden) == (9 if welke == "*" else 1)
    for pad in bestanden:
        inhoud = pad.read_bytes()
        pad.write_bytes(inhoud[:-2] + bytes([inhoud[-2] ^ 1]) + inhoud[-1:])
        status, gezegd = main(["bouw"]), capsys.readouterr().err
        # which of the two is wrong, a file or its checksum, nobody can tell: the file is named
        naam = "leveringen/vervolg" if pad.name == controlegetallen.BESTAND else pad.relative_to(bevroren.map.parent)
        verloren += status != 1 or "na aanvaarding" not in gezegd or str(naam) not in gezegd
        verloren += openen.houd_heel(bevroren.thuis, bouwwijze()) != ervoor
        pad.write_bytes(inhoud)
    verloren += alles(bezoek()) != gezien
    boek("levering veranderd na aanvaarding", geprobeerd=len(bestanden), binnen=len(bestanden), verloren=verloren)
    assert bouw().datasetversie
