"""One at a time: a lock that other processes and threads respect, and that goes with the process that holds it."""

from __future__ import annotations

import math
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from data.fouten import Bezet

#: Name of the lock file in a folder. It stays there: what counts is whether somebody holds it.
SLOT = ".slot"
#: Where Windows locks: past the text, which others may read.
_PLEK = 1 << 20
#: Seconds between two tries of who waits.
_PAUZE = 0.05


@contextmanager
def alleen(map_: Path, *, wacht: bool, hoogstens: float = math.inf) -> Iterator[None]:
    """Hold the lock of a folder that exists. With `wacht` wait for it, at most so many seconds.

    Raises Bezet when another has it then; FileNotFoundError when there is no such folder.

    The system itself lets go of it when the process ends, however it ends: no lock is left behind by a crash.
    """
    einde = time.monotonic() + (hoogstens if wacht else 0)
    with (map_ / SLOT).open("a+b") as bestand:
        while not _pak(bestand):
            if time.monotonic() >= einde:
                raise Bezet(
                    f"Iemand anders is hier op dit moment mee bezig{_sinds(map_ / SLOT)}. Probeer het zo nog eens."
                )
            time.sleep(_PAUZE)
        try:
            bestand.truncate(0)
            bestand.write(f"{datetime.now().astimezone():%H:%M} {os.getpid()} {socket.gethostname()}\n".encode())
            bestand.flush()
            yield
        finally:
            _laat_los(bestand)


def _sinds(pad: Path) -> str:
    """Since when the lock is held, as its holder wrote it; nothing where that cannot be read."""
    try:
        tijd = pad.read_text(encoding="utf-8").split(" ")[0]
    except (OSError, UnicodeDecodeError):
        return ""
    return f" (sinds {tijd} uur)" if len(tijd) == len("12:00") else ""


if sys.platform == "win32":
    import msvcrt

    def _pak(bestand: BinaryIO) -> bool:
        bestand.seek(_PLEK)
        try:
            msvcrt.locking(bestand.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _laat_los(bestand: BinaryIO) -> None:
        bestand.seek(_PLEK)
        msvcrt.locking(bestand.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _pak(bestand: BinaryIO) -> bool:
        try:
            fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _laat_los(bestand: BinaryIO) -> None:
        fcntl.flock(bestand, fcntl.LOCK_UN)
