"""A store of its own for tests that accept and take back: the four shipped rapporten as built, and voorstellen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from data.aanvaarding import vastleggen, wijzigen
from tests.geleverd import kopieer


@contextmanager
def zonder_bouwen() -> Iterator[None]:
    """Let leveringen in without building: where a test asks what the page says, not what is built."""
    with pytest.MonkeyPatch.context() as snel:
        snel.setattr(vastleggen, "_houdt", lambda *_: None)
        snel.setattr(wijzigen, "maak_huidig", lambda *_: None)
        yield


def maak_winkel(map_: Path, gebouwd: Path, omgeving: pytest.MonkeyPatch) -> Path:
    """Copy the shipped leveringen and what was built of them, and let the settings point there."""
    kopieer(map_ / "leveringen")
    shutil.copytree(gebouwd, map_ / "map")
    for naam in ("leveringen", "voorstellen", "map", "logboek"):
        omgeving.setenv(f"VERBETERPUNTEN_{naam.upper()}", str(map_ / naam))
    return map_
