"""A backup: everything that is not derived, in one zip with the checksum of each file. The server may run meanwhile.

In it are the leveringen with their reports, the voorstellen and the logboek. The databases are not: they are built
again. Beside them stand `controlegetallen.txt`, which `sha256sum -c` reads after unzipping, and `reservekopie.json`.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from data.bouw.bouwen import alle_mappen
from data.fouten import Fout, ReservekopieGeweigerd
from data.instellingen import Instellingen, instellingen
from data.levering import controlegetallen
from data.levering.leveringen import versies, zoek
from data.schijf import map_naar_schijf
from data.slot import SLOT, alleen

#: The parts, by the name of their setting and of their folder in the zip.
DELEN = ("leveringen", "voorstellen", "logboek")
INHOUD = "reservekopie.json"
#: The form of the zip; a higher one is of a later version of the product.
VORM = 1
_VREEMD = re.compile(r"[\\:\x00-\x1f\x7f]")
#: Bytes that are copied at a time.
BLOK = 1 << 20
#: How often a voorstel is copied that somebody goes on editing.
POGINGEN = 5


@dataclass(frozen=True)
class Reservekopie:
    """A backup that was made: its file, the datasetversie of what is in it, the number of files per part.

    `fouten` are those of leveringen in it (they were kept all the same). `overgeslagen` was not: it is a link, or its
    name could mean another place elsewhere.
    """

    bestand: Path
    datasetversie: str
    aantallen: Mapping[str, int]
    fouten: tuple[Fout, ...]
    overgeslagen: tuple[str, ...]


def mappen_van(eigen: Instellingen) -> dict[str, Path]:
    """The folder of each part."""
    return {"leveringen": eigen.leveringen, "voorstellen": eigen.voorstellen, "logboek": eigen.logboek}


def is_veilig(naam: str) -> bool:
    """Whether a name in a zip is that of a file of a part, and stays within its folder on every system."""
    delen = naam.split("/")
    if delen[0] not in DELEN or len(delen) < 2 or delen[1].startswith("."):
        return False
    return not _VREEMD.search(naam) and not {"", ".", ".."} & set(delen) and all(len(deel) < 256 for deel in delen)


def maak(naar: Path) -> Reservekopie:
    """Write a backup into the folder `naar`, under a name that tells the moment and the datasetversie.

    Waits for who is accepting; while it is made nothing can be accepted. Raises ReservekopieGeweigerd, or OSError when
    it cannot be written; no half file is left behind.
    """
    mappen = mappen_van(instellingen())
    if not mappen["leveringen"].is_dir():
        raise ReservekopieGeweigerd(f"De map met leveringen is er niet: {mappen['leveringen']}. Er is niets bewaard.")
    naar.mkdir(parents=True, exist_ok=True)
    with ExitStack() as open_:
        for deel in ("leveringen", "logboek"):  # in the order of an acceptance
            if mappen[deel].is_dir():
                open_.enter_context(alleen(mappen[deel], wacht=True))
        werkmap = Path(open_.enter_context(tempfile.TemporaryDirectory(dir=naar, prefix=".bezig-")))
        mappen["voorstellen"] = _momentopname(mappen["voorstellen"], werkmap / "voorstellen")
        leveringen, fouten = zoek(alle_mappen())
        eigen = versies(leveringen)
        nu = datetime.now(UTC)
        half = werkmap / "half.zip"
        sommen, overgeslagen = _schrijf(half, mappen, {"vorm": VORM, "gemaakt_op": nu.isoformat(), **eigen})
        doel = naar / f"verbeterpunten-{nu:%Y%m%d-%H%M%S}-{eigen['datasetversie']}.zip"
        if doel.exists():
            raise ReservekopieGeweigerd(f"{doel.name} is er al. Er is niets bewaard.")
        half.replace(doel)
    map_naar_schijf(naar)
    aantallen = {deel: sum(naam.startswith(f"{deel}/") for naam in sommen) for deel in DELEN}
    return Reservekopie(doel, eigen["datasetversie"], aantallen, tuple(fouten), tuple(overgeslagen))


def _momentopname(map_: Path, doel: Path) -> Path:
    """The voorstellen, each as it was at one moment: editors go on meanwhile. What is gone then, is left out."""
    doel.mkdir()
    for voorstel in sorted(map_.iterdir()) if map_.is_dir() else ():
        if voorstel.is_symlink() or not voorstel.is_dir() or voorstel.name.startswith("."):
            continue
        for _ in range(POGINGEN):
            eigen = doel / voorstel.name
            shutil.rmtree(eigen, ignore_errors=True)
            eerst = _stand(voorstel)
            try:
                shutil.copytree(voorstel, eigen, symlinks=True, ignore=shutil.ignore_patterns(SLOT, ".nieuw-*"))
            except (FileNotFoundError, shutil.Error):
                continue  # something moved to its place just then
            if _stand(voorstel) == eerst:
                break
        else:
            if voorstel.is_dir():
                raise ReservekopieGeweigerd(
                    f"Voorstel {voorstel.name} verandert telkens terwijl het wordt bewaard. Probeer het zo nog eens."
                )
    return doel


def _stand(map_: Path) -> dict[str, tuple[int, int]]:
    """Size and time of each file in and under a folder; the same as long as nothing is written."""
    stand = {}
    for pad in map_.rglob("*"):
        try:
            gegevens = pad.lstat()
        except FileNotFoundError:
            continue
        if pad.name != SLOT:
            stand[pad.as_posix()] = (gegevens.st_size, gegevens.st_mtime_ns)
    return stand


def _schrijf(doel: Path, mappen: Mapping[str, Path], inhoud: Mapping[str, object]) -> tuple[dict[str, str], list[str]]:
    """Write the zip: the checksum of each file, and the names of links that were left out."""
    sommen: dict[str, str] = {}
    overgeslagen: list[str] = []
    with doel.open("xb") as bestand:
        with zipfile.ZipFile(bestand, "w", zipfile.ZIP_DEFLATED) as zip_:
            for deel in DELEN:
                for pad, naam in _bestanden(mappen[deel], deel):
                    if pad.is_symlink() or not is_veilig(naam):
                        overgeslagen.append(naam)
                    else:
                        sommen[naam] = _voeg_toe(zip_, pad, naam)
            tekst = json.dumps(inhoud, indent=1)
            zip_.writestr(INHOUD, tekst)
            sommen[INHOUD] = hashlib.sha256(tekst.encode()).hexdigest()
            zip_.writestr(controlegetallen.BESTAND, "".join(f"{som}  {naam}\n" for naam, som in sorted(sommen.items())))
        bestand.flush()
        os.fsync(bestand.fileno())
    doel.chmod(0o600)  # reports and concept leveringen are in it
    return sommen, overgeslagen


def _bestanden(map_: Path, deel: str) -> Iterator[tuple[Path, str]]:
    """The files of a part with their names in the zip; what begins with a dot at the top is a lock or on its way."""
    for pad in sorted(map_.rglob("*")) if map_.is_dir() else ():
        plek = pad.relative_to(map_)
        if not plek.parts[0].startswith(".") and (pad.is_symlink() or pad.is_file()):
            yield pad, f"{deel}/{plek.as_posix()}"


def _voeg_toe(zip_: zipfile.ZipFile, pad: Path, naam: str) -> str:
    """Write one file into the zip, and return the checksum of the very bytes that went in."""
    som = hashlib.sha256()
    kop = zipfile.ZipInfo.from_file(pad, naam, strict_timestamps=False)
    kop.compress_type = zipfile.ZIP_DEFLATED
    with pad.open("rb") as bron, zip_.open(kop, "w", force_zip64=True) as doel:
        while blok := bron.read(BLOK):
            som.update(blok)
            doel.write(blok)
    return som.hexdigest()
