"""Putting a backup back: everything is unpacked and verified first, then takes the place of what is there.

What was there goes into a folder `.voor-terugzetten-…` beside it and is never thrown away. The logboek is only added
to: no backup takes from it what happened since.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.bouw.bouwen import Gebouwd, alle_mappen, bouw, controleer
from data.bouw.maken import kies
from data.fouten import Fout, LeveringGeweigerd, LogboekDicht, ReservekopieGeweigerd
from data.gebouwd.openen import WERKMAP
from data.herstel.reservekopie import BLOK, INHOUD, VORM, is_veilig, mappen_van
from data.instellingen import instellingen
from data.levering import controlegetallen
from data.levering.leveringen import versies, zoek
from data.levering.winkelmap import TERUGZETTEN
from data.logboek.logboek import NIET_AANGEMELD, TERUGGEZET, Gebeurtenis, Wie, schrijf
from data.schijf import map_naar_schijf, naar_schijf
from data.slot import SLOT, alleen

#: Begin of the names of the folder in which a backup is unpacked, and of that which keeps what was there.
UITPAKKEN, VORIGE = ".uitpakken-", ".voor-terugzetten-"
NIETS = "Er is niets veranderd."


@dataclass(frozen=True)
class Teruggezet:
    """What came of it: what was built (None where a lake is shared), the datasetversies then and now, what was kept.

    `bewaard` are the folders with what was there before; `logboek` says in Dutch what became of the logboek.
    """

    gebouwd: Gebouwd | None
    toen: Mapping[str, str]
    nu: Mapping[str, str]
    bewaard: tuple[Path, ...]
    logboek: str


def zet_terug(bestand: Path, *, wie: Wie = NIET_AANGEMELD) -> Teruggezet:
    """Put a backup in the place of the leveringen and voorstellen, complete the logboek, and build.

    Nothing may be accepted meanwhile; readers go on. The logboek tells of it, by `wie`. Raises ReservekopieGeweigerd
    (nothing is changed), Bezet when somebody is accepting, or OSError.
    """
    eigen = instellingen()
    mappen = mappen_van(eigen)
    with ExitStack() as open_:
        for map_ in (eigen.map, *mappen.values()):
            map_.mkdir(parents=True, exist_ok=True)
        open_.enter_context(alleen(mappen["leveringen"], wacht=False))
        open_.enter_context(alleen(mappen["logboek"], wacht=True))
        uitgepakt = {deel: open_.enter_context(_werkmap(map_)) for deel, map_ in mappen.items()}
        toen = pak_uit(bestand, uitgepakt)
        proef = Path(open_.enter_context(tempfile.TemporaryDirectory(dir=eigen.map, prefix=WERKMAP)))
        klaar = _proef(uitgepakt["leveringen"], proef)
        for map_ in uitgepakt.values():
            naar_schijf(map_)
        merk = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
        with alleen(eigen.map, wacht=True):  # nobody builds of a store that is half moved
            bewaard = [_wissel(uitgepakt[deel], mappen[deel], merk) for deel in ("leveringen", "voorstellen")]
        logboek = _vul_aan(uitgepakt["logboek"], mappen["logboek"], merk)
        nu = versies(zoek(alle_mappen([mappen["leveringen"]]))[0])
        gebouwd = None if eigen.opslag else bouw(klaar=klaar)
    try:  # the lock of the logboek is free again
        schrijf(Gebeurtenis(TERUGGEZET, bestand.name, wie.door, wie.rol, nu))
    except LogboekDicht:
        logboek += " Dat dit is teruggezet, is er niet in te schrijven: zoek uit waarom."
    return Teruggezet(gebouwd, toen, nu, tuple(map_ for map_ in bewaard if map_ is not None), logboek)


def pak_uit(bestand: Path, doelen: Mapping[str, Path]) -> Mapping[str, str]:
    """Unpack a backup, each part into its folder, and hold every byte against its checksum. What it says of itself.

    Raises ReservekopieGeweigerd for anything that is not a whole backup of ours, before or while it is unpacked.
    """
    try:
        with zipfile.ZipFile(bestand) as zip_:
            return _pak_uit(zip_, doelen)
    except FileNotFoundError as fout:
        raise ReservekopieGeweigerd(f"Het bestand {bestand} is er niet. {NIETS}") from fout
    except IsADirectoryError as fout:
        raise ReservekopieGeweigerd(f"{bestand} is een map, geen reservekopie. {NIETS}") from fout
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError),
        *(FileExistsError, NotADirectoryError),  # a name that is a file and a folder too
    ) as fout:
        raise ReservekopieGeweigerd(f"{bestand.name} is geen hele reservekopie, of is beschadigd. {NIETS}") from fout


def _pak_uit(zip_: zipfile.ZipFile, doelen: Mapping[str, Path]) -> Mapping[str, str]:
    leden = _leden(zip_)
    inhoud = _inhoud(zip_, leden)
    nodig, vrij = (
        sum(lid.file_size for lid in leden.values()),
        min(shutil.disk_usage(map_).free for map_ in doelen.values()),
    )
    if nodig > vrij:
        raise ReservekopieGeweigerd(
            f"Uitgepakt is deze reservekopie {nodig // 1_000_000} MB, en er is {vrij // 1_000_000} MB vrij. {NIETS}"
        )
    sommen = _sommen(zip_, leden)
    if sommen.keys() != leden.keys() - {controlegetallen.BESTAND}:
        raise ReservekopieGeweigerd(f"In de reservekopie staat niet precies wat haar controlegetallen noemen. {NIETS}")
    for naam, verwacht in sommen.items():
        deel, _, plek = naam.partition("/")
        if _schrijf(zip_, leden[naam], doelen[deel] / plek if plek else None) != verwacht:
            raise ReservekopieGeweigerd(f"In de reservekopie is {naam} niet meer zoals het is bewaard. {NIETS}")
    return inhoud


def _leden(zip_: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The files in a zip by name. Raises ReservekopieGeweigerd where one is no plain file within its part."""
    leden: dict[str, zipfile.ZipInfo] = {}
    gezien: set[str] = set()
    for lid in zip_.infolist():
        soort = stat.S_IFMT(lid.external_attr >> 16)
        gewoon = soort in {0, stat.S_IFREG} and not lid.flag_bits & 1 and lid.orig_filename == lid.filename
        eigen = lid.filename in {INHOUD, controlegetallen.BESTAND} or is_veilig(lid.filename)
        # on some machines Oordelen.csv is oordelen.csv
        if not (gewoon and eigen) or lid.filename.casefold() in gezien:
            raise ReservekopieGeweigerd(
                f"In {Path(zip_.filename or '').name} staat iets dat niet in een reservekopie hoort: "
                f"{lid.filename[:100]!r}. {NIETS}"
            )
        gezien.add(lid.filename.casefold())
        leden[lid.filename] = lid
    return leden


def _inhoud(zip_: zipfile.ZipFile, leden: Mapping[str, zipfile.ZipInfo]) -> Mapping[str, str]:
    """What the backup says of itself. Raises ReservekopieGeweigerd where it is none, or of a later version."""
    if INHOUD not in leden or controlegetallen.BESTAND not in leden:
        raise ReservekopieGeweigerd(f"Dit is geen reservekopie van dit product. {NIETS}")
    try:
        inhoud = json.loads(zip_.read(INHOUD))
        vorm, versie = int(inhoud["vorm"]), str(inhoud["datasetversie"])
    except (ValueError, KeyError, TypeError) as fout:
        raise ReservekopieGeweigerd(f"Wat de reservekopie over zichzelf zegt, is niet te lezen. {NIETS}") from fout
    if vorm > VORM:
        raise ReservekopieGeweigerd(f"Deze reservekopie is van een latere versie van dit product. {NIETS}")
    return {"datasetversie": versie, "datasetversie_met_concept": str(inhoud.get("datasetversie_met_concept", ""))}


def _sommen(zip_: zipfile.ZipFile, leden: Mapping[str, zipfile.ZipInfo]) -> dict[str, str]:
    """The checksums by file."""
    regels = zip_.read(leden[controlegetallen.BESTAND]).decode("utf-8").splitlines()
    return {naam: som for som, _, naam in (regel.partition("  ") for regel in regels)}


def _schrijf(zip_: zipfile.ZipFile, lid: zipfile.ZipInfo, doel: Path | None) -> str:
    """Unpack one file (None: only read it) and return the checksum of what came out."""
    som = hashlib.sha256()
    with ExitStack() as open_:
        bron = open_.enter_context(zip_.open(lid))
        if doel is not None:
            doel.parent.mkdir(parents=True, exist_ok=True)
        uit = None if doel is None else open_.enter_context(doel.open("xb"))
        while blok := bron.read(BLOK):
            som.update(blok)
            if uit is not None:
                uit.write(blok)
    return som.hexdigest()


@contextmanager
def _werkmap(map_: Path) -> Iterator[Path]:
    """A folder in which a part is unpacked, on the disk where it is to stand; what an earlier try left goes."""
    for rest in map_.glob(f"{UITPAKKEN}*"):
        shutil.rmtree(rest, ignore_errors=True)
    werkmap = Path(tempfile.mkdtemp(dir=map_, prefix=UITPAKKEN))
    werkmap.chmod(map_.stat().st_mode & 0o777)
    try:
        yield werkmap
    finally:
        shutil.rmtree(werkmap, ignore_errors=True)


def _proef(uitgepakt: Path, werkmap: Path) -> dict[str, Path]:
    """Build of what was unpacked: the databases by datasetversie. Raises ReservekopieGeweigerd with every fault."""
    leveringen, fouten = zoek(alle_mappen([uitgepakt]))
    klaar: dict[str, Path] = {}
    gevonden: set[Fout] = set()
    for concept in (False, True):
        keus = kies(leveringen, fouten, concept=concept)
        if keus.versie not in klaar or keus.fouten:
            klaar[keus.versie] = werkmap / f"{len(klaar)}-{concept}.duckdb"
            gevonden.update(controleer(keus, klaar[keus.versie]))
    if gevonden:
        geweigerd = LeveringGeweigerd(list(gevonden))
        raise ReservekopieGeweigerd(f"De leveringen in deze reservekopie zijn niet goed:\n{geweigerd}\n{NIETS}")
    return klaar


def _wissel(uitgepakt: Path, map_: Path, merk: str) -> Path | None:
    """Put what was unpacked in the place of what is in a folder; where the latter now is, None if there was nothing.

    Should this be cut off, the folder TERUGZETTEN is left, and no build takes what is there for the whole.
    """
    onderweg = uitgepakt.rename(map_ / f"{TERUGZETTEN}{merk}")
    oud = [pad for pad in map_.iterdir() if pad != onderweg and not pad.name.startswith((SLOT, UITPAKKEN, VORIGE))]
    bewaard = map_ / f"{VORIGE}{merk}"
    if oud:
        bewaard.mkdir()
    for pad in oud:
        pad.rename(bewaard / pad.name)
    for pad in sorted(onderweg.iterdir()):
        pad.rename(map_ / pad.name)
    onderweg.rmdir()
    map_naar_schijf(map_)
    return bewaard if oud else None


def _vul_aan(uitgepakt: Path, map_: Path, merk: str) -> str:
    """Put files of the logboek back that are not there, or of which only the beginning is; the rest stays as it is.

    Returns what became of it, in Dutch. A file that tells something else than what is here is laid beside it.
    """
    gezegd = set()
    for pad in sorted(pad for pad in uitgepakt.rglob("*") if pad.is_file()):
        doel = map_ / pad.relative_to(uitgepakt)
        doel.parent.mkdir(parents=True, exist_ok=True)
        if not doel.exists() or _begint_met(pad, doel):
            if doel.exists() and doel.stat().st_size == pad.stat().st_size:
                gezegd.add("Het logboek was al gelijk.")
                continue
            pad.replace(doel)
            gezegd.add("Het logboek is teruggezet.")
        elif _begint_met(doel, pad):
            gezegd.add("Het logboek hier gaat verder dan dat van de reservekopie en is gebleven zoals het was.")
        else:
            ernaast = doel.with_name(f"{doel.name}.uit-reservekopie-{merk}")
            pad.replace(ernaast)
            gezegd.add(f"Het logboek hier is anders dan dat van de reservekopie; dat ligt ernaast als {ernaast.name}.")
    map_naar_schijf(map_)
    return " ".join(sorted(gezegd)) or "In de reservekopie zat geen logboek."


def _begint_met(lang: Path, kort: Path) -> bool:
    """Whether the bytes of one file are the beginning of those of another, or all of them."""
    with lang.open("rb") as een, kort.open("rb") as twee:
        while blok := twee.read(BLOK):
            if een.read(len(blok)) != blok:
                return False
    return True
