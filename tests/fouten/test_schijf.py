"""A disk that is full or read-only: what was there stays, nothing half appears, and it is said in Dutch."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from data.__main__ import main
from data.aanvaarding.wijzigen import schrijf_levering, trek_in
from data.bouw.bouwen import bouw
from data.bouw.maken import bouwwijze
from data.fouten import NietHerbouwd, in_een_zin
from data.gebouwd import openen
from data.levering.leveringen import zoek
from data.rapporten.voorstel import bewaar, open_voorstel
from pagina.uitvoer.__main__ import main as exporteer
from tests.data.rapporten import voorstelhulp
from tests.data.winkeldoos import Winkeldoos, vervolg
from tests.fouten.conftest import Boek, Schijf, zet_op_slot
from tests.fouten.test_beschadigd import bezoek, wacht
from tests.pagina.conftest import alles

ZAAD = 20261122
DUUR = pytest.mark.duur
GROOT = 131_072
#: A build fits when there is some more room than this.
NODIG = 20_000_000
VOL, DICHT = "De schijf is vol", "De schijf is alleen te lezen"


@pytest.fixture
def op_schijf(winkel: Winkeldoos, schijf: Schijf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Winkeldoos:
    """The store, its databases, voorstellen and temporary files on a disk of their own; what is there is current."""
    schijf(tmp_path / "schijf", GROOT)
    winkel.map = Path(shutil.copytree(winkel.map, tmp_path / "schijf" / "leveringen"))
    winkel.thuis = tmp_path / "schijf" / "thuis"
    tijdelijk = tmp_path / "schijf" / "tijdelijk"
    tijdelijk.mkdir()
    (tmp_path / "schijf" / "v").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tijdelijk))
    for naam, map_ in (("LEVERINGEN", winkel.map), ("MAP", winkel.thuis), ("VOORSTELLEN", tmp_path / "schijf" / "v")):
        monkeypatch.setenv(f"VERBETERPUNTEN_{naam}", str(map_))
    bouw()
    return winkel


@contextmanager
def vol(winkel: Winkeldoos, vrij: int) -> Iterator[None]:
    """The disk with so many bytes left."""
    vulling = winkel.thuis.parent / "vulling"
    over = os.statvfs(winkel.thuis)
    with vulling.open("wb") as bestand:
        os.posix_fallocate(bestand.fileno(), 0, max(over.f_bavail * over.f_frsize - vrij, 1))
    yield
    vulling.unlink()


@contextmanager
def dicht(winkel: Winkeldoos, _vrij: int) -> Iterator[None]:
    """The disk read-only."""
    zet_op_slot(winkel.thuis.parent)
    yield
    zet_op_slot(winkel.thuis.parent, dicht=False)


TOESTANDEN = {"vol": (vol, VOL), "alleen te lezen": (dicht, DICHT)}


def _aanvaard(winkel: Winkeldoos) -> str:
    try:
        schrijf_levering(vervolg(uitkomst="verbeterpunt"), door="i")
    except (OSError, NietHerbouwd) as fout:
        return in_een_zin(fout)
    return ""


def _trek_in(winkel: Winkeldoos) -> str:
    try:
        trek_in("feiten", reden="vergissing", door="i")
    except (OSError, NietHerbouwd) as fout:
        return in_een_zin(fout)
    return ""


DADEN = {"aanvaarden": _aanvaard, "intrekken": _trek_in}


@pytest.mark.parametrize(
    ("toestand", "keer"), [("vol", 1), *(pytest.param(toestand, 25, marks=DUUR) for toestand in TOESTANDEN)]
)
def test_bouwen(
    op_schijf: Winkeldoos, boek: Boek, capsys: pytest.CaptureFixture[str], toestand: str, keer: int
) -> None:
    """With a little less room each time: it is built, or the previous database stands and the reason is said."""
    toeval, geraakt, verloren = random.Random(ZAAD), 0, 0
    maak, zin = TOESTANDEN[toestand]
    for nummer in range(keer):
        op_schijf.zet("kader/kaders", 2, "opmerking", f"anders {nummer}")
        ervoor = openen.houd_heel(op_schijf.thuis, bouwwijze())
        with maak(op_schijf, toeval.randrange(NODIG if nummer % 2 else NODIG // 40)):
            status = main(["bouw"])
            gezegd = capsys.readouterr().err
        geraakt += status == 1
        assert status == 0 or (gezegd.startswith(zin) and gezegd.count("\n") == 1), gezegd
        nu = openen.houd_heel(op_schijf.thuis, bouwwijze())
        verloren += (nu == ervoor) != (status == 1)
    boek(f"schijf {toestand}: bouwen", geprobeerd=keer, binnen=geraakt, verloren=verloren)
    assert geraakt
    assert main(["bouw"]) == 0
    assert not list(op_schijf.thuis.glob(".bouw-*"))


@pytest.mark.parametrize(
    ("daad", "toestand", "keer"),
    [
        ("aanvaarden", "alleen te lezen", 1),
        *(pytest.param(daad, toestand, 25, marks=DUUR) for daad in DADEN for toestand in TOESTANDEN),
    ],
)
def test_aanvaarden_en_intrekken(op_schijf: Winkeldoos, boek: Boek, toestand: str, daad: str, keer: int) -> None:
    """The store is as it was, or the levering is there whole; the database opens either way."""
    toeval, geraakt, verloren = random.Random(ZAAD), 0, 0
    maak, zin = TOESTANDEN[toestand]
    ervoor = op_schijf.bestanden()
    for nummer in range(keer):
        with maak(op_schijf, toeval.randrange(NODIG if nummer % 2 else NODIG // 40)):
            gezegd = DADEN[daad](op_schijf)
        assert not gezegd or zin.lower() in gezegd.lower(), gezegd
        geraakt += bool(gezegd)
        erbij = set(op_schijf.mappen()) - {"feiten", "kader"}
        verloren += bool(zoek([op_schijf.map])[1]) + (not ervoor.items() <= op_schijf.bestanden().items())
        # it is in store when nothing stopped it, and also when only the databases could not be built
        verloren += bool(erbij) != (not gezegd or "is vastgelegd" in gezegd)
        openen.houd_heel(op_schijf.thuis, bouwwijze())
        for naam in erbij:
            shutil.rmtree(op_schijf.map / naam)
        bouw()
    boek(f"schijf {toestand}: {daad}", geprobeerd=keer, binnen=geraakt, verloren=verloren)
    assert geraakt


@DUUR
@pytest.mark.parametrize("toestand", TOESTANDEN)
def test_een_voorstel_bewaren(op_schijf: Winkeldoos, boek: Boek, toestand: str) -> None:
    """The voorstel is as it was; it can be kept once there is room."""
    maak, zin = TOESTANDEN[toestand]
    voorstelhulp.winkel(op_schijf)
    kennis = voorstelhulp.kennis(op_schijf)
    voorstel = voorstelhulp.vervolg().maak(op_schijf.thuis.parent / "v" / "een", kennis, naam="Rapport 2016.pdf")
    ervoor = open_voorstel(voorstel.map)
    voorstel.kop["titel"] = "Anders" * 10_000
    with maak(op_schijf, 4096), pytest.raises(OSError, match=r"\[Errno") as geweigerd:
        bewaar(voorstel)
    assert in_een_zin(geweigerd.value).startswith(zin)
    verloren = open_voorstel(voorstel.map).kop != ervoor.kop
    bewaar(voorstel)
    assert open_voorstel(voorstel.map).kop["titel"] == voorstel.kop["titel"]
    boek(f"schijf {toestand}: voorstel bewaren", geprobeerd=1, binnen=1, verloren=int(verloren))


@pytest.mark.parametrize("toestand", ["alleen te lezen", pytest.param("vol", marks=DUUR)])
def test_exporteren(op_schijf: Winkeldoos, boek: Boek, capsys: pytest.CaptureFixture[str], toestand: str) -> None:
    """One sentence; the file that was there is still there, and no half one beside it."""
    maak, zin = TOESTANDEN[toestand]
    doel = op_schijf.thuis.parent / "export"
    doel.mkdir()
    (doel / "x.csv").write_text("oud", encoding="utf-8")
    with maak(op_schijf, 0):
        status = exporteer(["oordelen", "--formaat", "csv-rfc4180", "--naar", str(doel / "x.csv")])
    gezegd = capsys.readouterr().err
    assert (status, gezegd.count("\n"), gezegd[: len(zin)]) == (1, 1, zin), gezegd
    verloren = [pad.read_text(encoding="utf-8") for pad in doel.iterdir()] != ["oud"]
    boek(f"schijf {toestand}: exporteren", geprobeerd=1, binnen=1, verloren=int(verloren))


@DUUR
@pytest.mark.parametrize("toestand", TOESTANDEN)
def test_het_dashboard_starten(op_schijf: Winkeldoos, boek: Boek, toestand: str) -> None:
    """What is built is shown. A day that has to be built is named; a damaged database cannot be made again, and why."""
    maak, zin = TOESTANDEN[toestand]
    ervoor = alles(bezoek())
    with maak(op_schijf, 0):
        gewoon = alles(bezoek())
        op_dag = alles(bezoek(bekend=date(2026, 1, 1).isoformat()))
    assert "is hier nu niet klaar te zetten; u ziet wat nu bekend is. " + zin in op_dag
    os.truncate(openen.huidig_bestand(op_schijf.thuis), 100_000)
    with maak(op_schijf, 0):
        bezoek()
        assert wacht().fout.startswith(zin)
        assert alles(bezoek()).startswith(f"Nog geen gegevens\nDe database is niet te maken. {zin}")
    wacht().einde = 0.0
    bezoek()
    assert wacht().fout == ""
    verloren = (gewoon != ervoor) + (alles(bezoek()) != ervoor)
    boek(f"schijf {toestand}: dashboard starten", geprobeerd=2, binnen=2, verloren=verloren)
