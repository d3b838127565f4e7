"""The audit trail: who accepted, replaced, took back, made public or exported what, and when. Only ever added to.

One file of JSON, an event on each line, in a folder of its own (VERBETERPUNTEN_LOGBOEK) that is not derived from
anything and that no build throws away. Each line carries the checksum of the line before it (`vorige`) and of itself
(`som`), so that a line that was changed, put between or taken out is found, with its number. Who can rewrite the whole
file can make a new chain; that shows against the last `som`, where somebody kept it elsewhere (`python -m data
logboek` prints it), and against the leveringen themselves (data/logboek/verantwoorden.py).

It holds names of staff, and of readers what they exported: no more than door, rol, moment and what it was about; no
address, browser or page visited. Only beheerders read it. Nothing here is ever removed by the product: how long it is
kept, the organisation decides, and puts whole files aside (docs/beheer.md); a new file then begins a new chain.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data.fouten import LogboekDicht, in_een_zin
from data.instellingen import instellingen
from data.schijf import map_naar_schijf
from data.slot import alleen

BESTAND = "logboek.jsonl"
#: What a line can tell. `voornemen`: it is about to happen; another line with the same levering says the outcome.
VOORNEMEN, NIET_DOORGEGAAN, GEEXPORTEERD = "voornemen", "niet doorgegaan", "geëxporteerd"
TERUGGEZET = "teruggezet"
VAN_LEVERING = ("aanvaard", "vervangen", "ingetrokken", "openbaar gemaakt")
SOORTEN = (*VAN_LEVERING, GEEXPORTEERD, TERUGGEZET, NIET_DOORGEGAAN, VOORNEMEN)
#: The rol of who gives a command.
OPDRACHT = "opdracht"
#: What the first line has for the checksum of the line before it.
BEGIN = "0" * 64
#: Characters of one text in a line: a link may be made as long as one likes.
LANGSTE_TEKST = 2_000
#: Bytes that are read at once, from the end, in search of the last line.
_BLOK = 65_536
_SLOT = re.compile(rb',"som":"([0-9a-f]{64})"\}')
_STUURTEKENS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True)
class Wie:
    """Who does something: as the login knows them, with their rol there; nothing for who is not logged in.

    Of a command the rol is OPDRACHT, and the name what was said, or what the computer calls its user.
    """

    door: str = ""
    rol: str = ""


#: Who is not logged in.
NIET_AANGEMELD = Wie()


@dataclass(frozen=True)
class Gebeurtenis:
    """What happened, and by whom (`Wie`). A levering has the name that was filled in, where nobody was logged in.

    `waarover`: the levering, the question that was exported, or the backup that was put back. `gegevens`: what else
    there is to know, as JSON has it.
    """

    soort: str
    waarover: str
    door: str = ""
    rol: str = ""
    gegevens: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Regel:
    """A whole line of the file: its number, the moment (UTC), what happened, and the checksums of the chain."""

    nummer: int
    om: datetime
    wat: Gebeurtenis
    vorige: str
    som: str


@dataclass(frozen=True)
class Bezwaar:
    """What is the matter with a line, in Dutch. `breekt`: the chain does not hold there; otherwise it was cut off."""

    regel: int
    zin: str
    breekt: bool


@dataclass(frozen=True)
class Boek:
    """The file as read: the lines that can be read, in the order of writing, and what is the matter with others."""

    regels: tuple[Regel, ...] = ()
    bezwaren: tuple[Bezwaar, ...] = ()

    @property
    def breuk(self) -> int | None:
        """The first line from which the chain does not hold; None where all of it holds."""
        return next((bezwaar.regel for bezwaar in self.bezwaren if bezwaar.breekt), None)

    @property
    def laatste_som(self) -> str:
        """The checksum of the last line, over the whole chain: what one keeps elsewhere."""
        return self.regels[-1].som if self.regels else BEGIN


def bestand() -> Path:
    """Where the settings say that the file is."""
    return instellingen().logboek / BESTAND


def schrijf(wat: Gebeurtenis) -> None:
    """Add one event, on disk when this returns. Several processes may write at once: each line comes whole.

    Raises LogboekDicht when it cannot be written; the file is then as it was.
    """
    pad = bestand()
    try:
        pad.parent.mkdir(mode=0o770, parents=True, exist_ok=True)
        with alleen(pad.parent, wacht=True):
            _voeg_toe(pad, wat)
    except OSError as fout:
        raise LogboekDicht(
            f"Er is niets gedaan, want het logboek in {pad.parent} is niet te schrijven. {in_een_zin(fout)} "
            "Vraag de beheerder om dat te herstellen en probeer het dan opnieuw."
        ) from fout


def lees(pad: Path | None = None) -> Boek:
    """Every line of the file (default: that of the settings) and whether the chain holds; nothing where none is.

    Raises LogboekDicht when it cannot be read.
    """
    regels: list[Regel] = []
    bezwaren: list[Bezwaar] = []
    vorige = BEGIN
    try:
        for nummer, rauw, heel in _rauwe_regels(pad or bestand()):
            regel = _ontleed(rauw, nummer)
            bezwaar = _bezwaar(nummer, regel, vorige, rauw, heel=heel)
            if bezwaar is not None:
                bezwaren.append(bezwaar)
            if regel is not None:
                regels.append(regel)
            vorige = _teken(rauw, regel)
    except OSError as fout:
        zin = f"Het logboek {pad or bestand()} is niet te lezen. {in_een_zin(fout)}"
        raise LogboekDicht(zin) from fout
    return Boek(tuple(regels), tuple(bezwaren))


def _voeg_toe(pad: Path, wat: Gebeurtenis) -> None:
    """Write a line after the last; for who holds the lock. What cannot be written whole is taken off again."""
    staart = _staart(pad)
    laatste = staart.removesuffix(b"\n")
    vorige = _teken(laatste, _ontleed(laatste, 0)) if staart else BEGIN
    # a line that a power cut left half stays where it is, on a line of its own
    regel = (b"\n" if staart and not staart.endswith(b"\n") else b"") + _als_regel(wat, vorige)
    nieuw = not staart
    greep = os.open(pad, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o660)
    try:
        lengte = os.fstat(greep).st_size
        try:
            _schrijf_heel(greep, regel)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(greep, lengte)
            raise
    finally:
        os.close(greep)
    if nieuw:
        map_naar_schijf(pad.parent)


def _schrijf_heel(greep: int, regel: bytes) -> None:
    """Write it, on disk when this returns; a disk without room takes a part and says nothing of it."""
    if os.write(greep, regel) != len(regel):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(greep)


def _als_regel(wat: Gebeurtenis, vorige: str) -> bytes:
    om = datetime.now(UTC).isoformat(timespec="milliseconds")
    velden = {"om": om, "soort": wat.soort, "waarover": wat.waarover, "door": wat.door, "rol": wat.rol}
    geheel = _schoon({**velden, "gegevens": wat.gegevens, "vorige": vorige})
    lijf = json.dumps(geheel, ensure_ascii=False, separators=(",", ":")).encode("utf-8", errors="replace")
    som = hashlib.sha256(lijf).hexdigest()
    return lijf[:-1] + f',"som":"{som}"}}\n'.encode()


def _schoon(waarde: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The same without control characters, which would command the screen on which it is read, and not endless."""
    if isinstance(waarde, str):
        kort = _STUURTEKENS.sub(" ", waarde)
        return kort if len(kort) <= LANGSTE_TEKST else f"{kort[:LANGSTE_TEKST]} …"
    if isinstance(waarde, Mapping):
        return {str(naam): _schoon(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [_schoon(deel) for deel in waarde]
    return waarde if waarde is None or isinstance(waarde, bool | int | float) else _schoon(str(waarde))


def _ontleed(rauw: bytes, nummer: int) -> Regel | None:
    """A line that is as it was written; None for any other."""
    slot = _SLOT.search(rauw, max(0, len(rauw) - 75))
    if slot is None or slot.end() != len(rauw):
        return None
    lijf = rauw[: slot.start()] + b"}"
    if hashlib.sha256(lijf).hexdigest() != slot[1].decode():
        return None
    try:
        veld = json.loads(lijf)
        soort, waarover, door, rol, vorige = (
            str(veld[naam]) for naam in ("soort", "waarover", "door", "rol", "vorige")
        )
        om = datetime.fromisoformat(veld["om"]).astimezone(UTC)
        return Regel(
            nummer, om, Gebeurtenis(soort, waarover, door, rol, dict(veld["gegevens"])), vorige, slot[1].decode()
        )
    except (ValueError, KeyError, TypeError):
        return None


def _teken(rauw: bytes, regel: Regel | None) -> str:
    """What the next line carries of this one: its checksum, of a line that is not whole that of its bytes."""
    return regel.som if regel is not None else hashlib.sha256(rauw).hexdigest()


def _bezwaar(nummer: int, regel: Regel | None, vorige: str, rauw: bytes, *, heel: bool) -> Bezwaar | None:
    """What is the matter with a line that should follow on the one with the checksum `vorige`."""
    if regel is None:
        if _is_json(rauw):
            return Bezwaar(nummer, f"Regel {nummer} is veranderd nadat zij is geschreven.", breekt=True)
        einde = "halverwege afgebroken, zoals bij stroomuitval. Wat erin stond, is niet meer te lezen"
        return Bezwaar(nummer, f"Regel {nummer} is {einde}.", breekt=False)
    if regel.vorige != vorige:
        ervoor = f"Voor regel {nummer} is iets veranderd, tussengevoegd of weggehaald"
        return Bezwaar(nummer, f"{ervoor}: zij volgt niet op wat er nu voor staat.", breekt=True)
    if not heel:
        return Bezwaar(nummer, f"Regel {nummer} mist alleen haar regeleinde.", breekt=False)
    return None


def _is_json(rauw: bytes) -> bool:
    """Whether a line is whole in form: one that was cut off never is."""
    try:
        json.loads(rauw)
    except ValueError:
        return False
    return True


def _rauwe_regels(pad: Path) -> Iterator[tuple[int, bytes, bool]]:
    """Number and bytes of each line, and whether it ends."""
    try:
        with pad.open("rb") as bron:
            for nummer, rauw in enumerate(bron, start=1):
                yield nummer, rauw.removesuffix(b"\n"), rauw.endswith(b"\n")
    except FileNotFoundError:
        return


def _staart(pad: Path) -> bytes:
    """The last line with its end, where it has one; nothing where there is no file or it is empty."""
    try:
        with pad.open("rb") as bron:
            begin = bron.seek(0, os.SEEK_END)
            gelezen = b""
            while begin and b"\n" not in gelezen[:-1]:
                stap = min(_BLOK, begin)
                begin = bron.seek(begin - stap)
                gelezen = bron.read(stap) + gelezen
            return gelezen[gelezen.rfind(b"\n", 0, -1) + 1 :]
    except FileNotFoundError:
        return b""
