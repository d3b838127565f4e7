"""Is the dashboard well? GET /gezondheid says so in JSON, for who watches over the server (docs/beheer.md).

`status` is `goed`, `let_op` (readers are served; somebody should look) or `stuk` (readers are not served: status 503).
Nothing in it is about a person, and no path stands in it. Whoever asks, it is measured at most once in HOUDBAAR
seconds, in one thread beside the server: who asks often, or a disk that hangs, costs the readers nothing.
"""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
from starlette.requests import Request
from starlette.responses import JSONResponse

from data.bouw.bouwen import alle_mappen
from data.fouten import NietTeOpenen
from data.gebouwd.openen import huidig_bestand
from data.herstel.reservekopie import mappen_van
from data.instellingen import instellingen
from data.lake.volgen import stand_van_lake
from data.levering.leveringen import koppen
from queries import Bron, bron

#: Seconds that a measurement holds, and after which one that is not done yet counts as a fault.
HOUDBAAR, GEDULD = 5.0, 5.0
#: Free room below which a build, an acceptance or a backup may fail: some times what S1 of docs/schaal.md takes.
MINSTENS_MB = 500
#: Seconds after which is looked again in the folder of leveringen, also when it seems unchanged.
OPNIEUW = 300.0

GOED, LET_OP, STUK = "goed", "let_op", "stuk"
#: Every alarm: how bad it is, and what is wrong. What to do stands in docs/beheer.md under the same name.
ALARMEN = {
    "geen_database": (STUK, "Er is geen gebouwde database."),
    "database_kapot": (STUK, "De gebouwde database is niet te lezen, of van een andere versie van het product."),
    "antwoordt_niet": (STUK, f"De meting was na {GEDULD:.0f} seconden niet klaar: schijf of database hangt."),
    "niet_bijgewerkt": (LET_OP, "Er zijn leveringen die nog niet in de database staan."),
    "leveringen_weg": (LET_OP, "In de database staan leveringen die niet meer in de map met leveringen staan."),
    "map_weg": (LET_OP, "De map met leveringen is er niet of is niet te lezen: er kan niets worden aanvaard."),
    "schijf_vol": (LET_OP, f"Op een schijf is minder dan {MINSTENS_MB} MB vrij."),
    "lake_weg": (LET_OP, "De catalogus van het lake antwoordt niet. Lezers zien wat het laatst is opgehaald."),
}

#: Alarms as they stand in the answer: their code and what it means.
Alarmen = list[dict[str, str]]


class Gezondheid:
    """The route: measures through `meet`, remembers the outcome for a while, and never waits longer than GEDULD."""

    def __init__(self, meet: Callable[[], dict[str, Any]] | None = None) -> None:
        """Measure with `meet`; by default the dashboard of the settings."""
        self._meet = meet or Meting()
        self._taak: asyncio.Task[dict[str, Any]] | None = None
        self._begonnen = 0.0

    async def antwoord(self, _: Request) -> JSONResponse:
        """The state as JSON: 200 when readers are served, else 503."""
        nu = time.monotonic()
        if self._taak is None or (self._taak.done() and nu - self._begonnen > HOUDBAAR):
            self._begonnen = nu
            self._taak = asyncio.create_task(asyncio.to_thread(self._meet))
        try:
            stand = await asyncio.wait_for(asyncio.shield(self._taak), GEDULD)
        except TimeoutError:
            stand = oordeel([*_alarm("antwoordt_niet")], {})
        return JSONResponse(
            stand, status_code=503 if stand["status"] == STUK else 200, headers={"cache-control": "no-store"}
        )


class Meting:
    """Measures the dashboard of the settings; remembers which leveringen are in store while their folders stay."""

    def __init__(self) -> None:
        """Nothing is looked at yet."""
        self._gezien: tuple[list[int], float] | None = None
        self._ids: set[str] = set()

    def __call__(self) -> dict[str, Any]:
        """The state of the database, the store, the disks and the lake. Raises nothing of theirs."""
        alarmen: Alarmen = []
        feiten: dict[str, Any] = {}
        feiten["database"], gekend = self._database(alarmen)
        feiten["leveringen"] = self._leveringen(alarmen, gekend)
        feiten["schijf"] = _schijf(alarmen)
        lake = stand_van_lake()
        if lake is not None:
            feiten["lake"] = {"antwoordt": lake.antwoordt, "publicatie": lake.snapshot}
            alarmen += _alarm("lake_weg") if not lake.antwoordt else []
        return oordeel(alarmen, feiten)

    def _database(self, alarmen: Alarmen) -> tuple[dict[str, Any], set[str] | None]:
        """What the readers' own connection answers, and the ids of all leveringen that the databases know of."""
        begin = time.perf_counter()
        try:
            nu = bron()
            rij = nu.vraag("dataset").iloc[0]
            gekend = _ids(nu) | _ids_met_concept()
        except (NietTeOpenen, duckdb.Error):
            alarmen += _alarm("database_kapot" if _is_er() else "geen_database")
            return {"antwoordt": False}, None
        gebouwd_op = rij["gebouwd_op"].to_pydatetime().replace(tzinfo=UTC)
        return {
            "antwoordt": True,
            "antwoord_ms": round((time.perf_counter() - begin) * 1000),
            "datasetversie": nu.datasetversie,
            "methodeversie": nu.methodeversie,
            "gebouwd_op": _tijd(gebouwd_op),
            "leeftijd_s": max(round((datetime.now(UTC) - gebouwd_op).total_seconds()), 0),
        }, gekend

    def _leveringen(self, alarmen: Alarmen, gekend: set[str] | None) -> dict[str, Any]:
        """How many leveringen are in store, and how many of them the database lacks, or the store."""
        try:
            in_winkel = self._in_winkel()
        except OSError:
            alarmen += _alarm("map_weg")
            return {}
        if gekend is None:
            return {"in_map": len(in_winkel)}
        nieuw, weg = len(in_winkel - gekend), len(gekend - in_winkel)
        alarmen += _alarm("niet_bijgewerkt") if nieuw else []
        alarmen += _alarm("leveringen_weg") if weg else []
        return {"in_map": len(in_winkel), "niet_in_database": nieuw, "niet_meer_in_map": weg}

    def _in_winkel(self) -> set[str]:
        """The ids of all leveringen in store; read anew when something came in or went. Raises OSError."""
        mappen = alle_mappen()
        gezien = [map_.stat().st_mtime_ns for map_ in mappen]
        nu = time.monotonic()
        if self._gezien is None or self._gezien[0] != gezien or nu - self._gezien[1] > OPNIEUW:
            self._ids = {levering.id for levering in koppen(mappen)}
            self._gezien = gezien, nu
        return self._ids


def oordeel(alarmen: Alarmen, feiten: dict[str, Any]) -> dict[str, Any]:
    """The whole answer: as bad as the worst of the alarms."""
    ernst = {ALARMEN[alarm["code"]][0] for alarm in alarmen}
    status = next((graad for graad in (STUK, LET_OP) if graad in ernst), GOED)
    return {"status": status, "alarmen": alarmen, **feiten, "gemeten_op": _tijd(datetime.now(UTC))}


def _alarm(code: str) -> Alarmen:
    return [{"code": code, "melding": ALARMEN[code][1]}]


def _tijd(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _is_er() -> bool:
    """Whether the pointer names a file that is there."""
    try:
        huidig_bestand(instellingen().map)
    except NietTeOpenen:
        return False
    return True


def _ids(van: Bron) -> set[str]:
    return set(van.vraag("leveringen")["levering_id"])


def _ids_met_concept() -> set[str]:
    """Those in the database with concept leveringen; none where that cannot be read, which no reader notices."""
    try:
        return _ids(bron(alles=True))
    except (NietTeOpenen, duckdb.Error):
        return set()


def _schijf(alarmen: Alarmen) -> dict[str, int]:
    """Free megabytes where the product writes; a folder that is not there yet counts as the one above it."""
    eigen = instellingen()
    vrij = {}
    for naam, map_ in {"databases": eigen.map, **mappen_van(eigen)}.items():
        plek = next((deel for deel in (map_, *map_.absolute().parents) if deel.is_dir()), Path("/"))
        vrij[f"{naam}_vrij_mb"] = shutil.disk_usage(plek).free // 1_000_000
    if min(vrij.values()) < MINSTENS_MB:
        alarmen += _alarm("schijf_vol")
    return vrij
