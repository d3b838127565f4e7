"""What opens the house to others agrees with itself: publiccode.yml, changelog, licences, the table of the standard."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.test_huis import _onder_beheer

WORTEL = Path(__file__).parents[1]
PROJECT = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PUBLICCODE: dict[str, Any] = yaml.safe_load((WORTEL / "publiccode.yml").read_text(encoding="utf-8"))
REUSE = tomllib.loads((WORTEL / "REUSE.toml").read_text(encoding="utf-8"))["annotations"]
STANDAARD = (WORTEL / "docs" / "standaard-voor-publieke-code.md").read_text(encoding="utf-8")

#: The keys of publiccode.yml 0.7 that are mandatory, and the values that a key may have.
VERPLICHT = (
    "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description",
    "legal.license", "maintenance.type", "localisation.localisationReady", "localisation.availableLanguages",
)  # fmt: skip
WAARDEN = {
    "publiccodeYmlVersion": {"0.7", "0.7.0"},
    "developmentStatus": {"concept", "development", "beta", "stable", "obsolete"},
    "softwareType": {f"standalone/{soort}" for soort in ("mobile", "iot", "desktop", "web", "backend", "other")},
    "maintenance.type": {"internal", "contract", "community", "none"},
}


def _waarde(pad: str) -> Any:  # noqa: ANN401 - what YAML holds
    gevonden: Any = PUBLICCODE
    for deel in pad.split("."):
        gevonden = gevonden[deel]
    return gevonden


def test_publiccode_heeft_wat_moet() -> None:
    assert [pad for pad in VERPLICHT if _waarde(pad) in (None, "", [], {})] == []
    assert {pad: _waarde(pad) for pad, mag in WAARDEN.items() if _waarde(pad) not in mag} == {}
    # who maintains it is named, and nobody where nobody does
    soort = PUBLICCODE["maintenance"]["type"]
    wie = {"internal": "contacts", "community": "contacts", "contract": "contractors", "none": None}[soort]
    assert set(PUBLICCODE["maintenance"]) == {"type", *([wie] if wie else [])}


@pytest.mark.parametrize("taal", PUBLICCODE["description"])
def test_de_beschrijving_past(taal: str) -> None:
    tekst = PUBLICCODE["description"][taal]
    assert 0 < len(tekst["shortDescription"]) <= 150
    assert 150 <= len(tekst["longDescription"]) <= 10_000
    assert tekst["features"]
    assert [pad for pad in tekst.get("screenshots", ()) if not (WORTEL / pad).is_file()] == []


def test_versie_en_licentie_staan_overal_gelijk() -> None:
    versie, wanneer = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - (.+)$", _lees("CHANGELOG.md"), re.MULTILINE)[0]
    assert PROJECT["version"] == PUBLICCODE["softwareVersion"] == versie
    assert PROJECT["license"] == PUBLICCODE["legal"]["license"] == REUSE[0]["SPDX-License-Identifier"] == "EUPL-1.2"
    assert PROJECT["description"] == PUBLICCODE["description"]["nl"]["shortDescription"]
    if wanneer == "not released yet":
        assert "releaseDate" not in PUBLICCODE
    else:
        assert PUBLICCODE["releaseDate"] == date.fromisoformat(wanneer)


def test_elk_bestand_heeft_een_licentie_waarvan_de_tekst_er_is() -> None:
    """`reuse lint` says more; this holds without it."""
    namen = [pad.relative_to(WORTEL).as_posix() for pad in _onder_beheer(WORTEL)]
    for regel in REUSE:
        patronen = [regel["path"]] if isinstance(regel["path"], str) else regel["path"]
        assert [p for p in patronen if not any(fnmatch(naam, p.replace("**", "*")) for naam in namen)] == []
        assert regel["SPDX-FileCopyrightText"]
    assert REUSE[0]["path"] == "**"
    assert {pad.stem for pad in (WORTEL / "LICENSES").iterdir()} == {r["SPDX-License-Identifier"] for r in REUSE}
    assert _lees("LICENSE") == _lees("LICENSES/EUPL-1.2.txt")


def test_elke_plaatshouder_staat_in_de_lijst_van_wat_nog_moet() -> None:
    """An address under .example in a document for others is said to be a placeholder, and waits in uitgeven.md."""
    namen = ("publiccode.yml", "SECURITY.md", "CONTRIBUTING.md", "GOVERNANCE.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md")
    met = {naam for naam in namen if re.search(r"\w\.example\b", _lees(naam))}
    lijst = _lees("docs/uitgeven.md").partition("## Before the first release")[2].partition("\n## ")[0]
    assert met == set(re.findall(r"^\| `([\w.]+)` \|", lijst, re.MULTILINE))
    assert [naam for naam in met if "placeholder" not in _lees(naam)] == []


def _criteria() -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Per criterion what its heading says, and of each requirement its text and what is said of it."""
    return {
        kop: (gezegd, re.findall(r"^\| ([^|]+) \| (met|partly|not met) \|", deel, re.MULTILINE))
        for kop, gezegd, deel in re.findall(
            r"^## ([\w ]+): ([\w ]+?)(?: \(.+\))?\n(.*?)(?=^## |\Z)", STANDAARD, re.M | re.S
        )
    }


def test_een_criterium_is_gehaald_als_alles_wat_moet_is_gehaald() -> None:
    criteria = _criteria()
    assert len(criteria) == 16
    rijen = re.findall(r"^\| (?!requirement|---)", STANDAARD, re.MULTILINE)
    assert len(rijen) == sum(len(eisen) for _, eisen in criteria.values())
    for kop, (gezegd, eisen) in criteria.items():
        moet = {oordeel for eis, oordeel in eisen if eis.startswith("**")}
        assert (gezegd == "met") == (moet == {"met"}), kop
    gehaald = sum(gezegd == "met" for gezegd, _ in criteria.values())
    assert f"**{gehaald} of the 16 criteria are met.**" in STANDAARD


def _lees(naam: str) -> str:
    return (WORTEL / naam).read_text(encoding="utf-8")
