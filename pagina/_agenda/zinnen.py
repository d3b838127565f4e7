"""What the Agenda says in words: pure functions of rows of agenda.sql."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pagina.beeld import zinnen
from pagina.beeld.status import BEVINDING

Rij = Mapping[str, Any]

SOORTEN = {"verbeterpunt": "verbeterpunt", "actiepunt": "actiepunt"}
STANDEN = {
    "open": "open",
    "gestopt": "open, aanpak gestopt",
    "onbekend": "stand onbekend",
    "gemeld": "gemeld door de gemeente",
    "opgepakt": "opgepakt",
    "vervallen": "vervallen",
}
TERMIJNEN = {
    "over_tijd": "over tijd",
    "loopt": "nog niet over tijd",
    "geen_einddatum": "aangekondigd zonder einddatum",
    "geen_datum": "geen datum aangekondigd",
}
#: The same behind a number, in a sentence.
_AANTAL_MET = {**TERMIJNEN, "geen_datum": "zonder aangekondigde datum"}
#: Closed: shown only to who asks for it.
GESLOTEN = ("opgepakt", "vervallen")
#: Names in one sentence; more become a number.
NAMEN = 3


#: What the words of the page mean, and what they do not say.
LEESWIJZER = (
    "- **Peildatum.** De agenda toont wat volgens deze verzameling nu open staat, gezien vanaf de peildatum: die "
    "bepaalt hoe lang iets open staat en wat over tijd is. Wat inmiddels is opgepakt, staat er niet bij, ook niet "
    "bij een peildatum in het verleden.\n"
    "- **Over tijd.** De laatste dag van de aangekondigde opvolging ligt vóór de peildatum, en in deze verzameling "
    "staat het punt nog open. De opvolging kan er wel zijn geweest, in een rapport dat hier niet is.\n"
    "- **Geen datum aangekondigd** is iets anders dan op tijd: er is dan niets om aan te toetsen.\n"
    "- **Verbeterpunten per indicator** hebben zelf geen datum. Zij krijgen er alleen een als het rapport van hun "
    "laatste oordeel opvolging aankondigt bij een actiepunt of toezegging die aan diezelfde indicator en aanpak is "
    "gekoppeld. Die koppeling is onze lezing.\n"
    "- **Open sinds.** Bij een verbeterpunt per indicator: het peiljaar sinds wanneer het open staat, zonder een "
    "voldoende ertussen. De jaren tellen vanaf 31 december van dat jaar. Bij een actiepunt: de maand waarin het "
    "rapport verscheen; de jaren tellen vanaf de laatste dag daarvan. Het zijn hele jaren.\n"
    "- **Gemeld** betekent dat de gemeente zegt dat het is opgepakt. Niemand heeft dat getoetst, dus het telt niet "
    "als opgepakt. Een verbeterpunt per indicator blijft daarom open, met ◇ ernaast, tot een latere meting er iets "
    "anders over zegt.\n"
    "- **Stand onbekend.** Aanpakken zijn samengegaan, en niet van alle is bekend hoe de indicator ervoor staat. "
    "Onbekend telt niet als open en niet als opgepakt.\n"
    f"- **Thema.** {zinnen.THEMA}"
)


def aangekondigd(van: object, tot: object) -> str:
    """When follow-up was announced for: 'juni tot en met augustus 2015'; empty text where it was not."""
    begin, einde = zinnen.deeldatum(van), zinnen.deeldatum(tot)
    if begin and einde and begin != einde:
        jaar = f" {str(tot)[:4]}"
        kort = begin.removesuffix(jaar) if begin.endswith(jaar) and einde.endswith(jaar) else begin
        return f"{kort} tot en met {einde}"
    if einde:
        return einde if begin else f"tot en met {einde}"
    return f"vanaf {begin}" if begin else ""


def herkomst(rij: Rij) -> str:
    """Where the time of a point comes from: a verbeterpunt has none of its own; empty text where there is no time."""
    return f"volgt uit een {BEVINDING[rij['via_soort']].een} over dezelfde indicator" if rij["via_soort"] else ""


def aan_zet(rij: Rij) -> str:
    """Who should act: whom the rapport names, or the gemeente with its aanpak; of a merged one who is there now."""
    nu = f" (nu {rij['gemeente_nu']})" if rij["gemeente_nu"] else ""
    if rij["soort"] == "actiepunt":
        return f"{rij['voor_wie'] or 'niet genoemd in het rapport'}{nu}"
    gestopt = "; deze aanpak is gestopt" if rij["leeft"] is not None and not rij["leeft"] else ""
    return f"gemeente {rij['gemeente']}{nu}, aanpak {rij['aanpak']}{gestopt}"


def antwoord(rijen: Sequence[Rij]) -> list[str]:
    """A sentence per kader with verbeterpunten, and one for the actiepunten; kaders are never added up."""
    punten = [rij for rij in rijen if rij["soort"] == "verbeterpunt"]
    zinnen_ = [
        kaderzin(kader, [rij for rij in punten if rij["kader"] == kader])
        for kader in dict.fromkeys(rij["kader"] for rij in punten)
    ]
    acties = [rij for rij in rijen if rij["soort"] == "actiepunt"]
    return [*zinnen_, actiezin(acties)] if acties else zinnen_


def kaderzin(kader: str, rijen: Sequence[Rij]) -> str:
    """How many verbeterpunten of one kader are open, since when, and what was announced."""
    delen = _per_stand(
        rijen,
        {
            "open": ("open verbeterpunt", "open verbeterpunten"),
            "gestopt": (
                "open verbeterpunt van een aanpak die is gestopt",
                "open verbeterpunten van een aanpak die is gestopt",
            ),
            "onbekend": ("indicator waarvan de stand onbekend is", "indicatoren waarvan de stand onbekend is"),
        },
    )
    kop = f"**{zinnen.letterlijk(kader)}**: {zinnen.opsomming(delen)} ({zinnen.letterlijk(_waar(rijen))})"
    return f"{kop}. {_gemeld(rijen)}{_sinds(rijen)}{_termijnen(rijen)}"


def _gemeld(rijen: Sequence[Rij]) -> str:
    """How many of the open verbeterpunten the gemeente says it took up; empty text when none."""
    aantal = sum(bool(rij["gemeld"]) for rij in rijen)
    if not aantal:
        return ""
    zijn = zinnen.meervoud(aantal, "is", "zijn")
    return f"Daarvan {zijn} {_getallen(rijen)(aantal)} gemeld als opgepakt door de gemeente zelf, niet getoetst. "


def actiezin(rijen: Sequence[Rij]) -> str:
    """How many actiepunten are open, and apart from them how many the gemeente says it took up."""
    delen = _per_stand(
        rijen,
        {
            "open": ("open", "open"),
            "gemeld": (
                "gemeld als opgepakt door de gemeente zelf, niet getoetst",
                "gemeld als opgepakt door de gemeente zelf, niet getoetst",
            ),
            "opgepakt": ("opgepakt", "opgepakt"),
            "vervallen": ("vervallen", "vervallen"),
        },
    )
    zonder = "" if any(rij["stand"] == "gemeld" for rij in rijen) else " Door de gemeente gemeld als opgepakt: geen."
    kop = f"**Actiepunten**: {zinnen.opsomming(delen)} ({zinnen.letterlijk(_waar(rijen))})"
    return f"{kop}.{zonder} {_sinds(rijen)}{_termijnen(rijen)}"


def _per_stand(rijen: Sequence[Rij], woorden: Mapping[str, tuple[str, str]]) -> list[str]:
    aantal = {stand: sum(rij["stand"] == stand for rij in rijen) for stand in woorden}
    getal = _getallen(rijen)
    return [f"{getal(n)} {zinnen.meervoud(n, *woorden[stand])}" for stand, n in aantal.items() if n]


def _getallen(rijen: Sequence[Rij]) -> Callable[[int], str]:
    """Numbers in words or in digits, but one way in one sentence."""
    return zinnen.telwoord if len(rijen) <= 20 else zinnen.getal


def _waar(rijen: Iterable[Rij]) -> str:
    namen = sorted({rij["gemeente"] for rij in rijen})
    return zinnen.opsomming(namen) if len(namen) <= NAMEN else f"in {zinnen.getal(len(namen))} gemeenten"


def _sinds(rijen: Sequence[Rij]) -> str:
    """Since when the longest open has been open; of what is closed or unknown that is not known."""
    open_ = [rij for rij in rijen if rij["stand"] in {"open", "gestopt", "gemeld"} and rij["vanaf"] is not None]
    if not open_:
        return ""
    vanaf = min(rij["vanaf"] for rij in open_)
    langst = [rij for rij in open_ if rij["vanaf"] == vanaf]
    wanneer = zinnen.deeldatum(langst[0]["sinds_op"])
    waar = "" if len({rij["gemeente"] for rij in rijen}) == 1 else f" ({zinnen.letterlijk(_waar(langst))})"
    return f"Het langst open: sinds {wanneer}{waar}. "


def _termijnen(rijen: Sequence[Rij]) -> str:
    """What was announced for what is not closed, and is that past; of the latest how long."""
    aantal = {termijn: sum(rij["termijn"] == termijn for rij in rijen) for termijn in TERMIJNEN}
    getal = _getallen(rijen)
    delen = [f"{getal(n)} {_AANTAL_MET[termijn]}" for termijn, n in aantal.items() if n]
    if not delen:
        return ""
    zin = f"Opvolging: {zinnen.opsomming(delen)}"
    if aantal["over_tijd"]:
        laatst = max((rij for rij in rijen if rij["termijn"] == "over_tijd"), key=lambda rij: int(rij["maanden_over"]))
        zin += f"; het langst {duur(int(laatst['maanden_over']))} (aangekondigd: {_aankondiging(laatst)})"
    return f"{zin}."


def _aankondiging(rij: Rij) -> str:
    return aangekondigd(rij["opvolging_verwacht_van"], rij["opvolging_verwacht_tot"])


def duur(maanden: int) -> str:
    """A number of whole months in words: 'minder dan een maand', '5 maanden', '11 jaar', '2 jaar en 1 maand'."""
    jaren, rest = divmod(maanden, 12)
    delen = [f"{jaren} jaar"] if jaren else []
    delen += [f"{rest} {zinnen.meervoud(rest, 'maand', 'maanden')}"] if rest else []
    return " en ".join(delen) or "minder dan een maand"


def later_zin(rijen: Sequence[Rij], peildatum: dt.date) -> str:
    """How many were found only after the peildatum, per kader; empty text when none was."""
    if not rijen:
        return ""
    kaders = sorted({rij["kader"] for rij in rijen if rij["soort"] == "verbeterpunt"})
    delen = []
    for kader in kaders:
        n = sum(rij["soort"] == "verbeterpunt" and rij["kader"] == kader for rij in rijen)
        delen.append(f"{zinnen.telwoord(n)} {zinnen.meervoud(n, 'verbeterpunt', 'verbeterpunten')} van {kader}")
    acties = sum(rij["soort"] == "actiepunt" for rij in rijen)
    if acties:
        delen.append(f"{zinnen.telwoord(acties)} {zinnen.meervoud(acties, 'actiepunt', 'actiepunten')}")
    staan = zinnen.meervoud(len(rijen), "is", "zijn")
    return f"Pas na {zinnen.datum(peildatum)} vastgesteld, en daarom weggelaten, {staan}: {zinnen.opsomming(delen)}."


def gesloten_zin(aantal: int) -> str:
    """That closed actiepunten are there too; empty text when there are none."""
    if not aantal:
        return ""
    punten = zinnen.meervoud(aantal, "actiepunt is", "actiepunten zijn")
    staan = zinnen.meervoud(aantal, "staat", "staan")
    hen = zinnen.meervoud(aantal, "het", "ze")
    return (
        f"{zinnen.hoofd(zinnen.telwoord(aantal))} {punten} opgepakt of vervallen en {staan} hier niet bij; "
        f"kies bij ‘Stand’ om {hen} te zien."
    )
