"""Where signs stand in a text, and whether they count there.

A sign counts at the start of the cell, alone on a line, between two sentences, or right beside another sign. Anything
else that may be one is told apart, so that whoever reads the text can say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from data.rapporten.oordelen.opmaak import zonder_opmaak

VOLDOET, VERBETERPUNT, GEMENGD, NIET_BEOORDEELD = "voldoet", "verbeterpunt", "gemengd", "niet_beoordeeld"

#: Signs that stand for nothing else, with what they say.
_VAST = dict.fromkeys("✓✔√☑🗸🗹✅\uf0fc\uf0fe", VOLDOET) | dict.fromkeys("✗✘☒╳×✕✖☓❌\uf0fb\uf0fd", VERBETERPUNT)
#: Letters of the fonts Wingdings, and letters that look like an X: a sign, but never without a doubt.
_LETTERS = {"ü": VOLDOET, "þ": VOLDOET, "û": VERBETERPUNT, "ý": VERBETERPUNT}
_LIJKT_OP_X = dict.fromkeys("ХхΧχ", VERBETERPUNT)  # Cyrillic and Greek
#: What a Wingdings letter prints.
_AFDRUK = {"\uf0fc": "✓", "\uf0fe": "☑", "\uf0fb": "✗", "\uf0fd": "☒", "ü": "✓", "þ": "☑", "û": "✗", "ý": "☒"}

_VASTE = "".join(_VAST)
_TEKEN = re.compile(
    rf"(?P<vast>[{_VASTE}])"
    rf"|(?:(?<![\w'’/&.-])|(?<=[{_VASTE}][/&.-]))(?P<x>[XxХхΧχ])(?![\w'’])(?![/&-](?!\s?[{_VASTE}]))(?!\.\w)"
    r"|(?<!\S)(?P<letter>[üûþý])(?!\S)"
)
#: An X that may have been glued to what stood before it when a cell border was lost.
_GEPLAKT = re.compile(r"X(?=\s+[A-ZÀ-Þ‘'\"“])|(?<![^\W\d_])X\s*$")
#: May stand before the first sign: bullets, opening brackets and quotes.
AANLOOP = re.compile(r"[\s\-–—•·*▪●o(\[‘'\"“]*")
#: May stand between two signs that belong together ("✓ / X", "✓ en X", "✓ deels X").
_TUSSEN = re.compile(
    r"\s*[)\]]?\s*"
    r"(?:[/|\\&+,;:.–—→>-]|en|of|maar|en/of|(?:maar )?(?:ten )?(?:deels?|dele)|gedeeltelijk|wel)?"
    r"\s*[(\[]?\s*"
)
_VERVOLGD = re.compile(rf"\s*[)\]]?\s*(?:[/|\\&+,;–—→>-]|en|of|en/of)?\s*[(\[]?(?:[{_VASTE}]|[Xx](?!\w))")
_ZINSEINDE = re.compile(r"[.!?:;…][)\]”\"’']*\s*$|[)\]”\"]\s*$")
_BEGIN_VAN_ZIN = re.compile(r"\s*(?:$|[A-ZÀ-Þ0-9‘'\"“(\[…])")
#: A letter that stands for a name or a number of times: "gezin X", "een paar x".
_ALLEEN_X = re.compile(r"(?<![\w'’/&.-])[XxХхΧχ](?![\w'’/&-])(?!\.\w)")
_NAAM_VOOR_X = re.compile(
    r"(?i)(?:\b(?:\w*(?:gezin|casus|partij|cliënt|client|ouder|kind|organisatie|gemeente|moeder|vader|jongere|instelling|school|"
    r"wijk|team|persoon|familie|dossier|professional|medewerker|aanbieder|regio|bijlage|hoofdstuk|paragraaf|tabel|"
    r"figuur|punt|fase|stap|generatie|zaak|aanpak|locatie|buurt|plaats)(?:nen|en|s|ren)?|meneer|mevrouw|(?:dhr|mevr|mw|hr)\.?|"
    r"meisje|jongen|dochter|zoon|aantal|paar|hoeveel|zoveel|enkele|meerdere|elke|iedere|één|een|twee|drie|vier|vijf|zes)|(?<!\d)\d{1,3})\s*$"
)


@dataclass(frozen=True)
class Teken:
    """A sign in a text: where, as printed, what it says, and whether it can be anything else."""

    begin: int
    einde: int
    afdruk: str
    uitkomst: str
    zeker: bool


def vind_tekens(schoon: str) -> tuple[list[Teken], list[str]]:
    """The signs of a text without markup that count, and those that stand where a sign does not count.

    When none counts, a sign at the very end of the text does, as an uncertain one.
    """
    tekens: list[Teken] = []
    los: list[Teken] = []
    for vondst in _TEKEN.finditer(schoon):
        plaats = _plaats(schoon, vondst, tekens[-1].einde if tekens else None)
        if plaats == "geen":
            continue
        afdruk, uitkomst = _wat(vondst[0])
        zeker = plaats == "vast" and not vondst["letter"] and vondst[0] not in _LIJKT_OP_X
        teken = Teken(vondst.start(), vondst.end(), afdruk, uitkomst, zeker)
        (los if plaats == "los" else tekens).append(teken)
    if not tekens and los and not schoon[los[-1].einde :].strip(" .)]"):
        tekens.append(replace(los.pop(), zeker=False))
    gezien = {teken.begin for teken in (*tekens, *los)}
    geplakt = ["X" for vondst in _GEPLAKT.finditer(schoon) if vondst.start() not in gezien]
    if {teken.uitkomst for teken in tekens} == {VOLDOET}:
        gezien |= {vondst.start() for vondst in _GEPLAKT.finditer(schoon)}
        geplakt += [schoon[plek] for plek in _losse_x(schoon) if plek not in gezien]
    return tekens, [teken.afdruk for teken in los] + geplakt


def _losse_x(schoon: str) -> list[int]:
    """Where an X stands by itself and is no name (gezin X) and no number of times (3 x hulp)."""
    return [
        vondst.start()
        for vondst in _ALLEEN_X.finditer(schoon)
        if not _NAAM_VOOR_X.search(schoon[max(0, vondst.start() - 40) : vondst.start()])
    ]


def opent_cel(regel: str, *, na_wit: bool = True) -> bool:
    """Whether a line of running text opens a cell: a sign at its start, then the start of a sentence or nothing.

    `na_wit`: a blank line stood before it; then a letter followed by a small letter opens a (doubtful) cell too.
    """
    schoon = zonder_opmaak(regel)
    vondst = _TEKEN.match(schoon)
    if not vondst or _plaats(schoon, vondst, None) == "geen":
        return False
    return bool(
        vondst["vast"] or _BEGIN_VAN_ZIN.match(schoon, na_teken(schoon, vondst.end())) or (na_wit and vondst["x"])
    )


def bevat_teken(tekst: str) -> bool:
    """Whether anything in a text may be a sign: used where no cell is read, so that no sign is lost in silence."""
    return _met_teken(tekst)


@lru_cache(maxsize=4096)
def _met_teken(tekst: str) -> bool:
    tekens, los = vind_tekens(zonder_opmaak(tekst))
    return bool(tekens or los)


def begint_met_teken(tekst: str) -> bool:
    """Whether a text starts with a sign that counts."""
    schoon = zonder_opmaak(tekst)
    tekens, _ = vind_tekens(schoon)
    return bool(tekens) and AANLOOP.fullmatch(schoon[: tekens[0].begin]) is not None


def na_teken(schoon: str, einde: int) -> int:
    """Where the text after a sign starts: behind a closing bracket and a colon, dash or point of its own."""
    vondst = _EIGEN.match(schoon, einde)
    return vondst.end() if vondst else einde


_EIGEN = re.compile(r"[)\]]?[.:;,]?(?: [–—-](?= ))?[^\S\n]*")


def _wat(teken: str) -> tuple[str, str]:
    """A sign as printed, and what it says."""
    if teken in "Xx":
        return teken, VERBETERPUNT
    return _AFDRUK.get(teken, teken), (_VAST | _LETTERS | _LIJKT_OP_X)[teken]


def _plaats(schoon: str, vondst: re.Match[str], vorige: int | None) -> str:
    """Where a sign stands: `vast` (it counts), `twijfel` (so too, uncertain), `los` (it does not), `geen` (no sign).

    `vorige`: where the sign before it that counts ends.
    """
    voor, na = schoon[: vondst.start()], schoon[na_teken(schoon, vondst.end()) :]
    if _is_rekenteken(vondst[0], voor, schoon[vondst.end() :]):
        return "geen"
    vervolgd = _VERVOLGD.match(schoon, vondst.end()) is not None
    begint_zin = na.startswith("\n") or vervolgd or bool(_BEGIN_VAN_ZIN.match(na))
    if vorige is not None and not vondst["letter"] and _TUSSEN.fullmatch(schoon[vorige : vondst.start()]):
        return "vast" if begint_zin or vondst["vast"] else "twijfel"
    if AANLOOP.fullmatch(voor) or voor.endswith("\n"):
        return _aan_begin(voor, na, begint_zin=begint_zin, vondst=vondst)
    if _ZINSEINDE.search(voor) and begint_zin and not vondst["letter"]:
        return "vast" if na.strip() else "los"
    # "gezin X. Hier" and "gezin X heeft" are words; "geregeld X Er is" may be a cell that lost its border
    los = vondst["vast"] or (not vondst["letter"] and _BEGIN_VAN_ZIN.match(schoon, vondst.end()))
    return "los" if los else "geen"


def _aan_begin(voor: str, na: str, *, begint_zin: bool, vondst: re.Match[str]) -> str:
    """The place of a sign at the start of the text or of a line."""
    if vondst["vast"]:
        return "vast"
    # a box with a cross in it ([x], (x)) may just as well mean "ticked"
    if voor.rstrip().endswith(("[", "(")):
        return "twijfel"
    if voor.strip() and not voor.endswith("\n"):
        return "twijfel" if not begint_zin else "vast"
    if begint_zin:
        alleen = not na or na.startswith("\n")
        return "vast" if not voor or alleen or _ZINSEINDE.search(voor) else "twijfel"
    if voor and vondst["x"] and _ZINSEINDE.search(voor):
        return "twijfel"
    return "twijfel" if not voor and vondst["x"] else "geen"


def _is_rekenteken(teken: str, voor: str, na: str) -> bool:
    """Whether a sign is arithmetic: 3 × per week, 2 x 4, √2."""
    if teken == "√":
        return bool(re.match(r"\d", na))
    if teken not in "×xX":
        return False
    return (
        bool(re.search(r"\d\s?$", voor)) and not re.search(r"\n\s*$", voor) and not re.match(r"\s*(?:$|[A-ZÀ-Þ])", na)
    )
