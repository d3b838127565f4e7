"""docs/beheer.md and the units of systemd: what they tell an administrator to do exists, and the unit shuts it in."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from data.__main__ import OPDRACHTEN
from data.instellingen import PRODUCT, Instellingen

DOCS = PRODUCT / "docs"
KAMERS = ("data", "queries", "pagina")
SERVER = DOCS / "server"
DRAAIBOEK = (DOCS / "beheer.md").read_text(encoding="utf-8")
#: Highest exposure that `systemd-analyze security` may find, in tenths.
DREMPEL = 25


def test_elke_opdracht_van_het_draaiboek_bestaat() -> None:
    bekend = {opdracht.__name__.rpartition(".")[2].replace("_", "-") for opdracht in OPDRACHTEN}
    genoemd = set(re.findall(r"(?<![-/\w])verbeterpunten\s+verbeterpunten ([a-z-]+)", DRAAIBOEK))
    assert {"bouw", "reservekopie", "terugzetten", "publiceer", "logboek"} <= genoemd
    assert genoemd <= bekend


def test_het_draaiboek_noemt_elke_code_van_het_journaal() -> None:
    """And only those; all that the product says of itself has one."""
    tekst = "".join(
        pad.read_text(encoding="utf-8")
        for pad in [PRODUCT / "dashboard.py", *(pad for kamer in KAMERS for pad in (PRODUCT / kamer).rglob("*.py"))]
        if pad.name != "journaal.py"
    )
    gezegd = set(re.findall(r'journaal\.(?:meld|waarschuw|onverwacht)\(\s*"(\w+)"', tekst))
    assert len(re.findall(r"journaal\.(?:meld|waarschuw|onverwacht)\(", tekst)) == len(
        re.findall(r'journaal\.(?:meld|waarschuw|onverwacht)\(\s*"', tekst)
    )
    assert "getLogger" not in tekst
    eerste, _, rest = DRAAIBOEK.partition("| `wat` | betekenis |\n|---|---|\n")[2].partition("\n\n")
    assert rest
    genoemd = {code for rij in eerste.splitlines() for code in re.findall(r"`(\w+)`", rij.split("|")[1])}
    # the last three are of journaal.py itself
    assert genoemd == gezegd | {"fout_in_draad", "waarschuwing", "bericht"}


def test_elk_bestand_van_het_draaiboek_bestaat() -> None:
    genoemd = set(re.findall(r"docs/server/[\w.@-]+", DRAAIBOEK)) | set(re.findall(r"\]\(([\w./-]+\.md)\)", DRAAIBOEK))
    assert genoemd
    # nginx.conf comes with the headers that it adds
    weg = [naam for naam in genoemd if not (DOCS / naam.removeprefix("docs/")).is_file()]
    assert set(weg) <= {"docs/server/nginx.conf"}


def test_wat_niet_af_te_leiden_is_staat_waar_de_dienst_mag_schrijven() -> None:
    regels = (SERVER / "instellingen.voorbeeld").read_text(encoding="utf-8").splitlines()
    gezet = dict(regel.split("=", 1) for regel in regels if regel.startswith("VERBETERPUNTEN_"))
    velden = {f"VERBETERPUNTEN_{naam.upper()}" for naam in Instellingen.__dataclass_fields__}
    assert set(gezet) <= velden
    for naam in ("MAP", "LEVERINGEN", "VOORSTELLEN", "LOGBOEK"):
        assert gezet[f"VERBETERPUNTEN_{naam}"].startswith("/var/lib/verbeterpunten/")
    assert "\nStateDirectory=verbeterpunten\n" in (SERVER / "verbeterpunten@.service").read_text(encoding="utf-8")


@pytest.mark.parametrize("naam", ["verbeterpunten@.service", "verbeterpunten-reservekopie.service"])
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is er niet")
def test_systemd_kent_elke_regel_en_vindt_de_dienst_dicht(naam: str, tmp_path: Path) -> None:
    """What does not exist in this version is passed over by systemd with a warning: here that is a fault."""
    tekst = (SERVER / naam).read_text(encoding="utf-8")
    eenheid = tmp_path / naam
    # the program is not on this computer
    eenheid.write_text(tekst.replace("/opt/verbeterpunten/.venv/bin/python", shutil.which("sh") or "/bin/sh"), "utf-8")
    for opdracht in (["verify"], ["security", "--offline=true", f"--threshold={DREMPEL}"]):
        klaar = subprocess.run(
            ["systemd-analyze", *opdracht, str(eenheid)], capture_output=True, text=True, check=False
        )
        assert klaar.returncode == 0, klaar.stdout + klaar.stderr
        assert "ignoring" not in klaar.stderr
