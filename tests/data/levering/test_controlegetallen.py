"""The checksums of an accepted levering: what was changed after acceptance is told, by file."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from data.bouw.bouwen import bouw
from data.fouten import LeveringGeweigerd
from data.levering.controlegetallen import BESTAND, controleer, schrijf
from tests.data.bouwdoos import Doos

# SHA-256 of "abc", from FIPS 180-2
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A levering with checksums: two tables and the original in a folder of its own."""
    map_ = tmp_path / "proef-2020"
    (map_ / "bron").mkdir(parents=True)
    (map_ / "levering.csv").write_bytes(b"abc")
    (map_ / "oordelen.csv").write_bytes(b"a,b\nc,d\n")
    (map_ / "bron" / "Rapport (versie 2).pdf").write_bytes(bytes(range(256)))
    schrijf(map_)
    return map_


def test_de_vorm_is_die_van_sha256sum(map_: Path) -> None:
    regels = (map_ / BESTAND).read_text(encoding="utf-8").splitlines()
    assert [regel[64:] for regel in regels] == ["  bron/Rapport (versie 2).pdf", "  levering.csv", "  oordelen.csv"]
    assert regels[1] == f"{ABC}  levering.csv"


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is er niet")
def test_sha256sum_zelf_leest_het(map_: Path) -> None:
    opdracht = ["sha256sum", "--strict", "-c", BESTAND]
    assert subprocess.run(opdracht, cwd=map_, check=False, capture_output=True).returncode == 0
    (map_ / "oordelen.csv").write_bytes(b"a,b\nc,e\n")
    assert subprocess.run(opdracht, cwd=map_, check=False, capture_output=True).returncode == 1


def test_een_ongeschonden_levering_is_goed(map_: Path) -> None:
    assert controleer(map_, "leveringen/proef-2020") == []


def test_zonder_controlegetallen_is_alles_goed(map_: Path) -> None:
    """What came with the product has none; what acceptance wrote has an original, and then they must be there."""
    (map_ / BESTAND).unlink()
    assert [(f.bestand, f.mis) for f in controleer(map_, "x")] == [
        (f"x/{BESTAND}", "het bestand is na aanvaarding weggehaald")
    ]
    shutil.rmtree(map_ / "bron")
    assert controleer(map_, "x") == []


Ingreep = Callable[[Path], object]


@pytest.mark.parametrize(
    ("doe", "bestand", "mis"),
    [
        (lambda m: (m / "oordelen.csv").write_bytes(b"a,b\nc,e\n"), "oordelen.csv", "is na aanvaarding veranderd"),
        (lambda m: (m / "oordelen.csv").write_bytes(b"a,b\r\nc,d\r\n"), "oordelen.csv", "is na aanvaarding veranderd"),
        (
            lambda m: (m / "bron" / "Rapport (versie 2).pdf").write_bytes(b""),
            "bron/Rapport (versie 2).pdf",
            "veranderd",
        ),
        (lambda m: (m / "oordelen.csv").unlink(), "oordelen.csv", "is na aanvaarding weggehaald"),
        (lambda m: (m / "erbij.txt").touch(), "erbij.txt", "is na aanvaarding toegevoegd"),
        (lambda m: (m / "bron" / "ander.pdf").touch(), "bron/ander.pdf", "is na aanvaarding toegevoegd"),
        (lambda m: (m / "bron" / BESTAND).touch(), f"bron/{BESTAND}", "is na aanvaarding toegevoegd"),
    ],
    ids=["byte", "regeleinden", "origineel", "weg", "erbij", "ander origineel", "zelfde naam dieper"],
)
def test_wat_veranderd_is_wordt_genoemd(map_: Path, doe: Ingreep, bestand: str, mis: str) -> None:
    doe(map_)
    (fout,) = controleer(map_, "leveringen/proef-2020")
    assert fout.bestand == f"leveringen/proef-2020/{bestand}"
    assert mis in fout.mis
    assert "levering proef-2020 zoals zij is aanvaard" in str(fout)


@pytest.mark.parametrize("regel", ["onzin", f"{ABC}  levering.csv", f"{ABC.upper()}  weg.csv", ""])
def test_een_regel_die_niet_klopt(map_: Path, regel: str) -> None:
    """Nonsense, a file named twice, capitals, an empty line."""
    with (map_ / BESTAND).open("a", encoding="utf-8") as bestand:
        bestand.write(f"{regel}\n")
    assert [(f.bestand, f.regel) for f in controleer(map_, "x")] == [(f"x/{BESTAND}", 4)]


def test_een_controlegetal_dat_zelf_veranderd_is(map_: Path) -> None:
    pad = map_ / BESTAND
    pad.write_text(pad.read_text(encoding="utf-8").replace(ABC, "0" * 64), encoding="utf-8")
    assert [f.bestand for f in controleer(map_, "x")] == ["x/levering.csv"]


def test_de_bouw_weigert_wat_na_aanvaarding_veranderd_is(doos: Doos) -> None:
    """A fact changed into another that is as good in form: only the checksum tells."""
    schrijf(doos.map / "feiten")
    doos.bouw().close()
    doos.zet("feiten/oordelen", 2, "vindplaats", "tabel 2")
    with pytest.raises(LeveringGeweigerd) as geweigerd:
        bouw([doos.map], naar=doos.database)
    assert [(f.bestand, f.mis) for f in geweigerd.value.fouten] == [
        ("leveringen/feiten/oordelen.csv", "het bestand is na aanvaarding veranderd")
    ]
