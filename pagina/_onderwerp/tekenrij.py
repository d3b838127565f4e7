"""A course over time as a small row of signs: what each meting printed, year by year. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from pagina.beeld.status import STAND_ACTIE, UITKOMST, Beeld, is_verteld, statusbeeld, uitkomstbeeld
from pagina.delen import web

#: With more years than this the years do not fit as columns: then they stand within the row, with the sign alone.
MEEST_KOLOMMEN = 3

NIET_AFGEDRUKT = "niet afgedrukt"
Meting = Mapping[str, Any]


def jaren(loop: Iterable[Mapping[str, Any]]) -> list[int]:
    """The years in which anything was printed in these rows of onderwerp_verloop.sql."""
    return sorted({int(meting["jaar"]) for rij in loop for meting in rij["metingen"]})


def gezien(loop: Iterable[Mapping[str, Any]]) -> list[Beeld]:
    """The signs that occur in these rows, in the order of a legend."""
    aanwezig = {uitkomstbeeld(meting["uitkomst"], meting["bewijs"]) for rij in loop for meting in rij["metingen"]}
    return [beeld for getoetst in UITKOMST.values() for beeld in (getoetst, getoetst.verteld) if beeld in aanwezig]


def jaarcellen(rij: Mapping[str, Any], kolommen: Sequence[int], *, donker: bool) -> list[Markup]:
    """One cell per year; empty where the line of the aanpak has no meting in that year."""
    return [
        web.regels(
            _met_bron(meting, rij["aanpak"], donker=donker) for meting in rij["metingen"] if meting["jaar"] == jaar
        )
        for jaar in kolommen
    ]


def tekenrij(rij: Mapping[str, Any], *, donker: bool) -> Markup:
    """All metingen in one cell: year and sign, in order of time; the words are read aloud.

    The aanpak is named where another one takes over.
    """
    delen, aanpak = [], rij["aanpak"]
    for meting in rij["metingen"]:
        if meting["aanpak"] != aanpak:
            aanpak = meting["aanpak"]
            delen.append(web.stil(f"→ {aanpak}:"))
        delen.append(_jaarteken(meting, donker=donker))
    # wide enough for a few signs beside each other; and what is only read aloud stays within the scrolling table
    return Markup('<div class="vp-rij" style="min-width:16rem;position:relative">{}</div>').format(
        Markup(" ").join(delen)
    )


def als_tekst(rij: Mapping[str, Any]) -> str:
    """The same course in words: '2013 verbeterpunt → 2014 voldoet (Sociale Wijkteams, volgens de gemeente)'."""
    return " → ".join(
        f"{meting['jaar']} {_woord(meting)}" + (f" ({bron})" if (bron := _bron(meting, rij["aanpak"])) else "")
        for meting in rij["metingen"]
    )


def sindsdien(rij: Mapping[str, Any], *, donker: bool) -> Markup:
    """What became of the first known uitkomst, by the view verloop; told apart from tested."""
    if rij["status"] is None:
        return escape("nooit beoordeeld")
    punt, verteld = bool(rij["was_verbeterpunt"]), is_verteld(rij["bewijs_naar"])
    beeld = statusbeeld(rij["status"], was_verbeterpunt=punt, verteld=verteld)
    return web.regels([web.merk(beeld, donker=donker), web.stil(op_wiens_woord(rij))])


def op_wiens_woord(rij: Mapping[str, Any]) -> str:
    """Whether a follow-up was tested, beside a sign that says by whose word it is; empty where nothing followed."""
    if rij["bewijs_naar"] is None or rij["status"] in {None, "niet_beoordeeld"}:
        return ""
    return "niet opnieuw getoetst" if is_verteld(rij["bewijs_naar"]) else "opnieuw getoetst"


def nu(rij: Mapping[str, Any]) -> str:
    """What is known now, by the view stand; of a line that split, at how many of its aanpakken it is open."""
    open_, bekend, standen = (int(rij[f"nu_{naam}"]) for naam in ("open", "bekend", "standen"))
    if not standen:
        return "geen stand: de aanpak is gestopt" if rij["status"] is not None else "niet bekend"
    if open_:
        waar = f" bij {open_} van {standen} aanpakken" if standen > 1 else ""
        return f"open{waar}, sinds {rij['sinds']}{_gemeld(rij, open_)}"
    if bekend == standen:
        return "niet open"
    return f"niet bekend bij {standen - bekend} van {standen} aanpakken" if standen > 1 else "niet bekend"


def _gemeld(rij: Mapping[str, Any], open_: int) -> str:
    """That the gemeente says it was done; of a line that split, of how many of its open aanpakken."""
    aantal = int(rij["nu_gemeld"])
    beeld = STAND_ACTIE["gemeld"]
    return f"; {beeld.merk}{f' bij {aantal} van {open_}' if open_ > 1 else ''}" if aantal else ""


def _met_bron(meting: Meting, aanpak: str, *, donker: bool) -> Markup:
    beeld = uitkomstbeeld(meting["uitkomst"], meting["bewijs"])
    teken = web.merk(beeld, donker=donker) if beeld else web.stil(NIET_AFGEDRUKT)
    return web.regels([teken, web.stil(meting["aanpak"] if meting["aanpak"] != aanpak else "")])


def _jaarteken(meting: Meting, *, donker: bool) -> Markup:
    beeld = uitkomstbeeld(meting["uitkomst"], meting["bewijs"])
    niets = Markup('–<span class="vp-gelezen">{}</span>').format(NIET_AFGEDRUKT)
    teken = web.merk(beeld, donker=donker, kort=True) if beeld else niets
    verteld = " verteld" if is_verteld(meting["bewijs"]) else ""
    return Markup('<span><span class="vp-stil">{}</span> {}{}</span>').format(meting["jaar"], teken, web.stil(verteld))


def _woord(meting: Meting) -> str:
    return UITKOMST[meting["uitkomst"]].woord if meting["uitkomst"] else NIET_AFGEDRUKT


def _bron(meting: Meting, aanpak: str) -> str:
    """What a sign rests on, where that is not a test of the aanpak itself."""
    delen = [meting["aanpak"] if meting["aanpak"] != aanpak else ""]
    delen.append("volgens de gemeente" if is_verteld(meting["bewijs"]) else "")
    return ", ".join(deel for deel in delen if deel)
