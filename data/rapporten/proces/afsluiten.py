"""Shutting a process off from what it does not need, for good and for all below it: the network, and our files.

The kernel does it, without root: seccomp (Linux on x86-64 and ARM64) refuses every new socket; Landlock (Linux 5.13 and
later) every change to a file outside a few folders and a look into another process, and from 6.12 on a signal to one.
Elsewhere (Windows, macOS) Python itself refuses sockets. That holds for code in Python, not for a library in C that was
taken over. Landlock has no such second best; limits on size (kindproces.py) remain.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

#: Per kind of processor what the kernel calls it, and the numbers of socket and io_uring_setup there.
_SOCKETS = {"x86_64": (0xC000003E, (41, 425)), "aarch64": (0xC00000B7, (198, 425))}
#: Calls of x86-64 in its short form have numbers of their own, from here on: refused, all of them.
_X32 = 0x40000000
_LAAD, _GELIJK, _VANAF, _UIT = 0x20, 0x15, 0x35, 0x06
_MAG, _MAG_NIET = 0x7FFF0000, 0x00050000 | 1  # SECCOMP_RET_ALLOW; SECCOMP_RET_ERRNO with EPERM
_SECCOMP, _FILTER, _GEEN_NIEUWE_RECHTEN = 22, 2, 38
_MAAK, _REGEL, _BEPERK = 444, 445, 446
#: What changes a file or folder, by the version of Landlock that knows it: write, remove, make; move; cut off.
_WIJZIGT = {1: 0b1_1111_1111_0010, 2: 1 << 13, 3: 1 << 14}
#: Landlock's version that can keep a process from sending signals to others, and how that is said.
_SEINEN, _GEEN_SEINEN = 6, 0b10


def zonder_net() -> bool:
    """Refuse every new socket from now on; whether the kernel does it (else Python does)."""
    with suppress(OSError, AttributeError):
        _seccomp()
        return True
    sys.addaudithook(_weiger_sockets)
    return False


def alleen_schrijven_in(mappen: Sequence[Path]) -> bool:
    """Refuse every change to a file outside these folders, and other processes, from now on; whether the kernel can."""
    if sys.platform != "linux":
        return False
    with suppress(OSError, AttributeError):
        _landlock(mappen)
        return True
    return False


def _weiger_sockets(gebeurtenis: str, _: object) -> None:
    if gebeurtenis.startswith("socket."):
        raise PermissionError("Dit proces heeft geen netwerk.")


def _seccomp() -> None:
    """Have the kernel refuse the calls of _SOCKETS. Raises OSError where it does not do that."""
    soort = platform.machine()
    if sys.platform != "linux" or soort not in _SOCKETS:
        raise OSError("hier is geen seccomp")
    naam, nummers = _SOCKETS[soort]
    # each test: go on to the next, or so many lines further, to the last one, which refuses
    toetsen = [(_VANAF, _X32), *((_GELIJK, nummer) for nummer in nummers)]
    regels = [(_LAAD, 0, 0, 4), (_GELIJK, 0, len(toetsen) + 2, naam), (_LAAD, 0, 0, 0)]
    regels += [(soort_, len(toetsen) - nr, 0, k) for nr, (soort_, k) in enumerate(toetsen)]
    regels += [(_UIT, 0, 0, _MAG), (_UIT, 0, 0, _MAG_NIET)]
    programma = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *regel) for regel in regels))
    verwijzing = struct.pack("@HP", len(regels), ctypes.addressof(programma))
    _geen_nieuwe_rechten()
    _roep("prctl", _SECCOMP, _FILTER, ctypes.c_char_p(verwijzing), 0, 0)


def _landlock(mappen: Sequence[Path]) -> None:
    """Have the kernel refuse changes outside these folders. Raises OSError where it does not do that."""
    versie = _roep("syscall", _MAAK, None, 0, 1)
    wijzigt = sum(rechten for vanaf, rechten in _WIJZIGT.items() if vanaf <= versie)
    wat = struct.pack("=QQQ", wijzigt, 0, _GEEN_SEINEN) if versie >= _SEINEN else struct.pack("=Q", wijzigt)
    regels = _roep("syscall", _MAAK, ctypes.c_char_p(wat), len(wat), 0)
    try:
        for map_ in mappen:
            plek = os.open(map_, os.O_PATH | os.O_CLOEXEC)
            try:
                _roep("syscall", _REGEL, regels, 1, ctypes.c_char_p(struct.pack("=Qi", wijzigt, plek)), 0)
            finally:
                os.close(plek)
        _geen_nieuwe_rechten()
        _roep("syscall", _BEPERK, regels, 0)
    finally:
        os.close(regels)


def _geen_nieuwe_rechten() -> None:
    """No program that this process starts may have more rights than it has: the kernel asks that first."""
    _roep("prctl", _GEEN_NIEUWE_RECHTEN, 1, 0, 0, 0)


def _roep(functie: str, *argumenten: object) -> int:
    """Call the C library. Raises OSError."""
    wijd = [ctypes.c_long(deel) if isinstance(deel, int) else deel for deel in argumenten]
    uit = int(getattr(ctypes.CDLL(None, use_errno=True), functie)(*wijd))
    if uit < 0:
        raise OSError(ctypes.get_errno(), functie)
    return uit
