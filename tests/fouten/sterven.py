"""Something done to a store in a process that is killed: `python -m tests.fouten.sterven`, one order a line.

An order names what is done, and when it has to be killed: so many seconds after a phase began, or just before the
n-th time that it does something to a file. The answer tells in which phase it died, or that it was done, and when each
phase began. The processes are forks of one: to start Python and DuckDB anew each time takes longer than all the rest.
"""

from __future__ import annotations

import json
import mmap
import os
import signal
import struct
import sys
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from types import FrameType, ModuleType
from typing import NoReturn

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
#: What does something to a file or a folder; DuckDB's own writing, to files that nothing names yet, is not among them.
HANDELINGEN = {
    *("write", "flush", "close", "__exit__", "fsync", "truncate", "ftruncate", "sendfile", "flock"),
    *("mkdir", "rmdir", "unlink", "remove", "rename", "replace", "utime"),
}


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

#: The phase, how many things were done to files, and when each phase began.
_TIJDEN = struct.Struct(f"bh{len(FASEN)}d")
_gedeeld = mmap.mmap(-1, _TIJDEN.size)


def merk(fase: str) -> None:
    """Tell the parent that a phase begins, even if this is the last thing that is ever done."""
    _, handelingen, *tijden = _TIJDEN.unpack(_gedeeld[:])
    nummer = FASEN.index(fase)
    tijden[nummer] = tijden[nummer] or time.monotonic()
    _gedeeld[:] = _TIJDEN.pack(nummer, handelingen, *tijden)


def _haak(module: ModuleType, naam: str, fase: str) -> None:
    echt: Callable[..., object] = getattr(module, naam)

    def gemerkt(*woorden: object, **namen: object) -> object:
        merk(fase)
        return echt(*woorden, **namen)

    setattr(module, naam, gemerkt)


def _tel_handelingen(sterf_bij: int) -> None:
    """Count what this process does to files, and have it killed just before it does so for the n-th time."""

    def tel(_: FrameType, gebeurtenis: str, wat: object) -> None:
        if gebeurtenis != "c_call" or getattr(wat, "__name__", "") not in HANDELINGEN:
            return
        van = getattr(wat, "__self__", None)
        if not isinstance(van, ModuleType) and type(van).__module__ != "_io":
            return  # a text or a list has some of these names too
        if getattr(van, "mode", "") in {"r", "rb"}:
            return  # a file that is only read
        nummer, handelingen, *tijden = _TIJDEN.unpack(_gedeeld[:])
        _gedeeld[:] = _TIJDEN.pack(nummer, handelingen + 1, *tijden)
        if handelingen + 1 == sterf_bij:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(tel)


def _stand() -> tuple[str, int, dict[str, float]]:
    """The phase it is in, how many things it did to files where those are counted, and when each phase began."""
    nummer, handelingen, *tijden = _TIJDEN.unpack(_gedeeld[:])
    return FASEN[nummer], handelingen, {fase: tijd for fase, tijd in zip(FASEN, tijden, strict=True) if tijd}


def _voer_uit(daad: str, fase: str, na: float, handeling: int | None) -> dict[str, object]:
    """Carry out one order. `handeling`: None where a moment in `fase` is meant; 0 counts, and kills nothing."""
    _gedeeld[:] = bytes(_TIJDEN.size)
    kind = os.fork()
    if kind == 0:
        _doe(daad, handeling)
    af = os.waitpid(kind, 0 if fase == "klaar" else os.WNOHANG)
    while af == (0, 0) and fase not in _stand()[2]:
        time.sleep(0.0002)
        af = os.waitpid(kind, os.WNOHANG)
    if af == (0, 0):
        time.sleep(na)
        os.kill(kind, signal.SIGKILL)
        af = os.waitpid(kind, 0)
    gestorven, handelingen, tijden = _stand()
    return {
        "fase": gestorven,
        "gedood": os.WIFSIGNALED(af[1]),
        "status": af[1],
        "handelingen": handelingen,
        "tijden": tijden,
    }


def _doe(daad: str, handeling: int | None) -> NoReturn:
    """In the child: do it, and go; what went wrong stands on stderr."""
    try:
        merk("begin")
        if handeling is not None:
            _tel_handelingen(handeling)
        DADEN[daad]()
        sys.setprofile(None)
        merk("klaar")
    except BaseException:  # noqa: BLE001 - the child may not go on as if it were its parent
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


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
