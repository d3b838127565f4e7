"""What a letter is about: the choice of a reader, in codes. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, get_args

from pagina.beeld.telling import EENHEDEN, Eenheid
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.velden import NAUWER, gezegd

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

    kaders: codes. nauwer: of each filter that narrows it the codes, of themas the names. periodes: pairs of years as
    '2013-2014' ('2013-': not tested again). per: what one row of the table is.
    """

    kaders: tuple[str, ...]
    periodes: tuple[str, ...] = ()
    nauwer: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    eenheid: Eenheid = "aanpak"
    verloop: bool = False
    per: Per = "gemeente"

    def van(self, filter_: str) -> tuple[str, ...]:
        """What is chosen of one of NAUWER."""
        return self.nauwer.get(filter_, ())

    @property
    def filters(self) -> dict[str, tuple[str, ...]]:
        """What is chosen of each of NAUWER of which a file tells."""
        alle = {naam: self.van(naam) for naam in NAUWER}
        return {naam: alle[naam] for naam in gezegd(alle)}

    def als_json(self) -> dict[str, Any]:
        """The choice as a program writes it; the order in which a reader chose makes no difference."""
        return {
            "kaders": sorted(self.kaders),
            "periodes": sorted(self.periodes),
            **{naam: sorted(codes) for naam, codes in self.filters.items()},
            "eenheid": self.eenheid,
            "verloop": self.verloop,
            "per": self.per,
        }

    @classmethod
    def uit_json(cls, tekst: Mapping[str, Any]) -> Keuze:
        """The choice that `als_json` wrote. Raises UitvoerGeweigerd where it is none."""
        namen = {veld.name for veld in fields(cls)} - {"nauwer"}
        waarden: dict[str, Any] = {naam: tuple(w) if isinstance(w, list) else w for naam, w in tekst.items()}
        nauwer = {naam: waarden.pop(naam) for naam in NAUWER if naam in waarden}
        heel = set(waarden) == namen and nauwer.keys() >= set(gezegd(dict.fromkeys(NAUWER)))
        if not heel or waarden["eenheid"] not in EENHEDEN or waarden["per"] not in get_args(Per):
            raise UitvoerGeweigerd("Deze keuze is niet te lezen; het bestand is niet door dit product gemaakt.")
        return cls(**waarden, nauwer=nauwer)
