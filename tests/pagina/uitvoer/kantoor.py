"""LibreOffice for the tests: files in, what LibreOffice makes of them out, with as few starts of it as can be.

Every test that needs LibreOffice stands in test_kantoor.py. There the fixture `omgezet` makes one example in each
format and has LibreOffice convert all of it three times (to PDF, to CSV per sheet, and the Dutch CSV to ODS), once for
all processes of pytest-xdist; the tests only read what lies there:

    def test_iets(omgezet: Omgezet) -> None:
        assert "1.234" in pdf_tekst(omgezet.pdf("docx"))
        rijen = omgezet.csv("ods", "Cijfers")

A new format is one more name in `FORMATEN_MET_BLADEN` or `FORMATEN_ALS_PDF` there; nothing here has to change.
LibreOffice has a profile of its own with a Dutch locale. Where it is not installed the tests are skipped, but with
VERBETERPUNTEN_BROWSER_VERPLICHT=1 (as in CI) they fail.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

#: How LibreOffice reads and writes CSV: semicolon, quote, UTF-8, from line 1, in Dutch, not all as text,
#: dates and numbers recognised; written as they look, each sheet in a file of its own.
CSV_LEZEN = "CSV:59,34,76,1,,1043,false,true"
CSV_PER_BLAD = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1043,false,true,true,false,false,-1"
GEDULD = 120

_NEDERLANDS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value>\
</prop></item>
</oor:items>
"""


def soffice() -> str:
    """The program; skips the test where it is missing, and fails where it must be there."""
    gevonden = shutil.which("soffice") or shutil.which("libreoffice")
    if gevonden is None and os.environ.get("VERBETERPUNTEN_BROWSER_VERPLICHT") == "1":
        pytest.fail("LibreOffice ontbreekt: installeer libreoffice-calc-nogui en libreoffice-writer-nogui")
    if gevonden is None:
        pytest.skip("LibreOffice (soffice) is niet geïnstalleerd")
    return gevonden


def zet_om(bestanden: Sequence[Path], doel: str, naar: Path, *, profiel: Path, lees: str = "") -> None:
    """Convert files with one start of LibreOffice; fails with what it says where nothing comes of it."""
    gebruiker = profiel / "user" / "registrymodifications.xcu"
    if not gebruiker.exists():
        gebruiker.parent.mkdir(parents=True)
        gebruiker.write_text(_NEDERLANDS, encoding="utf-8")
    uit = subprocess.run(
        [
            *(soffice(), "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profiel.as_uri()}"),
            *([f"--infilter={lees}"] if lees else []),
            *("--convert-to", doel, "--outdir", str(naar), *map(str, bestanden)),
        ],
        timeout=GEDULD,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    assert uit.returncode == 0, uit.stderr
    gemaakt = {pad.stem for pad in naar.iterdir()}
    gemist = [pad.name for pad in bestanden if not any(naam.startswith(pad.stem) for naam in gemaakt)]
    assert gemist == [], f"LibreOffice kon dit niet openen: {gemist}\n{uit.stdout}{uit.stderr}"


@dataclass(frozen=True)
class Omgezet:
    """A folder with the files that were made, and what LibreOffice made of them. Files are called as their format."""

    map: Path

    def gemaakt(self, formaat: str, uitgang: str) -> Path:
        """The file as the product made it."""
        return self.map / "gemaakt" / f"{formaat}{uitgang}"

    def pdf(self, formaat: str) -> Path:
        """The same, printed by LibreOffice."""
        return self.map / "pdf" / f"{formaat}.pdf"

    def csv(self, formaat: str, blad: str) -> list[list[str]]:
        """A sheet as LibreOffice shows it: rows of cells, as they look."""
        with (self.map / "csv" / f"{formaat}-{blad}.csv").open(encoding="utf-8", newline="") as bestand:
            return list(csv.reader(bestand, delimiter=";"))

    def als_ods(self, formaat: str) -> Path:
        """A CSV as LibreOffice understands it."""
        return self.map / "ods" / f"{formaat}.ods"


def pdf_tekst(pad: Path) -> str:
    """All text of a PDF, with single blanks."""
    return " ".join(pdf_bladen(pad))


def pdf_bladen(pad: Path) -> list[str]:
    """The text of each page of a PDF, with single blanks."""
    document = pypdfium2.PdfDocument(pad)
    try:
        return [" ".join(bladzijde.get_textpage().get_text_range().split()) for bladzijde in document]
    finally:
        document.close()


def eenmaal(fabriek: pytest.TempPathFactory, maak: Callable[[Path], None]) -> Path:
    """A folder that `maak` has filled, once for all processes of a test run."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        map_ = fabriek.mktemp("kantoor")
        maak(map_)
        return map_
    map_ = fabriek.getbasetemp().parent / "kantoor"
    klaar = map_ / "klaar"
    with _om_de_beurt(fabriek.getbasetemp().parent / "kantoor.slot"):
        if not klaar.exists():
            shutil.rmtree(map_, ignore_errors=True)
            map_.mkdir()
            maak(map_)
            klaar.touch()
    return map_


@contextmanager
def _om_de_beurt(slot: Path) -> Iterator[None]:
    """One process at a time; the lock goes with the process that holds it."""
    import fcntl

    with slot.open("w") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        yield
