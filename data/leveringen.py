"""Which leveringen there are, which of them are in force, and the checksum over their content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.fouten import Fout
from data.vorm import Gelezen, lees, tabellen

#: Length of a datasetversie: 48 bits, so that two of a million datasets share one with a chance of some 1 in 600.
LENGTE_VERSIE = 12


@dataclass
class Levering:
    """One folder of facts: its row of levering.csv (empty where it has none), its files, a checksum over them."""

    naam: str
    gegevens: dict[str, str]
    bestanden: list[Gelezen]
    controlegetal: str

    @property
    def id(self) -> str:
        """The levering_id; the folder's name where levering.csv gives none."""
        return self.gegevens.get("levering_id") or self.naam

    @property
    def aanvaard_op(self) -> date:
        """Day of acceptance; the earliest possible day where it is missing (a fault that the checks name)."""
        try:
            return date.fromisoformat(self.gegevens.get("aanvaard_op") or "")
        except ValueError:
            return date.min

    @property
    def is_concept(self) -> bool:
        """Whether the levering is a draft that does not count yet."""
        return self.gegevens.get("concept") == "ja"


def zoek(mappen: Iterable[Path]) -> tuple[list[Levering], list[Fout]]:
    """Every levering in or under the given folders, by id, with the faults in their form.

    A folder with a levering.csv is a levering; other folders are searched. A folder that does not exist is a fault, and
    so is one that holds tables without a levering.csv: what it says would go missing in silence.
    """
    leveringen: list[Levering] = []
    fouten: list[Fout] = []
    for map_ in mappen:
        if not map_.is_dir():
            fouten.append(Fout(str(map_), 0, "", "de map bestaat niet", "een map met leveringen"))
            continue
        for deel in sorted({pad.parent for pad in map_.rglob("*") if _is_tabel(pad)}):
            if (deel / "levering.csv").is_file():
                leveringen.append(_lees_levering(deel, map_.parent, fouten))
            else:
                naam = deel.relative_to(map_.parent).as_posix()
                fouten.append(Fout(naam, 0, "", "in deze map staan tabellen zonder levering.csv", "een levering.csv"))
    for levering in leveringen:
        for gelezen in levering.bestanden:
            fouten.extend(gelezen.fouten)
    return sorted(leveringen, key=lambda levering: levering.id), fouten


def _is_tabel(pad: Path) -> bool:
    """Whether a file means to be a table: on some machines Oordelen.CSV is oordelen.csv, so case is no escape."""
    return pad.suffix.lower() == ".csv" and pad.is_file()


def _lees_levering(map_: Path, boven: Path, fouten: list[Fout]) -> Levering:
    """Read all files of one levering; a file with an unknown name is a fault."""
    bestanden, som = [], hashlib.sha256()
    for pad in sorted(pad for pad in map_.iterdir() if _is_tabel(pad)):
        naam = pad.relative_to(boven).as_posix()
        if pad.name not in {f"{tabel}.csv" for tabel in tabellen()}:
            fouten.append(
                Fout(naam, 0, "", "een bestand met deze naam hoort niet in een levering", ", ".join(tabellen()))
            )
            continue
        gelezen = lees(pad, naam)
        bestanden.append(gelezen)
        som.update(f"{pad.name} {gelezen.controlegetal}\n".encode())
    eigen = next(b for b in bestanden if b.tabel == "levering")
    rijen = list(eigen.rijen())
    if len(rijen) != 1:
        fouten.append(Fout(eigen.bestand, 0, "", f"er staan {len(rijen)} rijen", "precies één rij"))
    gegevens = dict(zip(tabellen()["levering"], rijen[0], strict=True)) if rijen else {}
    return Levering(map_.relative_to(boven).as_posix(), gegevens, bestanden, som.hexdigest())


def van_kracht(leveringen: list[Levering], kennisdatum: date | None) -> tuple[list[Levering], list[Fout]]:
    """The leveringen that count on a date (None: all), with faults in ids and in what replaces what.

    A levering counts when it was accepted on or before the date, is no concept, and none that counts replaces it.
    """
    bekend = [
        levering
        for levering in leveringen
        if not levering.is_concept and (kennisdatum is None or levering.aanvaard_op <= kennisdatum)
    ]
    fouten: list[Fout] = []
    per_id: dict[str, Levering] = {}
    vervangen: dict[str, str] = {}
    for levering in bekend:
        kop = f"{levering.naam}/levering.csv"
        if levering.id in per_id:
            ander = per_id[levering.id].naam
            fouten.append(
                Fout(kop, 2, "levering_id", f'"{levering.id}" staat ook in {ander}', "een id dat één keer voorkomt")
            )
        per_id.setdefault(levering.id, levering)
    for levering in bekend:
        oud = levering.gegevens.get("vervangt")
        if not oud:
            continue
        fout = _fout_in_vervanging(levering, oud, per_id, vervangen)
        if fout is not None:
            fouten.append(fout)
        vervangen.setdefault(oud, levering.id)
    return [levering for levering in bekend if levering.id not in vervangen], fouten


def _fout_in_vervanging(
    levering: Levering, oud: str, per_id: dict[str, Levering], vervangen: dict[str, str]
) -> Fout | None:
    """What is wrong with a levering that says it replaces another, if anything."""
    kop = f"{levering.naam}/levering.csv"
    if oud not in per_id:
        return Fout(kop, 2, "vervangt", f'levering "{oud}" is onbekend', "een levering die er is")
    if oud in vervangen:
        mis = f'levering "{oud}" is al vervangen door "{vervangen[oud]}"'
        return Fout(kop, 2, "vervangt", mis, f'"{vervangen[oud]}", of een andere levering')
    if _vervangt_zichzelf(levering, per_id) or per_id[oud].aanvaard_op > levering.aanvaard_op:
        return Fout(kop, 2, "vervangt", f'levering "{oud}" is niet ouder', "een levering die eerder is aanvaard")
    if not levering.gegevens.get("reden"):
        return Fout(kop, 2, "reden", "is leeg", "de reden van de vervanging")
    return None


def _vervangt_zichzelf(levering: Levering, per_id: dict[str, Levering]) -> bool:
    """Whether what a levering replaces, and what that replaced in turn, leads back to it."""
    gezien: set[str] = set()
    oud = levering.gegevens.get("vervangt") or ""
    while oud in per_id and oud not in gezien:
        gezien.add(oud)
        oud = per_id[oud].gegevens.get("vervangt") or ""
    return levering.id in gezien


def datasetversie(leveringen: Iterable[Levering]) -> str:
    """A short hash over the content of the given leveringen: the same on any machine, another for any changed fact."""
    som = hashlib.sha256()
    for levering in sorted(leveringen, key=lambda levering: levering.id):
        som.update(f"{levering.id} {levering.controlegetal}\n".encode())
    return som.hexdigest()[:LENGTE_VERSIE]
