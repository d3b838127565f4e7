"""How alike two wordings are: as letters, and as content words, so that near twins never pass for the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from data.rapporten.woorden import voeg_regels

#: The most that wordings may score whose content words are not all the same.
HOOGSTENS_ANDER_WOORD = 90.0
#: The most that wordings may score of which one denies what the other says, or that count differently.
HOOGSTENS_TEGENGESTELD = 74.0
#: From this length a word with one letter off is a slip of the pen; shorter words with one letter off are other words
#: (doelen, delen).
LENGTE_VERSCHRIJVING = 7

_MARKERING = re.compile(r"<[^>]{1,40}>")
_TERZIJDE = re.compile(r"\((?:NB|N\.B\.|let op|zie)\b[^)]*\)", re.IGNORECASE)
#: Bullets, and numbers or letters that order a list: "- ", "1.2 ", "a) "; a bare number belongs to the text.
_OPSOMMING = re.compile(
    r"^\s*(?:[-–—•·●▪◦*►»]+|\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-z][.)])\s+", re.IGNORECASE
)
#: Footnote numbers in superscript, and signs that point to a note.
_NOOTTEKEN = re.compile(r"[¹²³⁰⁴-⁹*†‡]+")
_APOSTROF = re.compile(r"['’‘`´]")
_GEEN_WOORD = re.compile(r"[^0-9a-z]+")

_ONTKENNINGEN = frozenset({"niet", "geen", "nooit", "zonder", "noch", "niets", "niemand", "nergens", "onvoldoende"})
#: "1 plan" is "één plan", and print loses accents: a one is no number here.
_TELWOORDEN = {"1": "een", "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7", "acht": "8"}
#: Words that carry no content of their own; what may turn the meaning (na, binnen, kan) is not among them.
_VULWOORDEN = frozenset(
    {"aan", "als", "bij", "dan", "dat", "de", "deze", "die", "dit", "door", "een", "en", "er", "erin", "ervoor", "erop"}
    | {"haar", "hebben", "heeft", "het", "hier", "hierbij", "hiervoor", "hij", "hun", "in", "is", "met", "naar", "of"}
    | {"om", "ook", "op", "over", "te", "ten", "ter", "tot", "uit", "van", "vanuit", "voor", "waar", "waarbij", "wat"}
    | {"werd", "wel", "worden", "wordt", "zich", "zij", "zijn", "ze", "zo", "t", "s"}
)


@dataclass(frozen=True)
class Bewoording:
    """A wording made comparable: its letters, its content words, what it denies, the numbers in it."""

    tekst: str
    inhoud: Counter[str] = field(hash=False)
    ontkenningen: int
    getallen: tuple[str, ...]

    @property
    def aaneen(self) -> str:
        """The letters without spaces: words broken apart are the same words."""
        return self.tekst.replace(" ", "")


def gewoon(tekst: str) -> str:
    """The text in plain lower case letters and figures: no accents, punctuation, list marker, aside or note sign."""
    geheel = _TERZIJDE.sub(" ", voeg_regels(_MARKERING.sub(" ", tekst).splitlines()))
    geheel = _NOOTTEKEN.sub("", _OPSOMMING.sub("", geheel))
    geheel = _APOSTROF.sub("", geheel)
    kaal = geheel.casefold()
    if not kaal.isascii():
        kaal = "".join(t for t in unicodedata.normalize("NFKD", kaal) if not unicodedata.combining(t))
    return " ".join(_TELWOORDEN.get(woord, woord) for woord in _GEEN_WOORD.sub(" ", kaal).split())


def bewoording(tekst: str) -> Bewoording:
    """A text as Bewoording."""
    kaal = gewoon(tekst)
    woorden = kaal.split()
    getallen = tuple(sorted(woord for woord in woorden if woord.isdigit()))
    inhoud = Counter(w for w in woorden if w not in _VULWOORDEN and w not in _ONTKENNINGEN and not w.isdigit())
    return Bewoording(kaal, inhoud, sum(woord in _ONTKENNINGEN for woord in woorden), getallen)


def score(een: Bewoording, ander: Bewoording) -> float:
    """How alike two wordings are, 0 to 100: never more than their letters, less where content words differ.

    100 is kept for the same letters. One content word that differs gives at most HOOGSTENS_ANDER_WOORD, a denial or
    a number that differs at most HOOGSTENS_TEGENGESTELD.
    """
    if not een.tekst or not ander.tekst:
        return 0.0
    if een.tekst == ander.tekst or een.aaneen == ander.aaneen:
        return 100.0
    letters = fuzz.ratio(een.tekst, ander.tekst)
    gelijk = _gelijke_inhoud(een.inhoud, ander.inhoud)
    uitkomst = letters if gelijk == 100.0 else min(letters, (letters + gelijk) / 2, HOOGSTENS_ANDER_WOORD)
    if een.ontkenningen != ander.ontkenningen or een.getallen != ander.getallen:
        uitkomst = min(uitkomst, HOOGSTENS_TEGENGESTELD)
    return min(uitkomst, 99.0)


def _gelijke_inhoud(een: Counter[str], ander: Counter[str]) -> float:
    """The share of content words that both have, 0 to 100; slips of the pen and words broken in two are the same."""
    totaal = een.total() + ander.total()
    rest_een, rest_ander = list((een - ander).elements()), list((ander - een).elements())
    rest_een, rest_ander = _streep_weg(rest_een, rest_ander)
    rest_ander, rest_een = _zonder_gebroken(rest_ander, rest_een)
    rest_een, rest_ander = _zonder_gebroken(rest_een, rest_ander)
    return 100.0 * (1 - (len(rest_een) + len(rest_ander)) / totaal) if totaal else 100.0


def _streep_weg(een: list[str], ander: list[str]) -> tuple[list[str], list[str]]:
    """What is left of two lists of words after pairing those that are a slip of the pen apart."""
    over = list(ander)
    blijft = []
    for woord in een:
        zelfde = next((kandidaat for kandidaat in over if _verschreven(woord, kandidaat)), None)
        if zelfde is None:
            blijft.append(woord)
        else:
            over.remove(zelfde)
    return blijft, over


def _verschreven(een: str, ander: str) -> bool:
    """Whether two words are the same but for one slip of the pen."""
    return min(len(een), len(ander)) >= LENGTE_VERSCHRIJVING and OSA.distance(een, ander, score_cutoff=1) <= 1


def _zonder_gebroken(heel: list[str], delen: list[str]) -> tuple[list[str], list[str]]:
    """Both lists without the words of the first that stand in two parts in the second."""
    over = list(delen)
    blijft = []
    for woord in heel:
        paar = _paar(woord, over)
        if paar is None:
            blijft.append(woord)
        else:
            for deel in paar:
                over.remove(deel)
    return blijft, over


def _paar(woord: str, delen: Collection[str]) -> tuple[str, str] | None:
    """The two parts that make the word together, if they are there."""
    for deel in delen:
        rest = woord.removeprefix(deel)
        if woord not in {deel, rest} and rest in delen and (rest != deel or list(delen).count(deel) > 1):
            return deel, rest
    return None
