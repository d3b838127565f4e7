"""Opening what was built: only to read, shut to the outside, and with a Dutch sentence where it cannot be."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from pathlib import Path

import duckdb
import pytest

from data.fouten import NietTeOpenen
from data.gebouwd.openen import (
    WERKTIJD,
    WIJZER,
    WIJZER_ALLES,
    bewaard,
    geef_naam,
    huidig,
    huidig_bestand,
    is_gaaf,
    laat_los,
    open_lezend,
    ruim_op,
    wijs_aan,
)

NIET_GEBOUWD = "Er is nog geen database gebouwd. Bouw haar met: python -m data bouw"
WEG = "De gebouwde database is weg. Bouw haar opnieuw met: python -m data bouw"
NIET_TE_LEZEN = "De gebouwde database is niet te lezen. Bouw haar opnieuw met: python -m data bouw"


def test_lezen_gaat(geleverd_bestand: Path) -> None:
    with open_lezend(geleverd_bestand) as con:
        assert con.execute("select count(*) from oordelen").fetchall() == [(63,)]


@pytest.mark.parametrize(
    ("opdracht", "fout", "melding"),
    [
        ("insert into opslag.kader values (9, 'x', 'x', 'x', null)", duckdb.InvalidInputException, "read-only"),
        ("drop view oordelen", duckdb.InvalidInputException, "read-only"),
        ("create table opslag.x (a integer)", duckdb.InvalidInputException, "read-only"),
        ("from read_csv('{map}/lek.csv')", duckdb.PermissionException, "disabled"),
        ("from '{map}/lek.csv'", duckdb.Error, "disabled"),
        ("from read_text('{map}/lek.csv')", duckdb.PermissionException, "disabled"),
        ("from glob('{map}/*')", duckdb.PermissionException, "disabled"),
        ("attach '{map}/ander.duckdb' as ander", duckdb.PermissionException, "disabled"),
        ("copy (select 1) to '{map}/uit.csv'", duckdb.PermissionException, "disabled"),
        ("export database '{map}/uit'", duckdb.PermissionException, "disabled"),
        ("install httpfs", duckdb.PermissionException, "disabled"),
        ("load httpfs", duckdb.PermissionException, "disabled"),
        ("set enable_external_access = true", duckdb.InvalidInputException, "locked"),
        ("set threads = 1", duckdb.InvalidInputException, "locked"),
        ("reset lock_configuration", duckdb.InvalidInputException, "locked"),
    ],
)
def test_de_deur_is_dicht(
    geleverd_bestand: Path, tmp_path: Path, opdracht: str, fout: type[duckdb.Error], melding: str
) -> None:
    """Each statement is refused for the reason meant, and nothing is written."""
    (tmp_path / "lek.csv").write_text("a\n1\n", encoding="utf-8")
    with open_lezend(geleverd_bestand) as con, pytest.raises(fout, match=melding):
        con.execute(opdracht.format(map=tmp_path.as_posix()))
    assert [pad.name for pad in tmp_path.iterdir()] == ["lek.csv"]


def test_zonder_wijzer(tmp_path: Path) -> None:
    for map_ in (tmp_path, tmp_path / "nergens"):
        with pytest.raises(NietTeOpenen) as fout:
            huidig_bestand(map_)
        assert str(fout.value) == NIET_GEBOUWD


@pytest.mark.parametrize("inhoud", ["weg.duckdb", "", "  \n", ".", ".."])
def test_een_wijzer_naar_niets(tmp_path: Path, inhoud: str) -> None:
    (tmp_path / WIJZER).write_text(inhoud, encoding="utf-8")
    with pytest.raises(NietTeOpenen) as fout:
        huidig_bestand(tmp_path)
    assert str(fout.value) == WEG


def test_een_wijzer_wijst_niet_buiten_de_map(tmp_path: Path) -> None:
    """Only the name counts: a path elsewhere is a file that is not here."""
    (tmp_path / "buiten.duckdb").touch()
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / WIJZER).write_text("../buiten.duckdb", encoding="utf-8")
    with pytest.raises(NietTeOpenen):
        huidig_bestand(tmp_path / "map")


def test_een_wijzer_die_geen_tekst_is(tmp_path: Path) -> None:
    (tmp_path / WIJZER).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NietTeOpenen) as fout:
        huidig_bestand(tmp_path)
    assert str(fout.value) == WEG


@pytest.mark.parametrize("deel", [0, 100, 5000, None], ids=["leeg", "kop", "half", "onzin"])
def test_een_bestand_dat_geen_database_is(geleverd_bestand: Path, tmp_path: Path, deel: int | None) -> None:
    bestand = tmp_path / "stuk.duckdb"
    bestand.write_bytes(b"onzin" * 5000 if deel is None else geleverd_bestand.read_bytes()[:deel])
    with pytest.raises(NietTeOpenen) as fout:
        open_lezend(bestand)
    assert str(fout.value) == NIET_TE_LEZEN


def test_huidig_kent_alleen_wat_er_precies_zo_staat(tmp_path: Path, proef_bestand: Path) -> None:
    """Same datasetversie, same way of building, same day; anything else, or anything unreadable, is not there."""
    bestand = geef_naam(Path(shutil.copy(proef_bestand, tmp_path)), tmp_path, "verbeterpunten-a")
    with open_lezend(bestand) as con:
        vraag = "select datasetversie, bouwwijze, kennisdatum from opslag.dataset"
        versie, wijze, dag = con.execute(vraag).fetchall()[0]
    assert huidig(tmp_path, versie, wijze, dag) is None
    wijs_aan(tmp_path, bestand)
    assert huidig(tmp_path, versie, wijze, dag) == bestand
    assert huidig(tmp_path, "anders", wijze, dag) is None
    assert huidig(tmp_path, versie, "anders", dag) is None
    assert huidig(tmp_path, versie, wijze, None) is None
    duckdb.connect(tmp_path / "leeg").close()
    wijs_aan(tmp_path, geef_naam(tmp_path / "leeg", tmp_path, "verbeterpunten-b"))
    assert huidig(tmp_path, versie, wijze, dag) is None


def test_opruimen_laat_wat_huidig_is_en_wat_vreemd_is(tmp_path: Path) -> None:
    """Two that a pointer names, the four latest of the others, and what has another name."""
    for nummer in range(9):
        pad = tmp_path / f"verbeterpunten-{nummer}.duckdb"
        pad.touch()
        os.utime(pad, (1e9 + nummer, 1e9 + nummer))
    (tmp_path / "eigen.duckdb").touch()
    wijs_aan(tmp_path, tmp_path / "verbeterpunten-0.duckdb")
    wijs_aan(tmp_path, tmp_path / "verbeterpunten-1.duckdb", alles=True)
    ruim_op(tmp_path)
    over = {pad.name for pad in tmp_path.iterdir()}
    assert over == {"eigen.duckdb", WIJZER, WIJZER_ALLES, *(f"verbeterpunten-{n}.duckdb" for n in (0, 1, 5, 6, 7, 8))}


def test_wat_een_afgebroken_bouw_achterliet_gaat_weg(tmp_path: Path) -> None:
    """After a day; a build that is at work now keeps its folder."""
    for naam, ouderdom in (("oud", WERKTIJD + 60), ("nieuw", 0)):
        (tmp_path / f".bouw-{naam}").mkdir()
        (tmp_path / f".bouw-{naam}" / "nieuw.duckdb").touch()
        os.utime(tmp_path / f".bouw-{naam}", (time.time() - ouderdom,) * 2)
    ruim_op(tmp_path)
    assert [pad.name for pad in tmp_path.iterdir()] == [".bouw-nieuw"]


def test_twee_wijzers(tmp_path: Path) -> None:
    """Each names its own file; one that is not there is said to be not there."""
    for naam in ("publiek", "alles"):
        (tmp_path / f"{naam}.duckdb").touch()
    wijs_aan(tmp_path, tmp_path / "publiek.duckdb")
    with pytest.raises(NietTeOpenen):
        huidig_bestand(tmp_path, alles=True)
    wijs_aan(tmp_path, tmp_path / "alles.duckdb", alles=True)
    assert huidig_bestand(tmp_path).name == "publiek.duckdb"
    assert huidig_bestand(tmp_path, alles=True).name == "alles.duckdb"


def test_de_naam_zegt_of_een_bestand_nog_heel_is(tmp_path: Path) -> None:
    """One byte more or less, another name, no file: none of them is what was built."""
    (tmp_path / "nieuw").write_bytes(b"inhoud")
    bestand = geef_naam(tmp_path / "nieuw", tmp_path, "verbeterpunten-a")
    som = hashlib.sha256(b"inhoud").hexdigest()[:12]
    assert bestand == tmp_path / f"verbeterpunten-a-{som}.duckdb"
    assert is_gaaf(bestand)
    assert bewaard(tmp_path, "verbeterpunten-a") == bestand
    assert bewaard(tmp_path, "verbeterpunten") is None
    bestand.write_bytes(b"inhoud!")
    assert not is_gaaf(bestand)
    assert bewaard(tmp_path, "verbeterpunten-a") is None
    bestand.unlink()
    assert not is_gaaf(bestand)


def test_een_wijzer_die_niets_heels_aanwijst_gaat_weg(tmp_path: Path) -> None:
    """One that does, stays."""
    (tmp_path / "nieuw").write_bytes(b"inhoud")
    wijs_aan(tmp_path, geef_naam(tmp_path / "nieuw", tmp_path, "verbeterpunten-a"))
    wijs_aan(tmp_path, tmp_path / "verbeterpunten-weg.duckdb", alles=True)
    for alles in (False, True):
        laat_los(tmp_path, alles=alles)
    assert {pad.name for pad in tmp_path.glob("*.txt")} == {WIJZER}
