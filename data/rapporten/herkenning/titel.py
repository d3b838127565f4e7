"""The title of a report, from its title page."""

from __future__ import annotations

import re

from data.rapporten.gelezen import Vondst
from data.rapporten.herkenning.datums import alleen_datum
from data.rapporten.herkenning.passages import Passage
from data.rapporten.woorden import voeg_regels

#: A title is no longer than this, in characters.
LANGSTE = 200
_UITGEVER = re.compile(
    r"^(?:samenwerkend toezicht|toezicht sociaal domein\s*(?:/|$)|ministerie|volksgezondheid|welzijn en sport"
    r"|inspectie\b|rijksinspecties|de vijf|toezichthouders|STJ\b|TSD\b|postbus|postadres|www\.|https?:|pagina\b)",
    re.IGNORECASE,
)
_TITELWOORD = re.compile(
    r"uitkomsten|bevindingen|rapport|factsheet|onderzoek|toezicht|verbeterpunten|toetsing|opvolging",
    re.IGNORECASE,
)
AANPAK = re.compile(r"^aanpak(?:ken)?\s*:", re.IGNORECASE)
#: A title that ends so goes on.
_ONAF = re.compile(
    r"\b(?:in|van|voor|en|de|het|aan|gemeente|aanpak|toezichtonderzoek|onderzoek|bevindingen)$", re.IGNORECASE
)
_OPSOMMING = re.compile(r"^\s*[-–•]\s")
_ZIN = re.compile(r"[.!?;:]$|\b(?:heeft|hebben|wordt|worden|verstaat|zijn|kunnen)\b")


def titel(tekst: tuple[Passage, ...]) -> Vondst | None:
    """The title, with the line that names the aanpak behind it; in doubt when only its place makes it one."""
    voorin = [passage for passage in tekst if passage.voorin]
    kandidaten = [(passage, regels) for passage in voorin if (regels := _titelregels(passage))]
    if not kandidaten:
        return None
    keuze = next((k for k in kandidaten if _TITELWOORD.search(voeg_regels(k[1]))), None)
    if keuze is None and not _staat_vooraan(kandidaten[0][0], voorin):
        return None
    passage, regels = keuze or kandidaten[0]
    waarde = voeg_regels((*regels, *_vervolg(voeg_regels(regels), voorin[voorin.index(passage) + 1 :])))
    for volgende in voorin[voorin.index(passage) :]:
        label = next((regel for regel in volgende.regels if AANPAK.match(regel)), None)
        if label is not None:
            waarde = f"{waarde.rstrip('.')}. {label.strip()}"
            break
    zin = "" if keuze else "De titel is de eerste regel van het rapport; kijk of dat klopt."
    return Vondst(waarde, passage.plek, keuze is not None, zin)


def _vervolg(waarde: str, erna: list[Passage]) -> tuple[str, ...]:
    """The lines with which an unfinished title goes on in the next paragraph, or that begin in small letters."""
    volgende = _titelregels(erna[0]) if erna else ()
    return volgende if volgende and (_ONAF.search(waarde) or volgende[0][0].islower()) else ()


def _staat_vooraan(passage: Passage, voorin: list[Passage]) -> bool:
    """Whether nothing but the publisher and dates stands before a line that begins as a title does."""
    ervoor = [regel for p in voorin[: voorin.index(passage)] for regel in p.regels if regel.strip()]
    return passage.tekst[0].isupper() and all(_UITGEVER.match(regel.strip()) or alleen_datum(regel) for regel in ervoor)


def _titelregels(passage: Passage) -> tuple[str, ...]:
    """The lines of a paragraph that may be a title: not who published it, a date, a list or a sentence."""
    regels: list[str] = []
    for regel in passage.regels:
        kaal = regel.strip()
        if AANPAK.match(kaal) or (regels and (alleen_datum(kaal) or kaal.startswith("("))):
            break
        if kaal and not _UITGEVER.match(kaal) and not alleen_datum(kaal):
            regels.append(kaal)
        elif _UITGEVER.match(kaal) and regels:
            break
    geheel = voeg_regels(regels)
    if not geheel or len(geheel) > LANGSTE or _OPSOMMING.match(geheel) or _ZIN.search(geheel):
        return ()
    return tuple(regels) if any(teken.isalpha() for teken in geheel) else ()
