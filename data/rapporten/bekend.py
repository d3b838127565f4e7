"""What the store knows already (kaders, gemeenten, aanpakken, rapporten), read from the leveringen, no database."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from data.instellingen import NASLAG, instellingen
from data.levering import formaten
from data.levering.leveringen import Levering, datasetversie, koppen, van_kracht
from data.levering.vorm import kolommen_van, tabellen

#: The tables that tell what reports say; the others are lists that reports are read with.
FEITEN = frozenset(
    (
        *("rapporten", "weergaven", "aanpakken", "aanpak_opvolging", "metingen", "meting_rapport", "oordelen"),
        *("conflicten", "bevindingen", "bevinding_indicator", "gemeld_actiepunt", "gemeld_indicator"),
    )
)


@dataclass(frozen=True)
class Indicator:
    """An indicator of a kader with where it belongs; `criterium` is empty where the kader gives none."""

    indicator_id: str
    kader_id: str
    editie_id: str
    thema: str
    criterium: str
    indicator: str
    kort: str
    volgorde: int
    aliassen: tuple[str, ...] = ()

    @property
    def bewoordingen(self) -> tuple[str, ...]:
        """Every wording in which it is printed: the kader's own and the aliases."""
        return (self.indicator, *self.aliassen)


class Bekend:
    """What the leveringen in force say. A table is read when first asked for, and kept (oordelen are not)."""

    def __init__(self, leveringen: Sequence[Levering], mappen: dict[str, Path]) -> None:
        """Take the leveringen that count, and the folder of each by its id."""
        self.leveringen = tuple(leveringen)
        self._mappen = mappen
        self._tabellen: dict[str, list[dict[str, str]]] = {}
        self._buiten = ""
        self._zonder: dict[str, Bekend] = {}

    def zonder(self, levering_id: str) -> Bekend:
        """The same, but for the facts of reports in this levering, which is about to be replaced; "" leaves none out.

        `leveringen`, `datasetversie` and `tabellen_van` stay as they are, and so do the lists in that levering.
        """
        if levering_id == self._buiten:
            return self
        if levering_id not in self._zonder:
            ander = Bekend(self.leveringen, self._mappen)
            ander._buiten = levering_id
            ander._zonder[self._buiten] = self
            self._zonder[levering_id] = ander
        return self._zonder[levering_id]

    def map_van(self, levering_id: str) -> Path | None:
        """The folder of a levering in force; None for one that does not count."""
        return self._mappen[levering_id] if any(lev.id == levering_id for lev in self.leveringen) else None

    @cached_property
    def datasetversie(self) -> str:
        """The datasetversie of these leveringen, as a build of them has it."""
        return datasetversie(
            replace(lev, controlegetal=_controlegetal(self._mappen[lev.id])) for lev in self.leveringen
        )

    @property
    def mappen(self) -> tuple[Path, ...]:
        """The folder of each levering that counts, in their order: `uit_mappen` knows the same again."""
        return tuple(self._mappen[levering.id] for levering in self.leveringen)

    def tabel(self, naam: str) -> list[dict[str, str]]:
        """The rows of a table over all leveringen, cells as text. Raises KeyError for a table that vorm.csv lacks."""
        if naam not in self._tabellen:
            if naam not in tabellen():
                raise KeyError(naam)
            self._tabellen[naam] = [rij for _, rij in self._met_levering(naam)]
        return self._tabellen[naam]

    def indicatoren(self) -> list[Indicator]:
        """The indicators of all kaders, by editie and order."""
        return self._indicatoren

    def edities(self) -> dict[str, str]:
        """Every editie of every kader in words, by its editie_id: 'GGSR beleid, editie 2013'."""
        kaders = {rij["kader_id"]: rij["kader"] for rij in self.tabel("kaders")}
        return {
            rij["editie_id"]: f"{kaders.get(rij['kader_id'], rij['kader_id'])}, {_editiewoord(rij['editie'])}"
            for rij in self.tabel("edities")
        }

    def gemeenten(self) -> list[dict[str, str]]:
        """The rows of gemeenten.csv."""
        return self.tabel("gemeenten")

    def aanpakken(self) -> list[dict[str, str]]:
        """The rows of aanpakken.csv."""
        return self.tabel("aanpakken")

    def rapporten(self) -> list[dict[str, str]]:
        """The rows of rapporten.csv."""
        return self.tabel("rapporten")

    def weergaven(self) -> list[dict[str, str]]:
        """The rows of weergaven.csv."""
        return self.tabel("weergaven")

    def metingen(self) -> list[dict[str, str]]:
        """The rows of metingen.csv."""
        return self.tabel("metingen")

    def oordelen(self, rapport_id: str) -> list[dict[str, str]]:
        """The oordelen that one rapport prints; only leveringen in which it occurs are read."""
        waar = {
            lev for naam in ("rapporten", "meting_rapport") for lev, rij in self._met_levering(naam, alleen=rapport_id)
        }
        return [rij for lev in sorted(waar) for _, rij in self._met_levering("oordelen", van=lev, alleen=rapport_id)]

    def levering_van(self, rapport_id: str) -> str | None:
        """The id of the levering that holds the rapport; None for an unknown one."""
        return next((levering for levering, _ in self._met_levering("rapporten", alleen=rapport_id)), None)

    def tabellen_van(self, levering_id: str) -> dict[str, list[dict[str, str]]]:
        """The tables of one levering as they stand, those with rows. Empty for a levering that does not count."""
        rijen = {naam: [rij for _, rij in self._met_levering(naam, van=levering_id)] for naam in tabellen()}
        return {naam: inhoud for naam, inhoud in rijen.items() if inhoud}

    def _met_levering(self, naam: str, *, van: str = "", alleen: str = "") -> Iterator[tuple[str, dict[str, str]]]:
        """The rows of a table, each with the id of its levering: of one levering, of one rapport, or all."""
        for levering in self.leveringen:
            if (van and levering.id != van) or (not van and naam in FEITEN and levering.id == self._buiten):
                continue
            for rij in _rijen(self._mappen[levering.id] / f"{naam}.csv", levering.formaat):
                if not alleen or rij["rapport_id"] == alleen:
                    yield levering.id, rij

    @cached_property
    def _indicatoren(self) -> list[Indicator]:
        """The indicators with names in place of ids."""
        themas = {rij["thema_id"]: rij["thema"] for rij in self.tabel("themas")}
        criteria = {rij["criterium_id"]: rij["criterium"] for rij in self.tabel("criteria")}
        kaders = {rij["editie_id"]: rij["kader_id"] for rij in self.tabel("edities")}
        aliassen: dict[str, list[str]] = {}
        for rij in self.tabel("indicator_alias"):
            aliassen.setdefault(rij["indicator_id"], []).append(rij["alias"])
        gevonden = [
            Indicator(
                indicator_id=rij["indicator_id"],
                kader_id=kaders.get(rij["editie_id"], ""),
                editie_id=rij["editie_id"],
                thema=themas.get(rij["thema_id"], ""),
                criterium=criteria.get(rij["criterium_id"], ""),
                indicator=rij["indicator"],
                kort=rij["kort"],
                volgorde=geheel(rij["volgorde"]),
                aliassen=tuple(aliassen.get(rij["indicator_id"], ())),
            )
            for rij in self.tabel("indicatoren")
        ]
        return sorted(gevonden, key=lambda indicator: (indicator.editie_id, indicator.volgorde, indicator.indicator_id))


def _editiewoord(editie: str) -> str:
    """What an editie is called: 'editie 2013', and 'tweede editie' as it stands."""
    return editie if "editie" in editie.lower() else f"editie {editie}"


def geheel(tekst: str) -> int:
    """A cell as a whole number; 0 where it is none."""
    return int(tekst) if tekst.isdecimal() else 0


def bekend(mappen: Iterable[Path] | None = None, *, met_concept: bool = True) -> Bekend:
    """What the leveringen in force say: those in `mappen`, else the product's own and the accepted ones.

    `met_concept`: leveringen that are not public yet count too, as they do for an editor. Whether their form is right
    is for the build to say; here what can be read is read, and a folder that does not exist holds nothing.
    """
    gevonden = koppen(mappen if mappen is not None else (*NASLAG, instellingen().leveringen))
    waar = {levering.id: levering.map for levering in reversed(gevonden) if levering.map is not None}
    return Bekend(van_kracht(gevonden, None, concept=met_concept)[0], waar)


def uit_mappen(mappen: Iterable[Path]) -> Bekend:
    """What these leveringen say, each by its own folder; all of them count, in this order."""
    leveringen = [
        Levering(str(nummer), {}, [], "", [], map_, formaat=formaten.formaat_van(map_ / "levering.csv"))
        for nummer, map_ in enumerate(mappen)
    ]
    return Bekend(leveringen, {levering.id: levering.map for levering in leveringen if levering.map is not None})


def _rijen(pad: Path, formaat: int) -> Iterator[dict[str, str]]:
    """The rows of one file by column name, empty text for what is not there; no rows when there is no file.

    As in the format of now, whatever that of the levering is.
    """
    if not pad.is_file():
        return
    kolommen = kolommen_van(pad.stem, formaat)
    with pad.open(encoding="utf-8-sig", errors="replace", newline="") as bestand:
        for rij in csv.DictReader(bestand, restval=""):
            yield formaten.als_nu(pad.stem, formaat, {kolom: rij.get(kolom) or "" for kolom in kolommen})


def _controlegetal(map_: Path) -> str:
    """The checksum of a levering, by the rule of data/levering/leveringen.py (a test holds the two together)."""
    som = hashlib.sha256()
    for pad in sorted(pad for pad in map_.iterdir() if pad.stem in tabellen() and pad.suffix == ".csv"):
        inhoud = pad.read_bytes().replace(b"\r\n", b"\n")
        som.update(f"{pad.name} {hashlib.sha256(inhoud).hexdigest()}\n".encode())
    return som.hexdigest()
