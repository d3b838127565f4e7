"""What cannot be concluded from a selection: rules that look at the figures, each a plain Dutch sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pagina.beeld.telling import EENHEDEN
from pagina.beeld.zinnen import datum, hoofd, meervoud, namen, opsomming, procent, selectie_zin, telwoord
from pagina.uitvoer.brief.uitslag import Uitslag

Rij = Mapping[str, Any]

#: From so many assessed points on, one point moves a share by less than three in a hundred.
VEEL = 40
#: Of so many metingen it is said on what they rest; of more, the file with sources says it.
METINGEN = 6
#: Kinds of bewijs that look at a few families or files.
_STEEKPROEF = frozenset({"casusonderzoek", "stelselonderzoek"})


@dataclass(frozen=True)
class Omstandigheid:
    """What stands around the figures.

    metingen: rows of selectie_metingen.sql. grenzen: rows of selectie_grenzen.sql. anders_geteld: the row of
    totalen.sql in the other counting unit; None where it was not asked. bewijs: whether a choice of bewijs
    leaves verbeterpunten out. onderwerp, thema: whether our own reading of these is part of the selection or the table.
    meer: whether the letter holds other kaders or pairs of years too.
    """

    metingen: Sequence[Rij]
    grenzen: Sequence[Rij]
    anders_geteld: Rij | None = None
    bewijs: bool = False
    onderwerp: bool = False
    thema: bool = False
    meer: bool = False


def voorbehoud(uitslag: Uitslag, rond: Omstandigheid) -> tuple[str, ...]:
    """The sentences, those that change a conclusion most first."""
    return tuple(_zinnen(uitslag, rond))


def waarschuwingen(uitslag: Uitslag, rond: Omstandigheid) -> str:
    """What belongs in the letter itself, under the paragraph: selection, coverage, and how few a verdict rests on.

    Empty where none of it is due.
    """
    return " ".join([*_selectie(rond), *_dekking(uitslag), *_steekproef(rond)])


def _zinnen(uitslag: Uitslag, rond: Omstandigheid) -> Iterator[str]:
    yield from _elders(uitslag)
    yield from _verteld(uitslag)
    yield from _onbekend(uitslag)
    yield from _klein(uitslag.totaal)
    yield from _telwijze(uitslag, rond)
    yield from _alleen_verbeterpunten(rond)
    yield from _basis(rond)
    yield from _grenzen(rond)
    if rond.bewijs:
        yield "Verbeterpunten zonder het gekozen bewijs tellen niet mee; het aandeel van alle verbeterpunten is anders."
    if rond.onderwerp:
        yield "De indeling in onderwerpen is een lezing van dit dashboard; de rapporten zelf kennen die niet."
    if rond.thema:
        yield "Welk thema bij een indicator hoort, is deels een lezing van dit dashboard: de rapporten verschillen."
    if rond.meer:
        yield "Cijfers van verschillende kaders of perioden gaan over andere indicatoren en zijn niet op te tellen."
    yield "De cijfers zeggen of aan indicatoren is voldaan, niet hoe het met de gezinnen gaat of waardoor dat komt."


def _dekking(uitslag: Uitslag) -> Iterator[str]:
    """How much of each round is here, where there are several: of one the paragraph itself says it."""
    if uitslag.gekozen or uitslag.ronde is not None:
        return
    begin = "Dit is geen landelijk beeld: van"
    for ronde in uitslag.rondes:
        if ronde.hier < ronde.aantal_gemeenten:
            yield (
                f"{begin} {telwoord(ronde.hier)} van de {telwoord(ronde.aantal_gemeenten)} gemeenten uit de ronde "
                f"‘{ronde.ronde}’ is een rapport verwerkt."
            )
            begin = "Van"


def _elders(uitslag: Uitslag) -> Iterator[str]:
    """What the coverage means for a conclusion."""
    for ronde in uitslag.rondes:
        if uitslag.gekozen and ronde.aantal_gemeenten > 1:
            alle = telwoord(ronde.aantal_gemeenten)
            yield f"Over andere gemeenten van de ronde ‘{ronde.ronde}’ (in totaal {alle}) zegt dit niets."
        elif (ander := ronde.aantal_gemeenten - ronde.hier) > 0:
            rest = "de andere gemeente" if ander == 1 else f"de andere {telwoord(ander)} gemeenten"
            yield f"Hoe het in {rest} van de ronde ‘{ronde.ronde}’ gaat, is hieruit niet op te maken."


def _selectie(rond: Omstandigheid) -> Iterator[str]:
    if zin := selectie_zin(meting for meting in rond.metingen if meting["dekking"] == "selectie"):
        yield zin


def _verteld(uitslag: Uitslag) -> Iterator[str]:
    if n := int(uitslag.totaal["verteld"]):
        wat = "het punt dat is" if n == 1 else f"de {telwoord(n)} punten die zijn"
        slot = "het werkelijk is" if n == 1 else "ze werkelijk zijn"
        yield (f"Voor {wat} opgepakt volgens de gemeente zelf, heeft geen inspectie vastgesteld dat {slot} opgepakt.")


def _onbekend(uitslag: Uitslag) -> Iterator[str]:
    """Unknown is not zero: between which numbers the real one lies. Where nothing is known the paragraph says so.

    What was told may not be so: with it these numbers hold only if it is.
    """
    vastgesteld, beoordeeld, opgepakt = (
        int(uitslag.totaal[naam]) for naam in ("vastgesteld", "beoordeeld", "opgepakt")
    )
    onbekend = vastgesteld - beoordeeld
    if not onbekend or not beoordeeld:
        return
    wat = "één punt" if onbekend == 1 else f"{telwoord(onbekend)} punten"
    tussen = f"tussen {telwoord(opgepakt)} en {telwoord(opgepakt + onbekend)} van de {telwoord(vastgesteld)}"
    begin = f"Van {wat} is de stand onbekend."
    if uitslag.getoetst is not None and uitslag.getoetst[0] == beoordeeld:
        yield f"{begin} Het werkelijke aantal opgepakte punten ligt daardoor {tussen}."
        return
    getoetst = int(uitslag.totaal["getoetst"])
    hoeveel = "is er geen" if not getoetst else f"{meervoud(getoetst, 'is', 'zijn')} er {telwoord(getoetst)}"
    slot = f" Van de opgepakte punten {hoeveel} opnieuw getoetst." if opgepakt else ""
    yield f"{begin} Als klopt wat is verteld, ligt het aantal opgepakte punten daardoor {tussen}.{slot}"


def _klein(totaal: Rij) -> Iterator[str]:
    beoordeeld = int(totaal["beoordeeld"])
    if 1 < beoordeeld < VEEL:
        yield (
            f"Het gaat om kleine aantallen: bij {telwoord(beoordeeld)} beoordeelde punten scheelt één punt "
            f"{procent(1, beoordeeld)} procentpunt."
        )


def _telwijze(uitslag: Uitslag, rond: Omstandigheid) -> Iterator[str]:
    """What another way of counting comes to."""
    ander, zo = rond.anders_geteld, uitslag.totaal
    if ander is None or not zo["vastgesteld"]:
        return
    hoe = EENHEDEN["gemeente" if uitslag.eenheid == "aanpak" else "aanpak"]
    paren = [(int(telling["vastgesteld"]), int(telling["opgepakt"])) for telling in (ander, zo)]
    if paren[0] != paren[1]:
        aantal, opgepakt = paren[0]
        punten = meervoud(aantal, "is het één verbeterpunt", f"zijn het {telwoord(aantal)} verbeterpunten")
        deel = f", waarvan {telwoord(opgepakt)} opgepakt" if ander["beoordeeld"] else ""
        yield f"De manier van tellen maakt verschil: {hoe} {punten}{deel}."


def _alleen_verbeterpunten(rond: Omstandigheid) -> Iterator[str]:
    wie = {
        str(m["gemeente"]) for m in rond.metingen if m["kant"] == "naar" and m["bewijs"] == "hertoets_verbeterpunten"
    }
    if wie:
        waar = namen(sorted(wie), "gemeente", "gemeenten")
        yield (
            f"Bij de hertoets in {waar} is alleen naar de verbeterpunten gekeken: of wat daar eerder voldeed nog "
            "steeds voldoet, is niet bekend."
        )


def _steekproef(rond: Omstandigheid) -> Iterator[str]:
    """On how few families or files a verdict may rest."""
    telt = {str(m["meting_id"]): m for m in rond.metingen if m["bewijs"] in _STEEKPROEF and m["basis"]}
    if len(telt) > METINGEN:
        yield f"{hoofd(telwoord(len(telt)))} metingen rusten op een steekproef van gezinnen of dossiers."
        return
    for meting in telt.values():
        yield f"Het oordeel over {meting['gemeente']} in {meting['peiljaar']} rust op: {_punt(meting['basis'])}"


def _basis(rond: Omstandigheid) -> Iterator[str]:
    """On what the later stand rests; a sample stands in the letter itself."""
    telt = {
        str(m["meting_id"]): m
        for m in rond.metingen
        if m["kant"] == "naar" and m["bewijs"] not in _STEEKPROEF and m["basis"]
    }
    if len(telt) <= METINGEN:
        # two aanpakken of a gemeente may rest on the same
        yield from dict.fromkeys(
            f"De stand van {meting['gemeente']} in {meting['peiljaar']} rust op: {_punt(meting['basis'])}"
            for meting in telt.values()
        )


def _punt(tekst: object) -> str:
    return f"{str(tekst).rstrip('.')}."


def _grenzen(rond: Omstandigheid) -> Iterator[str]:
    """Boundary changes between the metingen or before publication: another area under the same name."""
    rijen = sorted(rond.grenzen, key=lambda rij: (str(rij["gemeente"]), rij["datum"], str(rij["ander"])))
    wie = sorted({str(rij["gemeente"]) for rij in rijen})
    if len(wie) > METINGEN:
        yield f"Bij {telwoord(len(wie))} gemeenten veranderden de grenzen: reeksen lopen daarover niet zuiver door."
        return
    for (gemeente, dag), groep in groupby(rijen, key=lambda rij: (str(rij["gemeente"]), rij["datum"])):
        delen = [_wijziging(rij) for rij in groep]
        momenten = [m["moment"] for m in rond.metingen if m["gemeente"] == gemeente]
        slot = (
            "na de metingen. De cijfers gaan over het gebied van daarvoor."
            if momenten and dag > max(momenten)
            else "tussen de metingen. De cijfers van ervoor en erna gaan niet over precies hetzelfde gebied."
        )
        yield f"Op {datum(dag)} veranderden de grenzen van {gemeente} ({opsomming(delen)}), {slot}"


def _wijziging(rij: Rij) -> str:
    deel = "een deel van " if rij["soort"] != "opgegaan_in" else ""
    return f"{deel}{rij['ander']} erbij" if rij["richting"] == "erbij" else f"{deel or 'alles '}naar {rij['ander']}"
