"""What leaves the house stands in the audit trail: which figures, of which facts, in what form, and for whom."""

from __future__ import annotations

from data.logboek import logboek
from data.logboek.logboek import GEEXPORTEERD, Gebeurtenis, Wie
from pagina.uitvoer.inhoud.herkomst import Herkomst


def geexporteerd(herkomst: Herkomst, formaat: str, wie: Wie) -> None:
    """Write that a file with this origin is handed over; before it is. Raises LogboekDicht: then it must not be.

    The selection stands there in the reader's words. With the exportnummer it is known to be the same as in the file.
    """
    gegevens = {
        "formaat": formaat,
        "selectie": dict(herkomst.selectie),
        "datasetversie": herkomst.datasetversie,
        "methodeversie": herkomst.methodeversie,
        "exportnummer": herkomst.exportnummer,
        "concept": herkomst.niet_openbaar,
    }
    logboek.schrijf(Gebeurtenis(GEEXPORTEERD, herkomst.vraag, wie.door, wie.rol, gegevens))
