"""Which leveringen there are, which of them are in force, and the checksum over their content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from data.fouten import Fout
from data.levering import controlegetallen, formaten, winkelmap
from data.levering.vorm import Gelezen, lees, tabellen

#: Length of a datasetversie: 48 bits, so that two of a million datasets share one with a chance of some 1 in 600.
LENGTE_VERSIE = 12
#: By what names they are told, publicly and with concept leveringen counted.
VERSIE, VERSIE_MET_CONCEPT = "datasetversie", "datasetversie_met_concept"
#: Before any moment.
NOOIT = datetime.min.replace(tzinfo=UTC)
#: Tables that say something of the levering itself, not of what it delivers.
OVER_ZICHZELF = {"levering", "aanvaarding"}


@dataclass
class Levering:
    """One folder of facts: its row of levering.csv (empty where it has none), its files, a checksum over them.

    `fouten` are those in the form of its files, and what was changed in it after acceptance. `levert`: whether it holds
    tables beside those about itself. `formaat`: in which it was written; of a later one than ours no table is read.
    """

    naam: str
    gegevens: dict[str, str]
    bestanden: list[Gelezen]
    controlegetal: str
    fouten: list[Fout] = field(default_factory=list)
    map: Path | None = None
    levert: bool = True
    formaat: int = formaten.FORMAAT

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
        """Whether the levering is accepted but not public yet."""
        return self.gegevens.get("concept") == "ja"

    @property
    def vervangt(self) -> str:
        """The id of the levering that this one replaces; empty where it replaces none."""
        return self.gegevens.get("vervangt") or ""

    @property
    def reden(self) -> str:
        """Why it replaces another; empty where it replaces none."""
        return self.gegevens.get("reden") or ""

    @property
    def aanvaarding(self) -> dict[str, str]:
        """Its row of aanvaarding.csv; empty for what was not accepted with the product."""
        return next((_eerste_rij(gelezen) for gelezen in self.bestanden if gelezen.tabel == "aanvaarding"), {})

    @property
    def moment(self) -> tuple[date, datetime]:
        """When it was accepted, to put leveringen in order: the day, and on that day the moment where it is known."""
        try:
            om = datetime.fromisoformat(self.aanvaarding.get("aanvaard_om", ""))
        except ValueError:
            om = NOOIT
        return self.aanvaard_op, om if om.tzinfo else NOOIT

    @property
    def is_intrekking(self) -> bool:
        """Whether the levering only takes another back: it replaces that and delivers nothing."""
        return bool(self.vervangt) and not self.levert


def zoek(mappen: Iterable[Path]) -> tuple[list[Levering], list[Fout]]:
    """Every levering in or under the given folders, by id, with the faults in their form (those of a levering too).

    A folder with a levering.csv is a levering; other folders are searched. A folder that does not exist is a fault, and
    so is whatever would go missing in silence: tables or an original without a levering.csv, an empty folder, a link to
    elsewhere. A folder whose name begins with a dot is passed over: there a levering may be on its way in.
    """
    leveringen: list[Levering] = []
    fouten: list[Fout] = []
    for map_ in mappen:
        if not map_.is_dir():
            fouten.append(Fout(str(map_), 0, "", "de map bestaat niet", "een map met leveringen"))
            continue
        fouten += winkelmap.wat_er_niet_hoort(map_)
        for deel in winkelmap.met_tabellen(map_):
            if (deel / "levering.csv").is_file():
                leveringen.append(_lees_levering(deel, map_.parent))
            else:
                naam = deel.relative_to(map_.parent).as_posix()
                fouten.append(Fout(naam, 0, "", "in deze map staan tabellen zonder levering.csv", "een levering.csv"))
    for levering in leveringen:
        fouten.extend(levering.fouten)
    return sorted(leveringen, key=lambda levering: levering.id), fouten


def koppen(mappen: Iterable[Path]) -> list[Levering]:
    """Every levering in or under the given folders by its levering.csv alone, by id: quick, and nothing is checked."""
    leveringen = []
    for map_ in mappen:
        for deel in winkelmap.met_tabellen(map_) if map_.is_dir() else ():
            kop = deel / "levering.csv"
            if kop.is_file():
                naam = deel.relative_to(map_.parent).as_posix()
                formaat = formaten.formaat_van(kop)
                gegevens = _eerste_rij(lees(kop, f"{naam}/{kop.name}", min(formaat, formaten.FORMAAT)))
                leveringen.append(Levering(naam, gegevens, [], "", [], deel, _levert(deel), formaat))
    return sorted(leveringen, key=lambda levering: levering.id)


def _lees_levering(map_: Path, boven: Path) -> Levering:
    """Read all files of one levering; a file with an unknown name is a fault."""
    bestanden, som = [], hashlib.sha256()
    naam = map_.relative_to(boven).as_posix()
    formaat = formaten.formaat_van(map_ / "levering.csv")
    if formaat > formaten.FORMAAT:
        return _te_nieuw(map_, naam, formaat)
    fouten = controlegetallen.controleer(map_, naam)
    for pad in sorted(pad for pad in map_.iterdir() if winkelmap.is_tabel(pad)):
        if pad.name not in {f"{tabel}.csv" for tabel in tabellen()}:
            mis = "een bestand met deze naam hoort niet in een levering"
            fouten.append(Fout(f"{naam}/{pad.name}", 0, "", mis, ", ".join(tabellen())))
            continue
        gelezen = lees(pad, f"{naam}/{pad.name}", formaat)
        bestanden.append(gelezen)
        fouten.extend(gelezen.fouten)
        som.update(f"{pad.name} {gelezen.controlegetal}\n".encode())
    eigen = next(b for b in bestanden if b.tabel == "levering")
    rijen = list(eigen.rijen())
    if len(rijen) != 1:
        fouten.append(Fout(eigen.bestand, 0, "", f"er staan {len(rijen)} rijen", "precies één rij"))
    return Levering(naam, _eerste_rij(eigen), bestanden, som.hexdigest(), fouten, map_, _levert(map_), formaat)


def _te_nieuw(map_: Path, naam: str, formaat: int) -> Levering:
    """A levering in a format that a later version of the product made: what its head says, and that one sentence."""
    kop = lees(map_ / "levering.csv", f"{naam}/levering.csv")
    nu = formaten.FORMAAT
    mis = f"de levering heeft formaat {formaat}, en deze versie van het product leest tot en met formaat {nu}"
    fout = Fout(kop.bestand, 2, "formaat", mis, "een nieuwere versie van het product")
    return Levering(naam, _eerste_rij(kop), [], kop.controlegetal, [fout], map_, _levert(map_), formaat)


def _eerste_rij(gelezen: Gelezen) -> dict[str, str]:
    """The first row of a table that has one about the levering; nothing where it has none."""
    return next((dict(zip(tabellen()[gelezen.tabel], rij, strict=True)) for rij in gelezen.rijen()), {})


def _levert(map_: Path) -> bool:
    """Whether a levering holds tables beside those about itself."""
    return any(pad.stem.lower() not in OVER_ZICHZELF for pad in map_.iterdir() if winkelmap.is_tabel(pad))


def van_kracht(
    leveringen: list[Levering], kennisdatum: date | None, *, concept: bool = False
) -> tuple[list[Levering], list[Fout]]:
    """The leveringen that count on a date (None: all), with faults in ids and in what replaces what.

    A levering counts when it was accepted on or before the date, is no concept (with `concept`: or is one), and none
    that counts replaces it. What replaces a concept stands in its place, so it also replaces what the concept replaced.
    A concept that is taken back leaves no trace: what it replaced counts again.
    """
    bekend = [lev for lev in leveringen if kennisdatum is None or lev.aanvaard_op <= kennisdatum]
    tellen = [lev for lev in bekend if concept or not lev.is_concept]
    per_id, fouten = _per_id(tellen)
    for levering in bekend:
        per_id.setdefault(levering.id, levering)
    ingetrokken = {lev.vervangt for lev in tellen if lev.is_intrekking}
    vervangen: dict[str, str] = {}
    for levering in tellen:
        if not levering.vervangt or (levering.is_concept and levering.id in ingetrokken):
            continue
        for oud in _plaats_van(levering, per_id, concept=concept):
            fout = _fout_in_vervanging(levering, oud, per_id, vervangen)
            if fout is not None:
                fouten.append(fout)
            vervangen.setdefault(oud, levering.id)
    geldig = [lev for lev in tellen if lev.id not in vervangen and not _trekt_concept_in(lev, per_id)]
    return geldig, fouten


def ingetrokken(leveringen: Iterable[Levering]) -> dict[str, Levering]:
    """Every levering of which the facts were taken back in the end, by its id: the levering that took them back.

    Also what was replaced first, and then taken back by way of what came in its place. Reading the heads is enough.
    """
    alle = list(leveringen)
    teruggenomen = {lev.vervangt for lev in alle if lev.is_intrekking}
    # a concept that was taken back replaced nothing
    opvolgers = {lev.vervangt: lev for lev in alle if lev.vervangt and not (lev.is_concept and lev.id in teruggenomen)}
    gevonden = {}
    for levering in alle:
        gezien, laatste = {levering.id}, opvolgers.get(levering.id)
        while laatste is not None and not laatste.is_intrekking and laatste.id not in gezien:
            gezien.add(laatste.id)
            laatste = opvolgers.get(laatste.id)
        if laatste is not None and laatste.is_intrekking:
            gevonden[levering.id] = laatste
    return gevonden


def _per_id(leveringen: list[Levering]) -> tuple[dict[str, Levering], list[Fout]]:
    """The leveringen by id, with a fault for each id that occurs again."""
    fouten: list[Fout] = []
    per_id: dict[str, Levering] = {}
    for levering in leveringen:
        if levering.id in per_id:
            mis = f'"{levering.id}" staat ook in {per_id[levering.id].naam}'
            kop = f"{levering.naam}/levering.csv"
            fouten.append(Fout(kop, 2, "levering_id", mis, "een id dat één keer voorkomt"))
        per_id.setdefault(levering.id, levering)
    return per_id, fouten


def _plaats_van(levering: Levering, per_id: dict[str, Levering], *, concept: bool) -> Iterator[str]:
    """The ids that a levering replaces: the one it names, and where that is a concept that does not count, its own."""
    gezien: set[str] = set()
    oud = levering.vervangt
    while oud and oud not in gezien:
        gezien.add(oud)
        yield oud
        vorige = per_id.get(oud)
        if concept or levering.is_intrekking or vorige is None or not vorige.is_concept:
            return
        oud = vorige.vervangt


def _trekt_concept_in(levering: Levering, per_id: dict[str, Levering]) -> bool:
    """Whether a levering only takes a concept back; then it counts no more than the concept does."""
    oud = per_id.get(levering.vervangt)
    return levering.is_intrekking and oud is not None and oud.is_concept


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
    oud = levering.vervangt
    while oud in per_id and oud not in gezien:
        gezien.add(oud)
        oud = per_id[oud].vervangt
    return levering.id in gezien


def datasetversie(leveringen: Iterable[Levering]) -> str:
    """A short hash over the content of the given leveringen: the same on any machine, another for any changed fact."""
    som = hashlib.sha256()
    for levering in sorted(leveringen, key=lambda levering: levering.id):
        som.update(f"{levering.id} {levering.controlegetal}\n".encode())
    return som.hexdigest()[:LENGTE_VERSIE]


def versies(leveringen: list[Levering]) -> dict[str, str]:
    """The datasetversies of leveringen: the public one, and that with concept leveringen counted."""
    return {
        naam: datasetversie(van_kracht(leveringen, None, concept=concept)[0])
        for naam, concept in ((VERSIE, False), (VERSIE_MET_CONCEPT, True))
    }
