"""Legends (✓ = voldoet, X = verbeterpunt): no verdicts, but one that turns the signs around changes all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data.rapporten.document import Plek
from data.rapporten.gelezen import Soort, Twijfel
from data.rapporten.oordelen.opmaak import zonder_opmaak
from data.rapporten.oordelen.tekenplaats import VERBETERPUNT, VOLDOET

_VINK = "✓✔√☑🗸🗹✅\uf0fc\uf0fe"
_KRUIS = "✗✘☒╳×✕✖☓❌\uf0fb\uf0fdXx"
_WOORD = r"(?:(?:een |het |groen |rood |groene |rode )*(?:vinkje|kruisje|vink|kruis))"
_NA = r"\s*[)\]”\"’']?\s*"
_IS = r"(?:=|betekent(?: dat)?|staat voor|geeft aan(?: dat)?|wil zeggen(?: dat)?)"
_DUIDING = re.compile(
    rf"(?<!\w)(?P<teken>[{_VINK}{_KRUIS}]|{_WOORD}){_NA}{_IS}\s*(?P<wat>[^{_VINK}✗✘☒;\n]{{2,160}})", re.IGNORECASE
)
#: "✓: voldoet", "X voldoet niet": without "=" only where nothing but such pairs stands there.
_PAAR = re.compile(
    rf"[{_VINK}{_KRUIS}]{_NA}[:–-]?\s*(?:voldoet(?: (?:niet|deels|nog niet|wel))?(?: aan de \w+)?|(?:on)?voldoende|"
    r"verbeterpunt(?:en)?|"
    rf"sterk punt|(?:niet )?(?:aanwezig|op orde|in orde|voldaan|behaald)|afwezig|ja|nee)[\s,;./|–-]*",
    re.IGNORECASE,
)
_MET_TEKEN = re.compile(
    rf"(?i)\bmet (?:een )?(?P<teken>[{_VINK}{_KRUIS}]|{_WOORD}) (?:is|zijn|wordt|worden) (?P<wat>[^.;]{{4,160}})"
)
_GOED = re.compile(
    r"(?i)\b(?:voldoet|voldaan|voldoende|in orde|op orde|goed|positief|sterk|ja|"
    r"geregeld|aanwezig|akkoord|behaald|opgepakt)\b"
)
_FOUT = re.compile(
    r"(?i)\b(?:niet|geen|onvoldoende|verbeterpunt(?:en)?|verbetering|verbeteren|verbeterd|beter|tekort\w*|"
    r"negatief|nee|afwezig|ontbreekt|nog)\b"
)
_LEGENDA = re.compile(r"(?i)^\W*(?:legenda|verklaring (?:van de )?tekens|betekenis(?: van de tekens)?)\b")


def is_legenda(tekst: str) -> bool:
    """Whether a text only says what the signs mean."""
    schoon = zonder_opmaak(tekst)
    if _LEGENDA.match(schoon):
        return True
    vondst = _DUIDING.search(schoon)
    if vondst and len(schoon) <= 400 and not schoon[: vondst.start()].strip(' (*‘"-–:'):
        return True
    return bool(re.fullmatch(f"(?:{_PAAR.pattern}){{2,}}", schoon.strip(" ()"), re.IGNORECASE))


def andere_betekenis(teksten: Iterable[tuple[Plek, str]]) -> list[Twijfel]:
    """A doubt for each place where a text gives a sign another meaning than ✓ voldoet and X verbeterpunt."""
    twijfels = []
    for plek, tekst in teksten:
        schoon = zonder_opmaak(tekst)
        if not re.search(rf"[{_VINK}{_KRUIS}]|vink|kruis", schoon):
            continue
        # "X Voldoende hulp ontbreekt" is a cell: pairs without "=" count only in a text of nothing else
        for patroon in (_DUIDING, _MET_TEKEN, _PAAR) if is_legenda(tekst) else (_DUIDING, _MET_TEKEN):
            twijfels += [_over(vondst, plek) for vondst in patroon.finditer(schoon) if _wijkt_af(vondst)]
    return twijfels


def _wijkt_af(vondst: re.Match[str]) -> bool:
    """Whether a legend does not clearly say what we take the sign to say."""
    groepen = vondst.groupdict()
    teken = groepen.get("teken") or vondst[0][0]
    wat = groepen.get("wat") or vondst[0][1:]
    # what stands after another sign is about that sign
    wat = re.split(rf"[{_VINK}✗✘☒]|(?<!\w)[Xx](?!\w)", wat)[0]
    verwacht = VOLDOET if teken in _VINK or "vink" in teken.lower() else VERBETERPUNT
    fout, goed = bool(_FOUT.search(wat)), bool(_GOED.search(wat))
    if verwacht == VOLDOET:
        return fout or not goed
    return not fout


def _over(vondst: re.Match[str], plek: Plek) -> Twijfel:
    """The loud doubt about a legend."""
    zin = (
        f"Het rapport lijkt zelf te zeggen wat een teken betekent: ‘{' '.join(vondst[0].split())[:120]}’. "
        "Dat is anders dan ✓ = voldoet en X = verbeterpunt: controleer elk oordeel."
    )
    return Twijfel(Soort.HERKENNING, zin, plek)
