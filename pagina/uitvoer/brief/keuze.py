"""What a letter is about: the choice of a reader, in codes. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

from pagina.beeld.telling import EENHEDEN, Eenheid
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd

Per = Literal["gemeente", "thema", "indicator", "oordeel"]

#: What a row of the table is, in words.
PER: Mapping[Per, str] = {
    "gemeente": "per gemeente",
    "thema": "per thema",
    "indicator": "per indicator",
    "oordeel": "elk oordeel apart",
}


@dataclass(frozen=True)
class Keuze:
    """The choice. An empty row means all; for `periodes` it means the latest of each kader.

    kaders, onderwerpen, gemeenten, bewijzen: codes. themas, provincies: names. periodes: pairs of years as '2013-2014'
    ('2013-': not tested again). per: what one row of the table is.
    """

    kaders: tuple[str, ...]
    periodes: tuple[str, ...] = ()
    themas: tuple[str, ...] = ()
    onderwerpen: tuple[str, ...] = ()
    gemeenten: tuple[str, ...] = ()
    provincies: tuple[str, ...] = ()
    bewijzen: tuple[str, ...] = ()
    eenheid: Eenheid = "aanpak"
    verloop: bool = False
    per: Per = "gemeente"

    def als_json(self) -> dict[str, Any]:
        """The choice as a program writes it; the order in which a reader chose makes no difference."""
        return {naam: sorted(waarde) if isinstance(waarde, tuple) else waarde for naam, waarde in asdict(self).items()}

    @classmethod
    def uit_json(cls, tekst: Mapping[str, Any]) -> Keuze:
        """The choice that `als_json` wrote. Raises UitvoerGeweigerd where it is none."""
        namen = {veld.name for veld in fields(cls)}
        waarden: dict[str, Any] = {
            naam: tuple(w) if isinstance(w, list) else w for naam, w in tekst.items() if naam in namen
        }
        if set(tekst) != namen or waarden["eenheid"] not in EENHEDEN or waarden["per"] not in get_args(Per):
            raise UitvoerGeweigerd("Deze keuze is niet te lezen; het bestand is niet door dit product gemaakt.")
        return cls(**waarden)
