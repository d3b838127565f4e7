"""What a question can be given: per parameter its name, its list of words, and the codes behind them. Pure."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from data.dag import lees_dag
from pagina.beeld import zinnen
from pagina.beeld.lijst import Woordenlijst
from pagina.beeld.status import BEWIJS, STATUS
from pagina.beeld.telling import KNOP_EENHEID, KNOP_TELWIJZE
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.rijen import rijen
from pagina.uitvoer.inhoud.vrager import Vrager

#: The ways of counting in the words of the widgets, which a link carries too.
TELWIJZEN = {woord: woord for woord in KNOP_TELWIJZE.values()}
JANEE = {"ja": "ja", "nee": "nee"}
SOORTEN = {"verbeterpunt": "verbeterpunten", "actiepunt": "actiepunten"}
PER = {"gemeente": "per gemeente", "thema": "per thema", "indicator": "per indicator"}
#: Longest value, and most values of one parameter, that we look at.
LANGST, MEESTE = 300, 2000
#: So many words of a list are named where somebody gave one that is not in it.
GENOEMD = 12

#: The query behind a list of everything there is, with its column of codes and that of words.
_LIJSTEN: Mapping[str, tuple[str, str, str]] = {
    **dict.fromkeys(("kader", "kaders"), ("kaders", "kader_id", "kader")),
    **dict.fromkeys(("gemeente", "gemeenten"), ("gemeenten", "gemeente_code", "gemeente")),
    **dict.fromkeys(("onderwerp", "onderwerpen"), ("alle_onderwerpen", "onderwerp_id", "onderwerp")),
    "rapport": ("rapporten", "rapport_id", "titel"),
}

#: Orders pairs of code and word.
_OP_WOORD = itemgetter(1, 0)
Soort = Literal["een", "meer", "dag", "janee", "telwijze"]


@dataclass(frozen=True)
class Veld:
    """One parameter. `optie`: its name on the command line and in a link; `kop`: for a reader.

    `hulp`: what the command line says of it; one without goes by --waarde.
    """

    naam: str
    optie: str
    kop: str
    soort: Soort
    hulp: str = ""


class Bij(NamedTuple):
    """What a letter says before one word and before several, as a part of a sentence, and how it writes each word."""

    een: str
    meer: str
    woord: str = "{}"


@dataclass(frozen=True)
class Filter(Veld):
    """What narrows what is counted, beside kader and periode: data/afleiding/tellen.sql says what it means.

    keuzen: what there is to choose. The words of the codes, or the query that lists them under a kader, with its
    columns of codes and of words. bij: None where a letter says it in a sentence of its own. later: whether files were
    handed out before there was this filter. They must stay what they are, so of it a file tells only where it is used.
    """

    keuzen: Mapping[str, str] | tuple[str, str, str] = field(default_factory=dict)
    bij: Bij | None = None
    later: bool = False


_GEBIED = "gemeenten_met_meting"
#: Every parameter of queries/*.sql, in the order in which a reader is told.
VELDEN: Mapping[str, Veld] = {
    veld.naam: veld
    for veld in (
        Veld("kader", "kader", "Kader", "een", "kader; bij kamerbrief mag dit vaker"),
        Veld("kaders", "kader", "Kader", "meer"),
        Veld("periode", "periode", "Periode", "een", "paar van jaren, als 2013-2014; 2013- is: nog niet hertoetst"),
        Filter(
            *("themas", "thema", "Thema", "meer", "thema; mag vaker"),
            keuzen=("themas", "thema", "thema"),
            bij=Bij("bij het thema", "bij de thema’s"),
        ),
        Filter(
            *("onderwerpen", "onderwerp", "Onderwerp", "meer", "onderwerp; mag vaker"),
            keuzen=("onderwerpen", "onderwerp_id", "onderwerp"),
            bij=Bij("over het onderwerp", "over de onderwerpen", "‘{}’"),
        ),
        Veld("onderwerp", "onderwerp", "Onderwerp", "een"),
        Veld("indicator", "indicator", "Indicator", "een"),
        Filter(
            *("gemeenten", "gemeente", "Gemeente", "meer", "gemeente; mag vaker"),
            keuzen=(_GEBIED, "gemeente_code", "gemeente"),
        ),
        Veld("gemeente", "gemeente", "Gemeente", "een"),
        Filter(
            *("provincies", "provincie", "Provincie", "meer", "provincie; mag vaker"),
            keuzen=(_GEBIED, "provincie", "provincie"),
            bij=Bij("in de provincie", "in de provincies"),
        ),
        Veld("kolom", "kolom", "Aanpak of gemeente", "een"),
        Veld("rapport", "rapport", "Rapport", "een"),
        Veld("soorten", "soort", "Soort punt", "meer"),
        Veld("statussen", "status", "Status", "meer", "status; mag vaker"),
        Filter(
            *("bewijzen", "bewijs", "Bewijs bij de hertoets", "meer", "bewijs bij de hertoets; mag vaker"),
            keuzen=BEWIJS,
        ),
        Veld("peildatum", "peildatum", "Peildatum", "dag"),
        Veld("met_opgegaan", "met_opgegaan", "Ook met een opgegane gemeente", "janee"),
        Veld("alleen_open", "alleen_open", "Alleen wat open staat", "janee"),
        Veld(
            "per",
            "per",
            "Een rij is",
            "een",
            "wat een rij is: gemeente, thema, indicator of oordeel (anders: gemeente)",
        ),
        Veld("eenheid", "eenheid", "Telt", "een", "waarin wordt geteld: aanpak of gemeente (anders: aanpak)"),
        Veld("verloop", "telwijze", "Kijkt naar", "telwijze", "stappen of verloop (anders: stappen)"),
    )
}
#: The options of the command line, with what its help says.
OPTIES: Mapping[str, str] = {veld.optie: veld.hulp for veld in VELDEN.values() if veld.hulp}
#: The filters that Opvolging, Kamerbrief, their links and the command line share.
FILTERS: Mapping[str, Filter] = {naam: veld for naam, veld in VELDEN.items() if isinstance(veld, Filter)}
NAUWER = tuple(FILTERS)


def gezegd(gekozen: Mapping[str, Any]) -> list[str]:
    """The names of what a file tells of a choice: all but a later filter that restricts nothing."""
    return [
        naam
        for naam, waarde in gekozen.items()
        if waarde not in (None, ()) or naam not in FILTERS or not FILTERS[naam].later
    ]


#: Everything of a kader: no filter, counted as the pages do at first.
ALLES: dict[str, Any] = {**dict.fromkeys((*NAUWER, "statussen")), "eenheid": "aanpak", "verloop": False}


@dataclass(frozen=True)
class Lijst:
    """The words that a parameter may have, and the codes behind each: a thema of two editions has two."""

    woorden: Woordenlijst
    achter: Mapping[str, tuple[str, ...]]

    @classmethod
    def van(cls, paren: Iterable[tuple[str, str]]) -> Lijst:
        """A list of codes with their words."""
        vast = list(paren)
        return cls(Woordenlijst([code for code, _ in vast], [woord for _, woord in vast]), {})

    def codes(self, veld: Veld, gevraagd: Iterable[str]) -> list[str]:
        """The codes for words or codes. Raises UitvoerGeweigerd, which names what is allowed."""
        gevonden: list[str] = []
        for woord in gevraagd:
            code = self.woorden.code(_kaal(woord))
            if code is None:
                raise UitvoerGeweigerd(_niet_in_lijst(veld, woord, self.woorden.woorden))
            gevonden += self.achter.get(code, (code,))
        return sorted(set(gevonden))

    def in_woorden(self, codes: Iterable[str]) -> list[str]:
        """The words for codes, in the order of the list; a code that is not in it stays as it is."""
        gekozen = list(dict.fromkeys(codes))
        van_code = {code: woord for woord, delen in self.achter.items() for code in delen}
        eigen = {van_code.get(code, code) for code in gekozen}
        bekend = [code for code in self.woorden.codes if code in eigen]
        return [self.woorden.woord(code) for code in bekend] + sorted(eigen - set(bekend))


def lijst(vrager: Vrager, naam: str, gekozen: Mapping[str, Any]) -> Lijst | None:
    """The list of one parameter, of what the facts hold under what was chosen before; None where any text will do."""
    vast: Mapping[str, Mapping[str, str]] = {
        "statussen": {code: beeld.woord for code, beeld in STATUS.items()},
        "eenheid": {str(code): woord for code, woord in KNOP_EENHEID.items()},
        "verloop": TELWIJZEN,
        "soorten": SOORTEN,
        "per": PER,
        "met_opgegaan": JANEE,
        "alleen_open": JANEE,
    }
    if naam in vast:
        return Lijst.van(vast[naam].items())
    if naam in {"kolom", "peildatum"}:
        return None
    if naam == "themas":
        return _themas(vrager, gekozen.get("kader"))
    return Lijst.van(_uit_feiten(vrager, naam, gekozen))


def _uit_feiten(vrager: Vrager, naam: str, gekozen: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Codes with words out of the facts."""
    kader = gekozen.get("kader")
    if naam == "periode":
        paren = rijen(vrager, "periodes", kader=kader, verloop=bool(gekozen.get("verloop")))
        return [(rij["periode"], zinnen.periode(rij["jaar_van"], rij["jaar_naar"])) for rij in paren]
    if naam == "indicator":
        return [(rij["indicator_id"], f"{rij['kort']} ({rij['kader']})") for rij in rijen(vrager, "indicatoren")]
    if naam in FILTERS and (kader is not None or naam not in _LIJSTEN):
        return _keuzen(vrager, FILTERS[naam], kader)
    vraag, code, woord = _LIJSTEN[naam]
    return [(rij[code], rij[woord]) for rij in rijen(vrager, vraag)]


def onder(vrager: Vrager, naam: str, kaders: Sequence[str]) -> Woordenlijst:
    """What there is to choose of a filter under any of these kaders, each once; of themas the names.

    In the order of the kaders; where every one of them has it in the order of the alphabet, in that.
    """
    delen = [_keuzen(vrager, FILTERS[naam], kader) for kader in kaders]
    samen = list({code: woord for deel in delen for code, woord in deel}.items())
    if all(deel == sorted(deel, key=_OP_WOORD) for deel in delen):
        samen.sort(key=_OP_WOORD)
    return Woordenlijst([code for code, _ in samen], [woord for _, woord in samen])


def _keuzen(vrager: Vrager, filter_: Filter, kader: str | None) -> list[tuple[str, str]]:
    """Codes with words under a kader; by word where the query has a row for something finer."""
    if isinstance(filter_.keuzen, Mapping):
        return list(filter_.keuzen.items())
    vraag, code, woord = filter_.keuzen
    antwoord = rijen(vrager, vraag, kader=kader, met_opgegaan=True)
    uniek = {rij[code]: rij[woord] for rij in antwoord if rij[code]}
    return list(uniek.items()) if len(uniek) == len(antwoord) else sorted(uniek.items(), key=_OP_WOORD)


def _themas(vrager: Vrager, kader: str | None) -> Lijst:
    """Themas by name; under a kader with the ids of its editions behind them, over all kaders the names alone."""
    if kader is None:
        namen = list(dict.fromkeys(rij["thema"] for rij in rijen(vrager, "indicatoren")))
        return Lijst.van((naam, naam) for naam in namen)
    themas = {rij["thema"]: tuple(rij["thema_ids"]) for rij in rijen(vrager, "themas", kader=kader)}
    return Lijst(Woordenlijst(themas, themas), themas)


def _kaal(woord: str) -> str:
    """A word as typed, without blanks around it; an arrow of two signs is an arrow."""
    return re.sub(r"\s*(?:->|→)\s*", " → ", woord.strip())


def _niet_in_lijst(veld: Veld, woord: str, mag: Sequence[str]) -> str:
    """That a word is not in the list, and what is: all of a short list, the nearest of a long one."""
    if not mag:
        return f"{veld.kop} ‘{woord}’ is er niet: in deze gegevens is er niets om uit te kiezen."
    getoond = list(mag) if len(mag) <= GENOEMD else difflib.get_close_matches(woord, mag, n=3, cutoff=0.5)
    if not getoond:
        return (
            f"{veld.kop} ‘{woord}’ is er niet. Kies een van de {zinnen.getal(len(mag))} in de lijst van het dashboard."
        )
    keus = " of ".join([", ".join(f"‘{een}’" for een in getoond[:-1])] * (len(getoond) > 1) + [f"‘{getoond[-1]}’"])
    return f"{veld.kop} ‘{woord}’ is er niet. {'Kies' if len(mag) <= GENOEMD else 'Bedoelt u'} {keus}" + (
        "." if len(mag) <= GENOEMD else "?"
    )


def dag(tekst: str) -> dt.date:
    """The day that a text like 2026-11-22 names. Raises UitvoerGeweigerd."""
    try:
        return lees_dag(tekst)
    except ValueError as fout:
        raise UitvoerGeweigerd(f"‘{tekst}’ is geen dag; schrijf een dag als 2026-11-22.") from fout
