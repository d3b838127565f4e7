"""Words and lines as Dutch print breaks them: made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: A hyphen before one of these stands for a word left out (in- en uitstroom), so it stays.
_SAMENTREKKING = re.compile(r"(?:en|of|tot|dan|noch|respectievelijk|resp\.|als|maar|c\.q\.)(?![\w-])", re.IGNORECASE)
#: Vowels that would be read as one sound: there the hyphen belongs to the word (zee-eend, na-apen).
_BOTSING = re.compile(r"(?:a[aeiu]|e[eiu]|i[ei]|o[eiou]|u[iu])", re.IGNORECASE)
#: What keeps its hyphen whatever follows: letters of an abbreviation, figures (GGSR-gezin, 2013-toets).
_AFKORTING = re.compile(r"(?:[A-Z]{2,}|[0-9])$")
_SPATIES = re.compile(r"\s+")
_AFBREEKTEKEN = "\u00ad"
#: What prints as a hyphen: the soft one, U+2010 and the one that may not break.
_STREEPJES = str.maketrans({_AFBREEKTEKEN: "-", "\u2010": "-", "\u2011": "-"})


def voeg_regels(regels: Iterable[str]) -> str:
    """The lines as one text: single spaces, words broken at a line end joined as Dutch does.

    samenwerkings- + afspraken is one word; in- + en uitstroom keeps hyphen and space; GGSR- + gezinnen its hyphen.
    """
    geheel = ""
    for regel in regels:
        geheel = _voeg(geheel, _SPATIES.sub(" ", regel).strip())
    return geheel.replace(_AFBREEKTEKEN, "")


def in_het_kort(tekst: str, lengte: int) -> str:
    """A text on one line, of at most so many characters: what is longer is cut off, with a sign for that."""
    regel = " ".join(tekst.split())
    return regel if len(regel) <= lengte else f"{regel[: lengte - 1].rstrip()}…"


def breekt_af(regel: str, volgende: str) -> bool:
    """Whether a word breaks at the end of a line and goes on in the next (samenwerkings- / afspraken)."""
    voor, na = regel.rstrip().translate(_STREEPJES), volgende.lstrip()
    heel = len(voor) < 2 or not voor.endswith("-") or not voor[-2].isalpha()
    return not heel and na[:1].islower() and _SAMENTREKKING.match(na) is None


def _voeg(voor: str, na: str) -> str:
    """Two lines after each other."""
    if not voor or not na:
        return voor or na
    if voor.endswith(_AFBREEKTEKEN):  # never part of the word itself, whatever follows
        return f"{voor[:-1]}{na}"
    einde = voor.translate(_STREEPJES)
    if not einde.endswith("-") or einde.endswith((" -", "--")) or len(einde) < 2:
        return f"{voor} {na}"
    if _SAMENTREKKING.match(na) or not na[0].isalnum():
        return f"{einde} {na}"
    stam = einde[:-1]
    houdt = na[0].isupper() or na[0].isdigit() or _AFKORTING.search(stam) or _BOTSING.fullmatch(stam[-1] + na[0])
    return f"{einde}{na}" if houdt else f"{stam}{na}"
