"""Who is behind the buttons of a page, and a file that leaves the house only with a line in the audit trail."""

from __future__ import annotations

from collections.abc import Callable

from data.logboek.logboek import NIET_AANGEMELD, Wie
from pagina.delen.toegang import bij_klik, gebruiker
from pagina.uitvoer.inhoud.herkomst import Herkomst
from pagina.uitvoer.inhoud.verantwoording import geexporteerd


def wie() -> Wie:
    """The reader of this page, as the login service knows them; nobody where there is no login."""
    lezer = gebruiker()
    return Wie(lezer.kenmerk, lezer.rol.woord) if lezer is not None and lezer.kenmerk else NIET_AANGEMELD


def met_regel(maak: Callable[[], tuple[bytes, Herkomst]], formaat: str) -> Callable[[], bytes]:
    """What a download button makes at the click: the file, for who may still have it, once the audit trail tells of it.

    The click is answered outside any run of the page, where no reader is known: it is the one for whom it was drawn.
    """
    lezer = wie()

    def haal() -> bytes:
        inhoud, herkomst = maak()
        geexporteerd(herkomst, formaat, lezer)
        return inhoud

    return bij_klik(haal)
