"""The facts of one part of a letter, asked from the queries: what its sentences are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from pagina.beeld.status import BEWIJS, VERTELD
from pagina.uitvoer.brief.deel import Deel
from pagina.uitvoer.brief.namen import Namen
from pagina.uitvoer.brief.uitslag import Ronde, Uitslag
from pagina.uitvoer.brief.voorbehoud import Omstandigheid
from pagina.uitvoer.inhoud.rijen import Rij, rijen
from pagina.uitvoer.inhoud.vrager import Vrager

_BEOORDEELD = frozenset({"opgepakt", "deels_opgepakt", "niet_opgepakt"})
#: Between the names of several things in one cell of an answer.
_EN = " + "


def uitslag_van(
    vrager: Vrager, namen: Namen, deel: Deel, *, cellen: Sequence[Rij], metingen: Sequence[Mapping[str, Any]]
) -> Uitslag:
    """What a part comes to. cellen: rows of cellen.sql. metingen: those of selectie_metingen.sql."""
    keuze, periode = namen.keuze, deel.periode or {}
    punten = [cel for cel in cellen if cel["was_verbeterpunt"]]
    totaal = rijen(vrager, "totalen", **deel.parameters)[0]
    # a cell that holds several steps does not say which of them was mixed
    gemengd = sum("gemengd" in str(cel["uitkomst_van"]) for cel in punten)
    return Uitslag(
        kader=namen.kaders.woord(deel.kader),
        jaar_van=periode["jaar_van"],
        jaar_naar=periode["jaar_naar"],
        eenheid=keuze.eenheid,
        verloop=keuze.verloop,
        totaal=totaal,
        per_gemeente=rijen(vrager, "cijfers", **deel.parameters, per="gemeente"),
        beoordeeld=list(dict.fromkeys(str(cel["gemeente"]) for cel in sorted(cellen, key=itemgetter("gemeente")))),
        rondes=_rondes(vrager, metingen),
        waar=namen.waar(),
        in_gemeenten=namen.in_gemeenten(),
        gekozen=bool(keuze.van("gemeenten") or keuze.van("provincies")),
        uitgevers=_uitgevers(vrager, deel),
        gemengd=gemengd if len(punten) == totaal["vastgesteld"] else 0,
        opvolgers=_opvolgers(punten),
        getoetst=_getoetst(vrager, namen, deel, punten),
        eerder=_eerder(cellen),
        woord=rijen(vrager, "eerste_oordelen", **deel.parameters),
        buiten=_buiten(vrager, deel, cellen),
        op_bewijs=bool(keuze.van("bewijzen")),
    )


def _buiten(vrager: Vrager, deel: Deel, cellen: Sequence[Rij]) -> frozenset[str]:
    """The gemeenten without a cell of which something was judged in the first year all the same."""
    # a choice of bewijs leaves out what was tested otherwise, or not: it was judged in the first year as well
    geoordeeld = rijen(vrager, "eerste_oordelen", **deel.parameters | {"bewijzen": None})
    return frozenset(str(rij["gemeente"]) for rij in geoordeeld) - {str(cel["gemeente"]) for cel in cellen}


def _eerder(cellen: Sequence[Rij]) -> frozenset[str]:
    """Of what met the norm, what is of before the first year: 'voldeed', and 'teruggevallen' where it fell back."""
    voldeed = [cel for cel in cellen if cel["overgenomen"] and not cel["was_verbeterpunt"]]
    terug = any(cel["status"] == "teruggevallen" for cel in voldeed)
    return frozenset(["voldeed"] * bool(voldeed) + ["teruggevallen"] * terug)


def _rondes(vrager: Vrager, metingen: Sequence[Mapping[str, Any]]) -> tuple[Ronde, ...]:
    """The rounds of research that the first metingen of the selection belong to."""
    hier = {m["ronde_id"] for m in metingen if m["kant"] == "van"}
    return tuple(
        Ronde(rij["ronde"], int(rij["aantal_gemeenten"]), tuple(str(rij["gemeenten_hier"]).split(", ")))
        for rij in rijen(vrager, "dekking")
        if rij["ronde_id"] in hier
    )


def _uitgevers(vrager: Vrager, deel: Deel) -> list[str]:
    """Who published the rapporten behind a part, each once."""
    bronnen = rijen(vrager, "selectie_rapporten", **deel.parameters)
    return list(dict.fromkeys(str(rij["uitgever"]) for rij in bronnen if rij["uitgever"]))


def _opvolgers(punten: list[Rij]) -> dict[str, tuple[list[str], list[str]]]:
    """Per gemeente where another aanpak was looked at later: the aanpakken of before, and those that took over."""
    over = [p for p in punten if p["aanpak_naar"] and not _namen(p, "aanpak_naar") <= _namen(p, "aanpak_van")]
    over.sort(key=itemgetter("gemeente", "gemeente_code"))
    uit = {}
    for (gemeente, _), groep in groupby(over, key=itemgetter("gemeente", "gemeente_code")):
        rijen_ = list(groep)
        van = sorted(set().union(*(_namen(rij, "aanpak_van") for rij in rijen_)))
        naar = sorted(set().union(*(_namen(rij, "aanpak_naar") for rij in rijen_)) - set(van))
        uit[str(gemeente)] = (van, naar)
    return uit


def _namen(cel: Rij, kolom: str) -> set[str]:
    return set(str(cel[kolom]).split(_EN))


def _getoetst(vrager: Vrager, namen: Namen, deel: Deel, punten: list[Rij]) -> tuple[int, int] | None:
    """What was assessed by a test and not by word, and how many of that were picked up; None where none can be."""
    keuze = namen.keuze
    if keuze.eenheid == "gemeente":
        # here a cell is what counts; one that rests on a test and on word together is left out
        toets = [p for p in punten if p["status"] in _BEOORDEELD and not VERTELD & _namen(p, "bewijs_naar")]
        return len(toets), sum(p["status"] == "opgepakt" for p in toets)
    mag = [bewijs for bewijs in (keuze.van("bewijzen") or BEWIJS) if bewijs not in VERTELD]
    if not mag:
        return None
    rij = rijen(vrager, "totalen", **deel.parameters | {"bewijzen": mag})[0]
    return int(rij["beoordeeld"]), int(rij["opgepakt"])


def rond_van(vrager: Vrager, namen: Namen, deel: Deel, *, meer: bool) -> Omstandigheid:
    """What stands around the figures of a part; `meer`: whether the letter has other parts."""
    keuze = namen.keuze
    andere = "gemeente" if keuze.eenheid == "aanpak" else "aanpak"
    return Omstandigheid(
        metingen=rijen(vrager, "selectie_metingen", **deel.parameters),
        grenzen=rijen(vrager, "selectie_grenzen", **deel.parameters),
        anders_geteld=rijen(vrager, "totalen", **deel.parameters | {"eenheid": andere})[0],
        bewijs=bool(keuze.van("bewijzen")),
        onderwerp=bool(keuze.van("onderwerpen")),
        thema=any(rij["thema_reden"] for rij in rijen(vrager, "indicatoren") if rij["kader_id"] == deel.kader),
        meer=meer,
    )
