"""Words that a narrow column broke without a hyphen ("Oordee" over "l"), made whole.

A line that may end in the middle of a word is marked while the page is read. Once all of the report is known, its own
words tell whether what stands above and under the mark are two words or one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from data.rapporten.document import Alinea, Blok, Tabel
from data.rapporten.lezers._pdf.vorm import Regel

#: Ends a line that may break off in a word. It is white, so no word of a PDF holds it.
BREUK = "\x1f"
#: A letter is this wide, in times its size: narrow, wide, and all others.
_SMAL, _BREED, _GEWOON = 0.3, 0.9, 0.66
#: Short words: by themselves they are no end of another.
_KORTE_WOORDEN = (
    "af al als an bij dag dan dat de den der die dit doe dus eer eis elf elk en er ga had hen het hij hoe hun ik in is "
    "ja je kan kon les lid man mag me mee men met mij na nee niet nog nu of om ons ook op per pas rol te ten ter tot "
    "twee uit uw van via vak ver vier voor was wat we weg wel wet wie wij wil wou zag zal ze zei zes zij zin zit zo "
    "zon zus"
)
_KORT = frozenset(_KORTE_WOORDEN.split())
#: No Dutch word begins so, and none ends so.
_GEEN_BEGIN = re.compile(
    r"[^aeiouyäëïöüéè]*$|(?!(?:[bcfgkptv][lr]|[bcdfghkptw]?[hjw]|[dtw]r|[bgkps]?[n]|s[cfhjklmnpqtvw]|ps|pn|gn|vl|zw|ch|ts|"
    r"sch|scr|spl|spr|str)[aeiouyäëïöüéèrlw])[^aeiouyäëïöüéè]{2}"
)
_GEEN_EIND = re.compile(r"[bcdfghjklmnpqrstvwxz]{2}(?<!ch)[bcfgjklmnpqrvwxz]$|[vz]$|([bcdfgjkmnprtz])\1$")
#: These end words, and are none.
_ACHTERVOEGSEL = re.compile(
    r"(?:[bdfgklmnprstvz]|st|ch|cht)?(?:ing(?:en)?|ende?|heden|heid|lijke?n?|baar|bare|atie[sf]?|schap(?:pen)?|iteit|eren)"
)
_LEESTEKENS = ".,;:!?()‘’“”\"'/"


def met_breuken(regels: Sequence[Regel], rechts: float | None) -> str:
    """The lines of a cell as its text; `rechts` is how far its lines may reach (None when that is not known)."""
    volgende: list[Regel | None] = [*regels[1:], None]
    return "\n".join(
        regel.tekst + (BREUK if rechts is not None and _vult(regel, na, rechts) else "")
        for regel, na in zip(regels, volgende, strict=False)
    )


def reikwijdte(regels: Iterable[Regel]) -> float | None:
    """How far the lines of a column reach where nothing is drawn; None when no two of them come near to it."""
    lijst = sorted(regels, key=lambda regel: regel.x1)
    if len(lijst) < 2 or lijst[-1].x1 - lijst[-2].x1 > lijst[-1].grootte:
        return None
    return lijst[-1].x1


def maak_heel(blokken: Sequence[Blok]) -> list[Blok]:
    """The blocks without marks: a broken word stands whole on the line where it begins."""
    if not any(BREUK in cel for blok in blokken if isinstance(blok, Tabel) for rij in blok.rijen for cel in rij):
        return list(blokken)
    bekend = _woorden(blokken)
    return [
        Tabel(tuple(tuple(_heel(cel, bekend) for cel in rij) for rij in blok.rijen), blok.pagina)
        if isinstance(blok, Tabel)
        else blok
        for blok in blokken
    ]


def _vult(regel: Regel, volgende: Regel | None, rechts: float) -> bool:
    """Whether the line is one word, up to the edge of its cell: the first letter of the next line had no place."""
    if len(regel.woorden) != 1 or len(regel.tekst) < 2 or not regel.tekst[-1].isalpha():
        return False
    letter = volgende.tekst[0] if volgende is not None else "n"
    breed = _SMAL if letter in "iljtfr" else _BREED if letter in "mw" else _GEWOON
    return letter.isalpha() and letter.islower() and -1 <= rechts - regel.x1 < breed * regel.grootte + 0.3


def _woorden(blokken: Sequence[Blok]) -> set[str]:
    """The words of the report that surely are whole: no line ends with them, or a line that has room for more."""
    af: set[str] = set()
    for blok in blokken:
        cellen = blok.regels if isinstance(blok, Alinea) else (cel for rij in blok.rijen for cel in rij)
        for cel in cellen:
            vorig = ""
            for regel in cel.split("\n"):
                woorden = regel.split(" ")
                # the first word may be the end of one that the line or the page before began
                begin = 1 if vorig.endswith(BREUK) or (not vorig and regel[:1].islower()) else 0
                af.update(_kaal(woord) for woord in woorden[begin:] if not woord.endswith((BREUK, "-")))
                vorig = regel
    return af


def _kaal(woord: str) -> str:
    return woord.strip(_LEESTEKENS).casefold()


def _heel(cel: str, bekend: set[str]) -> str:
    """The text of a cell with its broken words made whole."""
    if BREUK not in cel:
        return cel
    af: list[str] = []
    for regel in cel.split("\n"):
        vorig = af[-1] if af else ""
        if not vorig.endswith(BREUK):
            af.append(regel)
            continue
        af[-1] = vorig.rstrip(BREUK)
        woord, _, rest = regel.partition(" ")
        if not _een_woord(af[-1].split()[-1], woord.rstrip(BREUK), bekend):
            af.append(regel)
        elif rest:
            af[-1] += woord
            af.append(rest)
        else:
            af[-1] += woord
    return re.sub(BREUK, "", "\n".join(af))


def _een_woord(begin: str, eind: str, bekend: set[str]) -> bool:
    """Whether these are the two parts of one word."""
    voor, na = _kaal(begin), _kaal(eind.partition("-")[0])
    if voor + na in bekend:
        return True
    if not na or na in _KORT or na in bekend or not eind[0].islower():
        return False
    if len(na) == 1 or _GEEN_BEGIN.match(na) or _GEEN_EIND.search(voor):
        return True
    return voor not in bekend and (len(na) <= 3 or bool(_ACHTERVOEGSEL.fullmatch(na)))
