"""What was accepted when, by whom and in place of what; and what one levering changed in another, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.bouw.bouwen import alle_mappen
from data.fouten import LeveringOnbekend
from data.levering.leveringen import OVER_ZICHZELF, Levering, ingetrokken, koppen, van_kracht, zoek
from data.levering.vorm import tabellen, vorm
from data.rapporten.privacy import zonder_weggehaald

#: What can be the matter with a levering, as codes: in force and public, in force and not public, replaced, taken back,
#: and a levering that itself only takes another back.
STANDEN = ("geldt", "concept", "vervangen", "ingetrokken", "intrekking")
#: Tables in which nothing is delivered.
_NIET_VERGELEKEN = OVER_ZICHZELF | {"bewerkingen"}

Rij = dict[str, str]


@dataclass(frozen=True)
class Stap:
    """One levering in the history of the store.

    `stand` is one of STANDEN. `aanvaard_om` (a moment) and `door` are empty for what was not accepted with the product.
    `rapporten` are titles, and `gepubliceerd` their dates in the same order; `aantallen` the rows per table; `bewerkt`
    how many cells were edited by hand.
    """

    levering_id: str
    aanvaard_op: str
    aanvaard_om: str
    door: str
    bestand: str
    stand: str
    concept: bool
    vervangt: str
    reden: str
    vervangen_door: str
    toelichting: str
    rapporten: tuple[str, ...]
    gepubliceerd: tuple[str, ...]
    aantallen: dict[str, int]

    @property
    def bewerkt(self) -> int:
        """How many cells were edited by hand before acceptance."""
        return self.aantallen.get("bewerkingen", 0)


@dataclass(frozen=True)
class Verschil:
    """One difference between two leveringen, in the row of a table that `sleutel` names.

    A cell that changed has its `kolom`, `voor` and `na`. A row that came or went has no kolom: `na` or `voor` then
    tells what is in it, and the other is empty.
    """

    tabel: str
    sleutel: str
    kolom: str
    voor: str
    na: str

    @property
    def soort(self) -> str:
        """What happened: `anders` (a cell), `erbij` or `weg` (a row)."""
        if self.kolom:
            return "anders"
        return "erbij" if self.na else "weg"


def geschiedenis(mappen: Sequence[Path] | None = None) -> list[Stap]:
    """Every levering there ever was, the latest first; faults in a levering do not stand in the way.

    `mappen`: folders of leveringen (default: the accepted ones); the product's own lists are always there.
    """
    leveringen, _ = zoek(alle_mappen(mappen))
    geldig = {lev.id for lev in van_kracht(leveringen, None, concept=True)[0]}
    openbaar = {lev.id for lev in van_kracht(leveringen, None)[0]}
    ingetrokken = {lev.vervangt for lev in leveringen if lev.is_intrekking}
    # a concept that was taken back replaced nothing
    blijvend = [lev for lev in leveringen if not (lev.is_concept and lev.id in ingetrokken)]
    opvolgers = {lev.vervangt: lev for lev in blijvend if lev.vervangt}
    op_volgorde = sorted(leveringen, key=lambda lev: (lev.moment, lev.id), reverse=True)
    return [_stap(lev, geldig | openbaar, opvolgers.get(lev.id)) for lev in op_volgorde]


def eerder_ingetrokken(sha256: str, titel: str, gepubliceerd: str, mappen: Sequence[Path] | None = None) -> Stap | None:
    """The levering that last took a rapport back: this very file, or one of the same titel and date; None: none did.

    Only what was taken back is read, and what took it back.
    """
    koppen_ = koppen(alle_mappen(mappen))
    weg = ingetrokken(koppen_)
    nodig = weg.keys() | {lev.id for lev in weg.values()}
    heel = {lev.id: lev for lev in zoek([lev.map for lev in koppen_ if lev.id in nodig and lev.map is not None])[0]}
    gevonden = [
        heel[intrekking.id]
        for levering_id, intrekking in weg.items()
        if any(rij["sha256"] == sha256 for rij in _rijen(heel[levering_id], "weergaven"))
        or any(
            (rij["titel"], rij["gepubliceerd"]) == (titel, gepubliceerd)
            for rij in _rijen(heel[levering_id], "rapporten")
        )
    ]
    laatste = max(gevonden, key=lambda lev: (lev.moment, lev.id), default=None)
    return None if laatste is None else _stap(laatste, set(), None)


def verschil(oud_id: str, nieuw_id: str, mappen: Sequence[Path] | None = None) -> list[Verschil]:
    """What differs between two leveringen, table by table in the order of their form, row by row.

    Raises LeveringOnbekend when one of them is not there.
    """
    leveringen = {lev.id: lev for lev in zoek(alle_mappen(mappen))[0]}
    for levering_id in (oud_id, nieuw_id):
        if levering_id not in leveringen:
            raise LeveringOnbekend(f'Er is geen levering "{levering_id}".')
    oud, nieuw = (
        {tabel: _rijen(leveringen[levering_id], tabel) for tabel in tabellen()} for levering_id in (oud_id, nieuw_id)
    )
    return verschil_tussen(oud, nieuw)


def verschil_tussen(oud: Mapping[str, Sequence[Rij]], nieuw: Mapping[str, Sequence[Rij]]) -> list[Verschil]:
    """What differs in what two leveringen deliver, given as rows per table; not what they say of themselves.

    Personal data that is not in the second any more is not told of the first.
    """
    gevonden: list[Verschil] = []
    for tabel in tabellen():
        if tabel not in _NIET_VERGELEKEN:
            voor, na = (_op_sleutel(tabel, deel.get(tabel, ())) for deel in (oud, nieuw))
            for sleutel in dict.fromkeys([*voor, *na]):
                gevonden += _verschillen(tabel, sleutel, voor.get(sleutel), na.get(sleutel))
    return gevonden


def _stap(levering: Levering, geldig: set[str], opvolger: Levering | None) -> Stap:
    aanvaarding = levering.aanvaarding
    return Stap(
        levering_id=levering.id,
        aanvaard_op=levering.gegevens.get("aanvaard_op") or "",
        aanvaard_om=aanvaarding.get("aanvaard_om", ""),
        door=aanvaarding.get("aanvaard_door", ""),
        bestand=aanvaarding.get("bestand", ""),
        stand=_stand(levering, opvolger, telt=levering.id in geldig),
        concept=levering.is_concept,
        vervangt=levering.vervangt,
        reden=levering.reden,
        vervangen_door=opvolger.id if opvolger is not None else "",
        toelichting=levering.gegevens.get("toelichting") or "",
        rapporten=tuple(rij["titel"] for rij in _rijen(levering, "rapporten")),
        gepubliceerd=tuple(rij["gepubliceerd"] for rij in _rijen(levering, "rapporten")),
        aantallen={gelezen.tabel: gelezen.aantal for gelezen in levering.bestanden},
    )


def _stand(levering: Levering, opvolger: Levering | None, *, telt: bool) -> str:
    if levering.is_intrekking:
        return "intrekking"
    if opvolger is not None and opvolger.is_intrekking:
        return "ingetrokken"
    if telt:
        return "concept" if levering.is_concept else "geldt"
    return "vervangen"


def _verschillen(tabel: str, sleutel: str, oud: Rij | None, nieuw: Rij | None) -> list[Verschil]:
    """The differences in one row; None where there is no such row."""
    if oud is None or nieuw is None:
        voor, na = _in_een_zin(tabel, oud), _in_een_zin(tabel, nieuw)
        return [Verschil(tabel, sleutel, "", zonder_weggehaald(voor, na), na)]
    return [
        Verschil(tabel, sleutel, kolom, zonder_weggehaald(oud[kolom], nieuw[kolom]), nieuw[kolom])
        for kolom in oud
        if oud[kolom] != nieuw[kolom]
    ]


def _in_een_zin(tabel: str, rij: Rij | None) -> str:
    """What a row holds beside its key, cell after cell; its key where there is nothing else."""
    if rij is None:
        return ""
    rest = [f"{kolom}: {waarde}" for kolom, waarde in rij.items() if waarde and kolom not in _sleutels()[tabel]]
    return "; ".join(rest) or " + ".join(rij.values())


def _op_sleutel(tabel: str, rijen: Sequence[Rij]) -> dict[str, Rij]:
    """The rows of a table by their key in words."""
    return {" + ".join(rij[kolom] for kolom in _sleutels()[tabel]): rij for rij in rijen}


def _rijen(levering: Levering, tabel: str) -> list[Rij]:
    """The rows of one table of a levering."""
    return [
        dict(zip(tabellen()[tabel], cellen, strict=True))
        for gelezen in levering.bestanden
        if gelezen.tabel == tabel
        for cellen in gelezen.rijen()
    ]


@cache
def _sleutels() -> dict[str, tuple[str, ...]]:
    """The key columns per table."""
    sleutels: dict[str, tuple[str, ...]] = {}
    for rij in vorm():
        if rij["sleutel"] == "ja":
            sleutels[rij["tabel"]] = (*sleutels.get(rij["tabel"], ()), rij["kolom"])
    return sleutels
