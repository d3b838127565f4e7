"""A store for tests of acceptance: the small set, settings that point at it, and a follow-up rapport to accept."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.aanvaarding import vastleggen, wijzigen
from data.gebouwd import openen
from tests.data.bouwdoos import Doos

Tabellen = dict[str, list[dict[str, str]]]


class Winkeldoos(Doos):
    """The small set as the store of accepted leveringen, with a folder for its databases and a clock to set."""

    def __init__(self, map_: Path, monkeypatch: pytest.MonkeyPatch, gebouwd: Path) -> None:
        """Write the set and let the settings point at it and at its database; the clock stands on 1 March 2026."""
        super().__init__(map_)
        monkeypatch.setattr("data.bouw.bouwen.NASLAG", ())
        self.thuis = map_ / "thuis"
        self.thuis.mkdir()
        bestand = openen.geef_naam(Path(shutil.copy(gebouwd, self.thuis)), self.thuis, "verbeterpunten-eerst")
        for alles in (False, True):
            openen.wijs_aan(self.thuis, bestand, alles=alles)
        self._monkeypatch = monkeypatch
        monkeypatch.setenv("VERBETERPUNTEN_LEVERINGEN", str(self.map))
        monkeypatch.setenv("VERBETERPUNTEN_MAP", str(self.thuis))
        monkeypatch.setenv("VERBETERPUNTEN_LOGBOEK", str(map_ / "logboek"))
        self.op(1)

    def op(self, dag: int) -> None:
        """Set the clock on a day of March 2026, at ten."""
        moment = datetime(2026, 3, dag, 10, tzinfo=UTC)
        self._monkeypatch.setattr(vastleggen, "nu", lambda: moment)

    @contextmanager
    def zonder_bouwen(self) -> Iterator[None]:
        """Let leveringen in without building: where a test asks what is then in store, or only needs them there."""
        with self._monkeypatch.context() as snel:
            snel.setattr(vastleggen, "_houdt", lambda *_: None)
            snel.setattr(wijzigen, "maak_huidig", lambda *_: None)
            yield

    def bestanden(self) -> dict[str, bytes]:
        """Every file in store, but for the lock."""
        paden = [pad for pad in sorted(self.map.rglob("*")) if pad.is_file() and pad.name != ".slot"]
        return {pad.relative_to(self.map).as_posix(): pad.read_bytes() for pad in paden}

    def mappen(self) -> list[str]:
        """The names in the folder of leveringen, but for the lock."""
        return sorted(pad.name for pad in self.map.iterdir() if pad.name != ".slot")


def vervolg(levering_id: str = "vervolg", *, uitkomst: str = "voldoet", **levering: str) -> Tabellen:
    """A follow-up of approach `nieuw` in 2016, in which i2 (not assessed in 2014) has this uitkomst."""
    teken = "✓" if uitkomst == "voldoet" else "X"
    return {
        "levering": [{"levering_id": levering_id, "fictief": "ja", **levering}],
        "rapporten": [
            {
                "rapport_id": "rap-3", "titel": "Rapport drie", "uitgever": "STJ", "gepubliceerd": "2017",
                "soort": "rapport",
            }
        ],
        "metingen": [
            {
                "meting_id": "m3", "aanpak_id": "nieuw", "editie_id": "proef-1", "peiljaar": "2016",
                "bezoek_op": "2016-05-01", "bewijs": "hertoets_verbeterpunten", "dekking": "selectie",
                "basis": "gesprek",
            }
        ],
        "meting_rapport": [{"meting_id": "m3", "rapport_id": "rap-3"}],
        "oordelen": [
            {
                "meting_id": "m3", "indicator_id": "i2", "rapport_id": "rap-3", "uitkomst": uitkomst,
                "teken_gedrukt": teken, "vindplaats": "tabel 1", "toelichting": "Dit gaat\nnu goed",
            }
        ],
    }  # fmt: skip
