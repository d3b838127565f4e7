"""The folder of a voorstel: open, keep, list, remove.

Three files can be edited: voorstel.json, oordelen.csv and twijfels.csv. They are written together into a folder
`.klaar` that appears in one rename, and then moved to their places; whoever comes first after a crash finishes that.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import re
import secrets
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data.fouten import Bezet
from data.rapporten.voorstel import model
from data.rapporten.voorstel.model import Kopje, Rij, Voorstel, VoorstelKapot, VoorstelVerouderd
from data.slot import alleen

BEWERKBAAR = ("voorstel.json", "oordelen.csv", "twijfels.csv")
#: voorstel.json as it was read: what an editor changed is told beside it.
GELEZEN = "gelezen.json"
#: The lists in voorstel.json with their columns.
LIJSTEN = {
    "aanpakken": model.AANPAK,
    "opvolging": model.OPVOLGING,
    "metingen": model.METING,
    "bevindingen": model.BEVINDING,
    "gemeld": model.GEMELD,
    "keuzes": model.KEUZE,
}
#: Seconds that a writer waits for another.
WACHT = 5.0
#: Begin of the name of the folder in which what is kept is written, before any of it counts.
_NIEUW = ".nieuw-"
GEWIJZIGD = "Iemand anders heeft dit voorstel intussen gewijzigd. Uw wijziging is niet bewaard; open het opnieuw."
BEZIG = "Iemand anders bewaart dit voorstel op dit moment. Uw wijziging is niet bewaard; probeer het zo weer."
WEG = "Dit voorstel is er niet meer: het is aanvaard of verwijderd. Uw wijziging is niet bewaard."


def open_voorstel(map_: Path) -> Voorstel:
    """The voorstel in a folder. Raises VoorstelKapot (Dutch) when it is none or cannot be read."""
    try:
        if (map_ / ".klaar").exists():
            with alleen(map_, wacht=True, hoogstens=WACHT):
                _rond_af(map_)
        inhoud = _inhoud(map_)
        stand = json.loads(inhoud["voorstel.json"])
        if stand["versie"] != model.VORM:
            raise VoorstelKapot(
                f"Het voorstel in {map_.name} is van een andere versie van dit product; lees het rapport opnieuw."
            )
        voorstel = Voorstel(
            map=map_,
            versie=_versie(inhoud),
            kop=_vol(model.KOP, stand["kop"]),
            oordelen=_rijen(inhoud["oordelen.csv"], model.OORDEEL),
            gelezen=_rijen((map_ / "gelezen.csv").read_bytes(), model.OORDEEL),
            twijfels=_rijen(inhoud["twijfels.csv"], model.TWIJFEL),
            **{naam: [_vol(kolommen, rij) for rij in stand[naam]] for naam, kolommen in LIJSTEN.items()},
        )
        _controleer(voorstel)
    except Bezet as bezet:
        raise VoorstelKapot("Iemand anders bewaart dit voorstel op dit moment; open het zo weer.") from bezet
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, csv.Error) as fout:
        raise VoorstelKapot(f"In {map_.name} staat geen voorstel dat te lezen is; lees het rapport opnieuw.") from fout
    return voorstel


def _controleer(voorstel: Voorstel) -> None:
    """Raise ValueError where parts do not belong together: somebody wrote in the folder by hand, or a disk did."""
    als_bestanden(voorstel)  # half a character can be read and not be written
    naam = voorstel.kop["naam"]
    if {"/", "\\", "\0"} & set(naam) or naam in {".", ".."} or (voorstel.heeft_bron and not naam):
        raise ValueError("het origineel staat ergens anders")
    nummers = [oordeel["nr"] for oordeel in voorstel.oordelen]
    if len(set(nummers)) < len(nummers) or nummers[: len(voorstel.gelezen)] != [een["nr"] for een in voorstel.gelezen]:
        raise ValueError("de oordelen zijn niet die van het rapport")
    for twijfel in voorstel.twijfels:
        if twijfel["oordeel_nr"] and twijfel["oordeel_nr"] not in nummers:
            raise ValueError("een twijfel gaat over een oordeel dat er niet is")


def bewaar(voorstel: Voorstel) -> None:
    """Keep what was edited, all of it or nothing; `voorstel.versie` moves on.

    Raises VoorstelVerouderd when the folder is no longer what it was when opened, or is gone; nothing is then written.
    """
    try:
        with alleen(voorstel.map, wacht=True, hoogstens=WACHT):
            _rond_af(voorstel.map)
            if _versie(_inhoud(voorstel.map)) != voorstel.versie:
                raise VoorstelVerouderd(GEWIJZIGD)
            inhoud = als_bestanden(voorstel)
            _zet_klaar(voorstel.map, inhoud)
            _rond_af(voorstel.map)
    except Bezet:
        raise VoorstelVerouderd(BEZIG) from None
    except FileNotFoundError as fout:
        raise VoorstelVerouderd(WEG) from fout
    voorstel.versie = _versie(inhoud)


def alle(map_: Path) -> list[Kopje]:
    """The voorstellen in a folder of them, newest first; what cannot be read is left out."""
    kopjes = []
    for deel in sorted(map_.iterdir()) if map_.is_dir() else []:
        if not (deel / "voorstel.json").is_file() or deel.name.startswith("."):
            continue
        with contextlib.suppress(VoorstelKapot):
            v = open_voorstel(deel)
            kopjes.append(
                Kopje(deel, v.kop["naam"], v.kop["titel"], v.kop["gemaakt"], len(v.oordelen), len(v.open_twijfels))
            )
    return sorted(kopjes, key=lambda kopje: kopje.gemaakt, reverse=True)


def nieuwe_map(map_: Path, naam: str) -> Path:
    """A folder for a new voorstel of a file with this name, that is not there yet."""
    stam = re.sub(r"[^a-z0-9]+", "-", Path(naam).stem.lower()).strip("-")[:40] or "rapport"
    return map_ / f"{stam}-{secrets.token_hex(4)}"


def verwijder(voorstel: Voorstel) -> None:
    """Take the folder of a voorstel away, the original in it too. Raises VoorstelVerouderd when it is gone already.

    What an earlier removal left that was cut off, goes too.
    """
    weg = voorstel.map.with_name(f".weg-{voorstel.map.name}-{secrets.token_hex(3)}")
    try:
        voorstel.map.rename(weg)
    except FileNotFoundError as fout:
        raise VoorstelVerouderd("Dit voorstel is er niet meer: het is al aanvaard of verwijderd.") from fout
    for rest in voorstel.map.parent.glob(".weg-*"):
        shutil.rmtree(rest, ignore_errors=True)


def schrijf_nieuw(voorstel: Voorstel, document: dict[str, Any], bron: Path | None) -> None:
    """Write the folder for the first time: whole or not at all. Raises FileExistsError when it holds anything."""
    doel = voorstel.map
    if doel.exists() and (not doel.is_dir() or any(doel.iterdir())):
        raise FileExistsError(str(doel))
    doel.parent.mkdir(parents=True, exist_ok=True)
    tijdelijk = Path(tempfile.mkdtemp(dir=doel.parent, prefix=".voorstel-"))
    try:
        inhoud = als_bestanden(voorstel)
        inhoud[GELEZEN] = inhoud["voorstel.json"]
        inhoud["gelezen.csv"] = _csv(model.OORDEEL, voorstel.gelezen)
        inhoud["document.json"] = json.dumps(document).encode("ascii")
        for naam, bytes_ in inhoud.items():
            (tijdelijk / naam).write_bytes(bytes_)
        (tijdelijk / "bron").mkdir()
        if bron is not None:
            shutil.copyfile(bron, tijdelijk / "bron" / voorstel.kop["naam"])
        # mkdtemp makes a folder that only its maker may enter
        tijdelijk.chmod(0o755)
        if doel.is_dir():
            doel.rmdir()
        tijdelijk.rename(doel)
    except BaseException:
        shutil.rmtree(tijdelijk, ignore_errors=True)
        raise
    voorstel.versie = _versie(inhoud)


def als_bestanden(voorstel: Voorstel) -> dict[str, bytes]:
    """The files that can be edited, as bytes."""
    stand = {"versie": model.VORM, "kop": voorstel.kop, **{naam: getattr(voorstel, naam) for naam in LIJSTEN}}
    return {
        "voorstel.json": (json.dumps(stand, ensure_ascii=False, indent=1) + "\n").encode(),
        "oordelen.csv": _csv(model.OORDEEL, voorstel.oordelen),
        "twijfels.csv": _csv(model.TWIJFEL, voorstel.twijfels),
    }


def _csv(kolommen: tuple[str, ...], rijen: Sequence[Rij]) -> bytes:
    tekst = io.StringIO()
    schrijver = csv.DictWriter(tekst, kolommen, lineterminator="\n")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    return tekst.getvalue().encode()


def _rijen(inhoud: bytes, kolommen: tuple[str, ...]) -> list[Rij]:
    """The rows of a CSV file; a column that it lacks is empty."""
    lezer = csv.DictReader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), strict=True)
    if not {"nr"} <= set(lezer.fieldnames or ()):
        raise ValueError("geen kop")
    return [_vol(kolommen, rij) for rij in lezer]


def _vol(kolommen: tuple[str, ...], rij: Rij) -> Rij:
    """A row with exactly these columns, each a text."""
    return {kolom: str(rij.get(kolom) or "") for kolom in kolommen}


def _inhoud(map_: Path) -> dict[str, bytes]:
    """The bytes of what can be edited."""
    return {naam: (map_ / naam).read_bytes() for naam in BEWERKBAAR}


def _versie(inhoud: dict[str, bytes]) -> str:
    """A checksum over what can be edited."""
    som = hashlib.sha256()
    for naam in BEWERKBAAR:
        som.update(hashlib.sha256(inhoud[naam]).digest())
    return som.hexdigest()


def _zet_klaar(map_: Path, inhoud: dict[str, bytes]) -> None:
    """Write what is to be kept, whole, into `.klaar`. What a writer left that was cut off goes; who holds the lock."""
    for rest in map_.glob(f"{_NIEUW}*"):
        shutil.rmtree(rest, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=map_, prefix=_NIEUW, ignore_cleanup_errors=True) as werkmap:
        geheel = Path(werkmap) / "geheel"
        geheel.mkdir()
        for naam, bytes_ in inhoud.items():
            (geheel / naam).write_bytes(bytes_)
        geheel.rename(map_ / ".klaar")


def _rond_af(map_: Path) -> None:
    """Move what stands ready to its place. Done twice it does no harm."""
    klaar = map_ / ".klaar"
    if klaar.is_dir():
        for naam in BEWERKBAAR:
            with contextlib.suppress(FileNotFoundError):
                (klaar / naam).replace(map_ / naam)
        klaar.rmdir()
