"""A new levering into the store: checked by building with it, put in its place in one step, never over another."""

from __future__ import annotations

import csv
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from data import journaal
from data.aanvaarding import nagekeken
from data.bestandsnaam import veilige_naam
from data.bouw.bouwen import alle_mappen, controleer
from data.bouw.maken import kies
from data.fouten import Fout, LeveringGeweigerd, Verouderd
from data.gebouwd.openen import WERKMAP
from data.instellingen import instellingen
from data.levering import controlegetallen
from data.levering.leveringen import NOOIT, Levering, datasetversie, van_kracht, zoek
from data.levering.vorm import tabellen as vorm
from data.logboek import verantwoorden
from data.logboek.logboek import NIET_AANGEMELD, Wie
from data.rapporten.privacy import zonder_weggehaald
from data.schijf import map_naar_schijf, naar_schijf
from data.slot import alleen

Rij = Mapping[str, str]
#: The rows of a levering by table.
Tabellen = Mapping[str, Sequence[Rij]]

#: Begin of the name of the folder in which a levering is written; the dot keeps builds out of it.
_ONDERWEG = ".aanvaarden-"
#: What a cell of a levering cannot hold: ends of lines and control characters.
_STUURTEKENS = re.compile(r"[\x00-\x1f\x7f]+")
SECONDE = timedelta(seconds=1)


@dataclass(frozen=True)
class Winkel:
    """The store while it is held: every levering there is, and those that count for an editor (concept too).

    `werkmap` is a folder for databases on trial; `klaar` has those of which the levering came into the store.
    """

    map: Path
    leveringen: list[Levering]
    fouten: list[Fout]
    werkmap: Path
    klaar: dict[str, Path] = field(default_factory=dict)

    @property
    def geldig(self) -> list[Levering]:
        """The leveringen in force, concept ones counted."""
        return van_kracht(self.leveringen, None, concept=True)[0]

    def levering(self, levering_id: str) -> Levering | None:
        """The levering with this id, in force or not."""
        return next((lev for lev in self.leveringen if lev.id == levering_id), None)

    def vandaag(self) -> date:
        """Today; or the day of the latest levering, if the clock is behind: nothing is accepted before what it uses."""
        return max([nu().date(), *(lev.aanvaard_op for lev in self.geldig)])

    def moment(self) -> datetime:
        """This moment, or a second after the latest acceptance if the clock is behind: leveringen stay in order."""
        return max([nu(), *(lev.moment[1] + SECONDE for lev in self.leveringen if lev.moment[1] != NOOIT)])

    def vrij_id(self, stam: str) -> str:
        """An id that no levering has and no folder is named for: this one, or with a number."""
        bezet = {lev.id for lev in self.leveringen} | {pad.name for pad in self.map.iterdir()}
        nummer, naam = 1, stam
        while naam in bezet:
            nummer += 1
            naam = f"{stam}-{nummer}"
        return naam


def nu() -> datetime:
    """This moment, with its time zone."""
    return datetime.now().astimezone()


def alles_versie(mappen: Sequence[Path] | None = None) -> str:
    """The datasetversie over all leveringen in force, concept ones counted: what an editor looks at."""
    return datasetversie(van_kracht(zoek(alle_mappen(mappen))[0], None, concept=True)[0])


@contextmanager
def winkel(*, verwacht: str | None) -> Iterator[Winkel]:
    """Hold the store, alone, for as long as something is accepted.

    Raises Bezet when another holds it, Verouderd when its datasetversie (concept counted) is not `verwacht` any more,
    LeveringGeweigerd when its folder is not there, and LogboekDicht when the audit trail does not open.
    """
    map_, databases = instellingen().leveringen, instellingen().map
    if not map_.is_dir():
        raise LeveringGeweigerd([Fout(str(map_), 0, "", "de map bestaat niet", "een map met leveringen")])
    databases.mkdir(parents=True, exist_ok=True)
    with alleen(map_, wacht=False), tempfile.TemporaryDirectory(dir=databases, prefix=WERKMAP) as werkmap:
        ruim_resten_op(map_)
        gevonden = Winkel(map_, *zoek(alle_mappen()), Path(werkmap))
        verantwoorden.werk_bij(gevonden.leveringen)
        if verwacht is not None and datasetversie(gevonden.geldig) != verwacht:
            raise Verouderd(
                "Iemand anders heeft intussen iets aanvaard of ingetrokken. Er is niets veranderd; "
                "bekijk het voorstel opnieuw bij de nieuwe stand en aanvaard het dan."
            )
        yield gevonden


def ruim_resten_op(map_: Path) -> None:
    """Remove what an acceptance left behind that was cut off. Only for who holds the lock."""
    for rest in map_.glob(f"{_ONDERWEG}*"):
        shutil.rmtree(rest, ignore_errors=True)


def leg_vast(
    plek: Winkel,
    tabellen: Tabellen,
    *,
    door: str,
    wie: Wie = NIET_AANGEMELD,
    bron: Path | None = None,
    bron_naam: str = "",
    nagezien: Sequence[Rij] = (),
) -> Path:
    """Write a levering with its original into the store that is held, and return its folder.

    `nagezien` is what an editor changed beside the oordelen.

    Raises LeveringGeweigerd with every fault when the store does not build with it, and LogboekDicht when the audit
    trail cannot tell of it; nothing is then kept.
    """
    levering_id = tabellen["levering"][0]["levering_id"]
    doel = plek.map / levering_id
    if plek.levering(levering_id) is not None or os.path.lexists(doel):
        mis = f'"{levering_id}" is er al'
        raise LeveringGeweigerd([Fout("levering.csv", 2, "levering_id", mis, "een levering die nog niet bestaat")])
    with tempfile.TemporaryDirectory(dir=plek.map, prefix=_ONDERWEG, ignore_cleanup_errors=True) as werkmap:
        map_ = Path(werkmap) / levering_id
        map_.mkdir()
        aanvaarding = {"levering_id": levering_id, "aanvaard_door": door.strip()}
        aanvaarding |= {
            "aanvaard_om": plek.moment().isoformat(timespec="seconds"),
            **_bewaar_bron(map_, bron, bron_naam),
        }
        schrijf_tabellen(map_, {**tabellen, "aanvaarding": [aanvaarding]})
        nagekeken.schrijf(map_, nagezien)
        controlegetallen.schrijf(map_)
        _houdt(plek, map_)
        naar_schijf(map_)
        uitkomst = verantwoorden.neem_voor(map_, plek.leveringen, door=door.strip(), wie=wie)
        map_.rename(doel)
        map_naar_schijf(plek.map)
    verantwoorden.gedaan(uitkomst)
    journaal.meld("aanvaard", levering=levering_id)
    return doel


def schrijf_tabellen(map_: Path, tabellen: Tabellen) -> None:
    """Write tables into a folder, in the form of a levering; a table without rows is left out.

    A line end or control character in a cell becomes a space. What was read and then taken out for being personal data
    is not written: not in the levering, so not in its history or a database either. Raises ValueError for a table or
    column that vorm.csv lacks.
    """
    for tabel, rijen in tabellen.items():
        if not rijen:
            continue
        kolommen = vorm().get(tabel)
        vreemd = {kolom for rij in rijen for kolom in rij} - set(kolommen or ())
        if kolommen is None or vreemd:
            raise ValueError(f"een levering heeft geen {tabel} met {', '.join(sorted(vreemd)) or 'rijen'}")
        with (map_ / f"{tabel}.csv").open("w", encoding="utf-8", newline="") as bestand:
            schrijver = csv.writer(bestand, lineterminator="\n")
            schrijver.writerow(kolommen)
            for rij in map(_zonder_persoonsgegevens, rijen) if tabel == "bewerkingen" else rijen:
                schrijver.writerow([_STUURTEKENS.sub(" ", rij.get(kolom) or "") for kolom in kolommen])


def _zonder_persoonsgegevens(rij: Rij) -> Rij:
    """A row of bewerkingen without the personal data that the editor took out of what was read."""
    return {**rij, "gelezen": zonder_weggehaald(rij.get("gelezen") or "", rij.get("aanvaard") or "")}


def _bewaar_bron(map_: Path, bron: Path | None, naam: str) -> dict[str, str]:
    """Copy the original beside the tables; the cells of aanvaarding.csv that tell of it."""
    if bron is None:
        return {}
    doel = map_ / controlegetallen.BRON / veilige_naam(naam or bron.name)
    doel.parent.mkdir()
    shutil.copyfile(bron, doel)
    return {"bestand": doel.relative_to(map_).as_posix(), "sha256": controlegetallen.som(doel)}


def _houdt(plek: Winkel, map_: Path) -> None:
    """Build everything with this levering. Raises LeveringGeweigerd with what then is wrong."""
    nieuw, fouten = zoek([map_])
    alle = sorted([*plek.leveringen, *nieuw], key=lambda lev: lev.id)
    publiek, alles = (kies(alle, plek.fouten + fouten, concept=concept) for concept in (False, True))
    # a concept changes nothing in what is public; and where no concept counts, the two are one
    te_bouwen = [alles] if nieuw[0].is_concept else [publiek, alles]
    if publiek.versie == alles.versie and not alles.fouten:
        te_bouwen = [publiek]
    gevonden = set()
    for nummer, keus in enumerate(te_bouwen):
        bestand = plek.werkmap / f"{nummer}.duckdb"
        gevonden.update(controleer(keus, bestand))
        plek.klaar[keus.versie] = bestand
    if gevonden:
        journaal.meld("aanvaarding_geweigerd", levering=nieuw[0].id, aantal=len(gevonden))
        raise LeveringGeweigerd(list(gevonden))
