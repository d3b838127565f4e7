"""What one cell of a verdict table says: by its sign, and every doubt about it.

Where a sign counts, tekenplaats.py knows. Anything else that may be one is never passed over in silence: it gives a
doubt.
"""

from __future__ import annotations

import re
from itertools import pairwise

from data.rapporten.gelezen import CelLezing, Soort, Twijfel
from data.rapporten.oordelen.opmaak import zonder_opmaak
from data.rapporten.oordelen.tegenspraak import spreekt_tegen
from data.rapporten.oordelen.tekenplaats import (
    AANLOOP,
    GEMENGD,
    NIET_BEOORDEELD,
    VERBETERPUNT,
    VOLDOET,
    Teken,
    na_teken,
    vind_tekens,
)
from data.rapporten.oordelen.woordoordelen import is_leeg, lees_woord
from data.rapporten.woorden import in_het_kort, voeg_regels

_LET_OP = re.compile(r"(?:(?<=^)|(?<=[\s(]))(?:LET OP\b|Let op:)\s*:?")
#: What may stand between two signs that are printed as one pair.
_TUSSEN = re.compile(r"\s*(?:[/&+(–—-]|en)?\s*")

#: What some print for a verdict, but stands for none that we know.
_VREEMD = re.compile(r"(?P<wat>±|\+\s?/\s?[-–]|\++|[Vv]|[Oo0]|[○●◯⬤◐◑◒◓■□▲▼►★☆☺☹🙂🙁👍👎?!=~≈])(?=\s|$)")


def lees_cel(tekst: str, *, woorden: bool = False) -> CelLezing:
    """What a cell says; its doubts carry no place yet.

    `woorden`: the column holds words instead of signs, so a word at the start of the cell is read as the verdict
    ("Voldoet niet: …", "-" beside "+"). A cell that is one such word as a whole is always read, with a doubt.
    """
    schoon = zonder_opmaak(tekst)
    tekens, los = vind_tekens(schoon)
    if not tekens:
        return _zonder_teken(schoon, woorden=woorden, los=los)
    uitkomsten = {teken.uitkomst for teken in tekens}
    uitkomst = uitkomsten.pop() if len(uitkomsten) == 1 else GEMENGD
    rest = _zonder(schoon, tekens) if uitkomst != GEMENGD else _zonder_paar(schoon, tekens)
    toelichting, opmerking = _zet_apart(rest)
    twijfels = [*_over_tekens(tekens, los), *_over_tekst(uitkomst, toelichting)]
    gedrukt = " ".join(teken.afdruk for teken in tekens[:6])
    return CelLezing(uitkomst, gedrukt, toelichting, opmerking, tuple(twijfels))


def _over_tekens(tekens: list[Teken], los: list[str]) -> list[Twijfel]:
    """The doubts about the signs of a cell themselves."""
    twijfels = []
    if len(tekens) > 1:
        gedrukt = " en ".join(teken.afdruk for teken in tekens[:6])
        twijfels.append(Twijfel(Soort.TWEE_TEKENS, f"In deze cel staat meer dan één teken: {gedrukt}."))
    onzeker = [teken.afdruk for teken in tekens if not teken.zeker]
    if onzeker:
        twijfels.append(
            Twijfel(Soort.ONZEKER_TEKEN, f"Het is niet zeker dat hier een teken staat; gelezen als {onzeker[0]}.")
        )
    if los:
        twijfels.append(
            Twijfel(Soort.ONZEKER_TEKEN, f"Midden in de tekst staat ook nog {los[0]}: hoort dat bij het oordeel?")
        )
    return twijfels


def _over_tekst(uitkomst: str, toelichting: str) -> list[Twijfel]:
    """The doubt about a sign and a text at odds."""
    if uitkomst == VOLDOET and spreekt_tegen(uitkomst, toelichting):
        return [Twijfel(Soort.TEKEN_EN_TEKST, "Het oordeel is ‘voldoet’, maar de tekst lijkt een tekort te noemen.")]
    if uitkomst == VERBETERPUNT and spreekt_tegen(uitkomst, toelichting):
        return [
            Twijfel(Soort.TEKEN_EN_TEKST, "Het oordeel is ‘verbeterpunt’, maar de tekst noemt alleen wat in orde is.")
        ]
    return []


def _zonder_teken(schoon: str, *, woorden: bool, los: list[str]) -> CelLezing:
    """What a cell without a sign says: nothing, a word for a verdict, or only a text."""
    woord = lees_woord(schoon, in_kolom=woorden)
    if woord:
        uitkomst, gedrukt, rest = woord
        toelichting, opmerking = _zet_apart(rest)
        zin = f"Er staat geen teken maar het woord ‘{gedrukt}’; gelezen als {uitkomst}."
        twijfels = [Twijfel(Soort.ONZEKER_TEKEN, zin), *_over_tekens([], los), *_over_tekst(uitkomst, toelichting)]
        return CelLezing(uitkomst, gedrukt, toelichting, opmerking, tuple(twijfels))
    if is_leeg(schoon):
        letters = any(teken.isalnum() for teken in schoon)
        zin = f"De cel zegt ‘{schoon}’: niet beoordeeld." if letters else "De cel is leeg: niet beoordeeld."
        return CelLezing(NIET_BEOORDEELD, "", schoon if letters else "", "", (Twijfel(Soort.LEGE_CEL, zin),))
    toelichting, opmerking = _zet_apart(schoon)
    kort = in_het_kort(schoon, 60)
    zin = f"Er staat wel tekst maar geen herkend teken; gelezen als niet beoordeeld: ‘{kort}’."
    vreemd = _VREEMD.match(schoon)
    if vreemd:
        zin = f"Deze cel begint met ‘{vreemd['wat']}’, geen bekend teken; niet gelezen als oordeel: ‘{kort}’."
    twijfels = [Twijfel(Soort.GEEN_TEKEN, zin), *_over_tekens([], los)]
    return CelLezing(NIET_BEOORDEELD, "", toelichting, opmerking, tuple(twijfels))


def _zonder_paar(schoon: str, tekens: list[Teken]) -> str:
    """A mixed cell without signs that stand side by side; otherwise each stays with the sentence that it judges."""
    tussen = (schoon[na_teken(schoon, een.einde) : ander.begin] for een, ander in pairwise(tekens))
    begin, einde = tekens[0].begin, na_teken(schoon, tekens[-1].einde)
    # below another sign, the text behind a sign is what that one judges
    onder = "\n" in schoon[begin:einde] and not schoon.startswith("\n", einde)
    if onder or not all(teken.zeker for teken in tekens) or not all(map(_TUSSEN.fullmatch, tussen)):
        return schoon
    return f"{schoon[:begin].rstrip()} {schoon[einde:].lstrip()}".strip(" ")


def _zonder(schoon: str, tekens: list[Teken]) -> str:
    """The text without its signs and what ties them to it (brackets, colon, dash)."""
    delen, vorige = [], 0
    for teken in tekens:
        delen.append(schoon[vorige : teken.begin])
        vorige = na_teken(schoon, teken.einde)
    delen.append(schoon[vorige:])
    if AANLOOP.fullmatch(delen[0]):
        delen[0] = ""
    return " ".join(deel.strip(" ") for deel in delen if deel.strip(" "))


def _zet_apart(schoon: str) -> tuple[str, str]:
    """The text, and the remark that the report sets apart (LET OP: …)."""
    vondst = _LET_OP.search(schoon)
    if not vondst:
        return voeg_regels(schoon.split("\n")), ""
    voor, apart = schoon[: vondst.start()].rstrip(" ("), schoon[vondst.start() :]
    return voeg_regels(voor.split("\n")), voeg_regels(apart.split("\n"))
