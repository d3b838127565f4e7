"""The paragraph of a letter: what a selection comes to, in plain Dutch. Pure functions of rows of queries/.

Numbers to twenty are words, percentages whole with their n/N, what is unknown is named, and what the inspectorates
tested stands apart from what a gemeente told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pagina.beeld.telling import Eenheid
from pagina.beeld.zinnen import aandeel_met_procent, hoofd, meervoud, opsomming, telwoord

Rij = Mapping[str, Any]

#: Names of gemeenten in a sentence; more become a number.
NAMEN = 4
_TELT: Mapping[Eenheid, str] = {
    "aanpak": "geteld per aanpak",
    "gemeente": "geteld per indicator binnen een gemeente",
}


@dataclass(frozen=True)
class Ronde:
    """A round of research: how many gemeenten took part, and of how many there is a report here."""

    ronde: str
    aantal_gemeenten: int
    hier: int


@dataclass(frozen=True)
class Uitslag:
    """What one kader comes to in one pair of years.

    totaal: the row of totalen.sql. per_gemeente: rows of cijfers.sql. waar, in_gemeenten: what narrows the selection,
    as parts of a sentence ('bij het thema De aanpak', 'in de gemeente Ede'); gekozen: whether to gemeenten or
    provincies. getoetst: the row of totalen.sql over what was tested again, without what was only told; None where not
    asked.
    """

    kader: str
    jaar_van: int
    jaar_naar: int | None
    eenheid: Eenheid
    verloop: bool
    totaal: Rij
    per_gemeente: Sequence[Rij]
    rondes: Sequence[Ronde] = ()
    waar: str = ""
    in_gemeenten: str = ""
    gekozen: bool = False
    getoetst: Rij | None = None


def alinea(uitslag: Uitslag) -> str:
    """The paragraph: what was found, what became of it, in shares, and on whose word."""
    if not uitslag.totaal["vastgesteld"]:
        return _niets(uitslag)
    delen = [_vastgesteld(uitslag), *_geworden(uitslag), _aandelen(uitslag.totaal), *_op_wiens_woord(uitslag)]
    return " ".join(deel for deel in delen if deel)


def _niets(uitslag: Uitslag) -> str:
    waar = "".join(f" {deel}" for deel in (uitslag.waar, uitslag.in_gemeenten) if deel)
    if not uitslag.totaal["cellen"]:
        return (
            f"Over {uitslag.jaar_van}{waar} staat in deze verzameling geen oordeel onder het kader {uitslag.kader}. "
            "Dat is niet hetzelfde als nul verbeterpunten."
        )
    return (
        f"In {uitslag.jaar_van} zijn{waar} geen verbeterpunten vastgesteld (kader {uitslag.kader}): wat is beoordeeld, "
        "voldeed."
    )


def _vastgesteld(uitslag: Uitslag) -> str:
    aantal = int(uitslag.totaal["vastgesteld"])
    waar = f"{uitslag.waar} " if uitslag.waar else ""
    moment = f"bij de eerste meting, in {uitslag.jaar_van}," if uitslag.verloop else f"in {uitslag.jaar_van}"
    return (
        f"{hoofd(_bij(uitslag))} {meervoud(aantal, 'is', 'zijn')} {moment} {waar}{telwoord(aantal)} "
        f"{meervoud(aantal, 'verbeterpunt', 'verbeterpunten')} vastgesteld (kader {uitslag.kader}, "
        f"{_TELT[uitslag.eenheid]})."
    )


def _bij(uitslag: Uitslag) -> str:
    """At which gemeenten: by name where they are few, and against the round where nothing narrows to gemeenten."""
    namen = _namen(uitslag.per_gemeente)
    aantal = len(namen)
    ronde = uitslag.rondes[0] if len(uitslag.rondes) == 1 and not uitslag.gekozen else None
    genoemd = f" ({opsomming(namen)})" if aantal <= NAMEN else ""
    if ronde is not None and ronde.aantal_gemeenten > 1:
        return (
            f"bij {telwoord(aantal)} van de {telwoord(ronde.aantal_gemeenten)} gemeenten uit de onderzoeksronde "
            f"‘{ronde.ronde}’{genoemd}"
        )
    if aantal == 1:
        return f"bij de gemeente {namen[0]}"
    return f"bij {telwoord(aantal)} gemeenten{genoemd}"


def _namen(rijen: Iterable[Rij]) -> list[str]:
    """The gemeenten with a verbeterpunt; two of one name are told apart by their code."""
    paren = [(str(rij["groep"]), str(rij["groep_id"])) for rij in rijen if rij["vastgesteld"]]
    alle = [naam for naam, _ in paren]
    return [f"{naam} ({code})" if alle.count(naam) > 1 else naam for naam, code in paren]


def _geworden(uitslag: Uitslag) -> Iterator[str]:
    """What became of the verbeterpunten: what was assessed, and then each kind of what is not known."""
    totaal = uitslag.totaal
    if not totaal["beoordeeld"]:
        yield from _geen_beoordeeld(uitslag)
        return
    zin = _beoordeeld(totaal, _wanneer(uitslag))
    onbekend = "; ".join(_onbekend(totaal, uitslag))
    yield f"{zin}; {onbekend}." if onbekend else f"{zin}."


def _wanneer(uitslag: Uitslag) -> str:
    if uitslag.jaar_naar is None:
        return "later"
    return f"bij de laatste meting, in {uitslag.jaar_naar}," if uitslag.verloop else f"in {uitslag.jaar_naar}"


def _beoordeeld(totaal: Rij, wanneer: str) -> str:
    """'Daarvan waren er in 2014 tien opgepakt en vijf niet opgepakt', or shorter where all went one way."""
    aantal = int(totaal["vastgesteld"])
    soorten = [("opgepakt", "opgepakt"), ("deels_opgepakt", "deels opgepakt"), ("niet_opgepakt", "niet opgepakt")]
    for sleutel, woord in soorten:
        if int(totaal[sleutel]) == aantal:
            return _allemaal(aantal, woord, wanneer)
    delen = [(int(totaal[sleutel]), woord) for sleutel, woord in soorten if totaal[sleutel] or sleutel == "opgepakt"]
    stukken: list[str] = []
    for enkel, groep in groupby(delen, key=lambda deel: deel[0] <= 1):
        werkwoord = "was er" if enkel else "waren er"
        tekst = [f"{telwoord(n) if n else 'geen enkel'} {woord}" for n, woord in groep]
        tekst[0] = f"{werkwoord} {tekst[0]}" if stukken else f"{werkwoord} {wanneer} {tekst[0]}"
        stukken += tekst
    return f"Daarvan {opsomming(stukken)}"


def _allemaal(aantal: int, woord: str, wanneer: str) -> str:
    """All of them one and the same: 'Geen van de zes was in 2014 opgepakt' is plainer than six that were not."""
    if aantal == 1:
        return f"Dat punt was {wanneer} {woord}"
    if woord == "niet opgepakt":
        return f"Geen van {'beide' if aantal == 2 else f'de {telwoord(aantal)}'} was {wanneer} opgepakt"
    return f"{'Beide' if aantal == 2 else f'Alle {telwoord(aantal)}'} waren {wanneer} {woord}"


def _onbekend(totaal: Rij, uitslag: Uitslag) -> Iterator[str]:
    """Each kind of not known, after what is: 'van één is de stand onbekend, omdat het in 2014 niet is beoordeeld'."""
    jaar = f"in {uitslag.jaar_naar} " if uitslag.jaar_naar is not None else ""
    if n := int(totaal["niet_beoordeeld"]):
        yield (
            f"van {telwoord(n)} is de stand onbekend, omdat {meervoud(n, 'het', 'ze')} {jaar}niet "
            f"{meervoud(n, 'is', 'zijn')} beoordeeld"
        )
    if n := int(totaal["nog_niet_hertoetst"]):
        yield f"{telwoord(n)} {meervoud(n, 'is', 'zijn')} nog niet opnieuw getoetst"
    if n := int(totaal["vervallen"]):
        yield f"bij {telwoord(n)} is de aanpak gestopt voordat opnieuw is getoetst"


def _geen_beoordeeld(uitslag: Uitslag) -> Iterator[str]:
    """Nothing was assessed: no share, and not zero."""
    totaal = uitslag.totaal
    aantal = int(totaal["vastgesteld"])
    soorten = [naam for naam in ("niet_beoordeeld", "nog_niet_hertoetst", "vervallen") if totaal[naam]]
    if soorten == ["nog_niet_hertoetst"]:
        yield (
            "Dat punt is in deze verzameling niet opnieuw getoetst."
            if aantal == 1
            else f"Geen van {_alle(aantal)} is in deze verzameling opnieuw getoetst."
        )
    elif soorten == ["niet_beoordeeld"]:
        wanneer = hoofd(_wanneer(uitslag).rstrip(","))
        yield (
            f"{wanneer} is er opnieuw gekeken, maar dat punt is toen niet beoordeeld."
            if aantal == 1
            else f"{wanneer} is er opnieuw gekeken, maar geen van {_alle(aantal)} is toen beoordeeld."
        )
    elif soorten == ["vervallen"]:
        wat = "dat punt" if aantal == 1 else ("beide" if aantal == 2 else f"alle {telwoord(aantal)}")
        yield f"Bij {wat} is de aanpak gestopt voordat opnieuw is getoetst."
    else:
        yield hoofd("; ".join(_onbekend(totaal, uitslag))) + "."
    yield (
        "Of het is opgepakt, is dus onbekend; dat is iets anders dan niet opgepakt."
        if aantal == 1
        else "Hoeveel er zijn opgepakt, is dus onbekend; dat is iets anders dan nul."
    )


def _alle(aantal: int) -> str:
    return "beide punten" if aantal == 2 else f"de {telwoord(aantal)} punten"


def _aandelen(totaal: Rij) -> str:
    """Both shares with n and N; none of a single point, or where nothing was assessed."""
    opgepakt, beoordeeld, vastgesteld = (int(totaal[naam]) for naam in ("opgepakt", "beoordeeld", "vastgesteld"))
    if not beoordeeld or vastgesteld == 1:
        return ""
    if beoordeeld == vastgesteld:
        return (
            f"Opgepakt is dus {aandeel_met_procent(opgepakt, vastgesteld, 'van de vastgestelde punten')}; alle zijn "
            "beoordeeld."
        )
    return (
        f"Opgepakt is dus {aandeel_met_procent(opgepakt, beoordeeld, 'van de beoordeelde punten')} en "
        f"{aandeel_met_procent(opgepakt, vastgesteld, 'van alle vastgestelde punten')}."
    )


def _op_wiens_woord(uitslag: Uitslag) -> Iterator[str]:
    """How many of the picked-up ones were tested again, and which gemeente told the others."""
    opgepakt, verteld = int(uitslag.totaal["opgepakt"]), int(uitslag.totaal["verteld"])
    getoetst = opgepakt - verteld
    if opgepakt and not verteld:
        yield _alles_getoetst(opgepakt)
    elif opgepakt and not getoetst:
        wat = "dit punt is opgepakt" if opgepakt == 1 else _welke(opgepakt)
        geen = "het is niet opnieuw getoetst" if opgepakt == 1 else "geen ervan is opnieuw getoetst"
        yield f"Dat {wat}, {_wie(uitslag)} zelf gemeld; {geen}."
    elif opgepakt:
        werkwoord = "is er één" if getoetst == 1 else f"zijn er {telwoord(getoetst)}"
        ander = "het andere punt is opgepakt" if verteld == 1 else f"de andere {telwoord(verteld)} zijn opgepakt"
        yield (
            f"Van de {telwoord(opgepakt)} opgepakte punten {werkwoord} opnieuw getoetst; dat {ander}, {_wie(uitslag)} "
            "zelf gemeld."
        )
    yield from _wel_getoetst(uitslag)


def _welke(opgepakt: int) -> str:
    return "beide punten zijn opgepakt" if opgepakt == 2 else f"deze {telwoord(opgepakt)} punten zijn opgepakt"


def _alles_getoetst(opgepakt: int) -> str:
    if opgepakt == 1:
        return "Het opgepakte punt is opnieuw getoetst."
    return f"{'Beide' if opgepakt == 2 else f'Alle {telwoord(opgepakt)}'} opgepakte punten zijn opnieuw getoetst."


def _wie(uitslag: Uitslag) -> str:
    """Who told: 'heeft de gemeente Leeuwarden'."""
    namen = _namen(rij for rij in uitslag.per_gemeente if rij["verteld"])
    if len(namen) == 1:
        return f"heeft de gemeente {namen[0]}"
    if len(namen) <= NAMEN:
        return f"hebben de gemeenten {opsomming(namen)}"
    return f"hebben {telwoord(len(namen))} gemeenten"


def _wel_getoetst(uitslag: Uitslag) -> Iterator[str]:
    """Where all that was picked up was told: what the tests themselves showed."""
    toets = uitslag.getoetst
    if toets is None or not uitslag.totaal["verteld"] or not toets["beoordeeld"] or toets["opgepakt"]:
        return
    n = int(toets["beoordeeld"])
    if n == 1:
        yield "Het ene punt dat wel opnieuw is getoetst, was niet helemaal opgepakt."
    else:
        yield f"Van de {telwoord(n)} punten die wel opnieuw zijn getoetst, was er geen helemaal opgepakt."
