"""Which kader a report uses, at what level, and how each year's verdicts were established."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from data.rapporten.bekend import Bekend
from data.rapporten.document import Document, Plek
from data.rapporten.gelezen import Tabellen, Vondst
from data.rapporten.herkenning.datums import jaren
from data.rapporten.herkenning.koppelen import EditieKeuze
from data.rapporten.herkenning.passages import Passage, kort, passages, zinnen

#: What names a level; the weight of a mention on the title page, beside "toetsingskader" or "getoetst", elsewhere.
NIVEAUS = {
    "beleid": re.compile(r"\b(?:beleidsniveau|niveau van beleid)\b", re.IGNORECASE),
    "casus": re.compile(r"\b(?:casusniveau|casusonderzoek|op het niveau van (?:de )?casus)", re.IGNORECASE),
    "stelsel": re.compile(r"\b(?:stelseltoezicht|stelselniveau|stelselonderzoek)\b", re.IGNORECASE),
}
VOORIN, BIJ_TOETSING, ELDERS = 10.0, 3.0, 1.0
#: The share of the best level that another may reach before the level is in doubt.
TWEEDE_HOOGSTENS = 0.5
#: Bewijs where the level alone decides it.
BEWIJS_VAN_NIVEAU = {"casus": "casusonderzoek", "stelsel": "stelselonderzoek"}

_TOETSING = re.compile(r"toets(?:ings)?kader|toezichtkader|getoetst|toetsing|bijlage", re.IGNORECASE)
_KADER = re.compile(r"toets(?:ings)?kader|toezichtkader", re.IGNORECASE)
_AFKORTING = re.compile(r"\b[A-Z]{3,}\b")
_MONDELING = re.compile(r"\bmondeling(?:e)?\b", re.IGNORECASE)
_HERTOETS = re.compile(
    r"niet\s+(?:opnieuw\s+)?(?:de\s+)?(?:volledige|hele)\s+\w+\s+(?:opnieuw\s+)?getoetst"
    r"|(?:alleen|uitsluitend)\s+(?:naar\s+)?de\s+verbeterpunten|verbeterpunten\b.*\bopnieuw\s+getoetst"
    r"|hertoets",
    re.IGNORECASE,
)
#: That the inspectorate spoke with the gemeente and with nobody else, or that the gemeente let it know: what then was
#: looked at, and what was only heard? "met de gemeente en haar netwerkpartners besproken" does not match.
_VERTELD = re.compile(
    r"(?i:\bmet\s+(?:de\s+)?gemeente)(?:\s+(?:['’]?[A-Z][\w'’-]*|['’]s|aan|bij|de|den|der|het|in|op|van))*"
    r"\s+(?i:besproken|gesproken|overlegd)\b"
    r"|(?i:\bgemeente\b[^;:]*\b(?:gerapporteerd|rapporteerde|verteld|vertelde|gemeld|meldde|meegedeeld|deelde\s+mee"
    r"|laten\s+weten|liet\s+weten|aangegeven|gaf\s+aan|geeft\s+aan)\b)"
    r"|(?i:\bvolgens\s+(?:opgave\s+van\s+)?de\s+gemeente\b|\bzelfrapportage\b)"
)
#: Only where the sentence is about the follow-up itself.
_OPVOLGING = re.compile(r"verbeterpunt|opgepakt|sindsdien|gedaan|voortgang|stand van zaken", re.IGNORECASE)
_VOLLEDIG = re.compile(r"\b(?:heeft|hebben|is|zijn|werd)\b.*\bgetoetst\b|toetsing van de volledige", re.IGNORECASE)


def niveau(tekst: tuple[Passage, ...], uit_tabellen: str) -> Vondst | None:
    """The level (beleid, casus, stelsel): the one that the tables belong to, else the one that the text names most.

    `uit_tabellen` is the level of the kader whose indicators the tables print, empty when there is none.
    """
    gewicht: Counter[str] = Counter()
    plekken: dict[str, tuple[float, Plek]] = {}
    for passage, zin in zinnen(tekst):
        for code, patroon in NIVEAUS.items():
            aantal = len(patroon.findall(zin))
            weegt = VOORIN if passage.voorin else BIJ_TOETSING if _TOETSING.search(zin) else ELDERS
            gewicht[code] += int(aantal * weegt)
            if aantal and weegt > plekken.get(code, (0.0, None))[0]:
                plekken[code] = (weegt, passage.plek)
    volgorde = [code for code, som in gewicht.most_common() if som]
    beste = uit_tabellen or (volgorde[0] if volgorde else "")
    if not beste:
        return None
    ander = [code for code in volgorde if code != beste and gewicht[code] > TWEEDE_HOOGSTENS * gewicht[beste]]
    if uit_tabellen:
        ander = [code for code in ander if gewicht[code] > gewicht[beste]] if gewicht[beste] == 0 else []
    zin = f"De tekst noemt ook het niveau {ander[0]}; kijk op welk niveau het onderzoek was." if ander else ""
    return Vondst(beste, plekken.get(beste, (0.0, None))[1], not ander, zin)


def kader_id(tekst: tuple[Passage, ...], keuze: EditieKeuze, op_niveau: Vondst | None, bekend: Bekend) -> Vondst | None:
    """The kader: the one whose indicators the tables print, else the one whose words and level the text names.

    In doubt when only words point to it, when the tables fit more than one editie, or when text and tables disagree.
    """
    plek = next((passage.plek for passage, zin in zinnen(tekst) if _KADER.search(zin)), None)
    if keuze.editie_id is not None:
        gekozen = next(rij["kader_id"] for rij in bekend.tabel("edities") if rij["editie_id"] == keuze.editie_id)
        if keuze.twijfel is not None:
            return Vondst(gekozen, plek, zeker=False, zin=keuze.twijfel.zin)
        zin = "" if keuze.herkend >= 0.8 * keuze.totaal else _deels(keuze)
        if op_niveau is not None and not op_niveau.zeker:
            zin = zin or op_niveau.zin
        return Vondst(gekozen, plek, not zin, zin)
    passend = [
        rij
        for rij in bekend.tabel("kaders")
        if (op_niveau is None or rij["niveau"] == op_niveau.waarde) and _woorden_genoemd(tekst, rij["kader"])
    ]
    if len(passend) != 1:
        return None
    zin = "Het kader volgt alleen uit de woorden van het rapport: de tabellen drukken geen bekende indicatoren af."
    return Vondst(passend[0]["kader_id"], plek, zeker=False, zin=zin)


def _deels(keuze: EditieKeuze) -> str:
    """Why a kader is in doubt of which not all printed indicators are known."""
    return f"Van de {keuze.totaal} afgedrukte indicatoren staan er {keuze.herkend} in dit kader; kijk of het klopt."


def _woorden_genoemd(tekst: tuple[Passage, ...], kader: str) -> bool:
    """Whether the text names a kader: its abbreviation, or the first word of its name, beside the word kader."""
    afkortingen = _AFKORTING.findall(kader)
    zoek = afkortingen or kader.split()[:1]
    patroon = re.compile("|".join(re.escape(woord) for woord in zoek), 0 if afkortingen else re.IGNORECASE)
    return any(_KADER.search(zin) and patroon.search(zin) for _, zin in zinnen(tekst))


def bewijs(
    tekst: tuple[Passage, ...], peiljaren: tuple[Vondst, ...], op_niveau: Vondst | None, tabellen: Tabellen
) -> dict[int, Vondst]:
    """How the verdicts of each peiljaar were established; a year of which the text says nothing is left out.

    What the gemeente told outranks that only the verbeterpunten were looked at; where the text says both, in doubt.
    """
    alle = [int(vondst.waarde) for vondst in peiljaren]
    gevonden: dict[int, Vondst] = {}
    for volgnummer, jaar in enumerate(alle):
        van_niveau = BEWIJS_VAN_NIVEAU.get(op_niveau.waarde if op_niveau else "")
        vondst = _gezegd(tekst, jaar, alle) if volgnummer or len(alle) == 1 else None
        if vondst is None and van_niveau and op_niveau is not None:
            vondst = Vondst(van_niveau, op_niveau.plek, op_niveau.zeker, op_niveau.zin)
        if vondst is None and volgnummer == 0 and tabellen.cellen:
            vondst = _eerste_toets(tekst, jaar)
        if vondst is not None:
            gevonden[jaar] = vondst
    return gevonden


def grond(document: Document, code: str, jaar: int, alle: Sequence[int]) -> tuple[Plek, str] | None:
    """The sentence on which a bewijs of a year rests, and where it stands; None where the running text says no such.

    alle: every peiljaar of the report. What an editor chose otherwise is looked up for that choice.
    """
    tekst, gevonden = passages(document), None
    if code == "mondelinge_rapportage":
        gevonden = _eerste(tekst, _MONDELING, jaar, alle) or _verteld(tekst, jaar, alle)
    elif code == "hertoets_verbeterpunten":
        gevonden = _eerste(tekst, _HERTOETS, jaar, alle)
    elif code == "volledige_toets":
        gevonden = _volledig(tekst, jaar)
    else:
        patroon = next((NIVEAUS[niveau_] for niveau_, van in BEWIJS_VAN_NIVEAU.items() if van == code), None)
        genoemd = [(p, zin) for p, zin in zinnen(tekst) if patroon is not None and patroon.search(zin)]
        gevonden = next((paar for paar in genoemd if _TOETSING.search(paar[1])), genoemd[0] if genoemd else None)
    return (gevonden[0].plek, gevonden[1]) if gevonden else None


def _gezegd(tekst: tuple[Passage, ...], jaar: int, alle: Sequence[int]) -> Vondst | None:
    """What the text says about a year: told by the gemeente, or only the verbeterpunten looked at again.

    It decides between tested again and told; so what can be read as both is in doubt.
    """
    mondeling = _eerste(tekst, _MONDELING, jaar, alle)
    hertoets = _eerste(tekst, _HERTOETS, jaar, alle)
    if mondeling and hertoets:
        zin = f"Volgens het rapport vertelde de gemeente dit mondeling, maar het zegt ook: “{kort(hertoets[1])}”"
        return Vondst("mondelinge_rapportage", mondeling[0].plek, zeker=False, zin=zin)
    if mondeling:
        return Vondst("mondelinge_rapportage", mondeling[0].plek)
    verteld = _verteld(tekst, jaar, alle)
    if hertoets and verteld:
        zin = (
            f"Volgens het rapport is in {jaar} opnieuw naar de verbeterpunten gekeken, maar het zegt ook: "
            f"“{kort(verteld[1])}” Stelde de inspectie het zelf vast, of vertelde de gemeente het? Kies het bewijs."
        )
        return Vondst("hertoets_verbeterpunten", hertoets[0].plek, zeker=False, zin=zin)
    return Vondst("hertoets_verbeterpunten", hertoets[0].plek) if hertoets else None


def _eerste_toets(tekst: tuple[Passage, ...], jaar: int) -> Vondst:
    """The first year of a table of verdicts is a whole test; sure only when the text says so of that year."""
    if gezegd := _volledig(tekst, jaar):
        return Vondst("volledige_toets", gezegd[0].plek)
    zin = f"Het rapport zegt niet hoe {jaar} is getoetst; als eerste jaar lezen wij het als volledige toets."
    return Vondst("volledige_toets", None, zeker=False, zin=zin)


def _volledig(tekst: tuple[Passage, ...], jaar: int) -> tuple[Passage, str] | None:
    """The first sentence that says of a year that all was tested."""
    for passage, zin in zinnen(tekst):
        if jaar in jaren(zin) and _VOLLEDIG.search(zin) and not _HERTOETS.search(zin):
            return passage, zin
    return None


def _verteld(tekst: tuple[Passage, ...], jaar: int, alle: Sequence[int]) -> tuple[Passage, str] | None:
    """The first sentence about a year in which the follow-up may have been told by the gemeente alone."""
    return _eerste(tekst, _VERTELD, jaar, alle, ook=_OPVOLGING)


def _eerste(
    tekst: tuple[Passage, ...],
    patroon: re.Pattern[str],
    jaar: int,
    alle: Sequence[int],
    *,
    ook: re.Pattern[str] | None = None,
) -> tuple[Passage, str] | None:
    """The first sentence with the pattern about the year: the latest it names, or the last of all if it names none.

    ook: what the sentence must hold besides.
    """
    for passage, zin in zinnen(tekst):
        if (ook is None or ook.search(zin)) and patroon.search(zin):
            genoemd = [genoemd for genoemd in jaren(zin) if genoemd in alle]
            if jaar == (max(genoemd) if genoemd else max(alle)):
                return passage, zin
    return None
