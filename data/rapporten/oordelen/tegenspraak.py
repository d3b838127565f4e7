"""A sign and a text at odds, by a small list of Dutch phrases. It points an editor at a cell and decides nothing."""

from __future__ import annotations

import re

#: A text under ✓ that tells of a shortcoming: something is not done, is too little, or comes too early or too late.
_TEKORT = re.compile(
    r"\b(?:onvoldoende|ontbreekt|ontbrak|ontbraken|schiet tekort|tekortschiet|tekortkoming(?:en)?)\b"
    r"|\b(?:wordt|worden|is|zijn|werd|werden) (?:nog |echter |daarbij |meestal |vaak |er )?(?:niet|geen) "
    r"(?:gemaakt|geregeld|vastgelegd|opgesteld|uitgevoerd|ingezet|gebruikt|nagekomen|geformuleerd|gedaan|aanwezig|geborgd|"
    r"voldoende)"
    r"|\b(?:vindt|vinden) (?:nog )?(?:niet|geen \w+) plaats\b"
    r"|\bniet (?:snel|tijdig|structureel|formeel|systematisch|voldoende|toereikend)\b"
    r"|\bte (?:vroeg|laat|weinig|beperkt)\b|\b(?:er|hier) (?:is|zijn) (?:nog |echter )?(?:geen|niet)\b"
    r"|\bvoldoet (?:nog )?niet\b|\bnog niet geregeld\b",
    re.IGNORECASE,
)
#: "Er ontbreken geen partijen", "er zijn geen wachtlijsten": the shortcoming is denied.
_ONTKEND = re.compile(
    r"\b(?:er|hier) (?:is|zijn) (?:nog |echter |in principe )?geen "
    r"(?:\w+ )?(?:wachtlijst(?:en)?|problemen|knelpunten|klachten|belemmeringen|tekortkomingen|signalen|sprake)\b"
    r"|\b(?:ontbreekt|ontbreken|ontbrak) (?:\w+ ){0,4}(?:niets|geen|niemand)\b|\b(?:niets|niemand|geen \w+) ontbreekt\b"
    r"|\bniet onvoldoende\b",
    re.IGNORECASE,
)
#: A text under X that says that all is well.
_IN_ORDE = re.compile(
    r"\b(?:is|zijn|wordt|worden) (?:\w+ ){0,2}"
    r"(?:geregeld|vastgelegd|gemaakt|geborgd|opgesteld|aanwezig|op orde|in orde|toereikend)\b"
    r"|\bvoldoet\b|\bvoldaan\b|\bwerkt goed\b",
    re.IGNORECASE,
)
#: Any of these, and the text does name something that is missing.
_VOORBEHOUD = re.compile(
    r"\b(?:niet|geen|nog|niets|niemand|nooit|zelden|nauwelijks|amper|onvoldoende|ontbreekt|ontbreken|ontbrak|beperkt\w*|weinig"
    r"|onduidelijk\w*|maar|echter|alleen|slechts|zonder|te|soms|deels|gedeeltelijk|verdeeld|verschil\w*|on\w+baar|knel\w*"
    r"|risico\w*|moet|moeten|kan beter|verbeter\w*|onbekend|in ontwikkeling|tekort\w*|mist|missen)\b",
    re.IGNORECASE,
)


def spreekt_tegen(uitkomst: str, toelichting: str) -> bool:
    """Whether a text seems to say the opposite of `uitkomst` (voldoet or verbeterpunt)."""
    if uitkomst == "voldoet":
        return _TEKORT.search(_ONTKEND.sub("", toelichting)) is not None
    return _IN_ORDE.search(toelichting) is not None and _VOORBEHOUD.search(toelichting) is None
