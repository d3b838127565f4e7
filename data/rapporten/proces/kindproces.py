"""What the process does in which a report is read (see kind.py): limit itself, read, answer in lines of JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from data.rapporten.fouten import Onleesbaar
from data.rapporten.proces.afsluiten import alleen_schrijven_in, zonder_net
from data.rapporten.proces.kaal import naar_kaal
from data.rapporten.proces.kind import TE_VEEL_GEHEUGEN, TIK

#: The largest file that a child may write that has to work, in megabytes: a database built again is some tens.
_GROOTSTE_MB = 512
#: What a child that only reads may not: write a file, open many, start another process.
_LEEST = {"RLIMIT_FSIZE": 0, "RLIMIT_NOFILE": 64, "RLIMIT_NPROC": 0}
#: To the system a thread is a process, and all those of one user count together: they cannot be limited here.
_WERKT = {"RLIMIT_FSIZE": _GROOTSTE_MB * 1024**2, "RLIMIT_NOFILE": 256}


def _beperk(seconden: float, megabytes: int, mappen: list[Path]) -> None:
    """Limit this process as far as the system can: network, memory, time, and what it may write, open and start.

    mappen: the folders in which it may work; one without may only read.
    """
    zonder_net()
    alleen_schrijven_in(mappen)
    if hasattr(os, "nice"):
        os.nice(5)
    try:
        import resource  # noqa: PLC0415 - not there on Windows
    except ImportError:
        return
    grenzen = {
        "RLIMIT_AS": megabytes * 1024**2,
        "RLIMIT_CPU": int(seconden) + 1,
        "RLIMIT_CORE": 0,
    } | (_WERKT if mappen else _LEEST)
    for soort, grens in grenzen.items():
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, soort), (grens, grens))


def _regel(bericht: dict[str, Any]) -> bytes:
    return json.dumps(bericht).encode("ascii") + b"\n"


def _lees(lezer: str, pad: Path, *, naam: str, gegeven: dict[str, Any], uit: IO[bytes]) -> bytes:
    """Read, saying how far it is; the last message as a line: the answer, or why there is none."""
    module, _, functie = lezer.partition(":")
    laatst = 0.0

    def meld(klaar: int, totaal: int) -> None:
        nonlocal laatst
        nu = time.monotonic()
        if nu - laatst >= TIK or klaar == totaal:
            laatst = nu
            uit.write(_regel({"klaar": klaar, "totaal": totaal}))
            uit.flush()

    try:
        antwoord = getattr(import_module(module), functie)(pad, naam=naam, meld=meld, **gegeven)
        return _regel({"antwoord": naar_kaal(antwoord)})
    except Onleesbaar as fout:
        return _regel({"fout": str(fout)})
    except MemoryError:
        return _regel({"fout": TE_VEEL_GEHEUGEN})


def _in_kind(argumenten: list[str]) -> None:
    """What the child does. What a library prints goes nowhere: the pipe is for our messages."""
    lezer, pad, naam, seconden, megabytes, *mappen = argumenten
    with os.fdopen(os.dup(1), "wb") as uit, Path(os.devnull).open("wb") as niets:
        os.dup2(niets.fileno(), 1)
        _beperk(float(seconden), int(megabytes), [Path(map_) for map_ in mappen])
        gegeven = json.loads(sys.stdin.buffer.read())
        uit.write(_lees(lezer, Path(pad), naam=naam, gegeven=gegeven, uit=uit))


if __name__ == "__main__":
    _in_kind(sys.argv[1:])
