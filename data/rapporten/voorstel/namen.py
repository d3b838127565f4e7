"""Names and ids as the shipped leveringen have them, and texts in the form of a levering."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from rapidfuzz import fuzz

from data.rapporten.document import Alinea, Document
from data.rapporten.herkenning.overeenkomst import gewoon

#: From this likeness (0 to 100) two names may be of one aanpak; only the same letters are surely so.
ZELFDE_NAAM = 85.0
#: Longest cell in characters: csv itself stops at 131 072.
LANGSTE_CEL = 100_000
#: Longest id of an aanpak, and of what is made from a title, in characters.
LANGSTE_ID = 60
MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
#: Who publishes: what to look for, the name as the store has it, what an id begins with. The longest first.
UITGEVERS = (
    (
        re.compile(r"Toezicht Sociaal Domein\s*(?:/|en)\s*Samenwerkend Toezicht Jeugd|\bTSD/STJ\b"),
        "Toezicht Sociaal Domein/Samenwerkend Toezicht Jeugd (TSD/STJ)",
        "stj",
    ),
    (re.compile(r"Samenwerkend Toezicht Jeugd|\bSTJ\b"), "Samenwerkend Toezicht Jeugd (STJ)", "stj"),
    (re.compile(r"Toezicht Sociaal Domein|\bTSD\b"), "Toezicht Sociaal Domein (TSD)", "tsd"),
    (re.compile(r"Inspectie Gezondheidszorg en Jeugd|\bIGJ\b"), "Inspectie Gezondheidszorg en Jeugd (IGJ)", "igj"),
    (re.compile(r"Inspectie Jeugdzorg"), "Inspectie Jeugdzorg", "ij"),
)
#: A first line that is nothing but a name of an inspectorate: "Fictieve inspectie", "Inspectie van het Onderwijs".
_INSPECTIE = re.compile(
    r"(?:[A-Z][\w-]+ )?[Ii]nspecties?(?: (?:van|voor) (?:de|het))?(?: [A-Z][\w-]+(?:(?:,| en) [A-Z][\w-]+){0,3})?"
)
_STUURTEKEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ufeff]")


def schoon(tekst: str) -> str:
    """The text as a cell of a levering holds it: on one line, single spaces, no control characters.

    No longer than LANGSTE_CEL; what is that long has to be shortened before acceptance (`bezwaren`).
    """
    zonder = _STUURTEKEN.sub(" ", tekst).encode("utf-8", "replace").decode("utf-8")
    return " ".join(zonder.split())[:LANGSTE_CEL]


def slug(tekst: str, langste: int = LANGSTE_ID) -> str:
    """Lower case letters, digits and hyphens; "" when nothing of the text remains."""
    kaal = "".join(t for t in unicodedata.normalize("NFKD", tekst.casefold()) if not unicodedata.combining(t))
    heel = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’‘`´]", "", kaal)).strip("-")
    return heel if len(heel) <= langste else heel[:langste].rsplit("-", 1)[0].strip("-") or heel[:langste]


def vrij(voorkeur: str, bezet: Collection[str]) -> str:
    """The id itself, or with -2, -3, … the first that is not taken."""
    nummer, kandidaat = 1, voorkeur
    while kandidaat in bezet:
        nummer += 1
        kandidaat = f"{voorkeur}-{nummer}"
    return kandidaat


def lijkt(een: str, ander: str) -> float:
    """How alike two names are, 0 to 100; 100 is the same letters."""
    a, b = gewoon(een), gewoon(ander)
    if not a or not b:
        return 0.0
    if a == b:
        return 100.0
    return min(fuzz.ratio(a, b), 99.0)


def beste(naam: str, namen: Iterable[str]) -> tuple[str, float]:
    """The most alike of these names and how alike it is; ("", 0) when there is none. The first wins a tie."""
    gekozen, hoogste = "", 0.0
    for kandidaat in namen:
        score = lijkt(naam, kandidaat)
        if score > hoogste:
            gekozen, hoogste = kandidaat, score
    return gekozen, hoogste


def uitgever(document: Document) -> tuple[str, str]:
    """Who published the report, as the store names it, and what ids begin with; ("", "rapport") when it does not say.

    A name that the first pages give goes before one further on; without a known one, a first line that has the form of
    a name of an inspectorate is taken, which `bekende_uitgever` denies.
    """
    teksten = [tekst for _, tekst in document.teksten()]
    for deel in (teksten[:60], teksten):
        geheel = "\n".join(deel)
        for patroon, naam, voorvoegsel in UITGEVERS:
            if patroon.search(geheel):
                return naam, voorvoegsel
    alineas = (blok for blok in document.blokken[:1] if isinstance(blok, Alinea))
    eerste = next((schoon(regel) for alinea in alineas for regel in alinea.regels if regel.strip()), "")
    return (eerste if _INSPECTIE.fullmatch(eerste) else ""), "rapport"


def bekende_uitgever(naam: str) -> bool:
    """Whether a name is one that the store has for who publishes, not one that only a first line gives."""
    return any(naam == bekend for _, bekend, _ in UITGEVERS)


def in_woorden(datum: str) -> str:
    """A date, a month or a year in Dutch words: 25 november 2014, juni 2015, 2015; as it is when it is none."""
    delen = datum.split("-")
    if not all(deel.isdecimal() for deel in delen) or (len(delen) > 1 and not 1 <= int(delen[1]) <= 12):
        return datum
    maand = [MAANDEN[int(delen[1]) - 1]] if len(delen) > 1 else []
    dag = [str(int(delen[2]))] if len(delen) > 2 else []
    return " ".join([*dag, *maand, delen[0]])


def opsomming(woorden: Iterable[str]) -> str:
    """a, b en c."""
    lijst = list(woorden)
    return " en ".join([", ".join(lijst[:-1]), lijst[-1]]) if len(lijst) > 1 else "".join(lijst)
