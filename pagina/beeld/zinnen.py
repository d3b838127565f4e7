"""Numbers, dates and sentences in plain Dutch. Pure functions of numbers."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from pagina.beeld.telling import Eenheid

_TOT_TWINTIG = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
)  # fmt: skip
_LOCALE = "nl_NL"
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#$~|!&^]")
#: Dashes of every length, as in 2013–2014; none of them is ASCII.
_STREEPJES = re.compile(r"[\u2010-\u2015\u2212]")
_SAMEN = re.compile(r":(?=\S)|@|www(?=\.)", re.IGNORECASE)
_BEOORDEELD = (
    ("opgepakt", "opgepakt"),
    ("deels_opgepakt", "deels opgepakt"),
    ("niet_opgepakt", "niet opgepakt"),
)


@lru_cache(maxsize=10_000)
def getal(aantal: int) -> str:
    """A whole number in Dutch form: 1.234."""
    return format_decimal(int(aantal), locale=_LOCALE)


def letterlijk(tekst: str) -> str:
    """A text that is not ours (of a link, a file, a report) for where Streamlit reads Markdown: shown as it is.

    No link, picture, formula, colour or layout comes of it; its lines become one. What turns an address or a name
    between colons into more than text needs its parts together, so an invisible sign stands between them.
    """
    plat = _MARKDOWN.sub(r"\\\g<0>", " ".join(tekst.splitlines()))
    return _SAMEN.sub("\\g<0>\u2060", plat)


def telwoord(aantal: int) -> str:
    """A number as a letter writes it: to twenty in words, then in digits."""
    return _TOT_TWINTIG[aantal] if 0 <= aantal <= len(_TOT_TWINTIG) - 1 else getal(aantal)


def meervoud(aantal: int, een: str, meer: str) -> str:
    """The word that goes with a number."""
    return een if aantal == 1 else meer


def procent(deel: int, geheel: int) -> int | None:
    """A whole percentage, half up; None where there is nothing to take a share of."""
    return (200 * deel + geheel) // (2 * geheel) if geheel else None


def aandeel(deel: int, geheel: int, wat: str = "") -> str:
    """A share that never leaves without its n/N: '10 van 15 beoordeelde (67%)'; of nothing it gives no percentage."""
    percentage = procent(deel, geheel)
    van = f"{getal(deel)} van {getal(geheel)}" + (f" {wat}" if wat else "")
    return f"{van} ({percentage}%)" if percentage is not None else van


def aandeel_met_procent(deel: int, geheel: int, waarvan: str) -> str:
    """A share as a letter writes it: '67% van de beoordeelde punten (10 van 15)'. `geheel` is more than zero."""
    return f"{procent(deel, geheel)}% {waarvan} ({getal(deel)} van {getal(geheel)})"


def aandelen(totaal: Mapping[str, Any]) -> str:
    """Both shares of what was picked up: '10 van 15 beoordeelde (67%), 10 van 16 vastgestelde (63%)'."""
    return ", ".join(
        aandeel(int(totaal["opgepakt"]), int(totaal[noemer]), wat)
        for noemer, wat in (("beoordeeld", "beoordeelde"), ("vastgesteld", "vastgestelde"))
    )


def opsomming(delen: Iterable[str]) -> str:
    """Words in a row: 'a, b en c'."""
    return format_list(list(delen), style="standard", locale=_LOCALE)


def genoemd(waarden: Iterable[str]) -> str:
    """Values in a row, as somebody wrote them: '‘a’ en ‘b’'."""
    return opsomming(f"‘{waarde}’" for waarde in waarden)


def namen(lijst: Iterable[str], een: str, meer: str, *, hoogstens: int = 8) -> str:
    """Names in a row, as many as a sentence bears: 'Alkmaar, Delft, Ede en nog 217 gemeenten'."""
    alle = list(lijst)
    if len(alle) <= hoogstens:
        return opsomming(alle)
    getoond = alle[: hoogstens // 2]
    rest = len(alle) - len(getoond)
    return opsomming([*getoond, f"nog {getal(rest)} {meervoud(rest, een, meer)}"])


def datum(dag: dt.date) -> str:
    """A date in full: 25 november 2014."""
    return format_date(dag, "d MMMM y", locale=_LOCALE)


def deeldatum(tekst: object) -> str:
    """A date, month or year as a levering writes it, in full: 'juni 2015'; empty text where unknown (None, NaN)."""
    if not isinstance(tekst, str) or not tekst:
        return ""
    vorm = {4: "y", 7: "MMMM y", 10: "d MMMM y"}[len(tekst)]
    return format_date(dt.date.fromisoformat((tekst + "-01-01")[:10]), vorm, locale=_LOCALE)


def periode(jaar_van: int, jaar_naar: int | None) -> str:
    """A pair of years: '2013 → 2014', or '2013 → nog geen hertoets'."""
    return f"{jaar_van} → {jaar_naar if jaar_naar is not None else 'nog geen hertoets'}"


def hoofd(woord: str) -> str:
    """The same text with a capital in front; a capital loses its stress mark: één, Eén."""
    return ("E" if woord[:1] == "é" else woord[:1].upper()) + woord[1:]


def slak(tekst: str) -> str:
    """A text as a part of a file name that every file system takes: 'sudwest-fryslan'; empty where nothing is left."""
    kaal = unicodedata.normalize("NFKD", _STREEPJES.sub("-", tekst)).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")


def fictief(*, alles: bool) -> str:
    """The warning over facts that are made up: all of them, or some beside real ones."""
    if alles:
        return "Let op: deze cijfers zijn fictief. De gemeenten en oordelen bestaan niet."
    return (
        "Let op: in deze gegevens staan ook verzonnen gemeenten of oordelen. Cijfers waarin die meetellen, zeggen "
        "niets over de werkelijkheid."
    )


def selectie_zin(metingen: Iterable[Mapping[str, Any]]) -> str:
    """Which metingen printed only a part of their kader. Takes rows with dekking 'selectie'; empty without any."""
    jaren: dict[str, set[int]] = {}
    for meting in metingen:
        jaren.setdefault(str(meting["gemeente"]), set()).add(int(meting["peiljaar"]))
    if not jaren:
        return ""
    wie = (f"{gemeente} ({opsomming(str(jaar) for jaar in sorted(jaren[gemeente]))})" for gemeente in sorted(jaren))
    return (
        f"Van {namen(wie, 'gemeente', 'gemeenten')} is niet het hele kader afgedrukt, maar een selectie. Een aandeel "
        "dat daarop rust, zegt niets over het kader als geheel."
    )


#: Where tables name a thema beside a place in a rapport.
THEMA = (
    "Het thema is dat van het kader. Een rapport drukt een indicator soms onder een ander thema; de vindplaats noemt "
    "dat zoals het in het rapport staat."
)


def thema_in_rapport(rij: Mapping[str, Any]) -> str:
    """Under which other thema a rapport prints an indicator; empty text where it does not.

    Takes a row with `thema` and `ander_thema`, as cel.sql, gemeente_stand.sql and gemeente_stappen.sql give them.
    """
    if not rij["ander_thema"]:
        return ""
    return f"In het rapport staat dit onder ‘{rij['ander_thema']}’, in dit dashboard onder ‘{rij['thema']}’."


def eerder_vastgesteld(totaal: Mapping[str, Any], jaar_van: int | None) -> str:
    """How many verbeterpunten no meting of `jaar_van` found, though they count there; empty text where each was found.

    Takes a row of totalen.sql of one pair of years. What a meting passes over goes on from it (docs/methode.md, 4).
    """
    n, alle = int(totaal["eerder_vastgesteld"]), int(totaal["vastgesteld"])
    if not n:
        return ""
    heel = {1: "dit verbeterpunt", 2: "beide verbeterpunten"}.get(alle, f"alle {telwoord(alle)} verbeterpunten")
    wie = heel if n == alle else f"{telwoord(n)} van de {telwoord(alle)} verbeterpunten"
    return hoofd(f"{wie} {meervoud(n, 'is', 'zijn')} eerder vastgesteld en {_overgeslagen(jaar_van)}.")


def eerder(jaar_van: int) -> str:
    """When an uitkomst was found that counts from `jaar_van` though its meting passed it over, in the place of a year.

    'eerder (bij de meting in 2014 niet beoordeeld)'
    """
    return f"eerder ({_overgeslagen(jaar_van)})"


def _overgeslagen(jaar_van: int | None) -> str:
    return f"bij de meting in {jaar_van} niet beoordeeld"


def na_jaar(totaal: Mapping[str, Any], jaar_van: int | None) -> str:
    """Since when nobody tested again, ' na 2014', where the meting of that year was a test that passed some over."""
    return f" na {jaar_van}" if totaal["eerder_vastgesteld"] else ""


def opgepakt_zin(totaal: Mapping[str, Any], jaar_van: int | None) -> str:
    """What was picked up in a selection, told and tested apart, unknowns named, and what was found before `jaar_van`.

    Takes a row of totalen.sql of one pair of years; `jaar_van`: its first, None where there is none.
    """
    return " ".join(filter(None, [_opgepakt(totaal, jaar_van), eerder_vastgesteld(totaal, jaar_van)]))


def _opgepakt(totaal: Mapping[str, Any], jaar_van: int | None) -> str:
    vastgesteld, beoordeeld = int(totaal["vastgesteld"]), int(totaal["beoordeeld"])
    if not vastgesteld:
        return "In deze selectie zijn geen verbeterpunten vastgesteld."
    punten = f"{telwoord(vastgesteld)} {meervoud(vastgesteld, 'verbeterpunt', 'verbeterpunten')}"
    if not beoordeeld:
        return hoofd(f"{punten}; {_waarom_onbekend(totaal, jaar_van)}. Daarom is hier geen aandeel opgepakt te geven.")
    if vastgesteld == 1:
        wat = next(woord for sleutel, woord in _BEOORDEELD if totaal[sleutel])
        return hoofd(f"{punten}: {wat}{_bewijs(totaal)}.")
    opgepakt = int(totaal["opgepakt"])
    hoeveel = "alle" if opgepakt == vastgesteld else f"waarvan {telwoord(opgepakt) if opgepakt else 'geen enkel'}"
    zin = f"{punten}, {hoeveel} opgepakt{_bewijs(totaal)}"
    rest = [f"{telwoord(int(totaal[sleutel]))} {woord}" for sleutel, woord in _BEOORDEELD[1:] if totaal[sleutel]]
    zin += f"; {opsomming(rest)}" if rest else ""
    zin += f"; {_waarom_onbekend(totaal, jaar_van)}" if beoordeeld < vastgesteld else ""
    return hoofd(zin) + "."


def over_indicatoren(totaal: Mapping[str, Any], *, eenheid: Eenheid = "aanpak") -> str:
    """How many indicatoren the verbeterpunten are about, where one counts for several aanpakken or gemeenten.

    Takes a row of totalen.sql or kaart.sql; empty text where every verbeterpunt is about another indicator.
    """
    indicatoren = int(totaal["indicatoren"])
    if indicatoren == int(totaal["vastgesteld"]):
        return ""
    woord = meervoud(indicatoren, "indicator", "verschillende indicatoren")
    bij = {"aanpak": "bij elke aanpak", "gemeente": "in elke gemeente"}[eenheid]
    return f"Samen gaan zij over {telwoord(indicatoren)} {woord}; een indicator telt {bij} apart."


def bewijsdeel(totaal: Mapping[str, Any]) -> str:
    """By whose word, under a figure: 'van de opgepakte: 0 opnieuw getoetst, 10 volgens de gemeente zelf'.

    Empty text where nothing was picked up: zero tested would then read as if nobody went back to look.
    """
    if not int(totaal["opgepakt"]):
        return ""
    getoetst, verteld = getal(totaal["getoetst"]), getal(totaal["verteld"])
    return f"van de opgepakte: {getoetst} opnieuw getoetst, {verteld} volgens de gemeente zelf"


def _bewijs(totaal: Mapping[str, Any]) -> str:
    """By whose word the verbeterpunten were picked up."""
    opgepakt, verteld, getoetst = (int(totaal[sleutel]) for sleutel in ("opgepakt", "verteld", "getoetst"))
    if not opgepakt:
        return ""
    if verteld == opgepakt:
        return " (volgens de gemeente zelf; niet opnieuw getoetst)" if opgepakt == 1 else (
            f" (alle {telwoord(opgepakt)} volgens de gemeente zelf; geen enkel opnieuw getoetst)"
        )  # fmt: skip
    if getoetst == opgepakt:
        return " (opnieuw getoetst)" if opgepakt == 1 else f" (alle {telwoord(opgepakt)} opnieuw getoetst)"
    return f" ({telwoord(getoetst)} opnieuw getoetst, {telwoord(verteld)} volgens de gemeente zelf)"


def _waarom_onbekend(totaal: Mapping[str, Any], jaar_van: int | None) -> str:
    """The verbeterpunten of which the stand is unknown, each kind by its own name."""
    soorten = (
        ("niet_beoordeeld", "wel hertoetst maar niet beoordeeld"),
        ("nog_niet_hertoetst", f"{na_jaar(totaal, jaar_van)} nog niet hertoetst".strip()),
        ("vervallen", "vervallen omdat de aanpak is gestopt"),
    )
    alle = int(totaal["vastgesteld"])
    delen = [f"{_hoeveel(int(totaal[sleutel]), alle)} {woord}" for sleutel, woord in soorten if totaal[sleutel]]
    return opsomming(delen)


def _hoeveel(aantal: int, alle: int) -> str:
    """So many of all, as the subject of a sentence: 'elf zijn', 'alle elf zijn', 'beide zijn', 'dat is'."""
    if aantal != alle:
        return f"{telwoord(aantal)} {meervoud(aantal, 'is', 'zijn')}"
    if aantal <= 2:
        return "dat is" if aantal == 1 else "beide zijn"
    return f"alle {telwoord(aantal)} zijn"
