"""What a levering is about, for a line of the audit trail: which rapporten, and which gemeenten.

Of a rapport uitgever, date and kaders, and no title: nothing in the trail is ever removed, and a title is free text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from operator import attrgetter
from typing import Any

from data.levering import formaten
from data.levering.leveringen import Levering
from data.levering.vorm import lees, tabellen

#: In the gegevens of a line: the names of the gemeenten, and of each rapport UITGEVER, GEPUBLICEERD and KADERS.
GEMEENTEN, RAPPORTEN = "gemeenten", "rapporten"
UITGEVER, GEPUBLICEERD, KADERS = "uitgever", "gepubliceerd", "kaders"

Rij = Mapping[str, str]


class Inhoud:
    """What each of these leveringen is about; a levering in force or not, of which reading the head was enough."""

    def __init__(self, leveringen: Iterable[Levering]) -> None:
        """Take every levering there is, with the lists that name gemeenten and kaders."""
        self._leveringen = {lev.id: lev for lev in sorted(leveringen, key=attrgetter("aanvaard_op"))}
        self._van_alle: dict[str, dict[str, Rij]] = {}

    def van(self, levering_id: str) -> dict[str, Any] | None:
        """GEMEENTEN and RAPPORTEN of a levering and of the one that it replaces or takes back, each once.

        None where neither can be read here.
        """
        eigen = self._leveringen.get(levering_id)
        oud = self._leveringen.get(eigen.vervangt) if eigen is not None else None
        bekend = [lev for lev in (oud, eigen) if lev is not None and lev.levert and _is_te_lezen(lev)]
        if not bekend:
            return None
        gemeenten: set[str] = set()
        rapporten: list[dict[str, Any]] = []
        for levering in bekend:
            in_levering, ook = self._gemeenten_en_rapporten(levering)
            gemeenten |= in_levering
            rapporten += [rapport for rapport in ook if rapport not in rapporten]
        return {GEMEENTEN: sorted(gemeenten), RAPPORTEN: rapporten}

    def _gemeenten_en_rapporten(self, levering: Levering) -> tuple[set[str], list[dict[str, Any]]]:
        """What one levering holds, also by way of what stands in another: a later meting of an aanpak that is known."""
        gedrukt, bevindingen = (list(_lees(levering, tabel)) for tabel in ("meting_rapport", "bevindingen"))
        metingen = self._rijen(levering, "metingen", {rij["meting_id"] for rij in gedrukt})
        aanpakken = self._rijen(levering, "aanpakken", {rij["aanpak_id"] for rij in metingen.values()})
        codes = {rij["gemeente_code"] for rij in (*aanpakken.values(), *bevindingen)}
        kaders: dict[str, set[str]] = {}
        for rij in gedrukt:
            meting = metingen.get(rij["meting_id"])
            if meting is not None:
                kaders.setdefault(rij["rapport_id"], set()).add(self._kader(meting["editie_id"]))
        rapporten = self._rijen(levering, "rapporten", {rij["rapport_id"] for rij in (*gedrukt, *bevindingen)})
        return {self._naam("gemeenten", code, "gemeente") for code in codes}, [
            {
                UITGEVER: rij["uitgever"],
                GEPUBLICEERD: rij["gepubliceerd"],
                KADERS: sorted(kaders.get(rapport_id, ())),
            }
            for rapport_id, rij in sorted(rapporten.items(), key=lambda paar: (paar[1]["gepubliceerd"], paar[0]))
        ]

    def _rijen(self, levering: Levering, tabel: str, ook: Set[str]) -> dict[str, Rij]:
        """The rows of a table in a levering by key, with those of these keys that stand in another levering."""
        eigen = {rij[tabellen()[tabel][0]]: rij for rij in _lees(levering, tabel)}
        elders = ook - eigen.keys()
        return eigen | {sleutel: rij for sleutel in sorted(elders) if (rij := self._overal(tabel).get(sleutel))}

    def _overal(self, tabel: str) -> dict[str, Rij]:
        """The rows of a table in all leveringen by key, each from the latest day that has it; read once."""
        if tabel not in self._van_alle:
            sleutel = tabellen()[tabel][0]
            self._van_alle[tabel] = {
                rij[sleutel]: rij for lev in self._leveringen.values() for rij in _lees(lev, tabel)
            }
        return self._van_alle[tabel]

    def _kader(self, editie_id: str) -> str:
        return self._naam("kaders", self._naam("edities", editie_id, "kader_id"), "kader")

    def _naam(self, tabel: str, code: str, kolom: str) -> str:
        """What a list calls a code; the code itself where no list has it."""
        rij = self._overal(tabel).get(code)
        return rij[kolom] if rij is not None else code


def _is_te_lezen(levering: Levering) -> bool:
    """Whether its tables are here, in a format that this version knows."""
    return levering.map is not None and levering.formaat <= formaten.FORMAAT


def _lees(levering: Levering, tabel: str) -> Iterator[Rij]:
    """The rows of one table of a levering; none where it has no such table."""
    pad = levering.map / f"{tabel}.csv" if levering.map is not None and _is_te_lezen(levering) else None
    if pad is not None and pad.is_file():
        for cellen in lees(pad, pad.name, levering.formaat).rijen():
            yield dict(zip(tabellen()[tabel], cellen, strict=True))
