"""Words that stand for a verdict, and what stands for an empty cell."""

from __future__ import annotations

import re

_VOLDOET = ("voldoet", "voldoet wel", "voldaan", "voldoende", "ruim voldoende", "goed", "in orde", "op orde", "akkoord",
            "ja", "+", "++", "positief", "opgepakt", "behaald")  # fmt: skip
_VERBETERPUNT = ("voldoet niet", "voldoet nog niet", "niet voldaan", "verbeterpunt", "onvoldoende", "nee", "--",
                 "negatief", "niet op orde", "niet in orde", "niet opgepakt", "niet behaald",
                 "behoeft verbetering", "kan beter")  # fmt: skip
_GEMENGD = ("voldoet deels", "voldoet gedeeltelijk", "deels voldaan", "gedeeltelijk voldaan", "deels", "gedeeltelijk",
            "+/-", "±", "gemengd", "deels opgepakt")  # fmt: skip
_MIN = frozenset("-−–")
_WOORDEN = (
    dict.fromkeys(_VOLDOET, "voldoet")
    | dict.fromkeys(_VERBETERPUNT, "verbeterpunt")
    | dict.fromkeys(_GEMENGD, "gemengd")
)
#: Words that alone at the start of a text already tell the verdict; "goed" and "ja" could start any sentence.
_LANGSTE_EERST = "|".join(re.escape(woord) for woord in sorted(_WOORDEN, key=len, reverse=True))
_MET_TEKST = re.compile(rf"(?P<woord>{_LANGSTE_EERST})(?P<tussen>\s*[.:;,–—\n]\s*|\s+-\s+)(?P<rest>.*)", re.I | re.S)
_LEEG = re.compile(
    r"[\s\-–—−_.…·/?]*"
    r"|\(?n\.? ?v\.? ?t\.?\)?|\(?n\.? ?b\.?\)?|\(?n\.? ?o\.?\)?|\(?n\.? ?t\.? ?b\.?\)?|niet van toepassing\.?"
    r"|(?:\(?(?:nog )?niet )(?:beoordeeld|getoetst|onderzocht|bekend|van toepassing)\)?\.?"
    r"|\(?onbekend\)?\.?|leeg|geen oordeel\.?"
    r"|\[ ?\]|☐",
    re.IGNORECASE,
)


def lees_woord(schoon: str, *, in_kolom: bool) -> tuple[str, str, str] | None:
    """(uitkomst, the word as printed, the text after it), or None where no word tells the verdict.

    `in_kolom`: the column holds words for verdicts, so a text may follow and a lone minus is one of them.
    """
    heel = " ".join(schoon.split())
    kern = heel.rstrip(".!;,:") if len(heel) > 3 else heel
    if in_kolom and kern in _MIN:
        return "verbeterpunt", kern, ""
    uitkomst = _WOORDEN.get(kern.casefold())
    if uitkomst:
        return uitkomst, kern, ""
    vondst = _MET_TEKST.match(schoon) if in_kolom else None
    if vondst:
        return _WOORDEN[vondst["woord"].casefold()], vondst["woord"], vondst["rest"]
    return None


def is_leeg(schoon: str) -> bool:
    """Whether a cell says that there is no verdict: empty, a dash, n.v.t., niet beoordeeld."""
    return _LEEG.fullmatch(schoon) is not None
