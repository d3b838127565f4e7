"""What the tests of this room share: a small store, a disk that can be filled or shut, and the table of faults."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.data.conftest import proef_bestand, winkel
from tests.fouten.tafel import EIGENSCHAP
from tests.pagina.conftest import _een_keer_gezocht, geleverd_map, open_pagina

__all__ = ["_een_keer_gezocht", "geleverd_map", "open_pagina", "proef_bestand", "winkel"]

#: Records a row of the table: `boek("schijf vol", geprobeerd=3, binnen=3, verloren=0)`.
Boek = Callable[..., None]
#: Puts a small disk of so many kB at a folder: `schijf(map_, 512)`.
Schijf = Callable[[Path, int], None]


@pytest.fixture
def boek(record_property: Callable[[str, object], None]) -> Boek:
    """Records what a test tried, how often that struck inside the moment it was meant for, and what was lost.

    What was lost is a number, or in words what each was.
    """

    def boek_(fout: str, *, geprobeerd: int, binnen: int, verloren: int | list[str]) -> None:
        redenen = [] if isinstance(verloren, int) else verloren
        aantal = verloren if isinstance(verloren, int) else len(verloren)
        record_property(EIGENSCHAP, (fout, geprobeerd, binnen, aantal))
        assert aantal == 0, "\n".join([fout, *redenen])

    return boek_


def _mount(*woorden: str) -> bool:
    return subprocess.run(["mount", *woorden], check=False, capture_output=True).returncode == 0


@pytest.fixture
def schijf(tmp_path: Path) -> Iterator[Schijf]:
    """Small disks of their own, gone when the test ends; skips where this machine does not let one make them."""
    gemaakt: list[Path] = []

    def maak(map_: Path, kilobytes: int) -> None:
        map_.mkdir(exist_ok=True)
        if sys.platform != "linux" or not _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(map_)):
            pytest.skip("deze gebruiker mag hier geen schijf maken (mount)")
        gemaakt.append(map_)

    yield maak
    for map_ in reversed(gemaakt):
        subprocess.run(["umount", "-l", str(map_)], check=True)


def zet_op_slot(map_: Path, *, dicht: bool = True) -> None:
    """Make the disk at a folder read-only, for root too; or writable again."""
    assert _mount("-o", f"remount,{'ro' if dicht else 'rw'}", str(map_))
