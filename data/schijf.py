"""What was written survives a power cut."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def naar_schijf(map_: Path) -> None:
    """Make sure that a folder with all that is in it survives a power cut."""
    for pad in map_.rglob("*"):
        if pad.is_file():
            with pad.open("r+b") as bestand:
                os.fsync(bestand.fileno())
    for deel in [pad for pad in map_.rglob("*") if pad.is_dir()] + [map_]:
        map_naar_schijf(deel)


def map_naar_schijf(map_: Path) -> None:
    """Make sure that the names in a folder survive a power cut; Windows sees to that itself."""
    if sys.platform != "win32":
        greep = os.open(map_, os.O_RDONLY)
        try:
            os.fsync(greep)
        finally:
            os.close(greep)
