"""Where a file comes from: what was asked, of which facts and rapporten, by which method. Pure, without a clock."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pagina.beeld import zinnen

#: How a share is rounded, as every file says.
AFRONDING = "hele procenten; een half wordt naar boven afgerond"
#: What marks a file in which fictional facts stand, be it all of them or some beside real ones.
FICTIEF = "bevat fictieve gegevens"
#: Signs of an exportnummer: 60 bits.
LENGTE = 15
#: The shape of `als_json`; a reader of old files looks at it.
VORM = 1


@dataclass(frozen=True)
class Rapportbron:
    """A rapport behind the figures. `gepubliceerd` is a year, a month or a day as the levering writes it."""

    rapport_id: str
    titel: str
    uitgever: str
    gepubliceerd: str
    vindplaatsen: tuple[str, ...]


@dataclass(frozen=True)
class Herkomst:
    """What every file says of its origin.

    vraag, parameters: what was asked, by codes: the name of a query, a view or 'kamerbrief', and what it was given.
    selectie: the same for a reader, as Dutch names and words: (('Kader', 'GGSR beleid'), …).
    pad: page and choices that show it again, `kamerbrief?kader=…`, without the versions; empty where no page does.
    opdracht: the command that makes it again, without the versions; empty where only a page makes it.
    adres: where readers open the dashboard; empty where nobody can from another computer: then there is no link.
    kennisdatum: the day of the last levering in force. Who asked for the facts as known on a later day got these too.
    telling: the counting unit in words; empty where nothing is counted.
    fictief: fictional facts are among those of this datasetversie.
    """

    vraag: str
    parameters: Mapping[str, Any]
    selectie: tuple[tuple[str, str], ...]
    pad: str
    opdracht: str
    adres: str
    datasetversie: str
    methodeversie: str
    kennisdatum: dt.date
    telling: str = ""
    fictief: bool = False
    niet_openbaar: bool = False
    rapporten: tuple[Rapportbron, ...] = ()

    @property
    def exportnummer(self) -> str:
        """A number for selection, datasetversie and methodeversie: 'a1b2c-3d4e5-f6071'. No clock is in it."""
        wat = [self.vraag, dict(self.parameters), self.datasetversie, self.methodeversie]
        som = hashlib.sha256(json.dumps(wat, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
        return "-".join(som[plek : plek + 5] for plek in range(0, LENGTE, 5))

    @property
    def weg(self) -> str:
        """Within the dashboard: what shows the same figures, of this datasetversie, whatever is known later."""
        if not self.pad:
            return ""
        mee = f"versie={self.datasetversie}&methode={self.methodeversie}"
        mee += "&gegevens=alles" if self.niet_openbaar else ""
        return f"{self.pad}{'&' if '?' in self.pad else '?'}{mee}"

    @property
    def link(self) -> str:
        """The same as an address for who has the file; empty where there is none that others can open."""
        return f"{self.adres.rstrip('/')}/{self.weg}" if self.adres and self.weg else ""

    @property
    def nadoen(self) -> str:
        """The command that makes the same file again; empty where only a page makes it."""
        if not self.opdracht:
            return ""
        ook = " --met-concept" if self.niet_openbaar else ""
        return f"{self.opdracht} --versie {self.datasetversie}{ook}"

    @property
    def paren(self) -> list[tuple[str, str]]:
        """All of it for a reader, name and words, but for the rapporten."""
        merken = [("Let op", f"{FICTIEF}; wat daarop rust, zegt niets over de werkelijkheid")] if self.fictief else []
        merken += [("Let op", "telt ook gegevens mee die nog niet openbaar zijn")] if self.niet_openbaar else []
        paren = [
            *merken,
            ("Exportnummer", self.exportnummer),
            *self.selectie,
            ("Telling", self.telling),
            ("Afronding", AFRONDING if self.telling else ""),
            ("Datasetversie", self.datasetversie),
            ("Methodeversie", self.methodeversie),
            ("Bekend tot en met", zinnen.datum(self.kennisdatum)),
            ("Link", self.link),
            ("Opdracht", self.nadoen),
        ]
        return [(naam, waarde) for naam, waarde in paren if waarde]

    def als_json(self) -> dict[str, Any]:
        """All of it for a program: what `controleer` reads back from a file."""
        return {
            "vorm": VORM,
            "exportnummer": self.exportnummer,
            "vraag": self.vraag,
            "parameters": dict(self.parameters),
            "selectie": dict(self.selectie),
            "datasetversie": self.datasetversie,
            "methodeversie": self.methodeversie,
            "kennisdatum": self.kennisdatum.isoformat(),
            "telling": self.telling,
            "afronding": AFRONDING if self.telling else "",
            "fictief": self.fictief,
            "niet_openbaar": self.niet_openbaar,
            "link": self.link,
            "opdracht": self.nadoen,
            "rapporten": [
                {
                    "rapport_id": rapport.rapport_id,
                    "titel": rapport.titel,
                    "uitgever": rapport.uitgever,
                    "gepubliceerd": rapport.gepubliceerd,
                    "vindplaatsen": list(rapport.vindplaatsen),
                }
                for rapport in self.rapporten
            ],
        }


def bronnoot(rapport: Rapportbron) -> str:
    """A rapport as a source note names it: 'Uitgever, Titel, juni 2015, vindplaats; vindplaats.'."""
    delen = [rapport.uitgever, rapport.titel, zinnen.deeldatum(rapport.gepubliceerd), "; ".join(rapport.vindplaatsen)]
    return ", ".join(deel.rstrip(".") for deel in delen if deel) + "."


def bewerkingsnoot(herkomst: Herkomst) -> str:
    """Who made figures of it: the last line under a table, 'Bewerking: dashboard Verbeterpunten, datasetversie …'."""
    return (
        f"Bewerking: dashboard Verbeterpunten, datasetversie {herkomst.datasetversie}, methodeversie "
        f"{herkomst.methodeversie}, bekend tot en met {zinnen.datum(herkomst.kennisdatum)}, exportnummer "
        f"{herkomst.exportnummer}."
    )
