"""Reading a report in a process of its own: with limits, progress, and a way to stop it.

The parsers are libraries of others and the file may be made to harm: what goes wrong there ends there. The child gets
the file and what its reader needs to know (JSON on its standard input), nothing else, and answers in lines of JSON:
{"klaar": 3, "totaal": 20}, and at the end {"antwoord": …} or {"fout": "…"}. What it answers is checked: never pickled.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar

from data.instellingen import instellingen
from data.rapporten.fouten import Gestopt, Onleesbaar
from data.rapporten.proces.kaal import OnjuisteVorm, uit_kaal

SECONDEN = 30
MEGABYTES = 1024
#: How often either side looks whether there is news, in seconds.
TIK = 0.05
#: What a child may say in all: a report of 500 pages is some 5 MB.
MEEST_UIT = 100 * 1024**2
#: More at once would take the memory that the server and other users need.
TEGELIJK = 4

TE_LANG = (
    "Het lezen duurde langer dan {} seconden en is afgebroken; lever het rapport in delen aan, of als platte tekst."
)
TE_VEEL_GEHEUGEN = (
    "Het bestand vraagt te veel geheugen om te lezen; lever het rapport in delen aan, of als platte tekst."
)
TE_VEEL_TEKST = "Het bestand bevat meer tekst dan een rapport kan hebben; lever alleen het rapport zelf aan."
VASTGELOPEN = "Het lezen van dit bestand is vastgelopen; bewaar het opnieuw, of lever het aan als platte tekst."
GESTOPT = "Het lezen is gestopt; er is niets bewaard."

_WORTEL = Path(__file__).parents[3]
#: What a Python may need to start; nothing else of our surroundings is the child's business.
_OMGEVING = ("LD_LIBRARY_PATH", "PATH", "PYTHONHOME", "PYTHONPATH", "SYSTEMROOT")
#: Our settings that a child may know that has to ask the database: no lake, whose setting may hold a password.
_WAAR = ("VERBETERPUNTEN_ADRES", "VERBETERPUNTEN_LEVERINGEN", "VERBETERPUNTEN_MAP")
#: Libraries that put memory by in gigabytes before they need it must not: what is put by counts as used.
_ZUINIG = {"ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "1", "OPENBLAS_NUM_THREADS": "1"}
T = TypeVar("T")
_STUK = 64 * 1024
_plaatsen = threading.BoundedSemaphore(TEGELIJK)


@dataclass(frozen=True)
class Grenzen:
    """How long a child may take by the clock, and how much memory it may have (where the system can limit that).

    werkmap: the folder for its temporary files, of the caller. A child that has one may write there and in the folder
    of databases, use threads and see where those and the leveringen are, for it has to ask the database; one without
    may do none of these. Neither has a network (afsluiten.py says where the system can hold it to this).
    """

    seconden: float = SECONDEN
    megabytes: int = MEGABYTES
    werkmap: Path | None = None


def vraag_kind(
    soort: type[T],
    lezer: str,
    pad: Path,
    *,
    naam: str,
    gegeven: dict[str, Any] | None = None,
    voortgang: Callable[[int, int], None] | None = None,
    stop: threading.Event | None = None,
    grenzen: Grenzen | None = None,
) -> T:
    """What a reader makes of a file, read in a process of its own that leaves nothing behind.

    Args:
        soort: the dataclass that it answers with.
        lezer: what reads, as "module:function"; called with pad, naam, meld and what is in `gegeven`.
        pad: where the file stands.
        naam: what the user calls it.
        gegeven: what else the reader must know, as JSON can hold it.
        voortgang: called with (done, total) while reading, in the thread of the caller.
        stop: set it from another thread to end the reading.
        grenzen: how long it may take and how much memory it may have.

    Raises:
        Onleesbaar: the file cannot be read, or not within the limits; one Dutch sentence for the user.
        Gestopt: `stop` was set.
    """
    grenzen = grenzen or Grenzen()
    seconden = grenzen.seconden
    einde = time.monotonic() + seconden
    opdracht = [sys.executable, "-B", "-X", "utf8", "-m", "data.rapporten.proces.kindproces", lezer, str(pad.resolve())]
    opdracht += [naam.replace("\0", "").encode("utf-8", "replace").decode(), str(seconden)]
    opdracht += [str(grenzen.megabytes), *map(str, _mappen(grenzen.werkmap))]
    omgeving = _omgeving(grenzen.werkmap)
    with _plaats(stop, einde, seconden), _kind(opdracht, gegeven or {}, omgeving) as antwoorden:
        for bericht in _berichten(antwoorden, stop, einde, seconden):
            if "antwoord" in bericht:
                return _antwoord(soort, bericht["antwoord"])
            if "fout" in bericht:
                raise Onleesbaar(str(bericht["fout"]))
            if voortgang is not None:
                voortgang(int(bericht["klaar"]), int(bericht["totaal"]))
    raise Onleesbaar(VASTGELOPEN)


def _antwoord(soort: type[T], inhoud: object) -> T:
    """The answer of a child. One that is no such thing can only come from a child that went wrong."""
    try:
        return uit_kaal(soort, inhoud)
    except OnjuisteVorm as fout:
        raise Onleesbaar(VASTGELOPEN) from fout


@contextmanager
def _plaats(stop: threading.Event | None, einde: float, seconden: float) -> Iterator[None]:
    """Wait until there is room for one more child."""
    while not _plaatsen.acquire(timeout=TIK):
        _bewaak(stop, einde, seconden)
    try:
        yield
    finally:
        _plaatsen.release()


@contextmanager
def _kind(opdracht: list[str], gegeven: dict[str, Any], omgeving: dict[str, str]) -> Iterator[queue.Queue[bytes]]:
    """A running child and what it says, piece by piece, empty at the end; afterwards it is gone, with all below it."""
    # a file, not a pipe: a child that does not read cannot keep us waiting
    with tempfile.TemporaryFile() as invoer:
        invoer.write(json.dumps(gegeven).encode("ascii"))
        invoer.seek(0)
        proces = _begin(opdracht, invoer, omgeving)
    # a bounded queue: a child that never stops talking waits for us, and does not fill our memory
    stukken: queue.Queue[bytes] = queue.Queue(maxsize=16)
    klaar = threading.Event()
    uit = proces.stdout
    luisteraar = threading.Thread(target=_luister, args=(uit, stukken, klaar), daemon=True)
    luisteraar.start()
    try:
        yield stukken
    finally:
        klaar.set()
        _beeindig(proces)
        luisteraar.join()
        if uit is not None:
            uit.close()


def _mappen(werkmap: Path | None) -> list[Path]:
    """Where a child may write: nowhere, or in its work folder and that of the databases."""
    if werkmap is None:
        return []
    databases = instellingen().map
    databases.mkdir(parents=True, exist_ok=True)  # of a folder that is not there nothing can be allowed
    return [werkmap.resolve(), databases.resolve()]


def _omgeving(werkmap: Path | None) -> dict[str, str]:
    """What a child sees of our surroundings: little; where it has to work, the settings in which no secret can be."""
    omgeving = {naam: os.environ[naam] for naam in _OMGEVING if naam in os.environ} | {"LC_ALL": "C.UTF-8"}
    if werkmap is None:
        return omgeving
    gezet = instellingen().als_omgeving()
    return omgeving | {"TMPDIR": str(werkmap)} | _ZUINIG | {naam: gezet[naam] for naam in _WAAR}


def _begin(opdracht: list[str], invoer: IO[bytes], omgeving: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a child in these surroundings."""
    return subprocess.Popen(  # noqa: S603 - our own module; the name is an argument of its own, no shell
        opdracht,
        stdin=invoer,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_WORTEL,
        env=omgeving,
        start_new_session=True,
    )


def _beeindig(proces: subprocess.Popen[bytes]) -> None:
    """End the child and its group. It was not waited for before, so its number cannot be another's by now."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(proces.pid, 9)
        else:
            proces.kill()
    proces.wait()


def _luister(uit: IO[bytes] | None, stukken: queue.Queue[bytes], klaar: threading.Event) -> None:
    """Pass on what the child says until it ends or nobody listens any more."""
    stuk = b"-"
    while stuk and uit is not None:
        stuk = os.read(uit.fileno(), _STUK)
        while not klaar.is_set():
            with suppress(queue.Full):
                stukken.put(stuk, timeout=TIK)
                break


def _berichten(
    stukken: queue.Queue[bytes], stop: threading.Event | None, einde: float, seconden: float
) -> Iterator[dict[str, Any]]:
    """The messages of the child, until it ends. Raises Onleesbaar or Gestopt when time, patience or size is over."""
    rest, totaal = bytearray(), 0
    while True:
        _bewaak(stop, einde, seconden)
        try:
            stuk = stukken.get(timeout=TIK)
        except queue.Empty:
            continue
        if not stuk:
            return
        totaal += len(stuk)
        if totaal > MEEST_UIT:
            raise Onleesbaar(TE_VEEL_TEKST)
        rest += stuk
        if b"\n" in stuk:
            *regels, laatste = bytes(rest).split(b"\n")
            rest = bytearray(laatste)
            yield from map(_bericht, regels)


def _bericht(regel: bytes) -> dict[str, Any]:
    """One line of the child as a message. A line that is none can only come from a child that went wrong."""
    try:
        bericht = json.loads(regel)
    except ValueError as fout:
        raise Onleesbaar(VASTGELOPEN) from fout
    if not isinstance(bericht, dict) or not bericht.keys() & {"antwoord", "fout", "klaar"}:
        raise Onleesbaar(VASTGELOPEN)
    return bericht


def _bewaak(stop: threading.Event | None, einde: float, seconden: float) -> None:
    """Raise when the user or the clock says that it is over."""
    if stop is not None and stop.is_set():
        raise Gestopt(GESTOPT)
    if time.monotonic() > einde:
        raise Onleesbaar(TE_LANG.format(f"{seconden:g}".replace(".", ",")))
