"""What an editor does to the store: accept a voorstel, take a levering back, make a concept public."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from data.aanvaarding import vastleggen
from data.aanvaarding.vastleggen import alles_versie, winkel
from data.aanvaarding.wijzigen import bouw_na, maak_openbaar, proefbouw, schrijf_levering, trek_in
from data.bouw.bouwen import Gebouwd
from data.fouten import NietHerbouwd, Weigering
from data.levering import controlegetallen
from data.logboek.logboek import NIET_AANGEMELD, Wie
from data.rapporten import voorstel as voorstellen
from data.rapporten.bekend import Bekend
from data.rapporten.voorstel import Voorstel, VoorstelVerouderd
from data.rapporten.voorstel.nagekeken import nagekeken

__all__ = [
    "Aanvaard",
    "Bezwaard",
    "aanvaard",
    "alles_versie",
    "maak_openbaar",
    "proefbouw",
    "schrijf_levering",
    "trek_in",
]


class Bezwaard(Weigering):
    """Something still stands in the way of acceptance: `bezwaren` says what, in Dutch sentences."""

    def __init__(self, bezwaren: list[str]) -> None:
        """Keep the sentences."""
        self.bezwaren = bezwaren
        super().__init__("\n".join(["Dit voorstel kan nog niet worden aanvaard:", *bezwaren]))


@dataclass(frozen=True)
class Aanvaard:
    """An accepted levering: its id, its folder, and what was built with it.

    `gebouwd` is None when the levering is in store but the databases could not be built; `melding` then says so.
    """

    levering_id: str
    map: Path
    gebouwd: Gebouwd | None
    melding: str = ""


def aanvaard(
    voorstel: Voorstel, *, door: str, verwacht: str, wie: Wie = NIET_AANGEMELD, concept: bool = False
) -> Aanvaard:
    """Make a voorstel a levering, build with it, and take the voorstel away.

    `verwacht` is the datasetversie over all leveringen (`alles_versie`) that the editor looked at. With `concept` the
    levering is not public yet, whatever the voorstel says. `wie` is who does it, for the audit trail.
    Raises Bezwaard, Bezet, Verouderd, VoorstelVerouderd, LeveringGeweigerd or LogboekDicht; nothing is then changed.
    """
    with winkel(verwacht=verwacht) as plek:
        bekend = Bekend(plek.geldig, {lev.id: lev.map for lev in plek.geldig if lev.map is not None})
        bezwaren = voorstellen.bezwaren(voorstel, bekend)
        if bezwaren:
            raise Bezwaard(bezwaren)
        bron = voorstel.bron if voorstel.heeft_bron else None
        if bron is not None and voorstel.kop["sha256"] != controlegetallen.som(bron):
            raise Bezwaard([f"Het bestand {bron.name} is veranderd sinds het is gelezen; lees het opnieuw."])
        voorstellen.bewaar(voorstel)  # refuses when another editor changed it meanwhile
        levering_id = plek.vrij_id(_stam(voorstel, bekend))
        tabellen = dict(
            voorstellen.tabellen(voorstel, bekend, levering_id=levering_id, aanvaard_op=plek.vandaag().isoformat())
        )
        if concept:
            tabellen["levering"] = [{**rij, "concept": "ja"} for rij in tabellen["levering"]]
        map_ = vastleggen.leg_vast(
            plek,
            tabellen,
            door=door,
            wie=wie,
            bron=bron,
            bron_naam=voorstel.kop["naam"],
            nagezien=nagekeken(voorstel),
        )
        with contextlib.suppress(OSError, VoorstelVerouderd):  # it is accepted, whatever becomes of the folder
            voorstellen.verwijder(voorstel)
        try:
            return Aanvaard(levering_id, map_, bouw_na(plek, levering_id))
        except NietHerbouwd as fout:
            return Aanvaard(levering_id, map_, None, str(fout))


def _stam(voorstel: Voorstel, bekend: Bekend) -> str:
    """What a levering of this voorstel is called: its gemeente (or its rapport) and the year of publication."""
    namen = {rij["gemeente_code"]: rij["gemeente"] for rij in bekend.gemeenten()}
    naam = namen.get(voorstel.kop["gemeente_code"]) or voorstel.kop["rapport_id"] or "rapport"
    kaal = unicodedata.normalize("NFKD", naam.lower()).encode("ascii", "ignore").decode()
    jaar = voorstel.kop["gepubliceerd"][:4]
    return re.sub(r"[^a-z0-9]+", "-", f"{kaal}-{jaar}").strip("-")
