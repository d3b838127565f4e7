"""The checksums of an accepted levering: written once, held at every build, in the form of `sha256sum`."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from data.fouten import Fout

#: Name of the file with the checksums of all other files of a levering; `sha256sum -c` reads it.
BESTAND = "controlegetallen.txt"
#: Folder of a levering that holds the report as it came in.
BRON = "bron"
#: What only acceptance makes; then the checksums are there too.
VAN_AANVAARDING = (BRON, "aanvaarding.csv")

_REGEL = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def som(pad: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()


def schrijf(map_: Path) -> Path:
    """Write the checksums of every file in a folder of a levering, and return the file that holds them."""
    regels = [f"{som(map_ / naam)}  {naam}\n" for naam in _namen(map_)]
    pad = map_ / BESTAND
    pad.write_text("".join(regels), encoding="utf-8", newline="\n")
    return pad


def controleer(map_: Path, naam: str) -> list[Fout]:
    """What was changed in a levering after acceptance; `naam` is the name under which its faults are told.

    A levering without checksums, original and aanvaarding.csv was not accepted by the product and may be anything.
    """
    pad = map_ / BESTAND
    if not pad.is_file():
        mist = Fout(f"{naam}/{BESTAND}", 0, "", "het bestand is na aanvaarding weggehaald", "de controlegetallen")
        return [mist] if any((map_ / deel).exists() for deel in VAN_AANVAARDING) else []
    fouten, verwacht = _lees(pad, naam)
    aanwezig = _namen(map_)
    for bestand in sorted(verwacht.keys() | set(aanwezig)):
        mis = _wat_er_mis_is(map_, bestand, verwacht, aanwezig)
        if mis:
            waarom = f"levering {map_.name} zoals zij is aanvaard; een verbetering is een nieuwe levering"
            fouten.append(Fout(f"{naam}/{bestand}", 0, "", mis, waarom))
    return fouten


def _wat_er_mis_is(map_: Path, bestand: str, verwacht: dict[str, str], aanwezig: list[str]) -> str:
    """What happened to one file since acceptance, in Dutch; nothing when it is as it was."""
    if bestand not in aanwezig:
        return "het bestand is na aanvaarding weggehaald"
    if bestand not in verwacht:
        return "het bestand is na aanvaarding toegevoegd"
    try:
        gelijk = som(map_ / bestand) == verwacht[bestand]
    except FileNotFoundError:  # a link to nothing
        gelijk = False
    return "" if gelijk else "het bestand is na aanvaarding veranderd"


def _lees(pad: Path, naam: str) -> tuple[list[Fout], dict[str, str]]:
    """The checksums by file, and the lines that are none."""
    fouten: list[Fout] = []
    sommen: dict[str, str] = {}
    for nummer, regel in enumerate(pad.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        gevonden = _REGEL.fullmatch(regel)
        if gevonden is None or gevonden[2] in sommen:
            mis = "de regel is na aanvaarding veranderd"
            fouten.append(Fout(f"{naam}/{BESTAND}", nummer, "", mis, "een controlegetal en de naam van een bestand"))
        else:
            sommen[gevonden[2]] = gevonden[1]
    return fouten, sommen


def _namen(map_: Path) -> list[str]:
    """Every file in and under a folder but the checksums themselves, by relative path."""
    paden = (pad.relative_to(map_).as_posix() for pad in map_.rglob("*") if not pad.is_dir())
    return sorted(naam for naam in paden if naam != BESTAND)
