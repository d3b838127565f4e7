"""Building: a new file is made and checked apart, and only then are readers let at it."""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from data import journaal
from data.bouw.maken import Keus, bouwwijze, kies, maak_database
from data.fouten import Fout, LeveringGeweigerd
from data.gebouwd.openen import WERKMAP, bewaard, geef_naam, huidig, laat_los, open_lezend, ruim_op, wijs_aan
from data.instellingen import NASLAG, instellingen
from data.levering.leveringen import zoek
from data.slot import alleen
from data.sql import sql

#: Length of the part of a name that says how and from what a kept database was built.
LENGTE_SLEUTEL = 12


@dataclass(frozen=True)
class Gebouwd:
    """What a build made: the file, its datasetversie, rows per view; `nieuw` is false when it stood there already.

    A build of what is current also makes the database in which concept leveringen count: `alles` (the same file when
    there are none). Where those hold faults, `concept_fouten` tells them and `alles` is None: the previous one stands.
    """

    bestand: Path
    datasetversie: str
    aantallen: dict[str, int]
    nieuw: bool = True
    alles: Gebouwd | None = None
    concept_fouten: tuple[Fout, ...] = ()


def alle_mappen(mappen: Sequence[Path] | None = None) -> list[Path]:
    """The product's own lists, and the given folders of leveringen (default: the accepted ones)."""
    return [*NASLAG, *(mappen or [instellingen().leveringen])]


def bouw(
    mappen: Sequence[Path] | None = None,
    *,
    naar: Path | None = None,
    kennisdatum: date | None = None,
    concept: bool = False,
    klaar: Mapping[str, Path] | None = None,
) -> Gebouwd:
    """Build the database of the leveringen in the given folders (default: the accepted ones) and the product's lists.

    Without more, the public database and the one with concept leveringen are built and become the current ones. With
    `naar` it is one database, that very file; with `kennisdatum` it is kept aside, and what is current stays so. These
    two hold concept leveringen only with `concept`. `klaar` has databases that were just built from these leveringen in
    the folder of databases (see `controleer`), by datasetversie: they are taken from there and not built again.
    Raises LeveringGeweigerd with every fault of every file; the previous database then stays as it was.
    """
    if naar is None and kennisdatum is None:
        return _bouw_huidige(alle_mappen(mappen), klaar or {})
    keus = kies(*zoek(alle_mappen(mappen)), kennisdatum, concept=concept)
    if naar is not None:
        return Gebouwd(naar, keus.versie, _bouw_naar(naar, keus))
    return bouw_bewaard(keus)


def bouw_op(kennisdatum: date, *, concept: bool = False, mappen: Sequence[Path] | None = None) -> Path:
    """The database as known on a day, built once and kept among the last few. Several processes may ask at once.

    Raises LeveringGeweigerd.
    """
    return bouw(mappen, kennisdatum=kennisdatum, concept=concept).bestand


def controleer(keus: Keus, bestand: Path) -> list[Fout]:
    """Build these leveringen into a new file. Returns every fault; none when the file holds the whole database."""
    try:
        maak_database(bestand, keus)
    except LeveringGeweigerd as geweigerd:
        return geweigerd.fouten
    return []


def _bouw_huidige(mappen: list[Path], klaar: Mapping[str, Path]) -> Gebouwd:
    """Build both current databases, one build at a time: the last to finish has seen the latest leveringen."""
    map_ = instellingen().map
    map_.mkdir(parents=True, exist_ok=True)
    with alleen(map_, wacht=True):
        leveringen, fouten = zoek(mappen)
        publiek, alles = (kies(leveringen, fouten, concept=concept) for concept in (False, True))
        try:
            gebouwd = _werk_bij(map_, publiek, klaar)
        except LeveringGeweigerd as geweigerd:
            raise LeveringGeweigerd(list({*geweigerd.fouten, *_ook_in_concept(alles)})) from geweigerd
        try:
            gebouwd = replace(gebouwd, alles=_werk_alles_bij(map_, alles, gebouwd, klaar))
        except LeveringGeweigerd as geweigerd:
            gebouwd = replace(gebouwd, concept_fouten=tuple(geweigerd.fouten))
            laat_los(map_, alles=True)
        ruim_op(map_)
    return gebouwd


def _ook_in_concept(alles: Keus) -> list[Fout]:
    """The faults with concept leveringen counted, so that all are told at once; none where there is no concept."""
    if not any(lev.is_concept for lev in alles.leveringen):
        return []
    with tempfile.TemporaryDirectory(prefix="verbeterpunten-") as tijdelijk:
        return controleer(alles, Path(tijdelijk) / "proef.duckdb")


def _werk_alles_bij(map_: Path, alles: Keus, publiek: Gebouwd, klaar: Mapping[str, Path]) -> Gebouwd:
    """The database with concept leveringen: the public one where there are none."""
    if alles.fouten or alles.versie != publiek.datasetversie:
        return _werk_bij(map_, alles, klaar)
    wijs_aan(map_, publiek.bestand, alles=True)
    return publiek


def _werk_bij(map_: Path, keus: Keus, klaar: Mapping[str, Path]) -> Gebouwd:
    """Build one of the current databases and point at it, unless it stands there already."""
    staat_er_al = huidig(map_, keus.versie, bouwwijze(), keus.bekend, alles=keus.concept)
    if staat_er_al is not None and not keus.fouten:
        return Gebouwd(staat_er_al, keus.versie, _aantallen(staat_er_al), nieuw=False)
    gebouwd = _zet_neer(map_, f"verbeterpunten-{keus.versie}", keus, klaar)
    wijs_aan(map_, gebouwd.bestand, alles=keus.concept)
    return gebouwd


def bouw_bewaard(keus: Keus, klaar: Mapping[str, Path] | None = None) -> Gebouwd:
    """The database under the name that says what it holds, among the last few that are kept aside; built when needed.

    `klaar` as for `bouw`. Raises LeveringGeweigerd.
    """
    map_ = instellingen().map
    som = hashlib.sha256(f"{bouwwijze()} {keus.bekend} {keus.concept}\n".encode())
    for lev in keus.leveringen:
        som.update(f"{lev.id} {lev.controlegetal}\n".encode())
    stam = f"kennis-{keus.bekend}-{keus.versie}-{som.hexdigest()[:LENGTE_SLEUTEL]}"
    map_.mkdir(parents=True, exist_ok=True)
    with alleen(map_, wacht=True):  # who asks for the same meanwhile finds it there
        er_is = None if keus.fouten else bewaard(map_, stam)
        if er_is is not None:
            with contextlib.suppress(OSError):
                er_is.touch()  # the ones that are asked for stay longest
            return Gebouwd(er_is, keus.versie, _aantallen(er_is), nieuw=False)
        gebouwd = _zet_neer(map_, stam, keus, klaar or {})
        ruim_op(map_)
    return gebouwd


def _zet_neer(map_: Path, stam: str, keus: Keus, klaar: Mapping[str, Path]) -> Gebouwd:
    """Build a database apart, or take one that was just built, check it, and only then give it its name."""
    klok = journaal.Klok()
    with _werkmap(map_) as werkmap:
        gereed = klaar.get(keus.versie)
        if gereed is None or keus.fouten:
            gereed = werkmap / "nieuw.duckdb"
            try:
                maak_database(gereed, keus)
            except LeveringGeweigerd as geweigerd:
                journaal.waarschuw("bouw_geweigerd", datasetversie=keus.versie, aantal=len(geweigerd.fouten))
                raise
        aantallen = _aantallen(gereed)
        gebouwd = Gebouwd(geef_naam(gereed, map_, stam), keus.versie, aantallen)
    journaal.meld("gebouwd", datasetversie=keus.versie, met_concept=keus.concept, duur_ms=klok.ms)
    return gebouwd


def _bouw_naar(doel: Path, keus: Keus) -> dict[str, int]:
    """The same, to a file of the user's own. Returns the rows per view."""
    doel.parent.mkdir(parents=True, exist_ok=True)
    with _werkmap(doel.parent) as werkmap:
        nieuw = werkmap / "nieuw.duckdb"
        maak_database(nieuw, keus)
        aantallen = _aantallen(nieuw)
        nieuw.replace(doel)
    return aantallen


@contextlib.contextmanager
def _werkmap(map_: Path) -> Iterator[Path]:
    """A folder to build in, on the disk where the file is to come."""
    with tempfile.TemporaryDirectory(dir=map_, prefix=WERKMAP) as werkmap:
        yield Path(werkmap)


def _aantallen(bestand: Path) -> dict[str, int]:
    """Rows per public view of a built database."""
    with open_lezend(bestand) as con:
        return dict(con.execute(sql("bouw/aantallen")).fetchall())
