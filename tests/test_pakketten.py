"""What is installed is what was looked at: each package pinned to its files, under a licence that we may take."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.pakketten import Nazicht, mag, nazicht, nieuw, pinnen, verkeerde_licenties, zoek_kwetsbaarheden, zonder_som

WORTEL = Path(__file__).parents[1]
BESTANDEN = sorted(WORTEL.glob("requirements*.txt"))
SOM = f"--hash=sha256:{'0' * 64}"


def schrijf(map_: Path, tekst: str) -> Path:
    pad = map_ / "requirements.txt"
    pad.write_text(tekst, encoding="utf-8")
    return pad


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda pad: pad.name)
def test_elk_pakket_is_vastgelegd_op_zijn_bestanden(bestand: Path) -> None:
    assert pinnen(bestand)
    assert zonder_som(bestand) == []


def test_een_pakket_zonder_som_wordt_gezien(tmp_path: Path) -> None:
    tekst = f"# kop\ngoed==1 ; x < '3' \\\n    {SOM} \\\n    {SOM}\n    # via ons\nkaal==2\nlos>=3 \\\n    {SOM}\n"
    assert zonder_som(schrijf(tmp_path, tekst)) == ["kaal==2", "los>=3"]
    assert zonder_som(schrijf(tmp_path, "half==1 --hash=sha256:abc\n")) == ["half==1"]


def test_wat_het_huis_vraagt_is_wat_er_vastligt() -> None:
    """Nobody forgets `make pakketten` after a change in pyproject.toml."""
    huis = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))
    groepen = {"": huis["project"]["dependencies"], **huis["dependency-groups"]}
    assert {pad.stem.removeprefix("requirements").removeprefix("-") for pad in BESTANDEN} == set(groepen)
    for groep, eisen in groepen.items():
        vast = pinnen(WORTEL / f"requirements{'-' if groep else ''}{groep}.txt")
        for eis in eisen:
            naam, versie = re.sub(r"\[.*\]|;.*", "", eis).split("==")
            assert vast.get(naam.lower()) == versie, f"{eis} staat anders in requirements: draai make pakketten"


def test_een_pakket_heeft_overal_dezelfde_versie() -> None:
    """All files but that of nazicht are installed together."""
    versies: dict[str, set[str]] = {}
    for bestand in BESTANDEN:
        tekst = bestand.read_text(encoding="utf-8")
        for naam in pinnen(bestand):
            eisen = frozenset(re.findall(rf"^{re.escape(naam)}==(\S+)", tekst, re.MULTILINE))
            versies.setdefault(naam, set()).add(" ".join(sorted(eisen)))
    assert {naam: keren for naam, keren in versies.items() if len(keren) > 1} == {}


def test_nieuwe_versies_komen_in_pyproject_en_duckdb_blijft() -> None:
    tekst = """[project]
dependencies = ["Aap==1.0", "duckdb==1.5.5"]
[dependency-groups]
ducklake = ["duckdb-extension-ducklake==1.5.5"]
meer = ["noot[binair]==2", "mies==3", "wim==4; os_name != 'nt'"]
"""
    assert nieuw.eisen(tekst)[:3] == ["Aap", "duckdb==1.5.5", "duckdb-extension-ducklake==1.5.5"]
    assert nieuw.eisen(tekst)[3:] == ["noot[binair]", "mies", "wim"]
    herschreven = nieuw.met_versies(tekst, {"aap": "1.1", "noot": "2.5", "wim": "5"})
    verwacht = tekst.replace("Aap==1.0", "Aap==1.1").replace("]==2", "]==2.5").replace("wim==4;", "wim==5;")
    assert herschreven == verwacht


def test_de_licenties_van_wat_hier_staat_mogen() -> None:
    assert verkeerde_licenties(naam for bestand in BESTANDEN for naam in pinnen(bestand)) == []


@pytest.mark.parametrize(
    ("gezegd", "goed"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("GNU Affero General Public License v3", False),
        ("", False),
    ],
)
def test_welke_licentie_mag(gezegd: str, *, goed: bool) -> None:
    assert mag("een-pakket", gezegd) is goed


def test_een_licentie_die_wij_lazen_geldt_zolang_zij_er_zo_staat() -> None:
    assert mag("axe-playwright-python", "")
    assert not mag("axe-playwright-python", "Proprietary")


def test_een_verkeerde_licentie_wordt_genoemd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.pakketten.TOEGESTAAN", {"MIT License"})
    assert verkeerde_licenties(["duckdb", "bestaat-hier-niet", "streamlit"]) == ["streamlit: Apache-2.0"]


LEK = {"id": "PYSEC-2026-1", "fix_versions": ["1.1"], "aliases": [], "description": ""}


@pytest.mark.parametrize(
    ("uit", "verwacht"),
    [
        (
            {"dependencies": [{"name": "a", "version": "1.0", "vulns": [LEK]}, {"name": "b", "skip_reason": "weg"}]},
            Nazicht(("a 1.0: PYSEC-2026-1, opgelost in 1.1",), ("b", "c"), 1),
        ),
        ({"dependencies": [{"name": n, "version": "1", "vulns": []} for n in "abc"]}, Nazicht((), (), 3)),
        ({"anders": 1}, Nazicht((), ("a", "b", "c"), 0)),
    ],
)
def test_wat_niet_is_nagekeken_geldt_niet_als_goed(uit: dict[str, object], verwacht: Nazicht) -> None:
    assert nazicht(json.dumps(uit), "abc") == verwacht


def test_zonder_net_of_gereedschap_is_er_niets_nagekeken(tmp_path: Path) -> None:
    bestand = schrijf(tmp_path, f"streamlit==1.67.0 \\\n    {SOM}\n")
    assert zoek_kwetsbaarheden(str(tmp_path / "bestaat-niet"), [bestand]) == Nazicht((), ("streamlit",), 0)


@pytest.mark.parametrize(("lek", "status", "zin"), [([LEK], 1, "- a 1.0: PYSEC-2026-1"), ([], 0, "is er geen bekend")])
def test_de_opdracht_zegt_het_in_het_nederlands(
    lek: list[object], status: int, zin: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With something in the place of pip-audit that answers as it does."""
    from tests.pakketten.__main__ import main

    antwoord = json.dumps({"dependencies": [{"name": "a", "version": "1.0", "vulns": lek}]})
    programma = tmp_path / "pip-audit"
    programma.write_text(f"#!/bin/sh\necho '{antwoord}'\n", encoding="utf-8")
    programma.chmod(0o700)
    assert main(str(programma)) == status
    gezegd = capsys.readouterr().out
    assert "Licenties: alle pakketten die hier staan, mogen." in gezegd
    assert zin in gezegd
    assert "NIET nagekeken" in gezegd


def test_make_installeert_alleen_wat_vastligt() -> None:
    """A name without a sum in the Makefile would let pip take any file."""
    geroepen = re.findall(r"(?:\$\(PIP\)|pip install)(.*)", (WORTEL / "Makefile").read_text(encoding="utf-8"))
    assert len(geroepen) > 3
    assert [regel for regel in geroepen if re.search(r"\b[a-z][\w-]*==", regel)] == []
