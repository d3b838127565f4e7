"""Something done to a store in a process that is killed: `python -m tests.fouten.sterven`, one order a line.

An order names what is done, in which phase it has to be killed and how many seconds after that began. The answer tells
in which phase it died, or that it was done, and how long each phase took. The processes are forks of one: to start
Python and DuckDB anew each time takes longer than all the rest.
"""

from __future__ import annotations

import json
import mmap
import os
import signal
import struct
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from types import ModuleType

from data.aanvaarding import vastleggen, wijzigen
from data.bouw import bouwen
from data.gebouwd import openen
from data.instellingen import instellingen
from tests.data.winkeldoos import vervolg

#: In the order in which they come; swapping may come twice.
FASEN = ("begin", "schrijven", "proefbouw", "vastleggen", "bouwen", "neerzetten", "wisselen", "opruimen", "klaar")
#: What begins a phase.
HAKEN: tuple[tuple[ModuleType, str, str], ...] = (
    (vastleggen, "leg_vast", "schrijven"),
    (vastleggen, "_houdt", "proefbouw"),
    (vastleggen, "naar_schijf", "vastleggen"),
    (bouwen, "_bouw_huidige", "bouwen"),
    (bouwen, "geef_naam", "neerzetten"),
    (bouwen, "wijs_aan", "wisselen"),
    (bouwen, "ruim_op", "opruimen"),
)


def _wissel() -> None:
    """Move the pointer to and fro for ever."""
    map_ = instellingen().map
    for bestand in cycle(sorted(map_.glob("*.duckdb"))):
        merk("wisselen")
        openen.wijs_aan(map_, bestand)
        merk("begin")


DADEN: dict[str, Callable[[], object]] = {
    "bouw": bouwen.bouw,
    "aanvaard": lambda: wijzigen.schrijf_levering(
        vervolg(uitkomst="verbeterpunt"), door="i", bron=Path(os.environ["STERVEN_BRON"])
    ),
    "trek in": lambda: wijzigen.trek_in("vervolg", reden="vergissing", door="i"),
    "maak openbaar": lambda: wijzigen.maak_openbaar("vervolg", door="i"),
    "wissel": _wissel,
}

_TIJDEN = struct.Struct(f"b{len(FASEN)}d")
_gedeeld = mmap.mmap(-1, _TIJDEN.size)


def merk(fase: str) -> None:
    """Tell the parent that a phase begins, even if this is the last thing that is ever done."""
    _, *tijden = _TIJDEN.unpack(_gedeeld[:])
    nummer = FASEN.index(fase)
    tijden[nummer] = tijden[nummer] or time.monotonic()
    _gedeeld[:] = _TIJDEN.pack(nummer, *tijden)


def _haak(module: ModuleType, naam: str, fase: str) -> None:
    echt: Callable[..., object] = getattr(module, naam)

    def gemerkt(*woorden: object, **namen: object) -> object:
        merk(fase)
        return echt(*woorden, **namen)

    setattr(module, naam, gemerkt)


def _stand() -> tuple[str, dict[str, float]]:
    """The phase it is in, and when each began."""
    nummer, *tijden = _TIJDEN.unpack(_gedeeld[:])
    return FASEN[nummer], {fase: tijd for fase, tijd in zip(FASEN, tijden, strict=True) if tijd}


def _voer_uit(daad: str, fase: str, na: float) -> dict[str, object]:
    _gedeeld[:] = bytes(_TIJDEN.size)
    kind = os.fork()
    if kind == 0:
        merk("begin")
        DADEN[daad]()
        merk("klaar")
        os._exit(0)
    af = os.waitpid(kind, 0 if fase == "klaar" else os.WNOHANG)
    while af == (0, 0) and fase not in _stand()[1]:
        time.sleep(0.0002)
        af = os.waitpid(kind, os.WNOHANG)
    if af == (0, 0):
        time.sleep(na)
        os.kill(kind, signal.SIGKILL)
        af = os.waitpid(kind, 0)
    gestorven, tijden = _stand()
    return {"fase": gestorven, "gedood": os.WIFSIGNALED(af[1]), "status": af[1], "tijden": tijden}


def main() -> None:
    """Carry out orders until there are no more."""
    vars(bouwen)["NASLAG"] = ()
    vastleggen.nu = lambda: datetime(2026, 3, 1, 10, tzinfo=UTC)
    for haak in HAKEN:
        _haak(*haak)
    for regel in sys.stdin:
        print(json.dumps(_voer_uit(**json.loads(regel))), flush=True)


if __name__ == "__main__":
    main()
