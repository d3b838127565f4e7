"""What a machine that shares a lake does: follow what is published, in files of its own.

The latest publication is copied out of the lake into a built file, and then the pointer moves to it, as after a build.
So a question costs what it costs on one machine, none waits for the catalog, and a reader stays on the file it began
with. While the lake cannot be reached, what is here goes on.
"""

from __future__ import annotations

import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data import journaal
from data.bouw.bouwen import LENGTE_SLEUTEL
from data.bouw.maken import INSTELLINGEN, bouwwijze
from data.fouten import LakeDicht, LakeOnbereikbaar, NietTeOpenen
from data.gebouwd.openen import WERKMAP, bewaard, geef_naam, huidig_bestand, ruim_op, wijs_aan
from data.instellingen import instellingen
from data.lake.lake import ALLES, OPENBAAR, Publicatie, haal, laatste_snapshot, open_lake, publicaties
from data.slot import alleen

#: Seconds between two looks at the lake.
PAUZE = 2.0


@dataclass(frozen=True)
class LakeStand:
    """How the lake was found at the last look: whether its catalog answered, the snapshot it follows (-1: none)."""

    antwoordt: bool
    snapshot: int


class Volger:
    """Keeps the pointers of a folder on the latest publication of a lake that this version of the product can read."""

    def __init__(self, waar: str, map_: Path) -> None:
        """For the lake `waar` and the folder of databases `map_`; nothing is opened yet."""
        self._waar, self._map = waar, map_
        self._con: duckdb.DuckDBPyConnection | None = None
        self._gezien = -1
        self._antwoordt = False
        self._bezig = threading.Lock()

    def kijk(self) -> None:
        """Look once, and move when something new was published. Raises LakeDicht; the pointers then stay."""
        with self._bezig:
            try:
                if self._con is None:
                    self._con = _open(self._waar)
                nummer = laatste_snapshot(self._con)
                if nummer != self._gezien:
                    self._neem_over(self._con, _leesbaar(publicaties(self._con)))
                    self._gezien = nummer
                self._antwoordt = True
            except (duckdb.Error, LakeDicht) as fout:
                self._con, self._antwoordt = None, False
                if isinstance(fout, LakeDicht):
                    raise
                raise LakeOnbereikbaar("De catalogus van het lake antwoordt niet meer.") from None

    def opnieuw(self) -> None:
        """Take over what is published even if it was seen before: what is here is gone or damaged. Raises LakeDicht."""
        with self._bezig:
            self._gezien = -1
        self.kijk()

    def _neem_over(self, con: duckdb.DuckDBPyConnection, nieuw: Publicatie) -> None:
        """Copy what is not here yet, then let both pointers name it."""
        self._map.mkdir(parents=True, exist_ok=True)
        for alles in (False, True):
            wijs_aan(self._map, zet_klaar(con, self._waar, self._map, nieuw, alles=alles), alles=alles)
        ruim_op(self._map)

    @property
    def stand(self) -> LakeStand:
        """How the last look went."""
        return LakeStand(self._antwoordt, self._gezien)

    def blijf_kijken(self) -> None:
        """Look again and again, in a thread that ends with the process; a failure is logged once, until it is over."""
        threading.Thread(target=self._lus, name="lake", daemon=True).start()

    def _lus(self) -> None:
        wacht, gemeld = threading.Event(), ""
        while not wacht.wait(PAUZE):
            try:
                self.kijk()
            except (LakeDicht, OSError) as fout:
                if str(fout) != gemeld:
                    journaal.waarschuw("lake_weg", f"Wat er was, blijft te zien. {fout}", soort=type(fout).__name__)
                gemeld = str(fout)
            else:
                gemeld = ""


_slot = threading.Lock()
_volgers: dict[tuple[str, Path], Volger] = {}


def volg() -> None:
    """See to it that the folder of databases follows the lake, where the settings name one; the first time it waits.

    Raises LakeDicht when there is nothing to read, here or in the lake.
    """
    waar, map_ = instellingen().opslag, instellingen().map.resolve()
    if not waar:
        return
    with _slot:
        if (waar, map_) in _volgers:
            return
        volger = Volger(waar, map_)
        try:
            volger.kijk()
        except LakeOnbereikbaar as fout:
            try:
                huidig_bestand(map_)
            except NietTeOpenen:
                raise fout from None
            zin = f"U ziet wat hier het laatst is opgehaald. {fout}"
            journaal.waarschuw("lake_weg", zin, soort=type(fout).__name__)
        volger.blijf_kijken()
        _volgers[waar, map_] = volger


def volg_nu() -> None:
    """Follow at once what was just published from here; where that fails, the others and this machine see it later."""
    with suppress(LakeDicht):
        volg()
        _volgers[instellingen().opslag, instellingen().map.resolve()].kijk()


def volg_opnieuw() -> None:
    """Copy what is published out of the lake once more, where it is not here whole. Raises LakeDicht."""
    volg()
    _volgers[instellingen().opslag, instellingen().map.resolve()].opnieuw()


def stand_van_lake() -> LakeStand | None:
    """How the lake of the settings was found at the last look, without looking again; None where they name none."""
    waar, map_ = instellingen().opslag, instellingen().map.resolve()
    if not waar:
        return None
    volger = _volgers.get((waar, map_))
    return LakeStand(antwoordt=False, snapshot=-1) if volger is None else volger.stand


def gepubliceerde_versie(versie: str, *, alles: bool) -> Path | None:
    """The database of a datasetversie as it was published, by time travel; None where the lake has it not (any more).

    Only with `alles` may it hold what is not public. None too where the settings name no lake or it cannot be reached:
    the leveringen then make that version.
    """
    waar, map_ = instellingen().opslag, instellingen().map.resolve()
    if not waar:
        return None
    zo = bouwwijze()
    try:
        with _open(waar) as con:
            for publicatie in publicaties(con):
                kent = versie == publicatie.openbaar or (alles and versie == publicatie.alles)
                if kent and publicatie.bouwwijze == zo:
                    return zet_klaar(con, waar, map_, publicatie, alles=versie != publicatie.openbaar)
    except (duckdb.Error, LakeDicht) as fout:
        soort = type(fout).__name__
        zin = f"Een eerdere versie wordt opnieuw gemaakt: het lake geeft haar niet ({soort})."
        journaal.waarschuw("versie_niet_uit_lake", zin, soort=soort)
    return None


def zet_klaar(con: duckdb.DuckDBPyConnection, waar: str, map_: Path, publicatie: Publicatie, *, alles: bool) -> Path:
    """The file in this folder with what a publication holds, copied out of the lake where it is not there yet.

    With `alles` that in which concept leveringen count. Processes that share the folder wait for each other. Raises
    LakeDicht.
    """
    versie = publicatie.alles if alles else publicatie.openbaar
    schema = OPENBAAR if versie == publicatie.openbaar else ALLES
    # a datasetversie built in one way has one content: who finds this name has what it says
    stam = f"verbeterpunten-{versie}-{publicatie.bouwwijze[:LENGTE_SLEUTEL]}"
    with alleen(map_, wacht=True):
        er_is = bewaard(map_, stam)
        if er_is is not None:
            er_is.touch()
            return er_is
        with tempfile.TemporaryDirectory(dir=map_, prefix=WERKMAP) as tijdelijk:
            nieuw = Path(tijdelijk) / "nieuw.duckdb"
            haal(con, waar, publicatie, schema=schema, bestand=nieuw)
            return geef_naam(nieuw, map_, stam)


def _open(waar: str) -> duckdb.DuckDBPyConnection:
    """A connection to the lake, which writes files as a build does; in one thread: readers are at work beside it."""
    con = duckdb.connect(config=INSTELLINGEN | {"threads": 1})
    open_lake(con, waar)
    return con


def _leesbaar(alle: list[Publicatie]) -> Publicatie:
    """The latest that was built as this version of the product builds: tables of another may mean something else."""
    zo = bouwwijze()
    for publicatie in alle:
        if publicatie.bouwwijze == zo:
            return publicatie
    waarom = "is met een andere versie van dit product gemaakt" if alle else "is er nog niet"
    raise LakeDicht(f"Wat gepubliceerd moet zijn, {waarom}. Publiceer met deze versie: python -m data publiceer")
